from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.compose.key_values import KeyValuesField
from scoro_desktop.ui.editor.edit_dialog import TextDialog
from scoro_desktop.ui.editor.value_pane import JsonDialog
from scoro_desktop.ui.kit import questions
from scoro_desktop.wire import JsonValue
from tests.messages.contract import exact

D = TypeVar("D", bound=QDialog)
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


def paste(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QApplication.clipboard().setText(text)
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def dialog_of(table: QWidget, kind: type[D]) -> D:
    """The dialog that is open."""
    (dialog,) = [each for each in table.findChildren(kind) if each.isVisible()]
    return dialog


def choose_json(table: KeyValuesField, words: str) -> JsonDialog:
    (action,) = [each for each in table.json.menu().actions() if each.text() == words]
    action.trigger()
    return dialog_of(table, JsonDialog)


def test_an_object_pasted_into_a_key_fills_rows(qtbot: QtBot, table: KeyValuesField) -> None:
    table.load({"a": "old", "kept": True})
    QTest.mouseClick(table._add, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(table.changed):
        paste(rows(table)[-1].key, ' {"a": 5, "b": [1, {"c": null}], "long": "two\\nlines", "kept": true}\n')
    assert exact(table.value()) == exact({"a": 5, "kept": True, "b": [1, {"c": None}], "long": "two\nlines"})
    assert table.notice.text() == "Added: b, long. Replaced: a."
    assert codes(table) == []
    table.notice.action.click()
    assert exact(table.value()) == exact({"a": "old", "kept": True})
    assert table.notice.text() == ""


def test_the_way_back_of_a_paste_ends_with_the_next_edit(table: KeyValuesField) -> None:
    QTest.mouseClick(table._add, Qt.MouseButton.LeftButton)
    paste(rows(table)[-1].key, '{"a": "x"}')
    assert table.notice.text()
    QTest.keyClicks(rows(table)[0].text, "y")
    assert table.notice.text() == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": 1, "b": }', "no value"),
        ('{"a": 1, "a": 2}', "is given twice"),
        ('{"a": 1, "": 2}', "cannot be empty"),
        ('{"a": 1e400}', "too large"),
        ("{'a': 1}", "double quotes"),
    ],
)
def test_bad_json_pasted_into_a_key_changes_nothing_and_says_why(
    qtbot: QtBot, table: KeyValuesField, text: str, words: str
) -> None:
    row = add(qtbot, table, "key", "text", "value")
    with qtbot.assertNotEmitted(table.changed):
        paste(row.key, text)
    assert table.value() == {"key": "value"}
    assert "Nothing was pasted" in table.notice.text()
    assert words in table.notice.text()
    assert "Line 1, column" in table.notice.text()


def test_a_key_in_curly_brackets_may_still_be_typed_and_a_variable_pasted(qtbot: QtBot, table: KeyValuesField) -> None:
    row = add(qtbot, table, '{"a": 1}', "text", "x")
    assert table.value() == {'{"a": 1}': "x"}
    row.key.clear()
    paste(row.key, "{{name}}")
    assert table.value() == {"{{name}}": "x"}


def test_json_is_pasted_into_a_window(qtbot: QtBot, table: KeyValuesField) -> None:
    table.load({"a": 1})
    QApplication.clipboard().setText('{"b": 2,}')
    dialog = choose_json(table, "Paste JSON…")
    assert dialog.text() == '{"b": 2,}'
    assert not dialog.take.isEnabled()
    dialog.pane._fix.click()
    assert dialog.take.isEnabled()
    with qtbot.waitSignal(table.changed):
        dialog.take.click()
    assert exact(table.value()) == exact({"a": 1, "b": 2})


def test_all_is_edited_as_json_with_what_cannot_be_read_at_its_place(qtbot: QtBot, table: KeyValuesField) -> None:
    table.load({"a": "x", "b": [1]})
    add(qtbot, table, "n", "number", "5,")
    dialog = choose_json(table, "Edit all as JSON…")
    assert dialog.text() == '{\n  "a": "x",\n  "b": [1],\n  "n": 5,\n}'
    assert not dialog.take.isEnabled()
    dialog.pane.editor.replace('{"b": {"c": 1}, "n": 5}')
    with qtbot.waitSignal(table.changed):
        dialog.take.click()
    assert exact(table.value()) == exact({"b": {"c": 1}, "n": 5})
    assert table.notice.text() == "The table has %n key(s) now.".replace("%n", "2")
    table.notice.action.click()
    assert [row.parts()[:3] for row in rows(table)] == [("a", "text", "x"), ("b", "json", "[1]"), ("n", "number", "5,")]


