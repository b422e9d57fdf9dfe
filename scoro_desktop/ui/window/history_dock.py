"""The place of the history: its rows below the message, or a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from scoro_desktop.ui.history.history_pane import HistoryPane
    from scoro_desktop.ui.kit.splitter import PrioritySplitter
    from scoro_desktop.ui.window.main_pages import MainPages

PAINTED_AFTER_MS: Final = 6
"""Milliseconds from laying out the page to its first painting, in which the disk mostly answers. Ours."""


class HistoryDock(QObject):
    """Moves the one pane between the page History and the dock, which is open or not as `rows` is checked."""

    def __init__(
        self,
        pages: MainPages,
        split: PrioritySplitter,
        dock: QWidget,
        rows: QAction,
        pane: HistoryPane,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._split = split
        self._dock = dock
        self._column = QVBoxLayout(dock)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows = rows
        self._pane = pane
        pages.turned.connect(self._place)
        rows.toggled.connect(self._place)
        pane.late_head.ended.connect(self._made)
        self._place()

    def go_to_rows(self) -> None:
        """Puts the keyboard into the rows."""
        self._pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self) -> None:
        """Puts the keyboard into the search: of the rows that are seen, else of the page."""
        if self._pages.page is not MainPage.HISTORY and not self._rows.isChecked():
            self._pages.turn_to(MainPage.HISTORY)
        self._pane.focus_search()

    def _place(self) -> None:
        """Moves the pane only where it is seen: with another parent all of it is given its style anew, for 20 ms."""
        is_page = self._pages.page is MainPage.HISTORY
        is_open = self._rows.isChecked() and self._pages.page is MainPage.COMPOSE
        self._dock.setVisible(is_open)
        if is_page:
            if not self._pane.late_head.is_begun:
                self._pages.setUpdatesEnabled(False)
            self._pane.show_as(page=True)
            self._pages.put(MainPage.HISTORY, self._pane)
        elif is_open:
            self._pane.show_as(page=False)
            if self._column.indexOf(self._pane) < 0:
                self._column.addWidget(self._pane)
                self._pane.show()
        soon(self._split, self._split.share)  # the splitter has laid it out by then

    def _made(self) -> None:
        """Has the page painted in a turn of its own, as making it and laying it out have theirs."""
        soon(self, self._laid_out)

    def _laid_out(self) -> None:
        soon(self, self._paint, PAINTED_AFTER_MS)

    def _paint(self) -> None:
        self._pages.setUpdatesEnabled(True)
