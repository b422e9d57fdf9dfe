"""Work that may block, done away from the GUI thread: its results come back on it.

A daemon thread per job, not a QThread: leaving the app while a request blocks must neither hang nor abort the process.
The objects here live on the GUI thread and own the signals that cross over.
"""

from __future__ import annotations

import threading
from functools import partial
from itertools import filterfalse
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from scoro_desktop.ui.kit.pauses import Pause

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Background(QObject):
    """Runs jobs, each on a thread of its own; while it is held, none of them begins."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, *, held: bool = False) -> None:
        """`held`: until `release`, so that what jobs load does not take the processor from a window that begins."""
        super().__init__(parent)
        self._closed = False
        self._held: list[Callable[[], None]] | None = [] if held else None
        self._finished.connect(self._deliver)

    def submit(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Runs `job` off the GUI thread, then `done` with its result, or `failed` with its exception, on it."""

        def work() -> None:
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 (whatever it was, it is handed to the one who asked)
                self._hand_over(failed, error)
            else:
                self._hand_over(done, result)

        if self._held is None:
            threading.Thread(target=work, name="background", daemon=True).start()
        else:
            self._held.append(work)

    def release(self) -> None:
        """Begins what was submitted while it was held, and from then on each job at once."""
        held, self._held = self._held, None
        for work in held or ():
            threading.Thread(target=work, name="background", daemon=True).start()

    def close(self) -> None:
        """From here on results are dropped; the threads end by themselves or with the process."""
        self._closed = True

    def _hand_over(self, receiver: Callable[[T], None] | None, value: T) -> None:
        if receiver is None or self._closed:
            return
        try:
            self._finished.emit(lambda: receiver(value))
        except RuntimeError:  # the window is gone: nobody waits for this any more
            return

    def _deliver(self, receive: Callable[[], None]) -> None:
        if not self._closed:
            receive()


def while_there(owner: QObject, act: Callable[[T], object]) -> Callable[[T], None]:
    """Makes a receiver of results that does nothing once `owner` is gone: another window may stand in its place."""

    def received(result: T) -> None:
        if isValid(owner):
            act(result)

    return received


class LatestTask(QObject):
    """A channel of look-ups in which the newest wins: what was asked before it is never answered.

    One that is under way and still waits for its turn at the server (`scorocode/limiter.py`) is not even asked there.
    Questions wait `delay_ms` for the typing to pause, and at most `most_at_once` are under way, so that a server that
    hangs is not asked without end.
    """

    MOST_AT_ONCE = 4

    def __init__(
        self,
        background: Background,
        delay_ms: int = 250,
        parent: QObject | None = None,
        *,
        most_at_once: int = MOST_AT_ONCE,
    ) -> None:
        super().__init__(parent)
        self._most_at_once = most_at_once
        self._background = background
        self._generation = 0
        self._under_way: list[threading.Event] = []  # each is set by its thread at its end
        self._waiting: (
            tuple[Callable[[threading.Event], Any], Callable[[Any], None], Callable[[Exception], None]] | None
        ) = None
        self._timer = Pause(self, delay_ms)
        self._timer.timeout.connect(self._start)

    def ask(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Asks after the pause; `done` or `failed` is called only if nothing newer was asked meanwhile."""
        self._generation += 1
        generation = self._generation
        self._waiting = (
            partial(_while_wanted, lambda: generation == self._generation, job),
            partial(self._receive, generation, done),
            partial(self._receive, generation, failed),
        )
        self._timer.start()

    def forget(self) -> None:
        """Nothing asked so far will be answered."""
        self._generation += 1
        self._waiting = None
        self._timer.stop()

    def _start(self) -> None:
        self._under_way = list(filterfalse(threading.Event.is_set, self._under_way))
        if self._waiting is not None and len(self._under_way) < self._most_at_once:
            (job, done, failed), self._waiting = self._waiting, None
            ended = threading.Event()
            self._under_way.append(ended)
            self._background.submit(partial(job, ended), done, failed)

    def _receive(self, generation: int, receive: Callable[[T], None], value: T) -> None:
        """Hands over an answer, or why there is none, if nothing newer was asked."""
        if not isValid(self):
            return
        if self._waiting is not None and not self._timer.isActive():
            self._start()
        if generation == self._generation:
            receive(value)


def _while_wanted(is_wanted: Callable[[], bool], job: Callable[[], T], ended: threading.Event) -> T:
    """Calls `job`, which asks no server any more once nobody wants its answer; on the thread of the job. Sets `ended`
    after it: where its answer is handed over, something may raise.
    """
    try:
        from scoro_desktop.scorocode.limiter import while_wanted

        return while_wanted(is_wanted, job)
    finally:
        ended.set()
