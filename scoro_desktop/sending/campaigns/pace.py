"""The pace of a campaign: so many requests a second, evenly, and slower where the server says that it is too fast."""

from typing import Final

from scoro_desktop.scorocode.account import Account
from scoro_desktop.storage.campaigns.types import PACE

SLOWER: Final = 0.8
"""The part of its pace that a campaign goes on with after a server said "too often". Ours."""
SLOWEST: Final = 0.1
"""The part of its pace that it never goes below. Ours."""
BREATH_S: Final = 2.0
"""The seconds without a request after that. Ours: the server counts by the second."""


def default_pace(account: Account) -> float:
    """Half of what the server takes of the application, whose other users send and ask as well, and ten at most."""
    return min(PACE, account.requests_per_second / 2)


class Pace:
    """Tells when the next request may leave, by a clock that is told (seconds)."""

    def __init__(self, rate: float) -> None:
        self._wanted = rate
        self.rate = rate
        self._next = float("-inf")

    def delay(self, now: float) -> float:
        """The seconds until the next request may leave."""
        return max(0.0, self._next - now)

    def took(self, now: float) -> None:
        """A request leaves. A delay of less than one interval is made up for by the next; a longer one is not."""
        interval = 1 / self.rate
        is_late = now - self._next >= interval
        self._next = (now if is_late else self._next) + interval

    def too_fast(self, now: float) -> None:
        """The server said that it is asked too often."""
        self.rate = max(self.rate * SLOWER, self._wanted * SLOWEST)
        self._next = max(self._next, now + BREATH_S)
