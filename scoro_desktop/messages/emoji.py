"""Emoji by groups, with names to find them by: those that the running Python's Unicode knows.

The groups are ours. Code points and which of them need a variation selector to be drawn in colour: Unicode's
emoji-data.txt (UTS #51).
"""

import functools
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from scoro_desktop.messages.searching import plain

VS16: Final = "\N{VARIATION SELECTOR-16}"
_KEYCAP: Final = "\N{COMBINING ENCLOSING KEYCAP}"

GROUPS: Final[Mapping[str, str]] = {
    "smileys": """
        1F600-1F644 1F910-1F917 1F920-1F92F 1F970-1F97A 1F9D0 1FAE0-1FAE8 263A 2639 1F47B 1F47D-1F47E 1F916
        1F479-1F47A 1F480 2620 1F4A9 1F648-1F64A 1F48B-1F48C 1F498 1F49D 1F496-1F497 1F493 1F49E 1F495 1F49F
        2763 1F494 2764 1F9E1 1F49B-1F49C 1F499-1F49A 1F90E 1F5A4 1F90D 1F4AF 1F4A2 1F4A5 1F4AB 1F4A6 1F4A8
        1F4AC 1F5E8 1F5EF 1F4AD 1F4A4
        """,
    "people": """
        1F44B 1F91A 1F590 270B 1F596 1F44C 1F90C 1F90F 270C 1F91E-1F91F 1F918-1F919 1F448-1F449 1F446-1F447 261D
        1FAF5 1F44D-1F44E 270A 1F44A 1F91B-1F91C 1F44F 1F64C 1F450 1F932 1F91D 1F64F 270D 1F485 1F933 1F4AA
        1F9BE-1F9BF 1F9B5-1F9B6 1F442 1F9BB 1F443 1F9E0 1FAC0-1FAC1 1F9B7 1F9B4 1F440-1F441 1F445 1F444 1FAE6
        1FAF0-1FAF4 1FAF6 1F476 1F9D2 1F466-1F467 1F9D1 1F471 1F468 1F9D4 1F469 1F9D3 1F474-1F475 1F64D-1F64E
        1F645-1F646 1F481 1F64B 1F9CF 1F647 1F926 1F937 1F46E 1F575 1F482 1F977 1F477 1F934 1F478 1F473 1F472
        1F9D5 1F935 1F470 1F930-1F931 1F47C 1F385 1F936 1F9B8-1F9B9 1F9D9-1F9DF 1F486-1F487 1F6B6 1F9CD-1F9CE
        1F3C3 1F483 1F57A 1F46F 1F9D6-1F9D7 1F93A 1F3C7 26F7 1F3C2 1F3CC 1F3C4 1F6A3 1F3CA 26F9 1F3CB
        1F6B4-1F6B5 1F938 1F93C-1F93E 1F939 1F9D8 1F6C0 1F6CC 1F46B-1F46D 1F48F 1F491 1F46A 1F5E3 1F464-1F465
        1FAC2 1F463
        """,
    "nature": """
        1F400-1F43F 1F981-1F9A2 1F9A5-1F9AE 1F980 1F577-1F578 1F54A 1FAB0-1FAB3 1FAB6 1FAB8 1F490 1F337-1F33C
        1F338 1F3F5 1F940 1F331-1F335 1F33E-1F344 1F330 2618 1FAB4 1FAB7 1FAB9-1FABA 1F311-1F31E 1F31F 2B50
        1F320 2600 1F321 1F324-1F32C 2601 26C5 26C8 1F300 1F308 1F302 2602 2614 26F1 26A1 2744 2603 26C4 2604 1F525
        1F4A7 1F30A 1F30B-1F310 1F303-1F307 1F309 1F301 1FA90
        """,
    "food": """
        1F347-1F353 1FAD0 1F95D 1F345 1FAD2 1F965 1F951 1F346 1F954-1F955 1F33D 1F336 1FAD1 1F952 1F96C 1F966
        1F9C4-1F9C5 1F95C 1FAD8 1F35E 1F950 1F956 1FAD3 1F968 1F96F 1F95E 1F9C7 1F9C0 1F356-1F357 1F969 1F953
        1F354 1F35F 1F355 1F32D 1F96A 1F32E-1F32F 1FAD4 1F959 1F9C6 1F95A 1F373 1F958 1F372 1FAD5 1F963 1F957
        1F37F 1F9C8 1F9C2 1F96B 1F371 1F358-1F35D 1F360 1F362-1F365 1F96E 1F361 1F95F-1F961 1F99E 1F990 1F991
        1F9AA 1F366-1F36A 1F382 1F370 1F9C1 1F967 1F36B-1F36F 1F37C 1F95B 2615 1FAD6 1F375 1F376 1F37E
        1F377-1F37B 1F942-1F943 1FAD7 1F964 1F9CB 1F9C3 1F9C9 1F9CA 1F962 1F37D 1F374 1F944 1F52A 1FAD9 1F3FA
        """,
    "travel": """
        1F697-1F69B 1F695-1F696 1F693-1F694 1F691-1F692 1F68C-1F690 1F69A 1F69C 1F3CE 1F3CD 1F6F5 1F6B2 1F6F4
        1F6F9 1F6FC 1F68F 1F6E3-1F6E4 1F6E2 26FD 1F6DE 1F6A8 1F6A5-1F6A6 1F6D1 1F6A7 2693 1F6DF 26F5 1F6F6 1F6A4
        1F6F3 26F4 1F6E5 1F6A2 2708 1F6E9 1F6EB-1F6EC 1FA82 1F4BA 1F681 1F69F-1F6A1 1F6F0 1F680 1F6F8
        1F682-1F68B 1F69D-1F69E 1F6CE 1F9F3 1F3D4 26F0 1F5FB 1F3D5-1F3D6 1F3DC-1F3DF 1F3DB 1F3D7-1F3DA 1F9F1
        1F6D6 1F3E0-1F3E6 1F3E8-1F3ED 1F3EF-1F3F0 1F492 1F5FC-1F5FD 26EA 1F54C 1F6D5 1F54D 26E9 1F54B 26F2 26FA
        1F3A0-1F3A2 1F488 1F3AA 1F5FA 1F9ED 231A-231B 23F0-23F3 1F570 1F550-1F55B
        """,
    "activities": """
        1F389-1F38A 1F388 1F381 1F380 1F383-1F384 1F386-1F387 1F9E8 2728 1F38B 1F38D-1F391 1F9E7 1F397 1F39F
        1F3AB 1F396 1F3C6 1F3C5 1F947-1F949 26BD-26BE 1F94E 1F3C0 1F3D0 1F3C8-1F3C9 1F3BE 1F94F 1F3B3 1F3CF
        1F3D1-1F3D2 1F94D 1F3D3 1F3F8 1F94A-1F94B 1F945 26F3 26F8 1F3A3 1F93F 1F3BD 1F3BF 1F6F7 1F94C 1F3AF
        1FA80-1FA81 1F3B1 1F52E 1FA84 1F9FF 1F3AE 1F579 1F3B0 1F3B2 1F9E9 1F9F8 1FA85-1FA86 2660 2665 2666 2663
        265F 1F0CF 1F004 1F3B4 1F3AD 1F5BC 1F3A8 1F9F5 1F9F6 1F393 1F392 1F3A4-1F3A7 1F3B7-1F3BB 1F941
        1FA97-1FA98 1FA95 1F3B5-1F3B6 1F3BC
        """,
    "objects": """
        1F4B0 1F4B3 1F4B8-1F4B9 1F4B4-1F4B7 1FA99 1F9FE 1F6D2 1F6CD 1F3F7 1F4E6 1F514-1F515 1F4E2-1F4E3 1F4E3
        1F4EF 1F4F1-1F4F2 260E 1F4DE-1F4E0 1F50B-1F50C 1F4BB 1F5A5 1F5A8 2328 1F5B1-1F5B2 1F4BD-1F4C0 1F9EE
        1F3A5 1F39E 1F4FD 1F3AC 1F4FA 1F4F7-1F4F9 1F4FC 1F50D-1F50E 1F56F 1F4A1 1F526 1F3EE 1FA94 1F4D4
        1F4D5-1F4DA 1F4D3-1F4D4 1F4C3 1F4DC 1F4C4 1F4F0 1F5DE 1F4D1 1F516 2709 1F4E7-1F4E9 1F4E4-1F4E5
        1F4EA-1F4EE 1F5F3 270F 2712 1F58A-1F58D 1F4DD 1F4BC 1F4C1-1F4C2 1F5C2 1F4C5-1F4C6 1F5D2-1F5D3
        1F4C7-1F4CD 1F4CE 1F587 1F4CF-1F4D0 2702 1F5C3-1F5C4 1F5D1 1F512-1F513 1F50F-1F511 1F5DD 1F528 1FA93
        26CF 2692 1F6E0 1F5E1 2694 1F6E1 1F527 1F529 2699 1F5DC 2696 1F9AF 1F517 26D3 1F9F0 1F9F2 1F9EA-1F9EC
        1F52C-1F52D 1F4E1 1F489-1F48A 1FA78-1FA7A 1F6AA 1F6CB 1F6CF 1F6BD 1F6BF 1F6C1 1F9F4 1F9F7 1F9F9-1F9FD
        1FA91-1FA92 1FAA3 1FAA5 1FA9E 1F453 1F576 1F97D 1F97C 1F9BA 1F454-1F458 1F9E3-1F9E6 1F97B 1FA71-1FA73
        1F459-1F45F 1F97E-1F97F 1F460-1F462 1FA70 1F451-1F452 1F3A9 1F9E2 1FA96 1F4FF 1F484 1F48D-1F48E
        1F507-1F50A 1F399-1F39B 1F4FB 26B0-26B1 1F5FF
        """,
    "symbols": """
        2705 2714 2611 274C 274E 2757 2755 2753-2754 203C 2049 26A0 26D4 1F6AB 1F51E 1F4F5 1F6AD 1F6AF 1F6B1
        1F6B3 1F6B7 1F195 1F193 1F192 1F197 1F199 1F19A 1F191 1F194 1F198 1F51D 1F51B 1F51C 1F519-1F51A 27A1
        2B05-2B07 2197-2199 2196 2194-2195 21A9-21AA 2934-2935 1F503-1F504 1F500-1F502 25B6 23E9 23ED 23EF 25C0
        23EA 23EE 1F53C 23EB 1F53D 23EC 23F8-23FA 23CF 1F3A6 1F505-1F506 1F4F6 1F4F3-1F4F4 2795-2797 2716 267E
        1F4B1-1F4B2 2122 00A9 00AE 3030 27B0 27BF 2640 2642 2695 267B 269C 1F531 1F4DB 1F530 2B55 303D 2733-2734
        2747 1F520-1F524 1F170-1F171 1F18E 1F17E-1F17F 24C2 1F534 1F7E0-1F7E1 1F7E2 1F535 1F7E3-1F7E4 26AA-26AB
        1F7E5 1F7E7-1F7E9 1F7E6 1F7EA-1F7EB 2B1B-2B1C 25FB-25FE 25AA-25AB 1F536-1F53B 1F4A0 1F518 1F532-1F533
        1F3E7 1F6AE 1F6B0 267F 1F6B9-1F6BC 1F6BE 1F6C2-1F6C5 1F6B8 2622-2623 1F6D0 2721 262E 2648-2653 26CE
        """,
    "flags": "1F3C1 1F6A9 1F38C 1F3F4 1F3F3",
}
"""Code points in hexadecimal, single or from-to, in the order in which they are shown."""

