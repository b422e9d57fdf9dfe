"""The keys of accounts, in keyrings of every temper."""

import json
import sqlite3
import sys
import threading
import types
from pathlib import Path

import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage import vault as vault_module
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.vault import CODES, KeysElsewhere, Vault, VaultError
from scoro_desktop.storage.vault_item import KEY_MAX, Item, Place, place_of
from tests.storage.keyrings import AskingKeyring, FailingKeyring, MemoryKeyring, as_windows, named

KEYS = Keys("CLIENT-word", "ACCESS-word", "SESSION-word")
OTHER = Keys("other-client", "other-access")
PLACE = ("scoro-desktop/test-1", "keys")


def failure_of(vault: Vault, keys: Keys = KEYS) -> VaultError:
    with pytest.raises(VaultError) as caught:
        vault.store(named("test-1"), keys)
    assert caught.value.code in CODES
    return caught.value


def test_keys_come_back_as_they_went_in() -> None:
    backend = MemoryKeyring()
    vault = Vault(backend)
    assert vault.load(named("test-1")) is None
    vault.store(named("test-1"), KEYS)
    vault.store(named("test-2"), OTHER)
    assert vault.load(named("test-1")) == KEYS
    assert Vault(backend).load(named("test-2")) == OTHER
    vault.delete("test-1")
    assert vault.load(named("test-1")) is None
    assert vault.load(named("test-2")) == OTHER


def test_an_account_has_one_item() -> None:
    backend = MemoryKeyring()
    Vault(backend).store(named("test-1"), KEYS)
    assert {place: json.loads(text) for place, text in backend.items.items()} == {
        PLACE: {
            "cli": "CLIENT-word",
            "acc": "ACCESS-word",
            "sess": "SESSION-word",
            "app": "the-app",
            "url": "https://a.example/api/",
        }
    }


def test_what_is_not_there_can_be_deleted() -> None:
    Vault(MemoryKeyring()).delete("test-1")


@pytest.mark.parametrize("text", ["", "plain", "[1]", '{"cli":"a","cli":"b"}'])
def test_an_item_of_somebody_else_is_no_keys(text: str) -> None:
    backend = MemoryKeyring()
    backend.items[PLACE] = text
    with pytest.raises(VaultError) as caught:
        Vault(backend).load(named("test-1"))
    assert caught.value.code == "failed"


def test_keys_for_this_session_stay_in_memory() -> None:
    backend = MemoryKeyring()
    vault = Vault(backend)
    vault.store(named("test-1"), OTHER)
    vault.keep_for_session(named("test-1"), KEYS)
    assert vault.is_for_session("test-1")
    assert vault.load(named("test-1")) == KEYS
    assert Vault(backend).load(named("test-1")) == OTHER
    vault.store(named("test-1"), KEYS)
    assert not vault.is_for_session("test-1")
    vault.keep_for_session(named("test-1"), OTHER)
    vault.delete("test-1")
    assert not vault.is_for_session("test-1")
    assert vault.load(named("test-1")) is None


def test_keys_for_this_session_need_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch)
    monkeypatch.setattr("keyring.backend.get_all_keyring", list)
    vault = Vault()
    vault.keep_for_session(named("test-1"), KEYS)
    assert failure_of(vault).code == "missing"
    assert vault.load(named("test-1")) == KEYS


class FakeWindowsError(Exception):
    def __init__(self, winerror: int) -> None:
        super().__init__(winerror, "CredWrite", "what Windows says")
        self.winerror = winerror


class LockedException(Exception):  # noqa: N818  SecretStorage's own name
    pass


