"""The rows of a campaign as a table of any length: only what is looked at is read, and what is seen stays."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.ui.campaigns.paged_model import PAGE_ROWS
from scoro_desktop.ui.campaigns.people_model import STATE, PeopleModel, Shown
from scoro_desktop.ui.kit.appearance import LIGHT
from tests.storage.campaigns.samples import filled, running, stop


class AtOnce:
    """A storage that reads at once, and counts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.campaigns = Campaigns(connection)
        self.readings = 0

    def read(
        self, _owner: object, job: Callable[[Any], Any], done: Callable[[Any], None], *_args: object, **_kept: object
    ) -> None:
        self.readings += 1
        done(job(self))


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[AtOnce]:
    with contextlib.closing(open_database(tmp_path / DATABASE)) as connection:
        yield AtOnce(connection)


@pytest.fixture
def model(storage: AtOnce, qapp: object) -> PeopleModel:
    return PeopleModel(storage, LIGHT)  # type: ignore[arg-type]


def seen(model: PeopleModel, row: int, column: int) -> str | None:
    """The text of a cell once its page is there, which drawing the cell asks for."""
    model.index(row, column).data()
    text: str | None = model.index(row, column).data()
    return text


def test_a_page_is_read_when_a_row_of_it_is_looked_at(storage: AtOnce, model: PeopleModel) -> None:
    campaign = filled(storage.campaigns, 250)
    model.show_rows(Shown(campaign, PersonState.PLANNED), 250, ("Phone", "Name"))
    assert (model.rowCount(), storage.readings) == (250, 0)
    assert seen(model, 240, STATE) == "Waiting"
    assert storage.readings == 1
    assert seen(model, 249, 0) == "250"
    assert storage.readings == 1
    assert seen(model, PAGE_ROWS, 0) == str(PAGE_ROWS + 1)
    assert storage.readings == 2


def test_more_rows_of_the_same_kind_leave_what_is_seen_in_its_place(storage: AtOnce, model: PeopleModel) -> None:
    campaign = filled(storage.campaigns, 30)
    shown = Shown(campaign, PersonState.PLANNED)
    model.show_rows(shown, 20, ("Phone", "Name"))
    assert seen(model, 0, 0) == "1"
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.show_rows(shown, 30, ("Phone", "Name"))
    assert (model.rowCount(), seen(model, 29, 0), resets) == (30, "30", [])
    model.show_rows(shown, 10, ("Phone", "Name"))
    assert (model.rowCount(), seen(model, 9, 0), model.index(10, 0).isValid()) == (10, "10", False)


def test_cells_stand_in_one_line_and_a_short_row_has_empty_ones(storage: AtOnce, model: PeopleModel) -> None:
    campaign = filled(storage.campaigns, 1)
    model.show_rows(Shown(campaign), 1, ("Phone\nat home", "Name", "City"))
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Phone at home"
    assert seen(model, 0, 4) == ""


def test_who_was_in_doubt_and_was_given_up_may_have_it(storage: AtOnce, model: PeopleModel) -> None:
    campaign = running(storage.campaigns, 2)
    send = storage.campaigns.begin_send(storage.campaigns.next_planned(campaign, 1)[0].id)
    storage.campaigns.settle_send(send.id, Failure(Outcome.UNKNOWN, "reset"))
    storage.campaigns.pause(campaign, "by_person")
    list(storage.campaigns.sending_again(campaign))
    stop(storage.campaigns, campaign)
    model.show_rows(Shown(campaign, PersonState.SKIPPED), 2, ("Phone", "Name"))
    assert [seen(model, row, STATE) for row in (0, 1)] == [
        "You stopped the campaign first; may have it from before", "You stopped the campaign first",
    ]  # fmt: skip
