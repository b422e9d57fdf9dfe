"""Words for whoever uses a screen reader: said aloud though the keyboard is elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from scoro_desktop.ui.kit.pauses import Pause

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PAUSE_MS: Final = 1000
"""Typing pauses for so long before what came of it is said. Ours: a reader speaks the letters meanwhile."""


def is_heard() -> bool:
    """Tells whether there is a screen reader, or anybody else who asks for what is in the window."""
    return QAccessible.isActive()


def announce(widget: QWidget, words: str) -> None:
    """Has a screen reader say `words`, once it comes to it; nothing where there is none."""
    if words and is_heard():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class LaterAnnouncement(QObject):
    """Says the newest words about a widget once nothing newer came for a while, and never the same twice in a row."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._words = ""
        self._said = ""
        self._pause = Pause(self, PAUSE_MS)
        self._pause.timeout.connect(self._say)

    def take(self, words: str) -> None:
        """Takes words to be said; empty ones take back what was to be said."""
        self._words = words
        if words != self._said:
            self._pause.start()

    def _say(self) -> None:
        if self._words != self._said:
            self._said = self._words
            announce(self._widget, self._words)
