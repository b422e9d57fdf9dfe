"""A line between two parts does not have them painted anew whenever the pointer comes and goes."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QHoverEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.splitter import Splitter
from tests.journey.conftest import Start

SHEET = "QSplitter::handle { background: #ffffff; } QSplitter::handle:hover { background: #ff0000; }"


class Part(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


def leave(widget: QWidget) -> None:
    """Has the pointer leave a widget, as Qt tells one that wants to know."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_Hover):
        nowhere = QPointF(-1, -1)
        QApplication.sendEvent(widget, QHoverEvent(QEvent.Type.HoverLeave, nowhere, nowhere, QPointF(1, 1)))
    QApplication.processEvents()


def shown(splitter: QSplitter, qtbot: QtBot) -> list[Part]:
    qtbot.addWidget(splitter)
    splitter.setStyleSheet(SHEET)
    splitter.resize(200, 100)
    parts = [Part(splitter), Part(splitter)]
    for part in parts:
        splitter.addWidget(part)
    splitter.show()
    qtbot.waitExposed(splitter)
    QApplication.processEvents()
    return parts


def test_its_parts_are_not_painted_when_the_pointer_leaves(qtbot: QtBot) -> None:
    splitter = Splitter(Qt.Orientation.Horizontal)
    parts = shown(splitter, qtbot)
    before = [each.painted for each in parts]
    assert min(before) > 0
    leave(splitter)
    assert [each.painted for each in parts] == before
    splitter.setStyleSheet(SHEET + "QLabel { color: #00ff00; }")  # another scheme
    QApplication.processEvents()
    before = [each.painted for each in parts]
    leave(splitter)
    assert [each.painted for each in parts] == before


def test_its_handle_looks_otherwise_beneath_the_pointer(qtbot: QtBot) -> None:
    splitter = Splitter(Qt.Orientation.Horizontal)
    shown(splitter, qtbot)
    handle = splitter.handle(1)
    middle = handle.rect().center()

    def colour() -> str:
        return handle.grab().toImage().pixelColor(middle).name()

    assert colour() == "#ffffff"
    place = QPointF(middle)
    QApplication.sendEvent(handle, QEnterEvent(place, place, QPointF(handle.mapToGlobal(middle))))
    QApplication.sendEvent(handle, QHoverEvent(QEvent.Type.HoverEnter, place, place, QPointF(QPoint(-1, -1))))
    assert colour() == "#ff0000"


def test_the_window_is_not_painted_whole_when_the_pointer_leaves(start: Start) -> None:
    window = start().window
    for each in (window, *window.findChildren(QSplitter)):
        assert not each.testAttribute(Qt.WidgetAttribute.WA_Hover), each
