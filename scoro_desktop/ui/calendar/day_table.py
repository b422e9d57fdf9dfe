"""A day as a table: for the keyboard and the screen reader, and for what a cell has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from scoro_desktop.ui.kit import plain_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.ui.calendar.month import Entry

_DAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class DayTable(QTableWidget):
    """`opened(key)`: Enter or a double click on a row. `chosen`: another row is. `shifted(int)`: Alt and an arrow want
    what is chosen on another day.
    """

    opened = Signal(object)
    chosen = Signal()
    shifted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._entries: Sequence[Entry] = ()
        plain_table.set_up(self, self.tr("Messages of the day"))
        self.setHorizontalHeaderLabels([self.tr("Time"), self.tr("Message"), self.tr("Result")])
        for column in (0, 2):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemSelectionChanged.connect(self.chosen)
        self.itemDoubleClicked.connect(lambda _item: self._open())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these; the one that was chosen stays so where it is among them, else the first is."""
        was = self.entry()
        self._entries = entries
        self.clearSelection()
        self.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            time = QLocale().toString(QTime(entry.at.hour, entry.at.minute), QLocale.FormatType.ShortFormat)
            for column, text in enumerate((time, entry.words, entry.state)):
                item = QTableWidgetItem(text)
                item.setToolTip(f"{entry.words}\n{entry.about}")
                self.setItem(row, column, item)
        keys = [each.key for each in entries]
        if entries:
            self.selectRow(keys.index(was.key) if was is not None and was.key in keys else 0)
        self.chosen.emit()

    def entry(self) -> Entry | None:
        """The one that is chosen."""
        row = self.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens with Enter, and moves with Alt and an arrow."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif key in _DAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(_DAYS[key])
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if (entry := self.entry()) is not None:
            self.opened.emit(entry.key)
