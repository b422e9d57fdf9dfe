"""One list of the library, and what stands in its place while nothing is in it."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from scoro_desktop.ui.kit.list_lines import NameAndMore
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.library.kind import Line, Section


class _List(QListWidget):
    """A list whose Enter ends with it: the window's button for Enter would do the same once more."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes Enter for what is selected."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class LibraryPage(Stack):
    """`activated`: Enter or a double click. `selection_changed`: another selection, or the same of other things."""

    activated = Signal()
    selection_changed = Signal()

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.emptiness = section.emptiness
        self.is_sorted = section.is_sorted
        self.list = _List(self)
        self.list.setAccessibleName(section.name)
        self.list.setProperty("role", "lines")
        self.list.setItemDelegate(NameAndMore(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.entered.connect(self.activated)
        self.list.itemActivated.connect(lambda _item: self.activated.emit())
        self.list.itemSelectionChanged.connect(self.selection_changed)
        self.addWidget(self.list)
        self.addWidget(self.emptiness)

    def show_lines(self, lines: Sequence[tuple[Line, Any]], keep: Collection[int], *, is_empty: bool) -> None:
        """Shows things, those of the ids `keep` selected, else the first. `is_empty`: there are no others either."""
        # A list that is empty for a moment would switch off the button that was pressed, and it the keyboard with it.
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for line, thing in lines:
            item = QListWidgetItem(f"{line.name}\n{line.below}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, (thing,))
            item.setSizeHint(QSize(1, self.list.fontMetrics().lineSpacing() * 2 + 10))  # longer ones get an ellipsis
            item.setToolTip(tip(line.tip or line.name))
        kept = [row for row, (line, _) in enumerate(lines) if line.id in keep] or [0] * bool(lines)
        if kept:
            self.list.setCurrentRow(kept[0])
        for row in kept[1:]:
            self.list.item(row).setSelected(True)
        blocker.unblock()
        self.setCurrentWidget(self.emptiness if is_empty else self.list)
        self.selection_changed.emit()

    def chosen(self) -> list[Any]:
        """Returns what is selected, in the order of the list."""
        rows = sorted(self.list.row(each) for each in self.list.selectedItems())
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole)[0] for row in rows]
