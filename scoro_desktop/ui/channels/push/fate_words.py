"""Words for what a phone shows of a push, or why it shows nothing."""

from PySide6.QtCore import QCoreApplication

from scoro_desktop.ui.channels.push.shown_message import Fate
from scoro_desktop.ui.phone import phone_words

translate = QCoreApplication.translate


def app_and_time() -> str:
    """The head of an Android notification."""
    return f"{phone_words.app_name()} · {phone_words.now()}"


def nothing_on_android(fate: Fate) -> str:
    """Explains why an Android phone shows nothing."""
    return {
        Fate.SILENT: translate("preview", "Nothing is shown. The app gets the data."),
        Fate.EMPTY: translate("preview", "Write a title or a text to see how it looks."),
        Fate.OFF: translate("preview", "Android is turned off: nothing is sent to Android phones."),
    }.get(fate, _unreadable())


def nothing_on_iphone(fate: Fate) -> str:
    """Explains why an iPhone shows no message."""
    return {
        Fate.SILENT: translate("preview", "No text is shown. The app gets what is sent with it."),
        Fate.EMPTY: translate("preview", "Write a title or a text to see how it looks."),
        Fate.OFF: translate("preview", "iPhone is turned off: nothing is sent to iPhones."),
    }.get(fate, _unreadable())


def _unreadable() -> str:
    return translate("preview", "The request has something here that is not a section, so it cannot be shown.")
