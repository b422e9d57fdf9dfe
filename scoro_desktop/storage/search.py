"""How typed words find a row: text made alike on both sides, and a query that no typed character can break."""

import unicodedata

from scoro_desktop.storage.database import storable


def folded(text: str) -> str:
    """The words of a text, as they are indexed and as they are looked for: no case, one way to write each, ё as е.

    Emoji and signs are words of their own, also where they touch another; punctuation only separates.
    """
    text = unicodedata.normalize("NFC", storable(text)).casefold().replace("ё", "е").replace("\ufffd", " ")
    return " ".join("".join(map(_placed, text)).split())


def match_expression(typed: str) -> str:
    """An FTS5 expression for rows in which every typed word begins a word; empty if no word was typed.

    Each word is quoted, so operators mean nothing ("FTS5 Strings", sqlite.org/fts5.html).
    """
    return " ".join(f'"{word}"*' for word in folded(typed).split())


def _placed(character: str) -> str:
    """What stands in the index for one character; the categories are those that the index was made with."""
    category = unicodedata.category(character)
    if category == "So":
        return f" {character} "
    return character if category[0] in "LNM" or category == "Co" else " "