class PromptDismissedException(Exception):  # noqa: N818
    pass


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (keyring.errors.NoKeyringError("none"), "missing"),
        (keyring.errors.KeyringLocked("locked"), "locked"),
        (keyring.errors.InitError("no login keyring"), "missing"),
        (caused(keyring.errors.InitError("x"), LockedException()), "locked"),
        (caused(keyring.errors.InitError("x"), PromptDismissedException()), "refused"),
        (keyring.errors.PasswordSetError("no"), "refused"),
        (keyring.errors.KeyringError("?"), "failed"),
        (LockedException("raw"), "locked"),
        (OSError("the bus is gone"), "failed"),
        (FakeWindowsError(5), "refused"),
        (FakeWindowsError(1312), "missing"),
        (FakeWindowsError(1783), "too_long"),
        (FakeWindowsError(8), "failed"),
    ],
)
def test_what_a_keyring_raises_has_a_code(error: Exception, code: str) -> None:
    failure = failure_of(Vault(FailingKeyring(set=[error])))
    assert failure.code == code
    assert failure.backend == "keyrings FailingKeyring"  # the name it gives itself
    assert type(error).__name__ in failure.detail


def test_no_error_shows_a_secret() -> None:
    text = json.dumps({"cli": "CLIENT-word", "acc": "ACCESS-word", "sess": "SESSION-word"})
    failure = failure_of(Vault(FailingKeyring(set=[RuntimeError(f"cannot store {text} or CLIENT-word")])))
    assert "word" not in str(failure) + repr(failure)
    assert failure.__cause__ is None
    assert failure.__context__ is None


def test_a_failed_store_keeps_what_was_kept_for_the_session() -> None:
    vault = Vault(FailingKeyring(set=[keyring.errors.KeyringLocked("locked")]))
    vault.keep_for_session(named("test-1"), OTHER)
    failure_of(vault)
    assert vault.load(named("test-1")) == OTHER


def test_a_refused_delete_is_said() -> None:
    backend = FailingKeyring(delete=[keyring.errors.PasswordDeleteError("no")])
    vault = Vault(backend)
    vault.store(named("test-1"), KEYS)
    with pytest.raises(VaultError) as caught:
        vault.delete("test-1")
    assert caught.value.code == "refused"
    assert PLACE in backend.items


# --- a keyring that waits for somebody ---------------------------------------------------------------------------


def test_a_keyring_that_asks_and_is_not_answered() -> None:
    backend = AskingKeyring()
    vault = Vault(backend, time_limit_s=0.1)
    assert failure_of(vault).code == "timed_out"
    with pytest.raises(VaultError) as caught:  # it waits for its turn, which does not come
        vault.load(named("test-1"))
    assert caught.value.code == "timed_out"
    backend.answered.set()


def test_what_was_given_up_before_it_began_never_runs() -> None:
    backend = AskingKeyring()
    patient, hasty = Vault(backend, time_limit_s=20), Vault(backend, time_limit_s=0.1)
    hasty._turn = patient._turn
    first = threading.Thread(target=patient.store, args=(named("test-1"), KEYS))
    first.start()
    while not patient._turn.locked():
        first.join(0.01)
    assert failure_of(hasty, OTHER).code == "timed_out"
    backend.answered.set()
    first.join(10)
    assert hasty._run(lambda: None) is None  # its turn comes after everything that was before it
    assert backend.calls == ["set"]
    assert patient.load(named("test-1")) == KEYS


# --- Windows -----------------------------------------------------------------------------------------------------


class CredentialManager(MemoryKeyring):
    """Items as keyring 25.7 lays them out on Windows: one by the name of the service, and the one that was there before
    by "user@service", whoever its user is."""

    def get_password(self, service: str, username: str) -> str | None:
        for target in (service, f"{username}@{service}"):
            if (target, username) in self.items:
                return super().get_password(target, username)
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        for target, user in list(self.items):
            if target == service:
                super().set_password(f"{user}@{service}", user, self.items.pop((target, user)))
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        for target in (service, f"{username}@{service}"):
            self.items.pop((target, username), None)


def test_no_older_secret_stays_behind_on_windows() -> None:
    backend = as_windows(CredentialManager)()
    vault = Vault(backend)
    for keys in (OTHER, KEYS):
        vault.store(named("test-1"), keys)
    vault.store(named("test-2"), OTHER)
    assert {place: json.loads(text)["cli"] for place, text in backend.items.items()} == {
        PLACE: "CLIENT-word",
        ("scoro-desktop/test-2", "keys"): "other-client",
    }


