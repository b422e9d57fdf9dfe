"""The last sends through an account, with the queries that they went out with: for the overlap with another one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from scoro_desktop.scorocode.hosts import as_address
from scoro_desktop.storage.database import UNREADABLE, StorageFailed, read_rows
from scoro_desktop.storage.history_rows import SEND_COLUMNS, send_of

if TYPE_CHECKING:
    import sqlite3

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.storage.history_rows import Send
    from scoro_desktop.wire import JsonObject

LONGEST: Final = 100_000
"""In letters: a request that is longer is not read. Ours: a query with 8,000 ids."""


@dataclass(frozen=True)
class EarlierSend:
    """A send that went out, or may have. `query`: as it left, relative dates worked out; empty for a whole collection.

    None where it cannot be read, or is too long to be put into a query once more.
    """

    id: int
    summary: str
    created_at: datetime
    collection: str
    query: JsonObject | None


@dataclass(frozen=True)
class Earlier:
    """The last sends of a time, the newest first; `is_all`: there are no more of it. `campaigns`: begun in it."""

    sends: tuple[EarlierSend, ...] = ()
    is_all: bool = True
    campaigns: int = 0


def earlier_sends(connection: sqlite3.Connection, account: Account, since: datetime, most: int) -> Earlier:
    """At most `most` sends since a moment (aware) that went out or may have, trials and campaigns left out.

    Through this account, or another of its application at the same address: people get both. Raises StorageFailed.
    """
    moment = since.isoformat()
    rows = read_rows(
        connection,
        """
        SELECT id FROM sends INDEXED BY sends_by_created_at
        WHERE created_at >= ? AND is_test = 0 AND campaign_id IS NULL AND environment = ?
            AND outcome IN ('sent', 'unknown', 'sending', 'held') AND (account_id = ? OR application_id = ?)
        ORDER BY created_at DESC LIMIT ?
        """,
        (moment, account.environment, account.id, account.application_id, most + 1),
    )
    found = [_send(connection, send_id) for (send_id,) in rows]
    sends = [_earlier(send) for send in found if _is_here(send, account)]
    ((campaigns,),) = read_rows(
        connection,
        "SELECT count(*) FROM campaigns WHERE began_at >= ? AND account_id = ?",
        (moment, account.id),
    )
    return Earlier(tuple(sends[:most]), len(rows) <= most, campaigns)


def _send(connection: sqlite3.Connection, send_id: int) -> Send:
    sql = f"SELECT {SEND_COLUMNS} FROM sends WHERE id = ?"  # noqa: S608
    for row in read_rows(connection, sql, (send_id,)):
        return send_of(row)
    raise StorageFailed(UNREADABLE, f"send {send_id}")


def _is_here(send: Send, account: Account) -> bool:
    if send.account_id == account.id:
        return True
    return send.application_id == account.application_id and as_address(send.address) == as_address(account.address)


def _earlier(send: Send) -> EarlierSend:
    query = send.request.get("query", {})
    readable = query if isinstance(query, dict) and len(send.query_text) <= LONGEST else None
    return EarlierSend(send.id, send.summary, send.created_at, send.collection, readable)
