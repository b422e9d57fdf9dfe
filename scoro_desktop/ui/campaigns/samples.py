"""Samples of a campaign for whoever gets trials: the shortest text, a typical one and the longest, or chosen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns import campaign_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoro_desktop.messages.request import Request
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.needs import Checked
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

MOST: Final = 3


@dataclass(frozen=True)
class Sample:
    """A message as one row has it, and what it is called. `kept`: with its fields, as history has it."""

    name: str
    request: Request
    kept: Request


class Samples(QObject):
    """`chosen(tuple[Sample, ...], str)`: these are to be sent as trials, by the account of that id. `failed(error)`."""

    chosen = Signal(object, str)
    failed = Signal(object)

    def __init__(self, storage: AsyncStorage, parent: QObject) -> None:
        super().__init__(parent)
        self._storage = storage

    def take(
        self,
        campaign: Campaign,
        checked: Checked,
        selected: Sequence[CampaignPerson],
        sample_of: Callable[[str, Campaign, CampaignPerson], Sample | None],
    ) -> None:
        """Takes the rows that are selected, where they are two or three; else three that differ most in length."""
        if 1 < len(selected) <= MOST:
            self._tell(campaign, [(self._row(each), each) for each in selected], sample_of)
            return
        named = [
            (self.tr("Shortest"), checked.shortest),
            (self.tr("Typical"), checked.sums.ready // 2),
            (self.tr("Longest"), checked.longest),
        ]
        wanted = [(name, at) for name, at in named if at is not None]

        def read(stores: Stores) -> list[CampaignPerson]:
            states = (PersonState.PLANNED,)
            found = (stores.campaigns.rows(campaign.id, states=states, offset=at, limit=1) for _, at in wanted)
            return [each for page in found for each in page]

        def done(people: list[CampaignPerson]) -> None:
            names = [name for name, _ in wanted]
            named = [
                (self.tr("{name}, {row}").format(name=name, row=self._row(each)), each)
                for name, each in zip(names, people, strict=False)
            ]
            self._tell(campaign, named, sample_of)

        self._storage.count(self, read, done, self._not_read)

    def _row(self, person: CampaignPerson) -> str:
        return self.tr("row {number}").format(number=campaign_words.number(person.row))

    def _tell(
        self,
        campaign: Campaign,
        named: Sequence[tuple[str, CampaignPerson]],
        sample_of: Callable[[str, Campaign, CampaignPerson], Sample | None],
    ) -> None:
        samples: list[Sample] = []
        for name, person in named:
            sample = sample_of(name, campaign, person)
            if sample is not None and sample.request not in [each.request for each in samples]:
                samples.append(sample)
        if samples:
            self.chosen.emit(tuple(samples), campaign.account_id)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.failed.emit(error)


def sample_of(name: str, campaign: Campaign, person: CampaignPerson, account: Account | None) -> Sample | None:
    """Returns what somebody gets; None where a field of it has no value, and without an account."""
    if account is None:
        return None
    from scoro_desktop.sending.campaigns.merging import Missing
    from scoro_desktop.sending.campaigns.preparing import merge_of

    merge = merge_of(campaign, account)
    values = merge.texts(person.values)
    return None if isinstance(values, Missing) else Sample(name, merge.request(values), merge.unfilled())
