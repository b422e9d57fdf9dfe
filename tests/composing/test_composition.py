"""The composition: what it takes, what it says changed, and that nobody stands after anything went wrong."""

import dataclasses
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scoro_desktop
from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.audience.query import Everyone, Query, read_query
from scoro_desktop.composing.changes import (
    AccountTaken,
    Change,
    CountTaken,
    FindingsTaken,
    MessageRead,
    NotesTaken,
    RecipientsLost,
    RecipientsRead,
    Touched,
)
from scoro_desktop.composing.composition import NO_COUNT, Composition
from scoro_desktop.composing.counts import Count, CountState
from scoro_desktop.composing.parts import Part
from scoro_desktop.composing.recipients import Mode, Recipients
from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.variables import VariableNotes
from scoro_desktop.sending import checks
from scoro_desktop.wire import JsonObject

ROOT: Final = str(Path(scoro_desktop.__file__).parent)
TEXT: Final = '{"city": "Tver"}'
EARLY: Final = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
LATE: Final = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def push(title: str, **apns: object) -> Request:
    sections: JsonObject = {"gcm": {"notification": {"title": title}}}
    if apns:
        sections["apns"] = {"aps": {"alert": title}, **apns}  # type: ignore[dict-item]
    return Request.from_wire(Channel.PUSH, {"msg": {"data": sections}})


def of_query(text: str = TEXT, collection: str = "devices") -> Recipients:
    reading = read_query(text)
    return Recipients(collection, Mode.JSON, reading.query, text, reading.problems)


def ready() -> Composition:
    composition = Composition(Channel.PUSH, "devices")
    composition.apply(MessageRead(push("Great match")))
    composition.apply(RecipientsRead(of_query()))
    composition.apply(AccountTaken())
    return composition


def codes(composition: Composition, now: dt.datetime | None = None) -> list[str]:
    return [each.code for each in composition.problems(now)]


def test_a_new_one_goes_to_nobody() -> None:
    draft = Composition(Channel.SMS, "users").draft()
    assert draft.audience is None
    assert draft.collection == "users"
    assert "no_audience" in codes(Composition(Channel.SMS, "users"))


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (MessageRead(push("Other")), Part.MESSAGE),
        (RecipientsRead(of_query('{"city": "Omsk"}')), Part.RECIPIENTS),
        (RecipientsLost(), Part.RECIPIENTS),
        (NotesTaken(VariableNotes(as_they_stand=frozenset({"city"}))), Part.NOTES),
        (AccountTaken(suffix="STOP"), Part.ACCOUNT),
        (FindingsTaken((FieldFinding("absent_field", "city"),)), Part.FINDINGS),
        (CountTaken(Count(CountState.KNOWN, 7), "devices", {"city": "Tver"}), Part.COUNT),
        (Touched(begun=True), Part.TOUCHED),
    ],
)
def test_each_change_tells_its_part(change: Change, part: Part) -> None:
    assert ready().apply(change) == part


def test_the_same_again_changes_nothing() -> None:
    composition = ready()
    draft, problems = composition.draft(), composition.problems()
    again: list[Change] = [
        MessageRead(composition.message),
        RecipientsRead(of_query()),
        NotesTaken(VariableNotes()),
        FindingsTaken(()),
        Touched(begun=False),
    ]
    for change in again:
        assert composition.apply(change) == Part.NOTHING
    assert composition.draft() is draft
    assert composition.problems() is problems


def test_a_number_of_another_type_is_another_message() -> None:
    composition = ready()
    body: JsonObject = {"msg": {"data": {"gcm": {"priority": 1}}}}
    composition.apply(MessageRead(Request.from_wire(Channel.PUSH, body)))
    other = Request.from_wire(Channel.PUSH, {"msg": {"data": {"gcm": {"priority": True}}}})
    assert composition.apply(MessageRead(other)) == Part.MESSAGE
    assert composition.draft().so_far()["msg"] == {"data": {"gcm": {"priority": True}}}


