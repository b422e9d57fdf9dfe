"""Building in steps: one each time that nothing else is to be done, or all that are left at once."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

Steps: TypeAlias = Iterator[Callable[[], bool] | None]
"""A generator: what stands between two `yield` is one step. What it yields tells when the next one can be taken; None:
at once.
"""
LOOK_MS: Final = 2
"""The milliseconds between two looks whether a step can be taken. Ours."""


def soon(owner: QObject, act: Callable[[], object], ms: int = 0) -> None:
    """Calls `act` once, in so many milliseconds, unless `owner` goes before that.

    `QTimer.singleShot` does not let go of what it should call then (PySide 6.11): a closed window stayed in memory so.
    """
    timer = QTimer(owner, singleShot=True, interval=ms)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start()


class Unhurried(QObject):
    """Goes through steps while the event loop is idle. `done`: the last one was taken.

    A step that raises ends them.
    """

    done = Signal()

    def __init__(self, steps: Steps, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._is_at_it = False
        self._is_ready: Callable[[], bool] | None = None
        self.is_done = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Takes the first step when the event loop gets to it, and one after the other from then on."""
        if not self.is_done:
            self._timer.start()

    def is_ready(self) -> bool:
        """Tells whether the next step can be taken."""
        return self._is_ready is None or self._is_ready()

    def step(self) -> None:
        """Takes one step now."""
        if not self.is_done and not self._is_at_it:
            self._take()

    def finish(self) -> None:
        """Takes every step that is left, now, whatever it should have waited for.

        Nothing while one is being taken, which may ask for what it makes.
        """
        while not self.is_done and not self._is_at_it:
            self._take()

    def _go_on(self) -> None:
        if self._is_at_it:  # an event loop within a step
            return
        if self.is_ready():
            self._take()
        if not self.is_done:
            self._timer.start(0 if self._is_ready is None else LOOK_MS)

    def _take(self) -> None:
        self._is_at_it = True
        try:
            self._is_ready = next(self._steps)
        except StopIteration:
            self._end()
        except BaseException:
            self.is_done = True
            self._timer.stop()
            raise
        finally:
            self._is_at_it = False

    def _end(self) -> None:
        self.is_done = True
        self._timer.stop()
        self.done.emit()
