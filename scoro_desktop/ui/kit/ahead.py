"""Modules loaded on a thread before they are wanted, so that the window does not stand still for them."""

from __future__ import annotations

import gc
import importlib
import sys
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONGEST_S: Final = 5.0
"""The seconds that a module is waited for at the end: the largest takes a tenth of one. Ours."""


def is_loaded(name: str) -> bool:
    """Tells whether a module is there, and whole: one that another thread is loading is not."""
    spec = getattr(sys.modules.get(name), "__spec__", None)
    return spec is not None and not getattr(spec, "_initializing", False)


def loaded(name: str) -> Callable[[], bool]:  # noqa: ARG001 (nobody loads it but who wants it)
    """Tells, when called, that nothing is to be waited for."""
    return lambda: True


class Ahead:
    """Loads modules in their order. What cannot be loaded is left to whoever wants it, and is told there.

    What was loaded is taken out of the sight of the collector of garbage each time (`gc.freeze`): it stays to the end,
    and going through it would hold up the window.
    """

    def __init__(self, names: Sequence[str], *, pause_s: float = 0.0) -> None:
        """`pause_s`: the seconds between two of them, in which the window has all of the processor."""
        self._names = names
        self._pause_s = pause_s
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._load, name="ahead", daemon=True)

    def start(self) -> None:
        """Begins; once."""
        self._thread.start()

    def end(self) -> None:
        """Loads nothing more. The module that is being loaded is waited for.

        A process that ends while a thread maps a library of its own into it may crash.
        """
        self._ends.set()
        if self._thread.is_alive():
            self._thread.join(LONGEST_S)

    def ready(self, name: str) -> Callable[[], bool]:
        """Tells, when called, whether a module of these need not be waited for any longer."""
        return lambda: is_loaded(name) or not self._thread.is_alive()

    def _load(self) -> None:
        for name in self._names:
            if self._ends.wait(self._pause_s):
                return
            try:
                importlib.import_module(name)
            except Exception:  # noqa: BLE001 (whoever wants it meets the same, where it can be told)
                return
            gc.freeze()
