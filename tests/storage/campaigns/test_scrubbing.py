"""Tests that all that was known of people is gone: searched for in the bytes of every file of the folder."""

import contextlib
import json
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage import erasing
from scoro_desktop.storage.beside import beside
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PauseCode, PersonState
from scoro_desktop.storage.campaigns.types import Judged, NewPerson, NewRequest, NotPossible
from scoro_desktop.storage.copies import Copies, kept
from scoro_desktop.storage.database import StorageFailed, open_database, place_of
from scoro_desktop.storage.erasing import Eraser
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.stores import Stores
from scoro_desktop.wire import JsonObject
from tests.storage.campaigns.samples import body, erase, filled, new_campaign, requests, running, states, stop
from tests.storage.sends import new_send
from tests.storage.steps import go_through

PEOPLE = 400
NOW = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)
MARKS = ("Аврелия-", "Бонифаций-", "+7912000", "u00000001-note", "@mail.example", "Мельпомена", "whispered")
"""Parts of names, phones, keys, e-mails, notes of rows and words of the server."""


def found(folder: Path) -> set[tuple[str, str]]:
    """Finds the marks in each file, in UTF-8, in UTF-16 and as JSON escapes them."""
    return {
        (path.name, mark)
        for path in folder.iterdir()
        for mark in MARKS
        for written in (mark.encode(), mark.encode("ascii", "backslashreplace"), mark.encode("utf-16-le"))
        if written in path.read_bytes()
    }


@pytest.fixture
def campaigns(connection: sqlite3.Connection) -> Campaigns:
    return Campaigns(connection, lambda: NOW)


def lived(campaigns: Campaigns) -> int:
    """A campaign with all that leaves traces: judged twice, another text for the rest, sent, refused, in doubt."""
    campaign = filled(campaigns, PEOPLE)
    rows = campaigns.rows(campaign, limit=PEOPLE)
    campaigns.judge(
        campaign, [Judged(rows[0].id, PersonState.LEFT_OUT, why="bad_value", detail="u00000001-note" * 300)]
    )
    campaigns.judge(campaign, [Judged(rows[0].id, PersonState.PLANNED, "u000001", rows[0].phone_key)])
    long = NewPerson(PEOPLE + 1, "k", ("Мельпомена" * 2000,))
    campaigns.add_rows(campaign, [long])
    last = campaigns.rows(campaign, after=rows[-1].id)[0]
    campaigns.judge(campaign, [Judged(last.id, PersonState.PLANNED, "last")])
    campaigns.approve(campaign, total=PEOPLE + 1, requests=requests(campaigns, campaign))
    campaigns.go_on(campaign)
    campaigns.pause(campaign, PauseCode.BY_PERSON, "Мельпомена")
    rest = campaigns.rows(campaign, states=(PersonState.PLANNED,), limit=PEOPLE + 1)
    other = [NewRequest(body([each.person], f"{each.values[-1]}!"), (each.id,)) for each in rest]
    campaigns.change_text(campaign, {"msg": {"text": "{{name}}!"}}, other)
    campaigns.go_on(campaign)
    refused = Failure(Outcome.REFUSED, "server_said_no", "1", "whispered Аврелия-0", 200, detail="Мельпомена")
    for reply in (Sent(1), refused, Failure(Outcome.UNKNOWN, "reset", detail="whispered")):
        campaigns.settle_send(campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id).id, reply)
    stop(campaigns, campaign)
    return campaign


