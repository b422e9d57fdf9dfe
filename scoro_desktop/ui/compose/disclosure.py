"""A button that opens and folds what is seldom needed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget


class Disclosure(QToolButton):
    """Folded at first. While it is, it tells how many problems stand in what it hides."""

    def __init__(self, words: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._content = content
        self._problems = 0
        self.setCheckable(True)
        self.setProperty("role", "disclosure")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggled.connect(self._show)
        self._show()

    def call(self, words: str) -> None:
        """Takes other words for what it opens."""
        self._words = words
        self._show()

    def tell_problems(self, count: int) -> None:
        """Takes how many problems stand in what it opens."""
        if count != self._problems:
            self._problems = count
            self._show()

    def _show(self) -> None:
        is_open = self.isChecked()
        self._content.setVisible(is_open)
        self.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        if self._problems and not is_open:
            words = self.tr("{words} · %Ln problem(s)", "", self._problems)
            self.setText(words.format(words=self._words))
        else:
            self.setText(self._words)
