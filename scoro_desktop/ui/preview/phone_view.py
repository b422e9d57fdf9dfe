"""The drawn phone: shows a scene, as large as it is meant to be or smaller, and says it to screen readers."""

import dataclasses
import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.preview.scene import Look, Scene, paint

MakeScene = Callable[[Look], Scene]

CAPTION: Final = (12, 20)
"""Size of captions in pixels: on the screen, and at most in those of the phone."""
_EDGE: Final = 4
"""Room around the phone, in pixels, for the frame that shows where the keyboard is."""


class PhoneView(QWidget):
    """Takes the keyboard, so that screen readers find it and arrow keys scroll it within its area."""

    def __init__(self, name: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.scene = Scene(width)
        self._make: MakeScene | None = None
        self._look: Look | None = None

    def show_scene(self, make: MakeScene, look: Look) -> None:
        """Draws another picture from now on."""
        self._make, self._look = make, look
        self._remake()

    def sizeHint(self) -> QSize:
        """As large as the phone."""
        return QSize(math.ceil(self.scene.width) + 2 * _EDGE, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes the phone smaller where there is less room."""
        super().resizeEvent(event)
        if self._look is not None and self._look.caption_pixels != self._caption_pixels():
            self._remake()
        else:
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

    def _caption_pixels(self) -> int:
        return min(CAPTION[1], round(CAPTION[0] / self._scale()))

    def _remake(self) -> None:
        """Captions keep their size on the screen: they are made larger where the phone is made smaller."""
        if self._make is None or self._look is None:
            return
        self._look = dataclasses.replace(self._look, caption_pixels=self._caption_pixels())
        self.scene = self._make(self._look)
        self.setAccessibleDescription("\n".join(self.scene.spoken))
        self._fit()
        self.update()

    def _fit(self) -> None:
        self.setMinimumHeight(math.ceil(self.scene.height * self._scale()) + 2 * _EDGE)
