"""The lists of the library as they are searched by words, narrowed down by a tag and sorted."""

from collections.abc import Collection, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from scoro_desktop.messages.searching import plain
from scoro_desktop.storage.search import is_found
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.stack import TabPages
from scoro_desktop.ui.library.kind import BY_NAME, LATEST, Kind, Section, sorted_lines
from scoro_desktop.ui.library.library_page import LibraryPage

Found: TypeAlias = Sequence[tuple[Any, str]]
"""The things of a section, each with the text that it is found by."""


class LibraryList(QWidget):
    """`selected`: another selection, or another list. `used`: Enter or a double click in a list."""

    selected = Signal()
    used = Signal()

    def __init__(self, kind: Kind[Any], sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._all: list[Found] = [() for _ in sections]
        words = kind.words()
        self.search = LineEdit(self)
        self.search.setPlaceholderText(words.search)
        self.search.setAccessibleName(words.search_name)
        self.search.setToolTip(self.tr("Beginnings of words; all of them must match"))
        self.search.setClearButtonEnabled(True)
        self.tag = ElidingComboBox(self)
        self.tag.setAccessibleName(self.tr("Show what has this tag"))
        self.order = ElidingComboBox(self, as_wide_as_words=True)
        self.order.setAccessibleName(self.tr("Order of the list"))
        self.order.addItem(self.tr("Latest first"), LATEST)
        self.order.addItem(self.tr("By name"), BY_NAME)
        self.order.setCurrentIndex(self.order.findData(kind.order))
        self.pages = [LibraryPage(each, self) for each in sections]
        self.list = self.pages[0].list
        self.tabs = TabPages(self, has_line=False)  # a list has an edge, and one alone no tabs
        self.tabs.tabBar().setUsesScrollButtons(False)  # both are in sight, and end with an ellipsis in large letters
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(self.tr("Lists"))
        for page, section in zip(self.pages, sections, strict=True):
            self.tabs.setTabToolTip(self.tabs.addTab(page, section.title), tip(section.title))
            page.activated.connect(self.used)
            page.selection_changed.connect(self._selected_in)
        self.tabs.tabBar().setVisible(len(sections) > 1)
        self.unknown = QLabel(self)  # what is kept and can only be told of
        self.unknown.setProperty("role", "help")
        self.unknown.setTextFormat(Qt.TextFormat.PlainText)
        self.unknown.setWordWrap(True)
        self.unknown.hide()
        self._lay_out()
        self._show_tags()
        self.search.textChanged.connect(lambda: self._fill())
        self.tag.activated.connect(lambda: self._fill())
        self.order.activated.connect(lambda: self._fill())
        self.tabs.currentChanged.connect(lambda: self._turned())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tag, 1)
        row.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(row)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.unknown)

    def page(self) -> LibraryPage:
        """The page in front."""
        return self.pages[max(self.tabs.currentIndex(), 0)]

    def show_all(self, found: Sequence[Found], keep: Collection[int] | None = None) -> None:
        """Shows things; `keep`: the ids that are selected then, whatever was looked for. None: those that are now."""
        self._all = list(found)
        if keep is not None:
            blocker = QSignalBlocker(self.search)
            self.search.clear()
            blocker.unblock()
            self.tag.setCurrentIndex(0)
        self._show_tags()
        self._fill(keep)

    def say_unknown(self, words: str) -> None:
        """Says below the lists what else is there; nothing if `words` is empty."""
        self.unknown.setText(words)
        self.unknown.setVisible(bool(words))

    def chosen(self) -> list[Any]:
        """Returns what is selected in the list in front, in its order."""
        return self.page().chosen()

    def everything(self) -> list[Any]:
        """Returns all that the list in front would show if nothing was looked for."""
        return [thing for thing, _ in self._all[max(self.tabs.currentIndex(), 0)]]

    def is_empty(self) -> bool:
        """Tells whether nothing is in the list in front, looked for or not."""
        return not self.everything() and self.unknown.isHidden()

    def tags(self) -> list[str]:
        """Every tag that something has."""
        return [str(self.tag.itemData(index)) for index in range(1, self.tag.count())]

    def _show_tags(self) -> None:
        chosen = self.tag.currentData()
        every = {tag for found in self._all for thing, _ in found for tag in self._kind.line(thing).tags}
        tags = sorted(every, key=plain)
        self.tag.clear()
        self.tag.addItem(self.tr("All tags"), "")
        for tag in tags:
            self.tag.addItem(tag, tag)
        self.tag.setCurrentIndex(max(self.tag.findData(chosen), 0))
        self.tag.setEnabled(bool(tags))

    def _fill(self, keep: Collection[int] | None = None) -> None:
        typed, tag, order = self.search.text(), str(self.tag.currentData() or ""), str(self.order.currentData())
        for page, found in zip(self.pages, self._all, strict=True):
            kept = {self._kind.line(each).id for each in page.chosen()} if keep is None else keep
            shown = [(self._kind.line(thing), thing) for thing, text in found if is_found(text, typed)]
            shown = [each for each in shown if not tag or tag in each[0].tags]
            page.show_lines(sorted_lines(shown, order) if page.is_sorted else shown, kept, is_empty=not found)

    def _turned(self) -> None:
        self.order.setEnabled(self.page().is_sorted)
        self.selected.emit()

    def _selected_in(self) -> None:
        if self.sender() is self.page():
            self.selected.emit()
