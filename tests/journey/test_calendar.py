"""The month's calendar: what went and what is planned, gone through and moved by keyboard and by mouse."""

import contextlib
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from scoro_desktop.app import Application
from scoro_desktop.audience.relative_dates import zone_of
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.history import History
from scoro_desktop.storage.planned_types import NewPlan, Plan, When
from scoro_desktop.ui.calendar.calendar_view import CalendarView
from scoro_desktop.ui.calendar.cell_painter import HEAD, NUMBER
from scoro_desktop.ui.calendar.month_grid import MonthGrid
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.later.plans_dialog import PlansDialog
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.new_day import NewDay
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey import later
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.later import Hand
from tests.journey.sight import place_of, words_in
from tests.journey.stored import at_rest, stored
from tests.storage.sends import new_send


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=zone_of(here.zone())).astimezone(UTC)


@pytest.fixture
def today() -> date:
    return datetime.now(UTC).astimezone(zone_of(here.zone())).date()


@pytest.fixture
def sent(data_dir: Path, today: date) -> None:
    """Ten sends today, one of which was refused, and one on the tenth of the month before."""
    before = (today.replace(day=1) - timedelta(days=1)).replace(day=10)
    moments = [noon(before), *(noon(today) + timedelta(minutes=each) for each in range(10))]
    with contextlib.closing(open_database(data_dir / DATABASE)) as connection:
        times = iter([moment for moment in moments for _ in range(2)])
        history = History(connection, lambda: next(times))
        for number in range(len(moments)):
            send = history.record(new_send(summary=f"message {number}", words=f"message {number}"))
            history.settle(send.id, Failure(Outcome.REFUSED, "server_said_no") if number == 3 else Sent(7))


def calendar(window: MainWindow, person: Person) -> CalendarView:
    window.commands["history.calendar"].trigger()
    view = shown(window, CalendarView)
    person.qtbot.waitUntil(lambda: bool(rows(view)), timeout=WAIT_MS)
    return view


def rows(view: CalendarView) -> list[str]:
    model = view.table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


@pytest.mark.usefixtures("sent")
def test_in_a_low_window_every_day_keeps_a_line_for_its_number(start: Start, person: Person, today: date) -> None:
    """As a screen of 1280 x 800 has room for at 144 dots per inch."""
    window = start().window
    window.setMinimumSize(837, 485)
    window.resize(837, 485)
    view = calendar(window, person)
    person.qtbot.waitUntil(lambda: view.grid.height() >= HEAD + 6 * NUMBER, timeout=WAIT_MS)
    assert window.height() == 485
    assert place_of(view.grid, today).x() < view.table.mapTo(view, QPoint()).x()


@pytest.mark.usefixtures("sent")
def test_a_month_is_gone_through_and_a_send_of_it_opened(start: Start, person: Person, today: date) -> None:
    window = start().window
    view = calendar(window, person)
    assert window.pages.page is MainPage.HISTORY
    assert not window.history.isVisible()
    assert view.title.text() == f"{QLocale().standaloneMonthName(today.month)} {today.year}"
    assert rows(view) == [f"message {number}" for number in range(1, 11)]
    assert view.grid.accessibleDescription().endswith("10 sends · 63 recipients · 1 failed")
    assert len(view.grid.entries_shown(today)) < 10  # and how many more is said in the cell

    QTest.keyClick(view.grid, Qt.Key.Key_Return)  # into the table of the day
    assert view.table.hasFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    person.settle()
    details = shown(window, SendDetails)
    assert "The server refused" in words_in(details)
    details.close()

    view.grid.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(view.grid, Qt.Key.Key_PageUp)
    before = (today.replace(day=1) - timedelta(days=1)).replace(day=10)
    QTest.mouseClick(view.grid, Qt.MouseButton.LeftButton, pos=place_of(view.grid, before))
    person.qtbot.waitUntil(lambda: rows(view) == ["message 0"], timeout=WAIT_MS)
    assert view.grid.day == before

    person.click(view.more)
    assert window.history.isVisible()
    assert not view.isVisible()
    person.qtbot.waitUntil(lambda: window.history.table.model().rowCount() == 1, timeout=WAIT_MS)


@pytest.mark.usefixtures("sent")
def test_the_rows_are_there_again_wherever_they_are_wanted(start: Start, person: Person) -> None:
    window = start().window
    view = calendar(window, person)
    person.click(shown(view, QPushButton, "Show as a list"))
    assert window.history.isVisible()
    assert window.focusWidget() is not None
    assert window.history.isAncestorOf(window.focusWidget())
    person.click(shown(window.history, QPushButton, "Calendar"))
    assert view.isVisible()
    window.commands["history.find"].trigger()
    assert window.history.isVisible()
    assert not view.isVisible()
    person.click(shown(window.history, QPushButton, "Calendar"))
    window.turn_to(MainPage.COMPOSE)
    assert window.history.isVisible()  # below the message
    window.commands["page.history"].trigger()
    assert window.history.isVisible()
    assert not view.isVisible()


def put(
    person: Person, application: Application, clock: str, zone: str = "Europe/Moscow", summary: str = "Sale"
) -> Plan:
    """A plan on the disk, as a confirmation leaves it."""
    made: list[Plan] = []
    new = NewPlan(When(datetime.fromisoformat(clock), zone), "push", "shop", "Shop", Environment.TEST, summary, 7, {})
    application.services.later.plan(new, made.append)
    person.qtbot.waitUntil(lambda: bool(made), timeout=WAIT_MS)
    return made[0]


