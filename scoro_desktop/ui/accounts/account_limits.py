"""The part of an account's form that is about limits: of time, of requests, of how many and of whom."""

import dataclasses
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QVBoxLayout, QWidget

from scoro_desktop.scorocode.account import (
    CEILING_MAX,
    CONNECT_LIMIT_MAX_S,
    HOLD_MAX_S,
    KEEP_DAYS_MAX,
    READ_LIMIT_MAX_S,
    REQUESTS_PER_SECOND_MAX,
    Account,
)
from scoro_desktop.ui.accounts.field_row import FieldRow
from scoro_desktop.ui.kit.no_wheel import NoWheelComboBox
from scoro_desktop.ui.kit.no_wheel_spin import NoWheelDoubleSpinBox, NoWheelSpinBox
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.words import account_words

HISTORY_DAYS: Final = (0, 30, 90, 365)
"""The days that the history can be kept; 0: for ever."""


class AccountLimits(QWidget):
    """Shows these parts of an account, and reads them back. `edited` carries the name of the field.

    It has no rows until `pieces` was gone through.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._touched: set[str] = set()
        self.connect_timeout = self._seconds(CONNECT_LIMIT_MAX_S)
        self.read_timeout = self._seconds(READ_LIMIT_MAX_S)
        self.requests_per_second = self._whole(1, REQUESTS_PER_SECOND_MAX)
        self.hold_seconds = self._whole(0, HOLD_MAX_S)
        self.hold_seconds.setSuffix(self.tr(" s"))
        self.ceiling = self._whole(0, CEILING_MAX)
        self.keep_days = self._whole(0, KEEP_DAYS_MAX)
        self.history_days = NoWheelComboBox(self)
        for days in HISTORY_DAYS:
            words = self.tr("for %Ln day(s)", "", days) if days else self.tr("for ever")
            self.history_days.addItem(words, days)
        self.history_days.currentIndexChanged.connect(lambda _index: self._edited("history_days"))
        self.locked_clause = LineEdit(self)
        self.locked_clause.setPlaceholderText(self.tr("none"))
        self.rows: dict[str, FieldRow] = {}
        for field in ("hold_seconds", "connect_timeout", "read_timeout", "requests_per_second", "ceiling", "keep_days"):
            number: QSpinBox | QDoubleSpinBox = getattr(self, field)
            number.valueChanged.connect(lambda _value, field=field: self._edited(field))
        self.locked_clause.textEdited.connect(lambda _text: self._edited("locked_clause"))

    def pieces(self) -> Iterator[None]:
        """Makes the rows, one a piece."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field in (
            *("hold_seconds", "connect_timeout", "read_timeout"),
            *("requests_per_second", "ceiling", "locked_clause", "keep_days", "history_days"),
        ):
            help_text = account_words.field_help(field)
            self.rows[field] = FieldRow(account_words.field_name(field), getattr(self, field), help_text, (), self)
            column.addWidget(self.rows[field])
            yield

    def load(self, account: Account) -> None:
        """Shows what an account has of this."""
        self.blockSignals(True)
        self.hold_seconds.setValue(account.hold_seconds)
        self.connect_timeout.setValue(account.connect_timeout)
        self.read_timeout.setValue(account.read_timeout)
        self.requests_per_second.setValue(account.requests_per_second)
        self.ceiling.setValue(account.ceiling)
        self.keep_days.setValue(account.keep_days)
        self.history_days.setCurrentIndex(max(0, self.history_days.findData(account.history_days)))
        self.locked_clause.setText(account.locked_clause)
        self._touched.clear()
        self.blockSignals(False)

    def applied(self, account: Account) -> Account:
        """The account with what stands here. What was not touched stays as it was loaded: a clause its line breaks, a
        number the digits that its box rounded.
        """
        values = {
            "hold_seconds": self.hold_seconds.value(),
            "connect_timeout": self.connect_timeout.value(),
            "read_timeout": self.read_timeout.value(),
            "requests_per_second": self.requests_per_second.value(),
            "ceiling": self.ceiling.value(),
            "keep_days": self.keep_days.value(),
            "history_days": self.history_days.currentData(),
            "locked_clause": self.locked_clause.text().strip(),
        }
        touched = {field: value for field, value in values.items() if field in self._touched}
        return dataclasses.replace(account, **touched)

    def _seconds(self, most: float) -> QDoubleSpinBox:
        box = NoWheelDoubleSpinBox(self)
        box.setDecimals(1)
        box.setRange(0.1, most)
        box.setSuffix(self.tr(" s"))
        return box

    def _whole(self, least: int, most: int) -> QSpinBox:
        box = NoWheelSpinBox(self)
        box.setRange(least, most)
        box.setGroupSeparatorShown(True)
        return box

    def _edited(self, field: str) -> None:
        if not self.signalsBlocked():
            self._touched.add(field)
            self.edited.emit(field)
