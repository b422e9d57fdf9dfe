"""An editor of a date and time in its zone."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QLocale, QSignalBlocker, Qt, QTime, QTimeZone
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from scoro_desktop.audience.conditions_values import moment, rfc_3339
from scoro_desktop.ui.audience.builder.single_values import ValueEditor
from scoro_desktop.ui.calm import CalmComboBox, CalmDateTimeEdit
from scoro_desktop.wire import JsonValue

_HERE: Final = "here"


class DateValue(ValueEditor):
    """A button until a date is wanted: a date that nobody chose would be a condition that nobody meant.

    What the clock shows is edited as it is written. The zone beside it says whose clock; changing it moves no hand.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = QPushButton(self.tr("Choose a date…"), self)
        self.choose.clicked.connect(self._choose)
        self.clock = CalmDateTimeEdit(self)
        self.clock.setTimeZone(QTimeZone.utc())  # it only holds what a clock shows; `zone` says where the clock hangs
        self.clock.setDateRange(QDate(100, 1, 1), QDate(9999, 12, 31))
        self.clock.setCalendarPopup(True)
        self.clock.dateTimeChanged.connect(lambda: self.edited.emit())
        self.zone = CalmComboBox(self, as_wide_as_words=True)
        self.zone.addItem(self.tr("local time"), _HERE)
        self.zone.addItem(self.tr("UTC"), 0)
        self.zone.activated.connect(lambda: self.edited.emit())
        self._line.addWidget(self.choose)
        self._line.addWidget(self.clock, 1)
        self._line.addWidget(self.zone)
        self._show_clock(False)

    def value(self) -> JsonValue:
        """The date as RFC 3339, None where none is chosen."""
        return rfc_3339(self._moment()) if not self.clock.isHidden() else None

    def show_value(self, value: JsonValue) -> None:
        """An RFC 3339 date-time or {"$date": ...}; None for none."""
        when = moment(value)
        self._show_clock(when is not None)
        if when is not None and value != self.value():
            self._show_moment(when)

    def tab_stops(self) -> list[QWidget]:
        """All of it: what is hidden is passed over."""
        return [self.choose, self.clock, self.zone]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the zone below the clock where both would be cut off side by side."""
        super().resizeEvent(event)
        beside = self.width() >= self.clock.sizeHint().width() + self.zone.sizeHint().width()
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def name(self, name: str) -> None:
        """The zone says that it is one."""
        super().name(name)
        self.zone.setAccessibleName(self.tr("{name}, time zone").format(name=name))

    def _moment(self) -> datetime:
        shown = self.clock.dateTime()
        day, time = shown.date(), shown.time()
        offset = self.zone.currentData()
        if offset == _HERE:
            offset = QDateTime(day, time, QTimeZone(QTimeZone.Initialization.LocalTime)).offsetFromUtc()
        clock = datetime(
            day.year(),
            day.month(),
            day.day(),
            time.hour(),
            time.minute(),
            time.second(),
            time.msec() * 1000,
            timezone(timedelta(seconds=int(offset))),
        )
        # RFC 3339 has no seconds in an offset; clocks before 1920 or so had.
        return clock if int(offset) % 60 == 0 else clock.astimezone(UTC)

    def _show_moment(self, when: datetime) -> None:
        offset = int((when.utcoffset() or timedelta()).total_seconds())
        day, time = QDate(when.year, when.month, when.day), QTime(when.hour, when.minute, when.second)
        time = time.addMSecs(when.microsecond // 1000)
        here = QDateTime(day, time, QTimeZone(QTimeZone.Initialization.LocalTime)).offsetFromUtc()
        if offset == here and offset != 0:
            index = self.zone.findData(_HERE)
        else:
            index = self.zone.findData(offset)
            if index < 0:
                sign, minutes = "-" if offset < 0 else "+", abs(offset) // 60
                self.zone.addItem(f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}", offset)
                index = self.zone.count() - 1
        self.zone.setCurrentIndex(index)
        with QSignalBlocker(self.clock):
            self.clock.setDisplayFormat(_format(time))
            self.clock.setDateTime(QDateTime(day, time, QTimeZone.utc()))

    def _choose(self) -> None:
        today = QDate.currentDate()
        self.zone.setCurrentIndex(self.zone.findData(_HERE))
        with QSignalBlocker(self.clock):
            self.clock.setDisplayFormat(_format(QTime(0, 0)))
            self.clock.setDateTime(QDateTime(today, QTime(0, 0), QTimeZone.utc()))
        self._show_clock(True)
        self.clock.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _show_clock(self, shown: bool) -> None:
        self.choose.setVisible(not shown)
        self.clock.setVisible(shown)
        self.zone.setVisible(shown)


def _format(time: QTime) -> str:
    """How the language writes a date and time, with all digits of the year; seconds only where there are any."""
    locale = QLocale()
    day = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if "yyyy" not in day:
        day = day.replace("yy", "yyyy")
    clock = locale.timeFormat(QLocale.FormatType.ShortFormat)
    if time.msec():
        clock = clock.replace("mm", "mm:ss.zzz")
    elif time.second():
        clock = clock.replace("mm", "mm:ss")
    return f"{day} {clock}"
