"""The reading, looking up and checking of a campaign's list, on a thread; one at a time, and it can be stopped."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.ui.runtime.background import Background

    Told = Callable[[str, int, int], None]
    Wanted = Callable[[], bool]

T = TypeVar("T")


class CheckingTask(QObject):
    """`told(str, int, int)`: what is being done, how much of it, and of how much (0: nobody knows)."""

    told = Signal(str, int, int)
    _came = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._number = 0
        self.is_at_work = False
        self._lock = threading.Lock()
        self._newest: tuple[int, str, int, int] | None = None  # told on the thread, and not taken yet
        self._came.connect(self._take)

    def begin(
        self,
        job: Callable[[Told, Wanted], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        late: Callable[[T], None] = lambda _result: None,
    ) -> None:
        """Has `job` done on a thread; what was under way is stopped, and nobody hears of it any more.

        `late` is given what came of it after it was stopped, to be cleared away.
        """
        self._number += 1
        number, self.is_at_work = self._number, True

        def told(what: str, some: int, of: int) -> None:
            with self._lock:
                is_first = self._newest is None
                self._newest = (number, what, some, of)
            if is_first:
                try:
                    self._came.emit()
                except RuntimeError:  # the window is gone
                    return

        def ended(result: T) -> None:
            if isValid(self) and number == self._number:
                self.is_at_work = False
                done(result)
            else:
                late(result)

        def broke(error: Exception) -> None:
            if isValid(self) and number == self._number:
                self.is_at_work = False
                failed(error)

        self._background.submit(lambda: job(told, lambda: number == self._number), ended, broke)

    def stop(self) -> None:
        """Stops what is under way; nobody hears of it any more."""
        self._number += 1
        self.is_at_work = False

    def _take(self) -> None:
        with self._lock:
            newest, self._newest = self._newest, None
        if newest is not None and newest[0] == self._number:
            self.told.emit(*newest[1:])
