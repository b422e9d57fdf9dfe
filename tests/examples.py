"""The number of examples of a property test: few in the check of every change, all where they are asked for by name."""

import os
from typing import Final

NEW: Final = os.environ.get("SCORO_NEW_EXAMPLES") == "1"
"""New examples with each run, and all of them: the long form, asked for by `make faults`."""
_SHARE: Final = 1 if NEW else 8 if os.environ.get("SCORO_OTHER_PYTHON") == "1" else 3
_LEAST: Final = 5


def how_many(all_of_them: int) -> int:
    """Counts the examples that this run draws of so many.

    The check draws the same ones each time, so that more of them find nothing new. Under the other Pythons it draws
    fewer still: what differs there is what the library does, which the first ones show.
    """
    return max(min(all_of_them, _LEAST), all_of_them // _SHARE)
