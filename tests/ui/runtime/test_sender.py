import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.ui.runtime.sender import Sender

Reply = Sent | Failure


@pytest.fixture
def sender(qtbot: QtBot) -> Iterator[Sender]:
    running = Sender()
    yield running
    running.close()


@pytest.fixture
def settled(sender: Sender) -> list[tuple[int, Reply]]:
    seen: list[tuple[int, Reply]] = []
    sender.settled.connect(lambda send_id, reply: seen.append((send_id, reply)))
    return seen


def test_sends_go_out_in_order_one_at_a_time_and_once(
    qtbot: QtBot, sender: Sender, settled: list[tuple[int, Reply]]
) -> None:
    began: list[int] = []
    at_once, most = 0, 0
    lock = threading.Lock()

    def job(number: int) -> Callable[[], Reply]:
        def send() -> Reply:
            nonlocal at_once, most
            with lock:
                at_once += 1
                most = max(most, at_once)
                began.append(number)
            with lock:
                at_once -= 1
            return Sent(number)

        return send

    for number in range(100):
        sender.send(number, job(number))
    assert sender.under_way == 100
    qtbot.waitUntil(lambda: len(settled) == 100)
    assert began == list(range(100))
    assert settled == [(number, Sent(number)) for number in range(100)]
    assert (most, sender.under_way) == (1, 0)


def test_the_outcome_is_told_on_the_gui_thread_and_the_job_runs_off_it(qtbot: QtBot, sender: Sender) -> None:
    threads: list[threading.Thread] = []

    def job() -> Reply:
        threads.append(threading.current_thread())
        return Sent(1)

    sender.settled.connect(lambda *_: threads.append(threading.current_thread()))
    with qtbot.waitSignal(sender.settled):
        sender.send(1, job)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_a_job_that_breaks_is_unknown_and_its_text_stays_out(
    qtbot: QtBot, sender: Sender, settled: list[tuple[int, Reply]]
) -> None:
    def broken() -> Reply:
        raise RuntimeError("POST with acc=s3cret failed")

    sender.send(1, broken)
    sender.send(2, lambda: Sent(2))
    qtbot.waitUntil(lambda: len(settled) == 2)
    reply = settled[0][1]
    assert isinstance(reply, Failure)
    assert reply.outcome is Outcome.UNKNOWN
    assert "s3cret" not in repr(reply)
    assert settled[1] == (2, Sent(2))


def test_nothing_is_begun_or_told_after_closing(qtbot: QtBot, sender: Sender, settled: list[tuple[int, Reply]]) -> None:
    began, go_on, ended = threading.Event(), threading.Event(), threading.Event()
    second = threading.Event()

    def first() -> Reply:
        began.set()
        assert go_on.wait(20)
        ended.set()
        return Sent(1)

    def next_one() -> Reply:
        second.set()
        return Sent(2)

    sender.send(1, first)
    sender.send(2, next_one)
    qtbot.waitUntil(began.is_set)
    assert sender.close() == [2]
    go_on.set()
    qtbot.waitUntil(ended.is_set)
    worker = next((each for each in threading.enumerate() if each.name == "sender" and each.is_alive()), None)
    if worker is not None:
        worker.join(5)
    QCoreApplication.processEvents()  # what it said on its way out
    assert settled == []
    assert not second.is_set()


LEAVE_WHILE_SENDING = """
import functools, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from scoro_desktop import app
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.kit import questions
from tests.storage.keyrings import MemoryKeyring

app.Sandbox = functools.partial(Sandbox, delay_s=600)
qt = make_qt()
application = app.Application(qt, Path(sys.argv[1]), vault=Vault(MemoryKeyring()))
questions.leave_while_sending = lambda parent: True
window = application.window
application.show()
body = {"coll": "devices", "msg": {"data": {"gcm": {"notification": {"title": "Hello"}}}}}
window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text='{"deviceType": "android"}')

def press(dialog):
    dialog.typed.setText(str(dialog.count))
    dialog.send_button.click()

def leave():
    if application.sandbox.deliveries():
        print("leaving", flush=True)
        window.close()
        qt.quit()
    else:
        QTimer.singleShot(20, leave)

dialog = window.send()
dialog.counted.connect(lambda: press(dialog))
QTimer.singleShot(0, leave)
qt.exec()
application.close()
print("left", flush=True)
"""


