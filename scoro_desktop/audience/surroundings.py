"""Proposals for a place of a query, told from the text before it, whether or not that is JSON yet."""

import enum
from typing import Final

from scoro_desktop import late
from scoro_desktop.audience.field_use import JOINING
from scoro_desktop.jsontext.tokens import Kind, Token, tokens

LOOKED_BACK: Final = 10_000
"""Code points before a place that are looked at: some 3 ms. What is further away is taken for the top of the query."""

_LONGEST_WORD: Final = 200
LOOKED_ON: Final = _LONGEST_WORD + 50
"""Code points behind a place that are looked at."""


class Expected(enum.Enum):
    """The kinds of text that fit a place."""

    FIELD = "field"  # a key of a filter: a field, or an operator that joins filters
    OPERATOR = "operator"  # a key of a field's object
    VALUE = "value"
    NOTHING = "nothing"


@late.dataclass(frozen=True)
class Surroundings:
    """A place between two letters.

    `start` and `end` (offsets) enclose what is written there already and would be replaced, its quotes included;
    `typed` is the part before the place, without a quote. `field` is the field that a value or an operator is for,
    as a dotted path, `operator` the one that a value is for; empty where there is none. `colon_follows`: whether a key
    here has its colon already. `quoted`: a quote was typed already.
    """

    expected: Expected
    start: int
    end: int
    typed: str = ""
    field: str = ""
    operator: str = ""
    colon_follows: bool = False
    quoted: bool = False


@late.dataclass
class _Open:
    """An open bracket. `holds`: the keys of an object, the items of a list (FIELD: filters; VALUE for an object: a
    value's own keys). `key`: the key whose value is being written.
    """

    bracket: str
    holds: Expected
    field: str
    operator: str
    key: str | None = None


def surroundings(text: str, offset: int) -> Surroundings:
    """Returns what stands around an offset, and what fits there."""
    begin = _begin(text, offset)
    stack = [_Open("", Expected.FIELD, "", "")] if begin else []
    key: str | None = None  # read, its colon not yet
    last: Token | None = None
    for token in tokens(text[begin:offset]):
        last = token
        top = stack[-1] if stack else None
        if token.kind is not Kind.PUNCTUATION:
            if top is not None and top.bracket != "[" and top.key is None:
                key = _letters(token)
        elif token.text in "{[":
            stack.append(_opened(token.text, top))
            key = None
        elif token.text in "}]":
            if stack and stack[-1].bracket:
                stack.pop()
            key = None
        elif token.text == ":" and top is not None and key is not None:
            top.key = key
        elif token.text == "," and top is not None:
            top.key = key = None
    return _place(text, offset, begin, stack, last)


def _place(text: str, offset: int, begin: int, stack: list[_Open], last: Token | None) -> Surroundings:
    start, typed, quoted, fits = offset, "", False, True
    if last is not None and last.kind is not Kind.PUNCTUATION and begin + last.end == offset:
        start = begin + last.offset
        quoted = last.kind is Kind.UNCLOSED
        typed = last.text[1:] if quoted else last.text
        fits = last.kind in {Kind.UNCLOSED, Kind.WORD, Kind.OTHER} and len(typed) <= _LONGEST_WORD
        if last.kind is Kind.OTHER:
            fits = typed == "$"
    elif last is not None and (last.kind is not Kind.PUNCTUATION or last.text in "}]"):
        fits = False  # a comma or a colon comes next
    end = _end(text, offset, quoted=quoted)
    follows = text[end : end + 20].lstrip()
    top = stack[-1] if stack else None
    if not fits or top is None or top.holds is (Expected.FIELD if top.bracket == "[" else Expected.VALUE):
        return Surroundings(Expected.NOTHING, start, end, typed)
    if top.bracket == "[":
        return Surroundings(Expected.VALUE, start, end, typed, top.field, top.operator, quoted=quoted)
    if top.key is None:
        colon = follows.startswith(":")
        return Surroundings(top.holds, start, end, typed, top.field, colon_follows=colon, quoted=quoted)
    name, operator = _named(top)
    return Surroundings(Expected.VALUE, start, end, typed, name, operator, quoted=quoted)


def _begin(text: str, offset: int) -> int:
    """Returns the offset to read from: the start, or the beginning of a line or of an item not too far before."""
    if offset <= LOOKED_BACK:
        return 0
    near = offset - LOOKED_BACK
    for sign in ("\n", '",'):
        found = text.find(sign, near, offset)
        if found >= 0:
            return found + len(sign)
    return near


def _end(text: str, offset: int, *, quoted: bool) -> int:
    """The end of the word that the place is in: behind the closing quote of a string if that is near."""
    end = offset
    limit = min(len(text), offset + _LONGEST_WORD)
    while end < limit and (text[end].isalnum() or text[end] in "_.$-"):
        end += 1
    if quoted:
        return end + 1 if text[end : end + 1] == '"' else offset
    return end


def _opened(bracket: str, top: _Open | None) -> _Open:
    """A bracket in the place where another one, or nothing, is open."""
    if top is None:
        return _Open(bracket, Expected.FIELD if bracket == "{" else Expected.NOTHING, "", "")
    if top.bracket == "[":
        return _Open(bracket, top.holds if bracket == "{" else Expected.VALUE, top.field, top.operator)
    if top.key is None:
        return _Open(bracket, top.holds, top.field, top.operator)
    name, operator = _named(top)
    if top.key in JOINING:
        return _Open(bracket, Expected.FIELD, "", "")
    if bracket == "[":
        return _Open(bracket, Expected.VALUE, name, operator)
    if operator in {"", "$not", "$elemMatch"}:
        return _Open(bracket, Expected.OPERATOR, name, "")
    return _Open(bracket, Expected.VALUE, name, operator)


def _named(top: _Open) -> tuple[str, str]:
    """The field and the operator of the value behind the key of an open object."""
    key = top.key or ""
    if key.startswith("$"):
        return top.field, key
    return key, ""


def _letters(token: Token) -> str:
    return token.text.strip("\"'\u201c\u201d")
