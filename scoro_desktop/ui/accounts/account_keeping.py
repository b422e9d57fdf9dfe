"""One account between the form, the table of accounts and the keyring: loaded, changed, kept.

The database is asked on the GUI thread, as everywhere; the keyring in the background (`Errands`).
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.vault import Vault, VaultError
from scoro_desktop.ui.accounts import account_words
from scoro_desktop.ui.accounts.accounts_view import AccountsView
from scoro_desktop.ui.accounts.errands import Errands
from scoro_desktop.ui.accounts.notice import Action
from scoro_desktop.ui.background import Background

_MAY_WAIT: Final = frozenset({"application_id_missing", "client_key_missing", "access_key_missing", "session_missing"})
"""Problems with which an account can be kept, to be completed later; nothing can be sent until then."""


class AccountKeeping(AccountsView):
    """What the dialog of accounts does with the one in its form.

    `accounts_changed` is emitted when an account or its keys were saved, kept or deleted.
    """

    accounts_changed = Signal()

    def __init__(
        self, store: AccountStore, vault: Vault, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._vault = vault
        self._errands = Errands(background, self.notice, self)
        self._saved: Account | None = None  # as it is in the store; None for a new one and for none
        self._saved_keys: Keys | None = None  # as they are in the vault; None while they are not known
        self._keys_unread = False  # the vault would not tell: what it holds must not be overwritten unseen
        self._focus: QWidget | None = None  # what had the keyboard before the form had to wait
        self._begun: Account | None = None  # what a new one began as
        self._wanted = ""  # the field to go to once the keys are there
        self._storing: tuple[str, Keys] | None = None  # what is on its way into the keyring
        self._then: Callable[[], None] | None = None  # what waits for the keys to be stored

    # --- loading ---------------------------------------------------------------------------------------------

    def mend(self, field: str) -> None:
        """Goes to a field of the account shown and says what is wrong there, once it is known what the keys are."""
        self._wanted = field
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if self._wanted in self.form.rows and self._saved_keys is not None:
            field, self._wanted = self._wanted, ""
            self.form.show_all_problems([field])
            self.form.go_to(field)

    def _load_keys(self) -> None:
        account_id = self.form.account().id

        def loaded(keys: Keys | None) -> None:
            self._saved_keys, self._keys_unread = keys or Keys(), False
            self.form.load_keys(self._saved_keys)
            self._show_state()
            self._go_to_wanted()

        def failed(error: Exception) -> None:
            self._saved_keys, self._keys_unread = Keys(), True
            self.form.load_keys(Keys())
            text = self.tr("The keys could not be read. {why} Or type them in.").format(why=self._words(error))
            self.notice.show_text(text, "problem", ((self.tr("Try again"), self._read_again),))
            self._show_state()

        self._errands.run(
            lambda: self._vault.load(account_id), loaded, failed, self.tr("Reading the keys…"), blocks=False
        )

    def _read_again(self) -> None:
        self._saved_keys = None
        self.form.wait_for_keys()
        self._show_state()
        self._load_keys()

    def _show_none(self) -> None:
        self._saved, self._saved_keys, self._keys_unread = None, None, False
        self.form.clear()
        self.notice.clear()
        self.list.show_current("")
        self._show_state()

    def _is_dirty(self) -> bool:
        if not self.form.has_account:
            return False
        keys_changed = self._saved_keys is not None and self.form.keys() != self._saved_keys
        return keys_changed or self.form.account() != (self._saved or self._begun)

    # --- saving ----------------------------------------------------------------------------------------------

    def _save(self, then: Callable[[], None] | None) -> None:
        wrong = [problem.field[-1] for problem in self.form.problems() if problem.code not in _MAY_WAIT]
        keys = self.form.keys()
        if self._keys_unread and keys != Keys() and not (keys.client_key and keys.access_key):
            # the keyring may hold the others: half of the keys must not take the place of all of them
            wrong += [field for field in ("client_key", "access_key") if not getattr(keys, field)]
        if wrong:
            self.form.show_all_problems(wrong)
            return
        self._then = then
        if self._keep_row():
            self._keep_keys()

    def _keep_row(self) -> bool:
        account = self.form.account()
        try:
            if self._saved is None:
                self._store.add(account)
            else:
                self._store.update(account)
        except StorageError as error:
            self._show_storage_trouble(error)
            return False
        self._saved = account
        self._fill_list(account.id)
        return True

    def _keep_keys(self, *, unchanged_too: bool = False) -> None:
        account_id, keys = self.form.account().id, self.form.keys()
        if keys == self._saved_keys and not unchanged_too:
            self._kept()
            return

        def failed(error: Exception) -> None:
            self._storing = None
            text = self.tr("The account is saved, its keys are not. {why}").format(why=self._words(error))
            again = (self.tr("Try again"), lambda: self._keep_keys(unchanged_too=unchanged_too))
            self.notice.show_text(text, "problem", (self._session_only(), again))
            self.accounts_changed.emit()

        self._storing = (account_id, keys)
        job = self._vault.delete if keys == Keys() else lambda which: self._vault.store(which, keys)
        waiting = self.tr("Putting the keys into the keyring. It may ask for its password in a window of its own.")
        self._errands.run(lambda: job(account_id), lambda _nothing: self._kept(), failed, waiting, self._session_only())

    def _session_only(self) -> Action:
        return self.tr("Keep for this session only"), self._keep_for_session

    def _keep_for_session(self) -> None:
        self._errands.drop()  # what the keyring still says of these keys changes nothing any more
        self._vault.keep_for_session(self.form.account().id, self.form.keys())
        self._kept()

    def _kept(self) -> None:
        self._storing = None
        self._saved_keys, self._keys_unread = self.form.keys(), False
        account = self.form.account()
        self.form.load(account, self._saved_keys)
        self._fill_list(account.id)
        if self._vault.is_for_session(account.id):
            text = self.tr("Saved. The keys are kept until the app closes, then they have to be typed again.")
            self.notice.show_text(text, "warning", ((self.tr("Put them into the keyring"), self._store_after_all),))
        else:
            self.notice.show_text(self.tr("Saved."), "good")
        self._show_state()
        self.accounts_changed.emit()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _store_after_all(self) -> None:
        self._keep_keys(unchanged_too=True)

    # --- the looks -------------------------------------------------------------------------------------------

    def _accounts(self) -> list[Account]:
        try:
            return self._store.all()
        except StorageError as error:
            self._show_storage_trouble(error)
            return []

    def _fill_list(self, current: str, unsaved: Account | None = None) -> None:
        accounts = self._accounts()
        begun = ""
        if unsaved is not None and unsaved.id not in {account.id for account in accounts}:
            accounts.append(unsaved)
            begun = unsaved.id
        for_session = {account.id for account in accounts if self._vault.is_for_session(account.id)}
        self.list.fill(accounts, for_session, current, begun)
        self.empty.setVisible(not accounts)

    def _words(self, error: Exception) -> str:
        if isinstance(error, VaultError):
            return account_words.keyring_trouble(error)
        return self.tr("Something went wrong in the app: {what}.").format(what=type(error).__name__)

    def _show_storage_trouble(self, error: StorageError) -> None:
        text = self.tr("The accounts could not be read or written. Is the disk full, or the folder read-only? ({what})")
        self.notice.show_text(text.format(what=type(error).__name__), "problem")

    def _show_state(self) -> None:
        shown, free = self.form.has_account, not self._errands.blocks
        if not free and self._focus is None:
            self._focus = self.focusWidget()
        known = self._saved_keys is not None
        dirty = shown and known and self._is_dirty()
        self.form.setEnabled(shown and free)
        self.list.setEnabled(free)
        self.add_button.setEnabled(free)
        self.duplicate_button.setEnabled(free and known and self._saved is not None and not self._keys_unread)
        self.delete_button.setEnabled(free and shown)
        self.check_button.setEnabled(free and shown and known)
        self.revert_button.setEnabled(free and dirty)
        self.save_button.setEnabled(free and (dirty or (shown and self._saved is None)))
        if free and self._focus is not None:
            focus, self._focus = self._focus, None
            if isValid(focus) and focus.isEnabled():  # a button of the notice is gone with it
                focus.setFocus()
