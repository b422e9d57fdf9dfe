"""One platform's part of a push as a form: a switch, the fields in front, the rest under "More"."""

import copy
import json

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.key_values import KeyValuesField
from scoro_desktop.wire import JsonObject, JsonValue


def take(wire: JsonObject, path: FieldPath) -> JsonValue:
    """Removes and gives what stands at `path`, None where nothing does; an object that it empties goes with it."""
    if len(path) == 1:
        return wire.pop(path[0], None)
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


class SectionForm(QFrame):
    """The form of one section. Turning it off keeps what is in it and sends nothing of it.

    What an opened message carries beyond the fields is kept, listed under "Also sent" and sent as it came.
    """

    changed = Signal()

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
        field.changed.connect(self.changed)
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
        wire: JsonObject = {}
        for path, field in self._fields.items():
            value = field.value()
            if value is not None:
                put(wire, path, value)
        lay_under(wire, self._carried)
        return wire

    def load(self, content: JsonObject) -> None:
        """Fills the form; what no field can show is carried along."""
        carried = copy.deepcopy(content)
        for path, field in self._fields.items():
            value = take(carried, path)
            field.load(None)
            if value is not None and not field.load(value):
                put(carried, path, value)
        self._carried = carried
        self._show_carried()

    def input_problems(self) -> list[Problem]:
        """What was typed and cannot be read as what it should be."""
        problems: list[Problem] = []
        for path, field in self._fields.items():
            if isinstance(field, KeyValuesField):
                problems += field.input_problems((*self._root, *path))
        return problems

    def owner(self, path: FieldPath) -> Field | None:
        """The field that a problem's path is about: the longest that the path begins with; None for the section."""
        if path[: len(self._root)] != self._root:
            return None
        inner = path[len(self._root) :]
        for length in range(len(inner), -1, -1):
            if inner[:length] in self._fields:
                return self._fields[inner[:length]]
        return None

    def covers(self, path: FieldPath) -> bool:
        """Whether a problem's path is about this section."""
        return path[: len(self._root)] == self._root

    def fields(self) -> list[Field]:
        """Every field, in order."""
        return list(self._fields.values())

    def show_problem(self, text: str) -> None:
        """Shows what is wrong with the section as a whole; an empty text takes it away."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def reveal(self, field: Field | None) -> QWidget:
        """Opens what hides a field and gives the widget to put the keyboard on."""
        if field is None:
            return self.switch
        if self._rest.isAncestorOf(field):
            self.more.setChecked(True)
        return field.edit()

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

    def _show_carried(self) -> None:
        self._also_text.setText(json.dumps(self._carried, ensure_ascii=False, indent=2))
        self._also.setVisible(bool(self._carried))

    def _drop_carried(self) -> None:
        self._carried = {}
        self._show_carried()
        self.changed.emit()

    def _switched(self, on: bool) -> None:
        self._body.setVisible(on)
        self.changed.emit()

    def _more_toggled(self, is_open: bool) -> None:
        self._rest.setVisible(is_open)
        self.more.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
