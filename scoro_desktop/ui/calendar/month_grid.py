"""A month as it is drawn: a cell for each day, with the messages that went and those that are planned."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from scoro_desktop.ui.calendar.cell_painter import ENTRY, HEAD, CellPainter
from scoro_desktop.ui.calendar.month import WEEKS, Cell, Entry, Month
from scoro_desktop.ui.kit.announce import announce

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoro_desktop.ui.kit.appearance import Colours

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QWidget):
    """One day is in hand: the arrow keys, Home, End, PageUp and PageDown take another, and so does a click.

    `chosen(date)`: another day is in hand. `opened(date)`: Enter wants what stands on it. `entry_opened(key)`: a double
    click wants an entry. `moved(key, int)`: an entry is to be moved by so many days, by the mouse; `shifted(int)`: the
    one that is chosen elsewhere, by Alt and an arrow.
    """

    chosen = Signal(object)
    opened = Signal(object)
    entry_opened = Signal(object)
    moved = Signal(object, int)
    shifted = Signal(int)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = CellPainter(colours)
        self._days: Sequence[date] = ()
        self._cells: Mapping[date, Cell] = {}
        self._month = Month(2000, 1)
        self.today = date(2000, 1, 1)
        """The day that is marked as the one of now."""
        self.day = self.today
        """The day in hand."""
        self._held: tuple[Entry, date, QPoint] | None = None
        self._target: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(False)
        self.setAccessibleName(self.tr("Calendar of the month"))

    def sizeHint(self) -> QSize:
        """Room for a few entries a day."""
        return QSize(7 * 110, HEAD + WEEKS * 84)

    def minimumSizeHint(self) -> QSize:
        """Room for the days and an entry each."""
        return QSize(7 * 56, HEAD + WEEKS * 44)

    def set_colours(self, colours: Colours) -> None:
        """Draws itself in the colours of another scheme."""
        self._painter = CellPainter(colours)
        self.update()

    def show_month(self, month: Month, day: date, today: date) -> None:
        """Shows a month with a day of it in hand."""
        self._month, self.today = month, today
        self._days = month.days(QLocale().firstDayOfWeek().value)
        self.day = day
        self._say()
        self.update()

    def show_cells(self, cells: Mapping[date, Cell]) -> None:
        """Shows what stands on the days, and draws anew those on which something else stands."""
        before, self._cells = self._cells, cells
        self._say()
        for day in self._days:
            was, now = before.get(day, Cell()), cells.get(day, Cell())
            if (was.entries, was.more) != (now.entries, now.more):
                self.update(self._rect(day))

    def entries_shown(self, day: date) -> list[Entry]:
        """The entries that a day has room for."""
        cell = self._cells.get(day, Cell())
        room = self._painter.room(self._rect(day).height(), cell)
        return list(cell.entries[:room])

    def take(self, day: date) -> None:
        """Takes another day in hand; it may be of another month."""
        if day != self.day:
            self.day = day
            self._say()
            self.update()
            self.chosen.emit(day)
            announce(self, self.accessibleDescription())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves by the keys of a table, opens with Enter, and moves an entry with Alt."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._held is not None:
            self._let_go()
        elif key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(_STEPS[key])
        elif key in _STEPS:
            step = _STEPS[key] * (-1 if self.isRightToLeft() and abs(_STEPS[key]) == 1 else 1)
            self.take(self.day + timedelta(days=step))
        elif key in _MONTHS:
            self.take(Month.of(self.day).shifted(_MONTHS[key]).day(self.day.day))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.day in self._days:
            at = self._days.index(self.day)
            self.take(self._days[at - at % 7 + (0 if key == Qt.Key.Key_Home else 6)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the day below the mouse, and what is planned on it as something to be moved."""
        day = self._day_at(event.position().toPoint())
        if day is None or event.button() != Qt.MouseButton.LeftButton:
            return
        entry = self._entry_at(day, event.position().toPoint())
        if entry is not None and entry.moves:
            self._held = entry, day, event.position().toPoint()
        self.take(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the day on which the entry would be put."""
        if self._held is None:
            return
        at = event.position().toPoint()
        if self._target is None and (at - self._held[2]).manhattanLength() < QApplication.startDragDistance():
            return
        self._target = self._day_at(at)
        self.setCursor(Qt.CursorShape.ClosedHandCursor if self._target else Qt.CursorShape.ForbiddenCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 (Qt's own signature)
        """Has the entry moved to the day below the mouse, where that is another one."""
        held, target = self._held, self._target
        self._let_go()
        if held is not None and target is not None and target != held[1]:
            self.moved.emit(held[0].key, (target - held[1]).days)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the entry below the mouse, else what stands on the day."""
        day = self._day_at(event.position().toPoint())
        if day is None:
            return
        entry = self._entry_at(day, event.position().toPoint())
        if entry is None:
            self.opened.emit(day)
        else:
            self.entry_opened.emit(entry.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows which day is in hand."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shows it no longer."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the names of the days of the week, and the days that have to be drawn anew."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.begin(painter, self.font())
        for column, day in enumerate(self._days[:7]):
            name = QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            self._painter.draw_head(
                QRect(self._edge(column), 0, self._edge(column + 1) - self._edge(column), HEAD), name
            )
        for at, day in enumerate(self._days):
            rect = self._rect_at(at)
            if event.region().intersects(rect.adjusted(-1, -1, 1, 1)):  # its lines go a little beyond it
                self._painter.draw_day(
                    rect,
                    day,
                    self._cells.get(day, Cell()),
                    is_of_month=Month.of(day) == self._month,
                    is_today=day == self.today,
                    is_held=day == self.day,
                    has_focus=self.hasFocus(),
                    is_target=self._held is not None and day == self._target,
                )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self._painter.colours.line))
        painter.drawRect(QRect(0, HEAD, self.width() - 1, self.height() - HEAD - 1))
        painter.end()

    def _let_go(self) -> None:
        self._held = self._target = None
        self.unsetCursor()
        self.update()

    def _edge(self, column: int) -> int:
        return round(column * self.width() / 7)

    def _rect(self, day: date) -> QRect:
        return self._rect_at(self._days.index(day)) if day in self._days else QRect()

    def _rect_at(self, at: int) -> QRect:
        column = 6 - at % 7 if self.isRightToLeft() else at % 7
        room = self.height() - HEAD
        top, bottom = (HEAD + round((at // 7 + each) * room / WEEKS) for each in (0, 1))
        return QRect(self._edge(column), top, self._edge(column + 1) - self._edge(column), bottom - top)

    def _day_at(self, place: QPoint) -> date | None:
        return next((day for day in self._days if self._rect(day).contains(place)), None)

    def _entry_at(self, day: date, place: QPoint) -> Entry | None:
        rect = self._rect(day)
        for row, entry in enumerate(self.entries_shown(day)):
            if self._painter.entry_rect(rect, row).adjusted(0, 0, 0, ENTRY // 8).contains(place):
                return entry
        return None

    def _say(self) -> None:
        name = QLocale().toString(QDate(self.day.year, self.day.month, self.day.day), QLocale.FormatType.LongFormat)
        said = self._cells.get(self.day, Cell()).said
        self.setAccessibleDescription(f"{name}: {said}" if said else name)
