import json
import threading

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.query import Everyone, Query, Reading, read_query
from scoro_desktop.ui.audience import json_page
from scoro_desktop.ui.audience.audience_panel import AudiencePanel
from scoro_desktop.ui.editor.code_edit import LONG as LONGEST_AT_ONCE
from tests.examples import how_many

pytestmark = pytest.mark.looks

ANDROID = '{"deviceType": "android"}'
LONG = json.dumps({"_id": {"$in": [f"{number:010}" for number in range(LONGEST_AT_ONCE // 10)]}})


def choose(box: QComboBox, data: str) -> None:
    """Picks an entry as a person does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def button(panel: AudiencePanel, text: str) -> QPushButton:
    return next(each for each in panel.findChildren(QPushButton) if text in each.text())


def underlined(panel: AudiencePanel) -> list[str]:
    """The texts of the places that are marked in the editor."""
    # A selection is kept in a variable: PySide may free the cursor of a temporary one.
    marks = panel.editor.extraSelections()
    return [mark.cursor.selectedText() for mark in marks]


def test_nobody_is_chosen_at_first(panel: AudiencePanel) -> None:
    assert panel.audience() is None
    assert not panel.everyone.isChecked()


@settings(max_examples=how_many(80), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet='{}[]",:$a1 \n\\.-', max_size=12) | st.text(st.characters(codec="utf-8"), max_size=8))
@example(text="")
@example(text=" \n")
@example(text="{}")
@example(text='{"$or": [{}]}')
@example(text='{"a": 1,}')
@example(text="null")
@example(text="[]")
def test_no_text_ever_means_everyone(panel: AudiencePanel, text: str) -> None:
    panel.editor.replace(text)
    audience = panel.audience()
    assert audience is None or isinstance(audience, Query)
    typed = panel.editor.text()
    assert audience == read_query(typed).query
    assert panel.text() == typed
    if audience is not None:
        assert json.loads(typed) == audience.value != {}


@pytest.mark.parametrize("text", ['{"a": 1', '{"a": 1, "a": 2}', '{"$set": {"a": 1}}', '{"a": NaN}', "{}", '"a"', "  "])
def test_a_text_that_is_no_query_gives_no_audience_and_takes_away_the_one_before(
    qtbot: QtBot, panel: AudiencePanel, text: str
) -> None:
    panel.editor.replace(ANDROID)
    assert panel.audience() is not None
    with qtbot.waitSignal(panel.changed):
        panel.editor.replace(text)
    assert panel.audience() is None


def test_everyone_keeps_the_text_and_gives_it_back(qtbot: QtBot, panel: AudiencePanel) -> None:
    panel.editor.replace('{"deviceType": "android",}')
    with qtbot.waitSignal(panel.changed):
        panel.everyone.click()
    assert isinstance(panel.audience(), Everyone)
    assert (panel.text(), panel.recipients().problems) == ("", ())
    assert not panel.editor.isVisible()
    panel.by_query.click()
    assert panel.audience() is None
    assert panel.text() == '{"deviceType": "android",}'
    assert [each.code for each in panel.recipients().problems] == ["trailing_comma"]


def test_an_audience_is_loaded_whole(panel: AudiencePanel) -> None:
    panel.load("users", everyone=False, text='{"phone": "1"}')
    assert (panel.collection(), panel.audience()) == ("users", Query('{"phone": "1"}', {"phone": "1"}))
    panel.load("roles", everyone=True, text="")
    assert (panel.collection(), panel.audience()) == ("roles", Everyone())
    panel.load("devices", everyone=False, text="")
    assert (panel.collection(), panel.audience(), panel.text()) == ("devices", None, "")
    panel.load("planets", everyone=False, text=ANDROID)
    assert panel.collection() == "devices"


def test_the_place_of_a_mistake_is_marked_named_and_led_to(panel: AudiencePanel) -> None:
    panel.editor.replace('{"deviceType": "android",\n "x": }')
    assert underlined(panel) == ["}"] or underlined(panel) == ['"x"']
    problem = panel.recipients().problems[0]
    assert f"Line {problem.line}, column {problem.column}" in button(panel, "Line").text()
    QTest.mouseClick(button(panel, "Line"), Qt.MouseButton.LeftButton)
    assert panel.editor.textCursor().blockNumber() == problem.line - 1
    assert panel.editor.textCursor().positionInBlock() == problem.column - 1


def test_the_mark_is_right_behind_characters_of_two_units(panel: AudiencePanel) -> None:
    panel.editor.replace('{"😀😀": "👍🏽", "city": Пермь}')
    assert underlined(panel) == ["Пермь"]
    QTest.mouseClick(button(panel, "Line"), Qt.MouseButton.LeftButton)
    assert panel.editor.textCursor().position() * 2 == len('{"😀😀": "👍🏽", "city": '.encode("utf-16-le"))


def test_a_warning_is_shown_and_the_query_stands(panel: AudiencePanel) -> None:
    panel.editor.replace('{"a": {"$type": 2}}')
    assert panel.audience() is not None
    assert [each.stops for each in panel.recipients().problems] == [False]
    assert underlined(panel) == ['"$type"']


def test_an_empty_editor_is_not_scolded(panel: AudiencePanel) -> None:
    panel.editor.replace(" ")
    panel.editor.replace("")
    assert underlined(panel) == []
    assert not any(each.isVisible() for each in panel.findChildren(QPushButton) if "Line" in each.text())


def test_format_changes_the_layout_and_not_the_meaning_and_is_undone_at_once(panel: AudiencePanel) -> None:
    text = '{"b":1.50,"a":[1,  2],"c":{"$in":["é","\\u00e9",1e2]}}'
    panel.editor.replace(text)
    before = panel.audience()
    QTest.mouseClick(button(panel, "Format"), Qt.MouseButton.LeftButton)
    after = panel.audience()
    assert isinstance(before, Query)
    assert isinstance(after, Query)
    assert panel.editor.text() != text
    assert "\n" in panel.editor.text()
    assert "1.50" in panel.editor.text()
    assert json.dumps(before.value) == json.dumps(after.value)
    panel.editor.undo()
    assert panel.editor.text() == text
    panel.editor.redo()
    assert panel.audience() == after


def test_format_leaves_a_broken_text_alone(panel: AudiencePanel) -> None:
    panel.editor.replace('{"a": 1,, }')
    QTest.mouseClick(button(panel, "Format"), Qt.MouseButton.LeftButton)
    assert panel.editor.text() == '{"a": 1,, }'


@pytest.mark.parametrize(("collection", "key"), [("devices", "deviceType"), ("users", "phone"), ("roles", "name")])
def test_what_is_suggested_fits_the_collection(panel: AudiencePanel, collection: str, key: str) -> None:
    choose(panel.collection_box, collection)
    assert f'"{key}"' in panel.editor.placeholderText()
    assert read_query(panel.editor.placeholderText()).query is not None
    actions = panel.json._examples.menu().actions()
    assert actions
    for action in actions:
        action.trigger()
        assert isinstance(panel.audience(), Query), action.text()
        assert panel.recipients().problems == ()
    panel.load("users", everyone=False, text="")
    assert "phone" in panel.editor.placeholderText()


def test_another_collection_is_another_audience(qtbot: QtBot, panel: AudiencePanel) -> None:
    with qtbot.waitSignal(panel.changed):
        choose(panel.collection_box, "users")
    assert panel.collection() == "users"


def test_a_long_query_is_read_off_the_gui_thread_and_is_none_until_it_is_read(
    qtbot: QtBot, panel: AudiencePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, threads = threading.Event(), []

    def read_slowly(text: str) -> Reading:
        threads.append(threading.current_thread())
        assert go_on.wait(20)
        return read_query(text)

    panel.editor.replace('{"a": 1,}')
    monkeypatch.setattr(json_page, "read_query", read_slowly)
    panel.editor.replace(LONG)
    assert (panel.audience(), panel.recipients().problems, underlined(panel)) == (None, (), [])
    qtbot.waitUntil(lambda: bool(threads))
    assert panel.audience() is None
    with qtbot.waitSignal(panel.changed):
        go_on.set()
    assert panel.audience() == Query(LONG, json.loads(LONG))
    assert threads != [threading.main_thread()]


def test_what_was_being_read_is_dropped_when_the_text_changes(
    qtbot: QtBot, panel: AudiencePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, read = threading.Event(), threading.Event()

    def read_slowly(text: str) -> Reading:
        if len(text) > LONGEST_AT_ONCE:
            read.set()
            assert go_on.wait(20)
        return read_query(text)

    monkeypatch.setattr(json_page, "read_query", read_slowly)
    panel.editor.replace(LONG)
    qtbot.waitUntil(read.is_set)
    panel.editor.replace("{oops")
    go_on.set()
    done = threading.Event()
    panel.json._latest._background.submit(lambda: None, lambda _: done.set())
    qtbot.waitUntil(done.is_set)
    assert panel.audience() is None


def test_a_reading_that_fails_gives_no_audience(
    qtbot: QtBot, panel: AudiencePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = threading.Event()

    def fail(_text: str) -> Reading:
        failed.set()
        raise MemoryError

    panel.editor.replace(ANDROID)
    monkeypatch.setattr(json_page, "read_query", fail)
    with qtbot.captureExceptions() as raised:
        panel.editor.replace(LONG)
        qtbot.waitUntil(lambda: bool(raised))
    assert [kind for kind, _, _ in raised] == [MemoryError]
    assert failed.is_set()
    assert (panel.audience(), panel.is_in_doubt()) == (None, True)


@pytest.mark.parametrize("text", ["a\u00a0b", "\u200b", "e\u0301", "\U0001f600", "\t"])
def test_the_text_is_kept_to_the_letter(panel: AudiencePanel, text: str) -> None:
    panel.editor.replace(text)
    assert panel.text() == text


def test_a_new_condition_is_in_sight_down_to_its_value(qtbot: QtBot, panel: AudiencePanel) -> None:
    panel.resize(400, 300)
    root = panel.conditions.builder.root
    for _ in range(8):
        QTest.mouseClick(root.add_condition, Qt.MouseButton.LeftButton)
    row = root.widgets()[-1]

    def is_far_down_and_whole() -> bool:
        return row.y() > panel.area.viewport().height() and row.visibleRegion().boundingRect() == row.rect()

    qtbot.waitUntil(is_far_down_and_whole)
