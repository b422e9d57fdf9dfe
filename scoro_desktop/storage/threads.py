"""The threads that the database is used on: one that writes, in the order it was asked, and one that reads many rows.

A lock of another program, or a disk that takes a second for each sync, holds up these threads and nobody else.
"""

from __future__ import annotations

import contextlib
import functools
import queue
import sqlite3
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from scoro_desktop.storage.database import Connection, Place, StorageError, StorageFailed, connect, open_database
from scoro_desktop.storage.stores import Stores

if TYPE_CHECKING:
    from pathlib import Path

    from scoro_desktop.storage.erasing import Steps

T = TypeVar("T")
Job: TypeAlias = Callable[[Stores], T]
"""A piece of work on the tables. It is called on the thread that owns them."""
Told: TypeAlias = Callable[[T], None]
"""Is given a result, or an exception, on the thread that the job was done on. Raises nothing."""
Meanwhile: TypeAlias = Callable[[threading.Event], None]
"""Is given what is set once the job is done, and returns when it is. What it raises is passed on: nobody waits."""
Wanted: TypeAlias = Callable[[], bool]
"""Tells, on the thread of the job, whether what comes of it is still wanted. Takes no time and raises nothing."""

CLOSE_S: Final = 15.0
"""The seconds that the end of the app waits for what is still to be written: three times as long as one write may wait
for another program (`database.BUSY_TIMEOUT_S`). Ours."""
LOOK_STEPS: Final = 200_000
"""Steps of SQLite's machine after which a job is asked whether it is still wanted: 5 to 20 ms of going through rows."""
GIVE_UP_S: Final = 1.0
"""The seconds that the end of the app waits for a reading that it has called off. Ours."""


def _raise_unless_of_storage(error: Exception) -> None:
    """Tells the hook of threads about an exception that nobody expected; this thread goes on."""
    if not isinstance(error, StorageError):
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))


class NotWantedError(Exception):
    """Nobody wants any more what was asked for; it was not read, or not to its end."""


def _always() -> bool:
    return True


