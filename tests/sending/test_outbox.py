import contextlib
import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.sending.outbox import Outbox, Seen, SentMeanwhile
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import AlreadySettled, History, HistoryFilter, Send
from scoro_desktop.wire import JsonObject

ACCOUNT = Account("a1", "Shop", Environment.TEST, "https://api.example.com/api/v1/", "db8a1b41", AccessKind.MESSAGE)
BODY: JsonObject = {"coll": "users", "query": {"city": "Пермь"}, "msg": {"text": "Скидки"}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scoro.db"


@pytest.fixture
def outbox(path: Path) -> Iterator[Outbox]:
    with contextlib.closing(open_database(path)) as connection:
        yield Outbox(History(connection))


def record(outbox: Outbox, body: JsonObject = BODY, **changes: Any) -> Send:
    values: dict[str, Any] = {
        "everyone": False,
        "query_text": '{"city": "Пермь"}',
        "expected": 40,
        "summary": "Скидки",
        "words": "Скидки",
    }
    return outbox.record(ACCOUNT, "sms", body, **(values | changes))


def on_disk(path: Path) -> list[Send]:
    """The sends that another process sees at this moment: committed rows, and no others."""
    with contextlib.closing(open_database(path)) as connection:
        history = History(connection)
        sends = [history.get(line.id) for line in history.page(HistoryFilter(), 0, 10)]
        return [send for send in sends if send is not None]


def test_a_send_is_on_disk_before_it_may_leave(outbox: Outbox, path: Path) -> None:
    send = record(outbox)
    assert on_disk(path) == [send]
    assert send.outcome is Outcome.SENDING
    assert (send.channel, send.collection, send.everyone, send.request) == ("sms", "users", False, BODY)
    assert (send.query_text, send.expected, send.summary) == ('{"city": "Пермь"}', 40, "Скидки")
    assert (send.account_id, send.account_name, send.environment) == ("a1", "Shop", Environment.TEST)
    assert (send.address, send.application_id) == ("https://api.example.com/api/v1/", "db8a1b41")


def test_what_came_of_it_is_on_disk(outbox: Outbox, path: Path) -> None:
    send = outbox.settle(record(outbox).id, Sent(39, "{}"))
    assert on_disk(path) == [send]
    assert (send.outcome, send.count) == (Outcome.SENT, 39)
    with pytest.raises(AlreadySettled):
        outbox.settle(send.id, Failure(Outcome.UNKNOWN, "reset"))
    assert on_disk(path) == [send]


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        ({"coll": "users", "msg": {"text": "x"}, "sess": "s3cret"}, {}),
        ({"msg": {"text": "x"}}, {}),
        ({"coll": "", "msg": {"text": "x"}}, {}),
        (BODY, {"everyone": True, "query_text": ""}),
        ({"coll": "users", "msg": {}}, {"everyone": True, "query_text": "{}"}),
    ],
)
def test_what_is_not_a_send_leaves_no_row(
    outbox: Outbox, path: Path, body: JsonObject, changes: dict[str, Any]
) -> None:
    with pytest.raises(ValueError) as caught:
        record(outbox, body, **changes)
    assert "s3cret" not in str(caught.value)
    assert on_disk(path) == []


def test_everyone_is_kept_as_such(outbox: Outbox) -> None:
    body: JsonObject = {"coll": "users", "msg": {"text": "Скидки"}}
    assert record(outbox, body, everyone=True, query_text="").everyone


def test_everyone_may_be_narrowed_by_the_locked_clause_of_the_account_alone(outbox: Outbox) -> None:
    account = dataclasses.replace(ACCOUNT, locked_clause='{"consent": true}')
    details: dict[str, Any] = {"everyone": True, "query_text": "", "expected": 5, "summary": "", "words": ""}
    sent = outbox.record(account, "push", {"coll": "users", "query": {"consent": True}, "msg": {}}, **details)
    assert sent.everyone
    with pytest.raises(ValueError, match="everyone"):
        outbox.record(account, "push", {"coll": "users", "query": {}, "msg": {}}, **details)


def push(title: str = "Sale", *, gcm: JsonObject | None = None, apns: JsonObject | None = None) -> JsonObject:
    return {
        "coll": "devices",
        "query": {"a": 1, "b": {"$ne": 2}},
        "msg": {
            "data": {
                "gcm": {"notification": {"title": title, **(gcm or {})}},
                "apns": {"aps": {"alert": {"title": title}}, **(apns or {})},
            }
        },
    }


