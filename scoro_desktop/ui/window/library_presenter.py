"""The library as a page: drafts, templates and saved audiences, one beside the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QTabBar, QWidget
from shiboken6 import isValid

from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.ui.library.library_dialog import LibraryDialog
    from scoro_desktop.ui.window.main_pages import MainPages

DRAFTS, TEMPLATES, AUDIENCES = "drafts", "templates", "audiences"
"""The kinds of things in the library, as they are named among themselves."""


class Shelf(NamedTuple):
    """The place of a list, in which it is made, so that it is given its style once. `show`: brings the list there."""

    place: QWidget
    show: Callable[[LibraryDialog], object]


class LibraryPresenter(QObject):
    """Shows one list of the library at a time. It stays while another page is in front, and is read anew afterwards;
    another one is made of another kind, or once what it was made of has changed.

    `left` is called once a list was closed by a person, or what was chosen in it is used.
    """

    def __init__(self, pages: MainPages, left: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        self._left = left
        self._openers: dict[str, Callable[[], object]] = {}
        self._made_of: dict[str, Callable[[], object]] = {}
        self._held: tuple[str, object] | None = None
        self._bar = QTabBar(parent, documentMode=True, drawBase=False, expanding=False)
        self._bar.setAccessibleName(self.tr("Library"))
        self._bar.currentChanged.connect(self._chosen)
        pages.put(MainPage.LIBRARY, self._bar)
        self._list: LibraryDialog | None = None

    def add(self, kind: str, words: str, opener: Callable[[], object], made_of: Callable[[], object]) -> None:
        """Adds a kind of things; `opener` makes its list and gives it to `hold`.

        `made_of` gives what a list depends on beside the disk. It is called before one is read anew, too.
        """
        self._openers[kind] = opener
        self._made_of[kind] = made_of
        blocker = QSignalBlocker(self._bar)
        self._bar.setTabData(self._bar.addTab(words), kind)
        blocker.unblock()

    def shelf(self, kind: str) -> Shelf:
        """Returns where the list of a kind is seen."""
        return Shelf(self._pages.place_of(MainPage.LIBRARY), lambda made: self.hold(kind, made))

    def open(self) -> None:
        """Opens the list that was looked at last: the one that is there, read anew, or another."""
        kind, a_list = self._kind(), self._list
        if a_list is None or not isValid(a_list) or self._held != (kind, self._made_of[kind]()):
            self._openers[kind]()
            return
        self._pages.turn_to(MainPage.LIBRARY)
        a_list.search.setFocus(Qt.FocusReason.OtherFocusReason)
        a_list.refresh()

    def open_list(self, kind: str) -> LibraryDialog:
        """Opens the list of a kind, and returns it."""
        self._openers[kind]()
        if self._list is None:
            raise RuntimeError(f"nothing was held for {kind}")
        return self._list

    def hold(self, kind: str, a_list: LibraryDialog) -> None:
        """Shows a list on the page, in the place of another, and brings the page to the front."""
        self._close()
        blocker = QSignalBlocker(self._bar)
        self._bar.setCurrentIndex(list(self._openers).index(kind))
        blocker.unblock()
        self._list, self._held = a_list, (kind, self._made_of[kind]())
        a_list.close_it.hide()  # another page is turned to instead
        a_list.finished.connect(lambda: self._finished(a_list))
        self._pages.put(MainPage.LIBRARY, a_list)
        self._pages.turn_to(MainPage.LIBRARY)

    def _kind(self) -> str:
        return str(self._bar.tabData(self._bar.currentIndex()))

    def _chosen(self) -> None:
        if self._pages.page is MainPage.LIBRARY:
            self.open()

    def _finished(self, a_list: LibraryDialog) -> None:
        if a_list is self._list:
            self._list = None
            if self._pages.page is MainPage.LIBRARY:
                self._left()

    def _close(self) -> None:
        a_list, self._list = self._list, None
        if a_list is not None and isValid(a_list):
            a_list.close()
