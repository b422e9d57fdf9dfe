"""An audience is chosen by conditions: by keyboard and mouse, and the query is what was meant."""

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.schema import Field, FieldType
from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder
from scoro_desktop.ui.audience.builder.group_editor import DEEPEST, MOST_ROWS
from scoro_desktop.ui.audience.builder.raw_chip import RawChip
from scoro_desktop.wire import JsonObject
from tests.audience.test_conditions import QUERIES, SHOWN, exactly
from tests.examples import how_many
from tests.journey.sight import problem_of
from tests.ui.audience.builder.by_hand import (
    choose,
    click,
    group_at,
    lines_of,
    row_at,
    type_field,
    type_value,
    visible,
)


def test_nothing_chosen_is_nobody_not_everyone(builder: ConditionsBuilder) -> None:
    assert builder.query() is None
    builder.load({})
    assert builder.query() is None
    (problem,) = builder.problems()
    assert problem.words == "No condition yet, so nobody is chosen."


def test_a_query_is_built_by_keyboard_and_mouse(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    click(qtbot, builder.root.add_condition)
    row = row_at(builder, 0)
    assert QApplication.focusWidget() in {row.field, row.field.lineEdit()}
    type_field(qtbot, row, "username")
    choose(qtbot, row.operator, "starts with")
    type_value(qtbot, row, "Ann (")
    assert builder.query() == {"username": {"$regex": "^Ann \\(", "$options": "i"}}
    click(qtbot, row.value.match_case)
    assert builder.query() == {"username": {"$regex": "^Ann \\("}}

    QTest.keyClick(lines_of(row)[0], Qt.Key.Key_Return)
    row = row_at(builder, 1)
    type_field(qtbot, row, "age")
    choose(qtbot, row.operator, "is between")
    type_value(qtbot, row, "18")
    assert builder.query() is None
    assert problem_of(row) == "Give both ends for “age”."
    type_value(qtbot, row, "30.5", 1)
    assert builder.query() == {"username": {"$regex": "^Ann \\("}, "age": {"$gte": 18, "$lte": 30.5}}

    click(qtbot, builder.root.add_condition)
    row = row_at(builder, 2)
    type_field(qtbot, row, "pushConsent")
    (box,) = [each for each in visible(row.value, QComboBox) if isinstance(each, QComboBox)]
    assert builder.query() is None
    choose(qtbot, box, "yes")
    choose(qtbot, builder.root.kind, "Any of these")
    assert builder.query() == {
        "$or": [
            {"username": {"$regex": "^Ann \\("}},
            {"age": {"$gte": 18, "$lte": 30.5}},
            {"pushConsent": True},
        ]
    }


def test_every_edit_is_told(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    acts: list[Callable[[], None]] = [
        lambda: click(qtbot, builder.root.add_condition),
        lambda: type_field(qtbot, row_at(builder, 0), "city"),
        lambda: type_value(qtbot, row_at(builder, 0), "K"),
        lambda: choose(qtbot, row_at(builder, 0).operator, "is not"),
        lambda: choose(qtbot, builder.root.kind, "Any of these"),
        lambda: click(qtbot, builder.root.add_group),
        lambda: click(qtbot, group_at(builder, 1).remove),
        lambda: click(qtbot, row_at(builder, 0).remove),
    ]
    for act in acts:
        with qtbot.waitSignal(builder.changed, timeout=1000):
            act()
    with qtbot.assertNotEmitted(builder.changed):
        builder.load({"city": "Казань", "$or": [{"a": 1}, {"b": None}]})
        builder.set_fields(())


@pytest.mark.parametrize("query", [query for query, _ in SHOWN if query], ids=lambda query: json.dumps(query)[:60])
def test_what_is_loaded_comes_back(builder: ConditionsBuilder, query: JsonObject) -> None:
    builder.load(query)
    assert exactly(builder.query()) == exactly(query)
    builder.set_fields([Field(name, kind) for name in ("a", "b", "city", "age", "born") for kind in FieldType])
    assert exactly(builder.query()) == exactly(query)


@settings(max_examples=how_many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUERIES)
def test_any_query_that_is_loaded_comes_back(builder: ConditionsBuilder, query: JsonObject) -> None:
    builder.load(query)
    assert exactly(builder.query()) == exactly(query or None)


def test_looking_at_every_place_changes_nothing(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    query: JsonObject = {
        "Age": 1.0,
        "city": "Казань",
        "age": "18",
        "tags": {"$in": ["a", "b"]},
        "born": {"$gt": {"$date": "2026-03-01T00:00:00.123456789Z"}},
        "createdAt": "2026-03-01T09:30:00+05:00",
        "$or": [{"big": 123456789012345678901234567890}, {"$nor": [{}]}],
    }
    builder.load(query)
    for stop in builder.root.tab_stops():
        if stop.isVisible():
            stop.setFocus()
            QTest.keyClick(stop, Qt.Key.Key_Tab)
    assert exactly(builder.query()) == exactly(query)


def test_a_part_that_cannot_be_shown_stays_where_it_is(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"a": 1, "b": {"$mod": [2, 0]}, "c": 3})
    chip = builder.root.widgets()[1]
    assert isinstance(chip, RawChip)
    assert chip.text.toPlainText() == '{"b": {"$mod": [2, 0]}}'
    assert chip.text.isReadOnly()
    type_value(qtbot, row_at(builder, 0), "5")
    QTest.keyClicks(chip.text, "x")
    assert exactly(builder.query()) == exactly({"a": 5, "b": {"$mod": [2, 0]}, "c": 3})
    click(qtbot, chip.remove)
    assert builder.query() == {"a": 5, "c": 3}


def test_groups_in_groups(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"city": "Казань"})
    click(qtbot, builder.root.add_group)
    group = group_at(builder, 1)
    assert group.kind.currentText() == "Any of these"
    type_field(qtbot, row_at(group, 0), "age")
    type_value(qtbot, row_at(group, 0), "18")
    click(qtbot, group.add_condition)
    type_field(qtbot, row_at(group, 1), "phone")
    choose(qtbot, row_at(group, 1).operator, "has any value")
    assert builder.query() == {"city": "Казань", "$or": [{"age": 18}, {"phone": {"$ne": None}}]}
    click(qtbot, group.add_group)
    inner = group_at(group, 2)
    click(qtbot, row_at(inner, 0).remove)
    assert builder.query() is None
    assert [problem.words for problem in builder.problems()] == [
        "This group is empty. Add a condition, or remove the group."
    ]
    assert QApplication.focusWidget() is inner.add_condition
    click(qtbot, inner.remove)
    click(qtbot, row_at(builder, 0).remove)
    assert builder.query() == {"$or": [{"age": 18}, {"phone": {"$ne": None}}]}
    click(qtbot, group_at(builder, 0).remove)
    assert builder.query() is None


def test_groups_nest_only_so_deep_and_deeper_ones_are_kept(builder: ConditionsBuilder) -> None:
    query: JsonObject = {"a": 1}
    for level in range(DEEPEST + 3):
        query = {"$or" if level % 2 else "$and": [query, {"b": level}]}
    builder.load(query)
    assert exactly(builder.query()) == exactly(query)
    group = builder.root
    for _ in range(DEEPEST - 1):
        assert group.add_group.isVisible()
        group = group_at(group, 0)
    assert not group.add_group.isVisible()
    assert isinstance(group.widgets()[0], RawChip)


def test_a_crowd_of_conditions_is_kept_as_a_whole(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    query: JsonObject = {"$or": [{"_id": f"id{number}"} for number in range(3_000)]}
    builder.load(query)
    assert len(builder.root.widgets()) == MOST_ROWS + 1
    chip = builder.root.widgets()[-1]
    assert "2,950 more condition(s)." in " ".join(label.text() for label in chip.findChildren(QLabel))
    assert exactly(builder.query()) == exactly(query)
    type_value(qtbot, row_at(builder, 0), "other")
    changed = builder.query()
    assert changed is not None
    assert changed["$or"] == [{"_id": "other"}, *[{"_id": f"id{number}"} for number in range(1, 3_000)]]


def test_a_crowd_of_groups_is_kept_too(builder: ConditionsBuilder) -> None:
    group: JsonObject = {"$and": [{"a": number} for number in range(40)]}
    query: JsonObject = {"$or": [group, group, group, {"b": 1}]}
    builder.load(query)
    assert len(list(builder.root.rows())) == MOST_ROWS
    assert exactly(builder.query()) == exactly(query)


def test_what_was_removed_last_can_be_put_back(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    query: JsonObject = {"a": 1, "$or": [{"b": 2}, {"c": 3}], "d": 4}
    builder.load(query)
    assert not builder.root.put_back.isVisible()
    click(qtbot, group_at(builder, 1).remove)
    click(qtbot, row_at(builder, 0).remove)
    assert builder.query() == {"d": 4}
    click(qtbot, builder.root.put_back)
    assert exactly(builder.query()) == exactly({"a": 1, "d": 4})
    assert not builder.root.put_back.isVisible()
    builder.load(query)
    click(qtbot, group_at(builder, 1).remove)
    type_value(qtbot, row_at(builder, 0), "5")
    click(qtbot, builder.root.put_back)
    assert exactly(builder.query()) == exactly({"a": 5, "$or": [{"b": 2}, {"c": 3}], "d": 4})
    type_value(qtbot, row_at(group_at(builder, 1), 0), "6")
    assert builder.query() == {"a": 5, "$or": [{"b": 6}, {"c": 3}], "d": 4}


def test_a_field_keeps_its_letters_whatever_fields_there_are(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"Age": 5})
    line = row_at(builder, 0).field.lineEdit()
    assert line is not None
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert builder.query() == {"Age": 5}
    type_field(qtbot, row_at(builder, 0), "AGE")
    assert builder.query() == {"AGE": 5}


def test_fields_are_proposed_while_typing(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    click(qtbot, builder.root.add_condition)
    row = row_at(builder, 0)
    line = row.field.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "push")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert row.field.name() == "pushConsent"
    assert row.draft.type is FieldType.BOOLEAN


def test_no_secret_is_offered(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    click(qtbot, builder.root.add_condition)
    box = row_at(builder, 0).field
    names = {box.itemText(index) for index in range(box.count())}
    assert {"phone", "_id", "age"} <= names
    assert names.isdisjoint({"password", "token", "readACL", "updateACL", "removeACL"})


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "Choose a field."), ("$or", "A field's name cannot begin with $."), ("phone", "Give a value for “phone”.")],
)
def test_what_is_missing_is_said_at_the_row(builder: ConditionsBuilder, qtbot: QtBot, name: str, words: str) -> None:
    builder.load({"a": 1})
    click(qtbot, builder.root.add_condition)
    row = row_at(builder, 1)
    type_field(qtbot, row, name)
    assert builder.query() is None
    (problem,) = builder.problems()
    assert (problem.row, problem.words) == (row, words)
    builder.root.add_condition.setFocus()
    builder.go_to(problem)
    assert problem_of(row) == words
    focus = QApplication.focusWidget()
    assert focus is not None
    assert box_of(focus) is (lines_of(row)[0] if name == "phone" else row.field)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_an_arrow_key_opens_the_fields_and_changes_none(builder: ConditionsBuilder, qtbot: QtBot, key: Qt.Key) -> None:
    row = builder.root.append_condition()
    line = row.field.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "language")
    QTest.keyClick(line, key)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert row.field.view().currentIndex().data() == "language"
    assert row.field.name() == "language"
    row.field.hidePopup()
    assert row.field.name() == "language"


