"""Looks back for one person, or for many, over all campaigns."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from scoro_desktop.storage.campaigns.rows import known_state, moment_of, moment_text
from scoro_desktop.storage.campaigns.types import Did
from scoro_desktop.storage.database import read_rows, storable

_AT_ONCE: Final = 500
"""The number of values in one list of a statement."""


def what_did(connection: sqlite3.Connection, person: str, limit: int) -> list[Did]:
    """The campaigns that a person (`_id`) was planned for, the newest first."""
    sql = """
        SELECT p.campaign_id, c.name, p.id, p.send_id, p.state, p.why, s.settled_at
        FROM campaign_people AS p JOIN campaigns AS c ON c.id = p.campaign_id
        LEFT JOIN campaign_sends AS s ON s.id = p.send_id
        WHERE p.person = ? AND p.person != '' AND p.state NOT IN ('read', 'left_out')
        ORDER BY p.id DESC LIMIT ?
    """
    return [
        Did(found[0], found[1], found[2], found[3], known_state(state), why, moment_of(at))
        for *found, state, why, at in read_rows(connection, sql, (storable(person), limit))
    ]


def messaged_since(
    connection: sqlite3.Connection, application_id: str, address: str, persons: Iterable[str], since: datetime
) -> dict[str, datetime]:
    """Who of these people was sent to in campaigns of an application since then, or may have been; and when."""
    wanted = [storable(person) for person in persons]
    found: dict[str, datetime] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        sql = f"""
            SELECT p.person, max(s.began_at) FROM campaign_people AS p
            JOIN campaigns AS c ON c.id = p.campaign_id JOIN campaign_sends AS s ON s.id = p.send_id
            WHERE p.person IN ({", ".join("?" * len(part))}) AND p.person != ''
            AND p.state IN ('sending', 'sent', 'unknown')
            AND c.application_id = ? AND c.address = ? AND s.began_at >= ? GROUP BY p.person
        """  # noqa: S608
        values = (*part, application_id, address, moment_text(since))
        found |= {who: moment for who, at in read_rows(connection, sql, values) if (moment := moment_of(at))}
    return found
