"""The chips and the order of the page History, kept over restarts; what was typed into the search is not."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Protocol

from scoro_desktop.storage.history_views import View

if TYPE_CHECKING:
    from scoro_desktop.wire import JsonObject


class KeepsView(Protocol):
    """The part of the settings in which it is kept."""

    history_view: JsonObject


class KeptView:
    """Reads and writes it; what cannot be read, as of a version to come, is none."""

    def __init__(self, settings: KeepsView) -> None:
        self._settings = settings

    def load(self) -> View | None:
        """Returns what was listed last; None where nothing was."""
        try:
            return View.from_json(self._settings.history_view)
        except ValueError:
            return None

    def save(self, view: View) -> None:
        """Keeps what is listed."""
        value = dataclasses.replace(view, wanted=dataclasses.replace(view.wanted, text="")).to_json()
        if value != self._settings.history_view:
            self._settings.history_view = value
