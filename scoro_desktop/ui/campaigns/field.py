"""A field of a message: a name in braces that is filled for each person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from scoro_desktop.messages.request import Request


@dataclass(frozen=True)
class Field:
    """`fallback`: what stands in its place where there is no value; None where the message names none."""

    name: str
    fallback: str | None = None

    @property
    def written(self) -> str:
        """The field as it stands in the message."""
        return "{{" + (self.name if self.fallback is None else f"{self.name}|{self.fallback}") + "}}"


def fields_of(message: Request, as_they_stand: Collection[str] = ()) -> list[Field]:
    """Lists the fields of a message, each once, but for those that the app on the device fills in itself.

    One that has no fallback in one of its places has none: a row without a value has no message then.
    """
    from scoro_desktop.sending.campaigns import merging  # with the first message, not with the page

    found: dict[str, Field] = {}
    for each in merging.fields_of(message.to_wire()):
        if each.name in as_they_stand:
            continue
        before = found.get(each.name)
        fallback = each.fallback if before is None or before.fallback is not None else None
        found[each.name] = Field(each.name, fallback)
    return list(found.values())
