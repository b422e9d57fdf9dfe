"""The undo of a form by itself: any acts of a person's hands, undone, are the beginning; redone, the end."""

import json
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.compose.undo import FormUndo
from scoro_desktop.ui.compose.undo_history import MOST_STEPS, UndoHistory
from scoro_desktop.wire import JsonObject
from tests.examples import how_many
from tests.ui.compose.messages import push_with

ACTS: Final = (
    "title",
    "body",
    "rub",
    "badge",
    "android",
    "iphone",
    "link",
    "replace",
    "choose",
    "row",
    "value",
    "load",
)
OF_ANDROID: Final = frozenset({"body", "rub", "choose", "row", "value"})


class Recipients:
    """The recipients that stand beside the form."""

    def __init__(self) -> None:
        self.to: JsonObject = {"to": "few"}

    def around(self) -> JsonObject:
        return self.to

    def restore_around(self, around: JsonObject) -> None:
        self.to = around


class Hands:
    """A form with its undo, and a person's hands on it."""

    def __init__(self, form: PushForm) -> None:
        self.form = form
        self.beside = Recipients()
        self.undo = FormUndo(form, form, self.beside)
        form.field_edited.connect(self.undo.field_edited)
        form.changed.connect(self.undo.record)
        for button in (form.details, form.android.more, form.iphone.more):
            button.setChecked(True)

    def state(self) -> str:
        return json.dumps([self.form.state(), self.beside.to])

    def do(self, act: str) -> None:
        android, iphone = self.form.android, self.form.iphone
        section = {"title": iphone, "badge": iphone}.get(act, android if act in OF_ANDROID else None)
        if section is not None and not section.is_on():
            return  # nobody reaches what cannot be seen
        match act:
            case "title":
                self.type_into(iphone.field("aps", "alert", "title").edit(), "Go on")
            case "body":
                self.type_into(android.field("notification", "body").edit(), "a b")
            case "rub":
                edit = android.field("notification", "title").edit()
                edit.setFocus()
                QTest.keyClick(edit, Qt.Key.Key_Backspace)
            case "badge":
                self.type_into(iphone.field("aps", "badge").edit(), "1")
            case "android":
                android.switch.click()
            case "iphone":
                iphone.switch.click()
            case "link":
                self.form.differs.click()
            case "replace":
                self.form.replaceable.box.click()
            case "choose":
                box = android.field("protocol").edit()
                assert isinstance(box, QComboBox)
                box.setFocus()
                QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < 2 else Qt.Key.Key_Home)
            case "row":
                table = android.field("data").findChildren(QPushButton)
                next(each for each in table if each.text() == "+ Add a key").click()
                self.type_into(self.rows()[-1].key, "k")
            case "value":
                for row in self.rows()[:1]:
                    self.type_into(row.text, "v")
            case "load":
                with self.undo.one_step():
                    body = push_with(gcm={"notification": {"title": "t", "odd": 1}, "data": {"a": True}})
                    self.form.load(Request.from_wire(Channel.PUSH, body))
                    self.beside.to = {"to": "many"}

    def rows(self) -> list[KeyValueRow]:
        return [row for row in self.form.android.field("data").findChildren(KeyValueRow) if row.isVisibleTo(self.form)]

    def type_into(self, edit: QWidget, text: str) -> None:
        edit.setFocus()
        QTest.keyClicks(edit, text)


@pytest.fixture
def hands(push_form: PushForm) -> Hands:
    return Hands(push_form)


@given(st.lists(st.sampled_from(ACTS), max_size=10))
@settings(max_examples=how_many(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_every_act_is_the_beginning_and_redoing_the_end(hands: Hands, acts: list[str]) -> None:
    hands.form.load(Request(Channel.PUSH))
    hands.undo._steps = UndoHistory(hands.undo._read(everything=True))  # what was done before is no part of it
    start = hands.state()
    for act in acts:
        hands.do(act)
    end = hands.state()
    steps = 0
    while hands.undo.can_undo():
        hands.undo.undo()
        steps += 1
    assert hands.state() == start
    while hands.undo.can_redo():
        hands.undo.redo()
        steps -= 1
    assert hands.state() == end
    assert steps == 0


def test_what_is_done_to_one_row_leaves_every_other_widget_alone(hands: Hands) -> None:
    for _ in range(3):
        hands.do("row")
    rows = hands.rows()
    hands.type_into(rows[1].text, "v")
    hands.undo.undo()
    assert hands.rows() == rows
    assert rows[1].text.text() == ""
    assert hands.form.focusWidget() is rows[1].text


def test_editors_have_no_undo_of_their_own(hands: Hands) -> None:
    body = hands.form.android.field("notification", "body").edit()
    assert isinstance(body, QPlainTextEdit)
    assert not body.isUndoRedoEnabled()


def test_there_is_an_end_to_what_is_remembered(hands: Hands) -> None:
    for _ in range(MOST_STEPS + 10):
        hands.form.android.switch.click()
    count = 0
    while hands.undo.can_undo():
        hands.undo.undo()
        count += 1
    assert count == MOST_STEPS


def test_the_keys_are_the_forms_also_in_a_line_that_was_only_clicked_into(hands: Hands, qtbot: QtBot) -> None:
    hands.do("badge")
    title = hands.form.android.field("notification", "title").edit()
    assert isinstance(title, QLineEdit)
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.form.iphone.field("aps", "badge").value() is None
    with qtbot.waitSignal(hands.undo.gone_to):
        QTest.keyClick(title, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert hands.form.iphone.field("aps", "badge").value() == 1
