"""The mistakes that keep a text from being JSON: every place, each with the friendliest reason that is evident."""

import re
from collections.abc import Iterator
from typing import Final

from scoro_desktop import late
from scoro_desktop.invisible import find
from scoro_desktop.jsontext.problems import MAX_PROBLEMS, Places, QueryProblem, at_most, code_point, shown
from scoro_desktop.jsontext.tokens import Kind, Token, token_from
from scoro_desktop.jsontext.wrapped_json import json_within

_NUMBER: Final = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
_JSON_NUMBER: Final = late.pattern(_NUMBER)
_GOOD_WORDS: Final = frozenset({"true", "false", "null"})
_NOT_NUMBERS: Final = frozenset({"NaN", "Infinity", "-Infinity"})
_MEANT: Final = {"True": "true", "False": "false", "None": "null", "undefined": "null", "nil": "null", "NULL": "null"}
_ESCAPE: Final = late.pattern(r"\\(?:(?P<good>[\"\\/bfnrt]|u[0-9a-fA-F]{4})|u[^\"\\]{0,4}|.?)", re.DOTALL)
_PLAIN_STRING: Final = late.pattern(r'"[^"\\\x00-\x1f]*"')
_CONTROL: Final = late.pattern(r"[\x00-\x1f]")
_CLOSES: Final = {"}": "{", "]": "["}

LEVELS: Final = 500
"""Depth to which brackets are walked into. Ours: what nests deeper is refused for that anyway, and a text of brackets
alone would take 15 seconds a megabyte."""

_AT_ONCE: Final = 500
"""Good items that are passed with one match: the interpreter, which others wait for, is held no longer than that."""
_LETTERS: Final = r'[^"\\\x00-\x1f]*'
_STRING: Final = rf'"{_LETTERS}(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{{4}}){_LETTERS})*"'
_SCALAR: Final = rf"(?:{_STRING}|{_NUMBER}|true|false|null)"
_SPACE: Final = r"[ \t\r\n]*"
_COMMA: Final = rf"{_SPACE},{_SPACE}"


def _or_small(value: str) -> str:
    """A pattern for a scalar, and for short lists and objects of what another pattern matches.

    No text can be read in two ways, so that a mistake in it is found in one way back, without possessive quantifiers:
    CPython before 3.11.5 matches those wrongly (gh-106052).
    """
    pair = rf"{_STRING}{_SPACE}:{_SPACE}{value}"
    listed = rf"\[{_SPACE}(?:{value}(?:{_COMMA}{value}){{0,9}})?{_SPACE}\]"
    held = rf"\{{{_SPACE}(?:{pair}(?:{_COMMA}{pair}){{0,9}})?{_SPACE}\}}"
    return rf"(?:{_SCALAR}|{listed}|{held})"


_VALUE: Final = _or_small(_or_small(_SCALAR))
_GOOD_ITEMS: Final = {
    "[": late.pattern(rf"(?:{_SPACE}{_VALUE}{_SPACE},){{1,{_AT_ONCE}}}"),
    "{": late.pattern(rf"(?:{_SPACE}{_STRING}{_SPACE}:{_SPACE}{_VALUE}{_SPACE},){{1,{_AT_ONCE}}}"),
}
"""Items without a mistake, each with its comma: most of a long text, so that it is not walked piece by piece."""


@late.dataclass
class _Open:
    """A bracket that waits for its closing one. `state` is what should come next."""

    bracket: str
    offset: int
    state: str = "first"  # first | key | colon | value | junk | next
    last: Token | None = None  # the key or comma read last


def syntax_problems(text: str, places: Places) -> list[QueryProblem]:
    """The places where the text departs from JSON, in their order; empty if it does not.

    After each the walk goes on as if the mistake had been mended, so that one mistake is one problem. It does not
    judge what only the strict reader sees: numbers that overflow, keys that stand twice, and nesting that is too deep,
    beyond which it ends.
    """
    if (within := json_within(text)) is not None:
        start, end = within
        spoils = slice(0, start) if text[:start].strip() else slice(end, len(text))
        before = len(text[spoils]) - len(text[spoils].lstrip())
        return [places.problem("text_around", spoils.start + before, len(text[spoils].strip()))]
    found = at_most(MAX_PROBLEMS, _Walk(text, places).problems())
    return sorted(found, key=lambda each: each.offset)


