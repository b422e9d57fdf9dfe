"""Sends in another order than that of their times: sorted once, then had page by page however deep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import failures, read_rows
from scoro_desktop.storage.history_filter import Column, selection

if TYPE_CHECKING:
    import sqlite3

    from scoro_desktop.storage.history_filter import HistoryFilter, Order

_TABLE: Final = "CREATE TEMP TABLE IF NOT EXISTS history_order (place INTEGER PRIMARY KEY, id INTEGER NOT NULL)"
_RANKS: Final = {each: rank for rank, each in enumerate(Outcome)}


class Sorted:
    """The ids that a filter lets through, in its order, in a table of the connection that goes with it.

    It stays as it was made: `sort` of the history makes another. Raises StorageFailed.
    """

    def __init__(self, connection: sqlite3.Connection, wanted: HistoryFilter) -> None:
        self.wanted = wanted
        self._connection = connection
        connection.create_function("sort_text", 1, _sort_text, deterministic=True)
        source, parameters = selection(wanted, whole=True)
        with failures():
            connection.execute(_TABLE)
            connection.execute("DELETE FROM history_order")
            connection.execute(
                f"INSERT INTO history_order (id) SELECT sends.id FROM {source} ORDER BY {_terms(wanted.order)}",  # noqa: S608
                parameters,
            )

    def count(self) -> int:
        """Counts the sends."""
        ((count,),) = read_rows(self._connection, "SELECT count(*) FROM history_order")
        return int(count)

    def ids(self, offset: int, limit: int) -> list[int]:
        """At most `limit` ids after the first `offset` of them."""
        sql = "SELECT id FROM history_order WHERE place > ? ORDER BY place LIMIT ?"
        return [send_id for (send_id,) in read_rows(self._connection, sql, (offset, limit))]

    def place(self, send_id: int) -> tuple[int, bool]:
        """Counts the sends before this one, and tells whether it is there."""
        rows = read_rows(self._connection, "SELECT place FROM history_order WHERE id = ?", (send_id,))
        return (rows[0][0] - 1, True) if rows else (0, False)


def _terms(order: Order) -> str:
    """The terms of an order. What has nothing to be sorted by stands last either way."""
    way = "DESC" if order.descending else "ASC"
    match order.column:
        case Column.WHEN:
            return f"sends.id {way}"
        case Column.ACCOUNT:
            terms = f"sort_text(account_name) {way}, account_id {way}"
        case Column.CHANNEL:
            terms = f"channel {way}"
        case Column.MESSAGE:
            terms = f"summary = '', sort_text(summary) {way}"
        case Column.AUDIENCE:
            terms = f"expected IS NULL, length(expected) {way}, expected {way}"
        case Column.OUTCOME:
            ranks = " ".join(f"WHEN '{each}' THEN {rank}" for each, rank in _RANKS.items())
            terms = f"CASE outcome {ranks} END {way}"
        case Column.RESULT:
            terms = f"count IS NULL, length(count) {way}, count {way}, reason {way}, error_code {way}"
        case Column.TOOK:
            terms = f"took IS NULL, took {way}"
        case _:
            assert_never(order.column)
    return f"{terms}, sends.id DESC"


def _sort_text(text: object) -> str:
    """The text as a person looks for it in a list: no case, ё beside е."""
    return str(text).casefold().replace("ё", "е")
