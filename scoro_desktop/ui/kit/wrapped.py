"""A label of plain text that breaks its lines wherever it is put."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

L = TypeVar("L", bound=QLabel)


def wrapped(parent: QWidget, role: str = "") -> QLabel:
    """A label of plain text that takes the width it is given, whatever stands in it."""
    label = _prepared(QLabel(parent))
    if role:
        label.setProperty("role", role)
    return label


class WholeLabel(QLabel):
    """The same, and never less high than its lines are: what stands around it gives way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        _prepared(self)

    def setText(self, text: str) -> None:
        """Takes other words."""
        super().setText(text)
        self._keep_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes as many lines as its width asks for."""
        super().resizeEvent(event)
        self._keep_whole()

    def _keep_whole(self) -> None:
        self.setMinimumHeight(0)  # or Qt would never want less than that
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))  # Qt says -1 of an empty one


def make_even(label: QLabel, most: int) -> None:
    """Gives a label the width in which it has as few lines as in `most` pixels, and as even ones: no word stands alone.

    For words of a few lines that stand by themselves, as in the middle of a page.
    """
    label.ensurePolished()
    label.setMinimumWidth(0)  # Qt measures no narrower than that
    height, least = label.heightForWidth(most), most // 2
    while most - least > 1:
        middle = (most + least) // 2
        if label.heightForWidth(middle) <= height:
            most = middle
        else:
            least = middle
    label.setFixedWidth(most)


def _prepared(label: L) -> L:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Ignored)  # one long word must not make the window wider than the screen
    label.setSizePolicy(policy)
    return label
