"""Mends JSON as documents and chats spoil it, only in what stands outside of its texts: a value is never changed."""

import re
from typing import Final

from scoro_desktop.curl.script import BLANKS, ODD_BLANKS, SMART_DOUBLE, Finding, Word, hidden

_TEXT: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_OUTSIDE: Final = re.compile(rf'[^"{SMART_DOUBLE}{BLANKS.replace(" ", "").replace(chr(9), "")}\\]+')
_ESCAPED_BREAK: Final = re.compile(r"\\u202[89]")
_SMART_END: Final = re.compile(rf"[{SMART_DOUBLE}](?=[\s{BLANKS}]*(?:[,:}}\]]|\Z))")
_BARE_QUOTE: Final = re.compile(r'\\.|"', re.DOTALL)


def mended(data: Word) -> tuple[Word, list[Finding]]:
    """The same JSON with plain blanks and plain quotes around its texts, and what was mended.

    What stands within a text stays as it is, typographic quotes and no-break spaces too.
    """
    text = data.text
    whole, findings = Word(), list[Finding]()
    at, has_ends = 0, True
    while at < len(text):
        char = text[at]
        outside = _OUTSIDE.match(text, at)
        if outside or char == '"':
            match = outside or _TEXT.match(text, at)
            end = match.end() if match else at + 1
            whole.extend(data.cut(at, end))
            at = end
        elif char in SMART_DOUBLE:
            closing = _SMART_END.search(text, at + 1) if has_ends else None
            has_ends = closing is not None
            stop = closing.start() if closing else at
            findings.append(Finding("smart_quotes", {}, data.place_of(at), 1))
            _add_text(data, at, stop, whole, is_closed=has_ends)
            at = stop + 1
        elif char in BLANKS:
            findings.append(hidden(char, data.place_of(at)))
            if char in ODD_BLANKS:
                whole.add(" ", data.place_of(at) or 0)
            at += 1
        else:  # a backslash: where an editor writes a break of lines so, it stands for a blank
            escaped = _ESCAPED_BREAK.match(text, at)
            end = escaped.end() if escaped else at + 1
            if escaped:
                findings.append(hidden(chr(int(escaped[0][2:], 16)), data.place_of(at)))
                whole.add(" ", data.place_of(at) or 0)
            else:
                whole.extend(data.cut(at, end))
            at = end
    return whole, findings


def _add_text(data: Word, opened: int, closed: int, whole: Word, *, is_closed: bool) -> None:
    """A text in typographic quotes, in plain ones."""
    whole.add('"', data.place_of(opened) or 0)
    if not is_closed:
        return
    inner = data.cut(opened + 1, closed)
    done = 0
    for match in _BARE_QUOTE.finditer(inner.text):
        if match[0] == '"':
            whole.extend(inner.cut(done, match.start()))
            whole.add('\\"', inner.place_of(match.start()) or 0)
            done = match.end()
    whole.extend(inner.cut(done))
    whole.add('"', data.place_of(closed) or 0)
