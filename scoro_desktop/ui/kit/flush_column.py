"""A column of widgets without any space around or between them, and a holder that tells when such a column grows."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Growing(QWidget):
    """`grew`: something in it came, went, or got other words that take other room."""

    grew = Signal()

    def event(self, event: QEvent) -> bool:
        """Tells it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.grew.emit()
        return super().event(event)


def flush_column(parent: QWidget, *widgets: QWidget, stretched: QWidget) -> QWidget:
    """Makes a widget that holds others below each other; `stretched` is the one that takes the height left over."""
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, int(widget is stretched))
    return holder
