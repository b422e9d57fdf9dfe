"""A damaged file: what is whole of a campaign is shown, nothing of it leaves again, and indexes are made anew."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.copies import Copies
from scoro_desktop.storage.database import StorageFailed, open_database, place_of
from scoro_desktop.storage.health import look_after
from scoro_desktop.storage.reindexing import make_indexes_anew
from tests.storage.campaigns.samples import name, new_campaign, running
from tests.storage.test_damage import zero_a_leaf_of

PEOPLE = 150
INDEXES = (
    "campaign_sends_by_state",
    "campaign_sends_in_order",
    "campaign_people_by_state",
    "campaign_people_by_send",
    "campaign_people_once",
    "campaign_people_in_order",
    "campaign_next_in_order",
)


def some(campaigns: Campaigns) -> int:
    campaign = running(campaigns, PEOPLE)
    for send in campaigns.next_planned(campaign, 20):
        campaigns.settle_send(campaigns.begin_send(send.id).id, Sent(1))
    return campaign


def damaged(path: Path, *tables: str) -> int:
    with contextlib.closing(open_database(path)) as connection:
        campaign = some(Campaigns(connection))
        row = (campaign, 1, "[]", "{}")
        sql = "INSERT INTO campaign_next (campaign_id, people, ids, body) VALUES (?, ?, ?, ?)"
        connection.executemany(sql, [row] * PEOPLE)
    for table in tables:
        zero_a_leaf_of(path, table)
    return campaign


@pytest.mark.parametrize(
    "change",
    ["message = '{'", "created_at = 'torn'", "columns = '{}'", "chosen = CAST(x'ff' AS TEXT)", "ended_at = 'x'"],
)
def test_one_torn_campaign_hides_no_other(change: str, connection: sqlite3.Connection) -> None:
    campaigns = Campaigns(connection)
    one, two, three = (campaigns.create(new_campaign(name=str(number))) for number in range(3))
    connection.execute(f"UPDATE campaigns SET {change} WHERE id = ?", (two,))
    assert {one, three} <= {each.id for each in campaigns.newest()}
    with pytest.raises(StorageFailed) as caught:
        campaigns.get(two)
    assert caught.value.is_damage


def test_a_torn_page_of_people_hides_those_alone_and_the_campaign_stands_still(path: Path) -> None:
    campaign = damaged(path, "campaign_people")
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        (found,) = campaigns.newest()
        assert found.id == campaign
        rows = campaigns.rows(campaign, limit=1000)
        assert 50 < len(rows) < PEOPLE
        assert all(each.values[1] == name(each.row - 1) for each in rows)
        sent = campaigns.rows(campaign, states=(PersonState.SENT,), limit=1000)
        assert {each.state for each in sent} <= {PersonState.SENT}
        assert campaigns.rows(campaign, after=rows[5].id, limit=2) == rows[6:8]


def test_one_whose_requests_are_torn_is_neither_finished_nor_running(path: Path) -> None:
    campaign = damaged(path, "campaign_sends", "campaign_sends_by_state")
    with contextlib.closing(open_database(path)) as connection:
        found = Campaigns(connection).existing(campaign)
        assert (found.state, found.pause, found.pause_detail) == (CampaignState.PAUSED, "error", "damaged")
        assert Campaigns(connection).newest() == [found]


def test_at_the_start_a_torn_campaign_keeps_no_other_from_being_settled(path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        torn, well = some(campaigns), running(campaigns, 2)
        begun = campaigns.begin_send(campaigns.next_planned(well, 1)[0].id)
    zero_a_leaf_of(path, "campaign_sends")
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        campaigns.at_start()
        send = campaigns.send(begun.id)
        assert send is not None
        assert send.state is PersonState.UNKNOWN
        assert campaigns.existing(well).pause == "app_closed"
        assert campaigns.existing(torn).state is CampaignState.PAUSED


@pytest.mark.parametrize(
    "tables",
    [
        ("campaign_sends_by_state",),
        ("campaign_sends", "campaign_sends_by_state"),
        ("campaign_people", "campaign_people_by_state"),
        ("campaign_people", "campaign_people_by_send", "campaign_sends_in_order"),
    ],
    ids=["index of requests", "requests", "people", "people and an index"],
)
def test_at_the_start_nothing_torn_runs_on_or_leaves_again(tables: tuple[str, ...], path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        torn, well = some(campaigns), running(campaigns, 2)
        begun = [campaigns.begin_send(campaigns.next_planned(each, 1)[0].id).id for each in (torn, well)]
    for table in tables:
        zero_a_leaf_of(path, table)
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        campaigns.at_start()
        for campaign in (torn, well):
            assert campaigns.existing(campaign).state is CampaignState.PAUSED
            with contextlib.suppress(StorageFailed):  # nothing of it is planned as far as can be read
                assert not {each.id for each in campaigns.next_planned(campaign, 1000)} & set(begun)
        for send_id in begun:
            with contextlib.suppress(StorageFailed):
                send = campaigns.send(send_id)
                assert send is None or send.state in {PersonState.UNKNOWN, PersonState.SENDING}


def test_at_the_start_a_torn_page_of_campaigns_keeps_none_of_the_others_from_being_settled(path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        ids = [running(campaigns, 1) for _ in range(80)]
        begun = {each: campaigns.begin_send(campaigns.next_planned(each, 1)[0].id).id for each in ids}
    zero_a_leaf_of(path, "campaigns")
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        campaigns.at_start()
        left = {each.id for each in campaigns.newest()}
        assert 0 < len(left) < len(ids)
        found = [campaigns.send(begun[each]) for each in left]
        assert {None if each is None else each.state for each in found} == {PersonState.UNKNOWN}


@pytest.mark.parametrize("index", INDEXES)
def test_each_index_is_made_anew(index: str, path: Path) -> None:
    campaign = damaged(path, index)
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        assert len(campaigns.rows(campaign, limit=1000)) == PEOPLE
        assert look_after(Copies(place_of(connection))).can_be_mended
        assert make_indexes_anew(place_of(connection))
        assert campaigns.existing(campaign).counts == {"sent": 20, "planned": PEOPLE - 20}
        assert campaigns.existing(campaign).state is CampaignState.RUNNING


def test_the_list_of_indexes_is_whole(connection: sqlite3.Connection) -> None:
    sql = "SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'campaign%'"
    assert {index for (index,) in connection.execute(sql)} == set(INDEXES)
