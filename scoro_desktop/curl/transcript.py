"""Takes off a copied text what the place it comes from has put around it: all of it becomes blanks, in its place.

A terminal shows `> ` before each line that a command goes on in, and colours; a chat or a document fences code; an
editor numbers lines; mail quotes.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from scoro_desktop.curl.script import BLANKS

_COLOURS: Final = re.compile(r"\x1b(?:\[[0-9;?]{0,20}[@-~]|\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\))")
_FENCE: Final = re.compile(rf"(?m)^[{BLANKS}>]*(?P<fence>`{{3,}}|~{{3,}})[{BLANKS}]*[\w+.-]{{0,30}}[{BLANKS}]*\r?$")
_INLINE: Final = re.compile(rf"[\s{BLANKS}]*(`{{1,2}})(?=[^`\s])")
_IN_A_FENCE: Final = re.compile(r"\s*[{\[]|(?is:.*?\b(?:curl|irm|iwr|invoke-(?:restmethod|webrequest))\b)")
_GOES_ON: Final = re.compile(
    rf"(?:>>? |>>?(?=\s|\Z)|(?:d?quote|bquote|heredoc|pipe|cmdand|cmdor|subsh|cursh|braceparam)> ?|More\? ?)[{BLANKS}]*"
)
"""The prompts of bash, zsh, PowerShell and cmd before the second and each further line of a command."""
_COMMAND_LINE: Final = re.compile(r"(?i)curl|invoke-|irm|iwr|cat |echo |printf ")
_MORE_WORDS: Final = re.compile(r"[-\u2010-\u2015'\"\u2018-\u201f$@{}|\\]|\Z|\w+://|[\w.:/-]*/send(?:push|sms)\b")
_PROMPTED: Final = re.compile(r"\s*[^\s'\"{}]{0,80}[^\n'\"{}]{0,80}?[$%#>\u276f\u279c]\s")
_NUMBER: Final = re.compile(r"[ \t]*(\d{1,6})(?:[.:)|]|[ \t]+\|)?(?:[ \t\u00a0]+|$)")
_WORD: Final = re.compile(r"[^\n]+")


def without_surroundings(text: str) -> tuple[str, bool]:
    """The text of the same length, and whether other text was left out of it."""
    text = _blanked(text, [match.span() for match in _COLOURS.finditer(text)])
    text, is_part = _fenced(_blanked(text, _inline_code(text)))
    text = _blanked(text, _quoted(text))
    text = _blanked(text, _numbered(text))
    return _blanked(text, _continued(text)), is_part


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    pieces, done = list[str](), 0
    for start, end in spans:
        pieces += [text[done:start], _WORD.sub(lambda match: " " * len(match[0]), text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def _fenced(text: str) -> tuple[str, bool]:
    """The first block between fences that has a command or JSON in it, and whether anything else was there."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence["fence"].startswith(opened["fence"]):
            if _IN_A_FENCE.match(text, opened.end(), fence.start()):
                around = text[: opened.start()] + text[fence.end() :]
                return _blanked(text, [(0, opened.end()), (fence.start(), len(text))]), bool(
                    around.strip(BLANKS + "\r\n")
                )
            opened = None
    if opened is not None and _IN_A_FENCE.match(text, opened.end()):  # copied without its end
        return _blanked(text, [(0, opened.end())]), bool(text[: opened.start()].strip(BLANKS + "\r\n"))
    return text, False


def _inline_code(text: str) -> list[tuple[int, int]]:
    """The backticks around the whole text."""
    code = _INLINE.match(text)
    end = len(text.rstrip(BLANKS + "\r\n"))
    if code is None or not text.endswith(code[1], code.end(), end):
        return []
    return [code.span(1), (end - len(code[1]), end)]


def _lines(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _quoted(text: str) -> list[tuple[int, int]]:
    """The signs of a mail or a chat that quotes the whole text."""
    spans = []
    for start, end in _lines(text):
        mark = re.compile(r"[ \t]*(?:>[ \t]?)+").match(text, start, end)
        if mark is None and text[start:end].strip():
            return []
        spans += [mark.span()] if mark else []
    return spans if len(spans) > 1 else []


def _numbered(text: str) -> list[tuple[int, int]]:
    """Numbers of lines, where every line that is not empty has the next one."""
    spans, expected = [], None
    for start, end in _lines(text):
        if not text[start:end].strip():
            continue
        number = _NUMBER.match(text, start, end)
        if number is None or (expected is not None and int(number[1]) != expected):
            return []
        expected = int(number[1]) + 1
        spans.append(number.span())
    return spans


def _continued(text: str) -> list[tuple[int, int]]:
    """Finds what a terminal shows before the further lines of a command."""
    lines = _lines(text)
    for start, end in lines:
        if not _COMMAND_LINE.search(text, start, end):
            continue
        following = (_GOES_ON.match(text, *line) for line in _lines(text, end + 1))
        found = list(takewhile(lambda match: match is not None, following))
        spans = [match.span() for match in found if match is not None]
        if not spans:
            continue
        line_end = text.find("\n", spans[0][1])
        only_word = text[spans[0][1] : line_end if line_end >= 0 else len(text)]
        if len(spans) == 1 and not _MORE_WORDS.match(only_word) and not _PROMPTED.match(text, start, end):
            return []  # the output goes into a file
        return spans
    return []
