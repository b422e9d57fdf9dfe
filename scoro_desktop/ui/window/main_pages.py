"""The pages of the app: the message that is being written, campaigns, the history, the library."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoro_desktop.ui.kit.stack import Stack

if TYPE_CHECKING:
    from scoro_desktop.ui.kit.commands import Commands


class MainPage(StrEnum):
    """The pages, in the order of their buttons; `page.<value>` is the command of each."""

    COMPOSE = "compose"
    CAMPAIGNS = "campaigns"
    HISTORY = "history"
    LIBRARY = "library"


class MainPages(Stack):
    """One of the pages is seen; what stands on those beside Compose is put there once it is wanted.

    `page`: the one that is seen. `turned`: another page is seen.
    """

    turned = Signal()

    def __init__(self, compose: QWidget, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        self.page = MainPage.COMPOSE
        self._places = {MainPage.COMPOSE: compose}
        self._columns: dict[MainPage, QVBoxLayout] = {}
        self.addWidget(compose)
        for page in (MainPage.CAMPAIGNS, MainPage.HISTORY, MainPage.LIBRARY):
            place = QWidget(self)
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            self._places[page], self._columns[page] = place, column
            self.addWidget(place)
        self._show_commands()

    def place_of(self, page: MainPage) -> QWidget:
        """Returns the widget that is seen while a page is."""
        return self._places[page]

    def put(self, page: MainPage, widget: QWidget) -> None:
        """Has `widget` fill a page, beside what is there. Raises KeyError for Compose."""
        self._columns[page].addWidget(widget)
        widget.show()

    def turn_to(self, page: MainPage) -> None:
        """Shows a page."""
        is_other = page is not self.page
        self.page = page
        self.setCurrentWidget(self._places[page])
        self._show_commands()
        if is_other:
            self.turned.emit()

    def _show_commands(self) -> None:
        for page in MainPage:
            self._commands[f"page.{page.value}"].setChecked(page is self.page)
