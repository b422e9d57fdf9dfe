"""A campaign before it is approved: its rows are read, judged and put into requests."""

import dataclasses
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.request import ENVELOPE_KEYS
from scoro_desktop.storage.campaigns.rows import cells_text, json_text, moment_text
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import (
    Judged,
    NewCampaign,
    NewPerson,
    NewRequest,
    NotPossible,
    Seen,
)
from scoro_desktop.storage.database import failures, storable, transaction
from scoro_desktop.storage.erasing import What
from scoro_desktop.wire import JsonObject

_BESIDE_THE_PLAN = frozenset({"name", "pace", "keep_days"})
"""The parts that can change without the requests that are planned."""
AT_ONCE = 200
"""The requests that are dropped or given up in one write: who waits for it waits no longer than a blink. Ours."""


def create(connection: sqlite3.Connection, new: NewCampaign, now: datetime) -> int:
    """Writes down a campaign without people. Raises ValueError for a channel that is none and for one with keys."""
    if known(new.channel) is None:
        raise ValueError("a campaign goes by a channel that is known")
    if new.message.keys() & set(ENVELOPE_KEYS):
        raise ValueError("a stored message must not carry keys")
    values: dict[str, object] = dict(vars(new))
    values |= {
        "created_at": moment_text(now),
        "wish": "prepare",
        "name": storable(new.name),
        "message": json_text(new.message),
        "chosen": None if new.chosen is None else json_text(new.chosen),
        "source": json_text(new.source),
        "columns": cells_text(new.columns),
        "mapping": json_text(new.mapping),
    }
    places = ", ".join(f":{name}" for name in values)
    sql = f"INSERT INTO campaigns ({', '.join(values)}) VALUES ({places})"  # noqa: S608
    with transaction(connection):
        return int(connection.execute(sql, values).lastrowid or 0)


def change(connection: sqlite3.Connection, campaign_id: int, values: JsonObject) -> None:
    """Changes columns of a campaign that is being prepared; another source or other columns leave it without rows."""
    with transaction(connection):
        must_be(connection, campaign_id, "prepare")
        if not values.keys() <= _BESIDE_THE_PLAN:
            drop_all_requests(connection, campaign_id)
        if values.keys() & {"source", "columns"}:
            connection.execute("DELETE FROM campaign_people WHERE campaign_id = ?", (campaign_id,))
        for name, value in values.items():
            stored = value if isinstance(value, float | int) or value is None else json_text(value)
            if isinstance(value, str):
                stored = storable(value)
            connection.execute(f"UPDATE campaigns SET {name} = ? WHERE id = ?", (stored, campaign_id))  # noqa: S608


def add_rows(connection: sqlite3.Connection, campaign_id: int, rows: Sequence[NewPerson]) -> None:
    """Adds rows as they were read, all of them or none."""
    with transaction(connection):
        must_be(connection, campaign_id, "prepare")
        connection.executemany(
            "INSERT INTO campaign_people (campaign_id, row, state, why, person, key, detail, cells) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    campaign_id,
                    new.row,
                    new.state,
                    new.why,
                    storable(new.person),
                    storable(new.key),
                    storable(new.detail),
                    cells_text(new.values),
                )
                for new in rows
            ),
        )


def judge(connection: sqlite3.Connection, campaign_id: int, judged: Iterable[Judged]) -> None:
    """Writes down the judgement of rows. A second row of a person that is ready already is left out as that."""
    with transaction(connection):
        must_be(connection, campaign_id, "prepare")
        drop_all_requests(connection, campaign_id)
        listed = list(judged)
        ready = [each for each in listed if each.state is PersonState.PLANNED]
        connection.executemany(
            _JUDGE, (_judged(campaign_id, each) for each in listed if each.state is not PersonState.PLANNED)
        )
        done = connection.executemany(_JUDGE_UNLESS_TWICE, (_judged(campaign_id, each) for each in ready)).rowcount
        if done != len(ready):
            _judge_one_by_one(connection, campaign_id, ready)


def _judge_one_by_one(connection: sqlite3.Connection, campaign_id: int, ready: Iterable[Judged]) -> None:
    """Once more, to find those who were passed over: their person is ready by another row."""
    for each in ready:
        if not connection.execute(_JUDGE_UNLESS_TWICE, _judged(campaign_id, each)).rowcount:
            second = dataclasses.replace(each, state=PersonState.LEFT_OUT, why=Why.SAME_PERSON)
            connection.execute(_JUDGE, _judged(campaign_id, second))


