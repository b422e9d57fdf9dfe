"""Campaigns of an account that may not look people up, and of one whose session ends in the middle."""

import dataclasses
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.runtime.current_account import ApiClient
from tests.journey.campaigns import WITH_PHONE, Campaigner, out_of_excel
from tests.journey.conftest import WAIT_MS, HaveAccount, Start, shown
from tests.journey.test_accounts import log_in
from tests.storage.keyrings import MemoryKeyring


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def account_at(server: Sandbox) -> Account:
    return Account("shop-1", "Shop", Environment.TEST, server.address, server.application_id, AccessKind.MESSAGE)


def test_an_account_that_may_not_read_says_so_before_a_file_is_chosen(
    start: Start, person: Campaigner, server: Sandbox, have_account: HaveAccount
) -> None:
    have_account(account_at(server), Keys(server.client_key, server.message_key))
    window = start().window
    person.qtbot.waitUntil(lambda: window.current.keys is not None, timeout=WAIT_MS)
    view = person.begin(window, "Hi {{name|friend}}")
    choice = view.recipients.choice
    person.qtbot.waitUntil(choice.accounts.isVisible, timeout=WAIT_MS)
    assert not choice.file.isVisible()
    person.click(choice.accounts)
    assert shown(window, AccountsDialog).isVisible()


def test_a_session_that_ends_asks_to_log_in_and_it_goes_on(
    start: Start, person: Campaigner, server: Sandbox, have_account: HaveAccount, tmp_path: Path
) -> None:
    keys = Keys(server.client_key, server.message_key)
    client = Client(account_at(server), keys)
    session = client.login(server.email, server.password)
    client.close()
    assert isinstance(session, str)
    have_account(account_at(server), dataclasses.replace(keys, session=session))
    window = start().window
    person.qtbot.waitUntil(lambda: window.current.keys is not None, timeout=WAIT_MS)
    left = [5]

    def taken() -> None:
        left[0] -= 1
        if left[0] == 0:
            server.end_sessions()

    server.on_delivery(taken)
    view = person.run(window, out_of_excel(tmp_path / "list.csv", 12), "{{Имя|друг}}, {{код}}", 12)
    person.wait_for_pause(view)
    assert view.running.why.text() == "The session has ended"
    sent = len(server.deliveries_per_person("sms"))
    assert sent < 12
    assert view.running.account.text() == "Log in again…"
    assert view.running.account.hasFocus(), "going on would be refused once more"
    person.click(view.running.account)
    dialog = shown(window, AccountsDialog)
    login = dialog.form.login_button
    person.qtbot.waitUntil(login.hasFocus, timeout=WAIT_MS)
    assert not login.visibleRegion().isEmpty(), "what is to be done there is seen without a scroll"
    log_in(person, dialog, server.email, server.password)
    person.press(dialog, "Save")
    person.wait_until_free(dialog)
    dialog.close()
    person.settle()
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert server.deliveries_per_person("sms") == {each["_id"]: 1 for each in WITH_PHONE[:12]}


@pytest.mark.parametrize("left", ["nothing", "others"])
def test_keys_that_are_replaced_while_they_are_read_send_nothing(
    start: Start, person: Campaigner, server: Sandbox, have_account: HaveAccount, tmp_path: Path,
    keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, left: str,
) -> None:  # fmt: skip
    account = dataclasses.replace(account_at(server), access_kind=AccessKind.MASTER)
    have_account(account, Keys(server.client_key, server.master_key))
    application = start()
    window, runner = application.window, application.services.campaigns
    person.qtbot.waitUntil(lambda: window.current.keys is not None, timeout=WAIT_MS)
    make, given = runner._client_factory, threading.Event()

    def slow(account: Account, keys: Keys) -> ApiClient:
        assert given.wait(WAIT_MS / 1000)
        return make(account, keys)

    monkeypatch.setattr(runner, "_client_factory", slow)
    view = person.run(window, out_of_excel(tmp_path / "list.csv", 12), "{{Имя|друг}}", 12)
    person.qtbot.waitUntil(lambda: bool(runner._beginning), timeout=WAIT_MS)
    if left == "nothing":
        Vault(keyring).delete(account.id)
    else:
        Vault(keyring).store(account, Keys(server.client_key, "another-key"))
    window.accounts.changed.emit()
    given.set()
    person.wait_for_pause(view)
    assert server.deliveries_per_person("sms") == {}
    why = {"nothing": "The keys cannot be read", "others": "The session has ended"}
    assert view.running.why.text() == why[left]


def test_a_name_that_nothing_fills_leads_to_its_place_and_none_stands_in_a_query(
    start: Start, person: Campaigner, tmp_path: Path
) -> None:
    window = start().window
    form = window.tab.form
    title, body = (form.android.field("notification", each).edit() for each in ("title", "body"))  # type: ignore[attr-defined]
    assert isinstance(title, QLineEdit)
    person.fill(title, "Hi")
    person.fill(body, "Bonus: {{bonus}}")
    window.tab.audience.load("devices", everyone=False, text='{"city": "{{city}}"}')
    person.click(window.footer.campaign)
    view = person.view(window)
    assert not view.recipients.choice.audience.isVisible(), "a query with a name in it chooses nobody"
    person.pick(view, out_of_excel(tmp_path / "list.csv", 6))
    person.qtbot.waitUntil(lambda: "Nothing fills {{bonus}}" in view.recipients.why_not.text(), timeout=WAIT_MS)
    person.click(shown(view.recipients.fields, QPushButton, "Back to the message"))
    assert window.pages.page == "compose"
    assert window.focusWidget() is body
