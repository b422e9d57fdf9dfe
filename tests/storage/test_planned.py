"""The table of plans: a row becomes a send once, or never, and the two are written together."""

import dataclasses
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.sending.outbox import Outbox
from scoro_desktop.storage.database import StorageFailed, open_database
from scoro_desktop.storage.history import History
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.planned_types import Agreed, AlreadyDecided, Ask, AskCode, Plan, PlanState, When
from scoro_desktop.storage.stores import Stores
from scoro_desktop.wire import JsonObject
from tests.sending.later.plans import ACCOUNT, NINE, new_plan
from tests.storage.campaigns.samples import approved
from tests.storage.sends import PUSH

TEN = When.read("2026-12-02T10:00 Asia/Yekaterinburg")
LATE = Ask(AskCode.LATE)
BEFORE = next(n for n, each in enumerate(MIGRATIONS) if any("CREATE TABLE planned" in text for text in each))


@pytest.fixture
def planned(connection: sqlite3.Connection) -> Planned:
    return Planned(connection)


def send(connection: sqlite3.Connection, plan: Plan) -> int:
    """Records a send of a plan, as the way out does."""
    planned = Planned(connection)
    return (
        Outbox(History(connection), lambda: planned)
        .record(
            ACCOUNT,
            "push",
            PUSH.request,
            everyone=False,
            query_text=PUSH.query_text,
            expected=100,
            summary="Распродажа",
            words="Распродажа",
            plan=plan,
        )
        .id
    )


def test_a_plan_is_on_the_disk_as_it_was_approved(planned: Planned, path: Path) -> None:
    made = planned.add(new_plan())
    assert (made.state, made.ask, made.send_id, made.fired_at) == (PlanState.PLANNED, None, None, None)
    assert {name: getattr(made, name) for name in vars(new_plan())} == vars(new_plan())
    second = planned.add(new_plan(TEN, summary="Second"))
    connection = open_database(path)
    try:
        assert Planned(connection).open() == [made, second]
    finally:
        connection.close()


def test_it_becomes_a_send_in_one_transaction_and_once(planned: Planned, connection: sqlite3.Connection) -> None:
    made = planned.add(new_plan())
    send_id = send(connection, made)
    fired = planned.get(made.id)
    assert fired is not None
    assert (fired.state, fired.send_id, fired.content) == (PlanState.FIRED, send_id, {})
    row = History(connection).get(send_id)
    assert row is not None
    assert (row.outcome, row.planned_for) == (Outcome.SENDING, "2026-12-02T09:00 Europe/Moscow")
    assert planned.open() == []
    with pytest.raises(AlreadyDecided):
        send(connection, made)
    assert History(connection).get(send_id + 1) is None  # nothing was written for the second


def test_a_restart_finds_what_was_on_its_way_in_doubt_and_no_plan_of_it(
    planned: Planned, connection: sqlite3.Connection
) -> None:
    send_id = send(connection, planned.add(new_plan()))
    ended = History(connection).close_open_sends()
    assert [(each.id, each.outcome, each.reason) for each in ended] == [(send_id, Outcome.UNKNOWN, "app_closed")]
    assert planned.at_start() == []
    assert planned.open() == []


