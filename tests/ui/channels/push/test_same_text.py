"""Tests that "Same text on both" is true, however a text came into one of its fields."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.channels.push.same_text import SHARED
from scoro_desktop.wire import JsonObject
from tests.ui.compose.messages import push_with

ANDROID, IPHONE = SHARED[0]
SENT = push_with(
    gcm={"notification": {"title": "Spring sale", "body": "b"}},
    apns={"aps": {"alert": {"title": "Spring sale", "body": "b"}}},
)


def used_again(form: PushForm, body: JsonObject = SENT) -> None:
    form.load(Request.from_wire(Channel.PUSH, body))


def titles(form: PushForm) -> tuple[object, object]:
    """The titles that are sent to Android and to iPhones."""
    section: object = form.request().to_wire()["msg"]
    assert isinstance(section, dict)
    gcm, apns = section["data"]["gcm"], section["data"]["apns"]
    return gcm["notification"].get("title"), apns["aps"]["alert"].get("title")


def line(form: PushForm, is_iphone: bool) -> QLineEdit:
    field = form.iphone.field(*IPHONE) if is_iphone else form.android.field(*ANDROID)
    edit = field.edit()
    assert isinstance(edit, QLineEdit)
    return edit


def paste_over(edit: QLineEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("is_iphone", [False, True])
@pytest.mark.parametrize(
    "sign", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
)
def test_a_pasted_break_becomes_a_blank_on_both(push_form: PushForm, sign: str, is_iphone: bool) -> None:
    used_again(push_form)
    assert not push_form.differs.isChecked()
    paste_over(line(push_form, is_iphone), f"Summer sale{sign}up to 50 %")
    assert titles(push_form) == ("Summer sale up to 50 %",) * 2
    assert line(push_form, not is_iphone).text() == "Summer sale up to 50 %"
    assert not push_form.differs.isChecked()


def test_the_cursor_stays_behind_what_was_pasted(push_form: PushForm) -> None:
    edit = line(push_form, False)
    QTest.keyClicks(edit, "ab")
    edit.setCursorPosition(1)
    QApplication.clipboard().setText("1\r\n\U0001f600\r\n")
    edit.paste()
    QTest.keyClicks(edit, "x")
    assert titles(push_form) == ("a1 \U0001f600 xb",) * 2


def test_a_dropped_break_and_one_of_an_input_method_become_blanks_too(push_form: PushForm) -> None:
    used_again(push_form)
    edit = line(push_form, False)
    edit.selectAll()
    data = QMimeData()
    data.setText("one\ntwo")
    edit.clear()
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    edit.dropEvent(QDropEvent(QPointF(2, 2), Qt.DropAction.CopyAction, data, buttons, modifiers))
    assert titles(push_form) == ("one two",) * 2
    event = QInputMethodEvent()
    event.setCommitString("\u2028three")
    edit.setCursorPosition(len(edit.text()))
    QApplication.sendEvent(edit, event)
    assert titles(push_form) == ("one two three",) * 2


@pytest.mark.parametrize("text", ["a\u2028b", "a\u2029b", "a\x0bb", "a\r\nb", "a\x1cb", "\ufdd0", "no\u00a0break"])
def test_a_text_of_several_lines_is_the_same_on_both(push_form: PushForm, text: str) -> None:
    used_again(push_form)
    edit = push_form.iphone.field(*SHARED[1][1]).edit()
    assert isinstance(edit, QPlainTextEdit)
    QApplication.clipboard().setText(text)
    edit.selectAll()
    edit.paste()
    android = push_form.android.field(*SHARED[1][0]).value()
    assert android == push_form.iphone.field(*SHARED[1][1]).value() is not None
    assert not push_form.differs.isChecked()


def test_a_draft_of_a_version_that_let_them_differ_is_not_said_to_be_the_same(push_form: PushForm) -> None:
    used_again(push_form)
    state = push_form.state()
    push_form.load(Request.from_wire(Channel.PUSH, push_with(apns={"aps": {"alert": {"title": "Other"}}})))
    state["iphone"] = push_form.iphone.state()
    push_form.restore(state)
    assert titles(push_form) == ("Spring sale", "Other")
    assert push_form.differs.isChecked()


def test_a_title_that_no_field_shows_is_let_go_when_both_are_made_the_same(push_form: PushForm) -> None:
    used_again(
        push_form,
        push_with(gcm={"notification": {"title": "Sale"}}, apns={"aps": {"alert": {"title": 5, "body": "b"}}}),
    )
    assert push_form.differs.isChecked()
    push_form.differs.click()
    assert not push_form.differs.isChecked()
    assert titles(push_form) == ("Sale", "Sale")
    line(push_form, False).selectAll()
    QTest.keyClick(line(push_form, False), Qt.Key.Key_Delete)
    assert titles(push_form) == (None, None)


def test_other_json_that_takes_one_title_away_takes_the_tick_away(push_form: PushForm) -> None:
    used_again(push_form)
    push_form.iphone._carry({"aps": {"alert": {"title": 5}}})
    assert titles(push_form) == ("Spring sale", 5)
    assert push_form.differs.isChecked()


def test_values_of_variables_are_the_same_on_both(push_form: PushForm) -> None:
    used_again(push_form)
    paste_over(line(push_form, False), "Hi {{name}}")
    push_form.fill({"name": "An\nna"})
    assert titles(push_form) == ("Hi An na",) * 2
    assert not push_form.differs.isChecked()
