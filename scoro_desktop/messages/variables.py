"""`{{name}}` in a text: what is asked for when a template is used, and must not be left when a message is sent.

A variable is two opening braces, a name and two closing ones, in a string value of the message or of the query; never
in a key, and not within a second pair of them. A name is made of letters and digits of any script (with their marks),
`_`, `-`, `.` and single spaces between words; at most `LONGEST_NAME` characters. Spaces around it and how many stand
between its words do not matter, nor how an accent is encoded (NFC); upper and lower case do. Behind a `|` stands what
takes the place of a value that is not there: `{{name|friend}}`; blanks around it do not count. What else stands between
double braces is no variable: it is sent as it stands, with a warning; in a query, which nobody fills in, it is an
error. So are double braces that do not pair up (braces.py).
"""

import dataclasses
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self, TypeAlias

from scoro_desktop import late, wire
from scoro_desktop.messages.braces import texts_of, unpaired, variables_in
from scoro_desktop.messages.problems import FieldPath, Problem, Severity
from scoro_desktop.messages.shape import printable
from scoro_desktop.wire import JsonObject, JsonValue

LONGEST_NAME: Final = 60
"""In characters: a name is also the label of a field."""

Values: TypeAlias = Mapping[str, str]
"""The texts that are put in the place of variables, by name."""

