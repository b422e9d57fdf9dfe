"""The content of each tab, kept so that a crash or a closed window loses nothing of it."""

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from scoro_desktop.storage.database import (
    UNREADABLE,
    Place,
    StorageError,
    StorageFailed,
    connect,
    place_of,
    read_rows,
    storable,
    transaction,
)
from scoro_desktop.storage.saved_drafts import read_state, state_text
from scoro_desktop.storage.search import indexed
from scoro_desktop.wire import JsonObject

Done: TypeAlias = Callable[[Exception | None], None]
"""Is told, on the thread that writes, that a state is on the disk, or why it is not. Raises nothing."""


@dataclass(frozen=True)
class Holding:
    """The draft with a name that a tab holds, and by what it is known in a list: see `Content`."""

    draft_id: int
    summary: str
    words: str


@dataclass(frozen=True)
class _Tab:
    state: JsonObject
    holding: Holding | None

    @property
    def draft_id(self) -> int | None:
        return None if self.holding is None else self.holding.draft_id


class Drafts:
    """One state per tab, by name; and that of the draft with a name which the tab holds, always the same.

    A state with a query of 1 MB takes 5 ms to be written out and the disk 20 ms and more to take it, too long for
    whoever is typing. So a thread writes them over a connection of its own. There is never more than one, and what it
    has not begun to write gives way to what is newer: no state ever takes the place of a newer one.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._place = place_of(connection)
        self._turn = threading.Condition()
        self._waiting: dict[tuple[str, int | None], tuple[_Tab, Done]] = {}  # the newest last
        self._refused: dict[str, _Tab] = {}  # what the disk would not take, and so is newer than what it has
        self._failed: dict[str, Exception] = {}  # why the last state of a tab is not on the disk
        self._on_disk: dict[str, JsonObject] = {}  # what is
        self._is_writing = False

    def keep(self, name: str, state: JsonObject, done: Done, holding: Holding | None = None) -> None:
        """Keep what is on screen in a tab, in place of what was kept; returns at once. Change nothing in it any more.

        With `holding`, the draft with a name is given the same state in the same moment. `done` is given None once it
        is on the disk; or StorageError, or ValueError for NaN and infinities. It is not called if another state of the
        same tab and draft comes before this one had its turn.
        """
        tab = _Tab(state, holding)
        key = (name, tab.draft_id)
        with self._turn:
            self._waiting.pop(key, None)  # the tab is to have what was said last, whatever draft it went through
            self._waiting[key] = (tab, done)
            if not self._is_writing:
                threading.Thread(target=self._write, name="drafts", daemon=True).start()
                self._is_writing = True

    def flush(self) -> None:
        """Wait until everything that is to be kept is on the disk, or was told that it is not."""
        with self._turn:
            self._turn.wait_for(lambda: not self._is_writing)

    def save(self, name: str, state: JsonObject, holding: Holding | None = None) -> None:
        """Keep a state and wait for it: it is on the disk when this returns.

        Raises StorageFailed when the disk or the database fails, ValueError for NaN and infinities.
        """
        failed: list[Exception] = []
        self.keep(name, state, lambda error: None if error is None else failed.append(error), holding)
        self.flush()
        if failed:
            raise failed[0]

    def is_behind(self) -> bool:
        """Tells whether the disk would not take what is to be kept of some tab."""
        with self._turn:
            return bool(self._refused)

    def unkept(self) -> dict[str, Exception]:
        """The tabs of which something is lost if the app ends now, and why: the disk has another state, or none."""
        with self._turn:
            return dict(self._failed)

    def has(self, name: str) -> bool:
        """Tells whether the disk has a state of a tab, as far as it was loaded or kept."""
        with self._turn:
            return name in self._on_disk

    def load(self, name: str) -> JsonObject | None:
        """What was kept for a tab, on the disk or as long as the app runs; None if nothing was.

        Raises StorageFailed when the disk or the database fails; with the code `UNREADABLE` if it is not what was kept.
        """
        if (refused := self._not_on_disk(name)) is not None:
            return refused.state
        for (text,) in read_rows(self._connection, "SELECT state FROM drafts WHERE name = ?", (name,)):
            state = read_state(text)
            if state is None:
                raise StorageFailed(UNREADABLE, f"the draft of {name}")
            with self._turn:
                self._on_disk[name] = state
            return state
        return None

    def held(self, name: str) -> int | None:
        """The id of the draft with a name that a tab held, None if it held none or that was removed.

        Raises StorageFailed when the disk or the database fails.
        """
        if (refused := self._not_on_disk(name)) is not None:
            return refused.draft_id
        rows = read_rows(self._connection, "SELECT draft_id FROM drafts WHERE name = ?", (name,))
        return rows[0][0] if rows else None

    def _not_on_disk(self, name: str) -> _Tab | None:
        with self._turn:
            return self._refused.get(name)

    def _write(self) -> None:
        while True:
            with self._turn:
                batch, self._waiting = self._waiting, {}
                if not batch:
                    self._is_writing = False
                    self._turn.notify_all()
                    return
            for (name, _), (tab, done) in batch.items():
                error = _write(self._place, name, tab)
                with self._turn:
                    self._refused.pop(name, None)
                    self._failed.pop(name, None)
                    if isinstance(error, StorageError):
                        self._refused[name] = tab
                    if error is None:
                        self._on_disk[name] = tab.state
                    elif self._on_disk.get(name) != tab.state:
                        self._failed[name] = error
                done(error)


def _write(place: Place, name: str, tab: _Tab) -> Exception | None:
    """Write one state. A connection costs a thousandth of a second, and none is left behind this way."""
    try:
        values = {"name": name, "state": state_text(tab.state), "draft_id": tab.draft_id}
        with contextlib.closing(connect(place.path, place)) as connection, transaction(connection):
            if tab.holding is not None:
                _write_named(connection, tab.holding, values["state"])
            # A draft that was removed meanwhile is nobody's.
            connection.execute(
                """
                INSERT INTO drafts (name, state, draft_id)
                VALUES (:name, :state, (SELECT id FROM saved_drafts WHERE id = :draft_id))
                ON CONFLICT (name) DO UPDATE SET state = excluded.state, draft_id = excluded.draft_id
                """,
                values,
            )
    except Exception as error:  # noqa: BLE001 (whatever it was, it is told to the one who asked)
        return error
    return None


def _write_named(connection: sqlite3.Connection, holding: Holding, state: object) -> None:
    """Saved again as it was, as every tab is when the window closes, a draft has not changed."""
    connection.execute(
        """
        UPDATE saved_drafts SET state = :state, summary = :summary, words = :words, changed_at = :now
        WHERE id = :id AND state != :state
        """,
        {
            "id": holding.draft_id,
            "state": state,
            "summary": storable(holding.summary),
            "words": indexed(holding.words),
            "now": datetime.now(UTC).isoformat(),
        },
    )
