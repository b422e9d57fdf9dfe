"""A message that was planned comes back from the disk as it was approved, to the byte."""

import dataclasses
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from scoro_desktop import wire
from scoro_desktop.audience.relative_dates import Instant
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.request import Request
from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.sending.checks import Asked
from scoro_desktop.sending.draft import Draft
from scoro_desktop.sending.later.frozen import Approved, CannotThawError, Frozen, TemplateMark, agreed, thaw
from scoro_desktop.storage.planned_types import Ask, AskCode
from scoro_desktop.wire import JsonObject
from tests.sending.later.plans import ACCOUNT, draft, frozen

RELATIVE = '{"lastSeenAt": {"$gte": {"$relativeDate": {"days": -30}}}}'
OF_BEFORE = {"expected", "reach", "asked", "in_quiet_hours", "seen_send", "unchecked", "cost"}
SMS = {"msg": {"text": "Hi {{name}}"}, "debug": True, "other": [1, 2.50, None]}


def through_the_disk(content: Frozen, channel: Channel = Channel.PUSH) -> Frozen:
    value = wire.read(wire.compact(content.to_json()).decode())
    assert isinstance(value, dict)
    return thaw(channel, value)


@pytest.mark.parametrize(
    "of",
    [
        draft(),
        draft(None),
        draft(RELATIVE),
        draft('{"_id": {"$in": ["a", "b"]}, "price": 1.50, "name": "Ёж\\u00a0🦔"}'),
        draft(locked={"city": {"$ne": "Moscow"}}),
        draft(None, locked={"city": "Moscow"}),
        dataclasses.replace(
            draft(message=SMS, channel=Channel.SMS),
            collection="users",
            suffix="STOP",
            as_they_stand=frozenset({"name"}),
        ),
        draft(message={"msg": {"data": {"gcm": {"notification": {"title": "a", "new_field": {"x": [1]}}}}}, "ttl": 5}),
    ],
)
def test_a_draft_comes_back_as_it_was(of: Draft) -> None:
    back = through_the_disk(frozen(of), of.channel).draft
    assert back is not None
    instant = Instant(datetime(2026, 12, 2, 6, tzinfo=UTC), "Europe/Moscow")
    assert wire.compact(back.at(instant).request().to_wire()) == wire.compact(of.at(instant).request().to_wire())
    assert (back.everyone, back.audience_text, back.query()) == (of.everyone, of.audience_text, of.query())
    assert (back.as_they_stand, back.has_rules) == (of.as_they_stand, of.has_rules)


def test_relative_dates_are_worked_out_for_the_time_that_it_is_sent() -> None:
    kept = frozen(draft(RELATIVE).at(Instant(datetime(2026, 11, 29, tzinfo=UTC), "UTC")))
    back = through_the_disk(kept).draft
    assert back is not None
    assert back.instant is None
    sent = back.at(Instant(datetime(2026, 12, 2, 6, tzinfo=UTC), "UTC"))
    assert sent.outgoing_query() == {"lastSeenAt": {"$gte": "2026-11-02T06:00:00Z"}}


def test_all_that_was_approved_comes_back() -> None:
    cost = Cost(2, "RUB", Decimal("2.50"), (Share("", 100, Decimal("2.50")),), phones=True)
    approved = Approved(100, 90, Asked.TYPE, True, 17, ("city", "age"), cost)
    kept = dataclasses.replace(frozen(), approved=approved, template=TemplateMark(3, "Sale", "abc"), keys="salt:mark")
    back = through_the_disk(kept)
    assert (back.approved, back.template, back.keys, back.account) == (approved, kept.template, kept.keys, kept.account)
    assert back.account["address"] == ACCOUNT.address
    of_campaign = dataclasses.replace(kept, draft=None)
    assert through_the_disk(of_campaign) == of_campaign


@pytest.mark.parametrize(
    "of",
    [
        draft(audience=None),
        draft(is_test=True),
        draft(in_doubt=True),
        draft(audience_text='{ "deviceType": "ios" }'),  # the text says something else than the query
    ],
)
def test_what_would_not_come_back_as_it_is_cannot_be_planned(of: Draft) -> None:
    with pytest.raises(ValueError, match=r"planned|kept"):
        frozen(of).to_json()


BROKEN: list[JsonObject] = [
    {"approved": None},
    {"account": []},
    {"keys": None, "account": None},
    {"template": {"id": 1}},
    {"query_text": ""},
    {"query_text": "{}"},  # it would be everyone
    {"everyone": True},
    {"message": 5},
    {"locked": 5},
]


@pytest.mark.parametrize("change", BROKEN)
def test_what_is_no_plan_is_never_thawed(change: JsonObject) -> None:
    with pytest.raises(CannotThawError):
        thaw(Channel.PUSH, {**frozen().to_json(), **change})


def test_no_key_is_in_it() -> None:
    keys: dict[str, Any] = {"app": "A" * 32, "cli": "C" * 32, "acc": "K" * 32, "sess": "S" * 32}
    carried = Request.from_wire(Channel.PUSH, {**draft().message.to_wire(), **keys})
    text = wire.compact(frozen(dataclasses.replace(draft(), message=carried)).to_json()).decode()
    assert not any(value in text for value in keys.values())


def test_an_approval_of_before_leaves_nobody_out_and_a_newer_one_comes_back() -> None:
    newer = Approved(7, leaves_out=True, left_out=3, seen_lately=(4, 5), audience=900)
    assert Approved.from_json(newer.to_json()) == newer
    assert newer.whole == 10
    old = {name: each for name, each in newer.to_json().items() if name in OF_BEFORE}
    assert Approved.from_json(old) == Approved(7)
    with pytest.raises(ValueError, match="approval"):
        Approved.from_json({**newer.to_json(), "leaves_out": "yes"})


def test_a_person_agrees_to_the_numbers_in_the_question_and_to_quiet_hours_each_time() -> None:
    content = Frozen(None, Approved(500, in_quiet_hours=True), {}).to_json()
    asks = (
        (Ask(AskCode.PEOPLE_MOVED, {"was": 500, "now": 430}), Approved(500, reach=430)),
        (Ask(AskCode.AUDIENCE_MOVED, {"was": 9, "now": 12}), Approved(500, audience=12)),
        (Ask(AskCode.LATE), Approved(500)),
        (None, Approved(500)),
    )
    for ask, approved in asks:
        changed = agreed(content, ask, in_quiet_hours=False)
        assert Approved.from_json(changed["approved"]) == approved
        assert {**changed, "approved": content["approved"]} == content
    assert agreed({}, None, in_quiet_hours=True) == {}
