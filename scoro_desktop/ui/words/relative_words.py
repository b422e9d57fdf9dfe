"""Words for relative dates, and the dates that they are at an instant."""

import itertools
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from scoro_desktop.audience.conditions_operators import Operator
from scoro_desktop.audience.conditions_relative import Period, period_of, span_of
from scoro_desktop.audience.relative_dates import (
    CannotWorkOutError,
    Instant,
    Rule,
    Use,
    moment_of,
    read_rule,
    rules_in,
)
from scoro_desktop.invisible import escaped
from scoro_desktop.wire import JsonValue

translate = QCoreApplication.translate

MOST_TOLD: Final = 6
"""Rules of one query that are told with their dates; the query stands beside them."""
_LONGEST_FIELD: Final = 60


def span_words(amount: int, unit: str) -> str:
    """So many minutes, days, ...: "30 days"."""
    return {
        "minutes": lambda: translate("relative", "%Ln minute(s)", None, amount),
        "hours": lambda: translate("relative", "%Ln hour(s)", None, amount),
        "days": lambda: translate("relative", "%Ln day(s)", None, amount),
        "weeks": lambda: translate("relative", "%Ln week(s)", None, amount),
        "months": lambda: translate("relative", "%Ln month(s)", None, amount),
        "years": lambda: translate("relative", "%Ln year(s)", None, amount),
    }[unit]()


def unit_words(unit: str, amount: int) -> str:
    """A unit by itself, in the form that a number before it asks for."""
    return {
        "minutes": lambda: translate("relative", "minute(s)", None, amount),
        "hours": lambda: translate("relative", "hour(s)", None, amount),
        "days": lambda: translate("relative", "day(s)", None, amount),
        "weeks": lambda: translate("relative", "week(s)", None, amount),
        "months": lambda: translate("relative", "month(s)", None, amount),
        "years": lambda: translate("relative", "year(s)", None, amount),
    }[unit]()


def period_within(period: Period) -> str:
    """A period as what a date falls into."""
    return {
        ("day", 0): translate("relative", "today", "a date is within it"),
        ("day", -1): translate("relative", "yesterday", "a date is within it"),
        ("day", 1): translate("relative", "tomorrow", "a date is within it"),
        ("week", 0): translate("relative", "this week", "a date is within it"),
        ("week", -1): translate("relative", "last week", "a date is within it"),
        ("week", 1): translate("relative", "next week", "a date is within it"),
        ("month", 0): translate("relative", "this month", "a date is within it"),
        ("month", -1): translate("relative", "last month", "a date is within it"),
        ("month", 1): translate("relative", "next month", "a date is within it"),
        ("year", 0): translate("relative", "this year", "a date is within it"),
        ("year", -1): translate("relative", "last year", "a date is within it"),
        ("year", 1): translate("relative", "next year", "a date is within it"),
    }[period]


def period_compared(period: Period) -> str:
    """A period whose start a date is held against."""
    return {
        ("day", 0): translate("relative", "today", "its start"),
        ("day", -1): translate("relative", "yesterday", "its start"),
        ("day", 1): translate("relative", "tomorrow", "its start"),
        ("week", 0): translate("relative", "this week", "its start"),
        ("week", -1): translate("relative", "last week", "its start"),
        ("week", 1): translate("relative", "next week", "its start"),
        ("month", 0): translate("relative", "this month", "its start"),
        ("month", -1): translate("relative", "last month", "its start"),
        ("month", 1): translate("relative", "next month", "its start"),
        ("year", 0): translate("relative", "this year", "its start"),
        ("year", -1): translate("relative", "last year", "its start"),
        ("year", 1): translate("relative", "next year", "its start"),
    }[period]


def condition_words(operator: Operator, value: JsonValue) -> str:
    """A condition on a relative date, without its field: "is in the last 30 days"; empty for any other."""
    amount, unit = span_of(value)
    period = period_of(value)
    if operator is Operator.IN_LAST:
        return translate("relative", "is in the last {span}").format(span=span_words(amount, unit))
    if operator is Operator.LONGER_AGO:
        return translate("relative", "is more than {span} ago").format(span=span_words(amount, unit))
    if operator is Operator.IN_NEXT:
        return translate("relative", "is in the next {span}").format(span=span_words(amount, unit))
    if operator is Operator.DURING:
        return translate("relative", "is within {period}").format(period=period_within(period))
    if operator is Operator.SINCE:
        return translate("relative", "is since the start of {period}").format(period=period_compared(period))
    if operator is Operator.EARLIER:
        return translate("relative", "is before the start of {period}").format(period=period_compared(period))
    return ""


