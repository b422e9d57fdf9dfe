"""Text that stays in one line, however it came there: pasted, dropped, typed by a program or put in by the app.

Files are never text: whoever drops one onto a field means the file, not its path, and the window takes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit

from scoro_desktop import late
from scoro_desktop.ui.kit.plain_text import offset_of

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QInputMethodEvent, QKeyEvent

_BREAK: Final = late.pattern("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""The characters that `str.splitlines` takes for the end of a line."""


def without_breaks(text: str) -> str:
    """The text with a blank for each break of lines."""
    return _BREAK.sub(" ", text)


def keep_to_one_line(line: QLineEdit) -> OneLine:
    """Makes blanks of breaks in whatever is put into a line, before anybody is told of the edit."""
    validator = OneLine(line)
    line.setValidator(validator)
    return validator


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


class BracesLine(LineEdit):
    """A line in which names may stand between two braces. `braces_opened`: the second of two was typed."""

    braces_opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tells of two braces."""
        super().keyPressEvent(event)
        if event.text() == "{" and opens_braces(self.text()[: offset_of(self.text(), self.cursorPosition())]):
            self.braces_opened.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tells of them where an input method types them, too."""
        super().inputMethodEvent(event)
        text = self.text()
        if event.commitString()[-1:] == "{" and opens_braces(text[: offset_of(text, self.cursorPosition())]):
            self.braces_opened.emit()


def opens_braces(before: str) -> bool:
    """Tells whether two opening braces stand before the cursor."""
    return before[-2:] == "{{"


class OneLine(QValidator):
    """Takes every text, and changes it: Qt shows and tells of what this gives back. `broken(str)`: one with breaks."""

    broken = Signal(str)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Every text, and where the cursor stands in it, with blanks for breaks of lines."""
        if _BREAK.search(text) is None:
            return QValidator.State.Acceptable, text, position
        self.broken.emit(text)
        shorter_by = text[: offset_of(text, position)].count("\r\n")
        return QValidator.State.Acceptable, without_breaks(text), position - shorter_by
