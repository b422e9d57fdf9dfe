"""Values in their editors: nothing that was put in is lost on the way from one comparison to another."""

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder
from scoro_desktop.ui.audience.builder.many_values import IN_ROW, ManyDialog, ManyValues
from scoro_desktop.ui.kit.appearance import LIGHT, Appearance
from scoro_desktop.wire import JsonObject
from tests.journey.sight import problem_of
from tests.ui.audience.builder.by_hand import (
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
    assert problem_of(row) == "“x” is not a number. Write it like 12 or 12.5."
    choose(qtbot, row.operator, "is")
    choose(qtbot, row.operator, "is between")
    assert lines_of(row)[1].text() == "x"


def test_a_text_is_taken_without_what_stands_around_it(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"firstName": "a"})
    row = row_at(builder, 0)
    type_value(qtbot, row, "  Ann  ")
    assert builder.query() == {"firstName": "Ann"}
    QTest.keyClicks(lines_of(row)[0], " Lee")  # the blank before another word stays while it is typed
    assert builder.query() == {"firstName": "Ann   Lee"}
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
    QTest.keyClick(date.clock, Qt.Key.Key_Return)
    assert not date.popover.isVisible()
    assert date.choose.accessibleName() == "createdAt: value: 3/1/2026 9:30\u202fAM, UTC"
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


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ('[{"id": 1, "n": 2}]', "What you pasted is JSON without a list of values. Nothing was changed."),
        (
            "'a'," * 260_000,
            "What you pasted is too long to be read at once: paste it in parts. Nothing was changed.",
        ),
    ],
)
def test_what_is_no_list_changes_nothing_and_it_is_said(
    builder: ConditionsBuilder, qtbot: QtBot, pasted: str, words: str
) -> None:
    builder.load({"_id": {"$nin": ["a", "b"]}})
    row = row_at(builder, 0)
    (many,) = visible(row.value, ManyValues)
    assert isinstance(many, ManyValues)
    many.edit.selectAll()
    paste(many.edit, pasted)
    assert (many.edit.toPlainText(), many.count.text()) == ("a\nb", words)
    assert builder.query() == {"_id": {"$nin": ["a", "b"]}}
    click(qtbot, many.open)
    (dialog,) = builder.findChildren(ManyDialog)
    paste(dialog.edit, pasted)
    assert (dialog.edit.toPlainText(), dialog.count.text()) == ("a\nb", words)
    dialog.reject()
    paste(many.edit, "c")
    assert many.count.text() == "1 value(s)"
    assert builder.query() == {"_id": {"$nin": ["c"]}}


def test_a_list_of_numbers_says_which_line_is_none(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"age": {"$in": [1, 2.5]}})
    row = row_at(builder, 0)
    paste(list_of(row), "3\nfour\n")
    assert builder.query() is None
    assert "“four" in problem_of(row)


def test_how_many_items_a_list_has(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"tags": "gold"})
    row = row_at(builder, 0)
    assert row.operator.currentText() == "contains"
    choose(qtbot, row.operator, "has items:")
    assert builder.query() is None
    type_value(qtbot, row, "2.5")
    assert problem_of(row) == "Give a whole number from 0 for “tags”."
    type_value(qtbot, row, "2")
    assert builder.query() == {"tags": {"$size": 2}}
    choose(qtbot, row.operator, "contains none of")
    assert builder.query() == {"tags": {"$nin": ["gold"]}}


HIDDEN = ["\n", "\r\n", " ", "\t", "\u00a0", "\u200b", "\ufeff", "\u200e", "\u200f", "\u202a\u202c", "\u2028", "\u3000"]
SINGLE = ["is", "is not", "contains the text", "starts with", "ends with"]


