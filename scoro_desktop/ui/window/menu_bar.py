"""The menu bar of the main window, filled once every part of it stands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from scoro_desktop.ui.window import window_commands

if TYPE_CHECKING:
    from scoro_desktop.ui.window.main_window import MainWindow


def fill_menu_bar(window: "MainWindow", menus: Mapping[str, QMenu]) -> None:
    """Makes the menus once every part of the window stands."""
    commands, bar = window.commands, window.bar
    window.history.register(commands)
    commands.separate(window_commands.VIEW)
    commands.add_menu(window_commands.VIEW, bar.languages)
    commands.add_menu(window_commands.VIEW, bar.appearances)
    commands.separate(window_commands.EDIT)
    commands.add_menu(window_commands.EDIT, bar.curl)
    commands.fill(menus)
    window.undo.show_state_in(menus[window_commands.EDIT])
    menus[window_commands.HISTORY].aboutToShow.connect(window.history.refresh_actions)
