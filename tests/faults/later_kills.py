"""Kills the app at random around the time of plans, and looks each time at what was sent. A program; prints JSON.

`later_kills.py FOLDER TIMES SEED`: `kill -9` so many times, each over plans of its own: two that fall due just after
the start, and one of the next day. Then the app starts again, some seconds later or too late for the time, and ends
once all is decided. The server, a process of its own, writes down each message before it answers. Processes are forked
from this one, which has one thread.
"""

import contextlib
import json
import os
import random
import select
import signal
import socket
import sys
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from scoro_desktop import elapsed
from scoro_desktop.audience.query import read_query
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.request import Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.sending.draft import Draft
from scoro_desktop.sending.later.due import DueClock, in_zone, moment_of
from scoro_desktop.sending.later.frozen import Approved, Frozen, parts_of
from scoro_desktop.sending.later.key_mark import mark_of
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.planned_types import AskCode, NewPlan, PlanState, When
from scoro_desktop.storage.threads import Storage
from scoro_desktop.ui.runtime.account_book import AccountBook
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.runtime.dispatch import Dispatch
from scoro_desktop.ui.runtime.later_runner import LaterRunner
from scoro_desktop.ui.runtime.plan_sender import PlanSender
from scoro_desktop.ui.runtime.sender import Sender
from scoro_desktop.ui.sending.plan_recount import recount
from scoro_desktop.wire import JsonObject
from tests.faults.dying import fork
from tests.faults.killing import ServedRig
from tests.scorocode.socket_server import answer, receive

KEYS = Keys(client_key="c" * 32, access_key="a" * 32)
QUERY = '{"deviceType": "android"}'
FIRST = datetime(2026, 12, 2, 6, tzinfo=UTC)
BEFORE = timedelta(milliseconds=60)
"""So long before the time the app starts to look at the clock."""
MOST_TOLD, MOST_MS = 14, 60
"""A process is killed so long after it told so much, at the latest."""
AGAIN = (timedelta(seconds=5), timedelta(minutes=9), timedelta(minutes=11), timedelta(hours=12))
"""So long after the time the app starts again: twice in time, twice too late."""
SYNC = b"SYNC"


class Server:
    """Counts whatever is asked, and writes down the title of each push before it answers."""

    def __init__(self, listener: socket.socket, log: int) -> None:
        self._listener = listener
        self._log = log
        self._open = 0
        self._changed = threading.Condition()

    def serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with self._changed:
                self._open += 1
            threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def _one(self, connection: socket.socket) -> None:
        try:
            with connection, contextlib.suppress(OSError):
                if connection.recv(4, socket.MSG_PEEK | socket.MSG_WAITALL) == SYNC:
                    with self._changed:
                        self._changed.wait_for(lambda: self._open == 1)
                    connection.sendall(SYNC)
                    return
                while request := receive(connection):
                    connection.sendall(self._answer(request))
        finally:
            with self._changed:
                self._open -= 1
                self._changed.notify_all()

    def _answer(self, request: bytes) -> bytes:
        head, end, sent = request.partition(b"\r\n\r\n")
        if not end or not sent:
            return b""
        try:
            body = json.loads(sent)
        except ValueError:  # it was killed half way: not a request
            return b""
        if b"data/count" in head.splitlines()[0]:
            return answer(b'{"error":false,"result":%d}' % (100 if body.get("query") else 1000))
        title = body["msg"]["data"]["gcm"]["notification"]["title"]
        os.write(self._log, f"{title}\n".encode())
        return answer(b'{"error":false,"count":100}')


class Keyring:
    """Gives the keys."""

    def load(self, _account: Account) -> Keys:
        return KEYS


