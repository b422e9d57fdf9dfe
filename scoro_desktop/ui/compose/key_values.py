"""A table of keys and values of any JSON type: an app's own data beside a message."""

import json
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from scoro_desktop import wire
from scoro_desktop.messages.problems import FieldPath, Problem
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
        self._flag = QComboBox(self)
        self._flag.addItem(self.tr("yes"), True)
        self._flag.addItem(self.tr("no"), False)
        self._flag.setAccessibleName(self.tr("Value"))
        self._flag.hide()
        self.type = QComboBox(self)
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

    def show(self, key: str, value: JsonValue) -> None:  # type: ignore[override]
        """Puts a key and its value into the row."""
        self.key.setText(key)
        kind, text = as_typed(value)
        self.type.setCurrentIndex(self.type.findData(kind))
        self.text.setText(text)
        self._flag.setCurrentIndex(0 if value is True else 1)
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
        """Takes any object with keys, or None."""
        if value is not None and (not isinstance(value, dict) or not value):
            return False
        for row in list(self._rows):
            self._remove(row)
        for key, each in (value or {}).items():
            self._append().show(key, each)
        return True

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

    def _used_rows(self) -> Iterator[KeyValueRow]:
        return (row for row in self._rows if not row.is_blank())

    def _add_clicked(self) -> None:
        self._append().key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self) -> KeyValueRow:
        row = KeyValueRow(self)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove_clicked(row))
        self._rows.append(row)
        self._list.insertWidget(self._list.count() - 1, row)
        QWidget.setTabOrder(row, self._add)
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
