"""A heartbeat on the GUI thread, and the bare window that it is compared with."""

import os
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from scoro_desktop.plain_imports import import_plainly

import_plainly()  # as the app does, before what is its own
BEAT_MS = 5
PATIENCE_S = 60.0
LOOK_MS: Final = 10
LOOP: Final = 100_000


class NoKeyring:
    """The sandbox brings its keys along; no keyring is asked."""

    priority = 1

    def get_password(self, _service: str, _name: str) -> None:
        return None


class Strangers:
    """Tells for how long this thread was ready, and had to wait because other programs had the processors.

    Linux counts for how long a thread was ready and did not run (`schedstat`, its second number). The processor time of
    the process's other threads is taken off that, all of it, as if this one had waited for each of them in turn: what
    is left can only be that of other programs. 0 where the system does not tell.
    """

    def __init__(self) -> None:
        place = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._file = os.open(place, os.O_RDONLY) if place.exists() else None
        self._ready = self._others = 0.0
        self.take()

    def take(self) -> float:
        """Returns the milliseconds since the last time."""
        if self._file is None:
            return 0.0
        ready = int(os.pread(self._file, 99, 0).split()[1]) / 1e6
        others = (time.process_time() - time.thread_time()) * 1000
        waited, worked = ready - self._ready, others - self._others
        self._ready, self._others = ready, others
        return max(0.0, waited - worked)


class Heart(QObject):
    """Beats on the GUI thread, and notes the longest gap in milliseconds since `start`.

    `busiest`: the most processor time of this thread between two beats, in milliseconds. `own`: the longest gap without
    what this thread waited for other programs in it; `strangers`: the longest of those waits.
    """

    def __init__(self) -> None:
        super().__init__()
        self._strangers = Strangers()
        self.own = self.strangers = 0.0
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self._used = 0.0
        self._is_beating = False
        self.longest = 0.0
        self.busiest = 0.0

    def start(self) -> None:
        self._last, self.longest = time.perf_counter(), 0.0
        self._used, self.busiest = time.thread_time(), 0.0
        self.own = self.strangers = 0.0
        self._strangers.take()
        self._is_beating = True
        self._timer.start()

    def stop(self) -> float:
        self._beat()
        self._is_beating = False
        self._timer.stop()
        return self.longest

    def waits_ms(self) -> float:
        """The time since the last beat; 0 while it does not beat. For any thread."""
        return (time.perf_counter() - self._last) * 1000 if self._is_beating else 0.0

    def _beat(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        gap, waited = (now - self._last) * 1000, self._strangers.take()
        self.own, self.strangers = max(self.own, gap - waited), max(self.strangers, waited)
        self.longest, self._last = max(self.longest, gap), now
        self.busiest, self._used = max(self.busiest, (used - self._used) * 1000), used


class Watcher:
    """Notes where the GUI thread stands while a beat is late, from a thread of its own; for `--where`."""

    def __init__(self, heart: Heart, late_ms: float) -> None:
        self._heart = heart
        self._late_ms = late_ms
        self._seen: Counter[str] = Counter()
        self._gui = threading.get_ident()
        threading.Thread(target=self._watch, daemon=True).start()

    def take(self) -> list[tuple[str, int]]:
        """The places since the last time, each with the milliseconds, most first."""
        seen, self._seen = self._seen, Counter()
        return seen.most_common(12)

    def _watch(self) -> None:
        while True:
            time.sleep(0.001)
            if self._heart.waits_ms() > self._late_ms:
                frames = traceback.extract_stack(sys._current_frames()[self._gui])
                ours = [f"{each.filename.rsplit('scoro_desktop/', 1)[-1]}:{each.lineno}" for each in frames]
                self._seen[" < ".join(ours[::-1][:6])] += 1


def loop_ms() -> float:
    """The processor time of a loop that is always the same: a virtual processor may have two speeds."""
    begun, total = time.thread_time(), 0
    for number in range(LOOP):
        total += number
    return (time.thread_time() - begun) * 1000


def run_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def run_for(seconds: float) -> None:
    end = time.monotonic() + seconds
    run_until(lambda: time.monotonic() > end)


def rest(seconds: float) -> None:
    """Lets the window work as it does by itself: it sleeps where nothing is to be done."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def rest_until(done: Callable[[], bool]) -> None:
    """The same until something holds. Raises TimeoutError."""
    end = time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        rest(LOOK_MS / 1000)


def bare_window(heart: Heart) -> float:
    """The longest gap of a window with nothing but a line that is typed into."""
    window = QMainWindow()
    line = QLineEdit()
    holder = QWidget()
    line.setParent(holder)
    window.setCentralWidget(holder)
    window.show()
    run_for(0.3)
    heart.start()
    for letter in "Typed while the disk stands still":
        QTest.keyClick(line, letter)
        run_for(0.05)
    longest = heart.stop()
    window.close()
    return longest
