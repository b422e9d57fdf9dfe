"""The editor of prices that differ by operator: a small table."""

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from scoro_desktop.messages.problems import Problem
from scoro_desktop.scorocode.account import OperatorPrice
from scoro_desktop.ui.accounts.field_row import button
from scoro_desktop.ui.accounts.money_edit import price_text, read_price

FIELD = ("account", "operator_prices")


class OperatorPricesEdit(QWidget):
    """`edited`: the person changed something."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, 3, self)
        names = [self.tr("Operator"), self.tr("Numbers begin with"), self.tr("Price of a part")]
        self.table.setHorizontalHeaderLabels(names)
        for number, name in enumerate(names):
            if (heading := self.table.horizontalHeaderItem(number)) is not None:
                heading.setToolTip(name)  # it may be shortened
        self.table.setAccessibleName(self.tr("Prices by operator"))
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setFixedHeight(132)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)  # figures: the words have the rest
        self.add = button(self, self.tr("+ Operator"), "link")
        self.remove = button(self, self.tr("Remove"), "link")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(4)
        column_of_all.addWidget(self.table)
        column_of_all.addLayout(row)
        self.setFocusProxy(self.table)
        self.table.itemChanged.connect(lambda _item: self.edited.emit())
        self.table.itemSelectionChanged.connect(self._show_state)
        self.add.clicked.connect(self._add_clicked)
        self.remove.clicked.connect(self._remove_clicked)
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the beginnings of numbers half of what the prices leave, and their heading room for its words."""
        super().resizeEvent(event)
        header = self.table.horizontalHeader()
        left = event.size().width() - 2 * self.table.frameWidth() - header.sectionSizeHint(2)
        header.resizeSection(1, max(header.sectionSizeHint(1), left // 2))

    def load(self, prices: tuple[OperatorPrice, ...]) -> None:
        """Shows the prices of an account."""
        with QSignalBlocker(self.table):
            self.table.setRowCount(0)
            for each in prices:
                self._append(each.name, ", ".join(each.prefixes), price_text(each.price))
        self._show_state()

    def prices(self) -> tuple[OperatorPrice, ...]:
        """The rows whose price can be read; `problems` tells of the others."""
        found = []
        for name, prefixes, text in self._rows():
            try:
                price = read_price(text)
            except ValueError:
                continue
            if price is not None:
                found.append(OperatorPrice(name, _prefixes(prefixes), price))
        return tuple(found)

    def problems(self) -> list[Problem]:
        """Lists the rows that cannot be read."""
        problems = []
        for name, _, text in self._rows():
            try:
                readable = read_price(text) is not None
            except ValueError:
                readable = False
            if not readable:
                problems.append(Problem("operator_price_unreadable", FIELD, {"operator": name}))
        return problems

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        """Rows with anything in them."""
        for row in range(self.table.rowCount()):
            items = [self.table.item(row, column) for column in range(3)]
            name, prefixes, price = ("" if item is None else item.text().strip() for item in items)
            if name or prefixes or price:
                yield name, prefixes, price

    def _append(self, *texts: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            self.table.setItem(row, column, QTableWidgetItem(text))

    def _add_clicked(self) -> None:
        with QSignalBlocker(self.table):
            self._append("", "", "")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.edit(self.table.currentIndex())

    def _remove_clicked(self) -> None:
        self.table.removeRow(self.table.currentRow())
        self._show_state()
        self.edited.emit()

    def _show_state(self) -> None:
        self.remove.setEnabled(self.table.currentRow() >= 0)


def _prefixes(text: str) -> tuple[str, ...]:
    """Beginnings of numbers, with the `+` and blanks within that people write left out."""
    each = ("".join(part.split()).removeprefix("+") for part in text.replace(";", ",").split(","))
    return tuple(part for part in each if part)
