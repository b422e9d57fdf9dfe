"""The one thread that sends: in order, one at a time, each exactly once."""

from __future__ import annotations

import collections
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from scoro_desktop.scorocode.replies import Failure, Sent


class Sender(QObject):
    """Takes jobs of which each sends one message, and says on the GUI thread how each ended.

    `settled(send_id, reply)`: `reply` is a `Sent` or a `Failure`. A job that raises may have sent, so it is UNKNOWN.
    `begun(send_id)`: its request is about to leave. The thread is a daemon: the row of a send is on disk already, and
    closing the app never waits for a server.
    """

    settled = Signal(int, object)
    begun = Signal(int)
    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: collections.deque[tuple[int, Callable[[], Sent | Failure]]] = collections.deque()
        self._lock = threading.Condition()
        self._open: set[int] = set()
        self._active = 0  # the send that the thread is at, 0 for none; changed under the lock, as the two below
        self._is_closed = False
        self._line = 0  # the number of the thread that takes jobs: one that is given up takes none any more
        self._answered.connect(self._settle)
        self._start()

    @property
    def under_way(self) -> int:
        """Counts the sends that have been handed over and not yet settled."""
        return len(self._open)

    def send(self, send_id: int, job: Callable[[], Sent | Failure]) -> None:
        """Queues a send whose row `send_id` is on disk."""
        self._open.add(send_id)
        with self._lock:
            self._jobs.append((send_id, job))
            self._lock.notify_all()

    def stop(self, send_id: int) -> None:
        """Waits no longer for the answer of a send, which is settled as unknown; one that has not begun, as not sent.

        Its request goes on: to break the connection could stop a server half way. The answer is told if it still
        comes, by a second `settled`. What waits behind it is begun on a thread of its own. Nothing happens to a send
        that is answered.
        """
        from scoro_desktop.scorocode.replies import Failure, Outcome

        with self._lock:
            waiting = next((each for each in self._jobs if each[0] == send_id), None)
            if waiting is not None:
                self._jobs.remove(waiting)
                reply = Failure(Outcome.NOT_SENT, "taken_back")
            elif self._active == send_id:
                self._active = 0
                self._start()
                reply = Failure(Outcome.UNKNOWN, "stopped_waiting")
            else:
                return
        self._settle(send_id, reply)

    def call_off(self, wanted: Container[int], reason: str) -> None:
        """Settles those of the wanted sends that have not begun as not sent, for a reason."""
        from scoro_desktop.scorocode.replies import Failure, Outcome

        with self._lock:
            ended = [send_id for send_id, _ in self._jobs if send_id in wanted]
            self._jobs = collections.deque(each for each in self._jobs if each[0] not in wanted)
        for send_id in ended:
            self._settle(send_id, Failure(Outcome.NOT_SENT, reason))

    def close(self) -> list[int]:
        """Nothing more is begun; what is under way ends with the process and is `unknown` at the next start.

        The value is what was waiting and will never be begun: nothing of it left.
        """
        with self._lock:
            self._is_closed = True
            waiting = [send_id for send_id, _ in self._jobs]
            self._jobs.clear()
            self._lock.notify_all()
        return waiting

    def _start(self) -> None:
        self._line += 1
        threading.Thread(target=self._work, args=(self._line,), name="sender", daemon=True).start()

    def _work(self, line: int) -> None:
        while (item := self._next(line)) is not None:
            send_id, job = item
            try:
                self.begun.emit(send_id)
                reply = job()
            except Exception as error:  # noqa: BLE001 (a send that broke must still be settled, and never as "not sent")
                # Only the class: an exception's text may quote the request, and with it a key.
                from scoro_desktop.scorocode.replies import Failure, Outcome

                reply = Failure(Outcome.UNKNOWN, "unreadable", detail=type(error).__name__)
            with self._lock:
                if self._is_closed:
                    return
                if self._active == send_id:
                    self._active = 0
            try:
                self._answered.emit(send_id, reply)
            except RuntimeError:  # the application is gone; the row says "sending" and becomes "unknown"
                return

    def _next(self, line: int) -> tuple[int, Callable[[], Sent | Failure]] | None:
        """Waits for the next job; None for a thread that is not to take one any more."""
        with self._lock:
            self._lock.wait_for(lambda: self._jobs or self._is_closed or line != self._line)
            if self._is_closed or line != self._line:
                return None
            item = self._jobs.popleft()
            self._active = item[0]
            return item

    def _settle(self, send_id: int, reply: Sent | Failure) -> None:
        self._open.discard(send_id)
        self.settled.emit(send_id, reply)
