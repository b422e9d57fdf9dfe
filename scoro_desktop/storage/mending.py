"""Mends rows that versions before left: what they are found by, names of one line, outcomes as read today.

Every row by itself: one that is damaged, or holds what nobody expected, stays as it is and hinders no other.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias, assert_never

from scoro_desktop import wire
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.searching import HIDDEN
from scoro_desktop.scorocode.reading import unsettled_reason
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import StorageFailed, read_rows, storable
from scoro_desktop.storage.migrating import RowChange
from scoro_desktop.storage.migrations import Mending
from scoro_desktop.storage.names import kept_name, name_key
from scoro_desktop.storage.salvage import readable_ids
from scoro_desktop.storage.search import indexed
from scoro_desktop.wire import JsonValue

_TELLS: Final = re.compile(
    "[\xad\u034f\u061c\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\\w\u200d\\w"
)
"""Characters that made two words of one in the index. Emoji with selectors and joiners are indexed as they were."""


_ODD: Final = (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError)
"""Errors of a row that no version wrote so, UnicodeError for a lone surrogate among them."""
Change: TypeAlias = tuple[str, tuple[object, ...]]
"""A statement and its values."""


def rows_to_mend(connection: sqlite3.Connection, mending: Mending) -> list[RowChange]:
    """The changes of all rows that need some and can be read. Raises StorageFailed for what is no damage."""
    match mending:
        case Mending.WORDS:
            return [
                *_changes(connection, "sends", "channel, request", _reindexed),
                *_changes(connection, "saved_drafts", "state", _found_by_more),
            ]
        case Mending.NAMES:
            return [
                *_changes(connection, "templates", "name", lambda row, name: _renamed("templates", row, name)),
                *_changes(connection, "audiences", "name", lambda row, name: _renamed("audiences", row, name)),
                *_changes(connection, "saved_drafts", "name", _renamed_draft),
            ]
        case Mending.OUTCOMES:
            columns = "outcome, reason, error_code, http_status, answer"
            return [*_changes(connection, "sends", columns, _read_anew)]
        case _:
            assert_never(mending)


def _changes(
    connection: sqlite3.Connection, table: str, columns: str, changes: Callable[..., Iterable[Change]]
) -> Iterator[RowChange]:
    """Yields the results of a function of the number and the columns of each row, where it gives one."""
    sql = f"SELECT {columns} FROM {table} WHERE rowid = ?"  # noqa: S608
    for number in readable_ids(connection, table):
        try:
            (row,) = read_rows(connection, sql, (number,))
            made = tuple(changes(number, *row))
        except StorageFailed as error:
            if not error.is_damage:
                raise
        except _ODD:
            continue
        else:
            if made:
                yield made


def _reindexed(send_id: int, channel: str, request: str) -> Iterator[Change]:
    if _TELLS.search(_words(channel, request)) is None:
        return
    taken_out = "INSERT INTO sends_words (sends_words, rowid, words) VALUES ('delete', ?, ?)"
    yield taken_out, (send_id, _words_before(channel, request))
    yield "INSERT INTO sends_words (rowid, words) VALUES (?, ?)", (send_id, indexed(_words(channel, request)))


def _found_by_more(draft_id: int, state: str) -> Iterator[Change]:
    words = _hidden_words(state)
    if words:
        yield "UPDATE saved_drafts SET words = words || ' ' || ? WHERE id = ?", (words, draft_id)


def _renamed(table: str, row: int, name: str) -> Iterator[Change]:
    if kept_name(name) != name:
        yield f"UPDATE OR IGNORE {table} SET name = ? WHERE id = ?", (kept_name(name), row)  # noqa: S608


def _renamed_draft(row: int, name: str | None) -> Iterator[Change]:
    """A draft that was put aside by itself has no name."""
    if name is not None and kept_name(name) != name:
        values = (kept_name(name), name_key(kept_name(name)), row)
        yield "UPDATE OR IGNORE saved_drafts SET name = ?, name_key = ? WHERE id = ?", values


def _read_anew(
    send_id: int, outcome: str, reason: str, error_code: str, http_status: int | None, answer: str
) -> Iterator[Change]:
    """A refusal that would be none today: the server, or what stands before it, had failed half way."""
    if outcome != Outcome.REFUSED:
        return
    now = unsettled_reason(reason, error_code, http_status, answer)
    if now is not None:
        yield "UPDATE sends SET outcome = 'unknown', reason = ? WHERE id = ?", (now, send_id)


def _words(channel: str, request: str) -> str:
    """The text that a send is found by; empty where its request cannot be read."""
    if _TELLS.search(request) is None:  # most of them, and none of those need be taken apart
        return ""
    try:
        body = wire.read(request)
        return Request.from_wire(Channel(channel), body).words() if isinstance(body, dict) else ""
    except ValueError:
        return ""


def _words_before(channel: str, request: str) -> str:
    """The words under which the version before put a send into the index, and under which alone it can be taken out."""
    text = unicodedata.normalize("NFC", storable(_words(channel, request))).casefold()
    return " ".join("".join(map(_placed_before, text.replace("ё", "е").replace("\ufffd", " "))).split())


def _placed_before(character: str) -> str:
    category = unicodedata.category(character)
    if category == "So":
        return f" {character} "
    return character if category[0] in "LNM" or category == "Co" else " "


def _hidden_words(state: str) -> str:
    """The words of a draft's state that hold something which shows nothing; empty where there are none."""
    try:
        value = wire.read(state)
    except ValueError:
        return ""
    found = (word for text in _strings(value) if _TELLS.search(text) for word in text.split())
    return indexed(" ".join(word for word in found if HIDDEN.search(word)))


def _strings(value: JsonValue) -> Iterator[str]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, dict):
            waiting.extend(each.values())
