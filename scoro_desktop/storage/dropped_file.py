"""A file that was dropped on the window: one of the library, or a text that a message may be read from."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeAlias

from scoro_desktop.storage.file_parts import MOST_BYTES, LibraryFileError
from scoro_desktop.storage.library_file import LibraryFile, from_bytes

MOST_OF_TEXT: Final = 1_000_000
"""Bytes of a text: as many as the import of commands takes characters (`curl.reading.LENGTH_MAX`)."""
_OTHERS: Final = frozenset({"other_file", "not_json", "not_utf8", "too_deep"})
"""Codes of a file that is none of the library, and may be a text."""

Dropped: TypeAlias = LibraryFile | str


def read_dropped(path: Path) -> Dropped:
    """Reads a file of the library, or the text of another.

    Raises LibraryFileError: `no_file` for a folder or a device, `unreadable`, `too_big`, `no_text`, and what a file of
    the library may be wrong in.
    """
    try:
        if not path.is_file():
            raise LibraryFileError("no_file")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise LibraryFileError("unreadable", reason=error.strerror or type(error).__name__) from error
    try:
        return from_bytes(data)
    except LibraryFileError as error:
        if error.code not in _OTHERS:
            raise
    if len(data) > MOST_OF_TEXT:
        raise LibraryFileError("no_text")
    text = _text_of(data)
    if "\0" in text or not _may_be_a_message(text):
        raise LibraryFileError("no_text")
    return text


def _may_be_a_message(text: str) -> bool:
    """Tells whether anything in it begins as a request does: an object of JSON, or a command."""
    return "{" in text or "curl" in text.casefold()


def _text_of(data: bytes) -> str:
    """The text, by the mark at its beginning, else as UTF-8; PowerShell writes UTF-16."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise LibraryFileError("no_text") from None
