"""An editor of a date and time in its zone."""

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QPushButton, QWidget

from scoro_desktop.audience.conditions_values import moment, rfc_3339
from scoro_desktop.ui.audience.builder.single_values import ValueEditor
from scoro_desktop.ui.moments.clock_and_zone import ClockAndZone
from scoro_desktop.wire import JsonValue


class DateValue(ValueEditor):
    """A button until a date is wanted: a date that nobody chose would be a condition that nobody meant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = QPushButton(self.tr("Choose a date…"), self)
        self.choose.clicked.connect(self._choose)
        self._when = ClockAndZone(self)
        self._when.edited.connect(self.edited)
        self.clock, self.zone = self._when.clock, self._when.zone
        self._line.addWidget(self.choose)
        self._line.addWidget(self._when, 1)
        self._show_clock(False)

    def value(self) -> JsonValue:
        """The date as RFC 3339, None where none is chosen."""
        return rfc_3339(self._when.moment()) if not self._when.isHidden() else None

    def show_value(self, value: JsonValue) -> None:
        """An RFC 3339 date-time or {"$date": ...}; None for none."""
        when = moment(value)
        self._show_clock(when is not None)
        if when is not None and value != self.value():
            self._when.show_moment(when)

    def tab_stops(self) -> list[QWidget]:
        """All of it: what is hidden is passed over."""
        return [self.choose, self.clock, self.zone]

    def name(self, name: str) -> None:
        """The zone says that it is one."""
        super().name(name)
        self.zone.setAccessibleName(self.tr("{name}, time zone").format(name=name))

    def _choose(self) -> None:
        self._when.show_here(QDate.currentDate(), QTime(0, 0))
        self._show_clock(True)
        self._when.take_focus()
        self.edited.emit()

    def _show_clock(self, shown: bool) -> None:
        self.choose.setVisible(not shown)
        self._when.setVisible(shown)
