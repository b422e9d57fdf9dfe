"""The list of accounts: a name, the environment as a coloured chip, and a mark for keys that are only in memory."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from scoro_desktop.scorocode.account import Account
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import wording

ACCOUNT: Final = int(Qt.ItemDataRole.UserRole)
MARK: Final = ACCOUNT + 1
WORD: Final = ACCOUNT + 2
_PAD: Final = 8


class AccountList(QListWidget):
    """`chosen` carries the id of the account that the person picked; `show_current` picks one without it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Accounts"))
        self.setProperty("role", "lines")
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._current_changed)

    def fill(self, accounts: Sequence[Account], for_session: set[str], current: str, unsaved: str = "") -> None:
        """Shows accounts. `for_session`: ids of those whose keys are only in memory; `current`: the one picked.

        `unsaved`: the one whose environment nobody has settled yet.
        """
        self.blockSignals(True)
        self.clear()
        for account in accounts:
            item = QListWidgetItem(wording.account_name(account) or self.tr("New account"), self)
            mark = self.tr("keys kept until the app closes") if account.id in for_session else ""
            item.setData(ACCOUNT, account)
            item.setData(MARK, mark)
            word = "" if account.id == unsaved else wording.environment_word(account)
            item.setData(WORD, word)
            spoken = ", ".join(filter(None, (item.text(), word, mark)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(tip(item.text()))
        self.blockSignals(False)
        self.show_current(current)

    def show_current(self, account_id: str) -> None:
        """Marks an account as the one shown; an unknown id marks none."""
        self.blockSignals(True)
        row = next((n for n in range(self.count()) if self.item(n).data(ACCOUNT).id == account_id), -1)
        self.setCurrentRow(row)
        self.blockSignals(False)
        self.viewport().update()

    def _current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(ACCOUNT).id)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = 3 if index.data(MARK) else 2
        return QSize(120, option.fontMetrics.height() * lines + 3 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        text, option.text = option.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        metrics, height = option.fontMetrics, option.fontMetrics.height()
        line = QRect(option.rect.left() + _PAD, option.rect.top() + _PAD, option.rect.width() - 2 * _PAD, height)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(
            line, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        )
        account: Account = index.data(ACCOUNT)
        word = index.data(WORD)
        font = painter.font()
        font.setPixelSize(max(10, round(height * 0.62)))
        font.setBold(True)
        painter.setFont(font)
        chip = QRect(line.left(), line.bottom() + 5, painter.fontMetrics().horizontalAdvance(word) + 12, height)
        if word:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(LIGHT.of_environment(wording.environment_shown(account))))
            painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(QColor(LIGHT.on_environment))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)
        if mark := index.data(MARK):
            font.setBold(False)
            font.setPixelSize(max(11, round(height * 0.72)))
            painter.setFont(font)
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            below = QRect(line.left(), chip.bottom() + 4, line.width(), height)
            mark = painter.fontMetrics().elidedText(mark, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, mark)
        painter.restore()
