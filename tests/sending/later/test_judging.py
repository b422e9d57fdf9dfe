"""Tests of what forbids a plan when it is due: each change since it was approved is asked about."""

import dataclasses
from datetime import UTC, datetime, time
from typing import Any

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.template import Template, TemplateAudience
from scoro_desktop.messages.variables import Variable
from scoro_desktop.scorocode.account import AccessKind, Environment, Keys
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.sending.checks import Asked
from scoro_desktop.sending.later import judging
from scoro_desktop.sending.later.frozen import TemplateMark
from scoro_desktop.sending.later.judging import Recount
from scoro_desktop.sending.later.key_mark import is_mark_of, mark_of
from scoro_desktop.sending.later.people_now import PeopleNow
from scoro_desktop.storage.campaigns.states import Why
from scoro_desktop.storage.planned_types import ACCOUNT_PARTS, Ask, AskCode, When
from tests.sending.later.plans import ACCOUNT, NINE, draft, frozen

DUE = datetime(2026, 12, 2, 6, tzinfo=UTC)
NOT_COUNTED = Ask(AskCode.NOT_COUNTED, {"reason": "slow"})


def moved(was: int, now: int) -> Ask:
    return Ask(AskCode.MOVED, {"was": was, "now": now})


def people_moved(was: int, now: int, *, refused: int = 0, lately: int = 0, hours: int = 0) -> Ask:
    return Ask(AskCode.PEOPLE_MOVED, {"was": was, "now": now, "refused": refused, "lately": lately, "hours": hours})


def quiet(start: str, end: str) -> Any:
    hours = QuietHours(time.fromisoformat(start), time.fromisoformat(end), "Europe/Moscow")
    return dataclasses.replace(ACCOUNT, quiet_hours=hours)


def test_at_its_time_the_clock_has_nothing_against_it() -> None:
    assert judging.by_the_clock(NINE, frozen(), ACCOUNT, DUE) is None


def test_later_than_ten_minutes_it_asks() -> None:
    late = DUE.replace(minute=10, second=1)
    assert judging.by_the_clock(NINE, frozen(), ACCOUNT, late) == Ask(AskCode.LATE)
    assert judging.by_the_clock(NINE, frozen(in_quiet_hours=True), ACCOUNT, late) == Ask(AskCode.LATE)


def test_quiet_hours_are_those_at_the_time_that_it_goes_out() -> None:
    assert judging.by_the_clock(NINE, frozen(), quiet("22:00", "09:01"), DUE) == Ask(AskCode.QUIET_HOURS)
    assert judging.by_the_clock(NINE, frozen(), quiet("22:00", "09:00"), DUE) is None
    assert judging.by_the_clock(NINE, frozen(in_quiet_hours=True), quiet("22:00", "09:01"), DUE) is None


def test_a_time_in_a_zone_that_is_gone_asks() -> None:
    lost = When(NINE.clock, "Nowhere/City")
    assert judging.by_the_clock(lost, frozen(), ACCOUNT, DUE) == Ask(AskCode.NO_DATES)


OTHERS: dict[str, Any] = {
    "environment": Environment.PRODUCTION,
    "address": "https://elsewhere.example.com/api/v1/",
    "application_id": "other",
    "access_kind": AccessKind.MESSAGE,
    "locked_clause": '{"city": "Moscow"}',
    "sms_suffix": "STOP",
}


@pytest.mark.parametrize("part", ACCOUNT_PARTS)
def test_each_part_of_the_account_that_changed_is_named(part: str) -> None:
    now = dataclasses.replace(ACCOUNT, **{part: OTHERS[part]})
    assert judging.by_the_account(frozen(), now) == Ask(AskCode.ACCOUNT_CHANGED, {"what": part})


def test_another_name_ceiling_or_pace_is_the_same_account() -> None:
    now = dataclasses.replace(ACCOUNT, name="Shop 2", ceiling=5, requests_per_second=1, tolerance=1.0)
    assert judging.by_the_account(frozen(), now) is None
    assert judging.by_the_account(frozen(), None) == Ask(AskCode.ACCOUNT_GONE)


def test_the_built_in_account_has_another_address_with_each_start() -> None:
    moved = dataclasses.replace(ACCOUNT, address="http://127.0.0.1:4711/", application_id="x")
    assert judging.by_the_account(frozen(), moved, is_built_in=True) is None
    locked = dataclasses.replace(moved, locked_clause="{}")
    assert judging.by_the_account(frozen(), locked, is_built_in=True) == Ask(
        AskCode.ACCOUNT_CHANGED, {"what": "locked_clause"}
    )


@pytest.mark.parametrize(
    ("approved", "now", "expected"),
    [
        ({"expected": 100}, Recount(100), None),
        ({"expected": 100}, Recount(105), None),  # the tolerance of the account is 5 %
        ({"expected": 100}, Recount(106), moved(100, 106)),
        ({"expected": 100}, Recount(94), moved(100, 94)),
        ({"expected": 100}, Recount(0), Ask(AskCode.NOBODY)),
        ({"expected": 100, "reach": 90}, Recount(100, 0), Ask(AskCode.NOBODY)),
        ({"expected": 100, "reach": 90}, Recount(100, 90), None),
        ({"expected": 100, "reach": 90}, Recount(100, 80), Ask(AskCode.REACH_MOVED, {"was": 90, "now": 80})),
        ({"expected": 100, "reach": 90}, Recount(100, None, reason="slow"), NOT_COUNTED),
        ({"expected": 100}, Recount(None, reason="slow"), NOT_COUNTED),
        ({"expected": None, "asked": Asked.ACKNOWLEDGE}, Recount(None, reason="no"), None),
        ({"expected": None, "asked": Asked.ACKNOWLEDGE}, Recount(7), None),  # few, and now it is known
        ({"expected": None, "asked": Asked.ACKNOWLEDGE}, Recount(10_001), moved(-1, 10_001)),
        # What would ask for the number to be typed by now, and did not then, is asked about.
        ({"expected": 9_999}, Recount(10_001), moved(9_999, 10_001)),
        ({"expected": 100}, Recount(100, may_be_everyone=True), moved(100, 100)),
        ({"expected": 10_001, "asked": Asked.TYPE}, Recount(10_002), None),
    ],
)
def test_the_count_is_judged_by_the_rule_of_the_confirmation(
    approved: dict[str, Any], now: Recount, expected: Ask | None
) -> None:
    assert judging.by_the_count(frozen(**approved), ACCOUNT, now) == expected


