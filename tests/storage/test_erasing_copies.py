"""Tests that nothing deleted is in a copy of the database either: sought in the bytes of every file of the folder."""

import contextlib
import os
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.sending.draft import Draft
from scoro_desktop.storage import erasing_copies
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.beside import beside
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.copies import Copies, kept
from scoro_desktop.storage.database import StorageFailed, open_database, place_of
from scoro_desktop.storage.do_not_send import DoNotSend, NewRefusal
from scoro_desktop.storage.erasing import Steps
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.stores import Stores
from tests.sending.later.plans import draft, frozen, new_plan
from tests.storage.campaigns.samples import approved, erase
from tests.storage.sends import new_send
from tests.storage.steps import go_through
from tests.storage.test_history_retention import NOW, keep, push, sent

PHONES = [f"7912345{number:04}" for number in range(150)]
GONE = PHONES[::3]


def listed(connection: sqlite3.Connection) -> DoNotSend:
    connection.execute("PRAGMA synchronous = OFF")
    refusals = DoNotSend(connection)
    refusals.add("acme", [NewRefusal(KeyKind.PHONE, each, f"+{each} of Анна") for each in PHONES], by="me")
    return refusals


def take_off(refusals: DoNotSend, *phones: str) -> list[object]:
    ids = [refusals.page("acme", search=each)[0].id for each in phones]
    return [*refusals.remove("acme", ids)]


def holding(folder: Path, marks: list[str] | tuple[str, ...]) -> set[str]:
    """The files in which any of these texts stands."""
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    return {name for name, data in files.items() if any(each.encode() in data for each in marks)}


def all_kinds(connection: sqlite3.Connection, path: Path) -> list[Path]:
    """A copy of each kind: of today, of the day before, of an older version, of a damaged one."""
    copies = Copies(place_of(connection))
    today = copies.keep_now()
    others = [beside(path, "2026-01-01"), beside(path, "v21")]
    for each in others:
        shutil.copy(today, each)
        os.utime(each, (1_000_000_000, 1_000_000_000))
    return [today, *others, copies.keep_damaged()]


def erase_all(connection: sqlite3.Connection) -> None:
    go_through(Stores.over(connection).erasing())


