import contextlib
import sqlite3
import threading
from pathlib import Path

import pytest

from scoro_desktop.storage.database import StorageFailed, open_database, place_of, read_rows
from scoro_desktop.storage.draft_states import Holding
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.saved_drafts import Content, SavedDrafts
from scoro_desktop.wire import JsonObject
from tests.sending.later.plans import new_plan
from tests.storage.kept_drafts import save


def test_a_draft_is_there_at_the_next_start(path: Path) -> None:
    push: JsonObject = {"title": "Ёлка 🎉 half: \ud83d", "badge": 2**70, "data": [None, True, 1.5], "empty": {}}
    with contextlib.closing(open_database(path)) as connection:
        drafts = Drafts(place_of(connection))
        save(drafts, "push", {"title": "older"})
        save(drafts, "push", push)
        save(drafts, "sms", {"text": "hello"})
    with contextlib.closing(open_database(path)) as connection:
        drafts = Drafts(place_of(connection))
        assert drafts.load("push") == push
        assert drafts.load("sms") == {"text": "hello"}


def test_no_draft(connection: sqlite3.Connection) -> None:
    assert Drafts(place_of(connection)).load("push") is None


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", '{"a":1,"a":2}'])
def test_a_draft_that_cannot_be_read_is_not_taken_for_none(connection: sqlite3.Connection, text: str) -> None:
    connection.execute("INSERT INTO drafts (name, state) VALUES ('push', ?)", (text,))
    with pytest.raises(StorageFailed) as caught:
        Drafts(place_of(connection)).load("push")
    assert caught.value.is_damage


def test_what_json_cannot_carry_leaves_the_draft_that_was(connection: sqlite3.Connection) -> None:
    drafts = Drafts(place_of(connection))
    save(drafts, "push", {"n": 1})
    with pytest.raises(ValueError):
        save(drafts, "push", {"n": float("inf")})
    assert drafts.load("push") == {"n": 1}


def test_what_the_disk_did_not_take_is_given_out_and_is_not_taken_for_kept(connection: sqlite3.Connection) -> None:
    drafts = Drafts(place_of(connection))
    state: JsonObject = {"title": "typed"}
    connection.execute("ALTER TABLE drafts RENAME TO away")
    for _ in range(2):
        with pytest.raises(StorageFailed):
            save(drafts, "push", state)
        assert drafts.load("push") == state
        assert drafts.behind()
        assert list(drafts.unkept()) == ["push"]
        assert not drafts.has("push")
    connection.execute("ALTER TABLE away RENAME TO drafts")
    save(drafts, "push", state)
    assert not drafts.behind()
    assert drafts.unkept() == {}


def aside(title: str) -> Content:
    return Content({"form": {"title": title}}, title, title)


def test_what_stood_in_a_tab_is_put_aside_before_anything_is_written_over_it(connection: sqlite3.Connection) -> None:
    drafts, told = Drafts(place_of(connection)), list[object]()
    save(drafts, "push", {"form": {"title": "first"}})
    connection.execute("ALTER TABLE saved_drafts RENAME TO away")
    drafts.put_aside("push", aside("first"), told.append)
    with pytest.raises(StorageFailed):
        save(drafts, "push", {"form": {"title": "second"}})
    assert all(isinstance(each, StorageFailed) for each in told)
    assert read_rows(connection, "SELECT state FROM drafts") == [('{"form":{"title":"first"}}',)]
    assert drafts.load("push") == {"form": {"title": "second"}}
    connection.execute("ALTER TABLE away RENAME TO saved_drafts")
    save(drafts, "push", {"form": {"title": "third"}})
    assert told[-1] is None
    assert [each.summary for each in SavedDrafts(connection).put_aside_ones()] == ["first"]
    assert drafts.unkept() == {}


def test_what_no_disk_takes_does_not_keep_a_tab_from_being_written(connection: sqlite3.Connection) -> None:
    drafts, told = Drafts(place_of(connection)), list[object]()
    drafts.put_aside("push", Content({"form": {"n": float("inf")}}, "", ""), told.append)
    save(drafts, "push", {"form": {}})
    (why,) = told
    assert isinstance(why, ValueError)
    assert SavedDrafts(connection).put_aside_ones() == []


