"""Lists, trees and tables whose words differ in weight, looked at as they are drawn."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QBrush, QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.appearance import LIGHT, Appearance
from scoro_desktop.ui.kit.completions import Completions, Proposal
from scoro_desktop.ui.kit.list_lines import KeptColours, NameAndMore
from tests.ui.test_contrast import contrast

pytestmark = pytest.mark.looks

ROW = 40


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    Appearance(qapp, "light")


def pixels(widget: QWidget, place: QRect) -> list[QColor]:
    image: QImage = widget.grab(place).toImage()
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]


def words(widget: QWidget, place: QRect) -> QColor:
    """The colour of the words that are drawn there: the darkest of all."""
    return min(pixels(widget, place), key=lambda each: each.lightness())


def right_end(widget: QWidget, place: QRect, ground: str) -> int:
    """The last column of a place in which something is drawn."""
    image = widget.grab(place).toImage()
    drawn = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != QColor(ground)]
    return max(drawn)


@pytest.mark.parametrize(("row", "ground"), [(0, LIGHT.selection), (1, LIGHT.surface)])
def test_the_second_line_is_paler_than_the_name_and_can_be_read(qtbot: QtBot, row: int, ground: str) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.setProperty("role", "lines")
    rows.setItemDelegate(NameAndMore(rows))
    for _ in range(2):
        item = QListWidgetItem("Goal\nPush, changed on Monday", rows)
        item.setSizeHint(QSize(1, ROW))
    rows.setCurrentRow(0)
    rows.resize(300, 200)
    rows.show()
    place = rows.visualItemRect(rows.item(row)).adjusted(0, 4, 0, -4)
    name, more = (
        words(rows.viewport(), QRect(place.x(), place.y() + at * place.height() // 2, place.width(), ROW // 2 - 4))
        for at in range(2)
    )
    assert name.lightness() < more.lightness()
    assert contrast(more.name(), ground) >= 4.5


@pytest.mark.parametrize("role", ["problems", "sums"])
def test_words_keep_their_colour_in_a_selected_row(qtbot: QtBot, role: str) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setProperty("role", role)
    tree.setItemDelegate(KeptColours(tree))
    item = QTreeWidgetItem(tree, ["Error"])
    item.setForeground(0, QBrush(QColor(LIGHT.danger)))
    tree.setCurrentItem(item)
    tree.show()
    seen = {each.name() for each in pixels(tree.viewport(), tree.visualItemRect(item))}
    assert QColor(LIGHT.selection).name() in seen
    assert QColor(LIGHT.danger).name() in seen


def test_what_is_said_of_proposals_ends_at_one_line(qtbot: QtBot) -> None:
    window = QLabel()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    proposals = [Proposal("London", "66", '"'), Proposal("Saint Petersburg", "66", '"'), Proposal("Kazan", "66", '"')]
    rows = Completions(window)
    rows.show_proposals(proposals, QRect(QPoint(10, 10), QSize(1, 20)), window)
    assert [rows.item(row).text() for row in range(3)] == ["London   66", "Saint Petersburg   66", "Kazan   66"]
    assert rows.verticalScrollBar().maximum() == 0
    ends = {
        right_end(rows.viewport(), rows.visualItemRect(rows.item(row)).adjusted(8, 4, -8, -4), LIGHT.surface)
        for row in (1, 2)
    }
    assert len(ends) == 1


def test_the_corner_of_a_table_is_round_above_its_headings(qtbot: QtBot) -> None:
    table = QTableWidget(1, 2)
    qtbot.addWidget(table)
    table.verticalHeader().hide()
    table.horizontalHeader().setStretchLastSection(True)
    table.resize(300, 100)
    table.show()
    for corner in (QPoint(1, 1), QPoint(table.width() - 2, 1)):
        (drawn,) = pixels(table, QRect(corner, QSize(1, 1)))
        assert drawn != QColor(LIGHT.surface), "the headings cover the line around"