_SIGNS: Final = frozenset("_-. \N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
JSON_IN_TEXT: Final = frozenset({"title_loc_args", "body_loc_args"})
"""Keys whose string is itself JSON (limits.md: the `*_args` are a JSON array written as a string)."""


@late.dataclass(frozen=True)
class Variable:
    """A variable apart from its places: the value that is offered, and what it is for. One line each."""

    name: str
    default: str = ""
    description: str = ""


@dataclass(frozen=True)
class VariableNotes:
    """The notes on the variables of a message on the screen.

    `known`: defaults and descriptions, of the template that it was made from; `as_they_stand`: names whose `{{name}}`
    is meant for the app on the device, and is sent; and the places, as `unpaired` quotes them, of braces that are.
    """

    known: tuple[Variable, ...] = ()
    as_they_stand: frozenset[str] = frozenset()

    def of(self, name: str) -> Variable:
        """Returns the variable of a name, an empty one if nothing more is known of it."""
        return next((each for each in self.known if each.name == name), Variable(name))

    def to_state(self) -> JsonObject:
        """JSON for a draft."""
        return {"known": [*map(to_json, self.known)], "as_they_stand": [*sorted(self.as_they_stand)]}

    @classmethod
    def from_state(cls, state: JsonValue) -> Self:
        """Reads what `to_state` gave; parts that are not of its shape are left out."""
        if not isinstance(state, dict):
            return cls()
        known, kept = state.get("known"), state.get("as_they_stand")
        return cls(
            tuple(map(from_json, filter(is_variable, known))) if isinstance(known, list) else (),
            frozenset(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else frozenset(),
        )


@late.dataclass(frozen=True)
class Use:
    """One place where a variable stands: the path of the string, the name, and what stands there without a value."""

    path: FieldPath
    name: str
    fallback: str | None = None


def read_name(text: str) -> str:
    """The name that stands between braces, in the one way to write it; empty where it is none."""
    name = unicodedata.normalize("NFC", " ".join(text.partition("|")[0].split()))
    good = all(each in _SIGNS or each.isalnum() or unicodedata.category(each).startswith("M") for each in name)
    return name if good and len(name) <= LONGEST_NAME and any(map(str.isalnum, name)) else ""


def read_fallback(text: str) -> str | None:
    """Reads what stands between braces in the place of a value that is not there; None where nothing does."""
    _, bar, fallback = text.partition("|")
    return fallback.strip() if bar else None


def written(name: str) -> str:
    """The variable as it stands in a text."""
    return "{{" + name + "}}"


def names_in(text: str) -> list[str]:
    """The names of the variables in a text, each once, in order."""
    return list(dict.fromkeys(filter(None, (read_name(match[1]) for match in variables_in(text)))))


def uses(value: JsonValue, path: FieldPath = ()) -> Iterator[Use]:
    """Every place of every variable in JSON that stands at `path`, in reading order; of one string each name once."""
    for where, text, is_key in texts_of(value, path):
        seen: set[str] = set()
        for match in () if is_key else variables_in(text):
            name = read_name(match[1])
            if name and name not in seen:
                seen.add(name)
                yield Use(where, name, read_fallback(match[1]))


def names(found: Iterable[Use]) -> list[str]:
    """The names of these uses, each once, in order."""
    return list(dict.fromkeys(each.name for each in found))


def fallback_of(found: Iterable[Use], name: str) -> str:
    """The first fallback that a variable has among these uses; empty where it has none."""
    return next((each.fallback for each in found if each.name == name and each.fallback), "")


def fill_text(text: str, values: Mapping[str, str]) -> str:
    """The text with values in the place of their variables; a variable without a value stays, to the letter.

    What a value says is text: a variable within it is not filled in in its turn.
    """
    parts: list[str] = []
    end = 0
    for match in variables_in(text):
        parts += [text[end : match.start()], values.get(read_name(match[1]), match[0])]
        end = match.end()
    return "".join([*parts, text[end:]])


def fill(value: JsonValue, values: Mapping[str, str]) -> JsonValue:
    """JSON with values in the place of their variables: strings change, nothing else does.

    A string that is JSON itself, as Android's `title_loc_args` is, stays JSON of the same shape.
    """
    return _changed(value, lambda text: fill_text(text, values), lambda text: _fill_json_in_text(text, values))


def problems(
    value: JsonValue,
    path: FieldPath,
    as_they_stand: frozenset[str],
    at: FieldPath | None = None,
    *,
    nameless: Severity = Severity.WARNING,
) -> Iterator[Problem]:
    """Lists the variables left in JSON at `path`; told of the string, or of the field `at`, each name once.

    The codes: `variable_missing` and `braces_unpaired`, errors; the warning `variable_as_it_stands`; and
    `braces_without_name`, which is as grave as `nameless` says, and which a variable in a key is too.
    """
    told: set[tuple[FieldPath, str]] = set()
    for where, text, is_key in texts_of(value, path):
        if "{{" not in text and "}}" not in text:
            continue
        field = where if at is None else at
        for place in unpaired(text):
            if (field, place) not in told:
                told.add((field, place))
                yield _unpaired(place, field, kept=place in as_they_stand)
        for match in variables_in(text):
            name = "" if is_key else read_name(match[1])
            if (field, name or match[0]) in told:
                continue
            told.add((field, name or match[0]))
            if not name:
                yield Problem("braces_without_name", field, {"text": printable(match[0])}, nameless)
            elif name in as_they_stand:
                yield Problem("variable_as_it_stands", field, {"variable": written(name)}, Severity.WARNING)
            else:
                yield Problem("variable_missing", field, {"variable": written(name)})


def unpaired_in(value: JsonValue) -> list[str]:
    """The places in keys and texts of JSON where double braces do not pair up, as `unpaired` quotes them; each once."""
    return list(dict.fromkeys(place for each in texts_of(value, ()) for place in unpaired(each.text)))


def _unpaired(place: str, field: FieldPath, *, kept: bool) -> Problem:
    if kept:
        return Problem("variable_as_it_stands", field, {"variable": printable(place)}, Severity.WARNING)
    return Problem("braces_unpaired", field, {"text": printable(place)})


def to_json(variable: Variable) -> JsonObject:
    """A variable as JSON; what is empty is left out."""
    return {"name": variable.name, **{k: v for k, v in dataclasses.asdict(variable).items() if k != "name" and v}}


def from_json(value: JsonValue) -> Variable:
    """Reads what `to_json` gave. Raises ValueError for anything that `is_variable` does not take."""
    if not isinstance(value, dict) or not is_variable(value):
        raise ValueError("not a variable")
    return Variable(*(str(value.get(key, "")) for key in ("name", "default", "description")))


def is_variable(value: JsonValue) -> bool:
    """Tells whether JSON is a variable as `to_json` writes it."""
    if not isinstance(value, dict) or not value.keys() <= {"name", "default", "description"}:
        return False
    name = value.get("name")
    texts = (value.get("default", ""), value.get("description", ""))
    return isinstance(name, str) and read_name(name) == name != "" and all(isinstance(each, str) for each in texts)


def _changed(value: JsonValue, plain: Callable[[str], str], json_in_text: Callable[[str], str]) -> JsonValue:
    """JSON with every string value changed, without recursion."""
    whole: list[JsonValue] = [value]
    waiting: list[dict[str, JsonValue] | list[JsonValue]] = [whole]
    while waiting:
        holder = waiting.pop()
        places = list(holder.items()) if isinstance(holder, dict) else list(enumerate(holder))
        for key, each in places:
            new: JsonValue = each
            if isinstance(each, str):
                new = (json_in_text if key in JSON_IN_TEXT else plain)(each)
            elif isinstance(each, dict | list):
                new = each.copy()
                waiting.append(new)
            holder[key] = new  # type: ignore[index]
    return whole[0]


def _fill_json_in_text(text: str, values: Mapping[str, str]) -> str:
    if not names_in(text):
        return text
    try:
        inner = wire.read(text)
    except ValueError:
        return fill_text(text, values)
    if not isinstance(inner, list):
        return fill_text(text, values)
    changed = _changed(inner, lambda each: fill_text(each, values), lambda each: fill_text(each, values))
    return text if changed == inner else json.dumps(changed, ensure_ascii=False)
