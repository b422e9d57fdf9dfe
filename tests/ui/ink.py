"""Where the letters of a widget stand, to the pixel: what a designer lays a ruler on."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

_FRAME = 6
"""Pixels at each edge that are frame, or the round corners of one."""


def ink(widget: QWidget, frame: int = _FRAME) -> QRect:
    """The smallest rectangle of a widget that holds everything of another colour than its ground, frame left out."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    inner = image.rect().adjusted(frame, frame, -frame, -frame)
    ground = image.pixel(inner.center().x(), inner.top())
    marked = [
        (x, y)
        for x in range(inner.left(), inner.right() + 1)
        for y in range(inner.top(), inner.bottom() + 1)
        if image.pixel(x, y) != ground
    ]
    assert marked, "nothing is written"
    columns, rows = zip(*marked, strict=True)
    return QRect(min(columns), min(rows), max(columns) - min(columns) + 1, max(rows) - min(rows) + 1)
