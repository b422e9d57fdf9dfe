"""The sums of a campaign's rows, that agree: all rows = those that get it + those that do not, by reason."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.kit.list_lines import KeptColours
from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOM: Final = 2


@dataclass(frozen=True)
class Sum:
    """One line: how many rows, and which. `why`: of those left out; `state` None for all rows."""

    words: str
    count: int
    state: PersonState | None = None
    why: str = ""
    tip: str = ""
    colour: str = ""
    is_total: bool = False


class SumsList(QTreeWidget):
    """`chosen(Sum)`: the rows of another sum are to be shown."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sums: list[Sum] = []
        self.setAccessibleName(self.tr("How many rows get it, and why the others do not"))
        self.setProperty("role", "sums")
        self.setItemDelegate(KeptColours(self))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemSelectionChanged.connect(self._selected)

    def show_sums(self, sums: Sequence[Sum], choose: PersonState | None = None) -> None:
        """Shows sums; the one that was chosen stays so where it is among them, else the first is.

        `choose`: the state whose sum is chosen anew, so that no other rows are read before.
        """
        before = self.current()
        if choose is not None:
            before = next((each for each in sums if each.state is choose), before)
        blocker = QSignalBlocker(self)
        self.clear()
        self._sums = list(sums)
        for each in sums:
            item = QTreeWidgetItem([each.words, campaign_words.number(each.count)])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{each.words}: {campaign_words.number(each.count)}")
            if each.tip:
                item.setToolTip(0, tip(each.tip))
            if each.colour:
                item.setForeground(1, QColor(each.colour))
            if each.is_total:
                bold = QFont(self.font())
                bold.setWeight(QFont.Weight.DemiBold)
                for column in (0, 1):
                    item.setFont(column, bold)
            self.addTopLevelItem(item)
        at = 0
        if before is not None:
            same = [n for n, each in enumerate(sums) if (each.state, each.why) == (before.state, before.why)]
            at = same[0] if same else 0
        if sums:
            self._go_to(at)
        blocker.unblock()
        self.setFixedHeight(self._height())
        self._selected()

    def show_numbers(self, sums: Sequence[Sum]) -> bool:
        """Shows other numbers of the same lines, and chooses nothing anew; False where there are other lines.

        A campaign that runs tells of other numbers ten times a second.
        """
        if [*map(_but_numbers, sums)] != [*map(_but_numbers, self._sums)]:
            return False
        before, self._sums = self._sums, list(sums)
        for at, (old, new) in enumerate(zip(before, sums, strict=True)):
            item = self.topLevelItem(at)
            if old != new and item is not None:
                item.setText(1, campaign_words.number(new.count))
                words = f"{new.words}: {campaign_words.number(new.count)}"
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words)
                if new.colour:
                    item.setForeground(1, QColor(new.colour))
        return True

    def current(self) -> Sum | None:
        """Returns the sum whose rows are shown."""
        item = self.currentItem()
        at = -1 if item is None else self.indexOfTopLevelItem(item)
        return self._sums[at] if 0 <= at < len(self._sums) else None

    def choose(self, state: PersonState | None, why: str = "") -> None:
        """Shows the rows of a sum, if it is there."""
        for at, each in enumerate(self._sums):
            if (each.state, each.why) == (state, why):
                self._go_to(at)
                return

    def line(self, words: str) -> Sum:
        """Returns the line with these words. Raises StopIteration where there is none."""
        return next(each for each in self._sums if each.words == words)

    def _go_to(self, at: int) -> None:
        item = self.topLevelItem(at)
        if item is not None:
            self.setCurrentItem(item)

    def _height(self) -> int:
        row = self.sizeHintForRow(0) if self.topLevelItemCount() else 0
        return max(row, 1) * max(self.topLevelItemCount(), 1) + _ROOM

    def _selected(self) -> None:
        if (current := self.current()) is not None:
            self.chosen.emit(current)


def _but_numbers(sum_: Sum) -> Sum:
    return dataclasses.replace(sum_, count=0, colour="")
