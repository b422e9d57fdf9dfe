"""Widgets in one place, of which one is seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget


class Stack(QWidget):
    """Does what QStackedWidget does, of which Orca says "layered pane" whenever the keyboard comes into it; of a widget
    that only holds others it says nothing. `currentChanged(int)`: another one is seen.
    """

    currentChanged = Signal(int)  # noqa: N815 (as Qt calls it)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QStackedLayout(self)
        self._layout.currentChanged.connect(self.currentChanged)

    def addWidget(self, widget: QWidget) -> int:
        """Takes one more; returns its number."""
        return self._layout.addWidget(widget)

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Shows this one."""
        self._layout.setCurrentWidget(widget)

    def setCurrentIndex(self, number: int) -> None:
        """Shows the one with this number."""
        self._layout.setCurrentIndex(number)

    def currentWidget(self) -> QWidget | None:
        """Returns the one that is seen."""
        return self._layout.currentWidget()

    def currentIndex(self) -> int:
        """Returns the number of the one that is seen."""
        return self._layout.currentIndex()

    def count(self) -> int:
        """Counts them."""
        return self._layout.count()

    def insertWidget(self, number: int, widget: QWidget) -> int:
        """Takes one more before others; returns its number."""
        return self._layout.insertWidget(number, widget)

    def removeWidget(self, widget: QWidget) -> None:
        """Lets one go, which is not deleted."""
        self._layout.removeWidget(widget)
