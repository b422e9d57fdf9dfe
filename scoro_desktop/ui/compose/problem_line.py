"""The line in the head of a section that says what is wrong with it as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from scoro_desktop.ui.kit.restyle import restyle


class ProblemLine(QLabel):
    """Of several problems it says the first, until `clear_problem`; without one it takes no place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "problem")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def show_problem(self, text: str, *, warning: bool) -> None:
        """Says it, in the look of an error or of a warning."""
        if self.text():
            return
        self.setText(text)
        role = "warning" if warning else "problem"
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)
        self.show()

    def clear_problem(self) -> None:
        """Says nothing any more."""
        self.clear()
        self.hide()
