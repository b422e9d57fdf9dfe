"""Rows that were deleted and may stand in copies of the database still: written down until they are gone there too."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Generator, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from scoro_desktop.storage.database import read_rows, transaction

RefusalKey: TypeAlias = tuple[str, str, str]
"""The identity of a row of `do_not_send`: account, kind and key."""
_AT_ONCE: Final = 5_000
"""Ids of one step. Ours."""


@dataclass(frozen=True)
class Gone:
    """Everything that is to be in no copy: what is known of people in campaigns (`values`), whole campaigns (`whole`),
    sends by their ids and the times at which they were made, and keys of do-not-send lists.

    An id alone is not enough of a send: SQLite gives it again where the newest row was deleted. With sends or campaigns
    go the plans up to an id that are not `open_plans`: a copy may be of a time before they became those.
    """

    values: Collection[int] = ()
    whole: Collection[int] = ()
    sends: Mapping[int, str] = field(default_factory=dict)
    refusals: frozenset[RefusalKey] = field(default=frozenset(), repr=False)
    plans_until: int = 0
    open_plans: frozenset[int] = frozenset()

    def is_gone_plan(self, plan_id: int) -> bool:
        """Tells whether a plan of a copy was sent or taken back since; its id is given to no other."""
        return bool(self.sends or self.whole) and plan_id <= self.plans_until and plan_id not in self.open_plans


def mark_sends(connection: sqlite3.Connection, sends: Iterable[tuple[int, str]]) -> None:
    """Writes down sends, by id and time as it is stored, that are deleted in the same transaction."""
    connection.executemany("INSERT INTO gone_sends (send_id, created_at) VALUES (?, ?)", sends)


def mark_refusals(connection: sqlite3.Connection, where: str, value: object) -> None:
    """Writes down the keys of do-not-send lists that are deleted in the same transaction; before they are."""
    found = f"SELECT account_id, kind, key FROM do_not_send WHERE {where}"  # noqa: S608
    connection.execute(f"INSERT INTO gone_refusals (account_id, kind, key) {found}", (value,))


def plans(connection: sqlite3.Connection) -> tuple[int, frozenset[int]]:
    """The highest id that a plan has had, and the ids of those that are open."""
    (last,) = read_rows(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'planned'")[0]
    rows = read_rows(connection, "SELECT id FROM planned WHERE state != 'fired'")
    return last, frozenset(plan_id for (plan_id,) in rows)


def last_marks(connection: sqlite3.Connection) -> tuple[int, int]:
    """The highest ids of what is gone, of sends and of refusals; 0 where there is nothing."""
    sql = "SELECT coalesce((SELECT max(id) FROM gone_sends), 0), coalesce((SELECT max(id) FROM gone_refusals), 0)"
    return read_rows(connection, sql)[0]


def sends_until(connection: sqlite3.Connection, last: int) -> Generator[None, None, dict[int, str]]:
    """The sends that were written down until then, less those that are there; in steps."""
    sql = """
        SELECT send_id, created_at FROM gone_sends AS g WHERE id > ? AND id <= ? AND NOT EXISTS (
            SELECT 1 FROM sends WHERE id = g.send_id AND created_at = g.created_at
        )
        """
    found: dict[int, str] = {}
    for start in range(0, last, _AT_ONCE):
        found.update(read_rows(connection, sql, (start, min(start + _AT_ONCE, last))))
        yield
    return found


def refusals_until(connection: sqlite3.Connection, last: int) -> Generator[None, None, frozenset[RefusalKey]]:
    """The keys that were written down until then, less those that have come onto their list again; in steps."""
    sql = """
        SELECT account_id, kind, key FROM gone_refusals AS g WHERE id > ? AND id <= ? AND NOT EXISTS (
            SELECT 1 FROM do_not_send WHERE account_id = g.account_id AND kind = g.kind AND key = g.key
        )
        """
    found: set[RefusalKey] = set()
    for start in range(0, last, _AT_ONCE):
        found.update(read_rows(connection, sql, (start, min(start + _AT_ONCE, last))))
        yield
    return frozenset(found)


def unmark_sends(connection: sqlite3.Connection, last: int) -> Generator[None, None, None]:
    """Forgets what was written down of sends until then; in steps. Keys of people go by `rewriting.py`."""
    for start in range(0, last, _AT_ONCE):
        with transaction(connection):
            connection.execute("DELETE FROM gone_sends WHERE id <= ?", (min(start + _AT_ONCE, last),))
        yield
