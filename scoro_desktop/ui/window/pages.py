"""The pages of the window: the messages of each channel, and whatever else is open beside them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.page import Page
from scoro_desktop.ui.kit.stack import TabPages
from scoro_desktop.ui.kit.tool_row import ToolRow
from scoro_desktop.ui.kit.unhurried import soon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.wire import JsonObject, JsonValue

CLOSE: Final = 16
"""The side of the button that closes a page, in pixels: for a larger one the row of tabs would grow."""


class Pages(TabPages):
    """One page of a kind at the most. `front_changed`: another page is in front, or it says other words.

    `wanted`: a page is about to come to the front, and is to be seen.
    """

    front_changed = Signal()
    wanted = Signal()

    def __init__(self, services: Services, colour: Callable[[], str], parent: QWidget) -> None:
        """`colour`: of the icons of the moment."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Messages by channel"))
        self._services = services
        self._colour = colour
        self._waiting: list[JsonObject] = []  # what was open, and is not made yet
        self._left: Page | None = None  # for the page that was opened last
        self.currentChanged.connect(self.front_changed)
        clicked = QTimer(self, singleShot=True, interval=0)  # the tab is changed once the click was told of
        clicked.timeout.connect(self._take_keyboard)
        self.tabBar().tabBarClicked.connect(lambda _tab: clicked.start())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells what stands in the corner: it is as wide as before, and may have to have fewer words."""
        super().resizeEvent(event)
        self._fit_corner()

    def name_tab(self, page: QWidget, title: str, words: str) -> None:
        """Puts a title on the tab of a page, with a tool tip. What stands in the corner makes room for a longer one."""
        index = self.indexOf(page)
        self.setTabText(index, title)
        self.setTabToolTip(index, words)
        self._fit_corner()

    def _take_keyboard(self) -> None:
        """Puts the keyboard where it was last on the page in front: left on Send, a blank that is typed presses it."""
        page = self.in_front()
        if page is None or page.isAncestorOf(self.window().focusWidget()):
            return
        last = _last_in(page)
        if last is None:
            page.go_to_start()
        else:
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_corner(self) -> None:
        if isinstance(tools := self.cornerWidget(), ToolRow):
            tools.fit()

    def all(self) -> list[Page]:
        """Every page, from the first tab to the last."""
        return [page for number in range(self.count()) if isinstance(page := self.widget(number), Page)]

    def in_front(self) -> Page | None:
        """The page that is seen."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def add(self, page: Page) -> None:
        """Puts a page behind the others."""
        index = self.addTab(page, page.title())
        if page.is_closable():
            self.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, self._button(page))

    def bring(self, page: QWidget) -> None:
        """Brings a page to the front, and has it seen."""
        self.wanted.emit()
        self.setCurrentWidget(page)

    def open(self, kind: str) -> Page:
        """Brings a page of a kind to the front; it is made where there is none. Raises KeyError for no kind."""
        page = next((each for each in self.all() if each.key == kind), None) or self._make(kind)
        if (front := self.in_front()) is not page:
            self._left = front
        self.bring(page)
        page.go_to_start()
        return page

    def close_page(self, page: Page) -> None:
        """Closes a page that may be closed; the one that it was opened from is in front then, if it is there."""
        if not page.is_closable() or page not in self.all():
            return
        if page is self.in_front() and self._left in self.all() and self._left is not None:
            self.setCurrentWidget(self._left)
        self.removeTab(self.indexOf(page))
        page.deleteLater()
        if (front := self.in_front()) is not None:
            front.go_to_start()

    def close_front(self) -> None:
        """Closes the page in front, if it may be closed."""
        if (page := self.in_front()) is not None:
            self.close_page(page)

    def show_colours(self) -> None:
        """Draws the buttons in the colour of the moment."""
        for number in range(self.count()):
            button = self.tabBar().tabButton(number, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(assets.icon("cross", self._colour()))

    def kept(self) -> JsonObject:
        """Returns which pages are open beside the messages, and what each goes on with."""
        front = self.in_front()
        made: list[JsonValue] = [
            {"kind": page.key, "kept": page.kept(), "front": page is front} for page in self.all() if page.is_closable()
        ]
        return {"open": [*made, *self._waiting]}

    def restore(self, kept: JsonObject) -> None:
        """Opens what was open. Each by itself once the window stands: one that fails must not keep it from opening."""
        listed = kept.get("open")
        self._waiting = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
        for each in list(self._waiting):
            soon(self, functools.partial(self._take_up, each))

    def _take_up(self, each: JsonObject) -> None:
        from scoro_desktop.ui.window.page_kinds import PAGE_KINDS

        self._waiting.remove(each)
        kind, kept = each.get("kind"), each.get("kept")
        if not isinstance(kind, str) or kind not in PAGE_KINDS or any(page.key == kind for page in self.all()):
            return
        page = self._make(kind)
        if each.get("front") is True:
            self.setCurrentWidget(page)
            page.go_to_start()
        page.take_up(kept if isinstance(kept, dict) else {})
        self.front_changed.emit()

    def _make(self, kind: str) -> Page:
        from scoro_desktop.ui.window.page_kinds import PAGE_KINDS

        page = PAGE_KINDS[kind](self._services, self)
        self.add(page)
        return page

    def _button(self, page: Page) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "quiet")
        button.setIconSize(QSize(10, 10))
        button.setFixedSize(CLOSE, CLOSE)
        button.setIcon(assets.icon("cross", self._colour()))
        button.setAccessibleName(self.tr("Close {page}").format(page=page.title()))
        button.setToolTip(self.tr("Close this page"))
        button.clicked.connect(lambda: self.close_page(page))
        return button


def _last_in(page: Page) -> QWidget | None:
    """The widget of a page that had the keyboard last, if one had it."""
    return page.focusWidget()
