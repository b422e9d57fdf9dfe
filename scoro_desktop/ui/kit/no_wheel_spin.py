"""Editors of numbers and of dates that a turn of the wheel cannot change.

They stand apart from `no_wheel.py`, since no frame waits for them: Qt's names for them are slow to load.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QSpinBox, QWidget

from scoro_desktop.ui.kit.date_popup import OwnCalendar

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

_NARROWEST: Final = 64
_PADDING: Final = 9
"""The padding that the style sheet gives every other field and cannot give the number of a spin box."""


class NoWheelSpinBox(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_PADDING, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to what is scrolled."""
        event.ignore()


class NoWheelDoubleSpinBox(QDoubleSpinBox):
    """A number, whose decimals are shown where they say something: 10, and 2.5."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_PADDING, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

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
