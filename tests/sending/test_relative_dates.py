"""Relative dates on their way: the draft works them out once, and nothing that has one left leaves."""

import contextlib
import dataclasses
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.audience.query import Audience, Everyone, Query, read_query
from scoro_desktop.audience.relative_dates import KEY, CannotWorkOutError, Instant
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.sending.draft import Draft, locked_in
from scoro_desktop.sending.outbox import Outbox
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.wire import JsonObject
from tests.audience.test_conditions import RULES

ACCOUNT = Account("a1", "Shop", Environment.TEST, "https://api.example.com/api/v1/", "db8a1b41", AccessKind.MESSAGE)
NOW = Instant(datetime(2026, 11, 29, 5, 10, 11, tzinfo=UTC), "Europe/Moscow")
LATER = Instant(NOW.at + timedelta(minutes=5), "Europe/Moscow")
TEXT = '{"lastSeenAt": { "$gte": {"$relativeDate": {"days": -30}} } }'
WENT_OUT: JsonObject = {"lastSeenAt": {"$gte": "2026-10-30T08:10:11+03:00"}}
LOCKED: JsonObject = {"createdAt": {"$lt": {"$relativeDate": {"startOf": "day"}}}}
LOCKED_OUT: JsonObject = {"createdAt": {"$lt": "2026-11-29T00:00:00+03:00"}}
SMS: JsonObject = {"msg": {"text": "Скидки"}}


def chosen(text: str = TEXT) -> Query:
    query = read_query(text).query
    assert query is not None
    return query


def draft(audience: Audience | None, locked: JsonObject | None = None) -> Draft:
    text = audience.text if isinstance(audience, Query) else ""
    return Draft(Request.from_wire(Channel.SMS, SMS), "users", audience, text, locked=locked)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scoro.db"


@pytest.fixture
def outbox(path: Path) -> Iterator[Outbox]:
    with contextlib.closing(open_database(path)) as connection:
        yield Outbox(History(connection, lambda: NOW.at))


def record(outbox: Outbox, of: Draft, account: Account = ACCOUNT, **changes: Any) -> Any:
    values: dict[str, Any] = {
        "everyone": of.everyone,
        "query_text": of.audience_text,
        "expected": 40,
        "summary": "Скидки",
        "words": "Скидки",
        "chosen": of.query() if of.has_rules else None,
        "instant": of.instant,
    }
    return outbox.record(account, "sms", of.request().to_wire(), **(values | changes))


def test_a_draft_keeps_its_rules_and_sends_their_dates() -> None:
    frozen = draft(chosen()).at(NOW)
    assert frozen.request().to_wire() == {"coll": "users", "query": WENT_OUT, **SMS}
    assert frozen.outgoing_query() is frozen.outgoing_query()
    assert frozen.query() == json.loads(TEXT)
    assert frozen.audience_text == TEXT
    assert frozen.at(LATER).outgoing_query() == {"lastSeenAt": {"$gte": "2026-10-30T08:15:11+03:00"}}


def test_a_draft_whose_dates_were_not_worked_out_makes_no_request() -> None:
    for make in (draft(chosen()).request, draft(chosen()).so_far, draft(Everyone(), LOCKED).request):
        with pytest.raises(ValueError, match="not worked out"):
            make()


def test_a_draft_without_rules_is_the_same_at_any_time() -> None:
    for audience in (None, Everyone(), chosen('{"a": {"$gte": "2026-01-01T00:00:00Z"}}')):
        plain = draft(audience)
        assert plain.at(NOW) is plain
        assert plain.instant is None


def test_a_date_that_cannot_be_is_found_when_it_is_worked_out() -> None:
    with pytest.raises(CannotWorkOutError):
        draft(chosen()).at(Instant(datetime(1, 1, 2, tzinfo=UTC), "UTC"))


@pytest.mark.parametrize("text", [TEXT, '{"a": 1}'])
def test_the_accounts_own_condition_may_have_relative_dates(text: str) -> None:
    frozen = draft(chosen(text), LOCKED).at(NOW)
    assert locked_in(frozen.outgoing_query(), text, frozen.instant, everyone=False) == LOCKED_OUT
    assert draft(Everyone(), LOCKED).at(NOW).outgoing_query() == LOCKED_OUT


