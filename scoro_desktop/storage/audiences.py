"""Audiences that were given a name, and the queries that were sent to lately."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from scoro_desktop.messages.template import kept_tags
from scoro_desktop.storage.database import read_rows, storable, transaction
from scoro_desktop.storage.names import (
    Imported,
    NamedTable,
    free_name,
    kept_name,
    moment,
    name_key,
    names_unique,
    read_tags_text,
    tags_text,
)
from scoro_desktop.storage.salvage import made_of, rows_of

RECENT: Final = 20
"""The number of recent queries that are offered."""


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
    tags: tuple[str, ...] = ()
    used_at: datetime | None = None


@dataclass(frozen=True)
class NamedQuery:
    """An audience to be kept, as a file brings it."""

    collection: str
    name: str
    query_text: str
    tags: tuple[str, ...] = ()


class Audiences(NamedTable):
    """The table of audiences. Every method raises StorageFailed when the disk or the database fails."""

    TABLE = "audiences"

    def of(self, collection: str) -> list[SavedAudience]:
        """The saved audiences of a collection that can be read, by name in any case; the one for tests first."""
        found = [each for each in self._every() if each.collection == collection]
        return sorted(found, key=lambda each: (not each.is_test, each.name.casefold()))

    def for_tests(self, collection: str) -> SavedAudience | None:
        """The audience that tests go to, if one was chosen."""
        return next((each for each in self.of(collection) if each.is_test), None)

    def add(
        self, collection: str, name: str, query_text: str, count: int | None = None, at: datetime | None = None
    ) -> SavedAudience:
        """Keeps a query under a name. Raises NameTakenError."""
        known = count is not None and at is not None
        new = SavedAudience(
            0, collection, kept_name(name), query_text, False, count if known else None, at if known else None
        )
        with names_unique(), transaction(self._connection):
            return self._insert(new)

    def add_for_tests(self, collection: str, name: str, query_text: str) -> SavedAudience:
        """Keeps a query under a name, or "name (2)" where it is taken; tests go to it, in place of any other."""
        with names_unique(), transaction(self._connection):
            free = free_name(name, self._taken(collection))
            self._connection.execute("UPDATE audiences SET is_test = 0 WHERE collection = ?", (collection,))
            return self._insert(SavedAudience(0, collection, free, query_text, is_test=True))

    def duplicate(self, audience: SavedAudience) -> SavedAudience:
        """A second one with the same query, as "name (2)"; tests do not go to it."""
        with names_unique(), transaction(self._connection):
            name = free_name(audience.name, self._taken(audience.collection))
            return self._insert(dataclasses.replace(audience, name=name, is_test=False, used_at=None))

    def put_back(self, *audiences: SavedAudience) -> list[SavedAudience]:
        """Brings back what was removed, all or none, under new ids: the old ones may be others' since.

        Raises NameTakenError if a name was taken meanwhile.
        """
        with names_unique(), transaction(self._connection):
            return [self._bring(each) for each in audiences]

    def take_in(self, new: Sequence[NamedQuery], instead: Sequence[tuple[int, NamedQuery]]) -> Imported[SavedAudience]:
        """Adds `new`, and puts the query and tags of each of `instead` in the place of those of the one with its id:
        all of it or nothing. Tests do not go to a query that comes from elsewhere. Raises NameTakenError.
        """
        with names_unique(), transaction(self._connection):
            before = {each.id: each for each in self._every()}
            for audience_id, each in instead:
                self._connection.execute(
                    "UPDATE audiences SET query_text = ?, tags = ?, is_test = 0, last_count = NULL, counted_at = NULL"
                    " WHERE id = ?",
                    (storable(each.query_text), tags_text(each.tags), audience_id),
                )
            added = [
                self._insert(SavedAudience(0, each.collection, each.name, storable(each.query_text), tags=each.tags)).id
                for each in new
            ]
        return Imported(tuple(added), tuple(before[audience_id] for audience_id, _ in instead if audience_id in before))

    def take_back(self, imported: Imported[SavedAudience]) -> None:
        """Undoes an import: all of it or nothing. Raises NameTakenError."""
        with names_unique(), transaction(self._connection):
            self._delete([*imported.added, *(each.id for each in imported.replaced)])
            for each in imported.replaced:
                self._bring(each, each.id)

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

    def remove(self, *audience_ids: int) -> None:
        """Forgets them, all or none. Nothing happens for one that is not there."""
        with transaction(self._connection):
            self._delete(audience_ids)

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

    def _every(self) -> list[SavedAudience]:
        return list(made_of(rows_of(self._connection, "audiences", ", ".join(_FIELDS)), _audience))

    def _bring(self, audience: SavedAudience, audience_id: int | None = None) -> SavedAudience:
        """Inserts one that was there before: tests go to it again where they did."""
        if audience.is_test:
            self._connection.execute("UPDATE audiences SET is_test = 0 WHERE collection = ?", (audience.collection,))
        return self._insert(audience, audience_id)

    def _insert(self, audience: SavedAudience, audience_id: int | None = None) -> SavedAudience:
        kept = dataclasses.replace(audience, name=kept_name(audience.name), tags=kept_tags(audience.tags))
        cursor = self._connection.execute(_INSERT, (audience_id, *_row(kept)[1:]))
        return dataclasses.replace(kept, id=cursor.lastrowid or 0)

    def _taken(self, collection: str) -> set[str]:
        rows = read_rows(self._connection, "SELECT name FROM audiences WHERE collection = ?", (collection,))
        return {name_key(name) for (name,) in rows}


_FIELDS: Final = tuple(field.name for field in dataclasses.fields(SavedAudience))
_INSERT: Final = f"INSERT INTO audiences ({', '.join(_FIELDS)}) VALUES ({', '.join('?' * len(_FIELDS))})"  # noqa: S608


def _audience(row: tuple[object, ...]) -> SavedAudience:
    audience_id, collection, name, text, is_test, count, at, tags, used_at = row
    return SavedAudience(
        int(str(audience_id)),
        str(collection),
        str(name),
        str(text),
        bool(is_test),
        None if count is None else int(str(count)),
        moment(at),
        read_tags_text(tags),
        moment(used_at),
    )


def _row(audience: SavedAudience) -> tuple[object, ...]:
    values = dataclasses.asdict(audience)
    values["last_count"] = None if audience.last_count is None else str(audience.last_count)
    values["tags"] = tags_text(audience.tags)
    for name in ("counted_at", "used_at"):
        values[name] = None if values[name] is None else values[name].isoformat()
    return tuple(values[name] for name in _FIELDS)
