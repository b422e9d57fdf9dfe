"""Modules loaded before they are wanted, a few milliseconds at a time, so that the window does not stand still."""

from __future__ import annotations

import gc
import importlib
import threading
from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from scoro_desktop import late

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoro_desktop.ui.kit.import_order import ReadModules

LONGEST_S: Final = 5.0
"""The seconds that a module is waited for at the end: the largest takes a tenth of one. Ours."""
LOOK_MS: Final = 2
"""The milliseconds between two looks whether the thread has found another module. Ours."""


def loaded(name: str) -> Callable[[], bool]:  # noqa: ARG001 (nobody loads it but who wants it)
    """Tells, when called, that nothing is to be waited for."""
    return lambda: True


class Ahead:
    """Loads modules in their order, and before each of them what it needs. Used on the GUI thread alone.

    A thread loads those without Qt. Those with it are loaded on the GUI thread, one each time that the event loop gets
    to it: PySide makes its classes when they are first named, and two threads that name some at once crash the process
    (PySide6 6.11: 3 of 90 starts on a busy machine). The thread finds out their order, from what the code of each
    imports.

    What cannot be loaded is left to whoever wants it, and is told there. What was loaded is taken out of the sight of
    the collector of garbage each time (`gc.freeze`): it stays to the end, and going through it would hold up the
    window.
    """

    def __init__(
        self, names: Sequence[str], *, pause_ms: int = 0, then: Sequence[Callable[[], object]] | None = None
    ) -> None:
        """`pause_ms`: the milliseconds between two of them, in which the window has all of the processor.

        `then`: what is called on the GUI thread after them, one each time, while the thread makes the dataclasses and
        patterns that were put off so far; None: those stay so.
        """
        self._names = names
        self._then = None if then is None else deque(then)
        self._pause_s = pause_ms / 1000
        self._pause_ms = pause_ms
        self._found: deque[str] = deque()
        self._knows_all = False
        self._read: ReadModules | None = None
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._find, name="ahead", daemon=True)
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._load_next)

    def start(self) -> None:
        """Begins; once."""
        self._thread.start()
        self._timer.start(LOOK_MS)

    def end(self) -> None:
        """Loads nothing more. The module that is being loaded is waited for.

        A process that ends while a thread maps a library of its own into it may crash.
        """
        self._ends.set()
        self._timer.stop()
        if self._thread.is_alive():
            self._thread.join(LONGEST_S)
        self._forget()

    def _forget(self) -> None:
        """Forgets what was read of modules that were not loaded."""
        if self._read is not None:
            self._read.end()

    def ready(self, name: str) -> Callable[[], bool]:
        """Tells, when called, whether a module of these need not be waited for any longer."""

        def is_ready() -> bool:
            from scoro_desktop.ui.kit.import_order import is_loaded

            return is_loaded(name) or self._is_over()

        return is_ready

    def _is_over(self) -> bool:
        return self._ends.is_set() or not (self._thread.is_alive() or self._found or self._then)

    def _load_next(self) -> None:
        """Loads one module on the GUI thread."""
        if self._found and not self._load(self._found[0]):
            return
        if self._found:
            self._found.popleft()
        elif self._then and self._knows_all and not self._ends.is_set():
            self._then.popleft()()
        if self._is_over():
            self._forget()
        else:
            self._timer.start(self._pause_ms if self._found else max(self._pause_ms, LOOK_MS))

    def _load(self, name: str) -> bool:
        """Loads one module; False where nothing more is to be loaded."""
        try:
            importlib.import_module(name)
        except Exception:  # noqa: BLE001 (whoever wants it meets the same, where it can be told)
            self._ends.set()
            return False
        gc.freeze()
        return True

    def _find(self) -> None:
        """Goes through the modules on the thread: loads those without Qt, and hands on those with it."""
        from scoro_desktop.ui.kit.import_order import WITH_QT, ReadModules, in_order

        seen: set[str] = set()
        self._read = ReadModules()
        for name in self._names:
            for needed in in_order(name, seen, self._read):
                if needed.startswith(WITH_QT):
                    self._found.append(needed)
                elif self._ends.wait(self._pause_s) or not self._load(needed):
                    return
            if self._ends.is_set():
                return
        self._knows_all = True
        if self._then is not None:
            self._make_what_was_put_off()

    def _make_what_was_put_off(self) -> None:
        """Makes it on the thread, also that of modules which the GUI thread still has to load."""
        while late.make_one() or self._found:
            if self._ends.wait(self._pause_s):
                return
