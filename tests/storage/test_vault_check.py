"""The check that a person runs when keys are not kept."""

import json

import pytest
from keyring.errors import KeyringLocked, PasswordDeleteError

from scoro_desktop import command
from scoro_desktop.storage import vault
from scoro_desktop.storage.vault import Vault
from scoro_desktop.storage.vault_check import check
from tests.storage.keyrings import FailingKeyring, MemoryKeyring


class ForgetfulKeyring(MemoryKeyring):
    """Takes everything and gives back something else, or keeps what it should delete."""

    def __init__(self, *, gives: str | None = None, deletes: bool = True) -> None:
        super().__init__()
        self._gives, self._deletes = gives, deletes

    def get_password(self, service: str, username: str) -> str | None:
        kept = super().get_password(service, username)
        return self._gives if kept is not None and self._gives is not None else kept

    def delete_password(self, service: str, username: str) -> None:
        if self._deletes:
            super().delete_password(service, username)


def test_a_keyring_that_works_is_left_as_it_was() -> None:
    backend = MemoryKeyring()
    backend.items["scoro-desktop/shop", "keys"] = "of somebody"
    result = check(Vault(backend))
    assert result["works"] is True
    assert result["keyring"] == backend.name
    assert backend.items == {("scoro-desktop/shop", "keys"): "of somebody"}
    assert backend.calls.count("set") == 1


@pytest.mark.parametrize(
    ("call", "error", "step", "code"),
    [
        ("set", KeyringLocked("no"), "store", "locked"),
        ("get", KeyringLocked("no"), "read", "locked"),
        ("delete", PasswordDeleteError("no"), "delete", "refused"),
    ],
)
def test_where_and_why_it_does_not_work_is_told(call: str, error: Exception, step: str, code: str) -> None:
    backend = FailingKeyring()
    backend.fail_next(call, error)
    result = check(Vault(backend))
    assert (result["works"], result["step"], result["code"]) == (False, step, code)
    if call == "get":
        assert backend.items == {}


def test_a_keyring_that_gives_back_something_else_does_not_work() -> None:
    result = check(Vault(ForgetfulKeyring(gives='{"cli": "other", "acc": "", "sess": ""}')))
    assert (result["works"], result["step"], result["code"]) == (False, "read", "differs")


def test_a_keyring_that_keeps_what_is_deleted_does_not_work() -> None:
    result = check(Vault(ForgetfulKeyring(deletes=False)))
    assert (result["works"], result["step"], result["code"]) == (False, "delete", "differs")


@pytest.mark.parametrize(("backend", "status"), [(MemoryKeyring(), 0), (FailingKeyring(set=[KeyringLocked("")]), 1)])
def test_the_command_prints_one_line_and_says_it_with_its_status_too(
    backend: MemoryKeyring, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(vault, "Vault", lambda: Vault(backend))
    assert command.run(["--check-keyring"]) == status
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["works"] is (status == 0)
