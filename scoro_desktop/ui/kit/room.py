"""The room that a screen has: no window begins larger than that, whatever size would suit it."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME: Final = QSize(16, 48)
"""In pixels: what the desktop puts around a window. Ours: GNOME, KDE and Windows take no more."""


def room(window: QWidget) -> QSize:
    """Returns the size that a window can have on its screen, without its frame."""
    return window.screen().availableSize() - FRAME


def begin_with(window: QWidget, width: int, height: int) -> None:
    """Gives a window a size, or as much of it as its screen has room for."""
    window.resize(QSize(width, height).boundedTo(room(window)))
