"""The needs of a plan before something is done with it: its account with the keys of now, and its message."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.ui.runtime.background import while_there
from scoro_desktop.ui.words import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.account import Account, Keys
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.sending.later.frozen import Frozen
    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.sending.later_flow import Through


class PlanReach(QObject):
    """Finds it out beside the window, and says in the line below it what keeps it from that."""

    def __init__(self, services: Services, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._notice = notice

    def account_of(self, plan: Plan) -> Account | None:
        """The account of a plan as it is now; None where it was deleted."""
        own = self._services.sandbox_account
        return own if own is not None and own.id == plan.account_id else self._services.accounts.of(plan.account_id)

    def with_account(self, plan: Plan, act: Callable[[Frozen, Draft, Through], object]) -> None:
        """Does something with a plan as it is through its account as that is now; says what keeps it from that.

        The keyring may be waited for: an account that was changed meanwhile is looked at anew.
        """
        account = self.account_of(plan)
        if account is None:
            self._notice.say(self.tr("Its account was deleted. “Edit” puts the message into the form."))
            return

        def thawed(frozen: Frozen) -> None:
            if frozen.draft is None:
                return
            draft = dataclasses.replace(frozen.draft, locked=account.locked_query(), suffix=account.sms_suffix)

            def reached(through: Through) -> None:
                if self.account_of(plan) == account:
                    act(frozen, draft, through)
                else:
                    self.with_account(plan, act)

            self._with_keys(account, reached)

        self.thaw(plan, thawed)

    def _with_keys(self, account: Account, act: Callable[[Through], object]) -> None:
        from scoro_desktop.ui.sending.later_flow import Through

        services = self._services
        is_built_in = account == services.sandbox_account
        no_keys = self.tr("The keys of “{account}” are missing, or the keyring did not give them. Nothing was sent.")

        def loaded(keys: Keys | None) -> None:
            if keys is None:
                self._notice.say(no_keys.format(account=wording.account_name(account)))
            else:
                act(Through(account, keys, partial(services.client_factory, account, keys), is_built_in))

        if is_built_in:
            loaded(services.sandbox_keys)
        else:
            heard = while_there(self, loaded)
            services.background.submit(lambda: services.vault.load(account), heard, lambda _error: heard(None))

    def thaw(self, plan: Plan, act: Callable[[Frozen], None]) -> None:
        """Reads what was approved, beside the window: a query may be long."""
        from scoro_desktop.sending.later.frozen import thaw

        channel = known(plan.channel)

        def failed(_error: Exception) -> None:
            self._notice.say(self.tr("What was saved of this message cannot be read. It can only be cancelled."))

        if channel is None:
            failed(ValueError())
        else:
            job = partial(thaw, channel, plan.content)
            self._services.background.submit(job, while_there(self, act), while_there(self, failed))
