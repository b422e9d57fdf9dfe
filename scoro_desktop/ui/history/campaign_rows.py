"""The rows of campaigns that run, kept up to date in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from scoro_desktop.ui.runtime.async_storage import tolerate

if TYPE_CHECKING:
    from scoro_desktop.sending.campaigns.progress import Progress
    from scoro_desktop.storage.history import SendLine
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

AGAIN_MS: Final = 500
"""The milliseconds between two readings of the row of a campaign that runs. Ours: nobody reads numbers that change
more often.
"""


class CampaignRows(QObject):
    """`changed(SendLine)`: the row of a campaign is another, or new."""

    changed = Signal(object)

    def __init__(self, storage: AsyncStorage, parent: QObject) -> None:
        super().__init__(parent)
        self._storage = storage
        self._waiting: set[int] = set()
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._read)

    def progressed(self, progress: Progress) -> None:
        """Takes that something of a campaign changed."""
        self._waiting.add(progress.campaign_id)
        if not self._again.isActive():
            self._again.start()

    def _read(self) -> None:
        ids, self._waiting = self._waiting, set()

        def tell(lines: list[SendLine]) -> None:
            for line in lines:
                self.changed.emit(line)

        self._storage.read(self, lambda stores: stores.history.of_campaigns(ids), tell, tolerate)
