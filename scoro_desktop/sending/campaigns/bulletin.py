"""The news of a campaign while it runs, kept up to date from whichever thread something happens on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from scoro_desktop.sending.campaigns.progress import Progress, Teller, unread
from scoro_desktop.sending.campaigns.standing import Standing
from scoro_desktop.storage.campaigns.states import PersonState

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.sending.campaigns.clock import Clock
    from scoro_desktop.sending.campaigns.ledger import Ledger
    from scoro_desktop.sending.campaigns.outcomes import Pause
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignSend


class Bulletin:
    """Holds where the campaign stands, guarded by `changed`, and tells it."""

    def __init__(
        self, ledger: Ledger, told: Callable[[Progress], None], changed: threading.Condition, clock: Clock
    ) -> None:
        self._ledger = ledger
        self._teller = Teller(told)
        self._changed = changed
        self._clock = clock
        self._standing: Standing | None = None
        self._reason: Pause | None = None
        self._settled = 0  # how often something was settled, and how often it had been when all was read last
        self._loaded = 0

    @property
    def is_behind(self) -> bool:
        """Tells whether something was settled since all was read; with `changed` held."""
        return self._loaded != self._settled

    def load(self) -> Campaign:
        """Reads how the campaign stands. Where something is settled meanwhile, it is to be read once more."""
        with self._changed:
            settled = self._loaded = self._settled
        campaign = self._ledger.campaign()
        with self._changed:
            if self._standing is None:
                self._standing = Standing(campaign)
            elif settled == self._settled:
                self._standing.read(campaign)
            else:
                self._loaded = -1
        return campaign

    def begun(self, planned: CampaignSend, send: CampaignSend) -> bool:
        """A request left, as it was planned and as it is; tells whether it did: not where nobody was left in it."""
        with self._changed:
            if self._standing is not None:
                self._standing.begun(planned, send, self._clock.seconds())
        return send.state is PersonState.SENDING

    def settled(self, send: CampaignSend | None) -> None:
        """A request has its outcome; None: elsewhere, and nobody knows which."""
        with self._changed:
            self._settled += 1
            if self._standing is not None and send is not None:
                self._standing.settled(send)

    def stands_still(self, reason: Pause) -> None:
        """Nothing further is begun."""
        with self._changed:
            self._reason = reason
            if self._standing is not None:
                self._standing.stands_still(reason.code, reason.detail)

    def tell(self, pace: float) -> None:
        """Tells how it stands now. `pace`: what it may do, in requests a second."""
        self._teller.tell(lambda: self._progress(pace))

    def _progress(self, pace: float) -> Progress | None:
        with self._changed:
            if self._standing is not None:
                return self._standing.progress(self._clock.seconds(), pace)
            return (
                None
                if self._reason is None
                else unread(self._ledger.campaign_id, self._reason.code, self._reason.detail)
            )
