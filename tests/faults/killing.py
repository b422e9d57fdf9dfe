"""Processes that are killed at random: between and within their steps, and what the programs that do so report.

Such a program is run as `python -m tests.faults.NAME FOLDER TIMES SEED`, and prints JSON: `wrong`, what should not be,
and figures by name.
"""

import json
import os
import random
import select
import signal
import socket
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults.dying import fork

MOST_MS = 2
ROOT = Path(__file__).resolve().parents[2]


def report_of(program: str, times: int, folder: Path, seed: str) -> dict[str, Any]:
    """Runs a program that kills so many times, and returns its report, which names nothing that is wrong."""
    command = [sys.executable, "-m", f"tests.faults.{program}", str(folder / "data"), str(times), seed]
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=3500, check=False)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    sys.stdout.write(f"{report}\n")
    assert report["wrong"] == []
    return report


class Findings:
    """The figures of a program, and what is wrong."""

    def __init__(self) -> None:
        self.figures: Counter[str] = Counter()
        self.wrong: list[str] = []

    def expect(self, holds: bool, after: object, wrong: str) -> None:
        """Writes down what is wrong where something does not hold. `after`: which round or kill it was."""
        if not holds:
            self.wrong.append(f"{after}: {wrong}")

    def expect_whole(self, connection: sqlite3.Connection, after: object) -> None:
        """Has SQLite look at the database."""
        (well,) = connection.execute("PRAGMA quick_check").fetchone()
        self.expect(well == "ok", after, str(well))

    def tell(self, **more: object) -> None:
        """Prints all of it."""
        sys.stdout.write(json.dumps({**more, **self.figures, "wrong": self.wrong}) + "\n")


class ServedRig(Findings):
    """A folder for a database, and a process that serves.

    `serving`: given where it listens and a file to write to, returns what serves.
    """

    def __init__(self, folder: Path, serving: Callable[[socket.socket, int], Callable[[], None]]) -> None:
        super().__init__()
        folder.mkdir(parents=True)
        self.path = folder / "scoro.db"
        self.log = folder / "arrived"
        listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = listener.getsockname()[1]
        log = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.server = fork(serving(listener, log))
        listener.close()

    def tell(self, **more: object) -> None:
        """Ends the server, and prints what was found."""
        os.kill(self.server, signal.SIGKILL)
        os.waitpid(self.server, 0)
        super().tell(**more)


def kill_steps(
    arguments: list[str],
    steps: int,
    begin: Callable[[Path, int], int],
    work: Callable[[Path, int, int], None],
    check: Callable[[Findings, Path, int, int], str],
) -> None:
    """Kills `work` so many times, each time over a campaign that `begin` made, and prints what `check` found.

    `steps`: fewer than so many are waited for, as many of one number as of another: how fast the machine is decides
    only what becomes of the step behind them. `check` is told how many were, and returns the name of a figure.
    """
    folder, times, seed = arguments
    path, chance = Path(folder) / "scoro.db", random.Random(int(seed))
    path.parent.mkdir(parents=True)
    findings = Findings()
    for number in range(int(times)):
        campaign = begin(path, number)
        told, code = killed_after(
            lambda told, campaign=campaign: work(path, campaign, told),  # type: ignore[misc]
            steps - 1 - number * steps // int(times),
            chance,
        )
        findings.expect(code == -signal.SIGKILL, f"round {number}", f"exit code {code}")
        findings.figures[check(findings, path, campaign, told)] += 1
    findings.tell(killed=int(times))


def killed_after(work: Callable[[int], None], steps: int, chance: random.Random) -> tuple[int, int]:
    """Forks `work`, which writes a byte for each step where it is told to, and kills it some time after so many.

    Gives the number of steps that it told, and its exit code; it must not end before it is killed.
    """
    read, write = os.pipe()
    process = fork(lambda: work(write))
    os.close(write)
    with os.fdopen(read, "rb", buffering=0) as told:
        heard = 0
        while heard < steps and (got := told.read(steps - heard)):
            heard += len(got)
        select.select([], [], [], chance.uniform(0, MOST_MS) / 1000)
        os.kill(process, signal.SIGKILL)
        while got := told.read(4096):
            heard += len(got)
    return heard, os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def wait_to_be_killed() -> None:
    """Waits for as long as it takes."""
    select.select([], [], [])
