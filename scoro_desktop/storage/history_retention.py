"""The end of the history: sends and campaigns older than their account keeps them are deleted, a few at a time.

What is pinned stays, and what is not settled: of a send whose outcome nobody knows people may still ask. With
`secure_delete` the bytes of a row are overwritten where it stood. Words leave the index once its parts are merged. What
was deleted is marked, so that `Stores.erasing` takes it out of the copies as well.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.database import StorageFailed, failures, read_rows, transaction
from scoro_desktop.storage.erasing import What, mark
from scoro_desktop.storage.gone import mark_sends
from scoro_desktop.storage.history_rows import SEND_COLUMNS, send_of
from scoro_desktop.storage.history_words import forget

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

AT_ONCE: Final = 25
"""Sends that are deleted in one transaction: some 20 ms. Ours."""
PEOPLE_AT_ONCE: Final = 1_000
"""People of a campaign that are deleted in one transaction. Ours."""
_LOOKED_AT: Final = 500
"""Sends of an account that are looked at together, from the oldest on: clocks that were set back may mix a few."""
_MERGED_PAGES: Final = 100
"""Pages of the index of words that are merged in one turn: some 10 ms (FTS5, "The merge Command")."""
_SETTLED: Final = ("sent", "refused", "not_sent")


def steps(connection: sqlite3.Connection, now: datetime) -> Iterator[int]:
    """Deletes what is due, and yields after each transaction how many sends that were. Raises StorageFailed.

    Whatever else is wanted of the connection can be done between two of them; ended half way, the next time goes on.
    """
    deleted = 0
    for account_id, days in read_rows(connection, "SELECT id, history_days FROM accounts WHERE history_days > 0"):
        before = (now - timedelta(days=days)).astimezone(UTC).isoformat()
        for number in _sends(connection, account_id, before):
            deleted += number
            yield number
    if deleted:
        yield from _merge(connection)
        with failures():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _sends(connection: sqlite3.Connection, account_id: str, before: str) -> Iterator[int]:
    """Goes from the oldest send of an account to the first ones that are kept."""
    last = 0
    while True:
        rows = read_rows(
            connection,
            "SELECT id, created_at, outcome, is_pinned, campaign_id FROM sends "
            "WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
            (account_id, last, _LOOKED_AT),
        )
        due = [
            (send_id, campaign_id)
            for send_id, created_at, outcome, is_pinned, campaign_id in rows
            if created_at < before and outcome in _SETTLED and not is_pinned
        ]
        for send_id, campaign_id in due:
            if campaign_id is not None and _is_scrubbed(connection, campaign_id):
                yield from _campaign(connection, campaign_id, send_id)
        single = [send_id for send_id, campaign_id in due if campaign_id is None]
        for start in range(0, len(single), AT_ONCE):
            part = single[start : start + AT_ONCE]
            _delete(connection, part)
            yield len(part)
        if not rows or all(created_at >= before for _, created_at, *_ in rows):
            return
        last = rows[-1][0]
        yield 0


def _campaign(connection: sqlite3.Connection, campaign_id: int, send_id: int) -> Iterator[int]:
    """A campaign goes with its row: first its people, since there may be many, at last what tells that it was."""
    for table in ("campaign_people", "campaign_sends"):
        sql = f"""
            DELETE FROM {table} WHERE id IN (SELECT id FROM {table} WHERE campaign_id = ? LIMIT {PEOPLE_AT_ONCE})
            """  # noqa: S608
        number = PEOPLE_AT_ONCE
        while number == PEOPLE_AT_ONCE:
            with transaction(connection):
                number = connection.execute(sql, (campaign_id,)).rowcount
            yield 0
    with transaction(connection):
        mark(connection, What.CAMPAIGN, (campaign_id,), soon=False)
        connection.execute("DELETE FROM planned WHERE campaign_id = ?", (campaign_id,))
        connection.execute("DELETE FROM campaigns WHERE id = ?", (campaign_id,))
        _forget(connection, send_id)
    yield 1


def _is_scrubbed(connection: sqlite3.Connection, campaign_id: int) -> bool:
    """Tells whether phones and values of a campaign are gone already: what deletes them leaves no byte of them."""
    sql = (
        "SELECT 1 FROM campaigns AS c WHERE id = ? AND deleted_at IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM to_erase WHERE campaign_id = c.id)"
    )
    return bool(read_rows(connection, sql, (campaign_id,)))


def _delete(connection: sqlite3.Connection, ids: list[int]) -> None:
    with transaction(connection):
        for send_id in ids:
            _forget(connection, send_id)


def _forget(connection: sqlite3.Connection, send_id: int) -> None:
    """Deletes a row and its words; one that cannot be read goes without them."""
    for row in connection.execute(f"SELECT {SEND_COLUMNS} FROM sends WHERE id = ?", (send_id,)).fetchall():  # noqa: S608
        try:
            forget(connection, send_of(row))
        except StorageFailed:
            continue
    mark_sends(connection, connection.execute("SELECT id, created_at FROM sends WHERE id = ?", (send_id,)).fetchall())
    connection.execute("DELETE FROM planned WHERE send_id = ?", (send_id,))
    connection.execute("DELETE FROM sends WHERE id = ?", (send_id,))


def _merge(connection: sqlite3.Connection) -> Iterator[int]:
    """Writes the index of words anew: what was taken out of it stands in its older parts until then."""
    pages = -_MERGED_PAGES  # a negative number makes all of its parts one (FTS5, "The merge Command")
    while True:
        before = connection.total_changes
        with transaction(connection):
            connection.execute("INSERT INTO sends_words (sends_words, rank) VALUES ('merge', ?)", (pages,))
        yield 0
        if connection.total_changes - before < 2:  # so FTS5 tells that nothing was left to do
            return
        pages = _MERGED_PAGES
