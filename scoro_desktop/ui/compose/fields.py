"""A field of a form: a label above, an editor, help and problems under it, and the JSON value that it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.restyle import restyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoro_desktop.messages.problems import FieldPath, Problem
    from scoro_desktop.wire import JsonValue


class Field(QWidget):
    """One field. `value()` is the JSON that its editor stands for, None when nothing is set.

    `changed` is emitted when the person edits it. `altered`: its content may be another now, whoever put it there; it
    comes before `changed`.
    """

    changed = Signal()
    altered = Signal()
    can_be_half_typed = False
    """Tells whether it has `input_problems`: not every text in it is a value."""

    def __init__(self, label: str, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label
        self._label = QLabel(label, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("role", "label")
        self._help = QLabel(help_text, self)
        self._help.setTextFormat(Qt.TextFormat.PlainText)
        self._help.setProperty("role", "help")
        self._help.setWordWrap(True)
        self._help.setVisible(bool(help_text))
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.has_problem = False
        self._by_hand = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._label)
        self._column.addWidget(self._help)
        self._column.addWidget(self._problem)

    def name(self) -> str:
        """Returns the word for it."""
        return self._name

    def call(self, label: str, spoken: str) -> None:
        """Shows another label, and has another name told to who cannot see where it stands."""
        self._label.setText(label)
        self.edit().setAccessibleName(spoken)

    def value(self) -> JsonValue:
        """The JSON value of the field, None when it is not set."""
        raise NotImplementedError

    def load(self, value: JsonValue) -> bool:
        """Shows a value, None to clear. False (and nothing is shown) where this field cannot show such a value."""
        raise NotImplementedError

    def take(self, value: JsonValue) -> JsonValue:
        """Shows as much of a value as it can; gives what is left over, None where nothing is."""
        return None if self.load(value) else value

    def put_over(self, value: JsonValue) -> JsonValue:
        """Puts a value in the place of what it has; gives what is left over, None where nothing is."""
        self.load(None)
        return self.take(value)

    def state(self) -> JsonValue:
        """Returns the content of the editor, to be put back with `restore`; unlike `value` also what is typed by
        half.
        """
        return self.value()

    def restore(self, state: JsonValue) -> None:
        """Puts back what `state` gave; anything else is left out."""
        self.load(state)

    def fill(self, path: FieldPath, values: Mapping[str, str]) -> None:
        """Puts values in the place of the variables in it; `path` is the field's own, within its section."""
        from scoro_desktop.messages import variables

        before = self.state()
        after = variables.fill({path[-1]: before}, values)
        if isinstance(after, dict) and after[path[-1]] != before:
            self.restore(after[path[-1]])

    def input_problems(self, path: FieldPath) -> list[Problem]:
        """Lists what is typed and cannot be read as a value; `path`: of the field in the request."""
        raise NotImplementedError

    def edit(self) -> QWidget:
        """The widget that takes the keyboard."""
        raise NotImplementedError

    def place(self, inner: FieldPath) -> QWidget:  # noqa: ARG002 (for fields that have parts)
        """The widget to put the keyboard on for a problem; `inner` is the rest of its path within the field."""
        return self.edit()

    def show_problem(self, text: str, *, warning: bool = False) -> None:
        """Shows what is wrong under the field; an empty text takes it away."""
        self.has_problem = bool(text)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        role = "warning" if warning else "problem"
        if self._problem.property("role") != role:
            self._problem.setProperty("role", role)
            restyle(self._problem)
        mark_invalid(self.edit(), bool(text) and not warning)

    def add_beside_label(self, widget: QWidget) -> None:
        """Puts something small at the end of the label's line."""
        row = QHBoxLayout()
        row.setSpacing(4)
        self._column.removeWidget(self._label)
        row.addWidget(self._label, 1)
        row.addWidget(widget)
        self._column.insertLayout(0, row)

    def _follow(self, line: QLineEdit) -> None:
        """Tells of edits of a line. Of one by hand Qt tells before the line has changed for everybody."""
        line.textEdited.connect(self._edited_by_hand)
        line.textChanged.connect(self._line_changed)

    def _edited_by_hand(self) -> None:
        self._by_hand = True

    def _line_changed(self) -> None:
        self.altered.emit()
        if self._by_hand:
            self._by_hand = False
            self.changed.emit()

    def _offer_names(self) -> None:
        offer_names(self.edit())

    def _put(self, editor: QWidget, row: QWidget | QHBoxLayout | None = None) -> None:
        if isinstance(row, QHBoxLayout):
            self._column.insertLayout(1, row)
        else:
            self._column.insertWidget(1, row or editor)
        self._label.setBuddy(editor)
        editor.setAccessibleName(self._label.text())
        editor.setAccessibleDescription(self._help.text())


def mark_invalid(widget: QWidget, invalid: bool) -> None:
    """Draws the border of an editor as that of one that holds a mistake, or not."""
    if bool(widget.property("invalid")) != invalid:
        widget.setProperty("invalid", invalid)
        restyle(widget)


def offer_names(edit: QWidget) -> None:
    """Offers what may stand between two braces that were just typed in an editor of a form."""
    from scoro_desktop.ui.compose.name_offers import offer  # with the first braces

    offer(edit)
