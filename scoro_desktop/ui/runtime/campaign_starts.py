"""The starts of campaigns that a person confirmed: their requests are written down, which takes a while where there are
many, and then each begins or is planned, whatever page or window is in front by then.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.needs import Checked
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.storage.planned_types import When
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.campaign_runner import CampaignRunner
    from scoro_desktop.ui.runtime.later_runner import LaterRunner


class Start(NamedTuple):
    """A start that was confirmed, of a campaign as it was checked for an account. `when`: its time; None: at once."""

    campaign: Campaign
    checked: Checked
    account: Account
    when: When | None
    in_quiet_hours: bool


class CampaignStarts(QObject):
    """Keeps the starts that are under way; lives as long as the app.

    `approved(Campaign, bool)`: its requests are on the disk, and it is about to begin (True), or not: it is planned, or
    was called off too late, and stands ready.
    `failed(id, error)`: one could not be written down; nothing of it leaves. `told(id, int)`: so many of its people are
    in requests by now.
    """

    approved = Signal(object, bool)
    failed = Signal(int, object)
    told = Signal(int, int)

    def __init__(
        self,
        storage: AsyncStorage,
        background: Background,
        runner: CampaignRunner,
        later: Callable[[], LaterRunner],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._storage = storage
        self._background = background
        self._runner = runner
        self._later = later
        self._under_way: dict[int, Start] = {}
        runner.doubted.connect(self.stop_all)

    def of(self, campaign_id: int) -> Start | None:
        """Returns the start of a campaign that is under way; None where none is."""
        return self._under_way.get(campaign_id)

    @property
    def under_way(self) -> list[int]:
        """Lists the campaigns that are about to start."""
        return [*self._under_way]

    def begin(self, start: Start) -> None:
        """Writes the requests of a campaign down, and has it begin; once."""
        from scoro_desktop.sending.campaigns import preparing

        campaign, wait_for, total = start.campaign, self._storage.wait_for, start.checked.sums.ready
        self._under_way[campaign.id] = start

        def is_wanted() -> bool:
            return self._under_way.get(campaign.id) is start

        def tell(_what: str, done: int, _total: int) -> None:
            with contextlib.suppress(RuntimeError):  # the application is gone
                self.told.emit(campaign.id, done)

        def job() -> Campaign:
            return preparing.approve(wait_for, campaign, start.account, total, told=tell, wanted=is_wanted)

        def done(approved: Campaign) -> None:
            if not is_wanted():
                self.approved.emit(approved, False)
                return
            del self._under_way[campaign.id]
            self.approved.emit(approved, start.when is None)
            quiet = start.in_quiet_hours
            if not self._later().plan_campaign(approved, start.when, in_quiet_hours=quiet):
                self._runner.go_on(approved, in_quiet_hours=quiet)

        def broke(error: Exception) -> None:
            if is_wanted():
                del self._under_way[campaign.id]
                self.failed.emit(campaign.id, error)

        self._background.submit(job, done, broke)

    def stop(self, campaign_id: int) -> None:
        """Lets a campaign stand as it is prepared; whatever comes of its writing, nothing leaves."""
        self._under_way.pop(campaign_id, None)

    def stop_all(self) -> None:
        """The same for all: something went wrong in the app, or it is about to be closed."""
        self._under_way.clear()
