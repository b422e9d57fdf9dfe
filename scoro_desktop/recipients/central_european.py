"""Words of Central Europe told from Western ones, whose letters are the same bytes: by where in a word each one stands.

What is "Kučera" in Windows-1250 is "Kuèera" in Windows-1252: no word of the West has è before a vowel, and ř, č, ň, ć
are consonants where ø, è, ò and æ are vowels. Of letters that are vowels in both the neighbours tell as well: ě stands
behind few consonants, ő in the last syllable of Hungarian names and õ in the first of Estonian ones, ã before e and o
in Portuguese and ă before consonants in Romanian. A word has one voice; one with letters of both has none.
"""

import re
from collections.abc import Iterable
from typing import Final

_FEWEST: Final = 4
"""Words of Central Europe below which nothing is said: some Western name or other has a letter in a strange place."""
_TIMES: Final = 4
"""Times as many of them as of Western words. In lists of names and in dictionaries of 25 languages the ratio was ten or
more for Central Europe, a half for Gaelic, an eighth for Norwegian and a twentieth at most for any other of the West.
"""
_VOWELS: Final = "aeiouyáâäéëíîóôöúüý"
_BOTH: Final = f"{_VOWELS}õûùìêã"
"""Vowels in both."""
_CONSONANTS: Final = "bcdfghjklmnpqrstvwxzšžçñß"
_SYLLABLE: Final = rf"(?:(?<=[{_VOWELS}õ][{_CONSONANTS}])|(?<=[{_VOWELS}õ][{_CONSONANTS}]{{2}}))"
"""The letters before the vowel of a second syllable."""
_RUSSIAN: Final = r"\w*(?:ova?|eva?|ina?|ski|skaja|ik|nikova?|uk|ko|naja)\b"
"""Ends of Russian names as Estonians write them, with õ for ы."""
_CENTRAL: Final = re.compile(
    rf"""
    è(?=[{_BOTH}]) | (?<=[aáií])è\b | ø(?=[aeiouáéíóúý]) | (?<=[{_VOWELS}])ø\b              # č, ř
    | (?<=[bpvmfdtn])ì(?=\w) | (?<=[{_VOWELS}])ò | (?<=[aeiou])æ\b | æ(?=[aeiou])           # ě, ň, ć
    | \b[ïð](?=[{_BOTH}])                                                                   # ď, đ
    | ã(?=[{_CONSONANTS}þº]) | (?<=[aeiouîâã])þ(?=[aeiouã])                                 # ă, ţ
    | ª(?=\w\w) | (?<=\w[^\W\d_])º(?=\w\w)                                                  # ş
    | õs?\b | {_SYLLABLE}õ(?![aeiouõ]|{_RUSSIAN}) | (?<=sz)[õû] | (?<=[cz]s)[õû] | (?<=gy)[õû]    # ő, ű
    | (?<=[{_CONSONANTS}])û\b | (?<=[{_VOWELS}õ][{_CONSONANTS}])û(?=[{_CONSONANTS}])
    | ñ(?=[{_CONSONANTS}]) | ñ\b | (?<=[^\W\d_])[¾¼\ufffd] | [¾¼\ufffd](?=[{_VOWELS}])      # ń, ľ, ť
    """,
    re.VERBOSE,
)
"""Letters where only those of Windows-1250 stand, as Windows-1252 shows them."""
_WESTERN: Final = re.compile(
    rf"""
    (?<=[{_CONSONANTS}])[èøæ](?=[{_CONSONANTS}]) | (?<=[{_CONSONANTS}])[èøæ]\b | \b[èøæ](?=[{_CONSONANTS}]) | øy
    | ì\b | (?<![bpvmfdtn])ì | (?<=[{_CONSONANTS}])ò | (?<=[{_VOWELS}])ï(?=[{_CONSONANTS}]) | [àåê]
    | ã(?=[oe]) | õ(?=[aeiouõ]) | ù\b | \bù | (?<=[{_VOWELS}])û | ñ(?=[{_VOWELS}])
    """,
    re.VERBOSE,
)


def are_central_european(words: Iterable[bytes]) -> bool:
    """Tells whether words, in one of the two encodings, are plainly of Windows-1250."""
    central = western = 0
    for word in {each.decode("cp1252", "replace").lower() for each in words}:
        is_central, is_western = bool(_CENTRAL.search(word)), bool(_WESTERN.search(word))
        central += is_central and not is_western
        western += is_western and not is_central
    return central >= _FEWEST and central > _TIMES * western
