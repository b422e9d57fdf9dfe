"""Tests that everything typed, picked and pasted into the fields of a push is what the server gets."""

import datetime as dt
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit, QMessageBox, QWidget

from scoro_desktop.app import Application
from scoro_desktop.messages.channels.push.correction import as_read
from scoro_desktop.messages.moments import moment
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.compose.key_values import KeyValuesField
from scoro_desktop.ui.compose.moment_field import MomentField
from scoro_desktop.ui.editor.edit_dialog import TextDialog
from scoro_desktop.ui.editor.value_pane import JsonDialog
from scoro_desktop.ui.emoji.emoji_picker import EmojiPicker
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.stored import stored
from tests.messages.contract import exact

pytestmark = pytest.mark.looks

QUERY = '{"deviceType": "ios"}'


def form_of(window: MainWindow) -> PushForm:
    form = window.tab.form
    assert isinstance(form, PushForm)
    return form


def pick_emoji(window: MainWindow, edit: QWidget, words: str) -> None:
    """With the keyboard alone: the keys of the picker, words, Enter."""
    edit.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    # Not by `shown`: while that waits for the disk, the offscreen window system tells late of the picker before.
    (picker,) = [each for each in window.findChildren(EmojiPicker) if each.isVisible()]
    picker.search.setText(words)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)


def send(application: Application, person: Person, query: str = QUERY) -> JsonObject:
    """Sends what is written; the message as the history keeps it, which is what went out. The sandbox took it."""
    window = application.window
    person.fill(window.tab.audience.editor, query)
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    row = stored(application).history.get(stored(application).history.page(HistoryFilter(), 0, 1)[0].id)
    assert row is not None
    assert row.outcome.value == "sent"
    assert application.sandbox is not None
    assert application.sandbox.deliveries()[0].count == row.count
    message = row.request["msg"]
    assert isinstance(message, dict)
    data = message["data"]
    assert isinstance(data, dict)
    return data


