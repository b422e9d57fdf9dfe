"""The sources of the fields of the message: a column each, and what stands there where a cell is empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.invisible import escaped
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.wrapped import wrapped

if TYPE_CHECKING:
    from scoro_desktop.ui.campaigns.field import Field

NOTHING = -1


@dataclass(frozen=True)
class Filler:
    """Something that can fill a field: a column of the list. `at`: its place; `name`: what it is called."""

    at: int
    name: str


class _Row:
    def __init__(self, field: Field, grid: QGridLayout, at: int, parent: QWidget) -> None:
        self.field = field
        self.label = QLabel(escaped(field.written), parent)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.box = ElidingComboBox(parent)
        self.label.setBuddy(self.box)
        self.note = wrapped(parent, "help")
        grid.addWidget(self.label, 2 * at, 0)
        grid.addWidget(self.box, 2 * at, 1)
        grid.addWidget(self.note, 2 * at + 1, 0, 1, 2)

    def take_away(self) -> None:
        """Removes its widgets."""
        for each in (self.label, self.box, self.note):
            each.hide()
            each.deleteLater()


class FieldsBox(QWidget):
    """`changed(str, int)`: a field is filled from another column, by its name; NOTHING for none.

    `message_wanted`: the message is to be corrected, where it was written.
    """

    changed = Signal(str, int)
    message_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._none = wrapped(self, "help")
        self._none.setText(
            self.tr(
                "Everyone gets the same words. To greet each one by name, write {{name|friend}} in the message: "
                "“friend” stands where no name is known."
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.back = QPushButton(self.tr("Back to the message"), self)
        self.back.setProperty("role", "link")
        self.back.clicked.connect(self.message_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addLayout(self._grid)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_fields(
        self, fields: Sequence[Field], fillers: Sequence[Filler], filled: Mapping[str, int], *, judged: bool
    ) -> None:
        """Shows the fields of the message. `judged`: a list is there, so a field without a filler is wrong."""
        self._none.setVisible(not fields)
        if [each.field for each in self._rows] != list(fields):
            for row in self._rows:
                row.take_away()
            self._rows = [_Row(field, self._grid, at, self) for at, field in enumerate(fields)]
            for row in self._rows:
                row.box.activated.connect(lambda _at, row=row: self._chosen(row))
        for row in self._rows:
            self._show(row, fillers, filled.get(row.field.name, NOTHING), judged=judged)

    def text(self) -> str:
        """Returns what is said of the fields, a line each."""
        return "\n".join(f"{row.label.text()} {row.box.currentText()} {row.note.text()}".strip() for row in self._rows)

    def _show(self, row: _Row, fillers: Sequence[Filler], at: int, *, judged: bool) -> None:
        blocker = QSignalBlocker(row.box)
        row.box.clear()
        fallback = row.field.fallback
        row.box.addItem(self.tr("choose…"), NOTHING)
        for each in fillers:
            row.box.addItem(each.name, each.at)
        row.box.setCurrentIndex(max(row.box.findData(at), 0))
        said = self.tr("{field} is filled from").format(field=row.field.written)
        for widget in (row.box, row.label):  # a list to choose from is named by its label on Linux
            widget.setAccessibleName(said)
        row.box.setEnabled(judged)
        blocker.unblock()
        is_wrong = judged and at == NOTHING
        if is_wrong:
            words = self.tr("Nothing fills it. Choose a column, or change the message.")
        elif at == NOTHING:
            words = ""
        elif not fallback and fallback is not None:
            words = self.tr("Where the cell is empty, nothing is put there.")
        elif fallback is None:
            words = self.tr("Rows without a value are left out: it has no fallback.")
        else:
            words = self.tr("“{text}” where the cell is empty").format(text=escaped(fallback))
        row.note.setText(words)
        row.note.setVisible(bool(words))
        role = "problem" if is_wrong else "help"
        if row.note.property("role") != role:
            row.note.setProperty("role", role)
            restyle(row.note)

    def _chosen(self, row: _Row) -> None:
        self.changed.emit(row.field.name, int(row.box.currentData()))
