"""A table of keys and values of any JSON type: an app's own data beside a message."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.jsontext.json_text import read_json
from scoro_desktop.jsontext.object_rules import no_empty_key
from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.messages.typed_values import NUMBER, Merge, as_object_text, looks_like_object, merge
from scoro_desktop.ui.compose.fields import Field, mark_invalid, offer_names
from scoro_desktop.ui.compose.form_tools import FormTools
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.editor.json_pane import first_of
from scoro_desktop.ui.editor.value_pane import JsonDialog
from scoro_desktop.ui.editor.value_words import value_problem
from scoro_desktop.ui.kit import tab_order
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.wire import JsonObject, JsonValue

NAMED: Final = 3
"""The most keys that are called by their names."""


class KeyValuesField(Field):
    """The table as a field whose value is an object, None when it has no keys."""

    can_be_half_typed = True

    def __init__(
        self,
        label: str,
        help_text: str = "",
        parent: QWidget | None = None,
        *,
        tools: FormTools | None = None,
        reserved: Collection[str] = (),
    ) -> None:
        """`reserved`: keys that are none of the app's own, and a problem here."""
        super().__init__(label, help_text, parent)
        self._tools = tools or FormTools()
        self._reserved = reserved
        self._rows: list[KeyValueRow] = []
        holder = QWidget(self)
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self._add = QPushButton(self.tr("+ Add a key"), holder)
        self._add.setProperty("role", "link")
        self._add.clicked.connect(self._add_clicked)
        self.json = QPushButton(self.tr("JSON…"), holder)
        self.json.setProperty("role", "link")
        self.json.setAccessibleName(self.tr("As JSON: {table}").format(table=label))
        menu = QMenu(self.json)
        menu.addAction(self.tr("Paste JSON…")).triggered.connect(self._paste_clicked)
        menu.addAction(self.tr("Edit all as JSON…")).triggered.connect(self._all_clicked)
        self.json.setMenu(menu)
        self.notice = NoticeBar(holder)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self._add, self.json):
            row.addWidget(button)
        row.addStretch()
        self._list.addLayout(row)
        self._list.addWidget(self.notice)
        self._put(self._add, holder)
        self._add.setAccessibleName(self.tr("Add a key: {table}").format(table=label))

    def value(self) -> JsonValue:
        """The object of all rows that can be read; `input_problems` tells of the others."""
        return self._readable() or None

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
        return self._put_in(value) or None

    def put_over(self, value: JsonValue) -> JsonValue:
        """Puts an object over what is in the table: a key that is there gets the new value. Gives what no row shows."""
        if not isinstance(value, dict):
            return super().put_over(value)
        for row in [row for row in self._rows if row.is_blank()]:
            self._remove(row)
        return self._put_in(value) or None

    def state(self) -> JsonValue:
        """Every row as it is typed."""
        return [row.state() for row in self._used_rows()]

    def restore(self, state: JsonValue) -> None:
        """Puts back the rows; one that says the same already stays as it is, with the keyboard in it."""
        self.notice.hide()
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
        self.altered.emit()

    def fill(self, path: FieldPath, values: Mapping[str, str]) -> None:  # noqa: ARG002
        """Puts values in the place of the variables in every row."""
        for row in self._rows:
            row.fill(values)
        self.altered.emit()

    def input_problems(self, path: FieldPath) -> list[Problem]:
        """Lists the typed values that cannot be read, and keys that are reserved.

        `path`: of the object that the table stands for.
        """
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
        reserved = [key for key in self._readable() if key in self._reserved] if self._reserved else []
        return problems + [Problem("data_key_reserved", (*path, key), {"key": key}) for key in reserved]

    def edit(self) -> QWidget:
        """The first row's key, else the button that makes one."""
        return self._rows[0].key if self._rows else self._add

    def place(self, inner: FieldPath) -> QWidget:
        """The row of a key, a wrong one before the others of that key; without a key the row that lacks one."""
        named = [row for row in self._used_rows() if row.key.text() == (inner[0] if inner else "")]
        row = next((each for each in named if each.is_wrong()), named[0] if named else None)
        return self.edit() if row is None else row.place()

    def _readable(self) -> JsonObject:
        values: JsonObject = {}
        for row in self._used_rows():
            try:
                values.setdefault(row.key.text(), row.read())
            except ValueError:
                continue
        return values

    def _put_in(self, value: JsonObject) -> JsonObject:
        """Gives each key its row, the one it has where it has one; what no row can show is given back."""
        left: JsonObject = {}
        rows = {row.key.text(): row for row in reversed(self._rows)}
        for key, each in value.items():
            row = rows.get(key) or self._append()
            if not row.take(key, each):
                self._remove(row)
                left[key] = each
        self.altered.emit()
        return left

    def _clear(self) -> None:
        self.notice.hide()
        for row in list(self._rows):
            self._remove(row)
        self.altered.emit()

    def _used_rows(self) -> Iterator[KeyValueRow]:
        return (row for row in self._rows if not row.is_blank())

    def _add_clicked(self) -> None:
        row = self._append()
        row.show()  # now, not when the layout gets to it: what is not seen takes no keyboard
        row.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self) -> KeyValueRow:
        row = KeyValueRow(self._tools, self)
        row.changed.connect(self._row_changed)
        row.removed.connect(lambda: self._remove_clicked(row))
        row.object_pasted.connect(self._object_pasted)
        self._rows.append(row)
        self._list.insertWidget(len(self._rows) - 1, row)
        tab_order.insert_before(row, self._add)
        return row

    def _row_changed(self) -> None:
        self.notice.hide()  # its way back would take what was typed since
        self.changed.emit()

    def _remove_clicked(self, row: KeyValueRow) -> None:
        self._remove(row)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._row_changed()

    def _remove(self, row: KeyValueRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _object_pasted(self, text: str) -> None:
        reading = read_json(text, no_empty_key)
        if isinstance(reading.value, dict):
            self._merge(reading.value)
        elif (problem := first_of(reading.problems)) is not None:
            place = self.tr("Line {line}, column {column}").format(line=problem.line, column=problem.column)
            self.notice.say(
                self.tr("Nothing was pasted: this is not a JSON object. {place}: {problem}").format(
                    place=place, problem=value_problem(problem)
                )
            )

    def _paste_clicked(self) -> None:
        text = QApplication.clipboard().text()
        self._open(
            self.tr("Paste JSON"),
            self.tr("Each key of the object becomes a row. A key that is there already gets the new value."),
            self.tr("Add the keys"),
            text if looks_like_object(text) else "",
            self._merge,
        )

    def _all_clicked(self) -> None:
        self._open(
            self.tr("Edit all as JSON"),
            self.tr("The whole table as one object. It replaces all rows."),
            self.tr("Apply"),
            as_object_text(row.parts() for row in self._used_rows()),
            self._replace,
        )

    def _open(self, title: str, help_text: str, take: str, text: str, done: Callable[[JsonObject], None]) -> None:
        dialog = JsonDialog(title, help_text, take, text, self._tools.editing, no_empty_key, self)

        def accepted() -> None:
            value = dialog.value()
            if isinstance(value, dict):
                done(value)

        dialog.accepted.connect(accepted)
        dialog.pane.editor.braces_opened.connect(lambda: offer_names(dialog.pane.editor))
        dialog.open()

    def _replace(self, value: JsonObject) -> None:
        before = self.state()
        self.take(value)
        self._offer(self.tr("The table has %Ln key(s) now.", "", len(value)), before)

    def _merge(self, value: JsonObject) -> None:
        before = self.state()
        what = merge(self._readable(), value)
        self.put_over(value)
        self._offer(self._said(what), before)

    def _said(self, what: Merge) -> str:
        said = []
        if what.added:
            said.append(self.tr("Added: {keys}.").format(keys=self._names(what.added)))
        if what.replaced:
            said.append(self.tr("Replaced: {keys}.").format(keys=self._names(what.replaced)))
        return " ".join(said) or self.tr("Nothing new: every key has this value already.")

    def _names(self, keys: Sequence[str]) -> str:
        names = ", ".join(keys[:NAMED])
        more = len(keys) - NAMED
        return names if more <= 0 else self.tr("{names} and %Ln more", "", more).format(names=names)

    def _offer(self, said: str, before: JsonValue) -> None:
        self.notice.offer(said, self.tr("Undo"), lambda: self._take_back(before))
        self.changed.emit()

    def _take_back(self, before: JsonValue) -> None:
        self.restore(before)
        self.changed.emit()
