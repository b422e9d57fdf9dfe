"""A campaign on its way out: who is reached, what is on the disk, at which pace, and what it stands still for."""

import threading
from datetime import time, timedelta
from typing import Any

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.sending.campaigns.lane import WIDTH
from scoro_desktop.sending.campaigns.outcomes import Pause
from scoro_desktop.sending.campaigns.progress import Progress
from scoro_desktop.storage.campaigns.states import CampaignState, PauseCode, PersonState
from scoro_desktop.storage.campaigns.types import CampaignSend, NewRequest
from scoro_desktop.wire import JsonObject
from tests.sending.campaigns.rig import LOST, NO_ROUTE, START, WAIT_S, Gates, Rig, persons_of, refusal
from tests.storage.campaigns.samples import body

EVERYBODY = [f"u{number:06}" for number in range(1, 21)]


def replies(*given: Sent | Failure) -> Any:
    """These replies in turn, then that everybody got it."""
    waiting = list(given)
    lock = threading.Lock()

    def reply(sent: JsonObject) -> Sent | Failure:
        with lock:
            return waiting.pop(0) if waiting else Sent(len(persons_of(sent)))

    return reply


def test_each_person_once(rig: Rig) -> None:
    campaign = rig.approved(20)
    ended = rig.run(rig.engine(campaign))
    assert (ended.state, ended.counts, ended.done, ended.planned) == (CampaignState.FINISHED, {"sent": 20}, 20, 0)
    assert rig.script.reached == dict.fromkeys(EVERYBODY, 1)
    assert rig.script.channels == {Channel.SMS}
    assert rig.states(campaign) == ["sent"] * 20
    assert rig.campaign(campaign).ended_at is not None
    assert ended.ends_in_s is None


def test_the_pace_is_even_by_the_clock(rig: Rig) -> None:
    rig.run(rig.engine(rig.approved(101), pace=4.0))
    span = rig.script.at[-1] - rig.script.at[0]
    assert span == pytest.approx(100 / 4.0, rel=0.05)
    gaps = [after - before for before, after in zip(rig.script.at, rig.script.at[1:], strict=False)]
    assert max(gaps) < 2 / 4.0 + 1e-9
    running = [each for each in rig.seen if each.rate]
    assert running[-1].rate == pytest.approx(4.0, rel=0.05)
    first = next(each for each in rig.seen if each.ends_in_s is not None)
    assert first.ends_in_s == pytest.approx(101 / 4.0, rel=0.05)


def test_eight_are_open_at_once_each_on_the_disk_before(rig: Rig) -> None:
    gates = rig.script.reply = Gates()
    campaign = rig.approved(20)
    engine = rig.engine(campaign, pace=1e6)
    engine.go_on()
    answers = gates.arrived(WIDTH)
    assert rig.script.open == WIDTH == 8
    assert rig.states(campaign).count("sending") == 8
    answers.pop().put(Sent(1))
    answers += gates.arrived(1)
    assert rig.script.open == 8
    for _ in range(11):
        answers.pop().put(Sent(1))
        answers += gates.arrived(1)
    for answer in answers:
        answer.put(Sent(1))
    assert rig.until_it_stands().counts == {"sent": 20}
    assert rig.script.most_open == 8


def test_two_campaigns_share_the_lane(rig: Rig) -> None:
    gates = rig.script.reply = Gates()
    engines = [rig.engine(rig.approved(10), pace=1e6) for _ in range(2)]
    for engine in engines:
        engine.go_on()
    answers = gates.arrived(8)
    for _ in range(12):
        answers.pop().put(Sent(1))
        answers += gates.arrived(1)
    for answer in answers:
        answer.put(Sent(1))
    rig.until_it_stands()
    rig.until_it_stands()
    assert rig.script.most_open == 8
    with rig.lane.changed:
        assert rig.lane.changed.wait_for(lambda: rig.lane.open == 0, WAIT_S)


