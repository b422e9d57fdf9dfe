"""Templates that come from a file, beside those that are there: what is new, and what has a name that is taken."""

import dataclasses
import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scoro_desktop.messages.template import Template, free_name
from scoro_desktop.storage.templates import StoredTemplate


class Way(enum.StrEnum):
    """The fate of a template that arrives: a new name is added; for a taken one there are three ways."""

    ADD = "add"
    REPLACE = "replace"
    KEEP_BOTH = "keep_both"
    SKIP = "skip"


@dataclass(frozen=True)
class Arrival:
    """A template of a file, and the one that has its name already, if one does."""

    template: Template
    there: StoredTemplate | None = None

    @property
    def is_same(self) -> bool:
        """Tells whether it is there already, to the letter."""
        return self.there is not None and self.there.template == self.template

    def ways(self) -> tuple[Way, ...]:
        """Returns the ways that it may be taken in; the first loses nothing."""
        if self.there is None:
            return (Way.ADD, Way.SKIP)
        return (Way.SKIP,) if self.is_same else (Way.KEEP_BOTH, Way.REPLACE, Way.SKIP)


def arrivals(there: Iterable[StoredTemplate], incoming: Iterable[Template]) -> list[Arrival]:
    """Each template of a file with the one of its name, in the order of the file."""
    by_name = {each.template.name: each for each in there}
    return [Arrival(each, by_name.get(each.name)) for each in incoming]


def settled(
    there: Iterable[StoredTemplate], ways: Sequence[tuple[Arrival, Way]]
) -> tuple[list[Template], list[tuple[int, Template]]]:
    """Returns what is added, and what takes the place of which id: the two arguments of `Templates.take_in`."""
    taken = {each.template.name for each in there} | {each.template.name for each, way in ways if way is Way.ADD}
    new: list[Template] = []
    instead: list[tuple[int, Template]] = []
    for arrival, way in ways:
        if way is Way.ADD:
            new.append(arrival.template)
        elif way is Way.REPLACE and arrival.there is not None:
            instead.append((arrival.there.id, arrival.template))
        elif way is Way.KEEP_BOTH:
            name = free_name(arrival.template.name, taken)
            taken.add(name)
            new.append(dataclasses.replace(arrival.template, name=name))
    return new, instead
