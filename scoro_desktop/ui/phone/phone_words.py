"""Words that phones and their captions have in common."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop import late
from scoro_desktop.ui.phone.scene import MARGIN, Stage

translate = QCoreApplication.translate

CLOCK: Final = "10:00"


def app_name() -> str:
    """Returns the words in the place of the name of the app that gets the message."""
    return translate("preview", "Your app")


def now() -> str:
    """Returns the words for the moment of a message that has just come."""
    return translate("preview", "now")


def nothing(stage: Stage, text: str) -> None:
    """Says so in the middle of a phone."""
    width = stage.scene.width - 4 * MARGIN
    stage.text(text, 2 * MARGIN, width, 14, stage.phone.text, lines=4, centred=True)
    stage.scene.spoken.append(text)


@late.dataclass
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