def test_the_chosen_keyring_of_windows_keeps_items_on_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[KeyringBackend] = []

    class Chosen(MemoryKeyring):
        priority = 5

        def __init__(self) -> None:
            super().__init__()
            made.append(self)

    offer(monkeypatch, WinVaultKeyring=as_windows(Chosen))
    Vault().store(named("test-1"), KEYS)
    assert [getattr(backend, "persist", None) for backend in made] == ["local machine"]


def test_windows_keeps_items_on_this_computer() -> None:
    backend = as_windows(MemoryKeyring)()
    Vault(backend)
    assert backend.persist == "local machine"


def test_windows_deletes_before_it_sets() -> None:
    backend = as_windows(MemoryKeyring)()
    vault = Vault(backend)
    vault.store(named("test-1"), OTHER)
    backend.calls.clear()
    vault.store(named("test-1"), KEYS)
    assert backend.calls == ["get", "delete", "set"]
    assert vault.load(named("test-1")) == KEYS
    assert vault.name() == "Windows Credential Manager"


def test_other_systems_replace_in_one_step() -> None:
    backend = MemoryKeyring()
    vault = Vault(backend)
    vault.store(named("test-1"), OTHER)
    vault.store(named("test-1"), KEYS)
    assert backend.calls == ["set", "set"]


def test_windows_gets_the_old_keys_back_if_it_refuses_the_new() -> None:
    vault = Vault(as_windows(FailingKeyring)(set=[None, FakeWindowsError(5)]))
    vault.store(named("test-1"), OTHER)
    assert failure_of(vault).code == "refused"
    assert vault.load(named("test-1")) == OTHER


def test_windows_may_be_left_half_done() -> None:
    vault = Vault(as_windows(FailingKeyring)(set=[None, FakeWindowsError(5), FakeWindowsError(5)]))
    vault.store(named("test-1"), OTHER)
    failure = failure_of(vault)
    assert failure.code == "half_done"
    assert failure.backend == "Windows Credential Manager"
    assert vault.load(named("test-1")) is None


@pytest.mark.parametrize(("length", "fits"), [(1280, True), (1281, False)])
def test_windows_takes_so_much(length: int, fits: bool) -> None:
    backend = as_windows(MemoryKeyring)()
    vault = Vault(backend)
    vault.store(named("test-1"), OTHER)
    keys = Keys("x" * (length - len(Item(Keys(), place_of(named("test-1"))).to_text())))
    if fits:
        vault.store(named("test-1"), keys)
        assert vault.load(named("test-1")) == keys
    else:
        assert failure_of(vault, keys).code == "too_long"
        assert vault.load(named("test-1")) == OTHER


# --- choosing ----------------------------------------------------------------------------------------------------


def offer(monkeypatch: pytest.MonkeyPatch, **kinds: type[KeyringBackend]) -> None:
    module = types.ModuleType("keyrings_offered")
    vars(module).update(kinds)
    monkeypatch.setitem(sys.modules, "keyrings_offered", module)
    monkeypatch.setattr(
        vault_module, "_ALLOWED", tuple(("keyrings_offered", name, f"The {name}") for name in (*kinds, "Absent"))
    )


def offered(name: str, priority: float | Exception) -> type[KeyringBackend]:
    class Priority:
        def __get__(self, instance: object, owner: object) -> float:
            if isinstance(priority, Exception):
                raise priority
            return priority

    return type(name, (MemoryKeyring,), {"__module__": "keyrings_offered", "priority": Priority()})


def test_the_best_of_those_that_work_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(
        monkeypatch,
        Good=offered("Good", 4),
        Better=offered("Better", 5),
        Broken=offered("Broken", RuntimeError("not on this system")),
    )
    assert Vault().name() == "The Better"


