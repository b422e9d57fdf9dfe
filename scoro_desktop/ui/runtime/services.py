"""The services of the window, handed to it whole."""

from __future__ import annotations

import contextlib
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # not at run time: requests is slow to load, and what sends is first needed off the GUI thread
    from collections.abc import Callable
    from pathlib import Path

    from scoro_desktop.scorocode.account import Account, Keys
    from scoro_desktop.scorocode.client import Client
    from scoro_desktop.storage.copies import Copies
    from scoro_desktop.storage.database import Place
    from scoro_desktop.storage.drafts import Drafts
    from scoro_desktop.storage.settings import Choices
    from scoro_desktop.storage.vault import Vault
    from scoro_desktop.ui.kit.appearance import Appearance
    from scoro_desktop.ui.runtime.account_book import AccountBook
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.campaign_runner import CampaignRunner
    from scoro_desktop.ui.runtime.campaign_starts import CampaignStarts
    from scoro_desktop.ui.runtime.dispatch import Dispatch
    from scoro_desktop.ui.runtime.later_runner import LaterRunner
    from scoro_desktop.ui.runtime.plan_edit import PlanEdits
    from scoro_desktop.ui.runtime.sandbox_source import SandboxSource


@dataclass(frozen=True, eq=False, repr=False)
class Services:
    """The services of the window; `app.py` makes and closes them."""

    data_dir: Path
    storage: AsyncStorage
    accounts: AccountBook
    drafts: Drafts
    place: Place
    settings: Choices
    vault: Vault
    background: Background
    dispatch: Dispatch
    make_runner: Callable[[], CampaignRunner]
    make_later: Callable[[], LaterRunner]
    appearance: Appearance
    client_factory: Callable[[Account, Keys], Client]
    sandbox: SandboxSource | None
    sandbox_account: Account | None
    sandbox_keys: Keys | None
    machine: bytes
    """A name that tells this computer from others; empty where the system does not say."""
    is_put_back: bool
    """True where the database is not the one that was used last here (`storage.lineage`)."""

    def doubt(self, *more: Callable[[], object]) -> None:
        """Lets nothing leave that has not left: something went wrong in the app, and nobody can say in what.

        Each of those who could send hears it, whatever another raises. `more`: those whom the window knows of.
        """
        with contextlib.ExitStack() as last_to_first:
            last_to_first.callback(lambda: self.later.doubt())  # the runners may be made for it, and that may raise
            last_to_first.callback(lambda: self.campaigns.doubt())
            for each in reversed(more):
                last_to_first.callback(each)
            last_to_first.callback(self.dispatch.call_off, "doubt")

    @functools.cached_property
    def copies(self) -> Copies:
        """The copies of the database, for whoever wants them."""
        from scoro_desktop.storage.copies import Copies

        return Copies(self.place)

    @functools.cached_property
    def campaigns(self) -> CampaignRunner:
        """The runner of campaigns, made once it is wanted: the first frame can do without."""
        return self.make_runner()

    @functools.cached_property
    def starts(self) -> CampaignStarts:
        """The campaigns that are about to start, made once they are wanted."""
        from scoro_desktop.ui.runtime.campaign_starts import CampaignStarts

        return CampaignStarts(self.storage, self.background, self.campaigns, lambda: self.later)

    @functools.cached_property
    def later(self) -> LaterRunner:
        """The plans, made once they are wanted."""
        return self.make_later()

    @functools.cached_property
    def plan_edits(self) -> PlanEdits:
        """The plans whose message is going into a form, made with the first window that can put one there."""
        from scoro_desktop.ui.runtime.plan_edit import PlanEdits

        return PlanEdits(self.storage, self.later, self.later)
