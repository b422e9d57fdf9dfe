"""A first look at a source of recipients: how it is read, its columns and its first rows. Nothing is kept of it."""

import csv
import dataclasses
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scoro_desktop.recipients.batches import Batch, Wanted, always
from scoro_desktop.recipients.columns import Column, Guesses, clashes, columns_of, guess, guess_header
from scoro_desktop.recipients.container import HEAD, check_pasted, has_password, is_old_container, kind_of
from scoro_desktop.recipients.delimited import separator_line
from scoro_desktop.recipients.encodings import CHUNK, errors, find_encoding, start_of
from scoro_desktop.recipients.opening import opened
from scoro_desktop.recipients.reading import batches_of
from scoro_desktop.recipients.source import (
    DELIMITERS,
    MOST_BYTES,
    MOST_SHEET_BYTES,
    Kind,
    Notice,
    Row,
    Sheet,
    Source,
    UnreadableFileError,
)
from scoro_desktop.recipients.table import LOOKED_AT, shape

if TYPE_CHECKING:
    from scoro_desktop.recipients.sheets import Head

FIRST: Final = 50
"""Rows that are shown."""
_LOST: Final = re.compile(r"\ufffd|^\s*\?{2,}(?:[ .,-]+\?+)*\s*$")
"""The signs that programs write in the place of letters that an encoding does not have."""


@dataclass(frozen=True)
class Look:
    """Facts of a source before it is read.

    `first_rows`: the first rows of the sheet as they stand, titles and blank rows included. `columns`: the table's, of
    which `clashing` are pairs whose titles are one: nothing is read while there are any. `sheets` of an XLSX;
    `hidden_rows`: how many its program does not show. `notices`: what a person should know: `status_column` (`column`),
    `lost_letters` (`row`, the first of them), `merged` (`range`, `count`), `other_sheets` (`count`), `hidden_sheet`
    (`sheet`).
    """

    source: Source
    columns: tuple[Column, ...]
    first_rows: tuple[Row, ...]
    guesses: Guesses
    clashing: tuple[tuple[Column, Column], ...] = ()
    sheets: tuple[Sheet, ...] = ()
    hidden_rows: int = 0
    notices: tuple[Notice, ...] = ()


def look(place: Path | str, source: Source | None = None, *, wanted: Wanted = always) -> Look:
    """Looks at a file by its path, or at pasted cells by their text. Blocks.

    `source`: how it is to be read; else it is guessed, the encoding by the whole file, the delimiter by parsing.
    Raises UnreadableFileError and NotWantedError.
    """
    guessed = source is None
    if source is None:
        source = _guessed(place, wanted)
    sheet = None
    if source.kind is Kind.XLSX and isinstance(place, Path):
        from scoro_desktop.recipients.sheets import look_at_sheet  # with what leads another process

        sheet, batch = look_at_sheet(place, source, wanted)
        source = dataclasses.replace(source, sheet=sheet.sheet)
        raw = _rows(batch)
    else:
        raw = _raw_rows(place, source, wanted)
    if guessed:
        source = dataclasses.replace(source, header_row=guess_header(raw[:LOOKED_AT]))
    if guessed and source.delimiter:
        _check_quotes(raw[:LOOKED_AT])
    measured = shape([list(row.cells) for row in raw], source.header_row)
    if not measured.width:
        raise UnreadableFileError("empty")
    columns = columns_of(measured.titles)
    guesses = guess(columns, [row for row in raw[:LOOKED_AT] if row.number > (source.header_row or 0)])
    return Look(
        source,
        columns,
        raw[:FIRST],
        guesses,
        clashes(columns),
        sheet.sheets if sheet else (),
        sheet.hidden_rows if sheet else 0,
        tuple(_notices(columns, guesses, sheet, raw)),
    )