_COLOURED_BMP: Final = """
    231A-231B 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2648-2653 267F 2693 26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE 26D4
    26EA 26F2-26F3 26F5 26FA 26FD 2705 270A-270B 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55
    """
_PLAIN_ABOVE: Final = """
    1F170-1F171 1F17E-1F17F 1F321 1F324-1F32C 1F336 1F37D 1F396-1F397 1F399-1F39B 1F39E-1F39F 1F3CB-1F3CE 1F3D4-1F3DF
    1F3F3 1F3F5 1F3F7 1F43F 1F441 1F4FD 1F549-1F54A 1F56F-1F570 1F573-1F579 1F587 1F58A-1F58D 1F590 1F5A5 1F5A8
    1F5B1-1F5B2 1F5BC 1F5C2-1F5C4 1F5D1-1F5D3 1F5DC-1F5DE 1F5E1 1F5E3 1F5E8 1F5EF 1F5F3 1F5FA 1F6CB 1F6CD-1F6CF
    1F6E0-1F6E5 1F6E9 1F6F0 1F6F3
    """

COUNTRIES: Final[Mapping[str, str]] = {
    "RU": "Russia",
    "BY": "Belarus",
    "KZ": "Kazakhstan",
    "UZ": "Uzbekistan",
    "KG": "Kyrgyzstan",
    "TJ": "Tajikistan",
    "TM": "Turkmenistan",
    "AM": "Armenia",
    "AZ": "Azerbaijan",
    "GE": "Georgia",
    "MD": "Moldova",
    "UA": "Ukraine",
    "LV": "Latvia",
    "LT": "Lithuania",
    "EE": "Estonia",
    "FI": "Finland",
    "SE": "Sweden",
    "NO": "Norway",
    "DK": "Denmark",
    "PL": "Poland",
    "CZ": "Czechia",
    "SK": "Slovakia",
    "HU": "Hungary",
    "RO": "Romania",
    "BG": "Bulgaria",
    "RS": "Serbia",
    "HR": "Croatia",
    "SI": "Slovenia",
    "ME": "Montenegro",
    "GR": "Greece",
    "TR": "Turkey",
    "CY": "Cyprus",
    "DE": "Germany",
    "AT": "Austria",
    "CH": "Switzerland",
    "FR": "France",
    "BE": "Belgium",
    "NL": "Netherlands",
    "IT": "Italy",
    "ES": "Spain",
    "PT": "Portugal",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "IL": "Israel",
    "AE": "United Arab Emirates",
    "SA": "Saudi Arabia",
    "EG": "Egypt",
    "IN": "India",
    "CN": "China",
    "JP": "Japan",
    "KR": "South Korea",
    "TH": "Thailand",
    "VN": "Vietnam",
    "ID": "Indonesia",
    "MY": "Malaysia",
    "SG": "Singapore",
    "AU": "Australia",
    "NZ": "New Zealand",
    "US": "United States",
    "CA": "Canada",
    "MX": "Mexico",
    "BR": "Brazil",
    "AR": "Argentina",
    "CL": "Chile",
    "ZA": "South Africa",
    "EU": "European Union",
}
"""The commonest, by their code (ISO 3166-1): a flag is its two letters as regional indicators."""


