"""A confirmed send waits for some seconds in which it can be taken back; nothing of it has left until then."""

import contextlib
import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from scoro_desktop.app import Application
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.history import History, HistoryFilter, Send
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.servers import leading
from tests.journey.sight import row_of
from tests.journey.stored import at_rest, execute, kept, stored
from tests.ui.servers import Server

QUERY = '{"deviceType": "android"}'
HELD = Account(
    "shop", "Shop", Environment.TEST, "https://api.invalid/api/v1/", "b1", AccessKind.MASTER, hold_seconds=30
)
KEYS = Keys(client_key="c" * 32, access_key="a" * 32)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, have_account: HaveAccount) -> Iterator[Server]:
    """Takes the place of whatever the app would talk to, for an account that holds what it sends."""
    have_account(HELD, KEYS)
    with leading(monkeypatch) as server:
        yield server


def rows(application: Application) -> list[Send]:
    history = stored(application).history
    found = [history.get(line.id) for line in history.page(HistoryFilter(), 0, 100)]
    return [each for each in found if each is not None]


def hold(person: Person, window: MainWindow, title: str = "Spring sale") -> None:
    """Confirms a message and waits until it is held."""
    person.wait_for_keys(window)
    person.write_push(window, title, QUERY)
    person.wait_for_count(window, 7)
    before = len(window._services.dispatch.holds)
    dialog = person.press_send(window)
    person.click(dialog.send_button)
    person.qtbot.waitUntil(lambda: len(window._services.dispatch.holds) > before, timeout=WAIT_MS)


def let_time_pass(window: MainWindow) -> None:
    """Lets the seconds of every hold be over."""
    for each in window._services.dispatch.holds:
        each.timer.start(0)


def settled(person: Person, application: Application) -> Send:
    def is_settled() -> bool:
        return all(each.outcome not in {Outcome.HELD, Outcome.SENDING} for each in rows(application))

    person.qtbot.waitUntil(is_settled, timeout=WAIT_MS)
    return rows(application)[0]


