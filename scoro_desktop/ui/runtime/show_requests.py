"""The first process over a data folder shows its window when a second one asks for it (`storage/show_requests.py`)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from scoro_desktop.storage import show_requests

if TYPE_CHECKING:
    from pathlib import Path

TOKEN: Final = "XDG_ACTIVATION_TOKEN"  # noqa: S105
"""The variable in which a desktop under Wayland leaves the right to raise a window, and in which Qt looks for it."""
UNWATCHED_MS: Final = 1000
"""The time between two looks where the system cannot tell of a change (no watches left, a strange disk)."""


class ShowRequests(QObject):
    """Says that the window is wanted, with the token that allows to raise it, and answers once it was shown."""

    wanted = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self.look)
        self._timer = QTimer(self)
        self._timer.setInterval(UNWATCHED_MS)
        self._timer.timeout.connect(self.look)
        if not self._watcher.directories():
            self._timer.start()

    def look(self) -> None:
        """Answers what is there: also what was asked before this process was ready to hear."""
        for path in show_requests.waiting(self._folder):
            self.wanted.emit(show_requests.read(path).token)
            show_requests.withdraw(path)


def bring_forward(window: QWidget, token: str = "") -> None:
    """Shows a window before all others, from wherever it is; the dialog that holds it up, where one does."""
    modal = QApplication.activeModalWidget()
    front = window if modal is None else modal
    for each in (window, front):
        each.setWindowState(each.windowState() & ~Qt.WindowState.WindowMinimized)  # maximized stays so
        each.show()
        each.raise_()
    if token:
        os.environ[TOKEN] = token
    front.activateWindow()
    os.environ.pop(TOKEN, None)  # good once
    QApplication.alert(front)  # where the system does not let it come to the front, it may draw attention