def keys_in(copy: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [key for (key,) in opened.execute("SELECT key FROM do_not_send ORDER BY id")]


def test_a_key_that_is_taken_off_the_list_is_in_no_file(connection: sqlite3.Connection, path: Path) -> None:
    refusals = listed(connection)
    copies = all_kinds(connection, path)
    assert len(holding(path.parent, GONE)) >= len(copies) + 1
    take_off(refusals, *GONE)
    erase_all(connection)
    assert holding(path.parent, GONE) == set()
    others = [each for each in PHONES if each not in GONE]
    for copy in copies:
        assert keys_in(copy) == others
    assert copies[1].stat().st_mtime == 1_000_000_000
    assert copies[0].stat().st_mode & 0o777 == path.stat().st_mode & 0o777
    again = path.with_name("again.db")
    shutil.copy(copies[1], again)
    with contextlib.closing(open_database(again)) as opened:
        assert DoNotSend(opened).holds("acme", KeyKind.PHONE, PHONES) == set(others)
        assert not DoNotSend(opened).add("acme", [NewRefusal(KeyKind.PHONE, others[0])], by="me")


def test_a_key_that_was_put_back_stays_in_copies_until_it_is_taken_off_again(
    connection: sqlite3.Connection, path: Path
) -> None:
    refusals = listed(connection)
    (copy, *_) = all_kinds(connection, path)
    removed = take_off(refusals, PHONES[0], PHONES[1])
    refusals.put_back("acme", [each for each in removed if each.key == PHONES[0]])  # type: ignore[misc,attr-defined]
    erase_all(connection)
    assert keys_in(copy) == [PHONES[0], *PHONES[2:]]
    assert holding(path.parent, [PHONES[1]]) == set()
    take_off(refusals, PHONES[0])
    erase_all(connection)
    assert holding(path.parent, PHONES[:2]) == set()


def test_the_list_of_an_account_goes_with_it_and_no_other(connection: sqlite3.Connection, path: Path) -> None:
    keep(connection, "acme", 0)
    refusals = listed(connection)
    refusals.add("other", [NewRefusal(KeyKind.EMAIL, "zoe@example.com")], by="me")
    copies = all_kinds(connection, path)
    AccountStore(connection).remove("acme")
    erase_all(connection)
    assert holding(path.parent, PHONES) == set()
    assert [keys_in(each) for each in copies] == [["zoe@example.com"]] * 4


def old_sends(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = OFF")
    keep(connection, "a1", 30)
    for number in range(24):
        send = sent(connection, f"zebra{number:03} {'x' * (number % 3) * 2000}", 60, Sent(1, answer=f"zebra{number}"))
        if number % 4 == 0:
            History(connection).annotate(send.id, note=f"zebranote{number}")
    sent(connection, "young lion", 1)


def delete_old(connection: sqlite3.Connection) -> None:
    sum(Stores.over(connection).old_history(NOW))
    erase_all(connection)


def test_sends_that_the_history_lost_are_in_no_file(connection: sqlite3.Connection, path: Path) -> None:
    old_sends(connection)
    copies = all_kinds(connection, path)
    assert len(holding(path.parent, ("zebra",))) >= 5
    delete_old(connection)
    assert holding(path.parent, ("zebra",)) == set()
    for copy in copies:
        again = path.with_name("again.db")
        shutil.copy(copy, again)
        with contextlib.closing(open_database(again)) as opened:
            history = History(opened)
            assert [each.summary for each in history.page(HistoryFilter("lion"), 0, 9)] == ["young lion"]
            assert history.count(HistoryFilter("zebranote")) == history.count(HistoryFilter("zebra")) == 0
            opened.execute("INSERT INTO sends_words (sends_words) VALUES ('integrity-check')")


def test_a_plan_that_became_such_a_send_is_in_no_file_and_others_stay(
    connection: sqlite3.Connection, path: Path
) -> None:
    connection.execute("PRAGMA synchronous = OFF")
    keep(connection, "a1", 30)
    planned = Planned(connection)
    texts = ("walrus one", "walrus two", "walrus three")
    one, two, three = (planned.add(new_plan(of=frozen(titled(each)), summary=each)) for each in texts)
    copies = all_kinds(connection, path)  # in which all of them are planned still
    history = History(connection, lambda: NOW - timedelta(days=60))
    for plan in (one, two):
        send = history.record(new_send(**push(plan.summary)), within=partial(planned.claim, plan.id))
        history.settle(send.id, Sent(1))
    delete_old(connection)
    assert holding(path.parent, ("walrus one", "walrus two")) == set()
    assert "walrus three" in path.read_bytes().decode("latin-1")
    for copy in copies[:3]:
        with contextlib.closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as opened:
            assert opened.execute("SELECT id, summary FROM planned").fetchall() == [(three.id, "walrus three")]


def titled(title: str) -> Draft:
    return draft(message={"msg": {"data": {"gcm": {"notification": {"title": title}}}}})


def test_a_campaign_that_the_history_lost_is_in_no_file(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA synchronous = OFF")
    keep(connection, "acme", 30)
    campaigns = Campaigns(connection, lambda: NOW - timedelta(days=60))
    campaign = approved(campaigns, 30, name="Giraffes")
    planned = Planned(connection)
    planned.claim_campaign(planned.add(new_plan(summary="Giraffes", content={}, campaign_id=campaign)).id)
    campaigns.go_on(campaign)
    for send in campaigns.next_planned(campaign, 99):
        campaigns.begin_send(send.id)
        campaigns.settle_send(send.id, Sent(1))
    copies = all_kinds(connection, path)
    erase(campaigns, campaign)
    assert "Giraffes" in path.read_bytes().decode("latin-1")
    delete_old(connection)
    assert holding(path.parent, ("Giraffes", "u000001")) == set()
    assert keys_in(copies[0]) == []


@pytest.mark.parametrize("version", [1, 12, len(MIGRATIONS) - 2])
def test_copies_of_older_versions_are_cleaned_as_far_as_they_hold_it(path: Path, version: int) -> None:
    with contextlib.closing(open_database(path, MIGRATIONS[:version])) as old:
        old.execute(
            """
            INSERT INTO sends (id, channel, account_id, outcome, count, everyone, created_at, settled_at, account_name,
                environment, address, application_id, collection, reason, error_code, error_message, summary, detail,
                answer, query_text, request)
            VALUES (7, 'push', 'a1', 'sent', '1', 0, '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00', '',
                'test', '', '', 'devices', '', '', '', 'zebra', '', '', 'zebra', ?)
            """,
            ('{"msg": {"data": {"gcm": {"notification": {"title": "zebra"}}}}}',),
        )
        old.execute("INSERT INTO sends_words (rowid, words) VALUES (7, 'zebra')")
    with contextlib.closing(open_database(path)) as connection:
        keep(connection, "a1", 30)
        listed(connection)
        copy = beside(path, f"v{version}")
        assert holding(path.parent, ("zebra",)) >= {path.name, copy.name}
        delete_old(connection)
        assert holding(path.parent, ("zebra",)) == set()
        assert [each.path for each in kept(path)] == [copy]
    shutil.copy(copy, path)
    with contextlib.closing(open_database(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sends").fetchone() == (0,)


def torn(copy: Path, table: str = "do_not_send") -> None:
    data = bytearray(copy.read_bytes())
    with contextlib.closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as opened:
        (page,) = opened.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    copy.write_bytes(data)


@pytest.mark.parametrize("is_of_today", [True, False])
def test_before_the_last_copy_goes_that_is_damaged_the_database_is_copied(
    connection: sqlite3.Connection, path: Path, is_of_today: bool
) -> None:
    refusals = listed(connection)
    copy = Copies(place_of(connection)).keep_now()
    if not is_of_today:
        copy = copy.rename(beside(path, "2026-01-01"))
    torn(copy)
    take_off(refusals, *GONE)
    erase_all(connection)
    assert holding(path.parent, GONE) == set()
    (left,) = kept(path)
    assert left.path == beside(path, f"{datetime.now(UTC):%Y-%m-%d}")
    assert len(keys_in(left.path)) == len(PHONES) - len(GONE)


def test_where_the_disk_is_in_the_way_every_copy_stays_and_the_next_start_goes_on(
    connection: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = listed(connection)
    copies = all_kinds(connection, path)
    before = [each.read_bytes() for each in copies]
    take_off(refusals, *GONE)

    def full(*_: object, **_by_name: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(erasing_copies.os, "utime", full)  # type: ignore[attr-defined]
        with pytest.raises(StorageFailed) as caught:
            erase_all(connection)
    assert caught.value.code == "OS"
    assert not any(each in str(caught.value) for each in GONE)
    assert [each.read_bytes() for each in copies] == before
    assert not [*path.parent.glob("*.unfinished")]
    go_through(Stores.over(connection).erasing_due())
    assert holding(path.parent, GONE) == set()


def every_step(connection: sqlite3.Connection) -> int:
    return sum(1 for _ in _done(Stores.over(connection).erasing()))


def _done(steps: Steps) -> list[None]:
    found: list[None] = []
    for step in steps:
        found.append(None)
        if step is not None:
            step()
    return found


def _erase_some(connection: sqlite3.Connection, number: int) -> None:
    steps = Stores.over(connection).erasing()
    for _, step in zip(range(number), steps, strict=False):
        if step is not None:
            step()
    steps.close()


def test_an_end_between_any_two_steps_leaves_it_to_the_next_start(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA synchronous = OFF")

    def prepare(phone: str) -> None:
        refusals.add("acme", [NewRefusal(KeyKind.PHONE, phone)], by="me")
        Copies(place_of(connection)).keep_now()
        take_off(refusals, phone)

    refusals = DoNotSend(connection)
    refusals.add("acme", [NewRefusal(KeyKind.ID, "stays")], by="me")
    prepare("79990000")
    for number in range(1, every_step(connection) + 1):
        phone = f"7999{number:04}"
        prepare(phone)
        _erase_some(connection, number)
        left_over = path.with_name("scoro.2026-01-01.db.unfinished")
        left_over.write_bytes(phone.encode())  # a copy that was being cleaned
        assert keys_in(kept(path)[0].path)[0] == "stays"
        erase_all(connection)
        assert holding(path.parent, [phone]) == set(), number
        assert keys_in(kept(path)[0].path) == ["stays"]


def test_a_copy_that_is_made_meanwhile_has_it_neither(connection: sqlite3.Connection, path: Path) -> None:
    refusals = listed(connection)
    old_sends(connection)
    take_off(refusals, *GONE)
    sum(Stores.over(connection).old_history(NOW))
    for number, step in enumerate(Stores.over(connection).erasing()):
        copy = Copies(place_of(connection)).keep_now()
        shutil.copy(copy, beside(path, f"v{number + 1}"))
        if step is not None:
            step()
    Copies(place_of(connection)).keep_now()
    assert holding(path.parent, [*GONE, "zebra"]) == set()


def test_what_no_copy_holds_changes_none(connection: sqlite3.Connection, path: Path) -> None:
    refusals = listed(connection)
    copies = all_kinds(connection, path)
    refusals.add("acme", [NewRefusal(KeyKind.PHONE, "70000000000")], by="me")
    before = [(each.stat().st_ino, each.read_bytes()) for each in copies]
    take_off(refusals, "70000000000")
    erase_all(connection)
    assert [(each.stat().st_ino, each.read_bytes()) for each in copies] == before
