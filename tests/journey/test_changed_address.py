"""An account whose address changed in the database: no key leaves for there before a person says so."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.storage.vault import KeysElsewhere, Vault
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import HaveAccount, Person, Start, shown
from tests.journey.servers import KEYS, MATCHING, FailingServer, account_at
from tests.journey.sight import buttons_in, row_of
from tests.scorocode.socket_server import answer
from tests.storage.keyrings import MemoryKeyring

QUERY = '{"deviceType": "ios"}'
SENT = answer(b'{"error":false,"count":7}')


def change(data_dir: Path, **columns: str) -> None:
    """Writes into the file of the app, as no dialog of it does."""
    with contextlib.closing(sqlite3.connect(data_dir / DATABASE)) as connection, connection:
        for name, value in columns.items():
            connection.execute(f"UPDATE accounts SET {name} = ?", (value,))


@pytest.fixture
def old() -> Iterator[FailingServer]:
    with FailingServer(lambda connection: connection.sendall(SENT)) as server:
        yield server


@pytest.fixture
def new() -> Iterator[FailingServer]:
    with FailingServer(lambda connection: connection.sendall(SENT)) as server:
        yield server


@pytest.fixture
def window(
    start: Start, have_account: HaveAccount, person: Person, data_dir: Path, old: FailingServer, new: FailingServer
) -> MainWindow:
    """The app, started over an account whose address somebody changed from the old to the new server's."""
    have_account(account_at(old.address), KEYS)
    change(data_dir, address=new.address)
    window = start().window
    person.wait_for_keys(window)
    return window


def netloc(server: FailingServer) -> str:
    return server.address.split("/")[2]


def try_to_send(window: MainWindow, person: Person) -> AccountsDialog:
    """Presses Send, which leads to the accounts in place of a confirmation."""
    person.write_push(window, "Hello", QUERY)
    person.click(window.footer.send)
    dialog = shown(window, AccountsDialog)
    person.wait_until_free(dialog)
    return dialog


def test_nothing_leaves_and_both_addresses_are_named(
    window: MainWindow, person: Person, old: FailingServer, new: FailingServer
) -> None:
    said = window.footer.text()  # at once, before anything was written
    assert old.address in said
    assert new.address in said
    assert "Nothing was asked or sent." in said
    dialog = try_to_send(window, person)
    assert window.tab.live_count.count.value is None
    for address in (old.address, new.address):
        assert address in dialog.notice.text()
    assert (dialog.form.client_key.text(), dialog.form.access_key.text(), dialog.form.session.text()) == ("", "", "")
    person.press(dialog, "Check")
    person.wait_until_free(dialog)
    person.click(dialog.form.login_button)  # needs a client key, which is not there
    person.press(dialog, "Close")
    assert (old.connections, new.connections) == (0, 0)


def test_neither_answer_is_given_by_enter(window: MainWindow, person: Person, new: FailingServer) -> None:
    dialog = try_to_send(window, person)
    assert not any(button.isDefault() or button.autoDefault() for button in buttons_in(dialog.notice))
    person.press(dialog, "Close")


def test_going_back_puts_the_account_right(
    window: MainWindow, person: Person, data_dir: Path, old: FailingServer, new: FailingServer
) -> None:
    dialog = try_to_send(window, person)
    person.press(dialog, f"Go back to {netloc(old)}")
    person.wait_until_free(dialog)
    assert dialog.form.address.text() == old.address
    assert dialog.form.keys() == KEYS
    person.press(dialog, "Close")
    person.wait_for_keys(window)
    assert person.wait_for_count(window) == MATCHING
    person.confirm(window, person.press_send(window))
    assert row_of(window)["outcome"] == "Sent"
    assert [body["acc"] for body in old.sends] == [KEYS.access_key]
    assert new.connections == 0


def test_the_keys_go_to_the_new_address_once_somebody_said_so(
    window: MainWindow, start: Start, person: Person, keyring: MemoryKeyring, old: FailingServer, new: FailingServer
) -> None:
    dialog = try_to_send(window, person)
    person.press(dialog, f"Use the keys for {netloc(new)}")
    person.wait_until_free(dialog)
    assert dialog.notice.text() == f"From now on the keys are for {new.address}."
    assert dialog.form.keys() == KEYS
    person.press(dialog, "Close")
    person.wait_for_keys(window)
    assert person.wait_for_count(window) == MATCHING
    assert old.connections == 0

    window = start().window  # and it stays so
    person.wait_for_keys(window)
    assert person.wait_for_count(window) == MATCHING


def test_saving_another_field_binds_the_keys_to_nothing(
    window: MainWindow, person: Person, keyring: MemoryKeyring, old: FailingServer, new: FailingServer
) -> None:
    items = dict(keyring.items)
    dialog = try_to_send(window, person)
    person.fill(dialog.form.name, "Renamed")
    person.save_account(dialog)
    assert keyring.items == items
    assert f"Go back to {netloc(old)}" in [button.text() for button in buttons_in(dialog.notice)]
    person.press(dialog, "Close")
    person.wait_for_keys(window)
    assert (old.connections, new.connections) == (0, 0)


def test_keys_that_are_typed_anew_are_for_the_new_address(
    window: MainWindow, person: Person, keyring: MemoryKeyring, new: FailingServer
) -> None:
    dialog = try_to_send(window, person)
    for field, key in ((dialog.form.client_key, "typed-c"), (dialog.form.access_key, "typed-a")):
        person.fill(field, key)
    person.fill(dialog.form.session, "typed-s")
    person.save_account(dialog)
    assert dialog.notice.text() == "Saved."
    person.press(dialog, "Close")
    person.wait_for_keys(window)
    assert person.wait_for_count(window) == MATCHING


