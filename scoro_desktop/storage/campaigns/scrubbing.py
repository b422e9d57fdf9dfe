"""The deletion of what is known of people: out of the rows, the pages that nothing uses, the log of writes, the copies.

An UPDATE leaves what stood there: in the gaps of its page (also with SQLite's `secure_delete`, where a page was divided
before), in pages that are free, and in the log. So the file is written anew from its rows (VACUUM), and the log is
emptied. Copies beside it are cleaned in the same way; one that cannot be, as it is damaged, is removed.
"""

import contextlib
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from scoro_desktop.storage.campaigns.rows import moment_text
from scoro_desktop.storage.copies import all_copies
from scoro_desktop.storage.database import StorageFailed, failures, place_of, transaction

_LEFT: Final = (
    "UPDATE campaign_people SET key = '', phone_key = '', detail = '', cells = '[]' WHERE campaign_id = ?",
    "UPDATE campaign_sends SET body = '{}', detail = '' WHERE campaign_id = ?",
    "UPDATE campaigns SET deleted_at = ?2, mapping = '{}', source = '{}', pause_detail = '' WHERE id = ?1",
)
_GONE: Final = ("DELETE FROM campaign_people WHERE campaign_id = ?", "DELETE FROM campaigns WHERE id = ?")


def delete_values(connection: sqlite3.Connection, ids: Sequence[int], now: datetime) -> None:
    """Deletes phones, names, values and bodies of campaigns; counts and outcomes stay, and who was in them by `_id`.

    Raises StorageFailed, also where a copy could be neither cleaned nor removed; to be asked again then.
    """
    moment = moment_text(now)
    with transaction(connection):
        for campaign_id in ids:
            for sql in _LEFT:
                connection.execute(sql, (campaign_id, moment) if "?2" in sql else (campaign_id,))
    _write_anew(connection)
    _clean_copies(connection, _LEFT, ids, moment)


def discard(connection: sqlite3.Connection, campaign_id: int) -> None:
    """Removes a campaign that was never approved, with all of its rows, as `delete_values` does."""
    with transaction(connection):
        for sql in _GONE:
            connection.execute(sql, (campaign_id,))
    _write_anew(connection)
    _clean_copies(connection, _GONE, (campaign_id,), "")


def due(connection: sqlite3.Connection, now: datetime) -> list[int]:
    """The campaigns whose days are over: since their end, or since they were begun and never approved."""
    with failures():
        rows = connection.execute(
            "SELECT id FROM campaigns WHERE deleted_at IS NULL "
            "AND julianday(CASE WHEN approved_at IS NULL THEN created_at ELSE ended_at END) + keep_days "
            "<= julianday(?)",
            (moment_text(now),),
        ).fetchall()
    return [campaign_id for (campaign_id,) in rows]


def _write_anew(connection: sqlite3.Connection) -> None:
    with failures():
        connection.execute("VACUUM")
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StorageFailed("SQLITE_BUSY", "the log of writes is being read")


def _clean_copies(connection: sqlite3.Connection, statements: Sequence[str], ids: Sequence[int], moment: str) -> None:
    for copy in all_copies(place_of(connection).path):
        try:
            _clean(copy, statements, ids, moment)
        except sqlite3.Error:
            try:
                copy.unlink()
            except OSError as error:
                raise StorageFailed("OS", str(error)) from error


def _clean(copy: Path, statements: Sequence[str], ids: Sequence[int], moment: str) -> None:
    with contextlib.closing(
        sqlite3.connect(f"{copy.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    ) as old:
        tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'campaigns'"
        if not old.execute(tables).fetchone()[0]:
            return  # of a version that had no campaigns
        old.execute("PRAGMA journal_mode = MEMORY")  # nothing beside it
        old.execute("BEGIN IMMEDIATE")
        changed = 0
        for campaign_id in ids:
            for sql in statements:
                values = (campaign_id, moment) if "?2" in sql else (campaign_id,)
                changed += old.execute(sql, values).rowcount
        old.execute("COMMIT")
        if changed:
            old.execute("VACUUM")
