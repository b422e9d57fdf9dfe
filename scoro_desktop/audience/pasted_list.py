"""The values in a text that was pasted as a list, whatever program it was copied from.

A column or a block of a spreadsheet (with its quoting), lines, numbered lines and bullets, values with commas,
semicolons or bars between them, JSON, and lists as SQL, Python, JavaScript and their kin write them. Quotes that only
hold a value together are not part of it; an apostrophe within a word is. It takes time in proportion to the text.
"""

import functools
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from scoro_desktop import late
from scoro_desktop.audience.conditions_values import one_value
from scoro_desktop.audience.pasted_bare import (
    BLANK_SIGNS,
    BLANKS,
    COMMAS,
    SEMICOLONS,
    SEPARATORS,
    all_in_quotes,
    of_bare_lines,
    separating,
)
from scoro_desktop.audience.pasted_brackets import BRACKETS, CLOSERS, Brackets
from scoro_desktop.audience.pasted_json import Unread, UnreadListError, read_json_list
from scoro_desktop.audience.pasted_marks import LINE_BREAKS, without_marks
from scoro_desktop.invisible import trimmed

MOST_SIGNS: Final = 1_000_000
"""Characters of a text that is looked at, which takes part of a second. Ours: a query may have no more either."""
MOST_TAKEN_APART: Final = 30_000
"""Separating signs and quotes of a text that has to be taken apart sign by sign, which takes up to a fifth of a second.
Ours: JSON, bare values, and values that all stand in the same quotes are read faster.
"""
_MOST_IN_ALL: Final = 200_000
"""Its characters: each quote in it may be looked for a cell's length."""

_CLOSED_BY: Final = {
    '"': '"',
    "'": "'",
    "`": "`",
    "\u201c": "\u201d\u201c",  # “a” and “a“
    "\u201d": "\u201d",
    "\u201e": "\u201d\u201c",
    "\u2018": "\u2019\u2018",
    "\u2019": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "\u2039": "\u203a",
    "\uff02": "\uff02",
    "\u300c": "\u300d",
}
_OPEN: Final = "".join(_CLOSED_BY)
_LONGEST_CELL: Final = 32_767
"""Characters of a cell (Microsoft, "Excel specifications and limits"): no quoted value is longer."""

