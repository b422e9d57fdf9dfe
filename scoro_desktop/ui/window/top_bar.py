"""The bar at the top: the pages of the app at the left, the account at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from scoro_desktop.ui.curl.copy_menu import CopyMenu
from scoro_desktop.ui.kit.commands import follow
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.tool_row import ToolRow
from scoro_desktop.ui.runtime.language import SPOKEN
from scoro_desktop.ui.words import account_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.kit.commands import Commands

PAGES: Final = ("page.compose", "page.campaigns", "page.history", "page.library")
"""The commands that bring a page to the front, in the order of their buttons."""

WIDE: Final = 220
NARROW: Final = 120
"""In pixels: the list of accounts is no narrower, and where there is no room for that, with words shortened."""


class PlaceButton(QToolButton):
    """Says by its look and to a screen reader whether its place is in front.

    That is its own: a button that Qt can check is a check box to a screen reader, and a place is not switched off.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._is_in_front = False
        self.setText(words)
        self.setProperty("role", "place")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._say()

    def setCheckable(self, checkable: bool) -> None:
        """Leaves Qt's own check alone."""

    def isChecked(self) -> bool:
        """Tells whether its place is in front."""
        return self._is_in_front

    def setChecked(self, checked: bool) -> None:
        """Shows that its place came to the front, or went."""
        if checked != self._is_in_front:
            self._is_in_front = checked
            self._say()
            restyle(self)

    def _say(self) -> None:
        self.setProperty("front", self._is_in_front)
        name = self.tr("{page}, current page")
        self.setAccessibleName(name.format(page=self._words) if self._is_in_front else self._words)


class TopBar(ToolRow):
    """The bar that a person reaches from anywhere in the window."""

    account_chosen = Signal(str)
    language_chosen = Signal(str)
    appearance_chosen = Signal(str)

    def __init__(
        self, colours: Colours, commands: Commands, language: str, appearance: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = [self._page_button(commands[name]) for name in PAGES]
        self.accounts = ElidingComboBox(self, as_wide_as_words=True)
        self.accounts.setMinimumWidth(WIDE)
        self.accounts.setMaximumWidth(360)
        self.accounts.setAccessibleName(self.tr("Account"))
        self.accounts.setToolTip(self.tr("The account that messages are sent through"))
        self.accounts.activated.connect(self._chosen)
        self.manage = self.button_of(commands["accounts.manage"], "people")
        self.undo, self.redo = commands["edit.undo"], commands["edit.redo"]
        self.curl = CopyMenu(keys=True, parent=self)
        self.languages = self._choices(
            self.tr("Language"),
            (("system", self.tr("As in the system")), *SPOKEN.items()),
            language,
            self.language_chosen.emit,
        )
        self.appearances = self._choices(
            self.tr("Appearance"),
            (
                ("system", self.tr("As in the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ),
            appearance,
            self.appearance_chosen.emit,
        )
        self.menu = self.button("menu", "")
        self.menu.setAccessibleName(self.tr("Menu"))
        self.menu.setToolTip(self.tr("Menu"))
        self.put_menu(self.menu, self._make_menu(commands))
        self.first_to_shrink = (self.manage,)
        self._lay_out()
        self.set_colours(colours)

    def _lay_out(self) -> None:
        self.row.setContentsMargins(8, 4, 16, 4)
        self.row.setSpacing(4)
        for page in self.pages:
            self.row.addWidget(page)
        self.row.addStretch()
        self.row.addWidget(self.accounts)
        self.row.addSpacing(4)
        for button in (self.manage, self.menu):
            self.row.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        """As narrow as with a narrow list of accounts."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() - self.accounts.minimumWidth() + NARROW, hint.height())

    def fit(self) -> None:
        """Shortens the name of the account once no button has words to give up."""
        self.accounts.setMinimumWidth(WIDE)
        super().fit()
        if (missing := self.row.minimumSize().width() - self.room()) > 0:
            self.accounts.setMinimumWidth(max(NARROW, WIDE - missing))

    def _page_button(self, action: QAction) -> PlaceButton:
        button = PlaceButton(action.text(), self)
        button.setToolTip(action.toolTip())
        follow(button, action)
        return button

    def show_accounts(self, accounts: Sequence[Account], chosen: str) -> None:
        """Fills the list of accounts: name and environment in words."""
        self.accounts.clear()
        for account in accounts:
            self.accounts.addItem(account_lines.account_line(account), account.id)
        self.accounts.setCurrentIndex(max(self.accounts.findData(chosen), 0))

    def _make_menu(self, commands: Commands) -> QMenu:
        menu = self.menu_of(self.undo, self.redo)
        menu.addSeparator()
        menu.addMenu(self.curl)
        menu.addSeparator()
        menu.addMenu(self.languages)
        menu.addMenu(self.appearances)
        menu.addSeparator()
        menu.addActions([commands["help.keys"], commands["help.log"], commands["help.about"]])
        return menu

    def _choices(
        self, words: str, choices: Sequence[tuple[str, str]], chosen: str, take: Callable[[str], object]
    ) -> QMenu:
        menu = QMenu(words, self)
        group = QActionGroup(menu)
        for value, of_value in choices:
            action = QAction(of_value, menu, checkable=True)
            action.setChecked(value == chosen)
            action.setData(value)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(lambda action: take(str(action.data())))
        return menu

    def _chosen(self) -> None:
        self.account_chosen.emit(str(self.accounts.currentData()))
