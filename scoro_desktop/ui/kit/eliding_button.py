"""A button whose words end with an ellipsis where there is no room for all of them; its tool tip has the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_AROUND: Final = 16
"""Frame and padding of both sides in the style sheet, in pixels."""


class ElidingButton(QPushButton):
    """Takes what width it is given, and says the fullest of its texts that there is room for. `role`: as it looks."""

    def __init__(self, parent: QWidget | None = None, role: str = "value") -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ("",)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, *texts: str) -> None:
        """Shows a text: the first of those given that fits. The tool tip has the very first."""
        self._texts = texts
        self.setToolTip(tip(texts[0]))
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Room for the whole text, where it is not to fill its place."""
        width = self.fontMetrics().horizontalAdvance(self._texts[0]) + 2  # advances are rounded
        return QSize(width + _AROUND, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4 + _AROUND, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measures its words in another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
            self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows more of it, or less."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics, room = self.fontMetrics(), self.width() - _AROUND
        fitting = next((each for each in self._texts if metrics.horizontalAdvance(each) <= room), self._texts[-1])
        shown = metrics.elidedText(fitting, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
