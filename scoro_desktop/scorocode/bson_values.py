"""Values of BSON that Python has no type for (bsonspec.org, version 1.1), as they are shown and never sent."""

import enum
from decimal import Decimal
from typing import Final

from scoro_desktop import late


class Kind(enum.StrEnum):
    """The kind of a value, and what `Special.text` holds of it."""

    BINARY = "binary"  # its first bytes in hexadecimal
    UUID = "uuid"  # as one is written
    PATTERN = "pattern"  # /pattern/options
    CODE = "code"  # the program
    DECIMAL = "decimal"  # the number to the last digit
    TIMESTAMP = "timestamp"  # seconds since 1970, a blank, and the number within that second
    FAR_DATE = "far_date"  # milliseconds since 1970: a date that is in no calendar here
    POINTER = "pointer"  # collection, a blank, and id
    LEAST = "least"
    GREATEST = "greatest"
    UNDEFINED = "undefined"
    DEEP = "deep"  # an object or a list that is nested deeper than a document may be


@late.dataclass(frozen=True)
class Special:
    """A value that is only shown. `size`: bytes of a BINARY."""

    kind: Kind
    text: str = ""
    size: int = 0


@late.dataclass(frozen=True)
class ObjectId:
    """An id that a database made: 24 hexadecimal digits."""

    text: str

    def __str__(self) -> str:
        return self.text


class Partial(dict[str, object]):
    """A document of which not all could be read."""


_EXPONENT_BIAS: Final = 6176
_MOST_DIGITS: Final = 10**34 - 1


def decimal_128(raw: bytes) -> str:
    """The number in 16 bytes of IEEE 754-2008 decimal128, binary encoding: "1.50", "-0E-3", "Infinity", "NaN"."""
    bits = int.from_bytes(raw, "little")
    sign = bits >> 127
    first = (bits >> 122) & 0x1F
    if first == 0x1F:
        return "NaN"
    if first == 0x1E:
        return "-Infinity" if sign else "Infinity"
    if first >> 3 == 3:  # room for more digits than the type has: such a number counts as 0
        exponent, digits = (bits >> 111) & 0x3FFF, 0
    else:
        exponent, digits = (bits >> 113) & 0x3FFF, bits & ((1 << 113) - 1)
    if digits > _MOST_DIGITS:
        digits = 0
    return str(Decimal((sign, tuple(map(int, str(digits))), exponent - _EXPONENT_BIAS)))
