"""Any value written as JSON: its editor, and the dialog around it."""

from PySide6.QtWidgets import QWidget

from scoro_desktop.jsontext.json_text import JsonReading, Judge, any_value, read_json
from scoro_desktop.jsontext.layout import format_query
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.ui.editor.edit_dialog import EditDialog
from scoro_desktop.ui.editor.editing import Editing
from scoro_desktop.ui.editor.json_editor import JsonEditor
from scoro_desktop.ui.editor.json_pane import JsonPane
from scoro_desktop.ui.editor.value_words import value_problem
from scoro_desktop.wire import JsonValue

NOTHING = JsonReading(None, False, ())


class ValuePane(JsonPane[JsonReading]):
    """The editor of a value that keeps to what `judge` demands."""

    def __init__(self, editing: Editing, judge: Judge = any_value, parent: QWidget | None = None) -> None:
        self._judge = judge  # wanted while the pane is made: it reads its text at once
        super().__init__(JsonEditor(editing.colours()), NOTHING, editing.background, parent)
        self.editor.setAccessibleName(self.tr("Value in JSON"))
        self._format.setToolTip(self.tr("Lays the value out on lines. Its meaning does not change."))

    def read(self, text: str) -> JsonReading:
        """The value, or what is wrong with it."""
        return read_json(text, self._judge)

    def words(self, problem: QueryProblem) -> str:
        """Describes a problem of a value."""
        return value_problem(problem)


class JsonDialog(EditDialog):
    """Edits a value as JSON. It is taken only as strict JSON that keeps to what `judge` demands."""

    def __init__(
        self,
        title: str,
        help_text: str,
        take: str,
        text: str,
        editing: Editing,
        judge: Judge = any_value,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, help_text, take, parent)
        self.pane = ValuePane(editing, judge, self)
        self._begun = format_query(text) or text
        self.pane.editor.replace(self._begun)
        self.pane.editor.document().clearUndoRedoStacks()
        self._put(self.pane)
        self.setFocusProxy(self.pane.editor)
        self.pane.editor.setFocus()
        self.pane.changed.connect(self._show_whether_it_can_be_taken)
        self._show_whether_it_can_be_taken()

    def text(self) -> str:
        """Returns what is typed."""
        return self.pane.editor.text()

    def value(self) -> JsonValue:
        """The value that was taken."""
        reading = self.pane.reading()
        return None if reading is None else reading.value

    def is_edited(self) -> bool:
        """Tells whether the text is another one."""
        return self.text() != self._begun

    def accept(self) -> None:
        """Takes the value, where there is one."""
        reading = self.pane.reading()
        if reading is not None and reading.is_good:
            super().accept()

    def _show_whether_it_can_be_taken(self) -> None:
        reading = self.pane.reading()
        self.take.setEnabled(reading is not None and reading.is_good)
