"""Cells that are drawn at one go: as Qt would draw them, with a look at the model for each cell and no more."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QStyledItemDelegate, QTableView
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.appearance import DARK, LIGHT, Colours, stylesheet
from scoro_desktop.ui.kit.plain_cell import PlainCell

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROWS = (
    ("Perm", "a long line of words that no column of this table has room for", "Sent", "7"),
    ("", "Привет, мир ✎ 🎉", "Неизвестно", "12,431"),
    ("two\nlines", "שלום", "Refused", ""),
)
BOLD, NUMBER, COLOURED = 2, 3, 0


class Model(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[int, int]] = []

    def rowCount(self, _parent: Any = None) -> int:
        return len(ROWS)

    def columnCount(self, _parent: Any = None) -> int:
        return len(ROWS[0])

    def cell(self, row: int, column: int) -> tuple[str, QColor | None] | None:
        self.asked.append((row, column))
        return ROWS[row][column], QColor("#b00020") if column == COLOURED else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        text = ROWS[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace("\n", " ")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() == NUMBER else LEFT
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == COLOURED:
            return QColor("#b00020")
        if role == Qt.ItemDataRole.FontRole and index.column() == BOLD:
            bold = QFont()
            bold.setWeight(QFont.Weight.DemiBold)
            return bold
        return None


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    table = QTableView()
    plain_table.set_up(table, "Rows")
    table.setModel(Model())
    table.resize(520, 160)
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    return table


def drawn(table: QTableView) -> QImage:
    return table.viewport().grab().toImage()


def different(one: QImage, other: QImage) -> float:
    """The part of the points that differ by more than a shade."""
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    far = sum(abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) > 40 for at in points)
    return far / len(points)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_they_look_as_qt_draws_them(table: QTableView, colours: Colours) -> None:
    table.setStyleSheet(stylesheet(colours))
    table.selectRow(1)
    model = table.model()
    assert isinstance(model, Model)
    table.setItemDelegate(QStyledItemDelegate(table))
    of_qt = drawn(table)
    table.setItemDelegate(PlainCell(model, table, bold={BOLD}, right={NUMBER}))
    ours = drawn(table)
    assert different(of_qt, ours) < 0.002
    table.clearSelection()
    assert ours != drawn(table), "it is seen which row is chosen"


def test_a_model_is_asked_once_for_each_cell(table: QTableView) -> None:
    model = table.model()
    assert isinstance(model, Model)
    table.setItemDelegate(PlainCell(model, table))
    model.asked.clear()
    table.viewport().repaint()
    assert sorted(model.asked) == [(row, column) for row in range(len(ROWS)) for column in range(len(ROWS[0]))]
