"""Rows in batches, as they come out of a container: a hundred thousand of them are no hundred thousand calls."""

from collections.abc import Callable, Generator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

Wanted: TypeAlias = Callable[[], bool]


class Batch(NamedTuple):
    """Some rows in a row. `first`: the number of the first one in the sheet, from 1; blank ones count, and
    whole batches of them may be left out.

    `bad`: codes by the number of the row. `done`, `whole`: how far the reading is, in whatever the container counts.
    """

    first: int
    rows: Sequence[Sequence[str]]
    bad: Mapping[int, str]
    done: int
    whole: int


class Progress(NamedTuple):
    """A progress: `blank`: rows without a cell that says anything; `stray`: the numbers of rows that hold
    one cell far away from the table, and are nobody.
    """

    rows: int
    done: int
    whole: int
    blank: int = 0
    stray: tuple[int, ...] = ()


Told: TypeAlias = Callable[[Progress], None]
Batches: TypeAlias = Generator[Batch, None, None]


def always() -> bool:
    """Wants everything."""
    return True


def nobody(_progress: Progress) -> None:
    """Tells nobody."""
