"""The history as it is listed: counted, page by page, in any order; row by row where the file is damaged."""

import sqlite3
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.database import StorageFailed, read_rows
from scoro_desktop.storage.history_filter import NEWEST, HistoryFilter, is_quick_by_id, selection
from scoro_desktop.storage.history_rows import LINE_COLUMNS, LostSend, SendLine, line_of
from scoro_desktop.storage.salvage import readable_ids, row_of
from scoro_desktop.storage.search import match_expression

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from scoro_desktop.storage.history_order import Sorted
    from scoro_desktop.storage.history_sums import Sums

_WITH_EVERY_ID: Final = ("sends_by_id", "sends_by_outcome", "sends_by_account", "sends_by_created_at")
LAST_ID: Final = 2**63 - 1


class HistoryList:
    """The table of sends as it is read. Every method raises StorageFailed where the disk does not do its part."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sorted: Sorted | None = None

    def count(self, wanted: HistoryFilter) -> int:
        """Counts the sends that the filter lets through."""
        if (kept := self._kept(wanted)) is not None:
            return kept.count()
        source, parameters = selection(wanted)
        try:
            ((count,),) = read_rows(self._connection, f"SELECT count(*) FROM {source}", parameters)  # noqa: S608
        except StorageFailed as error:
            return len(self._whole(wanted, error))
        return int(count)

    def sums(self, wanted: HistoryFilter) -> "Sums":
        """Adds up what the filter lets through."""
        from scoro_desktop.storage.history_sums import sums_of, sums_of_lines

        try:
            return sums_of(self._connection, wanted)
        except StorageFailed as error:
            return sums_of_lines(each for each in self._whole(wanted, error) if isinstance(each, SendLine))

    def sort(self, wanted: HistoryFilter) -> None:
        """Sorts the sends anew where they are not wanted by their times; they are counted and read in that order then.

        Where the file is damaged they stay in the order of their times.
        """
        self._sorted = None
        if wanted.order == NEWEST:
            return
        from scoro_desktop.storage.history_order import Sorted

        try:
            self._sorted = Sorted(self._connection, wanted)
        except StorageFailed as error:
            if not error.is_damage:
                raise

    def _kept(self, wanted: HistoryFilter) -> "Sorted | None":
        """The order that was made for a filter."""
        return None if self._sorted is None or self._sorted.wanted != wanted else self._sorted

    def page(self, wanted: HistoryFilter, offset: int, limit: int) -> list[SendLine]:
        """The same as `rows`, less what cannot be read."""
        return [line for line in self.rows(wanted, offset, limit) if isinstance(line, SendLine)]

    def rows(self, wanted: HistoryFilter, offset: int, limit: int) -> list[SendLine | LostSend]:
        """At most `limit` sends that the filter lets through, after the first `offset` of them.

        The newest first, unless `sort` was called for this filter. Where the file is damaged, every send that is whole
        is among them, and the others in their places.
        """
        if (kept := self._kept(wanted)) is not None:
            return self.lines(kept.ids(offset, limit))
        source, parameters = selection(wanted)
        by = "id" if is_quick_by_id(wanted) or match_expression(wanted.text) else "+id"
        sql = f"SELECT id FROM {source} ORDER BY {by} DESC LIMIT ? OFFSET ?"  # noqa: S608
        try:
            ids = [send_id for (send_id,) in read_rows(self._connection, sql, (*parameters, limit, offset))]
        except StorageFailed as error:
            return self._whole(wanted, error)[offset : offset + limit]
        return self.lines(ids)

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for what is read over it beside the list."""
        return self._connection

    def lines(self, ids: "Sequence[int]") -> list[SendLine | LostSend]:
        """The sends of these ids, in their order; one that cannot be read is in its place."""
        places = ", ".join("?" * len(ids))
        sql = f"SELECT {LINE_COLUMNS} FROM sends WHERE id IN ({places})"  # noqa: S608
        try:
            lines = {line.id: line for line in map(line_of, read_rows(self._connection, sql, ids))}
        except StorageFailed as error:
            if not error.is_damage:
                raise
            lines = {}
        # A damaged page may give fewer rows without a word.
        return [lines.get(send_id) or self._line(send_id) for send_id in ids]

    def of_campaigns(self, ids: "Collection[int]") -> list[SendLine]:
        """The rows of these campaigns, of those that began."""
        places = ", ".join("?" * len(ids))
        sql = f"SELECT history_id FROM campaigns WHERE id IN ({places}) AND history_id IS NOT NULL"  # noqa: S608
        found = self.lines([number for (number,) in read_rows(self._connection, sql, [*ids])])
        return [line for line in found if isinstance(line, SendLine)]

    def place(self, wanted: HistoryFilter, send_id: int) -> tuple[int, bool]:
        """Counts the sends let through that stand before this one, and tells whether this one is let through."""
        if (kept := self._kept(wanted)) is not None:
            return kept.place(send_id)
        newer, those = selection(wanted, ids=(send_id + 1, LAST_ID))
        itself, this = selection(wanted, ids=(send_id, send_id))
        sql = f"SELECT (SELECT count(*) FROM {newer}), (SELECT count(*) FROM {itself})"  # noqa: S608
        try:
            ((before, is_shown),) = read_rows(self._connection, sql, (*those, *this))
        except StorageFailed as error:
            ids = [line.id for line in self._whole(wanted, error)]
            return sum(each > send_id for each in ids), send_id in ids
        return int(before), bool(is_shown)

    def _whole(self, wanted: HistoryFilter, error: StorageFailed) -> list[SendLine | LostSend]:
        """All that the filter lets through, newest first, found row by row: for a file whose indexes are damaged."""
        if not error.is_damage:
            raise error
        expression = match_expression(wanted.text)
        found: set[int] | None = None
        if expression:
            rows = read_rows(self._connection, "SELECT rowid FROM sends_words WHERE sends_words MATCH ?", (expression,))
            found = {number for (number,) in rows}
        lines = [self._line(send_id) for send_id in self._ids() if found is None or send_id in found]
        if wanted.is_of_words_alone:
            return lines
        return [line for line in lines if isinstance(line, SendLine) and wanted.takes(line)]

    def _ids(self) -> list[int]:
        """Every send that is known of, newest first: by an index, which has those of damaged pages too, or without."""
        for index in _WITH_EVERY_ID:
            try:
                rows = read_rows(self._connection, f"SELECT id FROM sends INDEXED BY {index}")  # noqa: S608
            except StorageFailed as error:
                if not error.is_damage:
                    raise
            else:
                return sorted((send_id for (send_id,) in rows), reverse=True)
        return readable_ids(self._connection, "sends")

    def _line(self, send_id: int) -> SendLine | LostSend:
        row = row_of(self._connection, f"SELECT {LINE_COLUMNS} FROM sends WHERE id = ?", (send_id,))  # noqa: S608
        try:
            return LostSend(send_id) if row is None else line_of(row)
        except StorageFailed:
            return LostSend(send_id)

    def accounts(self) -> list[tuple[str, str]]:
        """The accounts that appear, by name: the id of each and the name it had in its newest send.

        None where the file is damaged there: the sends themselves can be listed without.
        """
        # From one account to the next in the index: to go through it would touch every send. UNION ends it also where
        # a damaged index leads back.
        sql = """
            WITH RECURSIVE known(account) AS (
                SELECT min(account_id) FROM sends
                UNION
                SELECT (SELECT min(account_id) FROM sends WHERE account_id > account) FROM known
                WHERE account IS NOT NULL
            )
            SELECT account_id, account_name FROM known
            JOIN sends ON id = (SELECT max(id) FROM sends WHERE account_id = account)
            """
        try:
            rows = read_rows(self._connection, sql)
        except StorageFailed as error:
            if not error.is_damage:
                raise
            return []
        return sorted(rows, key=lambda row: (row[1].casefold(), row[0]))
