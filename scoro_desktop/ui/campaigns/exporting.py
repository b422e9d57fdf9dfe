"""Rows of a campaign out to a file: a person's own list with Status and Time added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.ui.campaigns.people_model import state_words
from scoro_desktop.ui.history.export_file import ExportFile, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.recipients.batches import Wanted
    from scoro_desktop.storage.campaigns.export import Outcome
    from scoro_desktop.storage.campaigns.states import PersonState
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.history.export_file import Told
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class Exporting(QObject):
    """`said(str)`: what came of it, in words."""

    said = Signal(str)

    def __init__(self, storage: AsyncStorage, parent: QWidget) -> None:
        super().__init__(parent)
        self.file = ExportFile(storage, parent)
        self.file.said.connect(self.said)

    def export(self, campaign: Campaign, state: PersonState | None = None, why: str = "") -> None:
        """Asks where and in which form, and writes these rows there."""
        if self.file.is_busy:
            return
        when = (campaign.began_at or campaign.created_at).astimezone().strftime("%Y-%m-%d")
        forms = {**tables(), self.tr("JSON (*.json)"): None}
        name = self.tr("campaign {date}.csv").format(date=when)
        chosen = self.file.ask(self.tr("Save these rows"), name, forms)
        if chosen is None:
            return
        path, form = chosen
        titles = (self.tr("Status"), self.tr("Time"))
        states = () if state is None else (state,)

        def write(stores: Stores, wanted: Wanted, told: Told) -> int:
            from scoro_desktop.storage.campaigns.export import export, export_json

            total = stores.campaigns.count(campaign.id, states=states, why=why or None)
            found = stores.campaigns.outcomes(campaign.id, states=states, why=why or None)
            tell: Callable[[int], None] = lambda number: told(number, total)  # noqa: E731
            if form is None:
                return export_json(path, campaign, found, wanted=wanted, told=tell)

            def described(outcome: Outcome) -> tuple[str, str]:
                return _described(outcome, campaign.columns)

            return export(path, campaign, found, titles, described, form, wanted=wanted, told=tell)

        self.file.write(path, write)


def _described(outcome: Outcome, columns: Sequence[str]) -> tuple[str, str]:
    """Says what became of a row, and when: in the one way of writing a time that sheets of all languages read."""
    at = "" if outcome.at is None else f"{outcome.at.astimezone():%Y-%m-%d %H:%M:%S}"
    return state_words(outcome.person, columns), at
