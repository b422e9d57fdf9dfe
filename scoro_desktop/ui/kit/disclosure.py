"""Buttons that open what they name, and fold it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object  # what is mixed into a class of Qt cannot be one itself

_LEAST: Final = 80


class _Unfolds(_Button):
    """Opens what it names, and folds it again. `unfolded(bool)`: it was opened, or folded.

    Whether it is open is its own: a button that Qt can check is a check box to a screen reader, and there is nothing to
    tick.
    """

    unfolded = Signal(bool)
    _is_open = False

    def isChecked(self) -> bool:
        """Tells whether what it opens is shown."""
        return self._is_open

    def setChecked(self, checked: bool) -> None:
        """Opens what it opens, or folds it."""
        if checked is not self._is_open:
            self._is_open = checked
            self._show()
            self.unfolded.emit(checked)

    def _show(self) -> None:
        """Says whether it is open."""
        raise NotImplementedError


class Disclosure(_Unfolds, QToolButton):
    """Folded at first. While it is, it tells how many problems it hides, else how much in it is filled in.

    `problems`, `filled`: as they were told last.
    """

    def __init__(self, words: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._content = content
        self.problems = self.filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "disclosure")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(lambda: self.setChecked(not self._is_open))
        self._show()

    def call(self, words: str) -> None:
        """Takes other words for what it opens."""
        self._words = words
        self._show()

    def tell(self, *, problems: int, filled: int) -> None:
        """Takes how many problems stand in what it opens, and how many of its fields are filled in."""
        if (problems, filled) != (self.problems, self.filled):
            self.problems, self.filled = problems, filled
            self._show()

    def _show(self) -> None:
        is_open = self.isChecked()
        self._content.setVisible(is_open)
        self.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        words = "{words}"
        if self.problems and not is_open:
            words = self.tr("{words} · %Ln problem(s)", "", self.problems)
        elif self.filled and not is_open:
            words = self.tr("{words} · %Ln filled in", "", self.filled)
        self.setText(words.format(words=self._words))
        said = self.tr("{words}, open") if is_open else self.tr("{words}, folded")
        self.setAccessibleName(said.format(words=self.text()))

    def minimumSizeHint(self) -> QSize:
        """It gives way where there is little room."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ends words that do not fit with an ellipsis; how much is folded away stays in sight."""
        missing = self.sizeHint().width() - self.width()
        if missing <= 0:
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter  # slow to load: hundreds of names

        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        told, metrics = self.text().removeprefix(self._words), self.fontMetrics()
        room = max(0, metrics.horizontalAdvance(self._words) - missing)
        option.text = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room) + told
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells by a tool tip what it has no room for."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")


class FoldButton(_Unfolds, QPushButton):
    """Says by an arrow and to a screen reader whether what it opens is shown.

    `opens_upwards`: what it opens stands above it.
    """

    def __init__(self, words: str, parent: QWidget | None = None, *, opens_upwards: bool = False) -> None:
        super().__init__(parent)
        self._words = self._said = words
        self._arrows = ("▴", "▾") if opens_upwards else ("▾", "▴")
        self.setProperty("role", "link")
        self.clicked.connect(lambda: self.setChecked(not self._is_open))
        self._show()

    def call(self, words: str) -> None:
        """Takes other words for what it opens."""
        self._words = self._said = words
        self._show()

    def say(self, words: str) -> None:
        """Takes words for a screen reader alone, where those that are seen are short."""
        self._said = words
        self._show()

    def _show(self) -> None:
        self.setText(f"{self._words} {self._arrows[self._is_open]}")
        said = self.tr("{words}, open") if self._is_open else self.tr("{words}, folded")
        self.setAccessibleName(said.format(words=self._said))
