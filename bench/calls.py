"""Counts the functions of ours that an act in the window calls until it is idle again, timers and threads included.

    python bench/calls.py [--files ACT] [--only letters|sends]

The app runs over its sandbox, offscreen and 1280 pixels wide: a push with both platforms on, to an audience of three
conditions, its preview in sight. Calls of functions in `scoro_desktop/` are counted on every thread; those of the
sandbox are not, which stands for the server. A generator counts once, however often it goes on. Each act is done twice
unseen and then three times counted; the middle of the three is printed beside its budget. The server is held up until
the window is idle, so that a letter in the audience and the count that it leads to are counted apart. Idle is a window
in which nothing of ours was called for 1.3 seconds: longer than the pause before a draft is saved.

`--files` names an act, and prints its calls by file; "all" does so for each. It ends with 1 where a budget is missed.
"""

import argparse
import contextlib
import inspect
import opcode
import os
import statistics
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Final
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from scoro_desktop import app
from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sandbox import selecting
from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.scorocode.limiter import Limits
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.ui.sending import overlap_flow
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.sending.overlap_flow import OverlapFlow
from scoro_desktop.wire import JsonObject

OURS: Final = str(Path(app.__file__).parent) + os.sep
LEFT_OUT: Final = (OURS + "sandbox" + os.sep, OURS + str(Path("ui", "runtime", "garbage.py")))
"""Modules left out: those that stand for the server, and a clock that ticks whether anything is done or not."""
QUIET_MS: Final = 1300
LOOK_MS: Final = 50
PATIENCE_MS: Final = 60_000
UNSEEN: Final = 2
COUNTED: Final = 3
LETTER: Final = 200
"""Calls that a letter may take anywhere."""
BESIDE: Final = "what stands beside it"
"""Up to four look-ups, for the pushes that are left and for three of the last sends, a second and a half after the
count: by chance that was still the same act, or not. It is an act of its own here."""
QUERY: Final = '{"deviceType": "android", "city": {"$ne": "Perm"}, "appVersion": {"$ne": "1.0"}}'
BODY: Final[JsonObject] = {
    "coll": "devices",
    "msg": {
        "data": {
            "gcm": {"notification": {"title": "Great match", "body": "Tickets are half price until"}},
            "apns": {"aps": {"alert": {"title": "Great match", "body": "Tickets are half price until"}}},
        }
    },
}
BUDGETS: Final = {
    "a letter in a title": LETTER,
    "a letter in a body": LETTER,
    "a letter in a query": LETTER,
    "a letter in a condition": LETTER,
    "an answered count": 4018 // 4,
    "Send to the dialog's count": 3291 // 4,
    BESIDE: 4 * LETTER,
    "confirm to the settled row": 6189 // 4,
    "use again": 4939 // 4,
}
"""A quarter, for all but letters and look-ups, of what they took in November 2026, before there was a composition."""


class Calls:
    """The calls of our functions, on all threads: a list, since to append to one is a single step for any thread."""

    def __init__(self) -> None:
        self.made: list[CodeType] = []

    def total(self) -> int:
        return len(self.made)

    def by_file(self) -> list[tuple[str, int]]:
        return Counter(code.co_filename.removeprefix(OURS) for code in self.made).most_common()


