"""The stash for a tab's content when something else takes its place: kept, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.window.draft_content import content_of
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.drafts import Drafts
    from scoro_desktop.storage.saved_drafts import SavedDraft
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.window_memory import WindowMemory
    from scoro_desktop.wire import JsonObject


class DraftStash(QObject):
    """Makes room in a tab. What has a name is in its draft; the rest becomes a draft without one."""

    def __init__(
        self,
        storage: AsyncStorage,
        drafts: Drafts,
        held: OpenDrafts,
        memory: WindowMemory,
        notice: NoticeBar,
        show_tab: Callable[[ComposeTab], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._storage = storage
        self._drafts = drafts
        self._held = held
        self._memory = memory
        self._notice = notice
        self._show_tab = show_tab
        self._offered = ""  # what was said last with a way back
        self._about: ComposeTab | None = None  # of which tab
        self._is_away = False  # hidden, since another tab is in front

    def make_room(self, tab: ComposeTab) -> None:
        """Keeps what stands in a tab that is about to be filled anew, and offers the way back."""
        tab.audience.settle()
        draft = self._held.of(tab.channel)
        if draft is not None:
            self._leave(tab, draft)
        elif not tab.is_blank():
            self._put_aside(tab)
        self._held.hold(tab.channel, None)

    def _put_aside(self, tab: ComposeTab) -> None:
        content = content_of(tab)
        words = self.tr("Your previous message is in Drafts.")
        unwritten = self.tr("Your previous message could not be saved. It is kept until the app closes.")

        said = words

        def told(error: Exception | None) -> None:
            nonlocal said
            before, said = said, words if error is None else unwritten  # it is tried again until the disk takes it
            if said != before:
                self._correct(before, said)

        self._offer(tab, words, self.tr("Bring it back"), lambda: self._bring_back(tab, content.state))
        self._memory.put_aside(tab, content, told)

    def _leave(self, tab: ComposeTab, draft: SavedDraft) -> None:
        state = tab.state()
        failures: list[Exception] = []
        words = self.tr("Your previous message is in the draft “{name}”.").format(name=draft.name)

        def told(error: Exception | None) -> None:
            if error is None:
                return
            failures.append(error)
            failed = self.tr("The draft “{name}” could not be saved. It is kept until the app closes.")
            self._correct(words, failed.format(name=draft.name))

        self._offer(
            tab,
            words,
            self.tr("Open it again"),
            lambda: self._open_again(tab, draft, state if failures else None),
        )
        self._memory.write(tab, told)

    def withdraw(self) -> None:
        """Offers no way back any more, where that is what the notice says: it may speak of something else."""
        if self._offered and self._offered in self._notice.text():
            self._notice.hide()

    def turn_to(self, tab: QWidget | None) -> None:
        """Takes which page is in front: “this form” is said only where it is."""
        is_ours = bool(self._offered) and self._notice.holds(self._offered)
        if not is_ours:
            self._is_away = False
        elif tab is self._about and self._is_away:
            self._is_away = False
            self._notice.show()
        elif tab is not self._about and not self._notice.isHidden():
            self._is_away = True
            self._notice.hide()

    def _offer(self, tab: ComposeTab, words: str, action: str, take: Callable[[], None]) -> None:
        self._offered, self._about, self._is_away = words, tab, False
        self._notice.offer(words, action, take)

    def _correct(self, before: str, after: str) -> None:
        """Says that something was not written after all; the way back stays."""
        if self._offered == before:
            self._offered = after
        self._notice.correct(before, after)

    def _open_again(self, tab: ComposeTab, draft: SavedDraft, unwritten: JsonObject | None) -> None:
        """Opens a draft as it is by now; as it was left, if that could not be written."""
        if self._held.holds(draft):
            self._show_tab(tab)
            return

        def read(stores: Stores) -> tuple[SavedDraft | None, JsonObject | None]:
            self._drafts.flush()
            now = stores.saved_drafts.get(draft.id)
            return now, None if now is None else stores.saved_drafts.state(draft.id)

        def found(ended: tuple[SavedDraft | None, JsonObject | None]) -> None:
            now, state = ended[0], unwritten or ended[1]
            if state is None:
                self._notice.say(self.tr("The draft “{name}” no longer exists.").format(name=draft.name))
            else:
                self._bring_back(tab, state, now)

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            self._notice.say(disk_words.reason(error))

        self._storage.look(self, read, found, failed)

    def _bring_back(self, tab: ComposeTab, state: JsonObject, draft: SavedDraft | None = None) -> None:
        self._show_tab(tab)
        self.make_room(tab)
        tab.restore(state)
        self._held.hold(tab.channel, draft)
