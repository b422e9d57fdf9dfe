"""Phone numbers as people write them, into digits that begin with a country code; or what is wrong with one."""

import enum
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from scoro_desktop.invisible import plain_signs
from scoro_desktop.recipients.countries import COUNTRIES, Country, code_of, lengths_of

MOST_DIGITS: Final = 15
"""Of a number with its country code (E.164, 6.1)."""
FEWEST_DIGITS: Final = 7
"""Of a number with its country code: no plan that is notified to ITU has shorter ones for people."""


class Flaw(enum.StrEnum):
    """The reason why a text is no number to write to."""

    EMPTY = "empty"
    LOST_DIGITS = "lost_digits"  # 7.9E+10: the sheet rounded it
    EXTENSION = "extension"
    TWO_NUMBERS = "two_numbers"  # and nobody said which of them is meant
    LETTERS = "letters"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_SUCH_CODE = "no_such_code"  # no country has a code that it could begin with
    WRONG_LENGTH = "wrong_length"  # numbers of that country have another
    NO_COUNTRY = "no_country"  # written as at home, and not as in the country that was chosen


class Take(enum.StrEnum):
    """The number that is meant of a cell with two; asked once for a column."""

    ASK = "ask"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True)
class PhoneFlaw:
    """A text that is no number."""

    flaw: Flaw


_AS_TEXT: Final = re.compile(r'=?"(.*)"|\'(.*?)\'?')
"""The signs that programs write so that a sheet leaves a number alone: `="7912"`, `'7912`, or quote it: `'7912'`."""
_EXPONENT: Final = re.compile(r"[+-]?\d+([.,]\d+)?[eE][+-]?\d+")
_FRACTION: Final = re.compile(r"(\d{7,})[.,]0+")
_EXTENSION: Final = re.compile(r"(?i)\d[\s,;(]*(ext(ension)?|доб(авочный)?|вн(утр)?|x|х|#)[\s.:=]*\d+\s*\)?\s*$")
_LABEL: Final = re.compile(r"(?i)^\s*(tel|phone|mobile|mob|тел|моб|сот|т)(ефон)?\s*[.:]*\s*(?=[+\d(])")
_DIGITS_OF_TWO: Final = 2 * (MOST_DIGITS + len("810"))
"""Two numbers have no more, with what is dialled before them abroad: a long line is not cut at each of its blanks."""
_PARTS: Final = re.compile(r"[,;/|\n\r\\&]|\s(?:и|или|and|or)\s|(?<=\d)\s*(?=\+)|\s{3,}", re.IGNORECASE)
_SHORT_OF_ONE: Final = re.compile(r"[78]9")
"""Ten digits that begin so are eleven less one: no numbers of zone 7 begin with them (E.129, Russia and Kazakhstan)."""
_SIGNS: Final = re.compile(r"[\s()\-.+\u2010-\u2015\u2212\u00b7*_~]+")
_ZERO_IN_BRACKETS: Final = re.compile(r"^(\+?\d{1,3})\s*\(0\)")


def normalised(text: str, country: str = "", take: Take = Take.ASK) -> str | PhoneFlaw:
    """The digits of a number with its country code, without a plus; or what is wrong with it.

    `country`: that of numbers written as at home, two letters of `COUNTRIES`; empty: there are none such.
    """
    clean = _visible(text).strip()
    wrapped = _AS_TEXT.fullmatch(clean)
    if wrapped:
        clean = (wrapped[1] or wrapped[2] or "").strip()
    clean = _LABEL.sub("", clean)
    if not clean:
        return PhoneFlaw(Flaw.EMPTY)
    if _EXPONENT.fullmatch(clean):
        return PhoneFlaw(Flaw.LOST_DIGITS)
    if fraction := _FRACTION.fullmatch(clean):
        clean = fraction[1]
    if _EXTENSION.search(clean):
        return PhoneFlaw(Flaw.EXTENSION)
    parts = [each for each in _PARTS.split(clean) if each and any(map(str.isdigit, each))]
    if not parts:
        return PhoneFlaw(Flaw.LETTERS)
    if len(parts) == 1:
        parts = _by_blanks(parts[0], country)
    if len(parts) > 1 and take is Take.ASK:
        return PhoneFlaw(Flaw.TWO_NUMBERS)
    return _one(parts[-1 if take is Take.LAST else 0], COUNTRIES.get(country))


