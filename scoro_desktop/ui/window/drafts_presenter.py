"""Drafts at work: given names, opened in the tab of their channel, and what makes room for them put aside."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from scoro_desktop.messages.channels.channel import Channel, known
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.ui.drafts import draft_words
from scoro_desktop.ui.drafts.name_dialog import NameDialog, Take
from scoro_desktop.ui.runtime.async_storage import tolerate
from scoro_desktop.ui.window.draft_content import content_of
from scoro_desktop.ui.window.draft_stash import DraftStash

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.saved_drafts import SavedDraft
    from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.library.drafts import DraftsDialog
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.library_presenter import Shelf
    from scoro_desktop.ui.window.pages import Pages
    from scoro_desktop.ui.window.window_memory import WindowMemory
    from scoro_desktop.wire import JsonObject

PROPOSED: Final = 40
"""Characters of the message that are proposed as a name."""


class DraftsPresenter(QObject):
    """Between the tabs and the table of drafts."""

    def __init__(
        self,
        services: Services,
        held: OpenDrafts,
        memory: WindowMemory,
        tabs: Mapping[Channel, ComposeTab],
        pages: Pages,
        notice: NoticeBar,
        shelf: Shelf,
        parent: QWidget,
    ) -> None:
        """`shelf`: where the list of drafts is seen."""
        super().__init__(parent)
        self._window = parent
        self._shelf = shelf
        self._storage = services.storage
        self._background = services.background
        self._drafts = services.drafts
        self._held = held
        self._memory = memory
        self._tabs = tabs
        self._pages = pages
        self._notice = notice
        self._aside = DraftStash(self._storage, self._drafts, held, memory, notice, pages.bring, parent)
        pages.currentChanged.connect(lambda: self._aside.turn_to(pages.currentWidget()))
        for tab in tabs.values():
            tab.when_built(functools.partial(self._follow, tab))

    def make_room(self, tab: ComposeTab) -> None:
        """Keeps what stands in a tab that is about to be filled anew, and offers the way back."""
        self._aside.make_room(tab)

    def _follow(self, tab: ComposeTab) -> None:
        tab.undo.replacing.connect(lambda: self._let_go(tab))

    def _let_go(self, tab: ComposeTab) -> None:
        """Undoing is about to bring back another message, which must not be written into the draft of this one."""
        self._aside.withdraw()  # what it offers to bring back comes back by itself
        if self._held.of(tab.channel) is not None:
            self.make_room(tab)

    def show(self) -> DraftsDialog:
        """Opens the list of drafts."""
        self.write()
        from scoro_desktop.ui.library.drafts import DraftsDialog

        dialog = DraftsDialog(self._storage, self._background, self._drafts, self._held, self.open, self._shelf.place)
        self._shelf.show(dialog)
        return dialog

    def write(self) -> None:
        """Has what stands in the tabs written down, so that a list has it; returns at once."""
        self._memory.begin_saving()

    def keep(self, tab: ComposeTab) -> NameDialog | None:
        """Gives what stands in a tab a name. Where it has one it is saved, and that is said, with what else to do."""
        draft = self._held.of(tab.channel)
        if draft is None:
            return self._ask_name(tab)

        def told(error: Exception | None) -> None:
            if error is not None:
                self._notice.say(draft_words.not_written(error))
                return
            words = self.tr("“{name}” is saved. Every change is kept in it as you type.").format(name=draft.name)
            self._notice.offer(words, self.tr("Rename or copy…"), lambda: self._ask_other_name(tab))

        self._memory.write(tab, told)
        return None

    def open(self, draft: SavedDraft, told: Callable[[str], None]) -> None:
        """Shows a draft in the tab of its channel; `told` is given in words why not, and nothing if it does."""
        if (channel := known(draft.channel)) is None:
            told(draft_words.unknown_channel(draft.channel))
            return
        tab = self._tabs[channel]

        def show() -> None:
            self._pages.bring(tab)
            tab.go_to_start()
            told("")

        def found(state: JsonObject | None) -> None:
            if state is None or not isinstance(state.get("form"), dict):
                told(draft_words.not_readable())
                return
            self.make_room(tab)
            tab.restore(state)
            self._held.hold(tab.channel, None if draft.name is None else draft)
            show()

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            told(draft_words.not_readable())

        if self._held.holds(draft):
            show()
        else:
            self._storage.look(self, lambda stores: stores.saved_drafts.state(draft.id), found, failed)

    def _ask_name(self, tab: ComposeTab) -> NameDialog:
        summary = draft_words.beginning(tab.form.request().summary(), PROPOSED)
        dialog = self._ask(
            self.tr("Save the draft"),
            self.tr("Every change will be saved in it as you type. Find it later under Open › Drafts."),
            summary,
            [(self.tr("Save"), lambda name, told: self._add(tab, name, told))],
        )
        if summary:
            channel = tab.channel.value
            self._storage.look(
                dialog, lambda stores: stores.saved_drafts.free_name(channel, summary), dialog.propose, tolerate
            )
        return dialog

    def _ask_other_name(self, tab: ComposeTab) -> None:
        draft = self._held.of(tab.channel)
        if draft is None:
            self._ask_name(tab)
            return
        self._ask(
            self.tr("Rename or copy the draft"),
            self.tr("After saving a copy you go on in the copy; “{name}” stays as it is now.").format(name=draft.name),
            draft.name or "",
            [
                (self.tr("Rename"), lambda name, told: self._rename(draft, name, told)),
                (self.tr("Save a copy"), lambda name, told: self._add(tab, name, told)),
            ],
        )

    def _ask(self, title: str, help_text: str, name: str, actions: list[tuple[str, Take]]) -> NameDialog:
        dialog = NameDialog(title, help_text, name, actions, self._window)
        dialog.open()
        return dialog

    def _add(self, tab: ComposeTab, name: str, told: Callable[[str], None]) -> None:
        """Keeps what stands in a tab under a name that is new."""
        tab.audience.settle()
        is_copy = self._held.of(tab.channel) is not None
        channel, content = tab.channel.value, content_of(tab)

        def added(draft: SavedDraft) -> None:
            self._held.hold(tab.channel, draft)
            if is_copy:
                tab.form.become_another()
            # A crash from now on finds the tab with its draft; what fails is tried again.
            self._memory.write(tab, lambda _error: None)
            told("")

        def add(error: Exception | None) -> None:
            if error is not None:
                told(draft_words.not_written(error))
                return
            self._storage.write(
                self,
                lambda stores: stores.saved_drafts.add(channel, name, content),
                added,
                lambda error: told(_why_not(name, error)),
            )

        if is_copy:
            self._memory.write(tab, add)  # the one that is copied has all of it too
        else:
            add(None)

    def _rename(self, draft: SavedDraft, name: str, told: Callable[[str], None]) -> None:
        def renamed(_nothing: None) -> None:
            self._held.rename(draft, name)
            told("")

        self._storage.write(
            self,
            lambda stores: stores.saved_drafts.rename(draft.id, name),
            renamed,
            lambda error: told(_why_not(name, error)),
        )


def _why_not(name: str, error: Exception) -> str:
    """Says why a draft did not get a name."""
    if isinstance(error, NameTakenError):
        return draft_words.name_taken(name)
    if isinstance(error, StorageError | ValueError):
        return draft_words.not_written(error)
    raise error
