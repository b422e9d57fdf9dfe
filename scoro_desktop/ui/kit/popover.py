"""A small window beside what opened it, which closes with Escape or a click elsewhere."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget


class Popover(QFrame):
    """An empty frame; whoever makes it adds what is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")

    def open_at(self, widget: QWidget) -> None:
        """Opens below a widget, above it where there is more room, and on the screen in any case."""
        self.adjustSize()
        size = self.sizeHint()
        screen = widget.screen().availableGeometry()
        below = widget.mapToGlobal(QPoint(widget.width() - size.width(), widget.height() + 4))
        y = below.y()
        if y + size.height() > screen.bottom():
            y = widget.mapToGlobal(QPoint(0, 0)).y() - size.height() - 4
        x = min(max(below.x(), screen.left() + 4), screen.right() - size.width() - 4)
        self.move(x, max(y, screen.top() + 4))
        self.show()
