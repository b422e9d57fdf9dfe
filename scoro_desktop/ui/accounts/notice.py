"""The strip over the buttons of the dialog: what is going on, what went wrong, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from scoro_desktop.ui.accounts.field_row import button


class Notice(QFrame):
    """One message at a time, with the buttons that belong to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(self._text)
        column.addLayout(self._buttons)
        self.hide()

    def text(self) -> str:
        """What is shown, empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def clear(self) -> None:
        """Shows nothing."""
        self.show_text("", "help")

    def show_text(
        self, text: str, role: str, actions: tuple[tuple[str, Callable[[], None]], ...] = (), *, busy: bool = False
    ) -> None:
        """Shows a text in the role of a label ("problem", "good", "help", ...), with a button for each action."""
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._text.setText(text)
        self._text.setProperty("role", role)
        self._text.style().polish(self._text)
        self._bar.setVisible(busy)
        for label, act in actions:
            choice = button(self, label)
            choice.clicked.connect(lambda _checked=False, act=act: act())
            self._buttons.addWidget(choice)
        self._buttons.addStretch(1)
        self.setVisible(bool(text))
