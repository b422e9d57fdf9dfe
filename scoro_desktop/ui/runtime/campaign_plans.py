"""Campaigns that are planned: kept with a time once they are approved, and started by their runner when it comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from scoro_desktop.storage.campaigns.types import TEMPLATE, NotPossible
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.planned_types import AlreadyDecided, Ask, AskCode, NewPlan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.progress import Progress
    from scoro_desktop.storage.campaigns.states import Why
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.storage.planned_types import Plan, When
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.campaign_runner import CampaignRunner
    from scoro_desktop.ui.runtime.later_runner import LaterRunner
    from scoro_desktop.ui.runtime.plan_sender import PlanSender

OUT_AT_ONCE: Final = 100
"""Rows that are left out in one write. Ours."""


class CampaignPlans(QObject):
    """Between the plans and the runner of campaigns, whose ledger sends to nobody twice by itself."""

    def __init__(
        self,
        storage: AsyncStorage,
        background: Background,
        sender: PlanSender,
        runner: LaterRunner,
        campaigns: CampaignRunner,
    ) -> None:
        super().__init__(runner)
        self._storage = storage
        self._background = background
        self._sender = sender
        self._runner = runner
        self._campaigns = campaigns
        campaigns.refused.connect(self._refused)
        campaigns.progressed.connect(self._begun)

    def keep(self, campaign: Campaign, when: When, *, in_quiet_hours: bool) -> None:
        """Plans the start of a campaign that was approved a moment ago. `in_quiet_hours`: it may start in them."""
        account = self._campaigns.account_of(campaign)
        if account is None:
            self._runner.refused.emit(0, "account_changed")
            return

        def freeze() -> NewPlan:
            return self._frozen(campaign, account, when, in_quiet_hours=in_quiet_hours)

        plan = partial(self._runner.plan, since=self._runner.doubts)
        self._background.submit(freeze, plan, lambda _error: self._runner.refused.emit(0, "no_keys"))

    def _frozen(self, campaign: Campaign, account: Account, when: When, *, in_quiet_hours: bool) -> NewPlan:
        """On a thread: the mark of the keys takes a while."""
        from scoro_desktop.sending.later.frozen import Approved, Frozen, TemplateMark, parts_of
        from scoro_desktop.sending.later.key_mark import mark_of

        keys = self._sender.keys_of(account)
        mark = "" if keys is None or self._sender.is_built_in(account) else mark_of(keys)
        approved = Approved(campaign.total, in_quiet_hours=in_quiet_hours)
        template = TemplateMark.from_json(campaign.mapping.get(TEMPLATE))
        return NewPlan(
            when=when,
            channel=campaign.channel,
            account_id=account.id,
            account_name=account.name,
            environment=account.environment,
            summary=campaign.name,
            expected=campaign.total,
            content=Frozen(None, approved, parts_of(account), mark, template).to_json(),
            campaign_id=campaign.id,
        )

    def start(
        self,
        plan: Plan,
        out: Mapping[int, Why],
        is_wanted: Callable[[], bool],
        ended: Callable[[Ask | int | None], object],
        *,
        in_quiet_hours: bool,
    ) -> None:
        """Starts the campaign of a plan that is due, less the rows in `out`, once that is on the disk.

        `is_wanted` and `ended`: as for a single send. A plan that was moved meanwhile waits for its new time.
        """
        campaign_id, wait_for = plan.campaign_id or 0, self._storage.wait_for

        def claim(stores: Stores) -> bool:
            if not stores.campaigns.is_ready(campaign_id, plan.expected):
                return False
            if not is_wanted():
                raise AlreadyDecided(plan.id)
            stores.planned.claim_campaign(plan.id)
            return True

        def job() -> Campaign | None:
            rows = list(out)
            try:
                for start in range(0, len(rows), OUT_AT_ONCE):
                    part = {each: out[each] for each in rows[start : start + OUT_AT_ONCE]}
                    wait_for(partial(_skip, campaign_id, part))
            except (NotPossible, KeyError):  # somebody has started it, or given it up
                return None
            found = wait_for(lambda stores: stores.campaigns.get(campaign_id), reading=True)
            return found if wait_for(claim) else None

        def claimed(campaign: Campaign | None) -> None:
            if campaign is not None and not is_wanted():  # something went wrong since that was written down
                ended(None)
                self._back(lambda plans: self._runner.ask(Ask(AskCode.ERROR), plans))
                return
            ended(Ask(AskCode.CAMPAIGN_CHANGED) if campaign is None else campaign_id)
            if campaign is not None:
                self._campaigns.go_on(campaign, in_quiet_hours=in_quiet_hours)

        def failed(error: Exception) -> None:
            if isinstance(error, AlreadyDecided):
                ended(None)
                return
            ended(Ask(AskCode.NOT_WRITTEN if isinstance(error, StorageError) else AskCode.ERROR))
            if not isinstance(error, StorageError):
                raise error

        self._background.submit(job, claimed, failed)

    def _refused(self, _campaign_id: int, _code: str) -> None:
        """A campaign could not begin: where it was planned, it is asked about."""

        def taken(plans: list[Plan]) -> None:
            for plan in plans:
                self._runner.take(plan)

        self._back(taken)

    def _back(self, taken: Callable[[list[Plan]], None]) -> None:
        """Has those plans wait for an answer again whose campaigns were to start, and of which nothing left."""
        self._storage.write(self, lambda stores: stores.planned.at_start(), taken, self._runner.failed.emit)

    def _begun(self, progress: Progress) -> None:
        """Takes a campaign off the plan that a person started before its time."""
        for plan in self._runner.plans:
            if plan.campaign_id == progress.campaign_id:
                self._runner.cancel(plan.id)


def _skip(campaign_id: int, out: Mapping[int, Why], stores: Stores) -> None:
    stores.campaigns.skip(campaign_id, out)
