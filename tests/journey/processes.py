"""Starts the app as processes of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 60


class Processes:
    """Starts the app, and kills whatever still runs at the end."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[str]] = []

    def start(
        self, *command: str, without: tuple[str, ...] = (), by: tuple[str, ...] = (), **changes: str
    ) -> "subprocess.Popen[str]":
        """`without`: names that the environment of the process lacks; `changes`: what it has beside the usual; `by`: a
        command that runs it.
        """
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **changes}
        process = subprocess.Popen(
            [*by, sys.executable, *command],
            cwd=ROOT,
            env={name: value for name, value in environment.items() if name not in without},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._running.append(process)
        return process

    def hands(self, folder: Path, act: str) -> "subprocess.Popen[str]":
        """Starts the app over a folder, and has something done in it."""
        return self.start("-m", "tests.journey.hands", str(folder), act)

    def with_hands(self, folder: Path, act: str, until: str) -> "subprocess.Popen[str]":
        """The same, and waits for a word."""
        process = self.hands(folder, act)
        self.hear(process, until)
        return process

    def told(self, process: "subprocess.Popen[str]") -> str:
        """The next line that a process with hands says."""
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate(timeout=LIMIT_S)[1]
        return line

    def hear(self, process: "subprocess.Popen[str]", word: str) -> None:
        """Waits until a process with hands says a word."""
        assert process.stdout is not None
        heard = ""
        for line in process.stdout:
            heard += line
            if line.strip() == word:
                return
        raise AssertionError(heard + process.communicate(timeout=LIMIT_S)[1])

    def run(
        self, *command: str, without: tuple[str, ...] = (), by: tuple[str, ...] = (), **changes: str
    ) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of the app's own command."""
        process = self.start("-m", "scoro_desktop", *command, without=without, by=by, **changes)
        out, err = process.communicate(timeout=LIMIT_S)
        return process.returncode, out, err

    def kill(self, process: "subprocess.Popen[str]") -> None:
        """As `kill -9` does: nothing in the process has a last word."""
        process.kill()
        process.communicate(timeout=LIMIT_S)

    def close(self) -> None:
        for process in self._running:
            if process.poll() is None:
                self.kill(process)
