"""The look at the screen for which a confirmation waits: what it asks about must be what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.ui.kit.unhurried import soon

if TYPE_CHECKING:
    from collections.abc import Callable


class ScreenLook(QObject):
    """Looks once, in a turn of the event loop behind the one in which the confirmation is shown.

    `is_met`: what stands there was found to be what is asked about; from the beginning where nothing is left to be
    looked at. Where the look raises, it never is. `changed`: it is now.
    """

    changed = Signal()

    def __init__(self, look: Callable[[], bool] | None, parent: QObject) -> None:
        """`look` tells whether it is so, and takes the confirmation away where it is not."""
        super().__init__(parent)
        self.is_met = look is None
        self._look = look
        if look is not None:
            soon(self, self._have_looked, 1)  # not 0: that comes in one turn with what shows the dialog

    def _have_looked(self) -> None:
        if self._look is not None and self._look():
            self.is_met = True
            self.changed.emit()
