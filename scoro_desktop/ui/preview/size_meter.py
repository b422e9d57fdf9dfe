"""A meter of the bytes that a message takes of a platform's limit."""

from typing import Final

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from scoro_desktop.ui.kit.appearance import Colours

NEARLY_FULL: Final = 0.9
"""From this share of the limit on the meter warns."""


class SizeMeter(QWidget):
    """A platform's name, its bytes of how many, and a bar; it warns in words too, not by colour alone.

    `wanted`: it was clicked while over the limit. The keyboard gets there by the list of problems.
    """

    wanted = Signal()

    def __init__(self, platform: str, limit: int, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._platform = platform
        self._limit = limit
        self._size: int | None = None
        self._words = QLabel(self)
        self._words.setProperty("role", "help")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = _Bar(colours, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        self._show()

    def show_size(self, size: int | None) -> None:
        """Shows so many bytes; None is a section that is not sent."""
        if size != self._size:
            self._size = size
            self._show()

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self._bar.colours = colours
        self._bar.update()

    def text(self) -> str:
        """Returns its words."""
        return self._words.text()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leads to what is too big."""
        if self._is_over() and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()
        else:
            super().mousePressEvent(event)

    def _is_over(self) -> bool:
        return self._size is not None and self._size > self._limit

    def _show(self) -> None:
        is_over = self._is_over()
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.tr("Go to this section of the message") if is_over else "")
        locale = QLocale()
        if self._size is None:
            text = self.tr("{platform} is turned off").format(platform=self._platform)
            role, share = "help", 0.0
        else:
            share = self._size / self._limit
            text = self.tr("{platform} {size} / {limit} B").format(
                platform=self._platform, size=locale.toString(self._size), limit=locale.toString(self._limit)
            )
            role = "help"
            if share > 1:
                role, text = "problem", self.tr("{size}: too big").format(size=text)
            elif share > NEARLY_FULL:
                role, text = "warning", self.tr("{size}: nearly full").format(size=text)
        self._words.setText(text)
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            self._words.style().polish(self._words)
        self._bar.show_share(share, role)


class _Bar(QWidget):
    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours
        self._share = 0.0
        self._role = "help"
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, role: str) -> None:
        self._share, self._role = share, role
        self.update()

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(140, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.colours.line))
        painter.setBrush(QColor(self.colours.hover))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = {"problem": self.colours.danger, "warning": self.colours.caution}.get(self._role, self.colours.accent)
        painter.setBrush(QColor(colour))
        if self._share > 0:
            painter.drawRoundedRect(QRectF(0, 0, self.width() * min(1.0, self._share), self.height()), 2, 2)
        painter.end()
