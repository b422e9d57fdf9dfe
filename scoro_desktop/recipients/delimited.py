"""Text with delimiters in batches of rows: a file, or cells that were pasted. Python's csv module reads them."""

import csv
import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

from scoro_desktop.recipients.batches import Batch, Batches, Wanted
from scoro_desktop.recipients.encodings import check_lines, errors_of, start_of
from scoro_desktop.recipients.opening import opened
from scoro_desktop.recipients.source import LONGEST_LINE, MOST_BYTES, NotWantedError, Source, UnreadableFileError

SIZE: Final = 1_000
"""Rows of a batch."""


def batches_of_file(path: Path, source: Source, wanted: Wanted) -> Batches:
    """The rows of a file. Raises UnreadableFileError and NotWantedError."""
    with opened(path, MOST_BYTES) as file:
        check_lines(file, wanted)
        whole = file.tell()
        file.seek(0)
        file.seek(start_of(file.read(4), source.encoding))
        lines = io.TextIOWrapper(file, source.encoding, errors_of(source.encoding), newline="")
        try:
            for first, rows, bad in _batches(lines, source.delimiter):
                if not wanted():
                    raise NotWantedError
                yield Batch(first, rows, bad, file.tell(), whole)
        except UnicodeDecodeError:  # of UTF-16 alone: half a character at the end
            raise UnreadableFileError("cut_off") from None
        finally:
            lines.detach()


def batches_of_text(text: str, source: Source, wanted: Wanted) -> Batches:
    """The rows of pasted cells. Raises UnreadableFileError and NotWantedError."""
    if len(text) > MOST_BYTES:
        raise UnreadableFileError("too_big", limit=MOST_BYTES)
    longest = max(map(len, text.replace("\r", "\n").split("\n")), default=0)
    if longest > LONGEST_LINE:
        raise UnreadableFileError("line_too_long", row=1, limit=LONGEST_LINE)
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    for first, rows, bad in _batches(lines, source.delimiter):
        if not wanted():
            raise NotWantedError
        yield Batch(first, rows, bad, first + len(rows) - 1, 0)


def separator_line(line: str) -> str:
    """The character that a line `sep=;` names, as Excel writes and obeys it in the first line; empty for any other."""
    bare = line.rstrip("\r\n").strip('"')
    return bare[4:] if bare[:4].lower() == "sep=" and len(bare) == 5 and bare[4] not in '"\r\n' else ""


def _batches(lines: TextIO, delimiter: str) -> Iterator[tuple[int, list[list[str]], dict[int, str]]]:
    """Batches with the number of their first row, and the codes of bad rows by number."""
    first_line = lines.readline()
    if separator_line(first_line):
        first_line = lines.readline()
    ended: list[bool] = []
    given = itertools.chain([first_line] if first_line else [], lines, _telling(ended))
    reader = csv.reader(given, delimiter=delimiter, strict=True)
    number = 1
    at_end = False
    while not at_end:
        rows: list[list[str]] = []
        bad: dict[int, str] = {}
        line = reader.line_num
        while len(rows) < SIZE and not at_end:
            try:
                for row in itertools.islice(reader, SIZE - len(rows)):
                    rows.append(row)
                    line = reader.line_num
                at_end = len(rows) < SIZE
            except csv.Error:
                # A quote that does not close swallows rows, up to the next quote or the end: fewer rows without a word.
                if ended or reader.line_num > line + 1:
                    raise UnreadableFileError("quote_open", row=number + len(rows)) from None
                bad[number + len(rows)] = "bad_quote"
                rows.append([])
                line = reader.line_num
        _name_bad_characters(rows, number, bad)
        if rows:
            yield number, rows, bad
        number += len(rows)


def _telling(ended: list[bool]) -> Iterator[str]:
    """Yields no line, and tells that there are no more."""
    ended.append(True)
    yield from ()


def _name_bad_characters(rows: list[list[str]], first: int, bad: dict[int, str]) -> None:
    """Names the rows in which bytes were no text: each became half a character."""
    joined = ["".join(row) for row in rows]
    if _is_text("".join(joined)):
        return
    for at, text in enumerate(joined):
        if not _is_text(text):
            bad.setdefault(first + at, "bad_characters")


def _is_text(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
