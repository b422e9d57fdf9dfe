"""Troubles that the sandbox makes when asked: a rate, ended sessions, slow answers. And whom its sends reached."""

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from scoro_desktop.sandbox import crowd
from scoro_desktop.sandbox.rate import Rate
from scoro_desktop.sandbox.reached import LONGEST_TEXT
from scoro_desktop.sandbox.refusals import Refused
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import application, call, log_in, refused

PEOPLE = 40


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


Make = Callable[..., Sandbox]


@pytest.fixture
def make(clock: Clock) -> Iterator[Make]:
    made: list[Sandbox] = []

    def start(**options: Any) -> Sandbox:
        sandbox = Sandbox(clock=clock, **options)
        made.append(sandbox)
        sandbox.start()
        return sandbox

    yield start
    for sandbox in made:
        sandbox.close()


def send(sandbox: Sandbox, text: str, ids: list[str], *, channel: str = "sms", session: str | None = None) -> Any:
    base = None
    if session is not None:
        base = application(sandbox) | {"acc": sandbox.message_key, "sess": session}
    if channel == "sms":
        return call(sandbox, "sendsms", base=base, coll="users", query={"_id": {"$in": ids}}, msg={"text": text})
    msg = {"data": {"gcm": {"notification": {"title": "T", "body": text}}, "apns": {"aps": {"alert": text}}}}
    return call(sandbox, "sendpush", base=base, coll="devices", query={"userId": {"$in": ids}}, msg=msg)


# The rate


def test_no_more_are_taken_in_any_second_than_the_rate_says(make: Make, clock: Clock) -> None:
    sandbox = make(rate=3, people=PEOPLE)
    me = [crowd.population(PEOPLE).users[0]["_id"]]
    assert [send(sandbox, "x", me).status for _ in range(4)] == [200, 200, 200, 429]
    clock.now += 0.6
    answer = call(sandbox, "data/count", coll="users")
    assert refused(answer) == (429, "Too many requests: more than 3 in a second")
    assert answer.headers["Retry-After"] == "1"
    clock.now += 0.4
    assert [call(sandbox, "data/count", coll="users").status for _ in range(4)] == [200, 200, 200, 429]
    assert sandbox.deliveries_per_person("sms") == {me[0]: 3}  # what was refused reached nobody
    assert sandbox.refused_for_rate == 3


def test_requests_are_counted_in_a_window_that_moves() -> None:
    clock = Clock()
    rate = Rate(2, clock)
    taken = []
    for tenth in range(40):
        clock.now = 1_000 + tenth / 10
        try:
            rate.take()
        except Refused:
            continue
        taken.append(tenth)
    assert taken == [0, 1, 10, 11, 20, 21, 30, 31]


def test_strangers_use_nothing_of_the_rate_up(make: Make) -> None:
    sandbox = make(rate=1)
    for _ in range(3):
        assert refused(call(sandbox, "data/count", base={"app": "0" * 32, "cli": "0" * 32}))[0] == 401
    assert call(sandbox, "data/count", coll="roles").status == 200
    assert call(sandbox, "data/count", coll="roles").status == 429


def test_the_application_tells_its_rate(make: Make) -> None:
    assert call(make(rate=7), "app").body["app"]["limits"]["rps"] == 7
    assert call(make(), "app").body["app"]["limits"]["rps"] == 20


def test_callers_at_the_same_time_get_no_more_than_the_rate() -> None:
    rate = Rate(50, Clock())
    begin = threading.Barrier(8)
    taken = []

    def ask() -> None:
        begin.wait()
        for _ in range(20):
            try:
                rate.take()
            except Refused:
                continue
            taken.append(1)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == 50


# Sessions


def test_a_session_ends_so_long_after_it_is_first_used(make: Make, clock: Clock) -> None:
    sandbox = make(session_ends_after_s=5, people=PEOPLE)
    me = [crowd.population(PEOPLE).users[0]["_id"]]
    session = log_in(sandbox)
    clock.now += 3_600  # nobody has used it yet
    assert send(sandbox, "1", me, session=session).status == 200
    clock.now += 4.9
    assert send(sandbox, "2", me, session=session).status == 200
    clock.now += 0.1
    assert refused(send(sandbox, "3", me, session=session)) == (401, "Unknown or ended session (sess)")
    again = log_in(sandbox)
    assert send(sandbox, "4", me, session=again).status == 200
    clock.now += 5
    assert refused(send(sandbox, "5", me, session=again))[0] == 401
    assert send(sandbox, "6", me).status == 200  # the masterKey needs none
    assert sandbox.deliveries_per_person("sms") == {me[0]: 4}


