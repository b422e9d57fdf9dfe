"""The calendar as it stands on the page: the month, and what stands on the chosen day as a table beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from scoro_desktop.ui.calendar.day_table import DayTable
from scoro_desktop.ui.calendar.month import Cell, Entry, Month
from scoro_desktop.ui.calendar.month_grid import MonthGrid
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.words.line_words import number_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoro_desktop.ui.kit.appearance import Colours

NARROW = 900
"""Below this width, in pixels, the table stands beneath the month."""
HIGH = 480
"""The height, in pixels, that the two need then. Ours: a line for the number of each day, and two rows."""
BESIDE = (380, 300)
"""The width of the table beside the month, in pixels: in a wide window, and in one that is narrow and low."""
SHARE = 0.28
"""Of the width of a very wide window, which the table takes: words of a message are read there. Ours."""


class CalendarView(QWidget):
    """`turned`: another month, or another day, is to be shown (`month`, `grid.day`). `opened(key)`: an entry is wanted.

    `moved(key, int)`: an entry is to be moved by so many days. `time_wanted(key)`: its time is to be changed.
    `listed(date)`: a day is wanted in the history. `list_wanted`: the history is, as rows.
    """

    turned = Signal()
    opened = Signal(object)
    moved = Signal(object, int)
    time_wanted = Signal(object)
    listed = Signal(object)
    list_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month = Month(2000, 1)
        self._today = date(2000, 1, 1)
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", "heading")
        self.back = self._arrow(Qt.ArrowType.LeftArrow, self.tr("Previous month"), -1)
        self.forth = self._arrow(Qt.ArrowType.RightArrow, self.tr("Next month"), 1)
        self.today = QPushButton(self.tr("Today"), self)
        self.today.clicked.connect(lambda: self.go_to(self._today))
        self.rows = QPushButton(self.tr("Show as a list"), self)
        self.rows.setProperty("role", "link")
        self.rows.clicked.connect(self.list_wanted)
        self.note = wrapped(self, "help")
        self.note.hide()
        self.grid = MonthGrid(colours, self)
        self.day_title = wrapped(self, "heading")
        self.table = DayTable(self)
        self.table.set_colours(colours)
        self.empty = wrapped(self, "muted")
        self.empty.setText(self.tr("Nothing on this day."))
        self.more = QPushButton(self)
        self.more.setProperty("role", "link")
        self.more.clicked.connect(lambda: self.listed.emit(self.grid.day))
        self.open = QPushButton(self.tr("Open"), self)
        self.change = QPushButton(self.tr("Change the time…"), self)
        self._arrange()
        for each in (self.empty, self.more):  # nothing is known of a day that was not read yet
            each.hide()
        self.grid.chosen.connect(self._take)
        self.grid.opened.connect(lambda _day: self.go_to_table())
        self.grid.entry_opened.connect(self.opened)
        self.grid.moved.connect(self.moved)
        self.grid.shifted.connect(self._shift)
        self.table.shifted.connect(self._shift)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self._show_acts)
        self.open.clicked.connect(lambda: self._with_entry(self.opened.emit))
        self.change.clicked.connect(lambda: self._with_entry(self.time_wanted.emit))

    def set_colours(self, colours: Colours) -> None:
        """Draws itself in the colours of another scheme."""
        self.grid.set_colours(colours)
        self.table.set_colours(colours)

    def show_month(self, day: date, today: date) -> None:
        """Shows the month of a day, with this day in hand."""
        self.month, self._today = Month.of(day), today
        name = QLocale().standaloneMonthName(self.month.month)
        self.title.setText(self.tr("{month} {year}").format(month=name.capitalize(), year=self.month.year))
        self.grid.show_month(self.month, day, today)
        name = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
        self.day_title.setText(name[:1].upper() + name[1:])

    def show_today(self, today: date) -> None:
        """Marks another day as today; the day in hand stays."""
        self.show_month(self.grid.day, today)

    def show_cells(self, cells: Mapping[date, Cell]) -> None:
        """Shows what stands on the days."""
        self.grid.show_cells(cells)

    def show_day(self, entries: Sequence[Entry], more: int) -> None:
        """Shows what stands on the day in hand, and how many sends more there are than are listed."""
        self.table.show_entries(entries)
        self.table.setVisible(bool(entries))
        self.empty.setVisible(not entries)
        self.more.setVisible(any(each.key[0] == "send" for each in entries) or more > 0)
        words = self.tr("All of this day in the history")
        if more:
            words = self.tr("{number} more: show this day in the history").format(number=number_text(more))
        self.more.setText(words)
        self._show_acts()

    def say(self, words: str) -> None:
        """Says what came of an act, until the next one; empty: nothing."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        announce(self.note, words)

    def go_to(self, day: date) -> None:
        """Takes a day in hand, whatever month it is of."""
        self.grid.take(day)

    def go_to_table(self) -> None:
        """Puts the keyboard into the table of the day."""
        if self.table.isVisibleTo(self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the table beneath the month where there is no room beside it, and there is some beneath."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        is_beneath = is_narrow and self.height() >= HIGH
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if is_beneath else QBoxLayout.Direction.LeftToRight)
        beside = BESIDE[1] if is_narrow else max(BESIDE[0], round(self.width() * SHARE))
        self._side.setMaximumWidth(16_777_215 if is_beneath else beside)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.back, self.forth, self.title):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self.today)
        head.addWidget(self.rows)
        self._side = QWidget(self)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.open)
        acts.addWidget(self.change)
        acts.addStretch()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(self.day_title)
        side.addWidget(self.empty)
        side.addWidget(self.table, 1)
        side.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        side.addLayout(acts)
        side.addStretch()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(16)
        self._both.addWidget(self.grid, 3)
        self._both.addWidget(self._side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addLayout(self._both, 1)

    def _arrow(self, arrow: Qt.ArrowType, words: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda: self.go_to(self.month.shifted(by).day(self.grid.day.day)))
        return button

    def _take(self, day: date) -> None:
        self.say("")
        self.show_month(day, self._today)
        self.turned.emit()

    def _shift(self, days: int) -> None:
        entry = self.table.entry()
        if entry is not None and entry.moves:
            self.moved.emit(entry.key, days)

    def _with_entry(self, act: object) -> None:
        entry = self.table.entry()
        if entry is not None and callable(act):
            act(entry.key)

    def _show_acts(self) -> None:
        entry = self.table.entry()
        self.open.setVisible(entry is not None)
        self.change.setVisible(entry is not None and entry.key[0] == "plan")