def test_no_byte_of_it_is_left_in_any_file(campaigns: Campaigns, connection: sqlite3.Connection, path: Path) -> None:
    history = History(connection)
    kept_send = history.record(new_send(summary="Stays", words="giraffe")).id
    copies = Copies(place_of(connection))
    campaign = lived(campaigns)
    connection.execute("PRAGMA wal_checkpoint").fetchone()
    other = running(campaigns, 1, name="Other")
    neighbour = campaigns.create(new_campaign(columns=("who",)))
    campaigns.add_rows(neighbour, [NewPerson(n, f"{n}", (f"Thalia-{n}" * 30,)) for n in range(100)])
    campaigns.settle_send(campaigns.begin_send(campaigns.next_planned(other, 1)[0].id).id, Sent(1))
    copies.keep_daily()
    copies.keep_damaged()
    older = path.with_name("scoro.v21.db")
    older.write_bytes(beside(path, f"{datetime.now(UTC):%Y-%m-%d}").read_bytes())
    os.utime(older, (1_000_000_000, 1_000_000_000))
    before = campaigns.existing(campaign)
    files = {path.name, f"{path.name}-wal", older.name}
    assert files <= {name for name, _ in found(path.parent)}
    assert {mark for _, mark in found(path.parent)} == set(MARKS)

    erase(campaigns, campaign, other)

    assert found(path.parent) == set()
    after = campaigns.existing(campaign)
    assert after.deleted_at == NOW
    assert (after.state, after.counts, after.requests) == (before.state, before.counts, before.requests)
    assert (after.total, after.ended_at, after.message) == (before.total, before.ended_at, before.message)
    assert campaigns.what_did("u000001")[-1].state is PersonState.SENT
    assert campaigns.rows(campaign)[0].values == ()
    assert [each.values[0][:8] for each in campaigns.rows(neighbour)][:2] == ["Thalia-0", "Thalia-1"]
    assert history.page(HistoryFilter("giraffe"), 0, 9)[0].id == kept_send
    with contextlib.closing(sqlite3.connect(older)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM campaign_people").fetchone() == (PEOPLE + 2 + 100,)
        assert copy.execute("SELECT count(*) FROM sends").fetchone() == (3,)
    assert older.stat().st_mtime == 1_000_000_000
    assert len(kept(path)) == 2
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_one_that_was_never_approved_is_thrown_away_whole(
    campaigns: Campaigns, connection: sqlite3.Connection, path: Path
) -> None:
    campaign = filled(campaigns, PEOPLE)
    campaigns.plan(campaign, requests(campaigns, campaign)[:5])
    Copies(place_of(connection)).keep_daily()
    assert found(path.parent)
    campaigns.discard(campaign)
    assert campaigns.newest() == []
    go_through(Eraser(connection).steps())
    assert found(path.parent) == set()
    assert campaigns.get(campaign) is None
    for table in ("campaigns", "campaign_sends", "campaign_people"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_a_copy_that_cannot_be_cleaned_is_removed_and_others_stay(
    campaigns: Campaigns, connection: sqlite3.Connection, path: Path
) -> None:
    copies = Copies(place_of(connection))
    early = path.with_name("scoro.2026-01-01.db")
    copies.keep_damaged().rename(early)
    before = early.read_bytes()
    campaign = lived(campaigns)
    torn = Copies(place_of(connection)).keep_damaged()
    data = bytearray(torn.read_bytes())
    with contextlib.closing(sqlite3.connect(f"{torn.as_uri()}?immutable=1", uri=True)) as copy:
        (page,) = copy.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'campaign_people'").fetchone()
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    torn.write_bytes(data)
    abandoned = path.with_name("scoro.2026-01-02.db.unfinished")
    abandoned.write_bytes("Аврелия-".encode())
    os.utime(abandoned, (1_000_000_000, 1_000_000_000))
    erase(campaigns, campaign)
    assert not torn.exists()
    assert not abandoned.exists()
    assert early.read_bytes() == before  # it was made before there was this campaign
    assert found(path.parent) == set()


def test_while_somebody_reads_it_is_said_and_stays_due(
    campaigns: Campaigns, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "TRIES", 2)
    monkeypatch.setattr(erasing, "PAUSE_S", 0.0)
    campaign = lived(campaigns)
    later = NOW + timedelta(days=31)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM campaign_people").fetchone()
        with pytest.raises(StorageFailed) as caught:
            erase(campaigns, campaign)
        assert caught.value.code == "SQLITE_BUSY"
        assert campaigns.existing(campaign).deleted_at is None
    stores = Stores.over(campaigns._connection)  # as the next start does
    go_through(stores.erasing_due())
    assert campaigns.existing(campaign).deleted_at is not None
    assert found(path.parent) == set()
    assert campaigns.due_for_deletion(later) == []


def test_a_campaign_is_due_so_many_days_after_its_end(campaigns: Campaigns) -> None:
    ended = lived(campaigns)
    short = running(campaigns, 1, keep_days=0)
    campaigns.settle_send(campaigns.begin_send(campaigns.next_planned(short, 1)[0].id).id, Sent(1))
    runs = running(campaigns, 3)
    never_approved = campaigns.create(new_campaign(keep_days=7))
    assert campaigns.due_for_deletion(NOW) == [short]
    assert campaigns.due_for_deletion(NOW + timedelta(days=29)) == [short]
    assert campaigns.due_for_deletion(NOW + timedelta(days=30)) == [ended, short, never_approved]
    assert campaigns.existing(runs).state is CampaignState.RUNNING


def test_what_is_due_goes_at_the_start(connection: sqlite3.Connection, path: Path) -> None:
    stores = Stores.over(connection)
    go_through(stores.erasing_due())
    assert "campaigns" not in vars(stores)  # nothing was loaded for it
    then = datetime.now(UTC) - timedelta(days=31)
    long_ago = Campaigns(connection, lambda: then)
    ended, never_approved = lived(long_ago), filled(long_ago, 2)
    fresh = Campaigns(connection)
    runs = running(fresh, 1)
    go_through(stores.erasing_due())
    assert stores.campaigns.get(never_approved) is None
    after = stores.campaigns.existing(ended)
    assert after.deleted_at is not None
    assert stores.campaigns.rows(ended)[0].values == ()
    assert stores.campaigns.rows(runs)[0].values
    go_through(stores.erasing_due())
    assert stores.campaigns.existing(ended) == after


def test_what_runs_keeps_its_values(campaigns: Campaigns, connection: sqlite3.Connection) -> None:
    campaign = running(campaigns, 2)
    with pytest.raises(NotPossible):
        campaigns.delete_values(campaign)
    campaigns.pause(campaign, PauseCode.BY_PERSON)
    with pytest.raises(NotPossible):
        campaigns.delete_values(campaign)
    assert states(connection, campaign) == [("planned", "")] * 2
    assert campaigns.rows(campaign)[0].values


def test_a_copy_is_put_back_and_has_the_campaigns(
    campaigns: Campaigns, connection: sqlite3.Connection, path: Path
) -> None:
    campaign = lived(campaigns)
    Copies(place_of(connection)).keep_daily()
    erase(campaigns, campaign)
    (copy,) = kept(path)
    again = path.with_name("again.db")
    again.write_bytes(copy.path.read_bytes())
    with contextlib.closing(open_database(again)) as opened:
        found_again = Campaigns(opened).existing(campaign)
    assert found_again.counts == campaigns.existing(campaign).counts


def test_what_became_of_people_stays(campaigns: Campaigns) -> None:
    """That an earlier request is in doubt is known as long as the outcome is."""
    campaign = running(campaigns, 2, size=2)
    send = campaigns.begin_send(campaigns.next_planned(campaign, 1)[0].id)
    campaigns.settle_send(send.id, Failure(Outcome.UNKNOWN, "reset"))
    list(campaigns.sending_again(campaign))
    stop(campaigns, campaign)
    erase(campaigns, campaign)
    assert [(each.may_have, each.key, each.email_key) for each in campaigns.rows(campaign)] == [(True, "", "")] * 2


@pytest.mark.parametrize(
    ("mapping", "kept"),
    [
        (
            {"key": 1, "kind": "card", "country": "KZ", "take": "first", "hours": 24, "fields": {"имя": 2}},
            {"key": 1, "kind": "card", "country": "KZ", "take": "first", "hours": 24, "fields": {"имя": 2}},
        ),
        (
            {"key": 0, "no": [3, "Мельпомена"], "list": "whispered", "locked": '{"name": "Аврелия-"}', "read": True},
            {"key": 0},
        ),
        ({}, {}),
    ],
)
def test_how_columns_were_read_stays_for_the_next_list_and_no_cell(
    campaigns: Campaigns, path: Path, mapping: JsonObject, kept: JsonObject
) -> None:
    campaign = lived(campaigns)
    campaigns._connection.execute("UPDATE campaigns SET mapping = ?", (json.dumps(mapping, ensure_ascii=False),))
    campaigns.delete_values(campaign)
    erase(campaigns)
    assert campaigns.existing(campaign).mapping == kept
    assert found(path.parent) == set()


def test_a_mapping_that_is_damaged_keeps_nothing_from_being_erased(campaigns: Campaigns, path: Path) -> None:
    campaign = lived(campaigns)
    campaigns._connection.execute("UPDATE campaigns SET mapping = '{\"key\": '")
    campaigns.delete_values(campaign)
    erase(campaigns)
    assert campaigns.existing(campaign).mapping == {}
    assert found(path.parent) == set()
