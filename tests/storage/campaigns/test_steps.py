"""Many requests given up or dropped: some in each write, so that a send waits for few; ended half way, gone on with."""

import sqlite3

import pytest

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.campaigns import preparing
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import AlreadyBegun, NotPossible
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.stores import Stores
from tests.storage.campaigns.samples import approved, filled, requests, running
from tests.storage.steps import go_through

LINES = HistoryFilter(campaigns=True)


@pytest.fixture
def campaigns(connection: sqlite3.Connection) -> Campaigns:
    return Campaigns(connection)


def changes(connection: sqlite3.Connection) -> int:
    return connection.total_changes


def test_a_stop_changes_a_few_rows_in_each_write(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = running(campaigns, 30)
    before = changes(connection)
    campaigns.begin_stop(campaign)
    written = [changes(connection) - before]
    while True:
        before = changes(connection)
        more = campaigns.give_up(campaign, 4)
        written.append(changes(connection) - before)
        if not more:
            break
    assert len(written) == 1 + 8  # 7 of 4, and one of 2
    assert max(written) <= 2 * 4 + 2  # a request and a person each; the row of the history, and the end
    found = campaigns.existing(campaign)
    assert (found.state, found.counts) == (CampaignState.STOPPED, {PersonState.SKIPPED: 30})
    assert found.ended_at is not None
    assert not campaigns.give_up(campaign)


def test_between_two_steps_nothing_begins_and_the_history_says_that_it_is_stopped(
    campaigns: Campaigns, connection: sqlite3.Connection
) -> None:
    campaign = running(campaigns, 9, size=2)
    under_way = campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id)
    campaigns.begin_stop(campaign)
    left = campaigns.next_planned(campaign, 9)
    assert campaigns.give_up(campaign, 2)
    for each in left:
        with pytest.raises(AlreadyBegun):
            campaigns.begin_send(each.id)
    with pytest.raises(NotPossible):
        campaigns.go_on(campaign)
    with pytest.raises(NotPossible):
        campaigns.delete_values(campaign)
    with pytest.raises(NotPossible):
        campaigns.change_text(campaign, {"msg": {"text": "other"}}, [])
    campaigns.pause(campaign, "by_person")  # by what had it in hand before the stop: it stays stopped
    found = campaigns.existing(campaign)
    assert (found.state, found.ended_at) == (CampaignState.STOPPED, None)
    assert found.counts == {PersonState.SENDING: 2, PersonState.SKIPPED: 4, PersonState.PLANNED: 3}
    (line,) = History(connection).page(LINES, 0, 9)
    assert line.campaign is not None
    assert (line.campaign.state, line.campaign.skipped, line.outcome) == ("stopped", 4, "sending")
    campaigns.settle_send(under_way.id, Sent(2))
    assert campaigns.existing(campaign).ended_at is None  # three are not given up yet
    assert not campaigns.give_up(campaign, 2)
    (line,) = History(connection).page(LINES, 0, 9)
    assert line.campaign is not None
    assert (line.campaign.skipped, line.count, line.outcome) == (7, 2, "sent")
    assert campaigns.existing(campaign).ended_at is not None


def test_the_next_start_gives_up_what_is_left(connection: sqlite3.Connection) -> None:
    stores = Stores.over(connection)
    campaigns = stores.campaigns
    half, begun, other, never = (running(campaigns, 5, name=each) for each in ("half", "begun", "other", "never"))
    campaigns.begin_send(campaigns.next_planned(half, 1)[0].id)
    for each in (half, begun):
        campaigns.begin_stop(each)
    campaigns.give_up(half, 2)
    untouched = approved(campaigns, 2)
    campaigns.begin_stop(untouched)  # it never ran, and has no row in the history
    campaigns.begin_stop(never)
    while campaigns.give_up(never):
        pass
    ended = campaigns.existing(never).ended_at
    campaigns.at_start()
    go_through(stores.overdue())
    assert campaigns.existing(half).counts == {PersonState.UNKNOWN: 1, PersonState.SKIPPED: 4}
    assert campaigns.existing(begun).counts == {PersonState.SKIPPED: 5}
    assert campaigns.existing(untouched).counts == {PersonState.SKIPPED: 2}
    assert all(campaigns.existing(each).ended_at is not None for each in (half, begun, untouched))
    assert campaigns.existing(never).ended_at == ended
    assert campaigns.existing(other).state is CampaignState.PAUSED
    assert list(stores.giving_up()) == []


def test_the_next_start_takes_as_many_steps_as_the_stop_would_have(connection: sqlite3.Connection) -> None:
    stores = Stores.over(connection)
    campaign = running(stores.campaigns, 3 * preparing.AT_ONCE // 2)
    stores.campaigns.begin_stop(campaign)
    assert len(list(stores.giving_up())) == 1  # one between two steps
    assert stores.campaigns.existing(campaign).state is CampaignState.STOPPED


def test_what_was_planned_is_dropped_a_few_at_a_time_and_cannot_be_approved_meanwhile(
    campaigns: Campaigns, connection: sqlite3.Connection
) -> None:
    campaign = filled(campaigns, 10)
    campaigns.plan(campaign, requests(campaigns, campaign))
    before = changes(connection)
    assert campaigns.drop_requests(campaign, 4)
    assert changes(connection) - before == 2 * 4
    for total in (10, 6):
        with pytest.raises(NotPossible):
            campaigns.approve(campaign, total=total)
    steps = campaigns.moving(campaign, [campaigns.rows(campaign)[0].id], leave_out=True)
    assert len(list(steps)) == 0  # less than a step was left
    assert campaigns.sums(campaign).ready == 9
    assert campaigns.sends(campaign) == []
    assert not campaigns.drop_requests(campaign)


def test_rows_are_moved_after_the_steps_that_drop_what_was_planned(
    campaigns: Campaigns, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = filled(campaigns, 5)
    campaigns.plan(campaign, requests(campaigns, campaign))
    monkeypatch.setattr(Campaigns.drop_requests, "__defaults__", (2,))
    ids = [each.id for each in campaigns.rows(campaign)]
    steps = campaigns.moving(campaign, ids[:1], leave_out=True)
    next(steps)
    assert (campaigns.count_requests(campaign), campaigns.sums(campaign).ready) == (3, 5)
    assert len(list(steps)) == 1
    assert campaigns.sums(campaign).ready == 4
    list(campaigns.moving(campaign, ids[:1], leave_out=False))
    assert campaigns.sums(campaign).ready == 5


def test_nothing_is_dropped_of_what_was_approved(campaigns: Campaigns) -> None:
    campaign = approved(campaigns, 3)
    with pytest.raises(NotPossible):
        campaigns.drop_requests(campaign)
    assert campaigns.count_requests(campaign) == 3
