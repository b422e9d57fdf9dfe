"""The start of a command in a text, the shells that it may be meant for, and the one of their commands that is curl."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from scoro_desktop.curl.call import is_cmdlet
from scoro_desktop.curl.cmd import read_cmd
from scoro_desktop.curl.posix import read_posix
from scoro_desktop.curl.powershell import read_old_powershell, read_powershell
from scoro_desktop.curl.script import BLANKS, SMART_DOUBLE, SMART_SINGLE, Command, Word

Lexer = Callable[[str, int], list[Command]]
_POSIX: Final[tuple[Lexer, ...]] = (read_posix,)
_CMD: Final[tuple[Lexer, ...]] = (read_cmd,)
_POWERSHELL: Final[tuple[Lexer, ...]] = (read_powershell, read_old_powershell)

MOST_STARTS: Final = 8
"""The number of places where a command may begin that are tried: a text of nothing else would take hours."""

_PROMPT: Final = (
    rf"(?:(?:PS(?:[ ][^\n>]{{0,200}})?|[A-Za-z]:[^\n>|\"']{{0,200}})>[{BLANKS}]*"
    rf"|(?:[\w.@:~/\[\]()-][\w.@:~/\[\]() -]{{0,80}})?(?:[$%#>!\u276f\u00bb\u03bb]|\+{{1,9}})[{BLANKS}]+"
    rf"|\u279c[^\n'\"]{{0,80}}[{BLANKS}]+|(?:[-*\u2022]|\d{{1,5}}[.):]?)[{BLANKS}]+|!)"
)
"""The text that stands before a command in a terminal, a trace of a shell (`+ `), a list or a history."""
_NAME: Final = (
    r"(?:curl|CURL|(?i:curl)(?=(?i:\.exe)|[ \t]+(?:[-\u2010-\u2015'\"\u2018-\u201f$\\^`]|https?:)))(?i:\.exe)?"
)
"""A word at the beginning of a sentence is none: `Curl` counts where an option or an address follows."""
_PROGRAM: Final = rf"(?:[\w.:~-]*[\\/])*{_NAME}(?=[\s{BLANKS}^`\\]|$)"
_CMDLET: Final = rf"(?i:invoke-restmethod|invoke-webrequest|irm|iwr)(?=[\s{BLANKS}`]|$)"
_RUNNERS: Final = r"sudo|doas|time|env|exec|command|nohup|nice|winpty|wsl|timeout|if|while|until|then|do|else|!|RUN"
_BEFORE: Final = (
    rf"(?:(?:{_RUNNERS})[ \t]+(?:-\w+[ \t]+){{0,3}}(?:\d+[smh]?[ \t]+)?"
    r"|[A-Za-z_]\w*=[^\s'\"]*[ \t]+|\$\w+[ \t]*=[ \t]*|&[ \t]*){0,9}"
)
_OPENING: Final = re.compile(
    rf"[\s{BLANKS}]*(?P<prompt>{_PROMPT})??(?={_BEFORE}(?:{_PROGRAM}|{_CMDLET})"
    r"|(?:echo|printf|cat|set|export)[ \t]|[A-Za-z_]\w*=|\$\w+[ \t]*=|&[ \t]*[{\"']|[@'\"])"
)
_PIPED: Final = re.compile(rf"[|;&(][ \t]*{_PROGRAM}")
_LINE: Final = re.compile(rf"(?m)^[{BLANKS}]*{_PROMPT}??(?={_BEFORE}(?:{_PROGRAM}|{_CMDLET}))")
_QUOTE: Final = re.compile(f"['\"`{SMART_SINGLE}{SMART_DOUBLE}]")
_POWERSHELL_HEAD: Final = re.compile(
    rf"(?i:&[ \t]*[{{\"']|\$\w+[ \t]*=|@?['\"{SMART_SINGLE}{SMART_DOUBLE}]|{_BEFORE}(?:{_CMDLET}|\S*curl\.exe\b))"
)
_CARET_LINE: Final = re.compile(rf"\^[{BLANKS}]*\r?\n")
_LEADING: Final = re.compile(rf"(?P<runner>{_RUNNERS})|[A-Za-z_]\w*=.*", re.DOTALL)
_OF_RUNNER: Final = re.compile(r"-\w+|\d+[smh]?")


def starts(text: str) -> Iterator[tuple[int, bool]]:
    """The places where a command may begin, and whether there is other text before each: at most `MOST_STARTS`."""
    opening = _OPENING.match(text)
    if opening:
        yield opening.end(), False
    has_text_before = False
    done = 0
    for number, line in enumerate(_LINE.finditer(text), 2):
        has_text_before = has_text_before or bool(text[done : line.start()].strip())
        done = line.start()
        if opening is None or line.end() != opening.end():
            yield line.end(), has_text_before
        if number >= MOST_STARTS:
            break
    if _PIPED.search(text):
        yield 0, False


def lexers(text: str, start: int) -> tuple[Lexer, ...]:
    """The shells that the command may be meant for, the likeliest first.

    Only what stands before the first quote counts: anything may stand inside.
    """
    quote = _QUOTE.search(text, start)
    head = text[start : quote.end() if quote else len(text)]
    prompt = text[max(text.rfind("\n", 0, start), 0) : start].strip()
    if _POWERSHELL_HEAD.match(head) or head.endswith("`") or prompt.startswith("PS"):
        return (*_POWERSHELL, *_CMD, *_POSIX)
    if "^" in head or (prompt.endswith(">") and len(prompt) > 1):
        return (*_CMD, *_POSIX, *_POWERSHELL)
    if head.endswith('"'):
        is_cmd = _CARET_LINE.search(text, start)
        return (*_CMD, *_POSIX, *_POWERSHELL) if is_cmd else (*_POSIX, *_CMD, *_POWERSHELL)
    return (*_POSIX, *_POWERSHELL, *_CMD)


def first_curl(commands: list[Command]) -> int | None:
    """Finds which command is curl, or stands for curl in PowerShell. Takes whatever runs it off its words."""
    for at, command in enumerate(commands):
        words = command.words[_leading(command.words) :]
        if len(words) > 2 and words[0].text.startswith("$") and words[1].text == "=":
            words = words[2:]
        command.words = words
        if command.name == "curl" or is_cmdlet(command):
            return at
    return None


def _leading(words: list[Word]) -> int:
    """Counts the words that stand before the program: variables, and other programs that run it."""
    at, after_runner = 0, False
    while at < len(words) - 1:
        text = words[at].text
        leading = _LEADING.fullmatch(text)
        if words[at].quoted and (leading is None or leading["runner"]):
            break
        if leading is None and not (after_runner and _OF_RUNNER.fullmatch(text)):
            break
        after_runner = leading["runner"] is not None if leading else after_runner
        at += 1
    return at
