"""The computer is kept from falling asleep while something runs that should not stop half way. The screen may go dark.

Linux: the desktop portal (XDG Desktop Portal, "org.freedesktop.portal.Inhibit"), or where there is none the older
"org.freedesktop.PowerManagement.Inhibit"; both hold as long as the connection that asked. Windows:
SetThreadExecutionState, which holds as long as its thread. macOS: caffeinate(8), a process of its own. Where nothing of
that is there, the computer sleeps as it likes, and the rest is gone on with by a person.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

PORTAL: Final = "org.freedesktop.portal.Desktop"
PORTAL_PATH: Final = "/org/freedesktop/portal/desktop"
NO_SUSPEND: Final = 4
"""The portal's flag for "do not suspend"; 8 would keep the screen on."""
POWER: Final = "org.freedesktop.PowerManagement"
APP: Final = "Scoro Desktop"
PATIENCE_S: Final = 5.0
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001
"""ES_CONTINUOUS and ES_SYSTEM_REQUIRED (learn.microsoft.com, SetThreadExecutionState)."""


class Awake:
    """Holds the computer awake while it is wanted, on a thread of its own; nobody waits for it. For the GUI thread."""

    def __init__(self, keep: Callable[[str], AbstractContextManager[None]] | None = None) -> None:
        self._keep = keep
        self._released: threading.Event | None = None

    def set_wanted(self, wanted: bool, reason: str) -> None:
        """Holds it awake from now on, or not. `reason`: what a desktop shows for it."""
        if wanted and self._released is None:
            self._released = threading.Event()
            job = threading.Thread(target=self._hold, args=(self._released, reason), name="awake", daemon=True)
            job.start()
        elif not wanted and self._released is not None:
            self._released.set()
            self._released = None

    def _hold(self, released: threading.Event, reason: str) -> None:
        with contextlib.suppress(Exception), (self._keep or keeping_awake)(reason):
            released.wait()


def keeping_awake(reason: str) -> AbstractContextManager[None]:
    """Keeps the computer awake inside, by the way of this system. Raises whatever there is where it has none."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _macos()
    return _linux(reason)


@contextlib.contextmanager
def _linux(reason: str) -> Iterator[None]:
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection(bus="SESSION") as connection:
        try:
            values = ("", NO_SUSPEND, {"reason": ("s", reason)})
            _ask(connection, PORTAL_PATH, PORTAL, f"{PORTAL.rpartition('.')[0]}.Inhibit", "sua{sv}", values)
        except Exception:  # noqa: BLE001  (no portal, or one that cannot; whatever ails it)
            _ask(connection, "/" + POWER.replace(".", "/") + "/Inhibit", POWER, f"{POWER}.Inhibit", "ss", (APP, reason))
        yield


def _ask(connection: Any, path: str, name: str, interface: str, signature: str, values: tuple[object, ...]) -> None:
    from jeepney import DBusAddress, new_method_call
    from jeepney.wrappers import unwrap_msg

    address = DBusAddress(path, bus_name=name, interface=interface)
    asked = new_method_call(address, "Inhibit", signature, values)
    unwrap_msg(connection.send_and_get_reply(asked, timeout=PATIENCE_S))


@contextlib.contextmanager
def _windows() -> Iterator[None]:
    import ctypes

    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009  (it is there on Windows alone)
    kernel.SetThreadExecutionState(_CONTINUOUS | _SYSTEM_REQUIRED)
    try:
        yield
    finally:
        kernel.SetThreadExecutionState(_CONTINUOUS)


@contextlib.contextmanager
def _macos() -> Iterator[None]:
    import subprocess

    held = subprocess.Popen(["/usr/bin/caffeinate", "-i", "-w", str(os.getpid())])  # noqa: S603  (of the system itself)
    try:
        yield
    finally:
        held.terminate()
        held.wait()
