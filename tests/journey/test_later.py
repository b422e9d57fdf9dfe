"""A message is planned for a time, and goes out then, once, or a person is asked: on the real window."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QMessageBox

from scoro_desktop.app import Application
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.template import Template
from scoro_desktop.messages.variables import VariableNotes
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.sending.later.due import in_zone, moment_of
from scoro_desktop.sending.later.frozen import Frozen
from scoro_desktop.storage.history import HistoryFilter, Send
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.planned_types import AskCode, PlanState
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.history import cell_words
from scoro_desktop.ui.later.plans_model import LEFT, MESSAGE, STATE, TO, WHEN
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.sending.lately_question import LatelyQuestion
from scoro_desktop.ui.sending.later_confirm import LaterConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.later import DAY, Hand, approve, ask_when, choose, confirmation, plan, time_dialog
from tests.journey.servers import leading
from tests.journey.stored import at_rest, no_room, stored
from tests.journey.test_later_started import Moment
from tests.storage.keyrings import MemoryKeyring
from tests.ui.servers import Server

ANDROID = '{"deviceType": "android"}'
MOSCOW = '{"city": "Moscow"}'
LATELY = '{"lastSeenAt": {"$gte": {"$relativeDate": {"days": -30}}}}'
SHOP = Account("shop", "Shop", Environment.TEST, "https://api.invalid/api/v1/", "b1", AccessKind.MASTER)
KEYS = Keys(client_key="c" * 32, access_key="a" * 32)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, have_account: HaveAccount) -> Iterator[Server]:
    """Takes the place of whatever the app would talk to."""
    have_account(SHOP, KEYS)
    with leading(monkeypatch) as server:
        yield server


def write(person: Person, window: MainWindow, title: str = "Spring sale", query: str = ANDROID) -> None:
    person.wait_for_keys(window)
    person.write_push(window, title, query)
    person.wait_for_count(window)


def sends(application: Application) -> list[Send]:
    history = stored(application).history
    found = [history.get(line.id) for line in history.page(HistoryFilter(), 0, 100)]
    return [each for each in found if each is not None]


def asked(person: Person, application: Application) -> AskCode:
    """Waits until a person is asked about the one plan there is, on the disk as well; the reason."""
    runner = application.services.later
    person.qtbot.waitUntil(lambda: bool(runner.waiting), timeout=WAIT_MS)
    at_rest()
    (kept,) = stored(application).planned.open()
    assert kept.state is PlanState.ASKED
    assert kept.ask is not None
    assert application.window.later_bar.isVisible()
    return kept.ask.code


def arrived(person: Person, server: Server, number: int = 1) -> None:
    person.qtbot.waitUntil(lambda: len(server.of("push")) == number, timeout=WAIT_MS)


def answered(person: Person, application: Application, server: Server, count: int = 7) -> Send:
    """Has the server answer the newest push, and gives its row once it is settled."""
    server.of("push")[-1].answer(Sent(count))
    person.qtbot.waitUntil(
        lambda: all(each.outcome not in {Outcome.HELD, Outcome.SENDING} for each in sends(application)), timeout=WAIT_MS
    )
    at_rest()
    return sends(application)[0]


def test_it_goes_out_at_its_time_once_with_the_dates_of_then(start: Start, person: Person, server: Server) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window, query=LATELY)
    dialog = ask_when(window)
    choose(dialog, "2026-12-02 09:00")
    confirm = confirmation(person, window)
    assert confirm.windowTitle() == "Send this message later?"
    assert confirm.said.text() == (
        "Wed, Dec 2, 2026, 9:00\u202fAM · Europe/Moscow (UTC+03:00) · in 18 h. "
        "Relative dates of the audience are worked out anew then."
    )
    assert confirm.send_button.text() == "Send to 7 devices on Dec 2 at 9:00\u202fAM"
    made = approve(person, window, confirm)
    assert window.notice.text() == (
        "“Spring sale” is planned: Wed, Dec 2, 2026, 9:00\u202fAM · Europe/Moscow (UTC+03:00) · in 18 h."
    )
    assert (made.expected, made.account_name, made.when.zone) == (7, "Shop", "Europe/Moscow")
    assert sends(application) == []

    hand.move_to("12-02 05:59:59")
    assert stored(application).planned.open() == [made]
    counted = len(server.of("count"))
    hand.move_to("12-02 06:00:00")
    arrived(person, server)
    assert len(server.of("count")) == counted + 1, "it is counted again"
    (question,) = server.of("push")
    hand.move_to("12-02 06:00:01")
    hand.move_to("12-02 05:30:00")  # somebody puts the clock back
    hand.move_to("12-02 06:00:00")
    row = answered(person, application, server)
    assert len(server.of("push")) == 1
    assert (row.outcome, row.count, row.expected) == (Outcome.SENT, 7, 7)
    assert row.planned_for == "2026-12-02T09:00 Europe/Moscow"
    assert cell_words.text(row, cell_words.MESSAGE) == "PLANNED · Spring sale"
    assert cell_words.tool_tip(row, cell_words.MESSAGE).startswith("Spring sale\n\nPlanned for Wed")
    assert row.query_text == LATELY
    seen = row.request["query"]["lastSeenAt"]["$gte"]  # type: ignore[index,call-overload]
    assert str(seen).startswith("2026-11-02T06:00:0"), "30 days before it went out"
    assert question.body == row.request
    assert stored(application).planned.open() == []
    assert not window.later_bar.isVisible()
    details = person.open_details(window)
    details.opening.finish()
    assert "Wed, Dec 2, 2026, 9:00\u202fAM · Europe/Moscow (UTC+03:00)" in words_of(details)
    details.reject()


def words_of(widget: object) -> str:
    from tests.journey.sight import words_in

    return words_in(widget)  # type: ignore[arg-type]


def test_more_than_ten_minutes_late_it_asks_and_an_answer_sends_it(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    plan(person, window)
    hand.move_to("12-02 06:10:01")  # the computer slept
    assert asked(person, application) is AskCode.LATE
    assert window.later_bar.text() == (
        "“Spring sale”, planned for Wed, Dec 2, 2026, 9:00\u202fAM, was not sent. "
        "Its time passed while the app was closed or the computer asleep."
    )
    hand.move_to("12-02 06:00:00")  # and the clock is put back: it was asked about, and waits for the answer
    hand.move_to("12-02 08:00:00")
    assert server.of("push") == []

    person.click(window.later_bar.cancel_button)
    assert stored(application).planned.open() == []
    person.click(window.notice.action)  # Undo
    assert asked(person, application) is AskCode.LATE

    person.click(window.later_bar.send_button)
    person.qtbot.waitUntil(lambda: bool(window.findChildren(ConfirmDialog)), timeout=WAIT_MS)
    (dialog,) = window.findChildren(ConfirmDialog)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    assert dialog.send_button.text() == "Send to 7 devices"
    person.click(dialog.send_button)
    arrived(person, server)
    row = answered(person, application, server)
    assert (row.outcome, row.planned_for) == (Outcome.SENT, "2026-12-02T09:00 Europe/Moscow")
    assert stored(application).planned.open() == []
    assert not window.later_bar.isVisible()


def test_a_start_after_the_time_asks_and_one_before_it_sends(start: Start, person: Person, server: Server) -> None:
    application = start()
    Hand(application)
    write(person, application.window)
    first = plan(person, application.window)
    plan(person, application.window, "2026-12-02 09:30")

    application = start()
    hand = Hand(application)
    person.qtbot.waitUntil(lambda: application.services.later.is_read, timeout=WAIT_MS)
    assert [each.state for each in application.services.later.plans] == [PlanState.PLANNED] * 2
    hand.move_to("12-02 06:05")
    arrived(person, server)
    row = answered(person, application, server)
    assert row.planned_for == first.when.written()
    assert application.window.current.account is not None

    application = start()
    hand = Hand(application)
    hand.move_to("12-02 06:45")
    assert asked(person, application) is AskCode.LATE
    assert len(server.of("push")) == 1


def test_an_audience_that_is_another_by_then_is_asked_about(start: Start, person: Person, server: Server) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    cases: list[tuple[int | Failure, int, AskCode, str]] = [
        (0, 1000, AskCode.NOBODY, "Nobody would get it any more."),
        # It is everyone by now.
        (7, 7, AskCode.MOVED, "The audience changed since it was planned: 7 then, 7 now."),
        (Failure(Outcome.UNKNOWN, "read_timeout"), 9, AskCode.NOT_COUNTED, "The server could not say how many"),
        (8, 1000, AskCode.MOVED, "The audience changed since it was planned: 7 then, 8 now."),
    ]
    for now, whole, code, words in cases:
        hand.now = DAY
        plan(person, window)
        server.always("count", now)
        server.always("whole", whole)
        hand.move_to("12-02 06:00")
        assert asked(person, application) is code
        assert words in window.later_bar.text()
        assert (server.of("push"), sends(application)) == ([], [])
        if now != 8:
            person.click(window.later_bar.cancel_button)
            server.always("count", 7)
            server.always("whole", 1000)
    # Another time is no answer to that: it is confirmed anew, with the number of now.
    person.click(window.later_bar.move_button)
    choose(time_dialog(), "2026-12-02 18:00")
    person.qtbot.waitUntil(lambda: bool(window.findChildren(LaterConfirmDialog)), timeout=WAIT_MS)
    anew = approve(person, window, confirmation(person, window))
    assert (anew.expected, anew.when.clock.hour) == (8, 18)
    assert [each.id for each in stored(application).planned.open()] == [anew.id]
    hand.move_to("12-02 15:00")
    arrived(person, server)
    assert answered(person, application, server, 8).expected == 8


def test_without_a_connection_it_is_tried_again_until_it_is_late(start: Start, person: Person, server: Server) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    plan(person, window)
    plan(person, window, "2026-12-03 09:00")
    server.always("whole", Failure(Outcome.NOT_SENT, "no_route"))
    for minute in ("00", "05"):
        looks = len(server.of("whole"))
        hand.move_to(f"12-02 06:{minute}")
        person.qtbot.waitUntil(lambda looks=looks: len(server.of("whole")) > looks, timeout=WAIT_MS)  # type: ignore[misc]
        person.qtbot.waitUntil(lambda: not application.services.later._busy, timeout=WAIT_MS)
        assert [each.state for each in stored(application).planned.open()] == [PlanState.PLANNED] * 2
    server.always("whole", 1000)
    hand.move_to("12-02 06:09")
    arrived(person, server)
    answered(person, application, server)
    server.always("whole", Failure(Outcome.NOT_SENT, "no_route"))
    hand.move_to("12-03 06:11")
    assert asked(person, application) is AskCode.LATE
    assert len(server.of("push")) == 1


def test_quiet_hours_at_that_time_are_asked_about_or_agreed_to(
    start: Start, person: Person, server: Server, have_account: HaveAccount
) -> None:
    quiet = dataclasses.replace(
        SHOP, id="quiet", name="Quiet", quiet_hours=QuietHours(time(22), time(9, 30), "Europe/Moscow")
    )
    have_account(quiet, KEYS)
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    choose(ask_when(window), "2026-12-02 09:00")
    dialog = confirmation(person, window)
    assert dialog.quiet.isVisible()
    assert not dialog.send_button.isEnabled()
    assert "It will be 9:00\u202fAM in Europe/Moscow" in words_of(dialog)
    person.click(dialog.quiet)
    approve(person, window, dialog)
    choose(ask_when(window), "2026-12-02 09:40")
    dialog = confirmation(person, window)
    assert not dialog.quiet.isVisible()
    second = approve(person, window, dialog)
    hand.move_to("12-02 06:00")
    arrived(person, server)
    answered(person, application, server)
    # The hours are set longer meanwhile.
    account = application.services.accounts.of("quiet")
    assert account is not None
    longer = dataclasses.replace(account, quiet_hours=QuietHours(time(22), time(10), "Europe/Moscow"))
    application.services.accounts._take(longer)
    hand.move_to("12-02 06:40")
    assert asked(person, application) is AskCode.QUIET_HOURS
    # Another time answers that.
    application.services.later.move(
        second.id, dataclasses.replace(second.when, clock=second.when.clock.replace(hour=11))
    )
    at_rest()
    assert [each.state for each in stored(application).planned.open()] == [PlanState.PLANNED]


def test_another_account_or_other_keys_are_asked_about(
    start: Start, person: Person, server: Server, keyring: MemoryKeyring
) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    accounts = application.services.accounts
    at_once: list[tuple[Account | None, AskCode, str]] = [
        (dataclasses.replace(SHOP, address="https://other.invalid/api/v1/"), AskCode.ACCOUNT_CHANGED, "address."),
        (dataclasses.replace(SHOP, application_id="b9"), AskCode.ACCOUNT_CHANGED, "application id."),
        (dataclasses.replace(SHOP, environment=Environment.PRODUCTION), AskCode.ACCOUNT_CHANGED, "environment."),
        (dataclasses.replace(SHOP, locked_clause='{"a": 1}'), AskCode.ACCOUNT_CHANGED, "that is always added."),
        (None, AskCode.ACCOUNT_GONE, "Its account was deleted."),
    ]
    for account, code, words in at_once:
        plan(person, window)
        if account is None:
            accounts._accounts.pop(SHOP.id)
        else:
            accounts._take(account)
        window.accounts.changed.emit()
        assert asked(person, application) is code
        assert window.later_bar.text().endswith(words)
        accounts._take(SHOP)
        person.click(window.later_bar.cancel_button)
    for keys, code in ((dataclasses.replace(KEYS, access_key="b" * 32), AskCode.KEYS_CHANGED), (None, AskCode.NO_KEYS)):
        hand.now = DAY
        plan(person, window)
        if keys is None:
            Vault(keyring).delete(SHOP.id)
        else:
            Vault(keyring).store(SHOP, keys)
        hand.move_to("12-02 06:00")
        assert asked(person, application) is code
        hand.move_to("12-02 06:01")
        person.click(window.later_bar.cancel_button)
    assert server.of("push") == []
    assert stored(application).planned.open() == []


def test_an_error_of_the_app_stops_it_and_a_confirmation_lets_it_go(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    made = plan(person, window)
    window.doubt()
    assert asked(person, application) is AskCode.ERROR
    hand.move_to("12-02 05:00")
    hand.move_to("12-02 06:00")
    assert server.of("push") == []
    hand.now = hand.now.replace(hour=5)
    window.later.change_time(application.services.later.plans[0])
    choose(time_dialog(), "2026-12-02 09:00")
    person.qtbot.waitUntil(lambda: bool(window.findChildren(LaterConfirmDialog)), timeout=WAIT_MS)
    approve(person, window, confirmation(person, window))
    hand.move_to("12-02 06:00")
    arrived(person, server)
    assert answered(person, application, server).planned_for == made.when.written()


@pytest.mark.parametrize("at", ["approved", "written"])
def test_an_error_of_the_app_while_it_is_kept_has_it_ask(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    moment = Moment(monkeypatch, *((Planned, "add") if at == "written" else (Frozen, "to_json")))
    choose(ask_when(window), "2026-12-02 09:00")
    person.click(confirmation(person, window).send_button)
    moment.wait(person)
    window.doubt()
    moment.end()
    assert asked(person, application) is AskCode.ERROR
    hand.move_to("12-02 06:00")
    assert server.of("push") == []


def test_an_error_of_the_app_while_another_time_is_chosen_still_asks(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    plan(person, window)
    window.later.change_time(application.services.later.plans[0])
    dialog = time_dialog()
    window.doubt()
    choose(dialog, "2026-12-02 10:00")
    assert asked(person, application) is AskCode.ERROR
    assert [each.when.clock.hour for each in stored(application).planned.open()] == [10]
    hand.move_to("12-02 07:00")
    assert server.of("push") == []


def test_an_error_or_a_sleep_while_it_is_counted_lets_nothing_leave(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)

    def counted_at_its_time() -> None:
        hand.now = DAY
        server.always("count", 7)
        plan(person, window)
        del server._always["count"]
        looks = len(server.of("count"))
        hand.move_to("12-02 06:00")
        person.qtbot.waitUntil(lambda: len(server.of("count")) > looks, timeout=WAIT_MS)

    counted_at_its_time()
    hand.now = hand.now.replace(hour=14)
    server.of("count")[-1].answer(7)
    assert asked(person, application) is AskCode.LATE
    person.click(window.later_bar.cancel_button)

    counted_at_its_time()
    application.services.later.cancel(application.services.later.plans[0].id)
    server.of("count")[-1].answer(7)
    person.settle()
    assert stored(application).planned.open() == []

    counted_at_its_time()
    window.doubt()
    server.of("count")[-1].answer(7)
    assert asked(person, application) is AskCode.ERROR
    person.settle()
    assert (server.of("push"), sends(application)) == ([], [])


def test_what_waits_behind_another_send_is_not_sent_when_its_time_has_passed(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window, "First")
    dialog = person.press_send(window)
    person.click(dialog.send_button)
    arrived(person, server)
    write(person, window, "Second")
    plan(person, window)
    hand.move_to("12-02 06:00")
    person.qtbot.waitUntil(lambda: len(sends(application)) == 2, timeout=WAIT_MS)
    hand.now = hand.now.replace(hour=9)
    server.of("push")[0].answer(Sent(7))
    person.qtbot.waitUntil(lambda: sends(application)[0].outcome is Outcome.NOT_SENT, timeout=WAIT_MS)
    at_rest()
    assert [(each.summary, each.outcome, each.reason) for each in sends(application)] == [
        ("Second", Outcome.NOT_SENT, "too_late"),
        ("First", Outcome.SENT, ""),
    ]
    assert len(server.of("push")) == 1
    assert "had passed by more than 10 minutes when it was its turn. Nothing was sent." in window.outcome.text()


def test_a_disk_that_takes_nothing_sends_nothing_and_asks(start: Start, person: Person, server: Server) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    with no_room(application):
        choose(ask_when(window), "2026-12-02 09:00")
        dialog = confirmation(person, window)
        person.click(dialog.send_button)
        person.qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=WAIT_MS)
        (box,) = window.findChildren(QMessageBox)
        assert box.text() == "Nothing was planned or sent."
        box.accept()
    assert application.services.later.plans == ()
    made = plan(person, window)
    with no_room(application):
        hand.move_to("12-02 06:00")
        person.qtbot.waitUntil(lambda: bool(application.services.later.waiting), timeout=WAIT_MS)
        at_rest()
        assert window.later_bar.isVisible()
    assert (server.of("push"), sends(application)) == ([], [])
    assert [each.id for each in stored(application).planned.open()] == [made.id], "it is not forgotten"


def test_the_same_message_that_went_out_meanwhile_is_asked_about(start: Start, person: Person, server: Server) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    server.always("push", Sent(7))
    write(person, window)
    plan(person, window)
    person.confirm(window, person.press_send(window))
    hand.move_to("12-02 06:00")
    assert asked(person, application) is AskCode.SAME_SENT
    assert len(server.of("push")) == 1
    person.click(window.later_bar.cancel_button)
    # One that was seen and agreed to in the confirmation is none.
    choose(ask_when(window), "2026-12-02 18:00")
    dialog = confirmation(person, window)
    person.qtbot.waitUntil(dialog.again.isVisible, timeout=WAIT_MS)
    person.click(dialog.again)
    approve(person, window, dialog)
    hand.move_to("12-02 15:00")
    arrived(person, server, 2)


def test_what_is_planned_is_listed_edited_and_moved(start: Start, person: Person, server: Server) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    first = plan(person, window)
    write(person, window, "Second")
    choose(ask_when(window), "2026-12-02 15:00", "Asia/Yekaterinburg")
    second = approve(person, window, confirmation(person, window))
    listed = window.later.show()
    model = listed.table.model()
    cells = [[str(model.index(row, column).data()) for column in range(model.columnCount())] for row in range(2)]
    assert cells == [
        [
            "Wed, Dec 2, 2026, 9:00\u202fAM",
            "Europe/Moscow (UTC+03:00)",
            "in 18 h",
            "Spring sale",
            "7",
            "TEST · Shop",
            "Planned",
        ],
        [
            "Wed, Dec 2, 2026, 3:00\u202fPM",
            "Asia/Yekaterinburg (UTC+05:00)",
            "in 22 h",
            "Second",
            "7",
            "TEST · Shop",
            "Planned",
        ],
    ]
    for column in (WHEN, LEFT, TO, STATE):  # these are compared from row to row: they are whole
        assert listed.table.columnWidth(column) >= listed.table.sizeHintForColumn(column)
    assert listed.table.columnWidth(MESSAGE) >= 200
    # Moved: the same plan, without a confirmation, since nothing else changed.
    listed.select(second.id)
    person.click(listed.move_button)
    dialog = time_dialog()
    assert dialog.when() == second.when
    choose(dialog, "2026-12-01 18:00")
    assert [each.id for each in application.services.later.plans] == [second.id, first.id]
    # Edited: it is in the form, and not planned any more.
    listed.select(first.id)
    person.click(listed.edit_button)
    person.qtbot.waitUntil(lambda: window.tab.draft().message.summary() == "Spring sale", timeout=WAIT_MS)
    person.settle()
    assert window.tab.draft().audience_text == ANDROID
    # Its draft is written on a thread of its own: what made room for it is told before, and that it is there after.
    said = "is in the form and no longer planned"
    person.qtbot.waitUntil(lambda: said in window.notice.text(), timeout=WAIT_MS)
    assert [each.id for each in stored(application).planned.open()] == [second.id]
    person.wait_for_count(window)
    dialog = ask_when(window)
    assert dialog.when() == first.when, "the time that it had is offered"
    dialog.reject()
    # Sent now, with the seconds in which it can be taken back: what it was planned as ends with that.
    held = dataclasses.replace(SHOP, hold_seconds=30)
    application.services.accounts._take(held)
    window.later.send_now(application.services.later.plans[0])
    person.qtbot.waitUntil(lambda: bool(window.findChildren(ConfirmDialog)), timeout=WAIT_MS)
    (confirm,) = window.findChildren(ConfirmDialog)
    person.qtbot.waitUntil(confirm.send_button.isEnabled, timeout=WAIT_MS)
    person.click(confirm.send_button)
    person.qtbot.waitUntil(lambda: bool(window._services.dispatch.holds), timeout=WAIT_MS)
    assert stored(application).planned.open() == []
    person.click(window.outcome.action)  # Undo
    person.settle()
    hand.move_to("12-01 15:00")
    assert server.of("push") == []
    row = sends(application)[0]
    assert (row.summary, row.outcome, row.reason) == ("Second", Outcome.NOT_SENT, "taken_back")


def test_people_who_were_messaged_lately_are_asked_about(
    start: Start, person: Person, server: Server, have_account: HaveAccount
) -> None:
    have_account(dataclasses.replace(SHOP, id="careful", name="Careful", lately_hours=24), KEYS)
    application = start()
    window, hand = application.window, Hand(application, datetime.now(UTC).replace(second=0, microsecond=0))
    server.always("push", Sent(7))
    when = in_zone(hand.now + timedelta(hours=1), "UTC+00:00")
    write(person, window, "Second", MOSCOW)
    choose(ask_when(window), when.clock.strftime("%Y-%m-%d %H:%M"), 0)
    dialog = confirmation(person, window)
    wait_for_words(person, dialog, "If somebody was messaged in the 24 hours before it goes out, you are asked then.")
    approve(person, window, dialog)
    write(person, window, "First")  # goes out meanwhile
    person.confirm(window, person.press_send(window))

    # Of another one the overlap is known as it is planned, and agreed to.
    write(person, window, "Third", MOSCOW)
    choose(ask_when(window), when.clock.strftime("%Y-%m-%d %H:%M"), 0)
    dialog = confirmation(person, window)
    wait_for_words(person, dialog, "7 of these may have been messaged in the last 24 hours: they match “First”")
    assert not dialog.send_button.isEnabled()
    person.click(shown(dialog, LatelyQuestion).box)
    approve(person, window, dialog)

    hand.now = moment_of(when)
    hand.runner.look()
    arrived(person, server, 2)
    assert asked(person, application) is AskCode.LATELY
    assert "“Second”, planned for" in window.later_bar.text()
    assert "messaged within the last 24 hours: 7." in window.later_bar.text()
    assert [each.summary for each in sends(application)] == ["Third", "First"]


def wait_for_words(person: Person, dialog: ConfirmDialog, words: str) -> None:
    person.qtbot.waitUntil(lambda: words in words_of(dialog), timeout=WAIT_MS)


def test_a_template_that_was_changed_since_is_asked_about(start: Start, person: Person, server: Server) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    person.wait_for_keys(window)
    template = Template("Sale", Channel.PUSH, message_of("Hello"))
    changed = dataclasses.replace(template, message=message_of("Another"))
    kept = application.storage.writer.wait_for(lambda stores: stores.templates.add(template))
    window.templates._open(kept, {}, VariableNotes())
    person.settle()
    person.fill(window.tab.audience.editor, "")
    person.paste(window.tab.audience.editor, ANDROID)
    person.wait_for_count(window)
    asks = AskCode.TEMPLATE_CHANGED
    for number, (now, code) in enumerate(((changed, asks), (changed, asks), (template, None))):
        if number == 1:  # it is remembered with what stands in the form
            application = start()
            window, hand = application.window, Hand(application)
            person.wait_for_keys(window)
            person.wait_for_count(window)
        hand.now = DAY
        plan(person, window)
        application.storage.writer.wait_for(lambda stores, now=now: stores.templates.update(kept.id, now))  # type: ignore[misc]
        hand.move_to("12-02 06:00")
        if code is not None:
            assert asked(person, application) is code
            assert "The template “Sale” was changed since it was planned." in window.later_bar.text()
            person.click(window.later_bar.cancel_button)
    arrived(person, server)


def message_of(title: str) -> JsonObject:
    return {"msg": {"data": {"gcm": {"notification": {"title": title}}}}}
