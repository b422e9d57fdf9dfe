"""One platform's part of a push as a form: a switch, the fields in front, the rest under "More"."""

import copy
import json
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from scoro_desktop.messages import variables
from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.key_values import KeyValuesField
from scoro_desktop.wire import JsonObject, JsonValue

MOST_SHOWN: Final = 2000
"""How many characters of what is carried along are listed."""


def take(wire: JsonObject, path: FieldPath) -> JsonValue:
    """Removes and gives what stands at `path`, None where nothing does; an object that it empties goes with it.

    A null stays where it is: no field stands for it.
    """
    if len(path) == 1:
        return None if wire.get(path[0]) is None else wire.pop(path[0])
    inner = wire.get(path[0])
    if not isinstance(inner, dict):
        return None
    value = take(inner, path[1:])
    if value is not None and not inner:
        del wire[path[0]]
    return value


def put(wire: JsonObject, path: FieldPath, value: JsonValue) -> None:
    """Sets what stands at `path`, making the objects on the way."""
    for key in path[:-1]:
        inner = wire.setdefault(key, {})
        if not isinstance(inner, dict):
            return
        wire = inner
    wire[path[-1]] = value


def lay_under(wire: JsonObject, carried: JsonObject) -> None:
    """Adds what was carried along beneath what the fields say: a field wins over it."""
    for key, value in carried.items():
        here = wire.get(key)
        if isinstance(here, dict) and isinstance(value, dict):
            lay_under(here, value)
        elif key not in wire:
            wire[key] = copy.deepcopy(value)


def not_covered(carried: JsonObject, wire: JsonObject) -> JsonObject:
    """What of the carried `lay_under` would add to what the fields say."""
    rest: JsonObject = {}
    for key, value in carried.items():
        here = wire.get(key)
        if key not in wire:
            rest[key] = value
        elif isinstance(here, dict) and isinstance(value, dict) and (inner := not_covered(value, here)):
            rest[key] = inner
    return rest


