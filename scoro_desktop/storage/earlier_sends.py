"""The last sends through an account, with the queries that they went out with: for the overlap with another one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from scoro_desktop.messages.channels.registry import PEOPLE_FIELDS
from scoro_desktop.scorocode.hosts import as_address
from scoro_desktop.storage.database import UNREADABLE, StorageFailed, read_rows
from scoro_desktop.storage.history_rows import SEND_COLUMNS, send_of

if TYPE_CHECKING:
    import sqlite3

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.storage.history_rows import Send
    from scoro_desktop.wire import JsonObject, JsonValue

LONGEST: Final = 100_000
"""In letters: a request that is longer is not read. Ours: a query with 8,000 ids."""
MOST_NAMED: Final = 5_000
"""People of campaigns that are named in one query: 65 kB. Ours."""


@dataclass(frozen=True)
class EarlierSend:
    """A send that went out, or may have. `query`: as it left, relative dates worked out; empty for a whole collection.

    None where it cannot be read, or is too long to be put into a query once more. `is_campaign`: the query names the
    people who got it, or may have, and `id` is that of the campaign, less than nothing.
    """

    id: int
    summary: str
    created_at: datetime
    collection: str
    query: JsonObject | None
    is_campaign: bool = False


@dataclass(frozen=True)
class EarlierCampaign:
    """A campaign that began, with the `_id`s of those whom it was sent to, or may have been; None where they are too
    many for a query.
    """

    id: int
    name: str
    began_at: datetime
    persons: tuple[str, ...] | None = field(repr=False)

    def as_send(self, collection: str) -> EarlierSend | None:
        """The campaign as a send to documents of a collection; None where its people cannot be named there."""
        named = PEOPLE_FIELDS.get(collection)
        if named is None or self.persons is None:
            return None
        listed: list[JsonValue] = [*self.persons]
        query: JsonObject = {named: {"$in": listed}}
        return EarlierSend(-self.id, self.name, self.began_at, collection, query, is_campaign=True)


@dataclass(frozen=True)
class Earlier:
    """The last sends of a time, the newest first; `is_all`: there are no more of it. `campaigns`: begun in it.

    `until`: the id of the last send of all.
    """

    sends: tuple[EarlierSend, ...] = ()
    is_all: bool = True
    campaigns: tuple[EarlierCampaign, ...] = ()
    until: int = 0


def earlier_sends(connection: sqlite3.Connection, account: Account, since: datetime, most: int) -> Earlier:
    """At most `most` sends since a moment (aware) that went out or may have, trials and campaigns left out.

    Through this account, or another of its application at the same address: people get both. Raises StorageFailed.
    """
    moment = since.isoformat()
    ((until,),) = read_rows(connection, "SELECT coalesce(max(id), 0) FROM sends")
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
    return Earlier(tuple(sends[:most]), len(rows) <= most, _campaigns(connection, account, moment), until)


def newest_since(connection: sqlite3.Connection, account: Account, collection: str, until: int) -> int:
    """The id of the last send or campaign after one with this id that people of a collection may have got; 0 for none.

    Trials are left out; the rest as in `earlier_sends`. Raises StorageFailed.
    """
    rows = read_rows(
        connection,
        """
        SELECT id, account_id, application_id, address FROM sends
        WHERE id > ? AND is_test = 0 AND environment = ? AND (collection = ? OR campaign_id IS NOT NULL)
            AND outcome IN ('sent', 'unknown', 'sending', 'held') AND (account_id = ? OR application_id = ?)
        """,
        (until, account.environment, collection, account.id, account.application_id),
    )
    here = [
        number
        for number, account_id, _, address in rows
        if account_id == account.id or as_address(address) == as_address(account.address)
    ]
    return max(here, default=0)


def _campaigns(connection: sqlite3.Connection, account: Account, moment: str) -> tuple[EarlierCampaign, ...]:
    """The campaigns that began since then, the newest first; so many of their people as one query can name."""
    found, left = [], MOST_NAMED
    for number, name, began_at, address, account_id in read_rows(
        connection,
        "SELECT id, name, began_at, address, account_id FROM campaigns WHERE began_at >= ? AND environment = ? "
        "AND (account_id = ? OR application_id = ?) ORDER BY began_at DESC",
        (moment, account.environment, account.id, account.application_id),
    ):
        if account_id != account.id and as_address(address) != as_address(account.address):
            continue
        rows = read_rows(
            connection,
            "SELECT person FROM campaign_people WHERE campaign_id = ? AND person != '' "
            "AND state IN ('sending', 'sent', 'unknown') LIMIT ?",
            (number, left + 1),
        )
        persons = tuple(person for (person,) in rows) if len(rows) <= left else None
        left -= 0 if persons is None else len(persons)
        found.append(EarlierCampaign(number, name, datetime.fromisoformat(began_at), persons))
    return tuple(found)


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
