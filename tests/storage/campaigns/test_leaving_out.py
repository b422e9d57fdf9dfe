"""People who are taken out of a campaign before it begins: they are in no request any more, and nobody else is."""

import dataclasses
import sqlite3

import pytest

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState, Why
from scoro_desktop.storage.campaigns.types import NotPossible
from scoro_desktop.wire import JsonObject
from tests.sending.campaigns.rig import persons_of
from tests.storage.campaigns.samples import approved, body, filled, requests, running, states


@pytest.fixture
def campaigns(connection: sqlite3.Connection) -> Campaigns:
    return Campaigns(connection)


def persons(campaigns: Campaigns, campaign: int) -> list[list[str]]:
    """The people that each request that may leave names."""
    sends = [each for each in campaigns.sends(campaign) if each.state is PersonState.PLANNED]
    named = [persons_of(each.body) for each in sends]
    assert [each.people for each in sends] == [*map(len, named)]
    return named


@pytest.mark.parametrize("collection", ["users", "devices"])
def test_they_are_in_no_request_and_the_others_stay(
    campaigns: Campaigns, connection: sqlite3.Connection, collection: str
) -> None:
    campaign = approved(campaigns, 6, size=2, collection=collection)
    rows = [each.id for each in campaigns.rows(campaign)]
    out = {rows[0]: Why.DO_NOT_SEND, rows[2]: Why.MESSAGED_LATELY, rows[3]: Why.DO_NOT_SEND}
    assert campaigns.skip(campaign, out) == 3
    assert persons(campaigns, campaign) == [["u000002"], ["u000005", "u000006"]]
    assert states(connection, campaign) == [
        ("skipped", "do_not_send"),
        ("planned", ""),
        ("skipped", "messaged_lately"),
        ("skipped", "do_not_send"),
        ("planned", ""),
        ("planned", ""),
    ]
    assert [state for state, _ in states(connection, campaign, "campaign_sends")] == ["planned", "skipped", "planned"]
    assert campaigns.skip(campaign, out) == 0, "they are out already"
    found = campaigns.existing(campaign)
    assert (found.state, found.total, found.counts) == (CampaignState.READY, 6, {"planned": 3, "skipped": 3})
    # It ends with the total that was approved.
    campaigns.go_on(campaign)
    while ready := campaigns.next_planned(campaign, 1):
        send = campaigns.begin_send(ready[0].id)
        campaigns.settle_send(send.id, Sent(send.people))
    ended = campaigns.existing(campaign)
    assert (ended.state, sum(ended.counts.values()), ended.counts[PersonState.SKIPPED]) == (
        CampaignState.FINISHED, 6, 3,
    )  # fmt: skip


def test_a_clause_beside_their_own_and_the_cost_of_the_rest_stay(campaigns: Campaigns) -> None:
    campaign = filled(campaigns, 4)
    locked: JsonObject = {"consent": True}
    wanted = [
        dataclasses.replace(
            each, body={**each.body, "query": {"$and": [each.body["query"], locked]}}, parts=8, amount=1200
        )
        for each in requests(campaigns, campaign, 4)
    ]
    campaigns.approve(campaign, total=4, requests=wanted, currency="RUB")
    campaigns.skip(campaign, {campaigns.rows(campaign)[1].id: Why.DO_NOT_SEND})
    (send,) = campaigns.sends(campaign)
    assert send.body["query"] == {"$and": [{"_id": {"$in": ["u000001", "u000003", "u000004"]}}, locked]}
    assert (send.people, send.parts, send.amount) == (3, 6, 900)


def test_nobody_is_taken_out_of_one_that_runs_or_of_another(campaigns: Campaigns) -> None:
    runs, other = running(campaigns, 2), approved(campaigns, 2, application_id="other")
    with pytest.raises(NotPossible):
        campaigns.skip(runs, {campaigns.rows(runs)[0].id: Why.DO_NOT_SEND})
    assert campaigns.skip(other, {campaigns.rows(runs)[0].id: Why.DO_NOT_SEND}) == 0
    assert campaigns.existing(runs).counts == {"planned": 2}


@pytest.mark.parametrize("query", [{}, {"city": "Omsk"}, {"_id": {"$in": ["u000009"]}}, {"_id": {"$nin": ["u000001"]}}])
def test_a_request_that_does_not_name_them_is_left_and_so_are_they(
    campaigns: Campaigns, connection: sqlite3.Connection, query: JsonObject
) -> None:
    campaign = filled(campaigns, 2)
    (planned,) = requests(campaigns, campaign, 2)
    wanted = [dataclasses.replace(planned, body={**body([], ""), "query": query})]
    campaigns.approve(campaign, total=2, requests=wanted)
    with pytest.raises(NotPossible):
        campaigns.skip(campaign, {campaigns.rows(campaign)[0].id: Why.DO_NOT_SEND})
    assert states(connection, campaign) == [("planned", ""), ("planned", "")]
