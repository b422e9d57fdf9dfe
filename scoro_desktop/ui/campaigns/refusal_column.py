"""A column that may say who does not want messages: noticed, and offered to leave those rows out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoro_desktop.invisible import escaped
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.wrapped import wrapped

if TYPE_CHECKING:
    from scoro_desktop.recipients.look import Look

ANYTHING = "*"
"""Stands for every value: whoever has one there is left out."""
MOST_VALUES = 12
"""Values that are offered. Ours: a column with more of them is no status."""
LONGEST_VALUE = 60


class RefusalColumn(QWidget):
    """`changed(int, str)`: rows with this value in a column are to be left out; an empty value: none are."""

    changed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = 0
        self._words = wrapped(self, "muted")
        self.values = ElidingComboBox(self)
        self._words.setBuddy(self.values)
        self.values.activated.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self.values)
        self.hide()

    def show_look(self, found: Look, chosen: tuple[int, str] | None) -> None:
        """Offers what the first such column of a list has; hidden where there is none."""
        at = next(iter(found.guesses.status), None)
        self.setVisible(at is not None)
        if at is None:
            return
        self._column = at
        words = self.tr("“{column}” may say who does not want messages. Leave out rows in which it says").format(
            column=escaped(found.columns[at].name)
        )
        self._words.setText(words)
        self.values.setAccessibleName(words)
        blocker = QSignalBlocker(self.values)
        self.values.clear()
        self.values.addItem(self.tr("(leave none out for it)"), "")
        self.values.addItem(self.tr("anything at all"), ANYTHING)
        for each in _values(found, at):
            self.values.addItem(self.tr("“{value}”").format(value=escaped(each)), each)
        value = chosen[1] if chosen is not None and chosen[0] == at else ""
        self.values.setCurrentIndex(max(self.values.findData(value), 0))
        blocker.unblock()

    def _chosen(self) -> None:
        self.changed.emit(self._column, str(self.values.currentData()))


def _values(found: Look, at: int) -> list[str]:
    """The values of a column in the first rows, each once, in their order."""
    header = found.source.header_row or 0
    cells = (row.cells[at].strip() for row in found.first_rows if row.number > header and at < len(row.cells))
    distinct: dict[str, str] = {}
    for each in cells:
        if each and len(each) <= LONGEST_VALUE:
            distinct.setdefault(each.casefold(), each)
    return list(distinct.values())[:MOST_VALUES]