def test_another_application_is_another_place(
    start: Start, have_account: HaveAccount, person: Person, data_dir: Path, old: FailingServer
) -> None:
    have_account(account_at(old.address), KEYS)
    change(data_dir, application_id="their-application")
    window = start().window
    person.wait_for_keys(window)
    person.write_push(window, "Hello", QUERY)
    assert "given for the application the-application, and the account now says their-application" in (
        window.footer.text()
    )
    dialog = try_to_send(window, person)
    person.press(dialog, "Go back to the-application")
    person.wait_until_free(dialog)
    person.press(dialog, "Close")
    assert person.wait_for_count(window) == MATCHING


def test_an_address_that_is_changed_in_the_dialog_takes_the_keys_along(
    start: Start,
    have_account: HaveAccount,
    person: Person,
    keyring: MemoryKeyring,
    old: FailingServer,
    new: FailingServer,
) -> None:
    """Typing an address and pressing Save says where the keys go."""
    have_account(account_at(old.address), KEYS)
    window = start().window
    person.wait_for_keys(window)
    dialog = person.open_accounts(window)
    person.fill(dialog.form.address, new.address)
    person.save_account(dialog)
    assert dialog.notice.text() == "Saved."
    person.press(dialog, "Close")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", QUERY)
    assert person.wait_for_count(window) == MATCHING
    assert new.connections > 0
    assert old.sends == []
    with pytest.raises(KeysElsewhere):
        Vault(keyring).load(account_at(old.address))


def test_keys_for_this_session_go_along_in_the_dialog_and_nowhere_else(
    start: Start,
    have_account: HaveAccount,
    person: Person,
    keyring: MemoryKeyring,
    old: FailingServer,
    new: FailingServer,
) -> None:
    have_account(account_at(old.address), KEYS)
    keyring.items.clear()
    vault = Vault(keyring)
    vault.keep_for_session(account_at(old.address), KEYS)
    window = start(vault).window
    person.wait_for_keys(window)
    dialog = person.open_accounts(window)
    assert dialog.form.keys() == KEYS
    person.fill(dialog.form.address, new.address)
    person.save_account(dialog)
    assert "kept until the app closes" in dialog.notice.text()
    assert keyring.items == {}
    person.press(dialog, "Close")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", QUERY)
    assert person.wait_for_count(window) == MATCHING
    with pytest.raises(KeysElsewhere):
        vault.load(account_at(old.address))


# --- a sandbox that is none ---------------------------------------------------------------------------------------


def test_a_sandbox_on_a_real_server_is_never_green_and_nothing_is_sent(
    start: Start, have_account: HaveAccount, person: Person
) -> None:
    """The safety net under every test fails this one if the real server is asked anything."""
    have_account(account_at("https://api.example.org/api/v1/", environment=Environment.SANDBOX), KEYS)
    window = start().window
    person.wait_for_keys(window)
    assert window.band.text() == "NOT A SANDBOX — Shop: api.example.org is not this computer, so nothing is sent to it."
    assert window.band.palette().window().color().name().upper() == LIGHT.production
    assert window.bar.accounts.currentText() == "Shop — NOT A SANDBOX"
    person.write_push(window, "Hello", QUERY)
    person.wait_for_no_count(window)
    assert "api.example.org is not this computer, so it is not a sandbox" in window.footer.text()
    dialog = try_to_send(window, person)
    assert "is not this computer" in dialog.form.rows["address"].problem()
    person.press(dialog, "Check")
    person.wait_until_free(dialog)
    assert "Address of the server: not checked: correct it first" in dialog.notice.text()
    person.choose(dialog.form.environment, "Test")
    assert dialog.form.rows["address"].problem() == ""
    dialog.revert()
    person.press(dialog, "Close")


def test_a_sandbox_on_a_real_server_cannot_be_saved(start: Start, person: Person) -> None:
    window = start().window
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    person.fill_in_account(dialog, account_at("https://api.example.org/", environment=Environment.SANDBOX), KEYS)
    person.press(dialog, "Save")
    assert "is not this computer" in dialog.form.rows["address"].problem()
    assert dialog.focusWidget() is dialog.form.address
    person.choose(dialog.form.environment, "Production")
    person.save_account(dialog)
    assert dialog.notice.text() == "Saved."
    person.press(dialog, "Close")


# --- a host that is not what it seems -----------------------------------------------------------------------------


def test_a_look_alike_is_shown_as_what_it_is(start: Start, person: Person) -> None:
    cyrillic = "http://lосаlhost:9/"
    window = start().window
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    account = account_at("https://аpi.example.org/")
    person.fill_in_account(dialog, account, KEYS)
    assert dialog.form.rows["address"].problem() == (
        "“а” in “аpi.example.org” is CYRILLIC SMALL LETTER A, although it looks like a Latin letter. "
        "Is this really the server?"
    )
    person.save_account(dialog)  # a warning: there may be such a server
    assert dialog.notice.text() == "Saved."
    assert dialog.form.address.text() == "https://xn--pi-6kc.example.org/"
    person.fill(dialog.form.address, cyrillic)
    assert "Keys would travel unprotected" in dialog.form.rows["address"].problem()
    dialog.revert()
    person.press(dialog, "Close")
    assert not any("аpi" in label.text() for label in window.findChildren(QLabel))
