"""The memory of a window on disk: drafts as they are typed, and the layout."""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from shiboken6 import isValid

from scoro_desktop.storage.database import UNREADABLE, StorageError, StorageFailed
from scoro_desktop.storage.draft_states import Holding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMainWindow, QSplitter

    from scoro_desktop.messages.request import Channel
    from scoro_desktop.storage.drafts import Done
    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.storage.saved_drafts import Content, SavedDraft
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.pages import Pages
    from scoro_desktop.wire import JsonObject

AUTOSAVE_MS: Final = 1000
"""A draft is on disk this long after the first change that is not, well within the two seconds that are promised."""

AT_ONCE_S: Final = 0.01
"""The seconds that the window may stand still at its end: most disks are done by then. Ours."""
LOOK_MS: Final = 10
"""The milliseconds between two looks whether a slower one is."""


class WindowMemory(QObject):
    """Saves each tab's draft a moment after it changed, and everything when the window closes.

    `unkept_changed`: another tab, or none, stands on the screen and not on the disk (`unkept`). `saving_changed`: the
    disk is waited for before the window may close (`is_saving`), or no longer. `retired`: another window writes from
    now on.
    """

    unkept_changed = Signal()
    saving_changed = Signal()
    retired = Signal()
    _told = Signal(
        object, object, object
    )  # channel of a draft, why the disk did not take it, whom to tell; from a thread

    def __init__(
        self,
        window: QMainWindow,
        tabs: Mapping[Channel, ComposeTab],
        splitter: QSplitter,
        pages: Pages,
        held: OpenDrafts,
        services: Services,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs
        self._splitter = splitter
        self._pages = pages
        self._held = held
        self._drafts = services.drafts
        self._services = services
        self._storage = services.storage
        self._settings = services.settings
        self.is_retired = False
        self.is_saving = False
        self._changed: set[Channel] = set()  # drafts of which the disk has an older one
        self._unkept: dict[Channel, Exception] = {}  # as it was told last
        self._unread: dict[Channel, StorageError] = {}  # those that could not be read, and why, until something else
        for channel, tab in tabs.items():
            tab.changed.connect(functools.partial(self._changed.add, channel))
            tab.changed.connect(self.draft_changed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self._save_drafts)
        self._told.connect(self._hear)
        held.changed.connect(self._try_again)

    def draft_changed(self) -> None:
        """Saves soon. Typing on does not put it off."""
        if not self.is_retired and not self._timer.isActive():
            self._timer.start()

    def write(self, tab: ComposeTab, told: Callable[[Exception | None], None]) -> None:
        """Saves a tab and the draft that it holds; returns at once.

        `told` is given None once they are on the disk, StorageError when the disk or the database fails, ValueError for
        what JSON cannot carry.
        """
        self._changed.discard(tab.channel)
        self._keep(tab, told)

    def write_in_place_of(self, plan: Plan, tab: ComposeTab, done: Done) -> None:
        """Saves a tab in the place of a plan, which ends with that. `done`: as for `write`, but on any thread, and
        whatever became of this window.
        """
        self._changed.discard(tab.channel)
        self._keep(tab, plan=plan.id, done=done)

    def put_aside(self, tab: ComposeTab, content: Content, told: Callable[[Exception | None], None]) -> None:
        """Keeps what stood in a tab as a draft without a name, before anything else is saved of it; returns at once.

        `told` is given the same, once more for each time that the disk was tried again.
        """
        self._drafts.put_aside(tab.channel.value, content, functools.partial(self._say, tab.channel, told))

    def unkept(self) -> dict[Channel, Exception]:
        """The tabs of which something is lost if the app ends now, and why."""
        failed = self._drafts.unkept()
        found = {channel: failed[channel.value] for channel in self._tabs if channel.value in failed}
        return {
            channel: error
            for channel, error in found.items()
            if self._drafts.has(channel.value) or not self._tabs[channel].is_blank()
        }

    def tell_unkept(self) -> None:
        """Tells of `unkept` once more: for whoever begins to listen."""
        self._unkept = self.unkept()
        self.unkept_changed.emit()

    def unread(self) -> dict[Channel, StorageError]:
        """The tabs that came up empty since what was kept of them could not be read, and why."""
        return dict(self._unread)

    def begin_saving(self) -> None:
        """Saves what has changed; returns at once."""
        self._save_drafts()

    def settle(self) -> None:
        """Saves what has changed, and returns when that is done or has failed: for the end of the app."""
        self._save_drafts()
        self._drafts.flush()

    def retire(self) -> None:
        """Saves for the last time: from now on another window writes the drafts, and has what is on its way there."""
        self._save_all()
        self.is_retired = True
        self.retired.emit()

    def save(self) -> None:
        """Saves, and returns when that is done or has failed. A full disk must not keep the window open.

        A disk that takes long does not stop the window, which only takes no keys and clicks meanwhile.
        """
        self._save_all()
        if self._drafts.flush(AT_ONCE_S):
            return
        from PySide6.QtCore import QEventLoop

        waiting = QEventLoop()
        looks = QTimer(waiting, interval=LOOK_MS)
        looks.timeout.connect(lambda: waiting.quit() if self._drafts.flush(0) else None)
        looks.start()
        self.is_saving = True
        self.saving_changed.emit()
        waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.is_saving = False
        if isValid(self):
            self.saving_changed.emit()

    def _save_all(self) -> None:
        if self.is_retired:
            return
        for channel, tab in self._tabs.items():
            if tab.has_begun:  # else the disk has it, as it has been left
                self._changed.add(channel)
                if not tab.has_failed:
                    tab.audience.settle()
        self._save_drafts()
        self._settings.window_geometry = bytes(self._window.saveGeometry().data())
        if all(self._splitter.sizes()):  # the rows of the history are open
            self._settings.set_splitter("window", self._splitter.sizes())
        for channel, tab in self._tabs.items():
            self._settings.set_splitter(channel.value, tab.splitter.sizes())
        self._settings.pages = self._pages.kept()

    def restore(self) -> None:
        """Shows what was saved."""
        for channel, tab in self._tabs.items():
            state, draft = self._load(channel), None
            if state is not None:
                tab.begin_with(state)
                draft = self._drafts.held(channel.value)  # a tab that cannot be read is empty, and not its draft
            self._held.hold(channel, draft)
        self._show_unkept()
        if geometry := self._settings.window_geometry:
            self._window.restoreGeometry(QByteArray(geometry))
        splitters = {channel.value: tab.splitter for channel, tab in self._tabs.items()}
        for name, splitter in {**splitters, "window": self._splitter}.items():
            sizes = self._settings.splitter(name)
            if len(sizes) == splitter.count() and any(sizes):  # a part that is folded away has none
                splitter.setSizes(sizes)
        self._pages.restore(self._settings.pages)
        self._timer.stop()
        self._changed.intersection_update(self._unread)  # the disk has the others as they are
        for channel in sorted(self._tabs):
            if channel.value in self._drafts.behind():  # the window before could not keep it, nor goes on trying
                self._changed.add(channel)
                self._timer.start()

    def _load(self, channel: Channel) -> JsonObject | None:
        try:
            return self._drafts.load(channel.value)
        except StorageError as error:
            self._unread[channel] = error
            self._have_copied(channel)
            return None

    def _have_copied(self, channel: Channel) -> None:
        """Has what the disk has of a tab copied, over which nothing is written before: it can be read elsewhere."""
        drafts, copies, name = self._drafts, self._services.copies, channel.value
        before = drafts.refused().get(name)
        drafts.bar(name)

        def copy(_stores: Stores) -> None:
            if before is not None and not copies.has_room():  # asked again with each try to write
                drafts.refuse(name, before)
                return
            try:
                copies.keep_damaged()
            except StorageError as why:
                drafts.refuse(name, why)
            except BaseException as why:
                drafts.refuse(name, StorageFailed(UNREADABLE, type(why).__name__))
                raise
            else:
                drafts.free(name)

        self._storage.write(self._storage, copy)  # whatever becomes of this window

    def _save_drafts(self) -> None:
        self._timer.stop()
        if self.is_retired:
            return
        for channel in sorted(self._changed):
            tab = self._tabs[channel]
            if channel in self._unread and tab.is_blank():
                continue  # an empty form must not take the place of what may be read elsewhere
            if channel.value in self._drafts.refused():
                self._have_copied(channel)  # the disk may have room by now
            self._changed.discard(channel)
            self._keep(tab)

    def _keep(
        self,
        tab: ComposeTab,
        told: Callable[[Exception | None], None] | None = None,
        *,
        plan: int | None = None,
        done: Done | None = None,
    ) -> None:
        channel, draft = tab.channel, self._held.of(tab.channel)
        holding = None if draft is None else _holding(tab, draft)
        self._unread.pop(channel, None)

        def kept(error: Exception | None) -> None:
            if done is not None:
                done(error)
            self._say(channel, told, error)

        self._drafts.keep(channel.value, tab.state(), kept, holding, plan=plan)

    def _say(self, channel: Channel, told: Callable[[Exception | None], None] | None, error: Exception | None) -> None:
        """Hands what came of keeping to the GUI thread, from whichever thread it was done on."""
        with contextlib.suppress(RuntimeError):  # the window is gone
            self._told.emit(channel, error, told)

    def _show_unkept(self) -> None:
        if list(map(str, self.unkept().items())) != list(map(str, self._unkept.items())):
            self.tell_unkept()

    def _hear(self, channel: Channel, error: Exception | None, told: Callable[[Exception | None], None] | None) -> None:
        if error is not None:  # a full disk; text that JSON cannot carry, told beside its field
            self._try_again(channel)
        if error is not None or self._unkept:
            self._show_unkept()
        if told is not None:
            told(error)

    def _try_again(self, channel: Channel) -> None:
        self._changed.add(channel)
        self.draft_changed()


def _holding(tab: ComposeTab, draft: SavedDraft) -> Holding:
    message = tab.form.request()
    return Holding(draft, message.summary(), message.words())
