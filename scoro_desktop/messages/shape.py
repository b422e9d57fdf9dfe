"""The problems of any section: values of the wrong type, keys without a meaning, text that cannot be sent."""

import math
from collections.abc import Iterable, Iterator
from typing import Final

from scoro_desktop import late
from scoro_desktop.messages import limits
from scoro_desktop.messages.problems import FieldPath, Problem, Severity
from scoro_desktop.messages.section import Section
from scoro_desktop.wire import JsonValue

_SURROGATE: Final = late.pattern("[\ud800-\udfff]")
_CONTROL: Final = late.pattern("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Controls that no text of a message means: tabs, breaks of lines and the form feed, which an SMS can have, are others.
"""


def misfits(section: Section, path: FieldPath) -> Iterable[Problem]:
    """Known keys whose value is of a type that the field does not take."""
    return _misfits(section, path) if section.rest else ()  # as most have, and with each key of the keyboard


def _misfits(section: Section, path: FieldPath) -> Iterator[Problem]:
    types = {field.key: field.type_names for field in section.wire_fields()}
    for key, value in section.rest.items():
        if key in types:
            if value is None:
                yield Problem("null_value", (*path, key), severity=Severity.WARNING)
            else:
                yield Problem("wrong_type", (*path, key), {"expected": types[key]})


def unknown_keys(section: Section, path: FieldPath, known: tuple[str, ...] = ()) -> Iterable[Problem]:
    """Keys that neither the section nor `known` names. They are sent as they came."""
    return _unknown_keys(section, path, known) if section.rest else ()


def _unknown_keys(section: Section, path: FieldPath, known: tuple[str, ...]) -> Iterator[Problem]:
    keys = {field.key for field in section.wire_fields()}.union(known)
    for key in section.rest:
        if key not in keys:
            yield unknown_key((*path, key))


def unknown_key(path: FieldPath) -> Problem:
    """A key that is kept and sent although the contract does not name it."""
    return Problem("unknown_key", path, {"key": printable(path[-1])}, Severity.WARNING)


def unsendable(value: JsonValue, path: FieldPath) -> Iterator[Problem]:
    """Lists what JSON in UTF-8 cannot carry, anywhere in a value: text, numbers, nesting past `limits.DEPTH`; and the
    controls in its texts, which nobody sees.
    """
    waiting: list[tuple[JsonValue, FieldPath]] = [(value, path)]
    while waiting:
        each, here = waiting.pop()
        if isinstance(each, str):
            if not each.isascii() and (surrogate := _SURROGATE.search(each)):
                yield _half_character(surrogate[0], here)
            if not each.isprintable() and (control := _CONTROL.search(each)):
                yield Problem("control_character", here, {"character": f"U+{ord(control[0]):04X}"}, Severity.WARNING)
        elif isinstance(each, (dict, list)):
            if len(here) > limits.DEPTH:
                yield Problem("too_deep", here, {"limit": limits.DEPTH})
                continue
            inside = each if isinstance(each, dict) else dict(zip(map(str, range(len(each))), each, strict=True))
            for key in inside:
                if not key.isascii() and (surrogate := _SURROGATE.search(key)):
                    yield _half_character(surrogate[0], (*here, key))
            for key in reversed(inside):
                waiting.append((inside[key], (*here, key)))  # noqa: PERF401  a comprehension is a call in 3.11
        elif isinstance(each, (int, float)) and not _can_be_written(each):
            yield Problem("unsendable_number", here)


def has_text(*values: object) -> bool:
    """Tells whether any of them is a text that is more than white space."""
    for each in values:  # noqa: SIM110  with each key of the keyboard, and for each text: no call more than need be
        if isinstance(each, str) and each.strip():
            return True
    return False


def printable(text: str) -> str:
    """A text as a parameter can carry it: at most 60 characters, lone surrogates replaced."""
    if len(text) > 60:
        text = text[:59] + "…"
    return text.encode("utf-8", "replace").decode("utf-8")


def _half_character(surrogate: str, path: FieldPath) -> Problem:
    return Problem("lone_surrogate", path, {"character": f"U+{ord(surrogate):04X}"})


def _can_be_written(number: int | float) -> bool:
    if isinstance(number, float):
        return math.isfinite(number)
    return abs(number) < limits.GREATEST_INTEGER
