"""Two parts above each other, of which the lower gives way when there is little room."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

ENOUGH: Final = 480
"""In pixels: in a low window the lower part shrinks until the upper one has this height."""
LEAST: Final = 132
"""In pixels: what is left of the lower part then, a search field and a row of a table."""


class PrioritySplitter(QSplitter):
    """The height is shared as the person left it, as long as the upper part has enough of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new height."""
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Takes from the lower part what the upper one wants: to be called once the lower part is shown."""
        if self.count() == 2:
            upper, lower = self.sizes()
            given = min(ENOUGH - upper, lower - LEAST)
            if upper and given > 0:
                self.setSizes([upper + given, lower - given])
