"""The app as a process of its own, over the folder that is named first, with hands that do what is named second.

What happens is told on standard output, a word a line: "shown", "typed" (a draft), "kept" (two seconds later),
"arrived" (a message, at the sandbox, which then never answers).
"""

import functools
import sys
import threading
from collections.abc import Callable
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scoro_desktop import app
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.ui.main_window import MainWindow

PROMISED_MS = 2000
"""product.md: a crash loses no keystroke older than this."""


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def the_window() -> MainWindow:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))


def write() -> None:
    tab = the_window().tab
    QTest.keyClicks(tab.form.first(), "Great match!")
    QTest.keyClicks(tab.audience.editor, '{"deviceType": "ios"}')


def show() -> None:
    assert the_window().isVisible()
    say("shown")


def draft() -> None:
    write()
    say("typed")
    QTimer.singleShot(PROMISED_MS, functools.partial(say, "kept"))


def drafts() -> None:
    """Puts one message aside; names one in each tab, goes on with both, and leaves a condition of each half typed."""
    window = the_window()
    write()
    window.bar.new.click()
    for index, name in enumerate(("Black Friday", "Reminder")):
        window.tabs.setCurrentIndex(index)
        QTest.keyClicks(window.tab.form.first(), name)
        dialog = window.drafts.keep(window.tab)
        assert dialog is not None
        dialog.name.setText(name)
        dialog.buttons[0].click()
        window.tab.audience.by_conditions.click()
        row = window.tab.audience.conditions.builder.root.append_condition()
        QTest.keyClicks(row.field, f"field{index}")
        QTest.keyClicks(window.tab.form.first(), ", and more")
    say("typed")
    QTimer.singleShot(PROMISED_MS, functools.partial(say, "kept"))


def send() -> None:
    write()
    dialog = the_window().send()
    assert dialog is not None
    dialog.counted.connect(dialog.send_button.click)


def never_answering() -> Sandbox:
    """A sandbox that takes a message and does not answer, and tells of it once it has it."""
    sandbox = Sandbox(delay_s=600)
    told = threading.Event()

    def tell() -> None:
        if not told.is_set():
            told.set()
            say("arrived")

    sandbox.on_delivery(tell)
    return sandbox


ACTS: dict[str, Callable[[], None]] = {"show": show, "draft": draft, "drafts": drafts, "send": send}


if __name__ == "__main__":
    folder, act = sys.argv[1:]
    qt = app.make_qt()
    QTimer.singleShot(0, ACTS[act])
    with patch.object(app, "Sandbox", never_answering):
        sys.exit(app.run(["--data-dir", folder]))
