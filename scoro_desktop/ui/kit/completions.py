"""The list of proposals under the cursor."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from scoro_desktop import late

_ROWS: Final = 8
_WIDEST: Final = 360


@late.dataclass(frozen=True)
class Proposal:
    """`name` is shown and compared with what is typed; the cursor ends up between `before` and `after`.

    `brief`: what is shown of the detail below another that has one.
    """

    name: str
    detail: str
    before: str
    after: str = ""
    brief: str = ""


class Completions(QListWidget):
    """Lies over the window and never takes the keyboard: the editor hands it the keys that are its own."""

    chosen = Signal(Proposal)

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self.setAccessibleName(self.tr("Proposals"))
        self.setProperty("role", "lines")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(lambda _item: self.accept())
        self._proposals: tuple[Proposal, ...] = ()
        self.hide()

    def show_proposals(self, proposals: Sequence[Proposal], cursor: QRect, viewport: QWidget) -> None:
        """Shows them at the cursor, the first of them chosen."""
        if self.parentWidget() is not viewport.window():
            self.setParent(viewport.window())
        self.ensurePolished()  # rows are measured once: as the style sheet has them
        if tuple(proposals) != self._proposals:
            from scoro_desktop.ui.kit.list_lines import NAME_ENDS, NameAndAside  # the first frame has no proposal

            if not self._proposals:
                self.setItemDelegate(NameAndAside(self))
            self._proposals = tuple(proposals)
            self.clear()
            above = ""
            for each in proposals:
                detail = each.brief if above and each.brief else each.detail
                above = each.brief
                item = QListWidgetItem(f"{each.name}   {detail}".rstrip())
                item.setFont(viewport.font())
                item.setData(NAME_ENDS, len(each.name))
                self.addItem(item)
        self.setCurrentRow(0)
        self.go_to(cursor, viewport)
        self.raise_()
        self.show()

    def go_to(self, cursor: QRect, viewport: QWidget) -> None:
        """Puts the list below the cursor, or above it where there is no room below."""
        window = viewport.window()
        frame = 2 * self.frameWidth()
        height = self.sizeHintForRow(0) * min(len(self._proposals), _ROWS) + frame + 2
        width = min(_WIDEST, self.sizeHintForColumn(0) + frame + 24)
        below = viewport.mapTo(window, cursor.bottomLeft() + QPoint(0, 2))
        above = viewport.mapTo(window, cursor.topLeft()) - QPoint(0, height + 2)
        place = below if below.y() + height <= window.height() or above.y() < 0 else above
        place.setX(max(0, min(place.x(), window.width() - width)))
        self.setGeometry(QRect(place.x(), place.y(), width, height))

    def step(self, rows: int) -> None:
        """Goes down or up; past the end to the other one."""
        wanted = self.currentRow() + rows
        if abs(rows) == 1:
            wanted %= self.count()
        self.setCurrentRow(max(0, min(wanted, self.count() - 1)))

    def words(self) -> str:
        """Returns the current one as it is shown; empty for none."""
        row = self.currentRow()
        return self.item(row).text() if 0 <= row < self.count() else ""

    def accept(self) -> None:
        """Takes the current one."""
        row = self.currentRow()
        self.hide()
        if 0 <= row < len(self._proposals):
            self.chosen.emit(self._proposals[row])