def test_an_emoji_is_picked_into_the_title_and_the_body(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    with person.qtbot.waitActive(window):
        window.activateWindow()
    form = form_of(window)
    person.type_into(form.first(), "Sale ")
    pick_emoji(window, form.first(), "fire")
    QTest.keyClicks(form.first(), "!")
    body = form.android.field("notification", "body").edit()
    pick_emoji(window, body, "подарок")
    data = send(application, person)
    assert as_read({"msg": {"data": data}})["msg"] == {
        "data": {
            "gcm": {"notification": {"title": "Sale 🔥!", "body": "💝"}},
            "apns": {"aps": {"alert": {"title": "Sale 🔥!", "body": "💝"}}},
        }
    }
    assert application.settings.recent_emoji == ["💝", "🔥"]
    assert start().services.settings.recent_emoji == ["💝", "🔥"]


def test_data_is_pasted_and_its_values_are_edited_at_length(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    form = form_of(window)
    person.type_into(form.first(), "Hello")
    person.click(form.details)
    table = form.iphone.field("\0custom")
    assert isinstance(table, KeyValuesField)
    person.press(table, "+ Add a key")
    person.paste(shown(table, KeyValueRow).key, '{"route": {"screen": "cart"}, "note": "first\\nsecond", "n": 5}')
    assert table.notice.text() == "Added: route, note, n."
    rows = {row.key.text(): row for row in table.findChildren(KeyValueRow)}
    person.qtbot.waitUntil(rows["note"].larger.isVisible, timeout=WAIT_MS)

    person.click(rows["route"].larger)
    dialog = shown(window, JsonDialog)
    person.fill(dialog.pane.editor, '{"screen": "sale", "ids": [1, 2]')
    assert not dialog.take.isEnabled()
    QTest.keyClick(dialog.pane.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)  # mends it
    person.press(dialog, "Apply")

    person.click(rows["note"].larger)
    text = shown(window, TextDialog)
    QTest.keyClick(text.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text.editor, Qt.Key.Key_Return)
    QTest.keyClicks(text.editor, "third")
    person.press(text, "Apply")

    apns = send(application, person)["apns"]
    assert isinstance(apns, dict)
    assert exact({key: apns[key] for key in ("route", "note", "n")}) == exact(
        {"route": {"screen": "sale", "ids": [1, 2]}, "note": "first\nsecond\nthird", "n": 5}
    )


def test_a_date_is_picked_and_moved(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    form = form_of(window)
    person.type_into(form.first(), "Hello")
    person.click(form.iphone.more)
    field = form.iphone.field("expiration")
    assert isinstance(field, MomentField)
    begun = dt.datetime.now(dt.UTC)
    (action,) = [each for each in field.soon.menu().actions() if each.text() == "another number…"]
    action.trigger()
    field.span.number.selectAll()
    QTest.keyClicks(field.span.number, "5")
    person.choose(field.span.unit, "days")
    person.press(field.span, "Set")
    value = field.value()
    assert isinstance(value, str)
    first = moment(value)
    assert first is not None
    assert dt.timedelta(days=5) <= first - begun < dt.timedelta(days=5, minutes=3)
    assert field.meaning.text().startswith("In 5 days: ")
    person.choose(field.when.zone, "UTC")
    field.when.clock.setCurrentSection(QDateTimeEdit.Section.DaySection)
    QTest.keyClick(field.when.clock, Qt.Key.Key_Down)
    apns = send(application, person)["apns"]
    assert isinstance(apns, dict)
    expiration = apns["expiration"]
    assert isinstance(expiration, str)
    assert expiration == field.value()
    assert expiration.endswith("Z")
    assert moment(expiration) is not None


def test_an_imported_message_is_edited_as_json_and_what_has_a_field_goes_there(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    gcm: JsonObject = {"notification": {"title": "Hello"}, "priority": "high", "odd": [1, 2.50]}
    body: JsonObject = {"msg": {"data": {"gcm": gcm}}}
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=QUERY)
    form = form_of(window)
    person.press(form.android, "Edit…")
    dialog = shown(window, JsonDialog)
    text = dialog.text()
    assert json.loads(text) == {"priority": "high", "odd": [1, 2.5]}
    QTest.keyClick(dialog.pane.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    text = text.replace('"high"', '"normal"').replace("{", '{"notification": {"tag": "t1"},', 1)
    person.paste(dialog.pane.editor, text)
    person.press(dialog, "Apply")
    assert form.android.field("notification", "tag").value() == "t1"
    assert form.android.notice.text() == "Moved to their fields: Tag."
    person.press(form.android, "Do not send these")
    person.press(form.android.notice, "Undo")
    data = send(application, person)
    assert exact(data) == exact(
        {"gcm": {"notification": {"title": "Hello", "tag": "t1"}, "priority": "normal", "odd": [1, 2.5]}}
    )


def test_an_editor_that_was_typed_in_asks_before_it_closes(window: MainWindow, person: Person) -> None:
    form = form_of(window)
    person.click(form.android.more)
    person.press(form.android, "+ Other keys as JSON…")
    dialog = shown(window, JsonDialog)
    person.fill(dialog.pane.editor, '{"collapse_key": "x"}')

    def stay(box: QMessageBox) -> None:
        person.press(box, "Go on editing")

    with person.answering(QMessageBox, stay):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.text() == '{"collapse_key": "x"}'

    def discard(box: QMessageBox) -> None:
        person.press(box, "Discard changes")

    with person.answering(QMessageBox, discard):
        person.press(dialog, "Cancel")
    assert form.request().to_wire() == {"msg": {"data": {"gcm": {}, "apns": {}}}}


def test_what_is_half_written_in_the_new_fields_is_there_at_the_next_start(start: Start, person: Person) -> None:
    window = start().window
    form = form_of(window)
    person.type_into(form.first(), "Hello")
    person.click(form.iphone.more)
    field = form.iphone.field("expiration")
    assert isinstance(field, MomentField)
    field.load("2026-12-31T18:00:00.5+03:00")
    field.changed.emit()
    (action,) = [each for each in field.soon.menu().actions() if each.text() == "another number…"]
    action.trigger()
    field.span.number.setValue(42)
    person.click(form.details)
    table = form.iphone.field("\0custom")
    assert isinstance(table, KeyValuesField)
    person.press(table, "+ Add a key")
    row = shown(table, KeyValueRow)
    person.paste(row.text, "two\nlines")
    state = form.state()

    again = form_of(start().window)
    assert again.state() == state
    after = again.iphone.field("expiration")
    assert isinstance(after, MomentField)
    assert after.line.text() == "2026-12-31T18:00:00.5+03:00"
    assert after.span.number.value() == 42
    assert not after.span.isHidden()
