"""Drafts with names, and what was put aside: to find, open, rename, duplicate and delete."""

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.saved_drafts import MOST_PUT_ASIDE, RemovedDraft, SavedDraft, SavedDrafts
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.drafts import draft_words
from scoro_desktop.ui.drafts.draft_list import DraftList
from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.dialog_write import DialogWrite

T = TypeVar("T")
Lists: TypeAlias = tuple[list[SavedDraft], list[SavedDraft]]
"""Those with a name, and those that were put aside."""


class DraftsDialog(QDialog):
    """The drafts of both channels, as the disk has them.

    `open_draft` shows one in its tab, and tells in words why it does not, or nothing.
    """

    def __init__(
        self,
        storage: AsyncStorage,
        drafts: Drafts,
        held: OpenDrafts,
        open_draft: Callable[[SavedDraft, Callable[[str], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Drafts"))
        self.resize(680, 480)
        self._storage = storage
        self._drafts = drafts
        self._write = DialogWrite(storage, self)
        self._write.slow.connect(self._say)
        self._named: list[SavedDraft] = []
        self._put_aside: list[SavedDraft] = []
        self._is_opening = False
        self._held = held
        self._open_draft = open_draft
        self._make_lists()
        self._make_buttons()
        self._lay_out()
        self._show_state()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        storage.look(self, self._lists, self._show_lists, self._say_why_not)

    def _make_lists(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by name or words of the message"))
        self.search.setAccessibleName(self.tr("Search the drafts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda: self._fill())
        unnamed = EmptyState(
            "folder",
            self.tr("No draft has a name yet"),
            self.tr(
                "Save › Save draft as… gives what is on screen a name. Every change is kept in it from then on, "
                "and it waits here while you write something else."
            ),
        )
        nothing = EmptyState(
            "inbox",
            self.tr("Nothing was put aside yet"),
            self.tr(
                "Where something else takes the place of what you wrote, that is kept here by itself: the last {most} "
                "of each channel."
            ).format(most=MOST_PUT_ASIDE),
        )
        self.named = DraftList(self.tr("Drafts with names"), unnamed, self._held, self)
        self.aside = DraftList(self.tr("Put aside"), nothing, self._held, self)
        self.lists = QTabWidget(self)
        self.lists.setDocumentMode(True)
        self.lists.tabBar().setDrawBase(False)
        for page, words in ((self.named, self.tr("Named")), (self.aside, self.tr("Put aside"))):
            self.lists.addTab(page, words)
            page.activated.connect(self._open)
            page.selection_changed.connect(self._show_state)
        self.lists.currentChanged.connect(self._show_state)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.notice = NoticeBar(self)

    def _make_buttons(self) -> None:
        self.open_it = QPushButton(self.tr("Open"), self)
        self.open_it.setProperty("role", "primary")
        self.open_it.clicked.connect(self._open)
        self.rename = QPushButton(self)
        self.rename.ensurePolished()
        for words in (self.tr("Give a name…"), self.tr("Rename…")):  # as wide as the longer one: nothing jumps
            self.rename.setText(words)
            self.rename.setMinimumWidth(max(self.rename.minimumWidth(), self.rename.sizeHint().width()))
        self.rename.clicked.connect(self._rename_clicked)
        self.duplicate = QPushButton(self.tr("Duplicate"), self)
        self.duplicate.clicked.connect(self._duplicate_clicked)
        self.delete = QPushButton(self.tr("Delete"), self)
        self.delete.setProperty("role", "danger")
        self.delete.clicked.connect(self._delete_clicked)
        self.close_it = QPushButton(self.tr("Close"), self)
        self.close_it.clicked.connect(self.reject)
        self.open_it.setDefault(True)  # of Enter elsewhere; on a button it is that button's

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        for button in (self.open_it, self.rename, self.duplicate, self.delete):
            side.addWidget(button)
        side.addStretch()
        side.addWidget(self.close_it)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.lists, 1)
        left.addWidget(self._problem)
        row = QHBoxLayout()
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.notice)

    def selected(self) -> SavedDraft | None:
        """The draft that is selected in the list in front."""
        return self._in_front().selected()

    def problem_text(self) -> str:
        """Returns the problem that is shown, empty when none is."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _in_front(self) -> DraftList:
        return self.aside if self.lists.currentWidget() is self.aside else self.named

    def _lists(self, stores: Stores) -> Lists:
        """On the thread of the storage: what is on its way from the tabs is in them."""
        self._drafts.flush()
        return stores.saved_drafts.named(), stores.saved_drafts.put_aside_ones()

    def _show_lists(self, lists: Lists, keep: int = 0) -> None:
        self._named, self._put_aside = lists
        self._fill(keep)

    def _change(
        self,
        act: Callable[[SavedDrafts], T],
        done: Callable[[T, Lists], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Has `act` change the table; `done` is given what came of it and the lists after it."""

        def change(stores: Stores) -> tuple[T, Lists]:
            self._drafts.flush()
            return act(stores.saved_drafts), self._lists(stores)

        self._write.begin(change, lambda ended: done(*ended), failed or self._say_why_not)

    def _fill(self, keep: int = 0) -> None:
        typed = self.search.text()
        for page, drafts in ((self.named, self._named), (self.aside, self._put_aside)):
            before = page.selected()
            kept = keep or (0 if before is None else before.id)
            found = [each for each in drafts if each.is_found_by(typed)]
            page.show_drafts(found, kept, searched=bool(drafts))
        self._show_state()

    def _show_state(self) -> None:
        draft = self.selected()
        for button in (self.open_it, self.rename, self.duplicate, self.delete):
            button.setEnabled(draft is not None)
        is_aside = self._in_front() is self.aside
        self.rename.setText(self.tr("Give a name…") if is_aside else self.tr("Rename…"))
        self.duplicate.setEnabled(draft is not None and not is_aside)
        self._problem.hide()

    def _open(self) -> None:
        if (draft := self.selected()) is not None and not self._is_opening:
            self._is_opening = True
            self._open_draft(draft, self._opened)

    def _opened(self, problem: str) -> None:
        if not isValid(self):  # it was closed before the disk had answered
            return
        self._is_opening = False
        if problem:
            self._say(problem)
        else:
            self.accept()

    def _rename_clicked(self) -> None:
        if (draft := self.selected()) is not None:
            title = self.tr("Rename the draft") if draft.name else self.tr("Give the draft a name")
            words = self.tr("Rename") if draft.name else self.tr("Save")
            actions = [(words, lambda name, told: self._rename(draft, name, told))]
            dialog = NameDialog(title, "", draft.name or "", actions, self)
            dialog.open()

    def _rename(self, draft: SavedDraft, name: str, told: Callable[[str], None]) -> None:
        def renamed(_nothing: None, lists: Lists) -> None:
            self._held.rename(draft, name)
            if draft.name is None:
                self.lists.setCurrentWidget(self.named)
            self._show_lists(lists, draft.id)
            told("")

        def failed(error: Exception) -> None:
            if isinstance(error, NameTakenError):
                told(draft_words.name_taken(name))
            elif isinstance(error, StorageError):
                told(draft_words.not_written(error))
            else:
                raise error

        self._change(lambda saved: saved.rename(draft.id, name), renamed, failed)

    def _duplicate_clicked(self) -> None:
        if (draft := self.selected()) is not None:
            self._change(lambda saved: saved.duplicate(draft), lambda twin, lists: self._show_lists(lists, twin.id))

    def _delete_clicked(self) -> None:
        if (draft := self.selected()) is None:
            return

        def removed(found: RemovedDraft | None, lists: Lists) -> None:
            self._held.lose(draft)
            self._show_lists(lists)
            if found is not None:
                words = self.tr("The draft “{name}” was deleted.").format(name=draft_words.heading(draft))
                self.notice.offer(words, self.tr("Undo"), lambda: self._put_back(found))

        self._change(lambda saved: saved.remove(draft.id), removed)

    def _put_back(self, removed: RemovedDraft) -> None:
        def done(back: SavedDraft, lists: Lists) -> None:
            self._held.regain(back)
            self._show_lists(lists, back.id)

        self._change(lambda saved: saved.put_back(removed), done)

    def _say_why_not(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self._say(draft_words.not_written(error))

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
