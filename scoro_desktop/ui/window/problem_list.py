"""Everything that is wrong with the message in front, each with its place: a click or Enter leads there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from scoro_desktop import late
from scoro_desktop.messages.problems import FieldPath
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.plain_text import tip

MOST_ROWS: Final = 4
"""The most rows that are seen at once: the form above is what one works in."""
KIND, PLACE, WORDS = range(3)
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WIDEST_PLACE: Final = 280
_AROUND: Final = 9
"""The space that the style sheet puts above and below the rows, in pixels."""


@late.dataclass(frozen=True)
class Listed:
    """One row. `code` and `field` as in `Problem`; `stops`: whether it is an error; `place` and `words` in words."""

    code: str
    field: FieldPath
    stops: bool
    place: str
    words: str

    def is_about(self, other: "Listed") -> bool:
        """Tells whether it is the same problem, whatever its figures say by now."""
        return (self.code, self.field) == (other.code, other.field)


class ProblemList(QTreeWidget):
    """As tall as its rows, up to `MOST_ROWS`. `jump(int)`: the row that was chosen; `left`: Esc was pressed."""

    jump = Signal(int)
    left = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "problems")
        self._rows: tuple[Listed, ...] = ()
        self._has_delegate = False
        self._colours = colours
        self.setAccessibleName(self.tr("Problems"))
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(KIND, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(lambda item: self.jump.emit(self.indexOfTopLevelItem(item)))
        self.hide()

    def rows(self) -> tuple[Listed, ...]:
        """Returns the listed problems."""
        return self._rows

    def show_rows(self, rows: Sequence[Listed]) -> None:
        """Lists them, in their order; what was selected stays selected."""
        if tuple(rows) == self._rows:
            return
        at = self.currentIndex().row()
        selected = self._rows[at] if 0 <= at < len(self._rows) else None
        self._rows = tuple(rows)
        self._fill()
        same = [number for number, row in enumerate(rows) if selected is not None and row.is_about(selected)]
        self.select_row(same[0] if same else min(max(at, 0), len(rows) - 1))

    def select_row(self, row: int) -> None:
        """Marks one row; it does not lead there."""
        item = self.topLevelItem(row)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme."""
        self._colours = colours
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the place of a problem, Esc leaves the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER:  # not "activated", which a click is as well on some systems
            self.jump.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        if not self._has_delegate:
            from scoro_desktop.ui.kit.list_lines import KeptColours  # what draws rows: the first frame has none

            self.setItemDelegate(KeptColours(self))
            self._has_delegate = True
        self.clear()
        for row in self._rows:
            kind = self.tr("Error") if row.stops else self.tr("Warning")
            item = QTreeWidgetItem(self, [kind, row.place, row.words])
            item.setToolTip(WORDS, tip(row.words))
            item.setToolTip(PLACE, tip(row.place))
            spoken = self.tr("{kind}. {place}: {problem}").format(kind=kind, place=row.place, problem=row.words)
            item.setData(KIND, Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._paint()
        self.header().resizeSection(PLACE, min(self.sizeHintForColumn(PLACE) + 16, _WIDEST_PLACE))
        shown = min(len(self._rows), MOST_ROWS)
        self.setFixedHeight(shown * max(self.sizeHintForRow(0), 1) + _AROUND)

    def _paint(self) -> None:
        for number, row in enumerate(self._rows):
            item = self.topLevelItem(number)
            if item is not None:
                colour = self._colours.danger if row.stops else self._colours.caution
                item.setForeground(KIND, QBrush(QColor(colour)))
                item.setForeground(PLACE, QBrush(QColor(self._colours.muted)))
