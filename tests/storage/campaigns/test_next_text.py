"""Another text for the rest, in short writes: all of it or none, whatever ends in between; nobody in two requests."""

import sqlite3
from collections import Counter

import pytest

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.campaigns import next_text
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PauseCode, PersonState, Why
from scoro_desktop.storage.campaigns.types import NewRequest, NotPossible
from scoro_desktop.storage.stores import Stores
from scoro_desktop.wire import JsonObject
from tests.storage.campaigns.samples import approved, body, erase, filled, running, stop
from tests.storage.steps import go_through

PEOPLE, SENT, STEP = 23, 3, 4
MESSAGE: JsonObject = {"msg": {"text": "{{name}}, tomorrow"}}
REST = (PersonState.PLANNED, PersonState.NOT_SENT)


@pytest.fixture
def campaigns(connection: sqlite3.Connection) -> Campaigns:
    return Campaigns(connection)


def half_sent(campaigns: Campaigns, size: int = 3) -> int:
    """A campaign that stands still: one request was sent, and one is proven not to have left."""
    campaign = running(campaigns, PEOPLE, size=size)
    for reply in (Sent(size), Failure(Outcome.NOT_SENT, "no_route")):
        campaigns.settle_send(campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id).id, reply)
    campaigns.pause(campaign, PauseCode.BY_PERSON)
    return campaign


def other_text(campaigns: Campaigns, campaign: int, size: int = 2) -> list[NewRequest]:
    """Requests that share nothing with those before: other people in each."""
    rows = campaigns.rows(campaign, states=REST, limit=PEOPLE)[::-1]
    parts = [rows[at : at + size] for at in range(0, len(rows), size)]
    return [
        NewRequest(body([each.person for each in part], "Tomorrow"), tuple(each.id for each in part), parts=1, amount=9)
        for part in parts
    ]


def written(campaigns: Campaigns, campaign: int) -> None:
    campaigns.begin_text(campaign)
    for each in other_text(campaigns, campaign):
        campaigns.add_text(campaign, [each])


def texts(campaigns: Campaigns, campaign: int) -> Counter[str]:
    """Counts the people of the rest who will get each text, by the requests that name them."""
    found: Counter[str] = Counter()
    for send in campaigns.sends(campaign, limit=1000):
        if send.state in REST:
            rows = campaigns.rows(campaign, send_id=send.id, states=REST, limit=PEOPLE)
            assert [row.state for row in rows] == [send.state] * send.people
            message = send.body["msg"]
            assert isinstance(message, dict)
            found[str(message["text"]).rpartition(",")[2].strip()] += len(rows)
    return found


def check(campaigns: Campaigns, campaign: int) -> None:
    """Everybody is in one request, and the sums of people and of requests say the same."""
    found = campaigns.existing(campaign)
    left = sum(found.counts[each] for each in REST if each in found.counts)
    assert (sum(found.counts.values()), left) == (PEOPLE, PEOPLE - SENT)
    assert sum(texts(campaigns, campaign).values()) == left
    waiting = [send for send in campaigns.sends(campaign, limit=1000) if send.state in REST]
    assert sum(send.people for send in waiting) == left
    assert sum(found.requests[each] for each in REST if each in found.requests) == len(waiting)


def test_each_write_changes_a_few_rows_and_the_sums_agree_after_each(
    campaigns: Campaigns, connection: sqlite3.Connection
) -> None:
    campaign = half_sent(campaigns)
    written(campaigns, campaign)
    assert texts(campaigns, campaign) == {"come in": PEOPLE - SENT}
    before = connection.total_changes
    campaigns.decide_text(campaign, MESSAGE, campaigns.look_at_text(campaign))
    assert connection.total_changes - before == 2
    changes, more = [], True
    while more:
        check(campaigns, campaign)
        before = connection.total_changes
        more = campaigns.move_text(campaign, STEP)
        changes.append(connection.total_changes - before)
    check(campaigns, campaign)
    assert len(changes) == 3  # ten requests
    assert max(changes) <= STEP * (1 + 1 + 2 * (2 + 2)) + 1  # of each: two rows, and its people with where they were
    assert texts(campaigns, campaign) == {"Tomorrow": PEOPLE - SENT}
    assert campaigns.existing(campaign).message == MESSAGE
    assert [(send.parts, send.amount) for send in campaigns.sends(campaign)[1:]] == [(1, 9)] * 10
    assert not campaigns.move_text(campaign)


