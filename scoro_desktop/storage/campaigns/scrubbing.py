"""The parts of campaigns in which people are known: what takes their place, in the tables and in copies of them.

Counts and outcomes stay, and who was in a campaign by `_id`. `erasing.py` leads through it.
"""

import contextlib
import os
import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from scoro_desktop.scorocode.account import DEFAULT_KEEP_DAYS
from scoro_desktop.storage.beside import UNFINISHED
from scoro_desktop.storage.campaigns.rows import moment_text
from scoro_desktop.storage.copies import all_copies
from scoro_desktop.storage.database import StorageFailed, failures
from scoro_desktop.storage.private_files import open_private
from scoro_desktop.storage.rewriting import Rewriting

_BLANK_PEOPLE: Final = {"key": "''", "phone_key": "''", "detail": "''", "cells": "'[]'"}
_BLANK_SENDS: Final = {"body": "'{}'", "detail": "''"}
_BLANK_CAMPAIGN: Final = {"mapping": "'{}'", "source": "'{}'", "pause_detail": "''"}


def rewritings(values: Collection[int], whole: Collection[int]) -> list[Rewriting]:
    """The tables of campaigns without what is known of people in some, and without others altogether."""
    without, blank = _in("campaign_id", whole), _in("campaign_id", values)
    return [
        Rewriting("campaign_people", without, _BLANK_PEOPLE, blank),
        Rewriting("campaign_sends", without, _BLANK_SENDS, blank),
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


def clean_copies(database: Path, values: Sequence[int], whole: Sequence[int]) -> None:
    """Does the same to every copy beside a database, for any thread: each takes seconds where the history is long.

    One that cannot be cleaned, as it is damaged, is removed. Raises StorageFailed where that cannot be done either.
    """
    for copy in all_copies(database):
        _clean_or_remove(copy, values, whole)


def _do(connection: sqlite3.Connection, values: Sequence[int], whole: Sequence[int]) -> None:
    for table, column, blank in (
        ("campaign_people", "campaign_id", _BLANK_PEOPLE),
        ("campaign_sends", "campaign_id", _BLANK_SENDS),
        ("campaigns", "id", _BLANK_CAMPAIGN),
    ):
        connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((each,) for each in whole))  # noqa: S608
        sets = ", ".join(f"{name} = {value}" for name, value in blank.items())
        connection.executemany(f"UPDATE {table} SET {sets} WHERE {column} = ?", ((each,) for each in values))  # noqa: S608


def _clean_or_remove(copy: Path, values: Sequence[int], whole: Sequence[int]) -> None:
    try:
        try:
            _clean(copy, values, whole)
        except sqlite3.Error:
            copy.unlink()
    except OSError as error:
        raise StorageFailed("OS", type(error).__name__) from error


def _clean(copy: Path, values: Sequence[int], whole: Sequence[int]) -> None:
    """A clean one takes the place of the copy, with the time at which that was made; a crash leaves it as it was."""
    address = f"{copy.absolute().as_uri()}?immutable=1"  # nothing is written beside it
    unfinished = copy.with_name(copy.name + UNFINISHED)
    with contextlib.closing(sqlite3.connect(address, uri=True)) as old:
        if not _has_any(old, (*values, *whole)):
            return
        made = copy.stat()
        unfinished.unlink(missing_ok=True)
        os.close(open_private(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL))
        try:
            with contextlib.closing(sqlite3.connect(unfinished, isolation_level=None)) as new:
                old.backup(new)
                new.execute("PRAGMA journal_mode = OFF")  # nothing beside it: an unfinished one is thrown away
                _do(new, values, whole)
                new.execute("VACUUM")
            os.utime(unfinished, ns=(made.st_atime_ns, made.st_mtime_ns))
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    unfinished.replace(copy)


def _has_any(copy: sqlite3.Connection, ids: Sequence[int]) -> bool:
    """Tells whether one of these campaigns is in a copy; those of older versions have none at all."""
    if not copy.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'campaigns'").fetchone()[0]:
        return False
    return any(copy.execute("SELECT 1 FROM campaigns WHERE id = ?", (each,)).fetchone() for each in ids)
