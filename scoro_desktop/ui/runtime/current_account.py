"""The account that the window works with, and its keys once the keyring has given them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from scoro_desktop.scorocode.account import Account, Keys

if TYPE_CHECKING:
    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.messages.problems import Problem
    from scoro_desktop.scorocode.replies import Failure, Sent
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.vault_item import Place
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.wire import JsonObject


class ApiClient(Protocol):
    """The part of `scorocode.client.Client` that the window needs, and never imports: requests is slow to load."""

    def send(self, channel: Channel, body: JsonObject) -> Sent | Failure:
        """Sends a message by the call of its channel."""

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        """Counts the documents that match."""

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        """A call that changes nothing."""

    def close(self) -> None:
        """Lets its connections go."""


ClientFactory = Callable[[Account, Keys], ApiClient]
"""Makes a client. Called away from the GUI thread: the first call imports what sends."""


class KeySource(Protocol):
    """The part of the vault that is asked here."""

    def load(self, account: Account) -> Keys | None:
        """The keys of an account, None where there are none. Blocks."""


class CurrentAccount(QObject):
    """The chosen account. `keys` is None while they are fetched and where there are none.

    `changed` is emitted when the account, its keys or the trouble with them changed. `trouble` is a code of
    `storage.vault.VaultError`, or empty; `given_for` what the keys were given for, where that is the trouble.
    """

    changed = Signal()

    def __init__(
        self, background: Background, vault: KeySource, client_factory: ClientFactory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._vault = vault
        self._client_factory = client_factory
        self._asked = 0
        self.account: Account | None = None
        self.keys: Keys | None = None
        self.loading = False
        self.trouble = ""
        self.given_for: Place | None = None

    def choose(self, account: Account | None, keys: Keys | None = None) -> None:
        """Takes an account; its keys are fetched from the keyring in the background unless they are given."""
        self._asked += 1
        asked = self._asked
        self.account, self.keys, self.trouble, self.given_for = account, keys, "", None
        self.loading = account is not None and keys is None
        if account is not None and keys is None:

            def loaded(found: Keys | None) -> None:
                if isValid(self) and asked == self._asked:
                    self.keys, self.loading = found, False
                    self.changed.emit()

            def failed(error: Exception) -> None:
                from scoro_desktop.storage.vault import KeysElsewhere

                if isValid(self) and asked == self._asked:
                    self.trouble, self.loading = str(getattr(error, "code", "failed")), False
                    self.given_for = error.given_for if isinstance(error, KeysElsewhere) else None
                    self.changed.emit()

            self._background.submit(lambda: self._vault.load(account), loaded, failed)
        self.changed.emit()

    def ask_again(self) -> None:
        """Asks the keyring once more for keys that it did not have, or did not give."""
        if self.account is not None and self.keys is None and not self.loading:
            self.choose(self.account)

    def account_problems(self) -> list[Problem]:
        """Lists what keeps this account from sending anything now (`checks.problems_of_account`)."""
        from scoro_desktop.sending import checks

        return checks.problems_of_account(self.account, self.keys, keyring=self.trouble, given_for=self.given_for)

    def problems(self, draft: Draft) -> list[Problem]:
        """Everything that is wrong with sending a draft through this account now (`checks.before_sending`)."""
        from scoro_desktop.sending import checks

        return checks.before_sending(draft, self.account, self.keys, keyring=self.trouble, given_for=self.given_for)

    def client(self) -> Callable[[], ApiClient] | None:
        """Makes a client for this account and these keys when called, off the GUI thread; None without keys."""
        account, keys, factory = self.account, self.keys, self._client_factory
        if account is None or keys is None:
            return None
        return partial(factory, account, keys)
