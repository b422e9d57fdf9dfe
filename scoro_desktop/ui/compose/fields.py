"""The fields of a form: a label above, an editor, help and problems under it, and the JSON value that it stands for."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.ui.plain_text import text_of
from scoro_desktop.wire import JsonValue

LINES: Final = 3
"""How many lines of a text are seen at once."""


class Field(QWidget):
    """One field. `value()` is the JSON that its editor stands for, None when nothing is set.

    `changed` is emitted when the person edits it; `load()` emits nothing.
    """

    changed = Signal()

    def __init__(self, label: str, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(label, self)
        self._label.setProperty("role", "label")
        self._help = QLabel(help_text, self)
        self._help.setProperty("role", "help")
        self._help.setWordWrap(True)
        self._help.setVisible(bool(help_text))
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._label)
        self._column.addWidget(self._help)
        self._column.addWidget(self._problem)

    def value(self) -> JsonValue:
        """The JSON value of the field, None when it is not set."""
        raise NotImplementedError

    def load(self, value: JsonValue) -> bool:
        """Shows a value, None to clear. False (and nothing is shown) where this field cannot show such a value."""
        raise NotImplementedError

    def edit(self) -> QWidget:
        """The widget that takes the keyboard."""
        raise NotImplementedError

    def show_problem(self, text: str, *, warning: bool = False) -> None:
        """Shows what is wrong under the field; an empty text takes it away."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        role = "warning" if warning else "problem"
        if self._problem.property("role") != role:
            self._problem.setProperty("role", role)
            self._problem.style().polish(self._problem)
        mark_invalid(self.edit(), bool(text) and not warning)

    def problem_text(self) -> str:
        """What is shown as wrong, empty when nothing is."""
        return self._problem.text()

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
        widget.style().polish(widget)


class LineField(Field):
    """One line of text."""

    def __init__(self, label: str, help_text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent)
        self._edit = QLineEdit(self)
        self._edit.setPlaceholderText(placeholder)
        self._edit.textEdited.connect(self.changed)
        self._put(self._edit)

    def value(self) -> JsonValue:
        """The text, None when it is empty."""
        return self._edit.text() or None

    def load(self, value: JsonValue) -> bool:
        """Takes text without line breaks, which one line could not keep."""
        if value is not None and (not isinstance(value, str) or not value or len(value.splitlines()) > 1):
            return False
        self._edit.setText(value or "")
        if self.value() != value:
            self._edit.clear()
            return False
        return True

    def edit(self) -> QLineEdit:
        """The line."""
        return self._edit


class TextField(Field):
    """A text of several lines."""

    def __init__(self, label: str, help_text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent)
        self._edit = QPlainTextEdit(self)
        self._edit.setPlaceholderText(placeholder)
        self._edit.setTabChangesFocus(True)
        margins = self._edit.contentsMargins()
        height = self._edit.fontMetrics().lineSpacing() * LINES + margins.top() + margins.bottom() + 20
        self._edit.setFixedHeight(height)
        self._loading = False
        self._edit.textChanged.connect(self._edited)
        self._put(self._edit)

    def value(self) -> JsonValue:
        """The text, None when it is empty."""
        return text_of(self._edit.document()) or None

    def load(self, value: JsonValue) -> bool:
        """Takes any text that the editor gives back as it came."""
        if value is not None and (not isinstance(value, str) or not value):
            return False
        return self._show(value or "")

    def _show(self, text: str) -> bool:
        self._loading = True
        self._edit.setPlainText(text)
        kept = text_of(self._edit.document()) == text
        if not kept:
            self._edit.clear()
        self._loading = False
        return kept

    def edit(self) -> QPlainTextEdit:
        """The text editor."""
        return self._edit

    def _edited(self) -> None:
        if not self._loading:
            self.changed.emit()


class LinesField(TextField):
    """A list of texts, one a line."""

    def value(self) -> JsonValue:
        """The list of lines, None when there are none."""
        text = text_of(self._edit.document())
        return list(text.split("\n")) if text else None

    def load(self, value: JsonValue) -> bool:
        """Takes a list of texts that one line each can keep."""
        if value is None:
            return self._show("")
        lines = (
            [each for each in value if isinstance(each, str) and "\n" not in each] if isinstance(value, list) else []
        )
        return bool(lines) and lines == value and lines != [""] and self._show("\n".join(lines))


