"""The sends of a month by day, as many as a calendar shows, read without going through all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.database import read_rows
from scoro_desktop.storage.history_days import DayCount, by_day
from scoro_desktop.storage.history_filter import HistoryFilter
from scoro_desktop.storage.history_periods import day_begins
from scoro_desktop.storage.history_rows import SendLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from scoro_desktop.storage.history import History

MOST_OF_A_DAY: Final = 6
"""Lines that a cell of a large window has room for. Ours."""


@dataclass(frozen=True)
class DaySends:
    """The sends of a day: how many, and the first of them."""

    count: DayCount = field(default_factory=DayCount)
    lines: tuple[SendLine, ...] = ()


def month_sends(
    history: History, first: date, last: date, zone: tzinfo, wanted: Callable[[], bool] = lambda: True
) -> dict[date, DaySends]:
    """Reads the days from the first to the last that have sends; what is not `wanted` any more is ended.

    Raises StorageFailed.
    """
    span = HistoryFilter(since=day_begins(first, zone), before=day_begins(last + timedelta(days=1), zone))
    counts = by_day(history.connection, span, zone)
    found: dict[date, DaySends] = {}
    for day, count in counts.items():
        if not wanted():
            break
        if first <= day <= last:
            found[day] = DaySends(count, tuple(day_sends(history, day, zone, MOST_OF_A_DAY)))
    return found


def day_sends(history: History, day: date, zone: tzinfo, most: int) -> list[SendLine]:
    """The first sends of a day, in the order of their times, less what cannot be read. Raises StorageFailed."""
    begin, end = day_begins(day, zone), day_begins(day + timedelta(days=1), zone)
    rows = read_rows(
        history.connection,
        "SELECT id FROM sends INDEXED BY sends_by_created_at WHERE created_at >= ? AND created_at < ? "
        "ORDER BY created_at LIMIT ?",
        (begin.astimezone(UTC).isoformat(), end.astimezone(UTC).isoformat(), most),
    )
    lines = history.lines([send_id for (send_id,) in rows])
    return [each for each in lines if isinstance(each, SendLine)]
