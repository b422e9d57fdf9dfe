"""Everything that is wrong with a message is told at once, by code, field and figures; nothing is raised."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings

from scoro_desktop.messages.channels.push.model import Push
from scoro_desktop.messages.channels.sms.model import Sms
from scoro_desktop.messages.codes import ALL_CODES
from scoro_desktop.messages.problems import Severity
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.wire import JsonObject, compact
from tests.examples import how_many
from tests.messages.contract import EXAMPLE_PUSH, EXAMPLE_SMS, bodies

NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
GOOD_ID = "123e4567-e89b-12d3-a456-426655440000"
MISPRINTED_ID = "123e4567-e89b-12d3-a456-42665544000"
MSG, GCM, APNS = ("msg",), ("msg", "data", "gcm"), ("msg", "data", "apns")
NOTE, APS = (*GCM, "notification"), (*APNS, "aps")


def gcm(**section: Any) -> JsonObject:
    return {"coll": "devices", "msg": {"data": {"gcm": {"notification": {"title": "t"}, **section}}}}


def note(**keys: Any) -> JsonObject:
    return gcm(notification={"title": "t", **keys})


def apns(**section: Any) -> JsonObject:
    return {"coll": "devices", "msg": {"data": {"apns": {"aps": {"alert": "t"}, **section}}}}


def aps(keys: JsonObject) -> JsonObject:
    return apns(aps={"alert": "t", **keys})


def push(message: Any) -> JsonObject:
    return {"coll": "users", "msg": message}


def sms(text: Any, **keys: Any) -> JsonObject:
    return {"coll": "users", "msg": {"text": text}, **keys}


def deep(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


E, W = Severity.ERROR, Severity.WARNING
P, S = Channel.PUSH, Channel.SMS

Row = tuple[Channel, JsonObject, Severity, str, tuple[str, ...], JsonObject]

ROWS: list[Row] = [
    # requests
    (P, {"msg": EXAMPLE_PUSH["msg"]}, E, "no_collection", ("coll",), {}),
    (P, {**EXAMPLE_PUSH, "coll": "people"}, E, "bad_collection", ("coll",), {"allowed": "devices|users|roles"}),
    (S, {**EXAMPLE_SMS, "coll": "devices"}, E, "bad_collection", ("coll",), {"allowed": "users|roles"}),
    (P, {**EXAMPLE_PUSH, "coll": 5}, E, "wrong_type", ("coll",), {"expected": "text"}),
    (P, {**EXAMPLE_PUSH, "query": None}, E, "wrong_type", ("query",), {"expected": "object"}),
    (P, {**EXAMPLE_PUSH, "query": []}, E, "wrong_type", ("query",), {"expected": "object"}),
    (P, {**EXAMPLE_PUSH, "debug": 1}, E, "wrong_type", ("debug",), {"expected": "boolean"}),
    (P, {**EXAMPLE_PUSH, "more": 1}, W, "unknown_key", ("more",), {"key": "more"}),
    (P, {"coll": "users"}, E, "no_message", MSG, {}),
    (S, {"coll": "users", "msg": "hello"}, E, "wrong_type", MSG, {"expected": "object"}),
    # a push
    (P, push({}), E, "nothing_to_send", ("msg", "data"), {}),
    (P, push({"data": {}}), E, "nothing_to_send", ("msg", "data"), {}),
    (P, push({"data": {"gcm": {"protocol": "http"}}}), E, "nothing_to_send", ("msg", "data"), {}),
    (P, push({"data": {"apns": {"aps": {}, "id": 5}}}), E, "nothing_to_send", ("msg", "data"), {}),
    (P, push({"data": {"gcm": {"data": {"k": "v"}}, "apns": {}}}), W, "empty_section", APNS, {"section": "apns"}),
    (P, push({"data": {"apns": {"k": "v"}, "gcm": {}}}), W, "empty_section", GCM, {"section": "gcm"}),
    (P, push({"data": None}), W, "null_value", ("msg", "data"), {}),
    (P, push({"data": {"gcm": []}}), E, "wrong_type", GCM, {"expected": "object"}),
    (P, push({"data": {"wns": {}}}), W, "unknown_key", ("msg", "data", "wns"), {"key": "wns"}),
    # Android
    (P, gcm(protocol="ftp"), E, "bad_protocol", (*GCM, "protocol"), {"value": "ftp"}),
    (P, gcm(protocol=""), E, "bad_protocol", (*GCM, "protocol"), {"value": ""}),
    (P, gcm(notification={}), E, "empty_notification", NOTE, {}),
    (P, gcm(notification={"title": " \n", "icon": "i"}), E, "empty_notification", NOTE, {}),
    (P, note(title=5), E, "wrong_type", (*NOTE, "title"), {"expected": "text"}),
    (P, note(sound=None), W, "null_value", (*NOTE, "sound"), {}),
    (P, note(color="#12345"), E, "bad_color", (*NOTE, "color"), {"value": "#12345"}),
    (P, note(color="#123456\n"), E, "bad_color", (*NOTE, "color"), {}),
    (P, note(color="red"), E, "bad_color", (*NOTE, "color"), {}),
    (P, note(body_loc_key="K", body_loc_args="a, b"), E, "args_not_a_list", (*NOTE, "body_loc_args"), {}),
    (P, note(title_loc_key="K", title_loc_args="[1]"), E, "args_not_a_list", (*NOTE, "title_loc_args"), {}),
    (P, note(title_loc_args='["a"]'), W, "args_without_key", (*NOTE, "title_loc_args"), {"key": "title_loc_key"}),
    (P, note(badge="3"), W, "ios_only_key", (*NOTE, "badge"), {"key": "badge"}),
    (P, note(subtitle="3"), W, "ios_only_key", (*NOTE, "subtitle"), {"key": "subtitle"}),
    (P, note(colour="#123456"), W, "unknown_key", (*NOTE, "colour"), {"key": "colour"}),
    (P, gcm(collapse_key="k"), W, "undocumented_option", (*GCM, "collapse_key"), {"option": "collapse_key"}),
    (P, gcm(priority="urgent"), E, "bad_option", (*GCM, "priority"), {"allowed": "normal|high"}),
    (P, gcm(time_to_live=2_419_201), E, "bad_option", (*GCM, "time_to_live"), {"allowed": "0-2419200"}),
    (P, gcm(dry_run="yes"), E, "bad_option", (*GCM, "dry_run"), {"allowed": "boolean"}),
    (P, gcm(collapse_key=5), E, "bad_option", (*GCM, "collapse_key"), {"allowed": "text"}),
    (P, gcm(other=5), W, "unknown_key", (*GCM, "other"), {}),
    (P, gcm(data={"from": "v"}), E, "reserved_key", (*GCM, "data", "from"), {"key": "from"}),
    (P, gcm(data={"google.x": "v"}), E, "reserved_key", (*GCM, "data", "google.x"), {"key": "google.x"}),
    (P, gcm(data={"gcmkey": "v"}), E, "reserved_key", (*GCM, "data", "gcmkey"), {}),
    (P, gcm(data={"message_type": "v"}), E, "reserved_key", (*GCM, "data", "message_type"), {}),
    (P, gcm(data={"notification": "v"}), E, "reserved_key", (*GCM, "data", "notification"), {}),
    (P, gcm(data={"time_to_live": "v"}), E, "reserved_key", (*GCM, "data", "time_to_live"), {}),
    (P, gcm(data={"k": 1}), W, "data_not_text", (*GCM, "data", "k"), {"key": "k"}),
    (P, gcm(data={"k": None}), W, "data_not_text", (*GCM, "data", "k"), {}),
    (P, gcm(data={"k": "x" * 4100}), E, "payload_too_big", GCM, {"section": "gcm", "limit": 4096}),
    # iOS
    (P, apns(id=MISPRINTED_ID), E, "bad_apns_id", (*APNS, "id"), {}),
    (P, apns(id=GOOD_ID.upper()), E, "bad_apns_id", (*APNS, "id"), {}),
    (P, apns(id=GOOD_ID), W, "apns_id_for_many", (*APNS, "id"), {}),
    (P, apns(collapseId="я" * 33), E, "collapse_id_too_long", (*APNS, "collapseId"), {"bytes": 66, "limit": 64}),
    (P, apns(priority=7), E, "bad_priority", (*APNS, "priority"), {"value": "7", "allowed": "10|5|1"}),
    (P, apns(priority="10"), E, "wrong_type", (*APNS, "priority"), {"expected": "integer"}),
    (P, apns(aps={"content-available": 1}, k=1), E, "background_priority", (*APNS, "priority"), {"required": 5}),
    (P, apns(aps={"content-available": 1}, priority=10, k=1), E, "background_priority", (*APNS, "priority"), {}),
    (P, apns(aps={"content-available": 1}, priority=5), W, "empty_background", APNS, {}),
    (P, apns(expiration="2006-01-02T15:04:05Z07:00"), E, "expiration_is_pattern", (*APNS, "expiration"), {}),
    (P, apns(expiration=""), E, "bad_expiration", (*APNS, "expiration"), {}),
    (P, apns(expiration="tomorrow"), E, "bad_expiration", (*APNS, "expiration"), {}),
    (P, apns(expiration="2026-12-01"), E, "bad_expiration", (*APNS, "expiration"), {}),
    (P, apns(expiration="2026-12-01 10:00:00Z"), E, "bad_expiration", (*APNS, "expiration"), {}),
    (P, apns(expiration="2026-12-01T10:00:00"), E, "bad_expiration", (*APNS, "expiration"), {}),
    (P, apns(expiration="2026-02-30T10:00:00Z"), E, "bad_expiration", (*APNS, "expiration"), {}),
    (P, apns(expiration="2026-12-01T24:00:00Z"), E, "bad_expiration", (*APNS, "expiration"), {}),
    (P, apns(expiration="2026-11-23T14:59:00+03:00"), W, "expiration_past", (*APNS, "expiration"), {}),
    (P, apns(expiration="2026-11-23T12:00:00Z"), W, "expiration_past", (*APNS, "expiration"), {}),
    (P, apns(expiration="0001-01-01T00:00:00+23:59"), W, "expiration_past", (*APNS, "expiration"), {}),
    (P, apns(expiration="2026-12-23T12:00:01Z"), W, "expiration_far", (*APNS, "expiration"), {"days": 30}),
    (P, apns(expiration="9999-12-31T23:59:60-23:59"), W, "expiration_far", (*APNS, "expiration"), {}),
    (P, apns(custom="x" * 4100), E, "payload_too_big", APNS, {"section": "apns", "limit": 4096}),
    (P, aps({"alert": ""}), E, "empty_alert", (*APS, "alert"), {}),
    (P, aps({"alert": {"launch-image": "i"}}), E, "empty_alert", (*APS, "alert"), {}),
    (P, aps({"alert": 5}), E, "wrong_type", (*APS, "alert"), {"expected": "text|object"}),
    (P, aps({"alert": {"title": "t", "loc-args": [1]}}), E, "wrong_type", (*APS, "alert", "loc-args"), {}),
    (P, aps({"alert": {"title": "t", "loc-args": []}}), W, "args_without_key", (*APS, "alert", "loc-args"), {}),
    (P, aps({"alert": {"title": "t", "tilte": "x"}}), W, "unknown_key", (*APS, "alert", "tilte"), {}),
    (P, aps({"badge": -1}), E, "negative_badge", (*APS, "badge"), {}),
    (P, aps({"badge": True}), E, "wrong_type", (*APS, "badge"), {"expected": "integer"}),
    (P, aps({"badge": 1.5}), E, "wrong_type", (*APS, "badge"), {"expected": "integer"}),
    (P, aps({"content-available": 2}), E, "must_be_one", (*APS, "content-available"), {"key": "content-available"}),
    (P, aps({"mutable-content": 0}), E, "must_be_one", (*APS, "mutable-content"), {"key": "mutable-content"}),
    (P, aps({"sound": {"critical": 2}}), E, "must_be_one", (*APS, "sound", "critical"), {"key": "critical"}),
    (P, aps({"sound": {"volume": 1.1}}), E, "out_of_range", (*APS, "sound", "volume"), {"minimum": 0, "maximum": 1}),
    (P, aps({"sound": {"volume": "1"}}), E, "wrong_type", (*APS, "sound", "volume"), {"expected": "number"}),
    (P, aps({"relevance-score": -0.1}), E, "out_of_range", (*APS, "relevance-score"), {}),
    (P, aps({"interruption-level": "loud"}), E, "bad_interruption_level", (*APS, "interruption-level"), {}),
    (P, aps({"bagde": 1}), W, "unknown_key", (*APS, "bagde"), {"key": "bagde"}),
    # anywhere
    (P, note(body="\ud83d"), E, "lone_surrogate", (*NOTE, "body"), {"character": "U+D83D"}),
    (P, apns(k=["a", {"\udc00": 1}]), E, "lone_surrogate", (*APNS, "k", "1", "\udc00"), {"character": "U+DC00"}),
    (P, note(title="Sale\x00"), W, "control_character", (*NOTE, "title"), {"character": "U+0000"}),
    (P, aps({"alert": {"body": "Great\x1b match"}}), W, "control_character", (*APS, "alert", "body"), {}),
    (S, sms("Sale\x07"), W, "control_character", ("msg", "text"), {"character": "U+0007"}),
    (S, sms("x", more="\ud800"), E, "lone_surrogate", ("more",), {}),
    (P, apns(k=float("inf")), E, "unsendable_number", (*APNS, "k"), {}),
    (P, aps({"badge": 10**4300}), E, "unsendable_number", (*APS, "badge"), {}),
    (P, apns(k=deep(5000)), E, "too_deep", (*APNS, "k", *["0"] * 97), {"limit": 100}),
    # SMS
    (S, {"coll": "users", "msg": {}}, E, "empty_text", (*MSG, "text"), {}),
    (S, sms(""), E, "empty_text", (*MSG, "text"), {}),
    (S, sms(" \n"), E, "empty_text", (*MSG, "text"), {}),
    (S, sms(5), E, "wrong_type", (*MSG, "text"), {"expected": "text"}),
    (S, sms("x" * (153 * 10 + 1)), W, "many_parts", (*MSG, "text"), {"parts": 11, "advised": 10}),
    (S, sms("я" * (67 * 255 + 1)), E, "too_many_parts", (*MSG, "text"), {"parts": 256, "limit": 255}),
    (S, {"coll": "users", "msg": {"text": "x", "from": "y"}}, W, "unknown_key", (*MSG, "from"), {}),
    (P, note(tag="a\nb"), E, "id_break", (*NOTE, "tag"), {}),
    (P, note(tag=" a"), E, "id_ends", (*NOTE, "tag"), {}),
    (P, apns(topic="a\u200bb"), E, "id_hidden", (*APNS, "topic"), {"character": "U+200B ZERO WIDTH SPACE"}),
    (P, note(icon="a b"), E, "id_blank", (*NOTE, "icon"), {}),
    (P, gcm(data={"a ": "b"}), W, "key_hidden", (*GCM, "data", "a "), {}),
]


@pytest.mark.parametrize(("channel", "body", "severity", "code", "field", "params"), ROWS)
def test_each_problem(
    channel: Channel, body: JsonObject, severity: Severity, code: str, field: tuple[str, ...], params: JsonObject
) -> None:
    found = [
        each for each in Request.from_wire(channel, body).problems(NOW) if (each.code, each.field) == (code, field)
    ]
    assert len(found) == 1
    assert found[0].severity is severity
    assert params.items() <= dict(found[0].params).items()


def test_every_code_is_reachable() -> None:
    assert {code for _, _, _, code, _, _ in ROWS} == set(ALL_CODES)


@pytest.mark.parametrize(
    ("channel", "body"),
    [
        (P, EXAMPLE_PUSH),
        (S, EXAMPLE_SMS),
        (P, {**EXAMPLE_PUSH, "debug": False}),
        (P, push({"text": "beside", **EXAMPLE_PUSH["msg"]})),  # type: ignore[dict-item]
        (P, note(color="#00fFa0", body_loc_key="K", body_loc_args='["a", "b"]')),
        (P, push({"data": {"gcm": {"data": {"order": "7"}}}})),
        (P, push({"data": {"apns": {"order": 7}}})),
        (P, push({"data": {"apns": {"aps": {"badge": 0}}}})),
        (P, apns(aps={"content-available": 1, "mutable-content": 1}, priority=5, order=[7])),
        (P, apns(aps={"alert": {"loc-key": "K", "loc-args": ["a"]}, "sound": {"critical": 1, "volume": 1}})),
        (P, aps({"relevance-score": 1, "interruption-level": "time-sensitive", "filter-criteria": "f"})),
        (P, apns(expiration="2026-12-23T12:00:00.5Z", priority=1, collapseId="x" * 64, topic="t")),
        (S, sms("x" * 1530)),
    ],
)
def test_a_good_request_has_no_problems(channel: Channel, body: JsonObject) -> None:
    assert Request.from_wire(channel, body).problems(NOW) == []


def test_the_limit_of_the_payload_counts_bytes_to_the_last() -> None:
    # {"notification":{"title":"t"},"data":{"k":""}}: 45 bytes around the value
    around = len(compact({"notification": {"title": "t"}, "data": {"k": ""}}))
    for letter, width in (("x", 1), ("я", 2), ("😀", 4)):
        fits = letter * ((4096 - around) // width)
        fits += "x" * (4096 - around - len(fits.encode()))
        assert Request.from_wire(P, gcm(data={"k": fits})).problems(NOW) == []
        (problem,) = Request.from_wire(P, gcm(data={"k": fits + "x"})).problems(NOW)
        assert (problem.code, problem.params["bytes"]) == ("payload_too_big", 4097)


def test_the_ios_payload_is_aps_and_the_custom_keys() -> None:
    around = len(compact({"aps": {"alert": "t"}, "k": ""}))
    fits = "x" * (4096 - around)
    assert Request.from_wire(P, apns(k=fits)).problems(NOW) == []
    (problem,) = Request.from_wire(P, apns(k=fits + "x")).problems(NOW)
    assert (problem.code, problem.params["bytes"]) == ("payload_too_big", 4097)


def test_an_empty_push_is_one_problem_not_one_for_each_section() -> None:
    body = push({"data": {"gcm": {}, "apns": {}}})
    assert [each.code for each in Request.from_wire(P, body).problems(NOW)] == ["nothing_to_send"]


def test_a_push_whose_alert_is_of_the_wrong_type_is_not_taken_for_a_background_push() -> None:
    body = apns(aps={"content-available": 1, "alert": 5}, k=1)
    assert [each.code for each in Request.from_wire(P, body).problems(NOW)] == ["wrong_type"]


@pytest.mark.parametrize("seconds", [0, 2_419_200])
def test_the_bounds_of_an_option_belong_to_it(seconds: int) -> None:
    body = gcm(time_to_live=seconds)
    assert [each.code for each in Request.from_wire(P, body).problems(NOW)] == ["undocumented_option"]


def test_the_headers_of_the_ios_section_are_no_payload() -> None:
    body = apns(topic="t" * 5000, k="v")
    assert Request.from_wire(P, body).problems(NOW) == []


def test_all_problems_come_at_once() -> None:
    body = push(
        {
            "data": {
                "gcm": {"protocol": "ftp", "notification": {"color": "red"}, "data": {"from": 1}},
                "apns": {"id": "x", "priority": 3, "aps": {"badge": -1, "mutable-content": 2}},
            }
        }
    )
    codes = [each.code for each in Request.from_wire(P, {**body, "coll": "x"}).problems(NOW)]
    assert len(codes) == len(set(codes)) == 10
    assert {"bad_collection", "bad_protocol", "empty_notification", "bad_color", "reserved_key"} < set(codes)
    assert {"data_not_text", "bad_apns_id", "bad_priority", "negative_badge", "must_be_one"} < set(codes)


def test_the_present_moment_is_the_default() -> None:
    soon = (dt.datetime.now(dt.UTC) + dt.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert Request.from_wire(P, apns(expiration=soon)).problems() == []


@settings(max_examples=how_many(400), deadline=None)
@given(body=bodies)
def test_no_content_makes_the_checks_raise(body: JsonObject) -> None:
    for channel in Channel:
        request = Request.from_wire(channel, body)
        for problem in [*request.problems(NOW), *Push.from_wire(body).problems(), *Sms.from_wire(body).problems()]:
            assert tuple(problem.params) == ALL_CODES[problem.code]
            json.dumps(dict(problem.params), ensure_ascii=False).encode()
        if not any(each.stops for each in request.problems(NOW)):
            compact({**request.to_wire(), "query": None})
