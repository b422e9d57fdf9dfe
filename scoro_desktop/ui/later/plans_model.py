"""The plans as a table: a row for each, the next one first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from scoro_desktop.invisible import escaped
from scoro_desktop.storage.planned_types import Plan, PlanState
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import later_words
from scoro_desktop.ui.words.account_lines import environment_name, name_in_history
from scoro_desktop.ui.words.line_words import number_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from scoro_desktop.ui.kit.appearance import Colours

COLUMNS: Final = 7
WHEN, ZONE, LEFT, MESSAGE, TO, ACCOUNT, STATE = range(COLUMNS)
WHOLE: Final = (WHEN, LEFT, TO, STATE)
"""Columns that are short and are read from row to row: each is as wide as its words."""
BELOW: Final = {WHEN: ZONE, MESSAGE: ACCOUNT}
"""Columns with a second line where there is little room, and what stands in it."""
_Index = QModelIndex | QPersistentModelIndex
_HERE: Final = QModelIndex()


class PlansModel(QAbstractTableModel):
    """The plans that are open."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._plans: Sequence[Plan] = ()
        self._now: datetime | None = None
        self.is_tall = False
        """Tells whether what stands `BELOW` a column is shown in its cells; a screen reader says it there, too."""

    def show_plans(self, plans: Sequence[Plan], now: datetime) -> None:
        """Lists these, with the time that is left at a moment."""
        if [each.id for each in plans] == [each.id for each in self._plans]:
            self._plans, self._now = plans, now  # the selection stays
            if plans:
                self.dataChanged.emit(self.index(0, 0), self.index(len(plans) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._plans, self._now = plans, now
        self.endResetModel()

    def plan(self, row: int) -> Plan | None:
        """The plan of a row, if there is one."""
        return self._plans[row] if 0 <= row < len(self._plans) else None

    def row_of(self, plan_id: int) -> int:
        """The row of a plan; -1 where it is not listed."""
        return next((row for row, each in enumerate(self._plans) if each.id == plan_id), -1)

    def rowCount(self, parent: _Index = _HERE) -> int:
        """Counts the plans."""
        return 0 if parent.isValid() else len(self._plans)

    def columnCount(self, parent: _Index = _HERE) -> int:
        """Counts the columns."""
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words above a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return {
            WHEN: self.tr("Time"),
            ZONE: self.tr("Time zone"),
            LEFT: self.tr("Time left"),
            MESSAGE: self.tr("Message"),
            TO: self.tr("To"),
            ACCOUNT: self.tr("Account"),
            STATE: self.tr("State"),
        }[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; what asks is in the colour of a caution."""
        plan = self._plans[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(plan, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and self.is_tall and index.column() in BELOW:
            return ", ".join(self._words(plan, column) for column in (index.column(), BELOW[index.column()]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(later_words.not_sent_words(plan) or self._words(plan, index.column()))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == STATE and plan.state is PlanState.ASKED:
            return QColor(self._colours.caution)
        return None

    def _words(self, plan: Plan, column: int) -> str:
        if self._now is None:
            return ""
        if column == WHEN:
            return later_words.day_words(plan.when)
        if column == ZONE:
            return later_words.zone_of_words(plan.when)
        if column == LEFT:
            return later_words.left_words(plan.when, self._now)
        if column == MESSAGE:
            return later_words.subject(plan)
        if column == TO:
            return self.tr("not known") if plan.expected is None else number_text(plan.expected)
        if column == ACCOUNT:
            name = escaped(name_in_history(plan.account_id, plan.account_name))
            word = environment_name(plan.environment)
            return name if name.casefold() == word.casefold() else f"{word} · {name}"
        return later_words.state_words(plan, self._now)
