"""The one thread that sends: in order, one at a time, each exactly once."""

from __future__ import annotations

import contextlib
import queue
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.replies import Failure, Sent


class Sender(QObject):
    """Takes jobs of which each sends one message, and says on the GUI thread how each ended.

    `settled(send_id, reply)`: `reply` is a `Sent` or a `Failure`. A job that raises may have sent, so it is UNKNOWN.
    The thread is a daemon: the row of a send is on disk already, and closing the app never waits for a server.
    """

    settled = Signal(int, object)
    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[tuple[int, Callable[[], Sent | Failure]] | None] = queue.SimpleQueue()
        self._open: set[int] = set()
        self._closing = threading.Event()
        self._answered.connect(self._settle)
        threading.Thread(target=self._work, name="sender", daemon=True).start()

    @property
    def under_way(self) -> int:
        """Counts the sends that have been handed over and not yet settled."""
        return len(self._open)

    def send(self, send_id: int, job: Callable[[], Sent | Failure]) -> None:
        """Queues a send whose row `send_id` is on disk."""
        self._open.add(send_id)
        self._jobs.put((send_id, job))

    def close(self) -> list[int]:
        """Nothing more is begun; what is under way ends with the process and is `unknown` at the next start.

        The value is what was waiting and will never be begun: nothing of it left.
        """
        self._closing.set()
        waiting = []
        with contextlib.suppress(queue.Empty):
            while (item := self._jobs.get_nowait()) is not None:
                waiting.append(item[0])
        self._jobs.put(None)
        return waiting

    def _work(self) -> None:
        while (item := self._jobs.get()) is not None and not self._closing.is_set():
            send_id, job = item
            try:
                reply = job()
            except Exception as error:  # noqa: BLE001 (a send that broke must still be settled, and never as "not sent")
                # Only the class: an exception's text may quote the request, and with it a key.
                from scoro_desktop.scorocode.replies import Failure, Outcome

                reply = Failure(Outcome.UNKNOWN, "unreadable", detail=type(error).__name__)
            if self._closing.is_set():
                return
            try:
                self._answered.emit(send_id, reply)
            except RuntimeError:  # the application is gone; the row says "sending" and becomes "unknown"
                return

    def _settle(self, send_id: int, reply: Sent | Failure) -> None:
        self._open.discard(send_id)
        self.settled.emit(send_id, reply)