NAMED = push(gcm={"tag": "m-0123456789abcdef"}, apns={"collapseId": "m-0123456789abcdef"})
REORDERED: JsonObject = {**push(), "query": {"b": {"$ne": 2}, "a": 1}}
OTHERWISE_NAMED = push(gcm={"tag": "m-fedcba9876543210"}, apns={"collapseId": "m-fedcba9876543210"})


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (push(), push(), True),
        (NAMED, NAMED, True),
        # What a box fills in anew for every message makes no other message of it.
        (NAMED, OTHERWISE_NAMED, True),
        (push(), NAMED, True),
        (push(), push(apns={"id": "123e4567-e89b-12d3-a456-426655440000"}), True),
        (push(), {**push(), "debug": True}, True),
        (push(), REORDERED, True),
        (push(), push("Sale!"), False),
        (push(), push(gcm={"color": "#112233"}), False),
        (push(), push(apns={"expiration": "2026-12-31T18:00:00Z"}), False),
        (push(), {**push(), "query": {"a": 1}}, False),
        (push(), {**push(), "coll": "users"}, False),
    ],
)
def test_the_same_message_is_what_people_would_get_twice(
    outbox: Outbox, first: JsonObject, second: JsonObject, same: bool
) -> None:
    details: dict[str, Any] = {"everyone": False, "query_text": "{}", "expected": 5, "summary": "", "words": ""}
    before = outbox.record(ACCOUNT, "push", first, **details)
    assert outbox.sent_before(ACCOUNT, "push", second) == (before if same else None)
    assert outbox.sent_before(ACCOUNT, "sms", second) is None
    assert outbox.sent_before(dataclasses.replace(ACCOUNT, id="a2"), "push", second) == (before if same else None)
    assert outbox.sent_before(dataclasses.replace(ACCOUNT, id="a2", application_id="x"), "push", second) is None


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (Sent(3), True),
        (Failure(Outcome.UNKNOWN, "reset"), True),
        (Failure(Outcome.REFUSED, "server_said_no"), False),
        (Failure(Outcome.NOT_SENT, "no_route"), False),
    ],
)
def test_what_did_not_go_out_is_not_told_of(outbox: Outbox, outcome: Sent | Failure, told: bool) -> None:
    send = record(outbox)
    assert outbox.sent_before(ACCOUNT, "sms", BODY) == send
    settled = outbox.settle(send.id, outcome)
    assert outbox.sent_before(ACCOUNT, "sms", BODY) == (settled if told else None)


def test_what_was_recorded_since_a_person_was_asked_keeps_the_same_from_being_recorded(
    outbox: Outbox, path: Path
) -> None:
    first = record(outbox, seen=Seen())
    with pytest.raises(SentMeanwhile) as raised:
        record(outbox, seen=Seen())
    assert (raised.value.send_id, raised.value.is_same) == (first.id, True)
    second = record(outbox, seen=Seen(first.id))
    record(outbox, seen=Seen(None))
    record(outbox)  # a trial
    with pytest.raises(SentMeanwhile):
        record(outbox, seen=Seen(second.id))
    assert len(on_disk(path)) == 4
    for each in on_disk(path):
        outbox.settle(each.id, Failure(Outcome.NOT_SENT, "taken_back"))
    record(outbox, seen=Seen())  # nothing went out


def test_what_others_were_sent_since_is_asked_about_where_the_account_wants_it(outbox: Outbox) -> None:
    asked = Seen(until=0)
    other: JsonObject = {"coll": "users", "query": {"city": "Пермь"}, "msg": {"text": "Other"}}
    devices: JsonObject = {**other, "coll": "devices"}
    record(outbox, devices)
    record(outbox, {**other, "msg": {"text": "A trial"}}, is_test=True)
    record(outbox, seen=asked)
    with pytest.raises(SentMeanwhile) as raised:
        record(outbox, other, seen=asked)
    assert not raised.value.is_same
    record(outbox, other, seen=Seen(until=raised.value.send_id))
    with pytest.raises(SentMeanwhile):
        record(outbox, {**devices, "msg": {"text": "Other again"}}, seen=asked)