def _check_quotes(rows: tuple[Row, ...]) -> None:
    """Raises UnreadableFileError for a table whose quotes do not stand around its cells.

    `bad_quotes` (`row`): no row can be read, as of `"a" ;"b"`. `lines_in_quotes`: each line is a single cell, as a
    spreadsheet saves a text that it did not part.
    """
    filled = [row for row in rows if row.bad or any(map(str.strip, row.cells))]
    if filled and all(row.bad == "bad_quote" for row in filled):
        raise UnreadableFileError("bad_quotes", row=filled[0].number)
    if len(filled) < 2 or any(len(row.cells) != 1 for row in filled):
        return
    text = "\n".join(row.cells[0] for row in filled)
    delimiter = max(DELIMITERS, key=lambda each: _evenness(text, each))
    if _evenness(text, delimiter)[0] < 1:
        return
    parted = [
        Row(number, tuple(cells)) for number, cells in enumerate(csv.reader(text.split("\n"), delimiter=delimiter))
    ]
    if guess(columns_of([""] * len(parted[0].cells)), parted[1:]).key is not None:
        raise UnreadableFileError("lines_in_quotes")


def _notices(
    columns: tuple[Column, ...], guesses: Guesses, sheet: "Head | None", rows: tuple[Row, ...]
) -> Iterator[Notice]:
    lost = next((row.number for row in rows if any(map(_LOST.search, row.cells))), None)
    if lost is not None:
        yield Notice("lost_letters", {"row": lost})
    for at in guesses.status:
        yield Notice("status_column", {"column": columns[at].name})
    if sheet is not None and sheet.merged_count:
        yield Notice("merged", {"range": sheet.merged, "count": sheet.merged_count})
    if sheet is not None and sum(not each.hidden for each in sheet.sheets) > 1:
        yield Notice("other_sheets", {"count": len(sheet.sheets) - 1})
    if sheet is not None and any(each.hidden and each.name == sheet.sheet for each in sheet.sheets):
        yield Notice("hidden_sheet", {"sheet": sheet.sheet})


def _guessed(place: Path | str, wanted: Wanted) -> Source:
    """The encoding and the delimiter of a text."""
    if isinstance(place, str):
        check_pasted(place)
        return Source(Kind.PASTED, delimiter=_delimiter(place[:CHUNK], whole=len(place) <= CHUNK))
    with opened(place, max(MOST_BYTES, MOST_SHEET_BYTES)) as file:
        head = file.read(HEAD)
        if is_old_container(head) and has_password(file):
            raise UnreadableFileError("other_kind", kind="encrypted")
        if kind_of(head) is Kind.XLSX:
            return Source(Kind.XLSX, hidden=False)  # filtered out, most often: nobody gets it who cannot be seen
        file.seek(0)
        found = find_encoding(file, wanted)
        file.seek(0)
        data = file.read(CHUNK)
        whole = not file.read(1)
    cut = data[start_of(data, found.encoding) :]
    if found.encoding.startswith("utf-16"):
        cut = cut[: len(cut) // 2 * 2]
    return Source(Kind.CSV, found.encoding, _delimiter(cut.decode(found.encoding, errors()), whole=whole))


def _raw_rows(place: Path | str, source: Source, wanted: Wanted) -> tuple[Row, ...]:
    """The first rows of a sheet."""
    rows: list[Row] = []
    batches = batches_of(place, source, wanted)
    try:
        for batch in batches:
            rows += _rows(batch)
            if len(rows) >= LOOKED_AT:
                break
    finally:
        batches.close()
    return tuple(rows)


def _rows(batch: Batch) -> tuple[Row, ...]:
    return tuple(
        Row(number, tuple(cells), batch.bad.get(number, "")) for number, cells in enumerate(batch.rows, batch.first)
    )


def _delimiter(text: str, *, whole: bool) -> str:
    """The delimiter of a text: the one that a `sep=` line names, else the one by which most rows have as many cells.

    Every one is tried by parsing; a text that none of them parts has one column, which a comma does not harm.
    """
    first, _, rest = text.partition("\n")
    if named := separator_line(first):
        return named
    if not whole:
        text = text[: text.rfind("\n") + 1] or text
    del rest
    return max(DELIMITERS, key=lambda each: _evenness(text, each))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    """Measures a delimiter by its rows: the share of those with the usual number of cells, if that is more
    than one; then that number.
    """
    counts: Counter[int] = Counter()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while sum(counts.values()) < LOOKED_AT:
        try:
            for row in itertools.islice(reader, LOOKED_AT):
                counts[len(row) if any(map(str.strip, row)) else 0] += 1
            break
        except csv.Error:
            counts[-1] += 1
    del counts[0]
    if not counts:
        return 1.0, 0  # it leaves nothing in any row, so nothing else does
    cells, rows = counts.most_common(1)[0]
    return (rows / counts.total(), cells) if cells > 1 else (0.0, 0)
