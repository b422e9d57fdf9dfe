"""Words that phones and their captions have in common."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.ui.preview.scene import MARGIN, Stage
from scoro_desktop.ui.preview.shown_message import Fate

translate = QCoreApplication.translate

CLOCK: Final = "10:00"


def app_name() -> str:
    """Returns the words in the place of the name of the app that gets the message."""
    return translate("preview", "Your app")


def now() -> str:
    """Returns the words for the moment of a message that has just come."""
    return translate("preview", "now")


def app_and_time() -> str:
    """The head of an Android notification."""
    return f"{app_name()} · {now()}"


def nothing_on_android(fate: Fate) -> str:
    """Explains why an Android phone shows nothing."""
    return {
        Fate.SILENT: translate("preview", "Nothing is shown. The app gets the data."),
        Fate.EMPTY: translate("preview", "Write a title or a text, and see here how it looks."),
        Fate.OFF: translate("preview", "Android is turned off: nothing is sent to Android phones."),
    }.get(fate, _unreadable())


def nothing_on_iphone(fate: Fate) -> str:
    """Explains why an iPhone shows no message."""
    return {
        Fate.SILENT: translate("preview", "No text is shown. The app gets what is sent with it."),
        Fate.EMPTY: translate("preview", "Write a title or a text, and see here how it looks."),
        Fate.OFF: translate("preview", "iPhone is turned off: nothing is sent to iPhones."),
    }.get(fate, _unreadable())


def nothing(stage: Stage, text: str) -> None:
    """Says so in the middle of a phone."""
    width = stage.scene.width - 4 * MARGIN
    stage.text(text, 2 * MARGIN, width, 14, stage.phone.text, lines=4, centred=True)
    stage.scene.spoken.append(text)


@dataclass
class Cuts:
    """The number of characters of each text that are not seen."""

    title: int = 0
    subtitle: int = 0
    body: int = 0

    def say(self, stage: Stage) -> None:
        """Says beneath the phone what is cut."""
        for hidden, text in (
            (
                self.title,
                translate("preview", "Title cut here on most phones: %Ln more character(s)", None, self.title),
            ),
            (
                self.subtitle,
                translate("preview", "Subtitle cut here on most phones: %Ln more character(s)", None, self.subtitle),
            ),
            (self.body, translate("preview", "Text cut here on most phones: %Ln more character(s)", None, self.body)),
        ):
            if hidden:
                stage.caption(text, colour=stage.around.caution)


def _unreadable() -> str:
    return translate("preview", "The request carries something here that is not a section, so it cannot be drawn.")
