"""The clocks of a campaign: one that nobody sets, the one on the wall, and waiting."""

import threading
from datetime import UTC, datetime
from typing import Final, Protocol

from scoro_desktop import elapsed

PUT_BACK_S: Final = 60.0
"""The wall's clock may be corrected by so many seconds without a question. Ours."""


class Clock(Protocol):
    """Time, as a campaign needs it; tests tell it."""

    def seconds(self) -> float:
        """Seconds since some moment, by a clock that nobody sets."""

    def now(self) -> datetime:
        """The time of day (aware)."""

    def wait(self, changed: threading.Condition, seconds: float | None) -> None:
        """Waits, with the condition held, until it is notified or so long; None: until it is notified."""


class SystemClock:
    """The clocks of this computer."""

    def seconds(self) -> float:
        """Seconds since the computer was switched on, sleep included."""
        return elapsed.seconds()

    def now(self) -> datetime:
        """The time of day."""
        return datetime.now(UTC)

    def wait(self, changed: threading.Condition, seconds: float | None) -> None:
        """Waits for a notification, or so long."""
        changed.wait(seconds)


class Watch:
    """Notices that the clock on the wall was put back, which quiet hours and "messaged lately" are told by."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = self._difference()

    def is_put_back(self) -> bool:
        """Tells whether it was put back since this was made. Forward is no matter: a computer was asleep."""
        difference = self._difference()
        if difference < self._ahead - PUT_BACK_S:
            return True
        self._ahead = max(self._ahead, difference)
        return False

    def _difference(self) -> float:
        return self._clock.now().timestamp() - self._clock.seconds()
