"""A day as a table: for the keyboard and the screen reader, and for what a cell has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from scoro_desktop.ui.calendar.day_model import MESSAGE, RESULT, TIME, DayModel
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.plain_cell import PADDING, PlainCell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.ui.calendar.month import Entry
    from scoro_desktop.ui.kit.appearance import Colours

_DAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class DayTable(QTableView):
    """`opened(key)`: Enter or a double click on a row. `chosen`: another row is. `shifted(int)`: Alt and an arrow want
    what is chosen on another day.
    """

    opened = Signal(object)
    chosen = Signal()
    shifted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[int, int] = {}  # the widths that times and results need, in pixels
        self._day = DayModel(self)
        plain_table.set_up(self, self.tr("Messages of the day"))
        self.setModel(self._day)
        self.setItemDelegate(PlainCell(self._day, self))
        # Not by the contents: Qt would measure all of them.
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self._open())

    def set_colours(self, colours: Colours) -> None:
        """Says what became of messages in the colours of a scheme."""
        self._day.colours = colours
        self.viewport().update()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these; the one that was chosen stays so where it is among them, else the first is."""
        was = self.entry()
        self._day.show_entries(entries)
        self._wanted = {column: self._needed(column, *self._day.texts(column)) for column in (TIME, RESULT)}
        self._share()
        keys = [each.key for each in entries]
        if entries:
            self.selectRow(keys.index(was.key) if was is not None and was.key in keys else 0)
        self.chosen.emit()

    def _share(self) -> None:
        """Gives times and results what they need, of which the title of the messages is left its own."""
        if not self._wanted:
            return
        self.setColumnWidth(TIME, self._wanted[TIME])
        left = self.viewport().width() - self._wanted[TIME] - self._needed(MESSAGE)
        self.setColumnWidth(RESULT, max(self._needed(RESULT), min(self._wanted[RESULT], left)))

    def _needed(self, column: int, *texts: str) -> int:
        """The width of a column with its title and these texts, in pixels."""
        title = str(self._day.headerData(column, Qt.Orientation.Horizontal))
        return max(map(self.fontMetrics().horizontalAdvance, (title, *texts))) + 2 * PADDING + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width anew."""
        super().resizeEvent(event)
        self._share()

    def entry(self) -> Entry | None:
        """The one that is chosen."""
        row = self.currentIndex().row()
        return self._day.entries[row] if 0 <= row < len(self._day.entries) else None

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