def test_the_problems_are_those_of_the_checks() -> None:
    composition = ready()
    composition.apply(MessageRead(push("{{city}}"), (Problem("bad_number", ("msg", "data")),)))
    composition.apply(RecipientsRead(of_query('{"city": ')))
    assert list(composition.problems()) == checks.before_sending(composition.draft(), None, None)[:-1]
    of_account = tuple(checks.problems_of_account(None, None))
    composition.apply(AccountTaken(of_account))
    assert list(composition.problems()) == checks.before_sending(composition.draft(), None, None)


def test_a_warning_of_the_audience_follows_the_message() -> None:
    composition = ready()
    assert "only_android" in codes(composition)
    composition.apply(MessageRead(push("Great match", priority=10)))
    assert "only_android" not in codes(composition)


def test_an_expiration_that_passes_is_told_although_nothing_changed() -> None:
    composition = ready()
    composition.apply(MessageRead(push("Great match", expiration="2026-01-20T00:00:00Z")))
    assert "expiration_past" not in codes(composition, EARLY)
    assert "expiration_past" in codes(composition, LATE)


def test_a_query_that_is_still_being_read_is_no_audience() -> None:
    composition = ready()
    composition.apply(RecipientsRead(Recipients("devices", Mode.JSON, being_read=True)))
    assert composition.draft().audience is None
    assert "query_being_read" in codes(composition)


@pytest.mark.parametrize("why", ["unfinished", "being_read", "in_doubt"])
def test_no_audience_comes_with_a_reason_against_it(why: str) -> None:
    reason: dict[str, Any] = {why: True}
    with pytest.raises(ValueError, match="cannot stand"):
        dataclasses.replace(of_query(), **reason)


def test_the_count_of_another_audience_is_none() -> None:
    composition = ready()
    count = Count(CountState.KNOWN, 7, 12)
    composition.apply(CountTaken(count, "devices", {"city": "Tver"}))
    assert composition.count is count
    composition.apply(RecipientsRead(of_query('{"city": "Omsk"}')))
    assert composition.count is NO_COUNT
    composition.apply(RecipientsRead(of_query(collection="users")))
    assert composition.count is NO_COUNT
    composition.apply(RecipientsRead(of_query()))
    assert composition.count is count


@pytest.mark.parametrize("locked", [None, {"test": True}])
def test_the_query_to_count_is_that_of_the_audience_whatever_the_message(locked: JsonObject | None) -> None:
    composition = ready()
    composition.apply(AccountTaken((), locked))
    for text in (TEXT, '{"city": "Perm"}', "{", TEXT):
        composition.apply(RecipientsRead(of_query(text)))
        for title in ("Goal", "Another"):
            composition.apply(MessageRead(push(title)))
            asked = checks.query_to_count(composition.draft())
            composition.apply(CountTaken(Count(CountState.KNOWN, 5), "devices", asked))
            composition.apply(MessageRead(push("Third")))
            assert composition.count == Count(CountState.KNOWN, 5)
    composition.apply(RecipientsLost())
    assert composition.count == NO_COUNT


def test_the_problems_of_an_audience_stand_whatever_the_message() -> None:
    composition = ready()
    composition.apply(RecipientsRead(of_query('{"city": "{{city}}"}')))
    assert "variable_missing" in codes(composition)
    composition.apply(MessageRead(push("Another")))
    assert "variable_missing" in codes(composition)
    composition.apply(RecipientsRead(of_query()))
    assert "variable_missing" not in codes(composition)


def test_a_test_goes_to_its_own_audience() -> None:
    composition = ready()
    composition.apply(RecipientsRead(Recipients("devices", Mode.EVERYONE, Everyone())))
    draft = composition.for_tests('{"tags": "tester"}')
    assert draft.is_test
    assert draft.request().query == {"tags": "tester"}
    assert composition.for_tests("{").audience is None
    assert composition.draft().audience == Everyone()


