"""Where a command is pasted: its text, and the places in it that something is said about."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from scoro_desktop.messages.curl import Finding
from scoro_desktop.ui.audience.query_editor import utf16_length
from scoro_desktop.ui.curl.import_words import to_the_letter
from scoro_desktop.ui.plain_text import text_of


class CommandEditor(QPlainTextEdit):
    """The text as it was pasted. It may hold keys: `clear` when it is done with, which forgets the undo, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(12)
        self.setFont(font)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """Room for a dozen lines."""
        return QSize(600, 220)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes or drops: what an editor would make a line break of is written as JSON writes it, in any quotes."""
        self.insertPlainText(to_the_letter(source.text()))

    def text(self) -> str:
        """What was pasted, to the letter."""
        return text_of(self.document())

    def mark(self, findings: Sequence[tuple[Finding, QColor]]) -> None:
        """Underlines the places of findings, each in a colour."""
        text = self.text() if findings else ""
        marks = []
        for finding, colour in findings:
            if finding.offset is not None:
                mark = QTextEdit.ExtraSelection()
                form = QTextCharFormat()
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                form.setUnderlineColor(colour)
                mark.format = form
                mark.cursor = self._place(text, finding)
                marks.append(mark)
        self.setExtraSelections(marks)

    def line_and_column(self, finding: Finding) -> tuple[int, int]:
        """Where a finding stands, both from 1; columns in characters."""
        before = self.text()[: finding.offset or 0]
        return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1

    def go_to(self, finding: Finding) -> None:
        """Selects the place of a finding, and takes the keyboard."""
        self.setTextCursor(self._place(self.text(), finding))
        self.setFocus()

    def _place(self, text: str, finding: Finding) -> QTextCursor:
        start = min(finding.offset or 0, max(len(text) - 1, 0))
        end = min(max(start + finding.length, start + 1), len(text))
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_length(text[:start]))
        cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor
