"""Drafts at work: given names, opened in the tab of their channel, and what makes room for them put aside."""

import contextlib
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from scoro_desktop.messages.channels.channel import Channel, known
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.saved_drafts import SavedDraft, SavedDrafts
from scoro_desktop.ui.drafts import draft_words
from scoro_desktop.ui.drafts.drafts_dialog import DraftsDialog
from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.window.compose_tab import ComposeTab
from scoro_desktop.ui.window.draft_content import content_of
from scoro_desktop.ui.window.draft_stash import DraftStash
from scoro_desktop.ui.window.window_memory import WindowMemory

NAME_WIDTH: Final = 220
"""The most of a draft's name, in pixels, that stands on its tab."""
PROPOSED: Final = 40
"""Characters of the message that are proposed as a name."""


class DraftsPresenter(QObject):
    """Between the tabs and the table of drafts."""

    def __init__(
        self,
        saved: SavedDrafts,
        held: OpenDrafts,
        memory: WindowMemory,
        tabs: Mapping[Channel, ComposeTab],
        pages: QTabWidget,
        notice: NoticeBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._saved = saved
        self._held = held
        self._memory = memory
        self._tabs = tabs
        self._pages = pages
        self._notice = notice
        self._aside = DraftStash(saved, held, memory, notice, pages.setCurrentWidget, parent)
        self._titles = {channel: pages.tabText(pages.indexOf(tab)) for channel, tab in tabs.items()}
        held.changed.connect(self._show_name)
        pages.currentChanged.connect(lambda: self._aside.turn_to(pages.currentWidget()))
        for tab in tabs.values():
            tab.undo.replacing.connect(lambda tab=tab: self._let_go(tab))

    def make_room(self, tab: ComposeTab) -> None:
        """Keeps what stands in a tab that is about to be filled anew, and offers the way back."""
        self._aside.make_room(tab)

    def _let_go(self, tab: ComposeTab) -> None:
        """Undoing is about to bring back another message, which must not be written into the draft of this one."""
        self._aside.withdraw()  # what it offers to bring back comes back by itself
        if self._held.of(tab.channel) is not None:
            self.make_room(tab)

    def show(self) -> DraftsDialog:
        """Opens the list of drafts."""
        self._memory.settle()
        dialog = DraftsDialog(self._saved, self._held, self.open, self._window)
        dialog.open()
        return dialog

    def keep(self, tab: ComposeTab) -> NameDialog | None:
        """Gives what stands in a tab a name. Where it has one it is saved, and that is said, with what else to do."""
        draft = self._held.of(tab.channel)
        if draft is None:
            return self._ask_name(tab)
        try:
            self._memory.write(tab)
        except (StorageError, ValueError) as error:
            self._notice.say(draft_words.not_written(error))
            return None
        words = self.tr("“{name}” is saved. Every change is kept in it as you type.").format(name=draft.name)
        self._notice.offer(words, self.tr("Rename or copy…"), lambda: self._ask_other_name(tab))
        return None

    def open(self, draft: SavedDraft) -> str:
        """Shows a draft in the tab of its channel; the value says why not in words, empty if it does."""
        if (channel := known(draft.channel)) is None:
            return draft_words.unknown_channel(draft.channel)
        tab = self._tabs[channel]
        if not self._held.holds(draft):
            try:
                state = self._saved.state(draft.id)
            except StorageError:
                state = None
            if state is None or not isinstance(state.get("form"), dict):
                return draft_words.not_readable()
            self.make_room(tab)
            tab.restore(state)
            self._held.hold(tab.channel, None if draft.name is None else draft)
        self._pages.setCurrentWidget(tab)
        tab.go_to_start()
        return ""

    def _ask_name(self, tab: ComposeTab) -> NameDialog:
        summary = draft_words.beginning(tab.form.request().summary(), PROPOSED)
        proposed = self._saved.free_name(tab.channel.value, summary) if summary else ""
        return self._ask(
            self.tr("Save the draft"),
            self.tr("Every change will be kept in it as you type. You find it again under Open › Drafts."),
            proposed,
            [(self.tr("Save"), lambda name: self._add(tab, name))],
        )

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
                (self.tr("Rename"), lambda name: self._rename(draft, name)),
                (self.tr("Save a copy"), lambda name: self._add(tab, name)),
            ],
        )

    def _ask(
        self, title: str, help_text: str, name: str, actions: list[tuple[str, Callable[[str], str]]]
    ) -> NameDialog:
        dialog = NameDialog(title, help_text, name, actions, self._window)
        dialog.open()
        return dialog

    def _add(self, tab: ComposeTab, name: str) -> str:
        """Keeps what stands in a tab under a name that is new."""
        tab.audience.settle()
        is_copy = self._held.of(tab.channel) is not None
        try:
            if is_copy:
                self._memory.write(tab)  # the one that is copied has all of it too
            self._held.hold(tab.channel, self._saved.add(tab.channel.value, name, content_of(tab)))
        except NameTakenError:
            return draft_words.name_taken(name)
        except (StorageError, ValueError) as error:
            return draft_words.not_written(error)
        if is_copy:
            tab.form.become_another()
        with contextlib.suppress(StorageError, ValueError):  # it is tried again
            self._memory.write(tab)  # a crash from now on finds the tab with its draft
        return ""

    def _rename(self, draft: SavedDraft, name: str) -> str:
        try:
            self._saved.rename(draft.id, name)
        except NameTakenError:
            return draft_words.name_taken(name)
        except StorageError as error:
            return draft_words.not_written(error)
        self._held.rename(draft, name)
        return ""

    def _show_name(self, channel: Channel) -> None:
        """Puts the name of its draft on a tab, beside the channel."""
        index, draft = self._pages.indexOf(self._tabs[channel]), self._held.of(channel)
        title, words = self._titles[channel], ""
        if draft is not None and draft.name is not None:
            bar = self._pages.tabBar()
            name = bar.fontMetrics().elidedText(draft.name, Qt.TextElideMode.ElideRight, NAME_WIDTH)
            title = f"{title} · {name}".replace("&", "&&")
            words = tip(self.tr("Draft “{name}”. Every change is kept in it.").format(name=draft.name))
        self._pages.setTabText(index, title)
        self._pages.setTabToolTip(index, words)
