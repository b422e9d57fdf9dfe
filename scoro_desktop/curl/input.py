"""The output of a command before the pipe, where it can be told without running it."""

import re
from typing import Final

from scoro_desktop.curl.script import Command, Word, joined

_PRINTF: Final = re.compile(r"\\(?:0([0-7]{1,3})|([abfnrtv\\]))")
_PRINTF_LETTERS: Final = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def printed(command: Command) -> Word | None:
    """Returns a command's output where it can be told without running it: echo, printf, cat, a text of PowerShell's."""
    words = command.words
    name = command.name if not words or not words[0].quoted else ""
    if name in {"echo", "write-output"}:
        options = 1
        while name == "echo" and options < len(words) and words[options].text in {"-n", "-e", "-E", "-ne"}:
            options += 1
        return joined(words[options:], " ")
    if name == "printf" and len(words) == 3 and words[1].text in {"%s", "%s\\n"}:
        return words[2]
    if name == "printf" and len(words) in {2, 3}:
        if len(words) == 2:
            return None if "%" in words[1].text else _unescaped(words[1])
        return _unescaped(words[2]) if words[1].text in {"%b", "%b\\n"} else None
    if name == "cat" and (len(words) == 1 or [word.text for word in words[1:]] == ["-"]):
        return command.stdin
    return words[0] if len(words) == 1 and words[0].quoted else None


def _unescaped(word: Word) -> Word:
    """Replaces the escapes of printf, the bytes of octal numbers read as UTF-8."""
    text, whole, done, raw, raw_at = word.text, Word(), 0, bytearray(), 0
    for match in _PRINTF.finditer(text):
        if raw and match.start() > done:
            whole.add(raw.decode("utf-8", "replace"), word.place_of(raw_at) or 0)
            raw.clear()
        whole.extend(word.cut(done, match.start()))
        done = match.end()
        if match[1]:
            raw_at = raw_at if raw else match.start()
            raw.append(int(match[1], 8) & 0xFF)
            continue
        if raw:
            whole.add(raw.decode("utf-8", "replace"), word.place_of(raw_at) or 0)
            raw.clear()
        whole.add(_PRINTF_LETTERS[match[2]], word.place_of(match.start()) or 0)
    if raw:
        whole.add(raw.decode("utf-8", "replace"), word.place_of(raw_at) or 0)
    whole.extend(word.cut(done))
    return whole
