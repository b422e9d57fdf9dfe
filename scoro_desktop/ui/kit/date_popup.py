"""The calendar that opens below a date, in the colours of the app: Qt's own is red at weekends, on blue above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QDateTimeEdit, QToolButton

from scoro_desktop.ui.kit.assets import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

_ARROWS: Final = {"qt_calendar_prevmonth": "arrow-left", "qt_calendar_nextmonth": "arrow-right"}
"""Qt's names for the buttons to the months beside, and our icons for them."""
_WEEKEND: Final = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def dress(calendar: QCalendarWidget) -> None:
    """Gives a calendar the colours of the app as they are now; its sizes stand in the style sheet."""
    muted = calendar.palette().color(QPalette.ColorRole.PlaceholderText)
    pale = QTextCharFormat()
    pale.setForeground(QBrush(muted))
    calendar.setHeaderTextFormat(pale)
    for day in _WEEKEND:
        calendar.setWeekdayTextFormat(day, pale)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for name, drawn in _ARROWS.items():
        if (button := calendar.findChild(QToolButton, name)) is not None:
            button.setIcon(icon(drawn, muted.name()))


class OwnCalendar(QDateTimeEdit):
    """Opens a calendar that looks as the rest of the app does. It is made with the first press: few are ever opened."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Has the calendar ready that a press on the arrow opens."""
        if self.calendarPopup():
            dress(self.calendarWidget())
        super().mousePressEvent(event)


class OwnDate(QDateEdit):
    """A day, with the same calendar."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Has the calendar ready that a press on the arrow opens."""
        if self.calendarPopup():
            dress(self.calendarWidget())
        super().mousePressEvent(event)
