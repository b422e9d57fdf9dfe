"""Measures for how long a campaign of 100,000 rows holds the window up, and how long a send waits meanwhile.

    python bench/campaign_stalls.py [--rows N] [--people N] [--where]

The app runs offscreen against a sandbox of so many people in a process of its own; the list has them first, and numbers
that nobody has after them. A timer on the GUI thread beats every 5 ms (bench/heartbeat.py): "gap" is the longest time
between two beats less that of a bare window. "own": the same without what the GUI thread waited for a processor that
other programs had ("others" is the longest of those waits; Linux alone tells). "busy": the most processor time of the
GUI thread between two. "writes": the longest that a write of the storage thread waited and took, of one every 30 ms.
"above": megabytes of memory above those before the list was chosen. `--where` tells where the GUI thread stood.

Ends with 1 where the GUI thread was busy for more than 16 ms, or stood still by itself for as much longer than a bare
window, a write took more than 100 ms longer than without a campaign, or memory grew by more than 40 MB.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false;default.warning=true;*.info=false")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from heartbeat import Heart, Watcher, rest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sandbox import crowd
from scoro_desktop.scorocode.account import REQUESTS_PER_SECOND_MAX, AccessKind, Account, Environment, Keys
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.settings import Settings
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.runtime.qt_application import make_qt, spare_the_window
from tests.storage.keyrings import MemoryKeyring

LIMIT_MS: Final = 16.0
WRITE_MS: Final = 100.0
MEGABYTES: Final = 40.0
PATIENCE_S: Final = 1_800.0
BODY: Final = {"msg": {"text": "{{Имя|друг}}, ваша скидка {{скидка}} %"}}


def rest_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        rest(0.05)


def memory_mb() -> float:
    found = re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text("utf-8"))
    return int(found[1]) / 1024 if found else 0.0


def make_list(path: Path, rows: int, people: int) -> Path:
    phones = [str(each["phone"]) for each in crowd.population(people).users if each.get("phone")]
    lines = ["Телефон;Имя;скидка"]
    for number in range(rows):
        phone = phones[number] if number < len(phones) else f"+7999{number:07}"
        lines.append(f"{phone};Имя{number % 5000};{number % 90}")
    path.write_text("\r\n".join(lines), "utf-8")
    return path


class Writer:
    """Asks the storage thread for a small write every 30 ms, and notes the longest that one took."""

    def __init__(self, application: Application) -> None:
        self._storage = application.storage
        self.longest = 0.0
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def take(self) -> float:
        longest, self.longest = self.longest, 0.0
        return longest

    def end(self) -> None:
        self._ends.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._ends.wait(0.03):
            begun = time.perf_counter()
            self._storage.writer.wait_for(lambda stores: setattr(stores.settings, "history_open", True))
            self.longest = max(self.longest, (time.perf_counter() - begun) * 1000)


class Bench:
    def __init__(self, application: Application, *, where: bool) -> None:
        self.window = application.window
        self.heart = Heart()
        self.writer = Writer(application)
        self.watcher = Watcher(self.heart, LIMIT_MS) if where else None
        self.missed = False
        self.bare = self.bare_own = self.bare_write = self.idle_mb = 0.0

    def measure(self, name: str, act: Callable[[], object], done: Callable[[], bool] = lambda: True) -> None:
        self.writer.take()
        if self.watcher is not None:
            self.watcher.take()
        begun = time.perf_counter()
        self.heart.start()
        act()
        rest_until(done)
        rest(0.3)
        gap, busy, took = self.heart.stop() - self.bare, self.heart.busiest, time.perf_counter() - begun
        own, strangers = self.heart.own - self.bare_own, self.heart.strangers
        write, above = self.writer.take(), memory_mb() - self.idle_mb
        self.missed |= max(busy, own) > LIMIT_MS or write > self.bare_write + WRITE_MS or above > MEGABYTES
        print(
            f"{name:30} {took:7.1f} s  gap {gap:5.0f}  own {own:4.0f}  busy {busy:4.0f}  others {strangers:4.0f} ms  "
            f"writes {write:5.0f} ms  above {above:5.1f} MB",
            flush=True,
        )
        if self.watcher is not None:
            for place, times in self.watcher.take()[:6]:
                print(f"            {times:4} {place}", flush=True)


def go_through(bench: Bench, people: Path, folder: Path) -> None:
    window = bench.window
    bench.measure("nothing", lambda: rest(2.0))
    bench.bare, bench.bare_own, bench.bare_write = bench.heart.longest, bench.heart.own, bench.writer.longest
    window.messages.show(Channel.SMS)
    window.tab.load(Request.from_wire(Channel.SMS, dict(BODY)), everyone=False, query_text="")
    rest(1.5)
    bench.measure("Campaign…", window.campaigns.begin, lambda: not window.campaigns.is_opening)
    one, view = window.campaigns.one, window.campaigns.page.one
    rest(1.0)
    bench.idle_mb = memory_mb()
    bench.measure("choose the list", lambda: one.take_file(people), view.recipients.check.isEnabled)
    bench.measure("read, look up, check", view.recipients.check.click, lambda: view.check.is_checked)
    sums = [sums for sums in view.check.sums._sums if sums.count]
    for each in sums:
        name = f"open: {each.words[:22]}"
        bench.measure(name, lambda each=each: view.check.sums.choose(each.state, each.why), lambda: is_read(view.check))  # type: ignore[misc]
    view.check.sums.choose(None)
    rest(0.5)
    bench.measure("scroll", lambda: scroll(view.check.table), lambda: is_read(view.check))
    preview = view.check.preview
    bench.measure("the longest", preview.longest.emit)
    bench.measure("the shortest", preview.shortest.emit)
    export(bench, "export", view.check.export.click, folder / "checked.csv")
    ready = one.check.checked.sums.ready if one.check.checked is not None else 0
    view.check.demand.typed.setText(str(ready))
    rest(0.3)
    bench.measure("approve and start", view.check.start.click, view.running.pause.isVisible)
    bench.measure("run", lambda: rest(8.0))
    running = view.running
    bench.measure(
        "requests",
        lambda: running.which.setCurrentIndex(1),
        lambda: running.has_requests and bool(running.requests.model.rowCount()),  # not asked for before: that makes it
    )
    bench.measure("scroll requests", lambda: scroll(view.running.requests.table))
    bench.measure("run, requests seen", lambda: rest(4.0))
    view.running.which.setCurrentIndex(0)
    rest(0.5)
    bench.measure("scroll people", lambda: scroll(view.running.table))
    bench.measure("pause", view.running.pause.click, view.running.go_on.isVisible)
    view.running.sums.choose(None)
    export(bench, "export", view.running.export.click, folder / "sent.csv")
    bench.measure("all campaigns", window.campaigns.page.show_list)
    assert PersonState.SENT in one.running.counts()


def is_read(view: object) -> bool:
    return view.table.currentIndex().row() < 0 or view.table.current() is not None  # type: ignore[attr-defined]


def scroll(table: object) -> None:
    bar = table.verticalScrollBar()  # type: ignore[attr-defined]
    for part in (0.9, 0.1, 0.5, 0.7, 0.3, 0.99, 0.0):
        bar.setValue(round(bar.maximum() * part))
        rest(0.15)


def export(bench: Bench, name: str, press: Callable[[], object], path: Path) -> None:
    QFileDialog.getSaveFileName = staticmethod(lambda *_a, **_k: (str(path), "CSV (*.csv)"))  # type: ignore[method-assign, assignment]

    def is_written() -> bool:
        before = path.stat().st_size if path.exists() else -1
        rest(0.4)
        return path.exists() and path.stat().st_size == before

    bench.measure(name, press, is_written)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--where", action="store_true")
    asked = parser.parse_args()
    command = [sys.executable, "-m", "scoro_desktop.sandbox", "--people", str(asked.people)]
    with (
        tempfile.TemporaryDirectory(prefix="campaign-") as name,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sandbox,
    ):
        folder = Path(name)
        assert sandbox.stdout is not None
        told = json.loads(sandbox.stdout.readline())
        account = Account(
            "acme", "Acme", Environment.TEST, told["address"], told["app"], AccessKind.MASTER,
            requests_per_second=REQUESTS_PER_SECOND_MAX,
        )  # fmt: skip
        connection = open_database(folder / DATABASE)
        AccountStore(connection).add(account)
        Settings(connection).selected_account = account.id
        connection.close()
        vault = Vault(MemoryKeyring())
        vault.store(account, Keys(told["cli"], told["masterKey"]))
        people = make_list(folder / "people.csv", asked.rows, asked.people)
        qt = make_qt()
        application = Application(qt, folder, vault=vault)
        application.show()
        application.fetch_later()
        spare_the_window()
        application.window.resize(1280, 800)
        rest(2.0)
        QTest.mouseMove(application.window)  # somebody is there, so what is opened is loaded ahead
        rest(6.0)
        bench = Bench(application, where=asked.where)
        try:
            go_through(bench, people, folder)
        finally:
            bench.writer.end()
            application.close()
            qt.processEvents()
            sandbox.terminate()
    return int(bench.missed)


if __name__ == "__main__":
    sys.exit(main())
