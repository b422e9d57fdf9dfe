"""Audiences with names, and recent queries: to use, keep, rename, update and delete."""

from collections.abc import Callable
from typing import TypeAlias, TypeVar, cast

from PySide6.QtCore import QDateTime, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from scoro_desktop.composing.counts import Count, CountState
from scoro_desktop.messages.names import as_name
from scoro_desktop.messages.searching import plain
from scoro_desktop.storage.audiences import Audiences, SavedAudience
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.audience.saved_audiences_view import SavedAudiencesView
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.dialog_write import DialogWrite
from scoro_desktop.ui.words import disk_words, wording

T = TypeVar("T")
Lists: TypeAlias = tuple[list[SavedAudience], list[str]]
"""The audiences with names, and the recent queries."""


class SavedAudiences(SavedAudiencesView):
    """The audiences of one collection, as the disk has them. `used` carries the text of the query that was chosen."""

    used = Signal(str)

    def __init__(
        self, storage: AsyncStorage, collection: str, text: str, count: Count, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._storage = storage
        self._saved: list[SavedAudience] = []
        self._recent: list[str] = []
        self._is_read = False
        self._collection = collection
        self._text = text
        self._count = count
        self._connect()
        self._write = DialogWrite(storage, self)
        self._write.slow.connect(self._say)
        self._fill()
        storage.look(self, self._lists, self._show_lists, self._not_read)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.list.itemActivated.connect(self._use)
        self.list.itemSelectionChanged.connect(self._show_state)
        self.recent.itemActivated.connect(self._use)
        self.recent.itemSelectionChanged.connect(self._show_state)
        self.lists.currentChanged.connect(self._show_state)
        self.use.clicked.connect(self._use)
        self.save.clicked.connect(self._save_clicked)
        self.update_it.clicked.connect(self._update_clicked)
        self.rename.clicked.connect(self._rename_clicked)
        self.for_tests.clicked.connect(self._tests_clicked)
        self.delete.clicked.connect(self._delete_clicked)
        self.close_it.clicked.connect(self.reject)

    def selected(self) -> SavedAudience | None:
        """The saved audience that is selected, None where none is or a recent query is."""
        items = self.list.selectedItems() if self.lists.currentWidget() is self.list else []
        found = items[0].data(Qt.ItemDataRole.UserRole) if items else None
        return found if isinstance(found, SavedAudience) else None

    def ask_name(self, title: str, name: str) -> str:
        """Asks for a name; empty if the person thinks better of it."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(name)
        dialog.resize(400, dialog.sizeHint().height())  # as wide as its title and a name of some words
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return as_name(dialog.textValue()) if accepted else ""

    def _selected_text(self) -> str:
        if self.lists.currentWidget() is self.recent:
            items = self.recent.selectedItems()
            return str(items[0].data(Qt.ItemDataRole.UserRole)) if items else ""
        saved = self.selected()
        return "" if saved is None else saved.query_text

    def _lists(self, stores: Stores) -> Lists:
        """On the thread of the storage."""
        return stores.audiences.of(self._collection), stores.audiences.recent(self._collection)

    def _show_lists(self, lists: Lists, keep: object = None) -> None:
        self._is_read = True
        self._saved, self._recent = lists
        self._fill(keep)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self._say(disk_words.reason(error))

    def _change(self, name: str, act: Callable[[Audiences], T], done: Callable[[T, Lists], None]) -> None:
        """Has `act` change the table; `done` is given what came of it and the lists after it."""

        def failed(error: Exception) -> None:
            self._say_why_not(name, error)

        self._write.begin(
            lambda stores: (act(stores.audiences), self._lists(stores)), lambda ended: done(*ended), failed
        )

    def _fill(self, keep: object = None) -> None:
        wanted = plain(self.search.text())
        kept = keep if isinstance(keep, int) else getattr(self.selected(), "id", 0)
        # A list that is empty for a moment would switch off the button that was pressed, and it the keyboard with it.
        blockers = QSignalBlocker(self.list), QSignalBlocker(self.recent)
        self.list.clear()
        for saved in self._saved:
            if wanted in plain(saved.name) or wanted in plain(saved.query_text):
                item = QListWidgetItem(self._line(saved), self.list)
                item.setData(Qt.ItemDataRole.UserRole, saved)
                if saved.id == kept:
                    self.list.setCurrentItem(item)
        self.recent.clear()
        for text in self._recent:
            if wanted in plain(text):
                item = QListWidgetItem(" ".join(text.split()), self.recent)
                item.setData(Qt.ItemDataRole.UserRole, text)
        for blocker in blockers:
            blocker.unblock()
        self._show_state()

    def _line(self, saved: SavedAudience) -> str:
        line = saved.name
        if saved.last_count is not None and saved.counted_at is not None:
            when = QDateTime.fromSecsSinceEpoch(int(saved.counted_at.timestamp()))
            line += "\n" + self.tr("{how_many} on {when}").format(
                how_many=wording.counted(self._collection, saved.last_count),
                when=QLocale().toString(when, QLocale.FormatType.ShortFormat),
            )
        return self.tr("{line} · tests go here").format(line=line) if saved.is_test else line

    def _show_state(self) -> None:
        saved, text = self.selected(), self._selected_text()
        self.use.setEnabled(bool(text))
        self.save.setEnabled(bool(self._text))
        self.update_it.setEnabled(saved is not None and bool(self._text) and self._text != saved.query_text)
        for button in (self.rename, self.for_tests, self.delete):
            button.setEnabled(saved is not None)
        self.for_tests.setChecked(saved is not None and saved.is_test)
        self._query.setText(" ".join(text.split())[:300] or self._emptiness())
        self._problem.hide()

    def _emptiness(self) -> str:
        """Returns the words for the list in front while there is nothing in it."""
        shown = self.lists.currentWidget()
        if shown is self.recent:
            words = self.tr("The queries that messages were sent to will stand here.")
        elif self._text:
            words = self.tr("No audience is saved yet. “Save the query on screen…” keeps the one in the window.")
        else:
            words = self.tr("No audience is saved yet. Add conditions in the window first, then save them here.")
        if self.search.text():
            words = self.tr("Nothing was found.")
        if not self._is_read:
            words = self.tr("Reading…")
        return "" if cast("QListWidget", shown).count() else words

    def _use(self) -> None:
        if text := self._selected_text():
            self.used.emit(text)
            self.accept()

    def _save_clicked(self) -> None:
        if name := self.ask_name(self.tr("Save the audience"), ""):

            def done(saved: SavedAudience, lists: Lists) -> None:
                self.search.clear()
                self.lists.setCurrentWidget(self.list)
                self._show_lists(lists, saved.id)

            text, count = self._text, self._count
            self._change(
                name, lambda audiences: audiences.add(self._collection, name, text, count.value, count.at), done
            )

    def _update_clicked(self) -> None:
        if (saved := self.selected()) is not None:
            before = Count(CountState.KNOWN, saved.last_count, at=saved.counted_at)

            def done(_nothing: None, lists: Lists) -> None:
                self._show_lists(lists, saved.id)
                words = self.tr("The query of “{name}” was replaced.").format(name=saved.name)
                self.notice.offer(words, self.tr("Undo"), take_back)

            def take_back() -> None:
                self._update(saved, saved.query_text, before, lambda _, lists: self._show_lists(lists, saved.id))

            self._update(saved, self._text, self._count, done)

    def _update(self, saved: SavedAudience, text: str, count: Count, done: Callable[[None, Lists], None]) -> None:
        self._change(saved.name, lambda audiences: audiences.update(saved.id, text, count.value, count.at), done)

    def _rename_clicked(self) -> None:
        saved = self.selected()
        if saved is not None and (name := self.ask_name(self.tr("Rename the audience"), saved.name)):
            self._change(
                name,
                lambda audiences: audiences.rename(saved.id, name),
                lambda _, lists: self._show_lists(lists, saved.id),
            )

    def _tests_clicked(self, checked: bool) -> None:
        if (saved := self.selected()) is not None:
            self._change(
                saved.name,
                lambda audiences: audiences.mark_for_tests(saved, checked),
                lambda _, lists: self._show_lists(lists, saved.id),
            )

    def _delete_clicked(self) -> None:
        if (saved := self.selected()) is not None:

            def put_back() -> None:
                self._change(
                    saved.name,
                    lambda audiences: audiences.put_back(saved),
                    lambda back, lists: self._show_lists(lists, back.id),
                )

            def done(_nothing: None, lists: Lists) -> None:
                self._show_lists(lists)
                self.notice.offer(self.tr("“{name}” was deleted.").format(name=saved.name), self.tr("Undo"), put_back)

            self._change(saved.name, lambda audiences: audiences.remove(saved.id), done)

    def _say_why_not(self, name: str, error: Exception) -> None:
        """Says under the list why a change of the audience `name` did not take place."""
        if isinstance(error, NameTakenError):
            words = self.tr("There is an audience “{name}” already. Choose another name.").format(name=name)
        elif isinstance(error, StorageError):
            words = self.tr("It could not be written down. Is the disk full, or the folder read-only?")
        else:
            raise error
        self._show_state()  # what was pressed did not come about
        self._say(words)
