"""A list of drafts, and what stands in its place while there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from scoro_desktop.storage.saved_drafts import SavedDraft
from scoro_desktop.ui.drafts import draft_words
from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.plain_text import tip


class DraftList(QStackedWidget):
    """`activated`: Enter or a double click. `selection_changed`: another draft is selected, or none."""

    activated = Signal()
    selection_changed = Signal()

    def __init__(self, name: str, emptiness: EmptyState, held: OpenDrafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self.list = QListWidget(self)
        self.list.setAccessibleName(name)
        self.list.setProperty("role", "lines")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda: self.activated.emit())
        self.list.itemSelectionChanged.connect(self.selection_changed)
        self._emptiness = emptiness
        self._not_found = EmptyState(
            "folder", self.tr("Nothing was found"), self.tr("No draft has these words in its name or its message.")
        )
        for page in (self.list, emptiness, self._not_found):
            self.addWidget(page)

    def show_drafts(self, drafts: Sequence[SavedDraft], keep: int, *, searched: bool) -> None:
        """Shows drafts, that of the id `keep` selected, else the first. `searched`: some were left out."""
        with QSignalBlocker(self.list):  # empty for a moment it would switch off the button that was pressed
            self.list.clear()
            for draft in drafts:
                item = QListWidgetItem(draft_words.line(draft, is_open=self._held.holds(draft)), self.list)
                item.setData(Qt.ItemDataRole.UserRole, draft)
                item.setToolTip(tip("\n".join(filter(None, (draft.name, draft.summary[:1000])))))
                if draft.id == keep:
                    self.list.setCurrentItem(item)
            if drafts and not self.list.selectedItems():
                self.list.setCurrentRow(0)
        self.setCurrentWidget(self.list if drafts else self._not_found if searched else self._emptiness)
        self.selection_changed.emit()

    def selected(self) -> SavedDraft | None:
        """The draft that is selected."""
        items = self.list.selectedItems()
        found = items[0].data(Qt.ItemDataRole.UserRole) if items else None
        return found if isinstance(found, SavedDraft) else None
