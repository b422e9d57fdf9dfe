"""The cut of a text that is longer than its place on a phone: a pure function from a text to the lines seen."""

import bisect
import functools
import itertools
import unicodedata
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from scoro_desktop import late
from scoro_desktop.messages import characters
from scoro_desktop.ui.kit.plain_text import utf16_length

ELLIPSIS: Final = "…"
READ: Final = 2000
"""The most code points that are laid out: more than any place of a phone shows. A huge text costs no more."""
PLAIN: Final = 200
"""The most characters of a text that is tried for fitting into one line as it stands."""
_SIMPLE: Final = late.pattern(
    "[ -~\u00a1-\u00ac\u00ae-\u024f\u0400-\u0481\u048a-\u052f\u2013\u2014\u2018-\u201f\u2026]+"
)
"""Letters of one character each that are set from the left."""
KEPT: Final = 64
"""The number of texts that are kept as they were set."""
_BREAK: Final = "\u2028"  # how a forced line break is written for QTextLayout
_UTF16: Final = "utf-16-le"
_BREAKS: Final = (0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_LEADING: Final = {0xFEFF: "\u2060", 0xFFFE: "\ufffd"}  # Qt would take them for a byte order mark, and away
_BLANK: Final = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ") | _LEADING
_PLAIN: Final = _BLANK | dict.fromkeys(_BREAKS, _BREAK)
_ONE_LINE: Final = _BLANK | dict.fromkeys(_BREAKS, " ")


@dataclass(frozen=True)
class Line:
    """One line as it is drawn. `from_right`: its paragraph begins with right-to-left writing, so it is set right."""

    text: str
    from_right: bool = False


@dataclass(frozen=True)
class CutText:
    """The visible part of a text.

    `lines`: the last one ends with an ellipsis where the text is cut. `cut`: index in code points of the first
    character that is not seen, None where all is. `hidden`: how many characters, as people count them, are not seen.
    Both are told of the text as it is set: each line break is one character, blanks at its end do not count.
    """

    lines: tuple[Line, ...]
    cut: int | None = None
    hidden: int = 0

    @property
    def text(self) -> str:
        """The lines as they are read."""
        return self.lines[0].text if len(self.lines) == 1 else "\n".join([line.text for line in self.lines])


@functools.lru_cache(maxsize=KEPT)  # fonts are told apart by what they are, as `QFont.key` does
def lay_out(text: str, font: QFont, *, width: float, lines: int, characters: int | None = None) -> CutText:
    """Sets `text` into `lines` lines of `width` pixels and at most `characters` characters, and cuts off the rest.

    A place of one line shows a line break as a blank. Nothing is raised, whatever the text. What was set last is kept:
    a phone is drawn anew with every key, and most of its texts are those of before.
    """
    if (
        len(text) <= (PLAIN if characters is None else min(PLAIN, characters))
        and _SIMPLE.fullmatch(text)
        and not text.isspace()
        and QFontMetricsF(font).horizontalAdvance(text) < width - 1
    ):
        return CutText((Line(text.rstrip()),))  # as most are, and with each key of the keyboard
    whole = _readable(text, one_line=lines == 1)
    if not whole:
        return CutText(())
    beginning = _Utf16(whole[:READ])
    end = beginning.length if characters is None else beginning.after(characters)
    places, more = _wrap(beginning, end, font, width, lines)
    if not more and end == beginning.length and len(whole) <= READ:
        return CutText(tuple(_line(beginning, start, start + length) for start, length in places))
    start = places[-1][0]
    seen = _fitting(beginning.part(start, end).partition(_BREAK)[0], font, width)
    cut = len(beginning.part(0, start)) + len(seen)
    shown = [_line(beginning, at, at + length) for at, length in places[:-1]]
    shown.append(Line(seen + ELLIPSIS, _from_right(beginning, start)))
    return CutText(tuple(shown), cut, max(1, count_characters(whole[cut:].strip())))


def count_characters(text: str) -> int:
    """Counts the characters that people see in a text: an emoji or a letter with its marks is one.

    Past READ code points each counts as one: telling how much is cut need not be that exact.
    """
    return characters.count(text[:READ]) + max(0, len(text) - READ)


def reads_from_right(text: str) -> bool:
    """Tells whether a paragraph is set from the right: its first strong letter says (Unicode Annex 9, rules P2 and
    P3).
    """
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


class _Utf16:
    """A text by the units in which Qt counts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._units = text.encode(_UTF16)
        self._ends: list[int] | None = None

    @property
    def length(self) -> int:
        return len(self._units) // 2

    def part(self, start: int, end: int) -> str:
        return self._units[2 * start : 2 * end].decode(_UTF16, "replace")

    def boundaries(self) -> list[int]:
        """Returns the end of each character."""
        if self._ends is None:
            ends = characters.ends(self.text)
            if self.length == len(self.text):
                self._ends = ends
            else:
                sizes = (utf16_length(self.text[start:end]) for start, end in itertools.pairwise([0, *ends]))
                self._ends = list(itertools.accumulate(sizes))
        return self._ends

    def after(self, number: int) -> int:
        """Returns the end of that many characters."""
        return next(iter(self.boundaries()[number - 1 : number]), self.length)

    def whole(self, start: int, end: int) -> int:
        """The end of a line from `start` that cuts no character in two: not behind `end`, unless the first one is."""
        ends = self.boundaries()
        at = bisect.bisect_right(ends, end)
        if at and ends[at - 1] > start:
            return ends[at - 1]
        return ends[at] if at < len(ends) else self.length


def _readable(text: str, *, one_line: bool) -> str:
    """The text with what no phone draws made blank; a lone half of a surrogate pair becomes U+FFFD."""
    whole = text.replace("\r\n", "\n").encode(_UTF16, "surrogatepass").decode(_UTF16, "replace")
    return whole.translate(_ONE_LINE if one_line else _PLAIN).rstrip()


def _wrap(text: _Utf16, end: int, font: QFont, width: float, lines: int) -> tuple[list[tuple[int, int]], bool]:
    """(start, length) of the first lines up to an end, in UTF-16 units, and whether there are more.

    Qt breaks a long word within what Unicode takes for one character by now; from there on it is asked again.
    """
    places: list[tuple[int, int]] = []
    start, more = 0, True
    while more and len(places) < lines:
        found, more = _wrapped_by_qt(text.part(start, end), font, width, lines - len(places))
        begun = start
        for at, length in found:
            start = text.whole(begun + at, begun + at + length)
            places.append((begun + at, start - begun - at))
            if start != begun + at + length:
                more = start < end
                break
    return places, more


def _wrapped_by_qt(text: str, font: QFont, width: float, lines: int) -> tuple[list[tuple[int, int]], bool]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    places: list[tuple[int, int]] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid() and len(places) < lines:
        line.setLineWidth(width)
        places.append((line.textStart(), line.textLength()))
        line = layout.createLine()
    more = line.isValid()
    layout.endLayout()
    return places, more


def _line(text: _Utf16, start: int, end: int) -> Line:
    return Line(text.part(start, end).rstrip(), _from_right(text, start))


def _from_right(text: _Utf16, start: int) -> bool:
    before = text.part(0, start)
    paragraph = len(before) - len(before.rpartition(_BREAK)[2])
    return reads_from_right(text.text[paragraph:].partition(_BREAK)[0])


def _fitting(text: str, font: QFont, width: float) -> str:
    """As much of a text as fits into the width together with an ellipsis, at a boundary between characters."""
    measure = QFontMetricsF(font)
    units = _Utf16(text)
    ends = [0, *units.boundaries()]
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure.horizontalAdvance(units.part(0, ends[middle]).rstrip() + ELLIPSIS) <= width:
            low = middle
        else:
            high = middle - 1
    return units.part(0, ends[low]).rstrip()
