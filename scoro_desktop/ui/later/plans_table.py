"""The rows of what is planned, with two columns as second lines of others where there is no room for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.list_lines import KeptColours
from scoro_desktop.ui.kit.plain_cell import PADDING
from scoro_desktop.ui.later.plans_model import BELOW, MESSAGE, WHOLE, PlansModel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from scoro_desktop.ui.kit.appearance import Colours

_ROW: Final = 30
_AROUND: Final = 12
"""Pixels above and below the two lines of a row, together."""
_MESSAGE: Final = 200
"""In pixels: the beginning of a message by which it is known."""
_SELECTED: Final = QStyle.StateFlag.State_Selected
_Index = QModelIndex | QPersistentModelIndex


class TwoLines(KeptColours):
    """Draws a cell, and in a tall row what stands below its words."""

    def __init__(self, model: PlansModel, colours: Colours, table: QTableView) -> None:
        super().__init__(table)
        self._model = model
        self._muted = QColor(colours.muted)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Leaves the words out that are drawn in two lines."""
        super().initStyleOption(option, index)
        if self._model.is_tall and index.column() in BELOW:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one cell."""
        super().paint(painter, option, index)
        if not self._model.is_tall or index.column() not in BELOW:
            return
        lines = self._lines(index)
        metrics = option.fontMetrics
        place = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        top = place.y() + (place.height() - 2 * metrics.height()) // 2
        is_selected = bool(option.state & _SELECTED)
        role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        painter.save()
        painter.setFont(option.font)
        for number, text in enumerate(lines):
            painter.setPen(self._muted if number else option.palette.color(role))
            line = QRect(place.x(), top + number * metrics.height(), place.width(), metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for the longer of two lines."""
        size = super().sizeHint(option, index)
        if self._model.is_tall and index.column() in BELOW:
            width = max(map(option.fontMetrics.horizontalAdvance, self._lines(index)))
            return QSize(width + 2 * PADDING + 2, size.height())
        return size

    @staticmethod
    def _lines(index: _Index) -> tuple[str, str]:
        below = index.sibling(index.row(), BELOW[index.column()])
        return str(index.data()), str(below.data())


class PlansTable(QTableView):
    """Its columns share the width that it has."""

    def __init__(self, model: PlansModel, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain_table.set_up(self, self.tr("What is planned, the next one first"), row_height=_ROW)
        self._plans = model
        self.setItemDelegate(TwoLines(model, colours, self))
        self.setModel(model)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width anew."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Has columns as wide as their words, side by side where the message has room beside them."""
        self._show(is_tall=False)
        wanted = {column: self._wanted(column) for column in (*WHOLE, *BELOW.values())}
        least = min(_MESSAGE, self._wanted(MESSAGE))
        if sum(wanted.values()) + least > self.viewport().width():
            self._show(is_tall=True)
            wanted = {column: self._wanted(column) for column in WHOLE}
            widest = max(wanted, key=lambda column: wanted[column])
            heading = self.horizontalHeader().sectionSizeHint
            least = min(_MESSAGE, self._wanted(MESSAGE))
            self._spare(wanted, self.viewport().width() - least, widest, self._first_lines(widest))
            self._spare(wanted, self.viewport().width() - heading(MESSAGE), widest, heading(widest))
        for column, width in wanted.items():
            self.setColumnWidth(column, width)

    @staticmethod
    def _spare(wanted: dict[int, int], room: int, widest: int, least: int) -> None:
        """Takes from the widest column what the others lack: of its second lines first, in large letters more."""
        wanted[widest] -= max(0, min(sum(wanted.values()) - room, wanted[widest] - least))

    def _first_lines(self, column: int) -> int:
        """The width that the first lines of a column need."""
        cells = (self._plans.index(row, column) for row in range(self._plans.rowCount()))
        widest = max((self.fontMetrics().horizontalAdvance(str(cell.data())) for cell in cells), default=0)
        return max(widest + 2 * PADDING + 2, self.horizontalHeader().sectionSizeHint(column))

    def _show(self, *, is_tall: bool) -> None:
        self._plans.is_tall = is_tall
        for column in BELOW.values():
            self.setColumnHidden(column, is_tall)
        lines = 2 * self.fontMetrics().height() + _AROUND
        self.verticalHeader().setDefaultSectionSize(lines if is_tall else _ROW)

    def _wanted(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
