"""News of another day on the clocks of this computer, for what is shown by days while the app runs on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from scoro_desktop.audience.relative_dates import zone_of
from scoro_desktop.storage.history_periods import day_begins
from scoro_desktop.ui.runtime import here

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

LOOK_MS: Final = 60_000
"""Milliseconds between two looks at the clock at the most. Ours: a timer stands still while the computer sleeps, and
hears nothing of a clock or a zone that is set.
"""


def _now() -> datetime:
    return datetime.now(UTC)


def find_the_zone() -> None:
    """Has Qt and Python find the zone of this computer: the first time takes some milliseconds. For any thread."""
    zone_of(here.zone())


class NewDay(QObject):
    """`begun`: the day is another one than it was at the last look."""

    begun = Signal()

    def __init__(self, parent: QObject, now: Callable[[], datetime] = _now) -> None:
        """`now`: gives the moment, aware."""
        super().__init__(parent)
        self._now = now
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.look)
        self.today = self._day()
        self._wait()

    def look(self) -> None:
        """Looks at the clock now; as it does by itself at midnight, and every minute."""
        day = self._day()
        self._wait()
        if day != self.today:
            self.today = day
            self.begun.emit()

    def _day(self) -> date:
        return self._now().astimezone(zone_of(here.zone())).date()

    def _wait(self) -> None:
        zone, now = zone_of(here.zone()), self._now()
        left = day_begins(now.astimezone(zone).date() + timedelta(days=1), zone) - now
        self.timer.start(min(LOOK_MS, max(1, int(left.total_seconds() * 1000) + 50)))
