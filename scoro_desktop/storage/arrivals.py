"""Arrivals from a file, beside what is there: some are new, some have a name that is taken."""

import dataclasses
import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from scoro_desktop.messages.template import LONGEST_NAME, Template
from scoro_desktop.storage.audiences import NamedQuery
from scoro_desktop.storage.names import name_key
from scoro_desktop.storage.saved_drafts import NamedContent

E = TypeVar("E", Template, NamedQuery, NamedContent)
Key: TypeAlias = tuple[str, str]


class Way(enum.StrEnum):
    """The fate of what arrives: a new name is added; for a taken one there are up to three ways."""

    ADD = "add"
    REPLACE = "replace"
    KEEP_BOTH = "keep_both"
    SKIP = "skip"


@dataclass(frozen=True)
class Arrival(Generic[E]):
    """An entry of a file, and the id and content of the one that has its name already, if one does.

    `replaces`: it may take the place of that one.
    """

    entry: E
    there_id: int | None = None
    there: E | None = None
    replaces: bool = True

    @property
    def is_same(self) -> bool:
        """Tells whether it is there already, to the letter."""
        return self.there is not None and self.there == self.entry

    def ways(self) -> tuple[Way, ...]:
        """Returns the ways that it may be taken in; the first loses nothing."""
        if self.there_id is None:
            return (Way.ADD, Way.SKIP)
        if self.is_same:
            return (Way.SKIP,)
        return (Way.KEEP_BOTH, Way.REPLACE, Way.SKIP) if self.replaces else (Way.KEEP_BOTH, Way.SKIP)


def key_of(entry: Template | NamedQuery | NamedContent) -> Key:
    """Returns where a name must stand once, and what of the name is compared there."""
    match entry:
        case Template():
            return "", entry.name
        case NamedQuery():
            return entry.collection, entry.name
        case NamedContent():
            return entry.channel, name_key(entry.name)


def arrivals(there: Iterable[tuple[int, E]], incoming: Iterable[E], *, replaces: bool = True) -> list[Arrival[E]]:
    """Each entry of a file with the one of its name, in the order of the file. `there`: ids with what they hold."""
    by_key = {key_of(each): (each_id, each) for each_id, each in there}
    found = []
    for each in incoming:
        there_id, same = by_key.get(key_of(each), (None, None))
        found.append(Arrival(each, there_id, same, replaces))
    return found


def settled(there: Iterable[Key], ways: Sequence[tuple[Arrival[E], Way]]) -> tuple[list[E], list[tuple[int, E]]]:
    """Returns what is added, and what takes the place of which id: the two arguments of `take_in`.

    `there`: the keys of what is there by now.
    """
    taken = set(there) | {key_of(each.entry) for each, way in ways if way is Way.ADD}
    new: list[E] = []
    instead: list[tuple[int, E]] = []
    for arrival, way in ways:
        if way is Way.ADD:
            new.append(arrival.entry)
        elif way is Way.REPLACE and arrival.there_id is not None:
            instead.append((arrival.there_id, arrival.entry))
        elif way is Way.KEEP_BOTH:
            new.append(_free(arrival.entry, taken))
            taken.add(key_of(new[-1]))
    return new, instead


def _free(entry: E, taken: set[Key]) -> E:
    """The entry under its name, or the first of "name (2)", "name (3)"… that is not taken."""
    free, number = entry, 1
    while key_of(free) in taken:
        number += 1
        end = f" ({number})"
        free = dataclasses.replace(entry, name=entry.name[: LONGEST_NAME - len(end)].rstrip() + end)
    return free
