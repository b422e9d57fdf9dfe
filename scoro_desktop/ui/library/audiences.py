"""The saved audiences of a collection: to find, use, replace by the query on screen, and mark as the one for tests."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from scoro_desktop.composing.counts import Count
from scoro_desktop.storage.audiences import SavedAudience
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.library.audience_kind import AudienceKind
from scoro_desktop.ui.library.kind import Section
from scoro_desktop.ui.library.library_dialog import LibraryDialog
from scoro_desktop.ui.runtime.async_storage import AsyncStorage, tolerate
from scoro_desktop.ui.runtime.background import Background

translate = QCoreApplication.translate

SAVED: Final = 0


class SavedAudiences(LibraryDialog):
    """The audiences of one collection, as the disk has them. `used` carries the text of the query that was chosen.

    `text`, `count`: the query on screen and its count.
    """

    used = Signal(str)

    def __init__(
        self,
        storage: AsyncStorage,
        background: Background,
        collection: str,
        text: str,
        count: Count,
        parent: QWidget | None = None,
    ) -> None:
        self._collection = collection
        self._text = text
        self._count = count
        super().__init__(AudienceKind(collection), _sections(bool(text)), storage, background, parent)
        self.list, self.recent = (page.list for page in self.library.pages)
        self.save.clicked.connect(self._save_clicked)
        self.update_it.clicked.connect(self._update_clicked)
        self.for_tests.clicked.connect(self._tests_clicked)

    def beside_use(self) -> list[QPushButton]:
        """The acts on the query on screen."""
        self.save = self._button(self.tr("Save current audience…"))
        self.update_it = self._button(self.tr("Update with current audience"))
        return [self.save, self.update_it]

    def beside_tags(self) -> list[QPushButton]:
        """The mark of the one that tests go to."""
        self.for_tests = self._button(self.tr("Use for trials"))
        self.for_tests.setCheckable(True)
        self.for_tests.setToolTip(self.tr("“Send trial” sends to this audience"))
        return [self.for_tests]

    def show_state(self) -> None:
        """Shows what is selected, and what can be done with it and with the query on screen."""
        super().show_state()
        saved = self._saved()
        self.save.setEnabled(bool(self._text))
        self.update_it.setEnabled(saved is not None and bool(self._text) and self._text != saved.query_text)
        self.for_tests.setEnabled(saved is not None)
        self.for_tests.setChecked(saved is not None and saved.is_test)

    def use_chosen(self, item: SavedAudience) -> None:
        """Puts the query into the window, and notes the use of one that is saved."""
        if item.id > 0:
            # A note for this list, no more.
            self._storage.write(self._storage, lambda stores: stores.audiences.used(item.id), failed=tolerate)
        self.used.emit(item.query_text)
        self.accept()

    def _saved(self) -> SavedAudience | None:
        item = self.chosen()
        return item if isinstance(item, SavedAudience) and item.id > 0 else None

    def _save_clicked(self) -> None:
        if name := self.ask_name(self.tr("Save the audience"), ""):
            text, count = self._text, self._count

            def done(saved: SavedAudience) -> list[int]:
                self.lists.setCurrentIndex(SAVED)
                return [saved.id]

            self.change(
                name,
                lambda stores: stores.audiences.add(self._collection, name, text, count.value, count.at),
                done,
            )

    def _update_clicked(self) -> None:
        if (saved := self._saved()) is None:
            return
        text, count = self._text, self._count

        def done(_nothing: None) -> list[int]:
            words = self.tr("“{name}” was updated.").format(name=saved.name)
            self.offer_undo(words, take_back)
            return [saved.id]

        def take_back(stores: Stores) -> list[int]:
            stores.audiences.update(saved.id, saved.query_text, saved.last_count, saved.counted_at)
            return [saved.id]

        self.change("", lambda stores: stores.audiences.update(saved.id, text, count.value, count.at), done)

    def _tests_clicked(self, checked: bool) -> None:
        if (saved := self._saved()) is not None:
            self.change(
                saved.name, lambda stores: stores.audiences.mark_for_tests(saved, checked), lambda _: [saved.id]
            )


def _sections(has_query: bool) -> list[Section]:
    unsaved = (
        translate("SavedAudiences", "“Save current audience…” saves the one in the window.")
        if has_query
        else translate("SavedAudiences", "Add conditions in the window first, then save them here.")
    )
    return [
        Section(
            translate("SavedAudiences", "Saved"),
            translate("SavedAudiences", "Saved audiences"),
            EmptyState("people", translate("SavedAudiences", "No audience is saved yet"), unsaved),
        ),
        Section(
            translate("SavedAudiences", "Recent"),
            translate("SavedAudiences", "Recent queries"),
            EmptyState(
                "inbox",
                translate("SavedAudiences", "Nothing sent yet"),
                translate("SavedAudiences", "The queries of sent messages are listed here."),
            ),
            is_sorted=False,
        ),
    ]
