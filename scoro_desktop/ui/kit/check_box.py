"""A check box whose words go on in the next line where there is no room beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QCheckBox

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_BESIDE: Final = 30
"""In pixels: the box, the gap and the frame of it in the style sheet, or a little more."""
_LEAST: Final = 24
"""In pixels: the height of the box with its padding."""
_ABOVE: Final = 8
"""In pixels: the padding above and below in the style sheet, or a little more."""


class WrappingCheckBox(QCheckBox):
    """Takes the width that it is given. Qt draws breaks of lines that stand in the words, so they are put there."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Preferred)
        policy.setVerticalPolicy(policy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(words)

    def text(self) -> str:
        """Returns its words on one line."""
        return self._words

    def setText(self, text: str) -> None:
        """Takes other words."""
        self._words = text
        self.setAccessibleName(text)
        self._break(self.width())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all words beside each other."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + _BESIDE, self._height(1))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        advance = self.fontMetrics().horizontalAdvance
        return QSize(max(map(advance, self._words.split(" "))) + _BESIDE, self._height(1))

    def heightForWidth(self, width: int) -> int:
        """Returns the height of all lines in such a width."""
        return self._height(len(self._lines(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the lines anew."""
        super().resizeEvent(event)
        self._break(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Measures its words in another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._break(self.width())
            self.updateGeometry()

    def _height(self, lines: int) -> int:
        return max(_LEAST, lines * self.fontMetrics().lineSpacing() + _ABOVE)

    def _lines(self, width: int) -> list[str]:
        advance, room, lines = self.fontMetrics().horizontalAdvance, width - _BESIDE, [""]
        for word in self._words.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and advance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _break(self, width: int) -> None:
        broken = "\n".join(self._lines(width))
        if broken != super().text():
            super().setText(broken)
