"""The head of the page History, made once the page is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from scoro_desktop.ui.kit.reveal import Gradual
from scoro_desktop.ui.kit.splitter import LEAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from scoro_desktop.ui.history.kept_view import KeptView
    from scoro_desktop.ui.history.page_head import PageHead
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.kit.page_scroll_area import HeadScrollArea
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

AFTER_MS: Final = 6
"""Milliseconds to its first piece: what a person does meanwhile comes first. Ours."""


class LateHead(QObject):
    """Makes it piece by piece, each in a turn of its own: in one they held the window up for a frame and more.

    `made(PageHead)`: it stands above the rows, hidden. `ended`: that was heard, or something went wrong on the way.
    """

    made = Signal(object)
    ended = Signal()

    def __init__(self, storage: AsyncStorage, column: QVBoxLayout, search: QWidget, pane: QWidget) -> None:
        """`search`: what the Tab key comes to after the head."""
        super().__init__(pane)
        self._storage = storage
        self._column = column
        self._search = search
        self._pane = pane
        self._making: Gradual | None = None
        self.there: PageHead | None = None
        """The head, once it stands there."""
        self._area: HeadScrollArea | None = None

    @property
    def is_begun(self) -> bool:
        """Tells whether it stands there, or is being made."""
        return self._making is not None

    def begin(self, colours: Colours, kept: KeptView | None) -> None:
        """Begins to make it."""
        self._making = Gradual(self, self._pieces(colours, kept), AFTER_MS)

    def whole(self) -> PageHead | None:
        """Returns the head where it was begun: what is left of it is made now."""
        if self._making is not None:
            self._making.finish()
        return self.there

    def show(self, shown: bool) -> None:
        """Shows it, or not."""
        if self._area is not None:
            self._area.setVisible(shown)

    def _pieces(self, colours: Colours, kept: KeptView | None) -> Iterator[None]:
        try:
            from scoro_desktop.ui.history.page_head import PageHead
            from scoro_desktop.ui.kit.page_scroll_area import HeadScrollArea
            from scoro_desktop.ui.kit.tab_order import insert_before

            head = PageHead(self._storage, colours, self._pane, kept)
            yield
            self._area = HeadScrollArea(head, LEAST, self._pane)
            self._area.hide()
            self._column.insertWidget(0, self._area)
            insert_before(head, self._search)
            yield
            self.there = head
            self.made.emit(head)
        except Exception:
            self._making = None  # the next look tries again
            self.ended.emit()
            raise
        self.ended.emit()
