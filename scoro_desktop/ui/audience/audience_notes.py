"""Notes under the choice of recipients: on the fields of the query, and on what the account adds to it."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from scoro_desktop.messages.problems import Problem
from scoro_desktop.scorocode.account import Account
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.words import wording

_LONGEST_TOLD: Final = 2_000
"""Characters of a condition that is told in words. Ours."""


class QueryNotes(QLabel):
    """Notes on a query that can be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Says them, one a line; nothing is shown where there are none."""
        self.setText("\n".join(wording.problem(each) for each in problems))
        self.setVisible(bool(problems))
        role = "problem" if any(each.stops for each in problems) else "warning"
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)


class LockedClause(QLabel):
    """The condition that the account adds to every audience."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "help")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setToolTip(self.tr("A condition of the account. Change it in Accounts."))
        self.hide()

    def show_clause(self, account: Account | None) -> None:
        """Shows that of an account in words, as it is written where it is no query; nothing where there is none."""
        clause = "" if account is None else account.locked_clause.strip()
        self.setVisible(bool(clause))
        if account is None or not clause:
            return
        from scoro_desktop.ui.audience.query_words import query_lines  # few accounts have a condition

        words = " ".join(clause.split())
        with suppress(ValueError):
            if len(clause) < _LONGEST_TOLD and (query := account.locked_query()) is not None:
                lines = query_lines(query)
                words = "\n".join(["", *lines] if len(lines) > 1 else lines)
        self.setText("🔒 " + self.tr("Always added: {clause}").format(clause=words))
