"""A person who comes to a part of the window."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.audience.first_look import FirstLook


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit(window))
    part = QWidget(window)
    part.setObjectName("part")
    QVBoxLayout(part).addWidget(QLineEdit(part))
    column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


def test_the_keyboard_within_it_is_noticed_once(window: QWidget, qtbot: QtBot) -> None:
    other, line = window.findChildren(QLineEdit)
    part = line.parentWidget()
    assert part is not None
    look = FirstLook(part)
    taken: list[bool] = []
    look.taken.connect(lambda: taken.append(True))
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert (taken, look.has_come) == ([], False)
    for _ in range(2):
        line.setFocus()
        qtbot.waitUntil(line.hasFocus)
        other.setFocus()
    assert (taken, look.has_come) == ([True], True)


def test_the_pointer_over_it_is_noticed_once(window: QWidget) -> None:
    part = window.findChild(QWidget, "part")
    assert isinstance(part, QWidget)
    look = FirstLook(part)
    taken: list[bool] = []
    look.taken.connect(lambda: taken.append(True))
    place = QPointF(3, 3)
    for _ in range(2):
        QApplication.sendEvent(part, QEnterEvent(place, place, part.mapToGlobal(place)))
    assert (taken, look.has_come) == ([True], True)
