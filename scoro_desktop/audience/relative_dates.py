"""Relative dates in a query: an object that stands for a date and moves with it, until the query is to leave.

`{"$relativeDate": {"days": -30}}` is 30 days ago, `{"$relativeDate": {"startOf": "month"}}` the start of this month;
both parts together, the start first, then the number. docs/decisions/0015 says what each means and why. No server knows
them: they are worked out for an instant, and what leaves has dates in their places.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

from scoro_desktop import late
from scoro_desktop.jsontext.problems import shown
from scoro_desktop.jsontext.tree import Path
from scoro_desktop.wire import JsonObject, JsonValue

KEY: Final = "$relativeDate"
"""No operator, stage or value of MongoDB's up to 8.0 bears this name: one that got there all the same would be refused
or match nothing."""
START: Final = "startOf"
COMPARED: Final = frozenset({"$gt", "$gte", "$lt", "$lte"})
"""The operators whose operand it can be."""

STARTS: Final = ("day", "week", "month", "year")
"""A week begins on Monday (ISO 8601)."""
_YEARS: Final = 100
MOST: Final[Mapping[str, int]] = {
    "minutes": _YEARS * 525_600,
    "hours": _YEARS * 8_760,
    "days": _YEARS * 365,
    "weeks": _YEARS * 52,
    "months": _YEARS * 12,
    "years": _YEARS,
}
"""By the unit, the largest number each way: some 100 years, so that every rule has a date whatever the day. Ours."""
_BY_TIME: Final = frozenset({"minutes", "hours"})
_OFFSET: Final = late.pattern(r"UTC([+-])([0-9]{2}):([0-9]{2})")
_LISTS: Final = frozenset({"$in", "$nin"})
"""Operators that take no rule, and may have 50,000 values."""
_ESCAPE: Final = "\\u"


class CannotWorkOutError(ValueError):
    """A rule has no date: it is none, or the clock shows a year too near the first or the last."""


@dataclass(frozen=True)
class Rule:
    """A moment that moves. `start`: of STARTS, or empty for now; `amount` of `unit` from there, back if negative.

    `unit`: of MOST, empty where there is no number.
    """

    start: str = ""
    amount: int = 0
    unit: str = ""


@late.dataclass(frozen=True)
class Instant:
    """A moment that rules are worked out for. `at`: aware; `zone`: whose calendar and clocks they follow.

    The zone by its IANA name, or an offset, as UTC+03:00.
    """

    at: datetime
    zone: str


@late.dataclass(frozen=True)
class Mistake:
    """A mistake in a rule, as `filters.Finding` has them; `path` from the object that holds KEY."""

    code: str
    path: Path
    on_key: bool
    params: Mapping[str, str | int | float]


@late.dataclass(frozen=True)
class Use:
    """A rule of a query. `field`: its dotted path, that of an array's items with `$elemMatch` included."""

    field: str
    operator: str
    rule: Rule


def written(rule: Rule) -> JsonObject:
    """Returns a rule as a query has it."""
    parts: JsonObject = {START: rule.start} if rule.start else {}
    if rule.unit:
        parts[rule.unit] = rule.amount
    return {KEY: parts}


def read_rule(value: JsonValue) -> Rule | None:
    """The rule that a value of a query is; None for anything else, and for one with a mistake."""
    if not isinstance(value, dict) or KEY not in value or next(mistakes(value), None) is not None:
        return None
    parts = value[KEY]
    rule = Rule()
    for name, each in parts.items() if isinstance(parts, dict) else ():
        if isinstance(each, str):
            rule = Rule(each, rule.amount, rule.unit)
        elif isinstance(each, int):
            rule = Rule(rule.start, each, name)
    return rule


def mistakes(value: JsonObject) -> Iterator[Mistake]:
    """Everything that is wrong with an object that has KEY, in the order of the text."""
    if len(value) > 1:
        yield _needs(KEY, "alone", (KEY,), on_key=True)
    parts = value[KEY]
    if not isinstance(parts, dict) or not parts:
        yield _needs(KEY, "relative_date", (KEY,))
        return
    numbers = 0
    for name, each in parts.items():
        here = (KEY, name)
        if name == START:
            if each not in STARTS:
                yield _needs(START, "relative_start", here)
        elif name not in MOST:
            yield Mistake("relative_member", here, True, {"member": shown(name)})
        else:
            numbers += 1
            if numbers > 1:
                yield Mistake("relative_two", here, True, {"unit": name})
            elif not isinstance(each, int) or isinstance(each, bool):
                yield _needs(name, "relative_number", here)
            elif abs(each) > MOST[name]:
                yield Mistake("relative_too_far", here, False, {"unit": name, "most": MOST[name]})


def may_hold_rules(text: str) -> bool:
    """Tells at a glance whether there may be a rule in the text of a query: most have none."""
    return text.rfind(KEY) >= 0 or ("\\" in text and _ESCAPE in text)  # 1 MB takes a third of the time so


