"""The moment in which a person first comes to a part of the window, for what need not be had before."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget


class FirstLook(QObject):
    """Notices the pointer over a widget, or the keyboard within it. `taken`: told once; `has_come`: whether it was."""

    taken = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.has_come = False
        self._widget = widget
        widget.installEventFilter(self)
        if isinstance(qt := QApplication.instance(), QApplication):
            qt.focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets every event pass."""
        if event.type() is QEvent.Type.Enter:
            self._take()
        return super().eventFilter(watched, event)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._widget.isAncestorOf(now):
            self._take()

    def _take(self) -> None:
        if self.has_come:
            return
        self.has_come = True
        self._widget.removeEventFilter(self)
        if isinstance(qt := QApplication.instance(), QApplication):
            qt.focusChanged.disconnect(self._focus_moved)
        self.taken.emit()
