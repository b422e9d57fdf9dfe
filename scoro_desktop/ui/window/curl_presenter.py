"""curl at work: a command in, by the dialog that reads one, and what is on the screen out, as a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject

from scoro_desktop.audience.relative_dates import CannotWorkOutError
from scoro_desktop.scorocode.account import DEFAULT_ADDRESS, AccessKind, Keys
from scoro_desktop.sending import checks
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.words import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.curl.reading import CurlReading
    from scoro_desktop.curl.shell import Shell
    from scoro_desktop.messages.request import Request
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.history import Send
    from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
    from scoro_desktop.ui.curl.import_dialog import ImportDialog
    from scoro_desktop.ui.curl.told import Told
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.compose_tab import ComposeTab


class OpenMessage(Protocol):
    """Shows a message with its audience in the tab of its channel."""

    def __call__(self, request: Request, *, everyone: bool, query_text: str) -> None:
        """`everyone`: whether everyone is chosen; else `query_text` stands in the editor."""


class CurlPresenter(QObject):
    """Between the tabs, the account in use and the two dialogs."""

    def __init__(
        self,
        services: Services,
        current: CurrentAccount,
        in_front: Callable[[], ComposeTab],
        open_message: OpenMessage,
        open_accounts: Callable[[], AccountsDialog],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._in_front = in_front
        self._current = current
        self._book = services.accounts
        self._appearance = services.appearance
        self._background = services.background
        self._open_message = open_message
        self._open_accounts = open_accounts

    def show_import(self) -> ImportDialog:
        """Opens the dialog that reads a command."""
        from scoro_desktop.ui.curl.import_dialog import ImportDialog

        colours = self._appearance.colours
        dialog = ImportDialog(
            self._in_front().channel, self._current, self._book.all, colours, self._background, self._window
        )
        dialog.fill_wanted.connect(self._fill)
        dialog.keep_wanted.connect(lambda reading: self._keep(reading, dialog))
        dialog.open()
        return dialog

    def import_text(self, text: str) -> None:
        """Opens the dialog that reads a command, with a text in it."""
        self.show_import().editor.take(text)

    def copy_send(self, send: Send, shell: Shell, with_keys: bool) -> None:
        """Copies what was sent; with keys only those of the account in use, if it is for the same application there."""
        from scoro_desktop.ui.curl import copying
        from scoro_desktop.ui.curl.copy_questions import CannotCopy, KeysQuestion

        account, keys = self._current.account, self._current.keys
        if not with_keys:
            copying.copy_send(send, shell, self._window)
        elif account is None or (account.application_id, account.address) != (send.application_id, send.address):
            name = wording.name_in_history(send.account_id, send.account_name)
            text = self.tr(
                "It was sent through “{account}”. Choose that account in the window to copy the command with its keys."
            )
            CannotCopy.tell(text.format(account=name), self._window)
        elif keys is None or not (keys.client_key and keys.access_key):
            CannotCopy.tell(self.tr("The keys of the account are missing."), self._window)
        else:
            everyone_in = "" if send.request.get("query") else send.collection
            if KeysQuestion.ask(wording.account_line(account), everyone_in, self._window):
                copying.copy_send(send, shell, self._window, copying.keys_of(account, keys))

    def copy(self, shell: Shell, with_keys: bool) -> None:
        """Copies what is on the screen; with the keys of the account in use only after a question."""
        from scoro_desktop.curl.reading import masked_keys
        from scoro_desktop.ui.curl import copying
        from scoro_desktop.ui.curl.copy_questions import CannotCopy, KeysQuestion

        draft, account, keys = self._in_front().draft(), self._current.account, self._current.keys
        if draft.audience is None:
            # a command without a query would reach everyone
            CannotCopy.tell(self.tr("First choose who gets it: without a query it would go to everyone."), self._window)
            return
        if left := checks.variables_left_in_query(draft):
            words = self.tr("First fill in {variables} in the query: as it stands it may reach others.")
            CannotCopy.tell(words.format(variables=", ".join(left)), self._window)
            return
        if draft.input_problems:
            CannotCopy.tell(wording.problem(draft.input_problems[0]), self._window)
            return
        try:
            draft = draft.at(here.instant())
        except CannotWorkOutError:
            words = self.tr("The relative dates of the audience cannot be worked out. Is this computer's clock right?")
            CannotCopy.tell(words, self._window)
            return
        address = DEFAULT_ADDRESS if account is None else account.address
        if not with_keys:
            application_id = "" if account is None else account.application_id
            has_session = keys is None or bool(keys.session)
            shown = masked_keys(application_id, session=has_session)
            copying.copy(draft.request(), address, shown, shell, self._window, note=_note(draft))
        elif account is None or keys is None or not (keys.client_key and keys.access_key):
            CannotCopy.tell(self.tr("The keys of the account are missing."), self._window)
        else:
            everyone_in = "" if draft.query() else draft.collection
            if KeysQuestion.ask(wording.account_line(account), everyone_in, self._window):
                real = copying.keys_of(account, keys)
                copying.copy(draft.request(), address, real, shell, self._window, secret=True, note=_note(draft))

    def _fill(self, told: Told) -> None:
        if told.request is not None:
            # The API takes no query for everyone. Here that is a choice, which nothing pasted makes.
            self._open_message(told.request, everyone=False, query_text=told.query_text)

    def _keep(self, reading: CurlReading, dialog: ImportDialog) -> None:
        """Opens the accounts with a new one that has the keys, to be named, checked and saved there."""
        pasted = reading.keys
        keys = Keys(pasted.cli, pasted.acc, pasted.sess)
        accounts = self._open_accounts()
        accounts.accounts_changed.connect(dialog.show_reading)
        accounts.add_with(reading.address or "", pasted.app, _kind(reading), keys)


def _note(draft: Draft) -> str:
    """Says of what is copied that its dates stand still from now on; empty where it has no relative dates."""
    if draft.instant is None:
        return ""
    return QCoreApplication.translate(
        "curl", "It has the dates as of now: relative dates are not worked out again where it is pasted."
    )


def _kind(reading: CurlReading) -> AccessKind:
    """Tells the kind of the key, as far as that can be told: only the masterKey goes without a session (reference:
    "sess").
    """
    placeholders = [str(each.params["keys"]).split(", ") for each in reading.notes if each.code == "placeholder_keys"]
    has_session = reading.keys.sess or any("sess" in each for each in placeholders)
    return AccessKind.MESSAGE if has_session or not reading.keys.acc else AccessKind.MASTER
