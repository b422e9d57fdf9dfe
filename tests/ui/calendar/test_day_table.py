"""The table of a day in the calendar: two hundred sends take no longer than what is seen of them."""

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.calendar.day_model import DayModel
from scoro_desktop.ui.calendar.day_table import DayTable
from scoro_desktop.ui.calendar.month import Entry

NOON = datetime(2026, 12, 2, 12, tzinfo=UTC)
ENTRIES = [
    Entry(("send", n), NOON + timedelta(minutes=n % 3), f"message {n}", "Push · Shop", "Sent", "good")
    for n in range(200)
]


@pytest.fixture
def table(qtbot: QtBot) -> DayTable:
    made = DayTable()
    made.setFixedSize(400, 130)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_only_what_is_seen_is_made(table: DayTable, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[int, int]] = []
    text_at = DayModel.text_at

    def counted(model: DayModel, row: int, column: int) -> str:
        made.append((row, column))
        return text_at(model, row, column)

    monkeypatch.setattr(DayModel, "text_at", counted)
    table.show_entries(ENTRIES)
    table.viewport().repaint()
    seen = table.viewport().height() // 26 + 2
    assert 0 < len(set(made)) <= 3 * seen + 3 < len(ENTRIES), "three different times are measured"


def test_what_was_chosen_stays_chosen_and_nothing_of_a_message_is_markup(table: DayTable) -> None:
    table.show_entries(ENTRIES)
    model = table.model()
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)] == [
        "Time",
        "Message",
        "Outcome",
    ]
    assert [str(model.index(1, column).data()) for column in range(3)] == ["12:01\u202fPM", "message 1", "Sent"]
    table.selectRow(5)
    table.show_entries([dataclasses.replace(ENTRIES[0], words="<b>Sale</b>"), *ENTRIES[4:]])
    assert table.entry() == ENTRIES[5]
    table.show_entries(ENTRIES[6:])
    assert table.entry() == ENTRIES[6]
    table.show_entries([])
    assert table.entry() is None
    table.show_entries([dataclasses.replace(ENTRIES[0], words="<b>Sale</b>")])
    words = str(model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;b&gt;Sale&lt;/b&gt;" in words
