"""Campaigns at work: one engine for each that runs, whatever page or window is in front."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.ui.runtime.awake import Awake
from scoro_desktop.ui.runtime.campaign_news import CampaignNews

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.account import Account, Keys
    from scoro_desktop.sending.campaigns.engine import Engine
    from scoro_desktop.sending.campaigns.lane import Lane
    from scoro_desktop.sending.campaigns.outcomes import Pause
    from scoro_desktop.sending.campaigns.progress import Progress
    from scoro_desktop.sending.campaigns.running_plan import CampaignClient, RunningPlan
    from scoro_desktop.storage.campaigns.states import CampaignState
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.runtime.account_book import AccountBook
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.current_account import ClientFactory, KeySource

END_S = 2.0
"""The seconds that the end of the app waits for requests under way; what has no answer then is in doubt. Ours."""


class CampaignRunner(QObject):
    """Runs campaigns; lives as long as the app, so that neither another page nor another language stops one.

    `progressed(Progress)`: how far one is, the newest only, ten times a second at most. `stood_still(Progress)`: it
    paused, was stopped or came to its end. `refused(int, str)`: one could not begin to run, by its id, for a
    `PauseCode`; nothing of it left. `doubted`: something went wrong in the app, and what is about to be approved may
    not be so. `begins`: one is to run, or to go on.
    """

    progressed = Signal(object)
    stood_still = Signal(object)
    refused = Signal(int, str)
    doubted = Signal()
    begins = Signal()

    def __init__(
        self,
        storage: AsyncStorage,
        background: Background,
        accounts: AccountBook,
        vault: KeySource,
        client_factory: ClientFactory,
        built_in: tuple[Account | None, Keys | None] = (None, None),
        *,
        has_standing: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """`built_in`: the account of the sandbox, with its keys; it lives as long as its server. `has_standing`:
        whether one stands still since the app ended the last time, or did not begin.
        """
        super().__init__(parent)
        self._storage = storage
        self._background = background
        self._accounts = accounts
        self._vault = vault
        self._client_factory = client_factory
        self._built_in = built_in
        self.has_standing = has_standing
        self._keys: dict[int, Keys] = {}  # with which each campaign runs
        self._of: dict[int, tuple[Campaign, Account]] = {}
        self._engines: dict[int, Engine] = {}
        self._beginning: dict[int, object] = {}  # those whose keys are being read, by a token of that
        self._changes = 0  # how often accounts or their keys became others
        self._as_of: dict[int, int] = {}  # the number of changes by which the keys of a campaign were the account's
        self._lane: Lane | None = None
        self._is_closed = False
        self._news = CampaignNews(self)
        self._news.told.connect(self._take)
        self._states: dict[int, CampaignState] = {}  # as they were told last
        self._awake = Awake()

    @property
    def at_work(self) -> list[int]:
        """Lists the campaigns that run or have requests open."""
        return [campaign_id for campaign_id, engine in self._engines.items() if engine.is_at_work]

    @property
    def beginning(self) -> list[int]:
        """Lists the campaigns that are about to begin: their keys are being read."""
        return [*self._beginning]

    def progress(self, campaign_id: int) -> Progress | None:
        """Returns how far a campaign is; None for one that did not run since the start of the app."""
        return self._news.newest(campaign_id)

    def go_on(self, campaign: Campaign, *, after_doubts: int = 1, in_quiet_hours: bool = False) -> None:
        """Begins a campaign that is ready, or goes on with one that stands still, until so many more are in doubt.

        One of which requests with other keys than those of now have no answer yet does not go on before they have.
        """

        def act(engine: Engine) -> None:
            engine.go_on(after_doubts=after_doubts, in_quiet_hours=in_quiet_hours)

        self.begins.emit()
        engine = self._engines.get(campaign.id)
        if engine is not None and engine.is_at_work:
            if self._as_of.get(campaign.id) == self._changes:
                act(engine)
            else:
                self.refused.emit(campaign.id, "account_changed")
        else:
            self._with_engine(campaign, act)

    def pause(self, campaign_id: int) -> None:
        """Opens no further request of a campaign; what is open ends as it ends."""
        self._call_off(campaign_id, "by_person")
        if (engine := self._engines.get(campaign_id)) is not None:
            engine.pause()

    def pause_all(self) -> None:
        """Has every campaign stand still: the app is about to be closed."""
        self._call_off_all("app_closed")
        for engine in self._engines.values():
            if engine.is_at_work:
                engine.pause(_reason("app_closed"))

    def stop(self, campaign: Campaign) -> None:
        """Gives up all of a campaign that has not left. No keys are wanted for it, nor an account that is there."""
        self._beginning.pop(campaign.id, None)
        engine = self._engines.get(campaign.id)
        if engine is None:
            from scoro_desktop.sending.campaigns.running_plan import NoClient, RunningPlan

            engine = self._new_engine(campaign, NoClient(), RunningPlan(campaign.pace))
        engine.stop()

    def doubt(self) -> None:
        """Has every campaign stand still: something went wrong in the app, and nobody can say in what."""
        self._call_off_all("error")
        for engine in self._engines.values():
            if engine.is_at_work:
                engine.pause(_reason("error"))
        self.doubted.emit()

    def look_at_accounts(self) -> None:
        """Has campaigns stand still whose account is not what was approved any more, or has other keys; those of one
        that is about to begin are read again.
        """
        self._changes += 1
        for campaign_id in self._of.keys() & set(self.at_work):
            campaign, account = self._of[campaign_id]
            if self.account_of(campaign) != account:
                self._engines[campaign_id].pause(_reason("account_changed"))
            elif account is self._built_in[0]:
                self._as_of[campaign_id] = self._changes
            else:
                self._background.submit(
                    partial(self._vault.load, account),
                    partial(self._compare_keys, campaign_id, self._changes),
                    partial(self._lose_keys, campaign_id),
                )

    def _compare_keys(self, campaign_id: int, changes: int, keys: Keys | None) -> None:
        if keys != self._keys.get(campaign_id):
            self._engines[campaign_id].pause(_reason("account_changed"))
        elif self.account_of(self._of[campaign_id][0]) == self._of[campaign_id][1]:
            self._as_of[campaign_id] = changes

    def _lose_keys(self, campaign_id: int, _error: Exception) -> None:
        self._engines[campaign_id].pause(_reason("keyring_gone"))

    def close(self) -> None:
        """Opens nothing more, for the end of the app."""
        self._is_closed = True
        self._news.close()
        self._keep_awake()
        for engine in self._engines.values():
            engine.close(END_S if engine.is_at_work else 0.0)

    def _with_engine(self, campaign: Campaign, act: Callable[[Engine], None]) -> None:
        account = self.account_of(campaign)
        if account is None:
            self.refused.emit(campaign.id, "account_changed")
            return
        token, changes = object(), self._changes
        self._beginning[campaign.id] = token

        def ended() -> bool:
            """Tells whether it is still to begin, now that its keys were read or could not be."""
            if self._is_closed or self._beginning.get(campaign.id) is not token:
                return False
            del self._beginning[campaign.id]
            return True

        def made(found: tuple[CampaignClient, Keys]) -> None:
            if not ended():
                return
            if self._changes == changes:
                self._made(campaign, account, found, act)
            else:
                self._with_engine(campaign, act)

        def failed(_error: Exception) -> None:
            if ended():
                self.refused.emit(campaign.id, "keyring_gone")

        self._background.submit(partial(self._client_of, account), made, failed)

    def _call_off(self, campaign_id: int, code: str) -> None:
        """Leaves a campaign as it stands that has not begun: its keys are still being read."""
        if self._beginning.pop(campaign_id, None) is not None:
            self.refused.emit(campaign_id, code)

    def _call_off_all(self, code: str) -> None:
        for campaign_id in [*self._beginning]:
            self._call_off(campaign_id, code)

    def _client_of(self, account: Account) -> tuple[CampaignClient, Keys]:
        """Makes a client with the keys of an account, on a thread. Raises where the keyring does not give them."""
        own, keys = self._built_in
        if account is not own:
            keys = self._vault.load(account)
        if keys is None:
            raise LookupError("no keys")
        import scoro_desktop.sending.campaigns.engine
        import scoro_desktop.sending.campaigns.ledger
        import scoro_desktop.sending.campaigns.quota  # noqa: F401  (on this thread, so that the window waits for none)

        return cast("CampaignClient", self._client_factory(account, keys)), keys

    def _made(
        self,
        campaign: Campaign,
        account: Account,
        found: tuple[CampaignClient, Keys],
        act: Callable[[Engine], None],
    ) -> None:
        client, self._keys[campaign.id] = found
        self._as_of[campaign.id] = self._changes
        from scoro_desktop.sending.campaigns.running_plan import RunningPlan

        may_go = partial(self._may_go, campaign, account)
        from scoro_desktop.messages.channels.registry import CHANNELS

        if CHANNELS[Channel(campaign.channel)].has_quota:
            from scoro_desktop.sending.campaigns.quota import Quota

            may_go = partial(_first_reason, may_go, Quota(client, account).reason_not_to)
        engine = self._new_engine(campaign, client, RunningPlan(campaign.pace, account.quiet_hours, may_go))
        self._of[campaign.id] = campaign, account
        act(engine)

    def _new_engine(self, campaign: Campaign, client: CampaignClient, plan: RunningPlan) -> Engine:
        from scoro_desktop.sending.campaigns.engine import Engine
        from scoro_desktop.sending.campaigns.lane import Lane
        from scoro_desktop.sending.campaigns.ledger import StoredLedger

        if self._lane is None:
            self._lane = Lane()
        ledger = StoredLedger(self._storage.wait_for, campaign.id)
        engine = self._engines[campaign.id] = Engine(ledger, client, plan, self._news.hear, lane=self._lane)
        return engine

    def account_of(self, campaign: Campaign) -> Account | None:
        """The account of a campaign, as long as it is what was approved."""
        own = self._built_in[0]
        if own is not None and own.id == campaign.account_id:
            return own  # its address is another with each start
        from scoro_desktop.sending.campaigns.of_account import is_of

        known = self._accounts.of(campaign.account_id)
        return known if known is not None and is_of(campaign, known) else None

    def _may_go(self, campaign: Campaign, account: Account) -> Pause | None:
        """Looks, on a thread of the engine, whether the account is still the one that was approved."""
        return None if self.account_of(campaign) == account else _reason("account_changed")

    def _take(self, progress: Progress) -> None:
        before = self._states.get(progress.campaign_id)
        self._states[progress.campaign_id] = progress.state
        self._keep_awake()
        self.progressed.emit(progress)
        if progress.state not in {"running", before}:
            self.stood_still.emit(progress)

    def _keep_awake(self) -> None:
        runs = any(each.state == "running" or each.open for each in self._news.told_last())
        self._awake.set_wanted(runs and not self._is_closed, self.tr("A campaign is running"))


def _first_reason(*looks: Callable[[], Pause | None]) -> Pause | None:
    """The first reason not to send, in the order of those who look for one."""
    return next((reason for look in looks if (reason := look()) is not None), None)


def _reason(code: str) -> Pause:
    from scoro_desktop.sending.campaigns.outcomes import Pause
    from scoro_desktop.storage.campaigns.states import PauseCode

    return Pause(PauseCode(code))
