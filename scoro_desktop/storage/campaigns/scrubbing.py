"""The deletion of what is known of people: out of the rows, the pages that nothing uses, the log of writes, the copies.

An UPDATE leaves what stood there: in the gaps of its page (also with SQLite's `secure_delete`, where a page was divided
before), in pages that are free, and in the log. So the file is written anew from its rows (VACUUM), and the log is
emptied. Copies beside it are cleaned in the same way; one that cannot be, as it is damaged, is removed.
"""

import contextlib
import os
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from scoro_desktop.scorocode.account import DEFAULT_KEEP_DAYS
from scoro_desktop.storage.beside import UNFINISHED
from scoro_desktop.storage.campaigns.rows import moment_text
from scoro_desktop.storage.copies import all_copies
from scoro_desktop.storage.database import StorageFailed, failures, place_of, transaction
from scoro_desktop.storage.private_files import open_private

_WITHOUT_VALUES: Final = (
    "UPDATE campaign_people SET key = '', phone_key = '', detail = '', cells = '[]' WHERE campaign_id = ?",
    "UPDATE campaign_sends SET body = '{}', detail = '' WHERE campaign_id = ?",
    "UPDATE campaigns SET mapping = '{}', source = '{}', pause_detail = '' WHERE id = ?",
)
_GONE: Final = (
    "DELETE FROM campaign_people WHERE campaign_id = ?",
    "DELETE FROM campaign_sends WHERE campaign_id = ?",
    "DELETE FROM campaigns WHERE id = ?",
)


def delete_values(connection: sqlite3.Connection, ids: Sequence[int], now: datetime) -> None:
    """Deletes phones, names, values and bodies of campaigns; counts and outcomes stay, and who was in them by `_id`.

    Raises StorageFailed, also where a copy could be neither cleaned nor removed; it is still due then.
    """
    _scrub(connection, _WITHOUT_VALUES, ids)
    with transaction(connection):
        connection.executemany(
            "UPDATE campaigns SET deleted_at = ? WHERE id = ?", ((moment_text(now), each) for each in ids)
        )


def discard(connection: sqlite3.Connection, campaign_id: int) -> None:
    """Removes a campaign that was never approved, with all of its rows, as `delete_values` does."""
    _scrub(connection, _GONE, (campaign_id,))


def due(connection: sqlite3.Connection, now: datetime) -> list[int]:
    """The campaigns whose days are over: since their end, or since they were begun, of those never approved.

    A person may be at work on one of these, so that it has a month at the least.
    """
    with failures():
        rows = connection.execute(
            "SELECT id FROM campaigns WHERE deleted_at IS NULL "
            "AND CASE WHEN approved_at IS NULL THEN julianday(created_at) + max(keep_days, ?) "
            "ELSE julianday(ended_at) + keep_days END <= julianday(?)",
            (DEFAULT_KEEP_DAYS, moment_text(now)),
        ).fetchall()
    return [campaign_id for (campaign_id,) in rows]


def _scrub(connection: sqlite3.Connection, statements: Sequence[str], ids: Sequence[int]) -> None:
    """The rows, then the pages, then the log, then the copies: whichever fails, the next time does all of it again."""
    with transaction(connection):
        _do(connection, statements, ids)
    with failures():
        connection.execute("VACUUM")
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StorageFailed("SQLITE_BUSY", "the log of writes is being read")
    for copy in all_copies(place_of(connection).path):
        _clean_or_remove(copy, statements, ids)


def _do(connection: sqlite3.Connection, statements: Sequence[str], ids: Sequence[int]) -> None:
    for sql in statements:
        connection.executemany(sql, ((each,) for each in ids))


def _clean_or_remove(copy: Path, statements: Sequence[str], ids: Sequence[int]) -> None:
    try:
        try:
            _clean(copy, statements, ids)
        except sqlite3.Error:
            copy.unlink()
    except OSError as error:
        raise StorageFailed("OS", type(error).__name__) from error


def _clean(copy: Path, statements: Sequence[str], ids: Sequence[int]) -> None:
    """A clean one takes the place of the copy, with the time at which that was made; a crash leaves it as it was."""
    address = f"{copy.absolute().as_uri()}?immutable=1"  # nothing is written beside it
    unfinished = copy.with_name(copy.name + UNFINISHED)
    with contextlib.closing(sqlite3.connect(address, uri=True)) as old:
        if not _has_any(old, ids):
            return
        made = copy.stat()
        unfinished.unlink(missing_ok=True)
        os.close(open_private(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL))
        try:
            with contextlib.closing(sqlite3.connect(unfinished, isolation_level=None)) as new:
                old.backup(new)
                new.execute("PRAGMA journal_mode = OFF")  # nothing beside it: an unfinished one is thrown away
                _do(new, statements, ids)
                new.execute("VACUUM")
            os.utime(unfinished, ns=(made.st_atime_ns, made.st_mtime_ns))
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    unfinished.replace(copy)


def _has_any(copy: sqlite3.Connection, ids: Sequence[int]) -> bool:
    """Tells whether one of these campaigns is in a copy; those of older versions have none at all."""
    if not copy.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'campaigns'").fetchone()[0]:
        return False
    return any(copy.execute("SELECT 1 FROM campaigns WHERE id = ?", (each,)).fetchone() for each in ids)
