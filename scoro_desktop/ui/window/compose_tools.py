"""The tools that the window's services give to the fields of its forms."""

import contextlib
from collections.abc import Sequence

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.compose.form_tools import FormTools, RecentEmoji
from scoro_desktop.ui.editor.value_pane import Editing
from scoro_desktop.ui.runtime.services import Services


def form_tools(services: Services) -> FormTools:
    """One set for all forms. A disk that does its part no longer costs the list of recent emoji, nothing else."""

    def load() -> Sequence[str]:
        with contextlib.suppress(StorageError):
            return services.settings.recent_emoji
        return ()

    def keep(recent: Sequence[str]) -> None:
        with contextlib.suppress(StorageError):
            services.settings.recent_emoji = list(recent)

    editing = Editing(services.background, lambda: services.appearance.colours)
    return FormTools(editing, RecentEmoji(load, keep))