def written_ways(digits: str) -> list[str]:
    """The ways in which a base may keep a number: its digits, a plus before them, and as it is dialled at home."""
    ways = [digits, f"+{digits}"]
    if digits.startswith("7") and len(digits) == 11:
        ways.append(f"8{digits[1:]}")
    return ways


def ways_on_list(phone: str) -> list[str]:
    """The ways in which a list may hold a phone of a base: as it stands there, its digits, and where it is dialled with
    an 8, as in Russia, with the country code.
    """
    digits = "".join(filter(str.isdigit, phone))
    at_home = [f"7{digits[1:]}"] if len(digits) == 11 and digits[0] == "8" and phone[0] != "+" else []
    return [*dict.fromkeys(each for each in (phone, digits, *at_home) if each)]


def _one(part: str, home: Country | None) -> str | PhoneFlaw:
    """One number, alone in its text."""
    part = _ZERO_IN_BRACKETS.sub(r"\1", part.strip())
    digits = _SIGNS.sub("", part)
    if not digits.isdigit():
        return PhoneFlaw(Flaw.LETTERS)
    if part.lstrip("( ").startswith("+"):
        return _international(digits)
    dialled_by_8 = home is not None and home.trunk == "8"
    if digits.startswith("00") and not (dialled_by_8 and len(digits) == 10):
        return _international(digits[2:])
    if home is not None and (whole := _at_home(digits, home)) is not None:
        return whole
    if dialled_by_8 and digits.startswith("810") and len(digits) > 11:
        return _international(digits[3:])
    if len(digits) > MOST_DIGITS:
        return PhoneFlaw(Flaw.TOO_LONG)
    if len(digits) < FEWEST_DIGITS:
        return PhoneFlaw(Flaw.TOO_SHORT)
    code = code_of(digits)
    # Only where lengths prove it: digits without a plus may be a number of the country that was chosen, less its zero.
    if (home is None or home.lengths) and len(digits) - len(code) in lengths_of(code):
        return digits
    return PhoneFlaw(Flaw.NO_COUNTRY)


def _at_home(digits: str, home: Country) -> str | None:
    """A number as it is written in a country, with that country's code and without it; None: it is none."""
    code, trunk = home.code, home.trunk
    lengths = home.lengths or range(6, 12)
    if digits.startswith(code) and len(digits) - len(code) in lengths and not (trunk and digits.startswith(trunk)):
        return digits
    if trunk and digits.startswith(trunk) and len(digits) - len(trunk) in lengths:
        return code + digits[len(trunk) :]
    if len(digits) not in home.lengths or (trunk == "0" and digits[0] == "0"):
        return None
    return None if code == "7" and _SHORT_OF_ONE.match(digits) else code + digits


def _international(digits: str) -> str | PhoneFlaw:
    """A number that says that it begins with a country code."""
    if len(digits) > MOST_DIGITS:
        return PhoneFlaw(Flaw.TOO_LONG)
    if len(digits) < FEWEST_DIGITS:
        return PhoneFlaw(Flaw.TOO_SHORT)
    code = code_of(digits)
    if not code:
        return PhoneFlaw(Flaw.NO_SUCH_CODE)
    lengths = lengths_of(code)
    return digits if not lengths or len(digits) - len(code) in lengths else PhoneFlaw(Flaw.WRONG_LENGTH)


def _by_blanks(part: str, country: str) -> list[str]:
    """Two numbers with nothing but a blank between them, where each half is one and the whole is none."""
    home = COUNTRIES.get(country)
    words = part.split()
    is_long = sum(map(str.isdigit, part)) > _DIGITS_OF_TWO or len(words) > 2 * _DIGITS_OF_TWO
    if is_long or len(words) < 2 or isinstance(_one(part, home), str):
        return [part]
    for at in range(1, len(words)):
        halves = [" ".join(words[:at]), " ".join(words[at:])]
        if all(isinstance(_one(each, home), str) for each in halves):
            return halves
    return [part]


def _visible(text: str) -> str:
    """The text less what cannot be seen, with usual blanks, and with the digits of any script as 0 to 9."""
    if text.isascii() and text.isprintable():
        return text
    signs = plain_signs(unicodedata.normalize("NFKC", text))
    return "".join(" " if unicodedata.category(each) == "Zs" else each for each in signs)
