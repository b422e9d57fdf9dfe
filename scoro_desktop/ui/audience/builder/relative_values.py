"""Editors of relative dates: so many days, and a day, week, month or year."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from scoro_desktop.audience.conditions_relative import PERIODS, Period
from scoro_desktop.audience.conditions_values import read_number
from scoro_desktop.audience.relative_dates import MOST
from scoro_desktop.ui.audience.builder.relative_entry import NO_PERIOD, RelativeEntry
from scoro_desktop.ui.audience.builder.single_values import LineValue, ValueEditor
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.words.relative_words import dated, unit_words
from scoro_desktop.wire import JsonValue


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

    def tab_stops(self) -> list[QWidget]:
        """The box."""
        return [self.box]
