"""A view of the history at one moment, read at once: the number of sends, and the pages looked at."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from scoro_desktop.storage.history import History
from scoro_desktop.storage.history_filter import HistoryFilter
from scoro_desktop.storage.history_rows import LostSend, SendLine

PAGE_ROWS: Final = 100


@dataclass(frozen=True)
class HistoryReading:
    """`count` sends are let through by `wanted`. `pages`: rows by the number of their page.

    `places`: by the id of a send that was asked for, how many that are newer are let through, and whether it is.
    """

    wanted: HistoryFilter
    count: int
    pages: dict[int, list[SendLine | LostSend]]
    places: dict[int, tuple[int, bool]]

    def row_of(self, send_id: int | None) -> int | None:
        """The row that shows a send that was asked for; None if the filter hides it."""
        row, is_shown = (0, False) if send_id is None else self.places.get(send_id, (0, False))
        return row if is_shown else None


def read_history(
    history: History, wanted: HistoryFilter, pages: Collection[int], ids: Collection[int]
) -> HistoryReading:
    """Reads these pages, and those on which the sends of these ids stand. Raises StorageFailed."""
    history.sort(wanted)
    count = history.count(wanted)
    places = {send_id: history.place(wanted, send_id) for send_id in ids}
    numbers = {*pages, *(row // PAGE_ROWS for row, is_shown in places.values() if is_shown)}
    return HistoryReading(
        wanted,
        count,
        {number: read_page(history, wanted, number) for number in numbers if number * PAGE_ROWS < count},
        places,
    )


def read_page(history: History, wanted: HistoryFilter, number: int) -> list[SendLine | LostSend]:
    """The rows of one page. Raises StorageFailed."""
    return history.rows(wanted, number * PAGE_ROWS, PAGE_ROWS)
