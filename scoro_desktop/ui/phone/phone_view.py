"""The drawn phone: shows a scene, as large as it is meant to be or smaller, and says it to screen readers."""

import dataclasses
import math
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from scoro_desktop.ui.phone.scene import Drawing, Look, Scene, paint

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
        self._scale = 1.0
        self._caption = CAPTION[0]  # in pixels
        self._make: Drawing | None = None
        self._look: Look | None = None

    def show_scene(self, make: Drawing, look: Look) -> None:
        """Draws another picture from now on."""
        self._make, self._look = make, look
        self._remake()

    def sizeHint(self) -> QSize:
        """As large as the phone."""
        return QSize(math.ceil(self.scene.width) + 2 * _EDGE, self.minimumHeight())

    def set_room(self, pixels: int) -> None:
        """Draws the phone no wider than that."""
        self._scale = max(0.1, min(1.0, (pixels - 2 * _EDGE) / self.scene.width))
        self._caption = min(CAPTION[1], round(CAPTION[0] / self._scale))
        if self._look is not None and self._look.caption_pixels != self._caption:
            self._remake()
        else:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the scene in the middle."""
        painter = QPainter(self)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.palette().highlight().color()), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        scale = self._scale
        painter.translate((self.width() - self.scene.width * scale) / 2, _EDGE)
        painter.scale(scale, scale)
        paint(painter, self.scene)
        painter.end()

    def _remake(self) -> None:
        """Captions keep their size on the screen: they are made larger where the phone is made smaller."""
        if self._make is None or self._look is None:
            return
        if self._look.caption_pixels != self._caption:
            self._look = dataclasses.replace(self._look, caption_pixels=self._caption)
        self.scene = self._make(self._look)
        self.setAccessibleDescription("\n".join(self.scene.spoken))
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(math.ceil(self.scene.height * self._scale) + 2 * _EDGE)
        self.update()


class PhoneArea(QScrollArea):
    """Scrolls a phone that is too high.

    The room for the bar is kept free even while there is none: were the phone larger without it, it might need the bar
    just then, be smaller with it, need it no more, and so on for ever.
    """

    def __init__(self, phone: PhoneView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phone = phone
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the phone within takes the keyboard
        self.setWidget(phone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes the phone as large as fits, whether the bar is there or not."""
        super().resizeEvent(event)
        self._phone.set_room(self.width() - self.verticalScrollBar().sizeHint().width())
