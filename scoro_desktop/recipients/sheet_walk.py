"""A walk through the elements of one sheet of an XLSX: what its text alone does not tell, and what is twice in it."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.parsers import expat

from scoro_desktop.recipients.unreadable import UnreadableFileError

_LAST_ROW: Final = 1 << 20
"""The rows that a sheet can have."""
_REFERENCE: Final = re.compile(r"([A-Za-z]+)([0-9]+)")
NO_VALUE: Final = "#NO VALUE"
"""Stands in the place of a formula whose value the file does not have: a program that cannot reckon wrote it."""


class Facts:
    """The facts of one sheet. `hidden`: numbers of rows. `errors`: texts of error values, by row and column from 0.

    `rows` and `columns` are measured only where there is anything out of the way. `are_rows_counted`: a row may stand
    twice all the same where one is blank.
    """

    def __init__(self) -> None:
        self.hidden: set[int] = set()
        self.merged: list[str] = []
        self.errors: dict[int, dict[int, str]] = {}
        self.rows = self.columns = 0
        self.are_rows_counted = False

    @property
    def farthest(self) -> str:
        """The cell at the corner of the rectangle around all cells, as sheets write it."""
        letters, at = "", self.columns
        while at:
            at, rest = divmod(at - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{self.rows}"


class Walk:
    """One way through the elements of a sheet."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._had = bytearray(_LAST_ROW + 1)  # 1 for each row that there was
        self._columns: set[int] = set()
        self._row = self._column = 0
        self._kind = ""
        self._has_formula = self._has_value = self._in_value = False
        self._text: list[str] = []

    def through(self, pieces: Iterator[bytes]) -> None:
        """Gathers the facts. Raises UnreadableFileError."""
        parse(pieces, self._start, self._end, self._data, _refuse)  # the library takes a section for nothing

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        tag = bare(tag)
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "f":
            self._has_formula = True
        elif tag == "v":
            self._has_value = True
            self._in_value = self._kind == "e"
            self._text = []
        elif tag == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdigit() else self._row + 1
            self._column = 0
            self._begin_row()
            self._facts.rows = max(self._facts.rows, self._row)
            if attributes.get("hidden") in {"1", "true"}:
                self._facts.hidden.add(self._row)
        elif tag == "mergeCell":
            self._facts.merged.append(attributes.get("ref", ""))

    def _begin_row(self) -> None:
        """Refuses a row that there was: the library has room for one of them, and somebody would be lost."""
        self._columns.clear()
        if self._row <= _LAST_ROW:
            if self._had[self._row]:
                raise UnreadableFileError("row_twice", row=self._row)
            self._had[self._row] = 1

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        place = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = _column(place[1]) if place else self._column + 1
        self._facts.columns = max(self._facts.columns, self._column)
        if place:
            self._row = int(place[2])
            self._facts.rows = max(self._facts.rows, self._row)
        if self._column in self._columns:
            raise UnreadableFileError("row_twice", row=self._row)
        self._columns.add(self._column)
        self._kind = attributes.get("t", "")
        self._has_formula = self._has_value = self._in_value = False

    def _data(self, text: str) -> None:
        if self._in_value:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        if bare(tag) != "c":
            return
        if self._kind == "e":
            self._note("".join(self._text).strip() or NO_VALUE)
        elif self._has_formula and not self._has_value:
            self._note(NO_VALUE)
        self._kind = ""

    def _note(self, text: str) -> None:
        self._facts.errors.setdefault(self._row, {})[self._column - 1] = text


def parse(
    pieces: Iterator[bytes],
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] | None = None,
    data: Callable[[str], None] | None = None,
    section: Callable[[], None] | None = None,
) -> None:
    """Parses XML in pieces; entities of its own are refused, for they are how small files become large."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    parser.StartCdataSectionHandler = section
    parser.EntityDeclHandler = _refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise UnreadableFileError("broken_sheet") from None


def _refuse(*_declared: object) -> None:
    raise UnreadableFileError("broken_sheet")


def bare(name: str) -> str:
    """The name without its prefix: some programs write `x:row`."""
    return name.rpartition(":")[2]


def _column(letters: str) -> int:
    """The number of a column, from 1."""
    number = 0
    for each in letters.upper():
        number = number * 26 + ord(each) - 64
    return number
