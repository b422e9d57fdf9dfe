"""Another text for the rest of a campaign: shown, checked, and used or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.templates.message_card import MessageCard

if TYPE_CHECKING:
    from scoro_desktop.messages.request import Request


class NewText(QFrame):
    """Hidden while there is none. `use_wanted`: it is to be used for the rest."""

    use_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.message: Request | None = None
        self.is_busy = False  # it is being filled in for the rest
        self._title = QLabel(self)
        self._title.setProperty("role", "label")
        self._card = MessageCard(self)
        self.problem = wrapped(self, "problem")
        self.use = QPushButton(self.tr("Use it for the rest"), self)
        self.use.setProperty("role", "primary")
        self.use.clicked.connect(self.use_wanted)
        self.keep = QPushButton(self.tr("Keep the earlier text"), self)
        self.keep.clicked.connect(self.clear)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.use)
        buttons.addWidget(self.keep)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._card)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self.hide()

    def offer(self, message: Request, left: int, *, is_busy: bool = False) -> None:
        """Shows a text for those who have none yet. `is_busy`: it is being filled in for them already."""
        self.message = message
        number = min(left, campaign_words.C_INT_MAX)
        self._title.setText(self.tr("%Ln people of the rest would get this:", "", number))
        self._card.show_message(message, None)
        self.say("")
        self.show_busy(is_busy=is_busy)
        self.show()
        if not is_busy:
            self.use.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, *, is_busy: bool) -> None:
        """Offers neither answer while the text is filled in for the rest: the last word would not be the one that
        counts.
        """
        self.is_busy = is_busy
        self.use.setEnabled(not is_busy)
        self.keep.setEnabled(not is_busy)
        self.changed.emit()

    def say(self, words: str) -> None:
        """Says why it was not used; empty for nothing."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def clear(self) -> None:
        """Forgets the text."""
        self.message = None
        self.hide()
        self.show_busy(is_busy=False)
