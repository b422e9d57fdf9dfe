"""The choice where the people of a campaign come from, before anything was chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.wrapped import wrapped

_WIDTH = 520
"""In pixels: lines of text are not read across a whole window."""


class SourceChoice(QWidget):
    """Three ways: a file, pasted cells, the audience of the message. A file may be dropped as well.

    `file_wanted`, `paste_wanted`, `audience_wanted`: that way is taken. `accounts_wanted`: what keeps the account from
    it is to be put right.
    """

    file_wanted = Signal()
    paste_wanted = Signal()
    audience_wanted = Signal()
    accounts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_audience = False
        self._title = QLabel(self.tr("Who gets it?"), self)
        self._title.setProperty("role", "heading")
        self._help = wrapped(self, "help")
        self._help.setMinimumWidth(_WIDTH)
        self._help.setText(
            self.tr(
                "A list with one person a row: a CSV, TSV or XLSX file, or cells copied from a spreadsheet. One column "
                "says who it is: phone, e-mail, user name or id. The others can fill the fields of the message."
            )
        )
        self.file = QPushButton(self.tr("Choose a file…"), self)
        self.file.setProperty("role", "primary")
        self.file.clicked.connect(self.file_wanted)
        self.paste = QPushButton(self.tr("Paste cells"), self)
        self.paste.setToolTip(self.tr("Takes what you copied from a spreadsheet, title row included"))
        self.paste.clicked.connect(self.paste_wanted)
        self.audience = QPushButton(self.tr("Take the message’s audience"), self)
        self.audience.clicked.connect(self.audience_wanted)
        self._drop = QLabel(self.tr("Or drop the file anywhere on this page."), self)
        self._drop.setProperty("role", "help")
        self._problem = wrapped(self, "problem")
        self._problem.setMinimumWidth(_WIDTH)
        self._problem.hide()
        self.accounts = QPushButton(self.tr("Open accounts…"), self)
        self.accounts.clicked.connect(self.accounts_wanted)
        self.accounts.hide()
        self._lay_out()

    def show_refused(self, words: str) -> None:
        """Says why a file is not taken; empty for none. Another can be chosen at once."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def show_cannot_read(self, words: str) -> None:
        """Says why this account cannot look people up, in the place of the choice; empty where it can."""
        for each in (self.file, self.paste, self._drop, self._help):
            each.setHidden(bool(words))
        self.audience.setHidden(bool(words) or not self._has_audience)
        self.accounts.setVisible(bool(words))
        self.show_refused(words)

    def show_audience(self, words: str) -> None:
        """Offers the audience of the message with these words; empty where there is none."""
        self._has_audience = bool(words)
        self.audience.setVisible(self._has_audience and self.accounts.isHidden())
        self.audience.setText(words)

    def problem(self) -> str:
        """Returns what is said to be wrong."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self.file, self.paste, self.audience, self.accounts):
            buttons.addWidget(each)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(12)
        for label in (self._title, self._help, self._problem):
            column.addWidget(label)
        column.addLayout(buttons)
        column.addWidget(self._drop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 12)
        outer.addStretch(2)
        centred = QHBoxLayout()  # an alignment of its own would keep the labels from growing with their lines
        centred.addStretch(1)
        centred.addLayout(column)
        centred.addStretch(1)
        outer.addLayout(centred)
        outer.addStretch(3)
