"""The moment in which a person first comes to a part of the window, for what need not be had before."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

LOOK_MS: Final = 300
"""The milliseconds between two looks whether a pointer that rested here has moved. Ours."""


class FirstLook(QObject):
    """Notices the pointer that comes over a widget, or the keyboard within it. `taken`: told once; `has_come`: whether
    it was.

    A pointer that stood there before the widget did has not come: a window that opens beneath it is nobody's look.
    """

    taken = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.has_come = False
        self._widget = widget
        self._rested_at = QCursor.pos()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        widget.installEventFilter(self)
        if isinstance(qt := QApplication.instance(), QApplication):
            qt.focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets every event pass."""
        if isinstance(event, QEnterEvent):
            if event.globalPosition().toPoint() == self._rested_at:
                self._timer.start()
            else:
                self._take()
        elif event.type() is QEvent.Type.Leave:
            self._timer.stop()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        if QCursor.pos() != self._rested_at:
            self._take()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._widget.isAncestorOf(now):
            self._take()

    def _take(self) -> None:
        if self.has_come:
            return
        self.has_come = True
        self._timer.stop()
        self._widget.removeEventFilter(self)
        if isinstance(qt := QApplication.instance(), QApplication):
            qt.focusChanged.disconnect(self._focus_moved)
        self.taken.emit()
