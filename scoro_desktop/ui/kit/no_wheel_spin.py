"""Editors of numbers and of dates that a turn of the wheel cannot change.

They stand apart from `no_wheel.py`, since no frame waits for them: Qt's names for them are slow to load.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QSpinBox, QWidget

from scoro_desktop.ui.kit.date_popup import OwnCalendar
from scoro_desktop.ui.kit.digits import Wrong, in_plain_digits, read_number, say_refused
from scoro_desktop.ui.kit.plain_text import offset_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWheelEvent

    _Ask = Callable[[str, int], tuple[QValidator.State, str, int]]

_NARROWEST: Final = 64
_PADDING: Final = 9
"""The padding that the style sheet gives every other field and cannot give the number of a spin box."""


class _Typed:
    """The text of a spin box: read as any number of the app is, before Qt reads it, which makes 75 of "7,5" where a
    comma stands between thousands; and what is refused is said beside it.
    """

    def __init__(self, box: QSpinBox | QDoubleSpinBox) -> None:
        self._box = box
        self._before = ""
        self._refused = ("", Wrong.NO_NUMBER)
        box.lineEdit().textChanged.connect(self._changed)
        box.lineEdit().inputRejected.connect(self._say)

    def _changed(self, text: str) -> None:
        self._before = text

    def _read(self, text: str, position: int) -> tuple[str, int] | None:
        """Returns the text as Qt reads it, and the place of the cursor in it; None where it is refused."""
        box = self._box
        if text == box.specialValueText() or self._has_its_own_groups(text):
            return text, position
        suffix = box.suffix()
        body = text.removesuffix(suffix) if suffix else text
        if not body.strip():
            return text, position
        read = read_number(body, self._decimals())
        if isinstance(read, Wrong):
            self._refused = (body, read)
            return None
        shown = read.replace(".", box.locale().decimalPoint())
        if shown == body:
            return text, position
        before = in_plain_digits(body[: offset_of(text, position)])
        return shown + text[len(body) :], min(len(before), len(shown))

    def _has_its_own_groups(self, text: str) -> bool:
        """Tells whether the signs between thousands are those that the box itself shows: they move while one types."""
        sign = self._box.locale().groupSeparator()
        if not self._box.isGroupSeparatorShown() or sign not in text or not sign:
            return False
        plain = text.removesuffix(self._box.suffix()) if self._box.suffix() else text
        if re.fullmatch(rf"[0-9]{{1,3}}({re.escape(sign)}[0-9]{{3}})+", plain):
            return True
        is_typed = abs(len(text) - len(self._before)) <= 1
        return is_typed and text.count(sign) <= self._before.count(sign) and plain.replace(sign, "").isdecimal()

    def judged(self, text: str, position: int, ask: _Ask) -> tuple[QValidator.State, str, int]:
        """Reads the text as any number of the app, and then asks Qt, which refuses what is beyond the largest one."""
        read = self._read(text, position)
        if read is None:
            return QValidator.State.Invalid, text, position
        state, *_ = ask(*read)
        if state is QValidator.State.Invalid:
            self._refused = (text, Wrong.TOO_LARGE)
        return state, *read

    def _decimals(self) -> int:
        return self._box.decimals() if isinstance(self._box, QDoubleSpinBox) else 0

    def _say(self) -> None:
        most = self._box.textFromValue(self._box.maximum())  # type: ignore[arg-type]
        say_refused(self._box, *self._refused, decimals=self._decimals(), bound=most)

    def say_small(self, text: str) -> None:
        """Says that what is typed is below the smallest number, as it is left."""
        least = self._box.textFromValue(self._box.minimum())  # type: ignore[arg-type]
        if text.strip() and self._box.isVisible():
            say_refused(self._box, text, Wrong.TOO_SMALL, bound=least)


class NoWheelSpinBox(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_PADDING, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed = _Typed(self)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Reads the text as any number of the app."""
        return self._typed.judged(text, position, super().validate)

    def fixup(self, text: str) -> str:
        """Goes back to the number of before, and says why."""
        self._typed.say_small(text)
        return text

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to what is scrolled."""
        event.ignore()


class NoWheelDoubleSpinBox(QDoubleSpinBox):
    """A number, whose decimals are shown where they say something: 10, and 2.5."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_PADDING, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed = _Typed(self)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Reads the text as any number of the app."""
        return self._typed.judged(text, position, super().validate)

    def fixup(self, text: str) -> str:
        """Goes back to the number of before, and says why."""
        self._typed.say_small(text)
        return text

    def textFromValue(self, value: float) -> str:
        """Returns the number as it is shown."""
        text, point = super().textFromValue(value), self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to what is scrolled."""
        event.ignore()


class NoWheelDateTimeEdit(OwnCalendar):
    """A date and time that gives way to its neighbours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a day and an hour in most languages."""
        return QSize(2 * _NARROWEST, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to what is scrolled."""
        event.ignore()
