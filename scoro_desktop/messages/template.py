"""A message kept to be used again and again: with a name, tags, its variables and, by choice, its audience."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from scoro_desktop.messages.campaign_plan import CampaignPlan
from scoro_desktop.messages.names import as_line, as_name
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.searching import plain
from scoro_desktop.messages.variables import Variable, fill, names, uses
from scoro_desktop.wire import JsonObject

MESSAGE: Final = ("message",)
QUERY: Final = ("query",)
"""The first step of the path to a variable that a template uses in its query."""

LONGEST_NAME: Final = 200
LONGEST_TAG: Final = 60
MOST_TAGS: Final = 20
LONGEST_NOTE: Final = 2000
"""Of the default or the description of a variable. All in characters: what a list and a form can show."""


@dataclass(frozen=True)
class TemplateAudience:
    """The audience of a template: the text of a query to a collection. Never everyone."""

    collection: str
    query_text: str


@dataclass(frozen=True)
class Template:
    """`message`: the body as it is sent, less keys, collection and query; whatever else it carried is in it.

    `campaign`: how a campaign with it is led, where it was one.
    """

    name: str
    channel: Channel
    message: JsonObject
    tags: tuple[str, ...] = ()
    audience: TemplateAudience | None = None
    variables: tuple[Variable, ...] = ()
    campaign: CampaignPlan | None = None

    @classmethod
    def of(
        cls, name: str, message: Request, *, tags: Sequence[str] = (), audience: TemplateAudience | None = None
    ) -> Self:
        """A template of a message as it stands. Its collection and query are left out: they are the audience's."""
        body = {key: value for key, value in message.to_wire().items() if key not in {"coll", "query"}}
        return cls(name, message.channel, body, tuple(tags), audience)

    def request(self, values: Mapping[str, str] | None = None) -> Request:
        """The message as a request without an audience, with values in the place of its variables."""
        body = fill(self.message, values or {})
        return Request.from_wire(self.channel, body if isinstance(body, dict) else {})

    def with_notes(self, known: Iterable[Variable], found: Sequence[str]) -> Self:
        """The template with what is known of the variables that are found in it, in the order of the text."""
        notes = {each.name: each for each in known}
        return dataclasses.replace(self, variables=tuple(notes.get(name, Variable(name)) for name in found))


def as_kept(template: Template) -> Template:
    """The template with its name and tags as they are kept, each in one line; and the notes of its variables too."""
    name = as_name(template.name)[:LONGEST_NAME].rstrip() or template.name
    tags = kept_tags(template.tags)
    notes = tuple(
        dataclasses.replace(
            each, default=as_line(each.default)[:LONGEST_NOTE], description=as_line(each.description)[:LONGEST_NOTE]
        )
        for each in template.variables
    )
    return dataclasses.replace(template, name=name, tags=tags, variables=notes)


def variables_of(message: JsonObject, query: JsonObject | None) -> list[str]:
    """The names that a template asks for, in order: those of its message, then those of its query."""
    return names([*uses(message), *uses(query or {})])


def kept_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags as they are kept: each once and in one line, no longer and no more than lists can show."""
    cut = (each[:LONGEST_TAG] for each in read_tags(",".join(tags)))
    return read_tags(",".join(cut))[:MOST_TAGS]  # once more: two that are long may be one after the cut


def read_tags(text: str) -> tuple[str, ...]:
    """The tags in a line where commas part them; each once, whatever its case, in order."""
    found: dict[str, str] = {}
    for each in text.split(","):
        tag = as_name(each)
        if tag:
            found.setdefault(plain(tag), tag)
    return tuple(found.values())


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, or the first of "name (2)", "name (3)"... that is not taken; shortened where it would get too long."""
    others = taken if isinstance(taken, set) else set(taken)
    new, number = name, 1
    while new in others:
        number += 1
        end = f" ({number})"
        new = name[: LONGEST_NAME - len(end)].rstrip() + end
    return new