class NumberField(Field):
    """A whole number of zero or more, or a number with a fraction where `fraction` says so."""

    def __init__(
        self,
        label: str,
        help_text: str = "",
        placeholder: str = "",
        *,
        fraction: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, help_text, parent)
        self._pattern = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?" if fraction else r"[0-9]{1,9}")
        self._edit = QLineEdit(self)
        self._edit.setPlaceholderText(placeholder)
        typed = r"[0-9]{0,9}(\.[0-9]{0,9})?" if fraction else r"[0-9]{0,9}"
        self._edit.setValidator(QRegularExpressionValidator(QRegularExpression(typed), self._edit))
        self._edit.setMaximumWidth(160)
        self._edit.textEdited.connect(self.changed)
        self._put(self._edit)

    def value(self) -> JsonValue:
        """The number, None when nothing is typed; text that is half a number stands as text, so that it is noticed."""
        text = self._edit.text()
        if not self._pattern.fullmatch(text):
            return text or None
        return float(text) if "." in text else int(text)

    def load(self, value: JsonValue) -> bool:
        """Takes a number that typing could have given."""
        if value is not None and type(value) not in {int, float}:
            return False
        text = "" if value is None else str(value)
        if text and not self._pattern.fullmatch(text):
            return False
        self._edit.setText(text)
        return True

    def edit(self) -> QLineEdit:
        """The line that the number is typed in."""
        return self._edit


class ChoiceField(Field):
    """One of a few values, or none of them. `choices` are (value, words) pairs."""

    def __init__(
        self,
        label: str,
        unset: str,
        choices: Sequence[tuple[str | int, str]],
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, help_text, parent)
        self._edit = QComboBox(self)
        self._edit.setMaximumWidth(360)
        self._edit.addItem(unset, None)
        for value, words in choices:
            self._edit.addItem(words, value)
        self._edit.activated.connect(self.changed)
        self._put(self._edit)

    def value(self) -> JsonValue:
        """The chosen value, None for none."""
        chosen = self._edit.currentData()
        return chosen if isinstance(chosen, str | int) else None

    def load(self, value: JsonValue) -> bool:
        """Takes one of the choices."""
        for index in range(self._edit.count()):
            data = self._edit.itemData(index)
            if data == value and type(data) is type(value):
                self._edit.setCurrentIndex(index)
                return True
        return False

    def edit(self) -> QComboBox:
        """The list of choices."""
        return self._edit


class FlagField(Field):
    """Something that is `on` in JSON (1 or true) when it is on, and absent when it is off."""

    def __init__(self, label: str, help_text: str = "", *, on: int | bool = 1, parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent)
        self._on = on
        self._edit = QCheckBox(label, self)
        self._edit.clicked.connect(self.changed)
        self._put(self._edit)
        self._label.hide()

    def value(self) -> JsonValue:
        """1 or true when it is on."""
        return self._on if self._edit.isChecked() else None

    def load(self, value: JsonValue) -> bool:
        """Takes exactly what it gives, or nothing."""
        if value is not None and (type(value) is not type(self._on) or value != self._on):
            return False
        self._edit.setChecked(value is not None)
        return True

    def edit(self) -> QCheckBox:
        """The box."""
        return self._edit


class MomentField(LineField):
    """A moment in RFC 3339, typed or picked as "in so long from now"."""

    def __init__(self, label: str, help_text: str, spans: Sequence[tuple[timedelta, str]], button: str) -> None:
        super().__init__(label, help_text, "2026-12-31T18:00:00+03:00")
        menu = QMenu(self)
        for span, words in spans:
            menu.addAction(words).triggered.connect(lambda _checked=False, span=span: self._pick(span))
        choose = QToolButton(self)
        choose.setText(button)
        choose.setMenu(menu)
        choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._edit)
        row.addWidget(choose)
        self._put(self._edit, row)

    def _pick(self, span: timedelta) -> None:
        moment = datetime.now().astimezone() + span
        self._edit.setText(moment.isoformat(timespec="seconds"))
        self.changed.emit()
