"""A long query at Send: what it says was read on a thread before, and counts only for the very text on the screen."""

import dataclasses
import json
import threading
from typing import Final

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from scoro_desktop import wire
from scoro_desktop.audience.query import Query, Reading, read_query
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import Environment, Keys
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.audience import json_page
from scoro_desktop.ui.audience.live_count import Counted
from scoro_desktop.ui.editor.letters import Letters
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.storage.keyrings import MemoryKeyring
from tests.ui.compose.messages import push_with
from tests.ui.sending.test_send_flow import OTHER as OTHER_ACCOUNT
from tests.ui.sending.test_send_flow import server
from tests.ui.servers import Server

__all__ = ["server"]


def query_of(name: str) -> str:
    return json.dumps({"deviceId": {"$in": [f"{name}-{number:04}" for number in range(2500)]}}, indent=1)


LONG: Final = query_of("device")
OTHER: Final = query_of("tablet")
BODY: Final = push_with(gcm={"notification": {"title": "Great match", "body": "Tickets"}})


@pytest.fixture
def window(start: Start, server: Server, person: Person) -> MainWindow:
    server.always("count", 7)
    server.always("push", Sent(7))
    window = start().window
    window.tab.audience.by_query.click()
    show(window, person, LONG)
    return window


def show(window: MainWindow, person: Person, text: str) -> None:
    """Shows a message to a long query, and waits until that is read and counted."""
    window.tab.load(Request.from_wire(Channel.PUSH, BODY), everyone=False, query_text=text)
    person.qtbot.waitUntil(lambda: window.tab.draft().audience is not None, timeout=WAIT_MS)
    person.wait_for_count(window)


def dialogs(window: MainWindow) -> list[ConfirmDialog]:
    return [each for each in window.findChildren(ConfirmDialog) if each.isVisible()]


def assert_nobody(window: MainWindow, person: Person, server: Server) -> None:
    """Send is pressed: no question stays, none can be answered, nobody is chosen from then on, and nothing leaves."""
    dialog = window.send()
    answers: list[object] = []
    if dialog is not None:
        dialog.approved.connect(answers.append)
        with person.qtbot.waitSignal(dialog.finished, timeout=WAIT_MS):
            dialog.show_sent_before(None)
            dialog.show_count(Counted(7, 1000))
            assert not dialog.send_button.isEnabled()
            dialog.send_button.click()
    assert not answers
    assert not dialogs(window)
    assert window.tab.draft().audience is None
    assert window.send() is None
    assert not sent(server)


def broken(_: object) -> None:
    raise RuntimeError("a mistake of the app")


def sent(server: Server) -> list[wire.JsonValue]:
    return [each.body["query"] for each in server.of("push")]


def send(window: MainWindow, person: Person) -> None:
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    person.confirm(window, dialog)


def test_what_is_sent_is_what_the_text_says(window: MainWindow, person: Person, server: Server) -> None:
    send(window, person)
    assert sent(server) == [json.loads(LONG)]


