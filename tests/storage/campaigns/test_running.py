"""A campaign that runs: each request from planned to settled, and the people in it with it, as stored."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PauseCode, PersonState
from scoro_desktop.storage.campaigns.types import AlreadyBegun, NewRequest, NotPossible
from scoro_desktop.storage.do_not_send import DoNotSend, NewRefusal
from scoro_desktop.storage.stores import Stores
from tests.storage.campaigns.samples import approved, body, erase, filled, running, states, stop

START = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)
LOST = Failure(Outcome.UNKNOWN, "read_timeout", detail="timed out")


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def campaigns(connection: sqlite3.Connection) -> Campaigns:
    return Campaigns(connection, Clock())


def begun(campaigns: Campaigns, campaign: int) -> int:
    send = campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id)
    assert send.state is PersonState.SENDING
    return send.id


def test_from_planned_to_sent(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = running(campaigns, 3, size=2)
    send_id = begun(campaigns, campaign)
    assert states(connection, campaign) == [("sending", ""), ("sending", ""), ("planned", "")]
    assert states(connection, campaign, "campaign_sends") == [("sending", ""), ("planned", "")]
    settled = campaigns.settle_send(send_id, Sent(2))
    assert (settled.state, settled.count) == (PersonState.SENT, 2)
    assert settled.began_at is not None
    assert settled.settled_at is not None
    assert settled.began_at < settled.settled_at
    assert states(connection, campaign) == [("sent", ""), ("sent", ""), ("planned", "")]
    assert campaigns.existing(campaign).state is CampaignState.RUNNING
    campaigns.settle_send(begun(campaigns, campaign), Sent(1))
    found = campaigns.existing(campaign)
    assert (found.state, found.ended_at, found.counts) == (
        CampaignState.FINISHED,
        campaigns_last(connection),
        {"sent": 3},
    )


def campaigns_last(connection: sqlite3.Connection) -> datetime:
    (text,) = connection.execute("SELECT max(settled_at) FROM campaign_sends").fetchone()
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        (Failure(Outcome.REFUSED, "server_said_no", "101", "no", 200, detail="d"), "refused"),
        (Failure(Outcome.NOT_SENT, "no_route"), "not_sent"),
        (LOST, "unknown"),
    ],
)
def test_a_failure_is_that_of_everybody_in_it(
    reply: Failure, state: str, campaigns: Campaigns, connection: sqlite3.Connection
) -> None:
    campaign = running(campaigns, 2, size=2)
    settled = campaigns.settle_send(begun(campaigns, campaign), reply)
    assert states(connection, campaign) == [(state, "")] * 2
    assert (settled.reason, settled.http_status, settled.count) == (reply.reason, reply.http_status, None)


def test_nothing_begins_twice(campaigns: Campaigns) -> None:
    campaign = running(campaigns, 5)
    sends = campaigns.next_planned(campaign, 5)
    replies: list[Sent | Failure] = [
        Sent(1),
        LOST,
        Failure(Outcome.REFUSED, "server_said_no"),
        Failure(Outcome.NOT_SENT, "no_route"),
    ]
    for send, reply in zip(sends, replies, strict=False):
        campaigns.begin_send(send.id)
        with pytest.raises(AlreadyBegun):
            campaigns.begin_send(send.id)
        campaigns.settle_send(send.id, reply)
        with pytest.raises(NotPossible):
            campaigns.settle_send(send.id, Sent(1))
    for send in sends[:3]:
        with pytest.raises(AlreadyBegun):
            campaigns.begin_send(send.id)
    assert [each.id for each in campaigns.next_planned(campaign, 5)] == [sends[4].id, sends[3].id]
    assert campaigns.begin_send(sends[3].id).settled_at is None


def test_nothing_begins_of_a_campaign_that_does_not_run(campaigns: Campaigns) -> None:
    campaign = approved(campaigns)
    sends = campaigns.next_planned(campaign, 3)

    def none_begins() -> None:
        for each in sends:
            with pytest.raises(AlreadyBegun):
                campaigns.begin_send(each.id)

    none_begins()
    campaigns.go_on(campaign)
    campaigns.pause(campaign, PauseCode.BY_PERSON)
    none_begins()
    stop(campaigns, campaign)
    none_begins()


def test_it_stands_still_for_the_first_reason_and_goes_on(campaigns: Campaigns) -> None:
    campaign = running(campaigns)
    campaigns.pause(campaign, PauseCode.UNKNOWN, "one in doubt")
    campaigns.pause(campaign, PauseCode.BY_PERSON)
    found = campaigns.existing(campaign)
    assert (found.state, found.pause, found.pause_detail) == (CampaignState.PAUSED, "unknown", "one in doubt")
    campaigns.go_on(campaign)
    again = campaigns.existing(campaign)
    assert (again.state, again.pause, again.began_at) == (CampaignState.RUNNING, "", found.began_at)


def test_a_stop_that_comes_after_the_last_outcome_changes_nothing(campaigns: Campaigns) -> None:
    campaign = running(campaigns, 1)
    campaigns.settle_send(campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id).id, Sent(1))
    before = campaigns.existing(campaign)
    campaigns.begin_stop(campaign)
    assert not campaigns.give_up(campaign)
    assert campaigns.existing(campaign) == before
    assert before.state is CampaignState.FINISHED


def test_a_stop_gives_up_what_has_not_left_and_nothing_else(
    campaigns: Campaigns, connection: sqlite3.Connection
) -> None:
    campaign = running(campaigns, 4)
    campaigns.settle_send(begun(campaigns, campaign), Sent(1))
    under_way, other = begun(campaigns, campaign), begun(campaigns, campaign)
    stop(campaigns, campaign)
    assert states(connection, campaign) == [("sent", ""), ("sending", ""), ("sending", ""), ("skipped", "stopped")]
    assert campaigns.existing(campaign).ended_at is None
    campaigns.settle_send(under_way, Sent(1))
    campaigns.settle_send(other, Failure(Outcome.NOT_SENT, "no_route"))
    assert states(connection, campaign) == [("sent", ""), ("sent", ""), *[("skipped", "stopped")] * 2]
    found = campaigns.existing(campaign)
    assert found.state is CampaignState.STOPPED
    assert found.ended_at is not None
    with pytest.raises(NotPossible):
        campaigns.go_on(campaign)


@pytest.mark.parametrize(
    ("collection", "people", "count", "missed", "expected"),
    [
        ("users", 2, 2, (), ["sent", "sent"]),
        ("users", 3, 2, ("u000002",), ["sent", "skipped no_longer", "sent"]),
        ("users", 3, 2, (), ["sent in_request"] * 3),
        ("users", 3, 1, ("u000002",), ["sent in_request", "skipped no_longer", "sent in_request"]),
        ("users", 2, 0, (), ["skipped nobody"] * 2),
        ("users", 2, 3, (), ["sent in_request"] * 2),
        ("devices", 1, 3, (), ["sent"]),
        ("devices", 2, 2, (), ["sent in_request"] * 2),
        ("devices", 2, 0, (), ["skipped nobody"] * 2),
    ],
)
def test_a_count_names_nobody(
    collection: str,
    people: int,
    count: int,
    missed: tuple[str, ...],
    expected: list[str],
    campaigns: Campaigns,
    connection: sqlite3.Connection,
) -> None:
    campaign = running(campaigns, people, size=people, collection=collection)
    campaigns.settle_send(begun(campaigns, campaign), Sent(count), missed)
    assert [" ".join(each).strip() for each in states(connection, campaign)] == expected


def test_at_the_start_what_was_on_its_way_is_in_doubt(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    ran = running(campaigns, 3)
    campaigns.settle_send(begun(campaigns, ran), Sent(1))
    begun(campaigns, ran)
    paused = running(campaigns, 2)
    begun(campaigns, paused)
    campaigns.pause(paused, PauseCode.QUIET_HOURS)
    last = running(campaigns, 1)
    begun(campaigns, last)
    done, ready = running(campaigns, 1), approved(campaigns)
    campaigns.settle_send(begun(campaigns, done), Sent(1))
    stores = Stores.over(connection)
    assert stores.has_open_campaigns()
    found = {each.id: each for each in stores.campaigns.at_start()}
    assert set(found) == {ran, paused, last}
    assert (found[ran].state, found[ran].pause) == (CampaignState.PAUSED, "app_closed")
    assert (found[paused].state, found[paused].pause) == (CampaignState.PAUSED, "quiet_hours")
    assert (found[last].state, found[last].pause) == (CampaignState.FINISHED, "")
    assert states(connection, ran) == [("sent", ""), ("unknown", ""), ("planned", "")]
    assert states(connection, ran, "campaign_sends")[1] == ("unknown", "app_closed")
    assert campaigns.existing(ready).state is CampaignState.READY
    assert not stores.has_open_campaigns()
    assert stores.campaigns.at_start() == []


def test_another_text_for_the_rest_alone(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = running(campaigns, 4)
    campaigns.settle_send(begun(campaigns, campaign), Sent(1))
    campaigns.settle_send(begun(campaigns, campaign), LOST)
    campaigns.settle_send(begun(campaigns, campaign), Failure(Outcome.NOT_SENT, "no_route"))
    rest = [NewRequest(body([each.person], "Corrected"), each.ids) for each in _rest(campaigns, campaign)]
    with pytest.raises(NotPossible):
        campaigns.change_text(campaign, {"msg": {"text": "Corrected"}}, rest)  # it runs
    campaigns.pause(campaign, PauseCode.UNKNOWN)
    for wrong in (rest[:1], [*rest, rest[0]], []):
        with pytest.raises(NotPossible):
            campaigns.change_text(campaign, {"msg": {"text": "Corrected"}}, wrong)
    before = [each.body for each in campaigns.sends(campaign)]
    campaigns.change_text(campaign, {"msg": {"text": "Corrected"}}, rest)
    sends = campaigns.sends(campaign)
    assert [each.body for each in sends[:2]] == before[:2]
    assert [each.body for each in sends[2:]] == [body(["u000003"], "Corrected"), body(["u000004"], "Corrected")]
    assert states(connection, campaign) == [("sent", ""), ("unknown", ""), ("planned", ""), ("planned", "")]
    assert campaigns.existing(campaign).message == {"msg": {"text": "Corrected"}}


class _Rest:
    def __init__(self, person: str, ids: tuple[int, ...]) -> None:
        self.person, self.ids = person, ids


def _rest(campaigns: Campaigns, campaign: int) -> list[_Rest]:
    rows = campaigns.rows(campaign, states=(PersonState.PLANNED, PersonState.NOT_SENT))
    return [_Rest(each.person, (each.id,)) for each in rows]


def test_people_in_doubt_are_sent_to_again_by_an_act_of_its_own(
    campaigns: Campaigns, connection: sqlite3.Connection
) -> None:
    campaign = running(campaigns, 2)
    campaigns.settle_send(begun(campaigns, campaign), Sent(1))
    campaigns.settle_send(begun(campaigns, campaign), LOST)
    sent, doubtful = campaigns.rows(campaign)
    assert campaigns.existing(campaign).state is CampaignState.FINISHED
    with pytest.raises(NotPossible):
        campaigns.plan_again(campaign, [NewRequest(body([sent.person], "x"), (sent.id,))])
    campaigns.plan_again(campaign, [NewRequest(body([doubtful.person], "x"), (doubtful.id,))])
    assert campaigns.existing(campaign).state is CampaignState.PAUSED
    assert states(connection, campaign, "campaign_sends") == [
        ("sent", ""),
        ("unknown", "read_timeout"),
        ("planned", ""),
    ]
    campaigns.go_on(campaign)
    campaigns.settle_send(begun(campaigns, campaign), Sent(1))
    assert campaigns.existing(campaign).counts == {"sent": 2}


def test_everybody_in_doubt_is_planned_once_more(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = running(campaigns, 5, size=2)
    with pytest.raises(NotPossible):
        list(campaigns.sending_again(campaign))  # it runs, and nobody is in doubt
    for reply in (LOST, Sent(2), LOST):
        campaigns.settle_send(begun(campaigns, campaign), reply)
    before = campaigns.sends(campaign)
    assert list(campaigns.sending_again(campaign)) == []  # in one step
    sends = campaigns.sends(campaign)
    assert sends[:3] == before
    assert [(each.body, each.people, each.state) for each in sends[3:]] == [
        (before[0].body, 2, "planned"),
        (before[2].body, 1, "planned"),
    ]
    assert states(connection, campaign) == [*[("planned", "")] * 2, *[("sent", "")] * 2, ("planned", "")]
    assert (campaigns.existing(campaign).state, campaigns.existing(campaign).ended_at) == (CampaignState.PAUSED, None)
    with pytest.raises(NotPossible):
        list(campaigns.sending_again(campaign))  # nobody is in doubt any more
    campaigns.go_on(campaign)
    for _ in range(2):
        campaigns.settle_send(begun(campaigns, campaign), LOST)
    erase(campaigns, campaign)
    with pytest.raises(NotPossible):
        list(campaigns.sending_again(campaign))
    assert campaigns.existing(campaign).counts == {"sent": 2, "unknown": 3}


@pytest.mark.parametrize("becomes", ["planned", "skipped", "refused", "not_sent", "do_not_send"])
def test_who_was_in_doubt_and_got_nothing_by_another_request_may_have_it_all_the_same(
    campaigns: Campaigns, connection: sqlite3.Connection, becomes: str
) -> None:
    one, other = running(campaigns, 2, size=2), running(campaigns, 1, mapping={"hours": 24})
    campaigns.settle_send(begun(campaigns, one), LOST)
    list(campaigns.sending_again(one))
    campaigns.go_on(one)
    match becomes:
        case "skipped":
            stop(campaigns, one)
        case "refused":
            campaigns.settle_send(begun(campaigns, one), Failure(Outcome.REFUSED, "server_said_no", "1"))
        case "not_sent":
            campaigns.settle_send(begun(campaigns, one), Failure(Outcome.NOT_SENT, "no_route"))
        case "do_not_send":
            DoNotSend(connection).add("acme", [NewRefusal(KeyKind.ID, "u000001")], by="olga")
            begun(campaigns, one)
    first = campaigns.rows(one)[0]
    assert (first.may_have, first.why or first.state) == (True, becomes if becomes != "skipped" else "stopped")
    assert [(each.campaign_id, each.may_have) for each in campaigns.about("u000001")] == [(other, False), (one, True)]
    if becomes != "do_not_send":
        send = campaigns.begin_send(campaigns.next_planned(other, 1)[0].id)
        assert (send.state, campaigns.rows(other)[0].why) == ("skipped", "messaged_lately")


def test_sending_again_is_not_held_back_by_its_own_doubts(campaigns: Campaigns) -> None:
    campaign = running(campaigns, 2, size=2, mapping={"hours": 24})
    campaigns.settle_send(begun(campaigns, campaign), LOST)
    list(campaigns.sending_again(campaign))
    campaigns.go_on(campaign)
    campaigns.settle_send(begun(campaigns, campaign), Sent(2))
    assert campaigns.existing(campaign).counts == {"sent": 2}
    assert not any(each.may_have for each in campaigns.rows(campaign))


def test_what_a_person_got(campaigns: Campaigns) -> None:
    one, two = running(campaigns, 2), running(campaigns, 1)
    campaigns.settle_send(begun(campaigns, one), Sent(1))
    campaigns.settle_send(begun(campaigns, two), LOST)
    did = campaigns.what_did("u000001")
    assert [(each.campaign_id, each.state) for each in did] == [(two, "unknown"), (one, "sent")]
    assert did[0].at is not None
    assert campaigns.what_did("") == []
    assert campaigns.messaged_since("app", "https://api.example/api/v1/", ["u000001", "u000002", ""], START).keys() == {
        "u000001"
    }
    assert campaigns.messaged_since("app", "https://api.example/api/v1/", ["u000001"], START + timedelta(days=1)) == {}
    assert campaigns.messaged_since("other", "https://api.example/api/v1/", ["u000001"], START) == {}


def test_who_was_messaged_is_found_by_an_index(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    """A campaign with hours asks so for fifty people at a time: not through all rows of all campaigns each time."""
    running(campaigns, 2)
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    campaigns.messaged_since("app", "https://api.example/api/v1/", ["u000001", "u000002"], START)
    connection.set_trace_callback(None)
    plans = [row[3] for sql in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert [each for each in plans if "SCAN" in each] == []
    assert any("campaign_people_once" in each for each in plans)


def test_a_clause_of_fields_keeps_a_state_for_the_request(campaigns: Campaigns) -> None:
    campaign = filled(campaigns, 0)
    wave = NewRequest({"coll": "users", "query": {"_id": {"$lt": "m"}}, "msg": {"text": "x"}}, people=3100)
    campaigns.approve(campaign, total=3100, requests=[wave])
    campaigns.go_on(campaign)
    assert campaigns.settle_send(begun(campaigns, campaign), Sent(3099)).count == 3099
    assert campaigns.existing(campaign).state is CampaignState.FINISHED


def test_requests_are_listed_page_by_page_without_their_bodies(campaigns: Campaigns) -> None:
    campaign, _other = running(campaigns, 5), running(campaigns, 2)
    campaigns.settle_send(begun(campaigns, campaign), Sent(1))
    campaigns.settle_send(begun(campaigns, campaign), LOST)
    listed = campaigns.requests(campaign, offset=1, limit=2)
    whole = campaigns.sends(campaign)
    assert [(each.id, each.state, each.people, each.body) for each in listed] == [
        (each.id, each.state, 1, {}) for each in whole[1:3]
    ]
    assert whole[1].body
    assert [each.id for each in campaigns.requests(campaign, states=(PersonState.UNKNOWN,))] == [whole[1].id]
    counted = [campaigns.count_requests(campaign, states=states) for states in ((), (PersonState.PLANNED,))]
    assert counted == [5, 3]