@pytest.mark.parametrize("written", ["BEFORE INSERT ON sends", "BEFORE UPDATE ON planned", "AFTER UPDATE ON planned"])
def test_where_the_disk_fails_as_it_is_recorded_it_is_planned_as_before(
    planned: Planned, connection: sqlite3.Connection, written: str
) -> None:
    made = planned.add(new_plan())
    connection.execute(f"CREATE TRIGGER full {written} BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(StorageFailed):
        send(connection, made)
    assert planned.open() == [made]
    assert connection.execute("SELECT count(*) FROM sends").fetchone() == (0,)


def test_what_was_cancelled_or_asked_about_is_sent_by_an_answer_alone(
    planned: Planned, connection: sqlite3.Connection
) -> None:
    made = planned.add(new_plan())
    asked = planned.ask(made.id, Ask(AskCode.MOVED, {"was": 100, "now": 200}))
    assert (asked.state, asked.ask) == (PlanState.ASKED, Ask(AskCode.MOVED, {"was": 100, "now": 200}))
    assert planned.open() == [asked]
    gone = planned.cancel(made.id)
    assert gone == asked
    assert planned.open() == []
    acts: list[Callable[[], object]] = [
        lambda: planned.cancel(made.id),
        lambda: planned.ask(made.id, LATE),
        lambda: planned.move(made.id, TEN),
        lambda: send(connection, made),
    ]
    for act in acts:
        with pytest.raises(AlreadyDecided):
            act()
    again = planned.put_back(gone)
    assert (again.when, again.ask, again.content) == (NINE, gone.ask, gone.content)
    assert again.id != made.id
    send(connection, again)  # "send now" is an answer
    acts = [lambda: planned.cancel(again.id), lambda: planned.replace(again.id, new_plan())]
    for act in acts:
        with pytest.raises(AlreadyDecided):
            act()


def test_another_time_answers_what_was_asked_about_the_time_and_nothing_else(planned: Planned) -> None:
    made = planned.add(new_plan())
    for ask, answered in (
        (LATE, True),
        (Ask(AskCode.QUIET_HOURS), True),
        (Ask(AskCode.KEYS_CHANGED), False),
        (Ask(AskCode.MOVED, {"was": 1, "now": 2}), False),
        (Ask(AskCode.ERROR), False),
    ):
        planned.ask(made.id, ask)
        moved = planned.move(made.id, TEN)
        assert moved.when == TEN
        assert moved.state is (PlanState.PLANNED if answered else PlanState.ASKED)
        assert moved.ask == (None if answered else ask)
    anew = planned.replace(made.id, new_plan(expected=7))
    assert (anew.id, anew.state, anew.ask, anew.expected, anew.when) == (made.id, PlanState.PLANNED, None, 7, NINE)


def test_another_question_than_a_person_saw_waits_for_another_answer(planned: Planned) -> None:
    made = planned.add(new_plan())

    def answer(content: JsonObject, ask: Ask | None) -> JsonObject:
        return {**content, "answered": None if ask is None else ask.code.value}

    planned.ask(made.id, Ask(AskCode.ERROR))  # while the dialog for another time was open
    moved = planned.move(made.id, TEN, Agreed(None, answer))
    assert (moved.when, moved.ask, moved.content["answered"]) == (TEN, Ask(AskCode.ERROR), None)
    seen = planned.ask(made.id, Ask(AskCode.PEOPLE_MOVED, {"was": 3, "now": 2}))
    planned.ask(made.id, Ask(AskCode.PEOPLE_MOVED, {"was": 3, "now": 1}))
    moved = planned.move(made.id, TEN, Agreed(seen.ask, answer))
    assert (moved.state, moved.content["answered"]) == (PlanState.ASKED, None)
    moved = planned.move(made.id, TEN, Agreed(moved.ask, answer))
    assert (moved.state, moved.ask, moved.content["answered"]) == (PlanState.PLANNED, None, "people_moved")
    # What was approved anew meanwhile is not put back to what it was.
    anew: JsonObject = {**new_plan().content, "query_text": "another"}
    planned.replace(made.id, new_plan(content=anew))
    moved = planned.move(made.id, TEN, Agreed(None, answer))
    assert moved.content == {**anew, "answered": None}


def test_an_error_of_the_app_has_all_ask_but_what_is_decided(planned: Planned, connection: sqlite3.Connection) -> None:
    first, second, third = (planned.add(new_plan(summary=name)) for name in "abc")
    send(connection, second)
    planned.cancel(third.id)
    asked = planned.ask_all(Ask(AskCode.ERROR), [first.id, second.id, third.id, 99])
    assert [(each.id, each.ask) for each in asked] == [(first.id, Ask(AskCode.ERROR))]


def test_of_a_campaign_there_is_one_plan_and_it_starts_once(planned: Planned, connection: sqlite3.Connection) -> None:
    campaign = approved(Stores.over(connection).campaigns, 3)
    made = planned.add(new_plan(campaign_id=campaign))
    with pytest.raises(StorageFailed):
        planned.add(new_plan(campaign_id=campaign))
    with pytest.raises(AlreadyDecided):
        send(connection, made)  # it has no message of its own
    assert planned.claim_campaign(made.id).state is PlanState.FIRED
    with pytest.raises(AlreadyDecided):
        planned.claim_campaign(made.id)
    # The app ended before the campaign ran: nothing of it left, and it is not forgotten.
    (asked,) = planned.at_start()
    assert (asked.id, asked.state, asked.ask) == (made.id, PlanState.ASKED, Ask(AskCode.INTERRUPTED))
    assert planned.open() == [asked]
    assert planned.at_start() == []


def test_a_single_plan_is_no_campaign(planned: Planned) -> None:
    made = planned.add(new_plan())
    with pytest.raises(AlreadyDecided):
        planned.claim_campaign(made.id)


def test_what_cannot_be_read_asks_and_is_not_forgotten(planned: Planned, connection: sqlite3.Connection) -> None:
    for change in ("content = '{'", "content = '[]'", "state = 'asked', why = 'of a version to come'"):
        made = planned.add(new_plan())
        connection.execute(f"UPDATE planned SET {change} WHERE id = ?", (made.id,))
        (found,) = planned.open()
        assert (found.id, found.state, found.ask) == (made.id, PlanState.ASKED, Ask(AskCode.DAMAGED))
        planned.cancel(made.id)


def test_a_plan_carries_no_keys_and_no_offset(planned: Planned) -> None:
    content: JsonObject = {**new_plan().content, "message": {"msg": {}, "acc": "secret"}}
    with pytest.raises(ValueError, match="acc"):
        planned.add(new_plan(content=content))
    with pytest.raises(ValueError, match="offset"):
        planned.add(new_plan(When(datetime(2026, 12, 2, 9, tzinfo=UTC), "UTC")))
    assert planned.open() == []


def test_a_database_of_before_has_nothing_planned(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    connection = open_database(path, MIGRATIONS[:BEFORE])
    connection.execute(
        "INSERT INTO sends (channel, account_id, outcome, count, everyone, created_at, settled_at, account_name,"
        " environment, address, application_id, collection, reason, error_code, error_message, summary, detail, answer,"
        " query_text, request) VALUES ('push', 'a', 'sent', '1', 0, '2026-01-01T00:00:00+00:00',"
        " '2026-01-01T00:00:00+00:00', 'A', 'test', 'x', 'y', 'devices', '', '', '', '', '', '', '{}', '{}')"
    )
    connection.close()
    connection = open_database(path)
    try:
        assert Planned(connection).open() == []
        row = History(connection).get(1)
        assert row is not None
        assert row.planned_for is None
    finally:
        connection.close()


def test_in_the_words_of_a_plan_nothing_of_its_content_is_shown() -> None:
    text = repr(dataclasses.replace(new_plan(), content={"message": "Secret text"}))
    assert "Secret" not in text