def test_undo_takes_it_back_before_anything_left(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    hold(person, window)
    (row,) = rows(application)
    assert (row.outcome, row.expected, row.settled_at) == (Outcome.HELD, 7, None)
    said = window.outcome.text()
    assert said.startswith("Held: “Spring sale” · 7 devices · leaves in ")
    assert said.endswith(" s. Nothing has been sent yet.")
    assert "30" in said
    assert not window.outcome.dismiss.isVisible()
    assert window.outcome.action.text() == "Undo"
    assert row_words(window) == "Held"

    QTest.keyClick(window.tab.form.first(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window._services.dispatch.holds, "Ctrl+Z is for the text"
    QTest.keyClick(window.tab.form.first(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    person.click(window.outcome.action)
    row = settled(person, application)
    assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "taken_back")
    assert server.of("push") == []
    assert window.tab.draft().message.summary() == "Spring sale"
    assert window.notice.text() == ""
    person.qtbot.waitUntil(lambda: "taken back" not in row_words(window), timeout=WAIT_MS)
    assert "You took the message back before it left. Nothing was sent. It is in the form again." in (
        window.outcome.text()
    )
    window.outcome._read.start(0)  # the time that reading takes
    person.qtbot.waitUntil(lambda: not window.outcome.isVisible(), timeout=WAIT_MS)

    # It can be confirmed again at once, and nobody is asked whether it went out already.
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    assert not dialog.again.isVisible()
    dialog.reject()


@pytest.mark.parametrize("page", ["page.campaigns", "page.history", "page.library"])
def test_undo_on_another_page_leads_to_the_message(start: Start, person: Person, server: Server, page: str) -> None:
    application = start()
    window = application.window
    hold(person, window)
    window.commands[page].trigger()
    person.settle()
    assert not window.tab.form.first().isVisible()
    person.click(window.outcome.action)
    settled(person, application)
    assert server.of("push") == []
    assert window.tab.form.first().isVisible(), "“It is in the form again.”"
    assert window.tab.draft().message.summary() == "Spring sale"


def row_words(window: MainWindow) -> str:
    return str(row_of(window)["outcome"])


def test_what_leaves_is_what_was_confirmed(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    hold(person, window)
    person.fill(window.tab.form.first(), "something else")
    person.fill(window.tab.audience.editor, "")
    assert server.of("push") == []
    let_time_pass(window)
    person.qtbot.waitUntil(lambda: bool(server.of("push")), timeout=WAIT_MS)
    (row,) = rows(application)
    assert row.outcome is Outcome.SENDING
    (question,) = server.of("push")
    assert question.body == row.request
    assert "Spring sale" in str(question.body)
    assert question.body["query"] == {"deviceType": "android"}
    assert window._services.dispatch.take_back(row.id) is None, "it has left"
    question.answer(Sent(7))
    assert settled(person, application).count == 7
    assert len(server.of("push")) == 1


def test_what_was_written_meanwhile_is_put_aside_when_it_is_taken_back(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    window = application.window
    hold(person, window)
    person.fill(window.tab.form.first(), "The next one")
    window.tabs.setCurrentIndex(1)
    person.click(window.outcome.action)
    assert window.tab.draft().message.summary() == "Spring sale"
    assert window.tab.audience.editor.text() == QUERY
    assert "Your previous message is in Drafts." in window.notice.text()
    settled(person, application)
    assert server.of("push") == []
    person.click(window.notice.action)
    assert window.tab.draft().message.summary() == "The next one"


def test_two_that_are_held_leave_or_come_back_each_by_itself(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    window = application.window
    heard: list[str] = []
    monkeypatch.setattr("scoro_desktop.ui.sending.outcome_notice.announce", lambda _, words: heard.append(words))
    hold(person, window, "One")
    assert heard == ["Held: leaves in 30 seconds. “Undo” takes it back."]
    hold(person, window, "Two")
    assert window.outcome.text().endswith("(And 1 more held.)")
    assert "“Two”" in window.outcome.text()
    person.click(window.outcome.action)
    person.qtbot.waitUntil(lambda: len(heard) == 3, timeout=WAIT_MS)
    assert "You took the message back before it left." in heard[-1]
    assert "“One”" in window.outcome.text()
    assert "more held" not in window.outcome.text()
    let_time_pass(window)
    person.qtbot.waitUntil(lambda: bool(server.of("push")), timeout=WAIT_MS)
    server.of("push")[0].answer(Sent(7))
    settled(person, application)
    assert {each.summary: each.outcome for each in rows(application)} == {
        "One": Outcome.SENT,
        "Two": Outcome.NOT_SENT,
    }


def test_the_same_is_asked_about_while_it_is_held(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    hold(person, window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.again.isVisible, timeout=WAIT_MS)
    assert not dialog.send_button.isEnabled()
    dialog.reject()
    assert server.of("push") == []
    assert len(rows(application)) == 1


@pytest.mark.parametrize("answer", ["Keep it open", "Take it back", "Send now"])
def test_closing_asks_what_becomes_of_it(start: Start, person: Person, server: Server, answer: str) -> None:
    application = start()
    window = application.window
    hold(person, window)

    def decide(box: QMessageBox) -> None:
        assert "has not left yet" in box.text()
        assert window._services.dispatch.holds[0].seconds_left == 30
        assert not window._services.dispatch.holds[0].timer.isActive(), "nothing leaves while it is asked"
        person.press(box, answer)

    with person.answering(QMessageBox, decide):
        closed = window.close()
    (row,) = rows(application)
    if answer == "Keep it open":
        assert not closed
        assert row.outcome is Outcome.HELD
        assert window._services.dispatch.holds[0].timer.isActive()
    elif answer == "Take it back":
        assert closed
        assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "taken_back")
        assert server.of("push") == []
        assert "Spring sale" in kept(application, "push")
    else:
        assert not closed
        assert window.isVisible()
        person.qtbot.waitUntil(lambda: bool(server.of("push")), timeout=WAIT_MS)
        server.of("push")[0].answer(Sent(7))
        person.qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
        assert settled(person, application).outcome is Outcome.SENT


def test_whoever_sends_more_after_closing_is_not_closed_upon(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    hold(person, window)
    with person.answering(QMessageBox, lambda box: person.press(box, "Send now")):
        assert not window.close()
    person.qtbot.waitUntil(lambda: bool(server.of("push")), timeout=WAIT_MS)
    dialog = window.send()
    assert dialog is not None
    server.of("push")[0].answer(Sent(7))
    assert settled(person, application).outcome is Outcome.SENT
    at_rest()
    assert window.isVisible()
    assert dialog.isVisible()
    dialog.reject()


def test_what_was_sent_at_closing_and_refused_is_there_to_be_read(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    hold(person, window)
    with person.answering(QMessageBox, lambda box: person.press(box, "Send now")):
        assert not window.close()
    person.qtbot.waitUntil(lambda: bool(server.of("push")), timeout=WAIT_MS)
    server.of("push")[0].answer(Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="No"))
    settled(person, application)
    assert window.isVisible()
    person.qtbot.waitUntil(lambda: "Refused" in window.outcome.text(), timeout=WAIT_MS)


def test_an_app_that_dies_sends_nothing_of_what_it_held(
    start: Start, person: Person, server: Server, tmp_path: Path
) -> None:
    """As the disk is at that moment: a kill leaves no more than that. What became of it is said at the next start."""
    application = start()
    hold(person, application.window)
    stored(application)
    left = tmp_path / "left"
    left.mkdir()
    for each in application.services.data_dir.glob(f"{DATABASE}*"):
        shutil.copy(each, left / each.name)
    with contextlib.closing(open_database(left / DATABASE)) as connection:
        (closed,) = History(connection).close_open_sends()
    assert (closed.outcome, closed.reason) == (Outcome.NOT_SENT, "held_at_end")
    assert server.of("push") == []


def test_an_app_that_ends_unasked_says_so_at_the_next_start(start: Start, person: Person, server: Server) -> None:
    hold(person, start().window)
    application = start()  # ends the other, as a signal does
    (row,) = rows(application)
    assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "held_at_end")
    assert server.of("push") == []
    assert row_of(application.window)["result"] == "App ended while it was held"


def test_another_language_holds_it_as_well(start: Start, person: Person, server: Server) -> None:
    application = start()
    hold(person, application.window)
    application._change_language("ru")
    window = application.window
    window.building.finish()
    assert window.outcome.text().startswith("Задержано: «Spring sale» · 7 устройств · уйдёт через")
    person.click(window.outcome.action)
    assert settled(person, application).outcome is Outcome.NOT_SENT
    assert server.of("push") == []


def test_a_disk_that_takes_no_more_lets_nothing_leave(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    hold(person, window)
    execute(application, "PRAGMA query_only = ON")
    let_time_pass(window)
    person.qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=WAIT_MS)
    window.findChildren(QMessageBox)[0].accept()
    execute(application, "PRAGMA query_only = OFF")
    application.services.dispatch.write_again()
    row = settled(person, application)
    assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "not_begun")
    assert server.of("push") == []


def test_a_trial_and_the_sandbox_wait_for_nothing(start: Start, person: Person, have_account: HaveAccount) -> None:
    from scoro_desktop.sending.checks import hold_seconds

    assert hold_seconds(HELD, is_test=False) == 30
    assert hold_seconds(HELD, is_test=True) == 0
    assert hold_seconds(dataclasses.replace(HELD, environment=Environment.SANDBOX), is_test=False) == 0
    window = start().window
    person.write_push(window, "Hello", QUERY)
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    assert window._services.dispatch.holds == []
    assert QApplication.activeModalWidget() is None


def test_what_is_called_off_while_closing_is_asked_about_closes_nothing_later(
    start: Start, person: Person, server: Server
) -> None:
    """There is nothing to send any more when "Send now" is pressed: another message that is sent closes no window."""
    server.always("push", Sent(7))
    application = start()
    window = application.window
    hold(person, window)

    def decide(box: QMessageBox) -> None:
        window._services.dispatch.call_off("account_changed")
        settled(person, application)
        person.settle()
        person.press(box, "Send now")

    with person.answering(QMessageBox, decide):
        window.close()
    window.bar.account_chosen.emit("sandbox")  # which holds nothing
    person.wait_for_count(window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    person.confirm(window, dialog)
    assert settled(person, application).outcome is Outcome.SENT
    QApplication.processEvents()
    assert window.isVisible()
