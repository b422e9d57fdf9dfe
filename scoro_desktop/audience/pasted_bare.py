"""Pasted lists that are read in one go: of bare values, and of values that all stand in the same quotes."""

import itertools
import re
from typing import Final

from scoro_desktop import late
from scoro_desktop.audience.pasted_marks import LINE_BREAKS
from scoro_desktop.invisible import trimmed

COMMAS: Final = ",\u060c\u3001\uff0c"
SEMICOLONS: Final = ";\u061b\uff1b"
SEPARATORS: Final = COMMAS + SEMICOLONS + "|\t"
BLANK_SIGNS: Final = " \x00-\x08\x0e-\x1b\x1f\xa0\xad\u061c\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\ufeff"
"""And those that take no place: a direction mark stands where a cell was copied from a table."""
BLANKS: Final = f"[{BLANK_SIGNS}]*"


_SEPARATOR: Final = late.pattern(f"[{re.escape(SEPARATORS)}]")
_HAS_TEXT: Final = late.pattern(rf"[^\s{re.escape(SEPARATORS)}{BLANK_SIGNS}\u115f\u1160\u2800\u3164\uffa0]")
_LINE: Final = late.pattern(rf"\r\n|[{LINE_BREAKS}]")
_QUOTE: Final = late.pattern("[\"'`]")
_NEXT: Final = rf"(?:(?:[,;\t]{BLANKS}|(?=[{LINE_BREAKS}]))(?:\r\n|[{LINE_BREAKS}])?|\Z)"
"""Stands between two values: a sign, a break of the line, or both."""
_IN_QUOTES: Final = {
    quote: late.pattern(rf"{BLANKS}{quote}([^{quote}\\{LINE_BREAKS}]*){quote}{BLANKS}{_NEXT}") for quote in "\"'`"
}


def of_bare_lines(text: str) -> list[str]:
    """The values of a text without quotes and without brackets around it."""
    text = text[:-1] if text.endswith(tuple(SEPARATORS)) else text
    lines = _LINE.split(text)
    full = list(itertools.islice((each for each in lines if trimmed(_SEPARATOR.sub(" ", each))), 2))
    if not full:
        return []
    if len(full) > 1:
        return [
            trimmed(cell).rstrip(COMMAS + SEMICOLONS)
            for line in lines
            if _HAS_TEXT.search(line)
            for cell in line.split("\t")
        ]
    (line,) = full
    last = line[max(map(line.rfind, SEPARATORS)) + 1 :]
    signs = separating(_SEPARATOR.findall(line), ends_empty=not trimmed(last))
    return [trimmed(cell).rstrip(COMMAS + SEMICOLONS) for cell in re.split(f"[{re.escape(signs)}\t]", line)]


def all_in_quotes(text: str) -> list[str] | None:
    """The values of a text in which each stands in the same quotes, with nothing to be escaped; None if it is other."""
    found = _QUOTE.search(text)
    if found is None:
        return None
    pattern = _IN_QUOTES[found[0]]
    values: list[str] = []
    at = 0
    while at < len(text) and (match := pattern.match(text, at)) is not None:
        values.append(match[1])
        at = match.end()
    return values if at == len(text) else None


def separating(inner: list[str], *, ends_empty: bool) -> str:
    """Returns those of the signs in one line that separate values. `1,5; 2,5` and `Doe, J.; Roe, R.` are two each.

    `ends_empty`: whether nothing stands behind the last of them.
    """
    if len(inner) > 1 and ends_empty:
        inner = inner[:-1]
    commas = sum(sign in COMMAS for sign in inner)
    semicolons = sum(sign in SEMICOLONS for sign in inner)
    if commas and semicolons:
        in_each = [0]
        for sign in inner:
            if sign in SEMICOLONS:
                in_each.append(0)
            elif sign in COMMAS:
                in_each[-1] += 1
        return SEMICOLONS if len(set(in_each)) == 1 else COMMAS + SEMICOLONS
    return COMMAS + SEMICOLONS if commas or semicolons else "|"
