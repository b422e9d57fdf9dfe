"""The parts of a group, as the group sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from scoro_desktop import late
from scoro_desktop.ui.kit.button_menu import open_menu

if TYPE_CHECKING:
    from scoro_desktop.audience.conditions import Item
    from scoro_desktop.ui.audience.builder.draft import Draft
    from scoro_desktop.wire import JsonObject


@late.dataclass(frozen=True, eq=False)
class BuilderProblem:
    """A reason why there is no query yet: the row that it is about, and what is said there."""

    row: ItemWidget
    words: str


class ItemWidget(QWidget):
    """A condition, a part that only JSON can show, or a group.

    `changed`: by the person. `removed`: it is to go. `entered`: Enter was pressed in its value. `stops_changed`: the
    keyboard stops elsewhere than before.
    """

    changed = Signal()
    removed = Signal()
    entered = Signal()
    stops_changed = Signal()

    draft: Draft | None = None
    """Edited by a condition, and by nothing else."""
    is_flawed = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QAbstractButton] = []
        """The buttons of what can be done with it as a whole."""
        self.adding: list[QAbstractButton] = []
        """The buttons of what puts something into it."""

    def items(self) -> tuple[Item, ...] | None:
        """Returns the items that it stands for; None while it has a problem."""
        raise NotImplementedError

    def state(self) -> JsonObject:
        """Returns its content, finished or not, to be kept: an object of one key, which says what it is."""
        raise NotImplementedError

    def problems(self) -> tuple[BuilderProblem, ...]:
        """Lists what stands in the way of a query."""
        raise NotImplementedError

    def tab_stops(self) -> list[QWidget]:
        """Lists the stops of the keyboard, in order."""
        raise NotImplementedError

    def show_problem(self) -> None:
        """Says what is wrong as a problem, even where a hint was thought to do."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers what its buttons do, and what adds to the group that it stands in."""
        around = self.parentWidget()
        beside = around.adding if isinstance(around, ItemWidget) else []
        open_menu([*(self.adding or beside), *self.buttons], event.globalPos(), self)

    def take_focus(self) -> None:
        """Puts the keyboard where its problem can be solved, else where editing begins."""
        raise NotImplementedError


def remove_button(parent: QWidget) -> QToolButton:
    """The button that takes an item away; its owner names it."""
    button = QToolButton(parent)
    button.setText("×")
    button.setFixedWidth(24)
    button.setProperty("role", "quiet")
    return button
