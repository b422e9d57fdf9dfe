"""The tools that the window's services give to the fields of its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.compose.form_tools import FormTools, RecentEmoji
from scoro_desktop.ui.editor.editing import Editing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.ui.runtime.services import Services


def form_tools(services: Services) -> FormTools:
    """One set for all forms."""

    def load() -> Sequence[str]:
        return services.settings.recent_emoji

    def keep(recent: Sequence[str]) -> None:
        services.settings.recent_emoji = list(recent)

    editing = Editing(services.background, lambda: services.appearance.colours)
    return FormTools(editing, RecentEmoji(load, keep))
