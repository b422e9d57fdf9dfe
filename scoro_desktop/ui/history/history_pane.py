"""The history pane: find a send, see what came of it, use it again."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history import HistoryFilter, Send, SendLine
from scoro_desktop.storage.history_filter import NEWEST
from scoro_desktop.ui.history.campaign_rows import CampaignRows
from scoro_desktop.ui.history.filter_bar import FilterBar
from scoro_desktop.ui.history.history_model import HistoryModel
from scoro_desktop.ui.history.history_table import HistoryTable
from scoro_desktop.ui.history.late_head import LateHead
from scoro_desktop.ui.history.note_keeper import NoteKeeper
from scoro_desktop.ui.history.nothing import nothing_found, nothing_sent, problem_line
from scoro_desktop.ui.history.open_details import OpenDetails
from scoro_desktop.ui.history.row_actions import RowActions
from scoro_desktop.ui.history.rows_bar import RowsBar
from scoro_desktop.ui.history.selected import Selected
from scoro_desktop.ui.history.sort_menu import SortMenu
from scoro_desktop.ui.history.whole import Whole
from scoro_desktop.ui.kit.late_note import LateNote
from scoro_desktop.ui.kit.splitter import LEAST
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.curl.reading import Shell
    from scoro_desktop.storage.history_reading import HistoryReading
    from scoro_desktop.storage.history_views import View
    from scoro_desktop.ui.history.kept_view import KeptView
    from scoro_desktop.ui.history.page_head import PageHead
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.kit.commands import Commands
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

SAID_AFTER_MS: Final = 300
"""A reading is mostly done sooner, and then not said. Ours."""


class HistoryPane(QWidget):
    """All sends, searched by words and filtered by outcome and account.

    `use_again(Send)`, `correct(Send)`, `count_again(Send)` and `copy_wanted(Send, Shell, bool)` (with the keys or
    without) say what the person wants done with one; `campaign_wanted(int)`: a campaign is to be opened.
    """

    use_again = Signal(object)
    count_again = Signal(object)
    correct = Signal(object)
    copy_wanted = Signal(object, object, bool)
    campaign_wanted = Signal(int)

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._colours = colours
        self.kept: KeptView | None = None
        """The page finds here what it listed before."""
        self._is_page = False
        self._details = OpenDetails(self)
        self._to_select: int | None = None  # the send whose row is selected once it is there
        self._whole = Whole(storage, self, self._not_read)
        self.campaigns = CampaignRows(storage, self)
        self.campaigns.changed.connect(self._line_changed)
        self._notes = NoteKeeper(storage, self)
        self._notes.kept.connect(self.sends_changed)
        self._notes.failed.connect(self._say)
        self._model = HistoryModel(storage, colours, self)
        self._model.failed.connect(self._say_failed)
        self._model.taken.connect(self._taken)
        self._model.dataChanged.connect(self._selection_changed)

        self._filters = FilterBar(self)
        self._filters.changed.connect(self._apply_filter)
        self._table = HistoryTable(self._model, self)
        self._table.opened.connect(self._open)
        self._selected = Selected(self._table, self._model)
        self._sort = SortMenu(self._model, self)
        self._sort.changed.connect(self._apply_filter)
        self._table.sort_wanted.connect(self._sort.press)
        self._table.show_order(None)
        self._table.selectionModel().selectionChanged.connect(self._selection_changed)
        self._make_actions()
        self._problem = problem_line(self)
        self._stack = QStackedLayout()
        self._reading = LateNote(self.tr("Reading the history…"), SAID_AFTER_MS, self, over=self._stack)
        self._reading.shown.connect(self._show_state)  # nothing was sent, or found: not known until it is read
        self._nothing_sent, self._nothing_found = nothing_sent(), nothing_found(self.clear_filters)
        self._arrange()
        self.refresh()

    @property
    def table(self) -> HistoryTable:
        """The table, for the focus order of the window."""
        return self._table

    @property
    def head(self) -> PageHead | None:
        """Returns the head of the page History, all of it, once that was looked at."""
        return self.late_head.whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """May have room for the filters in two rows, or no longer."""
        super().resizeEvent(event)
        self._filters.fit()
        self._show_bar()

    def _show_bar(self) -> None:
        is_low = not self._is_page and self.height() < LEAST
        self._bar.give_way(is_low=is_low)
        if self.late_head.there is not None:
            self.late_head.there.take_room(self.height())
        self._column.setContentsMargins(16, 4 if is_low else 8, 16, 4 if is_low else 16)

    def show_as(self, *, page: bool) -> None:
        """Stands on a page of its own, with chips and sums above the rows, or below the message without."""
        if page == self._is_page and (not page or self.late_head.is_begun):
            return
        self.late_head.whole()
        self._is_page = page
        self._actions.show_page(page)
        if self.late_head.there is not None:
            self._show_head()
        elif not self.late_head.is_begun:
            self.late_head.begin(self._colours, self.kept)

    def _headed(self, head: PageHead) -> None:
        self._sort.show_order(head.begins_with)
        head.changed.connect(self._apply_filter)
        head.view_chosen.connect(self._show_view)
        self._show_head()

    def _show_head(self) -> None:
        self.late_head.show(self._is_page)
        self._filters.show_choices(not self._is_page)
        self._show_bar()
        self.refresh()

    def _show_view(self, view: View) -> None:
        self._filters.show_words(view.wanted)
        self._sort.show_order(view.wanted.order)
        self._apply_filter()

    def focus_search(self) -> None:
        """Puts the keyboard into the search."""
        self._bar.show()
        self._filters.focus_search()

    def set_colours(self, colours: Colours) -> None:
        """Draws itself in the colours of another scheme."""
        self._colours = colours
        self._model.set_colours(colours)
        if self.late_head.there is not None:
            self.late_head.there.set_colours(colours)

    def sends_changed(self, send: Send) -> None:
        """Shows a send that was just recorded, and selects it, or one that was settled."""
        self._problem.hide()
        if send.outcome in {Outcome.SENDING, Outcome.HELD}:
            self._to_select = send.id
        self._whole.changed(send)
        self._line_changed(send)
        self._details.changed(send)

    def _line_changed(self, line: SendLine) -> None:
        if self._model.filter.order == NEWEST:
            self._model.row_changed(line.id)
            if self.late_head.there is not None and self._is_page:
                self.late_head.there.read(self._model.filter)
        else:  # it may stand anywhere
            self._apply_filter()
        self._reading.begin()
        self._list_accounts()

    def refresh(self) -> None:
        """Reads everything anew."""
        self._apply_filter()
        self._list_accounts()

    def register(self, commands: Commands) -> None:
        """Registers what can be done with a send in the menu of the history."""
        self._actions.register(commands)

    def refresh_actions(self) -> None:
        """Brings the actions up to date with the selected row."""
        self._selection_changed()

    def show_new(self, send: Send) -> None:
        """Takes away what hides a send that is about to leave; chips that let it through stay."""
        if not self._is_page:
            self._filters.clear()
            self._apply_filter()
        elif self._model.filter.text or not self._model.filter.takes(send):
            self.clear_filters()

    def clear_filters(self) -> None:
        """Shows every send."""
        self._filters.clear()
        if (head := self.head) is not None:
            head.chips.clear()
        self._apply_filter()

    def _make_actions(self) -> None:
        self._actions = acts = RowActions(self._sort, self)
        acts.details.triggered.connect(self._open)
        acts.use_again.triggered.connect(lambda: self._hand_over(self.use_again))
        acts.correct.triggered.connect(lambda: self._hand_over(self.correct))
        acts.count_again.triggered.connect(lambda: self._hand_over(self.count_again))
        acts.export.triggered.connect(lambda: None if self.head is None else self.head.export())
        acts.note.triggered.connect(lambda: self._notes.ask(self._selected.line()))
        acts.pin.triggered.connect(lambda on: self._notes.pin(self._selected.line(), on=on))
        acts.compare.triggered.connect(lambda: self._details.compare(self._selected.pair(), self._whole.reader))
        acts.copy_wanted.connect(self._copy)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._table.addActions(acts.of_a_row())

    def _arrange(self) -> None:
        acts = self._actions
        self._bar = RowsBar(self._filters, (acts.details, acts.use_again), self)
        for page in (self._table, self._nothing_sent, self._nothing_found):
            self._stack.addWidget(page)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(self._problem)
        column.addLayout(self._stack, 1)
        self.late_head = LateHead(self._storage, column, self._filters.search, self)
        self.late_head.made.connect(self._headed)

    def _apply_filter(self) -> None:
        self._problem.hide()
        self._to_select = self._to_select or self._selected.id()
        wanted = self._filters.filter()
        if self.late_head.there is not None and self._is_page:
            wanted = dataclasses.replace(self.late_head.there.narrow(wanted), order=self._sort.order)
        self._table.show_order(self._sort.order if self._is_page else None)
        self._model.set_filter(wanted, [] if self._to_select is None else [self._to_select])
        if self.late_head.there is not None and self._is_page:
            self.late_head.there.read(wanted)
        self._reading.begin()

    def _taken(self, reading: HistoryReading) -> None:
        """Selects the row that is to be, once it is known where it stands."""
        self._reading.end(unless=self._model.is_reading)
        if self._to_select in reading.places:
            row, self._to_select = reading.row_of(self._to_select), None
            if row is not None:
                self._table.selectRow(row)
        self._show_state()
        self._selection_changed()

    def _list_accounts(self) -> None:
        self._storage.read(self, lambda stores: stores.history.accounts(), self._show_accounts, self._not_read)

    def _show_accounts(self, found: list[tuple[str, str]]) -> None:
        self._filters.show_accounts(found)
        if self.late_head.there is not None:
            self.late_head.there.chips.show_accounts(found)
        self._show_state()

    def _show_state(self) -> None:
        page: QWidget = self._table
        if not self._model.rowCount() and self._problem.isHidden() and not self._model.is_reading:
            is_empty = self._model.filter == HistoryFilter() or self._filters.knows_no_account
            page = self._nothing_sent if is_empty else self._nothing_found
        self._stack.setCurrentWidget(page)

    def _selection_changed(self) -> None:
        line = self._selected.line()
        self._actions.show_for(line, self._selected.number())
        self._whole.select(line, lambda: self._actions.show_correct(self._selected.line()))
        self._bar.refresh()

    def _with_selected(self, act: Callable[[Send], None]) -> None:
        self._whole.act(self._selected.id(), act)

    def _hand_over(self, signal: SignalInstance) -> None:
        self._with_selected(signal.emit)

    def _copy(self, shell: Shell, with_keys: bool) -> None:
        self._with_selected(lambda send: self.copy_wanted.emit(send, shell, with_keys))

    def _open(self) -> None:
        if (line := self._selected.line()) is not None:
            self.open_line(line)

    def open_line(self, line: SendLine) -> None:
        """Opens all that is known of a send, or the campaign that a row stands for."""
        if line.campaign_id is not None:
            self.campaign_wanted.emit(line.campaign_id)
        else:
            self._whole.act(line.id, self.show_details)

    def show_details(self, send: Send) -> None:
        """Opens all that is known of a send, or brings it to the front."""
        self._details.show(send)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self._say_failed(disk_words.technical(error))

    def _say_failed(self, detail: str) -> None:
        self._reading.end(unless=self._model.is_reading)
        self._say(self.tr("The history cannot be read from the disk: {detail}").format(detail=detail))

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
        self._actions.show_for(self._selected.line(), self._selected.number())