def test_a_json_value_is_edited_in_the_editor_of_queries(qtbot: QtBot, table: KeyValuesField) -> None:
    row = add(qtbot, table, "k", "json", '{"a": 1.50, "b": []')
    row.larger.click()
    dialog = dialog_of(row, JsonDialog)
    assert dialog.windowTitle() == "Value of “k”"
    assert not dialog.take.isEnabled()
    assert "never closed" in " ".join(label.text() for label in dialog.pane.findChildren(QLabel))
    dialog.pane._fix.click()
    with qtbot.waitSignal(table.changed):
        dialog.take.click()
    assert row.text.text() == '{"a": 1.50, "b": []}'
    assert exact(table.value()) == exact({"k": {"a": 1.5, "b": []}})


def test_a_text_of_several_lines_is_a_text(qtbot: QtBot, table: KeyValuesField) -> None:
    text = "first\nsecond\u00a0line\n"
    assert table.load({"k": text})
    (row,) = rows(table)
    assert (row.type.currentData(), row.text.text(), row.text.isReadOnly()) == ("text", "first⏎second\u00a0line", True)
    QTest.keyClick(row.text, Qt.Key.Key_Return)
    dialog = dialog_of(row, TextDialog)
    QTest.keyClick(dialog.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.editor, "third")
    with qtbot.waitSignal(table.changed):
        dialog.take.click()
    assert table.value() == {"k": text + "third"}


def test_lines_pasted_into_a_value_stay_lines_and_can_become_one_again(table: KeyValuesField) -> None:
    table.load({"k": "x"})
    (row,) = rows(table)
    QTest.keyClick(row.text, Qt.Key.Key_End)
    paste(row.text, "a\nb")
    assert table.value() == {"k": "xa\nb"}
    state = table.state()
    table.load(None)
    table.restore(state)
    (row,) = rows(table)
    assert table.value() == {"k": "xa\nb"}
    QTest.keyClick(row.text, Qt.Key.Key_F2)
    dialog = dialog_of(row, TextDialog)
    dialog.editor.setPlainText("one line")
    dialog.take.click()
    assert (row.text.text(), row.text.isReadOnly()) == ("one line", False)


def test_a_long_value_is_shown_by_its_beginning_and_kept_whole(table: KeyValuesField) -> None:
    value: JsonValue = {"text": "x" * 40_000, "list": list(range(2000))}
    assert table.load(value)
    assert exact(table.value()) == exact(value)
    assert all(len(row.text.text()) < 100 for row in rows(table))


def test_a_larger_editor_does_not_throw_away_what_was_typed_unasked(
    table: KeyValuesField, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(questions, "discard_changes", lambda _parent: answers.pop(0))
    table.load({"k": [1]})
    (row,) = rows(table)
    row.edit_at_length()
    dialog = dialog_of(row, JsonDialog)
    dialog.reject()
    assert len(answers) == 2  # nothing was typed: nothing was asked
    row.edit_at_length()
    dialog = next(each for each in row.findChildren(JsonDialog) if each.isVisible())
    QTest.keyClicks(dialog.pane.editor, "[")
    dialog.cancel.click()
    assert dialog.isVisible()
    dialog.cancel.click()
    assert answers == []
    assert table.value() == {"k": [1]}


def test_a_long_value_can_be_taken_once_it_is_read(qtbot: QtBot, table: KeyValuesField) -> None:
    numbers: list[JsonValue] = list(range(8000))
    table.load({"k": numbers})
    (row,) = rows(table)
    row.edit_at_length()
    dialog = dialog_of(row, JsonDialog)
    assert not dialog.take.isEnabled()
    qtbot.waitUntil(dialog.take.isEnabled, timeout=20_000)
    QTest.keyClick(dialog.pane.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.pane.editor, " ")
    dialog.take.click()
    assert dialog.isVisible()  # what was typed last is not read yet
    qtbot.waitUntil(lambda: dialog.pane.reading() is not None, timeout=20_000)
    dialog.take.click()
    assert not dialog.isVisible()
    assert exact(table.value()) == exact({"k": numbers})
