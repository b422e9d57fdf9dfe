"""Undo on the real window: whatever was done to a message is taken back with one key, in the order it was done."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.compose.undo_history import PAUSE_S
from scoro_desktop.ui.editor.value_pane import JsonDialog
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.sight import problem_of
from tests.ui.compose.test_problems_beside_fields import in_sight

pytestmark = pytest.mark.looks

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
QUERY = '{"deviceType": "ios"}'


def undo(window: MainWindow) -> None:
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, CONTROL)


def redo(window: MainWindow) -> None:
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, CONTROL | SHIFT)


@pytest.fixture
def window(start: Start, qtbot: QtBot) -> MainWindow:
    window = start().window
    with qtbot.waitActive(window):
        window.activateWindow()
    window.tab.undo.clock = lambda: 0.0
    return window


@pytest.fixture
def form(window: MainWindow) -> PushForm:
    form = window.tab.form
    assert isinstance(form, PushForm)
    return form


def line(field: Field) -> QLineEdit:
    edit = field.edit()
    assert isinstance(edit, QLineEdit)
    return edit


def box(field: Field) -> QComboBox:
    edit = field.edit()
    assert isinstance(edit, QComboBox)
    return edit


def test_words_typed_in_two_linked_fields_go_and_come_together(
    window: MainWindow, form: PushForm, person: Person
) -> None:
    android, iphone = form.android.field("notification", "title"), form.iphone.field("aps", "alert", "title")
    person.type_into(line(android), "Great match")
    assert iphone.value() == "Great match"
    undo(window)
    assert (android.value(), iphone.value()) == ("Great ", "Great ")
    undo(window)
    assert (android.value(), iphone.value()) == (None, None)
    undo(window)  # there is nothing more, and nothing happens
    redo(window)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Y, CONTROL)
    assert (android.value(), iphone.value()) == ("Great match", "Great match")
    assert window.focusWidget() is line(android)
    person.type_into(line(iphone), "!")
    undo(window)
    assert window.focusWidget() is line(iphone)
    assert (android.value(), iphone.value()) == ("Great match", "Great match")


def test_a_pause_ends_a_step(window: MainWindow, form: PushForm, person: Person) -> None:
    title = line(form.android.field("notification", "title"))
    person.type_into(title, "Gre")
    window.tab.undo.clock = lambda: PAUSE_S + 0.1
    person.type_into(title, "at")
    undo(window)
    assert title.text() == "Gre"


def test_the_cursor_stands_where_the_change_was(window: MainWindow, form: PushForm, person: Person) -> None:
    body = form.android.field("notification", "body").edit()
    assert isinstance(body, QPlainTextEdit)
    person.type_into(body, "first line")
    QTest.keyClick(body, Qt.Key.Key_Home)
    person.paste(body, "😀")
    QTest.keyClicks(body, " ")
    QTest.keyClick(body, Qt.Key.Key_Home)
    person.type_into(form.first(), "t")
    undo(window)
    undo(window)
    assert window.focusWidget() is body
    assert body.toPlainText() == "😀first line"
    assert body.textCursor().position() == 2
    QTest.keyClicks(body, "x")
    assert body.toPlainText() == "😀xfirst line"


def every_act(form: PushForm, person: Person) -> list[Callable[[], object]]:
    """One act of each kind that a message can be changed by."""

    def add_row() -> None:
        person.click(shown(form.android.field("data"), QPushButton, "+ Add a key"))
        row = form.android.field("data").findChildren(KeyValueRow)[-1]
        QTest.keyClicks(row.key, "k")

    def choose(field: Field) -> None:
        edit = box(field)
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_Down)

    def tick(field: Field) -> None:
        edit = field.edit()
        assert isinstance(edit, QCheckBox)
        edit.click()

    return [
        lambda: person.type_into(form.first(), "Title"),
        lambda: person.paste(form.iphone.field("aps", "alert", "body").edit(), "pasted\ntext"),
        lambda: person.type_into(form.iphone.field("aps", "badge").edit(), "5"),
        form.differs.click,
        lambda: person.type_into(form.iphone.field("aps", "alert", "title").edit(), "!"),
        form.replaceable.box.click,
        form.iphone.switch.click,
        form.iphone.switch.click,
        form.details.click,
        form.android.more.click,
        add_row,
        lambda: QTest.keyClicks(form.android.field("data").findChildren(KeyValueRow)[-1].text, "v"),
        lambda: QTest.keyClick(form.android.field("data").findChildren(KeyValueRow)[-1].type, Qt.Key.Key_Down),
        lambda: choose(form.android.field("protocol")),
        form.iphone.more.click,
        lambda: choose(form.iphone.field("priority")),
        lambda: tick(form.iphone.field("aps", "mutable-content")),
        lambda: person.type_into(form.iphone.field("aps", "alert", "loc-args").edit(), "one"),
    ]


def test_every_kind_of_edit_is_undone_one_by_one_and_redone(window: MainWindow, form: PushForm, person: Person) -> None:
    states = [form.state()]
    for act in every_act(form, person):
        act()
        if json.dumps(form.state()) != json.dumps(states[-1]):
            states.append(form.state())
    assert len(states) == 16  # "More" is no edit, and a list of one letter a word
    for state in reversed(states[:-1]):
        undo(window)
        assert form.state() == state
    assert not window.bar.undo.isEnabled()
    for state in states[1:]:
        redo(window)
        assert form.state() == state
    assert not window.bar.redo.isEnabled()


def test_a_field_that_was_folded_away_is_opened_and_gets_the_keyboard(
    window: MainWindow, form: PushForm, person: Person
) -> None:
    form.iphone.more.click()
    collapse = line(form.iphone.field("collapseId"))
    person.type_into(collapse, "x")
    form.iphone.more.click()
    form.first().setFocus()
    assert not collapse.isVisible()
    undo(window)
    assert window.focusWidget() is collapse
    assert collapse.text() == ""
    QApplication.processEvents()  # also once everything has its place
    assert in_sight(collapse)


def test_a_row_that_was_removed_comes_back_and_the_others_stay(
    window: MainWindow, form: PushForm, person: Person
) -> None:
    form.details.click()
    for key in ("a", "b"):
        person.click(shown(form.android.field("data"), QPushButton, "+ Add a key"))
        QTest.keyClicks(form.android.field("data").findChildren(KeyValueRow)[-1].key, key)
    first = form.android.field("data").findChildren(KeyValueRow)[0]
    second = form.android.field("data").findChildren(KeyValueRow)[1]
    second.removed.emit()
    undo(window)
    rows = [row for row in form.android.field("data").findChildren(KeyValueRow) if row.isVisible()]
    assert [row.key.text() for row in rows] == ["a", "b"]
    assert rows[0] is first
    assert window.focusWidget() is rows[1].key


def test_new_is_taken_back_with_its_audience_and_the_notice(window: MainWindow, form: PushForm, person: Person) -> None:
    person.write_push(window, "Sale", QUERY)
    before = window.tab.state()
    person.click(window.tools.new)
    assert window.tab.is_blank()
    assert "is in Drafts" in window.notice.text()
    undo(window)
    assert window.tab.state() == before
    assert window.notice.text().startswith("Another message and its audience are in the form now.")
    redo(window)
    assert window.notice.text().startswith("Another message and its audience are in the form now.")
    assert window.tab.is_blank()
    assert problem_of(form.android.field("notification", "title")) == ""  # an empty form is not scolded
    assert "Choose who gets it" not in problem_of(form.android)


def test_an_audience_that_was_edited_since_comes_back_with_redo(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Sale", QUERY)
    person.click(window.tools.new)
    person.type_into(window.tab.audience.editor, '{"a": 1}')
    written = window.tab.audience.editor.text()
    window.tab.form.first().setFocus()
    undo(window)
    assert window.tab.audience.editor.text() == QUERY
    redo(window)
    assert window.tab.audience.editor.text() == written


def test_an_edit_of_the_message_leaves_the_audience_alone(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Sale", QUERY)
    person.type_into(window.tab.form.first(), "!")
    person.click(window.tab.audience.everyone)
    window.tab.form.first().setFocus()
    undo(window)
    undo(window)
    assert window.tab.audience.everyone.isChecked()
    assert window.notice.text() == ""


def test_coming_back_to_everyone_is_said(window: MainWindow, person: Person) -> None:
    person.fill(window.tab.form.first(), "Sale")
    person.click(window.tab.audience.everyone)
    person.click(window.tools.new)
    assert not window.tab.audience.everyone.isChecked()
    undo(window)
    assert window.tab.audience.everyone.isChecked()
    assert "everyone" in window.notice.text()


def test_everyone_chosen_by_mistake_is_taken_back_in_the_audience(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Sale", QUERY)
    panel = window.tab.audience
    person.click(panel.by_conditions)
    person.click(panel.everyone)
    panel.everyone.setFocus()
    undo(window)
    assert panel.by_conditions.isChecked()
    assert panel.editor.text() == QUERY
    assert window.notice.text() == ""
    assert panel.isAncestorOf(window.focusWidget())
    redo(window)
    assert panel.everyone.isChecked()
    assert "everyone" in window.notice.text()
    assert window.tab.form.first().text() == "Sale"  # type: ignore[attr-defined]
    undo(window)
    assert window.notice.text() == ""  # it is not so any longer


def test_undo_in_the_audience_goes_through_choices_and_text_in_order(window: MainWindow, person: Person) -> None:
    panel = window.tab.audience
    person.paste(panel.editor, "")
    person.click(panel.by_query)
    person.paste(panel.editor, QUERY)
    person.choose(panel.collection_box, "users")
    person.click(panel.everyone)
    panel.everyone.setFocus()
    undo(window)
    assert (panel.collection(), panel.mode(), panel.editor.text()) == ("users", "json", QUERY)
    undo(window)
    assert (panel.collection(), panel.mode(), panel.editor.text()) == ("devices", "json", QUERY)
    undo(window)
    assert panel.editor.text() == ""
    for _ in range(3):
        redo(window)
    assert (panel.collection(), panel.mode()) == ("users", "everyone")


def test_undo_in_the_conditions_takes_back_a_value_and_keeps_the_keyboard_there(
    window: MainWindow, person: Person
) -> None:
    panel = window.tab.audience
    panel.load("devices", everyone=False, text='{"userId": "a"}', mode="conditions")
    value = next(each for each in panel.conditions.findChildren(QLineEdit) if each.isVisible() and each.text() == "a")
    value.setFocus()
    QTest.keyClick(value, Qt.Key.Key_End)
    QTest.keyClicks(value, "bc")
    assert json.loads(panel.editor.text()) == {"userId": "abc"}
    undo(window)
    assert json.loads(panel.editor.text()) == {"userId": "a"}
    focused = window.focusWidget()
    assert panel.conditions.isAncestorOf(focused)
    assert isinstance(focused, QLineEdit)
    assert focused.text() == "a"
    redo(window)
    assert json.loads(panel.editor.text()) == {"userId": "abc"}


def test_a_condition_that_was_begun_is_taken_back(window: MainWindow, person: Person) -> None:
    panel = window.tab.audience
    panel.load("devices", everyone=False, text=QUERY, mode="conditions")
    person.click(panel.conditions.builder.root.add_condition)
    assert panel.is_unfinished()
    assert panel.audience() is None
    undo(window)
    assert not panel.is_unfinished()
    assert panel.audience() is not None
    assert panel.editor.text() == QUERY


def test_taking_back_a_begun_condition_is_told_and_kept(start: Start, person: Person) -> None:
    window = start().window
    person.write_push(window, "Hello", QUERY)
    person.wait_for_count(window)
    panel = window.tab.audience
    panel.by_conditions.click()
    person.type_into(panel.conditions.builder.root.append_condition().field, "half")
    assert "Ready" not in window.footer.text()
    panel.undo.undo()
    person.wait_for_count(window)
    assert "Ready" in window.footer.text()
    panel.undo.redo()
    assert "Ready" not in window.footer.text()
    assert "half" in json.dumps(panel.rows())
    panel.undo.undo()
    person.wait_for_count(window)
    window = start().window
    assert not window.tab.audience.is_unfinished()


def test_undo_without_the_keyboard_anywhere_undoes_the_message(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Sale")
    window.focusWidget().clearFocus()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.tab.form.first().text() == ""  # type: ignore[attr-defined]


def test_the_menu_offers_what_there_is(window: MainWindow, person: Person) -> None:
    assert not window.bar.undo.isEnabled()
    person.type_into(window.tab.form.first(), "Sale")
    assert window.bar.undo.isEnabled()
    window.bar.undo.trigger()
    assert window.tab.form.first().text() == ""  # type: ignore[attr-defined]
    assert not window.bar.undo.isEnabled()
    assert window.bar.redo.isEnabled()
    window.tabs.setCurrentIndex(1)
    assert not window.bar.redo.isEnabled()


def test_each_tab_has_its_own_and_keeps_it_through_tabs_and_colours(window: MainWindow, person: Person) -> None:
    push = window.tab
    person.type_into(push.form.first(), "Sale")
    window.tabs.setCurrentIndex(1)
    person.type_into(window.tab.form.first(), "Order")
    undo(window)
    assert window.tab.form.request().to_wire()["msg"] == {}
    window.bar.appearance_chosen.emit("dark")
    window.tabs.setCurrentIndex(0)
    push.form.first().setFocus()
    undo(window)
    assert push.form.first().text() == ""  # type: ignore[attr-defined]


def test_what_the_editors_menu_offers_undoes_the_form(window: MainWindow, form: PushForm, person: Person) -> None:
    title = line(form.android.field("notification", "title"))
    person.type_into(title, "Sale")
    form.android.switch.click()
    form.android.switch.click()
    title.customContextMenuRequested.emit(title.rect().center())
    menu = next(each for each in title.findChildren(QMenu) if each.isVisible())
    undo_entry, redo_entry = menu.actions()[:2]
    assert (undo_entry.isEnabled(), redo_entry.isEnabled()) == (True, False)
    undo_entry.trigger()
    menu.close()
    assert not form.android.is_on()
    assert title.text() == "Sale"


def test_characters_that_are_composed_are_typed_as_ever(window: MainWindow, form: PushForm) -> None:
    title = line(form.android.field("notification", "title"))
    title.setFocus()
    QApplication.sendEvent(title, QInputMethodEvent("´", []))
    assert title.text() == ""
    composed = QInputMethodEvent()
    composed.setCommitString("é")
    QApplication.sendEvent(title, composed)
    assert title.text() == "é"
    undo(window)
    assert title.text() == ""


def test_a_text_that_is_dropped_is_a_step(window: MainWindow, form: PushForm, person: Person) -> None:
    body = form.android.field("notification", "body").edit()
    assert isinstance(body, QPlainTextEdit)
    person.type_into(body, "Great")
    data = QMimeData()
    data.setText(" match")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    place = QPointF(body.cursorRect().center())
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(body.viewport(), QDragEnterEvent(place.toPoint(), copy, data, left, plain))
    QApplication.sendEvent(body.viewport(), QDropEvent(place, copy, data, left, plain))
    assert form.iphone.field("aps", "alert", "body").value() == "Great match"
    undo(window)
    assert body.toPlainText() == "Great"


def test_what_is_carried_along_and_was_dropped_comes_back(window: MainWindow, form: PushForm, person: Person) -> None:
    person.fill(form.first(), "Sale")
    state = form.state()
    android = state["android"]
    assert isinstance(android, dict)
    window.tab.restore({**window.tab.state(), "form": {**state, "android": {**android, "carried": {"odd": [1]}}}})
    sent = form.request().to_wire()
    person.press(form.android, "Do not send these")
    assert form.request().to_wire() != sent
    undo(window)
    assert form.request().to_wire() == sent


def test_what_is_also_sent_is_one_step_and_its_way_back_goes_with_the_message(
    window: MainWindow, form: PushForm, person: Person
) -> None:
    person.type_into(window.tab.form.first(), "First")
    body: JsonObject = {"msg": {"data": {"gcm": {"notification": {"title": "Opened"}, "odd": 1}, "apns": {}}}}
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=QUERY)
    form.differs.click()
    opened = window.tab.draft().message.to_wire()
    person.press(form.android, "Edit…")
    dialog = shown(window, JsonDialog)
    person.fill(dialog.pane.editor, '{"notification": {"title": "Changed"}, "odd": 2, "data": {"k": "v"}}')
    person.press(dialog, "Apply")
    changed = window.tab.draft().message.to_wire()
    window.bar.undo.trigger()
    assert window.tab.draft().message.to_wire() == opened
    window.bar.redo.trigger()
    assert window.tab.draft().message.to_wire() == changed
    while line(form.android.field("notification", "title")).text() != "First":
        window.bar.undo.trigger()
    assert form.android.notice.text() == ""  # its way back leads to the other message


def test_what_was_undone_is_what_is_kept_and_shown(start: Start, window: MainWindow, person: Person) -> None:
    person.write_push(window, "Sale", QUERY)
    window.tab.form.first().setFocus()
    person.paste(window.tab.form.first(), " is over")
    undo(window)
    assert "over" not in window.tab.preview.text()
    again = start().window
    assert again.tab.form.first().text() == "Sale"  # type: ignore[attr-defined]
    assert not again.bar.undo.isEnabled()  # it was not typed in this window


def test_replaced_characters_of_an_sms_are_a_step(window: MainWindow, person: Person) -> None:
    window.tabs.setCurrentIndex(1)
    sms = window.tab.form
    assert isinstance(sms, SmsForm)
    text = "Your order is ready “today”. " + "We are open until nine in the evening, come and see us. " * 2
    person.fill(sms.first(), text)
    person.click(sms.meter.replace)
    assert "“" not in str(sms.request().to_wire())
    undo(window)
    assert sms.request().to_wire()["msg"] == {"text": text}


def test_a_message_used_again_is_taken_back(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Sale", QUERY)
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    person.fill(window.tab.form.first(), "Something else")
    before = window.tab.state()
    person.select_row(window)
    person.press(window.history, "Use again")
    assert window.tab.form.first().text() == "Sale"  # type: ignore[attr-defined]
    undo(window)
    assert window.tab.state() == before


def focusable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_the_keys_work_wherever_the_keyboard_is_in_the_form(window: MainWindow, form: PushForm, qtbot: QtBot) -> None:
    for section in (form.android, form.iphone):
        section.more.click()
    qtbot.waitUntil(lambda: form.iphone.field("expiration").isVisible(), timeout=WAIT_MS)
    places = [each for each in form.findChildren(QWidget) if focusable(each) and each.focusProxy() is None]
    assert len(places) > 40
    for place in places:
        form.replaceable.box.click()
        assert not form.replaceable.box.isChecked()
        place.setFocus()
        undo(window)
        assert form.replaceable.box.isChecked(), place


def test_channels_have_a_blank_beginning(window: MainWindow) -> None:
    for channel in Channel:
        window.tabs.setCurrentIndex(list(Channel).index(channel))
        undo(window)
        assert window.tab.is_blank()
