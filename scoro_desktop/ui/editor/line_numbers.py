"""The numbers of the lines, beside them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scoro_desktop.ui.editor.colouring import blocks_in_sight
from scoro_desktop.ui.editor.letters import Letters, continues
from scoro_desktop.ui.kit.appearance import Colours

_GAP = 6


class LineNumbers(QWidget):
    """A number beside the first row of each line."""

    def __init__(self, editor: QPlainTextEdit, letters: Letters, colours: Colours) -> None:
        super().__init__(editor)
        self._editor = editor
        self._letters = letters
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme."""
        self._colour = QColor(colours.muted)
        self._current = QColor(colours.text)
        self._line = QColor(colours.line)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the longest number."""
        digits = max(2, len(str(self._letters.lines())))
        return QSize(self._editor.fontMetrics().horizontalAdvance("9") * digits + 2 * _GAP, 0)

    def shown(self) -> list[tuple[int, QRect]]:
        """The numbers in sight with their places."""
        offset = self._editor.contentOffset()
        height = self._editor.fontMetrics().height()
        width = self.width() - _GAP
        has_pieces = self._letters.has_pieces()
        number = 0
        found: list[tuple[int, QRect]] = []
        for block in blocks_in_sight(self._editor):
            if has_pieces and continues(block):
                continue
            number = number + 1 if number else self._letters.line_of(block)
            top = self._editor.blockBoundingGeometry(block).translated(offset).top()
            found.append((number, QRect(0, round(top), width, height)))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the numbers; that of the line with the cursor in the colour of the text."""
        painter = QPainter(self)
        painter.setFont(self._editor.font())
        painter.setPen(self._line)
        painter.drawLine(self.width() - 1, event.rect().top(), self.width() - 1, event.rect().bottom())
        current = self._letters.line_of(self._editor.textCursor().block())
        for number, place in self.shown():
            painter.setPen(self._current if number == current else self._colour)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number))
        painter.end()
