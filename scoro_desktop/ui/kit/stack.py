"""Widgets in one place, of which one is seen, and pages behind tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedLayout, QTabBar, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Stack(QWidget):
    """Does what QStackedWidget does, of which Orca says "layered pane" whenever the keyboard comes into it; of a widget
    that only holds others it says nothing. `currentChanged(int)`: another one is seen.
    """

    currentChanged = Signal(int)  # noqa: N815 (as Qt calls it)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = QStackedLayout(self)
        self.pages.currentChanged.connect(self.currentChanged)

    def addWidget(self, widget: QWidget) -> int:
        """Takes one more; returns its number."""
        return self.pages.addWidget(widget)

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Shows this one."""
        self.pages.setCurrentWidget(widget)

    def setCurrentIndex(self, number: int) -> None:
        """Shows the one with this number."""
        self.pages.setCurrentIndex(number)

    def currentWidget(self) -> QWidget | None:
        """Returns the one that is seen."""
        return self.pages.currentWidget()

    def currentIndex(self) -> int:
        """Returns the number of the one that is seen."""
        return self.pages.currentIndex()

    def count(self) -> int:
        """Counts them."""
        return self.pages.count()

    def insertWidget(self, number: int, widget: QWidget) -> int:
        """Takes one more before others; returns its number."""
        return self.pages.insertWidget(number, widget)

    def removeWidget(self, widget: QWidget) -> None:
        """Lets one go, which is not deleted."""
        self.pages.removeWidget(widget)

    def widget(self, number: int) -> QWidget | None:
        """Returns the one with this number."""
        return self.pages.widget(number)

    def indexOf(self, widget: QWidget) -> int:
        """Returns the number of a widget, -1 where it is not among them."""
        return self.pages.indexOf(widget)


class TabPages(QWidget):
    """Does what QTabWidget does, with a corner beside the tabs. In that one's stack Orca says "layered pane" as well.

    `currentChanged(int)`: another page is seen. `has_line`: below the tabs, for pages without an edge of their own.
    """

    currentChanged = Signal(int)  # noqa: N815 (as Qt calls it)

    def __init__(self, parent: QWidget | None = None, *, has_line: bool = True) -> None:
        super().__init__(parent)
        self._bar = QTabBar(self)
        self._bar.setDrawBase(False)  # it would be a line above what stands in the corner
        self._bar.setDocumentMode(True)
        self._bar.setExpanding(False)
        self._bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._stack = Stack(self)
        self._corner: QWidget | None = None
        line = QFrame(self)
        line.setProperty("role", "line")
        line.setVisible(has_line)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._bar)
        self._bar.currentChanged.connect(self._turned)

    def _turned(self, number: int) -> None:
        self._bar.updateGeometry()  # another title is the heavy one: Qt asks for no other room by itself
        self._stack.setCurrentIndex(number)
        self.currentChanged.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes to the next page with Ctrl+Tab, and back with Shift, from wherever the keyboard is in one."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and with_control and self.count() > 1:
            step = 1 if event.key() == Qt.Key.Key_Tab else -1
            self.setCurrentIndex((self.currentIndex() + step) % self.count())
            event.accept()
            return
        super().keyPressEvent(event)

    def setAccessibleName(self, name: str) -> None:
        """Names the tabs, which is what the keyboard comes to."""
        self._bar.setAccessibleName(name)

    def tabBar(self) -> QTabBar:
        """Returns the tabs."""
        return self._bar

    def addTab(self, page: QWidget, title: str) -> int:
        """Puts a page behind the others; returns its number."""
        self._stack.addWidget(page)
        return self._bar.addTab(title)

    def removeTab(self, number: int) -> None:
        """Takes a page away, which is not deleted."""
        page = self._stack.widget(number)
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            self._bar.removeTab(number)

    def setCornerWidget(self, corner: QWidget) -> None:
        """Puts a widget at the right of the tabs."""
        self._corner = corner
        self._row.addWidget(corner)

    def cornerWidget(self) -> QWidget | None:
        """Returns the widget at the right of the tabs."""
        return self._corner

    def setTabText(self, number: int, title: str) -> None:
        """Puts a title on a tab."""
        self._bar.setTabText(number, title)

    def setTabToolTip(self, number: int, words: str) -> None:
        """Gives a tab a tool tip."""
        self._bar.setTabToolTip(number, words)

    def count(self) -> int:
        """Counts the pages."""
        return self._bar.count()

    def widget(self, number: int) -> QWidget | None:
        """Returns the page with this number."""
        return self._stack.widget(number)

    def indexOf(self, page: QWidget) -> int:
        """Returns the number of a page, -1 where it is not among them."""
        return self._stack.indexOf(page)

    def currentIndex(self) -> int:
        """Returns the number of the page that is seen."""
        return self._bar.currentIndex()

    def setCurrentIndex(self, number: int) -> None:
        """Shows the page with this number."""
        self._bar.setCurrentIndex(number)

    def currentWidget(self) -> QWidget | None:
        """Returns the page that is seen."""
        return self._stack.pages.currentWidget()  # not by its method: this comes with each key

    def setCurrentWidget(self, page: QWidget) -> None:
        """Shows a page."""
        self.setCurrentIndex(self.indexOf(page))
