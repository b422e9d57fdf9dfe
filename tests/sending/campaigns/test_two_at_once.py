"""Two campaigns for the same people that run at once: with hours between campaigns nobody gets both."""

from datetime import UTC, datetime, timedelta

import pytest

from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import CHECKED, HOURS, REFUSALS, AlreadyBegun, CampaignPerson
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.storage.history_rows import SendLine
from scoro_desktop.wire import JsonObject
from tests.scorocode.accounts import KEYS, an_account
from tests.sending.campaigns.rig import NO_ROUTE, WAIT_S, Gates, Rig, persons_of
from tests.sending.campaigns.test_wire import Recording, engine_to

PEOPLE = 60


def apart(rig: Rig, people: int, size: int, hours: int = 24, application: str = "app") -> int:
    """A campaign that was checked before any other began, for people who got none within so many hours."""
    last = rig.wait_for(lambda stores: stores.do_not_send.last())
    at = datetime.now(UTC) - timedelta(minutes=5)
    mapping: JsonObject = {"key": 0, HOURS: hours, REFUSALS: last, CHECKED: at.isoformat()}
    return rig.approved(people, size, mapping=mapping, application_id=application)


def running(rig: Rig, people: int, size: int, hours: int = 24, application: str = "app") -> int:
    campaign = apart(rig, people, size, hours, application)
    rig.ledger(lambda campaigns: campaigns.go_on(campaign))
    return campaign


def people_of(rig: Rig, campaign: int) -> list[CampaignPerson]:
    return rig.ledger(lambda campaigns: campaigns.rows(campaign, limit=1_000))


def line_of(rig: Rig, campaign: int) -> SendLine:
    lines = rig.wait_for(lambda stores: stores.history.page(HistoryFilter(), 0, 99))
    return next(each for each in lines if each.campaign_id == campaign)


@pytest.mark.parametrize(("first", "second"), [(1, 1), (3, 7), (60, 1), (60, 60)])
def test_each_person_is_reached_once_and_who_is_left_out_is_told(rig: Rig, first: int, second: int) -> None:
    with Recording() as server:
        account = an_account(address=server.address, requests_per_second=1_000)
        client = Client(account, KEYS, gives_way=True)
        both = [apart(rig, PEOPLE, first), apart(rig, PEOPLE, second)]
        engines = [engine_to(rig, each, client) for each in both]
        for engine in engines:
            engine.go_on()
        with rig.lane.changed:
            assert rig.lane.changed.wait_for(lambda: not any(each.is_at_work for each in engines), WAIT_S)
        reached = server.reached
    everybody = {f"u{number:06}" for number in range(1, PEOPLE + 1)}
    assert reached == dict.fromkeys(everybody, 1), "nobody twice, and nobody lost"
    rows = {each: people_of(rig, each) for each in both}
    sent = [row.person for each in both for row in rows[each] if row.state is PersonState.SENT]
    out = [row for each in both for row in rows[each] if row.state is PersonState.SKIPPED]
    assert sorted(sent) == sorted(everybody)
    assert sorted(row.person for row in out) == sorted(everybody), "each of them is left out of one"
    assert {row.why for row in out} == {"messaged_lately"}
    for each in both:
        found = rig.campaign(each)
        assert (found.state, found.total, sum(found.counts.values())) == (CampaignState.FINISHED, PEOPLE, PEOPLE)
        line = line_of(rig, each)
        assert line.campaign is not None
        assert (line.count or 0) + line.campaign.skipped == PEOPLE
        assert line.campaign.skipped == found.counts.get(PersonState.SKIPPED, 0)


