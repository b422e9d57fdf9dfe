"""Accounts at work: the list in the bar, the one that is chosen, and the dialog that keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:  # imported where they are opened: the first frame need not wait for them
    from PySide6.QtWidgets import QDialog, QWidget

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.top_bar import TopBar


class AccountPresenter(QObject):
    """Between the bar, the table of accounts and the account in use. `changed`: the table holds something else."""

    changed = Signal()

    def __init__(self, services: Services, current: CurrentAccount, bar: TopBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._services = services
        self._current = current
        self._bar = bar
        self._known: dict[str, Account] = {}
        bar.account_chosen.connect(self._chosen)

    def fill(self) -> None:
        """Reads the accounts and chooses one: that in use, else the last one used, else the first."""
        services, account = self._services, self._current.account
        known = services.accounts.all()
        if services.sandbox_account is not None:
            known = [services.sandbox_account, *known]
        wanted = account.id if account is not None else services.settings.selected_account
        chosen = next((each for each in known if each.id == wanted), known[0] if known else None)
        self._known = {each.id: each for each in known}
        self._bar.show_accounts(known, "" if chosen is None else chosen.id)
        self._choose(chosen)

    def show(self, account_id: str = "", *, logs_in: bool = False) -> AccountsDialog:
        """Opens the accounts, at the one with this id (empty for the one in use), or where one logs in to it."""
        from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog

        services, account = self._services, self._current.account
        dialog = AccountsDialog(
            services.accounts,
            services.vault,
            services.background,
            services.client_factory,
            self._window,
            first=account_id or ("" if account is None else account.id),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accounts_changed.connect(self.fill)
        dialog.accounts_changed.connect(self.changed)
        dialog.changing.connect(lambda account_id: services.dispatch.call_off("account_changed", account_id))
        dialog.finished.connect(self._current.ask_again)  # the keyring may have been unlocked for the dialog
        dialog.open()
        if logs_in:
            dialog.log_in()
        return dialog

    def show_do_not_send(self) -> QDialog:
        """Opens the list of people who get no campaign of the account in use; without one, the accounts."""
        account = self._current.account
        if account is None:
            return self.show()
        from scoro_desktop.ui.campaigns.do_not_send_dialog import DoNotSendDialog

        services = self._services
        dialog = DoNotSendDialog(services.storage, services.background, account.id, account.name, self._window)
        dialog.open()
        return dialog

    def mend(self, field: str) -> None:
        """Opens the accounts at a field of the one in use, where a problem is; empty for none in particular."""
        dialog = self.show()
        if field and self.is_built_in:
            dialog.mend_sandbox()
        else:
            dialog.mend(field)

    @property
    def is_built_in(self) -> bool:
        """Tells whether the account in use is the sandbox that the app brings along."""
        account = self._current.account
        return account is not None and account == self._services.sandbox_account

    def _choose(self, account: Account | None) -> None:
        built_in = account is not None and account == self._services.sandbox_account
        self._current.choose(account, self._services.sandbox_keys if built_in else None)

    def _chosen(self, account_id: str) -> None:
        self._services.settings.selected_account = account_id
        self._choose(self._known.get(account_id))
