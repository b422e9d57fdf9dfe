"""A check box in a narrow place: its words are all there, on as many lines as they need."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.check_box import WrappingCheckBox

WORDS = "Let the app change the message before it is shown"
pytestmark = pytest.mark.looks


@pytest.mark.parametrize("width", [600, 220, 140])
def test_its_words_go_on_in_the_next_line(qtbot: QtBot, width: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = WrappingCheckBox(WORDS, page)
    column = QVBoxLayout(page)
    column.addWidget(box)
    column.addStretch()
    page.resize(width, 300)
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    assert page.width() == width, "it does not make the window wider"
    lines = super(WrappingCheckBox, box).text().split("\n")
    assert " ".join(lines) == WORDS
    assert (len(lines) > 1) is (width < 300)
    room = box.contentsRect().width() - 24  # beside the box itself
    assert max(map(box.fontMetrics().horizontalAdvance, lines)) <= room
    assert box.height() >= len(lines) * box.fontMetrics().lineSpacing()
    assert box.text() == WORDS
    assert QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name) == WORDS
    box.setText("Short")
    assert super(WrappingCheckBox, box).text() == "Short"
