"""Tests of what a view of arrivals is told: sends, newest first, and each message as its device has it."""

import json
import threading
from datetime import UTC, datetime
from typing import Any

from scoro_desktop.sandbox import sample
from scoro_desktop.sandbox.deliveries import MAX_DELIVERIES, Arrival
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import call

PUSH: dict[str, Any] = {
    "data": {
        "gcm": {
            "notification": {"title": "Скидка", "body": "Сегодня", "sound": "bell"},
            "data": {"offer": "5", "имя": "Ёж"},
        },
        "apns": {
            "topic": "com.example.shop",
            "priority": 10,
            "aps": {
                "alert": {"title": "Sale", "subtitle": "Today", "body": "only"},
                "badge": 0,
                "sound": {"critical": 1, "name": "alarm", "volume": 1},
            },
            "offers": [1, {"a": None}],
        },
    }
}


def test_push(sandbox: Sandbox) -> None:
    before = datetime.now(UTC)
    count = call(sandbox, "sendpush", coll="users", query={"age": {"$gte": 60}}, msg=PUSH).body["count"]
    (delivery,) = sandbox.deliveries()
    assert before <= delivery.at <= datetime.now(UTC)
    assert (delivery.channel, delivery.collection, delivery.debug) == ("push", "users", False)
    assert (delivery.title, delivery.body) == ("Скидка", "Сегодня")
    assert delivery.count == count == delivery.android + delivery.iphone
    assert min(delivery.android, delivery.iphone) > 0
    assert delivery.phones == 0

    arrivals = sandbox.recipients(delivery.id, limit=10_000)
    assert len(arrivals) == count
    assert sum(arrival.device_type == "android" for arrival in arrivals) == delivery.android
    owners = {device["deviceId"]: device.get("userId") for device in sample.world().devices}
    for arrival in arrivals:
        user = sample.world().user_by_id[owners[arrival.address] or ""]
        assert user["age"] >= 60
        assert (arrival.recipient, arrival.city) == (
            f"{user['firstName']} {user['lastName']}",
            user["address"]["city"],
        )
    android = next(arrival for arrival in arrivals if arrival.device_type == "android")
    assert (android.title, android.subtitle, android.body, android.badge, android.sound, android.extra) == (
        "Скидка",
        "",
        "Сегодня",
        None,
        "bell",
        '{"offer":"5","имя":"Ёж"}',
    )
    iphone = next(arrival for arrival in arrivals if arrival.device_type == "ios")
    assert (iphone.title, iphone.subtitle, iphone.body, iphone.badge, iphone.sound, iphone.extra) == (
        "Sale",
        "Today",
        "only",
        0,
        "alarm",
        '{"offers":[1,{"a":null}]}',
    )


def test_a_push_to_iphones_alone_is_titled_by_them(sandbox: Sandbox) -> None:
    call(sandbox, "sendpush", coll="devices", msg={"data": {"apns": {"aps": {"alert": "only words"}}}})
    (delivery,) = sandbox.deliveries()
    assert (delivery.title, delivery.body, delivery.android) == ("", "only words", 0)
    assert sandbox.recipients(delivery.id, limit=1)[0].extra == ""


def test_devices_that_nobody_is_logged_in_on(sandbox: Sandbox) -> None:
    call(sandbox, "sendpush", coll="devices", query={"userId": None}, msg=PUSH)
    page = sandbox.recipients(sandbox.deliveries()[0].id)
    assert {(arrival.recipient, arrival.city) for arrival in page} == {("", "")}


def test_sms(sandbox: Sandbox) -> None:
    call(sandbox, "sendsms", coll="users", query={"_id": sample.world().users[0]["_id"]}, msg={"text": "Привет"})
    call(sandbox, "sendsms", coll="roles", query={"name": "admin"}, msg={"text": "two"})
    newest, oldest = sandbox.deliveries()
    assert (oldest.channel, oldest.title, oldest.body) == ("sms", "", "Привет")
    assert (newest.collection, newest.phones, newest.android, newest.iphone) == ("roles", newest.count, 0, 0)
    user = sample.world().users[0]
    assert sandbox.recipients(oldest.id) == [
        Arrival(
            recipient=f"{user['firstName']} {user['lastName']}",
            city=user["address"]["city"],
            device_type="phone",
            address=user["phone"],
            title="",
            subtitle="",
            body="Привет",
            badge=None,
            sound="",
            extra="",
        )
    ]


def test_pages(sandbox: Sandbox) -> None:
    call(sandbox, "sendpush", coll="devices", msg=PUSH)
    (delivery,) = sandbox.deliveries()
    everything = sandbox.recipients(delivery.id, limit=delivery.count)
    assert len({arrival.address for arrival in everything}) == delivery.count
    assert sandbox.recipients(delivery.id) == everything[:200]
    assert sandbox.recipients(delivery.id, offset=300, limit=7) == everything[300:307]
    assert sandbox.recipients(delivery.id, offset=delivery.count - 1) == everything[-1:]
    assert sandbox.recipients(delivery.id, offset=delivery.count) == []
    assert sandbox.recipients(delivery.id, offset=-5, limit=1) == everything[:1]
    assert sandbox.recipients(delivery.id, limit=-1) == []
    assert sandbox.recipients(delivery.id + 1) == []


def test_only_so_many_are_remembered(sandbox: Sandbox) -> None:
    nobody = {"_id": ""}
    for number in range(MAX_DELIVERIES + 3):
        call(sandbox, "sendsms", coll="users", query=nobody, msg={"text": str(number)})
    deliveries = sandbox.deliveries()
    assert [delivery.body for delivery in deliveries] == [str(number) for number in range(MAX_DELIVERIES + 2, 2, -1)]
    assert len({delivery.id for delivery in deliveries}) == MAX_DELIVERIES


def test_clear(sandbox: Sandbox) -> None:
    call(sandbox, "sendsms", coll="users", msg={"text": "x"})
    (first,) = sandbox.deliveries()
    sandbox.clear()
    assert sandbox.deliveries() == []
    assert sandbox.recipients(first.id) == []
    call(sandbox, "sendsms", coll="users", msg={"text": "y"})
    assert sandbox.deliveries()[0].id != first.id


def test_who_asked_is_told_of_each_send_before_its_answer(sandbox: Sandbox) -> None:
    seen: list[tuple[int, bool]] = []

    def broken() -> None:
        raise RuntimeError("the window is gone")

    sandbox.on_delivery(broken)
    sandbox.on_delivery(
        lambda: seen.append((len(sandbox.deliveries()), threading.current_thread() is threading.main_thread()))
    )
    assert call(sandbox, "sendsms", coll="users", msg={"text": "x"}).status == 200
    assert seen == [(1, False)]
    call(sandbox, "sendsms", coll="users", msg={"text": ""})
    call(sandbox, "data/count", coll="users")
    assert seen == [(1, False)]
    call(sandbox, "sendpush", coll="devices", msg=PUSH)
    assert seen == [(1, False), (2, False)]


def test_sends_at_the_same_time_are_all_kept(sandbox: Sandbox) -> None:
    def send(number: int) -> None:
        for _ in range(5):
            call(sandbox, "sendsms", coll="users", query={"_id": ""}, msg={"text": json.dumps(number)})

    threads = [threading.Thread(target=send, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(delivery.id for delivery in sandbox.deliveries()) == list(range(1, 41))
