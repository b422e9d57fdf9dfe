"""A database of a version before is opened by this one, whatever in it is damaged or odd; what is whole is mended."""

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.copies import kept
from scoro_desktop.storage.database import BrokenDatabase, open_database
from scoro_desktop.storage.history import History, HistoryFilter, SendLine
from scoro_desktop.storage.migrations import MIGRATIONS, Mending
from tests.storage.sends import new_send
from tests.storage.test_damage import zero_a_leaf_of
from tests.storage.test_search import record_before

WHEN = "2026-01-01T00:00:00+00:00"
DRAFT = (
    "INSERT INTO saved_drafts (channel, name, name_key, created_at, changed_at, summary, words, state)"
    f" VALUES ('sms', ?, ?, '{WHEN}', '{WHEN}', '', 'words', ?)"
)
VERSIONS = range(8, 13)


def old_database(path: Path, version: int = 8, rows: int = 60) -> None:
    """Sends, the tenth of which holds a word with something that shows nothing; long enough to overflow a page."""
    with contextlib.closing(open_database(path, MIGRATIONS[:version])) as old:
        old.execute("PRAGMA synchronous = OFF")
        for at in range(1, rows + 1):
            word = "Рас\u00adпродажа" if at % 10 == 0 else "Sale"
            record_before(old, at, f"word{at} {word} " + "x" * 5000)


def found(connection: sqlite3.Connection, typed: str) -> list[int]:
    return [each.id for each in History(connection).page(HistoryFilter(text=typed), 0, 100)]


def is_newest(connection: sqlite3.Connection) -> bool:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return bool(version == len(MIGRATIONS))


@pytest.mark.parametrize("version", VERSIONS)
def test_every_kind_of_row_of_before_is_taken_over(version: int, path: Path) -> None:
    old_database(path, version, 3)
    names = ["two\nlines", "Sale", "\u202e", "", "\ufeff", "e\u0301\x00", "\U000e0041x"]
    states = ['{"form": ["Рас\u00adпродажа"]}', "{", "", "null", '"\\ud83d\u00ad"', "[" * 5000 + "\u00ad"]
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.executemany(DRAFT, [(None, None, each) for each in states])
        old.executemany(DRAFT, [(each, each, "{}") for each in names])
        old.execute(DRAFT, ("odd", "k", "{}"))
        old.execute(
            "UPDATE saved_drafts SET name = CAST(x'ff0a' AS TEXT), state = CAST(x'c2' AS TEXT) WHERE name = 'odd'"
        )
        old.executemany(
            "INSERT INTO templates (name, channel, tags, variables, changed_at, message) VALUES (?, 'sms', '[]', '[]',"
            f" '{WHEN}', '{{}}')",
            [(each,) for each in names],
        )
        old.executemany(
            "INSERT INTO audiences (collection, name, query_text, is_test) VALUES ('users', ?, '{}', 0)",
            [(each,) for each in names],
        )
        old.execute("INSERT INTO drafts (name, state, draft_id) VALUES ('sms', '{}', 1)")
        old.execute("UPDATE sends SET request = CAST(x'c2adff' AS TEXT) WHERE id = 2")
        old.commit()
    with contextlib.closing(open_database(path)) as connection:
        assert is_newest(connection)
        assert connection.execute("SELECT count(*) FROM saved_drafts WHERE name IS NULL").fetchone() == (len(states),)
        assert connection.execute("SELECT count(*) FROM saved_drafts").fetchone() == (len(states) + len(names) + 1,)
        kept = {name for (name,) in connection.execute("SELECT name FROM templates")}
        assert ("two\nlines" in kept) == (version == 12)
        assert "Sale" in kept
        assert len(kept) == len(names)
        assert connection.execute("SELECT CAST(name AS BLOB) FROM saved_drafts WHERE name_key = 'k'").fetchone() == (
            b"\xff\x0a",
        )


def damage_an_overflow_page(path: Path) -> None:
    """Cuts the chain of pages that the request of send 30 goes over."""
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = path.read_bytes()
    page = data.index(b'"text":"word30 ') // 4096 * 4096
    path.write_bytes(data[:page] + b"\xff\xff\xff\xff" + data[page + 4 :])