@dataclass(frozen=True)
class Emoji:
    """One emoji: its text, as it is put into a message, its name in lower-case English, and its group."""

    text: str
    name: str
    group: str


@functools.cache
def all_emoji() -> tuple[Emoji, ...]:
    """Each once, group by group, in the order in which they are shown."""
    found: dict[str, Emoji] = {}
    for group, points in GROUPS.items():
        for point in _points(points):
            name = unicodedata.name(chr(point), "")  # empty for what came into Unicode later than this Python
            if name:
                text = chr(point) + (VS16 if _is_plain(point) else "")
                found.setdefault(text, Emoji(text, name.lower(), group))
    for key in "0123456789#*":
        found[key] = Emoji(key + VS16 + _KEYCAP, f"keycap {unicodedata.name(key).lower()}", "symbols")
    for code, country in COUNTRIES.items():
        text = flag(code)
        found[text] = Emoji(text, f"flag {country.lower()}", "flags")
    order = list(GROUPS)
    return tuple(sorted(found.values(), key=lambda each: order.index(each.group)))


def flag(code: str) -> str:
    """The flag of a country by its two letters."""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code)


class Finder:
    """Finds emoji by words. `words`: more of them for some emoji, by their text."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._index = [
            (each, frozenset(_plain(f"{each.name} {words.get(each.text, '')}").split())) for each in all_emoji()
        ]

    def find(self, text: str) -> list[Emoji]:
        """The emoji that every word of a text fits, the best first; none for no word. An emoji finds itself.

        A word fits where it begins a word of the emoji; where it is the whole of one it counts for more.
        """
        asked = _plain(text).split()
        ranked = []
        for each, has in self._index if asked else ():
            fits = [word in has or any(own.startswith(word) for own in has) for word in asked]
            if all(fits) or each.text == text.strip():
                ranked.append((sum(word not in has for word in asked), each))
        return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def _plain(text: str) -> str:
    return plain(text).replace("-", " ")


def _points(ranges: str) -> Iterator[int]:
    for each in ranges.split():
        first, _, last = each.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


@functools.cache
def _plain_points() -> tuple[frozenset[int], frozenset[int]]:
    return frozenset(_points(_COLOURED_BMP)), frozenset(_points(_PLAIN_ABOVE))


def _is_plain(point: int) -> bool:
    """Tells whether it is drawn as a letter unless a variation selector asks for colour."""
    coloured, plain = _plain_points()
    return point not in coloured if point < 0x10000 else point in plain