class Counting:
    """Puts each call of a function of ours into `into`, from whichever thread it comes, however long that runs."""

    def __init__(self) -> None:
        self.into = Calls()
        self._ours: dict[CodeType, bool] = {}

    def start(self) -> None:
        if sys.version_info >= (3, 12):
            tool, event = sys.monitoring.PROFILER_ID, sys.monitoring.events.PY_START
            sys.monitoring.use_tool_id(tool, "calls")
            sys.monitoring.register_callback(tool, event, lambda code, _offset: self._note(code))
            sys.monitoring.set_events(tool, event)
        else:
            threading.setprofile(self._called)
            sys.setprofile(self._called)

    def stop(self) -> None:
        if sys.version_info >= (3, 12):
            sys.monitoring.set_events(sys.monitoring.PROFILER_ID, 0)
            sys.monitoring.free_tool_id(sys.monitoring.PROFILER_ID)
        else:
            sys.setprofile(None)
            threading.setprofile(None)

    def _called(self, frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and not goes_on(frame):
            self._note(frame.f_code)

    def _note(self, code: CodeType) -> None:
        ours = self._ours.get(code)
        if ours is None:
            name = code.co_filename
            ours = self._ours[code] = name.startswith(OURS) and not name.startswith(LEFT_OUT)
        if ours:
            self.into.made.append(code)


def goes_on(frame: FrameType) -> bool:
    """Tells whether a generator goes on where it had stopped, rather than begins."""
    if not frame.f_code.co_flags & inspect.CO_GENERATOR:
        return False
    instruction, after_what = frame.f_code.co_code[frame.f_lasti : frame.f_lasti + 2]
    return instruction == opcode.opmap["RESUME"] and after_what != 0  # 0: at the beginning (dis, "RESUME")


class MemoryKeyring:
    """A keyring that is gone with the process."""

    def __init__(self) -> None:
        self._items: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self._items.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self._items[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        del self._items[service, name]


class Gate:
    """Holds up everything that would ask the server, until it is opened."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self.waiting = 0
        self._make = app.make_client

    def make_client(self, account: Account, keys: Keys, limits: Limits, *, gives_way: bool = False) -> object:
        self.waiting += 1
        self._open.wait()
        self.waiting -= 1
        return self._make(account, keys, limits, gives_way=gives_way)

    def close(self) -> None:
        self._open.clear()

    def open(self) -> None:
        self._open.set()


@dataclass
class Measure:
    """One counted act."""

    name: str
    runs: list[Calls]

    @property
    def middle(self) -> Calls:
        return sorted(self.runs, key=Calls.total)[len(self.runs) // 2]


class Stage:
    """The window, and hands that act on it."""

    def __init__(self, application: Application, gate: Gate, counting: Counting) -> None:
        self.window = application.window
        self.gate = gate
        self.counting = counting
        self.tab = self.window.tab
        self.measures: dict[str, Measure] = {}

    def wait(self, until: Callable[[], bool] = lambda: True) -> None:
        """Lets the window work until nothing of ours was called for `QUIET_MS`, and `until` holds."""
        loop = QEventLoop()
        last, quiet, waited = -1, 0, 0

        def look() -> None:
            nonlocal last, quiet, waited
            now = self.counting.into.total()
            quiet = quiet + LOOK_MS if now == last else 0
            last, waited = now, waited + LOOK_MS
            if waited > PATIENCE_MS:
                sys.exit(
                    f"the window did not come to rest: {self.window.footer.text()} {self.tab.live_count.count.failure}"
                )
            if quiet >= QUIET_MS and until():
                loop.quit()

        timer = QTimer(interval=LOOK_MS)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(look)
        timer.start()
        loop.exec()

    def count(self, name: str, act: Callable[[], object], until: Callable[[], bool] = lambda: True) -> None:
        """Does an act and counts the calls until the window is idle."""
        calls = self.counting.into = Calls()
        act()
        self.wait(until)
        self.counting.into = Calls()
        self.measures.setdefault(name, Measure(name, [])).runs.append(calls)

    def set_up(self) -> None:
        self.window.tab.load(Request.from_wire(Channel.PUSH, BODY), everyone=False, query_text=QUERY)
        self.tab.audience.by_conditions.click()
        self.wait(self.is_counted)

    def is_counted(self) -> bool:
        return self.tab.live_count.count.state.value == "known"

    def letter(self, name: str, widget: QWidget, letter: str, *, leads_to_a_count: bool = False) -> None:
        """Types a letter often enough; with the count that it leads to, which is an act of its own."""
        for _ in range(UNSEEN + COUNTED):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self.wait(self.is_counted)
            self.gate.close()
            self.count(name, lambda: QTest.keyClicks(widget, letter))
            if leads_to_a_count:
                self.count("an answered count", self.gate.open, self.is_counted)
            self.gate.open()

    def conditions(self) -> list[ConditionRow]:
        found = self.tab.audience.conditions.builder.findChildren(ConditionRow)
        return [each for each in found if each.isVisible()]

    def letters(self) -> None:
        form = self.tab.form
        self.letter("a letter in a title", form.first(), "x")
        body = form.owner(("msg", "data", "gcm", "notification", "body"))
        assert body is not None
        self.letter("a letter in a body", body.edit(), "x")
        line = self.conditions()[1].value.findChildren(QLineEdit)[-1]
        self.letter("a letter in a condition", line, "x", leads_to_a_count=True)
        self.tab.audience.by_query.click()
        editor = self.tab.audience.editor
        text = editor.text()
        cursor = editor.textCursor()
        cursor.setPosition(text.index("Perm") + 1)
        editor.setTextCursor(cursor)
        self.letter("a letter in a query", editor, "x", leads_to_a_count=True)

    def sends(self) -> None:
        for _ in range(UNSEEN + COUNTED):
            self.set_up()
            title = self.tab.form.first()
            title.setFocus(Qt.FocusReason.OtherFocusReason)
            QTest.keyClicks(title, "!" * (len(self.measures.get("use again", Measure("", [])).runs) + 1))
            self.wait(self.is_counted)
            self.count("Send to the dialog's count", self.window.footer.send.click, self.dialog_counted)
            dialog = self.dialog()
            beside = dialog.findChild(OverlapFlow)
            assert beside is not None
            self.count(BESIDE, beside._look_beside)
            if dialog.again.isVisible():
                dialog.again.click()
            self.wait()
            self.count("confirm to the settled row", dialog.send_button.click, self.is_settled)
            table = self.window.history.table
            table.selectRow(0)
            self.wait()
            again = next(each for each in self.window.history.findChildren(QPushButton) if each.text() == "Use again")
            self.gate.close()
            self.count("use again", again.click)
            self.gate.open()
            self.wait(self.is_counted)

    def dialog(self) -> ConfirmDialog:
        return next(each for each in self.window.findChildren(ConfirmDialog) if each.isVisible())

    def dialog_counted(self) -> bool:
        return self.dialog().count is not None

    def is_settled(self) -> bool:
        return not self.window._services.dispatch.under_way


@contextlib.contextmanager
def running() -> Iterator[Stage]:
    qt = make_qt()
    qt.setCursorFlashTime(0)  # a cursor that blinks is no rest
    gate = Gate()
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.object(app, "make_client", gate.make_client),
        patch.object(selecting, "QUERY_S", PATIENCE_MS / 1000),
        patch.object(overlap_flow, "BESIDE_MS", 10 * PATIENCE_MS),
    ):
        application = Application(qt, Path(folder), vault=Vault(MemoryKeyring()))  # type: ignore[arg-type]
        application.window.resize(1280, 800)
        application.show()
        application.window.activateWindow()
        counting = Counting()
        counting.start()
        stage = Stage(application, gate, counting)
        try:
            yield stage
        finally:
            counting.stop()
            gate.open()
            application.close()
            qt.processEvents()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", default="", help="the act whose calls are printed by file, or all")
    parser.add_argument("--only", choices=("letters", "sends"), help="half of the acts")
    options = parser.parse_args()
    wanted = options.files
    with running() as stage:
        stage.set_up()
        if options.only != "sends":
            stage.letters()
        if options.only != "letters":
            stage.sends()
    missed = 0
    for name, budget in BUDGETS.items():
        if name not in stage.measures:
            continue
        runs = [each.total() for each in stage.measures[name].runs[UNSEEN:]]
        middle = round(statistics.median(runs))
        missed += middle > budget
        spread = f"{min(runs)} to {max(runs)}"
        print(f"{name:<28}{middle:>6} of {budget:>5}  ({spread})" + ("  missed" if middle > budget else ""))
        if wanted in {name, "all"}:
            for file, times in stage.measures[name].middle.by_file():
                print(f"    {times:>5}  {file}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
