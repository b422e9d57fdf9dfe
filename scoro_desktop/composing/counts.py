"""The count of an audience, as far as it is known."""

import enum
from dataclasses import dataclass
from datetime import datetime

from scoro_desktop.scorocode.replies import Failure


class CountState(enum.Enum):
    """NONE: nothing to count. NO_KEYS: nobody can be asked without the keys of the account. COUNTING: asked.

    KNOWN: answered. UNKNOWN: it could not be had.
    """

    NONE = "none"
    NO_KEYS = "no_keys"
    COUNTING = "counting"
    KNOWN = "known"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Count:
    """The count of the audience as it stands: never a 0 that nobody counted. `total`: of the whole collection.

    `at`: when it was counted, to be kept with it; `since`: the same by the clock of `elapsed.seconds`, for its age.
    """

    state: CountState
    value: int | None = None
    total: int | None = None
    failure: Failure | None = None
    at: datetime | None = None
    since: float | None = None
