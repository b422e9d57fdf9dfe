"""The fields of a section that are folded away under "More"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from scoro_desktop.messages.problems import FieldPath
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.kit import tab_order


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
