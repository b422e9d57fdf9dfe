"""Another text for all of a campaign that has not left, in writes that are short.

Requests with it are written beside those that are planned (`begin`, `add`); until `decide` nothing of the campaign is
changed, and what was written is of no use to anybody. From then on they take the place of those before (`move`), each
person from one request to the other, and nothing leaves before all have: a process that ends in between leaves that to
the next start (`Stores.overdue`).
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from scoro_desktop.messages.request import ENVELOPE_KEYS
from scoro_desktop.storage.campaigns.preparing import add_request, must_be
from scoro_desktop.storage.campaigns.rows import has_send, json_text
from scoro_desktop.storage.campaigns.settling import REST, existing_send
from scoro_desktop.storage.campaigns.types import NewRequest, NotPossible, Seen
from scoro_desktop.storage.database import failures, transaction
from scoro_desktop.wire import JsonObject

UNDER_WAY = "under_way"
_WRITTEN, _DECIDED = "written", "decided "
"""The latter is followed by the id of the last request of before."""


def begin(connection: sqlite3.Connection, campaign_id: int) -> None:
    """Begins to write another text down. Raises NotPossible for a campaign that runs, and while there is one."""
    with transaction(connection):
        must_be(connection, campaign_id, "ready", "pause")
        if _has_written(connection, campaign_id):
            raise NotPossible(campaign_id, "its text is being changed")
        _set(connection, campaign_id, _WRITTEN)


def add(connection: sqlite3.Connection, campaign_id: int, requests: Iterable[NewRequest]) -> None:
    """Writes requests with the new text down, all of these or none.

    Raises NotPossible where somebody in them is not of the rest, and where it was not begun, or ran since.
    """
    with transaction(connection):
        _must_be_written(connection, campaign_id)
        for request in requests:
            if request.body.keys() & set(ENVELOPE_KEYS):
                raise ValueError("a stored request must not carry keys")
            if _of_rest(connection, campaign_id, request.ids) != len(request.ids):
                raise NotPossible(campaign_id, "somebody in a request is not of the rest")
            connection.execute(
                "INSERT INTO campaign_next (campaign_id, people, parts, amount, ids, body) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    campaign_id,
                    request.size,
                    request.parts,
                    request.amount,
                    json.dumps(request.ids),
                    json_text(request.body),
                ),
            )


def look(connection: sqlite3.Connection, campaign_id: int) -> Seen:
    """Looks whether what was written is for the people of the rest, each once; on a connection that need not write.

    Raises NotPossible where it is not.
    """
    with failures():
        requests, people = _rest(connection, campaign_id)
        first, last, planned = connection.execute(
            "SELECT min(id), max(id), coalesce(sum(people), 0) FROM campaign_next WHERE campaign_id = ?", (campaign_id,)
        ).fetchone()
        (twice,) = connection.execute(
            "SELECT count(*) - count(DISTINCT value) FROM campaign_next, json_each(ids) WHERE campaign_id = ?",
            (campaign_id,),
        ).fetchone()
    if twice or planned != people:
        raise NotPossible(campaign_id, "not the people of the rest")
    return Seen(first, last, requests)


def decide(connection: sqlite3.Connection, campaign_id: int, message: JsonObject, seen: Seen) -> None:
    """Makes what was written what goes: from now on nothing leaves with the text before.

    Raises NotPossible where anything is not as it was when it was looked at, and (`UNDER_WAY`) while a request is
    under way: one that never left would go with the text before.
    """
    if message.keys() & set(ENVELOPE_KEYS):
        raise ValueError("a stored message must not carry keys")
    with transaction(connection):
        _must_be_written(connection, campaign_id)
        if has_send(connection, campaign_id, "state = 'sending'"):
            raise NotPossible(campaign_id, UNDER_WAY)
        sql = f"SELECT count(*) FROM campaign_sends WHERE campaign_id = ? AND {REST}"  # noqa: S608
        (requests,) = connection.execute(sql, (campaign_id,)).fetchone()
        sql = "SELECT min(id), max(id) FROM campaign_next WHERE campaign_id = ?"
        first, last = connection.execute(sql, (campaign_id,)).fetchone()
        if Seen(first, last, requests) != seen:
            raise NotPossible(campaign_id, "not the people of the rest")
        connection.execute("UPDATE campaigns SET message = ? WHERE id = ?", (json_text(message), campaign_id))
        sql = "SELECT max(id) FROM campaign_sends WHERE campaign_id = ?"
        (last,) = connection.execute(sql, (campaign_id,)).fetchone()
        _set(connection, campaign_id, f"{_DECIDED}{last}")


def move(connection: sqlite3.Connection, campaign_id: int, limit: int, now: datetime) -> bool:
    """Has so many of the new requests take the place of those before; are there more? Nothing where none is decided."""
    with transaction(connection):
        changing = _changing(connection, campaign_id)
        if not changing.startswith(_DECIDED):
            return False
        must_be(connection, campaign_id, "ready", "pause")
        found = connection.execute(
            "SELECT id, people, parts, amount, ids, body FROM campaign_next WHERE campaign_id = ? ORDER BY id LIMIT ?",
            (campaign_id, limit),
        ).fetchall()
        for number, people, parts, amount, ids, body in found:
            request = NewRequest(json.loads(body), tuple(json.loads(ids)), people, parts, amount)
            _move(connection, campaign_id, request, now)
            connection.execute("DELETE FROM campaign_next WHERE id = ?", (number,))
        if len(found) == limit:
            return True
        connection.execute(  # those that named nobody
            f"DELETE FROM campaign_sends WHERE campaign_id = ? AND {REST} AND id <= ? "  # noqa: S608
            "AND NOT EXISTS (SELECT 1 FROM campaign_people WHERE send_id = campaign_sends.id)",
            (campaign_id, int(changing.removeprefix(_DECIDED))),
        )
        _set(connection, campaign_id, "")
        return False


def drop(connection: sqlite3.Connection, campaign_id: int, limit: int) -> bool:
    """Drops so many of the requests that were written down and are not what goes; are there more?"""
    with transaction(connection):
        return not is_decided(connection, campaign_id) and take_out(connection, campaign_id, limit) == limit


def take_out(connection: sqlite3.Connection, campaign_id: int, limit: int) -> int:
    """Takes so many of them out, whatever they were for; within a transaction. How many that were."""
    sql = "DELETE FROM campaign_next WHERE id IN (SELECT id FROM campaign_next WHERE campaign_id = ? LIMIT ?)"
    return connection.execute(sql, (campaign_id, limit)).rowcount


def call_off(connection: sqlite3.Connection, campaign_id: int) -> None:
    """Lets what was written down be of no use: the campaign goes on, or is stopped; within a transaction."""
    _set(connection, campaign_id, "")


def is_decided(connection: sqlite3.Connection, campaign_id: int) -> bool:
    """Tells whether another text is what goes, and not all of it is in its place."""
    return _changing(connection, campaign_id).startswith(_DECIDED)


def _move(connection: sqlite3.Connection, campaign_id: int, request: NewRequest, now: datetime) -> None:
    """Puts the people of a request into it, out of those in which they were: one that is empty is gone."""
    places = ", ".join("?" * len(request.ids))
    before = connection.execute(
        f"SELECT send_id, count(*) FROM campaign_people WHERE id IN ({places}) GROUP BY send_id",  # noqa: S608
        request.ids,
    ).fetchall()
    connection.executemany(
        f"UPDATE campaign_people SET send_id = NULL, state = 'planned', why = '' "  # noqa: S608
        f"WHERE id = ? AND campaign_id = ? AND {REST}",
        ((each, campaign_id) for each in request.ids),
    )
    add_request(connection, campaign_id, request, now)
    for send_id, people in before:
        _take_out_of(connection, send_id, people)


def _take_out_of(connection: sqlite3.Connection, send_id: int, people: int) -> None:
    """Makes a request smaller by so many people, who are in another one; those who were left out of it stay there."""
    (others,) = connection.execute("SELECT count(*) FROM campaign_people WHERE send_id = ?", (send_id,)).fetchone()
    send = existing_send(connection, send_id)
    left = send.people - people
    if left > 0:
        connection.execute(
            "UPDATE campaign_sends SET people = ?, parts = ?, amount = ? WHERE id = ?",
            (left, send.share(send.parts, left), send.share(send.amount, left), send_id),
        )
    elif others:
        connection.execute("UPDATE campaign_sends SET state = 'skipped', people = ? WHERE id = ?", (others, send_id))
    else:
        connection.execute("DELETE FROM campaign_sends WHERE id = ?", (send_id,))


def _must_be_written(connection: sqlite3.Connection, campaign_id: int) -> None:
    must_be(connection, campaign_id, "ready", "pause")
    if _changing(connection, campaign_id) != _WRITTEN:
        raise NotPossible(campaign_id, "no other text is being written")


def _of_rest(connection: sqlite3.Connection, campaign_id: int, ids: tuple[int, ...]) -> int:
    """The number of rows among these that have not left."""
    places = ", ".join("?" * len(ids))
    sql = f"SELECT count(*) FROM campaign_people WHERE id IN ({places}) AND campaign_id = ? AND {REST}"  # noqa: S608
    return int(connection.execute(sql, (*ids, campaign_id)).fetchone()[0])


def _rest(connection: sqlite3.Connection, campaign_id: int) -> tuple[int, int]:
    """The number of requests that have not left, and of the people in them."""
    sql = f"SELECT count(*), coalesce(sum(people), 0) FROM campaign_sends WHERE campaign_id = ? AND {REST}"  # noqa: S608
    requests, people = connection.execute(sql, (campaign_id,)).fetchone()
    return int(requests), int(people)


def _has_written(connection: sqlite3.Connection, campaign_id: int) -> bool:
    sql = "SELECT 1 FROM campaign_next WHERE campaign_id = ? LIMIT 1"
    return connection.execute(sql, (campaign_id,)).fetchone() is not None


def _changing(connection: sqlite3.Connection, campaign_id: int) -> str:
    row = connection.execute("SELECT changing FROM campaigns WHERE id = ?", (campaign_id,)).fetchone()
    if row is None:
        raise KeyError(campaign_id)
    return str(row[0])


def _set(connection: sqlite3.Connection, campaign_id: int, changing: str) -> None:
    connection.execute("UPDATE campaigns SET changing = ? WHERE id = ?", (changing, campaign_id))
