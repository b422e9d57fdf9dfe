"""One account between the form, the table of accounts and the keyring: changed, kept, and what becomes of its keys.

Database and keyring are asked in the background (`PendingTask`).
"""

import dataclasses
from collections.abc import Callable
from typing import Final

from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.vault_item import Place, place_of
from scoro_desktop.ui.accounts.account_loading import AccountLoading
from scoro_desktop.ui.accounts.account_questions import UnsavedQuestion
from scoro_desktop.ui.accounts.notice import Action
from scoro_desktop.ui.runtime.account_book import Done, Failed
from scoro_desktop.ui.words import account_words

_MAY_WAIT: Final = frozenset({"application_id_missing", "client_key_missing", "access_key_missing", "session_missing"})
"""Problems with which an account can be kept, to be completed later; nothing can be sent until then."""


class AccountKeeping(AccountLoading):
    """The acts of the accounts dialog on the account in its form."""

    # --- saving ----------------------------------------------------------------------------------------------

    def _save(self, then: Callable[[], None] | None) -> None:
        problems = [each for each in self.form.problems() if each.stops]
        wrong = [problem.field[-1] for problem in problems if problem.code not in _MAY_WAIT]
        keys = self.form.keys()
        if self._keys_unread and keys != Keys() and not (keys.client_key and keys.access_key):
            # the keyring may hold the others: half of the keys must not take the place of all of them
            wrong += [field for field in ("client_key", "access_key") if not getattr(keys, field)]
        if wrong:
            self.form.show_all_problems(wrong)
            return
        self._then = then
        before = self._saved
        if before is not None and (_way_of(before) != _way_of(self.form.account()) or keys != self._saved_keys):
            self.changing.emit(before.id)

        def keep_keys() -> None:
            moved = before is not None and place_of(before) != place_of(self.form.account())
            if moved and keys == self._saved_keys and self._vault.is_for_session(self.form.account().id):
                self._keep_for_session()
            else:
                self._keep_keys(unchanged_too=moved and keys != Keys())

        self._keep_row(self.form.account(), keep_keys)

    def _keep_row(self, account: Account, then: Callable[[], None]) -> None:
        """Writes an account down; `then` follows once the disk has it."""
        keep = self._book.add if self._saved is None else self._book.update

        def done() -> None:
            self._saved = account
            self._fill_list(account.id)
            then()

        self._write(lambda done, failed: keep(self, account, done, failed), done)

    def _write(self, change: Callable[[Done, Failed], None], then: Callable[[], None]) -> None:
        """Changes the table of accounts; until that is done or was told to have failed the dialog waits with it."""

        def done(_nothing: None) -> None:
            self._writing = False
            then()
            if self._close_wanted:
                self.reject()

        def failed(error: Exception) -> None:
            self._writing = False
            self._close_wanted, self._then = False, None
            if not isinstance(error, StorageError):
                raise error
            self._show_storage_trouble(error)
            self._show_state()

        self._writing = True
        self._errands.wait_for(change, done, failed, self.tr("Saving…"))

    def _keep_keys(self, *, unchanged_too: bool = False) -> None:
        account, keys = self.form.account(), self.form.keys()
        if keys == self._saved_keys and not unchanged_too:
            self._kept()
            return

        def failed(error: Exception) -> None:
            self._storing = None
            text = self.tr("The account is saved, its keys are not. {why}").format(why=self._words(error))
            again = (self.tr("Try again"), lambda: self._keep_keys(unchanged_too=unchanged_too))
            self.notice.show_text(text, "problem", (self._session_only(), again))
            self.accounts_changed.emit()

        self._storing = (account, keys)

        def job() -> None:
            if keys == Keys():
                self._vault.delete(account.id)
            else:
                self._vault.store(account, keys)

        waiting = self.tr("Saving the keys in the keyring. It may ask for its password in a separate window.")
        self._errands.run(job, lambda _nothing: self._kept(), failed, waiting, self._session_only())

    def _session_only(self) -> Action:
        return self.tr("Keep until I close the app"), self._keep_for_session

    def _keep_for_session(self) -> None:
        self._errands.drop()  # what the keyring still says of these keys changes nothing any more
        self._vault.keep_for_session(self.form.account(), self.form.keys())
        self._kept()

    def _kept(self) -> None:
        self._storing = None
        if self._keys_unread and self.form.keys() == Keys():
            self._kept_without_keys()
            return
        self._saved_keys, self._keys_unread = self.form.keys(), False
        account = self.form.account()
        self.form.load(account, self._saved_keys)
        self._fill_list(account.id)
        if self._vault.is_for_session(account.id):
            text = self.tr("Saved. The keys are kept until the app closes, then they have to be typed again.")
            self.notice.show_text(text, "warning", ((self.tr("Save the keys in the keyring"), self._store_after_all),))
        else:
            self.notice.show_text(self.tr("Saved."), "good")
        self._show_state()
        self.accounts_changed.emit()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _kept_without_keys(self) -> None:
        """The keyring has not told what it holds, and that stays as it is: it is asked once more."""
        account = self.form.account()
        then, self._then = self._then, None
        self.accounts_changed.emit()
        if then is not None:
            self._saved_keys = Keys()
            self.form.load(account, Keys())  # as it was saved: nothing is left to ask about
            then()
        else:
            self._show(account.id)

    def _store_after_all(self) -> None:
        self._keep_keys(unchanged_too=True)

    # --- keys that were given for another place --------------------------------------------------------------

    def _ask_where(self, account: Account, given_for: Place) -> None:
        """Asks what is right. Until somebody says so the keys stay where they are, and go nowhere."""
        back = account_words.go_back(account, given_for)
        there = account_words.use_there(account, given_for)
        self.notice.show_text(
            account_words.keys_elsewhere(account, given_for),
            "problem",
            (
                (back, lambda: self._leave(lambda: self._go_back(given_for))),
                (there, lambda: self._leave(lambda: self._use_there(place_of(account)))),
            ),
        )

    def _go_back(self, given_for: Place) -> None:
        if self._saved is None:
            return
        back = dataclasses.replace(self._saved, address=given_for.address, application_id=given_for.application_id)

        def shown() -> None:
            self._show(back.id)
            self.accounts_changed.emit()

        self.changing.emit(back.id)
        self._write(lambda done, failed: self._book.update(self, back, done, failed), shown)

    def _use_there(self, there: Place) -> None:
        account = self._saved
        if account is None or place_of(account) != there:  # it was changed meanwhile: what was agreed to is not that
            self._read_again()
            return

        def taken(keys: Keys | None) -> None:
            self._keys_loaded(keys)
            self.notice.show_text(self.tr("From now on the keys are for {address}.").format(address=where), "good")
            self.accounts_changed.emit()

        where = account.address
        waiting = self.tr("Saving the keys in the keyring. It may ask for its password in a separate window.")
        self._errands.run(lambda: self._vault.take_over(account), taken, self._keys_not_loaded, waiting)

    def _leave(self, go: Callable[[], None]) -> None:
        """Does what takes the form away from its account, once its changes are saved or given up."""
        if not self._is_dirty():
            go()
            return
        answer = UnsavedQuestion.ask(self._name(), self)
        if answer == "discard":
            go()
            return
        self.list.show_current(self.form.account().id)
        if answer == "save":
            self._save(go)

    def _name(self) -> str:
        return self.form.account().name or self.tr("New account")


def _way_of(account: Account) -> tuple[object, ...]:
    """The parts of an account that decide where a message goes, to whom and with which rights."""
    return place_of(account), account.environment, account.access_kind, account.locked_clause
