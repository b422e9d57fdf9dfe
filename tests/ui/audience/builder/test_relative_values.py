"""Relative dates in a row of conditions: put in by hand, told what is missing, kept to the letter."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.relative_dates import KEY
from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder
from scoro_desktop.ui.audience.builder.relative_values import RelativeValue
from scoro_desktop.ui.audience.query_words import query_lines
from scoro_desktop.ui.runtime.language import Language
from scoro_desktop.wire import JsonObject
from tests.journey.sight import problem_of
from tests.ui.audience.builder.by_hand import choose, row_at, type_field, visible

MONTH: JsonObject = {"startOf": "month"}
BY_HAND: list[tuple[JsonObject, str]] = [
    ({"createdAt": {"$gte": {KEY: {"days": -30}}}}, "createdAt is in the last 30 days"),
    ({"createdAt": {"$gte": {KEY: {"days": -1}}}}, "createdAt is in the last 1 day"),
    ({"createdAt": {"$lt": {KEY: {"months": -6}}}}, "createdAt is more than 6 months ago"),
    ({"createdAt": {"$gte": {KEY: {"hours": 0}}, "$lt": {KEY: {"hours": 48}}}}, "createdAt is in the next 48 hours"),
    (
        {"createdAt": {"$gte": {KEY: MONTH}, "$lt": {KEY: {**MONTH, "months": 1}}}},
        "createdAt is within this month",
    ),
    ({"createdAt": {"$lt": {KEY: {"startOf": "day"}}}}, "createdAt is before the start of today"),
    ({"createdAt": {"$gte": {KEY: {"weeks": -1, "startOf": "week"}}}}, "createdAt is since the start of last week"),
]


@pytest.fixture(autouse=True)
def plurals(qapp: QApplication) -> Iterator[None]:
    language = Language(qapp)
    language.speak("en")
    yield
    language.forget()


def number_and_unit(row: ConditionRow) -> tuple[QLineEdit, QComboBox]:
    (number,) = visible(row.value, QLineEdit)
    unit = next(each for each in visible(row.value, QComboBox) if each is not row.value.kind)
    assert isinstance(number, QLineEdit)
    assert isinstance(unit, QComboBox)
    return number, unit


def type_number(number: QLineEdit, text: str) -> None:
    number.selectAll()
    number.insert(text)
    number.textEdited.emit(text)


@pytest.mark.parametrize(("query", "words"), BY_HAND, ids=[words for _, words in BY_HAND])
def test_what_a_relative_date_shows_as_is_kept_and_told(
    builder: ConditionsBuilder, query: JsonObject, words: str
) -> None:
    builder.load(query)
    assert json.dumps(builder.query()) == json.dumps(query)
    assert query_lines(query) == [words]
    other = ConditionsBuilder()
    other.restore(json.loads(json.dumps(builder.state())))
    assert json.dumps(other.query()) == json.dumps(query)
    other.deleteLater()


def test_a_span_is_put_in_by_hand(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.root.append_condition()
    row = row_at(builder, 0)
    type_field(qtbot, row, "createdAt")
    choose(qtbot, row.operator, "is in the last")
    assert builder.query() is None
    assert problem_of(row) == "Give a value for “createdAt”."
    number, unit = number_and_unit(row)
    for text, said in (
        ("0", "Give a whole number from 1 to 36,500 for “createdAt”."),
        ("-5", "Give a whole number from 1 to 36,500 for “createdAt”."),
        ("2.5", "Give a whole number from 1 to 36,500 for “createdAt”."),
        ("many", "Give a whole number from 1 to 36,500 for “createdAt”."),
        ("36501", "Give a whole number from 1 to 36,500 for “createdAt”."),
    ):
        type_number(number, text)
        assert builder.query() is None
        assert problem_of(row) == said
    type_number(number, "1")
    assert builder.query() == {"createdAt": {"$gte": {KEY: {"days": -1}}}}
    assert unit.currentText() == "day"
    type_number(number, "36500")
    assert unit.currentText() == "days"
    choose(qtbot, unit, "years")
    assert builder.query() is None
    assert problem_of(row) == "Give a whole number from 1 to 100 for “createdAt”."
    type_number(number, "2")
    assert builder.query() == {"createdAt": {"$gte": {KEY: {"years": -2}}}}


def test_a_span_survives_every_change_of_the_comparison(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"createdAt": {"$gte": {KEY: {"weeks": -3}}}})
    row = row_at(builder, 0)
    choose(qtbot, row.operator, "is more than … ago")
    assert builder.query() == {"createdAt": {"$lt": {KEY: {"weeks": -3}}}}
    choose(qtbot, row.operator, "is within")
    assert builder.query() is None
    (box,) = (each for each in visible(row.value, QComboBox))
    assert isinstance(box, QComboBox)
    choose(qtbot, box, "last year")
    box.activated.emit(box.currentIndex())
    start: JsonObject = {KEY: {"startOf": "year", "years": -1}}
    assert builder.query() == {"createdAt": {"$gte": start, "$lt": {KEY: {"startOf": "year"}}}}
    choose(qtbot, row.operator, "is before the start of")
    assert builder.query() == {"createdAt": {"$lt": start}}
    choose(qtbot, row.operator, "is in the next")
    assert builder.query() == {"createdAt": {"$gte": {KEY: {"weeks": 0}}, "$lt": {KEY: {"weeks": 3}}}}
    choose(qtbot, row.operator, "is on or after")
    assert builder.query() is None
    choose(qtbot, row.operator, "is since the start of")
    assert builder.query() == {"createdAt": {"$gte": start}}


def test_relative_dates_are_offered_of_dates_alone(builder: ConditionsBuilder) -> None:
    builder.load({"createdAt": {"$gte": "2026-01-01T00:00:00Z"}, "emailVerified": True, "username": "a"})
    offered = [
        "is in the last" in [row.operator.itemText(index) for index in range(row.operator.count())]
        for row in (row_at(builder, place) for place in range(3))
    ]
    assert offered == [True, False, False]


def test_a_rule_that_no_row_can_show_is_told_in_words(builder: ConditionsBuilder) -> None:
    builder.load({"createdAt": {"$gt": {KEY: {"startOf": "day", "days": -3}}}})
    said = "\n".join(each.text() for each in builder.findChildren(QLabel) if each.isVisible())
    assert "createdAt: the start of today, 3 days earlier" in said
    assert builder.query() == {"createdAt": {"$gt": {KEY: {"startOf": "day", "days": -3}}}}


def test_the_tip_of_a_value_says_the_date(builder: ConditionsBuilder) -> None:
    builder.load({"createdAt": {"$lt": {KEY: {"startOf": "year", "years": 1}}}})
    (value,) = row_at(builder, 0).findChildren(RelativeValue)
    place = QPoint(1, 1)
    QApplication.sendEvent(value, QHelpEvent(QEvent.Type.ToolTip, place, value.mapToGlobal(place)))
    assert "the start of next year = January 1, " in value.toolTip()