def test_what_is_told_on_the_way_adds_up(rig: Rig) -> None:
    """Eight requests are open while another campaign reaches people of those that follow."""
    other, campaign = running(rig, 30, 1), apart(rig, 30, 2)
    rig.script.reply = gates = Gates()
    rig.engine(campaign, pace=1e6).go_on()
    opened = gates.arrived(8)
    with_other = {"u000017", "u000018", "u000019", "u000030"}

    def reach(campaigns: Campaigns) -> None:
        for each in campaigns.next_planned(other, 30):
            if persons_of(each.body)[0] in with_other:
                campaigns.begin_send(each.id)

    rig.ledger(reach)
    for each in opened:
        each.put(Sent(2))
    for each, count in zip(gates.arrived(6), (1, 2, 2, 2, 2, 1), strict=True):
        each.put(Sent(count))
    told = rig.until_it_stands()
    assert (told.state, told.counts) == (CampaignState.FINISHED, {"sent": 26, "skipped": 4})
    assert {sum(each.counts.values()) for each in rig.seen} == {30}
    assert {each.open + each.done + each.planned for each in rig.seen} == {15}
    assert not with_other & set(rig.script.reached)
    assert max(rig.script.reached.values()) == 1


def test_a_request_names_nobody_who_was_reached_since_it_was_planned(rig: Rig) -> None:
    one, other = running(rig, 7, 3), running(rig, 7, 2)

    def begin(campaign: int) -> tuple[str, list[str], int]:
        send = rig.wait_for(
            lambda stores: stores.campaigns.begin_send(stores.campaigns.next_planned(campaign, 1)[0].id)
        )
        return send.state, persons_of(send.body), send.people

    assert begin(one) == ("sending", ["u000001", "u000002", "u000003"], 3)
    assert begin(other)[0] == "skipped"
    assert begin(other) == ("sending", ["u000004"], 1)
    assert begin(one) == ("sending", ["u000005", "u000006"], 2)
    assert begin(other)[0] == "skipped"
    assert begin(other) == ("sending", ["u000007"], 1)
    assert begin(one)[0] == "skipped"
    for campaign, skipped in ((one, 2), (other, 5)):
        assert rig.campaign(campaign).counts == {"sending": 7 - skipped, "skipped": skipped}
        assert (line := line_of(rig, campaign)).campaign is not None
        assert line.campaign.skipped == skipped
        rows = people_of(rig, campaign)
        assert {row.why for row in rows if row.state is PersonState.SKIPPED} == {"messaged_lately"}


def test_where_nobody_is_left_at_all_it_is_at_its_end(rig: Rig) -> None:
    one, other = running(rig, 4, 4), running(rig, 4, 4)

    def send(campaign: int) -> None:
        def act(campaigns: Campaigns) -> None:
            begun = campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id)
            if begun.state is PersonState.SENDING:
                campaigns.settle_send(begun.id, Sent(4))

        rig.ledger(act)

    send(one)
    send(other)
    ended = rig.campaign(other)
    assert (ended.state, ended.counts, ended.total) == (CampaignState.FINISHED, {"skipped": 4}, 4)
    assert ended.ended_at is not None
    line = line_of(rig, other)
    assert line.campaign is not None
    assert (line.campaign.state, line.campaign.skipped, line.count) == ("finished", 4, 0)


@pytest.mark.parametrize(
    ("hours", "application", "reply"),
    [(0, "app", Sent(2)), (24, "another", Sent(2)), (24, "app", NO_ROUTE)],
    ids=["no hours are named", "of another application", "it is proven that it never left"],
)
def test_else_they_get_it(rig: Rig, hours: int, application: str, reply: Sent | Failure) -> None:
    other = running(rig, 2, 2, application=application)
    rig.ledger(
        lambda campaigns: campaigns.settle_send(campaigns.begin_send(campaigns.next_planned(other, 1)[0].id).id, reply)
    )
    campaign = running(rig, 2, 2, hours)
    send = rig.ledger(lambda campaigns: campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id))
    assert (send.state, send.people) == (PersonState.SENDING, 2)


def test_a_campaign_that_stands_still_leaves_nobody_out_by_a_request_that_must_not_begin(rig: Rig) -> None:
    one, other = running(rig, 2, 1), running(rig, 2, 1)
    rig.ledger(lambda campaigns: campaigns.begin_send(campaigns.next_planned(one, 1)[0].id))
    rig.ledger(lambda campaigns: campaigns.pause(other, "by_person"))
    with pytest.raises(AlreadyBegun):
        rig.ledger(lambda campaigns: campaigns.begin_send(campaigns.next_planned(other, 1)[0].id))
    assert rig.campaign(other).counts == {"planned": 2}
