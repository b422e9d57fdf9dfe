"""An editor of a date and time on the clock of a zone."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QLocale, QSignalBlocker, Qt, QTime, QTimeZone, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.no_wheel_spin import NoWheelDateTimeEdit
from scoro_desktop.ui.moments.zone_dialog import Zone, ZoneDialog, zone_words
from scoro_desktop.ui.moments.zone_words import offset_words

HERE: Final = "here"
_OTHER: Final = "other"


class ZoneBox(ElidingComboBox):
    """This computer's zone, UTC, those that were met, and any other by search. `chosen`: the person chose one."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, as_wide_as_words=True)
        self.addItem(self.tr("local time"), HERE)
        self.addItem(self.tr("UTC"), 0)
        self.addItem(self.tr("Other zone…"), _OTHER)
        self._index = 0
        self.activated.connect(self._activated)

    def zone(self) -> Zone:
        """`HERE`, a zone by its name, or an offset from UTC in seconds."""
        data = self.itemData(self._index)
        return data if isinstance(data, int) else str(data)

    def show_zone(self, zone: Zone) -> None:
        """Shows a zone, whether it was in the list or not."""
        index = self.findData(zone)
        if index < 0:
            index = self.count() - 1
            self.insertItem(index, offset_words(zone) if isinstance(zone, int) else zone_words(zone), zone)
        self._index = index
        self.setCurrentIndex(index)

    def show_offset(self, offset: int, day: QDate, time: QTime) -> None:
        """Shows the zone of a moment of which no more than its offset is known: this computer's, where it fits."""
        here = QDateTime(day, time, QTimeZone(QTimeZone.Initialization.LocalTime)).offsetFromUtc()
        self.show_zone(HERE if offset == here and offset != 0 else offset)

    def offset(self, day: QDate, time: QTime) -> int:
        """Returns how many seconds the clocks of the zone are ahead of UTC when they show this."""
        zone = self.zone()
        if isinstance(zone, int):
            return zone
        kind = QTimeZone(QTimeZone.Initialization.LocalTime) if zone == HERE else QTimeZone(zone.encode("ascii"))
        return QDateTime(day, time, kind).offsetFromUtc()

    def _activated(self, index: int) -> None:
        if self.itemData(index) == _OTHER:
            self.setCurrentIndex(self._index)
            dialog = ZoneDialog(self)
            dialog.chosen.connect(self._found)
            dialog.open()
        elif index != self._index:
            self._index = index
            self.chosen.emit()

    def _found(self, zone: Zone) -> None:
        self.show_zone(zone)
        self.chosen.emit()


class ClockAndZone(QWidget):
    """A clock that is edited as it is written. The zone beside it says whose clock; changing it moves no hand.

    `edited`: by the person.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock = NoWheelDateTimeEdit(self)
        self.clock.setTimeZone(QTimeZone.utc())  # it only holds what a clock shows; `zone` says where the clock hangs
        self.clock.setDateRange(QDate(100, 1, 1), QDate(9999, 12, 31))
        self.clock.setCalendarPopup(True)
        self.clock.dateTimeChanged.connect(lambda: self.edited.emit())
        self.zone = ZoneBox(self)
        self.zone.chosen.connect(self.edited)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self._line.addWidget(self.clock, 1)
        self._line.addWidget(self.zone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the zone below the clock where both would be cut off side by side."""
        super().resizeEvent(event)
        beside = self.width() >= self.clock.sizeHint().width() + self.zone.sizeHint().width()
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def moment(self) -> datetime:
        """The moment, with its offset from UTC in whole minutes."""
        shown = self.clock.dateTime()
        day, time = shown.date(), shown.time()
        offset = self.zone.offset(day, time)
        clock = datetime(
            day.year(),
            day.month(),
            day.day(),
            time.hour(),
            time.minute(),
            time.second(),
            time.msec() * 1000,
            timezone(timedelta(seconds=offset)),
        )
        # RFC 3339 has no seconds in an offset; clocks before 1920 or so had.
        return clock if offset % 60 == 0 else clock.astimezone(UTC)

    def show_moment(self, when: datetime) -> None:
        """Shows a moment that knows its offset, in this computer's zone where that has this offset then."""
        offset = int((when.utcoffset() or timedelta()).total_seconds())
        day, time = QDate(when.year, when.month, when.day), QTime(when.hour, when.minute, when.second)
        time = time.addMSecs(when.microsecond // 1000)
        self.zone.show_offset(offset, day, time)
        self._show(day, time)

    def show_here(self, day: QDate, time: QTime) -> None:
        """Shows what this computer's clock shows then."""
        self.zone.show_zone(HERE)
        self._show(day, time)

    def words(self) -> tuple[str, ...]:
        """Returns the moment as it is shown: whole, without this computer's zone, and no more than its day."""
        clock, zone = self.clock.text(), self.zone.currentText()
        whole = self.tr("{clock}, {zone}").format(clock=clock, zone=zone)
        days = (QLocale().toString(self.clock.date(), _day_format(year)).strip("/.- ") for year in ("yy", ""))
        return (whole, clock if self.zone.zone() == HERE else whole, *(f"{day}…" for day in days))

    def take_focus(self) -> None:
        """Puts the keyboard on the clock."""
        self.clock.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, day: QDate, time: QTime) -> None:
        with QSignalBlocker(self.clock):
            self.clock.setDisplayFormat(_format(time))
            self.clock.setDateTime(QDateTime(day, time, QTimeZone.utc()))


def _format(time: QTime) -> str:
    """Returns the language's format of a date and time, with all digits of the year; seconds only where there are
    any.
    """
    clock = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    if time.msec():
        clock = clock.replace("mm", "mm:ss.zzz")
    elif time.second():
        clock = clock.replace("mm", "mm:ss")
    return f"{_day_format('yyyy')} {clock}"


def _day_format(year: str) -> str:
    """Returns the language's short format of a day, with so many digits of the year."""
    return QLocale().dateFormat(QLocale.FormatType.ShortFormat).replace("yyyy", "yy").replace("yy", year)
