"""The cost of the undo of a form with each key, beside the cost of the form itself, in the same run.

    python bench/form_undo.py [--keys N]

A push with 100 rows of data and a body of 4 kB is typed into: into the body, and into the value of a row. Taken is the
time of this thread alone (other processes do not count) that taking a step down takes, and that putting the request
together takes, which happens with each key as well. Wanted: at most 1 ms for a key in the body at the median; the
process ends with 1 where it takes longer. Nothing is shown on a screen (Qt's "offscreen").
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.key_values import KeyValueRow
from scoro_desktop.ui.compose.undo import FormUndo
from scoro_desktop.ui.compose.undo_history import UndoHistory
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.wire import JsonObject

ROWS: Final = 100
BODY: Final = 4096
MOST_MS: Final = 1.0


class Nobody:
    """No audience beside the form."""

    def around(self) -> JsonObject:
        return {}

    def restore_around(self, around: JsonObject) -> None:
        pass


def timed(spent: list[float], act: Callable[[], object]) -> None:
    start = time.thread_time()
    act()
    spent.append((time.thread_time() - start) * 1000)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=300)
    keys = parser.parse_args().keys
    qt = make_qt()
    form = PushForm()
    undo = FormUndo(form, form, Nobody())
    steps: list[float] = []
    requests: list[float] = []
    form.field_edited.connect(undo.field_edited)
    form.changed.connect(lambda: timed(steps, undo.record))
    form.changed.connect(lambda: timed(requests, form.request))
    body = form.android.field("notification", "body").edit()
    if isinstance(body, QPlainTextEdit):
        body.setPlainText("x" * BODY)
    form.android.field("data").restore([[f"key{number}", "text", f"value {number}", False] for number in range(ROWS)])
    form.android.more.setChecked(True)
    form.show()
    qt.processEvents()
    undo._steps = UndoHistory(undo._read(everything=True))
    row = form.android.field("data").findChildren(KeyValueRow)[ROWS // 2]
    medians = {}
    places: dict[str, QWidget] = {"body": body, "row": row.text}
    for name, place in places.items():
        place.setFocus()
        qt.processEvents()
        steps.clear()
        requests.clear()
        QTest.keyClicks(place, ("word after word " * keys)[:keys])
        medians[name] = statistics.median(steps)
        slow = sorted(steps)[int(len(steps) * 0.99)]
        of_form = statistics.median(requests)
        print(f"{name}: a step {medians[name]:.2f} ms (p99 {slow:.2f}), the request {of_form:.2f} ms")
    form.close()
    return 0 if medians["body"] <= MOST_MS else 1


if __name__ == "__main__":
    sys.exit(main())