class StorageThread:
    """Does jobs one at a time, in the order in which they were asked, over a connection that is its own.

    The connection is opened for the first job, and again for the next where that failed. The thread is a daemon: a disk
    that never answers must not keep the process from ending.
    """

    def __init__(self, name: str, open_connection: Callable[[], sqlite3.Connection]) -> None:
        self._open_connection = open_connection
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._connection: sqlite3.Connection | None = None
        self._stores: Stores | None = None
        self._wanted: Wanted = _always
        self._steps: list[Steps] = []  # that are under way
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def ask(self, job: Job[T], done: Told[T], failed: Told[Exception], wanted: Wanted = _always) -> None:
        """Has `job` done after all that was asked before; returns at once. One of the two is told, on that thread.

        A reading that is not `wanted` any more is not begun, or ended where it is: `failed` is told NotWantedError.
        """

        def work() -> None:
            if not wanted():
                failed(NotWantedError())
                return
            self._wanted = wanted
            try:
                result = job(self._open())
            except Exception as error:  # noqa: BLE001 (whatever it was, it is handed to the one who asked)
                failed(error if wanted() else NotWantedError())
            else:
                done(result)
            finally:
                self._wanted = _always
                self._erase_if_wanted()

        self._jobs.put(work)

    def go_through(self, job: Job[Steps], done: Told[None], failed: Told[Exception]) -> None:
        """Has steps done one at a time, each behind all that was asked meanwhile; one of the two is told, as by `ask`.

        What a step asks to be done on another thread is done there; the rest waits for it, and nobody else. At the end
        of the app the steps that are left are not taken.
        """
        steps: list[Steps] = []

        def end(tell: Callable[[], None]) -> None:
            for each in steps:
                each.close()
                self._steps.remove(each)
            tell()

        def work() -> None:
            try:
                if not steps:
                    steps.append(job(self._open()))
                    self._steps.extend(steps)
                step = next(steps[0])
            except StopIteration:
                end(lambda: done(None))
            except Exception as error:  # noqa: BLE001 (as above)
                end(functools.partial(failed, error))
            else:
                if step is None:
                    self._jobs.put(work)
                else:
                    threading.Thread(target=beside, args=(step,), name="beside-storage", daemon=True).start()

        def beside(step: Callable[[], object]) -> None:
            try:
                step()
            except Exception as error:  # noqa: BLE001 (as above)
                self._jobs.put(functools.partial(end, functools.partial(failed, error)))
            else:
                self._jobs.put(work)

        self._jobs.put(work)

    def wait_for(self, job: Job[T], meanwhile: Meanwhile | None = None) -> T:
        """Has `job` done in its turn and waits for it: for the start and the end of the app. Raises what it raises.

        `meanwhile`: is called while it is waited for. Where another program held the file for longer than one try
        waits, there is another.
        """
        while True:
            try:
                return self._wait_for(job, meanwhile)
            except StorageFailed as error:
                if meanwhile is None or not error.is_held:
                    raise

    def _wait_for(self, job: Job[T], meanwhile: Meanwhile | None) -> T:
        results: list[T] = []
        errors: list[Exception] = []
        ended = threading.Event()

        def done(result: T) -> None:
            results.append(result)
            ended.set()

        def failed(error: Exception) -> None:
            errors.append(error)
            ended.set()

        self.ask(job, done, failed)
        if meanwhile is not None:
            meanwhile(ended)
        ended.wait()
        if errors:
            raise errors[0]
        return results[0]

    def close(self, timeout_s: float = CLOSE_S) -> bool:
        """Does what was asked so far, then closes the connection; tells whether that was done in time."""
        self._jobs.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def give_up(self) -> None:
        """Drops what is asked and ends what is being read: nobody waits for it any more."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._jobs.get_nowait()
        self._jobs.put(None)
        if self._connection is not None:
            with contextlib.suppress(sqlite3.ProgrammingError):  # it was closed at this moment
                self._connection.interrupt()
        self._thread.join(GIVE_UP_S)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
        for each in self._steps:  # here, where their connection may be used
            with contextlib.suppress(Exception):
                each.close()
        if self._connection is not None:
            self._connection.close()

    def _erase_if_wanted(self) -> None:
        """Has erased what a job has marked; where that fails it stays marked, and is tried with the next, or anew."""
        if not isinstance(self._connection, Connection) or not self._connection.wants_erasing:
            return
        self._connection.wants_erasing = False
        self.go_through(lambda stores: stores.erasing(), lambda _done: None, _raise_unless_of_storage)

    def _open(self) -> Stores:
        if self._stores is None:
            self._connection = self._open_connection()
            self._connection.set_progress_handler(lambda: not self._wanted(), LOOK_STEPS)
            self._stores = Stores.over(self._connection)
        return self._stores


class Storage:
    """The database at `path`, open until `close`. Raises what `open_database` raises.

    `writer` does all that changes something, and what must see every change that was asked for before it. `reader` is
    for what goes through many rows and may take its time; it sees what has been written by its turn. So does `counter`,
    which is for work that waits for its answers: it never waits behind what somebody looks at.
    """

    def __init__(self, path: Path, meanwhile: Meanwhile | None = None) -> None:
        """`meanwhile`: is called while the database is opened."""
        self.writer = StorageThread("storage", lambda: open_database(path))
        try:
            self.place: Place = self.writer.wait_for(lambda stores: stores.place, meanwhile)
        except BaseException:
            self.writer.give_up()
            raise
        self.reader = StorageThread("storage-reader", lambda: connect(path, self.place))
        self._path = path
        self._apart: StorageThread | None = None
        self._counter: StorageThread | None = None
        self._lock = threading.Lock()

    def wait_for(self, job: Job[T], *, reading: bool = False) -> T:
        """Has `job` done in its turn and waits for it, for threads that may. `reading`: it changes nothing, and sees
        what was written by then; those who write do not wait for it. Raises what it raises.
        """
        return (self.counter() if reading else self.writer).wait_for(job)

    def counter(self) -> StorageThread:
        """A thread for what counts, made when it is first wanted; for any thread."""
        with self._lock:
            if self._counter is None:
                self._counter = StorageThread("storage-counter", lambda: connect(self._path, self.place))
            return self._counter

    def apart(self) -> StorageThread:
        """A thread for what reads for minutes, as an export; it is made when it is first wanted."""
        if self._apart is None:
            self._apart = StorageThread("storage-apart", lambda: connect(self._path, self.place))
        return self._apart

    def close(self, timeout_s: float = CLOSE_S) -> bool:
        """Ends the threads, after what is still to be written; tells whether that was done in time."""
        self.reader.give_up()
        if self._apart is not None:
            self._apart.give_up()
        if self._counter is not None:
            self._counter.close(GIVE_UP_S)
        return self.writer.close(timeout_s)
