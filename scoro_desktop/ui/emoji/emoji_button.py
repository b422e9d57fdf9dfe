"""The button beside a field's label that puts an emoji where one is writing."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolButton, QWidget


class Recent(Protocol):
    """The keeper of the emoji that were picked last."""

    def all(self) -> tuple[str, ...]:
        """The newest first."""

    def picked(self, emoji: str) -> None:
        """Puts one first."""


class EmojiButton(QToolButton):
    """Ctrl+. does the same from within the field, so that the Tab key passes the button by."""

    def __init__(
        self, edit: QLineEdit | QPlainTextEdit, name: str, recent: Recent, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._edit = edit
        self._recent = recent
        self._hint = hint
        self.setText("☺")
        self.setProperty("role", "small")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(self.tr("Emoji (Ctrl+.)"))
        self.setAccessibleName(self.tr("Emoji for: {name}").format(name=name))
        self.clicked.connect(self.open_picker)
        keys = QShortcut(QKeySequence("Ctrl+."), edit)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)  # as an argument, PySide loses it
        keys.activated.connect(self.open_picker)

    def open_picker(self) -> None:
        """Opens the picker beside the field."""
        # Imported here: with its thousand emoji it would hold up the first frame.
        from scoro_desktop.ui.emoji.emoji_picker import EmojiPicker

        picker = EmojiPicker(self._recent.all(), self._hint, self)
        picker.picked.connect(self._picked)
        picker.open_at(self)

    def _picked(self, emoji: str) -> None:
        self._recent.picked(emoji)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        insert(self._edit, emoji)


def insert(edit: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Puts a text where the cursor is, over what is selected, as typing does; one step for whoever takes it back."""
    if isinstance(edit, QLineEdit):
        from PySide6.QtGui import QInputMethodEvent

        _end_step(edit)
        typed = QInputMethodEvent()
        typed.setCommitString(text)
        QApplication.sendEvent(edit, typed)
        _end_step(edit)
        return
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    cursor.insertText(text + " ")
    cursor.deletePreviousChar()  # what is typed next does not join a step that ends so
    cursor.endEditBlock()
    edit.setTextCursor(cursor)


def _end_step(edit: QLineEdit) -> None:
    """A line joins what is typed in a row into one step, until the cursor is moved."""
    if not edit.hasSelectedText() and edit.cursorPosition():
        edit.cursorBackward(False)
        edit.cursorForward(False)