def test_a_test_is_sent_although_the_audience_is_not_finished() -> None:
    composition = ready()
    composition.apply(RecipientsRead(Recipients("devices", unfinished=True)))
    assert composition.for_tests(TEXT).audience == Query(TEXT, {"city": "Tver"})


def test_a_reading_that_raises_leaves_nobody() -> None:
    composition = ready()

    def raises() -> Recipients:
        raise LookupError

    with pytest.raises(LookupError):
        composition.read(raises)
    assert composition.draft().audience is None
    assert "audience_in_doubt" in codes(composition)
    composition.apply(MessageRead(push("Another")))
    assert composition.draft().audience is None
    assert composition.read(of_query) == Part.RECIPIENTS
    assert composition.draft().audience == Query(TEXT, {"city": "Tver"})
    assert "audience_in_doubt" not in codes(composition)


def test_whom_it_goes_to_is_lost_until_it_is_read() -> None:
    composition = ready()
    composition.apply(RecipientsLost())
    composition.apply(Touched(begun=True))
    composition.apply(CountTaken(Count(CountState.KNOWN, 7), "devices", {"city": "Tver"}))
    assert composition.draft().audience is None
    assert composition.count is NO_COUNT
    assert composition.apply(RecipientsRead(of_query())) == Part.RECIPIENTS
    assert composition.draft().audience is not None


CHANGES: Final = (
    MessageRead(push("Other")),
    RecipientsRead(of_query('{"city": "Omsk"}')),
    RecipientsRead(Recipients("devices", Mode.EVERYONE, Everyone())),
    RecipientsLost(),
    NotesTaken(VariableNotes(as_they_stand=frozenset({"city"}))),
    AccountTaken(suffix="STOP"),
    FindingsTaken((FieldFinding("absent_field", "city"),)),
    Touched(begun=True),
)


def called(act: Callable[[], object]) -> list[CodeType]:
    found: dict[CodeType, None] = {}

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(ROOT):
            found.setdefault(frame.f_code)

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return list(found)


def broken(code: CodeType, act: Callable[[], object]) -> None:
    def strike(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code is code:
            sys.setprofile(None)
            raise LookupError

    sys.setprofile(strike)
    try:
        act()
    except LookupError:
        pass
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: type(change).__name__)
def test_whatever_raises_while_a_change_is_taken_nobody_is_chosen(change: Change) -> None:
    composition = ready()
    functions = [each for each in called(lambda: composition.apply(change)) if each.co_name != "apply"]
    assert functions
    for code in functions:
        composition = ready()
        broken(code, lambda: composition.apply(change))  # noqa: B023  called at once
        assert "audience_in_doubt" in {each.code for each in composition.problems()}, code.co_qualname
        assert composition.query_to_count() is None, code.co_qualname
        assert composition.draft().audience is None, code.co_qualname


@given(st.lists(st.sampled_from(CHANGES), max_size=12))
def test_after_any_changes_the_draft_is_that_of_the_last_of_each(changes: list[Change]) -> None:
    composition = Composition(Channel.PUSH, "devices")
    last: dict[type, Change] = {}
    for change in changes:
        composition.apply(change)
        composition.problems()
        kind = RecipientsRead if isinstance(change, RecipientsLost) else type(change)
        last[kind] = change
    draft, recipients = composition.draft(), last.get(RecipientsRead)
    chosen = recipients.recipients.audience if isinstance(recipients, RecipientsRead) else None
    assert draft.audience == chosen
    message = last.get(MessageRead)
    assert draft.message == (message.message if isinstance(message, MessageRead) else Request(Channel.PUSH))
    findings = last.get(FindingsTaken)
    assert draft.field_findings == (
        findings.findings if isinstance(findings, FindingsTaken) and chosen is not None else ()
    )
    account = last.get(AccountTaken)
    expected = checks.in_order(
        checks.message_problems(draft),
        checks.audience_problems(draft),
        account.problems if isinstance(account, AccountTaken) else (),
    )
    assert list(composition.problems()) == expected
