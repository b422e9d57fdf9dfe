"""One row of a table of data: a key, a value, and the type that says what the value means."""

import contextlib
import json
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from scoro_desktop import wire
from scoro_desktop.jsontext.layout import on_one_line
from scoro_desktop.messages import variables
from scoro_desktop.messages.typed_values import (
    JSON,
    NUMBER,
    TEXT,
    YES_NO,
    as_typed,
    fits_line,
    looks_like_object,
    read_typed,
    same,
)
from scoro_desktop.ui.compose.fields import offer_names
from scoro_desktop.ui.compose.form_tools import FormTools
from scoro_desktop.ui.editor.edit_dialog import TextDialog
from scoro_desktop.ui.editor.value_pane import JsonDialog
from scoro_desktop.ui.kit.no_wheel import NoWheelComboBox
from scoro_desktop.ui.kit.one_line import BracesLine, LineEdit
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.wire import JsonValue

SHOWN: Final = 80
"""The most characters that a line shows of a value that it cannot show whole."""


class KeyLine(LineEdit):
    """The line of a key.

    `typed`: it was edited. `object_pasted(str)`: what was put in at once is meant as JSON; the line is as it was.
    """

    typed = Signal()
    object_pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""
        self.textEdited.connect(self._edited)  # comes before textChanged
        self.textChanged.connect(self._remember)

    def _edited(self, text: str) -> None:
        """Finds the text that was put in: it ends at the cursor, and begins where the two texts cease to be alike."""
        end, start = self.cursorPosition(), 0
        most = len(self._before) - (len(text) - end)
        while start < min(end, most) and text[start] == self._before[start]:
            start += 1
        put_in = text[start:end]
        if looks_like_object(put_in):
            self.setText(self._before)
            self.object_pasted.emit(put_in)
        else:
            self.typed.emit()

    def _remember(self, text: str) -> None:
        self._before = text


class ValueLine(BracesLine):
    """The line of a value. `at_length`: the larger editor is asked for."""

    at_length = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 opens the larger editor; so does Enter where the line cannot be typed in."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.isReadOnly()
        if enter or event.key() == Qt.Key.Key_F2:
            self.at_length.emit()
        else:
            super().keyPressEvent(event)


