"""The parts of an SMS (3GPP TS 23.038, the alphabet; TS 23.040, joined parts)."""

import enum
import functools
from collections.abc import Callable
from typing import Final

from scoro_desktop import late
from scoro_desktop.messages.channels.sms.limits import GSM7_UNITS, UCS2_UNITS

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""TS 23.038, 6.2.1: one unit each."""
_EXTENSION: Final = frozenset("\f^{}\\[~]|€")
"""TS 23.038, 6.2.1.1: an escape and a unit, so two each."""
GSM7: Final = _BASIC | _EXTENSION
"""Every character that GSM's alphabet has."""


class Alphabet(enum.StrEnum):
    """The coding of a text. One character outside of GSM's alphabet makes the whole text UCS-2."""

    GSM7 = "gsm7"
    UCS2 = "ucs2"


@late.dataclass(frozen=True)
class SmsParts:
    """A text as it goes out.

    `units`: of the whole text, in septets (GSM 7-bit) or UTF-16 units (UCS-2). `parts`: the text of each part, none
    for an empty text. `units_left`: free in the last part. `forcing`: where the characters stand that make the text
    UCS-2 (index in code points, character).
    """

    alphabet: Alphabet
    units: int
    parts: tuple[str, ...]
    units_left: int
    forcing: tuple[tuple[int, str], ...]


@functools.lru_cache(maxsize=16)
def split(text: str) -> SmsParts:
    """Cut a text into parts. Neither an escape pair nor the two units of an emoji come apart."""
    forcing = tuple((at, each) for at, each in enumerate(text) if each not in GSM7)
    alphabet, cost = (Alphabet.UCS2, _ucs2_units) if forcing else (Alphabet.GSM7, _gsm7_units)
    alone, joined = UCS2_UNITS if forcing else GSM7_UNITS
    units = sum(map(cost, text))
    if units <= alone:
        return SmsParts(alphabet, units, (text,) if text else (), alone - units, forcing)
    parts, taken = _cut(text, cost, joined)
    return SmsParts(alphabet, units, parts, joined - taken, forcing)


def _cut(text: str, cost: Callable[[str], int], room: int) -> tuple[tuple[str, ...], int]:
    """The parts, and the units of the last."""
    parts: list[str] = []
    start = taken = 0
    for at, character in enumerate(text):
        units = cost(character)
        if taken + units > room:
            parts.append(text[start:at])
            start, taken = at, 0
        taken += units
    return (*parts, text[start:]), taken


def _gsm7_units(character: str) -> int:
    return 2 if character in _EXTENSION else 1


def _ucs2_units(character: str) -> int:
    return 2 if ord(character) > 0xFFFF else 1
