"""Notes on the desktop, from whichever window is in front: told without waiting for anybody, heard when clicked.

Linux has one way on every desktop, over D-Bus (`notes_bus.py`). Qt's tray icon is asked elsewhere: on Linux it needs a
tray, which GNOME has none of, and looks for one on the GUI thread.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.ui.runtime.notes_bus import APP, NotesBus

if TYPE_CHECKING:
    from scoro_desktop.ui.runtime.background import Background

SHOWN_MS: Final = 10_000
"""Milliseconds that the icon stays in the tray with a note. Ours."""


class DesktopNotes(QObject):
    """Shows notes. `clicked(token)`: a person clicked one; `token` is the right to raise a window, or empty."""

    clicked = Signal(str)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._bus = NotesBus(self.clicked.emit)
        self.destroyed.connect(self._bus.end)  # a window goes, as when another language is chosen

    def tell(self, title: str, text: str) -> None:
        """Shows a note, if there is a way; nobody hears where there is none, since the window says the same."""
        if sys.platform == "linux":
            words = self.tr("Show the window")
            self._background.submit(lambda: self._bus.tell(title, text, words), lambda _done: None, lambda _error: None)
        elif QSystemTrayIcon.isSystemTrayAvailable():
            icon = QSystemTrayIcon(QApplication.windowIcon(), self)
            icon.setToolTip(APP)
            icon.messageClicked.connect(lambda: self.clicked.emit(""))
            icon.show()
            icon.showMessage(title, text, QApplication.windowIcon(), SHOWN_MS)
            soon(icon, icon.deleteLater, SHOWN_MS)
