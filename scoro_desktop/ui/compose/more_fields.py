"""Columns in which the fields of a section stand, and those that are folded away under "More"."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from scoro_desktop.messages.problems import FieldPath
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.kit import tab_order


class Settling(Protocol):
    """A column that fields are added to."""

    def settle(self) -> None:
        """Shows those that were added."""


def without_frame(card: QWidget) -> None:
    """Makes a card plain: what is in it stands among what is around it."""
    card.setProperty("role", "")
    if (layout := card.layout()) is not None:
        layout.setContentsMargins(0, 0, 0, 0)


def column_of(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    """Returns a widget whose parts stand below each other, and its layout."""
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    return holder, column


class MoreFields(QWidget):
    """`fields`: those that were made, by their paths. `other`: the button at the end, for keys without a field."""

    def __init__(self, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[FieldPath, Field] = {}
        self.other = QPushButton(other, self)
        self.other.setProperty("role", "link")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self, path: FieldPath, field: Field) -> None:
        """Puts a field behind the others."""
        self.fields[path] = field
        self._column.insertWidget(self._column.count() - 1, field)

    def settle(self) -> None:
        """Shows what was added, and gives the keyboard its way through it."""
        for field in self.fields.values():
            field.show()  # now, where they are open already, and not when Qt gets to it
        tab_order.insert_before(self, self.other)

    def problems(self) -> int:
        """Counts the fields that have a problem."""
        return sum([field.has_problem for field in self.fields.values()])
