"""People taken out of what has not left of a campaign that was approved: who must not be written to any more.

Nobody can come in this way. They are SKIPPED, with the reason, so that the total that was approved stays what it was.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scoro_desktop.storage.campaigns import history_row, next_text
from scoro_desktop.storage.campaigns.apart import counts_from
from scoro_desktop.storage.campaigns.looking_back import messaged_since
from scoro_desktop.storage.campaigns.preparing import must_be
from scoro_desktop.storage.campaigns.rows import json_text
from scoro_desktop.storage.campaigns.settling import REST, RUNS, end_if_done, existing_send
from scoro_desktop.storage.campaigns.states import Why
from scoro_desktop.storage.campaigns.types import NotPossible
from scoro_desktop.storage.database import transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence, Set
    from datetime import datetime

    from scoro_desktop.wire import JsonObject, JsonValue


def leave_out(
    connection: sqlite3.Connection, campaign_id: int, out: Mapping[int, Why], now: datetime, wish: str
) -> int:
    """Takes people, by their rows, out of the requests of a campaign that is ready, or that runs; how many that were.

    All of them or none. `wish`: "ready" or "run"; of one that runs no request may leave meanwhile. Raises NotPossible
    for a campaign in any other state, and where a request does not name them.
    """
    with transaction(connection):
        must_be(connection, campaign_id, wish)
        if next_text.is_decided(connection, campaign_id):
            raise NotPossible(campaign_id, "its text is being changed")
        taken = _take_out(connection, campaign_id, out)
        if taken and wish == "run":
            end_if_done(connection, campaign_id, now)
            history_row.count_anew(connection, campaign_id)
        return taken


def leave_out_now(connection: sqlite3.Connection, send_id: int, now: datetime) -> bool:
    """Takes those out of a request that is about to leave who must not be written to by now: they are on the list of
    its account, or got another campaign within the hours of its own.

    Tells whether nobody is left in it; within the transaction in which it begins, so that whoever comes onto the list
    while it runs is in no later request, and of two campaigns that run at once only one reaches a person. Does nothing
    for a request that must not begin.
    """
    sql = f"""
        SELECT c.id, c.mapping, c.account_id, c.application_id, c.address FROM campaign_sends AS s
        JOIN campaigns AS c ON c.id = s.campaign_id WHERE s.id = ? AND s.{REST} AND {RUNS}
    """  # noqa: S608
    found = connection.execute(sql, (send_id,)).fetchone()
    if found is None:
        return False
    campaign_id, text, *of_account = found
    mapping = json.loads(text)
    since, has_list = counts_from(mapping, now), _has_list(connection, of_account[0])
    if since is None and not has_list:
        return False
    sql = f"SELECT id, person, phone_key, email_key FROM campaign_people WHERE send_id = ? AND {REST}"  # noqa: S608
    people = connection.execute(sql, (send_id,)).fetchall()
    out = _out_of(connection, people, since, *of_account, but=campaign_id, is_held=has_list)
    if not out:
        return False
    taken = _take_out(connection, campaign_id, out)
    end_if_done(connection, campaign_id, now)
    history_row.left_out(connection, campaign_id, taken)
    return len(out) == len(people)


def _has_list(connection: sqlite3.Connection, account_id: str) -> bool:
    """Tells whether anybody is on the list of an account; else nobody is looked for.

    How far the list went at the check is not asked: somebody who was left out by hand then, and taken in again, was
    held against an older one.
    """
    sql = "SELECT 1 FROM do_not_send WHERE account_id = ? LIMIT 1"
    return connection.execute(sql, (account_id,)).fetchone() is not None


def _out_of(
    connection: sqlite3.Connection,
    people: Sequence[tuple[int, str, str, str]],
    since: datetime | None,
    account_id: str,
    application_id: str,
    address: str,
    *,
    but: int,
    is_held: bool,
) -> dict[int, Why]:
    """Tells who of these must not be written to: a "no" before who was messaged. `but`: the campaign that they are
    of; `is_held`: the list is asked.
    """
    out: dict[int, Why] = {}
    if since is not None:
        ids = {person: number for number, person, *_ in people}
        out = {
            ids[each]: Why.MESSAGED_LATELY
            for each in messaged_since(connection, application_id, address, ids, since, but)
        }
    if is_held:
        from scoro_desktop.storage.campaigns.refused import Known, refused  # not before the first frame

        known = [Known(*each) for each in people]
        out |= dict.fromkeys(refused(connection, account_id, known), Why.DO_NOT_SEND)
    return out


def _take_out(connection: sqlite3.Connection, campaign_id: int, out: Mapping[int, Why]) -> int:
    next_text.call_off(connection, campaign_id)  # it would name them
    of_sends: dict[int, dict[int, str]] = {}
    for person_id in out:
        named = f"id = ? AND campaign_id = ? AND {REST} AND send_id IS NOT NULL"
        sql = f"SELECT send_id, person FROM campaign_people WHERE {named}"  # noqa: S608
        for send_id, person in connection.execute(sql, (person_id, campaign_id)).fetchall():
            of_sends.setdefault(send_id, {})[person_id] = person
    for send_id, people in of_sends.items():
        _narrow(connection, campaign_id, send_id, people)
    taken = [(out[person_id], person_id) for people in of_sends.values() for person_id in people]
    connection.executemany("UPDATE campaign_people SET state = 'skipped', why = ? WHERE id = ?", taken)
    return len(taken)


def _narrow(connection: sqlite3.Connection, campaign_id: int, send_id: int, people: Mapping[int, str]) -> None:
    send = existing_send(connection, send_id)
    left = send.people - len(people)
    if not left:
        connection.execute("UPDATE campaign_sends SET state = 'skipped' WHERE id = ?", (send_id,))
        return
    body = {**send.body, "query": _without(campaign_id, send.body.get("query"), set(people.values()))}
    connection.execute(
        "UPDATE campaign_sends SET body = ?, people = ?, parts = ?, amount = ? WHERE id = ?",
        (json_text(body), left, send.share(send.parts, left), send.share(send.amount, left), send_id),
    )


def _without(campaign_id: int, query: JsonValue, persons: Set[str]) -> JsonObject:
    """The query of a request less some of those whom its own clause names (`planning.plan_requests`)."""
    match query:
        case {"$and": [dict(clause), also]}:
            return {"$and": [_clause_without(campaign_id, clause, persons), also]}
        case dict():
            return _clause_without(campaign_id, query, persons)
        case _:
            raise NotPossible(campaign_id, "a request without a clause")


def _clause_without(campaign_id: int, clause: JsonObject, persons: Set[str]) -> JsonObject:
    match list(clause.items()):
        case [(str(field), {"$in": list(named)})]:
            left: list[JsonValue] = [each for each in named if each not in persons]
            if left and len(named) - len(left) == len(persons):
                return {field: {"$in": left}}
    raise NotPossible(campaign_id, "a request that does not name them")
