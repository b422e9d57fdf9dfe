"""The progress of a campaign, for whoever looks at it."""

import collections
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from scoro_desktop.storage.campaigns.states import CampaignState, PersonState

SPAN_S: Final = 10.0
"""The rate is that of so many seconds."""


@dataclass(frozen=True)
class Progress:
    """A campaign at one moment. `counts`: people per state; `done`, `open` and `planned`: requests.

    `rate`: requests a second at present; `ends_in_s`: None where nothing runs or nobody can say. A campaign that stands
    still may have requests open: they end as they end.
    """

    campaign_id: int
    state: CampaignState
    counts: Mapping[PersonState, int]
    done: int
    open: int
    planned: int
    rate: float
    ends_in_s: float | None
    pause: str = ""
    pause_detail: str = ""


def unread(campaign_id: int, pause: str, detail: str) -> Progress:
    """The progress of a campaign that could not even be read."""
    return Progress(campaign_id, CampaignState.PAUSED, {}, 0, 0, 0, 0.0, None, pause, detail)


class Rate:
    """Requests a second, over the last seconds of a clock that is told."""

    def __init__(self) -> None:
        self._moments: collections.deque[float] = collections.deque()

    def count(self, now: float) -> None:
        """One more."""
        self._moments.append(now)

    def at(self, now: float) -> float:
        """The rate, 0 where there were fewer than two."""
        while self._moments and now - self._moments[0] > SPAN_S:
            self._moments.popleft()
        if len(self._moments) < 2:
            return 0.0
        return (len(self._moments) - 1) / max(self._moments[-1] - self._moments[0], 1e-9)


class Teller:
    """Tells the progress, from whichever thread, in the order in which it came about."""

    def __init__(self, told: Callable[[Progress], None]) -> None:
        self._told = told
        self._one_at_a_time = threading.Lock()

    def tell(self, progress: Callable[[], Progress | None]) -> None:
        """Tells what there is to be told now. What goes wrong with whoever looks on is said, and stops nothing."""
        with self._one_at_a_time:
            now = progress()
            if now is None:
                return
            try:
                self._told(now)
            except Exception:  # noqa: BLE001 (handed to whoever takes the exceptions of threads)
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
