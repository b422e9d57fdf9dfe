"""Ctrl+C on the terminal that the app was started from: it closes, as by its window."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_ROOM: Final = 64


class Interrupt(QObject):
    """Emits `wanted` when somebody presses Ctrl+C, between two turns of Qt's loop.

    Python's own way is an exception in whatever runs just then, a window that is being painted included: Qt complains,
    and nothing closes in order. It would also wait for the next Python code, which an idle window does not run: so the
    signal writes to a socket that the loop watches.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)
        self._before = signal.signal(signal.SIGINT, self._handle)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Gives Ctrl+C back to whoever had it before."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, self._before)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        """Does nothing: what matters is that nothing is raised here."""

    def _arrived(self) -> None:
        with contextlib.suppress(BlockingIOError):
            if signal.SIGINT in self._reader.recv(_ROOM):
                self.wanted.emit()
