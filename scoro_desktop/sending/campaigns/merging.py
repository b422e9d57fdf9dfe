"""A message with fields, and what each person gets of it: the values of a row in the places of its names.

A value is text and never looked at for names in its turn. Where a row has none, what stands behind the bar takes its
place (`{{name|friend}}`), nothing included (`{{name|}}`); without a bar, that row has no message.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from scoro_desktop import invisible, wire
from scoro_desktop.messages.braces import variables_in
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Request
from scoro_desktop.messages.variables import JSON_IN_TEXT, Use, read_fallback, read_name, uses
from scoro_desktop.wire import JsonObject, JsonValue

_ERROR: Final = re.compile(
    r"#(N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA|BUSY!|"
    r"NO VALUE|Н/Д|ПУСТО!|ДЕЛ/0!|ЗНАЧ!|ССЫЛКА!|ИМЯ\?|ЧИСЛО!|ПЕРЕНОС!|ВЫЧИСЛ!)",
    re.IGNORECASE,
)
"""Errors of formulas, as sheets in English and Russian write them into cells and files: nobody's name."""
_BREAKS: Final = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")

Piece: TypeAlias = "str | _Name"
_Part: TypeAlias = Callable[[Sequence[str]], JsonValue]


@dataclass(frozen=True)
class Missing:
    """The lack of a row. `names`: fields without a value and a fallback; `errors`: those whose value is an error of a
    formula.
    """

    names: tuple[str, ...]
    errors: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Name:
    """A place of a field: which of the values of a message stands there."""

    at: int


def fields_of(message: JsonObject) -> tuple[Use, ...]:
    """Lists every place of every field in a message, in reading order."""
    return tuple(uses(message))


def clean_value(cell: str) -> str:
    """A cell as it is put into a text: less blanks and what cannot be seen at its ends; joiners within stay."""
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    return _BREAKS.sub("\n", invisible.trimmed(cell))


def is_error_value(cell: str) -> bool:
    """Tells whether a cell holds the error of a formula."""
    return cell[:1] == "#" and _ERROR.fullmatch(cell) is not None


class Merge:
    """A message that was read once, to be filled for each of very many people. For one thread.

    `places`: the column of each name; a name without one stays as it is. `suffix`: what the account adds to each.
    """

    def __init__(self, channel: Channel, message: JsonObject, places: Mapping[str, int], suffix: str = "") -> None:
        self._channel = channel
        self._suffix = suffix
        self._places: list[tuple[str, int, str | None]] = []
        self._order: dict[tuple[str, str | None], int] = {}
        self._known = places
        self._parts = _compiled(message, self._place_of)
        self._message = message

    def texts(self, cells: Sequence[str]) -> tuple[str, ...] | Missing:
        """The values of a row, in the order of the message: rows with equal ones get equal messages."""
        values: list[str] = []
        missing: list[str] = []
        errors: list[str] = []
        for name, column, fallback in self._places:
            value = clean_value(cells[column]) if column < len(cells) else ""
            if is_error_value(value):
                errors.append(name)
            elif not value and fallback is None:
                missing.append(name)
            values.append(value or fallback or "")
        if missing or errors:
            return Missing(tuple(dict.fromkeys(missing)), tuple(dict.fromkeys(errors)))
        return tuple(values)

    def body(self, texts: Sequence[str]) -> JsonObject:
        """The message with these values, as it is sent: less collection and query, with what the account adds."""
        body = self._parts(texts)
        if not isinstance(body, dict):
            raise TypeError("a message is an object")
        return self._with_suffix(body) if self._suffix else body

    def request(self, texts: Sequence[str]) -> Request:
        """The same as a request without an audience."""
        return Request.from_wire(self._channel, self.body(texts))

    def unfilled(self) -> Request:
        """The message with its fields, and with what the account adds: nothing of anybody is in it."""
        return Request.from_wire(self._channel, self._with_suffix(self._message) if self._suffix else self._message)

    def merged(self, cells: Sequence[str]) -> JsonObject | Missing:
        """The message of one row, as it is sent; or what the row lacks."""
        texts = self.texts(cells)
        return texts if isinstance(texts, Missing) else self.body(texts)

    def _place_of(self, name: str, fallback: str | None) -> int | None:
        """The number of a value among those of the message; None for a name that no column fills."""
        if name not in self._known:
            return None
        key = (name, fallback)
        if key not in self._order:
            self._order[key] = len(self._places)
            self._places.append((name, self._known[name], fallback))
        return self._order[key]

    def _with_suffix(self, body: JsonObject) -> JsonObject:
        request = Request.from_wire(self._channel, body)
        if request.message is None:
            return body
        whole = CHANNELS[self._channel].with_account_text(request.message, self._suffix)
        return body if whole is request.message else {**body, "msg": whole.to_wire()}


_Placing: TypeAlias = Callable[[str, "str | None"], "int | None"]


def _compiled(value: JsonValue, place: _Placing, *, is_json: bool = False) -> _Part:
    """A function that makes JSON with values in its places; what has none is the same object each time.

    It goes as deep as the message does, which is bounded where messages are read (`wire.MAX_DEPTH`).
    """
    if isinstance(value, str):
        return _compiled_json(value, place) if is_json else _compiled_text(value, place)
    if isinstance(value, dict):
        parts = {key: _compiled(each, place, is_json=key in JSON_IN_TEXT) for key, each in value.items()}
        if all(isinstance(each, _Fixed) for each in parts.values()):
            return _Fixed(value)
        return lambda texts: {key: part(texts) for key, part in parts.items()}
    if isinstance(value, list):
        items = [_compiled(each, place) for each in value]
        if all(isinstance(each, _Fixed) for each in items):
            return _Fixed(value)
        return lambda texts: [item(texts) for item in items]
    return _Fixed(value)


class _Fixed:
    """A part of a message in which no field stands."""

    def __init__(self, value: JsonValue) -> None:
        self._value = value

    def __call__(self, _texts: Sequence[str]) -> JsonValue:
        return self._value


def _compiled_text(text: str, place: _Placing) -> _Part:
    pieces = list(_pieces(text, place))
    if all(isinstance(each, str) for each in pieces):
        return _Fixed(text)
    return lambda texts: "".join(each if isinstance(each, str) else texts[each.at] for each in pieces)


def _pieces(text: str, place: _Placing) -> Iterator[Piece]:
    """The text in pieces; braces that make no field, or one that nobody fills, stay as they are."""
    end = 0
    for match in variables_in(text):
        name = read_name(match[1])
        at = place(name, read_fallback(match[1])) if name else None
        if at is None:
            continue
        yield text[end : match.start()]
        yield _Name(at)
        end = match.end()
    yield text[end:]


def _compiled_json(text: str, place: _Placing) -> _Part:
    """A text that is a list in JSON itself stays one: a quote in a name must not end a string in it."""
    try:
        inner = wire.read(text)
    except ValueError:
        return _compiled_text(text, place)
    if not isinstance(inner, list):
        return _compiled_text(text, place)
    part = _compiled(inner, place)
    return _Fixed(text) if isinstance(part, _Fixed) else lambda texts: json.dumps(part(texts), ensure_ascii=False)
