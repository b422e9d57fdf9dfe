"""Text that stays in one line, however it came there: pasted, dropped, typed by a program or put in by the app.

Files are never text: whoever drops one onto a field means the file, not its path, and the window takes it.
"""

import re
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QValidator
from PySide6.QtWidgets import QLineEdit

from scoro_desktop.ui.kit.plain_text import offset_of

_BREAK: Final = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What `str.splitlines` takes for the end of a line."""


def without_breaks(text: str) -> str:
    """The text with a blank for each break of lines."""
    return _BREAK.sub(" ", text)


def keep_to_one_line(line: QLineEdit) -> None:
    """Makes blanks of breaks in whatever is put into a line, before anybody is told of the edit."""
    line.setValidator(_OneLine(line))


def has_files(mime: QMimeData) -> bool:
    """Tells whether what is dropped or pasted are files of this computer, rather than text or a link."""
    return mime.hasUrls() and any(each.isLocalFile() for each in mime.urls())


class LineEdit(QLineEdit):
    """A line that leaves files that are dropped on it to what it stands in."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes text alone."""
        if has_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Takes text alone."""
        if has_files(event.mimeData()):
            event.ignore()
        else:
            super().dragMoveEvent(event)


class _OneLine(QValidator):
    """Takes every text, and changes it: Qt shows and tells of what this gives back."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Every text, and where the cursor stands in it, with blanks for breaks of lines."""
        if _BREAK.search(text) is None:
            return QValidator.State.Acceptable, text, position
        shorter_by = text[: offset_of(text, position)].count("\r\n")
        return QValidator.State.Acceptable, without_breaks(text), position - shorter_by
