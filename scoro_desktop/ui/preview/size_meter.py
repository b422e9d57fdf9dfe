"""A meter of the bytes that a message takes of a platform's limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.restyle import restyle

if TYPE_CHECKING:
    from collections.abc import Sequence

NEARLY_FULL: Final = 0.9
"""From this share of the limit on the meter warns."""
_BAR: Final = QSize(140, 6)
_BETWEEN: Final = 8


class SizeMeter(QWidget):
    """A platform's name, its bytes of how many, and a bar; it warns in words too, not by colour alone.

    `wanted`: it was clicked while over the limit. The keyboard gets there by the list of problems.

    It places its words itself: in a layout each other number of bytes would lay out the whole window anew, and draw it.
    """

    wanted = Signal()

    def __init__(self, platform: str, limit: int, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._platform = platform
        self._limit = limit
        self._size: int | None = -1  # no size is shown yet
        self._words = QLabel(self)
        self._words.setProperty("role", "help")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = _Bar(colours, self)
        self._room = QSize()  # that was asked for last: more is asked for where the words need it, and less is not
        self._needed = 0  # pixels that the words have need of now
        self._widest = 0  # pixels that those who stand together have need of, by which it was arranged
        self._together: list[SizeMeter] = [self]
        self.show_size(None)

    def show_size(self, size: int | None) -> None:
        """Shows so many bytes; None is a section that is not sent."""
        if size == self._size:
            return
        self._size = size
        is_over = self._size is not None and self._size > self._limit
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
            restyle(self._words)
        self._bar.share, self._bar.role = share, role
        self._bar.setAccessibleName(text)
        self._bar.update()
        wanted = self._words.sizeHint()
        self._needed = wanted.width()
        if wanted.width() > self._room.width() or wanted.height() > self._room.height():
            self._room = wanted
            self.updateGeometry()
        widest = 0
        for each in self._together:
            widest = max(widest, each._needed)
        for each in self._together:  # whose own size may well be the same as before
            if each._widest != widest:
                each._arrange()

    def stand_below(self, others: Sequence[SizeMeter]) -> None:
        """Has its bar begin where those of others do, and theirs where its own does."""
        self._together = [*others, self]
        for each in others:
            each._together = self._together

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self._bar.colours = colours
        self._bar.update()

    def text(self) -> str:
        """Returns its words."""
        return self._words.text()

    def sizeHint(self) -> QSize:
        """Room for the words and the bar."""
        return self.minimumSizeHint() + QSize(_BAR.width(), 0)

    def minimumSizeHint(self) -> QSize:
        """Room for the words to the last letter; the bar gives way."""
        self._room = self._words.sizeHint()
        self._needed = self._room.width()
        return QSize(self._room.width() + _BETWEEN, max(self._room.height(), _BAR.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the bar at the right end and the words in front of it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        widest = 0
        for each in self._together:  # a generator would be called for each, with every letter
            widest = max(widest, each._needed)
        self._widest = widest
        bar = max(0, min(_BAR.width(), self.width() - _BETWEEN - widest))
        self._bar.setGeometry(self.width() - bar, (self.height() - _BAR.height()) // 2, bar, _BAR.height())
        self._words.setGeometry(0, 0, max(0, self.width() - bar - _BETWEEN), self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leads to what is too big."""
        if self._size is not None and self._size > self._limit and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()
        else:
            super().mousePressEvent(event)


class _Bar(QWidget):
    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours
        self.share = 0.0
        self.role = "help"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.colours.line))
        painter.setBrush(QColor(self.colours.hover))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = {"problem": self.colours.danger, "warning": self.colours.caution}.get(self.role, self.colours.accent)
        painter.setBrush(QColor(colour))
        if self.share > 0:
            painter.drawRoundedRect(QRectF(0, 0, self.width() * min(1.0, self.share), self.height()), 2, 2)
        painter.end()
