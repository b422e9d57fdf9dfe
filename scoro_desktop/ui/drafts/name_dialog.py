"""Asks for the name of a draft, and says at once why one will not do."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from scoro_desktop.messages.names import as_name
from scoro_desktop.ui.kit.fit_height import fit_height
from scoro_desktop.ui.kit.one_line import LineEdit

Take: TypeAlias = Callable[[str, Callable[[str], None]], None]
"""Is given the name, and whom to tell what is wrong with it in words, empty if nothing is."""

LONGEST: Final = 100
"""Characters of a name: more are no name, and no list could show them."""


class NameDialog(QDialog):
    """A name and what can be done with it, as (words, what is done); the first is what Enter does."""

    def __init__(
        self, title: str, help_text: str, name: str, actions: Sequence[tuple[str, Take]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._proposed = name
        self._is_waiting = False  # for the disk
        self.name = LineEdit(name, self)
        self.name.setMaxLength(LONGEST)
        self.name.selectAll()
        self.name.textChanged.connect(self._edited)
        label = QLabel(self.tr("Name"), self)
        label.setProperty("role", "label")
        label.setBuddy(self.name)
        self._help = QLabel(help_text, self)
        self._help.setTextFormat(Qt.TextFormat.PlainText)
        self._help.setProperty("role", "help")
        self._help.setHidden(not help_text)
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setProperty("role", "problem")
        for each in (self._help, self._problem):
            each.setTextFormat(Qt.TextFormat.PlainText)
            each.setWordWrap(True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.buttons = [QPushButton(words, self) for words, _ in actions]
        for button, (_, take) in zip(self.buttons, actions, strict=True):
            button.setAutoDefault(button is self.buttons[0])
            button.clicked.connect(lambda _checked=False, take=take: self._take(take))
        self.buttons[0].setProperty("role", "primary")
        self.buttons[0].setDefault(True)
        for button in reversed(self.buttons):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (label, self.name, self._problem, self._help):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addStretch()
        column.addLayout(row)
        self.setMinimumWidth(420)
        self._edited()

    def showEvent(self, event: QShowEvent) -> None:
        """Opens as high as its words need."""
        super().showEvent(event)
        fit_height(self)

    def _edited(self) -> None:
        self._problem.hide()
        for button in self.buttons:
            button.setEnabled(bool(self._typed()))
        fit_height(self)

    def _typed(self) -> str:
        return as_name(self.name.text())

    def propose(self, name: str) -> None:
        """Proposes another name, unless one was typed meanwhile."""
        if self.name.text() == self._proposed:
            self.name.setText(name)
            self.name.selectAll()

    def _take(self, take: Take) -> None:
        if self._is_waiting:
            return
        self._is_waiting = True
        take(self._typed(), self._told)

    def _told(self, problem: str) -> None:
        if not isValid(self):  # it was closed before the disk had answered
            return
        self._is_waiting = False
        if not problem:
            self.accept()
            return
        self._problem.setText(problem)
        self._problem.show()
        fit_height(self)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()
