"""Puts together again what was broken into lines, grouped or mixed with signs, and knows where each character stood."""

import re
from typing import Final

from scoro_desktop.scorocode.unescaping import View

_NO_PLACE: Final = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""Characters that take no place: a key with one of them in it looks the same."""
_BREAK: Final = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SEAM: Final = re.compile(rf"[\s\\\"'`+=>|{_NO_PLACE}]+")
"""Stands where lines meet: a break, with indentation, quotes, and the signs by which a line goes on."""
_TAKES_NO_PLACE: Final = re.compile(f"[{_NO_PLACE}]+")
_PACKED: Final = re.compile(r"[0-9a-z]+")


def joined_text(text: str) -> str:
    """The text with its lines put together, and without characters that take no place."""
    return _SEAM.sub(lambda match: _left(match[0]), text)


def packed_text(text: str) -> str:
    """The small letters of ASCII and the digits of a text, one after the other."""
    return "".join(_PACKED.findall(text))


def joined(view: View) -> View:
    """The view with its lines put together, see `joined_text`."""
    pieces: list[range] = []
    end = 0
    for match in _SEAM.finditer(view.text):
        if len(_left(match[0])) == len(match[0]):
            continue
        if _BREAK.search(match[0]):
            pieces.append(range(end, match.start()))
        else:
            kept = end
            for hidden in _TAKES_NO_PLACE.finditer(view.text, match.start(), match.end()):
                pieces.append(range(kept, hidden.start()))
                kept = hidden.end()
            pieces.append(range(kept, match.end()))
        end = match.end()
    if not end:
        return view
    pieces.append(range(end, len(view.text)))
    return _of(view, pieces)


def packed(view: View) -> View:
    """Only the letters and digits of the view, see `packed_text`. Its places are those in the view."""
    pieces = [range(*match.span()) for match in _PACKED.finditer(view.text)]
    starts = [at for piece in pieces for at in piece]
    return View("".join(view.text[piece.start : piece.stop] for piece in pieces), starts, [at + 1 for at in starts])


def _left(seam: str) -> str:
    return "" if _BREAK.search(seam) else _TAKES_NO_PLACE.sub("", seam)


def _of(view: View, pieces: list[range]) -> View:
    starts: list[int] = []
    ends: list[int] = []
    for piece in pieces:
        starts += piece if view.starts is None else view.starts[piece.start : piece.stop]
        ends += range(piece.start + 1, piece.stop + 1) if view.ends is None else view.ends[piece.start : piece.stop]
    return View("".join(view.text[piece.start : piece.stop] for piece in pieces), starts, ends)
