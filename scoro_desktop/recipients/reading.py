"""Rows of people out of a file or pasted cells, one after the other: what is in memory does not grow with the file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from scoro_desktop.recipients.batches import Batches, Told, Wanted, always, nobody
from scoro_desktop.recipients.delimited import batches_of_file, batches_of_text
from scoro_desktop.recipients.source import Kind, Row, Source
from scoro_desktop.recipients.table import rows_of


def read(
    place: Path | str,
    source: Source,
    *,
    columns: Sequence[str] | None = None,
    wanted: Wanted = always,
    told: Told = nobody,
) -> Iterator[Row]:
    """Yields the rows of people below the header: of a file by its path, of pasted cells by their text. Blocks.

    `columns`: the names of those that were chosen from, None for any; a file in which others stand in their places by
    now is refused as `changed`.

    Rows without anything in them are nobody, and so is a single cell far below the table; `told` hears of them. Raises
    UnreadableFileError, which may be in the middle: whoever keeps rows keeps none then. Raises NotWantedError once
    `wanted` says no, which it is asked for each thousand rows.
    """
    return rows_of(batches_of(place, source, wanted), source, told, columns)


def batches_of(place: Path | str, source: Source, wanted: Wanted) -> Batches:
    """Opens the rows of a source in batches, whatever it is. Raises as `read`."""
    if isinstance(place, str):
        return batches_of_text(place, source, wanted)
    if source.kind is Kind.XLSX:
        from scoro_desktop.recipients.sheets import batches_of_sheet  # with what leads another process

        return batches_of_sheet(place, source, wanted)
    return batches_of_file(place, source, wanted)
