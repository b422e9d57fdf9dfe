"""Pages behind tabs: each title is seen whole, whichever of them is in front and so in heavier letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.appearance import Appearance
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
