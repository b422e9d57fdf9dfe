"""A window of the library over one kind of things: found, read, used, named, tagged, doubled, deleted, handed on."""

import functools
from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog, QListWidget, QWidget

from scoro_desktop.messages.names import as_name
from scoro_desktop.messages.template import LONGEST_NAME, read_tags
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.kit.button_menu import open_menu
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.library.exchange import Exchange
from scoro_desktop.ui.library.kind import Kind, Section, WayBack
from scoro_desktop.ui.library.library_list import Found
from scoro_desktop.ui.library.library_view import LibraryView
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.runtime.dialog_write import DialogWrite

T = TypeVar("T")
Reading: TypeAlias = tuple[list[Found], Sequence[tuple[str, str]]]
"""The rows of each section, and (name, code of the channel) of what cannot be shown."""


class LibraryDialog(LibraryView):
    """The acts on things of any kind. A window of one kind says what using one does (`use_chosen`)."""

    def __init__(
        self,
        kind: Kind[Any],
        sections: Sequence[Section],
        storage: AsyncStorage,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        self._kind = kind
        self._storage = storage
        self._is_read = False
        super().__init__(kind, sections, parent)
        self._write = DialogWrite(storage, self)
        self._write.slow.connect(self._say)
        self.exchange = Exchange(kind, storage, background, self)
        self._connect()
        self.show_state()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        storage.look(self, self._read, self._begin, lambda error: self.say_why_not("", error))

    def use_chosen(self, item: Any) -> None:
        """Uses the one that is selected."""
        raise NotImplementedError

    def chosen(self) -> Any | None:
        """The one thing that is selected; None for none or several."""
        chosen = self.library.chosen()
        return chosen[0] if len(chosen) == 1 else None

    def refresh(self, keep: Collection[int] | None = None) -> None:
        """Reads everything anew. `keep`: which are selected then; those are shown whatever was looked for."""
        self._storage.look(
            self, self._read, lambda found: self._show_all(found, keep), lambda error: self.say_why_not("", error)
        )

    def change(
        self,
        name: str,
        act: Callable[[Stores], T],
        done: Callable[[T], Collection[int] | None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Has `act` change the tables; `done` is given what came of it, and returns the ids of what is selected then.

        `name`: that is to be given, for the words if another has it.
        """

        def ended(came: tuple[T, Reading]) -> None:
            result, found = came
            keep = done(result)
            self._show_all(found, keep)

        self._write.begin(
            lambda stores: (act(stores), self._read(stores)),
            ended,
            failed or (lambda error: self.say_why_not(name, error)),
        )

    def offer_undo(self, words: str, way_back: WayBack, name: str = "") -> None:
        """Says what was done and offers to take it back. `name`: that comes back, for the words if another has it."""
        self.notice.offer(words, self.tr("Undo"), lambda: self.change(name, way_back, lambda ids: ids))

    def ask_name(self, title: str, name: str) -> str:
        """Asks for a name; empty if the person thinks better of it."""
        return as_name(self._ask_line(title, self.tr("Name"), name) or "")[:LONGEST_NAME].rstrip()

    def ask_tags(self, tags: Sequence[str]) -> tuple[str, ...] | None:
        """Asks for tags; None if the person thinks better of it."""
        typed = self._ask_line(self.tr("Tags"), self.tr("Tags, with commas between them"), ", ".join(tags))
        return None if typed is None else read_tags(typed)

    def rename_chosen(self, item: Any) -> None:
        """Asks for another name, and gives it."""
        line = self._kind.line(item)
        if name := self.ask_name(self._kind.words().rename_title, line.name):
            self.change(name, lambda stores: self._kind.rename(stores, item, name), lambda _: [line.id])

    def tag_chosen(self, item: Any) -> None:
        """Asks for tags, and gives them."""
        line = self._kind.line(item)
        if (tags := self.ask_tags(line.tags)) is not None:
            self.change("", lambda stores: self._kind.set_tags(stores, item, tags), lambda _: [line.id])

    def show_state(self) -> None:
        """Shows what is selected, and what can be done with it."""
        every, item = self.library.chosen(), self.chosen()
        kept = [each for each in every if self._kind.is_kept(each)]
        is_one = item is not None and bool(kept)
        is_empty = self._is_read and self.library.is_empty()
        self.use.setEnabled(item is not None)
        for button in (self.rename, self.tag_it):
            button.setEnabled(is_one)
        self.duplicate.setEnabled(is_one and self._kind.can_be_doubled(item))
        self.delete.setEnabled(bool(kept))
        self.export.setEnabled(any(map(self._kind.is_kept, self.library.everything())))
        self.export_chosen.setEnabled(bool(kept))
        self._problem.hide()
        self._right.setVisible(not is_empty)
        if item is not None:
            self.details.show_details(self._kind.details(item))
            self._right.setCurrentWidget(self.details)
        elif every or not self._is_read:
            words = self._kind.selected(len(every)) if every else self.tr("Reading…")
            self._several.setText(words)
            self._right.setCurrentWidget(self._several)
        else:
            words = self.tr("Nothing found. Use fewer words.")
            if self.library.tag.currentData():
                words = self.tr("Nothing found. Use fewer words, or choose “All tags”.")
            self.not_found.setText(words)
            self._right.setCurrentWidget(self.not_found)

    def say_why_not(self, name: str, error: Exception) -> None:
        """Says under the lists why a change did not take place; `name` was to be given."""
        if isinstance(error, NameTakenError):
            words = self._kind.name_taken(name)
        elif isinstance(error, StorageError):
            words = self.tr("It could not be saved. Is the disk full, or the folder read-only?")
        else:
            raise error
        self.show_state()  # what was pressed did not come about
        self._say(words)

    def _connect(self) -> None:
        self.library.selected.connect(self.show_state)
        self.library.used.connect(self._use_clicked)
        for page in self.library.pages:
            page.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            page.list.customContextMenuRequested.connect(functools.partial(self._open_menu, page.list))
        self.use.clicked.connect(self._use_clicked)
        self.rename.clicked.connect(self._rename_clicked)
        self.tag_it.clicked.connect(self._tags_clicked)
        self.duplicate.clicked.connect(self._duplicate_clicked)
        self.delete.clicked.connect(self._delete_clicked)
        self.import_it.clicked.connect(self.exchange.take_in)
        self.export_all.triggered.connect(lambda: self._export(self.library.everything()))
        self.export_chosen.triggered.connect(lambda: self._export(self.library.chosen()))
        self.close_it.clicked.connect(self.reject)
        self.exchange.exported.connect(self.notice.say)
        self.exchange.failed.connect(self._say)
        self.exchange.imported.connect(self._imported)

    def _read(self, stores: Stores) -> Reading:
        """On the thread of the storage."""
        parts = self._kind.read(stores)
        return [[(each, self._kind.text(each)) for each in part] for part in parts], self._kind.unknown(stores)

    def _begin(self, found: Reading) -> None:
        self._show_all(found)
        self.begin()

    def begin(self) -> None:
        """Is called once the lists are first read."""

    def _show_all(self, found: Reading, keep: Collection[int] | None = None) -> None:
        self._is_read = True
        self.library.say_unknown(self._kind.unknown_words(found[1]) if found[1] else "")
        self.library.show_all(found[0], keep)

    def _open_menu(self, within: QListWidget, place: QPoint) -> None:
        """Offers what the buttons beside the list do with what is selected."""
        if self.library.chosen():
            open_menu((self.use, *self.about_it), within.viewport().mapToGlobal(place), self)

    def _use_clicked(self) -> None:
        if (item := self.chosen()) is not None:
            self.use_chosen(item)

    def _rename_clicked(self) -> None:
        if (item := self.chosen()) is not None:
            self.rename_chosen(item)

    def _tags_clicked(self) -> None:
        if (item := self.chosen()) is not None:
            self.tag_chosen(item)

    def _duplicate_clicked(self) -> None:
        if (item := self.chosen()) is not None:
            name = self._kind.line(item).name
            self.change(name, lambda stores: self._kind.duplicate(stores, item), lambda twin: [twin])

    def _delete_clicked(self) -> None:
        chosen = [each for each in self.library.chosen() if self._kind.is_kept(each)]
        if chosen:
            names = [self._kind.line(each).name for each in chosen]

            def done(way_back: WayBack) -> None:
                self.removed(chosen)
                self.offer_undo(self._kind.deleted(names), way_back, names[0])

            self.change("", lambda stores: self._kind.remove(stores, chosen), done)

    def removed(self, items: Sequence[Any]) -> None:
        """Is called once things were deleted."""

    def _export(self, items: Sequence[Any]) -> None:
        self.exchange.export([each for each in items if self._kind.is_kept(each)])

    def _imported(self, words: str, way_back: WayBack, ids: Collection[int]) -> None:
        self.refresh(ids)
        self.offer_undo(words, way_back)

    def _ask_line(self, title: str, label: str, text: str) -> str | None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(text)
        dialog.setOkButtonText(self.tr("Save"))
        for box in dialog.findChildren(QDialogButtonBox):
            save = box.button(QDialogButtonBox.StandardButton.Ok)
            save.setProperty("role", "primary")
            restyle(save)
        dialog.resize(400, dialog.sizeHint().height())  # as wide as its title and a name of some words
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return dialog.textValue() if accepted else None
