"""The content of each tab, kept so that a crash or a closed window loses nothing of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from scoro_desktop import late
from scoro_desktop.storage.database import Place, StorageError
from scoro_desktop.storage.draft_states import Holding, Tab, put_aside, read_tab, write_tab

if TYPE_CHECKING:  # the names and words of drafts load much, and the start of the app reads none
    from collections.abc import Iterable

    from scoro_desktop.storage.saved_drafts import Content, SavedDraft
    from scoro_desktop.wire import JsonObject

Done: TypeAlias = Callable[[Exception | None], None]
"""Is told, on the thread that writes, that a state is on the disk, or why it is not. Raises nothing."""


@late.dataclass
class _Waiting:
    """A state that is to be written, whom to tell, and the plans in the place of which it is: these end with it."""

    tab: Tab
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
        self._newest: dict[str, Tab] = {}  # what was to be kept last
        self._failed: dict[str, Exception] = {}  # why the last state of a tab is not on the disk
        self._on_disk: dict[str, Tab] = {}  # what is
        self._is_writing = False
        self._barred: dict[str, Exception | None] = {}  # why what the disk has was not copied; None: nobody knows yet
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
        tab = Tab(state, holding, None if holding is None else holding.draft.id)
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

    def bar(self, name: str) -> None:
        """Writes nothing over what the disk has of a tab, before `free`."""
        with self._turn:
            self._barred[name] = None

    def free(self, name: str) -> None:
        """Writes a tab again: what the disk has of it is elsewhere as well."""
        with self._turn:
            self._barred.pop(name, None)
            self._turn.notify_all()
            self._begin()

    def refuse(self, name: str, why: Exception) -> None:
        """Tells those who wait for a barred tab that nothing of it is written, and why."""
        with self._turn:
            self._barred[name] = why
            self._turn.notify_all()
            self._begin()

    def refused(self) -> dict[str, Exception]:
        """The tabs of which nothing is written, and why what the disk has of them could not be copied."""
        with self._turn:
            return {name: why for name, why in self._barred.items() if why is not None}

    def _is_undecided(self, name: str) -> bool:
        return name in self._barred and self._barred[name] is None

    def _begin(self) -> None:
        is_wanted = self._untried or any(not self._is_undecided(name) for name, _ in self._waiting)
        if is_wanted and not self._is_writing:
            threading.Thread(target=self._write, name="drafts", daemon=True).start()
            self._is_writing = True

    def flush(self, timeout_s: float | None = None, *, barred: bool = True) -> bool:
        """Wait until everything that is to be kept is on the disk, or was told that it is not; tells whether it is so.

        It is not after a time-out alone. A tab that is barred is waited for, but without `barred`: for what runs where
        its copy is made, and would keep that from ever being made.
        """
        with self._turn:
            return self._turn.wait_for(lambda: not self._is_writing and not (barred and self._waiting), timeout_s)

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
        tab = read_tab(self._place, name)
        if tab is None:
            return None
        with self._turn:
            self._on_disk.setdefault(name, tab)
        return tab.state

    def held(self, name: str) -> SavedDraft | None:
        """The draft with a name that a tab held as it was loaded or kept; None if it held none."""
        tab = self._in_memory(name)
        return None if tab is None or tab.holding is None else tab.holding.draft

    def _in_memory(self, name: str) -> Tab | None:
        with self._turn:
            return self._newest.get(name) or self._on_disk.get(name)

    def _write(self) -> None:
        while True:
            with self._turn:
                batch = {key: each for key, each in self._waiting.items() if not self._is_undecided(key[0])}
                self._waiting = {key: each for key, each in self._waiting.items() if key not in batch}
                refused = {name: self._barred.get(name) for name, _ in batch}
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
                self._write_tab(name, waiting, in_the_way[name] or refused[name])

    def _write_tab(self, name: str, waiting: _Waiting, error: Exception | None) -> None:
        """Writes one state, unless something is in the way of it."""
        tab = waiting.tab
        if error is None:
            error = write_tab(self._place, name, tab, waiting.plans)
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
            error = put_aside(self._place, name, first.content)
            with self._turn:
                if error is None or not isinstance(error, StorageError):  # no disk will ever take it
                    waiting.remove(first)
            first.done(error)
            if isinstance(error, StorageError):
                return error
