"""Reading a message and writing it back changes nothing, whatever JSON object it was."""

import copy
import dataclasses
import json

import pytest
from hypothesis import given, settings

from scoro_desktop.messages.channels.push.android import Gcm, GcmNotification
from scoro_desktop.messages.channels.push.apple import Alert, Apns, Aps, Sound
from scoro_desktop.messages.channels.push.model import Push, PushData
from scoro_desktop.messages.channels.sms.model import Sms
from scoro_desktop.messages.request import Channel, Request, split_keys
from scoro_desktop.wire import JsonObject
from tests.examples import how_many
from tests.messages.contract import EXAMPLE_PUSH, EXAMPLE_SMS, KEYS, bodies, exact


@pytest.mark.parametrize(("channel", "body"), [(Channel.PUSH, EXAMPLE_PUSH), (Channel.SMS, EXAMPLE_SMS)])
def test_the_examples_of_the_contract_come_back_as_they_were(channel: Channel, body: JsonObject) -> None:
    request = Request.from_wire(channel, {**KEYS, **body})
    assert exact(request.to_wire()) == exact(body)
    assert not request.extra


def test_every_part_of_the_example_has_its_field() -> None:
    message = Request.from_wire(Channel.PUSH, EXAMPLE_PUSH).message
    assert message == Push(
        data=PushData(
            gcm=Gcm(
                protocol="http",
                notification=GcmNotification(title="Portugal vs. Denmark", body="great match!", icon="myicon"),
                data={"key": "value"},
            ),
            apns=Apns(
                aps=Aps(
                    alert=Alert(title="Portugal vs. Denmark", body="great match!", action_loc_key="Watch"), badge=5
                ),
                custom={"acme1": "bar", "acme2": ["bang", "whiz"]},
            ),
        )
    )


def test_every_field_has_the_key_of_the_contract() -> None:
    keys = {kind: [field.key for field in kind.wire_fields()] for kind in (GcmNotification, Gcm, Apns, Aps, Alert)}
    assert keys[Gcm] == ["protocol", "notification", "data"]
    assert keys[Apns] == ["id", "topic", "collapseId", "expiration", "priority", "aps"]
    assert keys[GcmNotification][:3] == ["title", "body", "android_channel_id"]
    assert keys[GcmNotification][-1] == "title_loc_args"
    assert {"action-loc-key", "title-loc-args", "launch-image", "loc-key"} < set(keys[Alert])
    assert {"thread-id", "content-available", "target-content-id", "relevance-score"} < set(keys[Aps])


@settings(max_examples=how_many(300), deadline=None)
@given(body=bodies)
def test_any_body_survives_in_both_channels(body: JsonObject) -> None:
    keys, rest = split_keys(body)
    assert {**keys, **rest} == body
    for channel in Channel:
        before = copy.deepcopy(body)
        request = Request.from_wire(channel, body)
        assert exact(request.to_wire()) == exact(rest)
        assert exact(body) == exact(before), "reading changed what was read"
        assert Request.from_wire(channel, request.to_wire()) == request
        assert "\n" not in request.summary()
        request.words()


@settings(max_examples=how_many(200), deadline=None)
@given(body=bodies)
def test_any_object_survives_as_a_message(body: JsonObject) -> None:
    for kind in (Push, Sms, PushData, Gcm, GcmNotification, Apns, Aps, Alert, Sound):
        assert exact(kind.from_wire(body).to_wire()) == exact(body)


def test_known_keys_come_first_and_in_the_order_of_the_contract() -> None:
    wire = Apns.from_wire({"zebra": 1, "aps": {}, "priority": 5, "id": "x"}).to_wire()
    assert list(wire) == ["id", "priority", "aps", "zebra"]


def test_an_empty_section_is_not_an_absent_one() -> None:
    assert Push.from_wire({"data": {"gcm": {}}}) != Push.from_wire({"data": {}})
    assert Push.from_wire({"data": {}}) != Push.from_wire({})
    assert Push.from_wire({}).to_wire() == {}
    assert Push.from_wire({"data": {}}).to_wire() == {"data": {}}


def test_a_value_of_another_type_stays_out_of_the_field() -> None:
    aps = Aps.from_wire({"badge": True, "relevance-score": True, "content-available": 1.0, "alert": None, "sound": 5})
    assert aps.badge is None
    assert aps.relevance_score is None
    assert aps.content_available is None
    assert aps.alert is None
    assert aps.sound is None
    assert exact(aps.to_wire()) == exact(
        {"badge": True, "relevance-score": True, "content-available": 1.0, "alert": None, "sound": 5}
    )


def test_a_field_that_is_set_stands_above_the_leftover_of_an_import() -> None:
    imported = GcmNotification.from_wire({"title": None, "body": "text"})
    assert dataclasses.replace(imported, title="new").to_wire() == {"title": "new", "body": "text"}


def test_no_envelope_key_leaves_with_a_request() -> None:
    request = Request(Channel.SMS, message=Sms(text="hello"), extra={**KEYS, "more": 1})
    assert request.to_wire() == {"msg": {"text": "hello"}, "more": 1}
    assert not set(KEYS.values()) & set(json.dumps(Request.from_wire(Channel.PUSH, {**KEYS}).to_wire()).split('"'))


@pytest.mark.parametrize(
    ("message", "line"),
    [
        (EXAMPLE_PUSH["msg"], "Portugal vs. Denmark"),
        ({"data": {"apns": {"aps": {"alert": "  two\n lines "}}}}, "two lines"),
        ({"data": {"gcm": {"notification": {"body": "only a body"}}}}, "only a body"),
        ({"data": {"gcm": {"protocol": "http", "data": {"order": "77"}}}}, "77"),
        ({"data": {"gcm": {"protocol": "http"}, "apns": {"id": "an id", "topic": "a topic"}}}, ""),
        ({"data": {"gcm": {"notification": {"title_loc_key": "HELLO"}}}}, "HELLO"),
        ({"text": "beside"}, "beside"),
        ("not an object", "not an object"),
        (None, ""),
    ],
)
def test_the_summary_is_the_first_thing_that_a_reader_sees(message: object, line: str) -> None:
    assert Request.from_wire(Channel.PUSH, {"msg": message}).summary() == line  # type: ignore[dict-item]


def test_the_words_hold_every_string_of_the_message() -> None:
    words = Request.from_wire(Channel.PUSH, {**KEYS, **EXAMPLE_PUSH}).words().split("\n")
    assert set(words) == {
        "http",
        "great match!",
        "Portugal vs. Denmark",
        "myicon",
        "value",
        "Watch",
        "bar",
        "bang",
        "whiz",
    }
    assert Request.from_wire(Channel.SMS, EXAMPLE_SMS).words() == "SMS text"
