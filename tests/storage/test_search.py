"""The history and the drafts are searched by what a reader sees, in rows of every version."""

import functools
import sqlite3
import unicodedata
from pathlib import Path

import pytest

from scoro_desktop import wire
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.draft_states import state_text
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.migrations import MIGRATIONS, Mending
from scoro_desktop.storage.saved_drafts import Content, SavedDrafts
from scoro_desktop.storage.search import is_found
from scoro_desktop.wire import JsonObject
from tests.messages.test_searching import SAME
from tests.storage.sends import new_send

BEFORE = MIGRATIONS.index((Mending.WORDS,))
HALVES = [("летняя рас\u200bпродажа", "продажа"), ("рас\u00adпродажа", "рас")]


def found(connection: sqlite3.Connection, typed: str) -> list[str]:
    return [each.summary for each in History(connection).page(HistoryFilter(text=typed), 0, 10)]


def record(connection: sqlite3.Connection, text: str) -> None:
    body = {"coll": "users", "query": {}, "msg": {"text": text}}
    words = Request.from_wire(Channel.SMS, body).words()  # type: ignore[arg-type]
    History(connection).record(new_send(channel="sms", request=body, summary=text, words=words))


def test_a_send_is_found_however_it_is_typed(connection: sqlite3.Connection) -> None:
    for text, typed in (*SAME, *HALVES):
        record(connection, text)
        assert text in found(connection, typed), (text, typed)
    assert found(connection, "qqq") == []


@functools.cache
def as_before(text: str) -> str:
    """The words that the version before put into the index. They are asked for the same texts over and over."""
    kept = []
    for each in unicodedata.normalize("NFC", text).casefold().replace("ё", "е"):
        category = unicodedata.category(each)
        kept.append(f" {each} " if category == "So" else each if category[0] in "LNM" else " ")
    return " ".join("".join(kept).split())


def record_before(old: sqlite3.Connection, send_id: int, text: str, request: str = "") -> None:
    """A row as the version before left it, with its words."""
    body: JsonObject = {"coll": "users", "query": {}, "msg": {"text": text}}
    values = {
        "id": send_id,
        "channel": "sms",
        "account_id": "a",
        "outcome": "unknown",
        "everyone": 0,
        "reason": "",
        "created_at": "2026-01-01T00:00:00+00:00",
        "settled_at": "2026-01-01T00:00:01+00:00",
        "account_name": "a",
        "environment": "test",
        "address": "",
        "application_id": "",
        "collection": "users",
        "error_code": "",
        "error_message": "",
        "summary": text,
        "detail": "",
        "answer": "",
        "query_text": "{}",
        "request": request or wire.compact(body).decode(),
    }
    names = ", ".join(values)
    places = ", ".join("?" * len(values))
    old.execute(f"INSERT INTO sends ({names}) VALUES ({places})", tuple(values.values()))
    old.execute("INSERT INTO sends_words (rowid, words) VALUES (?, ?)", (send_id, as_before(text)))


def test_what_was_sent_and_kept_by_a_version_before_is_found_too(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = open_database(path, MIGRATIONS[:BEFORE])
    for at, (text, _) in enumerate(SAME, start=1):
        record_before(old, at, text)
    old.execute(
        "INSERT INTO saved_drafts (channel, name, name_key, created_at, changed_at, summary, words, state)"
        " VALUES ('push', 'n', 'n', ?, ?, 's', 'рас продажа', ?)",
        (*["2026-01-01T00:00:00+00:00"] * 2, state_text({"form": ["Рас\u00adпродажа"]})),
    )
    old.close()
    connection = open_database(path)
    for text, typed in SAME:
        assert text in found(connection, typed), (text, typed)
    assert found(connection, "qqq") == []
    connection.execute("INSERT INTO sends_words (sends_words) VALUES ('integrity-check')")
    (draft,) = SavedDrafts(connection).named()
    assert is_found(draft.text(), "распродажа")
    assert is_found(draft.text(), "продажа")
    connection.close()


def test_a_row_that_cannot_be_read_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = open_database(path, MIGRATIONS[:BEFORE])
    record_before(old, 1, "Рас\u00adпродажа", '{"msg": "\u00ad')
    old.close()
    connection = open_database(path)
    assert connection.execute("SELECT count(*) FROM sends").fetchone() == (1,)
    connection.close()


@pytest.mark.parametrize(("text", "typed"), [*SAME, *HALVES])
def test_a_draft_is_found(connection: sqlite3.Connection, text: str, typed: str) -> None:
    drafts = SavedDrafts(connection)
    assert is_found(drafts.add("push", "n", Content({}, "s", text)).text(), typed)
    if (text, typed) not in HALVES:  # a name is kept without what hides in it
        assert is_found(drafts.add("push", f"{text} 2", Content({}, "s", "")).text(), typed)
    assert not is_found(drafts.add("push", "m", Content({}, "s", text)).text(), typed + "qqq")
