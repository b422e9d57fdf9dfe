"""A part of a window that is made and shown a few milliseconds at a time, so that the window stays alive meanwhile."""

import time
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from scoro_desktop.ui.kit.unhurried import soon

SLICE_S: Final = 0.004
"""The seconds of work between two turns of the event loop. Ours: a piece that is begun then may take as long again, and
a frame of a screen is 16 ms."""
LATE_S: Final = 0.006
"""The seconds after which something else took the turn, what was shown a moment ago say: the next is for the person.
Ours.
"""


class Gradual(QObject):
    """Goes through `pieces` a few milliseconds at a time, as long as its owner is there.

    `after_ms`: the first piece comes so much later, where something is being shown now. `finish` does at once what is
    left, for whoever cannot wait. `is_done`: nothing is left, also where a piece raised.
    """

    def __init__(self, owner: QObject, pieces: Iterable[None], after_ms: int = 1) -> None:
        super().__init__(owner)
        self._work = iter(pieces)
        self._is_working = False
        self.is_done = False
        self._due = 0.0
        self._gave_way = False
        self._go_on_in(after_ms)  # 1, not 0: that is an event as those that show the window, and in one turn with them

    def finish(self) -> None:
        """Does all that is left. Nothing where it is called from one of the pieces."""
        if not self._is_working:
            self._work_on(None)

    def _go_on_in(self, ms: int) -> None:
        self._due = time.perf_counter() + ms / 1000
        soon(self, self._go_on, ms)

    def _go_on(self) -> None:
        now = time.perf_counter()
        self._gave_way = now - self._due > LATE_S and not self._gave_way
        if self._gave_way:
            self._go_on_in(1)
        elif self._work_on(now + SLICE_S):
            self._go_on_in(0)

    def _work_on(self, until: float | None) -> bool:
        """Tells whether something is left."""
        self._is_working = True
        is_left = False
        try:
            for _ in self._work:
                if until is not None and time.perf_counter() > until:
                    is_left = True
                    break
        finally:
            self._is_working = False
            self.is_done = not is_left  # what raised cannot be gone on with
        return is_left


def measured(part: QWidget) -> Iterator[None]:
    """Has each widget of a part that is hidden find its style and its size, one a piece.

    From the innermost on: what a layout asks of those within it is known then. Done by Qt when the part is shown, all
    of it would be one piece. One that was taken away between two pieces is left out.
    """
    for each in reversed(part.findChildren(QWidget)):
        if not isValid(each):
            continue
        each.ensurePolished()
        if (layout := each.layout()) is not None:
            layout.totalSizeHint()
        yield


def painted_next(part: QWidget) -> None:
    """Has a part that is about to change as a whole laid out in this turn, and painted in the next."""
    if part.updatesEnabled():
        part.setUpdatesEnabled(False)
        soon(part, lambda: part.setUpdatesEnabled(True))


class Reveal(Gradual):
    """Makes a part by `pieces`, has it measured widget by widget, and shows it. It is hidden until then.

    `shown`: all of it stands in its place.
    """

    shown = Signal()

    def __init__(self, part: QWidget, pieces: Iterable[None] = ()) -> None:
        super().__init__(part, self._all(pieces))
        self._part = part
        part.hide()

    def _all(self, pieces: Iterable[None]) -> Iterator[None]:
        try:
            yield from pieces
            yield from measured(self._part)
        except Exception:  # what there is of it can be seen, and closed
            self._show()
            self._part.setUpdatesEnabled(True)
            raise
        self._show()
        yield
        self._part.setUpdatesEnabled(True)
        self.shown.emit()

    def _show(self) -> None:
        focus = _focused(self._part)
        self._part.setUpdatesEnabled(False)  # laid out in this turn, painted in the next
        self._part.show()
        if focus is not None and _focused(self._part.window()) is not focus:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)  # nobody could have it while nothing was to be seen


def _focused(widget: QWidget) -> QWidget | None:
    return widget.focusWidget()
