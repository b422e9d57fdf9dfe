"""Tells the desktop what came of a send while no window is in front, over a real bus; without one, nobody waits."""

import dataclasses
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.ui.runtime.show_requests import bring_forward
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.servers import leading
from tests.journey.test_hold import HELD, KEYS, QUERY
from tests.ui.servers import Server

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon here")

NAME = "org.freedesktop.Notifications"


class Desktop:
    """Takes notes on a bus of its own, as a desktop does."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        self.notes: queue.SimpleQueue[tuple[object, ...]] = queue.SimpleQueue()
        self._given = 0
        self._begin()

    def _begin(self) -> None:
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={self.address}", "--print-address=1"],
            stdout=subprocess.PIPE,
        )
        assert self._bus.stdout is not None
        self._bus.stdout.readline()  # it listens
        self._ready = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()
        assert self._ready.wait(20)

    def click(self, number: int) -> None:
        """Tells that a note was clicked, as a desktop does that lets its windows be raised."""
        from jeepney import DBusAddress, new_signal

        desktop = DBusAddress("/" + NAME.replace(".", "/"), interface=NAME)
        self._connection.send(new_signal(desktop, "ActivationToken", "us", (number, "token")))
        self._connection.send(new_signal(desktop, "ActionInvoked", "us", (number, "default")))

    def end(self) -> None:
        self._bus.kill()
        self._bus.communicate()

    def restart(self) -> None:
        self.end()
        (Path(self.address.removeprefix("unix:path="))).unlink(missing_ok=True)
        self._begin()

    def _serve(self) -> None:
        from jeepney import MessageType, message_bus, new_method_return
        from jeepney.io.blocking import open_dbus_connection

        with open_dbus_connection(bus=self.address) as connection:
            connection.send_and_get_reply(message_bus.RequestName(NAME))
            self._connection = connection
            self._ready.set()
            while True:
                try:
                    message = connection.receive()
                except (ConnectionError, EOFError, OSError):
                    return  # the bus is gone
                if message.header.message_type is MessageType.method_call:
                    self._given += 1
                    connection.send(new_method_return(message, "u", (self._given,)))
                    self.notes.put(message.body)


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    running = Desktop(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.address)
    yield running
    running.end()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, have_account: HaveAccount) -> Iterator[Server]:
    have_account(dataclasses.replace(HELD, hold_seconds=0), KEYS)
    with leading(monkeypatch) as server:
        yield server


def send(person: Person, window: MainWindow, server: Server, title: str, reply: Sent | Failure) -> None:
    person.write_push(window, title, QUERY)
    person.wait_for_count(window, 7)
    server.always("push", reply)
    person.confirm(window, person.press_send(window))


def test_outcomes_are_told_while_nobody_looks_and_say_nothing_of_the_message(
    start: Start, person: Person, server: Server, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    person.wait_for_keys(window)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: window)
    send(person, window, server, "Seen in the window", Sent(6))
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)  # another program is in front
    send(person, window, server, "Spring sale", Sent(7))
    app, _, _, title, text, *_ = desktop.notes.get(timeout=20)
    assert (app, title, text) == ("Scoro Desktop", "Sent", "7 devices")
    send(person, window, server, "Another", Failure(Outcome.UNKNOWN, "read_timeout"))
    _, _, _, title, text, *_ = desktop.notes.get(timeout=20)
    assert (title, text) == ("Unknown", "It may have gone out; do not send it again before you check.")
    refused = Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="+7 910 is no number")
    send(person, window, server, "A third", refused)
    _, _, _, title, text, *_ = desktop.notes.get(timeout=20)
    assert (title, text) == ("Refused", "Nothing was sent.")

    # It can be switched off, and stays so.
    window.commands["view.notify"].trigger()
    send(person, window, server, "A fourth", Sent(7))
    window = start().window
    person.wait_for_keys(window)
    assert not window.commands["view.notify"].isChecked()
    send(person, window, server, "A fifth", Sent(7))
    window.commands["view.notify"].trigger()
    send(person, window, server, "A sixth", Sent(5))
    _, _, _, title, text, *_ = desktop.notes.get(timeout=20)
    assert (title, text) == ("Sent", "5 devices")
    assert desktop.notes.empty()


def test_a_click_on_a_note_brings_the_window_to_the_front(
    start: Start, person: Person, server: Server, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    window = application.window
    person.wait_for_keys(window)
    raised: list[str] = []

    def forward(_window: object, token: str) -> None:
        raised.append(token)
        bring_forward(window, token)

    monkeypatch.setattr("scoro_desktop.ui.sending.desktop_teller.bring_forward", forward)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    for number, title in enumerate(("Spring sale", "Another"), 1):
        send(person, window, server, title, Sent(7))
        *_, actions, _hints, _time = desktop.notes.get(timeout=20)
        assert actions == ["default", "Show the window"]
        window.showMinimized()
        desktop.click(100)  # a note of another program
        desktop.click(number)
        person.qtbot.waitUntil(lambda: not window.isMinimized(), timeout=WAIT_MS)
    assert raised == ["token", "token"]

    # A desktop that went away is asked anew.
    desktop.restart()
    send(person, window, server, "A third", Sent(7))
    desktop.notes.get(timeout=20)
    window.showMinimized()
    desktop.click(3)
    person.qtbot.waitUntil(lambda: not window.isMinimized(), timeout=WAIT_MS)


def test_with_its_window_the_connection_of_notes_goes(
    start: Start, person: Person, server: Server, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    before = set(threading.enumerate())

    def listening() -> list[threading.Thread]:
        return [each for each in threading.enumerate() if each not in before and each.name == "desktop notes"]

    application = start()
    person.wait_for_keys(application.window)
    send(person, application.window, server, "Spring sale", Sent(7))
    desktop.notes.get(timeout=20)
    (thread,) = listening()
    next(each for each in application.window.bar.findChildren(QAction) if each.data() == "ru").trigger()
    person.qtbot.waitUntil(lambda: not thread.is_alive(), timeout=WAIT_MS)
    assert listening() == []


def test_without_a_bus_the_window_says_it_alone(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    window = start().window
    person.wait_for_keys(window)
    send(person, window, server, "Spring sale", Sent(7))
    person.qtbot.waitUntil(lambda: "It was sent to 7 devices" in window.outcome.text(), timeout=WAIT_MS)
    assert window.trouble_bar.text() == ""