class Rig(ServedRig):
    """The folder, the server, and what was found."""

    server_kind = Server

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder, lambda listener, log: self.server_kind(listener, log).serve)
        self.chance = random.Random(seed)
        self.account = Account(
            "a1", "Shop", Environment.TEST, f"http://127.0.0.1:{self.port}/api/v1/", "b1", AccessKind.MASTER
        )
        Client(self.account, KEYS).count("devices", {})  # imports what sends, for all that are forked
        self.mark = mark_of(KEYS)

    def plan(self, title: str, when: When) -> int:
        message: JsonObject = {"msg": {"data": {"gcm": {"notification": {"title": title}}}}}
        draft = Draft(Request.from_wire(Channel.PUSH, message), "devices", read_query(QUERY).query, QUERY)
        content = Frozen(draft, Approved(100), parts_of(self.account), self.mark).to_json()
        new = NewPlan(when, "push", "a1", "Shop", Environment.TEST, title, 100, content)
        with contextlib.closing(open_database(self.path)) as connection:
            return Planned(connection).add(new).id

    def run(self, told: int, start: datetime, is_last: bool) -> None:
        """Runs what is killed: the app without its window. Ends by itself only the last time, once all is decided."""
        qt = QCoreApplication([])
        storage = Storage(self.path)
        storage.writer.wait_for(lambda stores: stores.history.close_open_sends())
        asked, background = AsyncStorage(storage), Background()
        dispatch = Dispatch(asked, Sender())
        book = AccountBook(asked, [self.account])
        sender = PlanSender(asked, dispatch, background, book, Keyring(), Client, recount)
        begun = elapsed.seconds()
        runner = LaterRunner(asked, sender, DueClock(lambda: start + timedelta(seconds=elapsed.seconds() - begun)))
        tick = QTimer(interval=5)

        def look() -> None:
            now = runner.clock.now()
            if not runner.is_read:
                return
            open_ones = [
                each for each in runner.plans if each.state is PlanState.PLANNED and moment_of(each.when) <= now
            ]
            if not open_ones and not dispatch.under_way and not asked._waiting:
                qt.quit()

        if is_last:
            tick.timeout.connect(look)
            tick.start()
        dispatch.changed.connect(lambda: os.write(told, b"c"))
        dispatch.row_changed.connect(lambda _row: os.write(told, b"w"))
        runner.changed.connect(lambda: os.write(told, b"p"))
        runner.begin()
        os.write(told, b"r")
        qt.exec()
        runner.close()
        dispatch.close()
        storage.close()

    def settle_down(self) -> None:
        """Returns when the server has written down all that reached it."""
        with socket.create_connection(("127.0.0.1", self.port)) as line:
            line.sendall(SYNC)
            line.recv(4)

    def round(self, number: int) -> None:
        moment = FIRST + timedelta(days=7 * number)
        when, tomorrow = in_zone(moment, "Europe/Moscow"), in_zone(moment + timedelta(days=1), "Europe/Moscow")
        due = {self.plan(f"{number}-{name}", when): f"{number}-{name}" for name in "ab"}
        waits = self.plan(f"{number}-c", tomorrow)
        self.kill_one(moment - BEFORE)
        self._look_after_the_kill(due)
        again = self.chance.choice(AGAIN)
        self.run_again(number, moment + again)
        self._check(number, due, waits, again)

    def kill_one(self, start: datetime) -> None:
        """Starts the app at a moment, and kills it some time later."""
        process, read = self._start(start, is_last=False)
        with os.fdopen(read, "rb", buffering=0) as told:
            left = self.chance.randrange(1, MOST_TOLD + 1)
            while left > 0 and select.select([told], [], [], 2.0)[0] and (got := told.read(left)):
                left -= len(got)
            select.select([], [], [], self.chance.uniform(0, MOST_MS) / 1000)
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        self.settle_down()

    def run_again(self, number: int, start: datetime) -> None:
        """Starts the app at a moment, and waits until it ends because all is decided."""
        process, read = self._start(start, is_last=True)
        with os.fdopen(read, "rb", buffering=0) as told:
            while told.read(4096):
                pass
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        if code:
            self.wrong.append(f"round {number}: exit code {code}")
        self.settle_down()

    def _start(self, start: datetime, is_last: bool) -> tuple[int, int]:
        read, write = os.pipe()
        process = fork(lambda: self.run(write, start, is_last))
        os.close(write)
        return process, read

    def _look_after_the_kill(self, due: dict[int, str]) -> None:
        with contextlib.closing(open_database(self.path)) as connection:
            planned, history = Planned(connection), History(connection)
            for plan_id in due:
                plan = planned.get(plan_id)
                send = None if plan is None or plan.send_id is None else history.get(plan.send_id)
                state = "planned" if send is None else send.outcome.value
                self.figures[f"killed while {state}"] += 1

    def _check(self, number: int, due: dict[int, str], waits: int, again: timedelta) -> None:
        arrived = Counter(self.log.read_text("utf-8").splitlines())
        with contextlib.closing(open_database(self.path)) as connection:
            planned, history = Planned(connection), History(connection)
            tomorrow = planned.get(waits)
            is_waiting = tomorrow is not None and tomorrow.state is PlanState.PLANNED
            self.expect(is_waiting and not arrived[f"{number}-c"], number, "the one of the next day does not wait")
            planned.cancel(waits)
            for plan_id, title in due.items():
                plan = planned.get(plan_id)
                times = arrived[title]
                self.figures["plans"] += 1
                self.figures["twice"] += times > 1
                self.expect(times <= 1, number, f"{title} arrived {times} times")
                if plan is None or plan.state is PlanState.PLANNED:
                    self.figures["forgotten"] += 1
                    self.expect(False, number, f"{title} was forgotten")
                elif plan.state is PlanState.ASKED:
                    is_late = plan.ask is not None and plan.ask.code is AskCode.LATE
                    self.figures["asked"] += 1
                    self.expect(times == 0, number, f"{title} was sent, and is asked about")
                    self.expect(is_late and again > timedelta(minutes=10), number, f"{title} asks: {plan.ask}")
                    planned.cancel(plan_id)
                else:
                    send = history.get(plan.send_id or 0)
                    outcome = None if send is None else send.outcome
                    self.figures["in doubt" if outcome is Outcome.UNKNOWN else f"{outcome}"] += 1
                    self.expect(
                        outcome is Outcome.UNKNOWN or (outcome is Outcome.SENT and times == 1),
                        number,
                        f"{title} is {outcome} and arrived {times} times",
                    )
            self.expect_whole(connection, number)


def kill_rounds(rig: Rig, times: int) -> None:
    """Lets a rig kill so many times, and tells what it found, also where it comes to no end."""
    died = 0
    try:
        for number in range(times):
            rig.round(number)
            died += 1
    finally:
        rig.tell(died=died)


if __name__ == "__main__":
    kill_rounds(Rig(Path(sys.argv[1]), int(sys.argv[3])), int(sys.argv[2]))