def test_no_keyring_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, Broken=offered("Broken", RuntimeError()))
    monkeypatch.setattr("keyring.backend.get_all_keyring", list)
    assert Vault().name() is None
    assert failure_of(Vault()).code == "missing"


def test_keyrings_own_empty_ones_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    from keyring.backends import chainer, fail, null

    offer(monkeypatch)
    empty = [chainer.ChainerBackend(), fail.Keyring(), null.Keyring()]  # type: ignore[no-untyped-call]
    monkeypatch.setattr("keyring.backend.get_all_keyring", lambda: empty)
    assert failure_of(Vault()).code == "missing"


def test_a_plain_file_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A backend as keyrings.alt offers it where it is installed: one that is always there."""
    plain = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})()
    offer(monkeypatch)
    monkeypatch.setattr("keyring.backend.get_all_keyring", lambda: [plain])
    assert failure_of(Vault()).code == "unsafe"
    assert plain.calls == []


def test_a_keyring_that_comes_later_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch)
    monkeypatch.setattr("keyring.backend.get_all_keyring", list)
    vault = Vault()
    assert vault.name() is None
    offer(monkeypatch, Good=offered("Good", 4))
    vault.store(named("test-1"), KEYS)
    assert vault.load(named("test-1")) == KEYS


def test_the_names_in_the_list_are_keyrings_own() -> None:
    import importlib

    for module, name, _ in vault_module._ALLOWED:
        assert issubclass(getattr(importlib.import_module(module), name), KeyringBackend)


# --- what stays on disk ------------------------------------------------------------------------------------------


def test_no_file_of_the_app_holds_a_secret(connection: sqlite3.Connection, path: Path) -> None:
    account = Account("test-1", "Shop", Environment.TEST, "https://a.example/", "the-application", AccessKind.MASTER)
    store = AccountStore(connection)
    vault = Vault(MemoryKeyring())
    store.add(account)
    vault.store(account, KEYS)
    vault.keep_for_session(named("test-2"), OTHER)
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    content = b"".join(file.read_bytes() for file in files)
    assert b"the-application" in content
    for keys in (KEYS, OTHER):
        for secret in (keys.client_key, keys.access_key):
            assert secret.encode() not in content
            assert secret.encode("utf-16-le") not in content


# --- keys are for one server and one application ------------------------------------------------------------------


def put_old_item(backend: MemoryKeyring) -> None:
    """As a version left it that did not say what keys are for."""
    backend.items[PLACE] = json.dumps({"cli": "CLIENT-word", "acc": "ACCESS-word", "sess": "SESSION-word"})


@pytest.mark.parametrize("for_session", [False, True])
@pytest.mark.parametrize(
    ("address", "application_id"),
    [
        ("https://evil.example/api/", "the-app"),
        ("http://a.example/api/", "the-app"),
        ("https://a.example:8443/api/", "the-app"),
        ("https://a.example/other/", "the-app"),
        ("https://а.example/api/", "the-app"),  # Cyrillic
        ("https://a.example/api/", "other-app"),
        ("https://a.example/api/", "The-App"),
        ("", ""),
    ],
)
def test_keys_are_not_given_for_another_place(for_session: bool, address: str, application_id: str) -> None:
    vault = Vault(MemoryKeyring())
    (vault.keep_for_session if for_session else vault.store)(named("test-1"), KEYS)
    moved = named("test-1", address, application_id)
    with pytest.raises(KeysElsewhere) as caught:
        vault.load(moved)
    assert caught.value.code == "elsewhere"
    assert caught.value.given_for == Place("https://a.example/api/", "the-app")
    assert "word" not in repr(caught.value) + str(caught.value)
    assert vault.load(named("test-1")) == KEYS  # back where they belong
    assert vault.take_over(moved) == KEYS
    assert vault.load(moved) == KEYS
    assert vault.is_for_session("test-1") == for_session
    with pytest.raises(KeysElsewhere):
        vault.load(named("test-1"))


@pytest.mark.parametrize("address", ["HTTPS://A.EXAMPLE/api", "https://a.example:443/api//", " https://a.example/api/"])
def test_another_way_to_write_the_same_address_is_the_same_place(address: str) -> None:
    vault = Vault(MemoryKeyring())
    vault.store(named("test-1"), KEYS)
    assert vault.load(named("test-1", address)) == KEYS


def test_an_item_of_a_version_before_takes_the_place_of_its_account_once() -> None:
    backend = MemoryKeyring()
    put_old_item(backend)
    assert Vault(backend).load(named("test-1")) == KEYS
    assert json.loads(backend.items[PLACE])["url"] == "https://a.example/api/"
    with pytest.raises(KeysElsewhere):
        Vault(backend).load(named("test-1", "https://evil.example/"))
    backend.calls.clear()
    assert Vault(backend).load(named("test-1")) == KEYS
    assert backend.calls == ["get"]


def test_a_keyring_that_does_not_take_the_place_gives_the_keys_all_the_same() -> None:
    backend = FailingKeyring(set=[keyring.errors.KeyringLocked("locked")])
    put_old_item(backend)
    before = dict(backend.items)
    assert Vault(backend).load(named("test-1")) == KEYS
    assert backend.items == before
    assert Vault(backend).load(named("test-1")) == KEYS  # the next start
    assert backend.items != before


def test_keys_are_not_lost_where_windows_lets_go_of_the_old_item_only() -> None:
    backend = as_windows(FailingKeyring)(set=[FakeWindowsError(5), FakeWindowsError(5)])
    put_old_item(backend)
    vault = Vault(backend)
    assert vault.load(named("test-1")) == KEYS
    assert backend.items == {}
    assert vault.is_for_session("test-1")
    assert vault.load(named("test-1")) == KEYS


def test_keys_that_were_stored_meanwhile_are_not_overwritten_by_the_old() -> None:
    backend = MemoryKeyring()
    vault = Vault(backend)
    put_old_item(backend)
    vault.store(named("test-1"), OTHER)
    vault._bind(named("test-1"), KEYS)
    assert vault.load(named("test-1")) == OTHER


@pytest.mark.parametrize(
    "item",
    [
        {"cli": "a", "acc": "b", "sess": "", "url": "https://a.example/api/"},
        {"cli": "a", "acc": "b", "sess": "", "app": "the-app"},
        {"cli": "a", "acc": "b", "sess": "", "app": "the-app", "url": None},
        {"cli": "a", "acc": 1, "sess": "", "app": "the-app", "url": "https://a.example/api/"},
    ],
)
def test_half_a_place_is_none_of_ours(item: object) -> None:
    backend = MemoryKeyring()
    backend.items[PLACE] = json.dumps(item)
    with pytest.raises(VaultError) as caught:
        Vault(backend).load(named("test-1"))
    assert caught.value.code == "failed"


# --- what is far too long -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"cli": "x" * 5_000_000, "acc": "a", "sess": ""}),
        json.dumps({"cli": "x" * (KEY_MAX + 1), "acc": "a", "sess": ""}),
        "[" * 5_000_000,
    ],
)
def test_a_secret_that_is_too_long_is_not_even_read(text: str) -> None:
    backend = MemoryKeyring()
    backend.items[PLACE] = text
    vault = Vault(backend)
    with pytest.raises(VaultError) as caught:
        vault.load(named("test-1"))
    assert caught.value.code == "failed"
    assert "x" * 100 not in str(caught.value)
    vault.store(named("test-1"), KEYS)  # and can be put right
    assert vault.load(named("test-1")) == KEYS


def test_what_could_not_be_read_back_is_not_stored() -> None:
    backend = MemoryKeyring()
    assert failure_of(Vault(backend), Keys("x" * (KEY_MAX + 1), "a")).code == "too_long"
    assert backend.items == {}
    longest = Keys("\u0416" * KEY_MAX, "\u0416" * KEY_MAX, "\u0416" * KEY_MAX)
    Vault(backend).store(named("test-1"), longest)
    assert Vault(backend).load(named("test-1")) == longest