class KeyValueRow(QWidget):
    """One key with its value. The value is kept as it is typed; what it means depends on the type beside it."""

    changed = Signal()
    removed = Signal()
    object_pasted = Signal(str)

    def __init__(self, tools: FormTools | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools or FormTools()
        self._long: str | None = None
        self.key = KeyLine(self)
        self.key.setPlaceholderText(self.tr("key"))
        self.key.setAccessibleName(self.tr("Key"))
        self.text = ValueLine(self)
        self.text.setPlaceholderText(self.tr("value"))
        self.text.setAccessibleName(self.tr("Value"))
        self._flag = NoWheelComboBox(self)
        self._flag.addItem(self.tr("yes"), True)
        self._flag.addItem(self.tr("no"), False)
        self._flag.setAccessibleName(self.tr("Value"))
        self._flag.hide()
        self.type = NoWheelComboBox(self)
        for kind, words in (
            (TEXT, self.tr("text")),
            (NUMBER, self.tr("number")),
            (YES_NO, self.tr("yes/no")),
            (JSON, self.tr("JSON")),
        ):
            self.type.addItem(words, kind)
        self.type.setAccessibleName(self.tr("Type of the value"))
        remove = self._button("×", self.tr("Remove this key"))
        self.larger = self._button("…", self.tr("Edit the value in a larger window (F2)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.key, 3)
        row.addWidget(self.text, 4)
        row.addWidget(self._flag, 4)
        row.addWidget(self.type)
        row.addWidget(self.larger)
        row.addWidget(remove)
        self.key.typed.connect(self.changed)
        self.key.object_pasted.connect(self.object_pasted)
        self.text.textEdited.connect(self._text_edited)
        self.text.at_length.connect(self.edit_at_length)
        self.text.braces_opened.connect(lambda: offer_names(self.text))
        self.larger.clicked.connect(self.edit_at_length)
        self._flag.activated.connect(self.changed)
        self.type.activated.connect(self._type_chosen)
        remove.clicked.connect(self.removed)

    def is_blank(self) -> bool:
        """Tells whether nothing was put in it yet."""
        return not self.key.text() and not self.typed() and self.type.currentData() != YES_NO

    def typed(self) -> str:
        """The value as it is typed, whatever its type; the line may show only its beginning."""
        return self.text.text() if self._long is None else self._long

    def parts(self) -> tuple[str, str, str, bool]:
        """Key, type, the value as it is typed, and the one of yes/no."""
        return self.key.text(), str(self.type.currentData()), self.typed(), self._flag.currentData() is True

    def read(self) -> JsonValue:
        """The value. Raises ValueError where the text is not a value of the type beside it."""
        _, kind, text, flag = self.parts()
        return read_typed(kind, text, flag=flag)

    def take(self, key: str, value: JsonValue) -> bool:
        """Puts a key and its value into the row; False where the row would change them."""
        try:
            kind, text = as_typed(value)
            self._fill(key, kind, text, flag=value is True)
            return not self.is_blank() and self.key.text() == key and same(self.read(), value)
        except ValueError:  # a number that no JSON holds, half of a pair of surrogates
            return False

    def state(self) -> JsonValue:
        """Returns what is typed, whether it can be read or not."""
        return list(self.parts())

    def restore(self, state: JsonValue) -> None:
        """Puts back what `state` gave."""
        if isinstance(state, list) and len(state) == 4:
            key, kind, text, flag = state
            self._fill(str(key), str(kind), str(text), flag=flag is True)

    def fill(self, values: variables.Values) -> None:
        """Puts values in the place of the variables in the value; within JSON into its texts."""
        _, kind, before, _ = self.parts()
        after = before
        if kind == TEXT:
            after = variables.fill_text(before, values)
        elif kind == JSON:
            with contextlib.suppress(ValueError):  # nobody can say what in it is a text
                value = wire.read(before)
                filled = variables.fill(value, values)
                if filled != value:
                    after = json.dumps(filled, ensure_ascii=isinstance(filled, str))
        if after != before:
            self._show_text(after)

    def place(self) -> QWidget:
        """The widget to put the keyboard on: the value where that cannot be read, else the key."""
        return self.text if self.text.property("invalid") else self.key

    def is_wrong(self) -> bool:
        """Tells whether the row is marked as one that cannot be sent."""
        return bool(self.text.property("invalid") or self.key.property("invalid"))

    def edit_at_length(self) -> None:
        """Opens the editor of JSON, or one for a text of several lines; what it takes goes into the row."""
        kind = self.type.currentData()
        key = self.key.text()
        title = self.tr("Value of “{key}”").format(key=key) if key else self.tr("Value")
        if kind == JSON:
            apply = self.tr("Apply")
            dialog = JsonDialog(title, "", apply, self.typed(), self._tools.editing, parent=self)
            dialog.accepted.connect(lambda: self._typed_at_length(on_one_line(dialog.text())))
            dialog.pane.editor.braces_opened.connect(lambda: offer_names(dialog.pane.editor))
            dialog.open()
        elif kind == TEXT:
            texts = TextDialog(title, self.typed(), self)
            texts.accepted.connect(lambda: self._typed_at_length(texts.text()))
            texts.editor.braces_opened.connect(lambda: offer_names(texts.editor))
            texts.open()

    def _button(self, text: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setProperty("role", "quiet")
        button.setToolTip(tip(words))
        button.setAccessibleName(words)
        return button

    def _fill(self, key: str, kind: str, text: str, *, flag: bool) -> None:
        self.key.setText(key)
        self.type.setCurrentIndex(max(self.type.findData(kind), 0))
        self._show_text(text)
        self._flag.setCurrentIndex(0 if flag else 1)
        self._show_editor()

    def _show_text(self, text: str) -> None:
        """Puts the value into its line; of one that no line can keep, its beginning, to be looked at only."""
        self._long = None if fits_line(text) else text
        self.text.setText(text if self._long is None else _beginning(text))
        self.text.setCursorPosition(0)
        self.text.setReadOnly(self._long is not None)
        words = "" if self._long is None else self.tr("Longer than a line. Enter or F2 opens it.")
        self.text.setToolTip(tip(words))
        self.text.setAccessibleDescription(words)

    def _text_edited(self, text: str) -> None:
        if not fits_line(text):  # pasted, with its breaks of lines
            self._show_text(text)
        self.changed.emit()

    def _typed_at_length(self, text: str) -> None:
        if text != self.typed():
            self._show_text(text)
            self.changed.emit()

    def _type_chosen(self) -> None:
        self._show_editor()
        self.changed.emit()

    def _show_editor(self) -> None:
        kind = self.type.currentData()
        self.text.setVisible(kind != YES_NO)
        self._flag.setVisible(kind == YES_NO)
        self.larger.setEnabled(kind in {TEXT, JSON})


def _beginning(text: str) -> str:
    """Returns the part of a text that a line shows, each break of lines as a sign."""
    shown = "\u23ce".join(text[: SHOWN + 1].splitlines()).replace("\t", " ")
    return shown + "…" if len(text) > SHOWN else shown
