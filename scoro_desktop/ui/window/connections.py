"""Connections of what nobody sees until it has something to say, made once every part of the window stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.kit.context_key import ContextKey
from scoro_desktop.ui.window.menu_bar import fill_menu_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu

    from scoro_desktop.storage.history import Send
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.main_window import MainWindow


def connect(
    window: MainWindow, services: Services, menus: Mapping[str, QMenu], row_changed: Callable[[Send], object]
) -> None:
    """Has the parts hear of each other, and fills the menus. `row_changed`: takes what became of a send."""
    window.accounts.changed.connect(window.history.refresh)
    window.accounts.changed.connect(services.campaigns.look_at_accounts)
    window.accounts.changed.connect(services.later.look_at_accounts)
    window.history.use_again.connect(window.messages.use_again)
    window.history.count_again.connect(window.messages.count_again)
    window.history.correct.connect(window.messages.correct)
    window.history.copy_wanted.connect(window.curl.copy_send)
    window.flow.row_changed.connect(row_changed)
    window.outcome.details_wanted.connect(window.history.show_details)
    window.outcome.taken_back.connect(window.messages.take_back)
    window.flow.taken_back.connect(window.messages.take_back)
    window.outcome.begin()
    fill_menu_bar(window, menus)
    ContextKey(window)
