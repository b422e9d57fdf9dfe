"""What stood in each tab, so that a crash or a closed window loses nothing of it."""

import json
import sqlite3

from scoro_desktop import wire
from scoro_desktop.storage.database import read_rows, transaction
from scoro_desktop.wire import JsonObject


class Drafts:
    """One state per tab, by name. Every method raises StorageFailed when the disk or the database fails."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def save(self, name: str, state: JsonObject) -> None:
        """Keep what is on screen in a tab, in place of what was kept; it is on the disk when this returns.

        Raises ValueError for NaN and infinities.
        """
        # Escaped to ASCII, unlike what goes over the wire: half an emoji, which a request refuses, is kept as typed.
        text = json.dumps(state, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
        with transaction(self._connection):
            self._connection.execute(
                """
                INSERT INTO drafts (name, state) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET state = excluded.state
                """,
                (name, text),
            )

    def load(self, name: str) -> JsonObject | None:
        """What was kept for a tab; None if nothing was, or if it cannot be read."""
        for (text,) in read_rows(self._connection, "SELECT state FROM drafts WHERE name = ?", (name,)):
            try:
                state = wire.read(text)
            except ValueError:
                return None
            return state if isinstance(state, dict) else None
        return None
