"""Proposals for what to write at a place of a query."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.audience.conditions_values import as_text
from scoro_desktop.audience.known_values import KnownValue
from scoro_desktop.audience.operators import DOCUMENTED, FIELD, LOGICAL, TYPE_NAMES
from scoro_desktop.audience.relative_dates import COMPARED, Rule
from scoro_desktop.audience.relative_dates import written as written_rule
from scoro_desktop.audience.schema import Field, FieldType, offered
from scoro_desktop.audience.surroundings import Expected, Surroundings
from scoro_desktop.ui.kit.completions import Proposal
from scoro_desktop.ui.words.line_words import in_sample, number_text
from scoro_desktop.ui.words.relative_words import rule_words

translate = QCoreApplication.translate

_OPERATORS: Final = (
    *("$in", "$nin", "$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$exists", "$regex", "$options", "$all"),
    *("$not", "$size", "$elemMatch", "$type", "$mod"),
)
"""In the order in which they are wanted: the documented ones first."""
_JOINING: Final = ("$or", "$and", "$nor")
_BEGUN: Final = {
    **dict.fromkeys(("$in", "$nin", "$all", "$mod"), ("[", "]")),
    **dict.fromkeys(("$and", "$or", "$nor"), ("[{", "}]")),
    **dict.fromkeys(("$not", "$elemMatch"), ("{", "}")),
    **dict.fromkeys(("$regex", "$options"), ('"', '"')),
}
"""The texts to the left and to the right of the cursor once an operator is chosen."""
_OF_OPERATOR: Final = {"$exists": ("true", "false"), "$options": ('"i"', '"m"', '"s"', '"x"')}

_RULES: Final = (
    *(Rule("", -30, "days"), Rule("", -7, "days"), Rule("", -24, "hours")),
    *(Rule("day"), Rule("week"), Rule("month"), Rule("month", 1, "months"), Rule("year")),
)
"""Relative dates that are often wanted; any other is written like them."""

assert set(_OPERATORS) == FIELD  # noqa: S101
assert set(_JOINING) == LOGICAL  # noqa: S101


def proposals(place: Surroundings, fields: Iterable[Field], known: Iterable[KnownValue] = ()) -> list[Proposal]:
    """Lists what fits a place and begins with what is typed there, then what contains it. `known`: its field's
    values.
    """
    typed = place.typed.lower()
    fitting = list(_fitting(place, tuple(fields), known))
    begin = [each for each in fitting if each.name.lower().startswith(typed) or each.name[1:].lower().startswith(typed)]
    contain = [each for each in fitting if typed in each.name.lower() and each not in begin]
    return begin + contain if len(typed) > 1 else begin


def _fitting(place: Surroundings, fields: tuple[Field, ...], known: Iterable[KnownValue]) -> Iterator[Proposal]:
    if place.expected is Expected.FIELD:
        for field in offered(fields):
            yield _key(field.name, field.type_name, place)
        yield from (_operator(each, place) for each in _JOINING)
    elif place.expected is Expected.OPERATOR:
        yield from (_operator(each, place) for each in _OPERATORS)
    elif place.expected is Expected.VALUE:
        yield from _values(place, next((each for each in fields if each.name == place.field), None), known)


def _key(name: str, detail: str, place: Surroundings) -> Proposal:
    return Proposal(name, detail, f'"{name}"' if place.colon_follows else f'"{name}": ')


def _operator(name: str, place: Surroundings) -> Proposal:
    detail = "" if name in DOCUMENTED else translate("proposals", "not documented by Scorocode")
    if place.colon_follows:
        return Proposal(name, detail, f'"{name}"')
    before, after = _BEGUN.get(name, ("", ""))
    return Proposal(name, detail, f'"{name}": {before}', after)


def _values(place: Surroundings, field: Field | None, known: Iterable[KnownValue]) -> Iterator[Proposal]:
    if place.operator in _OF_OPERATOR:
        written: Iterable[str] = _OF_OPERATOR[place.operator]
    elif place.operator == "$type":
        written = [f'"{each}"' for each in sorted(TYPE_NAMES, key=str.casefold)]
    elif place.operator in {"$regex", "$size", "$mod", "$not", "$elemMatch"}:
        written = ()
    else:
        if field is not None and field.type is FieldType.DATE and place.operator in COMPARED and not place.quoted:
            detail = translate("proposals", "changes with time")
            yield from (Proposal(rule_words(each), detail, json.dumps(written_rule(each))) for each in _RULES)
        yield from (_known(each) for each in known if isinstance(each.value, str) or not place.quoted)
        is_boolean = field is None or field.type in {FieldType.BOOLEAN, FieldType.UNKNOWN}
        written = (*(("true", "false") if is_boolean else ()), "null")
    for each in written:
        is_text = each.startswith('"')
        if is_text or not place.quoted:
            yield Proposal(each.strip('"'), "", each)


def _known(known: KnownValue) -> Proposal:
    """A value in the form in which the database holds it: a date or an id as the object that stands for it."""
    value = known.value
    brief = number_text(known.times) if known.times else ""
    name = str(value["$oid"]) if isinstance(value, dict) and "$oid" in value else as_text(value)
    return Proposal(name, in_sample(known.times), json.dumps(value, ensure_ascii=False), brief=brief)
