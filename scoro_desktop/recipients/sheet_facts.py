"""The facts of an XLSX that the library does not tell, and the bounds within which it may be given one at all.

Runs in the process for sheets alone. Everything that the library will unpack is unpacked here first, piece by piece,
counted, and held against its sum (CRC): an archive that says less than it holds is found out before.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.parsers import expat

from scoro_desktop.recipients.unreadable import Sheet, UnreadableFileError

MOST_UNPACKED: Final = 600_000_000
"""Bytes of all parts that are read: twice those of a sheet with as many rows as a sheet can have. Ours."""
MOST_CELLS: Final = 13_000_000
"""Of the rectangle around all cells, which the library makes whole: some 900 MB. Ours."""
MOST_PARTS: Final = 10_000
_CHUNK: Final = 1 << 16
"""Bytes that are looked at together: a processor has them at hand, and their memory is used again without asking the
system for it. Four times as many take a tenth longer.
"""
_LONG: Final = 100_000_000
"""Bytes of a sheet from which it is more likely to have half a million rows than a column beyond L."""
_BEGINNING: Final = 200_000
_OVERLAP: Final = 64
"""Bytes in which a mark is found again that a piece was cut in."""
_MARKS: Final = (b"hidd", b'="e"')
"""Signs that a sheet is worth a walk of its elements: most have none of it, and that is known ten times as fast. Each
ends with a rare letter, from which bytes are looked for.
"""
_SECTION: Final = b"DATA["
"""Another one; that there is no `[` at all is known sooner."""
_MERGED: Final = b"<merg"
_END_OF_ROWS: Final = b"</sheetData>"
"""Ranges that were made one stand behind it."""
_FORMULA: Final = (b"<f>", b"<f ", b"<f/", b"<f\n", b"<f\r", b"<f\t")
_HABITS: Final = re.compile(rb"""<\w+:row\b|<row>|<row/|<c>|<c/|<c\s[^r]|<c[^\w ]|\w='|\w\s+=\s*["']|\w=\s+["']""")
"""Ways to write that only the walk understands. A program has one way: that of the beginning."""
_FAR: Final = re.compile(rb'r="(?:[A-Za-z]{2,}[0-9]|[A-Za-z]?(?:[5-9][0-9]{5}|[0-9]{7}))')
"""A cell beyond column Z or in the second half of a sheet: without one there are at most `MOST_CELLS`."""
_WIDE: Final = re.compile(
    rb'r="(?:[A-Za-z]{2,}[0-9]|[M-Zm-z][0-9]|[A-Za-z]?(?:10[5-9][0-9]{4}|1[1-9][0-9]{5}|[02-9][0-9]{6}|[0-9]{8}))'
)
"""A cell beyond column L or below a sheet: without one there are at most `MOST_CELLS`, in as many rows as may be."""
_WIDE_LETTERS: Final = re.compile(
    rb"""(?is)\xff\xfe|\xfe\xff|.{0,3}\0|\s*<\?xml[^>]*encoding\s*=\s*["']\s*(?:utf-?[713]|ucs)"""
)
"""XML in UTF-16, say, which the format allows: the library finds nothing in it, and would say that a sheet is empty."""
_SMALL: Final = dict.fromkeys(b"abcdefghijklmnopqstuvwxyz", 97)
_ALIKE: Final = bytes(
    0x41 if 0x41 <= byte <= 0x5A else 0x30 if 0x30 <= byte <= 0x39 else _SMALL.get(byte, byte) for byte in range(256)
)
"""Makes A of every capital letter, a of every small one but r, and 0 of every digit."""
_MAY_BE_FAR: Final = (b'r="AA', b'r="a', b'r="r', b'000000"')
"""One of them stands in a piece with a cell that is far: looking for them takes half of looking for `_FAR`. The library
takes small letters, too.
"""
_REFERENCE: Final = re.compile(r"([A-Za-z]+)([0-9]+)")
NO_VALUE: Final = "#NO VALUE"
"""Stands in the place of a formula whose value the file does not have: a program that cannot reckon wrote it."""


