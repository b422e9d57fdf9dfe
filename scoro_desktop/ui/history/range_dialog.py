"""The choice of a range of days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from scoro_desktop.storage.history_periods import Period, Span
from scoro_desktop.ui.kit.date_popup import OwnDate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


class RangeDialog(QDialog):
    """Asks for the first and the last day. `chosen` carries the Period."""

    chosen = Signal(object)

    def __init__(self, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Range of days"))
        today = QDate.currentDate()
        first, last = period.days(_date(today))
        self._first = self._edit(QDate(first.year, first.month, first.day) if first else today.addDays(-29))
        self._last = self._edit(QDate(last.year, last.month, last.day) if last else today)
        self._first.dateChanged.connect(self._last.setMinimumDate)
        self._last.setMinimumDate(self._first.date())
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(4)
        for words, edit in ((self.tr("First day"), self._first), (self.tr("Last day"), self._last)):
            label = QLabel(words, self)
            label.setProperty("role", "label")
            label.setBuddy(edit)
            edit.setAccessibleName(words)
            form.addRow(label, edit)
        show = QPushButton(self.tr("Show"), self)
        show.setProperty("role", "primary")
        show.setDefault(True)
        show.clicked.connect(self._accept)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (cancel, show):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addLayout(buttons)

    def _edit(self, day: QDate) -> OwnDate:
        edit = OwnDate(day, self)
        edit.setCalendarPopup(True)
        edit.setMinimumWidth(220)
        return edit

    def _accept(self) -> None:
        self.chosen.emit(Period(Span.RANGE, _date(self._first.date()), _date(self._last.date())))
        self.accept()


def range_words(period: Period) -> str:
    """A range in words short enough for a chip."""

    def short(day: date | None) -> str:
        if day is None:
            return "…"
        return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)

    if period.first == period.last:
        return short(period.first)
    return translate("RangeDialog", "{first} – {last}").format(first=short(period.first), last=short(period.last))


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
