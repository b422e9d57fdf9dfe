"""Values in their editors: nothing that was put in is lost on the way from one comparison to another."""

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder
from scoro_desktop.ui.audience.builder.many_values import IN_ROW, ManyDialog, ManyValues
from scoro_desktop.wire import JsonObject
from tests.ui.audience_builder.by_hand import (
    choose,
    click,
    dates_of,
    lines_of,
    list_of,
    paste,
    row_at,
    type_field,
    type_value,
    visible,
)


def test_a_value_survives_every_change_of_the_comparison(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"phone": "7900"})
    row = row_at(builder, 0)
    choose(qtbot, row.operator, "is one of")
    assert builder.query() == {"phone": {"$in": ["7900"]}}
    paste(list_of(row), "\n7901\n7902")
    assert builder.query() == {"phone": {"$in": ["7900", "7901", "7902"]}}
    choose(qtbot, row.operator, "is not")
    assert builder.query() == {"phone": {"$ne": "7900"}}
    type_value(qtbot, row, "8000")
    choose(qtbot, row.operator, "contains the text")
    assert builder.query() == {"phone": {"$regex": "8000", "$options": "i"}}
    choose(qtbot, row.operator, "has no value")
    assert builder.query() == {"phone": None}
    choose(qtbot, row.operator, "is none of")
    assert builder.query() == {"phone": {"$nin": ["8000", "7901", "7902"]}}


def test_numbers_survive_too(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"age": {"$gte": 18, "$lte": 30.0}})
    row = row_at(builder, 0)
    choose(qtbot, row.operator, "is more than")
    assert builder.query() == {"age": {"$gt": 18}}
    choose(qtbot, row.operator, "is one of")
    assert builder.query() == {"age": {"$in": [18, 30.0]}}
    paste(list_of(row), "40, 50")
    choose(qtbot, row.operator, "is between")
    type_value(qtbot, row, "x", 1)
    assert builder.query() is None
    assert row.problem_text() == "“x” is not a number. Write it like 12 or 12.5."
    choose(qtbot, row.operator, "is")
    choose(qtbot, row.operator, "is between")
    assert lines_of(row)[1].text() == "x"


def test_a_text_is_taken_to_the_letter(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"firstName": "a"})
    row = row_at(builder, 0)
    type_value(qtbot, row, "  Ann  ")
    assert builder.query() == {"firstName": "  Ann  "}
    QApplication.clipboard().setText("two\nlines")
    lines_of(row)[0].selectAll()
    lines_of(row)[0].paste()
    assert builder.query() == {"firstName": "two lines"}


def test_a_field_that_is_not_known_lets_the_kind_be_chosen(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    click(qtbot, builder.root.add_condition)
    row = row_at(builder, 0)
    type_field(qtbot, row, "level")
    type_value(qtbot, row, "12.50")
    assert builder.query() == {"level": "12.50"}
    choose(qtbot, row.value.kind, "number")
    assert builder.query() == {"level": 12.5}
    choose(qtbot, row.value.kind, "yes/no")
    assert builder.query() is None
    (box,) = [each for each in visible(row.value, QComboBox) if each is not row.value.kind]
    assert isinstance(box, QComboBox)
    choose(qtbot, box, "no")
    assert builder.query() == {"level": False}
    choose(qtbot, row.value.kind, "text")
    assert builder.query() == {"level": "12.50"}


def test_a_value_of_another_type_than_the_fields_is_shown_as_what_it_is(
    builder: ConditionsBuilder, qtbot: QtBot
) -> None:
    builder.load({"age": "18"})
    row = row_at(builder, 0)
    assert (row.value.kind.isVisible(), row.value.kind.currentText()) == (True, "text")
    choose(qtbot, row.value.kind, "number")
    assert builder.query() == {"age": 18}
    assert not row.value.kind.isVisible()


def test_a_value_becomes_what_the_chosen_field_wants(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"something": "18"})
    row = row_at(builder, 0)
    type_field(qtbot, row, "age")
    assert builder.query() == {"age": 18}
    type_field(qtbot, row, "createdAt")
    assert builder.query() is None
    assert [each.choose.isVisible() for each in dates_of(row)] == [True]
    type_field(qtbot, row, "age")
    choose(qtbot, row.operator, "is")
    assert builder.query() == {"age": 18}


