"""The number of examples of a property test: few in the check of every change, all where they are asked for by name."""

import gzip
import os
import tempfile
from pathlib import Path
from typing import Final

from hypothesis.internal import charmap

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


def know_utf_8() -> None:
    """Writes down for Hypothesis what UTF-8 can encode: all but the halves of surrogate pairs, and each comes back.

    In a fresh checkout it finds that out by trying 1,114,112 letters, in each process (2.7 s). Nothing public
    takes that from it; should it look elsewhere one day, it tries as before. Source: RFC 3629, section 3.
    """
    file = charmap.charmap_file("codec-v2-utf-8")
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as new:
        new.write(gzip.compress(b"[[[0, 55295], [57344, 1114111]], []]"))
    Path(new.name).replace(file)
