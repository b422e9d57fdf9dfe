"""Dialogs in which one value is edited at length: what is typed in them is not thrown away unasked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit import questions
from scoro_desktop.ui.kit.text_edit import TextEdit, put_text


class EditDialog(QDialog):
    """An editor with a button that takes what is in it, and one that does not. `accepted` says that it was taken."""

    def __init__(self, title: str, help_text: str, take: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(640, 480)
        self.setMinimumSize(420, 320)
        self._help = QLabel(help_text, self)
        self._help.setTextFormat(Qt.TextFormat.PlainText)
        self._help.setProperty("role", "help")
        self._help.setWordWrap(True)
        self._help.setVisible(bool(help_text))
        self.take = QPushButton(take, self)
        self.take.setProperty("role", "primary")
        self.take.setAutoDefault(False)  # Enter belongs to the text
        self.take.setToolTip(self.tr("Ctrl+Enter"))
        self.take.clicked.connect(self.accept)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addStretch()
        below.addWidget(self.cancel)
        below.addWidget(self.take)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self._help)
        self._column.addLayout(below)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.take.click, autoRepeat=False)

    def is_edited(self) -> bool:
        """Tells whether something would be lost if it closed now."""
        raise NotImplementedError

    def reject(self) -> None:
        """Closes without taking what was typed; asks first if something was."""
        if not self.is_edited() or questions.discard_changes(self):
            super().reject()

    def _put(self, editor: QWidget) -> None:
        self._column.insertWidget(1, editor, 1)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)


class TextDialog(EditDialog):
    """A text of any length, with its breaks of lines."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, "", "", parent)
        self.take.setText(self.tr("Apply"))
        self._begun = text
        self.editor = TextEdit(self)
        self.editor.setAccessibleName(title)
        put_text(self.editor, text)
        self._shown = self.editor.text()
        self._put(self.editor)

    def text(self) -> str:
        """The text; the one that it began with, to the letter, where nothing was changed."""
        return self.editor.text() if self.is_edited() else self._begun

    def is_edited(self) -> bool:
        """Tells whether the text is another one."""
        return self.editor.text() != self._shown