def kept(application: Application, plan: Plan) -> str:
    person_sees = {
        each.id: each.when.clock.isoformat(timespec="minutes") for each in stored(application).planned.open()
    }
    return person_sees[plan.id]


def drag(grid: MonthGrid, day: date, plan: Plan, to: date) -> None:
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=place_of(grid, day, ("plan", plan.id)))
    for place in (place_of(grid, day, ("plan", plan.id)), place_of(grid, to), place_of(grid, to)):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            QPointF(grid.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(grid, move)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=place_of(grid, to))
    at_rest()


def test_a_plan_is_moved_to_another_day_by_mouse_and_by_keyboard(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    Hand(application)  # it is the first of December, noon
    plan = put(person, application, "2026-12-02T09:00")
    window.commands["history.calendar"].trigger()
    view = shown(window, CalendarView)
    at_rest()
    grid = view.grid
    assert (view.title.text(), grid.day) == ("December 2026", date(2026, 12, 1))
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert rows(view) == ["Sale"]
    assert grid.accessibleDescription() == "Wednesday, December 2, 2026: 1 planned"

    drag(grid, date(2026, 12, 2), plan, date(2026, 12, 4))
    assert kept(application, plan) == "2026-12-04T09:00"
    assert "was moved: Fri, Dec 4, 2026, 9:00" in view.note.text()
    assert (grid.day, rows(view)) == (date(2026, 12, 4), ["Sale"])
    QTest.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    at_rest()
    assert kept(application, plan) == "2026-12-03T09:00"
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # a week later
    at_rest()
    assert (kept(application, plan), grid.day) == ("2026-12-10T09:00", date(2026, 12, 10))

    drag(grid, date(2026, 12, 10), plan, date(2026, 12, 1))  # nine in Moscow has passed
    assert kept(application, plan) == "2026-12-10T09:00"
    assert view.note.text() == "Tue, Dec 1, 2026, 9:00\u202fAM has passed, so nothing was moved."

    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    opened = shown(window, PlansDialog)
    assert opened.selected() == application.services.later.plans[0]
    opened.close()


def test_another_day_begins_while_it_is_open(start: Start, person: Person) -> None:
    application = start()
    hand = Hand(application)  # it is the first of December, noon
    application.window.commands["history.calendar"].trigger()
    view = shown(application.window, CalendarView)
    person.settle()
    hand.now += timedelta(days=2)  # the computer slept; the window looks at the clock once it is awake
    (day,) = application.window.calendar.findChildren(NewDay)
    day.look()
    person.settle()
    assert view.grid.today == date(2026, 12, 3)
    assert view.grid.day == date(2026, 12, 1), "what a person looks at stays"
    person.click(view.today)
    assert view.grid.day == date(2026, 12, 3)


def test_a_time_that_clocks_leave_out_is_asked_about(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    Hand(application)
    plan = put(person, application, "2027-03-13T02:30", "America/New_York")
    window.commands["history.calendar"].trigger()
    view = shown(window, CalendarView)
    view.go_to(date(2027, 3, 13))
    at_rest()

    def press(words: str) -> None:
        QTest.keyClick(view.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        box = shown(window, QMessageBox)
        assert "never show 2:30\u202fAM: it goes out at 3:30" in box.informativeText()
        person.press(box, words)

    press("Leave it where it is")
    assert kept(application, plan) == "2027-03-13T02:30"
    press("Move it")
    assert kept(application, plan) == "2027-03-14T02:30"


def test_quiet_hours_that_are_agreed_to_are_not_asked_about_again(
    start: Start, person: Person, server: Sandbox, have_account: HaveAccount
) -> None:
    hours = QuietHours(time(22), time(10, 30), "Europe/Moscow")
    shop = Account(
        "shop", "Shop", Environment.TEST, server.address, server.application_id, AccessKind.MASTER, quiet_hours=hours
    )
    have_account(shop, Keys(server.client_key, server.master_key))
    application = start()
    window, hand = application.window, Hand(application)
    person.wait_for_keys(window)
    person.write_push(window, "Spring sale", '{"deviceType": "android"}')
    person.wait_for_count(window)
    made = later.plan(person, window, "2027-03-13 03:00", "America/New_York")  # 11:00 in Moscow; 10:00 a day later
    window.commands["history.calendar"].trigger()
    view = shown(window, CalendarView)
    view.go_to(date(2027, 3, 13))
    at_rest()
    QTest.keyClick(view.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    box = shown(window, QMessageBox)
    assert box.informativeText() == (
        "It will be 10:00\u202fAM in Europe/Moscow: the quiet hours of this account are from 10:00\u202fPM to "
        "10:30\u202fAM."
    )
    person.press(box, "Move it")
    assert kept(application, made) == "2027-03-14T03:00"
    hand.now = datetime(2027, 3, 14, 7, tzinfo=UTC)
    hand.runner.look()
    person.qtbot.waitUntil(lambda: not hand.runner.plans or bool(hand.runner.waiting), timeout=WAIT_MS)
    assert hand.runner.waiting == ()
