"""Drafts with names, and what was put aside: to find, open, rename, tag, duplicate, delete and hand on."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.saved_drafts import MOST_PUT_ASIDE, SavedDraft
from scoro_desktop.ui.drafts import draft_words
from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.library.draft_kind import DraftKind
from scoro_desktop.ui.library.kind import Section
from scoro_desktop.ui.library.library_dialog import LibraryDialog
from scoro_desktop.ui.library.library_list import Found
from scoro_desktop.ui.runtime.async_storage import AsyncStorage, tolerate
from scoro_desktop.ui.runtime.background import Background

translate = QCoreApplication.translate


class DraftsDialog(LibraryDialog):
    """The drafts of every channel, as the disk has them.

    `open_draft` shows one in its tab, and tells in words why it does not, or nothing.
    """

    def __init__(
        self,
        storage: AsyncStorage,
        background: Background,
        drafts: Drafts,
        held: OpenDrafts,
        open_draft: Callable[[SavedDraft, Callable[[str], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        self._held = held
        self._open_draft = open_draft
        self._is_opening = False
        super().__init__(DraftKind(drafts, held.holds), _sections(), storage, background, parent)
        self.open_it = self.use
        self.named, self.aside = self.library.pages
        for words in (self.tr("Give a name…"), self.tr("Rename…")):  # as wide as the longer one: nothing jumps
            self.rename.setText(words)
            self.rename.setMinimumWidth(max(self.rename.minimumWidth(), self.rename.sizeHint().width()))
        self.show_state()

    def show_state(self) -> None:
        """Shows what is selected, and what can be done with it."""
        super().show_state()
        is_aside = self.lists.currentIndex() > 0
        self.rename.setText(self.tr("Give a name…") if is_aside else self.tr("Rename…"))

    def use_chosen(self, item: SavedDraft) -> None:
        """Opens it in its tab, and notes that."""
        if not self._is_opening:
            self._is_opening = True
            self._open_draft(item, lambda problem: self._opened(item, problem))

    def rename_chosen(self, item: SavedDraft) -> None:
        """Asks for another name, or the first, in a dialog that says at once why one will not do."""
        title = self.tr("Rename the draft") if item.name else self.tr("Give the draft a name")
        words = self.tr("Rename") if item.name else self.tr("Save")
        actions = [(words, lambda name, told: self._rename(item, name, told))]
        NameDialog(title, "", item.name or "", actions, self).open()

    def removed(self, items: Sequence[SavedDraft]) -> None:
        """Has the tabs hold none of what was deleted."""
        for each in items:
            self._held.lose(each)

    def _show_all(
        self, found: tuple[list[Found], Sequence[tuple[str, str]]], keep: Collection[int] | None = None
    ) -> None:
        for part in found[0]:
            for draft, _ in part:
                self._held.regain(draft)  # where it was deleted while its tab had it open, and is back
        super()._show_all(found, keep)

    def _opened(self, draft: SavedDraft, problem: str) -> None:
        if not problem:
            # A note for this list, no more.
            self._storage.write(self._storage, lambda stores: stores.saved_drafts.used(draft.id), failed=tolerate)
        if not isValid(self):  # it was closed before the disk had answered
            return
        self._is_opening = False
        if problem:
            self._say(problem)
        else:
            self.accept()

    def _rename(self, draft: SavedDraft, name: str, told: Callable[[str], None]) -> None:
        def done(_nothing: None) -> list[int]:
            self._held.rename(draft, name)
            if draft.name is None:
                self.lists.setCurrentIndex(0)
            told("")
            return [draft.id]

        def failed(error: Exception) -> None:
            if isinstance(error, NameTakenError):
                told(draft_words.name_taken(name))
            elif isinstance(error, StorageError):
                told(draft_words.not_written(error))
            else:
                raise error

        self.change(name, lambda stores: self._kind.rename(stores, draft, name), done, failed)


def _sections() -> list[Section]:
    unnamed = EmptyState(
        "folder",
        translate("DraftsDialog", "No draft has a name yet"),
        translate(
            "DraftsDialog",
            "Save › Save draft as… gives this message a name. From then on every change is saved in it, and it waits "
            "here while you write something else.",
        ),
    )
    nothing = EmptyState(
        "inbox",
        translate("DraftsDialog", "Nothing was put aside yet"),
        translate(
            "DraftsDialog",
            "When another message takes the place of what you wrote, yours is kept here: the last {most} of each "
            "channel.",
        ).format(most=MOST_PUT_ASIDE),
    )
    named, aside = translate("DraftsDialog", "Named"), translate("DraftsDialog", "Put aside")
    return [
        Section(named, translate("DraftsDialog", "Drafts with names"), unnamed),
        Section(aside, aside, nothing, is_sorted=False),
    ]