def test_the_proposals_stand_right_under_the_field(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    row = builder.root.append_condition()
    line = row.field.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "lang")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.pos() == row.field.mapToGlobal(row.field.rect().bottomLeft())
    popup.hide()


def test_enter_ends_a_row(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"a": 1, "b": 2})
    QTest.keyClick(lines_of(row_at(builder, 0))[0], Qt.Key.Key_Return)
    assert len(builder.root.widgets()) == 2
    QTest.keyClick(lines_of(row_at(builder, 1))[0], Qt.Key.Key_Return)
    assert len(builder.root.widgets()) == 3
    row = row_at(builder, 2)
    type_field(qtbot, row, "c")
    QTest.keyClick(lines_of(row)[0], Qt.Key.Key_Return)  # it has no value yet
    assert len(builder.root.widgets()) == 3
    assert problem_of(row) == "Give a value for “c”."


def test_the_keyboard_goes_from_top_to_bottom(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load({"a": 1, "$or": [{"b": {"$in": ["x"]}}, {"c": {"$mod": [1, 2]}}], "d": {"$gt": 5}})
    choose(qtbot, row_at(builder, 0).operator, "is one of")
    click(qtbot, group_at(builder, 1).add_condition)
    builder.root.kind.setFocus()
    seen: list[QWidget] = []
    while True:
        widget = QApplication.focusWidget()
        if widget is None or widget in seen:
            break
        seen.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    expected = [stop for stop in builder.root.tab_stops() if stop.isVisible()]
    assert [box_of(widget) for widget in seen] == expected
    assert len(seen) > 20


def box_of(widget: QWidget) -> QWidget:
    """The box that an inner line belongs to."""
    parent = widget.parent()
    return parent if isinstance(widget, QLineEdit) and isinstance(parent, QComboBox) else widget


def test_everything_has_a_name_for_a_screen_reader(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load(
        {
            "city": "Казань",
            "createdAt": {"$gte": "2026-03-01T00:00:00Z", "$lte": "2026-03-02T00:00:00Z"},
            "_id": {"$in": ["a"]},
            "x": {"$mod": [1, 2]},
            "$or": [{"emailVerified": True}, {"username": {"$regex": "a"}}],
        }
    )
    click(qtbot, builder.root.add_condition)
    for stop in builder.root.tab_stops():
        assert stop.accessibleName(), stop
    row = row_at(builder, 0)
    assert row.operator.accessibleName() == "city: comparison"
    assert lines_of(row)[0].accessibleName() == "city: value"
    assert row.remove.accessibleName() == "Remove the condition on city"


def test_the_wheel_scrolls_and_changes_nothing(builder: ConditionsBuilder) -> None:
    builder.load({"age": 18, "emailVerified": True, "createdAt": {"$gt": "2026-03-01T00:00:00Z"}})
    before = exactly(builder.query())
    for stop in builder.root.tab_stops():
        if isinstance(stop, QAbstractButton | QPlainTextEdit):
            continue
        stop.setFocus()
        turn = QWheelEvent(
            QPointF(5, 5),
            QPointF(stop.mapToGlobal(QPoint(5, 5))),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(stop, turn)
    assert exactly(builder.query()) == before


def test_it_fits_in_three_hundred_pixels(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.load(
        {
            "createdAt": {"$gte": "2026-03-01T00:00:00Z", "$lte": "2026-03-02T00:00:00Z"},
            "$or": [{"$and": [{"bonusPoints": {"$gte": 1, "$lte": 2}}, {"tags": {"$in": ["a"]}}]}, {"x": 1}],
        }
    )
    assert builder.minimumSizeHint().width() <= 300
    builder.resize(300, 900)
    row = row_at(group_at(builder, 1), 1)
    qtbot.waitUntil(lambda: lines_of(row)[0].mapTo(row, QPoint(0, 0)).y() > row.operator.y() + 10)
    builder.resize(800, 900)
    qtbot.waitUntil(lambda: abs(lines_of(row)[0].mapTo(row, QPoint(0, 0)).y() - row.operator.y()) < 10)


def test_rows_follow_the_fields_when_these_are_known(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    builder.set_fields(())
    builder.load({"born": {"$gt": "2026-03-01T00:00:00Z"}, "level": {"$gt": 5}})
    row = row_at(builder, 1)
    assert row.value.kind.isVisible()
    builder.set_fields((Field("level", FieldType.NUMBER), Field("born", FieldType.STRING)))
    assert not row.value.kind.isVisible()
    assert row.field.name() == "level"
    assert lines_of(row_at(builder, 0))[0].text() == "2026-03-01T00:00:00Z"
    assert builder.query() == {"born": {"$gt": "2026-03-01T00:00:00Z"}, "level": {"$gt": 5}}


def test_a_name_that_is_being_typed_goes_on_when_the_fields_come(builder: ConditionsBuilder, qtbot: QtBot) -> None:
    click(qtbot, builder.root.add_condition)
    row = row_at(builder, 0)
    line = row.field.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "ci")
    builder.set_fields([Field("city", FieldType.STRING), Field("cinema", FieldType.STRING)])
    QTest.keyClicks(line, "ty")
    assert line.text() == row.draft.field == "city"
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert row.draft.type is FieldType.STRING


def test_fields_that_come_while_a_list_is_open_wait_until_it_is_closed(
    builder: ConditionsBuilder, qtbot: QtBot
) -> None:
    builder.load({"level": 1})
    box = row_at(builder, 0).field
    before = [box.itemText(line) for line in range(box.count())]
    box.showPopup()
    builder.set_fields((Field("aaa", FieldType.NUMBER), Field("level", FieldType.NUMBER)))
    assert [box.itemText(line) for line in range(box.count())] == before
    place = box.view().visualRect(box.model().index(1, 0)).center()
    QTest.mouseMove(box.view().viewport(), place)
    QTest.mouseClick(box.view().viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: [box.itemText(line) for line in range(box.count())] == ["aaa", "level"])
    assert box.name() == before[1] != "level"
