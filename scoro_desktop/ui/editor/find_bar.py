"""Finding text in an editor."""

import bisect
import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.plain_text import tip


class FindBar(QWidget):
    """`moved`: a match is to be shown, from offset to offset. `left`: the keyboard goes back to the text.

    The bar is told of the text by `search`, and keeps the places found.
    """

    moved = Signal(int, int)
    wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAutoFillBackground(True)
        self.needle = LineEdit(self)
        self.needle.setPlaceholderText(self.tr("Find"))
        self.needle.setAccessibleName(self.tr("Find in the text"))
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("role", "help")
        self.previous = self._button("↑", self.tr("Previous (Shift+Enter)"))
        self.next = self._button("↓", self.tr("Next (Enter)"))
        self.close_button = self._button("✕", self.tr("Close (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(4)
        row.addWidget(self.needle, 1)
        row.addWidget(self.count)
        for button in (self.previous, self.next, self.close_button):
            row.addWidget(button)
        self._places: list[int] = []
        self.needle.textChanged.connect(self.wanted)
        self.needle.installEventFilter(self)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.left)
        self._at = 0
        self.hide()

    def search(self, text: str, offset: int) -> None:
        """Looks for the needle in a text, small letters and capitals alike; counts from what stands at an offset on."""
        needle = self.needle.text()
        found = re.finditer(re.escape(needle), text, re.IGNORECASE) if needle else ()
        self._places = [each.start() for each in found]
        self._at = bisect.bisect_left(self._places, offset)
        self._show_count()

    def step(self, by: int, *, stay: bool = False) -> None:
        """Goes to the next match or the previous one, past the end to the other one. `stay`: the one at the cursor."""
        if not self._places:
            return
        self._at = (self._at + (0 if stay else by)) % len(self._places)
        self._show_count()
        start = self._places[self._at]
        self.moved.emit(start, start + len(self.needle.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Esc within the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _show_count(self) -> None:
        if not self.needle.text():
            self.count.clear()
        elif not self._places:
            self.count.setText(self.tr("None"))
        else:
            total = len(self._places)
            number = min(self._at, total - 1) + 1
            self.count.setText(self.tr("{number} of {total}").format(number=number, total=total))
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._places))

    def _button(self, sign: str, words: str) -> QPushButton:
        button = QPushButton(sign, self)
        button.setProperty("role", "link")
        button.setToolTip(tip(words))
        button.setAccessibleName(words)
        return button
