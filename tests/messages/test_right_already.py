"""Tests of what was right when it was looked at, so that it stays so: sizes, reserved keys, moments, silent pushes."""

import datetime as dt
from typing import Any

import pytest

from scoro_desktop.messages.channels.push.android import Gcm
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.wire import JsonObject

NOW = dt.datetime(2026, 7, 1, tzinfo=dt.UTC)


def errors(**sections: Any) -> set[str]:
    body: JsonObject = {"coll": "devices", "msg": {"data": sections}}
    return {each.code for each in Request.from_wire(Channel.PUSH, body).problems(NOW) if each.stops}


@pytest.mark.parametrize(("text", "size"), [("\U0001f4a9", 4), ('"', 2), ("\\", 2), ("\n", 2), ("\u2028", 3)])
def test_the_bytes_of_a_payload(text: str, size: int) -> None:
    assert Gcm.from_wire({"data": {"k": text}}).bytes == len('{"data":{"k":""}}') + size


def test_data_that_google_refuses_or_turns_into_text() -> None:
    assert errors(gcm={"data": {"from": "x"}}) == {"reserved_key"}
    body: JsonObject = {"coll": "devices", "msg": {"data": {"gcm": {"data": {"a": {"b": 1}}}}}}
    found = Request.from_wire(Channel.PUSH, body).problems(NOW)
    assert [(each.code, each.stops) for each in found] == [("data_not_text", False)]


@pytest.mark.parametrize(
    "moment", [1767225600, 0, "0", "2026-12-31T18:00:00", "2026-12-31T18:00:00+0300", "2026-02-30T10:00:00Z"]
)
def test_moments_that_are_none(moment: object) -> None:
    assert errors(apns={"expiration": moment, "aps": {"alert": "Hi"}})


@pytest.mark.parametrize(
    ("priority", "aps"),
    [
        (10, {"content-available": 1}),
        (5, {"content-available": True}),
        (5, {"content-available": 1, "alert": ""}),
    ],
)
def test_silent_pushes_that_apple_refuses(priority: int, aps: JsonObject) -> None:
    assert errors(apns={"priority": priority, "aps": aps, "k": 1})
