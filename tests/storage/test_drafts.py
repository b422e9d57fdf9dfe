import contextlib
import sqlite3
from pathlib import Path

import pytest

from scoro_desktop.storage.database import StorageFailed, open_database, place_of
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.wire import JsonObject
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