def test_a_pause_lets_what_is_open_end_and_a_person_goes_on(rig: Rig) -> None:
    gates = rig.script.reply = Gates()
    campaign = rig.approved(20)
    engine = rig.engine(campaign, pace=1e6)
    engine.go_on()
    answers = gates.arrived(8)
    engine.pause()
    paused = rig.until(lambda each: each.state is CampaignState.PAUSED)
    assert (paused.pause, paused.open, paused.planned) == ("by_person", 8, 12)
    for answer in answers:
        answer.put(Sent(1))
    assert rig.until_it_stands().counts == {"sent": 8, "planned": 12}
    assert rig.campaign(campaign).pause == "by_person"
    rig.script.reply = replies()
    assert rig.run(engine).counts == {"sent": 20}
    assert rig.script.reached == dict.fromkeys(EVERYBODY, 1)


def test_whoever_has_a_reason_pauses_it_and_the_first_reason_stands(rig: Rig) -> None:
    gates = rig.script.reply = Gates()
    campaign = rig.approved(20)
    engine = rig.engine(campaign, pace=1e6)
    engine.go_on()
    answers = gates.arrived(8)
    engine.pause(Pause(PauseCode.ACCOUNT_CHANGED))
    engine.pause()
    answers.pop().put(LOST)
    for answer in answers:
        answer.put(Sent(1))
    rig.until_it_stands()
    assert rig.campaign(campaign).pause == "account_changed"
    assert len(rig.script.bodies) == 8


def test_it_goes_on_while_requests_from_before_the_pause_are_open(rig: Rig) -> None:
    gates = rig.script.reply = Gates()
    campaign = rig.approved(10)
    engine = rig.engine(campaign, pace=1e6)
    engine.go_on()
    answers = gates.arrived(8)
    engine.pause()
    rig.until(lambda each: each.state is CampaignState.PAUSED)
    engine.go_on()
    rig.until(lambda each: each.state is CampaignState.RUNNING)
    answers.pop().put(Sent(1))
    answers += gates.arrived(1)
    for answer in answers:
        answer.put(Sent(1))
    gates.arrived(1)[0].put(Sent(1))
    assert rig.until_it_stands().counts == {"sent": 10}
    assert rig.script.reached == dict.fromkeys(EVERYBODY[:10], 1)


def test_a_stop_skips_the_rest(rig: Rig) -> None:
    gates = rig.script.reply = Gates()
    campaign = rig.approved(20)
    engine = rig.engine(campaign, pace=1e6)
    engine.go_on()
    answers = gates.arrived(8)
    engine.stop()
    rig.until(lambda each: each.state is CampaignState.STOPPED)
    for answer in answers:
        answer.put(Sent(1))
    ended = rig.until(lambda each: not each.open)
    assert (ended.state, ended.counts) == (CampaignState.STOPPED, {"sent": 8, "skipped": 12})
    assert sorted(set(rig.states(campaign))) == ["sent", "skipped stopped"]
    assert rig.run(engine).state is CampaignState.STOPPED
    assert len(rig.script.bodies) == 8


def test_one_that_stands_still_can_be_stopped(rig: Rig) -> None:
    campaign = rig.approved(3)
    rig.script.reply = replies(LOST)
    engine = rig.engine(campaign)
    rig.run(engine)
    engine.stop()
    assert rig.until(lambda each: each.state is CampaignState.STOPPED).counts == {"unknown": 1, "skipped": 2}


def test_a_request_in_doubt_pauses_and_is_never_repeated(rig: Rig) -> None:
    campaign = rig.approved(20)
    rig.script.reply = replies(Sent(1), LOST)
    engine = rig.engine(campaign)
    paused = rig.run(engine)
    assert (paused.state, paused.pause, paused.pause_detail) == (CampaignState.PAUSED, "unknown", "read_timeout")
    assert paused.counts[PersonState.UNKNOWN] == 1
    rig.run(engine)
    assert rig.script.reached == dict.fromkeys(EVERYBODY, 1)
    assert rig.campaign(campaign).counts == {"sent": 19, "unknown": 1}


