"""A table out of batches of rows: where it begins, how wide it is, and which of its rows are people."""

import functools
import itertools
import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from scoro_desktop.recipients.batches import Batch, Batches, Progress, Told
from scoro_desktop.recipients.columns import clashes, columns_of
from scoro_desktop.recipients.source import MOST_COLUMNS, Row, Source, UnreadableFileError

LOOKED_AT: Final = 200
"""Rows by which the table is measured."""
FAR: Final = 50
"""Blank rows after which a single cell is no person, but one that a hand slipped into. Ours."""

_first_cell: Final = operator.itemgetter(0)
_row: Final[Callable[[tuple[int, tuple[str, ...], str]], Row]] = functools.partial(tuple.__new__, Row)
"""Makes a row without a call of Python's: there are hundreds of thousands."""


class Shape(NamedTuple):
    """The measures of a table: its titles, empty where there is no header, and how many columns it has."""

    titles: tuple[str, ...]
    width: int


def shape(first: Sequence[Sequence[str]], header_row: int | None) -> Shape:
    """Measures a table by its first rows, blank ones included. Raises UnreadableFileError.

    Columns without a title count where a row has something in them.
    """
    if header_row is not None and not 1 <= header_row <= len(first):
        raise UnreadableFileError("no_such_row", row=header_row)
    header = [] if header_row is None else first[header_row - 1]
    below = first[header_row or 0 :]
    width = max((_filled(row) for row in ([header] if header_row else below)), default=0)
    if len(header) > width:
        width = max(width, *(min(_filled(row), len(header)) for row in below), 0)
    if width > MOST_COLUMNS:
        raise UnreadableFileError("too_many_columns", limit=MOST_COLUMNS)
    titles = (*header[:width], *[""] * (width - len(header)))
    return Shape(titles, width)


def rows_of(batches: Batches, source: Source, told: Told, names: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows of people, each with as many cells as the table has columns. Raises as the batches do.

    `names`: those of the columns as they were seen, None for any; there may be more of them by now.
    """
    parts = _parts(batches, source, told, names)
    return itertools.chain.from_iterable(parts)  # no function of ours is entered for each row


def _parts(batches: Batches, source: Source, told: Told, names: Sequence[str] | None) -> Iterator[Iterable[Row]]:
    early = list(_first(batches))
    measured = shape([row for batch in early for row in batch.rows], source.header_row)
    if not measured.width:
        raise UnreadableFileError("empty")
    columns = columns_of(measured.titles)
    if names is not None and [each.name for each in columns[: len(names)]] != [*names]:
        raise UnreadableFileError("changed")
    for one, other in clashes(columns):
        raise UnreadableFileError("same_titles", first=one.title, second=other.title)
    reading = _Reading(measured.width, source.header_row or 0, told)
    for batch in itertools.chain(early, batches):
        yield reading.people(batch)
        reading.told(batch)
    reading.end()


def is_blank(cells: Sequence[str]) -> bool:
    """Tells whether no cell of a row says anything."""
    return not "".join(cells).strip()


def _first(batches: Batches) -> Iterator[Batch]:
    rows = 0
    for batch in batches:
        yield batch
        rows += len(batch.rows)
        if rows >= LOOKED_AT:
            return


def _filled(row: Sequence[str]) -> int:
    """The number of the last cell that says something."""
    return next((at for at in range(len(row), 0, -1) if row[at - 1].strip()), 0)


class _Reading:
    """One way through the rows."""

    def __init__(self, width: int, skipped: int, told: Told) -> None:
        self._width = width
        self._skipped = skipped
        self._told = told
        self._progress = Progress(0, 0, 0)
        self._rows = self._blank = 0
        self._blank_before = 0
        self._far: Row | None = None
        self._next = 1

    def people(self, batch: Batch) -> Iterable[Row]:
        """The people of a batch."""
        between = batch.first - self._next
        self._next = batch.first + len(batch.rows)
        self._blank_before += between
        self._blank += between
        if batch.bad or batch.first <= self._skipped or self._far or not self._is_even(batch.rows):
            return list(self._one_by_one(batch))
        self._blank_before = 0
        self._rows += len(batch.rows)
        numbers = range(batch.first, batch.first + len(batch.rows))
        return map(_row, zip(numbers, map(tuple, batch.rows), itertools.repeat("")))

    def told(self, batch: Batch) -> None:
        """Tells how far it is once the people of a batch were taken."""
        self._progress = Progress(self._rows, batch.done, batch.whole, self._blank)
        self._told(self._progress)

    def end(self) -> None:
        """Tells at the end which cell far below the table was nobody."""
        if self._far is not None:
            self._told(self._progress._replace(stray=(self._far.number,)))

    def _is_even(self, rows: Sequence[Sequence[str]]) -> bool:
        """Tells whether all rows are as wide as the table, and none is blank."""
        if set(map(len, rows)) != {self._width}:
            return False
        # Most often the first cells tell already.
        return all(map(str.strip, map(_first_cell, rows))) or all(map(str.strip, map("".join, rows)))

    def _one_by_one(self, batch: Batch) -> Iterator[Row]:
        for number, cells in enumerate(batch.rows, batch.first):
            if number <= self._skipped:
                continue
            bad = batch.bad.get(number, "")
            if not bad and is_blank(cells):
                self._blank_before += 1
                self._blank += 1
                continue
            if self._far is not None:  # something comes below it: it is of the table
                self._rows += 1
                yield self._far
                self._far = None
            row = self._whole(number, cells, bad)
            if self._blank_before >= FAR and self._width > 1 and sum(map(bool, map(str.strip, cells))) == 1:
                self._far = row
            else:
                self._rows += 1
                yield row
            self._blank_before = 0

    def _whole(self, number: int, cells: Sequence[str], bad: str) -> Row:
        if len(cells) > self._width and not bad and not is_blank(cells[self._width :]):
            bad = "too_many_cells"
        cut = cells[: self._width]
        return Row(number, (*cut, *[""] * (self._width - len(cut))), bad)
