"""Pages behind tabs: each title is seen whole, whichever of them is in front and so in heavier letters."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.appearance import LIGHT, Appearance
from scoro_desktop.ui.kit.stack import TabPages

pytestmark = pytest.mark.looks


def test_the_bar_has_room_for_whichever_title_is_heavy(qtbot: QtBot, qapp: QApplication) -> None:
    Appearance(qapp, "light")
    pages = TabPages()
    qtbot.addWidget(pages)
    pages.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
    pages.tabBar().setUsesScrollButtons(False)
    for title in ("Named", "What was put aside of late"):
        pages.addTab(QWidget(), title)
    pages.resize(600, 200)
    pages.show()
    for number in (0, 1, 0, 1):
        pages.setCurrentIndex(number)
        qapp.processEvents()
        assert pages.tabBar().width() >= pages.tabBar().sizeHint().width()


@pytest.mark.parametrize("has_line", [True, False])
def test_pages_with_an_edge_of_their_own_have_no_line_above_it(
    qtbot: QtBot, qapp: QApplication, has_line: bool
) -> None:
    Appearance(qapp, "light")
    pages = TabPages(has_line=has_line)
    qtbot.addWidget(pages)
    pages.addTab(QWidget(), "Named")
    pages.resize(600, 200)
    pages.show()
    drawn = pages.grab(QRect(400, 0, 1, pages.tabBar().height() + 2)).toImage()
    seen = {drawn.pixelColor(0, y).name() for y in range(drawn.height())}
    assert (QColor(LIGHT.line).name() in seen) is has_line
