"""Audiences that were given a name, and the queries that were sent to lately."""

import dataclasses
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from scoro_desktop.storage.database import read_rows, transaction
from scoro_desktop.storage.names import kept_name, names_unique
from scoro_desktop.storage.salvage import made_of, rows_of

RECENT: Final = 20
"""How many recent queries are offered."""


@dataclass(frozen=True)
class SavedAudience:
    """A query with a name. `is_test`: tests go to it. `last_count` was counted at `counted_at` (UTC, aware)."""

    id: int
    collection: str
    name: str
    query_text: str
    is_test: bool = False
    last_count: int | None = None
    counted_at: datetime | None = None


class Audiences:
    """The table of audiences. Every method raises StorageFailed when the disk or the database fails."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, collection: str) -> list[SavedAudience]:
        """The saved audiences of a collection that can be read, by name in any case; the one for tests first."""
        rows = made_of(rows_of(self._connection, "audiences", ", ".join(_FIELDS)), _audience)
        found = [each for each in rows if each.collection == collection]
        return sorted(found, key=lambda each: (not each.is_test, each.name.casefold()))

    def for_tests(self, collection: str) -> SavedAudience | None:
        """The audience that tests go to, if one was chosen."""
        return next((each for each in self.of(collection) if each.is_test), None)

    def add(
        self, collection: str, name: str, query_text: str, count: int | None = None, at: datetime | None = None
    ) -> SavedAudience:
        """Keeps a query under a name. Raises NameTakenError."""
        known = count is not None and at is not None
        with names_unique(), transaction(self._connection):
            cursor = self._connection.execute(
                "INSERT INTO audiences (collection, name, query_text, is_test, last_count, counted_at)"
                " VALUES (?, ?, ?, 0, ?, ?)",
                (
                    collection,
                    kept_name(name),
                    query_text,
                    str(count) if known else None,
                    at.isoformat() if known and at else None,
                ),
            )
        return SavedAudience(
            cursor.lastrowid or 0,
            collection,
            kept_name(name),
            query_text,
            False,
            count if known else None,
            at if known else None,
        )

    def put_back(self, audience: SavedAudience) -> SavedAudience:
        """Brings back one that was removed, under a new id: its own may be another's since.

        Raises NameTakenError if its name was taken meanwhile.
        """
        values = _row(audience)[1:]
        with names_unique(), transaction(self._connection):
            if audience.is_test:
                self._connection.execute(
                    "UPDATE audiences SET is_test = 0 WHERE collection = ?", (audience.collection,)
                )
            cursor = self._connection.execute(
                "INSERT INTO audiences (collection, name, query_text, is_test, last_count, counted_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                values,
            )
        return dataclasses.replace(audience, id=cursor.lastrowid or 0)

    def rename(self, audience_id: int, name: str) -> None:
        """Gives it another name. Raises NameTakenError."""
        with names_unique(), transaction(self._connection):
            self._connection.execute("UPDATE audiences SET name = ? WHERE id = ?", (kept_name(name), audience_id))

    def update(self, audience_id: int, query_text: str, count: int | None, at: datetime | None) -> None:
        """Puts another query in its place, with its count if that is known."""
        known = count is not None and at is not None
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE audiences SET query_text = ?, last_count = ?, counted_at = ? WHERE id = ?",
                (query_text, str(count) if known else None, at.isoformat() if known and at else None, audience_id),
            )

    def counted(self, collection: str, query_text: str, count: int, at: datetime) -> None:
        """Notes a fresh count for every saved audience with exactly this query."""
        # Most queries have no name. Looking needs no turn at writing, which a draft on its way to the disk may have.
        found = read_rows(
            self._connection,
            "SELECT id FROM audiences WHERE collection = ? AND query_text = ?",
            (collection, query_text),
        )
        if not found:
            return
        with transaction(self._connection):
            self._connection.executemany(
                "UPDATE audiences SET last_count = ?, counted_at = ? WHERE id = ?",
                [(str(count), at.isoformat(), audience_id) for (audience_id,) in found],
            )

    def mark_for_tests(self, audience: SavedAudience, is_test: bool) -> None:
        """Makes it the one that tests go to, in place of any other of its collection; or takes that from it."""
        with transaction(self._connection):
            self._connection.execute("UPDATE audiences SET is_test = 0 WHERE collection = ?", (audience.collection,))
            if is_test:
                self._connection.execute("UPDATE audiences SET is_test = 1 WHERE id = ?", (audience.id,))

    def remove(self, audience_id: int) -> None:
        """Forgets it. Nothing happens if there is none."""
        with transaction(self._connection):
            self._connection.execute("DELETE FROM audiences WHERE id = ?", (audience_id,))

    def recent(self, collection: str) -> list[str]:
        """The texts of the queries that were sent to lately, the newest first, each once."""
        rows = read_rows(
            self._connection,
            """
            SELECT query_text FROM sends
            WHERE collection = ? AND everyone = 0 AND query_text != '' AND id > (SELECT max(id) FROM sends) - 500
            GROUP BY query_text ORDER BY max(id) DESC LIMIT ?
            """,
            (collection, RECENT),
        )
        return [text for (text,) in rows]


_FIELDS: Final = tuple(field.name for field in dataclasses.fields(SavedAudience))


def _audience(row: tuple[object, ...]) -> SavedAudience:
    audience_id, collection, name, text, is_test, count, at = row
    return SavedAudience(
        int(str(audience_id)),
        str(collection),
        str(name),
        str(text),
        bool(is_test),
        None if count is None else int(str(count)),
        None if at is None else datetime.fromisoformat(str(at)),
    )


def _row(audience: SavedAudience) -> tuple[object, ...]:
    values = dataclasses.asdict(audience)
    values["last_count"] = None if audience.last_count is None else str(audience.last_count)
    values["counted_at"] = None if audience.counted_at is None else audience.counted_at.isoformat()
    return tuple(values[name] for name in _FIELDS)
