"""The same against a real Secret Service: run with tests/with_keyring.sh."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scoro_desktop.scorocode.account import Keys
from scoro_desktop.storage.vault import Vault
from tests.conftest import real_keyring
from tests.storage.keyrings import named

pytestmark = pytest.mark.keyring

KEYS = Keys("CLIENT-word", "ACCESS-word", "SESSION-word")


@pytest.fixture
def vault() -> Iterator[Vault]:
    vault = Vault()
    yield vault
    for account_id in ("test-1", "test-2"):
        vault.delete(account_id)


def test_no_other_process_uses_it_meanwhile() -> None:
    import fcntl

    with (Path(real_keyring()) / "one-at-a-time").open("a", encoding="utf-8") as lock, pytest.raises(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_its_name(vault: Vault) -> None:
    assert vault.name() == "Secret Service"


def test_keys_come_back_as_they_went_in(vault: Vault) -> None:
    assert vault.load(named("test-1")) is None
    vault.store(named("test-1"), KEYS)
    vault.store(named("test-2"), Keys("c", "a"))
    assert Vault().load(named("test-1")) == KEYS
    vault.store(named("test-1"), Keys("new", "keys"))
    assert Vault().load(named("test-1")) == Keys("new", "keys")
    vault.delete("test-1")
    assert Vault().load(named("test-1")) is None
    assert vault.load(named("test-2")) == Keys("c", "a")


def test_what_is_not_there_can_be_deleted(vault: Vault) -> None:
    vault.delete("test-1")


def test_keys_of_any_length_and_letters(vault: Vault) -> None:
    keys = Keys('ключ \\ " \u0000 😀', "x" * 5000)
    vault.store(named("test-1"), keys)
    assert vault.load(named("test-1")) == keys
