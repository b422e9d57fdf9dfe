"""A clock for ages and durations: it never goes back, whatever is done to the other, and counts sleep too."""

import sys
import time
from typing import Any, Final

_CLOCK: Final[Any] = getattr(
    time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None) if sys.platform == "darwin" else None
)
"""`time.monotonic` stands still on Linux and on macOS while a laptop sleeps (clock_gettime(2) of each): a count from
before the night would be "just now". These do not; nor does that of Windows."""


LATE_S: Final = 600.0
"""The seconds after which what is to leave does not leave by itself any more: the computer slept, or what was before it
took so long. People should get it then or not at all. Ours.
"""


def seconds() -> float:
    """The seconds that went by since some moment, the same one for as long as the computer is on."""
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)
