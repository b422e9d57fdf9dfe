"""Tests that a pasted text is read away from the window, and that nothing is done with one no longer on the screen."""

import json
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.curl.reading import LENGTH_MAX
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode import known_secrets
from scoro_desktop.ui.curl import import_dialog, told
from scoro_desktop.ui.curl.import_dialog import ImportDialog
from scoro_desktop.ui.curl.told import Told, tell
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import WAIT_MS, Person
from tests.journey.sight import words_in
from tests.ui.curl.test_import_dialog import command, was_read

HI: JsonObject = {"coll": "users", "query": {"a": 1}, "msg": {"text": "hi"}}


@pytest.fixture
def dialog(window: MainWindow) -> ImportDialog:
    return window.curl.show_import()


def test_only_what_was_read_of_exactly_this_text_fills_the_form(
    window: MainWindow, dialog: ImportDialog, person: Person
) -> None:
    person.paste(dialog.editor, command({**HI, "msg": {"text": "first"}}))
    was_read(person, dialog)
    assert dialog.fill.isEnabled()
    QTest.keyClick(dialog.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    second = command({**HI, "msg": {"text": "second"}, "acc": "an-access-key"})
    person.paste(dialog.editor, second)
    assert dialog._told is None
    assert not dialog.fill.isEnabled()
    assert not dialog.keep.isEnabled()
    assert f"Reading {len(second)} characters…" in words_in(dialog)
    QTest.keyClick(dialog.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    was_read(person, dialog)
    person.press(dialog, "Fill the form")
    assert window.tab.draft().message.summary() == "second"


def test_the_newest_text_is_answered_and_off_the_gui_thread(
    dialog: ImportDialog, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    go_on = threading.Event()

    def slow(text: str, in_front: Channel) -> Told:
        threads.append(threading.current_thread())
        if "first" in text:
            assert go_on.wait(WAIT_MS / 1000)
        return tell(text, in_front)

    monkeypatch.setattr(import_dialog, "tell", slow)
    person.paste(dialog.editor, command({**HI, "msg": {"text": "first"}}))
    person.qtbot.waitUntil(lambda: bool(threads), timeout=WAIT_MS)
    QTest.keyClick(dialog.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.paste(dialog.editor, command({**HI, "msg": {"text": "second"}}))
    was_read(person, dialog)
    go_on.set()
    person.qtbot.waitUntil(lambda: not threads[0].is_alive(), timeout=WAIT_MS)
    QApplication.processEvents()
    assert "second" in words_in(dialog)
    assert "first" not in words_in(dialog)
    assert threading.main_thread() not in threads


def test_a_mistake_of_the_app_is_said_and_quotes_nothing(
    dialog: ImportDialog, person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str) -> None:
        raise ValueError(text)

    monkeypatch.setattr(told, "read_curl", fail)
    with qtbot.capture_exceptions() as caught:
        person.paste(dialog.editor, command({**HI, "acc": "s3cret-key"}))
        was_read(person, dialog)
    ((_, error, _),) = caught
    assert "ValueError" in str(error)
    assert "s3cret" not in f"{error!r}"
    assert error.__suppress_context__
    said = words_in(dialog)
    assert "could not be read: a mistake in the app. Nothing was filled in, and nothing was sent." in said
    assert not dialog.fill.isEnabled()
    monkeypatch.undo()
    QTest.keyClick(dialog.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.editor, " ")
    was_read(person, dialog)
    assert dialog.fill.isEnabled()


def test_a_text_that_is_too_long_is_not_pasted_and_it_is_said(dialog: ImportDialog, person: Person) -> None:
    person.paste(dialog.editor, "curl x")
    was_read(person, dialog)
    person.paste(dialog.editor, "x" * LENGTH_MAX)
    assert dialog.editor.text() == "curl x"
    said = words_in(dialog)
    assert "at most 1,000,000 characters are read" in said
    assert "Nothing was pasted." in said


def test_what_was_mended_is_said_and_marked(window: MainWindow, dialog: ImportDialog, person: Person) -> None:
    body = '{\u00a0"coll":"users","query":{"city":"Нижний\u00a0Новгород"},\u2028"msg":{"text":"“Best”\u2028x"}}'
    person.paste(dialog.editor, body)
    was_read(person, dialog)
    said = words_in(dialog)
    assert "Line 1, column 2: This is not an ordinary space (U+00A0 NO-BREAK SPACE)." in said
    assert "U+2028 LINE SEPARATOR" in said
    assert [each.cursor.selectedText() for each in dialog.editor.extraSelections()][0] == "\u00a0"  # noqa: RUF015
    person.press(dialog, "Fill the form")
    assert window.tab.draft().request().to_wire() == {
        "coll": "users",
        "query": {"city": "Нижний\u00a0Новгород"},
        "msg": {"text": "“Best”\u2028x"},
    }


def test_shift_and_enter_break_a_line(dialog: ImportDialog) -> None:
    QTest.keyClick(dialog.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.editor.text() == "\n"


def test_places_are_those_of_an_editor() -> None:
    text = f"# \U0001f600\ncurl https://x.invalid/api/v1/sendsms -d '{json.dumps(HI)}' \U0001f600 --wild"
    found = [place for finding, place in tell(text, Channel.SMS).notes if finding.code == "unknown_option"]
    assert found[0] is not None
    at = text.index("--wild")
    assert (found[0].line, found[0].column) == (2, at - text.index("curl") + 1)
    assert (found[0].start, found[0].end) == (at + 2, at + 8)


def test_the_keys_of_what_was_pasted_are_known_to_the_scrubber(dialog: ImportDialog, person: Person) -> None:
    person.paste(dialog.editor, command({**HI, "cli": "k3y-of-cli", "acc": "k3y-of-acc", "sess": "k3y-of-sess"}))
    was_read(person, dialog)
    assert {"k3y-of-cli", "k3y-of-acc", "k3y-of-sess"} <= known_secrets.all_known()
