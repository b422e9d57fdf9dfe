"""The line of sums for what the history shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.kit.announce import LaterAnnouncement
from scoro_desktop.ui.kit.disclosure import FoldButton
from scoro_desktop.ui.kit.flow_layout import FlowLayout
from scoro_desktop.ui.kit.late_note import LateNote
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import sums_words

if TYPE_CHECKING:
    from scoro_desktop.storage.history import HistoryFilter
    from scoro_desktop.storage.history_sums import Sums
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

SAID_AFTER_MS: Final = 300
_ROLES: Final = {
    Outcome.SENT: "good",
    Outcome.REFUSED: "problem",
    Outcome.NOT_SENT: "problem",
    Outcome.UNKNOWN: "warning",
    Outcome.SENDING: "muted",
    Outcome.HELD: "muted",
}


class SumsLine(QWidget):
    """Adds up what a filter lets through, on the thread that reads; a sum that was overtaken is ended.

    `failed_wanted`: a person wants to see what failed.
    """

    failed_wanted = Signal()

    def __init__(self, storage: AsyncStorage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._asked = 0
        self._sums = self._label("heading")
        self._sums.setWordWrap(True)
        self._announcement = LaterAnnouncement(self._sums)
        self._notes = self._label("help")
        self._labels: dict[Outcome, QLabel] = {}  # made once: another style for each sum holds up the window
        self._outcomes: list[QLabel] = []
        self._adding = LateNote(self.tr("Adding up…"), SAID_AFTER_MS, self)
        self._adding.shown.connect(self._clear)
        self.failed = QPushButton(self.tr("Show what failed"), self)
        self.failed.setProperty("role", "link")
        self.failed.clicked.connect(self.failed_wanted)
        self.failed.hide()
        self.by_day = FoldButton(self.tr("By day"), self)
        self.calendar = QPushButton(self.tr("Calendar"), self)
        self.calendar.setProperty("role", "link")
        self.export = QPushButton(self.tr("Export…"), self)
        self.export.setProperty("role", "link")
        self.export.setAccessibleName(self.tr("Export what is shown"))
        self._row = FlowLayout(12, 0)
        self._row.addWidget(self._adding)
        self._row.addWidget(self.failed)
        self._row.addWidget(self.by_day)
        self._row.addWidget(self.calendar)
        self._row.addWidget(self.export)
        self._row.addWidget(self._notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sums)
        column.addLayout(self._row)

    def text(self) -> str:
        """The words that are shown."""
        return " · ".join((self._sums.text(), *(each.text() for each in self._outcomes)))

    def read(self, wanted: HistoryFilter) -> None:
        """Adds up what a filter lets through."""
        self._asked += 1
        asked = self._asked

        def done(sums: Sums) -> None:
            if asked == self._asked:
                self._adding.end()
                self._show(sums, wanted)

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            if asked == self._asked:  # the list says it
                self._adding.end()
                self._clear()

        self._adding.begin()
        self._storage.read(self, lambda stores: stores.history.sums(wanted), done, failed, lambda: asked == self._asked)

    def _show(self, sums: Sums, wanted: HistoryFilter) -> None:
        self._sums.setText(sums_words.line(sums))
        notes = sums_words.notes(sums)
        self._sums.setToolTip(tip("\n".join(notes)))
        self._notes.setText(" ".join(notes[1:]))
        self._notes.setVisible(len(notes) > 1)
        shown = dict(sums_words.by_outcome(sums))
        for place, outcome in enumerate(_ROLES):
            if outcome in shown and outcome not in self._labels:
                self._labels[outcome] = label = self._label(_ROLES[outcome])
                self._row.insert(1 + sum(each in self._labels for each in list(_ROLES)[:place]), label)
        for outcome, label in self._labels.items():
            label.setText(shown.get(outcome, ""))
            label.setVisible(outcome in shown)
        self._outcomes = [self._labels[outcome] for outcome in shown]
        self.export.setEnabled(bool(sums.sends))
        self.failed.setVisible(bool(sums.failed) and not wanted.outcomes)
        self._announcement.take(self.text())

    def _clear(self) -> None:
        self._sums.setText("…")
        self._notes.hide()
        self.failed.hide()
        for label in self._outcomes:
            label.hide()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setProperty("role", role)
        return label
