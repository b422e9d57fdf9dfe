"""The tables of the database as the window has them: asked on their threads, answered on the GUI thread.

A job is given the tables (`Stores`) on the thread that owns them. Nothing else in `ui/` has them, and a connection of
SQLite refuses every thread but its own: nobody can wait for the disk on the GUI thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.threads import Job, NotWantedError, Storage, StorageThread, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from scoro_desktop.storage.erasing import Steps

T = TypeVar("T")

SLOW_MS: Final = 500
"""An answer that takes longer than this is said to be waited for. Ours."""


class AsyncStorage(QObject):
    """Asks the threads of a `Storage`; lives on the GUI thread, as long as the app does.

    `unheard(error)`: a write failed for which nobody waits any more, since the dialog that asked is closed.
    `slow_changed`: answers are waited for longer than is usual (`is_slow`), or no longer. What goes through many rows
    may take its time, and its place in the window says so: a bar that came and went with it would move all of that.
    """

    unheard = Signal(object)
    slow_changed = Signal()
    _answered = Signal(object, bool)
    _gone_through = Signal(object)

    def __init__(self, storage: Storage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._is_closed = False
        self._waiting = 0
        self._waiting_for_disk = 0  # of those, what takes no time by itself
        self.is_slow = False
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._tell_slow)
        self._answered.connect(self._deliver)
        self._gone_through.connect(self._receive)

    def write(
        self,
        owner: QObject,
        job: Job[T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Has `job` change something, after every change that was asked for before; returns at once.

        Then `done` is given what it returned, or `failed` what it raised, unless `owner` was deleted meanwhile. An
        exception without a `failed`, and one that is no StorageError of a job whose owner is gone, is raised.
        """
        self._ask(self._storage.writer, owner, job, done, failed or _raise)

    def look(
        self, owner: QObject, job: Job[T], done: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        """The same for a short reading that must see every change that was asked for before."""
        self._ask(self._storage.writer, owner, job, done, failed or _raise, is_reading=True)

    def read(
        self,
        owner: QObject,
        job: Job[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        wanted: Wanted = lambda: True,
    ) -> None:
        """The same for what goes through many rows: beside the changes, after what else was read.

        What is not `wanted` any more, which the reading thread asks now and then, is ended, and neither of the two is
        called.
        """
        self._ask(self._storage.reader, owner, job, done, failed or _raise, wanted, is_reading=True)

    def count(
        self, owner: QObject, job: Job[T], done: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        """The same for what counts many rows and must see every change that was asked for before: nothing that is
        written waits for it.
        """
        self._ask(self._storage.counter(), owner, job, done, failed or _raise, is_reading=True, after_writes=True)

    def wait_for(self, job: Job[T], *, reading: bool = False) -> T:
        """Has `job` done in its turn and waits for it: for threads that run beside the window, never on the GUI thread.
        `reading`: it changes nothing, and sees what was written by then; nothing that is written waits for it.

        Raises what it raises, and RuntimeError on the GUI thread.
        """
        from PySide6.QtCore import QThread  # no thread beside the window waits as it starts

        if QThread.currentThread() is self.thread():
            raise RuntimeError("the GUI thread does not wait for the disk")
        return self._storage.wait_for(job, reading=reading)

    def apart(
        self, owner: QObject, job: Job[T], done: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        """The same for what may read for minutes: nothing else waits for it."""
        self._ask(self._storage.apart(), owner, job, done, failed or _raise, is_reading=True)

    def go_through(
        self,
        owner: QObject,
        job: Job[Steps],
        done: Callable[[], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Has work in steps done beside the writes, each of which waits for one step at the most."""

        def succeed() -> None:
            if isValid(owner):
                done()

        def fail(error: Exception) -> None:
            if isValid(owner):
                (failed or _raise)(error)
            else:
                self.tell_unheard(error)

        self._storage.writer.go_through(
            job,
            lambda _result: self._hand_over(succeed, self._gone_through),
            lambda error: self._hand_over(lambda: fail(error), self._gone_through),
        )

    def tell_unheard(self, error: Exception) -> None:
        """Takes the failure of a write for which nobody waits any more."""
        if not isinstance(error, StorageError):
            raise error
        self.unheard.emit(error)

    def close(self) -> None:
        """From here on answers are dropped; what was asked for is done all the same, as long as the storage is open."""
        self._is_closed = True
        self._slow.stop()

    def _ask(
        self,
        thread: StorageThread,
        owner: QObject,
        job: Job[T],
        done: Callable[[T], None] | None,
        failed: Callable[[Exception], None],
        wanted: Wanted = lambda: True,
        *,
        is_reading: bool = False,
        after_writes: bool = False,
    ) -> None:
        def succeed(result: T) -> None:
            if done is not None and isValid(owner):
                done(result)

        def fail(error: Exception) -> None:
            if isinstance(error, NotWantedError):
                return
            if isValid(owner):
                failed(error)
            elif not is_reading:
                self.tell_unheard(error)

        is_quick = thread is self._storage.writer
        self._waiting += 1
        self._waiting_for_disk += is_quick
        if is_quick and not self._slow.isActive() and not self.is_slow:
            self._slow.start()

        def answered(result: T) -> None:
            self._hand_over(lambda: succeed(result), self._answered, is_quick)

        def broke(error: Exception) -> None:
            self._hand_over(lambda: fail(error), self._answered, is_quick)

        if after_writes:  # its turn comes behind those
            self._storage.writer.ask(_nothing, lambda _result: thread.ask(job, answered, broke, wanted), broke)
        else:
            thread.ask(job, answered, broke, wanted)

    def _hand_over(self, receive: Callable[[], None], by: SignalInstance, *more: object) -> None:
        if self._is_closed:
            return
        try:
            by.emit(receive, *more)
        except RuntimeError:  # the application is gone
            return

    def _deliver(self, receive: Callable[[], None], is_quick: bool) -> None:
        if self._is_closed:
            return
        self._waiting -= 1
        if is_quick:
            self._waiting_for_disk -= 1
            if self._waiting_for_disk:
                self._slow.start()
            else:
                self._slow.stop()
            self._set_slow(False)
        receive()

    def _receive(self, receive: Callable[[], None]) -> None:
        if not self._is_closed:
            receive()

    def _tell_slow(self) -> None:
        self._set_slow(True)

    def _set_slow(self, is_slow: bool) -> None:
        if is_slow != self.is_slow:
            self.is_slow = is_slow
            self.slow_changed.emit()


def _nothing(_stores: object) -> None:
    """Does nothing, in its turn."""


def _raise(error: Exception) -> None:
    """Lets an exception end where all end that nobody caught."""
    raise error


def tolerate(error: Exception) -> None:
    """Takes the failure of a write that nobody need know of."""
    if not isinstance(error, StorageError):
        raise error
