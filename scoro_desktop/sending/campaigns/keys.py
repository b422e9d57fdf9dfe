"""The keys of rows: how each kind is written before people are asked for by it, and how it is compared."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.phones import PhoneFlaw, Take, normalised, written_ways
from scoro_desktop.recipients.quoting import address_in, unquoted
from scoro_desktop.sending.campaigns.merging import clean_value, is_error_value
from scoro_desktop.wire import JsonObject, JsonValue

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
_EXPONENT: Final = re.compile(r"[+-]?\d+([.,]\d+)?[eE][+-]?\d+")
_NUMBER: Final = re.compile(r"-?(0|[1-9]\d{0,14})")


@dataclass(frozen=True)
class BadKey:
    """A cell that is no key: a code, which is empty where the cell is."""

    code: str


@dataclass(frozen=True)
class Refusals:
    """A column of the list that says who does not want messages. `value`: how; `ANYTHING` for any."""

    column: int
    value: str

    ANYTHING: ClassVar[str] = "*"

    @classmethod
    def of(cls, mapping: JsonObject) -> "Refusals | None":
        """Reads the mapping of a campaign: `no`, a column and a value; None where it names none."""
        match mapping.get("no"):
            case [int(column), str(value)] if value:
                return cls(column, value)
            case _:
                return None

    def refuses(self, cells: Sequence[str]) -> bool:
        """Tells whether a row says so."""
        cell = clean_value(cells[self.column]) if 0 <= self.column < len(cells) else ""
        return bool(cell) and (self.value == self.ANYTHING or cell.casefold() == clean_value(self.value).casefold())


@dataclass(frozen=True)
class Keys:
    """The key column of a campaign: the field of people that it is held against, and how it is written.

    `country` and `take` are for phones alone.
    """

    field: str
    country: str = ""
    take: Take = Take.ASK

    @classmethod
    def of(cls, mapping: JsonObject) -> "Keys":
        """Reads the mapping of a campaign: `kind`, `country` and `take`."""
        kind, country, take = (mapping.get(name) for name in ("kind", "country", "take"))
        return cls(
            kind if isinstance(kind, str) and kind else KeyKind.PHONE,
            country if isinstance(country, str) else "",
            Take(take) if isinstance(take, str) and take in {each.value for each in Take} else Take.ASK,
        )

    def read(self, cell: str) -> str | BadKey:
        """The key in a cell as keys are compared; or what is wrong with it."""
        if is_error_value(clean_value(cell)):
            return BadKey("error_value")
        if self.field == KeyKind.PHONE:
            phone = normalised(unquoted(cell.strip()), self.country, self.take)
            return BadKey("" if phone.flaw == "empty" else phone.flaw) if isinstance(phone, PhoneFlaw) else phone
        key = self._written(cell)
        if not key:
            return BadKey("")
        if self.field == KeyKind.EMAIL and not _EMAIL.fullmatch(key):
            return BadKey("no_email")
        if _EXPONENT.fullmatch(key):
            return BadKey("lost_digits")
        return key.casefold() if self.field == KeyKind.EMAIL else key

    def _written(self, cell: str) -> str:
        """The key of another kind than a phone, as it stands in the cell, without what is around it."""
        match self.field:
            case KeyKind.EMAIL:
                return _visible(address_in(cell.strip()), blanks=False)
            case KeyKind.ID:
                return unquoted(_visible(cell, blanks=False))
            case _:
                return _visible(cell, blanks=True)

    def asked(self, key: str, cell: str) -> list[JsonValue]:
        """The values by which the server is asked for a key: it compares to the letter."""
        if self.field == KeyKind.PHONE:
            return [*dict.fromkeys((*written_ways(key), clean_value(cell)))]
        if self.field == KeyKind.EMAIL:
            return [*dict.fromkeys((self._written(cell), key))]
        if self.field not in {KeyKind.ID, KeyKind.USERNAME} and _NUMBER.fullmatch(key):
            return [key, int(key)]
        return [key]

    def compared(self, value: str) -> str:
        """The value of the field of somebody who was found, as keys are compared."""
        found = self.read(value)
        return "" if isinstance(found, BadKey) else found


def phone_key(phone: str, country: str) -> str:
    """A phone of the base as phones are compared: its digits with the country code, else as it stands there."""
    found = normalised(phone, country)
    return found if isinstance(found, str) else "".join(phone.split())


def email_key(email: str) -> str:
    """An e-mail of the base as e-mails are compared; what is none, as it stands there."""
    found = Keys(KeyKind.EMAIL).read(email)
    return found if isinstance(found, str) else email.strip().casefold()


def _visible(cell: str, *, blanks: bool) -> str:
    """The cell less what cannot be seen, and less blanks; with `blanks`, those between words stay, as usual ones."""
    if cell.isascii() and cell.isprintable():
        return cell.strip() if blanks else "".join(cell.split())
    signs = []
    for each in unicodedata.normalize("NFC", cell):
        if each.isspace():
            signs.append(" ")
        elif unicodedata.category(each) not in {"Cf", "Cc"}:
            signs.append(each)
    words = "".join(signs).split()
    return (" " if blanks else "").join(words)
