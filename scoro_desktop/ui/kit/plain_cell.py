"""A cell of a table of rows, drawn at one go: one line of text over the colour of its row.

Qt asks a model for eight things a cell, measures the text, looks its rules up in the style sheet and lays it out twice:
a page of a table takes 20 ms and more. What is drawn here is what that comes to, pixel by pixel, in half of the time.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from scoro_desktop.ui.kit.one_line import without_breaks

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

PADDING: Final = 11
"""Pixels on either side of the words: those of the style sheet (`QTableView::item`), and three of Qt's."""
LONGEST: Final = 1_000
"""Characters of a text that are looked at: more than any column has room for. Ours."""
_SELECTED: Final = QStyle.StateFlag.State_Selected
_RIGHT: Final = Qt.TextElideMode.ElideRight
_PALETTE: Final = (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Text)


class Cells(Protocol):
    """A model whose cells can be drawn."""

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        """The words of a cell, and their colour where it is another than the table's; None for an empty one.

        What has a colour keeps it in a row that is selected.
        """


def make_gradients() -> None:
    """Has PySide make the class of gradients with its 180 names, which it looks at as the first row is filled: 6 ms."""
    from PySide6.QtGui import QGradient

    list(QGradient.Preset)


class PlainCell(QStyledItemDelegate):
    """Draws the cells of a model. `bold`, `right`: the columns in a heavier font, and those of numbers.

    `briefly`: by a column, what makes shorter words of its own where there is no room for all of them.
    """

    def __init__(
        self,
        model: Cells,
        table: QTableView,
        *,
        bold: Collection[int] = (),
        right: Collection[int] = (),
        briefly: Mapping[int, Callable[[str], str]] = MappingProxyType({}),
    ) -> None:
        super().__init__(table)
        self._model = model
        self._bold = frozenset(bold)
        self._right = frozenset(right)
        self._briefly = briefly
        self._font: QFont | None = None
        self._key = 0
        self._row = self._column = -1

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws one cell."""
        row, column = index.row(), index.column()
        if row != self._row or column <= self._column:  # another row, or another time: what all of its cells share
            self._look_at(option)
            self._row = row
        self._column = column
        place = option.rect
        if self._is_selected:
            painter.fillRect(place, self._selection)
        cell = self._model.cell(row, column)
        if cell is None or not cell[0]:
            return
        text, colour = cell
        if not text.isprintable():
            text = without_breaks(text)
        font, metrics = self._heavy if column in self._bold else self._plain
        left, room = place.x() + PADDING, place.width() - 2 * PADDING
        if column in self._briefly and metrics.horizontalAdvance(text) > room:
            text = self._briefly[column](text)
        text = metrics.elidedText(text[:LONGEST], _RIGHT, room)
        if column in self._right:
            left += max(0, room - metrics.horizontalAdvance(text))
        painter.setFont(font)
        painter.setPen(colour or (self._selected_text if self._is_selected else self._text))
        painter.drawText(left, place.y() + self._down, text)

    def _look_at(self, option: QStyleOptionViewItem) -> None:
        """Takes fonts and colours out of what is to be drawn, where they are others than before."""
        self._is_selected = bool(option.state & _SELECTED)
        palette = option.palette
        if self._font is None or palette.cacheKey() != self._key or option.font != self._font:
            self._key, self._font = palette.cacheKey(), QFont(option.font)
            self._selection, self._selected_text, self._text = map(palette.color, _PALETTE)
            heavy = QFont(self._font)
            heavy.setWeight(QFont.Weight.DemiBold)
            self._plain = (self._font, QFontMetrics(self._font))
            self._heavy = (heavy, QFontMetrics(heavy))
        metrics = self._plain[1]
        self._down = (option.rect.height() - metrics.height()) // 2 + metrics.ascent()
