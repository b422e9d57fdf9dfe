"""The composition and the screen: Send compares the two, and takes nothing that is not read yet."""

import json

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from scoro_desktop.audience.query import Query
from scoro_desktop.composing.parts import Part
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.ui.compose.messages import push_with
from tests.ui.sending.test_send_flow import server
from tests.ui.servers import Server

__all__ = ["server"]

QUERY = '{"city": "Tver"}'
LONG = json.dumps({"deviceId": {"$in": [f"device-{number:04}" for number in range(1800)]}}, indent=1)
BODY = push_with(gcm={"notification": {"title": "Great match", "body": "b"}}, apns={"aps": {"alert": "Great match"}})


@pytest.fixture
def window(start: Start, server: Server) -> MainWindow:
    server.always("count", 7)
    window = start().window
    window.tab.load(Request.from_wire(Channel.PUSH, BODY), everyone=False, query_text=QUERY)
    window.tab.audience.by_query.click()
    return window


def dialogs(window: MainWindow) -> list[ConfirmDialog]:
    return [each for each in window.findChildren(ConfirmDialog) if each.isVisible()]


def edit_behind_its_back(editor: QWidget) -> None:
    """Changes what an editor shows while nobody is told of it."""
    with QSignalBlocker(editor):
        match editor:
            case QLineEdit():
                editor.setText("7")
            case QPlainTextEdit():
                editor.setPlainText("7")
            case QCheckBox():
                editor.setChecked(not editor.isChecked())
            case QComboBox():
                editor.setCurrentIndex(1)


def test_a_field_that_shows_something_else_than_what_was_composed_stops_the_send(window: MainWindow) -> None:
    tried = 0
    for section in window.tab.form.findChildren(SectionForm):
        section.more.setChecked(True)
    for field in window.tab.form.fields():
        editor = field.edit()
        if not isinstance(editor, QLineEdit | QPlainTextEdit | QCheckBox | QComboBox):
            continue
        window.tab.load(Request.from_wire(Channel.PUSH, BODY), everyone=False, query_text=QUERY)
        assert window.tab.draft().audience is not None
        edit_behind_its_back(editor)
        assert window.send() is None, field.name()
        assert window.tab.draft().audience is None, field.name()
        assert "audience_in_doubt" in [each.code for each in window.tab.composer.problems()], field.name()
        QApplication.processEvents()  # a doubt is lifted by what is done in a later turn
        tried += 1
    assert tried > 30
    assert not dialogs(window)


def test_a_collection_that_nobody_was_told_of_is_read_before_it_counts(window: MainWindow) -> None:
    box = window.tab.audience.collection_box
    with QSignalBlocker(box):
        box.setCurrentIndex(1 - box.currentIndex())
    draft = window.tab.draft()
    assert draft.collection == box.currentData()


def test_what_stands_in_the_form_is_composed_once_it_was_found_to_be_something_else(window: MainWindow) -> None:
    edit_behind_its_back(window.tab.form.first())
    assert window.send() is None
    QApplication.processEvents()
    window.footer.jump_to_first.emit()  # "Show me"
    dialog = window.send()
    assert dialog is not None
    assert window.tab.draft().so_far()["msg"] == window.tab.form.request().to_wire()["msg"]
    assert "7" in str(window.tab.draft().so_far()["msg"])
    dialog.reject()


def test_a_test_is_compared_with_the_form_as_well(window: MainWindow, person: Person) -> None:
    window.tab.audience.by_query.click()
    edit_behind_its_back(window.tab.form.first())
    assert window._confirm(window.tab.composition.for_tests(QUERY)) is None
    assert not dialogs(window)


def test_a_long_query_that_is_still_being_read_is_sent_to_nobody(window: MainWindow, person: Person) -> None:
    editor = window.tab.audience.editor
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.paste(editor, LONG)
    assert window.tab.draft().audience is None
    assert "Ready" not in window.footer.text()
    assert window.send() is None
    assert not dialogs(window)
    person.qtbot.waitUntil(lambda: window.tab.draft().audience is not None, timeout=WAIT_MS)
    assert window.tab.draft().audience == Query(LONG, json.loads(LONG))
    dialog = window.send()
    assert dialog is not None
    dialog.reject()


def test_only_the_parts_that_changed_are_told(window: MainWindow, person: Person) -> None:
    told: list[Part] = []
    window.tab.parts_changed.connect(told.append)
    problems = window.tab.composer.problems()
    QTest.keyClicks(window.tab.form.first(), "x")
    assert told == [Part.MESSAGE]
    told.clear()
    QTest.keyClick(window.tab.audience.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.tab.audience.editor, Qt.Key.Key_Space)
    assert all(Part.RECIPIENTS in each and Part.MESSAGE not in each for each in told)
    assert len(told) == 1
    told.clear()
    window.tab.audience.changed.emit()
    assert told == []
    assert window.tab.composer.problems() == problems
