"""Way 6: the keyring is locked, missing, refuses or asks for ever. The app says so, and no key goes anywhere else."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring.errors
import pytest

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage import vault_task
from scoro_desktop.storage.vault import Vault
from scoro_desktop.storage.vault_task import Task
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.sight import bytes_of_files, row_of
from tests.storage.keyrings import AskingKeyring, MemoryKeyring

QUERY = '{"deviceType": "ios"}'


class StubbornKeyring(MemoryKeyring):
    """Answers every question in the same way, no, as long as it has an `error`."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._refuse()
        super().delete_password(service, username)

    def _refuse(self) -> None:
        if self.error is not None:
            raise self.error


@pytest.fixture
def asking() -> Iterator[AskingKeyring]:
    asking = AskingKeyring()
    yield asking
    asking.answered.set()  # lets go of the threads that still wait


@pytest.fixture
def time_is_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Whoever waits for a keyring does so until this is set, and then finds that it took too long."""
    up = threading.Event()

    class Over(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            assert up.wait(timeout)
            return self.is_set()

    class TimedByHand(Task[Any]):
        def __init__(self, job: Callable[[], Any], turn: threading.Lock) -> None:
            super().__init__(job, turn)
            self.over = Over()

    monkeypatch.setattr(vault_task, "Task", TimedByHand)
    yield up
    up.set()


def master_account(server: Sandbox) -> tuple[Account, Keys]:
    account = Account("", "Shop", Environment.TEST, server.address, server.application_id, AccessKind.MASTER)
    return account, Keys(server.client_key, server.master_key)


def no_key_on_disk(folder: Path, keys: Keys) -> bool:
    content = bytes_of_files(folder)
    return keys.client_key.encode() not in content and keys.access_key.encode() not in content


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (keyring.errors.KeyringLocked("locked"), "is locked. Unlock it, then try again."),
        (keyring.errors.NoKeyringError("none"), "There is no keyring on this system, or it was never set up."),
        (keyring.errors.InitError("none"), "There is no keyring on this system, or it was never set up."),
        (keyring.errors.PasswordSetError("no"), "refused. Allow this app to use it"),
        (RuntimeError("a bus that broke"), "failed. Try again, or restart it if it fails again."),
    ],
    ids=["locked", "missing", "never-set-up", "refused", "broken"],
)
def test_a_keyring_that_will_not_is_said_and_the_keys_are_kept_for_the_session(
    start: Start, person: Person, server: Sandbox, data_dir: Path, error: Exception, why: str
) -> None:
    stubborn = StubbornKeyring(error)
    account, keys = master_account(server)
    window = start(Vault(stubborn)).window
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    person.fill_in_account(dialog, account, keys)
    person.save_account(dialog)
    assert dialog.notice.text().startswith("The account is saved, its keys are not. ")
    assert why in dialog.notice.text()
    person.press(dialog, "Keep until I close the app")
    person.wait_until_free(dialog)
    assert "kept until the app closes" in dialog.notice.text()
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", QUERY)
    counted = person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    assert [each.count for each in server.deliveries()] == [counted]
    assert row_of(window)["outcome"] == "Sent"
    assert no_key_on_disk(data_dir, keys)

    # Started again, the account is there and its keys are not; the way to enter them is one press away.
    window = start(Vault(stubborn)).window
    person.wait_for_keys(window)
    assert window.bar.accounts.currentText() == "Shop — TEST"
    assert why in window.footer.text()
    person.write_push(window, "Hello again", QUERY)
    assert window.tab.live_count.count.value is None
    person.click(window.footer.send)
    dialog = shown(window, type(dialog))
    person.wait_until_free(dialog)
    assert why in dialog.notice.text()
    assert (dialog.form.client_key.text(), dialog.form.access_key.text()) == ("", "")
    assert len(server.deliveries()) == 1
    person.press(dialog, "Close")
    assert no_key_on_disk(data_dir, keys)


def test_a_keyring_that_asks_for_ever_holds_up_nothing(
    start: Start,
    person: Person,
    server: Sandbox,
    data_dir: Path,
    asking: AskingKeyring,
    time_is_up: threading.Event,
) -> None:
    account, keys = master_account(server)
    window = start(Vault(asking)).window
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    person.fill_in_account(dialog, account, keys)
    person.press(dialog, "Save")
    assert "It may ask for its password in a separate window." in dialog.notice.text()
    time_is_up.set()
    person.wait_until_free(dialog)
    assert "did not answer in time. It may be asking for its password" in dialog.notice.text()
    person.press(dialog, "Keep until I close the app")
    person.wait_until_free(dialog)
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", QUERY)
    counted = person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    assert [each.count for each in server.deliveries()] == [counted]
    assert no_key_on_disk(data_dir, keys)

    time_is_up.clear()
    window = start(Vault(asking)).window
    assert window.footer.text() == "Asking the system keyring for the keys of this account…"
    assert not window.footer.send.isEnabled()
    person.fill(window.tab.form.first(), "Typed while it asks")
    assert window.tab.draft().message.summary() == "Typed while it asks"
    time_is_up.set()
    person.wait_for_keys(window)
    assert "did not answer in time" in window.footer.text()
    assert window.footer.send.isEnabled()
    assert no_key_on_disk(data_dir, keys)


def test_the_session_may_be_chosen_while_the_keyring_still_asks(
    start: Start, person: Person, server: Sandbox, asking: AskingKeyring
) -> None:
    account, keys = master_account(server)
    window = start(Vault(asking)).window
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    person.fill_in_account(dialog, account, keys)
    person.press(dialog, "Save")
    person.press(dialog, "Keep until I close the app")
    assert "kept until the app closes" in dialog.notice.text()
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", QUERY)
    person.wait_for_count(window)


def test_a_keyring_that_was_unlocked_meanwhile_takes_the_keys(
    start: Start, person: Person, server: Sandbox, data_dir: Path, asking: AskingKeyring
) -> None:
    account, keys = master_account(server)
    window = start(Vault(asking, time_limit_s=0.4)).window
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    person.fill_in_account(dialog, account, keys)
    person.save_account(dialog)
    asking.answered.set()
    person.press(dialog, "Try again")
    person.qtbot.waitUntil(lambda: dialog.notice.text() == "Saved.", timeout=WAIT_MS)
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop")
    window = start(Vault(asking)).window
    person.wait_for_keys(window)
    person.write_push(window, "Hello", QUERY)
    person.wait_for_count(window)
    assert no_key_on_disk(data_dir, keys)


def test_what_was_saved_of_an_account_counts_although_the_keyring_still_asks_for_its_keys(
    start: Start, person: Person, server: Sandbox, asking: AskingKeyring
) -> None:
    """A condition that was just added to every audience, say, or another address."""
    asking.answered.set()
    account, keys = master_account(server)
    window = start(Vault(asking)).window
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    person.fill_in_account(dialog, account, keys)
    person.save_account(dialog)
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop")
    person.wait_for_keys(window)

    dialog = person.open_accounts(window)
    asking.answered.clear()
    person.fill(dialog.form.name, "Other shop")
    person.fill(dialog.form.session, "abc")
    person.press(dialog, "Save")
    dialog.reject()
    assert window.current.account is not None
    assert window.current.account.name == "Other shop"
    person.wait_for_keys(window)
    assert window.current.keys is not None
    assert window.current.keys.session == "abc"
    asking.answered.set()


def test_a_keyring_that_was_locked_at_the_start_is_asked_again_from_the_accounts(
    start: Start, person: Person, server: Sandbox
) -> None:
    locked = StubbornKeyring(None)
    account, keys = master_account(server)
    window = start(Vault(locked)).window
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    person.fill_in_account(dialog, account, keys)
    person.save_account(dialog)
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", QUERY)

    locked.error = keyring.errors.KeyringLocked("locked")
    window = start(Vault(locked)).window
    person.wait_for_keys(window)
    assert window.footer.text().startswith("The keys of “Shop” could not be read.")
    assert window.tab.audience.count.text() == "The keyring is locked: unlock it to count recipients."
    locked.error = None
    dialog = person.open_accounts(window)
    assert dialog.form.access_key.text() == keys.access_key
    person.press(dialog, "Close")
    counted = person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    assert [each.count for each in server.deliveries()] == [counted]


@pytest.mark.parametrize(
    ("error", "words", "button"),
    [
        (keyring.errors.KeyringLocked("locked"), "The keyring is locked: unlock it to count recipients.", "Unlock…"),
        (
            keyring.errors.KeyringError("no"),
            "The keyring did not give this account's keys, so nobody can be counted.",
            "Ask again",
        ),
    ],
)
def test_the_audience_says_what_the_keyring_did_and_asks_it_again(
    start: Start, person: Person, server: Sandbox, error: Exception, words: str, button: str
) -> None:
    kept = StubbornKeyring(None)
    account, keys = master_account(server)
    window = start(Vault(kept)).window
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    person.fill_in_account(dialog, account, keys)
    person.save_account(dialog)
    person.press(dialog, "Close")
    kept.error = error
    person.choose(window.bar.accounts, "Shop")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", QUERY)
    strip = window.tab.audience.count
    assert (strip.text(), strip.keyring.text()) == (words, button)
    window.commands["audiences.person"].trigger()
    assert window.notice.text().startswith("The keys of “Shop” could not be read.")
    person.click(strip.keyring)
    person.wait_for_keys(window)
    assert strip.text() == words, "it is as it was"
    kept.error = None
    person.click(strip.keyring)
    person.wait_for_count(window)
    assert not strip.keyring.isVisible()
