"""People who may get a second message within days or hours, and the pushes left: both said in the confirmation."""

import dataclasses
import json
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys, LatelyRule
from scoro_desktop.storage.history import HistoryFilter, Send
from scoro_desktop.ui.kit.long_text import LongText
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.sending.lately_question import LatelyQuestion
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.servers import FailingServer, account_at
from tests.journey.sight import words_in
from tests.journey.stored import stored
from tests.scorocode.socket_server import answer

ANDROID = {"deviceType": "android"}
RUSSIAN = {"language": "ru"}


@pytest.fixture
def account(server: Sandbox) -> Account:
    return Account("shop", "Shop", Environment.TEST, server.address, server.application_id, AccessKind.MASTER)


def count_of(window: MainWindow, person: Person, query: dict[str, Any]) -> int:
    """Counts by the server, asked as a person would ask it."""
    live = window.tab.live_count
    person.fill(window.tab.audience.editor, "")
    person.paste(window.tab.audience.editor, json.dumps(query))
    person.qtbot.waitUntil(lambda: live.query == query and live.count.state.value == "known", timeout=WAIT_MS)
    assert live.count.value is not None
    return live.count.value


def send(window: MainWindow, person: Person, title: str, query: dict[str, Any]) -> None:
    person.write_push(window, title, json.dumps(query))
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))


def newest(application: Application) -> Send:
    history = stored(application).history
    found = history.get(history.page(HistoryFilter(), 0, 1)[0].id)
    assert found is not None
    return found


def until_said(person: Person, dialog: ConfirmDialog, *words: str) -> str:
    """Waits until the confirmation says all of these, and gives what it says."""

    def said() -> str:
        return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))

    person.qtbot.waitUntil(lambda: all(each in said() for each in words), timeout=WAIT_MS)
    return said()


def asked(dialog: ConfirmDialog) -> LatelyQuestion:
    return shown(dialog, LatelyQuestion)


def test_the_last_sends_and_the_quota_are_told_once_it_is_counted(
    start: Start, person: Person, have_account: HaveAccount, account: Account, server: Sandbox
) -> None:
    have_account(account, Keys(server.client_key, server.master_key))
    window = start().window
    person.wait_for_keys(window)
    both = count_of(window, person, {"$and": [RUSSIAN, ANDROID]})
    of_russian, of_ios = count_of(window, person, RUSSIAN), count_of(window, person, {"deviceType": "ios"})
    of_android = count_of(window, person, ANDROID)
    assert 0 < both < of_russian
    send(window, person, "Friday sale", ANDROID)
    person.write_push(window, "Sunday", json.dumps(RUSSIAN))
    person.wait_for_count(window, of_russian)
    dialog = person.press_send(window)
    said = until_said(
        person,
        dialog,
        f"{both:,} of these also matched “Friday sale” of",
        "Both audiences are compared as they are now.",
    )
    assert f"Uses < 1 % of the pushes left: {of_russian:,} of {500_000 - of_android:,}." in said
    assert not dialog.findChildren(LatelyQuestion)  # the account has no rule
    dialog.reject()

    person.write_push(window, "Monday", json.dumps({"deviceType": "ios"}))
    person.wait_for_count(window, of_ios)
    dialog = person.press_send(window)
    until_said(person, dialog, "None of these also matched “Friday sale” of")
    dialog.reject()


