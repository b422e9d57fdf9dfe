"""Search by typed words: text made alike on both sides, and a query that no typed character can break."""

import functools
import sqlite3
import unicodedata

from scoro_desktop.messages.searching import ACCENTS, HIDDEN, plain, visible
from scoro_desktop.storage.database import storable


def folded(text: str) -> str:
    """The words of a text, as they are looked for: no case, one way to write each, ё as е, nothing that is not seen.

    Emoji and signs are words of their own, also where they touch another; punctuation only separates.
    """
    text = unicodedata.normalize("NFC", storable(visible(text))).casefold().replace("ё", "е").replace("\ufffd", " ")
    return " ".join("".join(map(_placed, ACCENTS.sub("", text))).split())


def indexed(text: str) -> str:
    """The words that a text is found by: as it reads, and where something that shows nothing stands within a word, also
    its two halves.
    """
    if text.isascii() or HIDDEN.search(text) is None:
        return folded(text)
    halves = " ".join(each for each in text.split() if HIDDEN.search(each) is not None)
    return folded(f"{text} {HIDDEN.sub(' ', halves)}")


def is_found(text: str, typed: str) -> bool:
    """Tells whether every word that is typed begins a word of a text, which `indexed` gave."""
    text = f" {text}"
    return all(f" {word}" in text for word in folded(typed).split())


def offer_plain(connection: sqlite3.Connection) -> None:
    """Gives SQL a function `plain(text)`, so that part of a text is found as it is read.

    SQLite's LIKE and NOCASE know the capitals of ASCII alone (sqlite.org/lang_expr.html#like).
    """
    connection.create_function("plain", 1, plain, deterministic=True)


def match_expression(typed: str) -> str:
    """An FTS5 expression for rows in which every typed word begins a word; empty if no word was typed.

    Each word is quoted, so operators mean nothing ("FTS5 Strings", sqlite.org/fts5.html).
    """
    return " ".join(f'"{word}"*' for word in folded(typed).split())


@functools.lru_cache(maxsize=4096)
def _placed(character: str) -> str:
    """Returns what the index holds for one character; the categories are those that the index was made with."""
    category = unicodedata.category(character)
    if category == "So":
        return f" {character} "
    return character if category[0] in "LNM" or category == "Co" else " "
