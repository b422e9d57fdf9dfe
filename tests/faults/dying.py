"""Lets processes die over one folder, and looks each time at what they left. Run as a program; prints JSON.

`dying.py crash FOLDER`: dies before each statement in turn. `dying.py kill FOLDER TIMES SEED`: `kill -9` at random.
Processes are forked from this one, which has one thread: a new interpreter would take longer than what is tried.
"""

import contextlib
import functools
import json
import os
import random
import re
import select
import signal
import socket
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import place_of
from scoro_desktop.storage.drafts import Drafts
from tests.faults.disk_work import ALL, account, body, once, start, ticking

MOST_TOLD, MOST_MS = 6, 25
"""A process is killed so long after it told so much, at the latest: by its own pace, since a machine may be busy."""
KEYS = Keys(client_key="c" * 32, access_key="a" * 32, session="s" * 32)
TITLE = re.compile(rb'"title":"([^"]+)"')


def serve(listener: socket.socket, log: int) -> None:
    """Writes down what arrives, and answers; in a process of its own."""
    while True:
        connection, _ = listener.accept()
        with connection:
            data = b""
            while b"\r\n\r\n" not in data or len(data.partition(b"\r\n\r\n")[2]) < _length(data):
                chunk = connection.recv(65536)
                if not chunk:
                    break
                data += chunk
            else:
                found = TITLE.search(data)
                os.write(log, (found[1] if found else b"?") + b"\n")
                answer = b'{"error":false,"count":5}'
                head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                with contextlib.suppress(OSError):
                    connection.sendall(head + b"Content-Length: %d\r\n\r\n" % len(answer) + answer)


def _length(data: bytes) -> int:
    found = re.search(rb"(?i)content-length: *(\d+)", data)
    return int(found[1]) if found else 0


def fork(work: Callable[[], None]) -> int:
    process = os.fork()
    if process:
        return process
    try:
        work()
    except BaseException as error:  # noqa: BLE001 (said with the exit code; nothing of the parent's may run on)
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
        os._exit(3)
    os._exit(0)


class Rig:
    """The folder, the server, what was told by those who died, and what was found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder.with_name("arrived")
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        log = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.server = fork(lambda: serve(self.listener, log))
        self.account: Account = account(f"http://127.0.0.1:{self.listener.getsockname()[1]}/api/v1/")
        Client(account(), KEYS).send(
            Channel.PUSH, body("nobody listens there")
        )  # imports what sends, for all that are forked
        self.kept = ""
        self.wrong: list[str] = []
        self.outcomes: Counter[str] = Counter()
        self.died = 0

    def work(self, title: str, told: Callable[[str], None]) -> None:
        client = Client(self.account, KEYS)
        once(self.folder, title, functools.partial(client.send, Channel.PUSH), self.account, told)

    def check(self, after: str) -> None:
        """Nothing lost, nothing twice, nothing left on its way; the drafts as they were told to be kept, or newer."""
        connection, history = start(self.folder)
        with contextlib.closing(connection):
            rows = history.page(ALL, 0, 100_000)
            arrived = Counter(self.log.read_text("utf-8").split())
            recorded = Counter(row.summary for row in rows)
            self._expect(not arrived - recorded, after, "something left that was not recorded")
            self._expect(not [title for title, times in arrived.items() if times > 1], after, "something left twice")
            sent = {row.summary for row in rows if row.outcome is Outcome.SENT}
            self._expect(sent <= set(arrived), after, "something is said to be sent that never left")
            kept = {row.summary for row in rows if row.outcome is Outcome.NOT_SENT and row.reason == "held_at_end"}
            self._expect(kept.isdisjoint(arrived), after, "something left that is said to have been held")
            settled = {Outcome.SENT, Outcome.UNKNOWN, Outcome.NOT_SENT}
            self._expect(all(row.outcome in settled for row in rows), after, "left on its way")
            draft: Any = Drafts(place_of(connection)).load("push")
            title = "" if draft is None else str(draft["form"]["title"])
            self._expect(title >= self.kept, after, f"the draft is {title!r}, and {self.kept!r} was kept")
            (well,) = connection.execute("PRAGMA integrity_check").fetchone()
            self._expect(well == "ok", after, str(well))
            self.outcomes = Counter(row.outcome.value for row in rows)

    def _expect(self, holds: bool, after: str, wrong: str) -> None:
        if not holds:
            self.wrong.append(f"{after}: {wrong}")

    def hear(self, text: str) -> None:
        for line in text.splitlines():
            word, _, title = line.partition(" ")
            if word == "draft":
                self.kept = title

    def end(self) -> None:
        os.kill(self.server, signal.SIGKILL)
        os.waitpid(self.server, 0)
        report = {"died": self.died, "outcomes": self.outcomes, "wrong": self.wrong}
        sys.stdout.write(json.dumps(report | {"arrived": len(self.log.read_text("utf-8").split())}) + "\n")


def crash(rig: Rig) -> None:
    """Dies before the first statement, the second, and so on until one run comes to its end."""
    for point in range(1, 1000):
        read, write = os.pipe()
        title = f"{point:06}"

        def work(point: int = point, title: str = title, write: int = write) -> None:
            left = [point]

            def tick(_sql: str) -> None:
                left[0] -= 1
                if not left[0]:
                    os._exit(9)

            with ticking(tick):
                rig.work(title, lambda text: (os.write(write, f"{text}\n".encode()), None)[1])

        process = fork(work)
        os.close(write)
        with os.fdopen(read, encoding="ascii") as told:
            rig.hear(told.read())
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        rig.check(f"point {point}")
        if code == 0:
            return
        rig.died += 1
        if code != 9:
            rig.wrong.append(f"point {point}: exit code {code}")
            return
    rig.wrong.append("no run came to its end")


def kill(rig: Rig, times: int, chance: random.Random) -> None:
    for number in range(times):
        read, write = os.pipe()

        def work(number: int = number, write: int = write) -> None:
            for turn in range(1000):
                rig.work(f"{number:06}-{turn:04}", lambda text: (os.write(write, f"{text}\n".encode()), None)[1])

        process = fork(work)
        os.close(write)
        with os.fdopen(read, encoding="ascii") as told:
            for _ in range(chance.randrange(MOST_TOLD + 1)):
                rig.hear(told.readline())
            select.select([], [], [], chance.uniform(0, MOST_MS) / 1000)
            os.kill(process, signal.SIGKILL)
            rig.hear(told.read())
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        if code != -signal.SIGKILL:
            rig.wrong.append(f"kill {number}: exit code {code}")
        rig.died += 1
        rig.check(f"kill {number}")


if __name__ == "__main__":
    act, folder, *rest = sys.argv[1:]
    rig = Rig(Path(folder))
    try:
        if act == "crash":
            crash(rig)
        else:
            kill(rig, int(rest[0]), random.Random(int(rest[1])))
    finally:
        rig.end()