def test_until_it_is_decided_nothing_is_changed(campaigns: Campaigns) -> None:
    campaign = half_sent(campaigns)
    before = campaigns.sends(campaign)
    written(campaigns, campaign)
    assert not campaigns.move_text(campaign)
    assert campaigns.sends(campaign) == before
    with pytest.raises(NotPossible):
        campaigns.begin_text(campaign)  # there is one
    seen = campaigns.look_at_text(campaign)
    campaigns.go_on(campaign)
    campaigns.pause(campaign, PauseCode.BY_PERSON)
    with pytest.raises(NotPossible):
        campaigns.decide_text(campaign, MESSAGE, seen)
    while campaigns.drop_text(campaign, STEP):
        assert campaigns.sends(campaign) == before
    campaigns.change_text(campaign, MESSAGE, other_text(campaigns, campaign))
    assert texts(campaigns, campaign) == {"Tomorrow": PEOPLE - SENT}


def test_who_comes_back_to_the_rest_meanwhile_forbids_it(campaigns: Campaigns) -> None:
    campaign = running(campaigns, PEOPLE)
    open_ = campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id)
    campaigns.pause(campaign, PauseCode.BY_PERSON)
    written(campaigns, campaign)
    seen = campaigns.look_at_text(campaign)
    campaigns.settle_send(open_.id, Failure(Outcome.NOT_SENT, "no_route"))
    with pytest.raises(NotPossible):
        campaigns.decide_text(campaign, MESSAGE, seen)
    with pytest.raises(NotPossible):
        campaigns.look_at_text(campaign)


def test_while_a_request_is_under_way_no_text_is_decided(campaigns: Campaigns) -> None:
    """It may prove not to have left: then it would go with the text before."""
    campaign = running(campaigns, PEOPLE)
    open_ = campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id)
    campaigns.pause(campaign, PauseCode.BY_PERSON)
    written(campaigns, campaign)
    with pytest.raises(NotPossible, match=next_text.UNDER_WAY):
        campaigns.decide_text(campaign, MESSAGE, campaigns.look_at_text(campaign))
    campaigns.settle_send(open_.id, Failure(Outcome.NOT_SENT, "no_route"))
    while campaigns.drop_text(campaign):
        pass
    campaigns.change_text(campaign, MESSAGE, other_text(campaigns, campaign))
    assert texts(campaigns, campaign) == {"Tomorrow": PEOPLE}


def test_somebody_twice_or_not_of_the_rest_forbids_it(campaigns: Campaigns) -> None:
    campaign = half_sent(campaigns)
    (sent, *_) = campaigns.rows(campaign, states=(PersonState.SENT,))
    campaigns.begin_text(campaign)
    with pytest.raises(NotPossible):
        campaigns.add_text(campaign, [NewRequest(body([sent.person], "x"), (sent.id,))])
    with pytest.raises(ValueError, match="keys"):
        campaigns.add_text(campaign, [NewRequest({"acc": "x"}, ())])
    wanted = other_text(campaigns, campaign)
    campaigns.add_text(campaign, [*wanted[:-1], wanted[0]])  # as many people as there are, one of them twice
    with pytest.raises(NotPossible):
        campaigns.look_at_text(campaign)


def test_who_is_left_out_meanwhile_forbids_it(campaigns: Campaigns) -> None:
    campaign = approved(campaigns, PEOPLE, size=3)
    written(campaigns, campaign)
    seen = campaigns.look_at_text(campaign)
    (first, *_) = campaigns.rows(campaign, limit=1)
    assert campaigns.skip(campaign, {first.id: Why.DO_NOT_SEND}) == 1
    with pytest.raises(NotPossible):
        campaigns.decide_text(campaign, MESSAGE, seen)
    other = {each.id: Why.DO_NOT_SEND for each in campaigns.rows(campaign, limit=6)[3:]}
    assert campaigns.skip(campaign, other) == 3  # all of a request
    while campaigns.drop_text(campaign):
        pass
    campaigns.change_text(campaign, MESSAGE, other_text(campaigns, campaign))
    assert texts(campaigns, campaign) == {"Tomorrow": PEOPLE - 4}
    planned = [send for send in campaigns.sends(campaign) if send.state in REST]
    assert sum(send.people for send in planned) == PEOPLE - 4
    assert {send.body["msg"]["text"] for send in planned} == {"Tomorrow"}  # type: ignore[index, call-overload]
    assert campaigns.existing(campaign).counts == {PersonState.PLANNED: PEOPLE - 4, PersonState.SKIPPED: 4}


