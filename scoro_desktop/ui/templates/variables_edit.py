"""The variables of a template, each with the value that is offered and what it is for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from scoro_desktop.messages.template import LONGEST_NOTE
from scoro_desktop.messages.variables import Variable, VariableNotes, written
from scoro_desktop.ui.kit.one_line import LineEdit


class VariablesEdit(QWidget):
    """A row for each variable that is found. What was typed for one that is gone comes back with it."""

    def __init__(self, known: Sequence[Variable], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._typed = {each.name: each for each in known}
        self._rows: dict[str, tuple[QLineEdit, QLineEdit]] = {}
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)

    def show_names(self, found: Sequence[str]) -> None:
        """Shows a row for each of these names, in their order."""
        self._typed |= {each.name: each for each in self.variables()}
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets.clear()
        self._rows.clear()
        known = VariableNotes(tuple(self._typed.values()))
        headings = (self.tr("Variable"), self.tr("Offered value"), self.tr("What it is for"))
        for column, text in enumerate(headings if found else ()):
            self._place(self._label(text, "help"), 0, column)
        for row, name in enumerate(found, start=1):
            variable = known.of(name)
            self._place(self._label(written(name), ""), row, 0)
            default = self._line(variable.default, self.tr("Offered value of {variable}"), name)
            description = self._line(variable.description, self.tr("What {variable} is for"), name)
            self._place(default, row, 1)
            self._place(description, row, 2)
            self._rows[name] = (default, description)
        self._grid.setRowStretch(len(found) + 1, 1)

    def variables(self) -> list[Variable]:
        """Returns the variables in the rows, in order."""
        return [
            Variable(name, *(" ".join(each.text().splitlines()) for each in row)) for name, row in self._rows.items()
        ]

    def row(self, name: str) -> tuple[QLineEdit, QLineEdit]:
        """The editors of a variable: the offered value and what it is for."""
        return self._rows[name]

    def _place(self, widget: QWidget, row: int, column: int) -> None:
        self._widgets.append(widget)
        self._grid.addWidget(widget, row, column)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMaximumWidth(220)
        if role:
            label.setProperty("role", role)
        return label

    def _line(self, text: str, called: str, name: str) -> QLineEdit:
        line = LineEdit(text, self)
        line.setMaxLength(LONGEST_NOTE)
        line.setAccessibleName(called.format(variable=written(name)))
        line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return line
