"""The computer is kept awake as long as it is wanted: over a real bus, as a portal and an older desktop see it."""

import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scoro_desktop.ui.runtime.awake import NO_SUSPEND, PORTAL, POWER, Awake, keeping_awake

WAIT_S = 20
REASON = "A campaign is running"

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is the way of Linux"),
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon here"),
]


class Desktop:
    """A bus of its own, with one name on it; tells what is asked, and when whoever asked has gone."""

    def __init__(self, folder: Path, name: str, *, refuses: bool = False) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        self.asked: queue.SimpleQueue[tuple[str, tuple[Any, ...]]] = queue.SimpleQueue()
        self.gone: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={self.address}", "--print-address=1"],
            stdout=subprocess.PIPE,
        )
        assert self._bus.stdout is not None
        self._bus.stdout.readline()
        ready = threading.Event()
        threading.Thread(target=self._serve, args=(name, refuses, ready), daemon=True).start()
        assert ready.wait(WAIT_S)

    def end(self) -> None:
        self._bus.kill()
        self._bus.communicate()

    def _serve(self, name: str, refuses: bool, ready: threading.Event) -> None:
        from jeepney import HeaderFields, MatchRule, MessageType, message_bus, new_error, new_method_return
        from jeepney.io.blocking import open_dbus_connection

        with open_dbus_connection(bus=self.address) as connection:
            connection.send_and_get_reply(message_bus.RequestName(name))
            gone = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
            connection.send_and_get_reply(message_bus.AddMatch(gone))
            ready.set()
            while True:
                try:
                    message = connection.receive()
                except (ConnectionError, EOFError, OSError):
                    return
                if message.header.message_type is MessageType.method_call:
                    if refuses:
                        connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
                    elif name == PORTAL:
                        connection.send(new_method_return(message, "o", ("/request/1",)))
                    else:
                        connection.send(new_method_return(message, "u", (7,)))
                    self.asked.put((message.header.fields[HeaderFields.interface], message.body))
                elif message.header.message_type is MessageType.signal and message.body[2:] == ("",):
                    self.gone.put(message.body[0])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def lived_on(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.address)
    yield desktop
    desktop.end()


@pytest.fixture
def portal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    yield from lived_on(Desktop(folder, PORTAL), monkeypatch)


@pytest.fixture
def older(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    yield from lived_on(Desktop(folder, POWER), monkeypatch)


def test_a_portal_is_asked_once_and_let_go(portal: Desktop) -> None:
    awake = Awake()
    awake.set_wanted(True, REASON)
    awake.set_wanted(True, REASON)
    interface, (window, flags, options) = portal.asked.get(timeout=WAIT_S)
    assert (interface, window, flags) == ("org.freedesktop.portal.Inhibit", "", NO_SUSPEND)
    assert options == {"reason": ("s", REASON)}
    assert portal.gone.empty()
    awake.set_wanted(False, REASON)
    portal.gone.get(timeout=WAIT_S)
    assert portal.asked.empty()
    awake.set_wanted(True, REASON)
    portal.asked.get(timeout=WAIT_S)
    awake.set_wanted(False, REASON)


def test_without_a_portal_the_older_way_is_taken(older: Desktop) -> None:
    with keeping_awake(REASON):
        assert older.asked.get(timeout=WAIT_S) == (f"{POWER}.Inhibit", ("Scoro Desktop", REASON))


def test_where_there_is_no_way_nothing_happens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={folder / 'nobody'}")
    awake = Awake()
    awake.set_wanted(True, REASON)
    for thread in [each for each in threading.enumerate() if each.name == "awake"]:
        thread.join(WAIT_S)
        assert not thread.is_alive()
    awake.set_wanted(False, REASON)


def test_a_desktop_that_refuses_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for desktop in lived_on(Desktop(folder, PORTAL, refuses=True), monkeypatch):
        with pytest.raises(Exception, match=POWER), keeping_awake(REASON):
            pass
        desktop.asked.get(timeout=WAIT_S)
