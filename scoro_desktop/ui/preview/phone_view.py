"""The drawn phone: shows a scene, as large as it is meant to be or smaller, and says it to screen readers."""

import math
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.preview.scene import Scene, paint

_EDGE: Final = 4
"""Room around the phone, in pixels, for the frame that shows where the keyboard is."""


class PhoneView(QWidget):
    """Takes the keyboard, so that screen readers find it and arrow keys scroll it within its area."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.scene = Scene(1)

    def show_scene(self, scene: Scene) -> None:
        """Draws another picture from now on."""
        self.scene = scene
        self.setAccessibleDescription("\n".join(scene.spoken))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the phone."""
        return QSize(math.ceil(self.scene.width) + 2 * _EDGE, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes the phone smaller where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the scene in the middle."""
        painter = QPainter(self)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.palette().highlight().color()), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        scale = self._scale()
        painter.translate((self.width() - self.scene.width * scale) / 2, _EDGE)
        painter.scale(scale, scale)
        paint(painter, self.scene)
        painter.end()

    def _scale(self) -> float:
        return max(0.1, min(1.0, (self.width() - 2 * _EDGE) / self.scene.width))

    def _fit(self) -> None:
        self.setMinimumHeight(math.ceil(self.scene.height * self._scale()) + 2 * _EDGE)
