"""Tells whether the database is whole: looked at once in a run of the app, on a thread, and copied while it is."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from scoro_desktop.storage.copies import Copies
from scoro_desktop.storage.database import Place, StorageFailed, connect, read_rows


@dataclass(frozen=True)
class Health:
    """What was found. `copy`: of a damaged database, as it was found."""

    is_well: bool
    copy: Path | None = None


def look_after(copies: Copies) -> Health:
    """Look at every page; copy what is well once a day, and what is damaged as it was found.

    Takes as long as reading the file takes. Raises StorageFailed where it could be neither read nor copied.
    """
    place = copies.place
    if _is_well(place):
        copies.keep_daily()
        return Health(is_well=True)
    return Health(is_well=False, copy=copies.keep_damaged())


def _is_well(place: Place) -> bool:
    try:
        with contextlib.closing(connect(place.path, place)) as connection:
            return read_rows(connection, "PRAGMA quick_check(1)") == [("ok",)]
    except StorageFailed as error:
        if not error.is_damage:
            raise
        return False
