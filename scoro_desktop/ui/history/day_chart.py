"""Sends by day as bars: what went out, and what failed on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.words import sums_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scoro_desktop.storage.history_days import Bar
    from scoro_desktop.ui.kit.appearance import Colours

HEIGHT: Final = 132
HIGH: Final = 208
"""Pixels where there is room: a week of rows fits beside it, so that the table need not be scrolled. Ours."""
_LEFT: Final = 44
_BOTTOM: Final = 22
_TOP: Final = 8
_WIDEST: Final = 36


class DayChart(QWidget):
    """One bar is in hand: the arrow keys, Home and End move to another, a click takes the one below the mouse.

    `moved(int)`: another bar is in hand. `opened(Bar)`: Enter or a double click wants its days alone.
    """

    moved = Signal(int)
    opened = Signal(object)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._bars: Sequence[Bar] = ()
        self._place = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Sends by day"))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for a few bars."""
        return QSize(200, HEIGHT)

    def set_colours(self, colours: Colours) -> None:
        """Draws itself in the colours of another scheme."""
        self._colours = colours
        self.update()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Shows these bars; the last one is in hand."""
        self._bars = bars
        self._place = len(bars) - 1
        self._say()
        self.update()

    def take(self, place: int) -> None:
        """Takes another bar in hand."""
        place = min(max(place, 0), len(self._bars) - 1)
        if place != self._place and self._bars:
            self._place = place
            self._say()
            self.update()
            self.moved.emit(place)
            announce(self, self.accessibleDescription())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves by the keys of a list, and opens with Enter."""
        steps = {
            Qt.Key.Key_Left: self._place - 1,
            Qt.Key.Key_Right: self._place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._bars) - 1,
        }
        if (place := steps.get(Qt.Key(event.key()))) is not None:
            self.take(place)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._bars:
            self.opened.emit(self._bars[self._place])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the bar below the mouse."""
        if self._bars:
            self.take(int((event.position().x() - _LEFT) // self._step()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the bar below the mouse."""
        self.mousePressEvent(event)
        if self._bars:
            self.opened.emit(self._bars[self._place])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's own signature)
        """Draws the scale, the bars and the first and last day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((bar.count.sends for bar in self._bars), default=0)
        top = _round_up(most)
        room = self.height() - _TOP - _BOTTOM
        muted, line = QColor(self._colours.muted), QColor(self._colours.line)
        for share in (0.0, 0.5, 1.0):
            y = round(_TOP + room * (1 - share)) + 0.5
            painter.setPen(line)
            painter.drawLine(_LEFT, int(y), self.width(), int(y))
            if top and (share != 0.5 or top % 2 == 0):
                painter.setPen(muted)
                words = QLocale().toString(int(top * share))
                painter.drawText(QRectF(0, y - 8, _LEFT - 8, 16), Qt.AlignmentFlag.AlignRight, words)
        for place, bar in enumerate(self._bars):
            self._draw_bar(painter, place, bar, room / top if top else 0)
        self._draw_days(painter, muted)
        painter.end()

    def _draw_bar(self, painter: QPainter, place: int, bar: Bar, each: float) -> None:
        step = self._step()
        width = min(_WIDEST, max(2.0, step - max(2.0, step * 0.25)))
        x, y = _LEFT + step * place + (step - width) / 2, float(self.height() - _BOTTOM)
        parts = (
            (bar.count.sent, self._colours.accent),
            (bar.count.other, self._colours.muted),
            (bar.count.failed, self._colours.danger),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        for number, colour in parts:
            if number:
                height = max(1.5, number * each)
                y -= height
                painter.setBrush(QColor(colour))
                painter.drawRect(QRectF(x, y, width, height))
        if place == self._place and self.hasFocus():
            painter.setPen(QPen(QColor(self._colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(x - 3, _TOP - 4, width + 6, self.height() - _BOTTOM - _TOP + 7), 4, 4)

    def _draw_days(self, painter: QPainter, muted: QColor) -> None:
        if not self._bars:
            return
        painter.setPen(muted)
        room = QRectF(_LEFT, self.height() - _BOTTOM + 4, self.width() - _LEFT, _BOTTOM - 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, short_day(self._bars[0].first))
        if len(self._bars) > 1:
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, short_day(self._bars[-1].last))

    def _step(self) -> float:
        return max(1.0, (self.width() - _LEFT) / max(1, len(self._bars)))

    def _say(self) -> None:
        bar = self._bars[self._place] if self._bars else None
        words = "" if bar is None else f"{days_words(bar)}: {sums_words.day(bar.count.sends, bar.count)}"
        self.setAccessibleDescription(words)
        self.setToolTip(words)


def days_words(bar: Bar) -> str:
    """The days of a bar."""
    if bar.first == bar.last:
        return short_day(bar.first)
    return f"{short_day(bar.first)} – {short_day(bar.last)}"


def short_day(day: date) -> str:
    """A day as the language writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def _round_up(most: int) -> int:
    """The next number that a scale ends at: 1, 2 or 5 and zeros."""
    unit = 1
    while most > unit * 10:
        unit *= 10
    return next((unit * each for each in (1, 2, 4, 6, 8, 10) if unit * each >= most), most) if most else 0