def test_nobody_is_left_out_of_a_text_that_is_decided(campaigns: Campaigns) -> None:
    campaign = approved(campaigns, PEOPLE, size=3)
    written(campaigns, campaign)
    campaigns.decide_text(campaign, MESSAGE, campaigns.look_at_text(campaign))
    (first, *_) = campaigns.rows(campaign, limit=1)
    with pytest.raises(NotPossible):
        campaigns.skip(campaign, {first.id: Why.DO_NOT_SEND})
    while campaigns.move_text(campaign, STEP):
        pass
    assert campaigns.skip(campaign, {first.id: Why.DO_NOT_SEND}) == 1


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_once_decided_it_is_brought_to_its_end_and_nothing_leaves_before(
    steps: int, connection: sqlite3.Connection
) -> None:
    stores = Stores.over(connection)
    campaigns = stores.campaigns
    campaign = half_sent(campaigns)
    written(campaigns, campaign)
    campaigns.decide_text(campaign, MESSAGE, campaigns.look_at_text(campaign))
    for _ in range(steps):
        assert campaigns.move_text(campaign, STEP)
    with pytest.raises(NotPossible):
        campaigns.go_on(campaign)
    assert not campaigns.drop_text(campaign)
    campaigns.at_start()  # the app has ended, and is there again
    check(campaigns, campaign)
    go_through(stores.overdue())
    check(campaigns, campaign)
    assert texts(campaigns, campaign) == {"Tomorrow": PEOPLE - SENT}
    campaigns.go_on(campaign)
    assert list(stores.moving_texts()) == []


@pytest.mark.parametrize("steps", [None, 0, 2])
def test_a_stop_gives_all_of_it_up(steps: int | None, campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    """None: it was not decided."""
    campaign = half_sent(campaigns)
    written(campaigns, campaign)
    if steps is not None:
        campaigns.decide_text(campaign, MESSAGE, campaigns.look_at_text(campaign))
        for _ in range(steps):
            campaigns.move_text(campaign, STEP)
    stop(campaigns, campaign)
    found = campaigns.existing(campaign)
    assert (found.state, found.counts) == (CampaignState.STOPPED, {PersonState.SENT: SENT, PersonState.SKIPPED: 20})
    assert found.ended_at is not None
    assert connection.execute("SELECT count(*) FROM campaign_next").fetchone() == (0,)
    assert not campaigns.move_text(campaign)


def test_a_text_of_requests_that_name_nobody_takes_their_place(campaigns: Campaigns) -> None:
    campaign = filled(campaigns, 0)
    clause: JsonObject = {"_id": {"$lt": "m"}}
    wave = NewRequest({"coll": "users", "query": clause, "msg": {"text": "x"}}, people=3100)
    campaigns.approve(campaign, total=3100, requests=[wave])
    campaigns.change_text(campaign, MESSAGE, [NewRequest({**wave.body, "msg": {"text": "y"}}, people=3100)])
    assert [(each.body["msg"], each.people) for each in campaigns.sends(campaign)] == [({"text": "y"}, 3100)]


def test_what_was_written_goes_with_the_values(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = half_sent(campaigns)
    stop(campaigns, campaign)
    row = (campaign, 1, "[]", '{"msg": {"text": "Аврелия"}}')  # by a version that left it
    connection.execute("INSERT INTO campaign_next (campaign_id, people, ids, body) VALUES (?, ?, ?, ?)", row)
    erase(campaigns, campaign)
    assert connection.execute("SELECT count(*) FROM campaign_next").fetchone() == (0,)
