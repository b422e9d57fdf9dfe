"""Characters that nobody can see, and those that turn the direction of others: found, shown and taken off."""

import enum
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from scoro_desktop import late


class Kind(enum.Enum):
    """BLANK: a space that is not the usual one. DIRECTION: it turns what stands beside it. OTHER: it takes no place."""

    BLANK = "blank"
    DIRECTION = "direction"
    OTHER = "other"


class Hidden(NamedTuple):
    """A character that cannot be seen, and its offset in code points."""

    offset: int
    character: str

    @property
    def kind(self) -> Kind:
        """Of which kind it is."""
        if self.character in _DIRECTION:
            return Kind.DIRECTION
        return Kind.BLANK if self.character.isspace() or self.character in _LOOK_BLANK else Kind.OTHER


_DIRECTION: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidi_Control (Unicode, PropList.txt)."""
_LOOK_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")

# Controls (less tab and breaks of lines), White_Space (PropList.txt) less the space, Default_Ignorable_Code_Point
# (DerivedCoreProperties.txt), the other characters of the category Cf less Prepended_Concatenation_Mark (PropList.txt),
# which have a shape, and two that look like a blank. Written down here, since Python's own table is another with every
# version: Unicode 16.0.
_INVISIBLE: Final = late.pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_HALF: Final = late.pattern("[\ud800-\udfff]")

_JOINERS: Final = "\u200c\u200d"
_SKIN_TONE: Final = late.pattern("[\U0001f3fb-\U0001f3ff]")
_JOINING_SCRIPT: Final = late.pattern(
    "[\u0620-\u06ff\u0750-\u077f\u0860-\u109f\u1780-\u17ff\u1820-\u18af\ua840-\ua87f]"
)
"""Arabic, Syriac, Indic and South East Asian letters and marks, between which a joiner is a matter of spelling."""
_HAS_VARIANTS: Final = late.pattern(
    "[\u1000-\u109f\u1820-\u18af\ua840-\ua87f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u2139\U00020000-\U0003ffff]"
)
"""Letters that variation selectors are defined for, beside symbols (Unicode, StandardizedVariants.txt, IVD)."""
_VARIATION: Final = late.pattern("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_FLAG: Final = late.pattern("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""The flag of a region (UTS #51, "Emoji tag sequences")."""


def find(text: str) -> Iterator[Hidden]:
    """Every character of a text that cannot be seen; not those that a picture or a spelling is made of."""
    flags = _FLAG.finditer(text) if "\U0001f3f4" in text else ()
    in_flags = {at for flag in flags for at in range(flag.start() + 1, flag.end())}
    for match in _INVISIBLE.finditer(text):
        at = match.start()
        if not _belongs(text, at) and at not in in_flags:
            yield Hidden(at, match.group())


def escaped(text: str) -> str:
    """The text with each character that cannot be seen, and each half of one, as JSON would escape it: `\\u202e`.

    Tab and breaks of lines stay: whoever shows lines knows of them.
    """
    pieces: list[str] = []
    end = 0
    halves = [] if text.isascii() else [Hidden(match.start(), match.group()) for match in _HALF.finditer(text)]
    for at, character in sorted([*find(text), *halves]):
        pieces += [text[end:at], escape(character)]
        end = at + 1
    return "".join([*pieces, text[end:]])


def escape(character: str) -> str:
    """One character as JSON escapes it: `\\u202e`, and as two halves beyond U+FFFF."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def name(character: str) -> str:
    """The number of a character with Unicode's name for it: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def trimmed(text: str) -> str:
    """The text less blanks, breaks of lines and what cannot be seen at both of its ends."""
    if text.isascii() and text.isprintable() and text[:1] != " " != text[-1:]:
        return text  # as most names are
    hidden = {each.offset for each in find(text)}
    start, end = 0, len(text)
    while start < end and (start in hidden or text[start].isspace()):
        start += 1
    while start < end and (end - 1 in hidden or text[end - 1].isspace()):
        end -= 1
    return text[start:end]


def _belongs(text: str, at: int) -> bool:
    """Tells whether the character is part of a picture, or of the spelling of a word."""
    before, behind = _at(text, at - 1), _at(text, at + 1)
    if text[at] in _JOINERS:
        if _JOINING_SCRIPT.match(before) and _JOINING_SCRIPT.match(behind):
            return True
        return text[at] == "\u200d" and _is_picture(_base(text, at)) and _is_picture(behind)
    if not before or not _VARIATION.match(text[at]):
        return False
    if before in "0123456789#*":
        return behind == "\u20e3"  # a key cap
    return _is_picture(before) or _HAS_VARIANTS.match(before) is not None


def _base(text: str, at: int) -> str:
    """The character before an offset, a variation selector and the colour of a skin left out."""
    for _ in range(2):
        if at and (_VARIATION.match(text[at - 1]) or _SKIN_TONE.match(text[at - 1])):
            at -= 1
    return _at(text, at - 1)


def _at(text: str, at: int) -> str:
    """The character at an offset, or nothing beyond either end."""
    return text[at] if 0 <= at < len(text) else ""


def _is_picture(character: str) -> bool:
    """Tells whether it is a symbol; the punctuation that has a picture as well counts too."""
    if not character or character.isascii() or character in _LOOK_BLANK:
        return False
    return unicodedata.category(character) in {"So", "Sm", "Sk", "Cn"} or character in "\u203c\u2049\u3030\u303d"


def plain_signs(text: str) -> Iterator[str]:
    """Gives the characters of a number or a phone as people paste them, less what cannot be seen; digits of any script
    as 0 to 9.

    They are not normalised: a raised 2 behind a 5 would make 52 of it.
    """
    for each in text:
        category = unicodedata.category(each)
        if category == "Nd":
            yield str(unicodedata.decimal(each))
        elif category not in {"Cf", "Mn", "Me"} and (category != "Cc" or each in "\n\r\t"):
            yield each