def test_a_plan_ends_in_the_transaction_that_writes_its_message(connection: sqlite3.Connection) -> None:
    drafts, planned, told = Drafts(place_of(connection)), Planned(connection), list[object]()
    ids = [planned.add(new_plan()).id for _ in range(3)]
    connection.execute("ALTER TABLE drafts RENAME TO away")
    drafts.keep("push", {"form": {"title": "a"}}, told.append, plan=ids[0])
    drafts.flush()
    assert len(planned.open()) == 3, "the draft was not written"
    connection.execute("ALTER TABLE away RENAME TO drafts")
    save(drafts, "push", {"form": {"title": "a"}})
    assert len(planned.open()) == 3, "it was told that it stays planned"
    drafts.keep("push", {"form": {"title": "b"}}, told.append, plan=ids[1])
    drafts.keep("push", {"form": {"title": "b, edited"}}, told.append)
    drafts.flush()
    assert [each.id for each in planned.open()] == [ids[0], ids[2]]
    assert drafts.load("push") == {"form": {"title": "b, edited"}}


def test_a_plan_does_not_end_with_a_state_that_was_written_before_its_message(connection: sqlite3.Connection) -> None:
    """The thread comes to two states in one go, and the first is that of a draft with a name, not the plan's."""
    drafts, planned, told = Drafts(place_of(connection)), Planned(connection), list[object]()
    named = SavedDrafts(connection).add("push", "Autumn", aside("x"))
    plan = planned.add(new_plan())
    message: JsonObject = {"form": {"n": float("inf")}}  # which no disk takes

    def meanwhile(error: Exception | None) -> None:
        told.append(error)
        drafts.keep("push", {"form": {"title": "x, edited"}}, told.append, Holding(named, "x", "x"))
        drafts.keep("push", message, told.append, plan=plan.id)

    drafts.keep("push", {"form": {"title": "before"}}, meanwhile)
    drafts.flush()
    assert [type(each) for each in told] == [type(None), type(None), ValueError]
    assert planned.open() == [plan], "its message is nowhere else"


def test_nothing_of_a_barred_tab_is_written_before_it_is_freed(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO drafts (name, state) VALUES ('push', 'torn')")
    drafts, told = Drafts(place_of(connection)), list[Exception | None]()
    drafts.bar("push")
    drafts.keep("push", {"title": "one"}, told.append)
    is_kept = threading.Event()
    drafts.keep("sms", {"text": "goes on"}, lambda _error: is_kept.set())
    assert is_kept.wait(20)
    assert not drafts.flush(0)
    assert drafts.flush(barred=False), "the thread that is to copy the tab may wait for the others"
    assert _states(connection) == {"push": "torn", "sms": '{"text":"goes on"}'}
    assert (drafts.load("push"), drafts.unkept()) == ({"title": "one"}, {})
    why = StorageFailed("SQLITE_FULL", "no room")
    drafts.refuse("push", why)
    assert drafts.flush()
    assert (told[-1], drafts.unkept(), drafts.refused()) == (why, {"push": why}, {"push": why})
    drafts.keep("push", {"title": "two"}, told.append)
    assert drafts.flush()
    assert (told[-1], _states(connection)["push"]) == (why, "torn")
    drafts.bar("push")
    drafts.keep("push", {"title": "three"}, told.append)
    drafts.free("push")
    assert drafts.flush()
    assert (told[-1], drafts.unkept(), drafts.refused()) == (None, {}, {})
    assert _states(connection)["push"] == '{"title":"three"}'


def test_a_plan_stays_where_the_tab_of_its_message_is_barred(connection: sqlite3.Connection) -> None:
    made = Planned(connection).add(new_plan())
    drafts, told = Drafts(place_of(connection)), list[Exception | None]()
    why = StorageFailed("SQLITE_FULL", "no room")
    drafts.bar("push")
    drafts.keep("push", {"title": "one"}, told.append, plan=made.id)
    drafts.refuse("push", why)
    assert drafts.flush()
    assert (told, Planned(connection).open()) == ([why], [made])
    drafts.free("push")
    drafts.keep("push", {"title": "two"}, told.append)
    assert drafts.flush()
    assert Planned(connection).open() == [made], "it was told that it stays"


def _states(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(read_rows(connection, "SELECT name, state FROM drafts"))
