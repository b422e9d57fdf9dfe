"""Runs in the process that `start.py` measures, beside a bare window or the app, and tells when what was there.

    python bench/start_probe.py bare|app BEGUN [arguments of the app]

BEGUN: the moment of `time.monotonic_ns()` at which the process was started. A letter is typed as soon as a line has the
keyboard; one line of JSON is printed once the frame with the letter in it and the whole window are painted. Nothing
else is imported before the app imports it. START_PROBE in the environment: "ends" ends it with that frame; "where"
prints the processor time of the way there instead, by what it went into; "seen" opens a bare window and does no more,
for who types and looks from outside.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

KIND, BEGUN = sys.argv[1], int(sys.argv[2])
found: dict[str, float] = {}


def since() -> float:
    """Milliseconds since the process was started."""
    return (time.monotonic_ns() - BEGUN) / 1_000_000


def watch() -> None:
    """Types as soon as that can be done, and notes the frames. Called when the event loop is about to begin."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

    found["loop"] = since()
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow))

    class Eye(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Paint and "typed" not in found:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, typed)
            return False

    eye = Eye(window)

    def press(line: QLineEdit, key: Qt.Key, letter: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(line, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))

    def type_it() -> None:
        line = window.focusWidget()
        if not isinstance(line, QLineEdit):
            QTimer.singleShot(0, type_it)
            return
        line.installEventFilter(eye)
        press(line, Qt.Key.Key_W, "W")
        if line.text() != "W":
            sys.exit("the letter did not arrive")

    def typed() -> None:
        if os.environ.get("START_PROBE") == "ends":
            os._exit(0)
        found["typed"], found["cpu"] = since(), time.process_time() * 1000
        found["modules"], found["widgets"] = len(sys.modules), len(QApplication.allWidgets())
        line = window.focusWidget()
        assert isinstance(line, QLineEdit)
        press(line, Qt.Key.Key_Backspace, "")  # the next start finds no draft
        seek()

    def seek() -> None:
        if getattr(window, "is_whole", True):
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, whole))
        else:
            QTimer.singleShot(1, seek)

    def whole() -> None:
        import json

        found["whole"] = since()
        found["whole_cpu"] = time.process_time() * 1000
        let_memory_be_counted()
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()

    QTimer.singleShot(0, type_it)


def let_memory_be_counted() -> None:
    """Opens what /proc has of this process to its own user: the app shuts it (`scoro_desktop/hardening.py`)."""
    import ctypes

    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # PR_SET_DUMPABLE


def patch() -> None:
    from PySide6.QtWidgets import QApplication

    plain = QApplication.exec

    def run(*_self: object) -> int:
        watch()
        return plain()

    QApplication.exec = run  # type: ignore[method-assign, assignment]


class Notice:
    """Patches the event loop once Qt's widgets were imported by whoever wants them, and no sooner."""

    @classmethod
    def find_spec(cls, name: str, path: object = None, target: object = None) -> object:
        if name != "PySide6.QtWidgets":
            return None
        sys.meta_path.remove(cls)  # type: ignore[arg-type]
        from importlib.machinery import PathFinder

        spec = PathFinder.find_spec(name, path, target)  # type: ignore[arg-type]
        assert spec is not None
        assert spec.loader is not None
        plain = spec.loader.exec_module

        def execute(module: object) -> None:
            plain(module)  # type: ignore[arg-type]
            patch()

        spec.loader.exec_module = execute  # type: ignore[method-assign, assignment]
        return spec


def bare() -> int:
    from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

    qt = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1280, 800)
    middle = QWidget()
    window.setCentralWidget(middle)
    line = QLineEdit(middle)
    line.resize(400, 30)
    window.show()
    line.setFocus()
    return qt.exec()


def where() -> int:
    """Prints the milliseconds of processor time until the window is shown, by what they went into."""
    import json

    spent: dict[str, float] = {}

    def timed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def work(*arguments: Any, **named: Any) -> Any:
            begun = time.process_time()
            try:
                return call(*arguments, **named)
            finally:
                spent[name] = spent.get(name, 0.0) + (time.process_time() - begun) * 1000

        return work

    def shown(self: Any) -> None:
        self.window.show()
        QApplication.processEvents()
        spent["all of it"] = time.process_time() * 1000
        sys.stdout.write(json.dumps(spent))
        sys.stdout.flush()
        os._exit(0)

    begun = time.process_time()
    from scoro_desktop.late_signatures import late_signatures

    with late_signatures():
        from PySide6.QtWidgets import QApplication

    from scoro_desktop.plain_imports import import_plainly

    import_plainly()
    spent["PySide6"] = (time.process_time() - begun) * 1000
    begun = time.process_time()
    from scoro_desktop import app, command

    spent["imports of the command"] = (time.process_time() - begun) * 1000
    from scoro_desktop.ui.window.main_window import MainWindow

    QApplication.setStyleSheet = timed("style sheet", QApplication.setStyleSheet)  # type: ignore[method-assign]
    app.Storage = timed("opening the database", app.Storage)  # type: ignore[misc]
    MainWindow.__init__ = timed("building, with its imports", MainWindow.__init__)  # type: ignore[method-assign]
    app.Application.show = shown  # type: ignore[method-assign]
    return command.run(sys.argv[3:])


def main() -> int:
    if os.environ.get("START_PROBE") == "seen":
        return bare()
    found["python"] = since()
    sys.meta_path.insert(0, Notice)  # type: ignore[arg-type]
    if KIND == "bare":
        return bare()
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    if os.environ.get("START_PROBE") == "where":
        return where()
    sys.argv = ["scoro-desktop", *sys.argv[3:]]
    from scoro_desktop.__main__ import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
