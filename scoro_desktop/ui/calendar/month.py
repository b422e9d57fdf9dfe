"""The days of a month, in weeks that begin as the person's language says."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta

WEEKS = 6
"""Weeks that are shown: every month has room, and none is higher than another."""


@dataclass(frozen=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """The month that a day is in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    def shifted(self, by: int) -> Month:
        """So many months later; earlier where that is negative. It stays within the years that there are."""
        number = min(max(self.year * 12 + self.month - 1 + by, 12 * 2), 12 * 9998)
        return Month(number // 12, number % 12 + 1)

    def day(self, number: int) -> date:
        """A day of it; its last one where it has not so many."""
        return date(self.year, self.month, min(number, calendar.monthrange(self.year, self.month)[1]))

    def days(self, week_begins: int) -> list[date]:
        """The days that are shown, whole weeks; `week_begins`: 1 for Monday to 7 for Sunday."""
        back = (self.first.isoweekday() - week_begins) % 7
        return [self.first + timedelta(days=number - back) for number in range(7 * WEEKS)]


@dataclass(frozen=True)
class Entry:
    """An entry of a day. `key`: its kind, "plan" or "send", and its id; `at`: aware, on the clocks here.

    `words`: the message; `about`: the account and the channel; `state` in words, `role` as a label has it; `moves`: it
    can be moved to another day.
    """

    key: tuple[str, int]
    at: datetime
    words: str
    about: str
    state: str
    role: str
    moves: bool = False


@dataclass(frozen=True)
class Cell:
    """A day of the month: the first entries, how many more there are, and what is said of it."""

    entries: tuple[Entry, ...] = ()
    more: int = 0
    said: str = ""
