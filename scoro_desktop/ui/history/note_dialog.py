"""The note that a person keeps beside a send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from scoro_desktop.ui.kit.text_edit import TextEdit, put_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NoteDialog(QDialog):
    """`noted` carries the text; an empty one takes the note away."""

    noted = Signal(str)

    def __init__(self, summary: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Note"))
        what = QLabel(summary or self.tr("(no text)"), self)
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setProperty("role", "muted")
        what.setWordWrap(True)
        self.text = TextEdit(self)
        put_text(self.text, note)
        self.text.setAccessibleName(self.tr("Note beside this send"))
        help_text = QLabel(self.tr("It stays on this computer. Ctrl+Enter saves it."), self)
        help_text.setProperty("role", "help")
        keep = QPushButton(self.tr("Save"), self)
        keep.setProperty("role", "primary")
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (cancel, keep):
            buttons.addWidget(button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for each in (what, self.text, help_text):
            column.addWidget(each)
        column.addLayout(buttons)
        self.resize(440, 260)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self.noted.emit(self.text.text().strip())
        self.accept()
