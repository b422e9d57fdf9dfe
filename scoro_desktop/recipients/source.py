"""The source of recipients: which file or text, and how it is read. What cannot be read is refused in a code."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from scoro_desktop.recipients.unreadable import Sheet, UnreadableFileError
from scoro_desktop.wire import JsonObject

__all__ = (
    "DELIMITERS",
    "ENCODINGS",
    "LONGEST_LINE",
    "MOST_BYTES",
    "MOST_COLUMNS",
    "MOST_SHEET_BYTES",
    "Kind",
    "NotWantedError",
    "Notice",
    "Row",
    "Sheet",
    "Source",
    "UnreadableFileError",
)

ENCODINGS: Final = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "cp1251",
    "koi8-r",
    "cp866",
    "cp1252",
    "mac-cyrillic",
    "iso8859-5",
    "koi8-u",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "mac-roman",
)
"""The encodings that a person may choose from; a mark at the beginning belongs to none. Those behind Windows-1250 are
never guessed: their bytes look like words in too many of them.
"""
DELIMITERS: Final = (",", ";", "\t", "|")
"""The signs that part cells. A `sep=` line may name any other character."""

MOST_BYTES: Final = 256_000_000
"""Of a text file: a hundred bytes for each of more people than a sheet has rows. Ours."""
MOST_SHEET_BYTES: Final = 100_000_000
"""Of an XLSX: three times one with a million rows. Ours."""
MOST_COLUMNS: Final = 1_000
"""Ours: a table of people has some twenty."""
LONGEST_LINE: Final = 1_000_000
"""Bytes of one line: what has longer ones is no table. Ours."""


class Kind(enum.StrEnum):
    """The container of the rows."""

    CSV = "csv"
    XLSX = "xlsx"
    PASTED = "pasted"


@dataclass(frozen=True)
class Source:
    """The way in which rows are read.

    `encoding`: of a CSV, one of `ENCODINGS`, empty for the others. `delimiter`: what parts the cells of a text, empty
    for an XLSX. `sheet`: the name of one of an XLSX. `header_row`: its number in the sheet, from 1; None: there is
    none. What stands above it is no row of people. `hidden`: rows of a sheet that its program does not show are read,
    too; they are most often filtered out.
    """

    kind: Kind
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_row: int | None = None
    hidden: bool = True

    def to_json(self) -> JsonObject:
        """JSON for the campaign."""
        return {
            "kind": self.kind,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "sheet": self.sheet,
            "header_row": self.header_row,
            "hidden": self.hidden,
        }


class Row(NamedTuple):
    """A row of people. `number`: as the sheet has it, from 1. `cells`: as many as there are columns.

    `bad`: the code of what is wrong with the row as such, empty where nothing is: `too_many_cells`, `bad_characters`
    (bytes that are no text in this encoding), `bad_quote` (a quote closes in the middle of a cell, or a cell in quotes
    is longer than 131,072 characters).
    """

    number: int
    cells: tuple[str, ...]
    bad: str = ""


class Notice(NamedTuple):
    """A code for something that a person should know of a file that can be read, and the figures of its words."""

    code: str
    params: Mapping[str, str | int] = {}


class NotWantedError(Exception):
    """Nobody wants the rows any longer: the reading was stopped."""
