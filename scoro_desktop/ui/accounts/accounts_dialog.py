"""The dialog of accounts: add, edit, duplicate, delete, log in, check.

The database, the keyring and the server are asked in the background (`PendingTask`).
What is asked of the server stands in `ServerQuestions`.
"""

import dataclasses
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from scoro_desktop.scorocode.account import DEFAULT_ADDRESS, DEFAULT_HOLD_S, AccessKind, Account, Environment, Keys
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.accounts.account_keeping import AccountKeeping
from scoro_desktop.ui.accounts.account_questions import DeleteQuestion, KeysStayQuestion
from scoro_desktop.ui.accounts.server_questions import AccountClient, ServerQuestions
from scoro_desktop.ui.kit.reveal import Reveal
from scoro_desktop.ui.runtime.account_book import AccountBook
from scoro_desktop.ui.runtime.background import Background


class AccountsDialog(AccountKeeping):
    """Accounts on the left, one of them in a form on the right."""

    def __init__(
        self,
        book: AccountBook,
        vault: Vault,
        background: Background,
        client_factory: Callable[[Account, Keys], AccountClient],
        parent: QWidget | None = None,
        first: str = "",
    ) -> None:
        """`first`: the id of the account that is shown at first, else the first of them."""
        super().__init__(book, vault, background, parent)
        self._first = first
        self._background = background
        self._server = ServerQuestions(self.form, self.notice, self._errands, client_factory, self)
        self._deleting = False
        self._is_fixed = False
        self._connect()
        self._fill_list("")
        for each in (self.list, self.add_button, self.duplicate_button, self.delete_button, self.check_button):
            each.setEnabled(False)
        for each in (self.revert_button, self.save_button):
            each.setEnabled(False)
        self.opening = Reveal(self.form, self._open_up())
        self.opening.shown.connect(self._opened)

    def _open_up(self) -> Iterator[None]:
        """Makes the form, then shows the first account in it."""
        yield from self.form.pieces()
        yield
        self._show_none()
        self._background.submit(self._vault.name, self._show_keyring_name, lambda _error: None)
        known = [each.id for each in self._book.all()]
        if known and not self._is_fixed:
            self._show(self._first if self._first in known else known[0])

    def _opened(self) -> None:
        self._show_state()
        if not self.form.isAncestorOf(self.focusWidget()):  # where a problem was gone to already
            first = self.add_button if self._is_fixed else self.list  # the list would choose an account
            first.setFocus(Qt.FocusReason.OtherFocusReason)  # it could not have it before
        self._go_to_wanted()
        if self._is_fixed:
            self._say_fixed()

    def mend_sandbox(self) -> None:
        """Says that the price of the sandbox cannot be changed, and shows no account that could be taken for it."""
        self._is_fixed = True  # said once the form stands

    def _say_fixed(self) -> None:
        words = self.tr(
            "The price of the sandbox is fixed, and it adds no opt-out text. Each account has its own: add one, or "
            "choose it on the left."
        )
        self.notice.show_text(words, "help")

    # --- choosing --------------------------------------------------------------------------------------------

    def select(self, account_id: str) -> None:
        """Shows an account, after asking about unsaved changes. An unknown id changes nothing."""
        self.opening.finish()
        if any(account.id == account_id for account in self._book.all()):
            self._leave(lambda: self._show(account_id))

    # --- adding, duplicating, deleting -----------------------------------------------------------------------

    def add(self) -> None:
        """Begins a new account. It is kept when it is saved, and not before somebody has said what its messages reach:
        neither of the environments is what goes without saying, least of all a test.
        """
        self.opening.finish()
        self._leave(self._begin)

    def _begin(self) -> None:
        blank = Account(_new_id(), "", Environment.TEST, DEFAULT_ADDRESS, "", AccessKind.MESSAGE)
        account = dataclasses.replace(blank, hold_seconds=DEFAULT_HOLD_S)
        self._saved, self._begun, self._saved_keys, self._keys_unread = None, account, Keys(), False
        self._errands.drop()
        self.form.load(account, Keys(), environment_chosen=False)
        self._fill_list(account.id, account)
        self.notice.clear()
        self._show_state()
        self.form.go_to("name")

    def add_with(self, address: str, application_id: str, access_kind: AccessKind, keys: Keys) -> None:
        """Begins a new account with what is known of it; an empty address is Scorocode's own.

        Its environment is production until somebody says otherwise: that mistake reaches nobody. It is kept when it is
        saved, and closing asks whether it is to be.
        """

        def fill() -> None:
            self._begin()
            begun = self.form.account()
            known = dataclasses.replace(
                begun,
                environment=Environment.PRODUCTION,
                address=address or begun.address,
                application_id=application_id,
                access_kind=access_kind,
            )
            self.form.load(known, keys)
            self._fill_list(known.id, known)
            self._show_state()
            self.form.go_to("name")

        self.opening.finish()
        self._leave(fill)

    def duplicate(self) -> None:
        """Makes a second account like the one shown, with its keys, and shows it."""
        self._leave(self._copy)

    def _copy(self) -> None:
        if self._saved is None or self._saved_keys is None:
            return
        name = self.tr("{name} (copy)").format(name=self._saved.name)
        copy = dataclasses.replace(self._saved, id=_new_id(), name=name)
        keys, only_session = self._saved_keys, self._vault.is_for_session(self._saved.id)
        self._saved, self._saved_keys, self._keys_unread = None, Keys(), False
        self.form.load(copy, keys)
        self._fill_list(copy.id, copy)
        self._keep_row(copy, self._keep_for_session if only_session else self._keep_keys)

    def delete(self) -> None:
        """Deletes the account that is shown, and its keys, after asking."""
        if self._saved is None:
            self._show_none()
            self._fill_list("")
            return
        account = self._saved
        if not DeleteQuestion.ask(account.name, self):
            return

        def done(_nothing: None) -> None:
            self._deleting = False
            self._remove(account)

        def failed(error: Exception) -> None:
            self._deleting = False
            if KeysStayQuestion.ask(account.name, self._words(error), self):
                self._remove(account)

        self._deleting = True
        self.changing.emit(account.id)
        waiting = self.tr("Deleting the keys from the keyring…")
        self._errands.run(lambda: self._vault.delete(account.id), done, failed, waiting)

    def _remove(self, account: Account) -> None:
        def removed() -> None:
            self._show_none()
            self._fill_list("")
            self.accounts_changed.emit()

        self._write(lambda done, failed: self._book.remove(self, account.id, done, failed), removed)

    # --- saving ----------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keeps the account, then its keys."""
        self._save(None)

    def revert(self) -> None:
        """Shows the account as it was saved."""
        if self._saved is None:
            self._show_none()
            self._fill_list("")
            return
        if self._keys_unread:
            self._saved_keys = None
        self.form.load(self._saved, self._saved_keys)
        self.notice.clear()
        self._show_state()
        if self._saved_keys is None:
            self._load_keys()

    # --- closing ---------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Closes, after asking about unsaved changes. Keys on their way to the keyring stay in memory meanwhile."""
        if self._deleting:  # the row goes after the keys: half a deletion would be left behind
            return
        if self._writing:
            self._close_wanted = True
            return
        if self._storing is not None:
            self._vault.keep_for_session(*self._storing)
            self._close()
            self.accounts_changed.emit()  # its row is saved already, and nobody waits for the end of this any more
        else:
            self._leave(self._close)

    def _close(self) -> None:
        self._errands.drop()
        self.form.clear()  # the fields hold keys
        super().reject()

    # --- the looks -------------------------------------------------------------------------------------------

    def _show_keyring_name(self, name: str | None) -> None:
        if not isValid(self):
            return
        if name is None:
            text = self.tr("There is no keyring here: the keys can only be kept until the app closes.")
        else:
            text = self.tr("The keys are kept in {keyring}, and in no file of this app.").format(keyring=name)
        self.form.keyring_note.setText(text)

    def _edited(self) -> None:
        self._then = None
        if self._saved_keys is not None:
            self.notice.clear()
        self._show_state()

    def _connect(self) -> None:
        self.list.chosen.connect(self.select)
        self.form.edited.connect(self._edited)
        self.form.login_wanted.connect(self._server.log_in)
        self.form.logout_wanted.connect(self._server.log_out)
        self._errands.changed.connect(self._show_state)
        for one, act in (
            (self.add_button, self.add),
            (self.duplicate_button, self.duplicate),
            (self.delete_button, self.delete),
            (self.check_button, self._server.check),
            (self.revert_button, self.revert),
            (self.save_button, self.save),
            (self.close_button, self.reject),
        ):
            one.clicked.connect(act)


def _new_id() -> str:
    import uuid  # for a new account alone

    return uuid.uuid4().hex
