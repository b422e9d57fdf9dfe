"""Tests of what a platform makes of a section."""

from typing import Any

import pytest
from hypothesis import given, settings

from scoro_desktop.messages.channels.push.model import Push
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.shown_message import Fate, Shown, on_android, on_iphone
from scoro_desktop.ui.phone.shown_words import Words
from scoro_desktop.wire import JsonObject
from tests.examples import how_many
from tests.ui.compose.messages import hard_bodies, push_with


def push(body: JsonObject) -> Push | None:
    message = Request.from_wire(Channel.PUSH, body).message
    assert message is None or isinstance(message, Push)
    return message


def android(**gcm: Any) -> Shown:
    return on_android(push(push_with(gcm=gcm)))


def iphone(**apns: Any) -> Shown:
    return on_iphone(push(push_with(apns=apns)))


def test_android_shows_title_body_sound_and_colour() -> None:
    shown = android(notification={"title": "t", "body": "b", "sound": "goal", "color": "#a1B2c3"})
    assert shown == Shown(Fate.SHOWN, title=Words("t"), body=Words("b"), sound="goal", colour="#a1B2c3")
    assert android(notification={"title": "t", "color": "red", "subtitle": "s", "badge": "3"}) == Shown(
        Fate.SHOWN, title=Words("t")
    )


def test_iphone_shows_title_subtitle_body_badge_and_sound() -> None:
    alert = {"title": "t", "subtitle": "s", "body": "b"}
    shown = iphone(aps={"alert": alert, "badge": 0, "sound": {"name": "goal", "volume": 0.5}})
    assert shown == Shown(Fate.SHOWN, Words("t"), Words("s"), Words("b"), badge=0, sound="goal")
    assert iphone(aps={"alert": "b"}) == Shown(Fate.SHOWN, body=Words("b"))
    assert iphone(aps={"alert": "b", "badge": -1}).badge is None


def test_a_text_by_key_stands_as_its_key() -> None:
    shown = android(notification={"title_loc_key": "T", "title_loc_args": '["a", 5]', "body_loc_key": "B"})
    assert (shown.title, shown.body) == (Words(key="T", values=("a", "5")), Words(key="B"))
    assert android(notification={"body_loc_key": "B", "body_loc_args": "[no"}).body.values == ("[no",)
    shown = iphone(aps={"alert": {"title": "own", "title-loc-key": "T", "loc-key": "B", "loc-args": ["x"]}})
    assert (shown.title, shown.body) == (Words("own"), Words(key="B", values=("x",)))
    assert iphone(aps={"alert": {"subtitle-loc-key": "S"}}).subtitle == Words(key="S")


@pytest.mark.parametrize(
    ("shown", "fate"),
    [
        (android(), Fate.EMPTY),
        (android(notification={"title": " \n", "body": ""}), Fate.EMPTY),
        (android(data={"a": "1"}), Fate.SILENT),
        (iphone(), Fate.EMPTY),
        (iphone(own=1), Fate.SILENT),
        (iphone(aps={"content-available": 1}), Fate.SILENT),
        (iphone(aps={"badge": 3}), Fate.SILENT),
        (iphone(aps={"sound": "default"}), Fate.SILENT),
        (on_android(push(push_with(apns={}))), Fate.OFF),
        (on_iphone(push(push_with(gcm={}))), Fate.OFF),
        (on_android(push(push_with(gcm=5))), Fate.UNREADABLE),
        (on_iphone(push({"msg": {"data": []}})), Fate.UNREADABLE),
        (on_iphone(push({"msg": 5})), Fate.UNREADABLE),
    ],
)
def test_why_nothing_is_shown(shown: Shown, fate: Fate) -> None:
    assert shown.fate is fate


@settings(max_examples=how_many(150), deadline=None)
@given(hard_bodies)
def test_any_message_can_be_looked_at(body: JsonObject) -> None:
    for shown in (on_android(push(body)), on_iphone(push(body))):
        assert (shown.fate is Fate.SHOWN) == bool(shown.title or shown.subtitle or shown.body)
