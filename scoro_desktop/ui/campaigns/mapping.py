"""The way from the rows of a list to people and their texts, as it was chosen for a campaign."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

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
