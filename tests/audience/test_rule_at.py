"""The relative date under a place of a text: found by its object, and none where there is a mistake."""

import pytest

from scoro_desktop.audience.relative_dates import Rule
from scoro_desktop.audience.rule_at import rule_at

TEXT = '{"a": {"$gte": {"$relativeDate": {"days": -30}}, "$lt": { "$relativeDate": {"startOf": "day"}}}, "b": 1}'


@pytest.mark.parametrize(
    ("word", "rule"),
    [
        ("relativeDate", Rule("", -30, "days")),
        ("-30", Rule("", -30, "days")),
        ("startOf", Rule("day")),
        ('"day"', Rule("day")),
        ("$gte", None),
        ("$lt", None),
        ('"b"', None),
    ],
)
def test_it_is_found_anywhere_in_its_object_and_nowhere_else(word: str, rule: Rule | None) -> None:
    assert rule_at(TEXT, TEXT.index(word)) == rule


def test_what_is_no_rule_or_goes_on_elsewhere_is_none() -> None:
    for text in (
        '{"$relativeDate": {"dais": 1}}',
        '{"$relativeDate": 5}',
        '{"$relativeDate": {"days"',
        '{"$relativeDate"',
    ):
        assert rule_at(text, 5) is None
    assert rule_at("", 0) is None
