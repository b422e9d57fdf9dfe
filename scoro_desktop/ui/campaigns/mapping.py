"""The way from the rows of a list to people and their texts, as it was chosen for a campaign."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping as ByKey
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from scoro_desktop.messages.campaign_plan import CampaignPlan
from scoro_desktop.recipients.columns import Column, find
from scoro_desktop.storage.campaigns.types import HOURS
from scoro_desktop.ui.campaigns.fields_box import NOTHING

if TYPE_CHECKING:
    from scoro_desktop.wire import JsonObject

USUAL_COUNTRY: Final = "RU"
NO: Final = "no"
"""The key of a mapping under which a column stands, and what it says of those who do not want messages."""


@dataclass(frozen=True)
class Mapping:
    """The way from rows to people and texts. `key`: the column, NOTHING for none; `fields`: a column each, by the name.

    `hours`: whoever got a campaign within so many is left out; 0: nobody for that. `no`: a column and a value in it by
    which somebody does not want messages.
    """

    key: int = NOTHING
    kind: str = "phone"
    country: str = USUAL_COUNTRY
    take: str = "ask"
    fields: dict[str, int] = field(default_factory=dict)
    hours: int = 0
    no: tuple[int, str] | None = None

    def to_json(self) -> JsonObject:
        """JSON for the ledger."""
        return {
            "key": self.key,
            "kind": self.kind,
            "country": self.country,
            "take": self.take,
            HOURS: self.hours,
            "fields": {name: at for name, at in self.fields.items() if at != NOTHING},
            NO: None if self.no is None else [*self.no],
        }


def mapping_from(value: JsonObject) -> Mapping:
    """Reads what `to_json` gave; what is not of its shape is left out."""
    key, fields, hours = value.get("key"), value.get("fields"), value.get(HOURS)
    places = fields.items() if isinstance(fields, dict) else ()
    return Mapping(
        key if isinstance(key, int) else NOTHING,
        str(value.get("kind", "phone")),
        str(value.get("country", USUAL_COUNTRY)),
        str(value.get("take", "ask")),
        {name: at for name, at in places if isinstance(at, int)},
        hours if isinstance(hours, int) else 0,
        no_from(value),
    )


def no_from(mapping: JsonObject) -> tuple[int, str] | None:
    """Reads from a mapping which column says who does not want messages, and how."""
    match mapping.get(NO):
        case [int(at), str(words)]:
            return at, words
        case _:
            return None


def plan_of(mapping: Mapping, titles: ByKey[int, str], pace: float | None) -> CampaignPlan:
    """The part of it that can be kept with a message: titles in the place of columns, and nothing out of a cell."""
    fields = {name: titles[at] for name, at in mapping.fields.items() if at in titles}
    key = titles.get(mapping.key, "")
    return CampaignPlan(pace, mapping.hours, key, mapping.kind, mapping.country, mapping.take, fields)


def planned_for(plan: CampaignPlan | None, columns: Sequence[Column], guessed: Mapping) -> Mapping:
    """The mapping of a list by a plan, where it has the columns that this names; else as it was guessed."""
    if plan is None:
        return guessed
    places = {name: found.at for name, title in plan.fields.items() if (found := find(columns, title)) is not None}
    mapping = dataclasses.replace(guessed, fields=places)
    key = find(columns, plan.key) if plan.key else None
    if key is None:
        return mapping
    return dataclasses.replace(
        mapping,
        key=key.at,
        kind=plan.kind or guessed.kind,
        country=plan.country or guessed.country,
        take=plan.take or guessed.take,
    )
