"""The editor that a command is pasted into: its text, and the marked places that something is said about."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from scoro_desktop.curl.reading import LENGTH_MAX
from scoro_desktop.ui.curl.told import Place
from scoro_desktop.ui.editor.letters import Letters
from scoro_desktop.ui.kit.fixed_font import fixed_font
from scoro_desktop.ui.kit.one_line import has_files
from scoro_desktop.ui.kit.plain_text import letters_of

_NOT_HERE: Final = re.compile("[\u2029\ufdd0\ufdd1\ud800-\udfff]")


class CommandEditor(QPlainTextEdit):
    """The text as it was pasted. It may hold keys: `clear` when it is done with, which forgets the undo, too.

    `refused`: what was pasted is too long, and was not taken.
    """

    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fixed_font())
        self.setTabChangesFocus(True)
        self._letters = Letters(self.document(), letters_of)
        # At blanks alone, Qt takes minutes to lay out a long word.
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def sizeHint(self) -> QSize:
        """Room for a dozen lines."""
        return QSize(600, 220)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter breaks the line like Enter: a separator of lines is a character of the text."""
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leaves files to the window: their paths are no text."""
        return not has_files(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes or drops: what an editor would change is written as JSON writes it."""
        self.take(source.text())

    def take(self, text: str) -> None:
        """Puts a text where the cursor is, to the letter; `refused` where it is too long."""
        if len(text) + self.document().characterCount() > LENGTH_MAX + len(self.textCursor().selectedText()) + 1:
            self.refused.emit()
        else:
            text = _NOT_HERE.sub(lambda each: f"\\u{ord(each[0]):04x}", text)
            self._letters.insert_as_it_is(self.textCursor(), text.replace("\r\n", "\n").replace("\r", "\n"))
            self.ensureCursorVisible()

    def text(self) -> str:
        """Returns what was pasted, to the letter."""
        return self._letters.text()

    def mark(self, places: Sequence[tuple[Place, QColor]]) -> None:
        """Underlines places, each in a colour."""
        marks = []
        for place, colour in places:
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(colour)
            mark.format = form
            mark.cursor = self._cursor(place)
            marks.append(mark)
        self.setExtraSelections(marks)

    def go_to(self, place: Place) -> None:
        """Selects a place, and takes the keyboard."""
        self.setTextCursor(self._cursor(place))
        self.setFocus()

    def _cursor(self, place: Place) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._letters.position_of(place.start))
        cursor.setPosition(self._letters.position_of(place.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
