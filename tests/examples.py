"""The number of examples of a property test: few in the check of every change, all where they are asked for by name."""

import os
from typing import Final

NEW: Final = os.environ.get("SCORO_NEW_EXAMPLES") == "1"
"""New examples with each run, and all of them: the long form, asked for by `make faults`."""
OTHER_PYTHON: Final = os.environ.get("SCORO_OTHER_PYTHON") == "1"
"""Beside the Python of `.venv`, which runs the whole suite, in the same check."""
_SHARE: Final = 1 if NEW else 12 if OTHER_PYTHON else 4
_LEAST: Final = 5


def how_many(all_of_them: int) -> int:
    """Counts the examples that this run draws of so many.

    The check draws the same ones each time, so that more of them find nothing new. Under the other Pythons it draws
    fewer still: what differs there is what the library does, which the first ones show.
    """
    return max(min(all_of_them, _LEAST), all_of_them // _SHARE)


def how_much(all_of_it: int) -> int:
    """Gives how long the text of a test is that looks for what grows faster than the text.

    A quarter under the other Pythons: what grows so there takes long enough to be seen with that as well.
    """
    return all_of_it // 4 if OTHER_PYTHON else all_of_it