class Facts:
    """The facts of one sheet. `hidden`: numbers of rows. `errors`: texts of error values, by row and column from 0.

    `rows` and `columns` are measured only where there is anything out of the way.
    """

    def __init__(self) -> None:
        self.hidden: set[int] = set()
        self.merged: list[str] = []
        self.errors: dict[int, dict[int, str]] = {}
        self.rows = self.columns = 0

    @property
    def farthest(self) -> str:
        """The cell at the corner of the rectangle around all cells, as sheets write it."""
        letters, at = "", self.columns
        while at:
            at, rest = divmod(at - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{self.rows}"


class Container:
    """An XLSX that was opened, and looked at before it is believed."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Raises UnreadableFileError for what is no XLSX, or unpacks too far by what it says itself."""
        self._archive = archive
        # The library knows no capitals in names: of two that are one it would read the other.
        parts = {each.filename.lstrip("/").lower(): each for each in archive.infolist()}
        if len(parts) != len(archive.infolist()) or len(parts) > MOST_PARTS:
            raise UnreadableFileError("broken_sheet")
        self._parts = parts
        workbook = self._find_workbook()
        self._left = MOST_UNPACKED
        self._sheets = self._read_workbook(workbook)
        if not self._sheets:
            raise UnreadableFileError("no_sheet")

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets with cells, in order."""
        return [sheet for sheet, _ in self._sheets]

    def facts(self, sheet: str) -> Facts:
        """Goes through the whole sheet, and through what the library reads beside it. Raises UnreadableFileError."""
        path = next(path for each, path in self._sheets if each.name == sheet)
        for name in self._parts:
            if name.endswith((".xml", ".rels")) and "/worksheets/" not in name:
                for _ in self._pieces(name):
                    pass
        facts = Facts()
        if self._is_plain(path):
            return facts
        self._left += self._parts[path].file_size  # it is gone through twice
        _Walk(facts).through(self._pieces(path))
        if facts.rows * facts.columns > MOST_CELLS:
            raise UnreadableFileError("sheet_too_large", cell=facts.farthest)
        return facts

    def _find_workbook(self) -> str:
        if "xl/workbook.xml" in self._parts:
            return "xl/workbook.xml"
        kind = "zip"
        if "xl/workbook.bin" in self._parts:
            kind = "xlsb"
        elif "mimetype" in self._parts and self._parts["mimetype"].file_size < 200:
            kind = "ods" if b"opendocument" in self._archive.read(self._parts["mimetype"]) else "zip"
        elif any(name.endswith(".iwa") for name in self._parts):
            kind = "numbers"
        raise UnreadableFileError("other_kind", kind=kind)

    def _read_workbook(self, path: str) -> list[tuple[Sheet, str]]:
        named: list[tuple[str, bool, str]] = []
        targets: dict[str, tuple[str, str]] = {}

        def sheet(tag: str, attributes: Mapping[str, str]) -> None:
            if _bare(tag) == "sheet":
                known = {_bare(name): value for name, value in attributes.items()}
                named.append((known.get("name", ""), known.get("state", "visible") != "visible", known.get("id", "")))

        def relation(tag: str, attributes: Mapping[str, str]) -> None:
            if _bare(tag) == "Relationship":
                targets[attributes.get("Id", "")] = (attributes.get("Type", ""), attributes.get("Target", ""))

        _parse(self._pieces(path), sheet)
        _parse(self._pieces("xl/_rels/workbook.xml.rels"), relation)
        found = []
        for name, hidden, relation_id in named:
            kind, target = targets.get(relation_id, ("", ""))
            part = _part_of(target).lower()
            if kind.endswith("/worksheet") and part in self._parts:
                found.append((Sheet(name, hidden), part))
        return found

    def _pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, counted as they come. Raises UnreadableFileError."""
        part = self._parts.get(name)
        if part is None or part.flag_bits & 1:
            raise UnreadableFileError("broken_sheet")
        if part.file_size > self._left:
            raise UnreadableFileError("unpacks_too_far", limit=MOST_UNPACKED)
        self._left -= part.file_size
        with self._archive.open(part) as file:
            piece = file.read(_CHUNK)
            if name.startswith("xl/") and _WIDE_LETTERS.match(piece):
                raise UnreadableFileError("broken_sheet")
            while piece:
                yield piece
                piece = file.read(_CHUNK)

    def _is_plain(self, path: str) -> bool:
        """Goes through a sheet to its end, and tells whether there is nothing in it that is out of the way."""
        size = self._parts[path].file_size
        likely, other = (_is_narrow, _is_near) if size > _LONG else (_is_near, _is_narrow)
        if self._has_only(path, likely):
            return True
        self._left += size  # it is gone through twice
        return self._has_only(path, other)

    def _has_only(self, path: str, near: Callable[[bytes], bool]) -> bool:
        tail = before = last = b""
        plain = True
        for piece in self._pieces(path):
            if plain:
                plain = _is_plain(tail + piece[:_OVERLAP], near) and _is_plain(piece, near)
                plain = plain and (bool(tail) or not _HABITS.search(piece, 0, _BEGINNING))
                before, last = last, piece
                tail = piece[-_OVERLAP:]
        last = before + last
        return plain and _END_OF_ROWS in last and _MERGED not in last[last.rfind(_END_OF_ROWS) :]


def _is_plain(text: bytes, near: Callable[[bytes], bool]) -> bool:
    """Tells whether nothing in a part of a sheet is a sign of what only the walk understands."""
    if any(mark in text for mark in _MARKS) or (b"[" in text and _SECTION in text):
        return False
    return not (b"<f" in text and any(mark in text for mark in _FORMULA)) and near(text)


def _is_near(text: bytes) -> bool:
    """Tells whether no cell of a part is `_FAR`."""
    alike = text.translate(_ALIKE)
    # From the end: from the beginning Python looks for more than five bytes in a way that takes three times as long.
    return all(alike.rfind(mark) < 0 for mark in _MAY_BE_FAR) or not _FAR.search(text)


def _is_narrow(text: bytes) -> bool:
    """Tells whether no cell of a part is `_WIDE`."""
    return not _WIDE.search(text)


def _part_of(target: str) -> str:
    """The name of a part of a workbook, as the library reads it."""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


class _Walk:
    """One way through the elements of a sheet."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._row = self._column = 0
        self._kind = ""
        self._has_formula = self._has_value = self._in_value = False
        self._text: list[str] = []

    def through(self, pieces: Iterator[bytes]) -> None:
        """Gathers the facts. Raises UnreadableFileError."""
        _parse(pieces, self._start, self._end, self._data, _refuse)  # the library takes a section for nothing

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        tag = _bare(tag)
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
            self._facts.rows = max(self._facts.rows, self._row)
            if attributes.get("hidden") in {"1", "true"}:
                self._facts.hidden.add(self._row)
        elif tag == "mergeCell":
            self._facts.merged.append(attributes.get("ref", ""))

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        place = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = _column(place[1]) if place else self._column + 1
        self._facts.columns = max(self._facts.columns, self._column)
        if place:
            self._row = int(place[2])
            self._facts.rows = max(self._facts.rows, self._row)
        self._kind = attributes.get("t", "")
        self._has_formula = self._has_value = self._in_value = False

    def _data(self, text: str) -> None:
        if self._in_value:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        if _bare(tag) != "c":
            return
        if self._kind == "e":
            self._note("".join(self._text).strip() or NO_VALUE)
        elif self._has_formula and not self._has_value:
            self._note(NO_VALUE)
        self._kind = ""

    def _note(self, text: str) -> None:
        self._facts.errors.setdefault(self._row, {})[self._column - 1] = text


def _parse(
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


def _bare(name: str) -> str:
    """The name without its prefix: some programs write `x:row`."""
    return name.rpartition(":")[2]


def _column(letters: str) -> int:
    """The number of a column, from 1."""
    number = 0
    for each in letters.upper():
        number = number * 26 + ord(each) - 64
    return number
