"""A cell of the history as it is drawn: an outcome keeps its colour in a row that is selected, too."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scoro_desktop.ui.history import history_model
from scoro_desktop.ui.history.history_model import HistoryModel, semi_bold

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HistoryCell(QStyledItemDelegate):
    """Asks the model for a text and a colour alone: Qt asks for eight things a cell, with each drawing of a row."""

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._bold: tuple[str, QFont, QFontMetrics] | None = None

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Fills in what is drawn."""
        model, column = self._model, index.column()
        option.text = model.data(index) or ""
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.displayAlignment = _RIGHT if column == history_model.TOOK else _LEFT
        colour = model.data(index, Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            palette = option.palette
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, colour)
            option.palette = palette
        if column == history_model.OUTCOME:
            option.font, option.fontMetrics = self._bold_of(option.font)

    def _bold_of(self, font: QFont) -> tuple[QFont, QFontMetrics]:
        if self._bold is None or self._bold[0] != font.key():
            bold = semi_bold(font)
            self._bold = font.key(), bold, QFontMetrics(bold)
        return self._bold[1:]
