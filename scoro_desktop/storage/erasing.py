"""Erasing: what is to be gone out of the rows, the pages that nothing uses, the log of writes and the copies.

It is written down first (`mark`), then done in steps between which everything else goes on; where the app ends in the
middle, the next start does it. Connections have SQLite's `secure_delete` on; what that leaves goes by `rewriting.py`.
"""

import contextlib
import functools
import sqlite3
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final, TypeAlias

from scoro_desktop.storage.database import Connection, StorageFailed, failures, place_of, read_rows, transaction
from scoro_desktop.storage.gone import Gone, last_marks, plans, refusals_until, sends_until, unmark_sends
from scoro_desktop.storage.rewriting import Rewriting, rewrite

Steps: TypeAlias = Generator[Callable[[], object] | None, None, None]
"""Work in steps. What one yields is to be done on another thread before the next; None: nothing."""

TRIES: Final = 50
PAUSE_S: Final = 0.2
"""The log is tried to be emptied so often, and after so many seconds: somebody may be reading. Ours."""


class What(StrEnum):
    """A thing to erase: what is known of people in a campaign, a campaign, or what was taken off a do-not-send list."""

    VALUES = "values"
    CAMPAIGN = "campaign"
    DO_NOT_SEND = "do_not_send"


def mark(connection: sqlite3.Connection, what: What, ids: Iterable[int | None] = (None,), *, soon: bool = True) -> None:
    """Writes down that something is to be erased; within a transaction. The thread of the connection does it `soon`,
    or whoever marks it sees to that.
    """
    connection.executemany("INSERT INTO to_erase (what, campaign_id) VALUES (?, ?)", ((what, each) for each in ids))
    if soon and isinstance(connection, Connection):
        connection.wants_erasing = True


class Eraser:
    """Erases what is marked, over a connection; one at a time, whoever asks."""

    def __init__(
        self, connection: sqlite3.Connection, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._under_way: threading.Event | None = None

    def steps(self) -> Steps:
        """The steps until nothing is marked any more, each of some milliseconds. Raises StorageFailed."""
        while self._under_way is not None:
            yield self._under_way.wait
        self._under_way = threading.Event()
        try:
            while (marks := self._marks()) or any(last_marks(self._connection)):
                yield from self._erase(marks)
        finally:
            self._under_way.set()
            self._under_way = None

    def _marks(self) -> list[tuple[int, str, int | None]]:
        return read_rows(self._connection, "SELECT id, what, campaign_id FROM to_erase ORDER BY id")

    def _erase(self, marks: list[tuple[int, str, int | None]]) -> Steps:
        from scoro_desktop.storage.campaigns import scrubbing
        from scoro_desktop.storage.erasing_copies import erase_from_copies

        last_send, last_refusal = last_marks(self._connection)
        values = sorted({number for _, what, number in marks if what == What.VALUES and number is not None})
        whole = sorted({number for _, what, number in marks if what == What.CAMPAIGN and number is not None})
        tables = scrubbing.rewritings(values, whole) if values or whole else []
        if any(what == What.DO_NOT_SEND for _, what, _ in marks):
            tables.append(Rewriting("do_not_send"))
        for each in tables:
            yield from rewrite(self._connection, each)
        yield from self._empty_log()
        sends = yield from sends_until(self._connection, last_send)
        refusals = yield from refusals_until(self._connection, last_refusal)
        gone = Gone(values, whole, sends, refusals, *plans(self._connection))
        clean = functools.partial(erase_from_copies, place_of(self._connection), gone)
        yield clean
        if last_refusal:
            yield from rewrite(self._connection, Rewriting("gone_refusals", f"id <= {last_refusal}"))
            yield from self._empty_log()
            yield clean  # one that was copied meanwhile has what was written down
        yield from unmark_sends(self._connection, last_send)
        with transaction(self._connection):
            self._connection.executemany(
                "UPDATE campaigns SET deleted_at = ? WHERE id = ?",
                ((self._clock().isoformat(), each) for each in values),
            )
            self._connection.executemany("DELETE FROM to_erase WHERE id = ?", ((number,) for number, *_ in marks))

    def _empty_log(self) -> Steps:
        """Moves all of the log into the file, and gives its bytes back."""
        for _ in range(TRIES):
            with failures(), _no_patience(self._connection):
                (busy, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
            yield functools.partial(time.sleep, PAUSE_S)
        raise StorageFailed("SQLITE_BUSY", "the log of writes is being read")


@contextlib.contextmanager
def _no_patience(connection: sqlite3.Connection) -> Iterator[None]:
    """Waits for nobody: others wait for this thread."""
    (before,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {before}")
