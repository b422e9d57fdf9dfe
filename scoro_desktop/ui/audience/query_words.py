"""A query in words, a line for each condition: what the builder shows, to be read and not edited."""

import itertools
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop import wire
from scoro_desktop.audience.conditions import Condition, Group, Item, Kind, Raw, from_query
from scoro_desktop.audience.conditions_operators import TAKES, Takes
from scoro_desktop.invisible import escaped
from scoro_desktop.ui.audience.builder.draft import Draft
from scoro_desktop.ui.audience.builder.operator_words import operator_words
from scoro_desktop.ui.words.relative_words import condition_words
from scoro_desktop.wire import JsonObject, JsonValue

translate = QCoreApplication.translate

_BREAKS: Final = str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t"})
MOST_LINES: Final = 12
MOST_VALUES: Final = 3
LONGEST_VALUE: Final = 60
"""Bounds of what is told; the query itself stands beside."""


def query_lines(query: JsonObject) -> list[str]:
    """The conditions of a query, one a line, inner groups indented; what cannot be seen in them as escapes.

    One without conditions says so: a line that leads to them must not end in nothing.
    """
    every = _lines(from_query(query), 0)
    lines = ["    " * level + _words(line) for level, line in itertools.islice(every, MOST_LINES)]
    if not lines:
        return [translate("conditions", "no condition, so everyone matches")]
    hidden = sum(1 for _ in every)
    if not hidden:
        return lines
    return [*lines, translate("conditions", "… and %Ln more condition(s)", None, hidden)]


def _lines(group: Group, level: int) -> Iterator[tuple[int, Item | Kind]]:
    """The content of each line and its depth: a condition, or which of those below it must hold. Not yet in words."""
    if group.kind == "any" and len(group.items) > 1:
        yield level, "any"
        level += 1
    for item in group.items:
        if not isinstance(item, Group):
            yield level, item
        elif group.kind == "any" and item.kind == "all" and len(item.items) > 1:
            yield level, "all"
            yield from _lines(item, level + 1)
        else:
            yield from _lines(item, level)


def _words(item: Item | Kind) -> str:
    if item == "any":
        return translate("conditions", "any of these:")
    if item == "all":
        return translate("conditions", "all of these:")
    if isinstance(item, Raw):
        return _short(wire.compact(item.value).decode("utf-8"))
    if not isinstance(item, Condition):
        return ""
    if TAKES[item.operator] in {Takes.SPAN, Takes.PERIOD}:
        return f"{escaped(item.field)} {condition_words(item.operator, item.value)}"
    words = operator_words(item.operator, Draft(item))
    value = "" if TAKES[item.operator] is Takes.NOTHING else _value(item)
    return f"{escaped(item.field)} {words} {value}".rstrip()


def _value(item: Condition) -> str:
    if TAKES[item.operator] is Takes.RANGE and isinstance(item.value, list):
        return translate("conditions", "{low} and {high}").format(low=_one(item.value[0]), high=_one(item.value[1]))
    if isinstance(item.value, list) and TAKES[item.operator] is Takes.MANY:
        some = ", ".join(_one(each) for each in item.value[:MOST_VALUES])
        if len(item.value) <= MOST_VALUES:
            return some
        all_of_them = translate("conditions", "%Ln value(s)", None, len(item.value))
        return translate("conditions", "{some}… ({all})").format(some=some, all=all_of_them)
    return _one(item.value)


def _one(value: JsonValue) -> str:
    if isinstance(value, bool):
        return translate("conditions", "yes") if value else translate("conditions", "no")
    if isinstance(value, str):
        return translate("conditions", "“{text}”").format(text=_short(value))
    if isinstance(value, int) and abs(value) < 2**53:
        return QLocale().toString(value)
    return _short(wire.compact(value).decode("utf-8"))


def _short(text: str) -> str:
    """A value as it is told. Our own words are not escaped: a number in them may have a space that breaks no line."""
    text = text.translate(_BREAKS)
    return escaped(text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…")
