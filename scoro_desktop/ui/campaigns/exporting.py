"""Rows of a campaign out to a file: a person's own list with Status and Time added."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.campaigns.people_model import state_words
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from scoro_desktop.storage.campaigns.export import Outcome
    from scoro_desktop.storage.campaigns.states import PersonState
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

translate = QCoreApplication.translate


class Exporting(QObject):
    """`said(str)`: what came of it, in words."""

    said = Signal(str)

    def __init__(self, storage: AsyncStorage, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._storage = storage

    def export(self, campaign: Campaign, state: PersonState | None = None, why: str = "") -> None:
        """Asks where, and writes these rows there."""
        path = self._ask(campaign)
        if path is None:
            return
        titles = (self.tr("Status"), self.tr("Time"))

        def write(stores: Stores) -> int:
            from scoro_desktop.recipients.writing import Form
            from scoro_desktop.storage.campaigns.export import export

            found = stores.campaigns.outcomes(campaign.id, states=() if state is None else (state,), why=why or None)
            return export(path, campaign, found, titles, _described, Form.EXCEL)

        self._storage.read(self, write, lambda rows: self._written(path, rows), lambda error: self._failed(path, error))

    def _ask(self, campaign: Campaign) -> Path | None:
        when = (campaign.began_at or campaign.created_at).astimezone().strftime("%Y-%m-%d")
        name = self.tr("campaign {date}.csv").format(date=when)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save these rows"), name, self.tr("CSV for Excel (*.csv)")
        )
        return Path(chosen) if chosen else None

    def _written(self, path: Path, rows: int) -> None:
        words = self.tr("%Ln row(s) saved in “{file}”.", "", min(rows, campaign_words.C_INT_MAX))
        self.said.emit(words.replace("{file}", path.name))

    def _failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, StorageError):
            why = disk_words.technical(error)
        elif isinstance(error, OSError):
            why = error.strerror or type(error).__name__
        else:
            raise error
        self.said.emit(
            self.tr("“{file}” was not saved: {why}. Choose another folder.").format(file=path.name, why=why.rstrip("."))
        )


def _described(outcome: Outcome) -> tuple[str, str]:
    """Says what became of a row, and when: in the one way of writing a time that sheets of all languages read."""
    at = "" if outcome.at is None else f"{outcome.at.astimezone():%Y-%m-%d %H:%M:%S}"
    return state_words(outcome.person), at
