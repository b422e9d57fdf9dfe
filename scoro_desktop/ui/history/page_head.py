"""The head of the page History: chips that narrow them, and the line of their sums."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.storage.history_filter import NEWEST, Order
from scoro_desktop.storage.history_periods import Span
from scoro_desktop.storage.history_views import View
from scoro_desktop.ui.history.history_chips import HistoryChips
from scoro_desktop.ui.history.sums_line import SumsLine
from scoro_desktop.ui.history.views_chip import ViewsChip
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.kit.flush_column import Growing
from scoro_desktop.ui.kit.tab_order import chain
from scoro_desktop.ui.runtime.async_storage import tolerate
from scoro_desktop.ui.runtime.new_day import NewDay

if TYPE_CHECKING:
    from scoro_desktop.ui.history.day_pane import DayPane
    from scoro_desktop.ui.history.exporting import Exporting
    from scoro_desktop.ui.history.kept_view import KeptView
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class PageHead(Growing):
    """`changed`: something else is to be listed, by a choice or since another day began.

    `view_chosen(View)`: the chips show one already.
    """

    changed = Signal()
    view_chosen = Signal(object)

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QWidget, kept: KeptView | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._colours = colours
        self.days: DayPane | None = None
        """The chart by day, once it was wanted."""
        self._room = 0
        self._storage = storage
        self._asked = 0
        self._wanted: HistoryFilter | None = None
        self._exporting: Exporting | None = None
        self.chips = HistoryChips(self)
        self.begins_with = self._show_kept()
        self.chips.changed.connect(self.changed)
        self.views = ViewsChip(storage, self._view, self)
        self.views.chosen.connect(self._show_view)
        self.views.said.connect(self.say)
        self.chips.add(self.views)
        self.sums = SumsLine(storage, self)
        self.sums.failed_wanted.connect(self.chips.show_failed)
        self.sums.by_day.unfolded.connect(self._show_days)
        self.sums.export.clicked.connect(self.export)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setProperty("role", "help")
        self._said.setWordWrap(True)
        self._said.hide()
        self._older = QPushButton(self)
        self._older.setProperty("role", "link")
        self._older.clicked.connect(self.chips.show_all_time)
        self._older.hide()
        self.new_day = NewDay(self)
        self.new_day.begun.connect(self.changed)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chips)
        column.addWidget(self.sums)
        column.addWidget(self._said)
        column.addWidget(self._older)

    def narrow(self, wanted: HistoryFilter) -> HistoryFilter:
        """The filter with these words, narrowed to what is chosen here."""
        return self.chips.narrow(wanted)

    def read(self, wanted: HistoryFilter) -> None:
        """Adds up what is listed, and looks for what was typed in other days too."""
        self._said.hide()
        self.sums.read(wanted)
        self._wanted = wanted
        if self._kept is not None:
            self._kept.save(self._view())
        if self.days is not None and self.sums.by_day.isChecked():
            self.days.read(wanted, self.chips.period)
        self._look_elsewhere(wanted)

    def export(self) -> None:
        """Writes what is listed to a file that the person chooses."""
        if self._exporting is None:
            from scoro_desktop.ui.history.exporting import Exporting

            self._exporting = Exporting(self._storage, self)
            self._exporting.said.connect(self.say)
        if self._wanted is not None:
            self._exporting.export(self._wanted)

    def _view(self) -> View:
        """The filter of what is listed."""
        return View.of(self._wanted or HistoryFilter(), self.chips.period)

    def _show_kept(self) -> Order:
        """Shows the chips as they were when the app was last used; the order of the rows then."""
        view = None if self._kept is None else self._kept.load()
        if view is None:
            return NEWEST
        self.chips.show_filter(view.wanted, view.period)
        return view.wanted.order

    def _show_view(self, view: View) -> None:
        self.chips.show_filter(view.wanted, view.period)
        self.view_chosen.emit(view)

    def say(self, words: str) -> None:
        """Says what was done, until something else is listed."""
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)

    def set_colours(self, colours: Colours) -> None:
        """Draws itself in the colours of another scheme."""
        self._colours = colours
        if self.days is not None:
            self.days.chart.set_colours(colours)

    def take_room(self, height: int) -> None:
        """Takes the height of the page that it is the head of."""
        self._room = height
        if self.days is not None:
            self.days.take_room(height)

    def _show_days(self, shown: bool) -> None:
        if self.days is None:
            from scoro_desktop.ui.history.day_pane import DayPane

            self.days = DayPane(self._storage, self._colours, self)
            self.days.take_room(self._room)
            self.days.opened.connect(self.chips.show_period)
            self._column.insertWidget(2, self.days)
            chain((self.sums.export, self.days.chart, self.days.table))
        self.days.setVisible(shown)
        if shown and self._wanted is not None:
            self.days.read(self._wanted, self.chips.period)

    def _look_elsewhere(self, wanted: HistoryFilter) -> None:
        """Tells how many more have the words that were typed: whoever looks for a message may not know its day."""
        self._asked += 1
        asked = self._asked
        self._older.hide()
        if not wanted.text.strip() or self.chips.period.span is Span.ALL:
            return
        of_all_time = dataclasses.replace(wanted, since=None, before=None)

        def done(counts: tuple[int, int]) -> None:
            here_, everywhere = counts
            if asked == self._asked and everywhere > here_:
                self._older.setText(self.tr("%Ln more in all time", "", everywhere - here_))
                self._older.show()

        self._storage.read(
            self,
            lambda stores: (stores.history.count(wanted), stores.history.count(of_all_time)),
            done,
            tolerate,
            lambda: asked == self._asked,
        )
