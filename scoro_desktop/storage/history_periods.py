"""Periods of whole days, as they begin and end where the person is."""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Self

from scoro_desktop import late

if TYPE_CHECKING:
    from datetime import tzinfo

    from scoro_desktop.wire import JsonObject


class Span(enum.StrEnum):
    """The kinds of periods."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    RANGE = "range"
    ALL = "all"


DAYS: Final = {Span.TODAY: 1, Span.WEEK: 7, Span.MONTH: 30}
"""Days up to today, which is the last of them."""


@late.dataclass(frozen=True)
class Period:
    """A period. `first` and `last`: the days of a range; None where it is open."""

    span: Span = Span.ALL
    first: date | None = None
    last: date | None = None

    def days(self, today: date) -> tuple[date | None, date | None]:
        """The first and the last of its days; None where it is open."""
        if self.span in DAYS:
            return today - timedelta(days=DAYS[self.span] - 1), today
        return (self.first, self.last) if self.span is Span.RANGE else (None, None)

    def bounds(self, now: datetime, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
        """The moments at which it begins, and from which on it is over.

        A period up to today is open at its end: what is sent a moment from now belongs to it.
        """
        first, last = self.days(now.astimezone(zone).date())
        if self.span in DAYS:
            last = None
        since = None if first is None else day_begins(first, zone)
        return since, None if last is None else day_begins(last + timedelta(days=1), zone)

    def to_json(self) -> JsonObject:
        """For what is kept."""
        return {
            "span": self.span.value,
            "first": None if self.first is None else self.first.isoformat(),
            "last": None if self.last is None else self.last.isoformat(),
        }

    @classmethod
    def from_json(cls, value: JsonObject) -> Self:
        """Reads what `to_json` gave. Raises ValueError for anything else."""
        match value:
            case {"span": str(span), "first": str() | None as first, "last": str() | None as last}:
                days = (None if text is None else date.fromisoformat(text) for text in (first, last))
                return cls(Span(span), *days)
            case _:
                raise ValueError("this is no period")


def day_begins(day: date, zone: tzinfo) -> datetime:
    """The first moment of a day, in UTC.

    Where clocks are put forward at midnight the day begins at one; where they are put back over it, at the first of the
    two midnights (PEP 495: a time that is not there is read by the offset before, an ambiguous one as the first).
    """
    return datetime.combine(day, time(), zone).astimezone(UTC)
