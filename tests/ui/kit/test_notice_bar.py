"""A line that says something: what is on offer in it ends where the other lines of the window do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.appearance import Appearance
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from tests.ui.ink import ink

pytestmark = pytest.mark.looks

MARGIN = 16


def test_what_goes_by_itself_ends_at_the_margin(qtbot: QtBot, qapp: QApplication) -> None:
    Appearance(qapp, "light")
    notice = NoticeBar()
    qtbot.addWidget(notice)
    notice.action.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line below a focused link is longer than its words
    notice.let_close(False)
    notice.offer("Held", "Undo", lambda: None)
    with qtbot.waitExposed(notice):
        notice.show()
    notice.resize(600, notice.sizeHint().height())
    qapp.processEvents()
    end = ink(notice, frame=3).right() + 1
    assert abs(notice.width() - MARGIN - end) <= 1