def test_the_window_does_not_read_it_once_more_at_send(
    window: MainWindow, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = wire.read
    on_threads: list[bool] = []

    def noted(text: str | bytes) -> wire.JsonValue:
        if len(text) > 20_000:
            on_threads.append(threading.current_thread() is not threading.main_thread())
        return read(text)

    monkeypatch.setattr(wire, "read", noted)
    show(window, person, OTHER)
    dialog = window.send()
    assert dialog is not None
    dialog.reject()
    assert on_threads
    assert all(on_threads)


def test_nothing_can_be_confirmed_before_the_screen_was_looked_at(window: MainWindow, person: Person) -> None:
    looked = []
    dialog = window.send()
    assert dialog is not None
    dialog.counted.connect(lambda: looked.append(dialog.send_button.isEnabled()))
    dialog.show_sent_before(None)
    dialog.show_count(Counted(7, 1000))
    assert not dialog.send_button.isEnabled()
    assert looked == []
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    assert looked[0] is True
    dialog.reject()


def test_an_edit_beneath_the_confirmation_before_the_look_closes_it(
    window: MainWindow, person: Person, server: Server
) -> None:
    dialog = window.send()
    assert dialog is not None
    with person.qtbot.waitSignal(dialog.finished, timeout=WAIT_MS):
        window.tab.audience.editor.replace(OTHER)
    assert not server.of("push")
    assert not dialogs(window)


def test_another_tab_beneath_the_confirmation_does_not_change_what_is_looked_at(
    window: MainWindow, person: Person, server: Server
) -> None:
    dialog = window.send()
    assert dialog is not None
    window.messages.show(Channel.SMS)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    person.confirm(window, dialog)
    assert sent(server) == [json.loads(LONG)]


def test_a_confirmation_that_was_closed_at_once_looks_at_nothing(
    window: MainWindow, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    afresh = Letters.afresh

    def noted(letters: Letters) -> str:
        looked.append(afresh(letters))
        return looked[-1]

    monkeypatch.setattr(Letters, "afresh", noted)
    dialog = window.send()
    assert dialog is not None
    dialog.reject()
    person.qtbot.waitUntil(lambda: not isValid(dialog), timeout=WAIT_MS)
    assert not looked
    assert window.tab.draft().audience is not None


def test_an_error_of_the_app_in_the_look_leaves_nobody_chosen(
    window: MainWindow, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = window.send()
    assert dialog is not None
    monkeypatch.setattr(Letters, "afresh", broken)
    with person.qtbot.captureExceptions() as raised:
        person.qtbot.waitUntil(lambda: bool(raised), timeout=WAIT_MS)
        dialog.show_sent_before(None)
        dialog.show_count(Counted(7, 1000))
        assert not dialog.send_button.isEnabled()
        window.doubt()  # as the exception hook has it
    assert window.tab.draft().audience is None
    assert not dialogs(window)
    assert not server.of("push")


def test_a_query_that_was_changed_after_it_was_read_stops_the_send(
    window: MainWindow, person: Person, server: Server
) -> None:
    audience = window.tab.draft().audience
    assert isinstance(audience, Query)
    ids = audience.value["deviceId"]
    assert isinstance(ids, dict)
    assert isinstance(ids["$in"], list)
    ids["$in"].append("tablet-0001")
    assert_nobody(window, person, server)


@pytest.mark.parametrize("edited", [LONG.replace("device-0007", "device-0008"), LONG + " "])
def test_an_edit_of_which_nobody_heard_stops_the_send(
    window: MainWindow, person: Person, server: Server, edited: str
) -> None:
    editor, draft = window.tab.audience.editor, window.tab.draft()
    with QSignalBlocker(editor), QSignalBlocker(editor.document()):
        editor.setPlainText(edited)
    assert not window.tab.composer.shows(draft)
    assert_nobody(window, person, server)


def test_a_query_that_is_not_what_its_text_says_stops_the_send(
    window: MainWindow, person: Person, server: Server
) -> None:
    page = window.tab.audience.json
    other = read_query(OTHER)
    assert other.query is not None
    wrong = Reading(Query(LONG, other.query.value), (), LONG, wire.StrictText(OTHER))
    page._take(wrong, page.editor.revision(), LONG)
    assert window.tab.draft().query() == json.loads(OTHER)  # what would be sent, if nobody looked
    assert_nobody(window, person, server)


def test_what_is_known_of_another_text_is_not_used(window: MainWindow, person: Person, server: Server) -> None:
    page = window.tab.audience.json
    reading = read_query(LONG)
    right = Reading(reading.query, (), LONG, wire.StrictText(OTHER))
    page._take(right, page.editor.revision(), LONG)
    send(window, person)
    assert sent(server) == [json.loads(LONG)]


def test_an_edit_and_undo_are_read_before_anything_is_sent(window: MainWindow, person: Person, server: Server) -> None:
    editor = window.tab.audience.editor
    for key, modifier in (
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ):
        editor.setFocus()
        QTest.keyClick(editor, key, modifier)
        assert window.tab.draft().audience is None
        assert window.send() is None  # it is being read, and the footer says so
        assert not dialogs(window)
    person.qtbot.waitUntil(lambda: window.tab.draft().audience is not None, timeout=WAIT_MS)
    assert not server.of("push")
    send(window, person)
    assert sent(server) == [json.loads(LONG)]


def test_another_text_that_comes_while_one_is_being_read_is_the_one_that_counts(
    window: MainWindow, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def held(text: str) -> Reading:
        if text == OTHER:
            begun.set()
            assert may_end.wait(20)
        return read_query(text)

    monkeypatch.setattr(json_page, "read_query", held)
    editor = window.tab.audience.editor
    editor.replace(OTHER)
    person.qtbot.waitUntil(begun.is_set, timeout=WAIT_MS)
    assert window.send() is None
    editor.replace(query_of("phone"))
    may_end.set()
    person.qtbot.waitUntil(lambda: window.tab.draft().audience is not None, timeout=WAIT_MS)
    assert window.tab.draft().query() == json.loads(query_of("phone"))
    assert not server.of("push")
    send(window, person)
    assert sent(server) == [json.loads(query_of("phone"))]


def test_each_tab_has_its_own(window: MainWindow, person: Person, server: Server) -> None:
    server.always("sms", Sent(7))
    window.messages.show(Channel.SMS)
    assert window.send() is None  # no text, nobody
    window.tab.audience.by_query.click()
    text = json.dumps({"username": {"$in": [f"user-{number:05}" for number in range(2500)]}}, indent=1)
    window.tab.load(Request.from_wire(Channel.SMS, {"msg": {"text": "Hi"}}), everyone=False, query_text=text)
    person.qtbot.waitUntil(lambda: window.tab.draft().audience is not None, timeout=WAIT_MS)
    window.messages.show(Channel.PUSH)
    send(window, person)
    assert sent(server) == [json.loads(LONG)]
    assert not server.of("sms")


def test_an_error_of_the_app_while_it_is_read_strictly_leaves_nobody_chosen(
    window: MainWindow, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.tab.audience.json
    monkeypatch.setattr(json_page, "StrictText", broken)
    with person.qtbot.captureExceptions() as raised:
        page.editor.replace(OTHER)
        person.qtbot.waitUntil(lambda: page.has_failed, timeout=WAIT_MS)
        person.qtbot.waitUntil(lambda: bool(raised), timeout=WAIT_MS)
    assert window.tab.draft().audience is None
    assert_nobody(window, person, server)


def test_an_account_that_narrows_it_is_taken_for_what_is_sent(
    window: MainWindow, person: Person, server: Server, keyring: MemoryKeyring
) -> None:
    account = dataclasses.replace(OTHER_ACCOUNT, environment=Environment.TEST, locked_clause='{"city": "Tver"}')
    Vault(keyring).store(account, Keys("client", "access", "session"))
    window.current.choose(account)
    person.wait_for_keys(window)
    person.wait_for_count(window)
    send(window, person)
    assert sent(server) == [{"$and": [json.loads(LONG), {"city": "Tver"}]}]


def test_it_is_written_out_for_counting_once_the_confirmation_is_painted(
    window: MainWindow, person: Person, server: Server
) -> None:
    """A thread that writes 1 MB holds the interpreter, and the window would wait for it as the confirmation opens."""
    person.settle()
    asked = len(server.of("count"))
    waiting = window._services.storage._waiting
    dialog = window.send()
    assert dialog is not None
    assert dialog.isVisible()
    assert window._services.storage._waiting == waiting
    assert len(server.of("count")) == asked
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    assert len(server.of("count")) > asked
    dialog.reject()


def test_nobody_is_counted_for_a_confirmation_that_was_closed_at_once(
    window: MainWindow, person: Person, server: Server
) -> None:
    person.settle()
    asked = len(server.of("count"))
    dialog = window.send()
    assert dialog is not None
    dialog.reject()
    person.qtbot.waitUntil(lambda: not isValid(dialog), timeout=WAIT_MS)
    person.settle()
    assert len(server.of("count")) == asked
