"""A campaign before it is approved: the stored rows, and what is refused."""

import contextlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState, Why
from scoro_desktop.storage.campaigns.types import Judged, NewPerson, NewRequest, NotPossible
from scoro_desktop.storage.database import StorageFailed, open_database
from scoro_desktop.storage.do_not_send import DoNotSend, NewRefusal
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.storage.stores import Stores
from tests.storage.campaigns.samples import approved, body, filled, name, new_campaign, phone, requests, states

BEFORE = next(n for n, each in enumerate(MIGRATIONS) if any("campaign_people" in text for text in each))
NOW = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)


@pytest.fixture
def campaigns(connection: sqlite3.Connection) -> Campaigns:
    return Campaigns(connection, lambda: NOW)


def test_it_is_read_as_it_was_written(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    new = new_campaign(chosen={"city": "Пермь"}, name="Осень \ud800", pace=2.5, keep_days=7)
    number = campaigns.create(new)
    found = campaigns.existing(number)
    for each in ("channel", "account_id", "environment", "address", "message", "chosen", "source", "columns", "pace"):
        assert getattr(found, each) == getattr(new, each)
    assert (found.name, found.keep_days, found.created_at) == ("Осень �", 7, NOW)
    assert (found.state, found.pause, found.total, found.approved_at) == (CampaignState.PREPARING, "", 0, None)
    assert campaigns.get(number + 1) is None
    assert [each.id for each in campaigns.newest()] == [number]


def test_rows_come_in_the_order_of_the_file_and_page_by_page(campaigns: Campaigns) -> None:
    campaign = campaigns.create(new_campaign())
    campaigns.add_rows(campaign, [NewPerson(1, "007", ("007", 'Анна,\n"Ко"', "\ud800"))])
    campaigns.add_rows(campaign, [NewPerson(row, phone(row), (phone(row), name(row))) for row in range(2, 6)])
    first = campaigns.rows(campaign, limit=2)
    assert [each.row for each in first] == [1, 2]
    assert first[0].values == ("007", 'Анна,\n"Ко"', "�")
    assert (first[0].key, first[0].state, first[0].send_id) == ("007", PersonState.READ, None)
    assert [each.row for each in campaigns.rows(campaign, after=first[-1].id, limit=2)] == [3, 4]
    assert [each.row for each in campaigns.rows(campaign, offset=4, limit=2)] == [5]
    assert campaigns.count(campaign) == 5


def test_the_sums_agree(campaigns: Campaigns) -> None:
    campaign = campaigns.create(new_campaign())
    bad = NewPerson(6, "x", ("x",), state=PersonState.LEFT_OUT, why=Why.BAD_ROW)
    campaigns.add_rows(campaign, [*(NewPerson(row, "", ("",)) for row in range(1, 6)), bad])
    ids = [each.id for each in campaigns.rows(campaign)]
    campaigns.judge(
        campaign,
        [
            Judged(ids[0], PersonState.PLANNED, "u1"),
            Judged(ids[1], PersonState.LEFT_OUT, why=Why.EMPTY_KEY),
            Judged(ids[2], PersonState.LEFT_OUT, why=Why.NOT_FOUND),
            Judged(ids[3], PersonState.LEFT_OUT, why=Why.NOT_FOUND),
        ],
    )
    sums = campaigns.sums(campaign)
    assert (sums.rows, sums.ready, sums.unread) == (6, 1, 1)
    assert sums.left_out == {Why.EMPTY_KEY: 1, Why.NOT_FOUND: 2, Why.BAD_ROW: 1}
    assert sums.ready + sums.unread + sum(sums.left_out.values()) == sums.rows
    assert [each.row for each in campaigns.rows(campaign, why=Why.NOT_FOUND)] == [3, 4]
    campaigns.judge_anew(campaign)
    assert campaigns.sums(campaign).states == {PersonState.READ: 5, PersonState.LEFT_OUT: 1}


def test_the_second_row_of_a_person_is_left_out_whoever_overlooked_it(
    campaigns: Campaigns, connection: sqlite3.Connection
) -> None:
    campaign = campaigns.create(new_campaign())
    campaigns.add_rows(campaign, [NewPerson(row, "", ()) for row in (1, 2)])
    one, two = (each.id for each in campaigns.rows(campaign))
    campaigns.judge(campaign, [Judged(each, PersonState.PLANNED, "same") for each in (one, two)])
    assert states(connection, campaign) == [("planned", ""), ("left_out", "same_person")]
    campaigns.take_in(campaign, [two])
    assert states(connection, campaign) == [("planned", ""), ("left_out", "same_person")]
    campaigns.leave_out(campaign, [one])
    campaigns.take_in(campaign, [two])
    assert states(connection, campaign) == [("left_out", "by_hand"), ("planned", "")]
    assert campaigns.rows(campaign)[1].person == "same"


def test_only_what_a_person_may_decide_is_taken_in_again(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = filled(campaigns, len(tuple(Why)))
    ids = [each.id for each in campaigns.rows(campaign)]
    campaigns.judge(
        campaign,
        [Judged(each, PersonState.LEFT_OUT, f"p{each}", why=why) for each, why in zip(ids, Why, strict=True)],
    )
    campaigns.take_in(campaign, ids)
    taken = {why for (state, _), why in zip(states(connection, campaign), Why, strict=True) if state == "planned"}
    assert taken == {Why.BY_HAND, Why.SAME_PERSON, Why.SAME_PHONE, Why.MESSAGED_LATELY}


@pytest.mark.parametrize(("channel", "stay"), [("sms", {2, 4, 5}), ("push", {4})])
def test_nobody_is_taken_in_who_gets_it_by_another_row_or_refused(
    campaigns: Campaigns, connection: sqlite3.Connection, channel: str, stay: set[int]
) -> None:
    """Two rows share the phone of one that is ready, or of one before them; one came onto the list since."""
    campaign = filled(campaigns, 6, channel=channel)
    rows = campaigns.rows(campaign)
    phones = {2: rows[0].phone_key, 5: rows[2].phone_key}
    campaigns.judge(
        campaign,
        [
            Judged(each.id, PersonState.LEFT_OUT, each.person, phones.get(each.row, each.phone_key), Why.SAME_PHONE)
            for each in rows[1:]
        ],
    )
    refusals = DoNotSend(connection)
    refusals.add("acme", [NewRefusal(KeyKind.ID, rows[3].person)], by="olga")
    refusals.add("other", [NewRefusal(KeyKind.ID, rows[5].person)], by="olga")
    assert campaigns.take_in(campaign, [each.id for each in rows[1:]]) == len(stay - {4})
    found = {each.row: (each.state, each.why) for each in campaigns.rows(campaign)}
    assert {row for row, (state, _) in found.items() if state == "left_out"} == stay
    assert found[4] == ("left_out", "do_not_send")
    assert {why for row, (_, why) in found.items() if row in stay - {4}} <= {"same_phone"}
    campaigns.take_in(campaign, [rows[3].id])
    assert campaigns.rows(campaign)[3].why == "do_not_send", "a no is none of the reasons that are set aside"


def test_who_shares_a_phone_is_taken_in_once_the_other_is_left_out(campaigns: Campaigns) -> None:
    campaign = filled(campaigns, 2)
    one, two = campaigns.rows(campaign)
    campaigns.judge(campaign, [Judged(two.id, PersonState.LEFT_OUT, two.person, one.phone_key, Why.SAME_PHONE)])
    campaigns.leave_out(campaign, [one.id])
    assert campaigns.take_in(campaign, [two.id]) == 0
    assert [each.state for each in campaigns.rows(campaign)] == ["left_out", "planned"]
    assert campaigns.take_in(campaign, [one.id]) == 1
    assert [each.why for each in campaigns.rows(campaign)] == ["by_hand", ""]


def test_approved_it_is_frozen(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = filled(campaigns, 5)
    campaigns.approve(campaign, total=5, requests=requests(campaigns, campaign, size=2))
    found = campaigns.existing(campaign)
    assert (found.state, found.total, found.approved_at) == (CampaignState.READY, 5, NOW)
    assert found.requests == {PersonState.PLANNED: 3}
    assert [each.people for each in campaigns.sends(campaign)] == [2, 2, 1]
    assert campaigns.sends(campaign)[0].body == body(["u000001", "u000002"], f"{name(0)}, come in")
    assert [each.send_id for each in campaigns.rows(campaign)] == [1, 1, 2, 2, 3]
    ids = [each.id for each in campaigns.rows(campaign)]
    for act in (
        lambda: campaigns.add_rows(campaign, [NewPerson(9, "", ())]),
        lambda: campaigns.judge(campaign, [Judged(ids[0], PersonState.LEFT_OUT, why=Why.BY_HAND)]),
        lambda: campaigns.leave_out(campaign, ids),
        lambda: campaigns.take_in(campaign, ids),
        lambda: campaigns.change(campaign, name="Winter"),
        lambda: campaigns.judge_anew(campaign),
        lambda: campaigns.plan(campaign, []),
        lambda: campaigns.approve(campaign, total=5),
        lambda: campaigns.discard(campaign),
    ):
        with pytest.raises(NotPossible):
            act()
    assert states(connection, campaign) == [("planned", "")] * 5
    assert campaigns.existing(campaign) == found


def test_another_total_is_not_approved(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = filled(campaigns, 3)
    planned = requests(campaigns, campaign)
    for total, listed in ((4, planned), (2, planned), (2, planned[:2]), (0, [])):
        with pytest.raises(NotPossible):
            campaigns.approve(campaign, total=total, requests=listed)
        assert campaigns.existing(campaign).state is CampaignState.PREPARING
    campaigns.approve(campaign, total=3, requests=planned)


def test_nobody_is_planned_twice(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = filled(campaigns, 3)
    planned = requests(campaigns, campaign)
    for wrong in (
        [*planned, planned[0]],
        [NewRequest(planned[0].body, planned[0].ids * 2)],
        [NewRequest(planned[0].body, (10_000,))],
    ):
        with pytest.raises(NotPossible):
            campaigns.plan(campaign, wrong, anew=True)
        assert connection.execute("SELECT count(*) FROM campaign_sends").fetchone() == (0,)
    one, two, _ = campaigns.rows(campaign)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE campaign_people SET person = ? WHERE id = ?", (two.person, one.id))


def test_what_was_planned_falls_with_the_people(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = filled(campaigns, 3)
    campaigns.plan(campaign, requests(campaigns, campaign)[:2])
    campaigns.plan(campaign, requests(campaigns, campaign)[2:])
    campaigns.leave_out(campaign, [campaigns.rows(campaign)[0].id])
    assert connection.execute("SELECT count(*) FROM campaign_sends").fetchone() == (0,)
    with pytest.raises(NotPossible):
        campaigns.approve(campaign, total=2)
    campaigns.approve(campaign, total=2, requests=requests(campaigns, campaign))


def test_another_source_leaves_no_row(campaigns: Campaigns) -> None:
    campaign = filled(campaigns, 3)
    campaigns.change(campaign, name="Winter", mapping={"key": 1})
    assert campaigns.count(campaign) == 3
    campaigns.change(campaign, source={"kind": "pasted"}, columns=("A",))
    found = campaigns.existing(campaign)
    assert (found.name, found.source, found.columns, found.mapping) == (
        "Winter",
        {"kind": "pasted"},
        ("A",),
        {"key": 1},
    )
    assert campaigns.count(campaign) == 0


@pytest.mark.parametrize("key", ["app", "cli", "acc", "sess"])
def test_no_key_is_stored(key: str, campaigns: Campaigns) -> None:
    with pytest.raises(ValueError, match="must not carry keys"):
        campaigns.create(new_campaign(message={"msg": {}, key: "secret"}))
    campaign = filled(campaigns, 1)
    (planned,) = requests(campaigns, campaign)
    with pytest.raises(ValueError, match="must not carry keys"):
        campaigns.plan(campaign, [NewRequest(planned.body | {key: "secret"}, planned.ids)])


def test_nothing_of_a_person_is_in_a_repr(campaigns: Campaigns) -> None:
    campaign = approved(campaigns, 1)
    (row,) = campaigns.rows(campaign)
    (send,) = campaigns.sends(campaign)
    (planned,) = [NewRequest(send.body, (row.id,))]
    new = NewPerson(1, row.key, row.values, row.person)
    judged = Judged(row.id, PersonState.PLANNED, row.person, row.phone_key, detail=row.key)
    for each in (campaigns.existing(campaign), row, send, planned, new, judged, new_campaign(name="n")):
        text = repr(each)
        assert not [part for part in (phone(0), name(0), "u000001", "come in") if part in text]


def test_a_database_of_before_takes_them(path: Path) -> None:
    with contextlib.closing(open_database(path, MIGRATIONS[:BEFORE])) as old:
        assert not old.execute("SELECT 1 FROM sqlite_schema WHERE name LIKE 'campaign%'").fetchall()
    with contextlib.closing(open_database(path)) as connection:
        stores = Stores.over(connection)
        assert not stores.has_open_campaigns()
        assert approved(stores.campaigns) == 1


def test_errors_of_the_database_quote_nothing(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    (row,) = campaigns.rows(filled(campaigns, 1))
    connection.execute("UPDATE campaign_people SET cells = '{' || cells")
    with pytest.raises(StorageFailed) as caught:
        campaigns.people([row.id])
    assert caught.value.is_damage
    assert name(0) not in str(caught.value)
    assert caught.value.__context__ is None


def test_judgements_are_taken_back_some_at_a_time(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = filled(campaigns, 5)
    first = campaigns.rows(campaign)[0].id
    campaigns.leave_out(campaign, [first])
    assert campaigns.judge_anew(campaign, 3)
    assert states(connection, campaign) == [("left_out", "by_hand"), *[("read", "")] * 3, ("planned", "")]
    assert not campaigns.judge_anew(campaign, 3)
    assert states(connection, campaign) == [("left_out", "by_hand"), *[("read", "")] * 4]


def test_no_row_is_looked_at_where_nobody_is_judged(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = campaigns.create(new_campaign())
    rows = [NewPerson(number, str(number), (str(number),)) for number in range(5_000)]
    campaigns.add_rows(campaign, rows)
    steps: list[None] = []
    connection.set_progress_handler(lambda: steps.append(None), 100)
    assert not campaigns.judge_anew(campaign, 250)
    connection.set_progress_handler(None, 0)
    assert len(steps) < 10  # hundreds of steps of SQLite's machine; a row takes three at least
    assert campaigns.sums(campaign).unread == 5_000
