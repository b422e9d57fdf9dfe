"""A changed character does not silence "this may have gone out already": what differs by little is found too."""

import dataclasses
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.almost_sent import is_alike
from scoro_desktop.storage.history import History
from scoro_desktop.wire import JsonObject
from tests.faults.disk_work import account
from tests.storage.sends import new_send

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ACCOUNT = dataclasses.replace(account(), id="a1", application_id="db8a1b41", address="https://api.example.com/api/v1/")
UNKNOWN = Failure(Outcome.UNKNOWN, "read_timeout")
MOSCOW: JsonObject = {"deviceType": "android", "city": "Moscow", "lastSeenAt": {"$exists": True}}


def push(title: str, query: JsonObject | None = None) -> JsonObject:
    message: JsonObject = {"data": {"gcm": {"notification": {"title": title, "body": "20% off until Sunday"}}}}
    return {"coll": "devices", "query": MOSCOW if query is None else query, "msg": message}


@pytest.fixture
def history(connection: sqlite3.Connection) -> History:
    return History(connection, clock=lambda: NOW)


def sent(history: History, request: JsonObject, reply: Sent | Failure | None = UNKNOWN) -> int:
    send = history.record(new_send(request=request))
    if reply is not None:
        history.settle(send.id, reply)
    return send.id


def found(history: History, request: JsonObject) -> int | None:
    send = history.almost_sent(ACCOUNT, "push", request, DAY)
    return None if send is None else send.id


@pytest.mark.parametrize("title", ["Spring sale", "Spring sale!", "Spring  sale", "Spring sales", "spring sale"])
def test_an_edited_message_is_found(history: History, title: str) -> None:
    first = sent(history, push("Spring sale"))
    assert found(history, push(title)) == first


def named(title: str, name: str) -> JsonObject:
    """A push that can be replaced: its names are its own, and nobody reads them."""
    gcm: JsonObject = {"notification": {"title": title, "tag": name}}
    apns: JsonObject = {"aps": {"alert": {"title": title}}, "collapseId": name}
    return {"coll": "devices", "query": MOSCOW, "msg": {"data": {"gcm": gcm, "apns": apns}}}


def test_the_names_by_which_it_is_replaced_make_it_no_other_message(history: History) -> None:
    first = sent(history, named("Spring sale", "m-0123456789abcdef"))
    assert found(history, named("Spring sale!", "m-fedcba9876543210")) == first
    assert found(history, named("Closed on Monday", "m-0123456789abcdef")) is None


def test_an_edited_audience_is_found(history: History) -> None:
    first = sent(history, push("Spring sale"))
    assert found(history, push("Spring sale", MOSCOW | {"city": "Moscow "})) == first
    assert found(history, push("Spring sale!", {**MOSCOW, "phone": {"$exists": True}})) == first  # some of them
    assert found(history, push("Spring sale!", {"city": "Moscow"})) == first  # they, and more
    assert found(history, push("Spring sale!", {})) == first


@pytest.mark.parametrize(
    "other",
    [
        push("Your parcel of Tuesday has come to the shop on Lenin street"),
        push("Spring sale", {"userId": "u1"}),
        push("Spring sale", MOSCOW | {"deviceType": "ios"}),
        push("Spring sale", {"deviceType": "ios"}),
        push("Spring sale", MOSCOW | {"city": "Saratov"}),
        push("Spring sale") | {"coll": "users"},
    ],
)
def test_another_message_and_another_audience_are_not(history: History, other: JsonObject) -> None:
    sent(history, push("Spring sale"))
    assert found(history, other) is None


@pytest.mark.parametrize(
    "reply", [Sent(7), Failure(Outcome.REFUSED, "server_said_no"), Failure(Outcome.NOT_SENT, "no_route")]
)
def test_of_what_came_of_it_nobody_need_be_asked(history: History, reply: Sent | Failure) -> None:
    sent(history, push("Spring sale"), reply)
    assert found(history, push("Spring sale!")) is None


def test_what_is_on_its_way_or_held_may_go_out(history: History) -> None:
    first = sent(history, push("Spring sale"), None)
    assert found(history, push("Spring sale!")) == first
    held = history.record(new_send(request=push("Spring sale")), held=True)
    assert found(history, push("Spring sale!")) == held.id


def test_a_day_later_and_elsewhere_it_is_another(connection: sqlite3.Connection) -> None:
    now = [NOW - timedelta(hours=25)]
    history = History(connection, clock=lambda: now[0])
    sent(history, push("Spring sale"))
    now[0] = NOW
    assert found(history, push("Spring sale!")) is None
    first = sent(history, push("Spring sale"))
    other = dataclasses.replace(ACCOUNT, id="a2", application_id="another")
    assert history.almost_sent(other, "push", push("Spring sale!"), DAY) is None
    beside = dataclasses.replace(ACCOUNT, id="a2")
    same = history.almost_sent(beside, "push", push("Spring sale!"), DAY)
    assert same is not None
    assert same.id == first
    moved = dataclasses.replace(beside, address="https://elsewhere.example.com/")
    assert history.almost_sent(moved, "push", push("Spring sale!"), DAY) is None
    assert history.almost_sent(ACCOUNT, "whisper", push("Spring sale!"), DAY) is None


def test_long_texts_are_compared_by_their_beginnings() -> None:
    long, other = "Everything is cheaper. " * 40_000, "Nothing is dearer, now. " * 40_000
    assert is_alike(long, long[:-1] + "!")
    assert not is_alike(long, other)
    assert not is_alike(long, long[:100])
    assert is_alike("", "")
    assert not is_alike("", "a")
