import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.compose.key_values import KeyValuesField
from scoro_desktop.wire import JsonValue
from tests.messages.contract import exact

PATH = ("msg", "data", "gcm", "data")


@pytest.fixture
def table(qtbot: QtBot) -> KeyValuesField:
    field = KeyValuesField("Data")
    qtbot.addWidget(field)
    field.show()
    return field


def rows(table: KeyValuesField) -> list[KeyValueRow]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return table.findChildren(KeyValueRow)


def choose(box: QComboBox, data: object) -> None:
    """Picks an entry as a person does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def add(qtbot: QtBot, table: KeyValuesField, key: str, kind: str, text: str = "") -> KeyValueRow:
    QTest.mouseClick(table._add, Qt.MouseButton.LeftButton)
    row = rows(table)[-1]
    QTest.keyClicks(row.key, key)
    choose(row.type, kind)
    if text:
        QTest.keyClicks(row.text, text)
    return row


def codes(table: KeyValuesField) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.code, each.field[len(PATH) :]) for each in table.input_problems(PATH)]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("text", "5", "5"),
        ("text", "", ""),
        ("number", "5", 5),
        ("number", "5.0", 5.0),
        ("number", "-1e3", -1000.0),
        ("number", "123456789012345678901234567890", 123456789012345678901234567890),
        ("json", '["bang", {"a": null}]', ["bang", {"a": None}]),
        ("json", "null", None),
        ("json", '"5"', "5"),
    ],
)
def test_a_value_is_what_the_type_beside_it_says(
    qtbot: QtBot, table: KeyValuesField, kind: str, text: str, value: JsonValue
) -> None:
    add(qtbot, table, "k", kind, text)
    assert exact(table.value()) == exact({"k": value})
    assert codes(table) == []


def test_yes_and_no_are_chosen(qtbot: QtBot, table: KeyValuesField) -> None:
    row = add(qtbot, table, "k", "yes_no")
    assert not row.text.isVisible()
    flag = next(box for box in row.findChildren(QComboBox) if box is not row.type)
    choose(flag, False)
    assert exact(table.value()) == exact({"k": False})
    choose(flag, True)
    assert exact(table.value()) == exact({"k": True})


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("number", "five", "data_number"),
        ("number", "", "data_number"),
        ("number", "true", "data_number"),
        ("number", "1e400", "data_number"),
        ("number", "NaN", "data_number"),
        ("number", "1,5", "data_number"),
        ("json", "{", "data_json"),
        ("json", '{"a": 1, "a": 2}', "data_json"),
        ("json", "[1e400]", "data_json"),
        ("json", "Infinity", "data_json"),
        ("json", '"\\ud800"', "data_json"),
    ],
)
def test_what_cannot_be_read_is_a_problem_beside_its_row_and_is_not_lost(
    qtbot: QtBot, table: KeyValuesField, kind: str, text: str, code: str
) -> None:
    add(qtbot, table, "good", "text", "x")
    row = add(qtbot, table, "bad", kind, text)
    assert codes(table) == [(code, ("bad",))]
    assert table.value() == {"good": "x"}
    assert row.text.property("invalid")
    assert row.text.text() == text
    assert table.place(("bad",)) is row.text
    choose(row.type, "text")
    assert codes(table) == []
    assert not row.text.property("invalid")
    assert table.value() == {"good": "x", "bad": text}


def test_a_value_without_a_key_and_a_key_twice_are_problems(qtbot: QtBot, table: KeyValuesField) -> None:
    first = add(qtbot, table, "k", "text", "1")
    again = add(qtbot, table, "k", "text", "2")
    nameless = add(qtbot, table, "", "text", "3")
    add(qtbot, table, "", "text")
    assert codes(table) == [("data_key_twice", ("k",)), ("data_key_missing", ())]
    assert not first.key.property("invalid")
    assert again.key.property("invalid")
    assert table.place(("k",)) is again.key
    assert table.place(()) is nameless.key
    QTest.keyClicks(again.key, "2")
    QTest.keyClicks(nameless.key, "n")
    assert codes(table) == []
    assert table.value() == {"k": "1", "k2": "2", "n": "3"}


def test_another_type_keeps_what_is_typed(qtbot: QtBot, table: KeyValuesField) -> None:
    row = add(qtbot, table, "k", "text", "5")
    for kind, value in (("number", 5), ("yes_no", True), ("json", 5), ("text", "5")):
        choose(row.type, kind)
        assert exact(table.value()) == exact({"k": value})


def test_a_row_is_removed(qtbot: QtBot, table: KeyValuesField) -> None:
    table.load({"a": 1, "b": 2})
    remove = rows(table)[0].findChild(QToolButton)
    assert isinstance(remove, QToolButton)
    with qtbot.waitSignal(table.changed):
        remove.click()
    assert table.value() == {"b": 2}


def test_loading_tells_nobody_that_something_was_edited(qtbot: QtBot, table: KeyValuesField) -> None:
    with qtbot.assertNotEmitted(table.changed):
        table.load({"a": 1})
        table.load(None)
    assert table.value() is None


def test_what_no_row_can_show_is_handed_back_and_the_rest_is_shown(table: KeyValuesField) -> None:
    hard: dict[str, JsonValue] = {"\ud800": 1, "inf": float("inf"), "": "", "huge": 10**5000}
    left = table.take({"fine": 1, **hard})
    assert isinstance(left, dict)
    assert left.keys() == hard.keys()
    assert exact(table.value()) == exact({"fine": 1})


def test_the_state_keeps_rows_as_they_are_typed(qtbot: QtBot, table: KeyValuesField) -> None:
    table.load({"a": True, "b": [1]})
    add(qtbot, table, "b", "json", "{half")
    add(qtbot, table, "", "number", "no key")
    state = table.state()
    before = codes(table)
    table.load({"other": 1})
    table.restore(state)
    assert table.state() == state
    assert codes(table) == before
    assert table.value() == {"a": True, "b": [1]}


def test_a_new_row_waits_for_its_key(qtbot: QtBot, table: KeyValuesField) -> None:
    with qtbot.waitActive(table):
        table.activateWindow()
    QTest.mouseClick(table._add, Qt.MouseButton.LeftButton)
    row = rows(table)[-1]
    qtbot.waitUntil(row.key.hasFocus)
    QTest.keyClicks(row.key, "k")
    for widget in (row.key, row.text, row.type):
        assert table.focusWidget() is widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert table.value() == {"k": ""}