def test_whoever_was_messaged_is_left_out_shown_counted_sent_and_told(
    start: Start, person: Person, have_account: HaveAccount, account: Account, server: Sandbox
) -> None:
    account = dataclasses.replace(account, lately_hours=24, lately_rule=LatelyRule.LEAVE_OUT)
    have_account(account, Keys(server.client_key, server.master_key))
    application = start()
    window = application.window
    person.wait_for_keys(window)
    both, of_russian = count_of(window, person, {"$and": [RUSSIAN, ANDROID]}), count_of(window, person, RUSSIAN)
    send(window, person, "Friday sale", ANDROID)  # nobody was messaged before: nothing is asked
    assert newest(application).request["query"] == ANDROID

    person.write_push(window, "Sunday", json.dumps(RUSSIAN))
    person.wait_for_count(window, of_russian)
    dialog = person.press_send(window)
    until_said(
        person, dialog, "Everyone who matches an audience of the last 24 hours: “Friday sale”", f"{both:,} left out"
    )
    assert dialog.count == of_russian - both
    assert asked(dialog).box.isChecked()
    person.press(dialog, "Show the query as JSON")
    narrowed = {"$and": [{"$nor": [ANDROID]}, RUSSIAN]}
    assert json.loads(shown(dialog, LongText).box.toPlainText()) == narrowed

    person.click(asked(dialog).box)  # taken in again: another audience, counted anew
    person.qtbot.waitUntil(lambda: dialog.count == of_russian, timeout=WAIT_MS)
    until_said(
        person, dialog, f"{both:,} of these may have been messaged in the last 24 hours: they match “Friday sale”"
    )
    person.click(asked(dialog).box)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    assert dialog.count == of_russian - both
    person.confirm(window, dialog)
    sent = newest(application)
    assert (sent.request["query"], sent.count, sent.query_text) == (narrowed, of_russian - both, json.dumps(RUSSIAN))
    details = person.open_details(window)
    assert '{ "$nor": [ { "deviceType": "android" } ] }' in words_in(details)
    details.close()

    person.click(window.tab.audience.everyone)
    window.messages.use_again(sent)
    assert window.tab.draft().outgoing_query() == RUSSIAN

    person.click(window.footer.campaign)  # the hours are its default
    person.qtbot.waitUntil(lambda: window.campaigns.page.one.opening.is_done, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: window.campaigns.one.preparation.mapping.hours == 24, timeout=WAIT_MS)


def test_a_warning_is_ticked_before_anybody_is_messaged_twice(
    start: Start, person: Person, have_account: HaveAccount, account: Account, server: Sandbox
) -> None:
    have_account(dataclasses.replace(account, lately_hours=1), Keys(server.client_key, server.master_key))
    application = start()
    window = application.window
    person.wait_for_keys(window)
    send(window, person, "Friday sale", ANDROID)
    person.write_push(window, "Sunday", json.dumps(RUSSIAN))
    person.wait_for_count(window)
    dialog = person.press_send(window)
    until_said(person, dialog, "of these may have been messaged in the last 1 hour: they match “Friday sale”")
    assert not dialog.send_button.isEnabled()
    person.click(asked(dialog).box)
    person.confirm(window, dialog)
    assert newest(application).request["query"] == RUSSIAN

    person.write_push(window, "Monday", json.dumps({"$and": [{"deviceType": "ios"}, {"language": "en"}]}))
    person.wait_for_count(window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)  # none of them was
    assert not asked_at_all(dialog)
    dialog.reject()


def asked_at_all(dialog: ConfirmDialog) -> bool:
    return any(each.isVisible() for each in dialog.findChildren(LatelyQuestion))


def test_nobody_is_called_left_out_by_a_server_that_counts_them(
    start: Start, person: Person, have_account: HaveAccount
) -> None:
    sent_7 = answer(b'{"error":false,"count":7}')
    with FailingServer(lambda connection: connection.sendall(sent_7)) as careless:  # counts 7, whatever is asked
        account = dataclasses.replace(account_at(careless.address), lately_hours=5, lately_rule=LatelyRule.LEAVE_OUT)
        have_account(account, Keys("c", "a", "s"))
        window = start().window
        person.wait_for_keys(window)
        send(window, person, "Friday sale", ANDROID)
        person.write_push(window, "Sunday", json.dumps(RUSSIAN))
        person.wait_for_count(window)
        dialog = person.press_send(window)
        until_said(person, dialog, "The server does not leave them out (it does not know “$nor”)")
        person.qtbot.waitUntil(lambda: dialog.count == 7, timeout=WAIT_MS)
        assert not dialog.send_button.isEnabled()
        person.click(asked(dialog).box)
        person.confirm(window, dialog)
        assert careless.sends[-1]["query"] == RUSSIAN
