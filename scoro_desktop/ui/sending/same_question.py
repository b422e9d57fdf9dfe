"""A question before the same message goes out twice within a day; until it is known whether it would, nothing does."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.words import replaced_words, wording

SAID_AFTER_MS: Final = 300
"""Looking for the same message is mostly done sooner, and then not said. Ours."""


class SameQuestion(QWidget):
    """A box to be ticked where the same message was sent; hidden where it was not. `changed`: `is_met` may have.

    `looks`: it is being looked for, and `show_found` will tell.
    """

    changed = Signal()

    def __init__(self, *, looks: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_looking = looks
        self._asks = False
        self.seen: int | None = 0
        """The id of the same message that is shown, 0 for none, None where nobody could say."""
        self._words = wrapped(self, "help")
        self._words.setText(self.tr("Checking whether the same message was sent in the last 24 hours…"))
        self.box = QCheckBox(self.tr("Send again anyway"), self)
        self.box.hide()
        self.box.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        if looks:
            soon(self, self._say_looking, SAID_AFTER_MS)

    @property
    def is_met(self) -> bool:
        """Tells whether it is known, and nothing is asked or it was ticked."""
        return not self.is_looking and (not self._asks or self.box.isChecked())

    def show_found(self, found: Send | StorageError | None, *, is_same: bool = True) -> None:
        """Shows the same message of the last day, or one that is nearly the same, or why nobody can say."""
        self.is_looking, self._asks = False, found is not None
        if isinstance(found, StorageError):
            self.seen = None
        elif found is not None and is_same:
            self.seen = found.id
        if found is not None:
            words = wording.sent_before(found)
            if not is_same and not isinstance(found, StorageError):
                words = replaced_words.almost(found)
            self._words.setText("⚠ " + words)
            self._words.setProperty("role", "warning")
            restyle(self._words)
            if isinstance(found, StorageError):
                self.box.setText(self.tr("Send anyway"))
            self.box.show()
        self.setVisible(self._asks)
        self.changed.emit()

    def _say_looking(self) -> None:
        if self.is_looking:
            self.show()
