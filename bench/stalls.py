"""Measures for how long the window stands still while the disk does, beside a bare window in the same run.

    python bench/stalls.py [--locks 3 10 30] [--syncs 0.1 1]

A timer on the GUI thread beats every 5 ms; the longest gap between beats, less that of a bare window with a line that
is typed into, is the stall. At each moment (typing, opening the confirmation, Send, the answer, filtering the history,
the calendar, a list of the library, keeping a template and a plan) another connection holds the database
(`BEGIN EXCLUSIVE`), as another program would, or each COMMIT takes so much longer as a disk takes to sync: a sleep in
the thread that commits, put there from here, since Python can load no VFS of SQLite by itself. "says" is what the
window tells 0.8 s later. With a lock the app is closed as well, and started (bench/held_ends.py).

Ends with 1 where a stall is 50 ms or more.
"""

import argparse
import contextlib
import os
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from heartbeat import PATIENCE_S, Heart, NoKeyring, bare_window, run_for, run_until
from held_ends import closing, starting
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox

from scoro_desktop import app
from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.storage import database
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.later.later_dialog import LaterDialog
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.sending.later_confirm import LaterConfirmDialog
from scoro_desktop.ui.templates.save_dialog import SaveDialog

LIMIT_MS = 50.0
Dialog = TypeVar("Dialog", bound=QDialog)
QUERY = '{"deviceType": "android"}'


class SlowDisk:
    """Lets each COMMIT take so many seconds more."""

    seconds = 0.0

    @classmethod
    def install(cls) -> None:
        plain = database.Connection.execute

        def execute(connection: sqlite3.Connection, sql: str, *values: object) -> sqlite3.Cursor:
            if cls.seconds and sql.startswith("COMMIT"):
                time.sleep(cls.seconds)
            return plain(connection, sql, *values)  # type: ignore[arg-type]

        database.Connection.execute = execute  # type: ignore[method-assign, assignment]


@contextlib.contextmanager
def locked(path: Path, seconds: float, waits_for: threading.Event | None = None) -> Iterator[threading.Thread]:
    """Holds the database from the beginning, or from a moment that is told, for so long."""
    holds = threading.Event()

    def hold() -> None:
        if waits_for is not None:
            waits_for.wait(PATIENCE_S)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=PATIENCE_S)) as other:
            other.execute("BEGIN EXCLUSIVE")
            holds.set()
            time.sleep(seconds)
            other.execute("ROLLBACK")

    thread = threading.Thread(target=hold, daemon=True)
    thread.start()
    if waits_for is None:
        holds.wait(PATIENCE_S)
    yield thread
    if waits_for is not None:
        waits_for.set()
    run_until(lambda: not thread.is_alive())


class Stage:
    """The window over a folder of its own, with a send behind it."""

    def __init__(self, folder: Path, qt: QApplication) -> None:
        self.path = folder / DATABASE
        self.qt = qt
        self.arrived = threading.Event()
        self.sandbox = Sandbox()
        self.sandbox.on_delivery(self.arrived.set)
        app.Sandbox = lambda: self.sandbox  # type: ignore[misc, assignment]
        self.application = Application(qt, folder, vault=Vault(NoKeyring()))  # type: ignore[arg-type]
        self.window = self.application.window
        self.window.show()
        run_for(1.0)
        self.number = 0

    def compose(self) -> None:
        self.number += 1
        title = self.window.tab.form.first()
        assert isinstance(title, QLineEdit)
        title.selectAll()
        QTest.keyClicks(title, f"Message {self.number}")
        self.window.tab.audience.editor.replace(QUERY)
        run_until(lambda: self.window.tab.live_count.count.state.value == "known")
        run_for(1.5)  # the draft is kept by then

    def confirmation(self) -> ConfirmDialog:
        dialog = self.window.send()
        assert dialog is not None, self.window.footer.text()
        return dialog

    def ready(self) -> ConfirmDialog:
        dialog = self.confirmation()
        run_until(dialog.send_button.isEnabled)
        return dialog

    def said(self) -> str:
        words = [self.window.footer.text()]
        words += [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        for sign in (
            "Recording it in",
            "Checking whether",
            "Reading the history",
            "Waiting for the file",
            "is not saved",
        ):
            if any(sign in each for each in words):
                return sign
        return ""

    def planned(self) -> LaterConfirmDialog:
        """The confirmation of a plan for tomorrow, counted."""
        self.window.commands["message.later"].trigger()
        run_until(lambda: bool(self.visible(LaterDialog)))
        run_until(self.visible(LaterDialog)[0].take.isEnabled)
        self.visible(LaterDialog)[0].take.click()
        run_until(lambda: bool(self.visible(LaterConfirmDialog)))
        dialog = self.visible(LaterConfirmDialog)[0]
        run_until(dialog.send_button.isEnabled)
        return dialog

    def template(self) -> SaveDialog:
        """A template with a name, about to be kept."""
        self.window.tools.keep_template.trigger()
        run_until(lambda: bool(self.visible(SaveDialog)))
        dialog = self.visible(SaveDialog)[0]
        dialog.name.setText(f"Template {self.number}")
        return dialog

    def visible(self, kind: type[Dialog]) -> list[Dialog]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]

    def close_boxes(self) -> None:
        for box in self.window.findChildren(QMessageBox):
            box.close()

    def idle(self) -> bool:
        services = self.window._services
        sender = getattr(services, "dispatch", None) or services.sender
        waiting = getattr(getattr(services, "storage", None), "_waiting", 0)
        return not sender.under_way and not waiting


