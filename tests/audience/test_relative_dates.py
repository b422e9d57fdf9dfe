"""Relative dates: where they may stand, what is wrong with one, and which date each has."""

import json
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.audience.query import read_query
from scoro_desktop.audience.relative_dates import (
    COMPARED,
    KEY,
    MOST,
    STARTS,
    CannotWorkOutError,
    Instant,
    Rule,
    Use,
    date_text,
    holds_rules,
    may_hold_rules,
    moment_of,
    read_rule,
    rules_in,
    work_out,
    written,
)
from scoro_desktop.wire import JsonObject

MOSCOW = Instant(datetime(2026, 11, 29, 5, 10, 11, 999_999, UTC), "Europe/Moscow")


def berlin(text: str) -> Instant:
    """A moment that Berlin's clocks show, the first of two where they show it twice."""
    return Instant(
        datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC), "Europe/Berlin"
    )


# (now, the rule, its date)
DATES: list[tuple[Instant, Rule, str]] = [
    (MOSCOW, Rule("", -30, "days"), "2026-10-30T08:10:11+03:00"),
    (MOSCOW, Rule("", 0, "days"), "2026-11-29T08:10:11+03:00"),
    (MOSCOW, Rule("", 7, "days"), "2026-12-06T08:10:11+03:00"),
    (MOSCOW, Rule("", -90, "minutes"), "2026-11-29T06:40:11+03:00"),
    (MOSCOW, Rule("day"), "2026-11-29T00:00:00+03:00"),
    (MOSCOW, Rule("day", -1, "days"), "2026-11-28T00:00:00+03:00"),
    (MOSCOW, Rule("day", 9, "hours"), "2026-11-29T09:00:00+03:00"),
    (MOSCOW, Rule("week"), "2026-11-23T00:00:00+03:00"),  # a Sunday: the week began on Monday
    (MOSCOW, Rule("week", 1, "weeks"), "2026-11-30T00:00:00+03:00"),
    (MOSCOW, Rule("month"), "2026-11-01T00:00:00+03:00"),
    (MOSCOW, Rule("month", 1, "months"), "2026-12-01T00:00:00+03:00"),
    (MOSCOW, Rule("month", 2, "months"), "2027-01-01T00:00:00+03:00"),
    (MOSCOW, Rule("month", -11, "months"), "2025-12-01T00:00:00+03:00"),
    (MOSCOW, Rule("year"), "2026-01-01T00:00:00+03:00"),
    (MOSCOW, Rule("year", -1, "years"), "2025-01-01T00:00:00+03:00"),
    # the day is the zone's: in Moscow it is Monday already
    (Instant(datetime(2026, 11, 29, 21, 30, tzinfo=UTC), "Europe/Moscow"), Rule("week"), "2026-11-30T00:00:00+03:00"),
    (Instant(datetime(2026, 11, 29, 21, 30, tzinfo=UTC), "UTC"), Rule("day"), "2026-11-29T00:00:00Z"),
    (Instant(datetime(2026, 11, 29, 21, 30, tzinfo=UTC), "UTC-03:30"), Rule("day"), "2026-11-29T00:00:00-03:30"),
    # ends of months
    (Instant(datetime(2026, 3, 31, 12, tzinfo=UTC), "UTC"), Rule("", -1, "months"), "2026-02-28T12:00:00Z"),
    (Instant(datetime(2028, 3, 31, 12, tzinfo=UTC), "UTC"), Rule("", -1, "months"), "2028-02-29T12:00:00Z"),
    (Instant(datetime(2028, 2, 29, 12, tzinfo=UTC), "UTC"), Rule("", -1, "years"), "2027-02-28T12:00:00Z"),
    (Instant(datetime(2026, 1, 31, 12, tzinfo=UTC), "UTC"), Rule("", 1, "months"), "2026-02-28T12:00:00Z"),
    (Instant(datetime(2026, 12, 31, 12, tzinfo=UTC), "UTC"), Rule("", -12, "months"), "2025-12-31T12:00:00Z"),
    # clocks forward, 29 March 2026, 02:00 to 03:00: days keep the time of day, hours count
    (berlin("2026-03-29T12:00"), Rule("", -1, "days"), "2026-03-28T12:00:00+01:00"),
    (berlin("2026-03-29T12:00"), Rule("", -24, "hours"), "2026-03-28T11:00:00+01:00"),
    (berlin("2026-03-28T02:30"), Rule("", 1, "days"), "2026-03-29T03:30:00+02:00"),  # a time that was skipped
    (berlin("2026-03-29T12:00"), Rule("day"), "2026-03-29T00:00:00+01:00"),
    # clocks back, 25 October 2026, 03:00 to 02:00
    (berlin("2026-10-25T12:00"), Rule("", -1, "days"), "2026-10-24T12:00:00+02:00"),
    (berlin("2026-10-25T12:00"), Rule("", -24, "hours"), "2026-10-24T13:00:00+02:00"),
    (berlin("2026-10-24T02:30"), Rule("", 1, "days"), "2026-10-25T02:30:00+02:00"),  # the first of two
    (berlin("2026-10-25T12:00"), Rule("month", 1, "months"), "2026-11-01T00:00:00+01:00"),
    # now is the second of two
    (
        Instant(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/Berlin"),
        Rule("", 0, "days"),
        "2026-10-25T02:30:00+01:00",
    ),
    # a day that begins at one: Santiago's clocks skip midnight
    (Instant(datetime(2025, 9, 7, 15, tzinfo=UTC), "America/Santiago"), Rule("day"), "2025-09-07T01:00:00-03:00"),
    # a midnight that comes twice: the first
    (Instant(datetime(2026, 11, 1, 17, tzinfo=UTC), "America/Havana"), Rule("day"), "2026-11-01T00:00:00-04:00"),
    # an offset with seconds, which RFC 3339 has not
    (Instant(datetime(1900, 1, 1, 12, tzinfo=UTC), "Europe/Moscow"), Rule("", 0, "days"), "1900-01-01T12:00:00Z"),
]

# (a rule with a mistake, the code, the letters that are marked, some of the parameters)
MISTAKES: list[tuple[str, str, str, JsonObject]] = [
    ('{"days": "30"}', "wrong_operand", '"30"', {"operator": "days", "expected": "relative_number"}),
    ('{"days": -30.0}', "wrong_operand", "-30.0", {"operator": "days", "expected": "relative_number"}),
    ('{"days": -3e1}', "wrong_operand", "-3e1", {"expected": "relative_number"}),
    ('{"days": true}', "wrong_operand", "true", {"expected": "relative_number"}),
    ('{"days": null}', "wrong_operand", "null", {"expected": "relative_number"}),
    ('{"days": [-30]}', "wrong_operand", "[-30]", {"expected": "relative_number"}),
    ('{"days": "{{days}}"}', "wrong_operand", '"{{days}}"', {"expected": "relative_number"}),
    ('{"days": -36501}', "relative_too_far", "-36501", {"unit": "days", "most": 36500}),
    ('{"years": 101}', "relative_too_far", "101", {"unit": "years", "most": 100}),
    ('{"minutes": 99999999999999999999}', "relative_too_far", "99999999999999999999", {"unit": "minutes"}),
    ('{"days": -1, "hours": -2}', "relative_two", '"hours"', {"unit": "hours"}),
    ('{"day": -1}', "relative_member", '"day"', {"member": "day"}),
    ('{"seconds": -1}', "relative_member", '"seconds"', {"member": "seconds"}),
    ('{"Days": -1}', "relative_member", '"Days"', {"member": "Days"}),
    ('{"startOf": "month", "zone": "UTC"}', "relative_member", '"zone"', {"member": "zone"}),
    ('{"startOf": "today"}', "wrong_operand", '"today"', {"operator": "startOf", "expected": "relative_start"}),
    ('{"startOf": ["day"]}', "wrong_operand", '["day"]', {"expected": "relative_start"}),
    ("{}", "wrong_operand", "{}", {"operator": KEY, "expected": "relative_date"}),
    ('"30 days ago"', "wrong_operand", '"30 days ago"', {"expected": "relative_date"}),
    ("-30", "wrong_operand", "-30", {"expected": "relative_date"}),
    ("null", "wrong_operand", "null", {"expected": "relative_date"}),
]
GOOD = '{"$relativeDate": {"days": -30}}'
# (a query with a rule where none may stand, the letters that are marked)
MISPLACED: list[tuple[str, str]] = [
    *((f'{{"a": {{"{each}": {GOOD}}}}}', '"$relativeDate"') for each in ("$eq", "$ne", "$exists", "$all", "$size")),
    (f'{{"a": {GOOD}}}', '"$relativeDate"'),
    (GOOD, '"$relativeDate"'),
    (f'{{"a": {{"$in": [{GOOD}]}}}}', '"$relativeDate"'),
    (f'{{"a": {{"$nin": [{GOOD}, 1]}}}}', '"$relativeDate"'),
    (f'{{"a": {{"$gte": [{GOOD}]}}}}', '"$relativeDate"'),
    (f'{{"a": {{"$gte": {{"b": {GOOD}}}}}}}', '"$relativeDate"'),
    (f'{{"a": {{"$gte": {{"$date": {GOOD}}}}}}}', '"$relativeDate"'),
    (f'{{"a": {{"$not": {GOOD}}}}}', '"$relativeDate"'),
    (f'{{"a": [{GOOD}]}}', '"$relativeDate"'),
    (f'{{"$or": [{GOOD}, {{"b": 1}}]}}', '"$relativeDate"'),
    ('{"a": {"$lt": {"$relativeDate": {"days": 1}, "$date": 0}}}', '"$relativeDate"'),
    ('{"a": {"$gte": {"$relativeDate": {"days": 1}, "b": 0}}}', '"$relativeDate"'),
]


@pytest.mark.parametrize(("now", "rule", "date"), DATES, ids=[f"{rule} {now.at:%m-%d}" for now, rule, _ in DATES])
def test_the_date_of_a_rule(now: Instant, rule: Rule, date: str) -> None:
    assert date_text(rule, now) == date


@pytest.mark.parametrize(("rule", "code", "marked", "params"), MISTAKES, ids=[rule for rule, *_ in MISTAKES])
def test_a_rule_with_a_mistake_is_no_query(rule: str, code: str, marked: str, params: JsonObject) -> None:
    text = f'{{"имя": "Ёж", "seen": {{"$gte": {{"$relativeDate": {rule}}}}}}}'
    reading = read_query(text)
    first = next(each for each in reading.problems if each.stops)
    assert reading.query is None
    assert (first.code, text[first.offset : first.offset + first.length]) == (code, marked)
    assert params.items() <= dict(first.params).items()
    with pytest.raises(CannotWorkOutError):
        work_out(json.loads(text), MOSCOW)


@pytest.mark.parametrize(("text", "marked"), MISPLACED, ids=[text for text, _ in MISPLACED])
def test_a_rule_stands_where_a_date_is_compared_and_nowhere_else(text: str, marked: str) -> None:
    reading = read_query(text)
    stopping = [each for each in reading.problems if each.stops]
    assert reading.query is None
    assert any(marked in text[each.offset : each.offset + each.length] for each in stopping)
    with pytest.raises(CannotWorkOutError):
        work_out(json.loads(text), MOSCOW)


@pytest.mark.parametrize("operator", sorted(COMPARED))
def test_a_rule_stands_under_each_comparison(operator: str) -> None:
    for inside in (f'{{"{operator}": {GOOD}}}', f'{{"$not": {{"{operator}": {GOOD}}}}}'):
        query = read_query(f'{{"seen": {inside}}}').query
        assert query is not None
        assert work_out(query.value, MOSCOW) == json.loads(
            f'{{"seen": {inside}}}'.replace(GOOD, '"2026-10-30T08:10:11+03:00"')
        )


def test_a_mistyped_name_of_a_rule_is_told() -> None:
    (problem,) = read_query('{"seen": {"$gte": {"$relativedate": {"days": -3}}}}').problems
    assert (problem.code, problem.params["suggestion"]) == ("unknown_operator", KEY)


def test_the_rules_of_a_query_by_their_fields() -> None:
    query: JsonObject = {
        "seen": {"$gte": written(Rule("", -30, "days")), "$in": [written(Rule("day"))]},
        "$or": [{"a.b": {"$not": {"$lt": written(Rule("week"))}}}, {"c": 1}],
        "bought": {"$elemMatch": {"at": {"$gt": written(Rule("year", -1, "years"))}, "price": {"$gt": 5}}},
        "wrong": {"$gte": {KEY: {}}},
    }
    assert list(rules_in(query)) == [
        Use("seen", "$gte", Rule("", -30, "days")),
        Use("a.b", "$lt", Rule("week")),
        Use("bought.at", "$gt", Rule("year", -1, "years")),
    ]


def test_what_only_looks_like_a_rule_is_a_text() -> None:
    query: JsonObject = {"title": KEY, "a": {"$in": [KEY, '{"$relativeDate": 1}']}}
    assert not holds_rules(query)
    assert work_out(query, MOSCOW) is query


def test_a_query_without_a_rule_is_handed_on_as_it_is() -> None:
    query: JsonObject = {"a": {"$gte": {"$date": 0}}}
    assert work_out(query, MOSCOW) is query


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "", "../etc/passwd", "UTC+99:00", "utc+3"])
def test_a_zone_that_nobody_knows_gives_no_date(zone: str) -> None:
    with pytest.raises(CannotWorkOutError):
        date_text(Rule("day"), Instant(MOSCOW.at, zone))


