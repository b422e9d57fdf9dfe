"""The list of plans shows each zone and each account whole, however wide it is."""

import dataclasses
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.planned_types import Ask, AskCode, PlanState, When
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.kit.plain_cell import PADDING
from scoro_desktop.ui.later.plans_model import ACCOUNT, COLUMNS, MESSAGE, WHEN, ZONE, PlansModel
from scoro_desktop.ui.later.plans_table import PlansTable
from tests.sending.later.plans import NINE, plan

pytestmark = pytest.mark.looks

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
FAR = When.read("2026-12-04T11:00 America/Argentina/Buenos_Aires")
LIVE = dataclasses.replace(plan(2, FAR), environment=Environment.PRODUCTION, account_name="Shop live")
ASKED = dataclasses.replace(LIVE, id=3, when=NINE, state=PlanState.ASKED, ask=Ask(AskCode.MOVED, {"was": 9, "now": 8}))


@pytest.fixture
def table(qtbot: QtBot) -> PlansTable:
    model = PlansModel(LIGHT)
    made = PlansTable(model, LIGHT)
    model.setParent(made)
    qtbot.addWidget(made)
    model.show_plans([plan(1), LIVE, ASKED], NOW)
    return made


def whole(table: PlansTable, row: int, column: int, text_of: int) -> bool:
    """Tells whether there is room in a column for a text, beside what Qt or the second line leaves empty."""
    if column == text_of and not table.isColumnHidden(column):
        return table.columnWidth(column) >= table.sizeHintForIndex(table.model().index(row, column)).width()
    text = str(table.model().index(row, text_of).data())
    return table.columnWidth(column) - 2 * PADDING >= table.fontMetrics().horizontalAdvance(text)


@pytest.mark.parametrize("width", [780, 926, 1072, 1500])
def test_nothing_is_cut_at_any_width(table: PlansTable, qtbot: QtBot, width: int) -> None:
    table.resize(400, 300)  # smaller first, as a dialog is before it is laid out
    with qtbot.waitExposed(table):
        table.show()
    table.resize(width, 300)
    is_tall = table.isColumnHidden(ZONE)
    assert is_tall is table.isColumnHidden(ACCOUNT)
    assert is_tall is {780: True, 1500: False}.get(width, is_tall)
    for row in range(3):
        for column in range(COLUMNS):
            if column not in {ZONE, ACCOUNT, MESSAGE}:
                assert whole(table, row, column, column), (row, column)
        assert whole(table, row, WHEN if is_tall else ZONE, ZONE), row
        assert whole(table, row, MESSAGE if is_tall else ACCOUNT, ACCOUNT), row
        assert table.columnWidth(MESSAGE) >= 100
        assert table.rowHeight(row) >= table.fontMetrics().height() * (2 if is_tall else 1)
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())


def test_a_screen_reader_says_what_stands_in_the_second_line(table: PlansTable, qtbot: QtBot) -> None:
    with qtbot.waitExposed(table):
        table.show()

    def said(column: int) -> object:
        return table.model().index(1, column).data(Qt.ItemDataRole.AccessibleTextRole)

    table.resize(780, 300)
    assert str(said(WHEN)).endswith("11:00\u202fAM, America/Argentina/Buenos Aires (UTC-03:00)")
    assert str(said(MESSAGE)).endswith(", PRODUCTION · Shop live")
    table.resize(1500, 300)
    assert (said(WHEN), said(MESSAGE)) == (None, None)


def test_a_long_zone_leaves_the_message_and_its_account_their_room(table: PlansTable, qtbot: QtBot) -> None:
    model = table.model()
    assert isinstance(model, PlansModel)
    model.show_plans([dataclasses.replace(LIVE, account_name="Shop for sports goods and more")], NOW)
    with qtbot.waitExposed(table):
        table.show()
    table.resize(780, 300)
    assert table.isColumnHidden(ZONE)
    assert table.columnWidth(MESSAGE) >= 190
    assert whole(table, 0, WHEN, WHEN)
