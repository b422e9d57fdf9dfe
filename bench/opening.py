"""The time for which what is opened holds the window up: processor time of the GUI thread, so that others do not count.

    python bench/opening.py

The app runs over its sandbox, offscreen. Each act is told in ms and beside a yardstick of the same run: a bare dialog
with 40 labels and lines, built and painted. It ends with 1 where an act takes longer than `MOST_MS` on a machine on
which the yardstick takes `YARDSTICK_MS`; a slower one is given as much more.
"""

import contextlib
import dataclasses
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from calls import BODY, MemoryKeyring
from heartbeat import Heart, rest, rest_until
from PySide6.QtCore import QEventLoop, QMimeData, QTimer
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.kit.reveal import Gradual
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.wire import JsonObject
from tests.storage.sends import new_send

MOST_MS: Final = 50
YARDSTICK_MS: Final = 19
"""The yardstick's time on the two cores of 2026-11, with nothing else running. Under a load of 11 it is 26 to 34."""
ROWS: Final = 40
QUERY: Final = '{"deviceId": {"$nin": [\n' + ",\n".join(f'"device-{number:09d}"' for number in range(50_000)) + "]}}"
COMMAND: Final = 'curl https://api.example.com/api/v1/sendsms -d \'{"msg": {"text": "' + "x" * 999_000 + "\"}}'"


def taken(act: Callable[[], object]) -> float:
    """Milliseconds of this thread for the longest piece of an act: from one beat of a timer to the next.

    An act may be done in several turns of the event loop (`ui/kit/reveal.py`).
    """
    heart = Heart()
    rest(0.05)
    heart.start()
    act()
    rest(0.1)
    rest_until(lambda: not any(not each.is_done for top in dialogs() for each in top.findChildren(Gradual)))
    rest(0.1)
    heart.stop()
    return heart.busiest


def dialogs() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(1200):
        if holds():
            return
        wait(50)
    sys.exit("the window did not come to rest")


def yardstick(parent: QWidget) -> float:
    def build() -> QDialog:
        dialog = QDialog(parent)
        rows = QFormLayout(dialog)
        for number in range(ROWS):
            rows.addRow(f"Label {number}", QLineEdit(f"Text {number}", dialog))
        dialog.open()
        return dialog

    times = []
    for _ in range(5):
        made: list[QDialog] = []
        times.append(taken(lambda: made.append(build())))  # noqa: B023 (called at once)
        made[0].reject()
        made[0].deleteLater()
    return sorted(times)[2]


def data_of(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


class Told(dict[str, float]):
    """The time of each act, told as soon as it is known."""

    def __init__(self, floor: float) -> None:
        super().__init__()
        self._floor = floor

    def __setitem__(self, name: str, spent: float) -> None:
        super().__setitem__(name, spent)
        print(f"{spent:8.1f} ms  {spent / self._floor:5.1f} times  {name}", flush=True)


def acts(application: Application, found: Told) -> None:
    window = application.window

    found["accounts, for the first time"] = taken(window.accounts.show)
    for each in window.findChildren(QDialog):
        each.reject()
    found["accounts, once more"] = taken(window.accounts.show)
    for each in window.findChildren(QDialog):
        each.reject()

    window.tab.load(Request.from_wire(Channel.PUSH, BODY), everyone=False, query_text=QUERY)
    window.tab.audience.by_query.click()
    wait_until(lambda: window.tab.live_count.count.state.value == "known")
    wait(1_500)
    found["Send to the open confirmation, a query of 1 MB"] = taken(window.footer.send.click)
    dialog = next(each for each in window.findChildren(ConfirmDialog) if each.isVisible())
    wait_until(lambda: dialog.count is not None)
    dialog.reject()
    request: JsonObject = {**BODY, "query": json.loads(QUERY)}
    with tempfile.TemporaryDirectory() as folder, contextlib.closing(open_database(Path(folder) / "x")) as connection:
        send = History(connection).record(new_send(query_text=QUERY, request=request))
    for name, answer in {
        "of JSON": json.dumps([{"code": number, "text": "words"} for number in range(2_000)])[: 64 * 1024],
        "in one line": "x" * 64 * 1024,
        "of words": "a few words " * 5_400,
    }.items():
        known = dataclasses.replace(send, answer=answer)
        found[f"details: the same query, an answer of 64 KB {name}"] = taken(lambda: SendDetails(known, window).open())  # noqa: B023 (called at once)
        for each in window.findChildren(QDialog):
            each.reject()
    found["a command of 1 MB in one line, pasted"] = pasted(window.curl.show_import)
    bare = QPlainTextEdit()
    bare.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)  # at words it takes minutes
    bare.show()
    found["(the same into a bare editor)"] = taken(lambda: bare.insertPlainText(COMMAND))


def pasted(show: Callable[[], object]) -> float:
    dialog = show()
    wait(300)
    return taken(lambda: dialog.editor.insertFromMimeData(data_of(COMMAND)))  # type: ignore[attr-defined]


def main() -> int:
    qt = make_qt()
    with tempfile.TemporaryDirectory() as folder:
        application = Application(qt, Path(folder), vault=Vault(MemoryKeyring()))  # type: ignore[arg-type]
        application.window.resize(1280, 800)
        application.show()
        application.fetch_later()
        wait(2_000)
        QTest.mouseMove(application.window)  # somebody is there, so what is opened is loaded ahead
        wait(6_000)  # the window is at rest then
        floor = yardstick(application.window)
        print(f"{floor:8.1f} ms  the yardstick", flush=True)
        found = Told(floor)
        acts(application, found)
        application.close()
        qt.processEvents()
    allowed = MOST_MS * max(1, floor / YARDSTICK_MS)
    return int(any(spent > allowed for name, spent in found.items() if not name.startswith("(")))


if __name__ == "__main__":
    sys.exit(main())
