"""The act that a confirmation asks for, beside the press of its button: a number to be typed, or a box to be ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from scoro_desktop.sending.checks import Asked, Demand, meets
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

_BESIDE_THE_FIELD: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ALONE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DemandQuestion(QWidget):
    """Hidden while nothing is asked. `changed`: `is_met` may be another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.demand = Demand(Asked.STOPPED)
        self._words = wrapped(self)
        self.typed = LineEdit(self)
        self.typed.setMaximumWidth(240)
        self.acknowledged = QCheckBox(self.tr("I understand that the number of recipients is unknown"), self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.acknowledged, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.typed.textChanged.connect(self.changed)
        self.acknowledged.toggled.connect(self.changed)

    @property
    def is_met(self) -> bool:
        """Tells whether everything that is asked was done."""
        return meets(self.demand, self.typed.text(), self.acknowledged.isChecked())

    def boxes(self) -> Sequence[QWidget]:
        """Lists what a person acts on."""
        return (self.typed, self.acknowledged)

    def clear(self) -> None:
        """Asks nothing, and forgets what was done; nothing is met."""
        self.demand = Demand(Asked.STOPPED)
        self.hide()
        self.typed.clear()
        self.acknowledged.setChecked(False)

    def ask(self, demand: Demand, why_stopped: str) -> None:
        """Asks for what a demand asks for, or says why nothing can be confirmed."""
        self.demand = demand
        to_type = self.tr("To send it to all of them, type {text} here:").format(text=demand.text)
        words = {Asked.STOPPED: why_stopped, Asked.TYPE: to_type}.get(demand.asked, "")
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._words.setAlignment(_BESIDE_THE_FIELD if demand.asked is Asked.TYPE else _ALONE)
        self.typed.setVisible(demand.asked is Asked.TYPE)
        self.typed.setAccessibleName(to_type)
        self.acknowledged.setVisible(demand.asked is Asked.ACKNOWLEDGE)
        self.setVisible(demand.asked is not Asked.NOTHING)
        if demand.asked is Asked.TYPE:
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
