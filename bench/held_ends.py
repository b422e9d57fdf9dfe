"""The end and the start of the app while another program holds the database, for `stalls.py`; neither can hang it.

A question is answered after a second, by staying, and the window is closed again once the lock is over.
"""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from heartbeat import Heart, NoKeyring, rest, run_for, run_until
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QWidget

from scoro_desktop.app import Application, wait_for_file
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.storage.threads import Meanwhile
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.start.waiting import FileDialog
from scoro_desktop.ui.window.main_window import MainWindow

ANSWERED_MS = 1000
BEYOND_S = 30.0


@contextlib.contextmanager
def held(path: Path, seconds: float, *, for_readers_too: bool = False) -> Iterator[None]:
    """Holds the database for so long: nobody else may write, nor read where that is wanted."""
    holds = threading.Event()

    def hold() -> None:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=BEYOND_S)) as other:
            if for_readers_too:
                other.execute("PRAGMA locking_mode = EXCLUSIVE")
            other.execute("BEGIN EXCLUSIVE")
            other.execute("PRAGMA user_version = 0")
            holds.set()
            time.sleep(seconds)
            other.execute("ROLLBACK")

    thread = threading.Thread(target=hold, daemon=True)
    thread.start()
    holds.wait(BEYOND_S)
    yield
    thread.join(seconds + BEYOND_S)


def opened(folder: Path, qt: QApplication, patience: Meanwhile | None = None) -> Application:
    """Starts the app."""
    return Application(qt, folder, vault=Vault(NoKeyring()), with_sandbox=False, meanwhile=patience)  # type: ignore[arg-type]


def gone(application: Application) -> None:
    """Closes the app, and has its window deleted now: 850 widgets amid what is measured next took 40 ms of it."""
    application.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def written_to(application: Application, words: str) -> None:
    """Writes a title, which is a draft a second later."""
    application.show()
    run_until(lambda: application.window.is_complete)
    title = application.window.tab.form.first()
    assert isinstance(title, QLineEdit)
    title.setText(words)


def closing(folder: Path, qt: QApplication, heart: Heart, lock: float) -> tuple[float, str]:
    """The longest gap while the window closes, and how soon it was gone, the process after it, and what was asked."""
    application = opened(folder, qt)
    written_to(application, "Before the lock")
    run_for(2.0)
    title = application.window.tab.form.first()
    assert isinstance(title, QLineEdit)
    asked: list[str] = []

    def answer() -> None:
        boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]
        for each in boxes:
            asked.append(each.text().split(".")[0])
            each.reject()
        if not boxes and time.monotonic() > begun + lock:
            application.window.close()

    answers = QTimer(interval=ANSWERED_MS)
    answers.timeout.connect(answer)
    with held(folder / DATABASE, lock):
        title.setText("In the last second before closing")
        begun = time.monotonic()
        answers.start()
        heart.start()
        application.window.close()
        while application.window.isVisible() and time.monotonic() < begun + lock + BEYOND_S:
            rest(0.01)
        gone_s, gap = time.monotonic() - begun, heart.stop()
        answers.stop()
        gone(application)
        ended_s = time.monotonic() - begun
    questions = f", asked: {'; '.join(asked)}" if asked else ""
    again = opened(folder, qt)
    again.show()
    run_until(lambda: again.window.is_complete)
    first = again.window.tab.form.first()
    kept = first.text() if isinstance(first, QLineEdit) else ""
    gone(again)
    return gap, f"window gone after {gone_s:.1f} s, ended after {ended_s:.1f}{questions}; kept: {kept}"


def starting(folder: Path, qt: QApplication, heart: Heart, lock: float) -> tuple[float, str]:
    """The longest gap while the start waits, how soon a window was there, what it says, and how soon the app was."""
    seen: list[tuple[float, QWidget]] = []
    said: list[str] = []
    gaps: list[float] = []

    def watched(ended: threading.Event) -> None:
        if seen:
            heart.start()
        wait_for_file(qt, folder, ended)
        if seen:
            gaps.append(heart.stop())

    def look() -> None:
        for each in QApplication.topLevelWidgets():
            if not seen and isinstance(each, FileDialog | MainWindow) and each.isVisible():
                seen.append((time.monotonic() - begun, each))
                said.append("".join(label.text() for label in each.findChildren(QLabel)[:1]).split(":")[0])
                heart.start()

    looks = QTimer(interval=20)
    looks.timeout.connect(look)
    looks.start()
    with held(folder / DATABASE, lock, for_readers_too=True):
        begun = time.monotonic()
        application = opened(folder, qt, watched)
        application.show()
        run_until(lambda: application.window.is_complete)
        whole_s = time.monotonic() - begun
    looks.stop()
    gone(application)
    first_s = seen[0][0] if seen else whole_s
    return max(gaps, default=0.0), f"a window after {first_s:.1f} s ({''.join(said)}), the app after {whole_s:.1f}"
