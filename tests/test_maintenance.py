"""Tests of what the uninstaller asks of the app: the keys of all accounts go, everything else stays."""

import io
import json
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from scoro_desktop import command
from scoro_desktop.maintenance import forget_keys
from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.storage import vault
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.folder_lock import FolderLock
from scoro_desktop.storage.vault import Vault
from tests.storage.keyrings import AskingKeyring, FailingKeyring, MemoryKeyring

NAMES = ["shop", "bank", "news"]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    connection = open_database(folder / DATABASE)
    for name in NAMES:
        account = Account(name, name, Environment.TEST, "https://a.example/", "the-application", AccessKind.MASTER)
        AccountStore(connection).add(account)
    connection.close()
    return folder


def fill(backend: MemoryKeyring) -> MemoryKeyring:
    for name in NAMES:
        backend.items[f"scoro-desktop/{name}", "keys"] = json.dumps({"cli": "a", "acc": "b", "sess": ""})
    backend.items["mail", "somebody"] = "not ours"
    return backend


def forget(data_dir: Path, backend: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(vault, "Vault", lambda: Vault(backend))
    return command.run(["--forget-keys", "--data-dir", str(data_dir)])


def test_the_keys_of_all_accounts_go_and_nothing_else(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    backend = fill(MemoryKeyring())
    assert forget(data_dir, backend, monkeypatch) == 0
    assert backend.items == {("mail", "somebody"): "not ours"}
    assert json.loads(capsys.readouterr().out) == {"keys": dict.fromkeys(NAMES, "deleted")}
    connection = open_database(data_dir / DATABASE)
    assert [account.id for account in AccountStore(connection).all()] == sorted(NAMES)
    connection.close()


def test_an_account_without_keys_is_no_failure(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = MemoryKeyring()
    backend.items["scoro-desktop/shop", "keys"] = "{}"
    assert forget(data_dir, backend, monkeypatch) == 0
    assert backend.items == {}


def test_one_that_stays_is_told_and_the_others_go(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    backend = fill(FailingKeyring(delete=[RuntimeError("no"), None, None]))
    assert forget(data_dir, backend, monkeypatch) == 1
    assert json.loads(capsys.readouterr().out) == {"keys": {"bank": "failed", "news": "deleted", "shop": "deleted"}}
    assert set(backend.items) == {("mail", "somebody"), ("scoro-desktop/bank", "keys")}


def test_a_keyring_that_nobody_answers_is_waited_for_once(data_dir: Path) -> None:
    backend = AskingKeyring()
    fill(backend)
    outcomes = forget_keys(data_dir / DATABASE, Vault(backend, time_limit_s=0.1))
    backend.answered.set()
    assert outcomes == dict.fromkeys(NAMES, "timed_out")


def test_without_data_there_is_nothing_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert forget(tmp_path / "none", MemoryKeyring(), monkeypatch) == 0
    assert not (tmp_path / "none").exists()


def test_a_database_that_cannot_be_read_is_told(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (data_dir / DATABASE).write_text("no database at all, but a long enough text to be one " * 50, "utf-8")
    backend = fill(MemoryKeyring())
    assert forget(data_dir, backend, monkeypatch) == 1
    assert DATABASE in capsys.readouterr().err
    assert len(backend.items) == len(NAMES) + 1


def test_not_while_the_app_runs(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = FolderLock.take(data_dir)
    assert lock is not None
    backend = fill(MemoryKeyring())
    assert forget(data_dir, backend, monkeypatch) == 1
    assert "running" in capsys.readouterr().err
    assert len(backend.items) == len(NAMES) + 1
    lock.release()
    assert forget(data_dir, backend, monkeypatch) == 0
    assert len(backend.items) == 1


def test_a_program_without_a_console_has_nowhere_to_write(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows gives a windowed program no streams at all, unless whoever starts it hands some over."""
    given: list[io.TextIOBase] = []
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    backend = fill(MemoryKeyring())
    assert forget(data_dir, backend, monkeypatch) == 0
    assert len(backend.items) == 1
    given += [sys.stdout, sys.stderr]  # type: ignore[list-item]
    assert all(given)
    for stream in given:
        stream.close()


def test_the_data_folder_is_the_apps_own(qapp: QApplication) -> None:
    """The uninstaller knows it by name: %LOCALAPPDATA%\\scoro-desktop."""
    assert command.data_folder().name == "scoro-desktop"
