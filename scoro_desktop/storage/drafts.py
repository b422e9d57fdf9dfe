"""The content of each tab, kept so that a crash or a closed window loses nothing of it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from scoro_desktop import late
from scoro_desktop.storage.database import (
    UNREADABLE,
    Place,
    StorageError,
    StorageFailed,
    connect,
    read_rows,
    storable,
    transaction,
)
from scoro_desktop.storage.draft_states import read_state, state_text

if TYPE_CHECKING:  # the names and words of drafts load much, and the start of the app reads none
    import sqlite3
    from collections.abc import Iterable

    from scoro_desktop.storage.saved_drafts import Content, SavedDraft
    from scoro_desktop.wire import JsonObject

Done: TypeAlias = Callable[[Exception | None], None]
"""Is told, on the thread that writes, that a state is on the disk, or why it is not. Raises nothing."""


@late.dataclass(frozen=True)
class Holding:
    """The draft with a name that a tab holds, and by what it is known in a list: see `Content`."""

    draft: SavedDraft
    summary: str
    words: str


@late.dataclass(frozen=True)
class _Tab:
    state: JsonObject
    holding: Holding | None
    draft_id: int | None = None


@late.dataclass
class _Waiting:
    """A state that is to be written, whom to tell, and the plans in the place of which it is: these end with it."""

    tab: _Tab
    told: list[Done]
    plans: list[int]


@late.dataclass(frozen=True)
class _Aside:
    """The content that a tab had before, and whom to tell."""

    content: Content
    done: Done


class Drafts:
    """One state per tab, by name; and that of the draft with a name which the tab holds, always the same.

    What a tab had is never written over before it is elsewhere on the disk: what was put aside is written first, and a
    plan is taken out in the transaction that writes its message.

    A state with a query of 1 MB takes 5 ms to be written out and the disk 20 ms and more to take it, too long for
    whoever is typing. So a thread writes them over a connection of its own. There is never more than one, and what it
    has not begun to write gives way to what is newer: no state ever takes the place of a newer one. What was kept once
    is given out from memory, also while the disk does not take it.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._turn = threading.Condition()
        self._waiting: dict[tuple[str, int | None], _Waiting] = {}  # the newest last
        self._aside: dict[str, list[_Aside]] = {}  # of each tab what is to be put aside before it is written
        self._untried: set[str] = set()  # the tabs of these of which something was put aside since they were tried
        self._newest: dict[str, _Tab] = {}  # what was to be kept last
        self._failed: dict[str, Exception] = {}  # why the last state of a tab is not on the disk
        self._on_disk: dict[str, _Tab] = {}  # what is
        self._is_writing = False
        self._preloaded: dict[str, StorageError | None] = {}  # why there is nothing of a tab in memory

    def keep(
        self, name: str, state: JsonObject, done: Done, holding: Holding | None = None, *, plan: int | None = None
    ) -> None:
        """Keep what is on screen in a tab, in place of what was kept; returns at once. Change nothing in it any more.

        With `holding`, the draft with a name is given the same state in the same moment. With `plan`, that plan is
        taken out in it: the disk has the message in one of the two, whatever happens. `done` is given None once it is
        on the disk, or what took its place before it had its turn is; or StorageError, or ValueError for NaN and
        infinities.
        """
        tab = _Tab(state, holding, None if holding is None else holding.draft.id)
        key = (name, tab.draft_id)
        with self._turn:
            waiting = self._waiting.pop(key, None) or _Waiting(tab, [], [])
            waiting.tab = tab
            waiting.told.append(done)
            if plan is not None:
                waiting.plans.append(plan)
            # The tab is to have what was said last, whatever draft it went through.
            self._waiting[key] = waiting
            self._newest[name] = tab
            self._begin()

    def put_aside(self, name: str, content: Content, done: Done) -> None:
        """Keep what stood in a tab as a draft without a name, before anything else is written of it; returns at once.

        `done` is given what `keep` gives. One that the disk does not take is tried again before each later state of the
        tab, of which nothing is written before.
        """
        with self._turn:
            self._aside.setdefault(name, []).append(_Aside(content, done))
            self._untried.add(name)
            self._begin()

    def _begin(self) -> None:
        if not self._is_writing:
            threading.Thread(target=self._write, name="drafts", daemon=True).start()
            self._is_writing = True

    def flush(self, timeout_s: float | None = None) -> bool:
        """Wait until everything that is to be kept is on the disk, or was told that it is not; tells whether it is so.

        It is not after a time-out alone.
        """
        with self._turn:
            return self._turn.wait_for(lambda: not self._is_writing, timeout_s)

    def behind(self) -> frozenset[str]:
        """The tabs of which the disk has something else than what was to be kept last."""
        with self._turn:
            return frozenset(name for name, tab in self._newest.items() if self._on_disk.get(name) is not tab)

    def unkept(self) -> dict[str, Exception]:
        """The tabs of which something is lost if the app ends now, and why: the disk has another state, or none."""
        with self._turn:
            return dict(self._failed)

    def has(self, name: str) -> bool:
        """Tells whether the disk has a state of a tab, as far as it was loaded or kept."""
        with self._turn:
            return name in self._on_disk

    def preload(self, names: Iterable[str]) -> None:
        """Reads what the disk has of these tabs, so that `load` need not wait for it; what fails is told there."""
        for name in names:
            try:
                self.load(name)
            except StorageError as error:
                self._preloaded[name] = error
            else:
                self._preloaded[name] = None

    def load(self, name: str) -> JsonObject | None:
        """The state that was kept for a tab, on the disk or as long as the app runs; None if none was.

        Waits for the disk where it was neither loaded nor kept before. Raises StorageFailed when the disk or the
        database fails; with the code `UNREADABLE` if it is not what was kept.
        """
        if (known := self._in_memory(name)) is not None:
            return known.state  # which the disk may not have taken
        if name in self._preloaded:
            if (error := self._preloaded[name]) is not None:
                raise error
            return None
        tab = _read(self._place, name)
        if tab is None:
            return None
        with self._turn:
            self._on_disk.setdefault(name, tab)
        return tab.state

    def held(self, name: str) -> SavedDraft | None:
        """The draft with a name that a tab held as it was loaded or kept; None if it held none."""
        tab = self._in_memory(name)
        return None if tab is None or tab.holding is None else tab.holding.draft

    def _in_memory(self, name: str) -> _Tab | None:
        with self._turn:
            return self._newest.get(name) or self._on_disk.get(name)

    def _write(self) -> None:
        while True:
            with self._turn:
                batch, self._waiting = self._waiting, {}
                untried, self._untried = self._untried, set()
                if not batch and not untried:
                    self._is_writing = False
                    self._turn.notify_all()
                    return
            for name, _ in batch:
                untried.add(name)
            in_the_way: dict[str, Exception | None] = {}
            for name in untried:
                in_the_way[name] = self._write_aside(name) if self._aside.get(name) else None
            for (name, _), waiting in batch.items():
                self._write_tab(name, waiting, in_the_way[name])

    def _write_tab(self, name: str, waiting: _Waiting, error: Exception | None) -> None:
        """Writes one state, unless something is in the way of it."""
        tab = waiting.tab
        if error is None:
            error = _write(self._place, name, tab, waiting.plans)
        with self._turn:
            self._failed.pop(name, None)
            if error is not None and not isinstance(error, StorageError) and self._newest.get(name) is tab:
                del self._newest[name]  # no disk will ever take it
            before = self._on_disk.get(name)
            if error is None:
                self._on_disk[name] = tab
            elif before is None or before.state != tab.state:
                self._failed[name] = error
        for done in waiting.told:
            done(error)

    def _write_aside(self, name: str) -> Exception | None:
        """Writes what is to be put aside of a tab; returns what keeps its state from being written."""
        while True:
            with self._turn:
                waiting = self._aside.get(name)
                if not waiting:
                    return None
                first = waiting[0]
            error = _put_aside(self._place, name, first.content)
            with self._turn:
                if error is None or not isinstance(error, StorageError):  # no disk will ever take it
                    waiting.remove(first)
            first.done(error)
            if isinstance(error, StorageError):
                return error


