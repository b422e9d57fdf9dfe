"""The technical text of what went wrong in the app, for whoever can mend it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.fixed_font import fixed_font


class ErrorDialog(QDialog):
    """The error in words, what stands and how to get help; the technical text, to read and to copy.

    `folder_wanted` asks for the log's folder.
    """

    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.words = _label(self, "heading")
        safe = _label(self, "")
        safe.setText(
            self.tr(
                "What you wrote stays in the form, and History says what became of each message. Look at the audience "
                "once more before you send."
            )
        )
        help_text = _label(self, "help")
        help_text.setText(
            self.tr(
                "For help, copy the details and send them to whoever looks after the app, with a word on what you did "
                "just before. They name places in the program, and nothing of your messages, keys or recipients."
            )
        )
        self.text = QPlainTextEdit(self, readOnly=True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(fixed_font())
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Technical details"))
        self.copy = QPushButton(self.tr("Copy details"), self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.folder = QPushButton(self.tr("Open the log folder"), self)
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self.folder_wanted)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(safe)
        column.addWidget(help_text)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self.resize(QSize(680, 420))

    def show_trouble(self, words: str, technical: str) -> None:
        """Shows both, the end of the technical text in view."""
        self.words.setText(words)
        self.text.setPlainText(technical)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
