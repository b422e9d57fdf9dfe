"""What migrations do to rows of before, so that they are found by what a reader sees, and have names of one line."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from typing import Final

from scoro_desktop import wire
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.searching import HIDDEN
from scoro_desktop.storage.database import storable
from scoro_desktop.storage.names import kept_name, name_key
from scoro_desktop.storage.search import indexed
from scoro_desktop.wire import JsonValue

_TELLS: Final = re.compile(
    "[\xad\u034f\u061c\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\\w\u200d\\w"
)
"""What made two words of one in the index. Emoji with their selectors and joiners are indexed as they were."""


def add_functions(connection: sqlite3.Connection) -> None:
    """Makes the functions of the migrations known to a connection."""
    for name, arguments, function in (
        ("words_before", 2, _words_before),
        ("words_now", 2, lambda channel, request: indexed(_words(channel, request))),
        ("hides_letters", 2, lambda channel, request: _TELLS.search(_words(channel, request)) is not None),
        ("hidden_words", 1, _hidden_words),
        ("clean_name", 1, kept_name),
        ("key_of_name", 1, name_key),
    ):
        connection.create_function(name, arguments, function, deterministic=True)


def _words(channel: str, request: str) -> str:
    """The text that a send is found by; empty where its request cannot be read."""
    if _TELLS.search(request) is None:  # most of them, and none of those need be taken apart
        return ""
    try:
        body = wire.read(request)
        return Request.from_wire(Channel(channel), body).words() if isinstance(body, dict) else ""
    except ValueError:
        return ""


def _words_before(channel: str, request: str) -> str:
    """The words under which the version before put a send into the index, and under which alone it can be taken out."""
    text = unicodedata.normalize("NFC", storable(_words(channel, request))).casefold()
    return " ".join("".join(map(_placed_before, text.replace("ё", "е").replace("\ufffd", " "))).split())


def _placed_before(character: str) -> str:
    category = unicodedata.category(character)
    if category == "So":
        return f" {character} "
    return character if category[0] in "LNM" or category == "Co" else " "


def _hidden_words(state: str) -> str:
    """The words of a draft's state that hold something which shows nothing; empty where there are none."""
    try:
        value = wire.read(state)
    except ValueError:
        return ""
    found = (word for text in _strings(value) if _TELLS.search(text) for word in text.split())
    return indexed(" ".join(word for word in found if HIDDEN.search(word)))


def _strings(value: JsonValue) -> Iterator[str]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, dict):
            waiting.extend(each.values())
