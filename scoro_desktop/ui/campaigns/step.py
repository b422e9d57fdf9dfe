"""A step of a campaign: its number, what it is called, what came of it; what is done in it stands below its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.eliding_label import ElidingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from scoro_desktop.ui.kit.appearance import Colours

DISC = 22
"""The side of the square around a number, in pixels."""


class StepMark(QWidget):
    """A disc with the number of a step, filled while it is the one at hand; a tick once it is done."""

    def __init__(self, number: int, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._colours = colours
        self._is_open = self._is_done = False
        self.setFixedSize(DISC, DISC)

    def show_state(self, *, is_open: bool, is_done: bool) -> None:
        """Draws another state."""
        self._is_open, self._is_done = is_open, is_done
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the disc."""
        return QSize(DISC, DISC)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the disc."""
        colours = self._colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(1, 1, DISC - 2, DISC - 2)
        if self._is_done:
            painter.setPen(QPen(QColor(colours.good), 2))
            painter.drawEllipse(disc)
            painter.drawPolyline([QPointF(6.5, 11.5), QPointF(9.7, 14.6), QPointF(15.5, 8)])
        else:
            accent = QColor(colours.accent if self._is_open else colours.muted)
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(accent if self._is_open else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)
            painter.setPen(QColor(colours.on_accent if self._is_open else colours.muted))
            font = painter.font()
            font.setPixelSize(12)
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class Step(QWidget):
    """One step: a line that is always seen, and what is done in it, which is seen while it is open.

    `wanted`: a person asks for the step by its button. What is done in it is `put` there once it is made.
    """

    wanted = Signal()

    def __init__(self, number: int, title: str, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body: QWidget | None = None
        self._is_open = False
        self._mark = StepMark(number, colours, self)
        self._title = QLabel(title, self)
        self._title.setProperty("role", "heading")
        self._said = ElidingLabel(self)
        self._said.setProperty("role", "muted")
        self.button = QPushButton(self)
        self.button.setProperty("role", "link")
        self.button.clicked.connect(self.wanted)
        self.button.hide()
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._title)
        row.addWidget(self._said, 1)
        row.addWidget(self.button)
        line = QFrame(self)
        line.setProperty("role", "line")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        self._column.addWidget(line)
        self.show_state(is_open=False, is_done=False)

    def put(self, body: QWidget) -> None:
        """Puts what is done in the step below its line; it is a child of the step already, and hidden."""
        self.body = body
        self._column.insertWidget(1, body, 1)
        body.setVisible(self._is_open)

    def show_state(self, *, is_open: bool, is_done: bool, said: str = "", button: str = "") -> None:
        """Opens the step or closes it. `said`: what came of it, beside its title; `button`: the words of its button."""
        self._mark.show_state(is_open=is_open, is_done=is_done)
        self._is_open = is_open
        if self.body is not None:
            self.body.setVisible(is_open)
        self._said.show_text(said)
        self.button.setText(button)
        self.button.setAccessibleName(f"{self._title.text()}: {button}" if button else self._title.text())
        self.button.setVisible(bool(button))
        policy = QSizePolicy.Policy.Expanding if is_open else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)

    def said(self) -> str:
        """Returns what stands beside the title."""
        return self._said.whole

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self._mark.set_colours(colours)
