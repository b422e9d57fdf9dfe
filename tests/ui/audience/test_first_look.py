"""A person who comes to a part of the window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QCursor, QEnterEvent
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


@pytest.fixture
def pointer(monkeypatch: pytest.MonkeyPatch) -> list[QPoint]:
    """The place of the pointer on the screen, to be changed: the test's own screen has none that moves."""
    place = [QPoint(3, 3)]
    monkeypatch.setattr(QCursor, "pos", lambda: place[-1])
    return place


def enter(part: QWidget, at: QPoint) -> None:
    place = QPointF(at)
    QApplication.sendEvent(part, QEnterEvent(place, place, place))


def test_a_pointer_that_stood_there_before_has_not_come(window: QWidget, pointer: list[QPoint], qtbot: QtBot) -> None:
    """A window that opens beneath the pointer asked the server for what nobody had come to."""
    part = window.findChild(QWidget, "part")
    assert isinstance(part, QWidget)
    look = FirstLook(part)
    enter(part, pointer[-1])
    assert not look.has_come
    with qtbot.waitSignal(look.taken):
        pointer.append(QPoint(4, 4))


def test_a_pointer_that_left_and_comes_again_has_come(window: QWidget, pointer: list[QPoint]) -> None:
    part = window.findChild(QWidget, "part")
    assert isinstance(part, QWidget)
    look = FirstLook(part)
    enter(part, pointer[-1])
    QApplication.sendEvent(part, QEvent(QEvent.Type.Leave))
    assert not look.has_come
    enter(part, QPoint(9, 9))
    assert look.has_come