def test_sessions_end_when_they_are_told_to(make: Make) -> None:
    sandbox = make()
    session = log_in(sandbox)
    base = application(sandbox) | {"sess": session}
    assert call(sandbox, "data/count", base=base, coll="roles").status == 200
    sandbox.end_sessions()
    assert refused(call(sandbox, "data/count", base=base, coll="roles"))[0] == 401
    assert (
        call(sandbox, "data/count", base=application(sandbox) | {"sess": log_in(sandbox)}, coll="roles").status == 200
    )


# Delay


@pytest.mark.parametrize(("collection", "status"), [("roles", 200), ("nothing", 404)])
def test_each_answer_takes_so_long_and_refusals_as_well(make: Make, collection: str, status: int) -> None:
    sandbox = make(answer_delay_s=0.1)
    began = time.monotonic()
    assert call(sandbox, "data/count", coll=collection).status == status
    assert time.monotonic() - began >= 0.1


# Answers that never come


def test_an_answer_is_lost_and_its_send_was_taken(make: Make) -> None:
    sandbox = make(people=PEOPLE)
    me = [crowd.population(PEOPLE).users[0]["_id"]]
    sandbox.lose_answer()
    sandbox.lose_answer(after=2)
    answered = []
    for number in range(4):
        try:
            answered.append(send(sandbox, f"{number}", me).status)
        except http.client.RemoteDisconnected:
            answered.append(0)
        assert call(sandbox, "data/count", coll="roles").status == 200  # look-ups are answered
    assert answered == [0, 200, 0, 200]
    assert sandbox.deliveries_per_person("sms") == {me[0]: 4}


def test_a_refusal_is_no_send_whose_answer_could_be_lost(make: Make) -> None:
    sandbox = make(people=PEOPLE)
    sandbox.lose_answer()
    assert send(sandbox, "", []).status == 400
    with pytest.raises(http.client.RemoteDisconnected):
        send(sandbox, "x", [])


# Whom sends reached


def test_each_person_is_counted_by_channel(make: Make) -> None:
    sandbox = make(people=PEOPLE)
    world = crowd.population(PEOPLE)
    ids = [user["_id"] for user in world.users]
    assert sandbox.deliveries_per_person("sms") == sandbox.deliveries_per_person("push") == {}
    assert send(sandbox, "all", ids).body["count"] == 38
    with_phone = {user["_id"]: 1 for user in world.users if "phone" in user}
    assert sandbox.deliveries_per_person("sms") == with_phone
    assert send(sandbox, "two", ids[4:6]).body["count"] == 2
    assert sandbox.deliveries_per_person("sms") == with_phone | {ids[4]: 2, ids[5]: 2}
    assert sandbox.last_texts("sms")[ids[4]] == "two"
    assert sandbox.last_texts("sms")[ids[6]] == "all"
    assert sandbox.deliveries_per_person("push") == {}


def test_a_push_to_two_devices_of_one_is_one(make: Make) -> None:
    sandbox = make(people=PEOPLE)
    world = crowd.population(PEOPLE)
    both, none = world.users[crowd.TWO_DEVICES]["_id"], world.users[crowd.NO_DEVICE]["_id"]
    assert send(sandbox, "Hi", [both, none], channel="push").body["count"] == 2
    assert sandbox.deliveries_per_person("push") == {both: 1}
    assert sandbox.deliveries_per_device() == {world.devices[place]["_id"]: 1 for place in world.devices_of[both]}
    assert sandbox.last_texts("push") == {both: "Hi"}
    send(sandbox, "again", [both], channel="push")
    assert sandbox.deliveries_per_person("push") == {both: 2}
    assert set(sandbox.deliveries_per_device().values()) == {2}


def test_no_send_is_forgotten_however_many_there_were_and_no_more_is_kept(make: Make) -> None:
    sandbox = make(people=PEOPLE)
    me = crowd.population(PEOPLE).users[0]["_id"]
    for number in range(205):
        sandbox._deliveries.add_sms(
            f"{number}".ljust(5 * LONGEST_TEXT, "x"),
            [0],
            crowd.population(PEOPLE).users,
            collection="users",
            debug=False,
        )
    assert sandbox.deliveries_per_person("sms") == {me: 205}
    assert len(sandbox.deliveries()) == 200
    assert sandbox.last_texts("sms")[me] == "204".ljust(LONGEST_TEXT, "x")
    sandbox.clear()
    assert not sandbox.deliveries_per_person("sms")
    assert not sandbox.last_texts("sms")


def test_devices_that_nobody_is_logged_in_on_are_counted_as_devices(make: Make) -> None:
    sandbox = make()
    call(sandbox, "sendpush", coll="devices", query={"userId": {"$exists": False}}, msg=json.loads(PUSH))
    assert sandbox.deliveries_per_person("push") == {}
    assert len(sandbox.deliveries_per_device()) == sandbox.deliveries()[0].count > 0


PUSH = '{"data": {"gcm": {"notification": {"body": "B"}}, "apns": {"aps": {"alert": "A"}}}}'
