"""Imports as Python does them, without the search of PySide in the source of each module.

PySide takes the place of Python's import, so that a module may ask for other names of Qt's methods (`__feature__`). For
that it reads the source of whatever is imported after it, by `inspect.getsource`, and keeps it in memory: a fifth of
the time that our imports take (bench/README.md). No module here asks for other names.
"""

import builtins
import linecache


def import_plainly() -> None:
    """Gives Python its own import back. To be called once PySide was imported; without it nothing happens."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
        linecache.clearcache()  # of what was read until now
