"""Tells whether the database is whole: looked at once in a run of the app, on a thread, and copied while it is."""

import contextlib
from pathlib import Path

from scoro_desktop import late
from scoro_desktop.storage.copies import Copies
from scoro_desktop.storage.database import connect
from scoro_desktop.storage.reindexing import is_well, rows_are_whole


@late.dataclass(frozen=True)
class Health:
    """A finding. `copy`: of a damaged database, as it was found; `can_be_mended`: every row of it is whole."""

    is_well: bool
    copy: Path | None = None
    can_be_mended: bool = False


def look_after(copies: Copies) -> Health:
    """Look at every page; copy what is well once a day, and what is damaged as it was found.

    Takes as long as reading the file takes. Raises StorageFailed where it could be neither read nor copied.
    """
    place = copies.place
    with contextlib.closing(connect(place.path, place)) as connection:
        well = is_well(connection)
        whole = not well and rows_are_whole(connection)
    if well:
        copies.keep_daily()
        return Health(is_well=True)
    return Health(is_well=False, copy=copies.keep_damaged(), can_be_mended=whole)
