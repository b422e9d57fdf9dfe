"""The characters that make an SMS UCS-2 although its words would fit GSM 7-bit, and what could stand in their place.

A text that is written in another script (Cyrillic, Greek, Chinese) is UCS-2 whatever its quotes are: of such a text
nothing is told.
"""

import enum
import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from scoro_desktop.messages.channels.sms.parts import GSM7


class Kind(enum.StrEnum):
    """The sort of a character. ACCENT: a letter that GSM has only without its accent, so spelling would change.

    LETTER: looks like a letter of GSM, as a Cyrillic "o" in a Latin word. NONE: nothing can stand in its place.
    """

    QUOTE = "quote"
    DASH = "dash"
    ELLIPSIS = "ellipsis"
    SPACE = "space"
    INVISIBLE = "invisible"
    LETTER = "letter"
    SIGN = "sign"
    ACCENT = "accent"
    NONE = "none"


@dataclass(frozen=True)
class Outsider:
    """A character outside of GSM's alphabet, with its marks. `start`: in code points. `equal`: empty to leave it out.

    A run of characters without an equal is one, since an emoji may be several.
    """

    start: int
    text: str
    kind: Kind
    equal: str = ""

    @property
    def end(self) -> int:
        """Returns the offset of its end, in code points."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Outsiders:
    """The characters that make a text UCS-2; none where its own words are of another script."""

    found: tuple[Outsider, ...] = ()

    def replaced(self, text: str, *, accents: bool = False, without_equal: bool = False) -> str:
        """The text with the equals of the harmless; those of accents, and nothing for what has no equal, on demand."""
        pieces, at = [], 0
        for each in self.changed(accents=accents, without_equal=without_equal):
            pieces += [text[at : each.start], each.equal]
            at = each.end
        return "".join((*pieces, text[at:]))

    def changed(self, *, accents: bool = False, without_equal: bool = False) -> list[Outsider]:
        """Those in whose place `replaced` puts something else."""
        wanted = {Kind.ACCENT: accents, Kind.NONE: without_equal}
        return [each for each in self.found if wanted.get(each.kind, True)]


_EQUALS: Final = {
    Kind.QUOTE: {"“”„‟«»″〝〞": '"', "‘’‚‛‹›′`´ʼ": "'"},
    Kind.DASH: {"‐‑‒–—―−": "-"},
    Kind.ELLIPSIS: {"…": "..."},
    Kind.INVISIBLE: {"\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069": ""},
    Kind.SIGN: {"×": "x", "•·‣": "-", "⁄∕": "/", "¦": "|", "∗": "*"},
    Kind.ACCENT: {"ł": "l", "Ł": "L", "đð": "d", "ĐÐ": "D", "ħ": "h", "Ħ": "H", "ı": "i", "œ": "oe", "Œ": "OE"},
}
_KNOWN: Final = {
    character: (kind, equal)
    for kind, groups in _EQUALS.items()
    for characters, equal in groups.items()
    for character in characters
}
_TWINS: Final = dict(
    zip("АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo", strict=True)
)
"""Letters of other scripts that look like Latin ones."""
_SAME_BY: Final = ("<font>", "<wide>", "<narrow>", "<compat>")
"""Unicode's decompositions that keep the meaning; a superscript or a circle may be one."""

_MARKS: Final = "\u0300-\u036f"
_INSIDE: Final = "".join(map(re.escape, sorted(GSM7)))
_OUTSIDE: Final = re.compile(f"[^{_INSIDE}]")
_CLUSTER: Final = re.compile(f"[^{_INSIDE}{_MARKS}][{_MARKS}]*|[{_INSIDE}]?[{_MARKS}]+")
_WORD: Final = re.compile(r"[^\W\d_]+")


@functools.lru_cache(maxsize=16)
def outsiders(text: str) -> Outsiders:
    """Finds the characters that make a text UCS-2."""
    if not _OUTSIDE.search(text):
        return Outsiders()
    twins: dict[int, str] = {}
    for word in _WORD.finditer(text):
        if not _OUTSIDE.search(word[0]):
            continue
        others = [(at, each) for at, each in enumerate(word[0], word.start()) if _is_other_script(each)]
        if others and (len(others) == len(word[0]) or not all(each in _TWINS for _, each in others)):
            return Outsiders()
        twins.update((at, _TWINS[each]) for at, each in others)
    return Outsiders(tuple(_joined(_read(match, twins) for match in _CLUSTER.finditer(text))))


def _read(match: re.Match[str], twins: dict[int, str]) -> Outsider:
    start, text = match.start(), match[0]
    if start in twins:
        return Outsider(start, text, Kind.LETTER, twins[start])
    if text in _KNOWN:
        return Outsider(start, text, *_KNOWN[text])
    if text.isspace():
        return Outsider(start, text, Kind.SPACE, " ")
    whole = unicodedata.normalize("NFC", text)
    if _fits(whole):
        return Outsider(start, text, Kind.LETTER, whole)
    same = unicodedata.normalize("NFKC", text)
    if unicodedata.decomposition(text[0]).startswith(_SAME_BY) and _fits(same):
        return Outsider(start, text, Kind.LETTER if same.isalnum() else Kind.SIGN, same)
    plain = "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    plain = _KNOWN.get(plain, (Kind.ACCENT, plain))[1]
    if plain.isalpha() and _fits(plain):
        return Outsider(start, text, Kind.ACCENT, plain)
    return Outsider(start, text, Kind.NONE)


def _joined(found: Iterable[Outsider]) -> Iterator[Outsider]:
    """The same, each run of those without an equal as one."""
    waiting: Outsider | None = None
    for each in found:
        if waiting is not None and each.kind is Kind.NONE and each.start == waiting.end:
            waiting = Outsider(waiting.start, waiting.text + each.text, Kind.NONE)
            continue
        if waiting is not None:
            yield waiting
        waiting = each if each.kind is Kind.NONE else None
        if waiting is None:
            yield each
    if waiting is not None:
        yield waiting


def _fits(text: str) -> bool:
    return not _OUTSIDE.search(text)


@functools.lru_cache(maxsize=4096)
def _is_other_script(letter: str) -> bool:
    if letter in GSM7 and letter < "\u0370":
        return False
    base = unicodedata.normalize("NFKD", letter)[0]
    return not base.isascii() and not unicodedata.name(letter, "").startswith(("LATIN", "MICRO"))
