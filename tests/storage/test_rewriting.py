"""A table written anew while the app goes on with it: the same rows on other pages, and nothing of what was deleted."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.storage.database import StorageFailed, connect, open_database, place_of
from scoro_desktop.storage.do_not_send import DoNotSend, NewRefusal
from scoro_desktop.storage.rewriting import Rewriting, rewrite
from scoro_desktop.storage.stores import Stores
from tests.storage.campaigns.samples import filled, states
from tests.storage.steps import go_through

ROWS = 250


@pytest.fixture
def stores(connection: sqlite3.Connection) -> Stores:
    return Stores.over(connection)


def is_whole(connection: sqlite3.Connection) -> bool:
    checks = ("integrity_check", "foreign_key_check")
    return [connection.execute(f"PRAGMA {each}").fetchall() for each in checks] == [[("ok",)], []]


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def in_bytes(folder: Path, text: str) -> list[str]:
    return [each.name for each in folder.iterdir() if text.encode() in each.read_bytes()]


def test_what_changes_meanwhile_is_in_it(connection: sqlite3.Connection, stores: Stores, path: Path) -> None:
    campaign, other = filled(stores.campaigns, ROWS), filled(stores.campaigns, 3)
    before = schema(connection)
    steps = rewrite(connection, Rewriting("campaign_people"))
    acts = [
        "UPDATE campaign_people SET detail = 'early' WHERE id = 2",
        f"UPDATE campaign_people SET detail = 'late' WHERE id = {ROWS}",
        "DELETE FROM campaign_people WHERE id = 1",
        f"DELETE FROM campaign_people WHERE id = {ROWS - 1}",
        f"INSERT INTO campaign_people (campaign_id, row, state, key, cells) VALUES ({other}, 9, 'read', 'new', '[]')",
        f"UPDATE OR IGNORE campaign_people SET person = 'u000002' WHERE campaign_id = {campaign} AND id IN (2, 3)",
    ]
    for _ in range(2):  # made, and the first hundred
        next(steps)
    for sql in acts:
        connection.execute(sql)
    expected = connection.execute("SELECT * FROM campaign_people ORDER BY id").fetchall()
    with contextlib.closing(connect(path, place_of(connection))) as reader:
        reader.execute("SELECT count(*) FROM campaign_people").fetchone()  # it knows the tables as they were
        go_through(steps)
        assert reader.execute("SELECT * FROM campaign_people ORDER BY id").fetchall() == expected
    assert connection.execute("SELECT * FROM campaign_people ORDER BY id").fetchall() == expected
    assert [row for row in expected if "new" in row], "it was added while the table was copied"
    assert len(expected) == ROWS + 3 - 2 + 1
    assert schema(connection) == before
    assert is_whole(connection)
    with pytest.raises(sqlite3.IntegrityError):  # the index that lets nobody be in a campaign twice is there
        connection.execute("UPDATE campaign_people SET person = 'u000004' WHERE id = 5")
    last = connection.execute("SELECT max(id) FROM campaign_people").fetchone()[0]
    connection.execute("DELETE FROM campaign_people WHERE id = ?", (last,))
    connection.execute(acts[4])
    assert connection.execute("SELECT max(id) FROM campaign_people").fetchone()[0] == last + 1, "no number comes twice"


@pytest.mark.parametrize("done", [1, 2, 3, 5, 9])
def test_an_end_in_the_middle_leaves_all_as_it_was(path: Path, done: int) -> None:
    with contextlib.closing(open_database(path)) as connection:
        stores = Stores.over(connection)
        campaign = filled(stores.campaigns, ROWS)
        expected = connection.execute("SELECT * FROM campaign_people").fetchall()
        steps = rewrite(connection, Rewriting("campaign_people"))
        for _ in range(done):
            next(steps, None)
        connection.execute("UPDATE campaign_people SET detail = 'x' WHERE id = 1")
    with contextlib.closing(open_database(path)) as again:
        again.execute("UPDATE campaign_people SET detail = '' WHERE id = 1")
        assert again.execute("SELECT * FROM campaign_people").fetchall() == expected
        go_through(rewrite(again, Rewriting("campaign_people", without="row > 10")))
        assert len(states(again, campaign)) == 10
        assert [name for name, _ in schema(again) if "anew" in name] == []
        assert is_whole(again)


def test_a_row_that_got_lost_is_noticed(connection: sqlite3.Connection, stores: Stores) -> None:
    campaign = filled(stores.campaigns, ROWS)
    steps = rewrite(connection, Rewriting("campaign_people"))
    next(steps)
    next(steps)
    connection.execute("DELETE FROM campaign_people_anew WHERE id = 7")
    with pytest.raises(StorageFailed, match="campaign_people"):
        go_through(steps)
    assert len(states(connection, campaign)) == ROWS, "the table stays what it was"
    go_through(rewrite(connection, Rewriting("campaign_people")))
    assert len(states(connection, campaign)) == ROWS


def test_no_byte_stays_of_what_was_taken_off_the_do_not_send_list(
    connection: sqlite3.Connection, stores: Stores, path: Path
) -> None:
    never = DoNotSend(connection)
    people = [NewRefusal(KeyKind.EMAIL, f"mneme-{n:04}@example.com", f"Mneme{n:04}") for n in range(0, 1_000, 2)]
    never.add("acme", people, by="me")
    never.add("acme", [NewRefusal(KeyKind.EMAIL, f"mneme-{n:04}@example.com") for n in range(1, 1_000, 2)], by="me")
    connection.execute("UPDATE do_not_send SET origin = 'a list that was read in the morning' WHERE id % 3 = 0")
    removed = never.remove("acme", [each.id for each in never.page("acme", search="mneme-05", limit=9)])
    assert len(removed) == 9
    key, written = removed[3].key, removed[3].written
    assert in_bytes(path.parent, key), "the log has it still"
    go_through(stores.erasing())
    assert in_bytes(path.parent, key) == in_bytes(path.parent, written) == []
    assert never.count("acme") == 991
    assert never.holds("acme", KeyKind.EMAIL, [key, "mneme-0001@example.com"]) == {"mneme-0001@example.com"}
    never.put_back("acme", removed)
    assert never.count("acme") == 1_000
    never.remove("acme", [each.id for each in never.page("acme", limit=1_000)])
    go_through(stores.erasing())
    assert in_bytes(path.parent, "mneme-") == []
    assert is_whole(connection)
