"""Lists whose lines say something more of themselves: paler, at the right."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

_DETAIL_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_BRIEF_ROLE: Final = _DETAIL_ROLE + 1


def item_with_detail(text: str, detail: str, brief: str = "") -> QStandardItem:
    """A line of such a list; a screen reader says the detail too. `brief`: what is drawn of it below another such."""
    item = QStandardItem(text)
    item.setData(detail, _DETAIL_ROLE)
    item.setData(brief, _BRIEF_ROLE)
    item.setData(detail, Qt.ItemDataRole.AccessibleDescriptionRole)
    return item


class DetailDelegate(QStyledItemDelegate):
    """Draws a line's text and, at the right and paler, its detail; of it what is not said by the line above."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The line as any list draws it, and the detail over it."""
        super().paint(painter, option, index)
        detail = str(index.data(_DETAIL_ROLE) or "")
        brief = index.data(_BRIEF_ROLE)
        if brief and index.row() and index.sibling(index.row() - 1, 0).data(_BRIEF_ROLE):
            detail = brief
        painter.save()
        painter.setPen(option.palette.placeholderText().color())
        area = option.rect.adjusted(0, 0, -8, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), detail)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for both."""
        hint = super().sizeHint(option, index)
        words = str(index.data(_DETAIL_ROLE) or "")
        hint.setHeight(hint.height() + 6)
        hint.setWidth(hint.width() + option.fontMetrics.horizontalAdvance(words) + 24)
        return hint
