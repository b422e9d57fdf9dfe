"""Makes templates fit for a file: whatever was kept, by whichever version, can be imported again."""

import dataclasses
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from scoro_desktop.audience.query import read_query
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.names import as_name
from scoro_desktop.messages.template import (
    LONGEST_NAME,
    LONGEST_NOTE,
    Template,
    TemplateAudience,
    free_name,
    kept_tags,
)
from scoro_desktop.messages.variables import Variable, read_name

NO_LINE: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Categories of Unicode that no line of text holds: controls, line breaks among them, and halves of pairs."""


def fit_for_file(templates: Sequence[Template]) -> tuple[list[Template], list[str]]:
    """The templates as a file takes them, and the names of those in which something had to be changed for that."""
    fit: list[Template] = []
    changed: list[str] = []
    taken: set[str] = set()
    for each in templates:
        one = _fit(each)
        one = dataclasses.replace(one, name=free_name(one.name, taken))
        taken.add(one.name)
        fit.append(one)
        if one != each:
            changed.append(one.name)
    return fit, changed


def _fit(template: Template) -> Template:
    name = as_name(template.name)[:LONGEST_NAME].rstrip() or template.channel.value
    return dataclasses.replace(
        template,
        name=name,
        tags=kept_tags(template.tags),
        message={key: value for key, value in template.message.items() if key not in {"coll", "query"}},
        audience=_audience(template),
        variables=tuple(_variables(template.variables)),
    )


def _audience(template: Template) -> TemplateAudience | None:
    """The audience, where a file may bring it: else none, so that a person chooses."""
    audience = template.audience
    if audience is None or audience.collection not in CHANNELS[template.channel].collections:
        return None
    return audience if read_query(audience.query_text).query is not None else None


def _variables(variables: Iterable[Variable]) -> Iterable[Variable]:
    names: set[str] = set()
    for each in variables:
        if read_name(each.name) == each.name and each.name and each.name not in names:
            names.add(each.name)
            default, description = (_one_line(note, LONGEST_NOTE) for note in (each.default, each.description))
            yield Variable(each.name, default, description)


def _one_line(text: str, longest: int) -> str:
    """A text with a blank for each character that no line holds."""
    if any(unicodedata.category(each) in NO_LINE for each in text):
        text = "".join(" " if unicodedata.category(each) in NO_LINE else each for each in text)
    return text[:longest]
