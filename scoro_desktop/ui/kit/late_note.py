"""A line that says that something is being done, once it has taken a while."""

from typing import Final

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

FLOATS_AT: Final = 12
"""Pixels from the corner of what it floats over. Ours."""


class LateNote(QLabel):
    """Hidden until `begin` was called and `after_ms` have passed without `end`. `shown`: it says so now.

    `over`: pages of its parent over whose corner it floats then, so that nothing moves for it; it stands in a layout
    itself otherwise.
    """

    shown = Signal()

    def __init__(
        self, words: str, after_ms: int, parent: QWidget | None = None, over: QStackedLayout | None = None
    ) -> None:
        super().__init__(words, parent)
        self._over = over
        self.setProperty("role", "help" if over is None else "floating")
        self.hide()
        self._timer = QTimer(self, singleShot=True, interval=after_ms)
        self._timer.timeout.connect(self._say)

    def begin(self) -> None:
        """Notes that it has begun, where it had not before."""
        if not self._timer.isActive() and self.isHidden():
            self._timer.start()

    def end(self, *, unless: bool = False) -> None:
        """Notes that it is done, `unless` something of the kind is still being done."""
        if not unless:
            self._timer.stop()
            self.hide()

    def _say(self) -> None:
        if self._over is not None and (under := self._over.currentWidget()) is not None:
            self.adjustSize()
            self.move(under.geometry().bottomLeft() + QPoint(FLOATS_AT, -FLOATS_AT - self.height()))
            self.raise_()
        self.show()
        self.shown.emit()