def test_a_date_is_never_chosen_by_itself(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    click(qtbot, builder.root.add_condition)
    row = row_at(builder, 0)
    type_field(qtbot, row, "createdAt")
    assert row.operator.currentText() == "is on or after"
    assert builder.query() is None
    (date,) = dates_of(row)
    click(qtbot, date.choose)
    assert QApplication.focusWidget() is date.clock
    choose(qtbot, date.zone, "UTC")
    date.clock.setDateTime(QDateTime(QDate(2026, 3, 1), QTime(9, 30), QTimeZone.utc()))
    assert builder.query() == {"createdAt": {"$gte": "2026-03-01T09:30:00Z"}}
    choose(qtbot, row.operator, "is before")
    assert builder.query() == {"createdAt": {"$lt": "2026-03-01T09:30:00Z"}}


def test_the_zone_moves_no_hand_of_the_clock(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"createdAt": {"$gt": "2026-03-01T09:30:00+05:30"}})
    (date,) = dates_of(row_at(builder, 0))
    assert date.zone.currentText() == "UTC+05:30"
    assert date.clock.text() == "3/1/2026 9:30 AM".replace(" AM", "\u202fAM")
    choose(qtbot, date.zone, "UTC")
    assert builder.query() == {"createdAt": {"$gt": "2026-03-01T09:30:00Z"}}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"),
        ("2026-03-01T00:00:07.250Z", "2026-03-02T00:00:07.250Z"),
        ({"$date": "2026-03-01T00:00:00Z"}, {"$date": "2026-03-02T00:00:00Z"}),
        ({"$date": 1772323200000}, {"$date": "2026-03-02T00:00:00Z"}),
    ],
)
def test_a_date_that_is_edited_keeps_its_notation(
    builder: ConditionsBuilder, qtbot: QtBot, before: str | JsonObject, after: str | JsonObject
) -> None:
    builder.load({"createdAt": {"$gt": before}})
    (date,) = dates_of(row_at(builder, 0))
    assert builder.query() == {"createdAt": {"$gt": before}}
    date.clock.setSelectedSection(date.clock.Section.DaySection)
    QTest.keyClick(date.clock, Qt.Key.Key_Up)
    assert builder.query() == {"createdAt": {"$gt": after}}


def test_many_values_are_pasted(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    click(qtbot, builder.root.add_condition)
    row = row_at(builder, 0)
    type_field(qtbot, row, "_id")
    choose(qtbot, row.operator, "is one of")
    assert builder.query() is None
    editor = list_of(row)
    paste(editor, "a1\tb2\r\nc3\n\n")
    assert builder.query() == {"_id": {"$in": ["a1", "b2", "c3"]}}
    paste(editor, '"d4", "e5"')
    assert builder.query() == {"_id": {"$in": ["a1", "b2", "c3", "d4", "e5"]}}
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, " f, 6 ")
    assert builder.query() == {"_id": {"$in": ["a1", "b2", "c3", "d4", "e5", "f, 6"]}}


def test_fifty_thousand_ids_take_no_widget_each(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    ids = [f"id{number:08}" for number in range(50_000)]
    builder.load({"_id": {"$in": ["a"]}})
    row = row_at(builder, 0)
    before = len(builder.findChildren(QWidget))
    paste(list_of(row), "\n".join(ids))
    assert builder.query() == {"_id": {"$in": ["a", *ids]}}
    assert len(builder.findChildren(QWidget)) == before
    (many,) = visible(row.value, ManyValues)
    assert isinstance(many, ManyValues)
    assert many.count.text().startswith("50,001 value(s): a, id00000000, id00000001")
    assert not many.edit.isVisible()
    assert many.edit.blockCount() < IN_ROW
    assert QApplication.focusWidget() is many.open


def test_a_long_list_is_edited_in_a_window(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    ids = [f"id{number}" for number in range(IN_ROW + 1)]
    builder.load({"_id": {"$in": [*ids]}})
    row = row_at(builder, 0)
    (many,) = visible(row.value, ManyValues)
    assert isinstance(many, ManyValues)
    click(qtbot, many.open)
    (dialog,) = builder.findChildren(ManyDialog)
    assert dialog.windowTitle() == "_id: value"
    assert dialog.edit.toPlainText() == "\n".join(ids)
    dialog.edit.selectAll()
    paste(dialog.edit, "x\ny\nx")
    qtbot.waitUntil(lambda: dialog.count.text() == "3 value(s), 1 of them repeated")
    click(qtbot, dialog._once)
    dialog.accept()
    assert builder.query() == {"_id": {"$in": ["x", "y"]}}
    assert many.edit.isVisible()
    click(qtbot, many.open)
    dialog = builder.findChildren(ManyDialog)[-1]
    dialog.edit.clear()
    dialog.reject()
    assert builder.query() == {"_id": {"$in": ["x", "y"]}}


def test_a_list_of_numbers_says_which_line_is_none(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"age": {"$in": [1, 2.5]}})
    row = row_at(builder, 0)
    paste(list_of(row), "3\nfour\n")
    assert builder.query() is None
    assert "“four" in row.problem_text()


def test_how_many_items_a_list_has(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"tags": "gold"})
    row = row_at(builder, 0)
    assert row.operator.currentText() == "contains"
    choose(qtbot, row.operator, "has items:")
    assert builder.query() is None
    type_value(qtbot, row, "2.5")
    assert row.problem_text() == "Give a whole number from 0 for “tags”."
    type_value(qtbot, row, "2")
    assert builder.query() == {"tags": {"$size": 2}}
    choose(qtbot, row.operator, "contains none of")
    assert builder.query() == {"tags": {"$nin": ["gold"]}}
