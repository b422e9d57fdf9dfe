"""An editor of a date and time in its zone."""

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoro_desktop.audience.conditions_values import moment, rfc_3339
from scoro_desktop.ui.audience.builder.single_values import ValueEditor
from scoro_desktop.ui.kit.eliding_button import ElidingButton
from scoro_desktop.ui.kit.popover import Popover
from scoro_desktop.ui.moments.clock_and_zone import ClockAndZone
from scoro_desktop.wire import JsonValue

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ClockPopover(Popover):
    """A clock with its zone; Enter closes it as Escape does, for what is edited there holds at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = ClockAndZone(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.when)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Closes at Enter."""
        if event.key() in _ENTER:
            self.close()
        else:
            super().keyPressEvent(event)


class DateValue(ValueEditor):
    """A button that says the date and opens its clock, so that a condition stands on one line; none is chosen at
    first: a date that nobody chose would be a condition that nobody meant.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._is_chosen = False
        self.choose = ElidingButton(self)
        self.choose.clicked.connect(self._choose)
        self.popover = ClockPopover(self)
        self._when = self.popover.when
        self._when.edited.connect(self._edited)
        self.clock, self.zone = self._when.clock, self._when.zone
        self._line.addWidget(self.choose)
        self._show()

    def value(self) -> JsonValue:
        """The date as RFC 3339, None where none is chosen."""
        return rfc_3339(self._when.moment()) if self._is_chosen else None

    def show_value(self, value: JsonValue) -> None:
        """An RFC 3339 date-time or {"$date": ...}; None for none."""
        when = moment(value)
        is_other = when is not None and (not self._is_chosen or value != self.value())
        self._is_chosen = when is not None
        if when is not None and is_other:
            self._when.show_moment(when)
        self._show()

    def tab_stops(self) -> list[QWidget]:
        """The button; the clock has a window of its own."""
        return [self.choose]

    def name(self, name: str) -> None:
        """The button says its date after the name, and the zone that it is one."""
        self._name = name
        self.popover.setAccessibleName(name)
        self.clock.setAccessibleName(name)
        self.zone.setAccessibleName(self.tr("{name}, time zone").format(name=name))
        self._show()

    def _choose(self) -> None:
        if not self._is_chosen:
            self._is_chosen = True
            self._when.show_here(QDate.currentDate(), QTime(0, 0))
            self._edited()
        self.popover.open_at(self.choose)
        self._when.take_focus()

    def _edited(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        texts = self._when.words() if self._is_chosen else (self.tr("Choose a date…"),)
        self.choose.show_text(*texts)
        self.choose.setAccessibleName(f"{self._name}: {texts[0]}" if self._name else texts[0])
