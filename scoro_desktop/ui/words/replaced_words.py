"""Words for an earlier message: whose place a corrected one takes, or that may be out already, nearly the same."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.invisible import escaped
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history import Send

translate = QCoreApplication.translate


def replaced(found: Send | StorageError) -> str:
    """Names it by its words and its time, or says that it could not be looked up."""
    if isinstance(found, StorageError):
        return translate("replaced", "It replaces an earlier message of the same name, which could not be looked up.")
    return translate(
        "replaced", "It replaces “{title}” of {when} on devices that still show it; elsewhere it arrives as a new one."
    ).format(title=_title(found), when=_when(found))


def almost(found: Send) -> str:
    """That a message which was edited since may have reached the same people."""
    return translate(
        "replaced",
        "A message much like this one, “{title}”, may already have gone out on {when}: its outcome is unknown. Check "
        "before you send this one.",
    ).format(title=_title(found), when=_when(found))


def _title(send: Send) -> str:
    return escaped(send.summary) or translate("replaced", "(no text)")


def _when(send: Send) -> str:
    at = QDateTime.fromSecsSinceEpoch(int(send.created_at.timestamp()))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)
