"""The account's own condition, found again in what was sent."""

import dataclasses
import json

import pytest

from scoro_desktop.audience.query import Audience, Everyone, Query
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sending.draft import Draft, locked_in
from scoro_desktop.wire import JsonObject

LOCKED: JsonObject = {"consent": True}


def chosen(value: JsonObject) -> Query:
    return Query(json.dumps(value, indent=1), value)


@pytest.mark.parametrize(
    "audience",
    [Everyone(), chosen({"a": 1}), chosen({"$and": [{"a": 1}, {"b": 2}]}), chosen({"$and": [LOCKED, LOCKED]})],
)
@pytest.mark.parametrize("locked", [None, LOCKED])
def test_it_is_what_the_draft_added(audience: Audience, locked: JsonObject | None) -> None:
    text = audience.text if isinstance(audience, Query) else ""
    draft = dataclasses.replace(Draft(Request(Channel.PUSH), "users", audience, text), locked=locked)
    assert locked_in(draft.query(), text, everyone=draft.everyone) == locked


def test_what_cannot_be_told_is_not_told() -> None:
    assert locked_in(None, "", everyone=True) is None
    assert locked_in({"$and": [{"a": 1}, LOCKED]}, "{broken", everyone=False) is None
    assert locked_in({"$and": [{"b": 1}, LOCKED]}, '{"a": 1}', everyone=False) is None
