"""Templates: kept, used with their variables, never changed by what is made of them, handed on as a file."""

import dataclasses
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from scoro_desktop.app import Application
from scoro_desktop.curl.reading import Shell
from scoro_desktop.messages.channels.push.correction import as_read
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.history import HistoryFilter, Send
from scoro_desktop.storage.templates import StoredTemplate
from scoro_desktop.ui.curl.copy_questions import CannotCopy
from scoro_desktop.ui.library import files
from scoro_desktop.ui.library.audiences import SavedAudiences
from scoro_desktop.ui.library.import_dialog import LibraryImport
from scoro_desktop.ui.library.templates import TemplatesDialog
from scoro_desktop.ui.templates.fill_dialog import FillDialog
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.sight import problem_of
from tests.journey.stored import at_rest, execute, stored
from tests.ui.test_accessibility import nameless

ANDROID = '{"deviceType": "android"}'


def start_saving(window: MainWindow) -> SaveDialog:
    window.tools.keep_template.trigger()
    return shown(window, SaveDialog)


def save_as(window: MainWindow, person: Person, name: str, *, audience: bool = False) -> None:
    dialog = start_saving(window)
    person.fill(dialog.name, name)
    if audience:
        person.click(dialog.audience)
    person.press(dialog, "Save")


def open_templates(window: MainWindow) -> TemplatesDialog:
    window.tools.templates.trigger()
    return shown(window, TemplatesDialog)


def select(dialog: TemplatesDialog, *names: str) -> None:
    dialog.list.list.clearSelection()
    for row in range(dialog.list.list.count()):
        item = dialog.list.list.item(row)
        if item.text().split("\n")[0] in names:
            item.setSelected(True)
    assert [each.template.name for each in dialog.list.chosen()] != []


def listed(dialog: TemplatesDialog) -> list[str]:
    at_rest()
    return [dialog.list.list.item(row).text().split("\n")[0] for row in range(dialog.list.list.count())]


def kept(application: Application) -> list[StoredTemplate]:
    return stored(application).templates.all()


def last_sent(application: Application) -> Send:
    row = stored(application).history.page(HistoryFilter(), 0, 1)[0]
    send = stored(application).history.get(row.id)
    assert send is not None
    return send


def title(window: MainWindow) -> str:
    return window.tab.draft().message.summary()


def texts(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_that_it_was_saved_is_said_until_another_page_is_turned_to(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Sale on Friday", ANDROID)
    for name in ("Sale", "Friday"):
        dialog = start_saving(window)
        person.fill(dialog.name, name)
        person.press(dialog, "Save")
        assert window.notice.text() == f"The template “{name}” was saved."
        window.turn_to(MainPage.LIBRARY)
        assert window.notice.text() == ""
        window.turn_to(MainPage.COMPOSE)
        assert window.notice.text() == ""
    dialog = start_saving(window)
    person.fill(dialog.name, "Sale")
    person.press(dialog, "Save")
    person.press(dialog, "Replace it")
    window.turn_to(MainPage.LIBRARY)
    assert window.notice.text() == "The template “Sale” was replaced.", "it can be taken back"


def test_a_template_is_not_changed_by_the_message_made_of_it(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.write_push(window, "Sale on Friday", ANDROID)
    message = window.tab.draft().message.to_wire()
    dialog = start_saving(window)
    person.fill(dialog.name, "Sale")
    person.fill(dialog.tags, "shop, Weekly, SHOP")
    assert nameless(dialog) == []
    person.press(dialog, "Save")
    assert "The template “Sale” was saved" in window.notice.text()
    (before,) = kept(application)
    assert (before.template.message, before.template.tags) == (message, ("shop", "Weekly"))
    assert before.template.audience is None

    person.fill(window.tab.form.first(), "Something else")
    person.click(window.tools.new)
    room = open_templates(window)
    assert nameless(room) == []
    assert "Sale on Friday" in room.details.text()
    person.press(room, "Use")
    assert title(window) == "Sale on Friday"
    person.fill(window.tab.form.first(), "Sale on Saturday")
    person.fill(window.tab.audience.editor, '{"deviceType": "ios"}')
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    (after,) = kept(application)
    assert after.template == before.template
    assert after.used_at is not None
    assert after.changed_at == before.changed_at

    # At the next start it is there, and it can be used again.
    application = start()
    room = open_templates(application.window)
    assert "Sale on Friday" in room.details.text()
    room.close()


def test_both_are_a_key_away(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Hello")
    with person.qtbot.waitActive(window):
        window.activateWindow()
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_S, held | Qt.KeyboardModifier.ShiftModifier)
    shown(window, SaveDialog).reject()
    with person.qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_T, held)
    shown(window, TemplatesDialog).reject()


def test_what_the_form_has_no_field_for_is_kept_with_the_template(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    body: JsonObject = {
        "msg": {"data": {"gcm": {"notification": {"title": "t"}, "odd": [1, None], "data": {"n": 5.0}}}, "more": {}},
        "debug": True,
        "other": "x",
    }
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=ANDROID)
    save_as(window, person, "Odd", audience=True)
    person.click(window.tools.new)
    person.press(open_templates(window), "Use")
    assert window.tab.draft().message.to_wire() == body
    assert window.tab.audience.text() == ANDROID
    kept_message = kept(application)[0].template.message
    assert json.dumps(kept_message, sort_keys=True) == json.dumps(body, sort_keys=True)


def test_a_template_is_used_with_its_variables_and_sent(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.write_push(window, "Sale in {{city}}", ANDROID)
    dialog = start_saving(window)
    person.fill(dialog.name, "Sale")
    default, description = dialog.variables.row("city")
    person.fill(default, "Lisbon")
    person.fill(description, "Where the shop is")
    person.press(dialog, "Save")

    room = open_templates(window)
    assert "Asks for {{city}}, offers “Lisbon”: Where the shop is" in room.details.text()
    person.press(room, "Use")
    ask = shown(room, FillDialog)
    field = ask.field("city")
    assert field.edit.text() == "Lisbon"
    assert "Sale in Lisbon" in ask.card.text()
    person.fill(field.edit, 'Porto "\\} 😀')
    assert 'Sale in Porto "\\} 😀' in ask.card.text()
    assert "Android title, iPhone title" in texts(window)
    assert nameless(ask) == []
    person.press(ask, "Fill in")
    assert title(window) == 'Sale in Porto "\\} 😀'
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    sent = as_read(last_sent(application).request)["msg"]
    expected = {"title": 'Sale in Porto "\\} 😀'}
    assert sent == {"data": {"gcm": {"notification": expected}, "apns": {"aps": {"alert": expected}}}}
    assert kept(application)[0].template.variables[0].default == "Lisbon"


def test_a_variable_that_is_left_stops_the_send_until_it_is_filled_in(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.write_push(window, "Sale in {{city}}", ANDROID)
    person.wait_for_count(window)
    assert window.send() is None
    assert "“{{city}}” is not filled in." in window.footer.text()
    assert not stored(application).history.page(HistoryFilter(), 0, 1)
    assert "“{{city}}” is not filled in. “Campaign…” fills it in for each recipient." in texts(window)
    iphone = window.tab.form.iphone.switch  # type: ignore[attr-defined]
    person.click(iphone)  # what is off is filled in as well

    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    assert "Left empty: {{city}}" in ask._state.text()
    person.press(ask, "Fill in")
    assert "not filled in" in window.footer.text()
    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    person.fill(ask.field("city").edit, "Faro")
    QTest.keyClick(ask.field("city").edit, Qt.Key.Key_Return)
    assert not window.footer.fill_in.isVisible()
    person.click(iphone)
    person.confirm(window, person.press_send(window))
    expected = {"title": "Sale in Faro"}
    sent = as_read(last_sent(application).request)["msg"]
    assert sent == {"data": {"gcm": {"notification": expected}, "apns": {"aps": {"alert": expected}}}}


def test_braces_that_do_not_pair_up_are_sent_only_where_they_are_meant(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.write_push(window, "Hi {{name}, sale today", '{"deviceType": {"$ne": "{{type}"}}')
    assert window.send() is None
    assert "“{{name}, sale today”: these braces do not pair up" in window.footer.text()
    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    assert ask._state.text() == "Nothing can be sent while braces do not pair up."
    (braces,) = ask.braces
    person.click(braces.keep)
    assert ask._state.text() == ""
    person.press(ask, "Fill in")
    assert "“{{type}”: these braces do not pair up" in window.footer.text()  # no app reads the query
    assert window.send() is None
    assert not stored(application).history.page(HistoryFilter(), 0, 1)

    window.tab.audience.load("devices", everyone=False, text=ANDROID)
    person.wait_for_count(window)
    dialog = person.press_send(window)
    assert "“{{name}, sale today” is sent as it is" in "\n".join(each.text() for each in dialog.findChildren(QLabel))
    person.confirm(window, dialog)
    assert "Hi {{name}, sale today" in json.dumps(last_sent(application).request)


def test_a_variable_for_the_app_is_sent_as_it_stands_also_after_a_restart(start: Start, person: Person) -> None:
    window = start().window
    person.write_push(window, "Hello {{user}}", ANDROID)
    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    person.click(ask.field("user").keep)
    person.press(ask, "Fill in")
    person.wait_for_count(window)

    application = start()
    window = application.window
    person.wait_for_count(window)
    dialog = person.press_send(window)
    assert "“{{user}}” is sent as it is" in "\n".join(each.text() for each in dialog.findChildren(QLabel))
    person.confirm(window, dialog)
    assert "Hello {{user}}" in json.dumps(last_sent(application).request)
    person.click(window.tools.new)
    person.write_push(window, "Hello {{user}}", ANDROID)
    assert window.send() is None  # it was said of the other message


def test_a_variable_in_the_query_reaches_nobody_until_it_is_filled_in(start: Start, person: Person) -> None:
    """Left within $ne it would reach everyone."""
    application = start()
    window = application.window
    person.write_push(window, "Hello", '{"deviceType": {"$ne": "{{type}}"}}')
    person.qtbot.waitUntil(lambda: "“{{type}}” is not filled in." in window.footer.text(), timeout=WAIT_MS)
    assert window.tab.live_count.count.state.value == "none"
    assert window.send() is None
    assert "“{{type}}” is not filled in." in window.tab.audience.notes.text()
    save_as(window, person, "Not these", audience=True)

    person.click(window.tools.new)
    room = open_templates(window)
    person.press(room, "Use")
    ask = shown(room, FillDialog)
    person.press(ask, "Leave for later")
    assert window.tab.audience.text() == '{"deviceType": {"$ne": "{{type}}"}}'
    assert window.send() is None
    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    person.fill(ask.field("type").edit, 'ios"}, "x": {"$ne": "')
    person.press(ask, "Fill in")
    assert window.tab.draft().query() == {"deviceType": {"$ne": 'ios"}, "x": {"$ne": "'}}
    everyone = person.wait_for_count(window)

    person.click(window.tools.new)
    room = open_templates(window)
    person.press(room, "Use")
    ask = shown(room, FillDialog)
    person.fill(ask.field("type").edit, "ios")
    person.press(ask, "Fill in")
    assert person.wait_for_count(window) < everyone
    person.confirm(window, person.press_send(window))
    assert last_sent(application).request["query"] == {"deviceType": {"$ne": "ios"}}
    audience = kept(application)[0].template.audience
    assert audience is not None
    assert audience.query_text == '{"deviceType": {"$ne": "{{type}}"}}'


def test_what_the_app_on_the_device_fills_in_is_still_asked_for_where_the_query_has_it(
    start: Start, person: Person
) -> None:
    """Nobody fills in a query later: `$ne` with the braces in it would reach everyone."""
    application = start()
    window = application.window
    person.write_push(window, "Hello {{type}}", ANDROID)
    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    person.click(ask.field("type").keep)
    person.press(ask, "Fill in")
    person.wait_for_count(window)

    window.tab.audience.take('{"deviceType": {"$ne": "{{type}}"}}')
    person.qtbot.waitUntil(lambda: "“{{type}}” is not filled in." in window.footer.text(), timeout=WAIT_MS)
    assert window.send() is None
    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    assert not ask.field("type").keep.isVisible()
    assert "Left empty: {{type}}" in ask._state.text()
    person.fill(ask.field("type").edit, "ios")
    person.press(ask, "Fill in")
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    sent = last_sent(application).request
    assert sent["query"] == {"deviceType": {"$ne": "ios"}}
    assert "{{" not in json.dumps(sent)


def test_a_query_with_a_variable_left_is_not_copied_as_a_command(
    window: MainWindow, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(CannotCopy, "tell", lambda text, _parent: told.append(text))
    person.write_push(window, "Hello {{name}}", '{"deviceType": {"$ne": "{{type}}"}}')
    QApplication.clipboard().setText("before")
    window.curl.copy(Shell.POSIX, with_keys=False)
    assert told == ["First fill in {{type}} in the query: as it stands it may reach others."]
    assert QApplication.clipboard().text() == "before"


def test_a_test_is_not_sent_with_a_variable_left(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    audiences = stored(application).audiences
    person.write_push(window, "Hello", ANDROID)
    ours = audiences.add("devices", "Ours", '{"userId": {"$ne": "{{who}}"}}')
    audiences.mark_for_tests(ours, True)
    assert person.send_test(window) is None
    saved = shown(window, SavedAudiences)
    assert "{{who}} in it is not filled in" in saved.notice.text()
    saved.close()
    audiences.update(ours.id, '{"deviceType": "ios"}', None, None)
    person.fill(window.tab.form.first(), "Hello {{name}}")
    assert person.send_test(window) is None
    assert not stored(application).history.page(HistoryFilter(), 0, 1)


def test_a_template_without_an_audience_leaves_the_one_in_the_window(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Hello", ANDROID)
    save_as(window, person, "Hello")
    query = '{"deviceType": "ios", "userId": {"$exists": true}}'
    person.write_push(window, "Other", query)
    person.press(open_templates(window), "Use")
    assert (title(window), window.tab.audience.text()) == ("Hello", query)
    assert "no audience of its own: the one in the window stays" in window.notice.text()
    person.click(window.notice.action)
    assert title(window) == "Other"

    person.click(window.tools.new)
    person.press(open_templates(window), "Use")
    assert window.tab.draft().audience is None
    assert "choose who gets it" in window.notice.text()


def test_everyone_is_never_kept_with_a_template(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "To all")
    person.click(window.tab.audience.everyone)
    dialog = start_saving(window)
    assert not dialog.audience.isEnabled()
    assert "Everyone is never saved" in dialog._who.text()
    person.fill(dialog.name, "To all")
    person.press(dialog, "Save")
    assert kept(application)[0].template.audience is None
    person.click(window.tools.new)
    person.press(open_templates(window), "Use")
    assert window.tab.draft().audience is None


def test_a_condition_begun_beside_the_query_is_not_lost_when_variables_are_filled_in(
    window: MainWindow, person: Person
) -> None:
    person.write_push(window, "Hello {{name}}", '{"deviceType": "{{type}}"}')
    person.click(window.tab.audience.by_conditions)
    person.press(window.tab.audience, "+ Condition")
    assert window.tab.audience.is_unfinished()
    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    assert [each.name for each in ask.fields] == ["name"]
    person.fill(ask.field("name").edit, "Ann")
    person.press(ask, "Fill in")
    assert title(window) == "Hello Ann"
    assert window.tab.audience.is_unfinished()
    assert window.send() is None


def test_replaced_by_what_is_on_screen_and_taken_back(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.write_push(window, "Sale in {{city}}", ANDROID)
    dialog = start_saving(window)
    person.fill(dialog.name, "Sale")
    person.fill(dialog.variables.row("city")[0], "Lisbon")
    person.press(dialog, "Save")
    (before,) = kept(application)
    person.fill(window.tab.form.first(), "Last day in {{city}}")
    room = open_templates(window)
    person.press(room, "Update with current message…")
    dialog = shown(room, SaveDialog)
    assert (dialog.name.text(), dialog.variables.row("city")[0].text()) == ("Sale", "Lisbon")
    person.press(dialog, "Save")
    assert "Last day in {{city}}" in room.details.text()
    assert [each.template.name for each in kept(application)] == ["Sale"]
    person.click(room.notice.action)
    assert kept(application) == [before]
    window.tabs.setCurrentIndex(1)
    room.close()
    room = open_templates(window)
    assert not room.replace.isEnabled()  # an SMS takes no push's place
    room.close()


def test_a_name_that_is_taken_is_said_and_may_be_replaced(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    for text in ("One", "Two"):
        person.write_push(window, text, ANDROID)
        dialog = start_saving(window)
        assert not dialog.save.isEnabled()
        person.fill(dialog.name, "Sale")
        person.press(dialog, "Save")
    assert "There is a template “Sale” already" in problem_of(dialog)
    assert [each.template.request().summary() for each in kept(application)] == ["One"]
    person.press(dialog, "Replace it")
    assert [each.template.request().summary() for each in kept(application)] == ["Two"]
    person.click(window.notice.action)
    assert [each.template.request().summary() for each in kept(application)] == ["One"]


def test_what_was_replaced_is_not_brought_back_over_another_of_its_name(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.write_push(window, "One", ANDROID)
    save_as(window, person, "Sale")
    dialog = start_saving(window)
    person.fill(dialog.name, "Sale")
    person.press(dialog, "Save")
    person.press(dialog, "Replace it")
    (sale,) = kept(application)
    stored(application).templates.update(sale.id, dataclasses.replace(sale.template, name="Other"))
    stored(application).templates.add(sale.template)
    person.press(window.notice, "Undo")
    assert "Another template now has the name “Sale”" in window.notice.text()
    assert sorted(each.template.name for each in kept(application)) == ["Other", "Sale"]


def test_rename_duplicate_delete_and_bring_back(start: Start, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    application = start()
    window = application.window
    for name in ("One", "Two", "Three"):
        person.write_push(window, f"Text of {name}", ANDROID)
        save_as(window, person, name)
    room = open_templates(window)
    assert listed(room) == ["Three", "Two", "One"]
    select(room, "Two")
    monkeypatch.setattr(TemplatesDialog, "ask_name", lambda *_: "One")
    person.press(room, "Rename…")
    assert "There is a template “One” already" in problem_of(room)
    monkeypatch.setattr(TemplatesDialog, "ask_name", lambda *_: "Second")
    person.press(room, "Rename…")
    assert sorted(listed(room)) == ["One", "Second", "Three"]
    person.press(room, "Duplicate")
    assert sorted(listed(room)) == ["One", "Second", "Second (2)", "Three"]
    assert [each.template.name for each in room.list.chosen()] == ["Second (2)"]
    assert "Text of Two" in room.details.text()
    before = {each.template.name: each.template for each in kept(application)}
    select(room, "One", "Second (2)")
    assert not room.use.isEnabled()
    person.press(room, "Delete")
    assert sorted(listed(room)) == ["Second", "Three"]
    person.click(room.notice.action)
    assert {each.template.name: each.template for each in kept(application)} == before
    assert sorted(each.template.name for each in room.list.chosen()) == ["One", "Second (2)"]
    room.close()


def test_templates_are_found_by_any_word_and_by_tag(window: MainWindow, person: Person) -> None:
    for name, tags, text in (
        ("Ёлки", "зима, sale", "Новый год {{город}}"),
        ("Summer", "sale", "Hot days in Lisbon"),
        ("Code", "", "Your code is 1"),
    ):
        person.write_push(window, text, ANDROID)
        dialog = start_saving(window)
        person.fill(dialog.name, name)
        person.fill(dialog.tags, tags)
        person.press(dialog, "Save")
    room = open_templates(window)
    for words, found in (
        ("елки", ["Ёлки"]),
        ("ГОРОД", ["Ёлки"]),
        ("зима год", ["Ёлки"]),
        ("lisb", ["Summer"]),
        ("sale", ["Summer", "Ёлки"]),
        ("sale code", []),
    ):
        person.fill(room.list.search, words)
        assert listed(room) == found, words
    assert room.not_found.isVisible()
    assert not room.use.isEnabled()
    person.fill(room.list.search, "")
    room.list.tag.setCurrentIndex(room.list.tag.findData("зима"))
    room.list.tag.activated.emit(room.list.tag.currentIndex())
    assert listed(room) == ["Ёлки"]
    person.fill(room.list.search, "lisb")
    assert "All tags" in room.not_found.text()
    person.fill(room.list.search, "")
    room.list.tag.setCurrentIndex(0)
    room.list.order.setCurrentIndex(1)
    room.list.order.activated.emit(1)
    assert listed(room) == ["Code", "Summer", "Ёлки"]
    person.fill(room.list.search, "lisb")
    QTest.keyClick(room.list.search, Qt.Key.Key_Return)
    assert not room.isVisible()
    assert title(window) == "Hot days in Lisbon"


def test_an_empty_room_teaches_and_offers_to_save(window: MainWindow, person: Person) -> None:
    room = open_templates(window)
    assert room.nothing.isVisible()
    assert "{{name}}" in texts(window)
    person.click(room.keep)
    assert "There is no message to save yet" in room.notice.text()
    room.close()
    person.write_push(window, "Hello", ANDROID)
    room = open_templates(window)
    person.click(room.keep)
    dialog = shown(room, SaveDialog)
    person.fill(dialog.name, "Hello")
    person.press(dialog, "Save")
    assert listed(room) == ["Hello"]
    assert not room.nothing.isVisible()
    room.close()


def test_out_to_a_file_and_in_again(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    application = start()
    window = application.window
    path = tmp_path / "templates.json"
    monkeypatch.setattr(files, "to_write", lambda _parent: path)
    monkeypatch.setattr(files, "to_read", lambda _parent: path)
    for name in ("One", "Two", "Three"):
        person.write_push(window, f"Text of {name} for {{{{who}}}}", ANDROID)
        save_as(window, person, name, audience=True)
    before = {each.template.name: each.template for each in kept(application)}
    room = open_templates(window)
    room.export_all.trigger()
    person.qtbot.waitUntil(lambda: "3 templates written" in room.notice.text(), timeout=WAIT_MS)
    assert application.services.sandbox_keys is not None
    assert application.services.sandbox_keys.access_key not in path.read_text("utf-8")

    select(room, "One")
    person.press(room, "Delete")
    select(room, "Two")
    monkeypatch.setattr(TemplatesDialog, "ask_name", lambda *_: "Three (2)")
    person.press(room, "Rename…")
    select(room, "Three")
    person.fill(window.tab.form.first(), "Changed since")
    person.press(room, "Update with current message…")
    person.press(shown(room, SaveDialog), "Save")
    changed = kept(application)
    person.press(room, "Import…")
    person.qtbot.waitUntil(lambda: bool(room.findChildren(LibraryImport)), timeout=WAIT_MS)
    dialog = shown(room, LibraryImport)
    assert nameless(dialog) == []
    assert dialog._summary.text() == "3 templates will be added."
    assert "this name is taken" in texts(window)
    person.press(dialog, "Import")
    assert "3 templates imported" in room.notice.text()
    now = {each.template.name: each.template for each in kept(application)}
    assert sorted(now) == ["One", "Three", "Three (2)", "Three (3)", "Two"]
    assert (now["One"], now["Two"]) == (before["One"], before["Two"])
    assert now["Three (3)"].message == before["Three"].message
    person.click(room.notice.action)
    assert kept(application) == changed
    room.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Hello", "The file is not JSON. Line 1, column 1:"),
        (b'{"format": "scoro-desktop-templates", "version": 9, "templates": []}', "newer version of the app (format 9"),
        (b'{"format": "scoro-desktop-templates", "version": 1, "templates": [{"name": 1}]}', "Place: templates[0]"),
        (b'{"format": "scoro-desktop-templates", "version": 1, "templates": []}', "There is no template in this file."),
        (None, "could not be read"),
    ],
)
def test_a_bad_file_is_said_and_changes_nothing(
    start: Start,
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    content: bytes | None,
    words: str,
) -> None:
    application = start()
    path = tmp_path / "templates.json"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(files, "to_read", lambda _parent: path)
    room = open_templates(application.window)
    person.press(room, "Import…")
    person.qtbot.waitUntil(lambda: bool(problem_of(room)), timeout=WAIT_MS)
    assert words in problem_of(room)
    assert kept(application) == []
    room.close()


def test_keys_in_a_file_are_left_out_and_said(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    application = start()
    path = tmp_path / "templates.json"
    template = {"name": "One", "channel": "sms", "message": {"acc": "s3cret", "msg": {"text": "Hello"}}}
    path.write_text(json.dumps({"format": "scoro-desktop-templates", "version": 1, "templates": [template]}))
    monkeypatch.setattr(files, "to_read", lambda _parent: path)
    room = open_templates(application.window)
    person.press(room, "Import…")
    person.qtbot.waitUntil(lambda: bool(room.findChildren(LibraryImport)), timeout=WAIT_MS)
    dialog = shown(room, LibraryImport)
    (warning,) = [
        each.text() for each in dialog.findChildren(QLabel) if each.isVisible() and "keys of an account" in each.text()
    ]
    assert "One" in warning
    person.press(dialog, "Import")
    assert kept(application)[0].template.message == {"msg": {"text": "Hello"}}
    room.close()


def test_a_file_that_cannot_be_written_is_said(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    application = start()
    window = application.window
    person.write_push(window, "Hello", ANDROID)
    save_as(window, person, "Hello")
    monkeypatch.setattr(files, "to_write", lambda _parent: tmp_path / "gone" / "templates.json")
    room = open_templates(window)
    room.export_chosen.trigger()
    person.qtbot.waitUntil(lambda: "could not be written" in problem_of(room), timeout=WAIT_MS)
    room.close()


def test_what_cannot_be_written_down_is_said(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.write_push(window, "Hello", ANDROID)
    person.wait_for_count(window)
    save_as(window, person, "Hello")
    execute(application, "PRAGMA query_only = 1")
    dialog = start_saving(window)
    person.fill(dialog.name, "Other")
    person.press(dialog, "Save")
    assert "could not be saved" in problem_of(dialog)
    dialog.reject()
    room = open_templates(window)
    person.press(room, "Duplicate")
    assert "could not be saved" in problem_of(room)
    assert listed(room) == ["Hello"]
    room.close()
    execute(application, "PRAGMA query_only = 0")


def test_filling_in_is_one_step_that_can_be_undone(window: MainWindow, person: Person) -> None:
    query = '{"deviceType": {"$ne": "{{type}}"}}'
    person.write_push(window, "Hello {{name|friend}}", query)
    before = window.tab.draft().message
    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    assert ask.field("name").edit.text() == "friend"  # what stands behind the bar is offered
    person.fill(ask.field("name").edit, "Ann")
    person.fill(ask.field("type").edit, "ios")
    person.press(ask, "Fill in")
    filled = window.tab.draft()
    assert (title(window), filled.query()) == ("Hello Ann", {"deviceType": {"$ne": "ios"}})
    window.tab.form.first().setFocus()
    window.bar.undo.trigger()
    assert window.tab.draft().message == before
    assert window.tab.audience.text() == query
    assert "not filled in" in window.footer.text()
    window.bar.redo.trigger()
    assert window.tab.draft().message == filled.message
    assert window.tab.draft().query() == filled.query()


def test_taking_back_what_was_filled_in_stays_in_the_draft_that_it_was_filled_in(
    window: MainWindow, person: Person
) -> None:
    person.write_push(window, "Hello {{name}}", ANDROID)
    dialog = window.drafts.keep(window.tab)
    assert dialog is not None
    person.fill(dialog.name, "Greeting")
    person.press(dialog, "Save")
    person.press(window.footer, "Fill in…")
    ask = shown(window, FillDialog)
    person.fill(ask.field("name").edit, "Ann")
    person.press(ask, "Fill in")
    for act, words in ((window.bar.undo, "Hello {{name}}"), (window.bar.redo, "Hello Ann")):
        act.trigger()
        assert title(window) == words
        assert window.tabs.tabBar().tabText(0) == "Push · Greeting"


def test_what_was_said_of_the_variables_of_a_template_goes_when_its_use_is_undone(
    window: MainWindow, person: Person
) -> None:
    person.write_push(window, "Sale in {{city}}", ANDROID)
    save_as(window, person, "Sale")
    person.write_push(window, "Weather in {{city}}", ANDROID)
    room = open_templates(window)
    person.press(room, "Use")
    ask = shown(room, FillDialog)
    person.click(ask.field("city").keep)
    person.press(ask, "Fill in")
    assert "not filled in" not in window.footer.text()
    window.bar.undo.trigger()
    assert title(window) == "Weather in {{city}}"
    assert "“{{city}}” is not filled in." in window.footer.text()
    assert window.send() is None
    window.bar.redo.trigger()
    assert title(window) == "Sale in {{city}}"
    assert "not filled in" not in window.footer.text()


def test_using_a_template_can_be_undone(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Hello {{name}}", ANDROID)
    save_as(window, person, "Hello", audience=True)
    person.write_push(window, "Other", '{"deviceType": "ios"}')
    room = open_templates(window)
    person.press(room, "Use")
    ask = shown(room, FillDialog)
    person.fill(ask.field("name").edit, "Ann")
    person.press(ask, "Fill in")
    assert title(window) == "Hello Ann"
    window.tab.form.first().setFocus()
    window.bar.undo.trigger()
    assert (title(window), window.tab.audience.text()) == ("Other", '{"deviceType": "ios"}')


def test_the_tab_key_goes_from_value_to_value(window: MainWindow, person: Person) -> None:
    person.fill(window.tab.form.first(), "Hi {{name}}, {{city}} {{day}}")
    window.commands["message.fill_in"].trigger()
    ask = shown(window, FillDialog)
    with person.qtbot.waitActive(ask):
        ask.activateWindow()
    for word in ("Ann", "Moscow", "Friday"):
        QTest.keyClicks(ask.focusWidget(), word)
        QTest.keyClick(ask.focusWidget(), Qt.Key.Key_Tab)
    assert ask.values() == {"name": "Ann", "city": "Moscow", "day": "Friday"}
    ask.reject()