def test_going_on_until_so_many_are_in_doubt(rig: Rig) -> None:
    campaign = rig.approved(20)
    rig.script.reply = replies(*[LOST] * 13)
    engine = rig.engine(campaign, pace=0.1)
    rig.run(engine)
    first = rig.campaign(campaign).counts[PersonState.UNKNOWN]
    paused = rig.run(engine, after_doubts=10)
    assert paused.pause == "unknown"
    assert paused.counts[PersonState.UNKNOWN] >= first + 10
    assert paused.counts[PersonState.UNKNOWN] < first + 10 + 8


def test_what_never_left_leaves_again_and_three_in_a_row_pause(rig: Rig) -> None:
    campaign = rig.approved(20)
    rig.script.reply = replies(NO_ROUTE, Sent(1), NO_ROUTE, NO_ROUTE)
    assert rig.run(rig.engine(campaign, pace=0.1)).counts == {"sent": 20}
    assert sorted(rig.script.reached.values()) == [1] * 17 + [2] * 3
    other = rig.approved(20)
    rig.script.reply = lambda _body: NO_ROUTE
    engine = rig.engine(other)
    assert rig.run(engine).pause == "no_connection"
    assert set(rig.states(other)) == {"planned", "not_sent"}
    rig.script.reply = replies()
    assert rig.run(engine).counts == {"sent": 20}


def test_the_same_refusal_three_times(rig: Rig) -> None:
    campaign = rig.approved(20)
    rig.script.reply = replies(refusal("400"), Sent(1), refusal("422"), refusal("400"), Sent(1), refusal("400"))
    paused = rig.run(rig.engine(campaign))
    assert (paused.pause, paused.pause_detail) == ("refused_thrice", "400")
    assert paused.counts[PersonState.REFUSED] == 4
    assert paused.counts[PersonState.PLANNED] > 0


@pytest.mark.parametrize("code", ["401", "403"])
def test_an_ended_session_pauses_and_nobody_is_lost_by_it(code: str, rig: Rig) -> None:
    campaign = rig.approved(20)
    rig.script.reply = replies(Sent(1), *[refusal(code)] * 9)
    engine = rig.engine(campaign)
    assert rig.run(engine).pause == "session_ended"
    rig.script.reply = replies()
    assert rig.run(engine).counts == {"sent": 20}


def test_too_often_makes_it_slower_and_nobody_is_lost_by_it(rig: Rig) -> None:
    campaign = rig.approved(40)
    rig.script.reply = replies(*[Sent(1)] * 5, refusal("429"))
    assert rig.run(rig.engine(campaign, pace=10.0)).counts == {"sent": 40}
    last = rig.script.at[-10:]
    assert (last[-1] - last[0]) / 9 == pytest.approx(1 / 8.0, rel=0.05)
    other = rig.approved(40)
    rig.script.reply = lambda _body: refusal("429")
    assert rig.run(rig.engine(other)).pause == "refused_thrice"
    assert set(rig.states(other)) == {"planned", "not_sent"}


def test_more_than_there_are_people_pauses(rig: Rig) -> None:
    campaign = rig.approved(20, size=5)
    rig.script.reply = lambda _body: Sent(6)
    paused = rig.run(rig.engine(campaign, pace=0.1))
    assert (paused.pause, paused.pause_detail) == ("count_above", "6/5")
    push = rig.approved(20, size=5, collection="devices", channel="push")
    assert rig.run(rig.engine(push)).counts == {"sent": 20}  # they may have several devices
    assert set(rig.states(push)) == {"sent in_request"}


def test_nothing_leaves_in_quiet_hours_unless_it_is_wanted(rig: Rig) -> None:
    campaign = rig.approved(20)
    noon = QuietHours(time(12, 0), time(13, 0), "UTC")
    engine = rig.engine(campaign, quiet_hours=noon)
    assert rig.run(engine).pause == "quiet_hours"
    assert rig.script.bodies == []
    rig.clock.wall = START + timedelta(hours=2)
    assert rig.run(engine).counts == {"sent": 20}
    other = rig.approved(2)
    rig.clock.wall = START
    assert rig.run(rig.engine(other, quiet_hours=noon), in_quiet_hours=True).counts == {"sent": 2}


