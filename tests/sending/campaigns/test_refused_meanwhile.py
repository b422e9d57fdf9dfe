"""Whoever comes onto the do-not-send list while a campaign runs is in no request that begins after it."""

import csv
import random
import threading
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.writing import Form
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.lookups import LooksUp
from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.sending.campaigns.ledger import StoredLedger
from scoro_desktop.sending.campaigns.progress import Progress
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.export import export
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import (
    CHECKED,
    HOURS,
    REFUSALS,
    CampaignPerson,
    Judged,
    NewPerson,
    NewRequest,
)
from scoro_desktop.storage.do_not_send import NewRefusal
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.storage.history_rows import OfCampaign, SendLine
from scoro_desktop.wire import JsonObject
from tests.scorocode.accounts import KEYS, an_account
from tests.sending.campaigns.rig import LOST, NO_ROUTE, WAIT_S, Gates, Rig, persons_of
from tests.sending.campaigns.test_engine import found
from tests.sending.campaigns.test_wire import Recording, engine_to
from tests.storage.campaigns.samples import body, email, new_campaign, phone, requests


def person(number: int) -> str:
    return f"u{number:06}"


def by_id(number: int) -> NewRefusal:
    return NewRefusal(KeyKind.ID, person(number))


def by_phone(number: int) -> NewRefusal:
    return NewRefusal(KeyKind.PHONE, phone(number - 1))


def by_email(number: int) -> NewRefusal:
    return NewRefusal(KeyKind.EMAIL, email(number - 1), email(number - 1).upper())


WAYS = [by_id, by_phone, by_email]


def refuse(rig: Rig, *new: NewRefusal, account: str = "acme") -> None:
    rig.wait_for(lambda stores: stores.do_not_send.add(account, new, by="Ann"))


def take_off(rig: Rig) -> None:
    rig.wait_for(lambda stores: stores.do_not_send.remove("acme", [each.id for each in stores.do_not_send.all("acme")]))


def checked(rig: Rig, people: int, size: int = 1, collection: str = "users", **more: str) -> int:
    """A campaign that was approved, with the mark that the check leaves."""
    last = rig.wait_for(lambda stores: stores.do_not_send.last())
    mapping: JsonObject = {"key": 0, REFUSALS: last, **more}
    return rig.approved(people, size, collection, mapping=mapping)


def running(rig: Rig, people: int, size: int = 1, collection: str = "users") -> int:
    campaign = checked(rig, people, size, collection)
    rig.ledger(lambda campaigns: campaigns.go_on(campaign))
    return campaign


def begin(rig: Rig, campaign: int) -> tuple[str, list[str], int]:
    """The next request as it begins: its state, and whom its body names."""

    def act(campaigns: Campaigns) -> tuple[str, list[str], int]:
        send = campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id)
        stored = campaigns.send(send.id)
        assert stored == send
        return send.state, persons_of(send.body), send.people

    return rig.ledger(act)


def rows_of(rig: Rig, campaign: int) -> list[CampaignPerson]:
    return rig.ledger(lambda campaigns: campaigns.rows(campaign, limit=100_000))


def whys(rig: Rig, campaign: int) -> dict[str, str]:
    return {each.person: each.why for each in rows_of(rig, campaign) if each.state is PersonState.SKIPPED}


def line_of(rig: Rig, campaign: int) -> tuple[SendLine, OfCampaign]:
    lines = rig.wait_for(lambda stores: stores.history.page(HistoryFilter(), 0, 99))
    line = next(each for each in lines if each.campaign_id == campaign)
    assert line.campaign is not None
    return line, line.campaign


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("collection", ["users", "devices"])
def test_a_request_names_nobody_who_is_on_the_list_as_it_begins(
    rig: Rig, way: Callable[[int], NewRefusal], collection: str
) -> None:
    campaign = running(rig, 7, 3, collection)
    assert begin(rig, campaign) == ("sending", [person(1), person(2), person(3)], 3)
    refuse(rig, way(2), way(5))  # 2 is on the way already
    assert begin(rig, campaign) == ("sending", [person(4), person(6)], 2)
    refuse(rig, way(7))
    assert begin(rig, campaign)[0] == "skipped"
    assert whys(rig, campaign) == dict.fromkeys((person(5), person(7)), "do_not_send")
    assert rig.campaign(campaign).counts == {"sending": 5, "skipped": 2}
    assert line_of(rig, campaign)[1].skipped == 2
    assert rig.campaign(campaign).total == 7, "what was approved stays what it was"