def holds_rules(value: JsonValue) -> bool:
    """Tells whether KEY is a key anywhere in a value, whatever stands there: such a query must not leave."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            if KEY in each:
                return True
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend([item for item in each if isinstance(item, (dict, list))])
    return False


def rules_in(query: JsonValue, field: str = "", operator: str = "") -> Iterator[Use]:
    """The rules of a query, in the order of its text; what is no rule is passed over."""
    if isinstance(query, dict):
        rule = read_rule(query) if KEY in query else None
        if rule is not None:
            yield Use(field, operator, rule)
            return
        for key, each in query.items():
            if not key.startswith("$"):
                yield from rules_in(each, f"{field}.{key}" if operator == "$elemMatch" else key)
            elif key not in _LISTS:
                yield from rules_in(each, field, key)
    elif isinstance(query, list):
        for each in query:
            if isinstance(each, (dict, list)):
                yield from rules_in(each, field, operator)


def work_out(query: JsonObject, instant: Instant) -> JsonObject:
    """The query with a date in the place of each rule; the same object where it has none.

    Raises CannotWorkOutError where a rule has no date, has a mistake in it, or stands where none may.
    """
    return _object(query, instant) if holds_rules(query) else query


def date_text(rule: Rule, instant: Instant) -> str:
    """The date of a rule in RFC 3339, with the offset that the zone has then. Raises CannotWorkOutError."""
    when = moment_of(rule, instant)
    offset = when.utcoffset() or timedelta()
    # RFC 3339 has no seconds in an offset; clocks before 1920 or so had.
    text = (when if not offset % timedelta(minutes=1) else when.astimezone(UTC)).isoformat(timespec="seconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def moment_of(rule: Rule, instant: Instant) -> datetime:
    """The moment of a rule, to the second, in the zone of the instant. Raises CannotWorkOutError."""
    try:
        zone = zone_of(instant.zone)
        now = instant.at.astimezone(UTC).replace(microsecond=0)
        moment = _moved(now, rule, zone) if rule.start or rule.unit not in {"", *_BY_TIME} else _passed(now, rule)
        return moment.astimezone(zone)
    except (
        ValueError,
        OverflowError,
        KeyError,
        OSError,
    ) as error:  # a year that there is not; a zone that nobody knows
        raise CannotWorkOutError(f"no date for {rule}") from error


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name or an offset. Raises KeyError, ValueError or OSError for what is none."""
    if offset := _OFFSET.fullmatch(name):
        minutes = int(offset[2]) * 60 + int(offset[3])
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    from zoneinfo import ZoneInfo  # slow to load, and seldom wanted

    return ZoneInfo(name)


def _needs(name: str, expected: str, path: Path, *, on_key: bool = False) -> Mistake:
    return Mistake("wrong_operand", path, on_key, {"operator": name, "expected": expected})


def _object(value: JsonObject, instant: Instant) -> JsonObject:
    if KEY in value:
        raise CannotWorkOutError("a relative date where none may stand")
    return {key: _worked_out(each, key, instant) for key, each in value.items()}


def _worked_out(value: JsonValue, key: str, instant: Instant) -> JsonValue:
    if isinstance(value, list):
        return [_worked_out(each, "", instant) if isinstance(each, (dict, list)) else each for each in value]
    if not isinstance(value, dict):
        return value
    if KEY not in value or key not in COMPARED:
        return _object(value, instant)
    rule = read_rule(value)
    if rule is None:
        raise CannotWorkOutError("a relative date with a mistake in it")
    return date_text(rule, instant)


def _passed(now: datetime, rule: Rule) -> datetime:
    return now + timedelta(**{rule.unit: rule.amount}) if rule.unit else now


def _moved(now: datetime, rule: Rule, zone: tzinfo) -> datetime:
    """By the calendar of the zone: what its clocks show is moved, and is a moment again in the end."""
    clock = now.astimezone(zone).replace(tzinfo=None, fold=0)
    if not rule.start and not rule.amount:
        return now
    if rule.start:
        clock = _start(clock, rule.start)
    if rule.unit not in {"", *_BY_TIME}:
        clock = _on_calendar(clock, rule.unit, rule.amount)
    moment = clock.replace(tzinfo=zone).astimezone(UTC)
    return _passed(moment, rule) if rule.unit in _BY_TIME else moment


def _start(clock: datetime, start: str) -> datetime:
    day = clock.replace(hour=0, minute=0, second=0, microsecond=0)
    if start == "week":
        return day - timedelta(days=day.weekday())
    if start == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if start == "year" else day


def _on_calendar(clock: datetime, unit: str, amount: int) -> datetime:
    if unit in {"days", "weeks"}:
        return clock + timedelta(**{unit: amount})
    from calendar import monthrange

    months = clock.year * 12 + clock.month - 1 + (amount if unit == "months" else amount * 12)
    year, month = divmod(months, 12)
    last = monthrange(year, month + 1)[1]
    return clock.replace(year=year, month=month + 1, day=min(clock.day, last))
