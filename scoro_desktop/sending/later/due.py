"""The moment that a time on the clocks of a zone is, and what the clock of this computer says of it.

Clocks that are put forward show some times never; clocks that are put back show some twice. RFC 5545 (3.3.5) says which
moment is meant, and calendars keep to it: a time that is never shown is taken by the offset from before the change, so
02:30 goes out when clocks show 03:30; of a time that is shown twice the first is meant.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from scoro_desktop import late
from scoro_desktop.audience.relative_dates import zone_of
from scoro_desktop.storage.planned_types import Plan, PlanState, When

LATE_AFTER: Final = timedelta(minutes=10)
"""A plan that is later than this is asked about. Ours: a computer that wakes up or a slow count takes less."""
LOOK_S: Final = 30.0
"""Seconds after which the clock is looked at again, whatever was to be waited for: it may have been set, or stood still
while the computer slept. Ours."""
LEAST_LOOK_S: Final = 0.05


class CannotTellError(ValueError):
    """A time is no moment: nobody knows its zone, or it is too near the first or last year."""


class Shown(enum.Enum):
    """The number of times that clocks of a zone show a time: once, never (they are put forward over it), or twice."""

    ONCE = "once"
    NEVER = "never"
    TWICE = "twice"


class Timing(enum.Enum):
    """The state of a plan by the clock alone."""

    WAITS = "waits"
    DUE = "due"
    LATE = "late"


def moment_of(when: When) -> datetime:
    """The moment of a time, in UTC. Raises CannotTellError."""
    try:
        return when.clock.replace(tzinfo=zone_of(when.zone), fold=0).astimezone(UTC)
    except (ValueError, OverflowError, KeyError, OSError) as error:
        raise CannotTellError(f"no moment for {when.written()}") from error


def on_clocks(when: When) -> datetime:
    """A time as the clocks of its zone will show it, aware: later than it was written where they leave it out.

    Raises CannotTellError.
    """
    return moment_of(when).astimezone(zone_of(when.zone))


def shown(when: When) -> Shown:
    """Tells how often the clocks of the zone show this time. Raises CannotTellError."""
    moment_of(when)
    zone = zone_of(when.zone)
    first, second = (when.clock.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first == second or first is None or second is None:
        return Shown.ONCE
    return Shown.NEVER if second > first else Shown.TWICE


def timing(when: When, now: datetime) -> Timing:
    """The state of a time at a moment (aware). Raises CannotTellError."""
    past = now - moment_of(when)
    if past < timedelta():
        return Timing.WAITS
    return Timing.DUE if past <= LATE_AFTER else Timing.LATE


def in_zone(moment: datetime, zone: str) -> When:
    """A moment (aware) as a time on the clocks of a zone, to the minute. Raises CannotTellError."""
    try:
        clock = moment.astimezone(zone_of(zone))
    except (ValueError, OverflowError, KeyError, OSError) as error:
        raise CannotTellError(f"no time in {zone}") from error
    return When(clock.replace(tzinfo=None, fold=0, second=0, microsecond=0), zone)


@late.dataclass(frozen=True)
class Left:
    """The time until a moment, or since it (`is_past`): whole days of 24 hours, hours and minutes, begun ones counted.

    So it says "in 1 min" to the last second, and never "in 0 min" for what is to come.
    """

    days: int
    hours: int
    minutes: int
    is_past: bool = False


def left(moment: datetime, now: datetime) -> Left:
    """The time from `now` to a moment, both aware."""
    seconds = (moment - now).total_seconds()
    is_past = seconds < 0
    minutes = int(-seconds // 60) if is_past else int(-(-seconds // 60))
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    return Left(days, hours, minutes, is_past)


@dataclass(frozen=True)
class Look:
    """A look at the clock: what is to be sent now, what is too late for that, what has no moment, and for how long
    nothing need be looked at (seconds).
    """

    due: tuple[Plan, ...] = ()
    late: tuple[Plan, ...] = ()
    no_moment: tuple[Plan, ...] = ()
    wait_s: float = LOOK_S


class DueClock:
    """Looks at plans by a clock. `now` gives the moment, aware; nothing is remembered between two looks.

    So a clock that was set, a sleep and a start after the time are nothing of their own: the next look says what is.
    """

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now

    def now(self) -> datetime:
        """The moment, aware."""
        return self._now()

    def look(self, plans: Iterable[Plan]) -> Look:
        """Tells what of the plans is to be done. Those that wait for an answer are never due."""
        now = self._now()
        found: dict[Timing, list[tuple[datetime, Plan]]] = {each: [] for each in Timing}
        no_moment: list[Plan] = []
        wait_s = LOOK_S
        for plan in plans:
            if plan.state is not PlanState.PLANNED:
                continue
            try:
                moment, is_now = moment_of(plan.when), timing(plan.when, now)
            except CannotTellError:
                no_moment.append(plan)
                continue
            found[is_now].append((moment, plan))
            if is_now is Timing.WAITS:
                wait_s = min(wait_s, (moment - now).total_seconds())
        return Look(
            _in_order(found[Timing.DUE]), _in_order(found[Timing.LATE]), tuple(no_moment), max(LEAST_LOOK_S, wait_s)
        )


def by_moment(plans: Iterable[Plan]) -> list[Plan]:
    """Plans in the order of their moments; those without one first: they are asked about."""
    first = datetime.min.replace(tzinfo=UTC)

    def key(plan: Plan) -> tuple[datetime, int]:
        try:
            return moment_of(plan.when), plan.id
        except CannotTellError:
            return first, plan.id

    return sorted(plans, key=key)


def _in_order(found: list[tuple[datetime, Plan]]) -> tuple[Plan, ...]:
    return tuple(plan for _, plan in sorted(found, key=lambda each: (each[0], each[1].id)))
