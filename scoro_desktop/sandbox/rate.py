"""The rate of requests that the sandbox takes, if it is given one: as many in any second as the application may make.

The documentation gives the figure of a plan ("Settings": 20 a second on the default one), and not what is answered
above it. HTTP's own answer is 429 (RFC 6585, section 4), with a time after which to try again: that is what comes here.
"""

import threading
from collections import deque
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from scoro_desktop.sandbox.refusals import Refused

_SECOND: Final = 1.0


class Rate:
    """Counts requests within the last second. Safe to use from several threads. Those that it refuses do not count."""

    def __init__(self, limit: int, clock: Callable[[], float]) -> None:
        """`clock` gives seconds that never run backwards."""
        self.limit = limit
        self._clock = clock
        self._lock = threading.Lock()
        self._taken: deque[float] = deque()
        self.refused = 0
        """Counts the requests that were too many."""

    def take(self) -> None:
        """Counts a request. Raises Refused (429) where it is one too many."""
        with self._lock:
            now = self._clock()
            while self._taken and self._taken[0] <= now - _SECOND:
                self._taken.popleft()
            if len(self._taken) >= self.limit:
                self.refused += 1
                raise Refused(HTTPStatus.TOO_MANY_REQUESTS, f"Too many requests: more than {self.limit} in a second")
            self._taken.append(now)
