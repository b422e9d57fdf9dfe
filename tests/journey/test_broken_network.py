"""Way 5: the network dies during a send. What is not known is called unknown, with what to do, and never sent twice."""

import re
import socket

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.servers import KEYS, MATCHING, FailingServer, account_at
from tests.journey.sight import row_of, rows, texts_of_the_app, words_in
from tests.scorocode.socket_server import Behaviour, answer, reset, reset_unread

QUERY = '{"deviceType": "ios"}'
SENT = answer(b'{"count":7,"error":false}')


def stall(connection: socket.socket) -> None:
    """Says nothing until the other side gives up."""
    connection.recv(1)


def cut_off(connection: socket.socket) -> None:
    connection.sendall(answer(b'{"count":7,', length=100))


def gateway(connection: socket.socket) -> None:
    connection.sendall(answer(b"<h1>Bad Gateway</h1>", "502 Bad Gateway", "Content-Type: text/html"))


def begin(
    start: Start, have_account: HaveAccount, person: Person, address: str, read_timeout: float = 10.0
) -> MainWindow:
    """The app with an account at an address, and a message in the form."""
    have_account(account_at(address, read_timeout=read_timeout), KEYS)
    window = start().window
    person.wait_for_keys(window)
    person.write_push(window, "Autumn sale", QUERY)
    return window


@pytest.mark.parametrize(
    ("behave", "unread", "result", "happened"),
    [
        (reset_unread, True, "Connection broke", "The connection broke while the message was being sent."),
        (reset, False, "Connection broke", "The connection broke while the message was being sent."),
        (stall, False, "No answer in time", "The message left, but the server gave no answer in time."),
        (cut_off, False, "Answer broke off", "The message left, but the server's answer broke off."),
        (
            gateway,
            False,
            "Answered by a gateway",
            "The message left, but something in front of the server answered in its place: status 502.",
        ),
    ],
    ids=["reset-unread", "reset", "stall", "cut-off", "gateway"],
)
def test_what_may_have_gone_out_is_unknown_and_was_asked_once(
    start: Start,
    have_account: HaveAccount,
    person: Person,
    behave: Behaviour,
    unread: bool,
    result: str,
    happened: str,
) -> None:
    with FailingServer(behave) as server:
        window = begin(start, have_account, person, server.address, read_timeout=0.5)
        person.wait_for_count(window, MATCHING)
        dialog = person.press_send(window)
        server.unread = 1 if unread else None  # the last count goes well, and nothing after it
        before = server.connections
        person.confirm(window, dialog)
        assert server.connections == before + 2  # the count, and the message once
        row = row_of(window)
        assert (row["outcome"], row["result"]) == ("Unknown", result)
        details = person.open_details(window)
        words = words_in(details)
        assert happened in words
        assert "It may have reached everyone it was meant for, some of them, or nobody." in words
        assert "Find out before you send it again" in words
        assert not re.search(r"\bretry\b|\bresend\b|try again", texts_of_the_app(), re.IGNORECASE)

        # Counting again asks how many, and nothing else.
        person.press(details, "Count again")
        person.wait_for_count(window, MATCHING)
        assert server.connections > before + 2
        assert len(server.sends) == (0 if unread else 1)
        assert rows(window) == 1

        # Using it again fills the form, and asks before it goes out once more.
        person.click(window.tools.new)
        details = person.open_details(window)
        person.press(details, "Use again")
        assert window.tab.draft().message.summary() == "Autumn sale"
        assert window.tab.audience.text() == QUERY
        person.wait_for_count(window, MATCHING)
        dialog = person.press_send(window)
        assert any("may already have gone to this audience" in label.text() for label in dialog.findChildren(QLabel))
        assert not dialog.send_button.isEnabled()
        person.press(dialog, "Cancel")
        assert len(server.sends) == (0 if unread else 1)
        assert rows(window) == 1


def test_where_nothing_listens_nothing_is_sent(start: Start, have_account: HaveAccount, person: Person) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    window = begin(start, have_account, person, f"http://127.0.0.1:{port}/api/v1/")
    person.wait_for_no_count(window)
    assert window.tab.audience.count.why() == "The server does not answer at this address."
    dialog = person.press_send(window)
    person.click(dialog.acknowledged)
    person.confirm(window, dialog)
    row = row_of(window)
    assert (row["outcome"], row["result"]) == ("Not sent", "No connection")
    details = person.open_details(window)
    words = words_in(details)
    assert "Nothing answers at the server's address." in words
    assert "Nothing was sent." in words
    assert "Check your connection and the address in the account. Then use it again." in words
    details.close()


def test_the_window_lives_while_the_server_thinks(start: Start, have_account: HaveAccount, person: Person) -> None:
    with FailingServer(lambda connection: None) as server:
        window = begin(start, have_account, person, server.address, read_timeout=60)
        server.on_send = lambda connection: answer_when(server, connection)
        person.wait_for_count(window, MATCHING)
        dialog = person.press_send(window)
        ticks: list[int] = []
        timer = QTimer(interval=5)
        timer.timeout.connect(lambda: ticks.append(1))
        timer.start()
        with person.qtbot.waitSignal(window.flow.row_changed, timeout=WAIT_MS):
            person.click(dialog.send_button)
        person.qtbot.waitUntil(server.sent_to.is_set, timeout=WAIT_MS)
        assert row_of(window)["outcome"] == "Sending…"
        assert "1 message" in window.footer.text()
        ticks.clear()
        person.fill(window.tab.form.first(), "Next one")
        person.qtbot.waitUntil(lambda: len(ticks) >= 20, timeout=WAIT_MS)
        assert window.tab.draft().message.summary() == "Next one"
        person.wait_for_count(window, MATCHING)
        assert row_of(window)["outcome"] == "Sending…"
        with person.qtbot.waitSignal(window.flow.row_changed, timeout=WAIT_MS):
            server.stop.set()
        timer.stop()
        row = row_of(window)
        assert (row["message"], row["outcome"], row["result"]) == ("Autumn sale", "Sent", "7")


def answer_when(server: FailingServer, connection: socket.socket) -> None:
    assert server.stop.wait(60)
    connection.sendall(SENT)
