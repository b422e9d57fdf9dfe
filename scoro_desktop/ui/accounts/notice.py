"""The strip over the buttons of the dialog: what is going on, what went wrong, and what can be done about it."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QProgressBar, QVBoxLayout, QWidget

from scoro_desktop.ui.accounts.field_row import button

Action: TypeAlias = tuple[str, Callable[[], None]]
"""The words of a button and what it does."""


class Notice(QFrame):
    """One message at a time, with the buttons that belong to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addLayout(self._lines)
        column.addLayout(self._buttons)
        self.hide()

    def text(self) -> str:
        """Returns the text that is shown, line by line, empty when nothing is."""
        widgets = _widgets(self._lines)
        return "" if self.isHidden() else "\n".join(each.text() for each in widgets if isinstance(each, QLabel))

    def clear(self) -> None:
        """Shows nothing."""
        self.show_lines(())

    def show_text(self, text: str, role: str, actions: Sequence[Action] = (), *, busy: bool = False) -> None:
        """Shows a text in the role of a label ("problem", "good", "help", ...), with a button for each action."""
        self.show_lines([(text, role)] if text else (), actions, busy=busy)

    def show_lines(
        self, lines: Sequence[tuple[str, str]], actions: Sequence[Action] = (), *, busy: bool = False
    ) -> None:
        """The same for several lines, each with its role."""
        _empty(self._lines)
        _empty(self._buttons)
        for text, role in lines:
            line = QLabel(text, self)
            line.setProperty("role", role)
            line.setWordWrap(True)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(line)
        for words, act in actions:
            choice = button(self, words)
            choice.clicked.connect(lambda _checked=False, act=act: act())
            self._buttons.addWidget(choice)
        self._buttons.addStretch(1)
        self._bar.setVisible(busy)
        self.setVisible(bool(lines))
        self.setAccessibleName(self.text())


def _widgets(layout: QLayout) -> list[QWidget]:
    items = (layout.itemAt(n) for n in range(layout.count()))
    widgets = (None if item is None else item.widget() for item in items)
    return [widget for widget in widgets if widget is not None]


def _empty(layout: QLayout) -> None:
    for widget in _widgets(layout):
        widget.hide()
        widget.deleteLater()
    while layout.count():
        layout.takeAt(0)