def test_everyone_stays_what_was_typed_for() -> None:
    everyone = frozen(draft(None), asked=Asked.TYPE)
    assert judging.by_the_count(everyone, ACCOUNT, Recount(101)) is None
    assert judging.by_the_count(everyone, ACCOUNT, Recount(120)) == moved(100, 120)


def test_a_moment_in_the_message_that_passed_meanwhile_is_a_problem() -> None:
    expiry = int(datetime(2026, 12, 2, 5, tzinfo=UTC).timestamp())
    apns = {"msg": {"data": {"apns": {"aps": {"alert": "Hi"}, "headers": {"apns-expiration": str(expiry)}}}}}
    found = judging.by_the_message(frozen(draft(message=apns)), DUE)
    assert found is None or found.code is AskCode.PROBLEM
    assert judging.by_the_message(frozen(), DUE) is None
    broken = dataclasses.replace(frozen(), draft=draft(message={"msg": {"data": {}}}))
    assert judging.by_the_message(broken, DUE) == Ask(AskCode.PROBLEM, {"code": "nothing_to_send"})


def test_a_template_that_says_something_else_by_now_asks() -> None:
    template = Template("Sale", Channel.PUSH, {"msg": {"text": "Hi {{name}}"}}, variables=(Variable("name", "friend"),))
    mark = TemplateMark(3, "Sale", judging.template_mark(template))
    assert judging.by_the_template(mark, template) is None
    assert judging.by_the_template(mark, dataclasses.replace(template, tags=("spring",))) is None
    assert judging.by_the_template(mark, None) is None
    assert judging.by_the_template(None, template) is None
    for change in (
        {"message": {"msg": {"text": "Hi all"}}},
        {"variables": ()},
        {"audience": TemplateAudience("devices", '{"a": 1}')},
    ):
        changed: Any = dataclasses.replace(template, name="Sale 2", **change)
        assert judging.by_the_template(mark, changed) == Ask(AskCode.TEMPLATE_CHANGED, {"name": "Sale 2"})


def test_keys_are_known_again_by_a_mark_that_does_not_tell_them() -> None:
    keys = Keys(client_key="c" * 32, access_key="a" * 32, session="s" * 32)
    mark = mark_of(keys)
    assert is_mark_of(mark, keys)
    assert mark_of(keys) != mark  # a salt of its own
    for part in ("client_key", "access_key", "session"):
        assert not is_mark_of(mark, dataclasses.replace(keys, **{part: "x"}))
        assert getattr(keys, part)[:4] not in mark
    assert not is_mark_of(mark, Keys(client_key=keys.client_key + keys.access_key, session=keys.session))
    for text in ("", "no mark", ":", "zz:00"):
        assert not is_mark_of(text, keys)


@pytest.mark.parametrize(
    ("approved", "now", "asks"),
    [
        ({}, PeopleNow(100), None),
        ({}, PeopleNow(95), None),  # 5 percent may be gone (`account.DEFAULT_TOLERANCE`)
        ({}, PeopleNow(0), Ask(AskCode.NOBODY)),
        ({}, PeopleNow(94), people_moved(100, 94)),
        (
            {},
            PeopleNow(90, {1: Why.DO_NOT_SEND, 2: Why.MESSAGED_LATELY, 3: Why.MESSAGED_LATELY}, hours=24),
            people_moved(100, 90, refused=1, lately=2, hours=24),
        ),
        ({"reach": 90}, PeopleNow(90), None),  # it was agreed to
        ({"reach": 90}, PeopleNow(80), people_moved(90, 80)),
        ({}, PeopleNow(100, audience=(1000, 1050)), None),
        ({}, PeopleNow(100, audience=(1000, 1051)), Ask(AskCode.AUDIENCE_MOVED, {"was": 1000, "now": 1051})),
        ({}, PeopleNow(100, audience=(1000, 0)), Ask(AskCode.AUDIENCE_MOVED, {"was": 1000, "now": 0})),
        ({"audience": 1200}, PeopleNow(100, audience=(1000, 1200)), None),
        ({"expected": None}, PeopleNow(100), Ask(AskCode.NOBODY)),
    ],
)
def test_the_people_of_a_campaign_are_judged_by_the_drift_that_the_account_allows(
    approved: dict[str, Any], now: PeopleNow, asks: Ask | None
) -> None:
    assert judging.by_the_people(frozen(**approved), ACCOUNT, now) == asks


def test_those_who_are_left_out_are_no_drift() -> None:
    of = frozen(expected=60, reach=50, leaves_out=True, left_out=40)
    assert judging.by_the_count(of, ACCOUNT, Recount(100, 90)) is None
    assert judging.by_the_count(of, ACCOUNT, Recount(60, 50)) == moved(100, 60)
    # Where nobody could say how many they were, the number in the confirmation is all that is known.
    unknown = frozen(expected=60, leaves_out=True, left_out=None)
    assert judging.by_the_count(unknown, ACCOUNT, Recount(100)) == moved(60, 100)
