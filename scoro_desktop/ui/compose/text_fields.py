"""The fields in which text is typed: a line, several lines, a list of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QWidget

from scoro_desktop.invisible import trimmed
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.emoji.emoji_button import EmojiButton
from scoro_desktop.ui.kit.one_line import BracesLine, keep_to_one_line
from scoro_desktop.ui.kit.text_edit import MOST_TYPED, TextEdit

if TYPE_CHECKING:
    from scoro_desktop.ui.compose.form_tools import RecentEmoji
    from scoro_desktop.wire import JsonValue

LINES: Final = 3
"""The number of lines of a text that are seen at once, unless there is room for more."""
_AROUND: Final = 20
"""Pixels above and below the lines of a text: a border and a padding by the style sheet, and Qt's margin within."""


class LineField(Field):
    """One line of text. A break of lines that is put into it becomes a blank."""

    _is_of_words = True

    def __init__(self, label: str, help_text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent)
        self._edit = BracesLine(self)
        self._edit.braces_opened.connect(self._offer_names)
        if self._is_of_words:
            keep_to_one_line(self._edit)
        self._edit.setPlaceholderText(placeholder)
        self._follow(self._edit)
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
        if not self._edit.hasFocus():
            self._edit.setCursorPosition(0)  # the beginning of a long text is what one knows it by
        return True

    def restore(self, state: JsonValue) -> None:
        """Puts back what was typed."""
        self._edit.setText(state if isinstance(state, str) else "")

    def edit(self) -> QLineEdit:
        """The line."""
        return self._edit


class IdField(LineField):
    """A name that a program compares letter by letter: what stands around it and is not seen is no part of it.

    A break of lines within stays, so that it is told: whoever pasted it meant one of the two lines.
    """

    _is_of_words = False

    def value(self) -> JsonValue:
        """The name, None when there is none."""
        text = self._edit.text()
        return (trimmed(text) or None) if text else None


class TextField(Field):
    """A text of several lines."""

    def __init__(self, label: str, help_text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent)
        self._edit = TextEdit(self)
        self._edit.setPlaceholderText(placeholder)
        self.show_lines(LINES)
        self._loading = False
        self._edit.textChanged.connect(self.altered)
        self._edit.textChanged.connect(self._edited)
        self._edit.refused.connect(self._show_refused)
        self._edit.braces_opened.connect(self._offer_names)
        self._put(self._edit)

    def value(self) -> JsonValue:
        """The text, None when it is empty."""
        return self._edit.document().toRawText().replace("\u2029", "\n") or None  # as `letters_of` does

    def load(self, value: JsonValue) -> bool:
        """Takes any text that the editor gives back as it came."""
        if value is not None and (not isinstance(value, str) or not value):
            return False
        self._loading = True
        kept = self._edit.show_text(value or "")
        self._loading = False
        return kept

    def _show(self, text: str) -> bool:
        self._loading = True
        kept = self._edit.show_text(text)
        self._loading = False
        return kept

    def edit(self) -> TextEdit:
        """The text editor."""
        return self._edit

    def show_lines(self, lines: int) -> None:
        """Makes it so many lines high."""
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * lines + _AROUND)

    def _show_refused(self) -> None:
        words = self.tr("What was pasted is too long: a text may have {most} characters. Nothing was changed.")
        self.show_problem(words.format(most=self.locale().toString(MOST_TYPED)), warning=True)

    def _edited(self) -> None:
        if not self._loading:
            self.changed.emit()


class LinesField(TextField):
    """A list of texts, one a line."""

    def value(self) -> JsonValue:
        """The list of lines, None when there are none."""
        text = self._edit.text()
        return list(text.split("\n")) if text else None

    def load(self, value: JsonValue) -> bool:
        """Takes a list of texts that one line each can keep."""
        if value is None:
            return self._show("")
        lines = (
            [each for each in value if isinstance(each, str) and "\n" not in each] if isinstance(value, list) else []
        )
        return bool(lines) and lines == value and lines != [""] and self._show("\n".join(lines))


def with_emoji(
    field: LineField | TextField, recent: RecentEmoji, hint: str = "", *, name: str = ""
) -> LineField | TextField:
    """The field with a button beside its label that picks emoji for it.

    `hint`: what to know before picking one; `name`: of the field by ear, where its label alone does not tell it.
    """
    field.add_beside_label(EmojiButton(field.edit(), name or field.name(), recent, hint, field))
    return field