class SectionForm(QFrame):
    """The form of one section. Turning it off keeps what is in it and sends nothing of it.

    What an opened message carries beyond the fields is kept, listed under "Also sent" and sent as it came.
    `field_edited` comes before `changed`, so that what follows a field has followed by then.
    """

    changed = Signal()
    field_edited = Signal(Field)

    def __init__(self, title: str, root: FieldPath, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._root = root
        self._fields: dict[FieldPath, Field] = {}
        self._carried: JsonObject = {}
        self.switch = QCheckBox(title, self)
        self.switch.setChecked(True)
        font = self.switch.font()
        font.setPixelSize(15)
        font.setBold(True)
        self.switch.setFont(font)
        self.switch.toggled.connect(self._switched)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._body = QWidget(self)
        self._front = QVBoxLayout(self._body)
        self._front.setContentsMargins(0, 0, 0, 0)
        self._front.setSpacing(12)
        self.more = QToolButton(self._body)
        self.more.setText(self.tr("More"))
        self.more.setCheckable(True)
        self.more.setProperty("role", "disclosure")
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.toggled.connect(self._more_toggled)
        self._rest = QWidget(self._body)
        self._behind = QVBoxLayout(self._rest)
        self._behind.setContentsMargins(0, 0, 0, 0)
        self._behind.setSpacing(12)
        self._rest.hide()
        self._also = self._make_also_sent()
        self._front.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._front.addWidget(self._rest)
        self._front.addWidget(self._also)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.switch)
        column.addWidget(self._problem)
        column.addWidget(self._body)

    def add(self, path: FieldPath, field: Field, *, more: bool = False) -> None:
        """Puts a field into the form; `path` is within the section."""
        self._fields[path] = field
        field.changed.connect(lambda: self._edited(field))
        if more:
            self._behind.addWidget(field)
        else:
            self._front.insertWidget(self._front.indexOf(self.more), field)

    def field(self, *path: str) -> Field:
        """The field at a path within the section."""
        return self._fields[path]

    def is_on(self) -> bool:
        """Whether the section is sent."""
        return self.switch.isChecked()

    def content(self) -> JsonObject:
        """The section in JSON, whether it is on or not."""
        wire = self._typed()
        lay_under(wire, self._carried)
        return wire

    def load(self, content: JsonObject) -> None:
        """Fills the form; what no field can show is carried along."""
        carried = copy.deepcopy(content)
        for path, field in self._fields.items():
            value = take(carried, path)
            field.load(None)
            left = None if value is None else field.take(value)
            if left is not None:
                put(carried, path, left)
        self._carried = carried
        self.show_carried()

    def state(self) -> JsonObject:
        """Everything in the form, to be put back with `restore`: also what is off, and what is typed by half."""
        fields = ((path, field.state()) for path, field in self._fields.items())
        typed: list[JsonValue] = [[list(path), state] for path, state in fields if state]
        return {"on": self.is_on(), "fields": typed, "carried": copy.deepcopy(self._carried)}

    def restore(self, state: JsonObject) -> None:
        """Puts back what `state` gave; what is not of its shape is left out."""
        self.load({})
        typed, carried = state.get("fields"), state.get("carried")
        for each in typed if isinstance(typed, list) else ():
            match each:
                case [list(keys), value] if field := self._fields.get(tuple(str(key) for key in keys)):
                    field.restore(value)
        self._carried = copy.deepcopy(carried) if isinstance(carried, dict) else {}
        self.show_carried()
        self.switch.setChecked(state.get("on") is not False)

    def fill(self, values: variables.Values) -> None:
        """Puts values in the place of the variables in every field, whether the section is on or not."""
        for path, field in self._fields.items():
            field.fill(path, values)
        self.restore_beside({"carried": variables.fill(self._carried, values)})
        self.changed.emit()

    def beside(self) -> JsonObject:
        """What belongs to the section and stands in no field, to be put back with `restore_beside`."""
        return {"carried": self._carried}

    def restore_beside(self, beside: JsonObject) -> None:
        """Puts back what `beside` gave, which is kept from then on."""
        carried = beside.get("carried")
        self._carried = carried if isinstance(carried, dict) else {}
        self.show_carried()

    def carries(self, path: FieldPath) -> bool:
        """Whether something is carried along for a field that could not show it."""
        inner: JsonValue = self._carried
        for key in path:
            inner = inner.get(key) if isinstance(inner, dict) else None
        return inner is not None

    def input_problems(self) -> list[Problem]:
        """What was typed and cannot be read as what it should be."""
        problems: list[Problem] = []
        for path, field in self._fields.items():
            if isinstance(field, KeyValuesField):
                problems += field.input_problems((*self._root, *path))
        return problems

    def owner(self, path: FieldPath) -> Field | None:
        """The field that a problem's path is about: the longest that the path begins with; None for the section."""
        return self._find(path)[0]

    def covers(self, path: FieldPath) -> bool:
        """Whether a problem's path is about this section."""
        return path[: len(self._root)] == self._root

    def fields(self) -> list[Field]:
        """Every field, in order."""
        return list(self._fields.values())

    def show_problem(self, text: str, *, warning: bool = False) -> None:
        """Shows what is wrong with the section as a whole, until `clear_problem`; of several the first one told."""
        if self._problem.text():
            return
        self._problem.setText(text)
        self._problem.setProperty("role", "warning" if warning else "problem")
        self._problem.style().polish(self._problem)
        self._problem.show()

    def clear_problem(self) -> None:
        """Takes away what `show_problem` showed."""
        self._problem.clear()
        self._problem.hide()

    def problem_text(self) -> str:
        """What is shown as wrong with the section as a whole, empty when nothing is."""
        return self._problem.text()

    def reveal(self, path: FieldPath) -> QWidget:
        """Opens what hides the place that a problem is about; gives the widget to put the keyboard on."""
        field, inner = self._find(path)
        if field is None:
            return self.first()
        if self._rest.isAncestorOf(field):
            self.more.setChecked(True)
        return field.place(inner)

    def first(self) -> QWidget:
        """Where writing begins; the switch while the section is off."""
        return next(iter(self._fields.values())).edit() if self.is_on() else self.switch

    def _find(self, path: FieldPath) -> tuple[Field | None, FieldPath]:
        """The field that a path is about, and what is left of the path within it."""
        if not self.covers(path):
            return None, ()
        inner = path[len(self._root) :]
        for length in range(len(inner), -1, -1):
            if inner[:length] in self._fields:
                return self._fields[inner[:length]], inner[length:]
        return None, ()

    def _typed(self) -> JsonObject:
        wire: JsonObject = {}
        for path, field in self._fields.items():
            value = field.value()
            if value is not None:
                put(wire, path, value)
        return wire

    def _make_also_sent(self) -> QWidget:
        holder = QWidget(self._body)
        heading = QLabel(self.tr("Also sent"), holder)
        heading.setProperty("role", "label")
        help_text = QLabel(self.tr("The form has no fields for these. They are sent as they came."), holder)
        help_text.setProperty("role", "help")
        help_text.setWordWrap(True)
        self._also_text = QLabel(holder)
        self._also_text.setTextFormat(Qt.TextFormat.PlainText)
        self._also_text.setWordWrap(True)
        self._also_text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        remove = QPushButton(self.tr("Do not send these"), holder)
        remove.setProperty("role", "link")
        remove.clicked.connect(self._drop_carried)
        row = QHBoxLayout()
        row.addWidget(remove)
        row.addStretch()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (heading, self._also_text, help_text):
            column.addWidget(widget)
        column.addLayout(row)
        holder.hide()
        return holder

    def show_carried(self) -> None:
        """Brings "Also sent" up to date: a field that was filled in since takes the place of what was carried."""
        also = not_covered(self._carried, self._typed()) if self._carried else {}
        self._also.setVisible(bool(also))
        text = json.dumps(also, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace").decode("utf-8")
        self._also_text.setText(text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…")

    def _edited(self, field: Field) -> None:
        self.field_edited.emit(field)
        self.show_carried()
        self.changed.emit()

    def _drop_carried(self) -> None:
        self._carried = {}
        self.show_carried()
        self.changed.emit()

    def _switched(self, on: bool) -> None:
        self._body.setVisible(on)
        self.changed.emit()

    def _more_toggled(self, is_open: bool) -> None:
        self._rest.setVisible(is_open)
        self.more.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
