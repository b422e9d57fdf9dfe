"""The parts of campaigns in which people are known: what takes their place, in the tables and in copies of them.

Counts and outcomes stay, and who was in a campaign by `_id`. `erasing.py` leads through it.
"""

import sqlite3
from collections.abc import Collection
from datetime import datetime
from typing import Final

from scoro_desktop.scorocode.account import DEFAULT_KEEP_DAYS
from scoro_desktop.storage.campaigns.rows import moment_text
from scoro_desktop.storage.campaigns.types import DOUBTED, HOURS, SAID_NO
from scoro_desktop.storage.database import failures
from scoro_desktop.storage.rewriting import Rewriting

_CODES: Final = f"CASE WHEN detail IN ('{SAID_NO}', '{DOUBTED}') THEN detail ELSE '' END"
"""Details that say nothing of a person but what became of them."""
_BLANK_PEOPLE: Final = {"key": "''", "phone_key": "''", "email_key": "''", "detail": _CODES, "cells": "'[]'"}
_BLANK_SENDS: Final = {"body": "'{}'", "detail": "''"}
_COLUMNS: Final = ("key", "kind", "country", "take", HOURS, "fields")
"""The parts of a mapping that say how columns lead to people and texts, for the next list; no cell is in them."""
_MAPPING: Final = "CASE WHEN json_valid(mapping) THEN json_patch('{{}}', json_object({parts})) ELSE '{{}}' END".format(
    parts=", ".join(f"'{each}', json_extract(mapping, '$.{each}')" for each in _COLUMNS)
)
_BLANK_CAMPAIGN: Final = {"mapping": _MAPPING, "source": "'{}'", "pause_detail": "''"}


def rewritings(values: Collection[int], whole: Collection[int]) -> list[Rewriting]:
    """The tables of campaigns without what is known of people in some, and without others altogether."""
    without, blank = _in("campaign_id", whole), _in("campaign_id", values)
    return [
        Rewriting("campaign_people", without, _BLANK_PEOPLE, blank),
        Rewriting("campaign_sends", without, _BLANK_SENDS, blank),
        Rewriting("campaign_next", _in("campaign_id", {*values, *whole})),
        Rewriting("campaigns", _in("id", whole), _BLANK_CAMPAIGN, _in("id", values)),
    ]


def _in(column: str, ids: Collection[int]) -> str:
    return f"{column} IN ({', '.join(map(str, map(int, ids)))})"


def due(connection: sqlite3.Connection, now: datetime) -> list[int]:
    """The campaigns whose days are over: since their end, or since they were begun, of those never approved.

    A person may be at work on one of these, so that it has a month at the least.
    """
    with failures():
        rows = connection.execute(
            "SELECT id FROM campaigns WHERE deleted_at IS NULL "
            "AND id NOT IN (SELECT campaign_id FROM to_erase WHERE campaign_id IS NOT NULL) "
            "AND CASE WHEN approved_at IS NULL THEN julianday(created_at) + max(keep_days, ?) "
            "ELSE julianday(ended_at) + keep_days END <= julianday(?)",
            (DEFAULT_KEEP_DAYS, moment_text(now)),
        ).fetchall()
    return [campaign_id for (campaign_id,) in rows]
