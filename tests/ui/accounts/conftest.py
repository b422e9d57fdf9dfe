import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.check import FieldCheck
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.threads import Storage
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.runtime.account_book import AccountBook
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background
from tests.journey.sight import is_waiting
from tests.storage.keyrings import FailingKeyring

SHOP = Account("test-shop", "Shop", Environment.PRODUCTION, "https://a.example/api/", "the-app", AccessKind.MESSAGE)
TRIAL = Account("test-trial", "Trial", Environment.TEST, "https://b.example/api/", "other-app", AccessKind.MASTER)
SHOP_KEYS = Keys("shop-client", "shop-access", "shop-session")
TRIAL_KEYS = Keys("trial-client", "trial-access")


@dataclass
class FakeClient:
    """Stands where the network would: gives what it is told to, and remembers what it was asked with."""

    login_result: str | Failure = "new-session"
    logout_result: Failure | None = None
    check_result: tuple[FieldCheck, ...] = ()
    asked: list[tuple[object, ...]] = field(default_factory=list)
    made_with: list[tuple[Account, Keys]] = field(default_factory=list)

    def __call__(self, account: Account, keys: Keys) -> "FakeClient":
        self.made_with.append((account, keys))
        return self

    def login(self, email: str, password: str) -> str | Failure:
        self.asked.append(("login", email, password))
        return self.login_result

    def logout(self) -> Failure | None:
        self.asked.append(("logout",))
        return self.logout_result

    def check(self) -> tuple[FieldCheck, ...]:
        self.asked.append(("check",))
        return self.check_result

    def close(self) -> None:
        self.asked.append(("close",))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AccountStore]:
    connection: sqlite3.Connection
    with contextlib.closing(open_database(tmp_path / "scoro.db")) as connection:
        store = AccountStore(connection)
        store.add(SHOP)
        store.add(TRIAL)
        yield store


@pytest.fixture
def keyring() -> FailingKeyring:
    return FailingKeyring(get=[], set=[], delete=[])


@pytest.fixture
def vault(keyring: FailingKeyring) -> Vault:
    vault = Vault(keyring, time_limit_s=10)
    vault.store(SHOP, SHOP_KEYS)
    vault.store(TRIAL, TRIAL_KEYS)
    return vault


@pytest.fixture
def client() -> FakeClient:
    return FakeClient()


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


@pytest.fixture
def book(qtbot: QtBot, store: AccountStore, tmp_path: Path) -> Iterator[AccountBook]:
    """The accounts of the table as they are when the dialog is opened."""
    storage = Storage(tmp_path / "scoro.db")
    asked = AsyncStorage(storage)
    yield AccountBook(asked, store.all())
    asked.close()
    storage.close()


@pytest.fixture
def dialog(qtbot: QtBot, book: AccountBook, vault: Vault, background: Background, client: FakeClient) -> AccountsDialog:
    dialog = AccountsDialog(book, vault, background, client)
    qtbot.addWidget(dialog, before_close_func=lambda _: dialog.form.clear())  # nothing unsaved to ask about
    dialog.show()
    ready(qtbot, dialog)
    return dialog


def ready(qtbot: QtBot, dialog: AccountsDialog) -> None:
    """Waits until neither the keyring nor the server is waited for."""
    qtbot.waitUntil(lambda: not is_waiting(dialog))
