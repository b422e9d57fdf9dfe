"""Relative dates in words, English and Russian, with the date on the clock of the zone."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from scoro_desktop.audience.conditions_operators import Operator
from scoro_desktop.audience.conditions_relative import ahead, back, start_of, whole
from scoro_desktop.audience.relative_dates import KEY, MOST, STARTS, Instant, Rule
from scoro_desktop.ui.runtime.language import Language
from scoro_desktop.ui.words.relative_words import condition_words, date_words, explained, rule_words, unit_words
from scoro_desktop.wire import JsonObject

NOW = Instant(datetime(2026, 11, 29, 5, 10, 11, tzinfo=UTC), "Europe/Moscow")
ENGLISH = [
    (Rule("", -30, "days"), "30 days ago"),
    (Rule("", -1, "weeks"), "1 week ago"),
    (Rule("", 2, "hours"), "in 2 hours"),
    (Rule("", 0, "days"), "now"),
    (Rule("month"), "the start of this month"),
    (Rule("month", 1, "months"), "the start of next month"),
    (Rule("day", -1, "days"), "the start of yesterday"),
    (Rule("month", 2, "months"), "the start of this month, 2 months later"),
    (Rule("day", 9, "hours"), "the start of today, 9 hours later"),
    (Rule("year", -1, "days"), "the start of this year, 1 day earlier"),
]
RUSSIAN = [
    (Rule("", -30, "days"), "30 дней назад"),
    (Rule("", -1, "weeks"), "1 неделю назад"),
    (Rule("", -22, "minutes"), "22 минуты назад"),
    (Rule("", 5, "years"), "через 5 лет"),
    (Rule("month", 1, "months"), "начало следующего месяца"),
    (Rule("year", -1, "days"), "начало этого года, на 1 день раньше"),
]
CONDITIONS = [
    (Operator.IN_LAST, back(30, "days"), "— за последние 30 дней"),
    (Operator.LONGER_AGO, back(2, "months"), "— раньше чем 2 месяца назад"),
    (Operator.IN_NEXT, ahead(7, "days"), "— в ближайшие 7 дней"),
    (Operator.DURING, whole(("week", -1)), "приходится на прошлую неделю"),
    (Operator.SINCE, start_of(("month", 0)), "— с начала этого месяца"),
    (Operator.EARLIER, start_of(("day", 0)), "— до начала сегодняшнего дня"),
]


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    language = Language(qapp)
    language.speak("en")
    yield language
    language.forget()


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize(("rule", "words"), ENGLISH)
def test_a_rule_in_english(rule: Rule, words: str) -> None:
    assert rule_words(rule) == words


def test_a_rule_in_russian(language: Language) -> None:
    language.speak("ru")
    assert [(rule, rule_words(rule)) for rule, _ in RUSSIAN] == RUSSIAN
    assert [condition_words(operator, value) for operator, value, _ in CONDITIONS] == [each for *_, each in CONDITIONS]
    assert date_words(Rule("month"), NOW) == "1 ноября 2026\u202fг., 00:00"
    assert [unit_words("days", number) for number in (1, 2, 5, 21)] == ["день", "дня", "дней", "день"]


@pytest.mark.usefixtures("language")
def test_every_rule_has_words() -> None:
    for start in ("", *STARTS):
        for unit in MOST:
            for amount in (-2, -1, 0, 1, 2):
                assert "{" not in rule_words(Rule(start, amount, unit))


@pytest.mark.usefixtures("language")
def test_the_dates_of_a_query_are_told_with_their_zone() -> None:
    query: JsonObject = {
        "a": {"$gte": {KEY: {"days": -30}}},
        "b\u200b": {"$lt": {KEY: {"startOf": "day"}}},
    }
    assert explained(query, NOW) == (
        "a: 30 days ago = October 30, 2026, 8:10\u202fAM\n"
        "b\\u200b: the start of today = November 29, 2026, 12:00\u202fAM\n"
        "as of November 29, 2026, 8:10\u202fAM (Europe/Moscow)"
    )
    many: JsonObject = {f"f{number}": {"$gte": {KEY: {"days": -number - 1}}} for number in range(8)}
    assert "… and 2 more dates" in explained(many, NOW)


@pytest.mark.usefixtures("language")
def test_a_clock_that_has_no_date_is_asked_about() -> None:
    first = Instant(datetime(1, 1, 2, tzinfo=UTC), "UTC")
    assert "clock" in date_words(Rule("", -30, "days"), first)