def test_leaving_while_the_server_does_not_answer_neither_hangs_nor_aborts(tmp_path: Path) -> None:
    """The row is on disk as being sent, and is unknown at the next start."""
    root = Path(__file__).parents[3]
    run = subprocess.run(
        [sys.executable, "-c", LEAVE_WHILE_SENDING, str(tmp_path)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout.split()) == (0, ["leaving", "left"]), run.stderr
    path = tmp_path / "scoro-desktop.sqlite3"
    with sqlite3.connect(path) as plain:
        assert plain.execute("SELECT outcome FROM sends").fetchall() == [("sending",)]
    plain.close()
    connection = open_database(path)
    history = History(connection)
    history.close_open_sends()
    (row,) = history.page(HistoryFilter(), 0, 10)
    assert (row.outcome, row.reason) == (Outcome.UNKNOWN, "app_closed")
    connection.close()


# --- nobody waits any longer ------------------------------------------------------------------------------------------


def test_who_stops_waiting_hears_the_answer_all_the_same_and_the_next_goes_on(
    qtbot: QtBot, sender: Sender, settled: list[tuple[int, Reply]]
) -> None:
    go_on, began = threading.Event(), list[int]()
    sender.begun.connect(began.append)

    def first() -> Reply:
        assert go_on.wait(20)
        return Sent(1)

    sender.send(1, first)
    sender.send(2, lambda: Sent(2))
    qtbot.waitUntil(lambda: began == [1])
    sender.stop(1)
    assert settled == [(1, Failure(Outcome.UNKNOWN, "stopped_waiting"))]
    qtbot.waitUntil(lambda: len(settled) == 2)
    assert settled[1] == (2, Sent(2))
    assert (began, sender.under_way) == ([1, 2], 0)
    go_on.set()
    qtbot.waitUntil(lambda: len(settled) == 3)
    assert settled[2] == (1, Sent(1))
    sender.send(3, lambda: Sent(3))
    qtbot.waitUntil(lambda: len(settled) == 4)
    assert settled[3] == (3, Sent(3))
    assert sum(each.name == "sender" and each.is_alive() for each in threading.enumerate()) >= 1


def test_what_has_not_begun_is_not_sent_when_nobody_waits_for_it(
    qtbot: QtBot, sender: Sender, settled: list[tuple[int, Reply]]
) -> None:
    go_on, began = threading.Event(), list[int]()
    sender.begun.connect(began.append)

    def first() -> Reply:
        assert go_on.wait(20)
        return Sent(1)

    left = threading.Event()

    def second() -> Reply:
        left.set()
        return Sent(2)

    sender.send(1, first)
    sender.send(2, second)
    qtbot.waitUntil(lambda: began == [1])
    sender.stop(2)
    assert settled == [(2, Failure(Outcome.NOT_SENT, "taken_back"))]
    go_on.set()
    qtbot.waitUntil(lambda: len(settled) == 2)
    sender.stop(1)
    sender.stop(2)
    sender.stop(9)
    assert (left.is_set(), len(settled), sender.under_way) == (False, 2, 0)


def test_closing_after_somebody_stopped_waiting_tells_nothing_more(
    qtbot: QtBot, sender: Sender, settled: list[tuple[int, Reply]]
) -> None:
    go_on, began, ended = threading.Event(), list[int](), threading.Event()
    sender.begun.connect(began.append)

    def first() -> Reply:
        assert go_on.wait(20)
        ended.set()
        return Sent(1)

    sender.send(1, first)
    qtbot.waitUntil(lambda: began == [1])
    sender.stop(1)
    threads = [each for each in threading.enumerate() if each.name == "sender"]
    assert sender.close() == []
    go_on.set()
    qtbot.waitUntil(ended.is_set)
    for each in threads:
        each.join(5)
    QCoreApplication.processEvents()
    assert len(settled) == 1
