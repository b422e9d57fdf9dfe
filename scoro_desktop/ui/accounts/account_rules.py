"""The part of an account's form that is about what happens before a send, and about the cost of SMS."""

import dataclasses
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from scoro_desktop.messages.problems import Problem
from scoro_desktop.scorocode.account import LATELY_HOURS_MAX, TOLERANCE_MAX, Account, LatelyRule
from scoro_desktop.ui.accounts.field_row import FieldRow
from scoro_desktop.ui.accounts.money_edit import price_text, read_price
from scoro_desktop.ui.accounts.operator_prices_edit import OperatorPricesEdit
from scoro_desktop.ui.accounts.quiet_hours_edit import QuietHoursEdit
from scoro_desktop.ui.kit.no_wheel import NoWheelComboBox
from scoro_desktop.ui.kit.no_wheel_spin import NoWheelDoubleSpinBox, NoWheelSpinBox
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.words import account_words


class AccountRules(QWidget):
    """Shows these parts of an account, and reads them back. `edited` carries the name of the field.

    There is nothing in it until `pieces` was gone through.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._touched: set[str] = set()
        self.rows: dict[str, FieldRow] = {}

    def pieces(self) -> Iterator[None]:
        """Makes the fields and their rows, one a piece."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field, editor in self._editors():
            if field == "sms_suffix":
                column.addSpacing(8)
                column.addWidget(self._heading(self.tr("SMS")))
            yield
            help_text = account_words.field_help(field)
            self.rows[field] = FieldRow(account_words.field_name(field), editor, help_text, (), self)
            column.addWidget(self.rows[field])
            yield
        self._connect()

    def _editors(self) -> Iterator[tuple[str, QWidget]]:
        self.tolerance = NoWheelDoubleSpinBox(self)
        self.tolerance.setDecimals(1)
        self.tolerance.setRange(0, TOLERANCE_MAX)
        self.tolerance.setSuffix(self.tr(" %"))
        yield "tolerance", self.tolerance
        self.lately_hours = NoWheelSpinBox(self)
        self.lately_hours.setRange(0, LATELY_HOURS_MAX)
        self.lately_hours.setSuffix(" " + self.tr("h"))
        self.lately_hours.setSpecialValueText(self.tr("no limit"))
        yield "lately_hours", self.lately_hours
        self.lately_rule = NoWheelComboBox(self)
        self.lately_rule.addItem(self.tr("Warn before sending"), LatelyRule.WARN)
        self.lately_rule.addItem(self.tr("Leave them out"), LatelyRule.LEAVE_OUT)
        yield "lately_rule", self.lately_rule
        self.quiet_hours = QuietHoursEdit(self)
        yield "quiet_hours", self.quiet_hours
        self.sms_suffix = LineEdit(self)
        self.sms_suffix.setPlaceholderText(self.tr("nothing"))
        yield "sms_suffix", self.sms_suffix
        self.sms_price = LineEdit(self)
        self.sms_price.setPlaceholderText(self.tr("not known"))
        yield "sms_price", self.sms_price
        self.currency = LineEdit(self)
        yield "currency", self.currency
        self.operator_prices = OperatorPricesEdit(self)
        yield "operator_prices", self.operator_prices

    def _connect(self) -> None:
        self.tolerance.valueChanged.connect(lambda _value: self._edited("tolerance"))
        self.lately_hours.valueChanged.connect(lambda _value: self._edited("lately_hours"))
        self.lately_rule.currentIndexChanged.connect(lambda _index: self._edited("lately_rule"))
        self.quiet_hours.edited.connect(lambda: self._edited("quiet_hours"))
        self.operator_prices.edited.connect(lambda: self._edited("operator_prices"))
        for field in ("sms_suffix", "sms_price", "currency"):
            line: QLineEdit = getattr(self, field)
            line.textEdited.connect(lambda _text, field=field: self._edited(field))

    def load(self, account: Account) -> None:
        """Shows what an account has of this."""
        self.blockSignals(True)
        self.tolerance.setValue(account.tolerance)
        self.lately_hours.setValue(account.lately_hours)
        self.lately_rule.setCurrentIndex(self.lately_rule.findData(account.lately_rule))
        self.quiet_hours.load(account.quiet_hours)
        self.sms_suffix.setText(account.sms_suffix)
        self.sms_price.setText(price_text(account.sms_price))
        self.currency.setText(account.currency)
        self.operator_prices.load(account.operator_prices)
        self._touched.clear()
        self.blockSignals(False)

    def applied(self, account: Account) -> Account:
        """The account with what stands here; what was not touched stays as it was loaded, to the last digit."""
        try:
            price = read_price(self.sms_price.text())
        except ValueError:  # `problems` tells
            price = None
        values = {
            "tolerance": self.tolerance.value(),
            "lately_hours": self.lately_hours.value(),
            "lately_rule": LatelyRule(self.lately_rule.currentData()),
            "quiet_hours": self.quiet_hours.hours(),
            "sms_suffix": self.sms_suffix.text(),
            "sms_price": price,
            "currency": self.currency.text().strip(),
            "operator_prices": self.operator_prices.prices(),
        }
        touched = {field: value for field, value in values.items() if field in self._touched}
        return dataclasses.replace(account, **touched)  # type: ignore[arg-type]

    def problems(self) -> list[Problem]:
        """Lists the typed values that cannot be read."""
        problems = self.operator_prices.problems()
        try:
            read_price(self.sms_price.text())
        except ValueError:
            problems.append(Problem("sms_price_unreadable", ("account", "sms_price")))
        return problems

    def _edited(self, field: str) -> None:
        if not self.signalsBlocked():
            self._touched.add(field)
            self.edited.emit(field)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "heading")
        return label
