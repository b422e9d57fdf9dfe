"""Editors of relative dates: so many days, and a day, week, month or year."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from scoro_desktop.audience.conditions_relative import PERIODS, Period
from scoro_desktop.audience.conditions_values import read_number
from scoro_desktop.audience.relative_dates import MOST
from scoro_desktop.ui.audience.builder.relative_entry import NO_PERIOD, RelativeEntry
from scoro_desktop.ui.audience.builder.single_values import LineValue, ValueEditor
from scoro_desktop.ui.kit.appearance import BODY_PX, scaled
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.words.relative_words import dated, unit_words
from scoro_desktop.wire import JsonValue

AROUND: Final = 37
"""In pixels: what stands around the words of a list to choose from, its arrow with them."""
_AROUND_NUMBER: Final = 24
"""In pixels: the same of a line."""
_LEAST_NUMBER: Final = 38
"""In pixels: two digits."""
_MOST_NUMBER: Final = 60
"""In pixels: a number is given no more at the cost of a field."""
_GAP: Final = 4


class RelativeValue(ValueEditor):
    """Edits the entry of a row. What it holds as a JSON value is told by the row: `current`. Its tip says the date."""

    def __init__(self, current: Callable[[], JsonValue], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = current

    def event(self, event: QEvent) -> bool:
        """Works the date out when it is asked for: it moves."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(tip(dated(self._current(), here.instant())))
        return super().event(event)

    def least_width(self) -> int:
        """Returns the pixels in which it is read, in the font that the window is made for."""
        raise NotImplementedError

    def _as_meant(self, words: str) -> int:
        """Returns the pixels of words in the font that the window is made for."""
        return round(self.fontMetrics().horizontalAdvance(words) / max(1.0, self.fontInfo().pixelSize() / BODY_PX))

    def entry(self, before: RelativeEntry) -> RelativeEntry:
        """Returns the entry as it is edited."""
        raise NotImplementedError

    def show_entry(self, entry: RelativeEntry) -> None:
        """Shows an entry; emits nothing."""
        raise NotImplementedError

    def value(self) -> JsonValue:
        """None: see `entry`."""
        return None

    def show_value(self, value: JsonValue) -> None:
        """Shows nothing: see `show_entry`."""


class SpanValue(RelativeValue):
    """A number and its unit: 30 days."""

    def __init__(self, current: Callable[[], JsonValue], parent: QWidget | None = None) -> None:
        super().__init__(current, parent)
        self.number = LineValue(self.tr("how many"), self)
        self.unit = ElidingComboBox(self, as_wide_as_words=True)
        for unit in MOST:
            self.unit.addItem(unit_words(unit, 2), unit)
        self.unit.setCurrentIndex(self.unit.findData("days"))
        self.number.line.setMinimumWidth(scaled(_LEAST_NUMBER))  # less than Qt's own
        self._line.addWidget(self.number, 1)
        self._line.addWidget(self.unit)
        self.number.edited.connect(self._number_edited)
        self.number.entered.connect(self.entered)
        self.unit.activated.connect(lambda: self.edited.emit())

    def entry(self, before: RelativeEntry) -> RelativeEntry:
        """The number that is typed, else its text."""
        return before.with_span(self._amount(), str(self.unit.currentData()))

    def show_entry(self, entry: RelativeEntry) -> None:
        """The number as it was typed."""
        self.number.show_value(entry.amount)
        self.unit.setCurrentIndex(self.unit.findData(entry.unit))
        self._say_units()

    def tab_stops(self) -> list[QWidget]:
        """The number and the unit."""
        return [*self.number.tab_stops(), self.unit]

    def name(self, name: str) -> None:
        """The unit says that it is one."""
        super().name(name)
        self.unit.setAccessibleName(self.tr("{name}, unit").format(name=name))

    def least_width(self) -> int:
        """Returns the pixels of a number as it stands, of two digits at least, and of its unit."""
        digits = max(str(self.number.value() or ""), "00", key=len)
        line = min(_MOST_NUMBER, self._as_meant(digits) + _AROUND_NUMBER)
        return line + _GAP + self._as_meant(self.unit.currentText()) + AROUND

    def _amount(self) -> JsonValue:
        text = self.number.value()
        number = read_number(text) if isinstance(text, str) else None
        return number if isinstance(number, int) else text

    def _number_edited(self) -> None:
        self._say_units()
        self.edited.emit()

    def _say_units(self) -> None:
        """Has the units in the form that the number asks for: 1 day, 2 days."""
        amount = self._amount()
        number = amount if isinstance(amount, int) and 0 < amount <= MOST["minutes"] else 2
        for index in range(self.unit.count()):
            words = unit_words(str(self.unit.itemData(index)), number)
            if words != self.unit.itemText(index):
                self.unit.setItemText(index, words)


class PeriodValue(RelativeValue):
    """A choice of periods, none at first. `words` names one, as its comparison has it."""

    def __init__(
        self, words: Callable[[Period], str], current: Callable[[], JsonValue], parent: QWidget | None = None
    ) -> None:
        super().__init__(current, parent)
        self.box = ElidingComboBox(self)
        for period in PERIODS:
            self.box.addItem(words(period))
        self.box.setPlaceholderText(self.tr("choose…"))
        self.box.setCurrentIndex(-1)
        self._line.addWidget(self.box)
        self.box.activated.connect(lambda: self.edited.emit())

    def entry(self, before: RelativeEntry) -> RelativeEntry:
        """The period that is chosen."""
        index = self.box.currentIndex()
        return before.with_period(PERIODS[index] if index >= 0 else NO_PERIOD)

    def show_entry(self, entry: RelativeEntry) -> None:
        """The period, or that none is chosen."""
        self.box.setCurrentIndex(PERIODS.index(entry.period) if entry.period in PERIODS else -1)

    def least_width(self) -> int:
        """Returns the pixels of the period that is chosen."""
        return self._as_meant(self.box.currentText() or self.box.placeholderText()) + AROUND

    def tab_stops(self) -> list[QWidget]:
        """The box."""
        return [self.box]
