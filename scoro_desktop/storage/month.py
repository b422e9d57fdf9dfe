"""The sends of a month by day, as many as a calendar shows, read without going through all of them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.database import read_rows
from scoro_desktop.storage.history_days import DayCount, by_day
from scoro_desktop.storage.history_filter import HistoryFilter
from scoro_desktop.storage.history_periods import day_begins
from scoro_desktop.storage.history_rows import SendLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    from scoro_desktop.storage.history import History

MOST_OF_A_DAY: Final = 6
"""Lines that a cell of a large window has room for. Ours."""


@dataclass(frozen=True)
class DaySends:
    """The sends of a day: how many, and the first of them. `count`: what they came to, where that was asked for."""

    sends: int = 0
    lines: tuple[SendLine, ...] = ()
    count: DayCount | None = None


def month_sends(
    history: History, first: date, last: date, zone: tzinfo, wanted: Callable[[], bool] = lambda: True
) -> dict[date, DaySends]:
    """Reads the days from the first to the last that have sends; what is not `wanted` any more is ended.

    The sends of each day are counted by the index of their times alone, which says nothing else of them: a million in a
    month take a twentieth of what `by_day` takes. Raises StorageFailed.
    """
    found: dict[date, DaySends] = {}
    for number in range((last - first).days + 1):
        if not wanted():
            break
        day = first + timedelta(days=number)
        sql = f"SELECT count(*) {_OF_A_DAY}"
        ((sends,),) = read_rows(history.connection, sql, _moments(day, zone))
        if sends:
            found[day] = DaySends(sends, tuple(day_sends(history, day, zone, MOST_OF_A_DAY)))
    return found


def with_counts(
    history: History, month: Mapping[date, DaySends], first: date, last: date, zone: tzinfo
) -> dict[date, DaySends]:
    """Adds what the sends of each day came to. Raises StorageFailed."""
    span = HistoryFilter(since=day_begins(first, zone), before=day_begins(last + timedelta(days=1), zone))
    counts = by_day(history.connection, span, zone)
    return {day: dataclasses.replace(sends, count=counts.get(day)) for day, sends in month.items()}


_OF_A_DAY: Final = "FROM sends INDEXED BY sends_by_created_at WHERE created_at >= ? AND created_at < ?"


def _moments(day: date, zone: tzinfo) -> tuple[str, str]:
    begin, end = day_begins(day, zone), day_begins(day + timedelta(days=1), zone)
    return begin.astimezone(UTC).isoformat(), end.astimezone(UTC).isoformat()


def day_sends(history: History, day: date, zone: tzinfo, most: int) -> list[SendLine]:
    """The first sends of a day, in the order of their times, less what cannot be read. Raises StorageFailed."""
    sql = f"SELECT id {_OF_A_DAY} ORDER BY created_at LIMIT ?"
    rows = read_rows(history.connection, sql, (*_moments(day, zone), most))
    lines = history.lines([send_id for (send_id,) in rows])
    return [each for each in lines if isinstance(each, SendLine)]
