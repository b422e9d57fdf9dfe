"""The mark by which the app knows the database again that it used here last, and what is done where it does not.

A copy that was put back in its place, or a folder that came from another computer, does not know what was sent since:
what is planned there may have gone out, and whoever waits in a campaign may have got it. So the database has a mark,
and a file beside it has the same one, made for this computer; both are others after each start. A copy has an older
mark, or none, and the file that was copied along fits no other computer (`Stores.is_another`).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from scoro_desktop.storage.beside import MARK, SETTING, made_for
from scoro_desktop.storage.database import StorageFailed, read_rows, transaction
from scoro_desktop.storage.private_files import open_private

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_UNFINISHED: Final = ".part"


def renew(connection: sqlite3.Connection, folder: Path, machine: bytes) -> None:
    """Gives the database another mark, which no copy of before has. Raises StorageFailed; the one before is good then.

    Whatever ends it in the middle, the file has the mark of the database.
    """
    ((before,),) = read_rows(connection, "SELECT max(value) FROM settings WHERE name = ?", (SETTING,))
    mark = os.urandom(16).hex()
    made = made_for(mark, machine)
    try:
        _write(folder, *(() if before is None else (made_for(str(before), machine),)), made)
        with transaction(connection):
            connection.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (SETTING, mark))
        _write(folder, made)
    except OSError as error:
        raise StorageFailed("OS", type(error).__name__) from error


def doubt_held(connection: sqlite3.Connection) -> None:
    """Takes what was held in a database that is another for what may have left since. Raises StorageFailed."""
    with transaction(connection):
        connection.execute("UPDATE sends SET outcome = 'sending' WHERE outcome = 'held'")


def doubt_plans(connection: sqlite3.Connection) -> None:
    """Has everything ask that is planned, or not over, in a database that is another; after what ran was settled.

    Raises StorageFailed.
    """
    with transaction(connection):
        connection.execute(
            "UPDATE planned SET state = 'asked', why = 'put_back', why_params = '{}' "
            "WHERE state IN ('planned', 'asked') AND why != 'damaged'"
        )
        connection.execute(
            "UPDATE campaigns SET wish = 'pause', pause = 'put_back', pause_detail = '' "
            "WHERE ended_at IS NULL AND wish IN ('ready', 'pause')"
        )


def _write(folder: Path, *marks: str) -> None:
    """Writes the file anew: the one before stands until this one is whole."""
    unfinished = folder / (MARK + _UNFINISHED)
    file = open_private(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    with os.fdopen(file, "w", encoding="ascii") as written:
        written.write("\n".join(marks))
        written.flush()
        os.fsync(file)
    unfinished.replace(folder / MARK)
