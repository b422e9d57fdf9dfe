"""The search for a send that readers cannot tell from another, also where the file is damaged or cannot be written."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from scoro_desktop import wire
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.hosts import as_address
from scoro_desktop.storage.database import UNREADABLE, StorageFailed, read_rows, transaction
from scoro_desktop.storage.history_rows import SEND_COLUMNS, Send, send_of
from scoro_desktop.wire import JsonObject

_WENT_OUT: Final = (
    "channel = ? AND (account_id = ? OR application_id = ?) AND outcome IN ('sent', 'unknown', 'sending', 'held')"
)


def newest_alike(
    connection: sqlite3.Connection,
    account: Account,
    channel: str,
    request: JsonObject,
    since: str,
    of_this_run: int | None,
) -> Send | None:
    """The newest send, recorded since a moment or with this id or a higher one, that went out or may have.

    Raises StorageFailed where nobody can say: also where none was found, and one of that time cannot be read.
    """
    from scoro_desktop.storage.fingerprint import fingerprint

    mark = fingerprint(channel, request)
    alike, unread = _mark_older(connection, since, mark)
    whose = (channel, account.id, account.application_id)
    rows = _by_index_or_without(
        connection,
        f"""
        SELECT {SEND_COLUMNS} FROM sends {{by_mark}}
        WHERE fingerprint = ? AND (id >= ? OR id >= (SELECT min(id) FROM sends {{by_date}} WHERE created_at >= ?))
            AND {_WENT_OUT}
        """,  # noqa: S608
        (mark, of_this_run, since, *whose),
    )
    for send_id in alike:
        sql = f"SELECT {SEND_COLUMNS} FROM sends WHERE id = ? AND {_WENT_OUT}"  # noqa: S608
        rows += read_rows(connection, sql, (send_id, *whose))
    found = max((send for send in map(send_of, rows) if _reaches_the_same(send, account)), key=_id, default=None)
    if found is None and unread:
        raise StorageFailed(UNREADABLE, f"{unread} sends of that time")
    return found


def _reaches_the_same(send: Send, account: Account) -> bool:
    """Tells whether a send went through this account, or another of its application at the same address.

    Versions before kept addresses as they were typed.
    """
    if send.account_id == account.id:
        return True
    same_place = as_address(send.address) == as_address(account.address)
    return send.application_id == account.application_id and same_place


def _id(send: Send) -> int:
    return send.id


def _mark_older(connection: sqlite3.Connection, since: str, wanted: str) -> tuple[list[int], int]:
    """Gives sends that a version before recorded since a moment what they are found by.

    Returns those with the wanted mark where they could not be given it, and the number of those that cannot be read.
    """
    unmarked = _by_index_or_without(
        connection, "SELECT id FROM sends {by_mark} WHERE fingerprint IS NULL AND created_at >= ?", (since,)
    )
    marks, unread = {}, 0
    for (send_id,) in unmarked:
        try:
            ((code, text),) = read_rows(connection, "SELECT channel, request FROM sends WHERE id = ?", (send_id,))
        except StorageFailed as error:
            if not error.is_damage:
                raise
            unread += 1
        else:
            marks[send_id] = _mark_of(code, text)
    if not marks:
        return [], unread
    try:
        with transaction(connection):
            values = [(mark, send_id) for send_id, mark in marks.items()]
            connection.executemany("UPDATE sends SET fingerprint = ? WHERE id = ?", values)
    except StorageFailed:  # the disk may be full: what is known of them is known all the same
        return [send_id for send_id, mark in marks.items() if mark == wanted], unread
    return [], unread


def _mark_of(code: str, text: str) -> str:
    from scoro_desktop.storage.fingerprint import fingerprint

    try:
        request = wire.read(text)
        return fingerprint(code, request) if isinstance(request, dict) else ""
    except ValueError:
        return ""


def _by_index_or_without(connection: sqlite3.Connection, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    """The rows of a query, by its indexes; where these are damaged, by the table alone."""
    try:
        by_index = sql.format(by_mark="INDEXED BY sends_by_fingerprint", by_date="INDEXED BY sends_by_created_at")
        return read_rows(connection, by_index, values)
    except StorageFailed as error:
        if not error.is_damage:
            raise
    return read_rows(connection, sql.format(by_mark="NOT INDEXED", by_date="NOT INDEXED"), values)
