"""Rows of lists and trees whose words differ in weight: a name over what else is known, a colour of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from scoro_desktop.ui.kit.plain_cell import PADDING

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

_SELECTED: Final = QStyle.StateFlag.State_Selected
_ROLES: Final = (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText)
"""Of the words of a row, and of one that is selected."""
NAME_ENDS: Final = int(Qt.ItemDataRole.UserRole) + 1
"""The role of a row under which it says where in its text the name ends."""
_Index = QModelIndex | QPersistentModelIndex


class KeptColours(QStyledItemDelegate):
    """Draws words that have a colour of their own in it, in a selected row as well."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Takes the colour over to what is drawn of a selected row."""
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QBrush):
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, colour)


class NameAndMore(QStyledItemDelegate):
    """Draws a text of two lines: the first as any, the second paler. Both end with an ellipsis where room is short."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Leaves the words to `paint`."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one row."""
        super().paint(painter, option, index)
        metrics, palette = option.fontMetrics, option.palette
        name, _, more = str(index.data() or "").partition("\n")
        lines = ((name, _ROLES[bool(option.state & _SELECTED)]), (more, QPalette.ColorRole.PlaceholderText))
        place = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        top = place.y() + (place.height() - 2 * metrics.height()) // 2
        painter.save()
        painter.setFont(option.font)
        for number, (words, role) in enumerate(lines):
            painter.setPen(palette.color(role))
            line = QRect(place.x(), top + number * metrics.height(), place.width(), metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class NameAndAside(QStyledItemDelegate):
    """Draws a name and, at the right and paler, what else its text says (`NAME_ENDS`)."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Leaves the words to `paint`."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one row."""
        super().paint(painter, option, index)
        text, ends = str(index.data() or ""), index.data(NAME_ENDS)
        palette, font = option.palette, QFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        metrics = QFontMetrics(font)
        place = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        aside = text[ends:].strip()
        taken = metrics.horizontalAdvance(aside)
        name = metrics.elidedText(text[:ends], Qt.TextElideMode.ElideRight, max(0, place.width() - taken))
        aside = metrics.elidedText(
            aside, Qt.TextElideMode.ElideRight, max(0, place.width() - metrics.horizontalAdvance(name))
        )
        painter.save()
        painter.setFont(font)
        painter.setPen(palette.color(_ROLES[bool(option.state & _SELECTED)]))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), aside)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for both."""
        text, font = str(index.data() or ""), QFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        size = super().sizeHint(option, index)
        return QSize(QFontMetrics(font).horizontalAdvance(text) + 2 * PADDING, size.height())
