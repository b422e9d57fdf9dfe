"""The ledger as the engine asks it: from any thread, and answered when it is on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.scorocode.recipients import Asking
from scoro_desktop.sending.campaigns import refused_since
from scoro_desktop.storage.campaigns.states import PersonState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from scoro_desktop.scorocode.lookups import LooksUp
    from scoro_desktop.scorocode.replies import Failure, Sent
    from scoro_desktop.storage.campaigns.campaigns import Campaigns
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignSend
    from scoro_desktop.storage.stores import Stores

T = TypeVar("T")


class Waits(Protocol):
    """Does a job on the thread that has the tables, and waits for it: `Storage.wait_for`."""

    def __call__(self, job: Callable[[Stores], T], /, *, reading: bool = False) -> T:
        """The result of the job. `reading`: it changes nothing; those who write do not wait for it, and it sees what
        was written by then. Raises what it raises.
        """


class Ledger(Protocol):
    """One campaign of the ledger. Each call blocks, and raises what `Campaigns` raises."""

    @property
    def campaign_id(self) -> int:
        """The id of the campaign."""

    def campaign(self) -> Campaign:
        """The campaign as it stands."""

    def next_planned(self, limit: int) -> Sequence[CampaignSend]:
        """The requests that may leave next."""

    def begin_send(self, send_id: int) -> CampaignSend:
        """A request leaves: it is on the disk when this returns; SKIPPED where nobody is left in it."""

    def settle_send(self, send_id: int, reply: Sent | Failure) -> CampaignSend:
        """A request has its outcome."""

    def doubt_open(self) -> None:
        """Puts in doubt what is on its way and nobody has open."""

    def persons(self, send_id: int) -> Sequence[str]:
        """The `_id`s of the people in a request that was sent."""

    def note_missed(self, send_id: int, missed: Collection[str]) -> None:
        """Notes who did not match the clause of a request that was sent."""

    def pause(self, code: str, detail: str) -> None:
        """It stands still from now on."""

    def go_on(self) -> None:
        """It runs from now on."""

    def leave_out(self, client: LooksUp, wanted: Callable[[], bool]) -> bool:
        """Takes out who must not be written to any more since the check; tells whether it came to its end: not where
        that was not `wanted` any more.
        """

    def begin_stop(self) -> None:
        """Nothing of it leaves from now on."""

    def give_up(self) -> None:
        """Gives up all that has not left of a campaign that is stopped; others can write meanwhile."""


class StoredLedger:
    """A campaign of the tables, which another thread has."""

    def __init__(self, wait_for: Waits, campaign_id: int) -> None:
        self._wait_for = wait_for
        self._id = campaign_id

    @property
    def campaign_id(self) -> int:
        """The id of the campaign."""
        return self._id

    def campaign(self) -> Campaign:
        """The campaign as it stands."""
        return self._ask(lambda campaigns: campaigns.existing(self._id), reading=True)

    def next_planned(self, limit: int) -> Sequence[CampaignSend]:
        """The requests that may leave next."""
        return self._ask(lambda campaigns: campaigns.next_planned(self._id, limit))

    def begin_send(self, send_id: int) -> CampaignSend:
        """A request leaves: it is on the disk when this returns; SKIPPED where nobody is left in it."""
        return self._ask(lambda campaigns: campaigns.begin_send(send_id))

    def settle_send(self, send_id: int, reply: Sent | Failure) -> CampaignSend:
        """A request has its outcome."""
        return self._ask(lambda campaigns: campaigns.settle_send(send_id, reply))

    def doubt_open(self) -> None:
        """Puts in doubt what is on its way and nobody has open."""
        self._ask(lambda campaigns: campaigns.doubt_open(self._id))

    def persons(self, send_id: int) -> Sequence[str]:
        """The `_id`s of the people in a request that was sent."""
        sent = (PersonState.SENT,)
        rows = self._ask(
            lambda campaigns: campaigns.rows(self._id, states=sent, send_id=send_id, limit=1_000_000), reading=True
        )
        return [each.person for each in rows]

    def note_missed(self, send_id: int, missed: Collection[str]) -> None:
        """Notes who did not match the clause of a request that was sent."""
        self._ask(lambda campaigns: campaigns.note_missed(send_id, missed))

    def pause(self, code: str, detail: str) -> None:
        """It stands still from now on."""
        self._ask(lambda campaigns: campaigns.pause(self._id, code, detail))

    def go_on(self) -> None:
        """It runs from now on; another text that was decided on is in its place before."""
        while self._ask(lambda campaigns: campaigns.move_text(self._id)):
            pass
        self._ask(lambda campaigns: campaigns.go_on(self._id))

    def leave_out(self, client: LooksUp, wanted: Callable[[], bool]) -> bool:
        """Takes out who must not be written to any more since the check; tells whether it came to its end: not where
        that was not `wanted` any more.
        """
        try:
            refused_since.leave_out(self._wait_for, Asking(client, wanted), self.campaign())
        except NotWantedError:
            return False
        return True

    def begin_stop(self) -> None:
        """Nothing of it leaves from now on."""
        self._ask(lambda campaigns: campaigns.begin_stop(self._id))

    def give_up(self) -> None:
        """Gives up all that has not left of a campaign that is stopped; others can write meanwhile."""
        while self._ask(lambda campaigns: campaigns.give_up(self._id)):
            pass

    def _ask(self, job: Callable[[Campaigns], T], *, reading: bool = False) -> T:
        return self._wait_for(lambda stores: job(stores.campaigns), reading=reading)
