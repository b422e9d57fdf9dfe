"""A line that says that something is being done, once it has taken a while."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget


class LateNote(QLabel):
    """Hidden until `begin` was called and `after_ms` have passed without `end`. `shown`: it says so now."""

    shown = Signal()

    def __init__(self, words: str, after_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("role", "help")
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
        self.show()
        self.shown.emit()
