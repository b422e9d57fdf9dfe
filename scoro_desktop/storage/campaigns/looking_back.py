"""Looks back for one person, or for many, over all campaigns."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Final

from scoro_desktop.storage.campaigns.rows import known_state, moment_of, moment_text
from scoro_desktop.storage.campaigns.types import DOUBTED, Alike, Did, may_have
from scoro_desktop.storage.database import read_rows, storable

LIST: Final = "digest"
"""The key of a campaign's mapping under which a sum of its list stands; it goes when the values do."""
_LOOKED_AT: Final = 200
"""The campaigns of before that are held against a new one: with one a day, those of half a year. Ours."""
_AT_ONCE: Final = 500
"""The number of values in one list of a statement."""


def what_did(connection: sqlite3.Connection, person: str, limit: int) -> list[Did]:
    """The campaigns that a person (`_id`) was planned for, the newest first."""
    sql = """
        SELECT p.campaign_id, c.name, p.id, p.send_id, p.detail, p.state, p.why, s.settled_at
        FROM campaign_people AS p JOIN campaigns AS c ON c.id = p.campaign_id
        LEFT JOIN campaign_sends AS s ON s.id = p.send_id
        WHERE p.person = ? AND p.person != '' AND p.state NOT IN ('read', 'left_out')
        ORDER BY p.id DESC LIMIT ?
    """
    return [*map(_did, read_rows(connection, sql, (storable(person), limit)))]


def about(connection: sqlite3.Connection, keys: Collection[str], limit: int) -> list[Did]:
    """Lists what campaigns did with who has one of these keys (`_id`, phone, e-mail, or what stood in the list).

    The newest first; those that left somebody out are among them. Somebody who is known by a phone in one campaign is
    found in those as well where only the `_id` is left.
    """
    wanted = [storable(key) for key in keys if key]
    if not wanted:
        return []
    connection.create_function("casefold", 1, str.casefold, deterministic=True)  # NOCASE knows ASCII alone
    places = ", ".join("?" * len(wanted))
    known = (
        f"(p.person IN ({places}) OR p.phone_key IN ({places}) OR p.email_key IN ({places}) "
        f"OR casefold(p.key) IN ({places}))"
    )
    wanted = [*wanted * 2, *[*map(str.casefold, wanted)] * 2]
    persons = f"SELECT p.person FROM campaign_people AS p WHERE p.person != '' AND {known}"  # noqa: S608
    sql = f"""
        SELECT p.campaign_id, c.name, p.id, p.send_id, p.detail, p.state, p.why, coalesce(s.settled_at, s.began_at)
        FROM campaign_people AS p JOIN campaigns AS c ON c.id = p.campaign_id
        LEFT JOIN campaign_sends AS s ON s.id = p.send_id
        WHERE p.state != 'read' AND ({known} OR p.person IN ({persons})) ORDER BY p.id DESC LIMIT ?
    """  # noqa: S608
    return [*map(_did, read_rows(connection, sql, (*wanted * 2, limit)))]


def _did(row: tuple[Any, ...]) -> Did:
    campaign_id, name, person_id, send_id, detail, text, why, at = row
    state = known_state(text)
    return Did(campaign_id, name, person_id, send_id, state, why, moment_of(at), may_have(state, detail))


def messaged_since(
    connection: sqlite3.Connection,
    application_id: str,
    address: str,
    persons: Iterable[str],
    since: datetime,
    but: int = 0,
) -> dict[str, datetime]:
    """Finds who of these people was sent to by campaigns of an application since then, or may have been.

    `but`: a campaign that does not count, the one that asks. Who was in doubt and is planned once more, or was skipped
    then, may have been sent to all the same, at the latest as they were planned.

    That a row is planned at all is asked beside its state: the index of persons has no others, and SQLite knows by
    these words alone that it will do. Without it every fifty people cost a walk through the rows of all campaigns.
    """
    wanted = [storable(person) for person in persons]
    found: dict[str, datetime] = {}
    doubted = f"p.detail = '{DOUBTED}'"
    at = f"CASE WHEN {doubted} THEN coalesce(s.began_at, s.created_at) ELSE s.began_at END"
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        sql = f"""
            SELECT p.person, max({at}) FROM campaign_people AS p
            JOIN campaigns AS c ON c.id = p.campaign_id JOIN campaign_sends AS s ON s.id = p.send_id
            WHERE p.person IN ({", ".join("?" * len(part))}) AND p.person != ''
            AND p.state NOT IN ('read', 'left_out') AND (p.state IN ('sending', 'sent', 'unknown') OR {doubted})
            AND c.application_id = ? AND c.address = ? AND c.id != ? AND {at} >= ? GROUP BY p.person
        """  # noqa: S608
        values = (*part, application_id, address, but, moment_text(since))
        found |= {who: moment for who, at in read_rows(connection, sql, values) if (moment := moment_of(at))}
    return found


def alike(connection: sqlite3.Connection, campaign_id: int) -> list[Alike]:
    """Campaigns of the same application and channel with the list or the text of this one, the newest first."""
    sql = f"""
        SELECT b.id, b.name, b.approved_at, b.mapping, a.mapping, b.message = a.message
        FROM campaigns AS a JOIN campaigns AS b ON b.application_id = a.application_id AND b.address = a.address
        AND b.channel = a.channel AND b.approved_at IS NOT NULL AND b.id != a.id
        WHERE a.id = ? ORDER BY b.id DESC LIMIT {_LOOKED_AT}
    """  # noqa: S608
    found = []
    for number, name, at, mapping, own, same_text in read_rows(connection, sql, (campaign_id,)):
        digest = _digest(own)
        same_list = bool(digest) and _digest(mapping) == digest
        if same_list or same_text:
            found.append(Alike(number, name, datetime.fromisoformat(at), same_list, bool(same_text)))
    return found


def _digest(mapping: str) -> str:
    value = json.loads(mapping)
    digest = value.get(LIST) if isinstance(value, dict) else None
    return digest if isinstance(digest, str) else ""