def _judged(campaign_id: int, each: Judged) -> tuple[object, ...]:
    known_by = (storable(each.person), storable(each.phone_key), storable(each.email_key))
    return (each.state, each.why, *known_by, storable(each.detail), each.id, campaign_id)


_JUDGE = (
    "UPDATE campaign_people SET state = ?, why = ?, person = ?, phone_key = ?, email_key = ?, detail = ? "
    "WHERE id = ? AND campaign_id = ?"
)
_JUDGE_UNLESS_TWICE = _JUDGE.replace("UPDATE", "UPDATE OR IGNORE", 1)


def judge_anew(connection: sqlite3.Connection, campaign_id: int, limit: int) -> bool:
    """Takes judgements back, but for rows that are bad as they stand and those left out by hand; of so many rows.

    Who was left out by hand and came onto the do-not-send list (its `detail`) is left out by hand again.
    Tells whether there may be more: all of 100,000 at once would hold up everybody else for seconds.
    """
    with transaction(connection):
        must_be(connection, campaign_id, "prepare")
        drop_all_requests(connection, campaign_id)
        asked = {"id": campaign_id, "bad": Why.BAD_ROW, "hand": Why.BY_HAND, "no": Why.DO_NOT_SEND, "limit": limit}
        changed = connection.execute(_JUDGE_ANEW, asked)
        return changed.rowcount == limit


_JUDGE_ANEW = """
    UPDATE campaign_people SET phone_key = '', email_key = '', detail = '',
    state = CASE WHEN why = :no AND detail = :hand THEN 'left_out' ELSE 'read' END,
    why = CASE WHEN why = :no AND detail = :hand THEN :hand ELSE '' END
    WHERE id IN (SELECT id FROM (
        SELECT id FROM campaign_people WHERE campaign_id = :id AND state = 'planned'
        UNION ALL SELECT id FROM campaign_people WHERE campaign_id = :id AND state = 'left_out' AND why < :bad
        UNION ALL SELECT id FROM campaign_people
        WHERE campaign_id = :id AND state = 'left_out' AND why > :bad AND why < :hand
        UNION ALL SELECT id FROM campaign_people WHERE campaign_id = :id AND state = 'left_out' AND why > :hand
    ) LIMIT :limit)
    """
"""Each by the index: where nobody is judged, no row of a million is looked at for it."""


def leave_out(connection: sqlite3.Connection, campaign_id: int, ids: Iterable[int]) -> None:
    """Leaves rows out by hand."""
    with transaction(connection):
        must_be(connection, campaign_id, "prepare")
        drop_all_requests(connection, campaign_id)
        connection.executemany(
            "UPDATE campaign_people SET state = 'left_out', why = ? "
            "WHERE id = ? AND campaign_id = ? AND state IN ('read', 'planned')",
            ((Why.BY_HAND, each, campaign_id) for each in ids),
        )


def plan(
    connection: sqlite3.Connection, campaign_id: int, requests: Iterable[NewRequest], now: datetime, *, anew: bool
) -> None:
    """Puts people who are ready into requests, all of these or none; `anew`: after dropping those planned before.

    Raises NotPossible where one of them is not ready, or is in a request already.
    """
    with transaction(connection):
        must_be(connection, campaign_id, "prepare")
        if anew:
            drop_all_requests(connection, campaign_id)
        add_requests(connection, campaign_id, requests, now)


def add_requests(
    connection: sqlite3.Connection, campaign_id: int, requests: Iterable[NewRequest], now: datetime
) -> None:
    """Plans requests for people who are planned and in none; within a transaction."""
    for request in requests:
        add_request(connection, campaign_id, request, now)


def add_request(connection: sqlite3.Connection, campaign_id: int, request: NewRequest, now: datetime) -> None:
    """Plans one request for people who are planned and in none; within a transaction."""
    if request.body.keys() & set(ENVELOPE_KEYS):
        raise ValueError("a stored request must not carry keys")
    send_id = connection.execute(
        "INSERT INTO campaign_sends (campaign_id, state, people, created_at, body, parts, amount) "
        "VALUES (?, 'planned', ?, ?, ?, ?, ?)",
        (campaign_id, request.size, moment_text(now), json_text(request.body), request.parts, request.amount),
    ).lastrowid
    put = connection.executemany(
        "UPDATE campaign_people SET send_id = ? "
        "WHERE id = ? AND campaign_id = ? AND state = 'planned' AND send_id IS NULL",
        ((send_id, each, campaign_id) for each in request.ids),
    )
    if request.ids and put.rowcount != len(request.ids):
        raise NotPossible(campaign_id, "somebody in a request is not ready, or is in another")


