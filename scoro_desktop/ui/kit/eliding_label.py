"""A line of plain text that ends with an ellipsis where there is no room for all of it; its tool tip has the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ElidingLabel(QLabel):
    """Takes what width it is given. `whole` is the text as it was given; a screen reader says that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Shows a text, as far as there is room."""
        self.whole = text
        self.setAccessibleName(text)
        self.setToolTip(tip(text))
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """As high as a line, and no wider than it must."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows more of it, or less."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        if shown != self.text():
            self.setText(shown)
