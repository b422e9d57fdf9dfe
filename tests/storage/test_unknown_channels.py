"""Codes of channels that this version does not know: kept, given as what they are, and taken for no other channel."""

import contextlib
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.template import Template
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.storage.saved_drafts import Content, SavedDrafts
from scoro_desktop.storage.templates import Templates
from tests.scorocode.accounts import an_account
from tests.storage.sends import new_send

BEFORE = MIGRATIONS[: next(n for n, each in enumerate(MIGRATIONS) if "PRAGMA writable_schema = ON" in each)]
"""The versions whose tables named the channels."""
TABLES = ("sends", "saved_drafts", "templates")


def fill(connection: sqlite3.Connection, beside: Path) -> None:
    """Writes a row of each kind; `beside` is a database of today, which has columns that this one may lack."""
    with contextlib.closing(open_database(beside)) as today:
        History(today).record(new_send())
        cursor = today.execute("SELECT * FROM sends")
        row = dict(zip((each[0] for each in cursor.description), cursor.fetchone(), strict=True))
    known = [name for _, name, *_ in connection.execute("PRAGMA table_info(sends)")]
    sql = f"INSERT INTO sends ({', '.join(known)}) VALUES ({', '.join('?' * len(known))})"
    connection.execute(sql, [row[name] for name in known])
    connection.execute(
        "INSERT INTO saved_drafts (channel, name, name_key, created_at, changed_at, summary, words, state)"
        " VALUES ('sms', 'Sale', 'sale', ?, ?, 'Sale', 'sale', '{\"form\":{}}')",
        ["2026-01-01T00:00:00+00:00"] * 2,
    )
    connection.execute(
        "INSERT INTO templates (name, channel, tags, variables, changed_at, message)"
        " VALUES ('Sale', 'push', '[]', '[]', '2026-01-01T00:00:00+00:00', '{\"msg\":{}}')"
    )


def rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(f"SELECT * FROM {table}").fetchall()


def rename(connection: sqlite3.Connection) -> None:
    """Leaves what another version would have written."""
    for table in TABLES:
        connection.execute(f"UPDATE {table} SET channel = 'whisper'")
    connection.commit()


def test_a_database_of_before_takes_any_code_and_keeps_its_rows_and_its_other_checks(path: Path) -> None:
    with contextlib.closing(open_database(path, BEFORE)) as connection:
        fill(connection, path.with_name("today.db"))
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE sends SET channel = 'whisper'")
        before = {table: rows(connection, table) for table in TABLES}
    with contextlib.closing(open_database(path)) as connection:
        after = {table: rows(connection, table) for table in TABLES}
        for table in TABLES:
            assert [new[: len(old)] for new, old in zip(after[table], before[table], strict=True)] == before[table]
        rename(connection)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE sends SET outcome = 'perhaps'")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE sends SET everyone = 2")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA writable_schema").fetchone() == (0,)


def test_a_window_that_was_open_meanwhile_sees_the_same_tables(path: Path) -> None:
    with (
        contextlib.closing(open_database(path, BEFORE)) as earlier,
        contextlib.closing(open_database(path)) as connection,
    ):
        fill(earlier, path.with_name("today.db"))
        rename(earlier)
        assert connection.execute("SELECT channel FROM sends").fetchall() == [("whisper",)]


def test_a_send_and_a_draft_say_their_code_and_other_templates_are_there(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    fill(connection, tmp_path / "today.db")
    rename(connection)
    Templates(connection).add(Template("Known", Channel.SMS, {"msg": {}}))
    (line,) = History(connection).page(HistoryFilter(), 0, 10)
    assert line.channel == "whisper"
    (draft,) = SavedDrafts(connection).named()
    assert draft.channel == "whisper"
    assert [each.template.name for each in Templates(connection).all()] == ["Known"]
    assert Templates(connection).of_unknown_channels() == [("Sale", "whisper")]
    assert Templates(connection).named("Sale") is None


def test_such_a_send_is_none_that_went_by_another_channel(connection: sqlite3.Connection) -> None:
    history = History(connection)
    send = history.record(new_send())
    account = an_account(id=send.account_id)
    day = timedelta(days=1)
    assert history.sent_before(account, "push", send.request, day) is not None
    rename(connection)
    assert history.sent_before(account, "push", send.request, day) is None


@pytest.mark.parametrize("code", ["whisper", "", "PUSH"])
def test_nothing_is_recorded_by_a_channel_that_is_none(connection: sqlite3.Connection, code: str) -> None:
    with pytest.raises(ValueError, match="channel"):
        History(connection).record(new_send(channel=code))
    content = Content({"form": {}}, "Sale", "sale")
    with pytest.raises(ValueError, match="channel"):
        SavedDrafts(connection).add(code, "Sale", content)
    with pytest.raises(ValueError, match="channel"):
        SavedDrafts(connection).put_aside(code, content)
    assert [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in TABLES] == [(0,)] * 3
