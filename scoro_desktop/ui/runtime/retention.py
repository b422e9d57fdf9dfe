"""The history that accounts do not keep any longer is deleted, a few rows a turn of the thread that writes; then it is
taken out of the copies of the database.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.ui.runtime.async_storage import tolerate

if TYPE_CHECKING:
    from scoro_desktop.storage.erasing import Steps
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class Retention(QObject):
    """`deleted(int)`: so many sends were deleted, once all that is due is."""

    deleted = Signal(int)

    def __init__(self, storage: AsyncStorage, parent: QObject) -> None:
        super().__init__(parent)
        self._storage = storage
        self._is_at_work = False

    def begin(self) -> None:
        """Deletes what is due now; asked for at the start, and on each new day."""
        if self._is_at_work:
            return
        self._is_at_work = True
        numbers: list[int] = []  # filled on the thread that writes, and read once it is done

        def delete(stores: Stores) -> Steps:
            for number in stores.old_history(datetime.now(UTC)):
                numbers.append(number)
                yield None

        def done() -> None:
            if sum(numbers):
                self.deleted.emit(sum(numbers))
            self._storage.go_through(self, lambda stores: stores.erasing(), erased, self._fail)

        def erased() -> None:
            self._is_at_work = False

        self._storage.go_through(self, delete, done, self._fail)

    def _fail(self, error: Exception) -> None:
        """Leaves the rest to the next day, or the next start."""
        self._is_at_work = False
        tolerate(error)
