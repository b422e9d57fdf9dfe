"""The files that are not code, and icons drawn from them in the colours of the moment."""

import functools
import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
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


def sharpness() -> int:
    """The pixels that the sharpest screen has for one of ours, rounded up: 1 to 3, as a rule."""
    running = QGuiApplication.instance()
    return math.ceil(running.devicePixelRatio()) if isinstance(running, QGuiApplication) else 1


def icon(name: str, colour: str, *, wide: bool = False, times: int = 1) -> QIcon:
    """The icon `name`.svg with `currentColor` replaced by a colour such as "#1b1f24". It is drawn once, and shared.

    It is as sharp as the screens are now; `Appearance` tells when they get sharper. `wide`: with room at both sides,
    for a button with words. `times`: how many times as large as `ICON_SIZE` it may be shown.
    """
    return _drawn(name, colour, wide=wide, scales=times * sharpness())


@functools.cache
def _drawn(name: str, colour: str, *, wide: bool, scales: int) -> QIcon:
    source = (folder() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode("utf-8")))
    result = QIcon()
    for scale in range(1, scales + 1):
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
