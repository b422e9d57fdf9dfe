"""A widget that tells when what is in it may want another height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget


class Growing(QWidget):
    """`grew`: something in it came, went, or got other words that take other room."""

    grew = Signal()

    def event(self, event: QEvent) -> bool:
        """Tells it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.grew.emit()
        return super().event(event)
