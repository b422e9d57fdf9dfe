"""Texts as they are searched: alike where a reader sees no difference."""

import re
import unicodedata
from typing import Final

HIDDEN: Final = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters that take no place and show nothing (Default_Ignorable_Code_Point, Unicode, DerivedCoreProperties.txt)."""
ACCENTS: Final = re.compile("[\u0300-\u036f]")
"""Combining Diacritical Marks, those that no letter was found for to make one of."""


def visible(text: str) -> str:
    """The text less what shows nothing: a soft hyphen, a zero width space, a mark of direction."""
    return text if text.isascii() else HIDDEN.sub("", text)


def plain(text: str) -> str:
    """A text as it is searched: without case, accents and what shows nothing, so also with е for ё."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", visible(text).casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))
