"""Reads a text as it would be after its escapes are undone, and still knows where in the text each character stands."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LEVELS: Final = 6
"""The levels of escapes that are undone: an answer that quotes a log that quotes a request has that many. Ours."""

_ESCAPES: Final = re.compile(
    r"(?P<percent>(?:%[0-9A-Fa-f]{2})+)"
    r"|(?P<units>(?:\\u[0-9A-Fa-f]{4})+)"
    r"|(?P<bytes>(?:\\x[0-9A-Fa-f]{2})+)"
    r"|\\U(?P<point>[0-9A-Fa-f]{8})"
    r"|\\(?P<sign>[\"'\\/bfnrt])"
    r"|&(?P<entity>#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);"
)
_CUT_OFF: Final = re.compile(
    r"(?:%[0-9A-Fa-f]?|\\(?:u[0-9A-Fa-f]{0,3}|U[0-9A-Fa-f]{0,7}|x[0-9A-Fa-f]?)?|&#?\w{0,7}|\ufffd)\Z"
)
"""The part of an escape that may be left at the end of a text that was cut off."""
_SIGNS: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(frozen=True, repr=False)
class View:
    """A text in small letters with its escapes undone. `starts` and `ends`: where each character of it stands in the
    text that it is of; None where that is the same place.
    """

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The part of the text that a part of the view, which is not empty, is of."""
        if self.starts is None or self.ends is None:
            return first, end
        return self.starts[first], self.ends[end - 1]

    def whole_end(self) -> int:
        """Returns the end of the view, less what may be left of an escape."""
        cut = _CUT_OFF.search(self.text, max(0, len(self.text) - 10))
        return len(self.text) if cut is None else cut.start()


def views(text: str) -> Iterator[View]:
    """The text as it is, with its escapes undone, with theirs, and so on."""
    raw, starts, ends = text, None, None
    for _ in range(LEVELS):
        yield View(lowered(raw), starts, ends)
        if _ESCAPES.search(raw) is None:
            return
        raw, starts, ends = _undone(raw, starts or list(range(len(raw))), ends or list(range(1, len(raw) + 1)))
    yield View(lowered(raw), starts, ends)


def lowered(text: str) -> str:
    """The text in small letters, each character in its place."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def _undone(raw: str, starts: list[int], ends: list[int]) -> tuple[str, list[int], list[int]]:
    parts: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    done = 0
    for match in _ESCAPES.finditer(raw):
        parts.append(raw[done : match.start()])
        new_starts += starts[done : match.start()]
        new_ends += ends[done : match.start()]
        at = match.start()
        for character, length in _characters(match):
            parts.append(character)
            new_starts.append(starts[at])
            new_ends.append(ends[at + length - 1])
            at += length
        done = match.end()
    parts.append(raw[done:])
    new_starts += starts[done:]
    new_ends += ends[done:]
    return "".join(parts), new_starts, new_ends


def _characters(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The characters that an escape, or a run of them, stands for, each with how many of the escape's it takes."""
    whole = match.group()
    kind = str(match.lastgroup)
    inner = match.group(kind)
    match kind:
        case "percent" | "bytes":
            width = 3 if kind == "percent" else 4
            data = bytes(int(whole[at + width - 2 : at + width], 16) for at in range(0, len(whole), width))
            try:
                characters, read = codecs.utf_8_decode(data, "strict", kind == "bytes")
            except UnicodeDecodeError:  # Python writes the letters of Latin 1 so, and others write them in addresses
                yield from ((chr(byte), width) for byte in data)
                return
            yield from ((character, width * len(character.encode("utf-8"))) for character in characters)
            if read < len(data):  # it was cut off within a character
                yield "\ufffd", width * (len(data) - read)
        case "units":
            units = bytes.fromhex(whole.replace("\\u", ""))
            for character in units.decode("utf-16-be", "replace"):
                yield character, 12 if character > "\uffff" else 6
        case "sign":
            yield _SIGNS.get(inner, inner), len(whole)
        case _:
            yield _by_number(kind, inner), len(whole)


def _by_number(kind: str, inner: str) -> str:
    if kind == "entity" and not inner.startswith("#"):
        return _ENTITIES[inner]
    is_hex = kind == "point" or inner[1] in "xX"
    point = int(inner.lstrip("#xX"), 16 if is_hex else 10)
    return chr(point) if point < 0x110000 and not 0xD800 <= point < 0xE000 else "\ufffd"
