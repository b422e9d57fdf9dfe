"""What the editor proposes to write at a place of a query."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.audience.operators import DOCUMENTED, FIELD, LOGICAL, TYPE_NAMES
from scoro_desktop.audience.schema import Field, FieldType, offered
from scoro_desktop.audience.surroundings import Expected, Surroundings

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
"""What stands to the left and to the right of the cursor once an operator is chosen."""
_VALUES: Final = {"deviceType": ("android", "ios")}
"""Values that Scorocode documents (docs, "appapi")."""
_OF_OPERATOR: Final = {"$exists": ("true", "false"), "$options": ('"i"', '"m"', '"s"', '"x"')}

assert set(_OPERATORS) == FIELD  # noqa: S101
assert set(_JOINING) == LOGICAL  # noqa: S101


@dataclass(frozen=True)
class Proposal:
    """`name` is shown and compared with what is typed; the cursor ends up between `before` and `after`."""

    name: str
    detail: str
    before: str
    after: str = ""


def proposals(place: Surroundings, fields: Iterable[Field]) -> list[Proposal]:
    """What fits a place and begins with what is typed there, then what contains it."""
    typed = place.typed.lower()
    fitting = list(_fitting(place, tuple(fields)))
    begin = [each for each in fitting if each.name.lower().startswith(typed) or each.name[1:].lower().startswith(typed)]
    contain = [each for each in fitting if typed in each.name.lower() and each not in begin]
    return begin + contain if len(typed) > 1 else begin


def _fitting(place: Surroundings, fields: tuple[Field, ...]) -> Iterator[Proposal]:
    if place.expected is Expected.FIELD:
        for field in offered(fields):
            yield _key(field.name, field.type_name, place)
        yield from (_operator(each, place) for each in _JOINING)
    elif place.expected is Expected.OPERATOR:
        yield from (_operator(each, place) for each in _OPERATORS)
    elif place.expected is Expected.VALUE:
        yield from _values(place, next((each for each in fields if each.name == place.field), None))


def _key(name: str, detail: str, place: Surroundings) -> Proposal:
    return Proposal(name, detail, f'"{name}"' if place.colon_follows else f'"{name}": ')


def _operator(name: str, place: Surroundings) -> Proposal:
    detail = "" if name in DOCUMENTED else translate("proposals", "not documented by Scorocode")
    if place.colon_follows:
        return Proposal(name, detail, f'"{name}"')
    before, after = _BEGUN.get(name, ("", ""))
    return Proposal(name, detail, f'"{name}": {before}', after)


def _values(place: Surroundings, field: Field | None) -> Iterator[Proposal]:
    if place.operator in _OF_OPERATOR:
        written: Iterable[str] = _OF_OPERATOR[place.operator]
    elif place.operator == "$type":
        written = [f'"{each}"' for each in sorted(TYPE_NAMES, key=str.casefold)]
    elif place.operator in {"$regex", "$size", "$mod"}:
        written = ()
    else:
        texts = tuple(f'"{each}"' for each in _VALUES.get(place.field, ()))
        is_boolean = field is None or field.type in {FieldType.BOOLEAN, FieldType.UNKNOWN}
        written = (*texts, *(("true", "false") if is_boolean else ()), "null")
    for each in written:
        is_text = each.startswith('"')
        if is_text or not place.quoted:
            yield Proposal(each.strip('"'), "", each)