def look_at_plan(connection: sqlite3.Connection, campaign_id: int, total: int) -> Seen:
    """Looks whether everybody who is ready is in a request, `total` people in all; on a connection that need not write.

    All of 100,000 rows are gone through for it. Raises NotPossible where it is not so.
    """
    with failures():
        first, last, planned = connection.execute(
            "SELECT min(id), max(id), coalesce(sum(people), 0) FROM campaign_sends WHERE campaign_id = ?",
            (campaign_id,),
        ).fetchone()
        left = connection.execute(
            "SELECT 1 FROM campaign_people WHERE campaign_id = ? AND state = 'planned' AND send_id IS NULL LIMIT 1",
            (campaign_id,),
        ).fetchone()
    if planned != total or not total:
        raise NotPossible(campaign_id, "not the people that were approved")
    if left is not None:
        raise NotPossible(campaign_id, "somebody is in no request")
    return Seen(first, last)


def approve(
    connection: sqlite3.Connection,
    campaign_id: int,
    total: int,
    now: datetime,
    currency: str | None = None,
    seen: Seen | None = None,
) -> None:
    """Freezes a campaign whose requests are planned. `currency`: what it is paid in. `seen`: as they were looked at.

    Who becomes ready later, or is not ready any more, has all requests dropped by that, so that others are the first
    and the last. Raises NotPossible where they are not what was seen, and where somebody is not judged.
    """
    with transaction(connection):
        must_be(connection, campaign_id, "prepare")
        seen = seen or look_at_plan(connection, campaign_id, total)
        sql = "SELECT min(id), max(id) FROM campaign_sends WHERE campaign_id = ?"
        if Seen(*connection.execute(sql, (campaign_id,)).fetchone()) != seen:
            raise NotPossible(campaign_id, "not the people that were approved")
        sql = "SELECT 1 FROM campaign_people WHERE campaign_id = ? AND state = 'read' LIMIT 1"
        if connection.execute(sql, (campaign_id,)).fetchone() is not None:
            raise NotPossible(campaign_id, "somebody is in no request")
        connection.execute(
            "UPDATE campaigns SET wish = 'ready', total = ?, approved_at = ?, currency = ? WHERE id = ?",
            (total, moment_text(now), currency, campaign_id),
        )


def must_be(connection: sqlite3.Connection, campaign_id: int, *wishes: str) -> str:
    """The wish of a campaign. Raises NotPossible where it is none of these, KeyError where there is no campaign.

    One that is being erased is none any more, or has no values to go on with.
    """
    row = connection.execute(
        "SELECT wish, (SELECT what FROM to_erase WHERE campaign_id = campaigns.id) FROM campaigns WHERE id = ?",
        (campaign_id,),
    ).fetchone()
    if row is None or row[1] == What.CAMPAIGN:
        raise KeyError(campaign_id)
    wish, erased = row
    if erased is not None:
        raise NotPossible(campaign_id, "its texts are deleted")
    if wish not in wishes:
        raise NotPossible(campaign_id, f"is {wish}, not {' or '.join(wishes)}")
    return str(wish)


def drop_requests(connection: sqlite3.Connection, campaign_id: int, limit: int) -> bool:
    """Drops so many of the requests that were planned; tells whether there are more.

    Who planned them for somebody cannot approve what is left of them: then not everybody is in a request.
    """
    with transaction(connection):
        must_be(connection, campaign_id, "prepare")
        sql = "SELECT id FROM campaign_sends WHERE campaign_id = ? LIMIT ?"
        ids = connection.execute(sql, (campaign_id, limit)).fetchall()
        connection.executemany("UPDATE campaign_people SET send_id = NULL WHERE send_id = ?", ids)
        connection.executemany("DELETE FROM campaign_sends WHERE id = ?", ids)
        return len(ids) == limit


def drop_all_requests(connection: sqlite3.Connection, campaign_id: int) -> None:
    """Drops what was planned, which does not hold any more; within a transaction, before anything was approved."""
    sql = "SELECT 1 FROM campaign_sends WHERE campaign_id = ? LIMIT 1"
    if connection.execute(sql, (campaign_id,)).fetchone() is None:
        return
    connection.execute(
        "UPDATE campaign_people SET send_id = NULL "
        "WHERE send_id IN (SELECT id FROM campaign_sends WHERE campaign_id = ?)",
        (campaign_id,),
    )
    connection.execute("DELETE FROM campaign_sends WHERE campaign_id = ?", (campaign_id,))
