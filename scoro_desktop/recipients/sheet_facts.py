"""The facts of an XLSX that the library does not tell, and the bounds within which it may be given one at all.

Runs in the process for sheets alone. Everything that the library will unpack is unpacked here first, piece by piece,
counted, and held against its sum (CRC): an archive that says less than it holds is found out before.
"""

import operator
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from scoro_desktop.recipients.sheet_walk import Facts, Walk, bare, parse
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
_MANY: Final = 8_000_000
"""Bytes of a sheet, some 40,000 rows, from which not the number of each is looked at: it takes a twentieth longer."""
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
_ROW: Final = re.compile(rb'<row [^>]*?\br="([0-9]{1,7})"')


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
            facts.are_rows_counted = self._parts[path].file_size >= _MANY
            return facts
        self._left += self._parts[path].file_size  # it is gone through twice
        Walk(facts).through(self._pieces(path))
        if facts.rows * facts.columns > MOST_CELLS:
            raise UnreadableFileError("sheet_too_large", cell=facts.farthest)
        return facts

    def check_rows(self, sheet: str) -> None:
        """Looks at the number of each row of a sheet. Raises UnreadableFileError (`row_twice`)."""
        path = next(path for each, path in self._sheets if each.name == sheet)
        self._left += 2 * self._parts[path].file_size  # it is gone through again, or twice
        rows = _Rows(each=True)
        if not all(map(rows.go_up, self._pieces(path))):
            Walk(Facts()).through(self._pieces(path))

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
            if bare(tag) == "sheet":
                known = {bare(name): value for name, value in attributes.items()}
                named.append((known.get("name", ""), known.get("state", "visible") != "visible", known.get("id", "")))

        def relation(tag: str, attributes: Mapping[str, str]) -> None:
            if bare(tag) == "Relationship":
                targets[attributes.get("Id", "")] = (attributes.get("Type", ""), attributes.get("Target", ""))

        parse(self._pieces(path), sheet)
        parse(self._pieces("xl/_rels/workbook.xml.rels"), relation)
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
        rows = _Rows(each=self._parts[path].file_size < _MANY)
        for piece in self._pieces(path):
            if plain:
                plain = rows.go_up(piece)
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


class _Rows:
    """The numbers of the rows of a sheet, looked at in pieces of its text: nearly all go up.

    `each`: every number is looked at. Else only those at the ends of a piece of which the rows between are as many as
    there are numbers: what stands twice is found there as well, but for one in the place of another that is missing,
    whose row is then a blank one (`check_rows`).
    """

    def __init__(self, *, each: bool) -> None:
        self._each = each
        self._last = 0
        self._rest = b""

    def go_up(self, piece: bytes) -> bool:
        """Tells whether each row of the next piece has a number, and one that is higher than all before."""
        start, end = piece.find(b"<"), piece.rfind(b"<")
        if start < 0:
            self._rest += piece
            return True
        edge, self._rest = self._rest + piece[:start], piece[end:]
        return self._goes_up(edge, 0, len(edge)) and self._goes_up(piece, start, end)

    def _goes_up(self, text: bytes, start: int, end: int) -> bool:
        rows = text.count(b"<row", start, end)
        if not rows:
            return True
        ends = [_ROW.match(text, at, end) for at in (text.find(b"<row", start, end), text.rfind(b"<row", start, end))]
        numbers = [int(each[1]) for each in ends if each]
        if len(numbers) < 2:
            return False  # a row without a number, or the page breaks behind the rows, which are seldom
        before, self._last = self._last, numbers[1]
        if numbers[0] <= before:
            return False
        if not self._each and numbers[1] - numbers[0] + 1 == rows:
            return True
        numbers = list(map(int, _ROW.findall(text, start, end)))
        return len(numbers) == rows and all(map(operator.lt, numbers, numbers[1:]))
