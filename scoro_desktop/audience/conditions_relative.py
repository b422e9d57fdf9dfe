"""Values of conditions on relative dates: a span to or from now, and a day, week, month or year of the calendar.

A value is the rule itself, or [start, end] of two, as they stand in the query, to the order of their keys.
"""

from collections.abc import Iterator
from typing import Final, TypeAlias

from scoro_desktop.audience.relative_dates import KEY, STARTS, Rule, read_rule, written
from scoro_desktop.wire import JsonValue

Period: TypeAlias = tuple[str, int]
"""A day, week, month or year, and which: 0 for this one, -1 for the last, 1 for the next."""
PERIODS: Final[tuple[Period, ...]] = tuple((start, shift) for start in STARTS for shift in (0, -1, 1))


def back(amount: int, unit: str) -> JsonValue:
    """The moment so long ago."""
    return written(Rule("", -amount, unit))


def ahead(amount: int, unit: str) -> JsonValue:
    """[now, the moment in so long]."""
    return [written(Rule("", 0, unit)), written(Rule("", amount, unit))]


def start_of(period: Period) -> JsonValue:
    """The moment with which a period begins."""
    start, shift = period
    return written(Rule(start, shift, f"{start}s" if shift else ""))


def whole(period: Period) -> JsonValue:
    """[its start, the start of the next]."""
    start, shift = period
    return [start_of(period), start_of((start, shift + 1))]


def is_back(value: JsonValue) -> bool:
    """Tells whether it is what `back` gives, its keys in any order."""
    rule = read_rule(value)
    return rule is not None and not rule.start and rule.amount < 0


def is_ahead(value: JsonValue) -> bool:
    """Tells whether it is what `ahead` gives; now may be told in any unit."""
    ends = _two(value)
    return ends is not None and not (ends[0].start or ends[1].start) and ends[0].amount == 0 < ends[1].amount


def is_start(value: JsonValue) -> bool:
    """Tells whether it is what `start_of` gives for one of PERIODS."""
    rule = read_rule(value)
    return rule is not None and _period(rule) in PERIODS


def is_whole(value: JsonValue) -> bool:
    """Tells whether it is what `whole` gives for one of PERIODS."""
    ends = _two(value)
    if ends is None:
        return False
    first, next_one = _period(ends[0]), _period(ends[1])
    return first in PERIODS and next_one == (first[0], first[1] + 1)


def span_of(value: JsonValue) -> tuple[int, str]:
    """Returns the number and the unit that a value of `back` or `ahead` says; (0, "") for another."""
    for rule in _rules(value):
        if rule.amount and not rule.start:
            return abs(rule.amount), rule.unit
    return 0, ""


def period_of(value: JsonValue) -> Period:
    """The period that a value of `start_of` or `whole` says; ("", 0) for another."""
    return next((_period(rule) for rule in _rules(value)), ("", 0))


def is_relative(value: JsonValue) -> bool:
    """Tells whether it is a value of a condition on a relative date."""
    return is_back(value) or is_start(value) or is_ahead(value) or is_whole(value)


def _rules(value: JsonValue) -> Iterator[Rule]:
    for each in value if isinstance(value, list) else [value]:
        rule = read_rule(each) if isinstance(each, dict) and KEY in each else None
        if rule is not None:
            yield rule


def _two(value: JsonValue) -> tuple[Rule, Rule] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    first, second = read_rule(value[0]), read_rule(value[1])
    return None if first is None or second is None else (first, second)


def _period(rule: Rule) -> Period:
    """The period that begins then; ("", 0) where none does."""
    fits = rule.start and rule.unit in {"", f"{rule.start}s"}
    return (rule.start, rule.amount) if fits else ("", 0)