def _read(place: Place, name: str) -> _Tab | None:
    """Reads what the disk has of a tab. Raises StorageFailed."""
    with contextlib.closing(connect(place.path, place)) as connection:
        for text, draft_id in read_rows(connection, "SELECT state, draft_id FROM drafts WHERE name = ?", (name,)):
            state = read_state(text)
            if state is None:
                raise StorageFailed(UNREADABLE, f"the draft of {name}")
            if draft_id is None:
                return _Tab(state, None)
            from scoro_desktop.storage.saved_drafts import SavedDrafts

            draft = SavedDrafts(connection).get(draft_id)
            if draft is None:
                return _Tab(state, None)
            return _Tab(state, Holding(draft, draft.summary, draft.words), draft.id)
    return None


def _put_aside(place: Place, name: str, content: Content) -> Exception | None:
    from scoro_desktop.storage.saved_drafts import SavedDrafts

    try:
        with contextlib.closing(connect(place.path, place)) as connection:
            SavedDrafts(connection).put_aside(name, content)
    except Exception as error:  # noqa: BLE001 (as for `_write`)
        return error
    return None


def _write(place: Place, name: str, tab: _Tab, plans: Iterable[int]) -> Exception | None:
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
            if plans:
                from scoro_desktop.storage.planned import Planned

                Planned(connection).take_out(plans)
    except Exception as error:  # noqa: BLE001 (whatever it was, it is told to the one who asked)
        return error
    return None


def _write_named(connection: sqlite3.Connection, holding: Holding, state: object) -> None:
    """Saved again as it was, as every tab is when the window closes, a draft has not changed."""
    from scoro_desktop.storage.search import indexed

    connection.execute(
        """
        UPDATE saved_drafts SET state = :state, summary = :summary, words = :words, changed_at = :now
        WHERE id = :id AND state != :state
        """,
        {
            "id": holding.draft.id,
            "state": state,
            "summary": storable(holding.summary),
            "words": indexed(holding.words),
            "now": datetime.now(UTC).isoformat(),
        },
    )
