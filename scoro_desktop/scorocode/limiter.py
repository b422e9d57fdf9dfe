"""The rate of requests to a server: at most so many in any second, a send before any look-up and any campaign.

The figure belongs to the application, so all clients of one application at one address share a `Limiter`. A look-up
counts until a second after its answer: it arrived some time before that, so no second at the server holds more than
the limit, however slow the way there is. A send waits for no answer: it takes for arrived what began half a second ago.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, TypeVar

from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.hosts import as_address

T = TypeVar("T")

SPAN_S: Final = 1.02
"""A second, and a little for clocks that do not agree. Ours."""
ARRIVED_S: Final = 3.0
"""A request under way for so long has surely arrived, in seconds: one that hangs must not hold up the others. Ours."""
SOON_S: Final = 0.5
"""For how long, in seconds, a send takes a request to be still on its way: it waits for no answer. Ours."""
KEPT_FREE: Final = 10
"""Of so many requests a second, a campaign leaves one to the others. Ours."""
_LOOK_S: Final = 0.25
"""The time between two looks of somebody who waits at whether the answer is still wanted, in seconds."""


class NotWantedError(Exception):
    """The answer is not wanted any more; nothing was asked."""


def _always() -> bool:
    return True


WANTED: ContextVar[Callable[[], bool]] = ContextVar("WANTED", default=_always)
"""Tells whether this thread's answer is still wanted. It reaches the client through all that is between."""


def while_wanted(wanted: Callable[[], bool], job: Callable[[], T]) -> T:
    """Does a job whose requests wait for their turn only as long as `wanted` says so; raises NotWantedError after."""
    token = WANTED.set(wanted)
    try:
        return job()
    finally:
        WANTED.reset(token)


@dataclass(eq=False)
class Turn:
    """One request: when it began, and when its answer was there (seconds of the clock)."""

    began: float
    ended: float | None = None


class Window:
    """The requests of the last second, by a clock that is told."""

    def __init__(self) -> None:
        self._turns: list[Turn] = []

    def delay(self, now: float, limit: int, *, urgent: bool = False) -> float:
        """In how many seconds the next request may begin at the latest; 0: now. `urgent`: it is a send."""
        self._turns = [turn for turn in self._turns if _counts_until(turn, urgent=False) > now]
        busy = sorted(until for turn in self._turns if (until := _counts_until(turn, urgent=urgent)) > now)
        return busy[-limit] - now if len(busy) >= limit else 0.0

    def begin(self, now: float) -> Turn:
        """A request begins."""
        turn = Turn(now)
        self._turns.append(turn)
        return turn


def _counts_until(turn: Turn, *, urgent: bool) -> float:
    arrived = turn.began + (SOON_S if urgent else ARRIVED_S)
    if turn.ended is not None:
        arrived = min(turn.ended, arrived)
    return arrived + SPAN_S


class Limiter:
    """Gives turns, from any thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._window = Window()
        self._changed = threading.Condition()
        self._urgent = 0

    @contextlib.contextmanager
    def turn(self, limit: int, *, urgent: bool = False, gives_way: bool = False) -> Iterator[None]:
        """Waits until a request may begin, of `limit` in a second; it ends when this is left. Blocks.

        Raises NotWantedError once a look-up is not wanted any more (`while_wanted`). A send (`urgent`) waits for a
        second and a half at the most, and no look-up begins while it does. One of a campaign `gives_way` too, and
        leaves room for one of the others in each second.
        """
        if gives_way:
            limit = max(1, limit - max(1, limit // KEPT_FREE))
        turn = self._take(limit, urgent=urgent, first=urgent and not gives_way)
        try:
            yield
        finally:
            with self._changed:
                turn.ended = self._clock()
                self._changed.notify_all()

    def _take(self, limit: int, *, urgent: bool, first: bool) -> Turn:
        wanted = WANTED.get()
        with self._changed:
            self._urgent += first
            try:
                while True:
                    if not urgent and not wanted():
                        raise NotWantedError
                    after_a_send = bool(self._urgent) and not first
                    delay = self._window.delay(self._clock(), limit, urgent=urgent)
                    if delay <= 0 and not after_a_send:
                        return self._window.begin(self._clock())
                    self._changed.wait(_LOOK_S if after_a_send else min(delay, _LOOK_S))
            finally:
                self._urgent -= first
                if first:
                    self._changed.notify_all()


class Limits:
    """The limiters, one for each application at each address."""

    def __init__(self) -> None:
        self._limiters: dict[tuple[str, str], Limiter] = {}
        self._lock = threading.Lock()

    def of(self, account: Account) -> Limiter:
        """The one that all clients of an account's application share."""
        with self._lock:
            return self._limiters.setdefault((account.application_id, as_address(account.address)), Limiter())
