"""Shift+F10, by which menus open that else need a right button: Qt hears the key of that name alone on Linux."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_HAS_IT: Final = "hasContextKey"


class ContextKey(QObject):
    """Gives the key to each window of the app once the keyboard comes to it.

    On Windows the system turns it into the event itself, and macOS has no such key.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        qt = QApplication.instance()
        if sys.platform == "linux" and isinstance(qt, QApplication):
            qt.focusChanged.connect(self._moved)
            self._moved(None, QApplication.focusWidget())

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        window = None if new is None else new.window()
        if window is not None and not window.property(_HAS_IT):
            window.setProperty(_HAS_IT, True)
            shortcut = QShortcut(QKeySequence("Shift+F10"), window)
            shortcut.activated.connect(lambda: _ask(window))


def _ask(window: QWidget) -> None:
    """Has Qt do as for the key of menus: it finds who has the keyboard, and where its cursor is."""
    handle = window.windowHandle()
    if handle is not None:
        nowhere = QPoint()
        QApplication.sendEvent(handle, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, nowhere, nowhere))
