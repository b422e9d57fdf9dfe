"""The standing of a campaign while it runs: the ledger's counts, up to date without reading them for each request."""

from scoro_desktop.sending.campaigns.progress import Progress, Rate
from scoro_desktop.storage.campaigns.rows import state_of
from scoro_desktop.storage.campaigns.settling import state_of_people
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import Campaign, CampaignSend

_WISHES = {
    CampaignState.PREPARING: "prepare",
    CampaignState.READY: "ready",
    CampaignState.RUNNING: "run",
    CampaignState.PAUSED: "pause",
    CampaignState.STOPPED: "stop",
    CampaignState.FINISHED: "run",
}


class Standing:
    """The counts of one campaign. For one thread at a time."""

    def __init__(self, campaign: Campaign) -> None:
        self._id = campaign.id
        self._rate = Rate()
        self.read(campaign)

    def read(self, campaign: Campaign) -> None:
        """Takes the counts as the ledger has them."""
        self._people = dict(campaign.counts)
        self._requests = dict(campaign.requests)
        self._wish = _WISHES[campaign.state]
        self._pause, self._detail = campaign.pause, campaign.pause_detail

    def stands_still(self, code: str, detail: str) -> None:
        """Nothing further is begun; the ledger is told as well, if the disk takes it."""
        if self._wish in {"run", "ready", "pause"}:
            self._wish, self._pause, self._detail = "pause", code, detail

    def begun(self, planned: CampaignSend, send: CampaignSend, now: float) -> None:
        """A request left, as it was planned and as it is: some may have been taken out of it, or all."""
        before, out = planned.state, planned.people - send.people
        self._move(before, send.state, send.people, before, send.state)
        self._people[before] = self._people.get(before, 0) - out
        self._people[PersonState.SKIPPED] = self._people.get(PersonState.SKIPPED, 0) + out
        if send.state is PersonState.SENDING:
            self._rate.count(now)

    def settled(self, send: CampaignSend) -> None:
        """A request has its outcome."""
        self._move(PersonState.SENDING, state_of_people(send), send.people, PersonState.SENDING, send.state)

    def progress(self, now: float, pace: float) -> Progress:
        """The progress at this moment. `pace`: what it may do, in requests a second."""
        opened = self._requests.get(PersonState.SENDING, 0)
        planned = self._requests.get(PersonState.PLANNED, 0) + self._requests.get(PersonState.NOT_SENT, 0)
        state = state_of(self._wish, self._requests)
        runs = state is CampaignState.RUNNING
        rate = self._rate.at(now) if runs else 0.0
        return Progress(
            campaign_id=self._id,
            state=state,
            counts={each: number for each, number in self._people.items() if number},
            done=sum(self._requests.values()) - opened - planned,
            open=opened,
            planned=planned,
            rate=rate,
            ends_in_s=(opened + planned) / min(rate or pace, pace) if runs else None,
            pause=self._pause if state is CampaignState.PAUSED else "",
            pause_detail=self._detail if state is CampaignState.PAUSED else "",
        )

    def _move(
        self,
        people_from: PersonState,
        people_to: PersonState,
        people: int,
        send_from: PersonState,
        send_to: PersonState,
    ) -> None:
        self._people[people_from] = self._people.get(people_from, 0) - people
        self._people[people_to] = self._people.get(people_to, 0) + people
        self._requests[send_from] = self._requests.get(send_from, 0) - 1
        self._requests[send_to] = self._requests.get(send_to, 0) + 1
