"""What stands above the rows on the page History: chips that narrow them, and the line of their sums."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.audience.relative_dates import zone_of
from scoro_desktop.storage.history_periods import Span, day_begins
from scoro_desktop.ui.history.history_chips import HistoryChips
from scoro_desktop.ui.history.sums_line import SumsLine
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.async_storage import tolerate

if TYPE_CHECKING:
    from scoro_desktop.storage.history import HistoryFilter
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class PageHead(QWidget):
    """`changed`: something else is to be listed, by a choice or since another day began.

    `export_wanted`: what is listed is to be written to a file.
    """

    changed = Signal()
    export_wanted = Signal()

    def __init__(self, storage: AsyncStorage, parent: QWidget) -> None:
        super().__init__(parent)
        self._storage = storage
        self._asked = 0
        self.chips = HistoryChips(self)
        self.chips.changed.connect(self.changed)
        self.sums = SumsLine(storage, self)
        self.sums.failed_wanted.connect(self.chips.show_failed)
        self.sums.export.clicked.connect(self.export_wanted)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setProperty("role", "help")
        self._said.setWordWrap(True)
        self._said.hide()
        self._older = QPushButton(self)
        self._older.setProperty("role", "link")
        self._older.clicked.connect(self.chips.show_all_time)
        self._older.hide()
        self._midnight = QTimer(self, singleShot=True)
        self._midnight.timeout.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chips)
        column.addWidget(self.sums)
        column.addWidget(self._said)
        column.addWidget(self._older)

    def narrow(self, wanted: HistoryFilter) -> HistoryFilter:
        """What is wanted of the words, narrowed to what is chosen here."""
        return self.chips.narrow(wanted)

    def read(self, wanted: HistoryFilter) -> None:
        """Adds up what is listed, and looks for what was typed in other days too."""
        self._said.hide()
        self.sums.read(wanted)
        self._look_elsewhere(wanted)
        self._await_midnight()

    def say(self, words: str) -> None:
        """Says what was done, until something else is listed."""
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)

    def _look_elsewhere(self, wanted: HistoryFilter) -> None:
        """Tells how many more have the words that were typed: whoever looks for a message may not know its day."""
        self._asked += 1
        asked = self._asked
        self._older.hide()
        if not wanted.text.strip() or self.chips.period.span is Span.ALL:
            return
        of_all_time = dataclasses.replace(wanted, since=None, before=None)

        def done(counts: tuple[int, int]) -> None:
            here_, everywhere = counts
            if asked == self._asked and everywhere > here_:
                self._older.setText(self.tr("%Ln more in all time", "", everywhere - here_))
                self._older.show()

        self._storage.read(
            self,
            lambda stores: (stores.history.count(wanted), stores.history.count(of_all_time)),
            done,
            tolerate,
            lambda: asked == self._asked,
        )

    def _await_midnight(self) -> None:
        zone = zone_of(here.zone())
        now = datetime.now(UTC)
        tomorrow = day_begins(now.astimezone(zone).date() + timedelta(days=1), zone)
        self._midnight.start(int((tomorrow - now).total_seconds() * 1000) + 50)