@pytest.mark.parametrize("operator", SINGLE)
def test_what_is_not_seen_around_a_value_is_no_part_of_it(
    builder: ConditionsBuilder, qtbot: QtBot, operator: str
) -> None:
    builder.load({"deviceType": "x"})
    row = row_at(builder, 0)
    choose(qtbot, row.operator, operator)
    (line,) = lines_of(row)
    wanted = {
        "is": "ios",
        "is not": {"$ne": "ios"},
        "contains the text": {"$regex": "ios", "$options": "i"},
        "starts with": {"$regex": "^ios", "$options": "i"},
        "ends with": {"$regex": "ios$", "$options": "i"},
    }[operator]
    for text in (each for hidden in HIDDEN for each in (f"ios{hidden}", f"\u2067{hidden}ios\u2069")):
        QApplication.clipboard().setText(text)
        line.selectAll()
        line.paste()
        assert builder.query() == {"deviceType": wanted}


@pytest.mark.parametrize(("operator", "sign"), [("is one of", "$in"), ("is none of", "$nin")])
def test_nor_is_it_of_a_value_of_a_list(builder: ConditionsBuilder, qtbot: QtBot, operator: str, sign: str) -> None:
    builder.load({"deviceType": "x"})
    row = row_at(builder, 0)
    choose(qtbot, row.operator, operator)
    for hidden in HIDDEN:
        list_of(row).selectAll()
        paste(list_of(row), f"ios{hidden}\n{hidden}android\u2069")
        assert builder.query() == {"deviceType": {sign: ["ios", "android"]}}
        list_of(row).selectAll()
        list_of(row).insertPlainText(f"{hidden}web{hidden}")  # as an input method does
        assert builder.query() == {"deviceType": {sign: ["web"]}}


def test_a_number_is_read_without_it(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"age": {"$gte": 1, "$lte": 2}})
    row = row_at(builder, 0)
    for line, text in zip(lines_of(row), ("\u200b18\u00a0", "\u206630\u2069\n"), strict=True):
        QApplication.clipboard().setText(text)
        line.selectAll()
        line.paste()
    assert builder.query() == {"age": {"$gte": 18, "$lte": 30}}


def test_a_value_that_came_with_a_blank_stays_as_it_is_until_it_is_edited(
    builder: ConditionsBuilder, qtbot: QtBot
) -> None:
    builder.load({"deviceType": {"$ne": "ios "}})
    assert builder.query() == {"deviceType": {"$ne": "ios "}}
    row = row_at(builder, 0)
    assert lines_of(row)[0].text() == "ios "
    builder.load({"deviceType": {"$ne": "ios"}})
    assert builder.query() == {"deviceType": {"$ne": "ios"}}
    QTest.keyClicks(lines_of(row_at(builder, 0))[0], "x")


@pytest.mark.parametrize(
    "pasted", ["'7900', '7901', '7902'", "['7900','7901',\n'7902']", "IN (\u201c7900\u201d, '7901', \"7902\")"]
)
def test_a_list_with_quotes_leaves_out_whom_it_names(builder: ConditionsBuilder, qtbot: QtBot, pasted: str) -> None:
    builder.load({"phone": {"$nin": ["x"]}})
    row = row_at(builder, 0)
    list_of(row).selectAll()
    paste(list_of(row), pasted)
    assert builder.query() == {"phone": {"$nin": ["7900", "7901", "7902"]}}
    assert list_of(row).toPlainText() == "7900\n7901\n7902"


@pytest.mark.looks
@pytest.mark.parametrize("number", [1, 2, 3, 6])
def test_a_short_list_is_seen_whole(qtbot: QtBot, qapp: QApplication, number: int) -> None:
    Appearance(qapp, "light")
    values = ManyValues()
    qtbot.addWidget(values)
    values.show_values([f"city {at}" for at in range(number)])
    values.resize(300, 300)
    values.show()
    assert values.edit.verticalScrollBar().maximum() == 0


@pytest.mark.looks
def test_the_button_that_takes_the_list_stands_out_at_the_right(qtbot: QtBot, qapp: QApplication) -> None:
    Appearance(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ManyDialog("city", ["Moscow"], tuple, window)
    dialog.open()
    take, cancel = (
        next(each for each in dialog.findChildren(QPushButton) if each.text() == words) for words in ("Apply", "Cancel")
    )
    assert cancel.geometry().right() < take.geometry().left()
    assert take.grab().toImage().pixelColor(take.width() // 2, 3) == QColor(LIGHT.accent)
    dialog.reject()
