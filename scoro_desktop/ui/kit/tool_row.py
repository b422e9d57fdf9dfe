"""A row of tool buttons that show their words as far as there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCursor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.commands import follow
from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from scoro_desktop.ui.kit.appearance import Colours

ICON: Final = QSize(21, 16)
"""As a wide icon, in the height of a line."""


class ToolRow(QWidget):
    """`first_to_shrink`: the buttons that are left with their icons where there is no room for all words, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[QToolButton, str] = {}
        self.first_to_shrink: tuple[QToolButton, ...] = ()
        self.row = QHBoxLayout(self)
        self.row.setSpacing(8)

    def set_colours(self, colours: Colours) -> None:
        """Draws the icons in the colours of a scheme."""
        for button, name in self._icons.items():
            button.setIcon(assets.icon(name, colours.text, wide=bool(button.text())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many words as there is room for."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the widths of the words are known."""
        super().showEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the icons of all that may be left with them."""
        hint = super().minimumSizeHint()
        shown = [each for each in self.first_to_shrink if not each.isHidden()]
        words = sum(each.minimumSizeHint().width() for each in shown)
        return QSize(hint.width() - words + sum(each.height() or hint.height() for each in shown), hint.height())

    def room(self) -> int:
        """The width in pixels that the row may take."""
        return self.width()

    def fit(self) -> None:
        """Leaves some buttons with their icons only where there is no room for all words; tool tips keep the words."""
        row, before = self.row, [each.toolButtonStyle() for each in self.first_to_shrink]
        for button in self.first_to_shrink:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in self.first_to_shrink:
            row.invalidate()
            if row.minimumSize().width() <= self.room():
                break
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        row.activate()
        if [each.toolButtonStyle() for each in self.first_to_shrink] != before:
            self.updateGeometry()  # what holds the row gives the others the room that is left

    def button(self, icon: str, text: str) -> QToolButton:
        """Makes a button with an icon of the app; with no `text` it has the icon alone."""
        button = QToolButton(self)
        button.setText(text)
        if text:
            button.setToolTip(tip(text))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(ICON)
        self._icons[button] = icon
        return button

    def button_of(self, action: QAction, icon: str) -> QToolButton:
        """Makes a button that does what a command does."""
        button = self.button(icon, action.text())
        button.setToolTip(action.toolTip())
        follow(button, action)
        return button

    def menu_of(self, *actions: QAction) -> QMenu:
        """Makes a menu of commands."""
        menu = QMenu(self)
        menu.addActions(list(actions))
        return menu

    def put_menu(self, button: QToolButton, menu: QMenu) -> None:
        """Has a button open a menu."""

        def left() -> None:
            """Qt does not tell a button that the mouse went away over its menu: it would look hovered from then on."""
            inside = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, inside)
            button.update()

        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        menu.aboutToHide.connect(left)
