"""The files that are not code, and icons drawn from them in the colours of the moment."""

import functools
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICON_SIZE = 20
"""The side of the square that every icon is drawn in, in pixels."""
WIDE = 26
"""Its width with room at both sides, where words stand beside it: Qt sets them too close."""


@functools.cache
def folder() -> Path:
    """The folder of resources: inside the package when it is installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[2]
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


@functools.cache
def icon(name: str, colour: str, *, wide: bool = False) -> QIcon:
    """The icon `name`.svg with `currentColor` replaced by a colour such as "#1b1f24". It is drawn once, and shared.

    `wide`: with room at both sides, for a button with words.
    """
    source = (folder() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode("utf-8")))
    result = QIcon()
    for scale in (1, 2, 3):
        width = WIDE if wide else ICON_SIZE
        pixmap = QPixmap(width * scale, ICON_SIZE * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF((width - ICON_SIZE) / 2 * scale, 0, ICON_SIZE * scale, ICON_SIZE * scale))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        result.addPixmap(pixmap)
    return result


def app_icon() -> QIcon:
    """The application's own icon."""
    return QIcon(str(folder() / "icons" / "scoro-desktop.svg"))
