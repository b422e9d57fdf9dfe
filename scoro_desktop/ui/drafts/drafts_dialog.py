"""Drafts with names, and what was put aside: to find, open, rename, duplicate and delete."""

import contextlib
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.saved_drafts import MOST_PUT_ASIDE, SavedDraft, SavedDrafts
from scoro_desktop.ui.drafts import draft_words
from scoro_desktop.ui.drafts.draft_list import DraftList
from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.notice_bar import NoticeBar


class DraftsDialog(QDialog):
    """The drafts of both channels. `open_draft` shows one in its tab, or says in words why it does not."""

    def __init__(
        self,
        saved: SavedDrafts,
        held: OpenDrafts,
        open_draft: Callable[[SavedDraft], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Drafts"))
        self.resize(680, 480)
        self._saved = saved
        self._held = held
        self._open_draft = open_draft
        self._make_lists()
        self._make_buttons()
        self._lay_out()
        self._fill()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _fill(self, keep: int = 0) -> None:
        typed = self.search.text()
        for page, drafts in ((self.named, self._saved.named()), (self.aside, self._saved.put_aside_ones())):
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
        if (draft := self.selected()) is not None:
            if problem := self._open_draft(draft):
                self._say(problem)
            else:
                self.accept()

    def _rename_clicked(self) -> None:
        if (draft := self.selected()) is not None:
            title = self.tr("Rename the draft") if draft.name else self.tr("Give the draft a name")
            words = self.tr("Rename") if draft.name else self.tr("Save")
            dialog = NameDialog(title, "", draft.name or "", [(words, lambda name: self._rename(draft, name))], self)
            dialog.open()

    def _rename(self, draft: SavedDraft, name: str) -> str:
        try:
            self._saved.rename(draft.id, name)
        except NameTakenError:
            return draft_words.name_taken(name)
        except StorageError as error:
            return draft_words.not_written(error)
        self._held.rename(draft, name)
        if draft.name is None:
            self.lists.setCurrentWidget(self.named)
        self._fill(draft.id)
        return ""

    def _duplicate_clicked(self) -> None:
        if (draft := self.selected()) is not None:
            with self._says_why_not():
                self._fill(self._saved.duplicate(draft).id)

    def _delete_clicked(self) -> None:
        if (draft := self.selected()) is not None:
            with self._says_why_not():
                removed = self._saved.remove(draft.id)
                self._held.lose(draft)
                self._fill()
                if removed is None:
                    return

                def put_back() -> None:
                    with self._says_why_not():
                        back = self._saved.put_back(removed)
                        self._held.regain(back)
                        self._fill(back.id)

                words = self.tr("The draft “{name}” was deleted.").format(name=draft_words.heading(draft))
                self.notice.offer(words, self.tr("Undo"), put_back)

    @contextlib.contextmanager
    def _says_why_not(self) -> Iterator[None]:
        try:
            yield
        except StorageError as error:
            self._say(draft_words.not_written(error))

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
