"""The requests of a campaign and the people in one: both can be read in a low window, too."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.ui.campaigns.requests_model import ShownRequests
from scoro_desktop.ui.campaigns.requests_view import RequestsView
from scoro_desktop.ui.kit.appearance import LIGHT
from tests.storage.campaigns.samples import running
from tests.ui.campaigns.test_people_model import AtOnce


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[AtOnce]:
    with contextlib.closing(open_database(tmp_path / DATABASE)) as connection:
        yield AtOnce(connection)


@pytest.mark.parametrize(("size", "is_beside"), [((690, 190), True), ((690, 420), False), ((420, 420), False)])
def test_several_rows_of_both_are_seen(size: tuple[int, int], is_beside: bool, storage: AtOnce, qtbot: QtBot) -> None:
    campaign = running(storage.campaigns, 40, size=20)
    view = RequestsView(storage, LIGHT)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.show_requests(storage.campaigns.existing(campaign), ShownRequests(campaign), 2)
    assert view.heading.text() == "Request 1: 20 people"
    beside = view.people.mapTo(view, view.people.rect().topLeft()).x() >= view.table.width()
    assert beside is is_beside
    for table in (view.table, view.people):
        assert table.viewport().height() // table.verticalHeader().defaultSectionSize() >= 4
