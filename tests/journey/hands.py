"""The app as a process of its own, over the folder that is named first, with hands that do what is named second.

What happens is told on standard output, a word a line: "shown", "typed" (a draft), "kept" (two seconds later),
"arrived" (a message, at the sandbox, which then never answers), "minimized", and after that "restored" once the window,
or the dialog that holds it up, is there again and in front of all others. "stumble" tells in JSON what is said of
exceptions that nobody caught.
"""

import functools
import json
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scoro_desktop import app, command
from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.stored import at_rest

PROMISED_MS = 2000
SLOWEST_MS = 8 * PROMISED_MS
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


def minimize() -> None:
    """Minimizes the window, and tells when it is back."""
    window = the_window()
    window.showMinimized()

    def look() -> None:
        front = QApplication.activeModalWidget() or window
        if not window.isMinimized() and front.isVisible() and front.isActiveWindow():
            timer.stop()
            say("restored")

    timer = QTimer(window, interval=10)
    timer.timeout.connect(look)
    timer.start()
    say("minimized")


def ask() -> None:
    """Opens a dialog that holds the window up, and minimizes the window under it."""
    the_window().accounts.show()
    assert QApplication.activeModalWidget() is not None
    minimize()


class Falling:
    """Raises where nobody could catch it."""

    def __del__(self) -> None:
        raise LookupError("in a destructor")


def stumble() -> None:
    """Raises what nobody catches: in a slot, over and over; on a thread; in a destructor. Then tells what is shown."""
    window = the_window()
    assert window.current.keys is not None
    secret, title = window.current.keys.access_key, "great match"

    def in_a_slot() -> None:
        raise RuntimeError(f"{secret} in {title.title()}")

    def on_a_thread() -> None:
        raise OverflowError(f"{secret} beside {title.upper()}")

    def look() -> None:
        if all(kind in window.trouble.technical() for kind in ("RuntimeError", "OverflowError", "LookupError")):
            timer.stop()
            window.trouble.show_details()
            say(json.dumps({"bar": window.trouble_bar.text(), "technical": window.trouble.technical()}))

    timer = QTimer(window, interval=10)
    timer.timeout.connect(look)
    timer.start()
    for _ in range(12):
        QTimer.singleShot(0, in_a_slot)
    threading.Thread(target=on_a_thread).start()
    Falling()


def draft() -> None:
    write()
    say("typed")
    QTimer.singleShot(PROMISED_MS, functools.partial(say, "kept"))


def type_it() -> None:
    write()
    say("typed")


def count() -> None:
    """Has audiences counted again and again, so that one is said to whoever began to listen a moment later as well."""
    write()
    tab = the_window().tab

    def choose_another() -> None:
        other = {"android": "ios", "ios": "android"}[tab.audience.editor.toPlainText().split('"')[3]]
        tab.audience.editor.setPlainText(f'{{"deviceType": "{other}"}}')
        timer.setInterval(min(2 * timer.interval(), SLOWEST_MS))  # a busy computer may not have counted by now

    timer = QTimer(the_window(), interval=4 * PROMISED_MS)
    timer.timeout.connect(choose_another)
    timer.start()


def drafts() -> None:
    """Puts one message aside; names one in each tab, goes on with both, and leaves a condition of each half typed."""
    window = the_window()
    write()
    window.tools.new.click()
    for index, name in enumerate(("Black Friday", "Reminder")):
        window.tabs.setCurrentIndex(index)
        QTest.keyClicks(window.tab.form.first(), name)
        dialog = window.drafts.keep(window.tab)
        assert dialog is not None
        dialog.name.setText(name)
        dialog.buttons[0].click()
        at_rest()
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


def dumpable() -> None:
    """Says whether other programs may look into this process."""
    import ctypes

    say(f"dumpable {ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)}")  # PR_GET_DUMPABLE


ACTS: dict[str, Callable[[], None]] = {
    "show": show,
    "draft": draft,
    "drafts": drafts,
    "type": type_it,
    "count": count,
    "send": send,
    "minimize": minimize,
    "ask": ask,
    "stumble": stumble,
    "dumpable": dumpable,
}


def act_on(application: Application) -> None:
    """Shows the window, as always, and has something done in it: only the process that has one comes here."""
    show_window(application)
    QTimer.singleShot(0, ACTS[act])


if __name__ == "__main__":
    folder, act = sys.argv[1:]
    qt = make_qt()
    show_window = Application.show
    # Plainly, as each of the many processes would import asyncio for unittest.mock.
    vars(app)["Sandbox"] = never_answering
    Application.show = act_on  # type: ignore[assignment,method-assign]
    sys.exit(command.run(["--data-dir", folder]))
