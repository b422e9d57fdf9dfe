"""From the press of Send to the settled row, in the real window."""

import dataclasses
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import HistoryFilter, Send
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.journey.stored import execute, stored
from tests.ui.compose.messages import push_with
from tests.ui.servers import Server

QUERY = '{"deviceType": "android"}'
BODY = push_with(gcm={"notification": {"title": "Great match!"}, "data": {"n": 5}})
OTHER = Account("a2", "Other", Environment.PRODUCTION, "https://api.invalid/api/v1/", "b1", AccessKind.MASTER)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Takes the place of whatever the app would talk to."""
    leading = Server()
    leading.always("count", 7)
    leading.always("whole", 1000)
    monkeypatch.setattr("scoro_desktop.app.make_client", leading.client)
    yield leading
    leading.end()


def compose(window: MainWindow) -> None:
    window.messages.open(Request.from_wire(Channel.PUSH, BODY), everyone=False, query_text=QUERY)


def rows(application: Application) -> list[Send]:
    lines = stored(application).history.page(HistoryFilter(), 0, 100)
    return [row for line in lines if (row := stored(application).history.get(line.id)) is not None]


def press(person: Person, window: MainWindow) -> None:
    """Presses Send, confirms, and does not wait for the outcome."""
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled)
    with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
        person.click(dialog.send_button)


def settled(person: Person, application: Application, number: int = 1) -> list[Send]:
    def done() -> bool:
        return [row.outcome is not Outcome.SENDING for row in rows(application)] == [True] * number

    person.qtbot.waitUntil(done, timeout=WAIT_MS)
    return rows(application)


def message_box(window: MainWindow, person: Person) -> QMessageBox:
    person.qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    return window.findChildren(QMessageBox)[0]


def test_one_approval_is_one_request(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    assert application.sandbox is not None
    for number in (1, 2):
        compose(window)
        dialog = person.press_send(window)
        if number == 2:
            person.click(dialog.again)
        person.qtbot.waitUntil(dialog.send_button.isEnabled)
        QTest.mouseClick(dialog.send_button, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(dialog.send_button, Qt.MouseButton.LeftButton)
        settled(person, application, number)
        assert len(application.sandbox.deliveries()) == number
    first, second = rows(application)
    assert first.request == second.request == {"coll": "devices", "query": {"deviceType": "android"}, **BODY}


def test_the_row_is_on_disk_before_the_request_leaves(start: Start, person: Person, server: Server) -> None:
    application = start()
    compose(application.window)
    press(person, application.window)
    person.qtbot.waitUntil(lambda: bool(server.of("push")))
    (row,) = rows(application)
    assert (row.outcome, row.expected, row.query_text) == (Outcome.SENDING, 7, QUERY)
    assert row.request == server.of("push")[0].body
    assert "under way" in application.window.footer.text()
    server.of("push")[0].answer(Sent(6))
    (row,) = settled(person, application)
    assert (row.outcome, row.count) == (Outcome.SENT, 6)
    assert "under way" not in application.window.footer.text()


def test_nothing_is_sent_when_the_row_cannot_be_written(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    assert application.sandbox is not None
    compose(window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled)
    execute(application, "PRAGMA query_only = ON")
    person.click(dialog.send_button)
    box = message_box(window, person)
    assert "nothing was sent" in box.text()
    box.accept()
    execute(application, "PRAGMA query_only = OFF")
    assert application.services.dispatch.under_way == 0
    assert application.sandbox.deliveries() == []
    assert rows(application) == []


@pytest.mark.parametrize("mended", [True, False])
def test_an_outcome_that_cannot_be_written_is_said_and_written_when_that_is_possible(
    start: Start, person: Person, server: Server, mended: bool
) -> None:
    application = start()
    compose(application.window)
    press(person, application.window)
    person.qtbot.waitUntil(lambda: bool(server.of("push")))
    execute(application, "PRAGMA query_only = ON")
    server.of("push")[0].answer(Sent(6))
    box = message_box(application.window, person)
    assert "6" in box.text()
    assert "tries again" in box.informativeText()
    box.accept()
    assert "under way" not in application.window.footer.text()
    if mended:
        execute(application, "PRAGMA query_only = OFF")
        application.services.dispatch.write_again()
        (row,) = rows(application)
        assert (row.outcome, row.count) == (Outcome.SENT, 6)
    (row,) = rows(start())
    assert row.outcome is (Outcome.SENT if mended else Outcome.UNKNOWN)


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (Failure(Outcome.REFUSED, "server_said_no", "403", "No"), Outcome.REFUSED),
        (Failure(Outcome.NOT_SENT, "no_route"), Outcome.NOT_SENT),
        (Failure(Outcome.UNKNOWN, "read_timeout"), Outcome.UNKNOWN),
        (RuntimeError("s3cret"), Outcome.UNKNOWN),
    ],
)
def test_no_outcome_is_ever_tried_again(
    start: Start, person: Person, server: Server, reply: object, outcome: Outcome
) -> None:
    application = start()
    compose(application.window)
    press(person, application.window)
    person.qtbot.waitUntil(lambda: bool(server.of("push")))
    server.of("push")[0].answer(reply)
    (row,) = settled(person, application)
    assert row.outcome is outcome
    assert "s3cret" not in repr(row)
    assert len(server.of("push")) == 1


def test_the_account_that_was_confirmed_is_the_one_that_sends(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    compose(window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled)
    window.current.choose(OTHER, Keys("c", "a"))
    person.click(dialog.send_button)
    person.qtbot.waitUntil(lambda: bool(server.of("push")))
    asked = server.of("push")[0]
    assert asked.account == application.services.sandbox_account
    asked.answer(Sent(7))
    (row,) = settled(person, application)
    assert (row.account_id, row.environment) == ("sandbox", Environment.SANDBOX)


def test_what_is_written_after_pressing_send_is_not_what_is_sent(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    compose(window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled)
    window.tab.clear()
    person.click(dialog.send_button)
    person.qtbot.waitUntil(lambda: bool(server.of("push")))
    assert server.of("push")[0].body == {"coll": "devices", "query": {"deviceType": "android"}, **BODY}
    server.end()
    settled(person, application)


def test_a_count_that_comes_after_cancelling_reaches_nobody(start: Start, person: Person, server: Server) -> None:
    del server._always["count"]
    application = start()
    window = application.window
    compose(window)
    dialog = window.send()
    assert dialog is not None
    person.qtbot.waitUntil(lambda: len(server.of("count")) == 2)
    dialog.reject()
    server.end()
    for thread in [each for each in threading.enumerate() if each.name == "background"]:
        thread.join(5)
    QCoreApplication.processEvents()  # what they said on their way out
    assert rows(application) == []


def test_a_draft_with_a_problem_is_not_even_confirmed(window: MainWindow) -> None:
    window.messages.open(Request(Channel.PUSH), everyone=True, query_text="")
    assert window.flow.confirm(window.tab.draft()) is None


WIDENS = '{"deviceType": "android", "citty": {"$ne": "Moscow"}}'


def stopped(dialog: ConfirmDialog | None, person: Person) -> str:
    """The words of a confirmation that cannot be confirmed."""
    assert dialog is not None
    person.qtbot.waitUntil(lambda: any("citty" in label.text() for label in dialog.findChildren(QLabel)))
    assert not dialog.send_button.isEnabled()
    assert not dialog.typed.isVisible()
    assert not dialog.acknowledged.isVisible()
    dialog.reject()
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_who_is_quick_with_a_misspelt_field_is_stopped_in_the_confirmation(start: Start, person: Person) -> None:
    """The window looks fields up when the typing pauses; Send may be pressed before."""
    application = start()
    window = application.window
    window.messages.open(Request.from_wire(Channel.PUSH, BODY), everyone=False, query_text=WIDENS)
    stopped(window.send(), person)
    assert rows(application) == []


def test_a_misspelt_field_of_the_audience_for_tests_is_looked_up_too(start: Start, person: Person) -> None:
    application = start()
    window, audiences = application.window, stored(application).audiences
    audiences.mark_for_tests(audiences.add("devices", "Ours", WIDENS), True)
    compose(window)
    person.wait_for_count(window)
    stopped(person.send_test(window), person)
    assert rows(application) == []


def test_fields_that_nobody_can_tell_of_are_asked_for_once(start: Start, person: Person, server: Server) -> None:
    application = start()
    server.always("count", Failure(Outcome.REFUSED, "server_said_no"))
    query = '{"a.b": {"$ne": 1}, "c.d": {"$ne": 1}}'
    application.window.messages.open(Request.from_wire(Channel.PUSH, BODY), everyone=False, query_text=query)
    dialog = application.window.send()
    assert dialog is not None
    person.qtbot.waitUntil(dialog.acknowledged.isVisible)
    asked = [each.body["query"] for each in server.of("count")]
    assert asked[:2] == [{"a.b": {"$exists": True}}, {"a.b": {"$ne": 1}, "c.d": {"$ne": 1}}]
    dialog.reject()


def test_the_same_message_through_a_copy_of_the_account_is_told_too(
    start: Start, person: Person, server: Server
) -> None:
    server.always("push", Sent(7))
    application = start()
    window = application.window
    compose(window)
    press(person, window)
    settled(person, application)
    account, keys = window.current.account, window.current.keys
    assert account is not None
    window.current.choose(dataclasses.replace(account, id="copy", name="Shop (copy)"), keys)
    dialog = person.press_send(window)
    assert dialog.again.isVisible()
    assert not dialog.send_button.isEnabled()
    dialog.reject()
    window.current.choose(OTHER, keys)
    dialog = person.press_send(window)
    assert not dialog.again.isVisible()
    dialog.reject()


def test_what_cannot_be_looked_up_is_said_and_asked(start: Start, person: Person, server: Server) -> None:
    server.always("push", Sent(7))
    application = start()
    window = application.window
    compose(window)
    press(person, window)
    settled(person, application)
    torn = "UPDATE sends SET fingerprint = NULL, request = CAST(x'7bff' AS TEXT)"
    execute(application, torn)
    dialog = person.press_send(window)
    with_count = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("It could not be checked whether you sent this message" in text for text in with_count)
    person.qtbot.waitUntil(lambda: dialog.count == 7)
    assert dialog.again.isVisible()
    assert not dialog.send_button.isEnabled()
    person.click(dialog.again)
    with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
        person.click(dialog.send_button)
    person.qtbot.waitUntil(lambda: len(server.of("push")) == 2)
    person.qtbot.waitUntil(lambda: application.services.dispatch.under_way == 0)
    assert len(stored(application).history.page(HistoryFilter(outcomes=frozenset({Outcome.SENT})), 0, 10)) == 2


def test_what_waits_behind_another_when_the_app_closes_was_not_sent(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    for text in ('{"deviceType": "android"}', '{"deviceType": "ios"}'):
        compose(application.window)
        application.window.tab.audience.editor.replace(text)
        press(person, application.window)
    person.qtbot.waitUntil(lambda: bool(server.of("push")))
    waiting, begun = rows(start())
    assert (begun.outcome, begun.reason) == (Outcome.UNKNOWN, "app_closed")
    assert (waiting.outcome, waiting.reason) == (Outcome.NOT_SENT, "never_begun")
    assert len(server.of("push")) == 1
    server.of("push")[0].answer(Sent(6))


# --- counted once more just before it goes out ------------------------------------------------------------------------


def nothing_left(application: Application, server: Server) -> bool:
    return not rows(application) and not server.of("push") and application.services.dispatch.under_way == 0


def held_back(person: Person, window: MainWindow, server: Server) -> ConfirmDialog:
    """A confirmation whose Send was pressed, and whose last count nobody has answered yet."""
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled)
    del server._always["count"]
    asked = len(server.of("count"))
    QTest.mouseClick(dialog.send_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(dialog.send_button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: len(server.of("count")) > asked)
    assert len(server.of("count")) == asked + 1
    return dialog


def wait_for_background() -> None:
    for thread in [each for each in threading.enumerate() if each.name == "background"]:
        thread.join(5)
    QCoreApplication.processEvents()  # what they said on their way out


def test_an_audience_that_moved_is_not_sent_to_unseen(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    compose(window)
    dialog = held_back(person, window, server)
    assert nothing_left(application, server)
    server.of("count")[-1].answer(70)
    person.qtbot.waitUntil(lambda: dialog.count == 70)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "The number changed from 7 to 70. Nothing has been sent yet" in words
    assert nothing_left(application, server)
    server.always("count", 70)
    server.always("push", Sent(69))
    with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
        person.click(dialog.send_button)
    (row,) = settled(person, application)
    assert (row.expected, row.count) == (70, 69)
    assert len(server.of("push")) == 1


def test_however_often_it_is_pressed_one_count_lets_one_message_go(
    start: Start, person: Person, server: Server
) -> None:
    server.always("push", Sent(7))
    application = start()
    compose(application.window)
    dialog = held_back(person, application.window, server)
    QTest.keyClick(dialog, Qt.Key.Key_Return)  # Cancel has the keyboard now, and Enter would press it
    assert not dialog.isVisible()
    server.end()
    wait_for_background()
    assert nothing_left(application, server)

    server.always("count", 7)
    compose(application.window)
    dialog = held_back(person, application.window, server)
    server.of("count")[-1].answer(7)
    (row,) = settled(person, application)
    assert row.expected == 7
    assert len(server.of("push")) == 1


def test_escape_stops_it_while_it_is_counted_once_more(start: Start, person: Person, server: Server) -> None:
    application = start()
    compose(application.window)
    dialog = held_back(person, application.window, server)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    server.of("count")[-1].answer(7)
    wait_for_background()
    assert nothing_left(application, server)


def test_a_server_that_breaks_on_the_last_count_sends_nothing(start: Start, person: Person, server: Server) -> None:
    application = start()
    compose(application.window)
    dialog = held_back(person, application.window, server)
    server.of("count")[-1].answer(RuntimeError("broken"))
    person.qtbot.waitUntil(dialog.acknowledged.isVisible)
    assert not dialog.send_button.isEnabled()
    assert nothing_left(application, server)
    dialog.reject()


def test_every_guard_asks_in_its_turn_and_none_is_passed_over(start: Start, person: Person, server: Server) -> None:
    server.always("push", Sent(7))
    application = start()
    window = application.window
    compose(window)
    press(person, window)
    settled(person, application)
    account, keys = window.current.account, window.current.keys
    assert account is not None
    all_day = QuietHours(time(8), time(8), "Europe/Moscow")
    window.current.choose(dataclasses.replace(account, ceiling=5, quiet_hours=all_day), keys)
    dialog = person.press_send(window)
    asked = [dialog.typed, dialog.again, dialog.quiet]
    assert all(each.isVisible() for each in asked)
    places = [each.mapTo(dialog, each.rect().topLeft()).y() for each in asked]
    assert places == sorted(places), "in the order in which they are to be thought of"
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    for words in ("type 7 here", "You already sent this message to this audience", "the quiet hours of this account"):
        assert words in said
    acts: list[Callable[[], object]] = [lambda: dialog.typed.setText("7"), dialog.again.click, dialog.quiet.click]
    for act in acts:
        assert not dialog.send_button.isEnabled()
        act()
    assert dialog.send_button.isEnabled()
    dialog.again.click()
    assert not dialog.send_button.isEnabled()
    dialog.reject()
    assert len(rows(application)) == 1


def test_nothing_is_sent_after_the_data_folder_was_deleted(start: Start, person: Person, data_dir: Path) -> None:
    application = start()
    window = application.window
    assert application.sandbox is not None
    compose(window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled)
    shutil.rmtree(data_dir)
    with person.qtbot.waitSignal(dialog.approved):
        person.click(dialog.send_button)
    box = message_box(window, person)
    assert "nothing was sent" in box.text()
    assert "was moved or deleted while the app was running" in box.informativeText()
    box.accept()
    assert application.services.dispatch.under_way == 0
    assert application.sandbox.deliveries() == []
