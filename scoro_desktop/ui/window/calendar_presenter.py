"""Between the calendar and the rest: reads what it shows, away from the GUI thread, and does what is wanted of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from scoro_desktop.audience.relative_dates import zone_of
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history_periods import Period, Span
from scoro_desktop.ui.kit.pauses import Pause
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.history import Send, SendLine
    from scoro_desktop.storage.month import DaySends
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.calendar.calendar_view import CalendarView
    from scoro_desktop.ui.calendar.entries import SendEntries
    from scoro_desktop.ui.history.history_pane import HistoryPane
    from scoro_desktop.ui.history.page_head import PageHead
    from scoro_desktop.ui.kit.commands import Commands
    from scoro_desktop.ui.runtime.new_day import NewDay
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.calendar_plans import CalendarPlans
    from scoro_desktop.ui.window.later_presenter import LaterPresenter
    from scoro_desktop.ui.window.main_pages import MainPages

MOST_LISTED: Final = 200
"""Sends of a day that the table beside the month has; all of them stand in the history. Ours."""
READ_MS: Final = 120
"""A pause after which another month is read: a key that is held down turns over many. Ours."""

DAY_AFTER_MS: Final = 6
"""A pause after the month was shown, in which it is drawn, before the table of the day is filled. Ours."""


class CalendarPresenter(QObject):
    """Shows the calendar on the page History in the place of its rows, and the rows again."""

    def __init__(
        self,
        services: Services,
        pages: MainPages,
        pane: HistoryPane,
        later: LaterPresenter,
        commands: Commands,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._pages = pages
        self._pane = pane
        self._later = later
        self._plans: CalendarPlans | None = None
        self._day: NewDay | None = None
        self._window = window
        self._view: CalendarView | None = None
        self._asked = 0
        self._month: dict[date, DaySends] = {}
        self._listed: tuple[date, list[SendLine]] | None = None
        self._made: SendEntries | None = None
        self._pause = Pause(self, READ_MS)
        self._pause.timeout.connect(self._read)
        self._day_pause = Pause(self, DAY_AFTER_MS)
        self._day_pause.timeout.connect(self._show_day)
        services.appearance.changed.connect(self._show_colours)
        pages.turned.connect(self.show_rows)
        if pane.late_head.there is None:
            pane.late_head.made.connect(self._headed)
        else:
            self._headed(pane.late_head.there)
        for name in ("page.history", "history.find"):
            commands[name].triggered.connect(self._go_to_rows)

    @property
    def view(self) -> CalendarView:
        """Returns the calendar, made where it is not there yet."""
        if self._view is None:
            from scoro_desktop.ui.calendar.calendar_view import CalendarView
            from scoro_desktop.ui.runtime.new_day import NewDay
            from scoro_desktop.ui.window.calendar_plans import CalendarPlans

            view = self._view = CalendarView(self._services.appearance.colours, self._window)
            view.turned.connect(self._turned)
            view.opened.connect(self._open)
            view.listed.connect(self._list)
            view.list_wanted.connect(self.show_rows)
            plans = self._plans = CalendarPlans(self._services, _zone, self._window)
            plans.changed.connect(self._show)
            plans.said.connect(view.say)
            plans.went.connect(view.go_to)
            view.moved.connect(lambda key, days: plans.move(key[1], days))
            view.time_wanted.connect(self._change_time)
            self._day = NewDay(self, lambda: self._services.later.clock.now())
            self._day.begun.connect(self._show_today)
            view.show_month(self._day.today, self._day.today)
            self._pages.put(MainPage.HISTORY, view)
        return self._view

    @property
    def is_shown(self) -> bool:
        """Tells whether the calendar stands in the place of the rows."""
        return self._view is not None and not self._view.isHidden()

    def show(self) -> None:
        """Shows the calendar, with today in hand the first time."""
        self._pages.turn_to(MainPage.HISTORY)
        self._pane.hide()  # before the calendar is there: both would be laid out beside each other
        view = self.view
        if self._day is not None:
            self._day.look()
        view.show()
        view.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def show_rows(self) -> None:
        """Shows the rows of the history again."""
        if self._view is not None and self.is_shown:
            focus = QApplication.focusWidget()
            self._asked += 1
            self._pane.show()
            if focus is not None and self._view.isAncestorOf(focus):
                self._pane.focus_search()  # or the keyboard would go to whatever stands first in the window
            self._view.hide()

    def refresh(self) -> None:
        """Reads anew, where it can be seen: something was sent."""
        if self.is_shown:
            self._pause.start()

    def _headed(self, head: PageHead) -> None:
        """Has the button of the page History show the calendar."""
        head.sums.calendar.clicked.connect(self.show)

    def _go_to_rows(self) -> None:
        if self.is_shown:
            self.show_rows()
            self._pane.focus_search()

    def _turned(self) -> None:
        self._show()  # at once, with what is known of it
        self._pause.start()

    def _read(self) -> None:
        """Reads the month and the day in hand; an answer to an earlier question is not shown."""
        from scoro_desktop.storage.month import day_sends, month_sends, with_counts
        from scoro_desktop.ui.calendar import entries

        view, zone = self.view, _zone()
        self._asked += 1
        asked, day = self._asked, view.grid.day
        days = view.month.days(entries.week_begins())

        def read(stores: Stores) -> tuple[dict[date, DaySends], list[SendLine]]:
            listed = day_sends(stores.history, day, zone, MOST_LISTED)
            return month_sends(stores.history, days[0], days[-1], zone, is_wanted), listed

        def done(found: tuple[dict[date, DaySends], list[SendLine]]) -> None:
            if asked == self._asked:
                self._month, self._listed, self._made = found[0], (day, found[1]), None
                self._show_cells()
                self._day_pause.start()
                self._services.storage.read(
                    self,
                    lambda stores: with_counts(stores.history, found[0], days[0], days[-1], zone),
                    show_counts,
                    self._not_read,
                    is_wanted,
                )

        def show_counts(month: dict[date, DaySends]) -> None:
            if asked == self._asked:
                self._month = month
                self._show_cells()

        def is_wanted() -> bool:
            return asked == self._asked

        self._services.storage.read(self, read, done, self._not_read, is_wanted)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.view.say(self.tr("The history could not be read. {reason}").format(reason=disk_words.reason(error)))

    def _show(self) -> None:
        self._show_cells()
        self._show_day()

    def _entries(self) -> SendEntries:
        from scoro_desktop.ui.calendar.entries import SendEntries

        zone = _zone()
        if self._made is None or self._made.zone != zone:
            self._made = SendEntries(zone)
        return self._made

    def _show_cells(self) -> None:
        from scoro_desktop.ui.calendar.entries import cells

        planned = {} if self._plans is None else self._plans.by_day()
        self.view.show_cells(cells(self._month, planned, self._entries()))

    def _show_day(self) -> None:
        from scoro_desktop.storage.month import DaySends

        self._day_pause.stop()
        view = self.view
        planned = {} if self._plans is None else self._plans.by_day()
        day, listed = self._listed or (None, [])
        shown = self._entries().of(listed) if day == view.grid.day else ()
        sends = self._month.get(view.grid.day, DaySends()).sends
        of_day = sorted([*planned.get(view.grid.day, ()), *shown], key=lambda each: each.at)
        view.show_day(of_day, max(0, sends - len(shown)) if day == view.grid.day else 0)

    def _open(self, key: tuple[str, int]) -> None:
        if key[0] == "send":
            self._look_up(key[1], self._show_send)
        elif self._plans is not None and self._plans.plan(key[1]) is not None:
            self._later.show().select(key[1])

    def _change_time(self, key: tuple[str, int]) -> None:
        plan = None if self._plans is None else self._plans.plan(key[1])
        if plan is not None:
            self._later.change_time(plan)

    def _show_send(self, send: Send) -> None:
        if send.campaign_id is not None:
            self._pane.campaign_wanted.emit(send.campaign_id)
        else:
            self._pane.show_details(send)

    def _look_up(self, send_id: int, act: Callable[[Send], None]) -> None:
        def done(found: Send | None) -> None:
            if found is None:
                self.view.say(self.tr("It is not in the history any more."))
            else:
                act(found)

        self._services.storage.look(self, lambda stores: stores.history.get(send_id), done, self._not_read)

    def _list(self, day: date) -> None:
        self.show_rows()
        if self._pane.head is not None:
            self._pane.head.chips.show_period(Period(Span.RANGE, day, day))

    def _show_colours(self) -> None:
        if self._view is not None:
            self._view.set_colours(self._services.appearance.colours)

    def _show_today(self) -> None:
        if self._day is not None:
            self.view.show_today(self._day.today)
            self.refresh()


def _zone() -> tzinfo:
    """The zone of this computer, by whose days the calendar goes."""
    return zone_of(here.zone())
