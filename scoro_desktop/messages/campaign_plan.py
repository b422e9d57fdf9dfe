"""The part of a campaign that can be kept with its message: how it is led. No list, no person and no value is in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoro_desktop.wire import JsonObject, JsonValue

LONGEST: Final = 200
"""Letters of a title of a column that are kept. Ours."""
MOST_FIELDS: Final = 200
FASTEST: Final = 1_000.0
"""Requests a second; what an account may send is less. Ours."""
MOST_HOURS: Final = 24 * 365


@dataclass(frozen=True)
class CampaignPlan:
    """The way a campaign is led.

    `pace`: requests a second, None for that of the account. `hours`: whoever got a campaign within so many is left out.
    `key`: the title of the column that says who a row is, `kind`, `country` and `take` how it is read. `fields`: titles
    of the columns that fill the message, by its names.
    """

    pace: float | None = None
    hours: int = 0
    key: str = ""
    kind: str = ""
    country: str = ""
    take: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> JsonObject:
        """JSON for a draft or a template."""
        return {
            "pace": self.pace,
            "hours": self.hours,
            "key": self.key,
            "kind": self.kind,
            "country": self.country,
            "take": self.take,
            "fields": {**self.fields},
        }

    @classmethod
    def from_json(cls, value: JsonValue) -> Self | None:
        """Reads what `to_json` gave, less what is not of its shape; None where it is no object."""
        if not isinstance(value, dict):
            return None
        pace, hours, fields = value.get("pace"), value.get("hours"), value.get("fields")
        titles = fields if isinstance(fields, dict) else {}
        return cls(
            float(pace) if _is_number(pace) and 0 < pace <= FASTEST else None,
            int(hours) if _is_number(hours) and 0 < hours <= MOST_HOURS else 0,
            _text(value.get("key")),
            _text(value.get("kind")),
            _text(value.get("country")),
            _text(value.get("take")),
            {name: _text(title) for name, title in list(titles.items())[:MOST_FIELDS] if _text(title)},
        )


def _is_number(value: JsonValue) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) and len(value) <= LONGEST else ""
