"""The editor of quiet hours: whether there are any, from when to when, and on whose clock."""

import functools
from datetime import time
from typing import Final

from PySide6.QtCore import Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.ui.kit.check_box import WrappingCheckBox
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.one_line import LineEdit

USUAL: Final = QuietHours(time(21), time(9))
"""The hours proposed when they are turned on. Ours: most people sleep then, and some laws forbid to advertise."""


class QuietHoursEdit(QWidget):
    """`edited`: the person changed something."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = WrappingCheckBox(self.tr("Ask before sending in these hours"), self)
        self.start, self.end = QTimeEdit(self), QTimeEdit(self)
        self.start.setAccessibleName(self.tr("Quiet from"))
        self.end.setAccessibleName(self.tr("Quiet until"))
        self.zone = ElidingComboBox(self)
        self.zone.setAccessibleName(self.tr("Time zone"))
        self.zone.setEditable(True)
        self.zone.setLineEdit(LineEdit(self.zone))
        self.zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.zone.addItems([self.tr("This computer's clock"), *_zones()])  # at once: 560 by themselves take a while
        if (completer := self.zone.completer()) is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(completer.CompletionMode.PopupCompletion)
        self._hours = QWidget(self)
        row = QHBoxLayout(self._hours)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.start, QLabel("–", self), self.end):
            row.addWidget(widget)
        row.addWidget(self.zone, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.switch)
        column.addWidget(self._hours)
        self.setFocusProxy(self.switch)
        self.switch.toggled.connect(self._hours.setVisible)
        self.switch.clicked.connect(self.edited)
        for box in (self.start, self.end):
            box.timeChanged.connect(self.edited)
        self.zone.currentTextChanged.connect(self.edited)
        self.load(None)

    def load(self, hours: QuietHours | None) -> None:
        """Shows the hours of an account, None for no such hours."""
        shown = hours or USUAL
        self.blockSignals(True)
        self.switch.setChecked(hours is not None)
        self._hours.setVisible(hours is not None)
        self.start.setTime(QTime(shown.start.hour, shown.start.minute, shown.start.second))
        self.end.setTime(QTime(shown.end.hour, shown.end.minute, shown.end.second))
        place = self.zone.findText(shown.zone, Qt.MatchFlag.MatchExactly) if shown.zone else 0
        self.zone.setCurrentIndex(max(place, 0))
        if place < 0:
            self.zone.setEditText(shown.zone)
        self.blockSignals(False)

    def hours(self) -> QuietHours | None:
        """Returns the chosen hours. The zone may be one that nobody knows."""
        if not self.switch.isChecked():
            return None
        text = self.zone.currentText().strip()
        zone = "" if text in {"", self.zone.itemText(0)} else text
        return QuietHours(_time(self.start.time()), _time(self.end.time()), zone)


@functools.cache
def _zones() -> list[str]:
    names = sorted(bytes(name.data()).decode("ascii") for name in QTimeZone.availableTimeZoneIds())
    return [each for each in names if "/" in each or each == "UTC"]


def _time(moment: QTime) -> time:
    return time(moment.hour(), moment.minute(), moment.second())
