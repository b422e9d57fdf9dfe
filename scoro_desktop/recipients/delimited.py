"""Text with delimiters in batches of rows: a file, or cells that were pasted. Python's csv module reads them."""

import collections
import csv
import io
import itertools
import operator
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

from scoro_desktop.recipients.batches import Batch, Batches, Wanted
from scoro_desktop.recipients.encodings import check_lines, errors, marked, start_of
from scoro_desktop.recipients.opening import opened
from scoro_desktop.recipients.source import LONGEST_LINE, MOST_BYTES, NotWantedError, Source, UnreadableFileError

SIZE: Final = 200
"""Rows of a batch: with more of them Python looks for garbage in them, time and again."""

END_OF_FILE: Final = "\x1a"
"""The mark that programs of DOS wrote behind the last line, and some still do."""
_INNER: Final = operator.itemgetter(slice(1, -1))
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_GUARDED: Final = re.compile(r'="([^"]*)"')
_HALF: Final = re.compile("[\ud800-\udfff]")


def batches_of_file(path: Path, source: Source, wanted: Wanted) -> Batches:
    """The rows of a file. Raises UnreadableFileError and NotWantedError."""
    with opened(path, MOST_BYTES) as file:
        check_lines(file, wanted)
        whole = file.tell()
        file.seek(0)
        file.seek(start_of(file.read(4), source.encoding))
        lines = io.TextIOWrapper(file, source.encoding, errors(), newline="")
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
    """Batches with the number of their first row, and the codes of bad rows by number.

    Lines in which no quote needs a thought are cut at delimiters, as the csv module does at three times the cost.
    """
    clean = marked()
    first = lines.readline()
    given: Iterator[str] = lines if separator_line(first) or not first else itertools.chain([first], lines)
    number = 1
    while part := list(itertools.islice(given, SIZE)):
        if part[-1].endswith(END_OF_FILE):
            part[-1] = part[-1].removesuffix(END_OF_FILE)
            part = list(filter(None, part))
        bad: dict[int, str] = {}
        text = "".join(part)
        rows = _cut(part, delimiter) if '"' not in text else _cut_quoted(part, delimiter, text.count('"'))
        if rows is None:
            rows = _parsed(part, given, delimiter, number, bad)
            if '="' in text:
                rows = list(map(_without_guards, rows))
        if marked() != clean:  # from there on: the decoder is ahead of the rows
            _name_bad_characters(rows, number, bad)
        yield number, rows, bad
        number += len(rows)


def _without_guards(row: list[str]) -> list[str]:
    """The row without what keeps a sheet from changing a number: `="007"` is the text 007 (`writing.guarded`)."""
    return [match[1] if (match := _GUARDED.fullmatch(cell)) else cell for cell in row]


def _cut(part: list[str], delimiter: str) -> list[list[str]]:
    """The rows of lines without quotes."""
    bare = map(str.rstrip, part, itertools.repeat("\r\n"))
    return list(map(str.split, bare, itertools.repeat(delimiter)))


def _cut_quoted(part: list[str], delimiter: str, quotes: int) -> list[list[str]] | None:
    """The rows of lines in which each cell is in quotes, and no quote is in a cell; None for any others.

    A line in quotes that is cut at quotes with a delimiter between them has two for each cell, or more.
    """
    bare = list(map(str.rstrip, part, itertools.repeat("\r\n")))
    quote = itertools.repeat('"')
    if min(map(len, bare)) < 2 or not (all(map(str.startswith, bare, quote)) and all(map(str.endswith, bare, quote))):
        return None
    rows = list(map(str.split, map(_INNER, bare), itertools.repeat(f'"{delimiter}"')))
    return rows if 2 * sum(map(len, rows)) == quotes else None


def _parsed(
    part: list[str], behind: Iterator[str], delimiter: str, number: int, bad: dict[int, str]
) -> list[list[str]]:
    """The rows of these lines, and of those behind them into which the last one may go on; names bad ones.

    Raises UnreadableFileError where a quote does not close: it swallows rows, up to the next quote or to the end, and
    fewer rows without a word are the worst that can come of a file.
    """
    ended: list[bool] = []
    reader = csv.reader(itertools.chain(part, behind, _telling(ended)), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    while reader.line_num < len(part):
        before, line = len(rows), reader.line_num
        try:
            collections.deque(map(rows.append, itertools.islice(reader, len(part) - line)), maxlen=0)
        except csv.Error:
            if ended or reader.line_num > line + sum(map(_lines_of, rows[before:])) + 1:
                raise UnreadableFileError("quote_open", row=number + len(rows)) from None
            bad[number + len(rows)] = "bad_quote"
            rows.append([])
    return rows


def _lines_of(row: list[str]) -> int:
    """Counts the lines that a row takes in the text: it keeps the breaks within its cells."""
    return 1 + len(_BREAK.findall("".join(row)))


def _telling(ended: list[bool]) -> Iterator[str]:
    """Yields no line, and tells that there are no more."""
    ended.append(True)
    yield from ()


def _name_bad_characters(rows: list[list[str]], first: int, bad: dict[int, str]) -> None:
    """Names the rows in which bytes were no text: each became half a character."""
    for at, row in enumerate(rows):
        if _HALF.search("".join(row)):
            bad.setdefault(first + at, "bad_characters")
