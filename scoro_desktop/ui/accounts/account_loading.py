"""The account in the form: loaded with its keys, and what stands beside it.

The account comes out of memory (`AccountBook`), its keys out of the keyring, in the background (`PendingTask`).
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.vault import KeysElsewhere, Vault, VaultError
from scoro_desktop.storage.vault_item import Place
from scoro_desktop.ui.accounts.accounts_view import AccountsView
from scoro_desktop.ui.accounts.pending_task import PendingTask
from scoro_desktop.ui.runtime.account_book import AccountBook
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.words import account_words


class AccountLoading(AccountsView):
    """Shows one account of the table, and its keys once the keyring has given them.

    `accounts_changed` is emitted when an account or its keys were saved, kept or deleted; `changing(account_id)` before
    one is deleted, or what a message goes through is changed in it: no message that waits may go through it any more.
    """

    accounts_changed = Signal()
    changing = Signal(str)

    def __init__(self, book: AccountBook, vault: Vault, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._vault = vault
        self._errands = PendingTask(background, self.notice, self)
        self._saved: Account | None = None  # as it is in the store; None for a new one and for none
        self._saved_keys: Keys | None = None  # as they are in the vault; None while they are not known
        self._keys_unread = False  # the vault would not tell: what it holds must not be overwritten unseen
        self._focus: QWidget | None = None  # what had the keyboard before the form had to wait
        self._begun: Account | None = None  # what a new one began as
        self._wanted = ""  # the field to go to once the keys are there
        self._logs_in = False  # the button below the session is
        self._storing: tuple[Account, Keys] | None = None  # what is on its way into the keyring
        self._then: Callable[[], None] | None = None  # what waits for the keys to be stored
        self._is_empty = True  # there is no account at all
        self._writing = False  # a row is on its way to the disk
        self._close_wanted = False  # after that

    # --- loading ---------------------------------------------------------------------------------------------

    def mend(self, field: str) -> None:
        """Goes to a field of the account shown and says what is wrong there, once it is known what the keys are."""
        self._wanted = field
        self._go_to_wanted()

    def log_in(self) -> None:
        """Goes to where one logs in: the session of the account shown has ended, which nobody can see from it."""
        self._logs_in = True
        self.mend("session")

    def _go_to_wanted(self) -> None:
        if self._wanted in self.form.rows and self._saved_keys is not None and not self.form.isHidden():
            field, self._wanted = self._wanted, ""
            self.form.show_all_problems([field])
            self.form.go_to(field)
            if self._logs_in:
                self.form.ensureWidgetVisible(self.form.login_button)
                self.form.login_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load_keys(self) -> None:
        account = self._saved or self.form.account()
        self._errands.run(
            lambda: self._vault.load(account),
            self._keys_loaded,
            self._keys_not_loaded,
            self.tr("Reading the keys…"),
            blocks=False,
        )

    def _keys_loaded(self, keys: Keys | None) -> None:
        self._saved_keys, self._keys_unread = keys or Keys(), False
        self.form.load_keys(self._saved_keys)
        self._show_state()
        self._go_to_wanted()

    def _keys_not_loaded(self, error: Exception) -> None:
        self._saved_keys, self._keys_unread = Keys(), True
        self.form.load_keys(Keys())
        if isinstance(error, KeysElsewhere) and self._saved is not None:
            self._ask_where(self._saved, error.given_for)
        else:
            text = self.tr("The keys could not be read. {why} Or enter them by hand.").format(why=self._words(error))
            self.notice.show_text(text, "problem", ((self.tr("Try again"), self._read_again),))
        self._show_state()

    def _show(self, account_id: str) -> None:
        account = next((each for each in self._book.all() if each.id == account_id), None)
        if account is None:
            self._show_none()
            return
        self._saved, self._saved_keys, self._keys_unread = account, None, False
        self._fill_list(account_id)
        self.form.load(account, None)
        self.notice.clear()
        self._show_state()
        self._load_keys()

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

    def _ask_where(self, account: Account, given_for: Place) -> None:
        """Asks what is right, where the keys were given for another place than the account names."""
        raise NotImplementedError

    # --- the looks -------------------------------------------------------------------------------------------

    def _fill_list(self, current: str, unsaved: Account | None = None) -> None:
        accounts = self._book.all()
        begun = ""
        if unsaved is not None and unsaved.id not in {account.id for account in accounts}:
            accounts.append(unsaved)
            begun = unsaved.id
        for_session = {account.id for account in accounts if self._vault.is_for_session(account.id)}
        self.list.fill(accounts, for_session, current, begun)
        self._is_empty = not accounts
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        """Says what to do in the place of a form that shows no account."""
        shows_none = not self.form.isHidden() and not self.form.has_account  # it is hidden while it is made
        if not self.form.isHidden():
            self.form.show_fields(not shows_none)
        self.empty.setVisible(shows_none and self._is_empty)
        self.none_chosen.setVisible(shows_none and not self._is_empty)

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
        self._show_emptiness()
        self.list.setEnabled(free and not self.form.isHidden())  # it is hidden while it is made
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
