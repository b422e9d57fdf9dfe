"""The editor for queries with a long query, beside a bare QPlainTextEdit and a bare json.loads, in the same run.

    python bench/query_editor.py [--keys N]

The editor is the one in the window, with the sandbox as the account and everything that listens to it: reading, the
count, the preview, the draft on the disk. Nothing is shown on a screen (Qt's "offscreen").

Into the middle of a query of 100 kB and of 1 MB, one id a line and all in one line, digits are typed with short and
long pauses, half of them while the query is whole and half behind a quote that breaks it. Taken are the time from each
key press until the editor has painted itself; the longest gap between two ticks of a timer of 1 ms, from the first key
press until the query is read and counted after the last; and the time from the quote until its mistake is marked.

Wanted: of the time to painted, p99 at most 1.5 times that of the bare editor or 16 ms, whichever is larger; no gap over
50 ms. The last lines say whether that holds; the process ends with 1 where it does not.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from scoro_desktop import app
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.audience.query_editor import QueryEditor
from scoro_desktop.ui.runtime.qt_application import make_qt, spare_the_window
from scoro_desktop.ui.window.main_window import MainWindow
from tests.storage.keyrings import MemoryKeyring

KEYS_EVERY_MS: Final = (60, 80, 130, 70, 300, 90, 180, 600)
"""As fingers do it: some keys fall together with what the editor does in a pause, others do not."""
FRAME_MS: Final = 16.0
STALL_MS: Final = 50.0
FACTOR: Final = 1.5
PATIENCE_S: Final = 30.0
SIZES: Final = {"100 kB": 5_000, "1 MB": 50_000}
"""The number of ids of 17 digits in a query of each size."""


def query(ids: int, *, one_line: bool) -> str:
    listed = [f"{number:017}" for number in range(ids)]
    return json.dumps({"_id": {"$in": listed}}, indent=None if one_line else 1)


class Painted:
    """The moment at which the editors last painted themselves."""

    at = 0.0


class BareEditor(QPlainTextEdit):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        Painted.at = time.perf_counter()


def watch_painting() -> None:
    """Has the editor of the app note the time as the bare one does."""
    paint = QueryEditor.paintEvent

    def noted(self: QueryEditor, event: QPaintEvent) -> None:
        paint(self, event)
        Painted.at = time.perf_counter()

    QueryEditor.paintEvent = noted  # type: ignore[method-assign]


@dataclass
class Measured:
    keys: list[float] = field(default_factory=list)
    stall: float = 0.0
    marked: float = 0.0

    def p(self, percent: int) -> float:
        return statistics.quantiles(self.keys, n=100, method="inclusive")[percent - 1]


class Gaps:
    """The longest time between two ticks of a timer of 1 ms, in ms."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start(1)

    def stop(self) -> None:
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def spin(until: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Lets the window work until something holds or the time is over."""
    end = time.perf_counter() + seconds
    while not until() and time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.0002)


def press(editor: QPlainTextEdit, key: str) -> float:
    """Presses a key; the milliseconds until the editor has painted itself."""
    start = time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(editor, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key))
    spin(lambda: Painted.at > start)
    return (Painted.at - start) * 1000


def type_digits(editor: QPlainTextEdit, keys: int, measured: Measured) -> None:
    for number in range(keys):
        begin = time.perf_counter()
        measured.keys.append(press(editor, str(number % 10)))
        pause = KEYS_EVERY_MS[number % len(KEYS_EVERY_MS)] / 1000
        spin(lambda: False, pause - (time.perf_counter() - begin))


def type_all(editor: QPlainTextEdit, keys: int, is_quiet: Callable[[], bool]) -> Measured:
    """Types digits, a quote and digits, into the middle."""
    measured = Measured()
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
    editor.setTextCursor(cursor)
    editor.setFocus()
    spin(lambda: False, 1.0)
    gaps = Gaps()
    gaps.start()
    type_digits(editor, keys // 2, measured)
    spin(is_quiet)
    start = time.perf_counter()
    measured.keys.append(press(editor, '"'))
    if isinstance(editor, QueryEditor):
        spin(lambda: bool(editor.extraSelections()))
        marked = time.perf_counter()
        spin(lambda: Painted.at > marked)
        measured.marked = (Painted.at - start) * 1000
    type_digits(editor, keys // 2, measured)
    spin(is_quiet)
    spin(lambda: False, 1.5)
    gaps.stop()
    measured.stall = gaps.longest
    return measured


def bare(text: str, keys: int) -> Measured:
    editor = BareEditor()
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(13)
    editor.setFont(font)
    editor.resize(380, 300)
    editor.show()
    editor.setPlainText(text)
    measured = type_all(editor, keys, lambda: True)
    editor.close()
    return measured


def in_the_window(window: MainWindow, text: str, keys: int) -> Measured:
    panel = window.tab.audience
    editor = panel.editor
    panel.load("devices", everyone=False, text=text, mode="json")
    spin(lambda: panel.json.reading() is not None)
    spin(lambda: window.tab.live_count.count.state.value == "known")

    def is_quiet() -> bool:
        return panel.json.reading() is not None and window.tab.live_count.count.state.value != "counting"

    return type_all(editor, keys, is_quiet)


def loads_ms(text: str) -> float:
    times = []
    for _ in range(7):
        start = time.perf_counter()
        json.loads(text)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def verdicts(name: str, editor: Measured, plain: Measured) -> Iterator[tuple[bool, str]]:
    limit = max(FRAME_MS, FACTOR * plain.p(99))
    yield editor.p(99) <= limit, f"{name}: key to painted p99 {editor.p(99):.1f} ms, at most {limit:.1f} ms"
    yield editor.stall <= STALL_MS, f"{name}: longest stall {editor.stall:.0f} ms, at most {STALL_MS:.0f} ms"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=int, default=100)
    options = parser.parse_args()
    qt = make_qt()
    watch_painting()
    told: list[tuple[bool, str]] = []
    head = f"{'':<22}{'key to painted, ms':^28}{'stall, ms':^18}{'marks, ms':>10}{'json.loads':>12}"
    print(head)
    print(f"{'':<22}{'p50':>7}{'p99':>7}{'bare':>7}{'ratio':>7}{'':>4}{'':>5}{'bare':>9}")
    with tempfile.TemporaryDirectory() as folder:
        running = app.Application(qt, Path(folder), vault=Vault(MemoryKeyring()))
        running.window.resize(1280, 800)
        running.show()
        spare_the_window()
        for size, ids in SIZES.items():
            for one_line in (False, True):
                text = query(ids, one_line=one_line)
                name = f"{size}, {'one line' if one_line else 'a line each'}"
                # A key in a long line of a bare editor takes half a second: some tell enough.
                plain = bare(text, 15 if one_line else options.keys)
                mine = in_the_window(running.window, text, options.keys)
                print(
                    f"{name:<22}{mine.p(50):>7.1f}{mine.p(99):>7.1f}{plain.p(99):>7.1f}"
                    f"{mine.p(99) / plain.p(99):>7.2f}{mine.stall:>9.0f}{plain.stall:>9.0f}"
                    f"{mine.marked:>10.0f}{loads_ms(text):>12.1f}",
                    flush=True,
                )
                told += verdicts(name, mine, plain)
        running.close()
    if hasattr(os, "getloadavg"):
        print(
            f"\nload of the machine over the last five minutes: {os.getloadavg()[1]:.1f} on {os.cpu_count()} processors"
        )
    print()
    for holds, words in told:
        print("holds " if holds else "FAILS ", words)
    return 0 if all(holds for holds, _ in told) else 1


if __name__ == "__main__":
    sys.exit(main())
