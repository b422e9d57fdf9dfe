"""The moment in which somebody first does something in the app, for what nobody needs in an app that only runs."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

ACTS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
    }
)
"""Events that only a person brings about."""


class FirstAct(QObject):
    """Waits for a key, or a move of the pointer over any window of the app. `done`: told once."""

    done = Signal()

    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        self._qt = qt
        qt.installEventFilter(self)

    def end(self) -> None:
        """Waits no longer."""
        self._qt.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets every event pass."""
        if event.type() in ACTS:
            self.end()
            self.done.emit()
        return super().eventFilter(watched, event)
