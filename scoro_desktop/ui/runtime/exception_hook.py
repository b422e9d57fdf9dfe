"""Exceptions that nobody caught, in a slot, on a thread or in a destructor: none vanishes, and the app goes on."""

from __future__ import annotations

import contextlib
import sys
import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from scoro_desktop.storage.error_log import ErrorLog, place_of, wordless_text

if TYPE_CHECKING:
    from types import TracebackType

COUNTED: Final = frozenset({10, 100, 1_000, 10_000, 100_000})
"""The numbers of times at which the log mentions an error at one place again: a flood would push out all the rest."""


class ExceptionHook(QObject):
    """Takes Python's hooks, from `install` to `close`.

    `arose`: something went wrong on the GUI thread, told each time, before anything else is done about it. `arisen`:
    how often it did, also while nobody was listening yet.
    `troubled(text)`: something went wrong, said once for each place in the code, on the GUI thread. The text is that of
    the log: classes and places, none of an exception's words.
    """

    arose = Signal()
    troubled = Signal(str)

    def __init__(self, log: ErrorLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.arisen = 0
        self._log = log
        self._times: dict[str, int] = {}
        self._lock = threading.Lock()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Takes the hooks."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._on_a_thread
        sys.unraisablehook = self._unraisable

    def close(self) -> None:
        """Gives them back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def report(self, error: BaseException) -> None:
        """Writes an exception into the log, and says so. From any thread."""
        place = place_of(error)
        with self._lock:
            times = self._times[place] = self._times.get(place, 0) + 1
        if times in COUNTED:
            self._log.write(f"{times} times now: {place}")
        if times > 1:
            return
        text = wordless_text(error)
        self._log.write(text)
        sys.stderr.write(text)
        try:
            self.troubled.emit(text)
        except RuntimeError:  # the application is gone: there is the log
            return

    def _uncaught(self, kind: type[BaseException], error: BaseException, stack: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):  # Ctrl+C in the terminal: closes as by the window's button
            QCoreApplication.quit()
        else:
            self._tell()
            self.report(error.with_traceback(stack))

    def _tell(self) -> None:
        """Tells that something went wrong, on the thread where whoever is told may look at widgets."""
        if threading.current_thread() is threading.main_thread():
            self.arisen += 1
            with contextlib.suppress(RuntimeError):  # the application is gone
                self.arose.emit()

    def _on_a_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value.with_traceback(arguments.exc_traceback))

    def _unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        if arguments.exc_value is not None:
            self._tell()
            self.report(arguments.exc_value.with_traceback(arguments.exc_traceback))