_COMMENT: Final = rf"(?:(?:\#|//|--)[^{LINE_BREAKS}]*|/\*[^*]{{0,400}}\*/)"
# What may stand between two parts is skipped piece by piece: no part of a text can be read in two ways, which would
# take a time that doubles with every sign of it.
_BEHIND_QUOTED: Final = late.pattern(rf"[{BLANK_SIGNS}\])}}]+|{_COMMENT}|[,;]{BLANKS}[\])}}]")
_BEFORE_QUOTED: Final = late.pattern(rf"[\s\[({{]+|{_COMMENT}|\w+\(")
_OPENING: Final = late.pattern(rf"(?:(?:[uUbBrRnN]{{1,2}}|@)(?=[\"']))?[{_OPEN}]")
_END: Final = late.pattern(rf"(?P<sign>[{re.escape(SEPARATORS)}]|\r\n|[{LINE_BREAKS}]|(?<=\s)(?=[{_OPEN}])|$)")
_END_OF_BARE: Final = late.pattern(rf"(?P<sign>[{re.escape(SEPARATORS)}]|\r\n|[{LINE_BREAKS}]|$)")
_ESCAPED: Final = late.pattern(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SIGNS: Final = {"n": "\n", "t": "\t", "r": "\r"}

_HEAD: Final = late.pattern(
    r"(?P<sure>(?:[\w.$\"'`\[\]]+\s+){0,8}?(?:not\s+)?in\s*(?=\()|"
    r"(?:(?:const|let|var|final|set)\s+)?[\w.$@]+\s*:?=\s*|@(?=\())?"
    r"(?:new\s+)?(?:@(?=[\[(])|[\w.$<>]*(?:\[\](?=\{))?)(?=[\[({])",
    re.IGNORECASE,
)
_SIGN: Final = late.pattern(rf"[{re.escape(SEPARATORS)}{LINE_BREAKS}]")
_REMARK: Final = late.pattern(rf"(?:\#|//|--)(?P<sure>[ \t])?[^{LINE_BREAKS}]*(?P<sign>\r\n|[{LINE_BREAKS}]|$)")
_REMARK_BEHIND: Final = late.pattern(r"\s(?:#|//|--)\s.*$")
_BLANK: Final = late.pattern(BLANKS)
_BEFORE_VALUE: Final = late.pattern(
    rf"(?:{BLANKS}(?:[\[({{]|/\*[^*]{{0,400}}\*/)|{BLANKS}[A-Za-z_][\w.]{{0,60}}\({BLANKS}(?=[\"'`]))*{BLANKS}"
)
_BEHIND_BRACKET: Final = late.pattern(rf"{BLANKS}(?:[{re.escape(SEPARATORS + CLOSERS)}{LINE_BREAKS}]|\Z)")
_PREFIX: Final = late.pattern(r"(?:[uUbBrRnN]{1,2}|@)(?=[\"'])")
_FORMULA: Final = late.pattern(r'=(?=")')
_FORMULA_OF_TEXT: Final = late.pattern(r'="((?:[^"]|"")*)"')
"""Digits that a spreadsheet is to take for text, `="0123"`: its quoting puts quotes around all of that."""
_QUOTE: Final = late.pattern(f"[{_OPEN}]")
_NOT_BARE_CODE: Final = late.pattern(rf"[{_OPEN}{re.escape(CLOSERS)}\[({{#]|//|--|/\*")
_END_OF_CELL: Final = late.pattern(rf"[{re.escape(SEPARATORS)}{LINE_BREAKS}{_OPEN}]")


class _Cell(NamedTuple):
    """A value, or a part of one, between two signs that may separate values. `start` and `end`: in the text."""

    text: str
    is_quoted: bool
    start: int
    end: int
    sign: str


def read_many(text: str) -> list[str]:
    """The values of a pasted list, each in one line and without space around it; empty ones are left out.

    Where there are several lines, a comma within one belongs to its value and one at its end does not, unless values
    stand in quotes or the list in brackets; in a single line commas, semicolons or bars separate. Raises
    UnreadListError for JSON without a list of values, and for a text that is too long.
    """
    if len(text) > MOST_SIGNS:
        raise UnreadListError(Unread.TOO_LONG)
    text = trimmed(text)
    listed = read_json_list(text)
    if listed is not None:
        return _clean(listed)
    return _clean(map(_of_formula, _as_written(text)))


def _of_formula(text: str) -> str:
    found = _FORMULA_OF_TEXT.fullmatch(text)
    return text if found is None else found[1].replace('""', '"')


def _as_written(text: str) -> Iterable[str]:
    inner, is_code = _within_brackets(without_marks(text))
    if _NOT_BARE_CODE.search(inner) is None if is_code else _QUOTE.search(inner) is None:
        return _SIGN.split(inner) if is_code else of_bare_lines(inner)
    uniform = all_in_quotes(inner)
    return _taken_apart(inner, is_code) if uniform is None else uniform


def _taken_apart(inner: str, is_code: bool) -> list[str]:
    if len(inner) > _MOST_IN_ALL or len(_END_OF_CELL.findall(inner)) > MOST_TAKEN_APART:
        raise UnreadListError(Unread.TOO_LONG)
    lines = [each for each in _lines(inner, is_code) if any(cell.text for cell in each)]
    has_quotes = any(cell.is_quoted for line in lines for cell in line)
    values: list[str] = []
    for line in lines:
        if has_quotes and not any(cell.is_quoted for cell in line) and line[0].text.startswith(("#", "//", "--")):
            continue  # a comment in a list of code
        if is_code:
            values += (cell.text for cell in line)
        else:
            values += _of_line(inner, line, is_only=len(lines) == 1)
    return values


def _of_line(text: str, line: Sequence[_Cell], *, is_only: bool) -> list[str]:
    """The values of one line outside of any brackets: what of the signs in it separates is to be found out."""
    quoted = [at for at, cell in enumerate(line) if cell.is_quoted]
    signs = {"", "\t"}
    if quoted:
        signs.update(*((line[at].sign, line[at - 1].sign if at else "") for at in quoted))
    elif is_only:
        signs.update(separating([cell.sign for cell in line[:-1]], ends_empty=not line[-1].text))
    values: list[str] = []
    start = 0
    for at, cell in enumerate(line):
        if cell.sign in signs or at == len(line) - 1:
            whole = cell.text if at == start else text[line[start].start : cell.end]
            values.append(whole if cell.is_quoted and at == start else trimmed(whole).rstrip(COMMAS + SEMICOLONS))
            start = at + 1
    return values


def _within_brackets(text: str) -> tuple[str, bool]:
    """Returns the text within the brackets of a list of code, and whether it is one."""
    head = _HEAD.match(text)
    if head is None:
        return text, False
    whole = text[head.end() :].rstrip(" \t\r\n;,.")
    opening = _OPENING.match(whole, _skipped(_BEFORE_QUOTED, whole, 1))
    begins_quoted = opening is not None and (head["sure"] or _quoted(whole, opening.end() - 1, True) is not None)
    if _is_wrapped(whole):
        inner = whole[1:-1]
        is_list = _SIGN.search(inner) is not None or (head["sure"] and inner.strip().isdigit())
        if begins_quoted or (is_list and (head["sure"] or not head[0])):
            return inner, True
    return (whole, True) if begins_quoted else (text, False)


def _skipped(pattern: re.Pattern[str], text: str, at: int) -> int:
    """The place behind everything that matches the pattern, one piece after the other. It matches no empty text."""
    while (match := pattern.match(text, at)) is not None:
        at = match.end()
    return at


def _is_wrapped(text: str) -> bool:
    """Tells whether the bracket at the beginning is closed by the one at the end. Brackets within quotes count too."""
    opening, closing = text[0], BRACKETS[text[0]]
    if not text.endswith(closing) or len(text) < 2:
        return False
    depth = 0
    for match in re.finditer(rf"[{re.escape(opening + closing)}]", text):
        depth += 1 if match[0] == opening else -1
        if depth == 0:
            return match.end() == len(text)
    return False


def _lines(text: str, is_code: bool) -> list[list[_Cell]]:
    """The text in lines of cells; a quoted value may hold breaks of lines."""
    lines: list[list[_Cell]] = [[]]
    at = 0
    brackets = Brackets(text, _BEHIND_BRACKET) if is_code else None
    while at < len(text):
        cell, at = _cell(text, at, brackets, beside_quoted=any(each.is_quoted for each in lines[-1][-1:]))
        lines[-1].append(cell)
        if cell.sign and cell.sign not in SEPARATORS + " ":
            lines.append([])
    return lines


def _cell(text: str, at: int, brackets: Brackets | None, *, beside_quoted: bool) -> tuple[_Cell, int]:
    """The cell that begins at a place, and where the next one does. `brackets`: those of the text, where it is code."""
    is_code = brackets is not None
    before = (_BEFORE_VALUE if is_code else _BLANK).match(text, at)
    start = at if before is None else before.end()
    comment = _REMARK.match(text, start) if is_code or beside_quoted else None
    if comment is not None and (beside_quoted or comment["sure"]):
        return _Cell("", False, start, start, comment["sign"]), comment.end()
    prefix = (_PREFIX if is_code else _FORMULA).match(text, start)
    opening = start if prefix is None else prefix.end()
    quoted = _quoted(text, opening, is_code) if text[opening : opening + 1] in _CLOSED_BY else None
    if quoted is not None:
        value, closing, sign, following = quoted
        if brackets is not None:
            brackets.take_off(at, start)
        return _Cell(value, True, start, closing, sign or ("" if following == len(text) else " ")), following
    bare = _END_OF_BARE.search(text, start)
    end_of_bare, following = (len(text), len(text)) if bare is None else bare.span()
    value = trimmed(text[start:end_of_bare])
    if brackets is not None:
        remark = _REMARK_BEHIND.search(text, start, end_of_bare)
        first = brackets.value_starts(at, start)
        last = brackets.value_ends(first, end_of_bare if remark is None else remark.start())
        value = trimmed(text[first:last])
    return _Cell(value, False, start, end_of_bare, "" if bare is None else bare["sign"]), following


def _quoted(text: str, at: int, is_code: bool) -> tuple[str, int, str, int] | None:
    """The value in quotes that opens at a place, where it ends, the sign behind it and where that ends; or None."""
    opening = text[at]
    closing = _CLOSED_BY[opening]
    for pattern, is_escaped in _patterns(opening, is_code):
        match = pattern.match(text, at + 1)
        end = None if match is None else _END.match(text, _skipped(_BEHIND_QUOTED, text, match.end()))
        if match is not None and end is not None:
            value = match[1].replace(opening * 2, opening) if opening in closing else match[1]
            return (_unescaped(match[1]) if is_escaped else value), match.end(), end["sign"], end.end()
    bare = _END_OF_BARE.search(text, at)
    if bare is None:
        return None
    whole = text[at : bare.start()].rstrip()
    if len(whole) > 1 and whole[-1] in closing:  # 'it's', with the quote in it as it is
        return whole[1:-1], bare.start(), bare["sign"], bare.end()
    return None


@functools.cache
def _patterns(opening: str, is_code: bool) -> list[tuple[re.Pattern[str], bool]]:
    """Returns a pattern for the rest of a value in these quotes, and whether a backslash escapes in it."""
    closing = re.escape(_CLOSED_BY[opening])
    line = "" if opening == '"' or is_code else LINE_BREAKS  # only a spreadsheet breaks lines within quotes
    most = f"{{0,{_LONGEST_CELL}}}"
    patterns = []
    if opening in "\"'`":
        if is_code:
            patterns.append(
                (re.compile(rf"((?:[^{closing}\\]|\\.|{closing}{closing}){most})[{closing}]", re.DOTALL), True)
            )
        patterns.append((re.compile(rf"((?:[^{closing}{line}]|{closing}{closing}){most})[{closing}]"), False))
    else:
        patterns.append((re.compile(rf"([^{opening}{closing}{LINE_BREAKS}]{most})[{closing}]"), False))
    return patterns


def _unescaped(text: str) -> str:
    def sign(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else _SIGNS.get(match[3], match[3])

    return _ESCAPED.sub(sign, text.replace('""', '"').replace("''", "'")) if "\\" in text else text.replace("''", "'")


def _clean(texts: Iterable[str]) -> list[str]:
    return [each for each in map(one_value, texts) if each]
