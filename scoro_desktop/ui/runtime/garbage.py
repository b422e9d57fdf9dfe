"""Python's collection of garbage in cycles, kept on the GUI thread.

Left to itself it runs on whichever thread happens to allocate. One that collects a widget away from the GUI thread
destroys it there, which Qt does not allow: the process crashes.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 1000
"""The milliseconds between two looks whether a collection is due. Ours."""
MANY: Final = 10_000
"""Objects made since the last collection and still alive, for which the window would wait 2 to 20 ms. It is mostly what
a thread has in hand for a moment, as 5,000 texts while requests are planned. Ours."""
PATIENCE: Final = 10
"""Looks for which so many are left alone: they may be garbage after all. Ours."""


class GarbageCollector(QObject):
    """Takes the place of the automatic collection until `close`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._waited = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects what is due, or waits for many young objects to be gone by themselves."""
        if gc.get_count()[0] > MANY and self._waited < PATIENCE:
            self._waited += 1
            return
        self._waited = 0
        collect_due()

    def close(self) -> None:
        """Gives the collection back to Python, where that had it."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()


def collect_due() -> None:
    """Collects the oldest generation that Python's own thresholds say is due."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if 0 < thresholds[generation] < counts[generation]:
            gc.collect(generation)
            return