@pytest.mark.parametrize(
    "query",
    [
        json.loads(TEXT),
        {"$and": [{"a": 1}, LOCKED]},
        {"a": {"$in": [1, {"$relativeDate": "nonsense"}]}},
        {"$relativeDate": None},
    ],
)
def test_what_has_a_rule_left_is_never_recorded(outbox: Outbox, path: Path, query: JsonObject) -> None:
    of = draft(chosen()).at(NOW)
    with pytest.raises(ValueError, match="not worked out"):
        outbox.record(
            ACCOUNT,
            "sms",
            {"coll": "users", "query": query, **SMS},
            everyone=False,
            query_text=of.audience_text,
            expected=1,
            summary="",
            words="",
        )
    with contextlib.closing(open_database(path)) as connection:
        assert History(connection).count(HistoryFilter()) == 0


def test_a_row_has_the_rule_what_went_out_and_when_it_was_worked_out(outbox: Outbox, path: Path) -> None:
    send = record(outbox, draft(chosen()).at(NOW))
    with contextlib.closing(open_database(path)) as connection:
        assert History(connection).get(send.id) == send
    assert (send.query_text, send.request["query"], send.instant) == (TEXT, WENT_OUT, NOW)
    assert record(outbox, draft(chosen('{"a": 1}'))).instant is None


def test_everyone_narrowed_by_a_relative_date_of_the_account_is_recorded(outbox: Outbox) -> None:
    account = dataclasses.replace(ACCOUNT, locked_clause=json.dumps(LOCKED))
    of = draft(Everyone(), LOCKED).at(NOW)
    send = record(outbox, of, account)
    assert (send.everyone, send.request["query"], send.instant) == (True, LOCKED_OUT, NOW)
    with pytest.raises(ValueError, match="everyone"):
        record(outbox, of, account, instant=Instant(NOW.at + timedelta(days=1), "Europe/Moscow"))


def test_the_same_message_by_the_same_rule_is_the_same_five_minutes_later(outbox: Outbox) -> None:
    first = record(outbox, draft(chosen()).at(NOW))
    again = draft(chosen(TEXT.replace(" ", ""))).at(LATER)
    body = again.request().to_wire()
    assert body["query"] != first.request["query"]
    assert outbox.sent_before(ACCOUNT, "sms", body, again.query()) == first
    other = draft(chosen(TEXT.replace("30", "31"))).at(LATER)
    assert outbox.sent_before(ACCOUNT, "sms", other.request().to_wire(), other.query()) is None


def test_rows_of_before_have_no_instant(path: Path) -> None:
    before = next(number for number, each in enumerate(MIGRATIONS) if "ADD COLUMN instant" in "".join(each))
    with contextlib.closing(open_database(path, MIGRATIONS[:before])) as old:
        old.execute(
            """
            INSERT INTO sends (channel, account_id, outcome, everyone, created_at, account_name, environment, address,
                application_id, collection, reason, error_code, error_message, summary, detail, answer, query_text,
                request)
            VALUES ('sms', 'a1', 'sending', 0, '2026-11-01T00:00:00+00:00', 'Shop', 'test', 'https://a/', 'db', 'users',
                '', '', '', '', '', '', '{"a": 1}', '{"coll": "users", "query": {"a": 1}}')
            """
        )
        old.commit()
    with contextlib.closing(open_database(path)) as connection:
        (line,) = History(connection).page(HistoryFilter(), 0, 10)
        send = History(connection).get(line.id)
    assert send is not None
    assert (send.query_text, send.instant) == ('{"a": 1}', None)


COMPARISONS = st.dictionaries(
    st.sampled_from(["$gt", "$gte", "$lt", "$lte", "$ne", "$in", "$not", "$eq"]), RULES, min_size=1
)
QUERIES = st.recursive(
    st.dictionaries(
        st.sampled_from(["a", "b.c", KEY]), st.one_of(COMPARISONS, RULES, st.integers()), min_size=1, max_size=3
    ),
    lambda inner: st.builds(
        lambda joined, parts: {joined: parts},
        st.sampled_from(["$and", "$or", "$nor"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=5,
)


@given(QUERIES, st.none() | st.just(LOCKED))
def test_no_text_makes_a_request_with_a_rule_in_it(query: JsonObject, locked: JsonObject | None) -> None:
    text = json.dumps(query)
    reading = read_query(text)
    if reading.query is None:
        assert draft(None, locked).at(NOW).instant is None
        return
    frozen = draft(reading.query, locked).at(NOW)
    assert KEY not in json.dumps(frozen.request().to_wire())
    assert frozen.audience_text == text
    assert frozen.query() == (query if locked is None else {"$and": [query, locked]})
