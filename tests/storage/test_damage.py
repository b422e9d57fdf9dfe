"""A file that is damaged in places: what is whole is shown, what is not is said, and nothing raises anything else."""

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.template import Template
from scoro_desktop.scorocode.replies import Outcome, Sent
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.audiences import Audiences
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.database import StorageFailed, open_database
from scoro_desktop.storage.history import History, HistoryFilter, LostSend, SendLine
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.salvage import readable_ids
from scoro_desktop.storage.saved_drafts import Content, SavedDrafts
from scoro_desktop.storage.settings import Settings
from scoro_desktop.storage.templates import Templates
from scoro_desktop.wire import JsonObject
from tests.faults.disk_work import account
from tests.sending.later.plans import new_plan
from tests.storage.campaigns.samples import new_campaign
from tests.storage.sends import new_send

ALL = HistoryFilter()


def zero_a_leaf_of(path: Path, table: str) -> None:
    """Writes nothing over a page of rows in the middle of a table."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    start = (root - 1) * 4096
    page = root
    if data[start] == 5:  # an inner page of a table: the number of its first child stands in the last bytes
        cells = int.from_bytes(data[start + 3 : start + 5], "big")
        offset = int.from_bytes(data[start + 12 + 2 * (cells // 2) :][:2], "big")
        page = int.from_bytes(data[start + offset :][:4], "big")
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(data)


@pytest.fixture
def sends(path: Path) -> list[int]:
    with contextlib.closing(open_database(path)) as connection:
        history = History(connection)
        found = [
            history.record(new_send(summary=f"Message {number}", words=f"word{number}")).id for number in range(60)
        ]
        history.settle(found[0], Sent(3))
    return found


@pytest.mark.parametrize("indexes", [(), ("sends_by_id",), ("sends_by_id", "sends_by_outcome", "sends_by_account")])
def test_one_bad_page_hides_its_own_rows_alone(indexes: tuple[str, ...], path: Path, sends: list[int]) -> None:
    for name in ("sends", *indexes):
        zero_a_leaf_of(path, name)
    with contextlib.closing(open_database(path)) as connection:
        history = History(connection)
        rows = history.rows(ALL, 0, 100)
        assert [row.id for row in rows] == sends[::-1]
        whole = [row for row in rows if isinstance(row, SendLine)]
        lost = [row for row in rows if isinstance(row, LostSend)]
        assert 0 < len(lost) < 20
        assert history.count(ALL) == len(rows)
        assert [row.summary for row in whole] == [f"Message {row.id - sends[0]}" for row in whole]
        assert history.page(HistoryFilter(text="word59"), 0, 10)[0].summary == "Message 59"
        assert history.place(ALL, sends[-1]) == (0, True)
        assert [row.id for row in history.page(HistoryFilter(outcomes=frozenset({Outcome.SENT})), 0, 10)] == [sends[0]]


def test_rows_around_bad_pages_are_all_found(path: Path, sends: list[int]) -> None:
    zero_a_leaf_of(path, "sends")
    with contextlib.closing(open_database(path)) as connection:
        found = readable_ids(connection, "sends")
    missing = set(sends) - set(found)
    assert found == sorted(found, reverse=True)
    assert 0 < len(missing) < 20
    assert sorted(missing) == list(range(min(missing), max(missing) + 1))


@pytest.mark.parametrize(
    "change",
    [
        "request = '{\"coll\": '",
        "request = '[1]'",
        "request = 'null'",
        "request = CAST(x'ff7b7d' AS TEXT)",
        "created_at = 'yesterday'",
        "settled_at = 'x', outcome = 'refused'",
        "summary = CAST(x'41ff42' AS TEXT)",
        "account_name = CAST(x'c328' AS TEXT)",
    ],
)
def test_a_row_that_is_torn_is_shown_as_far_as_it_can_be_read(change: str, path: Path, sends: list[int]) -> None:
    with contextlib.closing(open_database(path)) as connection:
        connection.execute(f"UPDATE sends SET {change} WHERE id = ?", (sends[30],))
        history = History(connection)
        rows = {row.id: row for row in history.rows(ALL, 0, 100)}
        assert len(rows) == 60
        line = rows[sends[30]]
        assert isinstance(line, LostSend) == ("_at" in change)
        with pytest.raises(StorageFailed) as caught:
            history.get(sends[30])
        assert caught.value.is_damage
        assert all(isinstance(row, SendLine) for number, row in rows.items() if number != sends[30])


def test_a_start_closes_what_it_can_of_a_damaged_history(path: Path, sends: list[int]) -> None:
    zero_a_leaf_of(path, "sends")
    with contextlib.closing(open_database(path)) as connection:
        history = History(connection)
        closed = history.close_open_sends()
        assert closed
        assert {send.outcome for send in closed} == {Outcome.UNKNOWN}
        # A row that grows moves its neighbours: beside the bad page some cannot be written to.
        left = [row.id for row in history.page(ALL, 0, 100) if row.outcome is Outcome.SENDING]
        assert not set(left) & {send.id for send in closed}
        assert len(left) < 30


def test_a_bad_page_of_settings_is_no_more_than_forgotten_choices(path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        Settings(connection).language = "ru"
    zero_a_leaf_of(path, "settings")
    with contextlib.closing(open_database(path)) as connection:
        assert Settings(connection).language == "system"
        assert Settings(connection).window_geometry == b""
        assert History(connection).record(new_send()).outcome is Outcome.SENDING


@pytest.mark.parametrize(
    "change",
    [
        "operator_prices = '[{]'",
        "operator_prices = '[{}]'",
        "quiet_hours = '{}'",
        "sms_price = 'much'",
        "currency = CAST(x'ff' AS TEXT)",
    ],
)
def test_one_account_that_is_torn_hides_no_other(change: str, connection: sqlite3.Connection) -> None:
    import dataclasses

    store = AccountStore(connection)
    store.add(account())
    store.add(dataclasses.replace(account(), id="a2", name="Other"))
    connection.execute(f"UPDATE accounts SET {change} WHERE id = 'a1'")
    assert [each.id for each in store.all() if each.id == "a2"] == ["a2"]
    if "currency" not in change:  # a letter that cannot be read is replaced
        assert len(store.all()) == 1
        with pytest.raises(StorageFailed):
            store.get("a1")


def three_of_each(connection: sqlite3.Connection, length: int = 40) -> None:
    """Three audiences, templates and drafts, as long as wanted; the second of each is called "Two"."""
    for name in ("One", "Two", "Three"):
        Audiences(connection).add("devices", name, json.dumps({"city": "x" * length}))
        message: JsonObject = {"coll": "devices", "msg": {"text": "x" * length}}
        Templates(connection).add(Template(name, Channel.SMS, message))
        SavedDrafts(connection).add("push", name, Content({"form": {"title": "x" * length}}, name, name))
        SavedDrafts(connection).put_aside("sms", Content({"form": {"text": "x" * length + name}}, name, name))


def names(connection: sqlite3.Connection) -> dict[str, set[str]]:
    saved = SavedDrafts(connection)
    return {
        "audiences": {each.name for each in Audiences(connection).of("devices")},
        "templates": {each.template.name for each in Templates(connection).all()},
        "named": {str(each.name) for each in saved.named()},
        "aside": {each.summary for each in saved.put_aside_ones()},
    }


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("audiences", "counted_at = 'torn', last_count = '1'"),
        ("audiences", "query_text = CAST(x'7bff' AS TEXT)"),
        ("templates", "changed_at = 'torn'"),
        ("templates", "message = '{'"),
        ("templates", "variables = '['"),
        ("templates", "tags = CAST(x'ff' AS TEXT)"),
        ("saved_drafts", "changed_at = ''"),
        ("saved_drafts", "summary = CAST(x'ff' AS TEXT)"),
    ],
)
def test_one_row_that_is_torn_hides_no_other(table: str, change: str, connection: sqlite3.Connection) -> None:
    three_of_each(connection)
    connection.execute(f"UPDATE {table} SET {change} WHERE name = 'Two'")
    found = names(connection)
    kept = {"saved_drafts": "named"}.get(table, table)
    assert {"One", "Three"} <= found.pop(kept)
    assert all(each == {"One", "Two", "Three"} for each in found.values())


@pytest.mark.parametrize("table", ["audiences", "templates", "saved_drafts"])
def test_a_page_that_is_torn_hides_only_what_stood_there(table: str, path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        three_of_each(connection, length=3000)
    zero_a_leaf_of(path, table)
    with contextlib.closing(open_database(path)) as connection:
        found = names(connection)
        kept = {"named", "aside"} if table == "saved_drafts" else {table}
        assert any(found[each] for each in kept)
        assert all(found[each] == {"One", "Two", "Three"} for each in set(found) - kept)


def test_an_audience_for_tests_that_is_torn_is_none(connection: sqlite3.Connection) -> None:
    audiences = Audiences(connection)
    audiences.mark_for_tests(audiences.add("devices", "Ours", "{}"), is_test=True)
    connection.execute("UPDATE audiences SET counted_at = 'torn', last_count = '1'")
    assert audiences.for_tests("devices") is None


def test_a_bad_page_of_plans_forgets_no_other_plan(path: Path) -> None:
    """As the app reads them at its start: what is whole goes out at its time, or is asked about."""
    with contextlib.closing(open_database(path)) as connection:
        for number in range(60):
            Planned(connection).add(new_plan(summary=f"Plan {number}"))
        Campaigns(connection).create(new_campaign())
        connection.execute(
            "UPDATE campaigns SET wish = 'ready', approved_at = created_at"
        )  # its plan may have been about to start it
    zero_a_leaf_of(path, "planned")
    with contextlib.closing(open_database(path)) as connection:
        planned = Planned(connection)
        assert planned.at_start() == []
        assert 30 < len(planned.open()) < 60
