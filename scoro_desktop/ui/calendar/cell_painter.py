"""The drawing of a day of the month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QRect, Qt, QTime
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from scoro_desktop.ui.words.line_words import number_text

if TYPE_CHECKING:
    from datetime import date

    from scoro_desktop.ui.calendar.month import Cell, Entry
    from scoro_desktop.ui.kit.appearance import Colours

HEAD: Final = 28
"""Pixels of the line with the names of the days of the week."""
NUMBER: Final = 24
"""Pixels of the line with the number of a day."""
ENTRY: Final = 20
LEAST_LETTERS: Final = 6
"""Letters of a message that are to be seen beside the widest time, or times are left out. Ours."""
_WIDEST_TIME: Final = QTime(22, 58)
C_INT_MAX: Final = 2**31 - 1
"""Qt's plurals take a C int."""
_PAD: Final = 6

MOST_KEPT: Final = 1_000
"""Words of entries that are kept: three months and more. Ours."""

translate = QCoreApplication.translate


def least_room(metrics: QFontMetrics) -> int:
    """The width of a cell, in pixels, from which on its entries have their times."""
    return metrics.horizontalAdvance(f"{_short(_WIDEST_TIME)} ") + LEAST_LETTERS * metrics.averageCharWidth()


def _short(time: QTime) -> str:
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


class CellPainter:
    """Draws days in the colours of a scheme. `begin` before each drawing.

    A month has some 200 entries: what all of them share is found once, and the words of each as long as they stand.
    """

    def __init__(self, colours: Colours) -> None:
        self.colours = colours
        self._key: tuple[str, ...] = ()
        self._known: dict[str, QColor] = {}

    def begin(self, painter: QPainter, font: QFont) -> None:
        """Takes what is drawn with."""
        self._to = painter
        key = (font.key(), QLocale().name())
        if key == self._key:
            return
        self._key, self._font = key, QFont(font)
        self._small = QFont(font)
        self._small.setPixelSize(max(10, font.pixelSize() - 1))
        self._metrics = QFontMetrics(self._small)
        self._least = least_room(self._metrics)
        self._words: dict[tuple[str, int, int, int], str] = {}

    def _colour(self, name: str) -> QColor:
        """Returns a colour of the scheme, whose name is read once."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = QColor(name)
        return found

    @staticmethod
    def room(height: int, cell: Cell) -> int:
        """The entries that a cell of a height has room for, less one where the line for more takes its place."""
        rows = max(0, (height - NUMBER - 2) // ENTRY)
        if len(cell.entries) + bool(cell.more) <= rows:
            return len(cell.entries)
        return max(0, rows - 1)

    @staticmethod
    def hidden_words(hidden: int, room: int) -> str:
        """Says how many entries are not shown; `room`: how many are."""
        if not room:  # more than what?
            return translate("calendar", "%Ln message(s)", None, min(hidden, C_INT_MAX))
        return translate("calendar", "+{number} more").format(number=number_text(hidden))

    @staticmethod
    def entry_rect(rect: QRect, row: int) -> QRect:
        """The place of an entry in a cell."""
        return QRect(rect.left() + 3, rect.top() + NUMBER + row * ENTRY, rect.width() - 6, ENTRY - 2)

    def draw_head(self, rect: QRect, name: str) -> None:
        """Draws the name of a day of the week."""
        self._to.setFont(self._small)
        self._to.setPen(self._colour(self.colours.muted))
        self._to.drawText(rect.adjusted(_PAD, 0, -_PAD, 0), Qt.AlignmentFlag.AlignVCenter, name)

    def draw_day(
        self,
        rect: QRect,
        day: date,
        cell: Cell,
        *,
        is_of_month: bool,
        is_today: bool,
        is_held: bool,
        has_focus: bool,
        is_target: bool,
    ) -> None:
        """Draws a day with what stands on it."""
        to, colours = self._to, self.colours
        ground = colours.selection if is_target else colours.surface if is_of_month else colours.window
        to.fillRect(rect, self._colour(ground))
        to.setPen(self._colour(colours.line))
        to.drawLine(rect.topRight(), rect.bottomRight())
        to.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._draw_number(rect, day, is_of_month=is_of_month, is_today=is_today)
        room = self.room(rect.height(), cell)
        for row, entry in enumerate(cell.entries[:room]):
            self._draw_entry(self.entry_rect(rect, row), entry)
        hidden = len(cell.entries) - room + cell.more
        if hidden:
            to.setFont(self._small)
            to.setPen(self._colour(colours.muted))
            words = self.hidden_words(hidden, room)
            if self._metrics.horizontalAdvance(words) > rect.width() - 2 * _PAD:
                words = number_text(hidden)
            rows = max(0, (rect.height() - NUMBER - 2) // ENTRY)
            if rows:
                to.drawText(
                    self.entry_rect(rect, room).adjusted(_PAD - 3, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words
                )
            else:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                to.drawText(QRect(rect.left(), rect.top(), rect.width() - _PAD, NUMBER), right, words)
        if is_held:
            to.setBrush(Qt.BrushStyle.NoBrush)
            to.setPen(QPen(self._colour(colours.accent), 2 if has_focus else 1))
            to.drawRect(rect.adjusted(1, 1, -1, -1))

    def _draw_number(self, rect: QRect, day: date, *, is_of_month: bool, is_today: bool) -> None:
        to, colours = self._to, self.colours
        to.setFont(self._font)
        place = QRect(rect.left() + 3, rect.top() + 2, 22, 20)
        if is_today:
            to.setPen(Qt.PenStyle.NoPen)
            to.setBrush(self._colour(colours.accent))
            to.drawRoundedRect(place, 10, 10)
            to.setPen(self._colour(colours.on_accent))
        else:
            to.setPen(self._colour(colours.text if is_of_month else colours.muted))
        to.drawText(place, Qt.AlignmentFlag.AlignCenter, QLocale().toString(day.day))

    def _draw_entry(self, rect: QRect, entry: Entry) -> None:
        to, colours = self._to, self.colours
        to.setPen(Qt.PenStyle.NoPen)
        if entry.key[0] == "plan":
            to.setBrush(self._colour(colours.selection))
            to.drawRoundedRect(rect, 4, 4)
        role = colours.accent if entry.role == "planned" else colours.of_role(entry.role)
        to.setBrush(self._colour(role))
        to.drawRoundedRect(QRect(rect.left() + 2, rect.top() + 3, 3, rect.height() - 6), 1, 1)
        to.setFont(self._small)
        to.setPen(self._colour(colours.text))
        room = rect.width() - 12
        key = (entry.words, entry.at.hour, entry.at.minute, room)
        words = self._words.get(key)
        if words is None:
            if len(self._words) > MOST_KEPT:
                self._words.clear()
            words = self._words[key] = self.entry_words(entry, self._metrics, room, self._least)
        to.drawText(rect.adjusted(9, 0, -3, 0), Qt.AlignmentFlag.AlignVCenter, words)

    @staticmethod
    def entry_words(entry: Entry, metrics: QFontMetrics, room: int, least: int | None = None) -> str:
        """Says when and what, and in a narrow cell what alone: the table beside it has the time.

        Every entry of a month has its time, or none: which one hangs on the room alone. `least`: what is known of it.
        """
        words = entry.words
        if (least_room(metrics) if least is None else least) <= room:
            words = f"{_short(QTime(entry.at.hour, entry.at.minute))} {words}"
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