def damage_a_leaf(path: Path) -> None:
    zero_a_leaf_of(path, "sends")


def cut_the_end_off(path: Path) -> None:
    """Takes away the last page on which words of a send stand, and what stands behind it."""
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    os.truncate(path, path.read_bytes().rindex(b"xxxx") // 4096 * 4096)


def cut_within_a_page(path: Path) -> None:
    cut_the_end_off(path)
    os.truncate(path, path.stat().st_size - 1000)


def cut_many_off(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    os.truncate(path, path.stat().st_size // 4096 * 3 // 4 * 4096)


def damage_the_letters(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.execute("UPDATE sends SET request = CAST(x'7b22c2ad22ff7d' AS TEXT) WHERE id = 30")
        old.commit()


def empty_the_index(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.execute("DELETE FROM sends_words_data")
        old.commit()


def shorten_the_index(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.execute("UPDATE sends_words_data SET block = substr(block, 1, 9) WHERE id > 100")
        old.commit()


def zero_the_index(path: Path) -> None:
    zero_a_leaf_of(path, "sends_words_data")


@pytest.mark.parametrize(
    ("version", "damage"),
    [
        (1, damage_an_overflow_page),
        (1, empty_the_index),
        (8, damage_an_overflow_page),
        (8, damage_a_leaf),
        (8, damage_the_letters),
        (8, empty_the_index),
        (8, shorten_the_index),
        (8, zero_the_index),
        (12, damage_a_leaf),
    ],
)
def test_damage_does_not_keep_the_app_from_its_start(version: int, damage: Callable[[Path], None], path: Path) -> None:
    old_database(path, version)
    damage(path)
    with contextlib.closing(open_database(path)) as connection:
        assert is_newest(connection)
        history = History(connection)
        rows = history.rows(HistoryFilter(), 0, 100)
        lines = history.page(HistoryFilter(), 0, 100)
        assert len(lines) >= 45
        assert {line.id for line in lines} <= {row.id for row in rows}
        if "index" not in damage.__name__ and version < 12:
            assert 10 in found(connection, "распродажа")
    with contextlib.closing(open_database(path)) as again:
        assert len(History(again).page(HistoryFilter(), 0, 100)) == len(lines)


@pytest.mark.parametrize("damage", [damage_a_leaf, cut_the_end_off, cut_within_a_page, cut_many_off])
@pytest.mark.parametrize("version", [1, 2, 3, len(MIGRATIONS)])
def test_a_history_of_every_version_that_lost_pages_is_shown_and_copied_as_it_was(
    version: int, damage: Callable[[Path], None], path: Path
) -> None:
    old_database(path, version, 60)
    damage(path)
    found_so = path.read_bytes()
    with contextlib.closing(open_database(path)) as connection:
        assert is_newest(connection)
        history = History(connection)
        shown = [row for row in history.rows(HistoryFilter(), 0, 100) if isinstance(row, SendLine)]
        assert 20 < len(shown) < 60 or (damage is not damage_a_leaf and len(shown) > 20)
        assert all(row.summary.startswith(f"word{row.id} ") for row in shown)
        assert connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",)
        if damage is damage_a_leaf:  # a page that new rows would stand on takes none
            assert history.record(new_send()).outcome is Outcome.SENDING
    copies = [each.read_bytes() for each in path.parent.glob(f"{path.stem}.damaged-*{path.suffix}")]
    if damage is not damage_a_leaf:
        assert found_so in copies
    elif version < len(MIGRATIONS):
        assert len(copies) == 1
        assert with_its_counters_taken_out(copies[0]) == with_its_counters_taken_out(found_so)
    assert kept(path) == []  # none of a time when all was well
    with contextlib.closing(open_database(path)) as again:
        assert {row.id for row in shown} <= {row.id for row in History(again).rows(HistoryFilter(), 0, 100)}


def with_its_counters_taken_out(data: bytes) -> bytes:
    """A copy by SQLite says anew which way it is to be written, how often it was changed, and by which version."""
    return data[:18] + data[20:24] + data[28:40] + data[44:92] + data[100:]


def test_a_file_that_lost_most_of_itself_is_left_alone(path: Path) -> None:
    old_database(path, 3, 60)
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    os.truncate(path, path.stat().st_size // 4096 // 3 * 4096)
    found_so = path.read_bytes()
    with pytest.raises(BrokenDatabase):
        open_database(path)
    assert path.read_bytes() == found_so
    assert [each.name for each in path.parent.iterdir() if "damaged" in each.name] == []


def test_a_file_of_another_application_that_was_cut_short_is_put_back(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE notes (words TEXT)")
        other.executemany("INSERT INTO notes VALUES (?)", [("x" * 3000,)] * 20)
    os.truncate(path, path.stat().st_size - 4096)
    found_so = path.read_bytes()
    for _ in range(2):
        with pytest.raises(BrokenDatabase):
            open_database(path)
        assert [each.read_bytes() for each in path.parent.iterdir() if each.is_file()] == [found_so]


@pytest.mark.parametrize(
    ("reason", "code", "status", "answer", "now"),
    [
        ("server_said_no", "500", 200, "", "server_failed"),
        ("server_said_no", "503.0", 200, "", "server_failed"),
        ("server_said_no", "400", 502, "", "server_failed"),
        ("server_said_no", "408", 200, "", "server_failed"),
        ("server_said_no", "", 499, "", "server_failed"),
        ("server_said_no", "", 200, "", "server_failed"),
        ("server_said_no", "400", 400, '{"error": true, "errCode": 400, "count": 7}', "server_failed"),
        ("not_json_refusal", "", 408, "", "given_up"),
        ("not_json_refusal", "", 425, "", "given_up"),
        ("not_json_refusal", "", 460, "<html>", "given_up"),
        ("not_json_refusal", "", 499, "", "given_up"),
        ("not_json_refusal", "", 503, "", "gateway"),
        ("not_json_refusal", "", 500, "", "unreadable"),
        ("redirect", "", 301, "", "redirect"),
        ("redirect", "", 302, "", "redirect"),
        ("redirect", "", 303, "", "redirect"),
        ("redirect", "", 307, "", None),
        ("redirect", "", 308, "", None),
        ("server_said_no", "400", 200, "", None),
        ("server_said_no", "401", 401, "{", None),
        ("server_said_no", "400", None, "", None),
        ("not_json_refusal", "", 403, "", None),
        ("bad_account", "", None, "", None),
    ],
)
def test_a_failure_that_was_taken_for_a_refusal_is_unknown(
    reason: str, code: str, status: int | None, answer: str, now: str | None, path: Path
) -> None:
    with contextlib.closing(open_database(path, MIGRATIONS[: MIGRATIONS.index((Mending.OUTCOMES,))])) as old:
        record_before(old, 1, "Sale")
        old.execute(
            "UPDATE sends SET outcome = 'refused', reason = ?, error_code = ?, http_status = ?, answer = ?",
            (reason, code, status, answer),
        )
        before = old.execute("SELECT settled_at, error_code, http_status, answer, request FROM sends").fetchone()
    with contextlib.closing(open_database(path)) as connection:
        wanted = ("refused", reason) if now is None else ("unknown", now)
        assert connection.execute("SELECT outcome, reason FROM sends").fetchone() == wanted
        after = connection.execute("SELECT settled_at, error_code, http_status, answer, request FROM sends").fetchone()
        assert after == before


@pytest.mark.parametrize("outcome", ["sent", "not_sent", "unknown"])
def test_other_outcomes_stay(outcome: str, path: Path) -> None:
    with contextlib.closing(open_database(path, MIGRATIONS[:8])) as old:
        record_before(old, 1, "Sale")
        count = "'3'" if outcome == "sent" else "NULL"
        old.execute(f"UPDATE sends SET outcome = ?, count = {count}, http_status = 500, reason = 'reset'", (outcome,))
    with contextlib.closing(open_database(path)) as connection:
        assert connection.execute("SELECT outcome, reason FROM sends").fetchone() == (outcome, "reset")
