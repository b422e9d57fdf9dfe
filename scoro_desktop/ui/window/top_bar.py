"""The bar at the top: which account, starting anew, and Send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCursor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from scoro_desktop.ui.curl.copy_menu import CopyMenu
from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.no_wheel import NoWheelComboBox
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.runtime.language import SPOKEN
from scoro_desktop.ui.words import account_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.kit.commands import Commands


class TopBar(QWidget):
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
        self._icons: dict[QToolButton, str] = {}
        self.accounts = NoWheelComboBox(self)
        self.accounts.setMinimumWidth(220)
        self.accounts.setMaximumWidth(360)
        self.accounts.setAccessibleName(self.tr("Account"))
        self.accounts.setToolTip(self.tr("The account that messages are sent through"))
        self.accounts.activated.connect(self._chosen)
        self.manage = self._button_of(commands["accounts.manage"], "people")
        self.new = self._button_of(commands["message.new"], "plus")
        self.open = self._button("folder", self.tr("Open"))
        self.open.setToolTip(self.tr("Puts a message from elsewhere into the form"))
        self.drafts, self.templates = commands["drafts.open"], commands["templates.open"]
        self.import_curl = commands["curl.import"]
        self._put_menu(self.open, self._menu_of(self.drafts, self.templates, self.import_curl))
        self.save = self._button("save", self.tr("Save"))
        self.save.setToolTip(self.tr("Gives what is on screen a name, to be found again"))
        self.keep_draft, self.keep_template = commands["drafts.save"], commands["templates.save"]
        self._put_menu(self.save, self._menu_of(self.keep_draft, self.keep_template))
        self.arrived = self._button_of(commands["sandbox.arrived"], "inbox")
        self.preview = self._button_of(commands["view.preview"], "panel")
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
        self.menu = self._button("menu", "")
        self.menu.setAccessibleName(self.tr("Menu"))
        self.menu.setToolTip(self.tr("Menu"))
        self._put_menu(self.menu, self._make_menu(commands))
        self.test = self._push_button_of(commands["message.test"])
        self.send = self._push_button_of(commands["message.send"])
        self.send.setProperty("role", "primary")
        self._first_to_shrink = (self.arrived, self.preview, self.manage, self.save, self.open, self.new)
        self._lay_out()
        self.set_colours(colours)

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self.accounts)
        for button in (self.manage, self.new, self.open, self.save):
            row.addWidget(button)
        row.addStretch()
        for widget in (self.arrived, self.preview, self.menu, self.test, self.send):
            row.addWidget(widget)

    def show_accounts(self, accounts: Sequence[Account], chosen: str) -> None:
        """Fills the list of accounts: name and environment in words."""
        self.accounts.clear()
        for account in accounts:
            self.accounts.addItem(account_lines.account_line(account), account.id)
        self.accounts.setCurrentIndex(max(self.accounts.findData(chosen), 0))

    def set_colours(self, colours: Colours) -> None:
        """Draws the icons in the colours of a scheme."""
        for button, name in self._icons.items():
            button.setIcon(assets.icon(name, colours.text))
        self.send.setIcon(assets.icon("send", colours.on_accent))

    def show_arrived(self, shown: bool) -> None:
        """Tells whether there is a sandbox to look into."""
        self.arrived.setVisible(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the widths of the words are known."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leaves some buttons with their icons only where there is no room for all words; tool tips keep the words."""
        row = self._row
        for button in self._first_to_shrink:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in self._first_to_shrink:
            row.invalidate()
            if row.minimumSize().width() <= self.width():
                break
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        row.activate()

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        if text:
            button.setToolTip(tip(text))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._icons[button] = icon
        return button

    def _put_menu(self, button: QToolButton, menu: QMenu) -> None:
        def left() -> None:
            """Qt does not tell a button that the mouse went away over its menu: it would look hovered from then on."""
            inside = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, inside)
            button.update()

        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        menu.aboutToHide.connect(left)

    def _button_of(self, action: QAction, icon: str) -> QToolButton:
        """Makes a button that does what a command does, and is enabled and checked as that is."""
        button = self._button(icon, action.text())
        button.setToolTip(action.toolTip())
        button.setCheckable(action.isCheckable())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._follow(button, action))
        return button

    def _push_button_of(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text(), self)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._follow(button, action))
        return button

    def _follow(self, button: QAbstractButton, action: QAction) -> None:
        button.setEnabled(action.isEnabled())
        if action.isCheckable():
            button.setChecked(action.isChecked())

    def _menu_of(self, *actions: QAction) -> QMenu:
        menu = QMenu(self)
        menu.addActions(list(actions))
        return menu

    def _make_menu(self, commands: Commands) -> QMenu:
        menu = self._menu_of(self.undo, self.redo)
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
