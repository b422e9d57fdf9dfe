"""Countries and how their numbers are written: the code of each, and what is dialled before a number at home.

Codes: ITU, "List of ITU-T Recommendation E.164 assigned country codes". Prefixes at home: ITU, "Dialling procedures
(international prefix, national (trunk) prefix and national (significant) number)". Lengths: the national numbering
plans that are notified to ITU (E.129), of numbers that may be mobile; none where the plan has no one length.
"""

from typing import Final, NamedTuple


class Country(NamedTuple):
    """A country: two letters of ISO 3166, its code, the prefix at home, and how many digits a number has without both.

    Of `lengths` a number has one; none: any that E.164 allows.
    """

    iso: str
    code: str
    trunk: str = ""
    lengths: tuple[int, ...] = ()


COUNTRIES: Final = {
    each.iso: each
    for each in (
        Country("RU", "7", "8", (10,)),
        Country("KZ", "7", "8", (10,)),
        Country("BY", "375", "80", (9,)),
        Country("UA", "380", "0", (9,)),
        Country("UZ", "998", "", (9,)),
        Country("KG", "996", "0", (9,)),
        Country("TJ", "992", "", (9,)),
        Country("TM", "993", "8", (8,)),
        Country("AM", "374", "0", (8,)),
        Country("AZ", "994", "0", (9,)),
        Country("GE", "995", "0", (9,)),
        Country("MD", "373", "0", (8,)),
        Country("EE", "372", "", (7, 8)),
        Country("LV", "371", "", (8,)),
        Country("LT", "370", "0", (8,)),
        Country("AE", "971", "0", (8, 9)),
        Country("AR", "54", "0"),
        Country("AT", "43", "0"),
        Country("AU", "61", "0", (9,)),
        Country("BE", "32", "0", (8, 9)),
        Country("BG", "359", "0", (8, 9)),
        Country("BR", "55", "0", (10, 11)),
        Country("CA", "1", "1", (10,)),
        Country("CH", "41", "0", (9,)),
        Country("CN", "86", "0", (10, 11)),
        Country("CY", "357", "", (8,)),
        Country("CZ", "420", "", (9,)),
        Country("DE", "49", "0"),
        Country("DK", "45", "", (8,)),
        Country("ES", "34", "", (9,)),
        Country("FI", "358", "0"),
        Country("FR", "33", "0", (9,)),
        Country("GB", "44", "0", (9, 10)),
        Country("GR", "30", "", (10,)),
        Country("HU", "36", "06", (8, 9)),
        Country("IE", "353", "0", (7, 8, 9)),
        Country("IL", "972", "0", (8, 9)),
        Country("IN", "91", "0", (10,)),
        Country("IT", "39"),
        Country("JP", "81", "0", (9, 10)),
        Country("KR", "82", "0", (8, 9, 10)),
        Country("MX", "52", "", (10,)),
        Country("NL", "31", "0", (9,)),
        Country("NO", "47", "", (8,)),
        Country("PL", "48", "", (9,)),
        Country("PT", "351", "", (9,)),
        Country("RO", "40", "0", (9,)),
        Country("RS", "381", "0", (8, 9)),
        Country("SA", "966", "0", (8, 9)),
        Country("SE", "46", "0", (7, 8, 9)),
        Country("SK", "421", "0", (9,)),
        Country("TH", "66", "0", (8, 9)),
        Country("TR", "90", "0", (10,)),
        Country("US", "1", "1", (10,)),
        Country("VN", "84", "0", (9, 10)),
    )
}
"""The countries that a person can choose from, the ones around Scorocode first."""

_RANGES: Final = (
    "1 7 20 27 211-213 216 218 220-258 260-269 290-291 297-299 30-34 36 39 350-359 370-383 385-387 389 40-41 43-49 "
    "420-421 423 500-509 51-58 590-599 60-66 670 672-683 685-692 800 808 81-82 84 86 850 852-853 855-856 870 878 "
    "880-883 886 888 90-95 98 960-968 970-977 979 992-996 998"
)


def _codes() -> frozenset[str]:
    """Every assigned code, out of the ranges."""
    found: set[str] = set()
    for each in _RANGES.split():
        first, _, last = each.partition("-")
        found.update(map(str, range(int(first), int(last or first) + 1)))
    return frozenset(found)


CODES: Final = _codes()
"""The assigned codes: no one is the beginning of another."""


def code_of(digits: str) -> str:
    """The country code that a number begins with; empty where it is none that is assigned."""
    return next((digits[:length] for length in (1, 2, 3) if digits[:length] in CODES), "")


def lengths_of(code: str) -> frozenset[int]:
    """The numbers of digits that may follow a country code; none where that is not known."""
    sharing = [each.lengths for each in COUNTRIES.values() if each.code == code]
    return frozenset().union(*sharing) if sharing and all(sharing) else frozenset()
