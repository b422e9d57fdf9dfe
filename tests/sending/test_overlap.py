"""The overlap of an audience with earlier ones, as queries and as counts."""

import dataclasses
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from scoro_desktop.audience.query import Audience, Everyone, Query
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sandbox.matcher import compile_query
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.draft import Draft, locked_in, narrowed, parted
from scoro_desktop.sending.overlap import any_of, both, lately, none_of, of_any, overlaps, proof
from scoro_desktop.storage.earlier_sends import Earlier, EarlierCampaign, EarlierSend
from scoro_desktop.wire import JsonObject

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
PEOPLE: list[dict[str, Any]] = [
    {"_id": "1", "city": "Omsk", "age": 20},
    {"_id": "2", "city": "Omsk"},
    {"_id": "3", "city": ["Omsk", "Perm"], "age": 40},
    {"_id": "4", "age": 60},
]
OMSK: JsonObject = {"city": "Omsk"}
ADULTS: JsonObject = {"age": {"$gt": 30}}
EVERYONE: JsonObject = {}


class Server:
    """Counts as the sandbox does."""

    def __init__(self, fails: Failure | None = None) -> None:
        self.asked: list[JsonObject] = []
        self._fails = fails

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        assert collection == "users"
        assert query is not None
        self.asked.append(query)
        return self._fails or len(matching(query))


def matching(query: JsonObject) -> list[str]:
    takes = compile_query(query)
    return [each["_id"] for each in PEOPLE if takes(each)]


def sent(query: JsonObject | None, *, hours: int = 1, collection: str = "users", send_id: int = 1) -> EarlierSend:
    return EarlierSend(send_id, "Sale", NOW - timedelta(hours=hours), collection, query)


@pytest.mark.parametrize("first", [EVERYONE, OMSK, ADULTS])
@pytest.mark.parametrize("others", [[OMSK], [ADULTS], [OMSK, ADULTS], [EVERYONE], [OMSK, EVERYONE]])
def test_people_fall_into_those_left_out_and_the_rest(first: JsonObject, others: list[JsonObject]) -> None:
    kept = matching(narrowed(first, none_of(others)))
    overlap = matching(both(first, any_of(others)))
    assert sorted(kept + overlap) == matching(first)
    server = Server()
    assert proof(server, "users", narrowed(first, none_of(others)), others) == 0
    assert of_any(server, "users", first, others) == len(overlap)


def test_each_earlier_audience_is_counted_and_a_server_that_is_gone_is_asked_once() -> None:
    sends = [sent(OMSK), sent(EVERYONE, send_id=2), sent(ADULTS, send_id=3)]
    assert overlaps(Server(), "users", ADULTS, sends) == list(zip(sends, (1, 2, 2), strict=True))
    gone = Server(Failure(Outcome.NOT_SENT, "no_connection"))
    assert all(isinstance(count, Failure) for _, count in overlaps(gone, "users", ADULTS, sends))
    assert len(gone.asked) == 1
    refusing = Server(Failure(Outcome.REFUSED, "server_said_no"))
    overlaps(refusing, "users", ADULTS, sends)
    assert len(refusing.asked) == 3


def test_sends_of_other_collections_hours_and_sizes_are_told_apart() -> None:
    since = NOW - timedelta(hours=24)
    old, elsewhere, unread = sent(OMSK, hours=25), sent(OMSK, collection="devices"), sent(None)
    few, many, past = (
        EarlierCampaign(number, "Autumn", NOW - timedelta(hours=ago), persons)
        for number, ago, persons in ((1, 2, ("u1", "u2")), (2, 3, None), (3, 25, ("u3",)))
    )
    found = lately(Earlier((sent(OMSK), elsewhere, old, sent(OMSK)), campaigns=(many, few, past)), "users", since)
    assert (len(found.sends), found.elsewhere, found.campaigns, found.is_whole) == (3, 1, 1, True)
    assert found.queries() == [OMSK, {"_id": {"$in": ["u1", "u2"]}}]  # each once, and who got a campaign by name
    of_devices = lately(Earlier(campaigns=(few,)), "devices", since)
    assert of_devices.queries() == [{"userId": {"$in": ["u1", "u2"]}}]
    assert lately(Earlier(campaigns=(few,)), "roles", since).campaigns == 1  # nobody is named there
    assert not lately(Earlier((unread,)), "users", since).is_whole
    assert not lately(Earlier((sent(OMSK),), is_all=False), "users", since).is_whole
    assert lately(Earlier((sent(OMSK), old), is_all=False), "users", since).is_whole  # what is missing is older


@pytest.mark.parametrize(
    "audience",
    [Everyone(), *(Query(text, json.loads(text)) for text in ('{"city": "Omsk"}', '{"$nor": [{"city": "Omsk"}]}'))],
)
@pytest.mark.parametrize("locked", [None, ADULTS])
@pytest.mark.parametrize("left_out", [None, {"$nor": [ADULTS]}])
def test_what_was_left_out_is_known_again_in_what_was_sent(
    audience: Audience, locked: JsonObject | None, left_out: JsonObject | None
) -> None:
    text = audience.text if isinstance(audience, Query) else ""
    whole = Draft(Request(Channel.PUSH), "users", audience, text, locked=locked)
    draft = dataclasses.replace(whole, left_out=left_out)
    query = draft.outgoing_query()
    assert (draft.query(), query == whole.outgoing_query()) == (whole.query(), left_out is None)
    base, clause = parted(query, text, everyone=draft.everyone)
    assert (base, clause) == (whole.outgoing_query(), left_out)
    assert locked_in(base, text, everyone=draft.everyone) == locked
