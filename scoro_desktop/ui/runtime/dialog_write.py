"""One change at a time that a dialog makes to the tables; the dialog lives while the disk takes its time."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from scoro_desktop.storage.threads import Job
from scoro_desktop.ui.runtime.async_storage import AsyncStorage

T = TypeVar("T")

SAID_AFTER_MS: Final = 300
"""A change is mostly written sooner, and then not said to be waited for. Ours."""


class DialogWrite(QObject):
    """Begins nothing while a change is on its way: what is pressed twice is done once.

    `slow(words)`: the change takes its time. A dialog that is closed meanwhile is not told of the end; a failure is
    told by the window then (`AsyncStorage.unheard`).
    """

    slow = Signal(str)

    def __init__(self, storage: AsyncStorage, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._storage = storage
        self._is_waiting = False
        self._timer = QTimer(self, singleShot=True, interval=SAID_AFTER_MS)
        self._timer.timeout.connect(lambda: self.slow.emit(self.tr("Saving…")))

    def begin(self, job: Job[T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Has `job` change something, and gives what it returned to `done`, or what it raised to `failed`."""
        if self._is_waiting:
            return

        def end(receive: Callable[[], None]) -> None:
            self._is_waiting = False
            self._timer.stop()
            receive()

        self._is_waiting = True
        self._timer.start()
        self._storage.write(
            self, job, lambda result: end(lambda: done(result)), lambda error: end(lambda: failed(error))
        )
