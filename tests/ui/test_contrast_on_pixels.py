"""Words as they are drawn, measured on the pixels: 4.5 to 1 at least against what they stand on (WCAG 2.2, 1.4.3)."""

import functools
from array import array
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractTableModel, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person
from tests.ui.every_state import STATES, states
from tests.ui.test_contrast import LEAST, contrast

pytestmark = pytest.mark.looks
_FRAME = 3
"""Pixels at the edge of a widget that its border may take."""


@pytest.fixture
def plain_letters() -> Iterator[None]:
    """Letters without smoothing: each pixel of one has the colour that it is drawn in."""
    before = QApplication.font()
    plain = QFont(before)
    plain.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
    QApplication.setFont(plain)
    yield
    QApplication.setFont(before)


def is_painted(root: QWidget) -> bool:
    """Tells whether nothing waits for the turn in which it is painted; a picture has chance pixels there till then."""
    QApplication.processEvents()
    return all(each.updatesEnabled() for each in root.findChildren(QWidget))


def texts(root: QWidget) -> Iterator[tuple[str, QWidget, QRect]]:
    """The texts written in a window, each with its widget and its place there; what is disabled is exempt (1.4.3)."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not root.window():
            continue
        match widget:
            case QLabel() if widget.text().strip() and widget.pixmap().isNull():
                yield widget.text(), widget, widget.contentsRect()
            case QAbstractButton() if any(letter.isalnum() for letter in widget.text()):
                yield widget.text(), widget, widget.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
            case QLineEdit() if widget.displayText() or widget.placeholderText():
                yield widget.displayText() or widget.placeholderText(), widget, widget.rect().adjusted(5, 5, -5, -5)
            case QComboBox() if widget.currentText() and not widget.isEditable():
                yield widget.currentText(), widget, widget.rect().adjusted(5, 5, -24, -5)
            case QPlainTextEdit() if not widget.toPlainText() and widget.placeholderText():
                yield widget.placeholderText(), widget.viewport(), widget.viewport().rect()
            case QTabBar():
                for tab in range(widget.count()):
                    yield widget.tabText(tab), widget, widget.tabRect(tab).adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
            case QMenuBar():
                for action in widget.actions():
                    yield action.text(), widget, widget.actionGeometry(action)
            case QHeaderView() if widget.orientation() is Qt.Orientation.Horizontal:
                for column in range(widget.count()):
                    words = str(widget.model().headerData(column, widget.orientation()))
                    yield (
                        words,
                        widget.viewport(),
                        QRect(widget.sectionViewportPosition(column), 0, widget.sectionSize(column), widget.height()),
                    )
            case QAbstractItemView():
                yield from cells(widget)


def cells(view: QAbstractItemView) -> Iterator[tuple[str, QWidget, QRect]]:
    model = view.model()
    for row in range(min(model.rowCount(), 12)):
        for column in range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1):
            index = model.index(row, column)
            place = view.visualRect(index).intersected(view.viewport().rect())
            if index.data() and not place.isEmpty():
                yield f"{index.data()} (row {row}, column {column})", view.viewport(), place


def faint(root: QWidget, measured: set[tuple[object, ...]]) -> list[str]:
    """The texts in a window with too little contrast; what was measured in a state before is left out."""
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found, seen = [], 0
    for words, widget, within in texts(root):
        key = (id(widget), words, widget.property("role"), within.x())
        seen += 1
        if key in measured:
            continue
        measured.add(key)
        place = QRect(widget.mapTo(root, within.topLeft()), within.size()).intersected(picture.rect())
        seen_of_it = widget.visibleRegion().boundingRect().translated(widget.mapTo(root, QPoint()))
        place = place.intersected(seen_of_it)
        if place.width() < 8 or place.height() < 8:
            continue
        if (ratio := measure(picture.copy(place))) < LEAST:
            found.append(f"{ratio:.2f} {type(widget).__name__} {words[:50]!r}")
    assert seen >= 3, "nothing was measured"
    return found


def measure(part: QImage) -> float:
    """The contrast of what is drawn with what it is drawn on, the colour of most pixels."""
    colours = Counter(array("I", bytes(part.constBits())))
    (ground, _), *others = colours.most_common()
    return max((between(each & 0xFFFFFF, ground & 0xFFFFFF) for each, _ in others), default=21.0)


@functools.cache
def between(one: int, other: int) -> float:
    return contrast(f"#{one:06X}", f"#{other:06X}")


@pytest.mark.usefixtures("plain_letters")
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_what_is_written_can_be_read(window: MainWindow, person: Person, scheme: str) -> None:
    window._appearance.choose(scheme)
    wrong, measured, seen = {}, set[tuple[object, ...]](), set()
    for state, root in states(window, person):
        person.qtbot.waitUntil(functools.partial(is_painted, root))
        QApplication.processEvents()
        seen.add(state)
        if found := faint(root, measured):
            wrong[state] = found
    assert wrong == {}
    assert len(seen) == STATES
    assert len(measured) > 300
