"""Months in weeks."""

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from scoro_desktop.ui.calendar.cell_painter import CellPainter
from scoro_desktop.ui.calendar.month import Entry, Month


@pytest.mark.parametrize(
    ("month", "begins", "first", "last"),
    [
        (Month(2026, 11), 1, date(2026, 10, 26), date(2026, 12, 6)),
        (Month(2026, 11), 7, date(2026, 11, 1), date(2026, 12, 12)),  # it begins on a Sunday
        (Month(2026, 11), 6, date(2026, 10, 31), date(2026, 12, 11)),  # weeks begin on Saturday: Egypt
        (Month(2027, 2), 1, date(2027, 2, 1), date(2027, 3, 14)),  # four weeks exactly
    ],
)
def test_whole_weeks_are_shown(month: Month, begins: int, first: date, last: date) -> None:
    days = month.days(begins)
    assert (days[0], days[-1], len(days)) == (first, last, 42)


@given(st.dates(date(3, 1, 1), date(9997, 12, 31)), st.integers(1, 7))
def test_every_day_of_a_month_is_among_its_weeks_once(day: date, begins: int) -> None:
    days = Month.of(day).days(begins)
    assert days.count(day) == 1
    assert days[0].isoweekday() == begins
    assert {later - earlier for earlier, later in itertools.pairwise(days)} == {timedelta(days=1)}


def test_months_go_on_over_the_ends_of_years_and_stop_at_the_ends_of_the_calendar() -> None:
    assert Month(2026, 12).shifted(1) == Month(2027, 1)
    assert Month(2026, 1).shifted(-1) == Month(2025, 12)
    assert Month(2026, 1).day(31) == date(2026, 1, 31)
    assert Month(2026, 2).day(31) == date(2026, 2, 28)
    for far in (Month(2026, 1).shifted(-(10**6)), Month(2026, 1).shifted(10**6)):
        assert len(far.days(1)) == 42


@pytest.mark.usefixtures("qapp")
def test_a_day_without_room_for_a_message_says_how_many_there_are() -> None:
    assert CellPainter.hidden_words(4, 2) == "+4 more"
    assert CellPainter.hidden_words(4, 0) == "4 message(s)"  # in the language of the source


def test_a_narrow_day_names_the_message_and_leaves_its_time_to_the_table(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    at = datetime(2026, 11, 3, 9, 5, tzinfo=UTC)
    entry = Entry(("send", 1), at, "Portugal vs. Denmark", "Shop · Push", "Sent", "good")
    whole = CellPainter.entry_words(entry, metrics, 10_000)
    assert whole.endswith(" Portugal vs. Denmark")
    assert "9:05" in whole
    narrow = CellPainter.entry_words(entry, metrics, metrics.horizontalAdvance("9:05 AM Port"))
    assert narrow.startswith("Portu")


@pytest.mark.parametrize("letters", range(4, 30))
def test_every_day_has_its_times_or_none_has(qapp: QApplication, letters: int) -> None:
    metrics = QFontMetrics(qapp.font())
    room = letters * metrics.averageCharWidth()
    has_time = set()
    for hour, words in ((1, "Portugal"), (11, "WWWWWWWWW"), (22, "iiiiiiiii"), (12, "Your order is ready")):
        entry = Entry(("send", 1), datetime(2026, 11, 3, hour, 58, tzinfo=UTC), words, "Shop", "Sent", "good")
        has_time.add(CellPainter.entry_words(entry, metrics, room)[:1].isdigit())
    assert len(has_time) == 1
