"""The text of a query, kept to the letter, with its mistakes marked where they are."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from scoro_desktop.audience.problems import QueryProblem
from scoro_desktop.ui.plain_text import text_of


def utf16_length(text: str) -> int:
    """How many positions a text takes in Qt, which counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class QueryEditor(QPlainTextEdit):
    """The editor. `edited` is emitted when its text changes, whoever changed it."""

    edited = Signal()

    def __init__(self, danger: str, caution: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_colours(danger, caution)
        self._problems: tuple[QueryProblem, ...] = ()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(13)
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.textChanged.connect(self.edited)

    def set_colours(self, danger: str, caution: str) -> None:
        """Takes the colours of errors and of warnings; what is marked keeps its own until it is marked again."""
        self._colours = {True: QColor(danger), False: QColor(caution)}

    def sizeHint(self) -> QSize:
        """Small: what is over of the column is given to it anyway, and on a low window the rest must stay in sight."""
        return QSize(240, 110)

    def text(self) -> str:
        """What is typed, to the letter."""
        return text_of(self.document())

    def replace(self, text: str) -> None:
        """Puts another text in its place, as an edit that can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def mark(self, problems: Sequence[QueryProblem]) -> None:
        """Underlines the places of the problems."""
        self._problems = tuple(problems)
        text = self.text() if problems else ""
        marks = []
        for problem in problems[:200]:
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(self._colours[problem.stops])
            mark.format = form
            mark.cursor = self._place(text, problem)
            marks.append(mark)
        self.setExtraSelections(marks)

    def go_to(self, problem: QueryProblem) -> None:
        """Puts the cursor on the place of a problem."""
        cursor = self._place(self.text(), problem)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.setFocus()

    def _place(self, text: str, problem: QueryProblem) -> QTextCursor:
        start = min(problem.offset, max(len(text) - 1, 0))
        end = min(max(problem.offset + problem.length, start + 1), len(text))
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_length(text[:start]))
        cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor
