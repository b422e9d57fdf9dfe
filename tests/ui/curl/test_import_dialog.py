"""Tests of what the dialog says of a text, and of what it does to the form."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scoro_desktop.audience.query import Everyone
from scoro_desktop.messages.request import Channel
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.curl.import_dialog import ImportDialog
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.servers import KEYS, account_at
from tests.journey.sight import words_in
from tests.ui.test_accessibility import nameless

ADDRESS = "https://api.scorocode.ru/api/v1/"


@pytest.fixture
def dialog(window: MainWindow) -> ImportDialog:
    return window.curl.show_import()


def command(body: JsonObject, call: str = "sendsms", address: str = ADDRESS) -> str:
    return f"curl {address}{call} -H 'Content-Type: application/json' -d '{json.dumps(body)}'"


def paste(person: Person, dialog: ImportDialog, text: str) -> str:
    """Pastes in place of what is there; gives all that the dialog says then."""
    QTest.keyClick(dialog.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.paste(dialog.editor, text)
    was_read(person, dialog)
    return words_in(dialog)


def was_read(person: Person, dialog: ImportDialog) -> None:
    """Waits until the text was read, and what is said of it laid out."""
    person.qtbot.waitUntil(lambda: dialog._told is not None, timeout=WAIT_MS)
    QApplication.processEvents()


def marked(dialog: ImportDialog) -> list[str]:
    return [selection.cursor.selectedText() for selection in dialog.editor.extraSelections()]


def test_an_empty_dialog_scolds_nobody(dialog: ImportDialog) -> None:
    assert words_in(dialog) == "It fills the form, and sends nothing."
    assert not dialog.fill.isEnabled()
    assert nameless(dialog) == []


def test_a_mistake_is_marked_at_its_place(dialog: ImportDialog, person: Person) -> None:
    said = paste(person, dialog, 'curl -d \'{"a": 1,\n "\U0001f600": oops}\' https://api.scorocode.ru/api/v1/sendsms')
    assert "The JSON has a mistake here." in said
    assert not dialog.fill.isEnabled()
    assert dialog.place.text() == "Line 2, column 7"
    assert marked(dialog) == ["o"]
    person.click(dialog.place)
    assert dialog.editor.textCursor().selectedText() == "o"
    assert nameless(dialog) == []
    said = paste(person, dialog, "hello")
    assert "This is neither a curl command nor JSON." in said
    assert not dialog.place.isVisible()


def test_what_is_not_taken_over_is_said_where_it_stands(dialog: ImportDialog, person: Person) -> None:
    body: JsonObject = {"coll": "users", "query": {"phone": "1"}, "msg": {"text": "hi"}}
    said = paste(person, dialog, command(body).replace("curl ", "curl --wild -k -H 'X-One: 1' "))
    assert "Line 1, column 6: The option “--wild” is not known here" in said
    assert "Headers that are not taken over: X-One." in said
    assert "Options that are not taken over: --insecure." in said
    assert "--wild" in marked(dialog)
    assert dialog.fill.isEnabled()


NO_QUERY = "has no query, and to the API that means everyone. Here nobody is chosen"
NO_OBJECT = "is not a JSON object, and is left out. Here nobody is chosen"


@pytest.mark.parametrize("before", ["everyone", "json", "conditions"])
def test_nothing_pasted_chooses_everyone(window: MainWindow, person: Person, before: str) -> None:
    """One after another in one window, each beginning with the audience chosen anew and ending with nobody chosen."""
    window.tabs.setCurrentIndex(1)
    panel = window.tab.audience
    pasted: list[tuple[JsonObject, str]] = [
        ({}, NO_QUERY),
        ({"query": {}}, NO_QUERY),
        ({"query": None}, NO_OBJECT),
        ({"query": "all"}, NO_OBJECT),
    ]
    for number, (audience, words) in enumerate(pasted):
        person.click({"everyone": panel.everyone, "json": panel.by_query, "conditions": panel.by_conditions}[before])
        assert panel.everyone.isChecked() == (before == "everyone")
        dialog = window.curl.show_import()
        said = paste(person, dialog, command({"coll": "users", **audience, "msg": {"text": f"hi {number}"}}))
        assert words in said
        assert "Nobody yet" in said
        person.press(dialog, "Fill the form")
        draft = window.tab.draft()
        assert draft.message.summary() == f"hi {number}"
        assert draft.audience is None
        assert not isinstance(draft.audience, Everyone)
        assert not panel.everyone.isChecked()
        assert window.send() is None
        assert "query" not in draft.message.extra


def test_a_collection_that_the_form_does_not_have_is_said(dialog: ImportDialog, person: Person) -> None:
    body: JsonObject = {"query": {"a": 1}, "msg": {"text": "hi"}}
    assert "names no collection" in paste(person, dialog, command(body))
    assert "cannot be sent to “devices”" in paste(person, dialog, command({"coll": "devices", **body}))
    assert "collection" not in paste(person, dialog, command({"coll": "roles", **body}))


def test_an_unknown_channel_goes_into_the_form_in_front(window: MainWindow, person: Person) -> None:
    window.tabs.setCurrentIndex(1)
    dialog = window.curl.show_import()
    said = paste(person, dialog, '{"coll": "roles", "query": {"name": "editors"}}')
    assert "It goes into the open form." in said
    person.press(dialog, "Fill the form")
    assert window.tab.channel is Channel.SMS
    assert window.tab.draft().collection == "roles"
    assert json.loads(window.tab.audience.editor.text()) == {"name": "editors"}


def test_without_a_message_there_is_nothing_to_fill(dialog: ImportDialog, person: Person) -> None:
    said = paste(person, dialog, '{"cli": "a-client-key"}')
    assert "The command carries keys." in said
    assert not dialog.fill.isEnabled()
    assert dialog.keep.isVisible()


def test_what_the_form_has_no_field_for_is_kept_and_sent(window: MainWindow, person: Person) -> None:
    body: JsonObject = {"coll": "users", "query": {"a": 1}, "msg": {"text": "hi", "sender": "Shop"}, "test": [1, 2]}
    dialog = window.curl.show_import()
    said = paste(person, dialog, command(body))
    assert "The form has no fields for these. They are kept, and sent as they came: test, msg.sender." in said
    person.press(dialog, "Fill the form")
    assert window.tab.draft().request().to_wire() == body
    assert "sender" in words_in(window.tab.form)


def test_half_a_character_is_shown_as_a_mistake(window: MainWindow, person: Person) -> None:
    dialog = window.curl.show_import()
    paste(person, dialog, '{"coll":"users","query":{"a":"\\ud800"},"msg":{"text":"x\\udc00"}}')
    person.press(dialog, "Fill the form")
    assert window.tab.audience.editor.text() == '{\n  "a": "\\ud800"\n}'
    assert window.send() is None
    assert "half a character" in window.footer.text()


def test_the_account_in_use_is_not_a_difference(
    start: Start, have_account: HaveAccount, person: Person, window: MainWindow
) -> None:
    account = account_at("https://api.shop.invalid/api/v1/")
    del window
    start().close()
    have_account(account, KEYS)
    window = start().window
    person.wait_for_keys(window)
    dialog = window.curl.show_import()
    keys: JsonObject = {"app": account.application_id, "cli": KEYS.client_key, "acc": KEYS.access_key}
    body: JsonObject = {**keys, "coll": "users", "query": {"a": 1}, "msg": {"text": "hi"}}
    said = paste(person, dialog, command(body, address="https://API.shop.invalid/api/v1/"))
    assert "From here it goes" not in said
    assert "another application" not in said
    assert "The command carries the keys of the account in use: Shop — TEST." in said
    assert not dialog.keep.isVisible()
    said = paste(person, dialog, command({**body, "acc": "ANOTHER-key"}, address="https://api.shop.invalid/v2/"))
    assert "goes to https://api.shop.invalid/v2/. From here it goes to https://api.shop.invalid/api/v1/" in said
    assert dialog.keep.isVisible()
    assert KEYS.access_key not in said


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ({"cli": "a", "acc": "b", "sess": "c"}, "messageKey"),
        ({"cli": "a", "acc": "b", "sess": "{{session}}"}, "messageKey"),
        ({"cli": "a", "acc": "b"}, "masterKey"),
        ({"cli": "a"}, "messageKey"),
    ],
)
def test_the_kind_of_the_key_is_guessed_by_the_session(
    window: MainWindow, person: Person, keys: JsonObject, kind: str
) -> None:
    dialog = window.curl.show_import()
    paste(person, dialog, command({**keys, "msg": {"text": "hi"}}))
    person.press(dialog, "Save the keys in a new account…")
    accounts = shown(window, AccountsDialog)
    form = accounts.form
    assert form.account().access_kind.value == kind
    assert form.keys().client_key == "a"
    assert form.account().address == ADDRESS
    accounts.revert()
    accounts.close()


@pytest.mark.parametrize(
    ("call", "message", "words"),
    [
        (
            "sendsms",
            {"data": {"gcm": {"notification": {"title": "Sale"}}}},
            "that of “sendsms”, but the message looks like one for “sendpush”.",
        ),
        ("sendpush", {"text": "Sale"}, "that of “sendpush”, but the message looks like one for “sendsms”."),
    ],
)
def test_a_message_for_the_other_channel_is_said(
    window: MainWindow, person: Person, call: str, message: JsonObject, words: str
) -> None:
    body: JsonObject = {"coll": "users", "query": {"a": 1}, "msg": message}
    dialog = window.curl.show_import()
    assert words in paste(person, dialog, command(body, call))
    assert words not in paste(person, dialog, command(body, "sendpush" if call == "sendsms" else "sendsms"))
    paste(person, dialog, command(body, call))
    with person.qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(dialog.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.tab.channel is (Channel.SMS if call == "sendsms" else Channel.PUSH)


def test_what_has_its_field_is_not_remarked_upon(dialog: ImportDialog, person: Person) -> None:
    apns = {"aps": {"alert": {"title": "t", "action-loc-key": "Watch"}, "badge": 5}, "acme": [1]}
    body: JsonObject = {"coll": "devices", "query": {"a": 1}, "msg": {"data": {"apns": apns}}}  # type: ignore[dict-item]
    assert "no fields for these" not in paste(person, dialog, command(body, "sendpush"))


def test_what_an_editor_would_change_comes_through(window: MainWindow, person: Person) -> None:
    """A line separator within a text, as word processors write it, is no line break of the command."""
    hard = "one\u2028two\u2029three\ufdd0\u00a0four"
    body: JsonObject = {"coll": "users", "query": {"name": hard}, "msg": {"text": "hi", "more": hard}}
    dialog = window.curl.show_import()
    paste(person, dialog, f"curl {ADDRESS}sendsms -d '{json.dumps(body, ensure_ascii=False)}'")
    person.press(dialog, "Fill the form")
    assert window.tab.draft().request().to_wire() == body
