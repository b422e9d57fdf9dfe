"""The app as a process of its own: started twice over one folder, killed, and run once unattended."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion

from scoro_desktop import __version__
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history import HistoryFilter
from tests.journey.conftest import Person, Start
from tests.journey.sight import row_of

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 60


class Processes:
    """Starts the app, and kills whatever still runs at the end."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[str]] = []

    def start(self, *command: str, without: tuple[str, ...] = (), **changes: str) -> "subprocess.Popen[str]":
        """`without`: names that the environment of the process lacks; `changes`: what it has beside the usual."""
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **changes}
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={name: value for name, value in environment.items() if name not in without},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._running.append(process)
        return process

    def with_hands(self, folder: Path, act: str, until: str) -> "subprocess.Popen[str]":
        """Starts the app over a folder, has something done in it, and waits for a word."""
        process = self.start("-m", "tests.journey.hands", str(folder), act)
        assert process.stdout is not None
        heard = ""
        for line in process.stdout:
            heard += line
            if line.strip() == until:
                return process
        raise AssertionError(heard + process.communicate(timeout=LIMIT_S)[1])

    def run(self, *command: str, without: tuple[str, ...] = (), **changes: str) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of the app's own command."""
        process = self.start("-m", "scoro_desktop", *command, without=without, **changes)
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


@pytest.fixture
def processes() -> Iterator[Processes]:
    processes = Processes()
    yield processes
    processes.close()


def test_a_second_start_over_the_same_folder_is_refused_in_words(processes: Processes, data_dir: Path) -> None:
    first = processes.with_hands(data_dir, "show", "shown")
    code, out, err = processes.run("--data-dir", str(data_dir))
    assert (code, out) == (1, "")
    assert "Scoro Desktop is running already." in err
    assert str(data_dir) in err
    assert first.poll() is None
    # Another folder is another matter.
    processes.with_hands(data_dir.with_name("other"), "show", "shown")


def test_after_a_crash_the_draft_is_there_and_the_lock_is_not_in_the_way(
    processes: Processes, start: Start, data_dir: Path
) -> None:
    first = processes.with_hands(data_dir, "draft", "kept")
    processes.kill(first)
    assert (data_dir / "scoro-desktop.lock").exists()
    second = processes.with_hands(data_dir, "show", "shown")
    processes.kill(second)
    window = start().window
    assert window.tab.draft().message.summary() == "Great match!"
    assert window.tab.audience.text() == '{"deviceType": "ios"}'


def test_what_was_on_its_way_when_the_app_died_is_unknown(
    processes: Processes, start: Start, person: Person, data_dir: Path
) -> None:
    first = processes.with_hands(data_dir, "send", "arrived")
    processes.kill(first)
    application = start()
    (line,) = application.history.page(HistoryFilter(), 0, 10)
    assert (line.outcome, line.reason, line.summary) == (Outcome.UNKNOWN, "app_closed", "Great match!")
    row = row_of(application.window)
    assert (row["outcome"], row["result"]) == ("Unknown", "App closed before the answer")
    # Sending it once more is asked about: it may have gone out, as indeed it did.
    window = application.window
    person.select_row(window)
    person.press(window.history, "Use again")
    person.wait_for_count(window)
    dialog = person.press_send(window)
    assert dialog.again.isVisible()
    assert not dialog.send_button.isEnabled()
    dialog.reject()


def smoke_report(out: str) -> dict[str, object]:
    (line,) = out.splitlines()
    report = json.loads(line)
    assert isinstance(report, dict)
    return report


def test_the_smoke_run_needs_no_display_and_no_keyring(processes: Processes, tmp_path: Path) -> None:
    screen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    no_bus = f"unix:path={tmp_path / 'no-bus'}"
    code, out, err = processes.run("--smoke", without=screen, DBUS_SESSION_BUS_ADDRESS=no_bus)
    assert code == 0, err
    report = smoke_report(out)
    assert list(report) == ["version", "qt", "keyring", "push", "sms"]
    assert (report["version"], report["qt"], report["keyring"]) == (__version__, qVersion(), None)
    for channel in ("push", "sms"):
        result = report[channel]
        assert isinstance(result, dict)
        assert result["outcome"] == "sent"
        assert result["count"] > 0


def test_the_smoke_run_leaves_nothing_behind(processes: Processes, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    code, _, err = processes.run("--smoke", TMPDIR=str(temporary))
    assert code == 0, err
    assert list(temporary.iterdir()) == []
