"""A span from now: a number and a unit."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from scoro_desktop.messages.moments import UNITS
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.no_wheel_spin import NoWheelSpinBox
from scoro_desktop.wire import JsonValue

MOST: Final = 999


class SpanRow(QWidget):
    """A number and a unit: so long from now. `picked(int, str)`; `edited`: something was typed; `left`: not wanted."""

    picked = Signal(int, str)
    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = NoWheelSpinBox(self)
        self.number.setRange(1, MOST)
        self.number.setValue(3)
        self.number.setFixedWidth(72)
        self.number.setAccessibleName(self.tr("How many"))
        self.unit = ElidingComboBox(self, as_wide_as_words=True)
        self.unit.setAccessibleName(self.tr("Unit of time"))
        words = {
            "minutes": self.tr("minutes"),
            "hours": self.tr("hours"),
            "days": self.tr("days"),
            "weeks": self.tr("weeks"),
        }
        for unit in UNITS:
            self.unit.addItem(words[unit], unit)
        self.unit.setCurrentIndex(1)
        self.take = QPushButton(self.tr("Set"), self)
        self.take.clicked.connect(self._take)
        leave = QToolButton(self)
        leave.setText("×")
        leave.setProperty("role", "quiet")
        leave.setToolTip(self.tr("Leave it as it is"))
        leave.setAccessibleName(self.tr("Leave it as it is"))
        leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (QLabel(self.tr("In"), self), self.number, self.unit, self.take, leave):
            row.addWidget(widget)
        row.addStretch()
        self.number.valueChanged.connect(lambda: self.edited.emit())
        self.number.lineEdit().returnPressed.connect(self._take)
        self.unit.activated.connect(lambda: self.edited.emit())

    def state(self) -> JsonValue:
        """Returns what is typed."""
        return [self.number.value(), str(self.unit.currentData())]

    def restore(self, state: JsonValue) -> None:
        """Puts back what `state` gave."""
        match state:
            case [int(number), str(unit)]:
                with QSignalBlocker(self.number):
                    self.number.setValue(number)
                self.unit.setCurrentIndex(max(self.unit.findData(unit), 0))

    def _take(self) -> None:
        self.picked.emit(self.number.value(), str(self.unit.currentData()))
