"""The number of those who get a message, in its confirmation: the largest thing there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.wrapped import WholeLabel, wrapped
from scoro_desktop.ui.words import reach_words, wording

if TYPE_CHECKING:
    from scoro_desktop.ui.audience.live_count import Counted


class RecipientsLine(QWidget):
    """A number, who that is, and below, of how many. A number that nobody knows is none."""

    def __init__(self, collection: str, *, needs_phone: bool, parent: QWidget | None = None) -> None:
        """`needs_phone`: of those that are counted only the ones with a phone number get it."""
        super().__init__(parent)
        self._collection = collection
        self._needs_phone = needs_phone
        self._number = QLabel("…", self)
        self._number.setTextFormat(Qt.TextFormat.PlainText)
        self._number.setProperty("role", "count")
        self.who = WholeLabel(self)  # whatever else has to scroll
        self._of = wrapped(self, "muted")
        self._of.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._number)
        row.addWidget(self.who, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._of)

    def show_waiting(self) -> None:
        """Says that it is being counted."""
        self._show("…", self.tr("Counting who will get it…"))

    def show_unknown(self) -> None:
        """Says that nobody can say."""
        self._show("?", self.tr("How many will get this is unknown."))

    def show_stopped(self, why: str) -> None:
        """Says why nothing can be sent after all."""
        self._show("—", why)

    def show_count(self, counted: Counted, *, is_everyone: bool) -> None:
        """Shows how many get it, and of how many those are."""
        collection, matching = self._collection, counted.count
        if counted.reach is not None:
            words, of = wording.recipients(collection, counted.reach), reach_words.of_matching(counted.reach, matching)
        elif self._needs_phone:
            words, of = wording.matching(collection, matching), reach_words.at_most()
        else:
            words, of = wording.recipients(collection, matching), ""
        if is_everyone:
            words = self.tr("{what} — EVERYONE in this collection").format(what=words)
        self._show(QLocale().toString(matching if counted.reach is None else counted.reach), words, of)

    def spoken(self) -> str:
        """Returns it as one sentence."""
        return " ".join(filter(None, (self._number.text(), self.who.text(), self._of.text())))

    def _show(self, number: str, words: str, of: str = "") -> None:
        self._number.setText(number)
        self.who.setText(words)
        self._of.setText(of)
        self._of.setVisible(bool(of))
