"""What stood in each tab, so that a crash or a closed window loses nothing of it."""

import contextlib
import json
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from scoro_desktop import wire
from scoro_desktop.storage.database import connect, read_rows, transaction
from scoro_desktop.wire import JsonObject

Done: TypeAlias = Callable[[Exception | None], None]
"""Is told, on the thread that writes, that a state is on the disk, or why it is not. Raises nothing."""


class Drafts:
    """One state per tab, by name.

    A state with a query of 1 MB takes 5 ms to be written out and the disk 20 ms and more to take it, too long for
    whoever is typing. So a thread writes them over a connection of its own. There is never more than one, and what it
    has not begun to write gives way to what is newer: no state ever takes the place of a newer one.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._path = Path(read_rows(connection, "PRAGMA database_list")[0][2])
        self._turn = threading.Condition()
        self._waiting: dict[str, tuple[JsonObject, Done]] = {}
        self._is_writing = False

    def keep(self, name: str, state: JsonObject, done: Done) -> None:
        """Keep what is on screen in a tab, in place of what was kept; returns at once. Change nothing in it any more.

        `done` is given None once it is on the disk; or StorageError, or ValueError for NaN and infinities. It is not
        called if another state of the same tab comes before this one had its turn.
        """
        with self._turn:
            self._waiting[name] = (state, done)
            if not self._is_writing:
                threading.Thread(target=self._write, name="drafts", daemon=True).start()
                self._is_writing = True

    def flush(self) -> None:
        """Wait until everything that is to be kept is on the disk, or was told that it is not."""
        with self._turn:
            self._turn.wait_for(lambda: not self._is_writing)

    def save(self, name: str, state: JsonObject) -> None:
        """Keep a state and wait for it: it is on the disk when this returns.

        Raises StorageFailed when the disk or the database fails, ValueError for NaN and infinities.
        """
        failed: list[Exception] = []
        self.keep(name, state, lambda error: None if error is None else failed.append(error))
        self.flush()
        if failed:
            raise failed[0]

    def load(self, name: str) -> JsonObject | None:
        """What was kept for a tab; None if nothing was, or if it cannot be read.

        Raises StorageFailed when the disk or the database fails.
        """
        for (text,) in read_rows(self._connection, "SELECT state FROM drafts WHERE name = ?", (name,)):
            try:
                state = wire.read(text)
            except ValueError:
                return None
            return state if isinstance(state, dict) else None
        return None

    def _write(self) -> None:
        while True:
            with self._turn:
                batch, self._waiting = self._waiting, {}
                if not batch:
                    self._is_writing = False
                    self._turn.notify_all()
                    return
            for name, (state, done) in batch.items():
                done(_write(self._path, name, state))


def _write(path: Path, name: str, state: JsonObject) -> Exception | None:
    """Write one state. A connection costs a thousandth of a second, and none is left behind this way."""
    try:
        # Escaped to ASCII, unlike what goes over the wire: half an emoji, which a request refuses, is kept as typed.
        text = json.dumps(state, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
        with contextlib.closing(connect(path)) as connection, transaction(connection):
            connection.execute(
                """
                INSERT INTO drafts (name, state) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET state = excluded.state
                """,
                (name, text),
            )
    except Exception as error:  # noqa: BLE001 (whatever it was, it is told to the one who asked)
        return error
    return None
