"""A table of keys and values of any JSON type: an app's own data beside a message."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from scoro_desktop import wire
from scoro_desktop.messages import variables
from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.ui import tab_order
from scoro_desktop.ui.calm import SteadyComboBox
from scoro_desktop.ui.compose.fields import Field, mark_invalid
from scoro_desktop.wire import JsonObject, JsonValue

TEXT: Final = "text"
NUMBER: Final = "number"
YES_NO: Final = "yes_no"
JSON: Final = "json"


class KeyValueRow(QWidget):
    """One key with its value. The value is kept as it is typed; what it means depends on the type beside it."""

    changed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = QLineEdit(self)
        self.key.setPlaceholderText(self.tr("key"))
        self.key.setAccessibleName(self.tr("Key"))
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("value"))
        self.text.setAccessibleName(self.tr("Value"))
        self._flag = SteadyComboBox(self)
        self._flag.addItem(self.tr("yes"), True)
        self._flag.addItem(self.tr("no"), False)
        self._flag.setAccessibleName(self.tr("Value"))
        self._flag.hide()
        self.type = SteadyComboBox(self)
        for kind, words in (
            (TEXT, self.tr("text")),
            (NUMBER, self.tr("number")),
            (YES_NO, self.tr("yes/no")),
            (JSON, self.tr("JSON")),
        ):
            self.type.addItem(words, kind)
        self.type.setAccessibleName(self.tr("Type of the value"))
        remove = QToolButton(self)
        remove.setText("×")
        remove.setProperty("role", "quiet")
        remove.setToolTip(self.tr("Remove this key"))
        remove.setAccessibleName(self.tr("Remove this key"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.key, 3)
        row.addWidget(self.text, 4)
        row.addWidget(self._flag, 4)
        row.addWidget(self.type)
        row.addWidget(remove)
        self.key.textEdited.connect(self.changed)
        self.text.textEdited.connect(self.changed)
        self._flag.activated.connect(self.changed)
        self.type.activated.connect(self._type_chosen)
        remove.clicked.connect(self.removed)

    def is_blank(self) -> bool:
        """Whether nothing was put in it yet."""
        return not self.key.text() and not self.text.text() and self.type.currentData() != YES_NO

    def read(self) -> JsonValue:
        """The value. Raises ValueError where the text is not a value of the type beside it."""
        kind, text = self.type.currentData(), self.text.text()
        if kind == TEXT:
            return text
        if kind == YES_NO:
            return bool(self._flag.currentData())
        value = wire.read(text)
        if kind == NUMBER and type(value) not in {int, float}:
            raise ValueError("not a number")
        wire.compact(value)  # a number too large for a double is read as infinity, and could not be sent
        return value

    def take(self, key: str, value: JsonValue) -> bool:
        """Puts a key and its value into the row; False where the row would change them."""
        try:
            kind, text = as_typed(value)
            self._fill(key, kind, text, flag=value is True)
            return not self.is_blank() and self.key.text() == key and same(self.read(), value)
        except ValueError:  # a number that no JSON holds, half of a pair of surrogates
            return False

    def state(self) -> JsonValue:
        """What is typed, whether it can be read or not."""
        return [self.key.text(), str(self.type.currentData()), self.text.text(), self._flag.currentData() is True]

    def restore(self, state: JsonValue) -> None:
        """Puts back what `state` gave."""
        if isinstance(state, list) and len(state) == 4:
            key, kind, text, flag = state
            self._fill(str(key), str(kind), str(text), flag=flag is True)

    def fill(self, values: Mapping[str, str]) -> None:
        """Puts values in the place of the variables in the value; within JSON into its texts."""
        kind, text = self.type.currentData(), self.text.text()
        if kind == TEXT:
            self.text.setText(variables.fill_text(text, values))
        elif kind == JSON:
            with contextlib.suppress(ValueError):  # nobody can say what in it is a text
                before = wire.read(text)
                after = variables.fill(before, values)
                if after != before:
                    self.text.setText(json.dumps(after, ensure_ascii=isinstance(after, str)))

    def place(self) -> QWidget:
        """The widget to put the keyboard on: the value where that cannot be read, else the key."""
        return self.text if self.text.property("invalid") else self.key

    def is_wrong(self) -> bool:
        """Whether the row is marked as one that cannot be sent."""
        return bool(self.text.property("invalid") or self.key.property("invalid"))

    def _fill(self, key: str, kind: str, text: str, *, flag: bool) -> None:
        self.key.setText(key)
        self.type.setCurrentIndex(max(self.type.findData(kind), 0))
        self.text.setText(text)
        self._flag.setCurrentIndex(0 if flag else 1)
        self._show_editor()

    def _type_chosen(self) -> None:
        self._show_editor()
        self.changed.emit()

    def _show_editor(self) -> None:
        flag = self.type.currentData() == YES_NO
        self.text.setVisible(not flag)
        self._flag.setVisible(flag)


def as_typed(value: JsonValue) -> tuple[str, str]:
    """The type under which a value is edited, and the text that stands for it there."""
    if isinstance(value, str) and value.isprintable():
        return TEXT, value
    if isinstance(value, bool):
        return YES_NO, ""
    if isinstance(value, int | float):
        return NUMBER, json.dumps(value)
    return JSON, json.dumps(value, ensure_ascii=isinstance(value, str))


def same(one: JsonValue, other: JsonValue) -> bool:
    """Whether two values are the same JSON: True is not 1, and 5 is not 5.0."""
    return json.dumps(one) == json.dumps(other)


class KeyValuesField(Field):
    """The table as a field whose value is an object, None when it has no keys."""

    def __init__(self, label: str, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent)
        self._rows: list[KeyValueRow] = []
        holder = QWidget(self)
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self._add = QPushButton(self.tr("+ Add a key"), holder)
        self._add.setProperty("role", "link")
        self._add.clicked.connect(self._add_clicked)
        self._list.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._put(self._add, holder)
        self._add.setAccessibleName(self.tr("Add a key: {table}").format(table=label))

    def value(self) -> JsonValue:
        """The object of all rows that can be read; `input_problems` tells of the others."""
        values: JsonObject = {}
        for row in self._used_rows():
            try:
                values.setdefault(row.key.text(), row.read())
            except ValueError:
                continue
        return values or None

    def load(self, value: JsonValue) -> bool:
        """Takes any object whose keys and values the rows can show, or None."""
        if self.take(value) is None:
            return True
        self._clear()
        return False

    def take(self, value: JsonValue) -> JsonValue:
        """Shows the keys that rows can show; gives the others."""
        self._clear()
        if not isinstance(value, dict) or not value:
            return value
        left: JsonObject = {}
        for key, each in value.items():
            row = self._append()
            if not row.take(key, each):
                self._remove(row)
                left[key] = each
        return left or None

    def state(self) -> JsonValue:
        """Every row as it is typed."""
        return [row.state() for row in self._used_rows()]

    def restore(self, state: JsonValue) -> None:
        """Puts back the rows; one that says the same already stays as it is, with the keyboard in it."""
        states = state if isinstance(state, list) else []
        for row in self._rows[len(states) :]:
            self._remove(row)
        for row, each in zip(list(self._rows), states, strict=False):
            if row.state() != each:
                row.restore(each)
        for each in states[len(self._rows) :]:
            row = self._append()
            row.show()  # now, not when the layout gets to it: what is not seen takes no keyboard
            row.restore(each)

    def fill(self, path: FieldPath, values: Mapping[str, str]) -> None:  # noqa: ARG002
        """Puts values in the place of the variables in every row."""
        for row in self._rows:
            row.fill(values)

    def input_problems(self, path: FieldPath) -> list[Problem]:
        """What cannot be read of what was typed, with the path of the object that the table stands for."""
        problems = []
        keys: set[str] = set()
        for row in self._used_rows():
            key = row.key.text()
            code = ""
            try:
                row.read()
            except ValueError:
                code = "data_number" if row.type.currentData() == NUMBER else "data_json"
            mark_invalid(row.text, bool(code))
            mark_invalid(row.key, not key or key in keys)
            if not key:
                problems.append(Problem("data_key_missing", path))
            elif key in keys:
                problems.append(Problem("data_key_twice", (*path, key), {"key": key}))
            if code:
                problems.append(Problem(code, (*path, key), {"key": key}))
            keys.add(key)
        return problems

    def edit(self) -> QWidget:
        """The first row's key, else the button that makes one."""
        return self._rows[0].key if self._rows else self._add

    def place(self, inner: FieldPath) -> QWidget:
        """The row of a key, a wrong one before the others of that key; without a key the row that lacks one."""
        named = [row for row in self._used_rows() if row.key.text() == (inner[0] if inner else "")]
        row = next((each for each in named if each.is_wrong()), named[0] if named else None)
        return self.edit() if row is None else row.place()

    def _clear(self) -> None:
        for row in list(self._rows):
            self._remove(row)

    def _used_rows(self) -> Iterator[KeyValueRow]:
        return (row for row in self._rows if not row.is_blank())

    def _add_clicked(self) -> None:
        row = self._append()
        row.show()  # now, not when the layout gets to it: what is not seen takes no keyboard
        row.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self) -> KeyValueRow:
        row = KeyValueRow(self)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove_clicked(row))
        self._rows.append(row)
        self._list.insertWidget(self._list.count() - 1, row)
        tab_order.insert_before(row, self._add)
        return row

    def _remove_clicked(self, row: KeyValueRow) -> None:
        self._remove(row)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, row: KeyValueRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
