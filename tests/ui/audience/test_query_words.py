"""A query in words, as the confirmation tells it."""

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.conditions import Item, Kind
from scoro_desktop.ui.audience import query_words
from scoro_desktop.ui.audience.query_words import query_lines
from scoro_desktop.wire import JsonObject
from tests.audience.test_conditions import QUERIES
from tests.examples import how_many


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ({"deviceType": "android"}, ["deviceType is “android”"]),
        ({"age": {"$gte": 18, "$lte": 30}}, ["age is between 18 and 30"]),
        ({"vip": True, "phone": {"$exists": False}}, ["vip is yes", "phone does not exist"]),
        ({"city": {"$in": ["a", "b"]}}, ["city is one of “a”, “b”"]),
        ({"ci\u200bty": "\u202eksmO"}, [r"ci\u200bty is “\u202eksmO”"]),
        ({"city": {"$ne": "a b\u00a0"}}, [r"city is not “a b\u00a0”"]),
        (
            {"deviceType": "ios", "$or": [{"age": 5}, {"city": "Omsk", "vip": False}]},
            [
                "deviceType is “ios”",
                "any of these:",
                "    age is 5",
                "    all of these:",
                "        city is “Omsk”",
                "        vip is no",
            ],
        ),
        ({"a": {"$type": "string"}}, ['{"a":{"$type":"string"}}']),
        ({}, ["no condition, so everyone matches"]),
    ],
)
def test_it_is_told_as_the_builder_shows_it(query: JsonObject, lines: list[str]) -> None:
    assert query_lines(query) == lines


def test_long_lists_and_many_conditions_are_counted(qtbot: QtBot) -> None:
    (line,) = query_lines({"_id": {"$in": [str(number) for number in range(50_000)]}})
    assert line.startswith("_id is one of “0”, “1”, “2”…")
    assert "50,000" in line
    lines = query_lines({f"field{number}": number for number in range(40)})
    assert len(lines) == 13
    assert "28" in lines[-1]


@settings(max_examples=how_many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUERIES)
def test_any_query_can_be_told(qtbot: QtBot, query: JsonObject) -> None:
    lines = query_lines(query)
    assert lines
    assert all(line.strip() for line in lines)


def test_what_is_not_told_is_counted_and_not_worded(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[object] = []
    words = query_words._words

    def counted(line: Item | Kind) -> str:
        worded.append(line)
        return words(line)

    monkeypatch.setattr(query_words, "_words", counted)
    lines = query_lines({"$or": [{"userId": f"u{number}", "vip": True} for number in range(2_000)]})
    assert lines[:4] == ["any of these:", "    all of these:", "        userId is “u0”", "        vip is yes"]
    assert len(worded) == query_words.MOST_LINES == len(lines) - 1
    assert f"{1 + 3 * 2_000 - query_words.MOST_LINES:,}" in lines[-1]


@pytest.mark.usefixtures("qtbot")
def test_a_number_is_told_as_the_language_writes_it() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Russian, QLocale.Country.Russia))
    try:
        (many,) = query_lines({"a": {"$in": [f"x{number}" for number in range(50_000)]}})
        (one,) = query_lines({"a": 50_000})
    finally:
        QLocale.setDefault(before)
    assert "50\u00a0000" in one
    assert "\\u00a0" not in one + many
