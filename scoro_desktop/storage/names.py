"""Things with names that a person gave: when two names are the same, their tags, and when one was last used."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from scoro_desktop import late, wire
from scoro_desktop.messages.names import as_name
from scoro_desktop.storage.database import StorageFailed, storable, transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

T = TypeVar("T")


class NameTakenError(Exception):
    """The name is another's already."""


@contextlib.contextmanager
def names_unique() -> Iterator[None]:
    """Turns the database's refusal of a second name into NameTakenError."""
    try:
        yield
    except StorageFailed as error:
        if isinstance(error.__cause__, sqlite3.IntegrityError):
            raise NameTakenError from None
        raise


def name_key(name: str) -> str:
    """Returns one text for names that are one to a reader: regardless of capitals and of how letters are composed."""
    return unicodedata.normalize("NFC", storable(name).casefold())


def kept_name(name: str) -> str:
    """A name as it is stored: in one line, without what nobody can see."""
    return storable(as_name(name) or "?")


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or the first of "name (2)", "name (3)"… whose key is not in `taken`."""
    free, number = name, 1
    while name_key(free) in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def tags_text(tags: Iterable[str]) -> str:
    """Tags as they are stored: a list in JSON, escaped to ASCII."""
    from scoro_desktop.messages.template import kept_tags

    return json.dumps(kept_tags(tags), ensure_ascii=True, separators=(",", ":"))


def read_tags_text(text: object) -> tuple[str, ...]:
    """Tags as they were stored; none where that cannot be read."""
    try:
        tags = wire.read(str(text))
    except ValueError:
        return ()
    return tuple(map(str, tags)) if isinstance(tags, list) else ()


def moment(text: object) -> datetime | None:
    """A time as it was stored, None for none."""
    return None if text is None else datetime.fromisoformat(str(text))


@late.dataclass(frozen=True)
class Imported(Generic[T]):
    """The effect of an import, for whoever takes it back: the ids that it added, and what it replaced."""

    added: tuple[int, ...]
    replaced: tuple[T, ...]


def _now() -> datetime:
    return datetime.now(UTC)


class NamedTable:
    """A table of named things: the columns `tags` and `used_at`, which all of them have."""

    TABLE: ClassVar[str]

    def __init__(self, connection: sqlite3.Connection, now: Callable[[], datetime] = _now) -> None:
        self._connection = connection
        self._now = now

    def set_tags(self, row_id: int, tags: Iterable[str]) -> None:
        """Gives one these tags, and no others."""
        self._set(row_id, "tags", tags_text(tags))

    def used(self, row_id: int) -> None:
        """Notes that it was used now."""
        self._set(row_id, "used_at", self._now().isoformat())

    def _set(self, row_id: int, column: str, value: str) -> None:
        with transaction(self._connection):
            self._connection.execute(f"UPDATE {self.TABLE} SET {column} = ? WHERE id = ?", (value, row_id))  # noqa: S608

    def _delete(self, row_ids: Iterable[int]) -> None:
        """Within a transaction."""
        self._connection.executemany(f"DELETE FROM {self.TABLE} WHERE id = ?", [(each,) for each in row_ids])  # noqa: S608
