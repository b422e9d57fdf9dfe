"""Names that programs compare: what nobody sees in one is a problem, wherever the name stands."""

import datetime as dt

import pytest

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.wire import JsonObject, JsonValue

NOW = dt.datetime(2026, 7, 1, tzinfo=dt.UTC)
ANDROID = ("icon", "sound", "tag", "click_action", "android_channel_id", "title_loc_key", "body_loc_key")
APS = ("category", "thread-id", "target-content-id", "filter-criteria", "sound")
ALERT = ("title-loc-key", "subtitle-loc-key", "loc-key", "action-loc-key", "launch-image")
PLACES: list[tuple[str, ...]] = [
    *(("gcm", "notification", key) for key in ANDROID),
    *(("apns", key) for key in ("topic", "collapseId")),
    *(("apns", "aps", key) for key in APS),
    ("apns", "aps", "sound", "name"),
    *(("apns", "aps", "alert", key) for key in ALERT),
]


def codes(path: tuple[str, ...], text: str) -> list[str]:
    value: JsonValue = text
    for key in reversed(path):
        value = {key: value}
    body: JsonObject = {"coll": "devices", "msg": {"data": value}}
    found = Request.from_wire(Channel.PUSH, body).problems(NOW)
    return [each.code for each in found if each.field == ("msg", "data", *path) and each.stops]


@pytest.mark.parametrize("path", PLACES)
def test_every_name_is_looked_at(path: tuple[str, ...]) -> None:
    for text, code in (
        ("abc\n", "id_ends"),
        (" abc", "id_ends"),
        ("abc\u00a0", "id_ends"),
        ("abc\u200b", "id_ends"),
        ("\u2067abc\u2069", "id_ends"),
        ("a\nb", "id_break"),
        ("a\tb", "id_break"),
        ("a\u2028b", "id_hidden"),
        ("a\u200bb", "id_hidden"),
        ("a\u202eb", "id_hidden"),
        ("a\u3164b", "id_hidden"),
    ):
        assert codes(path, text) == [code], text
    for text in ("abc", "com.example.App", "a-b_c:d/e", "default", "звук", "👋🏽", "❤️"):
        assert codes(path, text) == [], text


@pytest.mark.parametrize("key", ["icon", "click_action", "title_loc_key"])
def test_names_of_android_have_no_blanks(key: str) -> None:
    assert codes(("gcm", "notification", key), "my icon") == ["id_blank"]


def test_nor_has_a_topic_and_others_may() -> None:
    assert codes(("apns", "topic"), "com.example app") == ["id_blank"]
    assert codes(("apns", "aps", "sound"), "my sound.caf") == []
    assert codes(("gcm", "notification", "tag"), "spring sale") == []


@pytest.mark.parametrize("key", ["from\n", " a", "a\u200bb", "a\u00a0", "a\tb"])
def test_a_key_of_data_that_looks_like_another_is_told(key: str) -> None:
    body: JsonObject = {"coll": "devices", "msg": {"data": {"gcm": {"data": {key: "x"}}, "apns": {key: 1}}}}
    found = [each for each in Request.from_wire(Channel.PUSH, body).problems(NOW) if each.code == "key_hidden"]
    assert [(each.field, each.stops) for each in found] == [
        (("msg", "data", "gcm", "data", key), False),
        (("msg", "data", "apns", key), False),
    ]
