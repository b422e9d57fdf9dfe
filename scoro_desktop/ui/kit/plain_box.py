"""A message box that shows every text to the letter: no name, answer or folder is markup."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

LETTERS: Final = 48
"""Letters of a line, fewer than which no line has where the words go on. Ours: Qt makes a box as wide as its first
text, and wraps the second after three words where that one is short."""


class PlainBox(QMessageBox):
    """The only kind of message box here. Qt's own would render `<img src=...>` in a name, and so read a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setInformativeText(self, text: str) -> None:
        """Shows the second text. Qt gives its label no format of the box's, so each is told."""
        super().setInformativeText(text)
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(line) for line in text.splitlines()), default=0)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
            if text and label.text() == text:
                label.setMinimumWidth(min(longest + 1, metrics.averageCharWidth() * LETTERS))

    def confirmed(self, act: str, stay: str) -> bool:
        """Asks, and waits for the answer: True for `act`. The other loses nothing: Enter and Escape are that one."""
        acts = self.addButton(act, QMessageBox.ButtonRole.DestructiveRole)
        stays = self.addButton(stay, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(stays)
        self.setEscapeButton(stays)
        self.exec()
        is_act = self.clickedButton() is acts
        self.deleteLater()
        return is_act
