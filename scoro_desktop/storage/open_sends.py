"""The settling, at the start of the app, of sends that were held or on their way when it ended."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

from scoro_desktop.storage.database import StorageFailed, transaction
from scoro_desktop.storage.salvage import row_of

_HELD: Final = "UPDATE sends SET outcome = 'not_sent', reason = 'held_at_end', settled_at = ? WHERE outcome = 'held'"
_UNDER_WAY: Final = (
    "UPDATE sends SET outcome = 'unknown', reason = 'app_closed', settled_at = ? "
    "WHERE outcome = 'sending' AND campaign_id IS NULL"
)


def settle_open(connection: sqlite3.Connection, now: str, every_id: Callable[[], Sequence[int]]) -> list[int]:
    """Calls unknown what was on its way, and not sent what was held. Returns the ids of those, the oldest first.

    `every_id`: those of all sends, newest first, asked for where the file is damaged: a send that cannot be written to
    stays as it is then. Raises StorageFailed.
    """
    try:
        with transaction(connection):
            return sorted(
                send_id
                for sql in (_HELD, _UNDER_WAY)
                for (send_id,) in connection.execute(f"{sql} RETURNING id", (now,)).fetchall()
            )
    except StorageFailed as error:
        if not error.is_damage:
            raise
    return [send_id for send_id in reversed(every_id()) if _settle_one(connection, now, send_id)]


def _settle_one(connection: sqlite3.Connection, now: str, send_id: int) -> bool:
    row = row_of(connection, "SELECT outcome FROM sends WHERE id = ? AND campaign_id IS NULL", (send_id,))
    sql = {("sending",): _UNDER_WAY, ("held",): _HELD}.get(row or ())
    if sql is None:
        return False
    try:
        with transaction(connection):
            connection.execute(f"{sql} AND id = ?", (now, send_id))
    except StorageFailed as error:
        if not error.is_damage:
            raise
        return False
    return True
