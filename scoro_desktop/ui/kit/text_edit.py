"""Editors of plain text: one that keeps it to the letter, and the way in which any of them bears long words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scoro_desktop import late
from scoro_desktop.ui.kit.one_line import has_files

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

MOST_TYPED: Final = 50_000
"""Characters that an editor of a message takes. Ours: a push may have 4 KB, and Qt takes 600 ms to lay out 1 MB."""
LONG_WORD: Final = 1000
_LONG_WORD: Final = late.pattern(rf"[^ \t\n\u2028]{{{LONG_WORD}}}")
_BREAKS: Final = late.pattern("\r\n|[\r\u2028\u2029\x85]")
"""Breaks of lines as other programs put them on the clipboard."""


def wrap_for(text: str) -> QTextOption.WrapMode:
    """The way to wrap a text that Qt bears: at words and within them it takes minutes for a word of 1 MB."""
    if _LONG_WORD.search(text) is None:
        return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    return QTextOption.WrapMode.WrapAnywhere


def put_text(edit: QPlainTextEdit, text: str) -> None:
    """Puts a text into an editor, wrapped so that long words take no time."""
    mode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if len(text) < LONG_WORD else wrap_for(text)
    if edit.wordWrapMode() is not mode:
        edit.clear()  # what is there would be laid out once more
        edit.setWordWrapMode(mode)
    edit.setPlainText(text)


class TextEdit(QPlainTextEdit):
    """An editor of several lines. A separator of lines (U+2028) that a text came with stays one, which looks as a break
    does; Enter with Shift, and what is pasted, make breaks.

    `refused`: what was to be pasted would make the text longer than `MOST_TYPED`, and was not taken. `braces_opened`:
    the second of two opening braces was typed.
    """

    refused = Signal()
    braces_opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def text(self) -> str:
        """Returns what is in it, to the letter."""
        return self.document().toRawText().replace("\u2029", "\n")  # as `letters_of` does, with each key

    def show_text(self, text: str) -> bool:
        """Takes a text in the place of what is there; False, and nothing is shown, where it cannot be kept."""
        if len(text) <= MOST_TYPED:
            put_text(self, text)
            if self.text() == text:
                return True
        self.clear()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter breaks the line like Enter."""
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)
            if event.text() == "{":
                self._look_for_braces()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tells of two braces where an input method types them, too."""
        super().inputMethodEvent(event)
        if event.commitString()[-1:] == "{":
            self._look_for_braces()

    def _look_for_braces(self) -> None:
        at = self.textCursor().position()
        if at > 1 and self.document().characterAt(at - 1) == self.document().characterAt(at - 2) == "{":
            self.braces_opened.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leaves files to the window: their paths are no text."""
        return not has_files(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes or drops."""
        text = _BREAKS.sub("\n", source.text())
        cursor = self.textCursor()
        whole = self.text()
        if len(text) + len(whole) > MOST_TYPED + cursor.selectionEnd() - cursor.selectionStart():
            self.refused.emit()
            return
        mode = wrap_for(whole + text)
        if mode is QTextOption.WrapMode.WrapAnywhere and self.wordWrapMode() is not mode:
            self.setWordWrapMode(mode)
        self.insertPlainText(text)
        self.ensureCursorVisible()
