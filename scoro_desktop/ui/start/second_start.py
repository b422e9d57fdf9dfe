"""A second start over a data folder hands over to the first: it never becomes a second app over the same data."""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from scoro_desktop.storage import show_requests
from scoro_desktop.storage.folder_lock import FolderLock, holder, is_starting
from scoro_desktop.storage.show_requests import ShowRequest
from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.ui.start.waiting import WaitingDialog
from scoro_desktop.ui.words import startup_words

PATIENCE_MS: Final = 3000
"""The longest time that the first may take to show its window before something is said of it. Ours."""
STARTING_MS: Final = 20_000
"""The same for one that is itself still starting: from a cold disk that takes its time. Ours."""
_LOOK_MS: Final = 50


class Handover(QObject):
    """Asks the first for its window. `ended` is emitted once: it was shown, or the first is gone.

    `shown`: the first has shown its window. `lock`: the first is gone and the folder is ours. `trouble`: why the first
    could not be asked. A first that is still starting is asked as well, and answers once it is ready.
    """

    ended = Signal()

    def __init__(self, folder: Path, token: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = False
        self.lock: FolderLock | None = None
        self.trouble: OSError | None = None
        self._folder = folder
        self._request = ShowRequest(token)
        self._asked: Path | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        _allow_foreground(holder(folder))
        self._look()

    @property
    def is_over(self) -> bool:
        """Tells whether it ended."""
        return self.shown or self.lock is not None

    def wait(self) -> None:
        """Waits for the end as long as a first that is well may take."""
        waited = 0
        while not self.is_over and (waited == 0 or (waited < STARTING_MS and is_starting(self._folder))):
            loop = QEventLoop()
            self.ended.connect(loop.quit)
            soon(loop, loop.quit, PATIENCE_MS)
            loop.exec()
            waited += PATIENCE_MS

    def give_up(self) -> None:
        """Asks no longer."""
        self._timer.stop()
        if self._asked is not None:
            show_requests.withdraw(self._asked)

    def _look(self) -> None:
        try:
            self.lock = FolderLock.take(self._folder)
            if self.lock is None:
                if self._asked is None:
                    self._asked = show_requests.ask(self._folder, self._request)
                self.shown = show_requests.is_answered(self._asked)
        except OSError as error:  # a full disk: another moment it may do
            self.trouble = error
        if self.is_over:
            self.give_up()
            self.ended.emit()


class SilentDialog(WaitingDialog):
    """Says that the first does not answer, and waits on: it goes by itself when that changes. Its button quits."""

    def __init__(self, folder: Path, handover: Handover) -> None:
        super().__init__(startup_words.silent(folder, holder(folder), handover.trouble))
        handover.ended.connect(self.accept)


def _allow_foreground(process: int | None) -> None:
    """Lets the first take the foreground, which Windows gives to the program that was started last: this one."""
    if sys.platform == "win32" and process is not None:
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)
