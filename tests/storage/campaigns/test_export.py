"""The file of a campaign: the person's own rows, in their order, with what became of each and when."""

import csv
import io
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.recipients.writing import Form
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.export import Outcome, export
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import Judged, NewPerson
from tests.storage.campaigns.samples import erase, name, new_campaign, phone, requests, running

NOON = datetime(2026, 11, 29, 12, 30, 5, tzinfo=UTC)


def describe(outcome: Outcome) -> tuple[str, str]:
    person = outcome.person
    return f"{person.state}/{person.why}", "" if outcome.at is None else outcome.at.isoformat(" ")


@pytest.fixture
def campaigns(connection: sqlite3.Connection) -> Campaigns:
    return Campaigns(connection, lambda: NOON)


def written(path: Path, campaigns: Campaigns, campaign: int, form: Form = Form.EXCEL) -> list[list[str]]:
    found = campaigns.outcomes(campaign)
    export(path, campaigns.existing(campaign), found, ("Status", "Time"), describe, form)
    delimiter = ";" if form is Form.EXCEL else ","
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=delimiter))


def test_each_row_has_its_cells_status_and_time(campaigns: Campaigns, tmp_path: Path) -> None:
    campaign = running(campaigns, 3)
    first, second, _ = campaigns.next_planned(campaign, 3)
    campaigns.begin_send(first.id)
    campaigns.settle_send(first.id, Sent(1))
    campaigns.begin_send(second.id)
    assert written(tmp_path / "out.csv", campaigns, campaign) == [
        ["Phone", "Name", "Status", "Time"],
        [f'="{phone(0)}"', name(0), "sent/", "2026-11-29 12:30:05+00:00"],
        [f'="{phone(1)}"', name(1), "sending/", "2026-11-29 12:30:05+00:00"],
        [f'="{phone(2)}"', name(2), "planned/", ""],
    ]
    assert written(tmp_path / "out.csv", campaigns, campaign, Form.PLAIN)[1][0] == phone(0)


def test_rows_that_were_left_out_stand_there_with_their_reason(campaigns: Campaigns, tmp_path: Path) -> None:
    campaign = campaigns.create(new_campaign())
    campaigns.add_rows(campaign, [NewPerson(number + 1, f"k{number}", (f"k{number}", "=x")) for number in range(3)])
    ids = [row.id for row in campaigns.rows(campaign)]
    campaigns.judge(
        campaign,
        [
            Judged(ids[0], PersonState.LEFT_OUT, why=Why.DO_NOT_SEND),
            Judged(ids[1], PersonState.PLANNED, "u1"),
            Judged(ids[2], PersonState.LEFT_OUT, why=Why.NOT_FOUND),
        ],
    )
    rows = written(tmp_path / "out.csv", campaigns, campaign)
    assert [row[:3] for row in rows[1:]] == [
        ["k0", "'=x", "left_out/do_not_send"],
        ["k1", "'=x", "planned/"],
        ["k2", "'=x", "left_out/not_found"],
    ]
    only = [each.person.key for each in campaigns.outcomes(campaign, states=(PersonState.LEFT_OUT,), why=Why.NOT_FOUND)]
    assert only == ["k2"]
    assert [each.person.key for each in campaigns.outcomes(campaign, states=(PersonState.LEFT_OUT,))] == ["k0", "k2"]


def test_a_column_of_the_file_keeps_its_title(campaigns: Campaigns, tmp_path: Path) -> None:
    campaign = campaigns.create(new_campaign(columns=("status", "TIME")))
    campaigns.add_rows(campaign, [NewPerson(1, "k", ("old", "never"))])
    rows = written(tmp_path / "out.csv", campaigns, campaign)
    assert rows == [["status", "TIME", "Status (2)", "Time (2)"], ["old", "never", "read/", ""]]


def test_after_values_were_deleted_only_outcomes_are_left(campaigns: Campaigns, tmp_path: Path) -> None:
    campaign = running(campaigns, 2, size=2)
    (request,) = campaigns.next_planned(campaign, 9)
    campaigns.begin_send(request.id)
    campaigns.settle_send(request.id, Sent(2))
    erase(campaigns, campaign)
    rows = written(tmp_path / "out.csv", campaigns, campaign)
    assert rows[1:] == [["", "", "sent/", "2026-11-29 12:30:05+00:00"]] * 2


def test_rows_come_in_their_order_however_many_pages_they_take(campaigns: Campaigns, tmp_path: Path) -> None:
    campaign = campaigns.create(new_campaign())
    other = campaigns.create(new_campaign())
    for start in range(0, 2_500, 500):
        campaigns.add_rows(campaign, [NewPerson(n + 1, f"{n}", (f"{n}", "x")) for n in range(start, start + 500)])
        campaigns.add_rows(other, [NewPerson(start, "other", ("other", "x"))])
    rows = written(tmp_path / "out.csv", campaigns, campaign)
    assert [row[0] for row in rows[1:]] == [f"{number}" for number in range(2_500)]


def test_it_can_be_stopped(campaigns: Campaigns, tmp_path: Path) -> None:
    campaign = running(campaigns, 3)
    found = campaigns.outcomes(campaign)
    with pytest.raises(NotWantedError):
        export(
            tmp_path / "out.csv",
            campaigns.existing(campaign),
            found,
            ("Status", "Time"),
            describe,
            Form.EXCEL,
            wanted=lambda: False,
        )
    assert not (tmp_path / "out.csv").exists()


def test_nothing_of_a_person_is_in_what_is_printed(campaigns: Campaigns) -> None:
    campaign = running(campaigns, 1)
    assert phone(0) not in repr([*campaigns.outcomes(campaign)])
    assert requests(campaigns, campaign)


def test_no_page_sorts_the_whole_campaign(connection: sqlite3.Connection) -> None:
    plans: list[str] = []
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    list(Campaigns(connection).outcomes(1))
    Campaigns(connection).rows(1, after=5)
    connection.set_trace_callback(None)
    for sql in asked:
        plans += [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert len(asked) == 2
    assert not [plan for plan in plans if "TEMP B-TREE" in plan]