class _Walk:
    def __init__(self, text: str, places: Places) -> None:
        self._text = text
        self._problem = places.problem
        self._stack: list[_Open] = []
        self._root_read = False

    def problems(self) -> Iterator[QueryProblem]:
        junk_until = -1
        for token in self._mended_tokens():
            if token.kind is Kind.COMMENT:
                yield self._problem("comment", token.offset, len(token.text))
            elif self._root_read and not self._stack:
                yield self._after_end(token)
                return
            elif token.kind is Kind.OTHER:
                if token.offset != junk_until:  # a run of them is one problem
                    yield self._unexpected(token)
                junk_until = token.end
                if self._stack and self._stack[-1].state == "value" and not _is_invisible(token.text):
                    self._stack[-1].state = "junk"  # it stands for a value, or for the start of one
            elif token.kind is Kind.PUNCTUATION:
                yield from self._punctuation(token)
                if len(self._stack) > LEVELS:
                    return
            else:
                yield from self._scalar(token)
        yield from self._end()

    def _mended_tokens(self) -> Iterator[Token]:
        """The tokens, where the closing brackets behind an unclosed string are brackets again."""
        at = 0
        while (token := token_from(self._text, self._past_good_items(at))) is not None:
            at = token.end
            if token.kind is Kind.UNCLOSED:
                cut = _without_tail(token.text)
                yield Token(Kind.UNCLOSED, token.offset, token.text[:cut])
                for offset, letter in enumerate(token.text[cut:], token.offset + cut):
                    if letter in "]},":
                        yield Token(Kind.PUNCTUATION, offset, letter)
            else:
                yield token

    def _past_good_items(self, at: int) -> int:
        """Returns the offset to walk on from once another piece begins."""
        if not self._stack:
            return at
        top = self._stack[-1]
        while top.state in {"first", "key" if top.bracket == "{" else "value"}:
            items = _GOOD_ITEMS[top.bracket].match(self._text, at)
            if items is None:
                break
            at = items.end()
            top.state = "key" if top.bracket == "{" else "value"
            top.last = Token(Kind.PUNCTUATION, at - 1, ",")
        return at

    def _after_end(self, token: Token) -> QueryProblem:
        if token.text in _CLOSES:
            return self._problem("unexpected_bracket", token.offset, 1, bracket=token.text)
        if token.text == ":":  # keys without the brackets around them
            return self._problem("not_an_object", 0, len(self._text))
        if len(token.text) == 1 and _is_invisible(token.text):
            return self._unexpected(token)
        return self._problem("text_after_end", token.offset, len(self._text.rstrip()) - token.offset)

    def _unexpected(self, token: Token) -> QueryProblem:
        character = token.text
        if _is_invisible(character):
            return self._problem("invisible_character", token.offset, 1, character=code_point(character))
        return self._problem("unexpected_character", token.offset, 1, character=shown(character))

    def _punctuation(self, token: Token) -> Iterator[QueryProblem]:
        if token.text in "{[":
            yield from self._before_value(token)
            self._stack.append(_Open(token.text, token.offset))
        elif token.text in "}]":
            yield from self._close(token)
        elif not self._stack:
            yield self._unexpected(token)
        elif token.text == ",":
            yield from self._comma(token, self._stack[-1])
        elif self._stack[-1].state == "colon":
            self._stack[-1].state = "value"
        else:
            yield self._unexpected(token)

    def _comma(self, token: Token, top: _Open) -> Iterator[QueryProblem]:
        if top.state in {"next", "junk"}:
            pass
        elif top.bracket == "{" and top.state in {"colon", "value"}:
            yield self._valueless(top)
        else:
            yield self._problem("stray_comma", token.offset, 1)
            return
        top.state = "key" if top.bracket == "{" else "value"
        top.last = token

    def _close(self, token: Token) -> Iterator[QueryProblem]:
        if all(each.bracket != _CLOSES[token.text] for each in self._stack):
            yield self._problem("unexpected_bracket", token.offset, 1, bracket=token.text)
            return
        while self._stack:
            top = self._stack.pop()
            if top.last is not None and top.last.text == "," and top.state in {"key", "value"}:
                yield self._problem("trailing_comma", top.last.offset, 1)
            elif top.state in {"colon", "value"}:
                yield self._valueless(top)
            if top.bracket == _CLOSES[token.text]:
                break
            yield self._problem("unclosed_bracket", top.offset, 1, bracket=top.bracket)
            self._value_ends()
        self._value_ends()

    def _scalar(self, token: Token) -> Iterator[QueryProblem]:
        top = self._stack[-1] if self._stack else None
        if top is not None and top.bracket == "{" and top.state in {"first", "key", "next"}:
            if top.state == "next":
                yield self._problem("missing_comma", token.offset, len(token.text))
            if token.kind in {Kind.WORD, Kind.NUMBER, Kind.SHELL_VALUE}:
                yield self._problem("unquoted_key", token.offset, len(token.text), key=shown(token.text))
            else:
                yield from self._spelling(token)
            top.state = "colon"
            top.last = token
        else:
            yield from self._before_value(token)
            yield from self._spelling(token)
            self._value_ends()

    def _before_value(self, token: Token) -> Iterator[QueryProblem]:
        """Names what is missing before a value that starts here."""
        if not self._stack:
            return
        top = self._stack[-1]
        if top.state == "next":
            yield self._problem("missing_comma", token.offset, len(token.text))
        if top.bracket == "{":
            if top.state == "colon" and top.last is not None:
                yield self._problem(
                    "missing_colon", token.offset, len(token.text), key=shown(top.last.text.strip("\"'"))
                )
            elif top.state in {"first", "key", "next"}:
                yield self._problem("missing_key", token.offset, len(token.text))

    def _value_ends(self) -> None:
        if self._stack:
            self._stack[-1].state = "next"
        else:
            self._root_read = True

    def _valueless(self, top: _Open) -> QueryProblem:
        key = top.last or Token(Kind.OTHER, top.offset, top.bracket)
        return self._problem("missing_value", key.offset, len(key.text))

    def _end(self) -> Iterator[QueryProblem]:
        for top in self._stack:
            yield self._problem("unclosed_bracket", top.offset, 1, bracket=top.bracket)
        if self._stack:
            top = self._stack[-1]
            if top.bracket == "{" and top.state in {"colon", "value"}:
                yield self._valueless(top)

    def _spelling(self, token: Token) -> Iterator[QueryProblem]:
        """Lists the mistakes within a string, a number or a word."""
        at, text = token.offset, token.text
        if token.kind is Kind.STRING:
            if not _PLAIN_STRING.fullmatch(text):
                yield from self._inside(at + 1, text[1:-1])
        elif token.kind is Kind.UNCLOSED:
            yield self._problem("unclosed_string", at, len(text))
            yield from self._inside(at + 1, text[1:].removesuffix("\\"))
        elif token.kind is Kind.SINGLE_QUOTED:
            yield self._problem("single_quotes", at, len(text))
        elif token.kind is Kind.CURLY_QUOTED:
            yield self._problem("curly_quotes", at, len(text))
        elif token.kind is Kind.SHELL_VALUE:
            yield self._problem("shell_value", at, len(text), text=shown(text))
        elif text in _NOT_NUMBERS:
            yield self._problem("not_a_number", at, len(text), text=shown(text))
        elif token.kind is Kind.NUMBER:
            if not _JSON_NUMBER.fullmatch(text):
                yield self._problem("bad_number", at, len(text), text=shown(text))
        elif text in _MEANT:
            yield self._problem("wrong_word", at, len(text), word=text, right=_MEANT[text])
        elif text not in _GOOD_WORDS:
            yield self._problem("unquoted_text", at, len(text), text=shown(text))

    def _inside(self, start: int, inside: str) -> Iterator[QueryProblem]:
        """Lists the mistakes in the letters of a string, the first of which stands at `start`."""
        for escape in _ESCAPE.finditer(inside):
            if not escape["good"]:
                text = escape.group()
                yield self._problem("bad_escape", start + escape.start(), len(text), escape=shown(text))
        for control in _CONTROL.finditer(inside):
            yield self._problem(
                "raw_control_character", start + control.start(), 1, character=code_point(control.group())
            )


def _without_tail(line: str) -> int:
    """The length of a string that runs to the end of its line, less the signs of JSON that it ends with."""
    cut = len(line)
    while cut > 1 and (line[cut - 1].isspace() or line[cut - 1] in ",]}"):
        cut -= 1
    return cut


def _is_invisible(character: str) -> bool:
    return character.isspace() or any(find(character))