def rule_words(rule: Rule) -> str:
    """The moment that a rule says: "30 days ago", "the start of this month"."""
    span = span_words(abs(rule.amount), rule.unit) if rule.amount else ""
    if not rule.start:
        if not span:
            return translate("relative", "now")
        words = translate("relative", "{span} ago") if rule.amount < 0 else translate("relative", "in {span}")
        return words.format(span=span)
    if rule.unit in {"", f"{rule.start}s"} and rule.amount in {-1, 0, 1}:
        return _start_words(rule.start, rule.amount)
    start = _start_words(rule.start, 0)
    if not span:
        return start
    words = translate("relative", "{start}, {span} earlier")
    if rule.amount > 0:
        words = translate("relative", "{start}, {span} later")
    return words.format(start=start, span=span)


def date_words(rule: Rule, instant: Instant) -> str:
    """The date of a rule on the clock of the instant's zone, to the minute; why there is none, where there is none."""
    try:
        when = moment_of(rule, instant)
    except CannotWorkOutError:
        return translate("relative", "no date: is this computer's clock right?")
    locale = QLocale()
    long = locale.dateFormat(QLocale.FormatType.LongFormat)
    without_weekday = long.replace("dddd", "").strip(" ,")
    day = locale.toString(QDate(when.year, when.month, when.day), without_weekday)
    time = locale.toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)
    return f"{day}, {time}"


def told(uses: Iterable[Use], instant: Instant) -> list[str]:
    """A line for each rule of a query with its date, and one more where there are too many to be told."""
    every = list(uses)
    lines = [
        translate("relative", "{field}: {rule} = {date}").format(
            field=_short(use.field), rule=rule_words(use.rule), date=date_words(use.rule, instant)
        )
        for use in every[:MOST_TOLD]
    ]
    if len(every) > MOST_TOLD:
        lines.append(translate("relative", "… and %Ln more date(s)", None, len(every) - MOST_TOLD))
    return lines


def named(uses: Iterable[Use]) -> list[str]:
    """A line for each rule of a part of a query, without its date; at most `MOST_TOLD`."""
    words = translate("relative", "{field}: {rule}")
    return [
        words.format(field=_short(use.field), rule=rule_words(use.rule)) for use in itertools.islice(uses, MOST_TOLD)
    ]


def dated(value: JsonValue, instant: Instant) -> str:
    """The dates of a condition's value, a rule or two, a line each; empty where it is none."""
    rules = [read_rule(each) for each in (value if isinstance(value, list) else [value])]
    words = translate("relative", "{rule} = {date}")
    return "\n".join(words.format(rule=rule_words(each), date=date_words(each, instant)) for each in rules if each)


def explained(query: JsonValue, instant: Instant) -> str:
    """The rules of a query with their dates, and what these were worked out for; a line each."""
    words = translate("relative", "as of {date} ({zone})")
    as_of = words.format(date=date_words(Rule(), instant), zone=escaped(instant.zone))
    return "\n".join([*told(rules_in(query), instant), as_of])


def _start_words(start: str, shift: int) -> str:
    return {
        ("day", 0): translate("relative", "the start of today"),
        ("day", -1): translate("relative", "the start of yesterday"),
        ("day", 1): translate("relative", "the start of tomorrow"),
        ("week", 0): translate("relative", "the start of this week"),
        ("week", -1): translate("relative", "the start of last week"),
        ("week", 1): translate("relative", "the start of next week"),
        ("month", 0): translate("relative", "the start of this month"),
        ("month", -1): translate("relative", "the start of last month"),
        ("month", 1): translate("relative", "the start of next month"),
        ("year", 0): translate("relative", "the start of this year"),
        ("year", -1): translate("relative", "the start of last year"),
        ("year", 1): translate("relative", "the start of next year"),
    }[start, shift]


def _short(field: str) -> str:
    return escaped(field if len(field) <= _LONGEST_FIELD else field[: _LONGEST_FIELD - 1] + "…")
