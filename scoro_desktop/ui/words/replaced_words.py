"""Words for the earlier message whose place a corrected one takes."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.invisible import escaped
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history import Send

translate = QCoreApplication.translate


def replaced(found: Send | StorageError) -> str:
    """Names it by its words and its time, or says that it could not be looked up."""
    if isinstance(found, StorageError):
        return translate("replaced", "It replaces an earlier message of the same name, which could not be looked up.")
    at = QDateTime.fromSecsSinceEpoch(int(found.created_at.timestamp()))
    return translate(
        "replaced", "It replaces “{title}” of {when} on devices that still show it; elsewhere it arrives as a new one."
    ).format(
        title=escaped(found.summary) or translate("replaced", "(no text)"),
        when=QLocale().toString(at, QLocale.FormatType.ShortFormat),
    )
