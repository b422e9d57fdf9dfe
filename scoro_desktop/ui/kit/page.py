"""A page of the window: whatever fills the place beneath its tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from scoro_desktop.wire import JsonObject


class Page(QWidget):
    """One tab's worth of the window. `key`: its own among the pages, by which it is remembered."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key

    def title(self) -> str:
        """The words on its tab."""
        raise NotImplementedError

    def is_closable(self) -> bool:
        """Tells whether a person may close it; the window opens it again then as far as it was open."""
        return True

    def status(self) -> str:
        """The words in the footer while it is in front."""
        return ""

    def go_to_start(self) -> None:
        """Puts the keyboard where work on it begins."""
        self.setFocus()

    def kept(self) -> JsonObject:
        """Returns what is to be there again at the next start; no key, and nothing of a recipient."""
        return {}

    def take_up(self, kept: JsonObject) -> None:
        """Goes on with what `kept` gave, maybe in another version of the app."""
