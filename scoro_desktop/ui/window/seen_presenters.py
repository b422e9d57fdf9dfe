"""Presenters of what is seen: made before all others, since by then a person can see what Send would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.window.message_presenter import MessagePresenter
from scoro_desktop.ui.window.problem_presenter import ProblemPresenter
from scoro_desktop.ui.window.undo_presenter import UndoPresenter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.ui.window.built_window import BuiltWindow
    from scoro_desktop.ui.window.compose_tab import ComposeTab


def build(window: BuiltWindow, tabs: Mapping[Channel, ComposeTab]) -> None:
    """Makes them, each an attribute of the window. What makes room for a message is made when a message wants it."""

    def make_room(tab: ComposeTab) -> None:
        window.drafts.make_room(tab)

    messages = MessagePresenter(tabs, window.tabs, window.notice, make_room, window.current, window)
    window.problems = ProblemPresenter(
        window.footer, window.problem_list, lambda path: messages.tab.place_of(path), window
    )
    window.undo = UndoPresenter(window.bar, tabs.values(), messages, window.notice, window)
    window.messages = messages
