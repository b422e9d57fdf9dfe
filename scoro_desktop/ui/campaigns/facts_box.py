"""The needs of a campaign: parts, cost, requests, how fast and until when. The pace can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.no_wheel_spin import NoWheelDoubleSpinBox
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SLOWEST = 0.1
"""Requests a second: one in ten seconds. Ours."""


class FactsBox(QWidget):
    """`pace_changed(float)`: in requests a second."""

    pace_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.pace = NoWheelDoubleSpinBox(self)
        self.pace.setDecimals(1)
        # Room for its largest number, which nobody wants, is not asked for.
        self.pace.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.pace.setAccessibleName(self.tr("Pace"))  # what it is in stands behind the number
        self.pace.setSuffix(" " + self.tr("requests a second"))
        self.pace.setKeyboardTracking(False)
        self.pace.valueChanged.connect(self.pace_changed)
        pace = QLabel(self.tr("Pace"), self)
        pace.setProperty("role", "muted")
        pace.setBuddy(self.pace)
        self._until = wrapped(self)
        self._quota = wrapped(self)
        self._quota.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self._quota)
        column.addSpacing(4)
        column.addWidget(pace)
        column.addWidget(self.pace, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._until)

    def show_facts(self, facts: Sequence[tuple[str, str]], tips: Mapping[str, str]) -> None:
        """Shows facts, a label and words each; words may have several lines. `tips`: more about some, by the label."""
        for each in self._labels:
            each.hide()
            each.deleteLater()
        self._labels.clear()
        for row, (label, words) in enumerate(facts):
            name = QLabel(label, self)
            name.setProperty("role", "muted")
            said = wrapped(self)
            said.setText(words)
            said.setToolTip(tips.get(label, ""))
            said.setAccessibleDescription(tips.get(label, ""))
            for column, each in enumerate((name, said)):
                self._grid.addWidget(each, row, column, Qt.AlignmentFlag.AlignTop)
                self._labels.append(each)

    def show_pace(self, pace: float, most: float) -> None:
        """Shows the pace, which may be at most so many requests a second."""
        blocked = self.pace.blockSignals(True)
        self.pace.setRange(SLOWEST, max(most, SLOWEST))
        self.pace.setValue(pace)
        self.pace.blockSignals(blocked)

    def show_quota(self, words: str, *, is_too_much: bool = False) -> None:
        """Says how much of what is left it uses; empty: nothing is known."""
        self._quota.setProperty("role", "warning" if is_too_much else "")
        restyle(self._quota)
        self._quota.setText(("⚠ " if is_too_much else "") + words)
        self._quota.setVisible(bool(words))

    def show_until(self, words: str) -> None:
        """Says when it would end."""
        self._until.setText(words)

    def text(self) -> str:
        """Returns what is said, a line each."""
        said = [f"{self._labels[at].text()}: {self._labels[at + 1].text()}" for at in range(0, len(self._labels), 2)]
        return "\n".join([*said, *([self._quota.text()] if self._quota.text() else []), self._until.text()])