@pytest.mark.parametrize("size", [1, 2, 5])
def test_on_the_wire_nobody_is_named_who_came_onto_it_and_the_sums_agree(rig: Rig, tmp_path: Path, size: int) -> None:
    people, out = 40, {31: by_id, 35: by_phone, 38: by_email, 39: by_phone, 40: by_id}
    refused = threading.Event()

    def heard(progress: Progress) -> None:
        if progress.counts.get(PersonState.SENDING) and not refused.is_set():
            refused.set()
            refuse(rig, *(way(number) for number, way in out.items()))

    campaign = checked(rig, people, size)
    with Recording() as server:
        client = Client(an_account(address=server.address, requests_per_second=1_000), KEYS, gives_way=True)
        told = rig.run(engine_to(rig, campaign, client, heard=heard))
        sent, reached = server.requests, server.reached
    got = {person(number) for number in range(1, people + 1) if number not in out}
    assert reached == dict.fromkeys(got, 1), "nobody twice, nobody lost, and nobody who refused"
    assert len(sent) == -(-people // size) - (5 if size == 1 else 1 if size == 2 else 0), "none is empty"
    assert whys(rig, campaign) == dict.fromkeys(map(person, out), "do_not_send")
    assert (told.state, told.counts) == (CampaignState.FINISHED, {"sent": people - 5, "skipped": 5})
    assert {sum(each.counts.values()) for each in rig.seen} == {people}
    line, figures = line_of(rig, campaign)
    assert (line.count, figures.state, figures.skipped) == (people - 5, "finished", 5)
    stored = rig.ledger(lambda campaigns: campaigns.sends(campaign, limit=100))
    stored = [each for each in stored if each.state is PersonState.SENT]
    named = [persons_of(each.body) for each in stored]
    assert sorted(named) == sorted(each["query"]["_id"]["$in"] for each in sent)
    assert [each.people for each in stored] == [*map(len, named)]
    target = tmp_path / "out.csv"
    rig.ledger(
        lambda campaigns: export(
            target, campaigns.existing(campaign), campaigns.outcomes(campaign), ("Status", "Time"),
            lambda each: (f"{each.person.state} {each.person.why}", ""), Form.PLAIN,
        )
    )  # fmt: skip
    statuses = [row[2] for row in csv.reader(target.read_text("utf-8-sig").splitlines())][1:]
    assert statuses == ["skipped do_not_send" if each + 1 in out else "sent " for each in range(people)]


@pytest.mark.parametrize("way", WAYS)
def test_where_all_of_a_request_fall_out_nothing_is_sent_and_at_the_end_it_is_finished(
    rig: Rig, way: Callable[[int], NewRefusal]
) -> None:
    campaign = checked(rig, 20, 2)
    rig.script.reply = gates = Gates()
    rig.engine(campaign, pace=1e6).go_on()
    opened = gates.arrived(8)
    refuse(rig, *map(way, range(17, 21)))
    for each in opened:
        each.put(Sent(2))
    told = rig.until_it_stands()
    assert (told.state, told.counts, told.pause) == (CampaignState.FINISHED, {"sent": 16, "skipped": 4}, "")
    assert len(rig.script.bodies) == 8
    assert {each.open + each.done + each.planned for each in rig.seen} == {10}
    assert rig.campaign(campaign).ended_at is not None
    assert line_of(rig, campaign)[1].state == "finished"


@pytest.mark.parametrize("way", WAYS)
def test_who_is_proven_not_to_have_got_it_is_not_tried_again(rig: Rig, way: Callable[[int], NewRefusal]) -> None:
    campaign = checked(rig, 1)
    rig.script.reply = gates = Gates()
    rig.engine(campaign, pace=1e6).go_on()
    (opened,) = gates.arrived(1)
    refuse(rig, way(1))
    opened.put(NO_ROUTE)
    told = rig.until_it_stands()
    assert (told.state, told.counts) == (CampaignState.FINISHED, {"skipped": 1})
    assert len(rig.script.bodies) == 1


def test_nothing_is_asked_of_the_server_for_it(rig: Rig) -> None:
    campaign = checked(rig, 3)
    rig.ledger(lambda campaigns: campaigns.go_on(campaign))
    refuse(rig, by_email(1), by_email(2))
    assert [begin(rig, campaign)[0] for _ in range(3)] == ["skipped", "skipped", "sending"]
    assert rig.script.asked == []


@pytest.mark.parametrize("way", WAYS)
def test_whoever_is_on_it_gets_nothing_since_whenever(rig: Rig, way: Callable[[int], NewRefusal]) -> None:
    """A row that was left out by hand is judged by no later check: it was held against the list of before."""
    refuse(rig, way(2))
    campaign = running(rig, 3, 3)
    assert begin(rig, campaign) == ("sending", [person(1), person(3)], 2)


def test_who_was_taken_off_the_list_in_time_gets_it(rig: Rig) -> None:
    campaign = running(rig, 3)
    refuse(rig, by_id(1), by_phone(2), by_email(3))
    assert begin(rig, campaign)[0] == "skipped"
    take_off(rig)
    assert [begin(rig, campaign)[:2] for _ in range(2)] == [("sending", [person(2)]), ("sending", [person(3)])]
    refuse(rig, by_id(1))
    assert whys(rig, campaign) == {person(1): "do_not_send"}, "who was left out stays that"


def test_the_list_of_another_account_does_not_matter(rig: Rig) -> None:
    campaign = running(rig, 3, 3)
    refuse(rig, by_id(1), by_phone(2), by_email(3), account="other")
    assert begin(rig, campaign) == ("sending", [person(1), person(2), person(3)], 3)


def test_ten_thousand_rows_that_come_onto_it_at_once(rig: Rig) -> None:
    campaign = checked(rig, 300, 10)
    rig.script.reply = gates = Gates()
    rig.engine(campaign, pace=1e6).go_on()
    opened = gates.arrived(8)
    refuse(rig, *(WAYS[number % 3](number) for number in range(91, 10_091)))
    for each in opened:
        each.put(Sent(10))
    gates.arrived(1)[0].put(Sent(10))
    told = rig.until_it_stands()
    assert told.counts == {"sent": 90, "skipped": 210}
    assert rig.script.reached == dict.fromkeys(map(person, range(1, 91)), 1)


def test_two_campaigns_of_one_account_both_leave_them_out(rig: Rig) -> None:
    both = [running(rig, 3, 3), running(rig, 3, 1)]
    refuse(rig, by_phone(2))
    assert begin(rig, both[0])[1] == [person(1), person(3)]
    assert [begin(rig, both[1])[0] for _ in range(3)] == ["sending", "skipped", "sending"]
    assert [whys(rig, each) for each in both] == [{person(2): "do_not_send"}] * 2


def test_a_no_is_said_before_a_message_of_another_campaign(rig: Rig) -> None:
    other = running(rig, 2, 2)
    last = rig.wait_for(lambda stores: stores.do_not_send.last())
    at = (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    campaign = rig.approved(3, 3, mapping={"key": 0, HOURS: 24, REFUSALS: last, CHECKED: at})
    rig.ledger(lambda campaigns: campaigns.go_on(campaign))
    begin(rig, other)
    refuse(rig, by_email(2))
    assert begin(rig, campaign) == ("sending", [person(3)], 1)
    assert whys(rig, campaign) == {person(1): "messaged_lately", person(2): "do_not_send"}


@pytest.mark.parametrize("written", ["89120000001", "8(912)000-00-01", "79120000001", "+7(912)0000001"])
def test_a_phone_is_the_same_however_the_base_writes_it(rig: Rig, written: str) -> None:
    """Without a country it stands in the ledger as it stands in the base."""

    def plan(campaigns: Campaigns) -> int:
        campaign = campaigns.create(new_campaign(mapping={"key": 0, REFUSALS: 0}))
        campaigns.add_rows(campaign, [NewPerson(1, "k", ("k", "n"))])
        (row,) = campaigns.rows(campaign)
        campaigns.judge(campaign, [Judged(row.id, PersonState.PLANNED, person(1), written)])
        campaigns.approve(campaign, total=1, requests=requests(campaigns, campaign))
        campaigns.go_on(campaign)
        return campaign

    campaign = rig.ledger(plan)
    refuse(rig, NewRefusal(KeyKind.PHONE, "79120000001", "+7 912 000-00-01"))
    assert begin(rig, campaign)[0] == "skipped"


def test_another_text_for_the_rest_names_nobody_who_is_on_it(rig: Rig) -> None:
    campaign = running(rig, 4, 2)
    rig.ledger(lambda campaigns: campaigns.pause(campaign, "by_person"))

    def change(campaigns: Campaigns) -> None:
        people = campaigns.rows(campaign)
        whole = NewRequest(body([each.person for each in people], "Another"), tuple(each.id for each in people))
        campaigns.change_text(campaign, {"msg": {"text": "Another"}}, [whole])
        campaigns.go_on(campaign)

    rig.ledger(change)
    refuse(rig, by_phone(1), by_email(4))
    assert begin(rig, campaign) == ("sending", [person(2), person(3)], 2)
    assert rig.campaign(campaign).counts == {"sending": 2, "skipped": 2}


def test_who_is_in_doubt_is_not_sent_to_again_once_they_are_on_it(rig: Rig) -> None:
    campaign = checked(rig, 3, 3)
    rig.script.reply = lambda _body: LOST
    assert rig.run(rig.engine(campaign)).counts == {"unknown": 3}
    rig.ledger(lambda campaigns: list(campaigns.sending_again(campaign)))
    rig.ledger(lambda campaigns: campaigns.go_on(campaign))
    refuse(rig, by_email(2))
    assert begin(rig, campaign) == ("sending", [person(1), person(3)], 2)


def test_who_of_the_others_did_not_match_is_named_all_the_same(rig: Rig) -> None:
    """Whoever was taken out of a request is nobody whom the server did not find."""
    campaign = checked(rig, 5, 5)
    refuse(rig, by_id(1))
    rig.script.reply = lambda _body: Sent(3)
    rig.script.matching = lambda _asked: found([person(2), person(3), person(4)])
    told = rig.run(rig.engine(campaign))
    assert told.counts == {"sent": 3, "skipped": 2}
    assert whys(rig, campaign) == {person(1): "do_not_send", person(5): "no_longer"}
    assert {each.why for each in rows_of(rig, campaign) if each.state is PersonState.SENT} == {""}


def test_a_look_at_the_start_that_was_broken_off_is_begun_anew(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody pauses while it is asked whose an e-mail is, and goes on before the campaign stands."""
    asked = threading.Event()

    class Pressed(StoredLedger):
        def leave_out(self, client: LooksUp, wanted: Callable[[], bool]) -> bool:
            done = super().leave_out(client, wanted)
            if not asked.is_set():
                asked.set()
                engine.go_on()
            return done

    def matching(_asked: JsonObject) -> JsonObject | Failure:
        if asked.is_set():
            return found([person(2)])
        engine.pause()
        return LOST

    monkeypatch.setattr(rig, "ledger_of", lambda number: Pressed(rig.wait_for, number))
    campaign = checked(rig, 3)
    refuse(rig, NewRefusal(KeyKind.EMAIL, "another@mail.example"))
    rig.script.matching = matching
    engine = rig.engine(campaign)
    engine.go_on()
    told = rig.until(lambda each: each.state is CampaignState.FINISHED)
    assert (told.counts, asked.is_set()) == ({"sent": 2, "skipped": 1}, True)
    assert person(2) not in rig.script.reached


def test_whatever_comes_when_no_request_that_began_later_names_them(rig: Rig) -> None:
    """Two campaigns run at once while people come onto the list, and off it, on a thread of its own."""
    people, chance = 200, random.Random(14)
    both = [checked(rig, people, 1), checked(rig, people, 7)]
    added: dict[str, datetime] = {}
    goes_on, begun = threading.Event(), threading.Barrier(3)

    def heard(hears: set[int], progress: Progress) -> None:
        if progress.counts.get(PersonState.SENDING) and progress.campaign_id not in hears:
            hears.add(progress.campaign_id)
            begun.wait(WAIT_S)  # behind the looks at their starts

    def come() -> None:
        begun.wait(WAIT_S)
        for number in chance.sample(range(1, people + 1), people // 2):
            refuse(rig, chance.choice(WAYS)(number))
            added[person(number)] = datetime.now(UTC)
            if goes_on.is_set():
                return

    comes = threading.Thread(target=come)
    with Recording() as server:
        client = Client(an_account(address=server.address, requests_per_second=1_000), KEYS, gives_way=True)
        engines = [engine_to(rig, each, client, heard=partial(heard, set())) for each in both]
        comes.start()
        for engine in engines:
            engine.go_on()
        with rig.lane.changed:
            assert rig.lane.changed.wait_for(lambda: not any(each.is_at_work for each in engines), WAIT_S)
        goes_on.set()
        comes.join(WAIT_S)
        reached = server.reached
    states: Counter[tuple[str, str]] = Counter()
    expected: Counter[str] = Counter()
    for campaign in both:
        assert rig.campaign(campaign).state is CampaignState.FINISHED, rig.campaign(campaign).pause_detail
        sends = {each.id: each for each in rig.ledger(partial(Campaigns.sends, campaign_id=campaign, limit=1_000))}
        for row in rows_of(rig, campaign):
            states[row.state, row.why] += 1
            send = sends[row.send_id or 0]
            if row.state is PersonState.SENT:
                expected[row.person] += 1
                assert row.person in persons_of(send.body)
                assert row.person not in added or (send.began_at or added[row.person]) <= added[row.person]
            else:
                assert row.person in added
                assert send.state is PersonState.SKIPPED or row.person not in persons_of(send.body)
    assert reached == expected, "what the server had is what the ledger says"
    assert {*states} <= {("sent", ""), ("skipped", "do_not_send")}
    assert sum(states.values()) == 2 * people