def test_quiet_hours_begin_on_the_way(rig: Rig) -> None:
    campaign = rig.approved(20)
    quiet = QuietHours(time(12, 0, 1), time(13, 0), "UTC")
    paused = rig.run(rig.engine(campaign, quiet_hours=quiet, pace=4.0))
    assert paused.pause == "quiet_hours"
    assert paused.counts[PersonState.SENT] == 4


def test_what_fell_asleep_on_its_way_out_is_looked_at_anew(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at quiet hours and the first byte a laptop may be closed for the night."""
    campaign = rig.approved(20)
    engine = rig.engine(campaign, quiet_hours=QuietHours(time(20, 0), time(23, 0), "UTC"))
    begin = engine._ledger.begin_send
    slept: list[int] = []

    def asleep(send_id: int) -> CampaignSend:
        begun = begin(send_id)
        if len(slept) < 1:
            slept.append(send_id)
            rig.clock.at += 8 * 60 * 60
        return begun

    monkeypatch.setattr(engine._ledger, "begin_send", asleep)
    paused = rig.run(engine)
    assert (paused.pause, paused.counts) == ("quiet_hours", {"not_sent": 1, "planned": 19})
    assert rig.script.bodies == []
    assert rig.run(engine, in_quiet_hours=True).counts == {"sent": 20}
    assert set(rig.script.reached.values()) == {1}


def test_the_clock_put_back_pauses(rig: Rig) -> None:
    campaign = rig.approved(20)

    def reply(sent: JsonObject) -> Sent:
        if len(rig.script.bodies) == 3:
            rig.clock.wall -= timedelta(hours=1)
        if len(rig.script.bodies) == 2:
            rig.clock.wall += timedelta(hours=3)  # asleep meanwhile
        return Sent(1)

    rig.script.reply = reply
    engine = rig.engine(campaign)
    assert rig.run(engine).pause == "clock_back"
    assert rig.run(engine).counts == {"sent": 20}


@pytest.mark.parametrize("code", [PauseCode.KEYRING_GONE, PauseCode.ACCOUNT_CHANGED, PauseCode.NO_QUOTA])
def test_whoever_knows_may_say_no_before_each_request(code: PauseCode, rig: Rig) -> None:
    campaign = rig.approved(20)
    allowed = [5]

    def may_go() -> Pause | None:
        return Pause(code) if len(rig.script.bodies) >= allowed[0] else None

    engine = rig.engine(campaign, may_go=may_go)
    paused = rig.run(engine)
    assert paused.pause == code
    assert 5 <= len(rig.script.bodies) <= 6
    allowed[0] = 100
    assert rig.run(engine).counts == {"sent": 20}


def test_an_account_that_cannot_be_used_pauses_at_once(rig: Rig) -> None:
    campaign = rig.approved(20)
    rig.script.reply = lambda _body: Failure(Outcome.NOT_SENT, "bad_account")
    assert rig.run(rig.engine(campaign, pace=0.1)).pause == "account_changed"


@pytest.mark.parametrize("query", [{}, None, {"$and": [{}, {"consent": True}]}, {"$and": []}])
def test_a_request_without_a_clause_never_leaves(query: JsonObject | None, rig: Rig) -> None:
    campaign = rig.ledger(lambda campaigns: _with_query(campaigns, query))
    paused = rig.run(rig.engine(campaign))
    assert (paused.pause, paused.pause_detail) == ("error", "no_clause")
    assert rig.script.bodies == []


def _with_query(campaigns: Any, query: Any) -> int:
    from tests.storage.campaigns.samples import filled

    campaign = filled(campaigns, 1)
    (row,) = campaigns.rows(campaign)
    campaigns.approve(campaign, total=1, requests=[NewRequest({**body([row.person], "x"), "query": query}, (row.id,))])
    return campaign


@pytest.mark.parametrize(
    ("error", "state"), [(RuntimeError("Аврелия +7912"), "unknown"), (ValueError("Аврелия"), "not_sent")]
)
def test_whatever_breaks_in_the_client_is_an_outcome_and_quotes_nothing(error: Exception, state: str, rig: Rig) -> None:
    def reply(_body: JsonObject) -> Sent:
        raise error

    rig.script.reply = reply
    campaign = rig.approved(3)
    paused = rig.run(rig.engine(campaign, pace=0.1))
    assert state in rig.states(campaign)
    send = rig.ledger(lambda campaigns: campaigns.sends(campaign)[0])
    assert send.detail == type(error).__name__
    assert "Аврелия" not in repr(paused) + send.detail + paused.pause_detail


def test_fewer_than_there_are_people_are_asked_for_again(rig: Rig) -> None:
    campaign = rig.approved(120, size=60)
    gone = {"u000003", "u000055"}

    def reply(sent: JsonObject) -> Sent:
        return Sent(len(set(persons_of(sent)) - gone))

    rig.script.reply = reply
    rig.script.matching = lambda asked: found([each for each in persons_asked(asked) if each not in gone])
    ended = rig.run(rig.engine(campaign))
    assert ended.counts == {"sent": 118, "skipped": 2}
    states = rig.states(campaign)
    assert [states[2], states[54]] == ["skipped no_longer"] * 2
    assert states.count("sent") == 118
    assert [len(persons_asked(each)) for each in rig.script.asked] == [50, 10]
    assert rig.script.asked[0]["query"] == {
        "$and": [{"_id": {"$in": EVERY(60)}}, {"_id": {"$in": EVERY(50)}}],
    }


@pytest.mark.parametrize("matching", [LOST, 60, 57])
def test_where_that_settles_nothing_nobody_is_named(matching: Failure | int, rig: Rig) -> None:
    campaign = rig.approved(60, size=60)
    rig.script.reply = lambda _body: Sent(58)
    left = [*EVERY(60)][: matching if isinstance(matching, int) else 0]
    rig.script.matching = lambda asked: (
        matching if isinstance(matching, Failure) else found([each for each in persons_asked(asked) if each in left])
    )
    ended = rig.run(rig.engine(campaign))
    assert ended.counts == {"sent": 60}
    assert set(rig.states(campaign)) == {"sent in_request"}
    (send,) = rig.ledger(lambda campaigns: campaigns.sends(campaign))
    assert (send.people, send.count) == (60, 58)


def EVERY(number: int) -> list[str]:
    return [f"u{each:06}" for each in range(1, number + 1)]


def persons_asked(asked: Any) -> list[str]:
    return list(asked["query"]["$and"][1]["_id"]["$in"])


def found(persons: list[str]) -> JsonObject:
    import base64

    import bson

    document = {str(number): {"_id": person} for number, person in enumerate(persons)}
    return {"error": False, "result": base64.b64encode(bson.encode(document)).decode()}


def test_an_onlooker_who_breaks_stops_nothing(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: said.append(args.exc_type.__name__))
    campaign = rig.approved(5)
    engine = rig.engine(campaign)
    put = rig.told.put

    def told(progress: Progress) -> None:
        put(progress)
        raise LookupError

    engine._bulletin._teller._told = told
    assert rig.run(engine).counts == {"sent": 5}
    assert set(said) == {"LookupError"}


def test_no_thread_is_left(rig: Rig) -> None:
    before = set(threading.enumerate())
    engine = rig.engine(rig.approved(20))
    rig.run(engine)
    left = [each for each in threading.enumerate() if each not in before]
    for thread in left:
        thread.join(10)
    assert not any(thread.is_alive() for thread in left)
    assert engine.close()


def test_closed_it_opens_nothing_more(rig: Rig) -> None:
    gates = rig.script.reply = Gates()
    campaign = rig.approved(20)
    engine = rig.engine(campaign, pace=1e6)
    engine.go_on()
    answers = gates.arrived(8)
    assert not engine.close()
    for answer in answers:
        answer.put(Sent(1))
    assert engine.close(20)
    engine.go_on()
    engine.stop()
    assert rig.states(campaign).count("sent") == 8
    assert rig.campaign(campaign).state is CampaignState.RUNNING
    (found,) = rig.ledger(lambda campaigns: campaigns.at_start())
    assert (found.state, found.pause) == (CampaignState.PAUSED, "app_closed")
