"""Pauses: keys and clicks come in bursts, and what takes its time waits until one is over."""

from typing import ClassVar

from PySide6.QtCore import QObject, QTimer


class Pause(QTimer):
    """A timer that ends (`timeout`) once, so many milliseconds after it was started last."""

    share: ClassVar[float] = 1.0
    """The share of its milliseconds that a pause made from now on lasts: less where no person types (the tests)."""

    def __init__(self, parent: QObject, milliseconds: int) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(round(milliseconds * self.share))
