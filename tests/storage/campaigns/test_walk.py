"""A walk at random through all that can be done to a campaign: whoever got it never gets it again by itself."""

import random
import sqlite3
from collections import Counter

import pytest

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import OPEN_STATES, CampaignState, PauseCode, PersonState
from scoro_desktop.storage.campaigns.types import AlreadyBegun, Campaign, CampaignSend, NewRequest, NotPossible
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.history_rows import OfCampaign
from tests.storage.campaigns.samples import approved, body

PEOPLE = 14
PRICE = 1_500_000
OVER = (PersonState.REFUSED, PersonState.SKIPPED)
STEPS = 90


class Walk:
    """Does what the app may do, in any order, and remembers who may have been reached by it."""

    def __init__(self, connection: sqlite3.Connection, seed: int) -> None:
        self.chance = random.Random(seed)
        self.campaigns = Campaigns(connection)
        self.history = History(connection)
        self.size = self.chance.randint(1, 4)
        self.campaign = approved(self.campaigns, PEOPLE, self.size, self.chance.choice(["users", "devices"]))
        self.open: list[CampaignSend] = []
        self.reached: Counter[str] = Counter()
        self.wanted_again: Counter[str] = Counter()
        self.is_stopped = False

    def begin(self) -> None:
        sends = self.campaigns.sends(self.campaign, limit=1000)
        send = self.chance.choice(sends)
        try:
            begun = self.campaigns.begin_send(send.id)
        except AlreadyBegun:
            return
        assert send.state in {PersonState.PLANNED, PersonState.NOT_SENT}
        self.open.append(begun)

    def settle(self) -> None:
        if not self.open:
            return
        send = self.open.pop(self.chance.randrange(len(self.open)))
        outcome = self.chance.choice([*Outcome][2:])
        if outcome is not Outcome.NOT_SENT and outcome is not Outcome.REFUSED:
            self.reached.update(self.persons(send))
        reply = Sent(self.chance.randint(0, send.people)) if outcome is Outcome.SENT else Failure(outcome, "reset")
        self.campaigns.settle_send(send.id, reply)
        if self.chance.random() < 0.3:
            self.campaigns.note_missed(send.id, self.persons(send)[:1])

    def die(self) -> None:
        """The app ends: of what was open nobody knows."""
        for send in self.open:
            self.reached.update(self.persons(send))
        self.open.clear()
        self.campaigns.at_start()

    def pause(self) -> None:
        self.campaigns.pause(self.campaign, self.chance.choice([*PauseCode]))

    def go_on(self) -> None:
        self.campaigns.go_on(self.campaign)

    def stop(self) -> None:
        if self.chance.random() < 0.1:
            was_finished = self.campaigns.existing(self.campaign).state is CampaignState.FINISHED
            self.campaigns.begin_stop(self.campaign)
            self.is_stopped = self.is_stopped or not was_finished

    def give_up(self) -> None:
        """A step of a stop: others act between two."""
        self.campaigns.give_up(self.campaign, 1)

    def change_text(self) -> None:
        rest = self.rows(PersonState.PLANNED, PersonState.NOT_SENT)
        self.campaigns.change_text(self.campaign, {"msg": {"text": "again"}}, self.requests(rest))

    def plan_again(self) -> None:
        doubtful = self.rows(PersonState.UNKNOWN)[:3]
        self.campaigns.plan_again(self.campaign, self.requests(doubtful))
        self.wanted_again.update(person for _, person in doubtful)

    def rows(self, *states: PersonState) -> list[tuple[int, str]]:
        return [(each.id, each.person) for each in self.campaigns.rows(self.campaign, states=states, limit=PEOPLE)]

    def requests(self, rows: list[tuple[int, str]]) -> list[NewRequest]:
        parts = [rows[start : start + self.size] for start in range(0, len(rows), self.size)]
        return [
            NewRequest(
                body([person for _, person in part], "again"),
                tuple(each for each, _ in part),
                parts=2 * len(part),
                amount=PRICE * len(part),
            )
            for part in parts
        ]

    def persons(self, send: CampaignSend) -> list[str]:
        query = send.body["query"]
        assert isinstance(query, dict)
        (clause,) = query.values()
        assert isinstance(clause, dict)
        listed = clause["$in"]
        assert isinstance(listed, list)
        return [str(each) for each in listed]

    def check(self) -> None:
        for person, times in self.reached.items():
            assert times <= 1 + self.wanted_again[person]
        found = self.campaigns.existing(self.campaign)
        rows = self.campaigns.rows(self.campaign, limit=PEOPLE + 1)
        assert len(rows) == PEOPLE == sum(found.counts.values())
        sends = {send.id: send for send in self.campaigns.sends(self.campaign, limit=1000)}
        for row in rows:
            assert row.send_id is not None
            send = sends[row.send_id]
            assert row.person in self.persons(send)
            assert (row.state is send.state) or send.state is PersonState.SENT
            if row.state in {PersonState.PLANNED, PersonState.NOT_SENT}:
                assert self.reached[row.person] <= self.wanted_again[row.person]
        is_open = any(send.state in OPEN_STATES for send in sends.values())
        if self.is_stopped:
            assert found.state is CampaignState.STOPPED
        else:
            assert (found.state is CampaignState.FINISHED) is not is_open
        assert (found.ended_at is None) is is_open
        assert {send.id for send in self.open} == {each.id for each in sends.values() if each.state == "sending"}
        self.check_row(found, sends)

    def check_row(self, found: Campaign, sends: dict[int, CampaignSend]) -> None:
        """The history has one row of it, which says what a look at everybody in it says."""
        listed = self.history.page(HistoryFilter(campaigns=True), 0, 9)
        if found.began_at is None:
            assert listed == []
            return
        (line,) = listed
        people = Counter(found.counts)
        assert (line.campaign_id, line.created_at, line.settled_at) == (found.id, found.began_at, found.ended_at)
        assert (line.expected, line.count) == (found.total, people[PersonState.SENT])
        unknown, refused, skipped = (people[each] for each in (PersonState.UNKNOWN, *OVER))
        assert line.campaign == OfCampaign(found.state, found.pause, unknown, refused, skipped)
        if found.ended_at is None:
            assert line.outcome is Outcome.SENDING
        elif unknown:
            assert line.outcome is Outcome.UNKNOWN
        else:
            assert (line.outcome is Outcome.SENT) is bool(people[PersonState.SENT])
        sent = sum(each.count or 0 for each in sends.values() if each.parts)
        doubts = Counter(row.send_id for row in self.campaigns.rows(self.campaign, states=[PersonState.UNKNOWN]))
        doubt = sum(number for send_id, number in doubts.items() if sends[send_id or 0].parts)
        assert (line.all_parts or 0, line.amount or 0, line.open_amount or 0) == (2 * sent, PRICE * sent, PRICE * doubt)


@pytest.mark.parametrize("seed", range(10))
def test_whoever_got_it_never_gets_it_again_by_itself(seed: int, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = OFF")
    walk = Walk(connection, seed)
    acts = [
        *[walk.begin, walk.settle] * 5,
        *[walk.go_on] * 3,
        *(walk.pause, walk.die, walk.stop, walk.give_up, walk.change_text, walk.plan_again),
    ]
    for _ in range(STEPS):
        try:
            walk.chance.choice(acts)()
        except NotPossible:
            continue
        finally:
            walk.check()
