"""Sends by day, as days begin and end where the person is."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.database import read_rows
from scoro_desktop.storage.history_filter import selection
from scoro_desktop.storage.history_periods import day_begins

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

    Each day is a range of the index by time, added up as it stands there: to group a million sends sorts all of them,
    which takes three times as long. What a search finds is in no such order, and is grouped.
    """
    if wanted.text.strip():
        return _grouped(connection, wanted, zone)
    days: dict[date, DayCount] = {}
    since = wanted.since
    while (first := _next(connection, since, wanted.before)) is not None:
        day = first.astimezone(zone).date()
        begin = first if since is None else max(since, first)
        since = day_begins(day + timedelta(days=1), zone)
        before = since if wanted.before is None else min(since, wanted.before)
        count = _counted(connection, dataclasses.replace(wanted, since=begin, before=before))
        if count.sends:
            days[day] = count
    return days


def _next(connection: sqlite3.Connection, since: datetime | None, before: datetime | None) -> datetime | None:
    """The time of the first send between two moments, whatever the filter says of it."""
    limits = [(sign, at) for sign, at in ((">=", since), ("<", before)) if at is not None]
    where = " AND ".join(f"created_at {sign} ?" for sign, _ in limits) or "1"
    rows = read_rows(
        connection,
        f"SELECT created_at FROM sends WHERE {where} ORDER BY created_at LIMIT 1",  # noqa: S608
        [at.astimezone(UTC).isoformat() for _, at in limits],
    )
    return datetime.fromisoformat(rows[0][0]) if rows else None


_COUNTS: Final = """
    count(*) FILTER (WHERE outcome = 'sent'),
    count(*) FILTER (WHERE outcome IN ('refused', 'not_sent', 'unknown')),
    count(*), total(count)
    """


def _counted(connection: sqlite3.Connection, wanted: HistoryFilter) -> DayCount:
    source, parameters = selection(wanted, whole=True)
    return _count_of(*read_rows(connection, f"SELECT {_COUNTS} FROM {source}", parameters)[0])  # noqa: S608


def _count_of(sent: int, failed: int, sends: int, people: float) -> DayCount:
    return DayCount(sent, failed, sends - sent - failed, round(people))


def _grouped(connection: sqlite3.Connection, wanted: HistoryFilter, zone: tzinfo) -> dict[date, DayCount]:
    """SQLite groups by quarters of an hour, at which every day of every zone of today begins (tzdata), and only those
    are looked at here: days of other zones than UTC are nothing that it knows.
    """
    source, parameters = selection(wanted, whole=True)
    quarter = "substr(created_at, 1, 14) || substr('00153045', 1 + 2 * (substr(created_at, 15, 2) / 15), 2)"
    rows = read_rows(
        connection,
        f"SELECT {quarter} AS quarter, {_COUNTS} FROM {source} GROUP BY quarter",  # noqa: S608
        parameters,
    )
    days: dict[date, DayCount] = {}
    for begin, *counts in rows:
        day = datetime.fromisoformat(begin).replace(tzinfo=UTC).astimezone(zone).date()
        days[day] = days.get(day, DayCount()) + _count_of(*counts)
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
