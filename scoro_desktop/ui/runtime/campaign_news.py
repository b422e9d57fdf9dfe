"""The news of campaigns, brought from their threads to the window."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from scoro_desktop.sending.campaigns.progress import Progress

NUMBERS_MS: Final = 100
"""The pause between two times that other numbers are told: nobody reads faster, and a campaign without a pace tells of
some hundred a second. Ours."""


class CampaignNews(QObject):
    """`told(Progress)`: how far a campaign is, the newest only: while it runs now and then, all else at once."""

    told = Signal(object)
    _heard = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._lock = threading.Lock()
        self._newest: dict[int, Progress] = {}  # not told yet
        self._last: dict[int, Progress] = {}
        self._pause = QTimer(self, singleShot=True, interval=NUMBERS_MS)
        self._pause.timeout.connect(self._tell_numbers)
        self._heard.connect(self._look)

    def hear(self, progress: Progress) -> None:
        """Takes the progress, on any thread, and returns at once."""
        with self._lock:
            waiting = self._newest.get(progress.campaign_id)
            self._newest[progress.campaign_id] = progress
        if not self._is_closed and (waiting is None or not _may_wait(waiting, progress)):
            try:
                self._heard.emit(progress.campaign_id)
            except RuntimeError:  # the application is gone
                return

    def newest(self, campaign_id: int) -> Progress | None:
        """Returns how far a campaign is, though that may not be told yet; None where nothing was heard of it."""
        with self._lock:
            return self._newest.get(campaign_id) or self._last.get(campaign_id)

    def told_last(self) -> list[Progress]:
        """Lists what was told of each campaign."""
        return [*self._last.values()]

    def close(self) -> None:
        """Tells nothing more."""
        self._is_closed = True
        self._pause.stop()

    def _look(self, campaign_id: int) -> None:
        last = self._last.get(campaign_id)
        with self._lock:
            waiting = self._newest.get(campaign_id)
        if waiting is None:
            return
        if not self._pause.isActive() or not _may_wait(last, waiting):
            self._tell(campaign_id)

    def _tell_numbers(self) -> None:
        with self._lock:
            waiting = [*self._newest]
        for campaign_id in waiting:
            self._tell(campaign_id)

    def _tell(self, campaign_id: int) -> None:
        with self._lock:
            progress = self._newest.pop(campaign_id, None)
        if progress is None or self._is_closed:
            return
        self._last[campaign_id] = progress
        self._pause.start()
        self.told.emit(progress)


def _may_wait(before: Progress | None, progress: Progress) -> bool:
    """Tells whether only numbers are others, of a campaign that runs and goes on to change them."""
    if before is None or progress.state != "running":
        return False
    return (before.state, before.pause) == (progress.state, progress.pause)
