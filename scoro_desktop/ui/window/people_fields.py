"""The fields of people, as a campaign can use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoro_desktop.audience.schema import Field

PEOPLE: Final = "users"
"""The collection whose fields can fill a message."""
AS_KEYS: Final = frozenset({"String", "Number", "Pointer", ""})
"""The types of fields by which people can be found (`audience.schema.FieldType`)."""


def keys_of(fields: Iterable[Field]) -> tuple[str, ...]:
    """Names those by which people can be found: values of others cannot stand in a cell as they stand in the base."""
    return tuple(each.name for each in fields if not each.is_secret and each.type.value in AS_KEYS)


def names_of(fields: Iterable[Field]) -> tuple[str, ...]:
    """Names those that can fill a message."""
    return tuple(each.name for each in fields if not each.is_secret)
