"""The fields of a number, of a choice and of something that is on or off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.kit.appearance import scaled
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.one_line import LineEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.wire import JsonValue
NUMBER: Final = 176
"""In pixels: a number is no longer, and its hint is read whole in any language."""


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
        self._edit = LineEdit(self)
        self._edit.setPlaceholderText(placeholder)
        from scoro_desktop.ui.kit.digits import Digits

        typed = re.compile(r"[0-9]{0,9}(\.[0-9]{0,9})?" if fraction else r"[0-9]{0,9}")
        self._edit.setValidator(Digits(typed, self._edit, 9 if fraction else 0))
        self._edit.setMaximumWidth(scaled(NUMBER))
        self._follow(self._edit)
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

    def state(self) -> JsonValue:
        """Returns what is typed."""
        return self._edit.text() or None

    def restore(self, state: JsonValue) -> None:
        """Puts back what was typed."""
        self._edit.setText(state if isinstance(state, str) else "")

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
        self._edit = ElidingComboBox(self, as_wide_as_words=True)
        self._edit.addItem(unset, None)
        for value, words in choices:
            self._edit.addItem(words, value)
        self._edit.currentIndexChanged.connect(self.altered)
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
        from scoro_desktop.ui.kit.check_box import WrappingCheckBox  # no field that is seen at first has one

        self._edit = WrappingCheckBox(label, self)
        self._edit.toggled.connect(self.altered)
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