@pytest.mark.parametrize(
    ("year", "rule"), [(50, Rule("", -100, "years")), (9950, Rule("month", 1_200, "months")), (1, Rule("", -1, "days"))]
)
def test_a_year_that_there_is_not_gives_no_date(year: int, rule: Rule) -> None:
    with pytest.raises(CannotWorkOutError):
        work_out({"a": {"$gte": written(rule)}}, Instant(datetime(year, 1, 1, 12, tzinfo=UTC), "UTC"))


RULES = st.one_of(
    st.builds(Rule, st.sampled_from(STARTS)),
    st.sampled_from([*MOST]).flatmap(
        lambda unit: st.builds(
            Rule, st.sampled_from(["", *STARTS]), st.integers(-MOST[unit], MOST[unit]), st.just(unit)
        )
    ),
)
ZONES = st.sampled_from(
    [
        *("UTC", "Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"),
        *("Pacific/Apia", "America/Santiago", "Africa/Casablanca", "UTC+05:45", "UTC-11:00"),
    ]
)
MOMENTS = st.integers(0, 7_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds + 0.25, UTC))


@given(RULES, MOMENTS, ZONES)
def test_every_rule_has_one_date_wherever_now_is_told(rule: Rule, at: datetime, zone: str) -> None:
    """The same of the same moment, in whatever zone and to whatever part of a second that is told."""
    date = date_text(rule, Instant(at, zone))
    elsewhere = at.astimezone(timezone(timedelta(hours=9))).replace(microsecond=1)
    assert date_text(rule, Instant(elsewhere, zone)) == date
    assert datetime.fromisoformat(date) == moment_of(rule, Instant(at, zone))
    assert read_rule(json.loads(json.dumps(written(rule)))) == rule


@given(st.sampled_from(STARTS), MOMENTS, ZONES)
def test_now_lies_in_the_period_that_it_is_in(start: str, at: datetime, zone: str) -> None:
    now = Instant(at, zone)
    begins, ends = moment_of(Rule(start), now), moment_of(Rule(start, 1, f"{start}s"), now)
    assert begins <= at
    assert at.replace(microsecond=0) < ends


@given(
    st.recursive(
        st.one_of(RULES.map(written), st.none(), st.integers(), st.text(max_size=3), st.just({KEY: 1})),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from(["a", "$gte", "$not", "$or", "$in", KEY]), inner, max_size=3),
        ),
        max_leaves=12,
    ).filter(lambda value: isinstance(value, dict)),
    ZONES,
)
def test_nothing_that_is_worked_out_has_a_rule_left(query: JsonObject, zone: str) -> None:
    before = json.dumps(query)
    assert may_hold_rules(before) or not holds_rules(query)
    try:
        worked_out = work_out(query, Instant(MOSCOW.at, zone))
    except CannotWorkOutError:
        return
    assert not holds_rules(worked_out)
    assert json.dumps(query) == before
    assert work_out(worked_out, MOSCOW) is worked_out
