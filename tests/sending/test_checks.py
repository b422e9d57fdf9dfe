import dataclasses
from datetime import UTC, datetime
from typing import Any

import pytest

from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.audience.query import Everyone, Query, read_query
from scoro_desktop.messages.problems import Problem, Severity
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.sending.checks import ACCOUNT, QUERY, Asked, Demand, before_sending, demand, meets, stops
from scoro_desktop.sending.draft import Draft
from scoro_desktop.wire import JsonObject

SHOP = Account(
    "a1", "Shop", Environment.TEST, "https://api.example.com/api/v1/", "db8a1b41", AccessKind.MASTER, ceiling=100
)
KEYS = Keys("client", "access")
BOTH: JsonObject = {"msg": {"data": {"gcm": {"notification": {"title": "t"}}, "apns": {"aps": {"alert": "t"}}}}}
QUERY_TEXT = '{"deviceType": "android"}'
ANDROID = Query(QUERY_TEXT, {"deviceType": "android"})
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def draft(body: JsonObject = BOTH, audience: Any = ANDROID, text: str = QUERY_TEXT, **more: Any) -> Draft:
    return Draft(Request.from_wire(Channel.PUSH, body), "devices", audience, text, **more)


def codes(found: list[Problem]) -> list[str]:
    return [each.code for each in found]


def test_a_whole_draft_may_be_sent() -> None:
    assert before_sending(draft(), SHOP, KEYS, NOW) == []


@pytest.mark.parametrize("text", ["", " \n", "\t"])
def test_no_text_is_no_audience(text: str) -> None:
    found = before_sending(draft(audience=None, text=text), SHOP, KEYS, NOW)
    assert [(each.code, each.field, each.stops) for each in found] == [("no_audience", QUERY, True)]


@pytest.mark.parametrize("text", ["{", '{"a": 1,}', "{}", "null"])
def test_a_text_that_is_no_query_stops(text: str) -> None:
    reading = read_query(text)
    broken = dataclasses.replace(draft(audience=reading.query, text=text), audience_problems=reading.problems)
    found = before_sending(broken, SHOP, KEYS, NOW)
    assert [(each.code, each.field, each.stops) for each in found] == [("bad_query", QUERY, True)]


def test_a_text_that_is_not_read_yet_stops() -> None:
    found = before_sending(draft(audience=None, text='{"a": 1}'), SHOP, KEYS, NOW)
    assert [(each.code, each.field, each.stops) for each in found] == [("query_being_read", QUERY, True)]


def test_the_account_and_its_keys_are_looked_at() -> None:
    assert codes(before_sending(draft(), None, None, NOW)) == ["no_account"]
    unread = before_sending(draft(), SHOP, None, NOW, keyring="locked")
    assert [(each.code, each.params["keyring"]) for each in unread] == [("keys_unread", "locked")]
    missing = before_sending(draft(), SHOP, None, NOW)
    assert missing == [Problem("no_keys", ACCOUNT, {"account": "Shop"})]
    by_message_key = dataclasses.replace(SHOP, access_kind=AccessKind.MESSAGE)
    assert codes(before_sending(draft(), by_message_key, KEYS, NOW)) == ["session_missing"]
    for_others = dataclasses.replace(SHOP, address="http://api.example.com/")
    assert codes(before_sending(draft(), for_others, KEYS, NOW)) == ["address_not_encrypted"]


def test_errors_come_before_warnings_and_the_message_before_the_rest() -> None:
    body: JsonObject = {"msg": {"data": {"gcm": {"notification": {"title": "t", "color": "red"}, "odd": 1}}}}
    typed = Problem("data_json", ("msg", "data", "gcm", "data", "k"), {"key": "k"})
    found = before_sending(draft(body, None, "", input_problems=(typed,)), None, None, NOW)
    assert codes(found) == ["data_json", "bad_color", "no_audience", "no_account", "unknown_key"]
    assert stops(found)
    assert not stops(found[-1:])
    assert not stops([])


def test_the_audience_of_an_opened_message_is_not_judged_twice() -> None:
    body: JsonObject = {"coll": "planets", "query": 5, **BOTH}
    assert before_sending(draft(body), SHOP, KEYS, NOW) == []


@pytest.mark.parametrize(
    ("section", "code"),
    [({"gcm": {"notification": {"title": "t"}}}, "only_android"), ({"apns": {"a": 1}}, "only_iphone")],
)
def test_a_message_for_one_platform_to_devices_of_both_is_a_warning(section: JsonObject, code: str) -> None:
    body: JsonObject = {"msg": {"data": section}}
    of_both = '{"userId": {"$exists": true}}'
    for audience, text in ((read_query(of_both).query, of_both), (Everyone(), "")):
        found = before_sending(draft(body, audience, text), SHOP, KEYS, NOW)
        assert [(each.code, each.severity) for each in found] == [(code, Severity.WARNING)]
    assert before_sending(draft(body), SHOP, KEYS, NOW) == []


def test_a_misspelt_field_stops_where_it_reaches_more_people() -> None:
    findings = (FieldFinding("absent_field", "citi"), FieldFinding("absent_field_widens", "citi"))
    found = before_sending(draft(field_findings=findings), SHOP, KEYS, NOW)
    assert [(each.code, each.field, each.stops) for each in found] == [
        ("absent_field_widens", QUERY, True),
        ("absent_field", QUERY, False),
    ]


@pytest.mark.parametrize(
    ("count", "is_everyone", "asked", "text"),
    [
        (0, False, Asked.STOPPED, ""),
        (0, True, Asked.STOPPED, ""),
        (1, False, Asked.NOTHING, ""),
        (100, False, Asked.NOTHING, ""),
        (101, False, Asked.TYPE, "101"),
        (1, True, Asked.TYPE, "1"),
        (12431, True, Asked.TYPE, "12431"),
        (None, False, Asked.ACKNOWLEDGE, ""),
        (None, True, Asked.TYPE, "Shop"),
    ],
)
def test_what_confirming_asks_for(count: int | None, is_everyone: bool, asked: Asked, text: str) -> None:
    assert demand(SHOP, count, is_everyone=is_everyone) == Demand(asked, text)


@pytest.mark.parametrize(
    ("demanded", "typed", "acknowledged", "met"),
    [
        (Demand(Asked.NOTHING), "", False, True),
        (Demand(Asked.STOPPED), "0", True, False),
        (Demand(Asked.ACKNOWLEDGE), "yes", False, False),
        (Demand(Asked.ACKNOWLEDGE), "", True, True),
        (Demand(Asked.TYPE, "12431"), "12431", False, True),
        (Demand(Asked.TYPE, "12431"), "12,431", False, True),
        (Demand(Asked.TYPE, "12431"), "12\u202f431\n", False, True),
        (Demand(Asked.TYPE, "12431"), "1243", True, False),
        (Demand(Asked.TYPE, "12431"), "-12431", True, False),
        (Demand(Asked.TYPE, "12431"), "012431", True, False),
        (Demand(Asked.TYPE, "12431"), "", True, False),
        (Demand(Asked.TYPE, "Shop 1"), " Shop 1 ", False, True),
        (Demand(Asked.TYPE, "Shop 1"), "Shop1", True, False),
        (Demand(Asked.TYPE, "Shop 1"), "shop 1", True, False),
        (Demand(Asked.TYPE, ""), "", True, False),
    ],
)
def test_what_meets_it(demanded: Demand, typed: str, acknowledged: bool, met: bool) -> None:
    assert meets(demanded, typed, acknowledged) is met
