"""A menu of what stands as buttons elsewhere, for a right click and the key of menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def open_menu(buttons: Iterable[QAbstractButton], place: QPoint, parent: QWidget) -> None:
    """Opens the menu at a place of the screen. A button that is hidden is left out, one that is off is off."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for button in buttons:
        if button.isVisible():
            action = menu.addAction(_words_of(button))
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(place)


def _words_of(button: QAbstractButton) -> str:
    """Its name, where its face is a sign."""
    return button.text() if isinstance(button, QPushButton) and button.text()[:1].isalpha() else button.accessibleName()