Act = Callable[[Stage], None]


def typing(stage: Stage) -> None:
    title = stage.window.tab.form.first()
    for letter in "Typed while the disk stands still":
        QTest.keyClick(title, letter)
        run_for(0.05)


def opening(stage: Stage) -> None:
    stage.confirmation()
    run_for(1.0)


def filtering(stage: Stage) -> None:
    search = next(each for each in stage.window.history.findChildren(QLineEdit) if "history" in each.accessibleName())
    search.setText("message" if search.text() != "message" else "")
    run_for(1.0)


def looking_at_the_month(stage: Stage) -> None:
    stage.window.commands["history.calendar"].trigger()
    run_for(1.0)
    stage.window.commands["page.compose"].trigger()


def listing(stage: Stage) -> None:
    stage.window.commands["templates.open"].trigger()
    run_for(1.0)
    stage.window.commands["page.compose"].trigger()


def measure(stage: Stage, act: Act, bare: float, heart: Heart, fault: Callable[[], object]) -> tuple[float, str]:
    """The stall in milliseconds less a bare window's, and what was said."""
    said: list[str] = []
    heart.start()
    with fault():  # type: ignore[attr-defined]
        QTimer.singleShot(800, lambda: said.append(stage.said()))  # an act may wait in a loop of its own
        act(stage)
        run_until(lambda: bool(said))
    run_until(stage.idle)
    run_for(0.3)
    stall = heart.stop() - bare
    stage.close_boxes()
    for dialog in stage.window.findChildren(ConfirmDialog):
        dialog.reject()
    run_for(0.2)
    return stall, "".join(said)


def all_moments(stage: Stage, bare: float, heart: Heart, lock: float, sync: float) -> Iterator[tuple[str, float, str]]:
    def held() -> object:
        return locked(stage.path, lock) if lock else contextlib.nullcontext()

    def held_from_the_arrival() -> object:
        stage.arrived.clear()
        return locked(stage.path, lock, stage.arrived) if lock else contextlib.nullcontext()

    SlowDisk.seconds = sync
    yield "typing", *measure(stage, typing, bare, heart, held)
    stage.compose()
    yield "opening the confirmation", *measure(stage, opening, bare, heart, held)
    stage.compose()
    dialog = stage.ready()
    yield "Send", *measure(stage, lambda _stage: dialog.send_button.click(), bare, heart, held)
    stage.compose()
    dialog = stage.ready()
    yield "the answer", *measure(stage, lambda _stage: dialog.send_button.click(), bare, heart, held_from_the_arrival)
    yield "filtering the history", *measure(stage, filtering, bare, heart, held)
    yield "the calendar", *measure(stage, looking_at_the_month, bare, heart, held)
    yield "a list of the library", *measure(stage, listing, bare, heart, held)
    stage.compose()
    keeping = stage.template()
    yield "keeping a template", *measure(stage, lambda _stage: keeping.save.click(), bare, heart, held)
    stage.compose()
    plan = stage.planned()
    yield "keeping a plan", *measure(stage, lambda _stage: plan.send_button.click(), bare, heart, held)
    SlowDisk.seconds = 0.0
    if not sync:
        with tempfile.TemporaryDirectory(prefix="stalls-") as folder:
            for name, act in (("closing", closing), ("starting", starting)):
                gap, said = act(Path(folder), stage.qt, heart, lock)
                yield name, gap - bare, said


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--locks", type=float, nargs="*", default=[3, 10, 30], metavar="S")
    parser.add_argument("--syncs", type=float, nargs="*", default=[0.1, 1.0], metavar="S")
    chosen = parser.parse_args(arguments)
    qt = make_qt()
    heart = Heart()
    bare = bare_window(heart)
    SlowDisk.install()
    worst = 0.0
    sys.stdout.write(f"a bare window's longest gap: {bare:.0f} ms\n")
    with tempfile.TemporaryDirectory(prefix="stalls-") as folder:
        stage = Stage(Path(folder), qt)
        stage.compose()
        stage.ready().send_button.click()
        run_until(stage.idle)
        run_for(1.0)
        faults = [(0.0, 0.0), *((lock, 0.0) for lock in chosen.locks), *((0.0, sync) for sync in chosen.syncs)]
        for lock, sync in faults:
            name = f"locked {lock:g} s" if lock else f"{sync * 1000:g} ms a sync" if sync else "nothing in the way"
            for moment, stall, said in all_moments(stage, bare, heart, lock, sync):
                sys.stdout.write(f"{name:20} {moment:26} {stall:8.0f} ms  {said}\n")
                sys.stdout.flush()
                worst = max(worst, stall)
        stage.application.close()
    sys.stdout.write(f"worst: {worst:.0f} ms over a bare window's\n")
    return 0 if worst < LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
