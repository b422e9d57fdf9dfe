"""A button that opens and folds what is seldom needed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget


class Disclosure(QToolButton):
    """Folded at first. While it is, it tells how many problems it hides, else how much in it is filled in."""

    def __init__(self, words: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._content = content
        self._problems = self._filled = 0
        self.setCheckable(True)
        self.setProperty("role", "disclosure")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggled.connect(self._show)
        self._show()

    def call(self, words: str) -> None:
        """Takes other words for what it opens."""
        self._words = words
        self._show()

    def tell(self, *, problems: int, filled: int) -> None:
        """Takes how many problems stand in what it opens, and how many of its fields are filled in."""
        if (problems, filled) != (self._problems, self._filled):
            self._problems, self._filled = problems, filled
            self._show()

    def _show(self) -> None:
        is_open = self.isChecked()
        self._content.setVisible(is_open)
        self.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        words = "{words}"
        if self._problems and not is_open:
            words = self.tr("{words} · %Ln problem(s)", "", self._problems)
        elif self._filled and not is_open:
            words = self.tr("{words} · %Ln filled in", "", self._filled)
        self.setText(words.format(words=self._words))
