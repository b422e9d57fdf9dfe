"""The reading of `$'...'` as bash and zsh do it (the Bash manual, "ANSI-C Quoting")."""

import re
from typing import Final

from scoro_desktop.curl.script import Word

_PLAIN: Final = re.compile(r"[^'\\]+")
_ANSI_C: Final = re.compile(
    r"\\(?:(?P<octal>[0-7]{1,3})|x(?P<hex>[0-9a-fA-F]{1,2})|u(?P<u>[0-9a-fA-F]{1,4})|U(?P<long>[0-9a-fA-F]{1,8})"
    r"|c(?P<control>[@-~])|(?P<letter>.))",
    re.DOTALL,
)
_LETTERS: Final = dict(zip("abeEfnrtv\\'\"?", "\a\b\x1b\x1b\f\n\r\t\v\\'\"?", strict=True))


def read_ansi_c(text: str, opened: int, word: Word) -> tuple[int, bool]:
    """Adds the text that is opened there to a word. Gives where it goes on, and whether the text was closed."""
    at = opened + 2
    while at < len(text) and text[at] != "'":
        plain = _PLAIN.match(text, at)
        if plain:
            word.add(plain[0], at)
            at = plain.end()
            continue
        raw, begin = bytearray(), at
        while match := _ANSI_C.match(text, at):
            byte = _byte(match)
            if byte is None:
                break
            raw.append(byte)
            at = match.end()
        if raw:
            word.add(raw.decode("utf-8", "replace"), begin)
        elif match:
            word.add(_character(match), at)
            at = match.end()
        else:  # a backslash at the very end
            at += 1
    return at + 1, at < len(text)


def _byte(match: re.Match[str]) -> int | None:
    if match["octal"]:
        return int(match["octal"], 8) & 0xFF
    return int(match["hex"], 16) if match["hex"] else None


def _character(match: re.Match[str]) -> str:
    if match["u"] or match["long"]:
        point = int(match["u"] or match["long"], 16)
        return chr(point) if point <= 0x10FFFF else "\ufffd"
    if match["control"]:
        return chr(ord(match["control"].upper()) ^ 0x40 if match["control"] != "?" else 0x7F)
    return _LETTERS.get(match["letter"], match[0])
