"""People who are not to be sent to: for each account a list of phones, e-mails and ids, which campaigns keep to.

A key stands there once, as keys are compared, beside what was written, who added it and when: whoever is asked why
somebody got nothing must be able to answer.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from scoro_desktop.messages.searching import plain
from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.storage.campaigns.states import Why
from scoro_desktop.storage.campaigns.types import SAID_NO
from scoro_desktop.storage.database import read_rows, storable, transaction
from scoro_desktop.storage.erasing import What, mark
from scoro_desktop.storage.gone import mark_refusals
from scoro_desktop.storage.search import offer_plain

_AT_ONCE: Final = 500
"""Keys that one statement asks for: SQLite takes 999 parameters at least."""
_COLUMNS: Final = "id, kind, key, written, added_at, added_by, origin"
LONGEST: Final = 200
"""Letters that are kept of what was written, and of where it came from."""


@dataclass(frozen=True)
class NewRefusal:
    """A key for the list: as it is compared, and as it was written. What a person is known by is in no `repr`."""

    kind: KeyKind
    key: str = field(repr=False)
    written: str = field(default="", repr=False)


@dataclass(frozen=True)
class Refusal:
    """A key on the list. `added_at` is UTC; `added_by` the user of the computer; `origin` the name of the file it came
    from, empty for one that was pasted.
    """

    id: int
    kind: KeyKind
    key: str = field(repr=False)
    written: str = field(repr=False)
    added_at: datetime
    added_by: str
    origin: str


@dataclass(frozen=True)
class HeldBack:
    """The number of people whom one campaign left out for the list."""

    campaign_id: int
    campaign: str
    created_at: datetime
    people: int


class DoNotSend:
    """The table of refusals. Every method raises StorageFailed when the disk or the database fails."""

    def __init__(
        self, connection: sqlite3.Connection, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._connection = connection
        self._clock = clock
        offer_plain(connection)

    def add(self, account_id: str, new: Iterable[NewRefusal], *, by: str, origin: str = "") -> int:
        """Adds what is not on the list of an account yet, all of it or nothing; gives how many that were."""
        at = self._clock().isoformat()
        rows = [
            (
                account_id,
                each.kind.value,
                storable(each.key),
                storable(each.written or each.key)[:LONGEST],
                at,
                storable(by)[:LONGEST],
                storable(origin)[:LONGEST],
            )
            for each in new
        ]
        with transaction(self._connection):
            before = self._connection.total_changes
            self._connection.executemany(
                "INSERT INTO do_not_send (account_id, kind, key, written, added_at, added_by, origin)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, kind, key) DO NOTHING",
                rows,
            )
            return self._connection.total_changes - before

    def remove(self, account_id: str, ids: Collection[int]) -> list[Refusal]:
        """Takes keys off the list of an account, all or none; gives what stood there, for `put_back`.

        Their bytes go with `Stores.erasing`.
        """
        with transaction(self._connection):
            removed = [each for number in ids for each in self._where(account_id, "id = ?", (number,))]
            for each in removed:
                mark_refusals(self._connection, "id = ?", each.id)
            self._connection.executemany("DELETE FROM do_not_send WHERE id = ?", [(each.id,) for each in removed])
            mark(self._connection, What.DO_NOT_SEND)
        return removed

    def put_back(self, account_id: str, removed: Iterable[Refusal]) -> None:
        """Puts back what was taken off, as it was; what has come onto the list again since stays as it is."""
        with transaction(self._connection):
            self._connection.executemany(
                "INSERT INTO do_not_send (account_id, kind, key, written, added_at, added_by, origin)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, kind, key) DO NOTHING",
                [
                    (account_id, each.kind.value, each.key, each.written, each.added_at.isoformat(), each.added_by,
                     each.origin)
                    for each in removed
                ],
            )  # fmt: skip

    def holds(self, account_id: str, kind: KeyKind, keys: Collection[str]) -> set[str]:
        """Tells which of these keys are on the list of an account."""
        return held(self._connection, account_id, kind, keys)

    def count(self, account_id: str, search: str = "") -> int:
        """Counts the keys on the list of an account; with a `search`, those that it finds."""
        condition, values = _searched(search)
        sql = f"SELECT count(*) FROM do_not_send WHERE account_id = ? AND {condition}"  # noqa: S608
        return int(read_rows(self._connection, sql, (account_id, *values))[0][0])

    def page(self, account_id: str, *, search: str = "", offset: int = 0, limit: int = 100) -> list[Refusal]:
        """Some of the list of an account, the newest first. `search`: part of a key, a writing, a user or a file."""
        condition, values = _searched(search)
        return self._where(account_id, f"{condition} ORDER BY id DESC LIMIT ? OFFSET ?", (*values, limit, offset))

    def all(self, account_id: str) -> Iterator[Refusal]:
        """The whole list of an account, the oldest first, some hundred at a time: it may be long."""
        after = 0
        while found := self._where(account_id, "id > ? ORDER BY id LIMIT ?", (after, _AT_ONCE)):
            yield from found
            after = found[-1].id

    def last(self) -> int:
        """The highest id that anything on a list has had; 0 where nothing was ever on one."""
        return last(self._connection)

    def after(self, account_id: str, last: int) -> list[Refusal]:
        """Lists what came onto the list of an account, or came back to it, since `last` was the highest id.

        No clock is asked, which may have been put back; and what is put back keeps the time of before.
        """
        return self._where(account_id, "id > ?", (last,))

    def since(self, account_id: str, moment: datetime) -> list[Refusal]:
        """Lists what came onto the list of an account since a moment (aware)."""
        return self._where(account_id, "added_at >= ?", (moment.astimezone(UTC).isoformat(),))

    def held_back(self, account_id: str) -> list[HeldBack]:
        """Counts the people whom each campaign of an account left out for the list, the newest campaign first.

        Those of whom a column of the campaign's own list says no are none of them.
        """
        sql = """
            SELECT c.id, c.name, c.created_at, count(*) FROM campaigns AS c
            JOIN campaign_people AS p ON p.campaign_id = c.id AND p.state IN ('left_out', 'skipped')
            AND p.why = ? AND p.detail != ?
            WHERE c.account_id = ? GROUP BY c.id ORDER BY c.id DESC
        """
        return [
            HeldBack(number, name, datetime.fromisoformat(at), people)
            for number, name, at, people in read_rows(
                self._connection, sql, (Why.DO_NOT_SEND.value, SAID_NO, account_id)
            )
        ]

    def _where(self, account_id: str, condition: str, values: Sequence[object]) -> list[Refusal]:
        sql = f"SELECT {_COLUMNS} FROM do_not_send WHERE account_id = ? AND {condition}"  # noqa: S608
        return [*map(_refusal, read_rows(self._connection, sql, (account_id, *values)))]


def held(connection: sqlite3.Connection, account_id: str, kind: KeyKind, keys: Collection[str]) -> set[str]:
    """Tells which of these keys are on the list of an account."""
    wanted = list(dict.fromkeys(keys))
    found: set[str] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        places = ", ".join("?" * len(part))
        sql = f"SELECT key FROM do_not_send WHERE account_id = ? AND kind = ? AND key IN ({places})"  # noqa: S608
        found |= {key for (key,) in read_rows(connection, sql, (account_id, kind.value, *map(storable, part)))}
    return found


def last(connection: sqlite3.Connection) -> int:
    """The highest id that anything on a list has had; 0 where nothing was ever on one."""
    rows = read_rows(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'do_not_send'")
    return int(rows[0][0]) if rows else 0


def empty_list(connection: sqlite3.Connection, account_id: str) -> None:
    """Empties the list of an account, and marks what is to be erased of it; within a transaction."""
    mark_refusals(connection, "account_id = ?", account_id)
    if connection.execute("DELETE FROM do_not_send WHERE account_id = ?", (account_id,)).rowcount:
        mark(connection, What.DO_NOT_SEND)


def _refusal(row: tuple[Any, ...]) -> Refusal:
    number, kind, key, written, added_at, added_by, origin = row
    return Refusal(number, KeyKind(kind), key, written, datetime.fromisoformat(added_at), added_by, origin)


def _searched(search: str) -> tuple[str, tuple[str, ...]]:
    """A condition and its values. Part of a text is found as it is read; digits without the signs between them, and
    without a leading 8.
    """
    text = search.strip()
    if not plain(storable(text)):
        return "1", ()
    parts = [f"instr(plain({column}), ?)" for column in ("key", "written", "added_by", "origin")]
    values = [plain(storable(text))] * len(parts)
    digits = "".join(filter(str.isdigit, text))
    if len(digits) >= 3 and not any(map(str.isalpha, text)):
        parts.append("instr(key, ?)")
        values.append(digits.removeprefix("8") if len(digits) > 3 else digits)
    return f"({' OR '.join(parts)})", tuple(values)
