"""Tests that what stands above a list that takes the height left over is as high as it needs."""

from PySide6.QtWidgets import QLabel, QListWidget, QProgressBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.flush_column import Growing
from scoro_desktop.ui.kit.page_scroll_area import HeadScrollArea


def test_a_head_is_seen_whole_whether_something_in_it_wraps_or_not(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    head = Growing()
    bar, words = QProgressBar(head), QLabel("It ended, " * 40, head)
    words.setWordWrap(True)
    column = QVBoxLayout(head)
    for each in (bar, words):
        column.addWidget(each)
    whole = QVBoxLayout(window)
    whole.addWidget(HeadScrollArea(head, 20, window))
    whole.addWidget(QListWidget(window), 1)
    window.resize(500, 600)
    with qtbot.waitExposed(window):
        window.show()

    def are_whole(*parts: QWidget) -> bool:
        return all(each.visibleRegion().boundingRect() == each.rect() for each in parts)

    qtbot.waitUntil(lambda: are_whole(bar, words))
    words.hide()
    qtbot.waitUntil(lambda: head.height() < 100 and are_whole(bar))
    words.show()
    qtbot.waitUntil(lambda: are_whole(bar, words))
