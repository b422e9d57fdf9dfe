"""Names that a person gives: when two are the same, and what is said of the second."""

import contextlib
import sqlite3
import unicodedata
from collections.abc import Container, Iterator

from scoro_desktop.messages.names import as_name
from scoro_desktop.storage.database import StorageFailed, storable


class NameTakenError(Exception):
    """The name is another's already."""


@contextlib.contextmanager
def names_unique() -> Iterator[None]:
    """Turns the database's refusal of a second name into NameTakenError."""
    try:
        yield
    except StorageFailed as error:
        if isinstance(error.__cause__, sqlite3.IntegrityError):
            raise NameTakenError from None
        raise


def name_key(name: str) -> str:
    """Returns one text for names that are one to a reader: regardless of capitals and of how letters are composed."""
    return unicodedata.normalize("NFC", storable(name).casefold())


def kept_name(name: str) -> str:
    """A name as it is stored: in one line, without what nobody can see."""
    return storable(as_name(name) or "?")


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or the first of "name (2)", "name (3)"… whose key is not in `taken`."""
    free, number = name, 1
    while name_key(free) in taken:
        number += 1
        free = f"{name} ({number})"
    return free
