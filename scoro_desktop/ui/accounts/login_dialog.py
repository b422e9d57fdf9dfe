"""The dialog that logs a user of the application in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.accounts.field_row import FieldRow, SecretEdit, button
from scoro_desktop.ui.kit.fit_height import fit_height
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.words import account_words


class LoginDialog(QDialog):
    """Asks for an e-mail address and a password, and stays with them until the server took them or nobody wants to.

    `wanted(email, password)`: they are to be tried. Whoever tries them calls `refuse` or `accept`. The password is
    forgotten when the dialog closes.
    """

    wanted = Signal(str, str)

    def __init__(self, account_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waits = False
        self.setWindowTitle(self.tr("Log in"))
        self.setMinimumWidth(380)
        intro = QLabel(self.tr("A user of the application “{name}” who may send messages.").format(name=account_name))
        intro.setTextFormat(Qt.TextFormat.PlainText)
        intro.setWordWrap(True)
        self.email = LineEdit(self)
        self.password = SecretEdit(self)
        label = self.tr("Password")
        self.password.name_toggle(label)
        note = self.tr("It goes to the server once, to get a session, and is kept nowhere.")
        self.password_row = FieldRow(label, self.password, note, (self.password.toggle,), self)
        self.trouble = QLabel(self)
        self.trouble.setProperty("role", "problem")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.setAccessibleName(self.tr("Logging in…"))
        self._log_in = button(self, self.tr("Log in"), "primary")
        self._log_in.setDefault(True)
        self._log_in.clicked.connect(self._try)
        cancel = button(self, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        for edit in (self.email, self.password):
            edit.textChanged.connect(self._edited)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._log_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(intro)
        column.addWidget(FieldRow(self.tr("E-mail"), self.email, parent=self))
        column.addWidget(self.password_row)
        column.addWidget(self.trouble)
        column.addWidget(self._progress)
        column.addLayout(buttons)
        self._edited()

    def refuse(self, failure: Failure) -> None:
        """The server did not take them, or could not be asked. What was typed stays, to be mended."""
        self._end_wait()
        if failure.reason == "server_said_no":
            self.password_row.show_problem(account_words.failure(failure))
            self.password.setFocus()
            self.password.selectAll()
            fit_height(self)
        else:
            self.fail(account_words.failure(failure))

    def fail(self, words: str) -> None:
        """It was not to be found out whether they are good."""
        self._end_wait()
        self.trouble.setText(words)
        self._show_state()
        fit_height(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Opens as high as its words need."""
        super().showEvent(event)
        fit_height(self)

    def done(self, result: int) -> None:
        """Closes, and forgets the password."""
        self.password.clear()
        super().done(result)

    def _try(self) -> None:
        self._edited()
        self._waits = True
        self._show_state()
        self.wanted.emit(self.email.text().strip(), self.password.text())

    def _end_wait(self) -> None:
        self._waits = False
        self._show_state()

    def _edited(self) -> None:
        self.trouble.setText("")
        self.password_row.show_problem("")
        self._show_state()

    def _show_state(self) -> None:
        self._log_in.setEnabled(not self._waits and bool(self.email.text().strip() and self.password.text()))
        for edit in (self.email, self.password, self.password.toggle):
            edit.setEnabled(not self._waits)
        self._progress.setVisible(self._waits)
        self.trouble.setVisible(bool(self.trouble.text()))
