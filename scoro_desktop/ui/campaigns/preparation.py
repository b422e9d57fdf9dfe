"""A campaign that is being prepared, before anything of it is kept: its message, its list, and how that is read."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.request import Request
from scoro_desktop.recipients.columns import Column, find
from scoro_desktop.ui.campaigns.apart import Apart
from scoro_desktop.ui.campaigns.field import Field, fields_of
from scoro_desktop.ui.campaigns.fields_box import NOTHING, Filler
from scoro_desktop.ui.campaigns.first_look import Refused, Seen, looked_at
from scoro_desktop.ui.campaigns.mapping import Mapping, mapping_from, plan_of, planned_for
from scoro_desktop.ui.kit.unhurried import soon

SHOWN_MS: Final = 10
"""The pause before a list is looked at, in which the page for it is laid out and painted: a thread that works meanwhile
would have that wait for the interpreter time and again. Ours.
"""

if TYPE_CHECKING:
    from scoro_desktop.messages.campaign_plan import CampaignPlan
    from scoro_desktop.recipients.look import Look
    from scoro_desktop.recipients.source import Source
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.wire import JsonObject


@dataclass(frozen=True)
class Audience:
    """The audience that the message had on Compose. `name`: in words, as that of what is taken; `title`: as a heading.

    `fields`: of its people, as far as known. `account_id`: whose locked clause narrows it. `count`: None: not known.
    """

    account_id: str
    draft: Draft
    name: str
    title: str
    fields: tuple[str, ...]
    count: int | None = None


class Preparation(QObject):
    """`changed`: something else is to be shown. `planned(CampaignPlan)`: how one with a message of Compose is led, once
    that is known. Files are looked at on a thread; the newest look counts.
    """

    changed = Signal()
    planned = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._asked = 0
        self.message: Request | None = None
        self.fields: tuple[Field, ...] = ()
        self.place: Path | str | None = None
        self.name = ""
        self.found: Look | None = None
        self.refused: Refused | None = None
        self.was_read: tuple[Path | str | None, int] | None = None  # the list, and the campaign that it was read into
        self.is_looking = False
        self.mapping = Mapping()
        self.offered: Audience | None = None
        """The audience that can be taken in the place of a list."""
        self.audience: Audience | None = None  # that was taken
        self.pace: float | None = None  # requests a second; None for that of the account
        self.keys: tuple[str, ...] = ()
        """Fields of people by which rows can find them, beside those that every application has."""
        self._titles: tuple[str, ...] = ()  # the columns of its list
        self._repeated: Mapping | None = None
        self.template: JsonObject | None = None  # that its message was made of, as it was then
        self.apart = Apart()
        self._planned: CampaignPlan | None = None
        self._keeps_plan = False  # its message is written on Compose

    def take_message(self, message: Request, fields: Sequence[Field], offered: Audience | None = None) -> None:
        """Takes the message of the campaign, less its audience, which is `offered`; `fields`: those in it."""
        self.message, self.fields, self.offered = message, tuple(fields), offered
        if self.audience is not None:
            self.audience = offered
        self._map()
        self.changed.emit()

    def choose(self, place: Path | str, name: str) -> None:
        """Takes a list: a file by its path, or pasted cells by their text."""
        self.place, self.name = place, name
        self.found = self.audience = None
        self._look(None)

    def know_fields(self, fields: tuple[str, ...]) -> None:
        """Takes what the server told of the fields of the offered audience's people."""
        if self.offered is None or self.offered.fields == fields:
            return
        was_taken = self.audience is not None
        self.offered = dataclasses.replace(self.offered, fields=fields)
        if was_taken:
            self.audience = self.offered
            self.mapping = dataclasses.replace(self.mapping, fields={})  # places among the fields that were known
            self._map()
        self.changed.emit()

    def know_keys(self, fields: tuple[str, ...]) -> None:
        """Takes the fields of people that a column may hold; where nothing else looks like a key, one named so does."""
        if fields == self.keys:
            return
        self.keys = fields
        if self.found is not None and self.mapping.key == NOTHING:
            self.mapping = self._keyed(self.found, self.mapping)
        self.changed.emit()

    def take_audience(self) -> None:
        """Takes the people of the message's audience, with fields of theirs."""
        self.drop_list()
        self.audience = self.offered
        if self.audience is not None:
            self.name = self.audience.title
            self.mapping = Mapping(kind="_id", hours=self.apart.hours)
            self._map()
        self.changed.emit()

    def read_as(self, source: Source) -> None:
        """Reads the list in another way."""
        self._look(source)

    def drop_list(self) -> None:
        """Forgets the list."""
        self._asked += 1
        self.place, self.name, self.found, self.refused, self.is_looking = None, "", None, None, False
        self.audience = None
        self.changed.emit()

    def find_by(self, key: int, kind: str, country: str, take: str) -> None:
        """Finds people in another way."""
        self.mapping = dataclasses.replace(self.mapping, key=key, kind=kind, country=country, take=take)
        self.changed.emit()

    def keep_apart(self, hours: int | None) -> None:
        """Leaves out whoever got a campaign within so many hours, as a person chose (None: did not); 0: nobody."""
        self.apart.chosen = hours
        self.mapping = dataclasses.replace(self.mapping, hours=self.apart.hours)
        self.changed.emit()

    def hold_to(self, account: Account | None) -> None:
        """Takes the rules of an account, and forgets an audience that another one's condition narrows."""
        self.apart.hold_to(account)
        if self.offered is not None and self.offered.account_id != ("" if account is None else account.id):
            self.offered = None
            if self.audience is not None:
                self.drop_list()
        self.keep_apart(self.apart.chosen)

    def refuse(self, column: int, value: str) -> None:
        """Leaves out rows with this value in a column; an empty one: none for it."""
        self.mapping = dataclasses.replace(self.mapping, no=(column, value) if value else None)
        self.changed.emit()

    def fill(self, name: str, at: int) -> None:
        """Fills a field from another column; NOTHING for none."""
        self.mapping = dataclasses.replace(self.mapping, fields={**self.mapping.fields, name: at})
        self.changed.emit()

    def repeat(self, campaign: Campaign) -> None:
        """Takes message, columns and pace of a campaign; they stand for the next list as far as its columns do."""
        message = Request.from_wire(Channel(campaign.channel), campaign.message)
        self._planned, self._keeps_plan = None, False
        self.pace = campaign.pace
        self._titles = campaign.columns
        # Of one whose people were forgotten by an earlier version it is gone: the next list is guessed like any other.
        self._repeated = mapping_from(campaign.mapping) if "key" in campaign.mapping else None
        self.apart.begin(0 if self._repeated is None else self._repeated.hours, has_list=False)
        self.take_message(message, fields_of(message))

    def take_plan(self, plan: CampaignPlan | None) -> None:
        """Takes how a campaign with this message was led: it stands for lists with the columns that it names."""
        self._planned, self._keeps_plan = plan, True
        self.pace = None if plan is None else plan.pace
        has_list = self.place is not None or self.audience is not None
        self.apart.begin(0 if plan is None else plan.hours, has_list=has_list)

    def choose_pace(self, pace: float) -> None:
        """Takes the pace that a person chose, in requests a second."""
        self.pace = pace
        self.tell_plan()

    def tell_plan(self) -> None:
        """Tells how it is led."""
        titles = {each.at: each.name for each in self._columns()}
        if titles and self._keeps_plan:
            self.planned.emit(plan_of(self.mapping, titles, self.pace))

    def fillers(self) -> list[Filler]:
        """Lists the columns of the list by their names, or the fields of the audience's people."""
        return [Filler(each.at, each.name) for each in self._columns()]

    def titles(self) -> tuple[str, ...]:
        """Lists the columns of the list by their names; nothing where there is no list."""
        return () if self.found is None else tuple(each.name for each in self.found.columns)

    def _columns(self) -> tuple[Column, ...]:
        if self.audience is not None:
            return tuple(Column(at, name) for at, name in enumerate(self.audience.fields))
        return () if self.found is None else self.found.columns

    def unfilled(self) -> list[Field]:
        """Lists the fields that no column fills: a fallback is for an empty cell, not for a name that was misspelt."""
        return [each for each in self.fields if self.mapping.fields.get(each.name, NOTHING) == NOTHING]

    def is_ready(self) -> bool:
        """Tells whether everyone can be looked up."""
        found = self.found
        if self.audience is not None:
            return not self.unfilled()
        return (
            found is not None
            and self.refused is None
            and not self.is_looking
            and not found.clashing
            and self.mapping.key != NOTHING
            and not self.unfilled()
        )

    def _look(self, source: Source | None) -> None:
        place = self.place
        if place is None:
            return
        self._asked += 1
        asked = self._asked
        self.is_looking, self.refused = True, None
        self.changed.emit()

        def look() -> None:
            self._background.submit(
                lambda: looked_at(place, source, lambda: asked == self._asked),
                lambda answer: self._seen(asked, answer, anew=source is None),
            )

        soon(self, look, SHOWN_MS)

    def _seen(self, asked: int, answer: Seen | Refused | None, *, anew: bool) -> None:
        if not isValid(self) or asked != self._asked or answer is None:
            return
        self.is_looking = False
        if isinstance(answer, Refused):
            self.refused = answer
        else:
            before = self.found
            self.found, country, self.place = answer
            if anew or before is None or before.columns != self.found.columns:
                self._guess(self.found, country)
        self.changed.emit()

    def _guess(self, found: Look, country: str) -> None:
        """Takes what seems to be meant; of a list with the columns of the one before, what was chosen then."""
        if self._repeated is not None and tuple(each.name for each in found.columns) == self._titles:
            self.mapping = dataclasses.replace(self._repeated, hours=self.apart.hours)
        else:
            key = NOTHING if found.guesses.key is None else found.guesses.key
            guessed = Mapping(key, found.guesses.kind.value, country, hours=self.apart.hours)
            self.mapping = planned_for(self._planned, found.columns, self._keyed(found, guessed))
        self._map()

    def _keyed(self, found: Look, mapping: Mapping) -> Mapping:
        """The mapping with a column for its key that is called as a field is, where it has none."""
        if mapping.key != NOTHING:
            return mapping
        for each in self.keys:
            column = find(found.columns, each)
            if column is not None and column.title:
                return dataclasses.replace(mapping, key=column.at, kind=each)
        return mapping

    def _map(self) -> None:
        """Fills the fields from the columns of their names, but for those that a person chose."""
        columns = self._columns()
        if not columns:
            return
        fields = {}
        for each in self.fields:
            column, chosen = find(columns, each.name), self.mapping.fields.get(each.name, NOTHING)
            guessed = NOTHING if column is None else column.at
            fields[each.name] = guessed if chosen == NOTHING else chosen
        self.mapping = dataclasses.replace(self.mapping, fields=fields)
