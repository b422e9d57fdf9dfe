"""Sends by day, as days begin and end where the person is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.database import read_rows
from scoro_desktop.storage.history_filter import selection

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping
    from datetime import tzinfo

    from scoro_desktop.storage.history_filter import HistoryFilter

MOST_BARS: Final = 62
"""Bars that a chart of a window's width can tell apart: two months of days. Ours."""


@dataclass(frozen=True)
class DayCount:
    """The sends of a day: sends that went out, those that failed, and others, and the people they went to."""

    sent: int = 0
    failed: int = 0
    other: int = 0
    people: int = 0

    def __add__(self, more: DayCount) -> DayCount:
        return DayCount(
            self.sent + more.sent, self.failed + more.failed, self.other + more.other, self.people + more.people
        )

    @property
    def sends(self) -> int:
        """Counts all of them."""
        return self.sent + self.failed + self.other


@dataclass(frozen=True)
class Bar:
    """The days from `first` to `last`, and what was sent on them."""

    first: date
    last: date
    count: DayCount


def by_day(connection: sqlite3.Connection, wanted: HistoryFilter, zone: tzinfo) -> dict[date, DayCount]:
    """Counts what a filter lets through, by the days of a zone. Raises StorageFailed.

    SQLite groups by quarters of an hour, at which every day of every zone of today begins (tzdata), and only those are
    looked at here: days of other zones than UTC are nothing that it knows.
    """
    source, parameters = selection(wanted, whole=True)
    rows = read_rows(
        connection,
        f"""
        SELECT substr(created_at, 1, 14) || substr('00153045', 1 + 2 * (substr(created_at, 15, 2) / 15), 2) AS quarter,
            count(*) FILTER (WHERE outcome = 'sent'),
            count(*) FILTER (WHERE outcome IN ('refused', 'not_sent', 'unknown')),
            count(*), total(count)
        FROM {source} GROUP BY quarter
        """,  # noqa: S608
        parameters,
    )
    days: dict[date, DayCount] = {}
    for quarter, sent, failed, sends, people in rows:
        day = datetime.fromisoformat(quarter).replace(tzinfo=UTC).astimezone(zone).date()
        count = DayCount(sent, failed, sends - sent - failed, round(people))
        days[day] = days.get(day, DayCount()) + count
    return days


def bars(days: Mapping[date, DayCount], first: date | None, last: date | None) -> list[Bar]:
    """One bar for each day from the first to the last, empty ones too; for each week or month where they are many.

    None: from, or to, the day on which something was sent.
    """
    first = first or min(days, default=None)
    last = last or max(days, default=None)
    if first is None or last is None or last < first:
        return []
    number = (last - first).days + 1
    if number <= MOST_BARS:
        starts: Iterable[date] = (first + timedelta(days=n) for n in range(number))
    elif number <= 7 * MOST_BARS:
        starts = _starts(first, last, lambda day: day - timedelta(days=day.weekday()) + timedelta(days=7))
    else:
        starts = _starts(first, last, lambda day: (day.replace(day=1) + timedelta(days=32)).replace(day=1))
    begun = list(starts)
    ends = [*(start - timedelta(days=1) for start in begun[1:]), last]
    found = [DayCount()] * len(begun)
    place = 0
    for day in sorted(days):
        if first <= day <= last:
            while day > ends[place]:
                place += 1
            found[place] += days[day]
    return [Bar(*each) for each in zip(begun, ends, found, strict=True)]


def _starts(first: date, last: date, following: Callable[[date], date]) -> list[date]:
    starts = [first]
    while (start := following(starts[-1])) <= last:
        starts.append(start)
    return starts
