"""The registry of channels: whatever is asked of a channel, its entry answers, and no other's."""

import pytest

from scoro_desktop.messages.channels.channel import Channel, known
from scoro_desktop.messages.channels.registry import CHANNELS, by_call, by_shape
from scoro_desktop.messages.request import Request
from scoro_desktop.wire import JsonValue


def test_every_channel_has_an_entry_of_its_own_with_a_call_of_its_own() -> None:
    assert list(CHANNELS) == list(Channel)
    assert [each.channel for each in CHANNELS.values()] == list(Channel)
    assert len({each.call for each in CHANNELS.values()}) == len(Channel)
    assert len({each.message_type for each in CHANNELS.values()}) == len(Channel)


def test_the_calls_and_collections_are_those_of_the_reference() -> None:
    assert [(each.call, each.collections) for each in CHANNELS.values()] == [
        ("sendpush", ("devices", "users", "roles")),
        ("sendsms", ("users", "roles")),
    ]


@pytest.mark.parametrize("code", ["whisper", "", "PUSH", "push ", "Push"])
def test_a_code_that_is_none_is_no_channel(code: str) -> None:
    assert known(code) is None


@pytest.mark.parametrize(
    ("call", "channel"),
    [("sendpush", Channel.PUSH), ("SendSMS", Channel.SMS), ("sendmail", None), ("", None), ("sendpushes", None)],
)
def test_a_channel_is_known_by_its_call(call: str, channel: Channel | None) -> None:
    assert by_call(call) is channel


@pytest.mark.parametrize(
    ("message", "channel"),
    [
        ({"data": {}}, Channel.PUSH),
        ({"text": ""}, Channel.SMS),
        ({"text": "a", "data": None}, Channel.PUSH),
        ({"subject": "a"}, None),
        ({}, None),
        ([], None),
        ("text", None),
        (None, None),
    ],
)
def test_a_channel_is_known_by_the_shape_of_its_message(message: JsonValue, channel: Channel | None) -> None:
    assert by_shape(message) is channel


def test_an_sms_alone_has_the_text_of_the_account_and_parts_that_are_paid_for() -> None:
    push = Request.from_wire(Channel.PUSH, {"msg": {"text": "Hello"}})
    sms = Request.from_wire(Channel.SMS, {"msg": {"text": "Hello"}})
    assert push.message is not None
    assert sms.message is not None
    assert push.entry.with_account_text(push.message, "Reply STOP") is push.message
    assert push.entry.paid_parts(push.message) == 0
    whole = sms.entry.with_account_text(sms.message, "Reply STOP")
    assert whole.to_wire() == {"text": "Hello Reply STOP"}
    assert sms.entry.paid_parts(whole) == 1


def test_an_sms_takes_no_place_of_another_and_is_the_same_but_for_the_wish_for_a_log() -> None:
    entry = CHANNELS[Channel.SMS]
    body: dict[str, JsonValue] = {"msg": {"text": "a", "data": {"apns": {"collapseId": "b"}}}, "debug": True}
    assert entry.as_another(body) == body
    assert entry.replaceable_on(body) == ()
    assert entry.as_read(body) == {"msg": body["msg"]}
