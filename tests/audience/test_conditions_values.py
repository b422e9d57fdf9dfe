"""Values as people type and paste them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.audience.conditions_values import (
    as_numbers,
    as_text,
    is_date_object,
    is_line,
    is_many,
    is_number,
    moment,
    one_line,
    pattern_of,
    read_number,
    rfc_3339,
    text_of_pattern,
)
from scoro_desktop.wire import JsonValue


@given(st.text())
def test_one_line_is_a_line(text: str) -> None:
    assert not one_line(text) or is_line(one_line(text))


@given(st.text(), st.booleans(), st.booleans())
def test_a_pattern_gives_its_text_back(text: str, start: bool, end: bool) -> None:
    assert text_of_pattern(pattern_of(text, start=start, end=end)) == (text, start, end)


@pytest.mark.parametrize("pattern", ["a.b", "a|b", "\\d", "a\\-b", "[a]", "(a)", "a$b", "a^", "\\"])
def test_other_patterns_are_left_alone(pattern: str) -> None:
    assert text_of_pattern(pattern) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        (" -1.5 ", -1.5),
        ("1e3", 1000.0),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        ("1e999", None),
        ("12,5", None),
        ("true", None),
        ("NaN", None),
        ("", None),
        ("[1]", None),
    ],
)
def test_numbers_are_read_as_json_writes_them(text: str, number: float | None) -> None:
    assert read_number(text) == number
    assert type(read_number(text)) is type(number)


def test_what_is_no_number_stays_a_text() -> None:
    assert as_numbers(["1", "2.0", "x", True]) == [1, 2.0, "x", True]


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("2026-03-01T09:30:00Z", datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
        ("2026-03-01t09:30:00.25+03:00", datetime(2026, 3, 1, 9, 30, 0, 250_000, timezone(timedelta(hours=3)))),
        ({"$date": 1_000}, datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)),
        ({"$date": "2026-03-01T09:30:00Z"}, datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
        ("2026-03-01", None),
        ("2026-13-01T09:30:00Z", None),
        ("2026-03-01T24:00:00Z", None),
        ({"$date": "2026-03-01T24:00:00Z"}, None),
        ("2026-03-01T09:30:00+03:60", None),
        ("2026-03-01T09:30:60Z", None),
        ("0001-01-01T00:00:00+10:00", None),
        ({"$date": 10**30}, None),
        ({"$date": True}, None),
        ({"$date": {"$numberLong": "1"}}, None),
        (1_000, None),
    ],
)
def test_moments(value: JsonValue, when: datetime | None) -> None:
    found = moment(value)
    assert found == when
    assert found is None or when is None or found.utcoffset() == when.utcoffset()


def test_a_moment_is_written_with_its_offset() -> None:
    assert rfc_3339(datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=3)))) == "2026-03-01T09:30:00+03:00"
    assert rfc_3339(datetime(2026, 3, 1, 9, 30, 0, 5_000, tzinfo=UTC)) == "2026-03-01T09:30:00.005Z"


def test_values_as_texts() -> None:
    assert is_date_object({"$date": 0})
    values: list[JsonValue] = ["a", 1.0, True, {"$date": 0}, {"$date": "2026-03-01T09:30:00Z"}]
    assert [as_text(each) for each in values] == ["a", "1.0", "true", "1970-01-01T00:00:00Z", "2026-03-01T09:30:00Z"]


@pytest.mark.parametrize(
    "value",
    [
        ["a"], ["a", ""], ["", "a"], [""], ["a", " b"], ["a\u00a0", "b"], ["a b", "c"], ["a", "b\n"], ["a\u2028b"],
        ["a", 1], [1, "a"], ["a", None], [None, "a"], [1, 2.5], [1, True], [True], [2**70], ["a", "\ud83d", "\ude00"],
        [["a"]], [{"a": 1}], ["a", ["b"]], [], "a", None, {"a": "b"},
    ],
)  # fmt: skip
def test_a_list_of_many_is_judged_as_each_of_its_values(value: JsonValue) -> None:
    each_text = isinstance(value, list) and all(
        isinstance(each, str) and is_line(each) and each == each.strip() for each in value
    )
    each_number = isinstance(value, list) and all(map(is_number, value))
    assert is_many(value) is (bool(value) and (each_text or each_number))
