"""The letters of a system that has them large."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

LARGE_PX: Final = 18
"""A body as a system font of 13.5 points has it, or one of 9 points at 144 dpi."""


@contextmanager
def large_letters() -> Iterator[None]:
    """Gives the application letters of `LARGE_PX`, and takes them back."""
    before = QApplication.font()
    font = QFont(before)
    font.setPointSizeF(LARGE_PX * 72 / QApplication.primaryScreen().logicalDotsPerInch())
    QApplication.setFont(font)
    yield
    QApplication.setFont(before)
