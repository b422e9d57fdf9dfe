"""The accounts as the window has them: read once before it is built, changed as the disk takes the changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from scoro_desktop.storage.accounts import by_name

if TYPE_CHECKING:
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

Done = Callable[[None], None]
Failed = Callable[[Exception], None]


class AccountBook(QObject):
    """Every account. A change is on the disk before it is seen here.

    `done` of a change is called after that, or `failed` with StorageFailed and what else the table raises; neither
    where `owner` was deleted meanwhile.
    """

    def __init__(self, storage: AsyncStorage, accounts: Iterable[Account], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._accounts = {account.id: account for account in accounts}

    def all(self) -> list[Account]:
        """Every account, by name in any case."""
        return by_name(self._accounts.values())

    def of(self, account_id: str) -> Account | None:
        """Returns the account of an id, None where there is none. May be asked from any thread."""
        return self._accounts.get(account_id)

    def add(self, owner: QObject, account: Account, done: Done, failed: Failed) -> None:
        """Keeps a new account."""
        self._change(owner, lambda stores: stores.accounts.add(account), lambda: self._take(account), done, failed)

    def update(self, owner: QObject, account: Account, done: Done, failed: Failed) -> None:
        """Replaces what is kept of an account."""
        self._change(owner, lambda stores: stores.accounts.update(account), lambda: self._take(account), done, failed)

    def remove(self, owner: QObject, account_id: str, done: Done, failed: Failed) -> None:
        """Forgets an account; what was sent from it stays in the history."""

        def forget() -> None:
            self._accounts.pop(account_id, None)

        self._change(owner, lambda stores: stores.accounts.remove(account_id), forget, done, failed)

    def _take(self, account: Account) -> None:
        self._accounts[account.id] = account

    def _change(
        self, owner: QObject, job: Callable[[Stores], None], take: Callable[[], None], done: Done, failed: Failed
    ) -> None:
        def changed(_nothing: None) -> None:
            take()
            if isValid(owner):
                done(None)

        def fail(error: Exception) -> None:
            if isValid(owner):
                failed(error)
            else:
                self._storage.tell_unheard(error)

        self._storage.write(self, job, changed, fail)
