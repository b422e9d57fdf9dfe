"""A language that nobody speaks: every text of the app, a third longer, with accents and between brackets."""

import re
from typing import Final

from PySide6.QtCore import QTranslator

LONGER: Final = 0.35
"""The length that a translation may well have beyond the English: Russian is 30 % longer (IBM's rule says the same of
texts over 20 letters)."""
_ACCENTS: Final = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝçñšž")
_KEPT: Final = re.compile(r"(\{[^}]*\}|%L?n|%L?\d|<[^>]+>|&\w|\\u\w+)")


def pseudo(text: str) -> str:
    """The text in that language, its placeholders and tags as they were."""
    if not any(letter.isalpha() for letter in _KEPT.sub("", text)):
        return text
    parts = _KEPT.split(text)
    accented = "".join(part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts))
    return f"[{accented}{_padding(round(len(text) * LONGER) - 2)}]"


def _padding(letters: int) -> str:
    """So many letters, in words of five as words are: a line can break between them."""
    return "".join(" " if place % 5 == 0 and letters > 5 else "~" for place in range(letters))


class Pseudo(QTranslator):
    """Speaks it; forms of numbers are those of English."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Gives a text of the app; Qt's own are left alone."""
        return pseudo(source)

    def isEmpty(self) -> bool:
        """Is asked before it is installed."""
        return False
