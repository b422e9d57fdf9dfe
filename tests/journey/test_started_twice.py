"""The app started more than once over one folder, as processes of their own: there is never more than one window."""

import os
import signal
import sqlite3
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.storage import folder_lock, show_requests
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.storage.folder_lock import FolderLock
from scoro_desktop.ui.runtime.show_requests import ShowRequests
from tests.journey.conftest import WAIT_MS
from tests.journey.processes import LIMIT_S, Processes


def left_in(folder: Path) -> list[str]:
    """The files that a second start has left behind."""
    return [path.name for path in folder.iterdir() if path.suffix in {show_requests.SUFFIX, ".half"}]


@pytest.mark.parametrize("act", ["minimize", "ask"])
def test_a_second_start_brings_the_first_window_back(act: str, processes: Processes, data_dir: Path) -> None:
    first = processes.with_hands(data_dir, act, "minimized")
    assert processes.run("--data-dir", str(data_dir)) == (0, "", "")
    processes.hear(first, "restored")
    assert first.poll() is None
    assert left_in(data_dir) == []


def test_by_another_name_it_is_the_same_folder_and_another_folder_is_another_matter(
    processes: Processes, data_dir: Path
) -> None:
    processes.with_hands(data_dir, "show", "shown")
    link = data_dir.with_name("link")
    link.symlink_to(data_dir)
    assert processes.run("--data-dir", str(link)) == (0, "", "")
    processes.with_hands(data_dir.with_name("other"), "show", "shown")


def test_what_a_killed_one_left_behind_is_not_in_the_way(processes: Processes, data_dir: Path) -> None:
    first = processes.with_hands(data_dir, "show", "shown")
    show_requests.ask(data_dir, show_requests.ShowRequest())
    processes.kill(first)
    assert (data_dir / folder_lock.NAME).exists()
    processes.with_hands(data_dir, "show", "shown")
    assert processes.run("--data-dir", str(data_dir)) == (0, "", "")
    assert left_in(data_dir) == []


@pytest.mark.parametrize("program", ["python3.11", ""])
def test_a_number_that_another_program_has_by_now_keeps_nobody_out(
    program: str, processes: Processes, data_dir: Path
) -> None:
    """The first line is the number of this very process, which is a Python and alive, over no data at all."""
    data_dir.mkdir()
    (data_dir / folder_lock.NAME).write_text(f"{os.getpid()}\n{program}\n{os.uname().nodename}\n", "utf-8")
    processes.with_hands(data_dir, "show", "shown")


def test_of_many_at_the_same_instant_one_has_a_window(processes: Processes, data_dir: Path) -> None:
    crowd = [processes.hands(data_dir, "show") for _ in range(4)]
    alive = list(crowd)
    while len(alive) > 1:
        pid, status = os.waitpid(-1, 0)
        process = next(each for each in alive if each.pid == pid)
        process.returncode = os.waitstatus_to_exitcode(status)
        alive.remove(process)
        out, err = process.communicate(timeout=LIMIT_S)
        assert (process.returncode, out, err) == (0, "", "")
    processes.hear(alive[0], "shown")


def test_one_that_is_still_starting_is_found(processes: Processes, data_dir: Path, qtbot: QtBot) -> None:
    data_dir.mkdir()
    lock = FolderLock.take(data_dir)  # as far as a first process gets before it has a window
    assert lock is not None
    second = processes.start("-m", "scoro_desktop", "--data-dir", str(data_dir), XDG_ACTIVATION_TOKEN="a-token")
    qtbot.waitUntil(lambda: bool(show_requests.waiting(data_dir)), timeout=WAIT_MS)
    requests = ShowRequests(data_dir)
    with qtbot.waitSignal(requests.wanted, timeout=WAIT_MS) as wanted:
        requests.look()
    assert wanted.args == ["a-token"]
    out, err = second.communicate(timeout=LIMIT_S)
    assert (second.returncode, out, err) == (0, "", "")
    lock.release()


def test_one_that_does_not_answer_is_told_of_and_no_second_one_starts(processes: Processes, data_dir: Path) -> None:
    first = processes.with_hands(data_dir, "minimize", "minimized")
    first.send_signal(signal.SIGSTOP)
    code, out, err = processes.run("--data-dir", str(data_dir))
    assert (code, out) == (1, "")
    assert "Scoro Desktop is running already and does not answer." in err
    assert str(data_dir) in err
    assert left_in(data_dir) == []
    code, out, err = processes.run("--forget-keys", "--data-dir", str(data_dir))
    assert (code, out) == (1, "")
    assert "is running" in err
    first.send_signal(signal.SIGCONT)
    assert processes.run("--data-dir", str(data_dir)) == (0, "", "")
    processes.hear(first, "restored")


def test_who_waits_for_one_that_then_dies_takes_its_place(processes: Processes, data_dir: Path, qtbot: QtBot) -> None:
    first = processes.with_hands(data_dir, "show", "shown")
    first.send_signal(signal.SIGSTOP)
    second = processes.hands(data_dir, "show")
    qtbot.waitUntil(lambda: bool(show_requests.waiting(data_dir)), timeout=WAIT_MS)
    processes.kill(first)
    processes.hear(second, "shown")
    assert left_in(data_dir) == []


def test_a_folder_that_may_not_be_written_to_is_called_so(processes: Processes, tmp_path: Path) -> None:
    # Nothing is forbidden to root, as whom the checks may run, unless its special rights are taken away.
    by = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
    folder = tmp_path / "read-only"
    folder.mkdir(mode=0o555)
    for locale, words in (
        ("C.UTF-8", "You have no right to write to the data folder"),
        ("ru_RU.UTF-8", "нет права записи"),
    ):
        code, out, err = processes.run("--data-dir", str(folder), by=by, LC_ALL=locale)
        assert (code, out) == (1, "")
        assert words in err
        assert str(folder) in err
        assert "running" not in err
    code, out, err = processes.run("--forget-keys", "--data-dir", str(folder), by=by)
    assert (code, out) == (1, "")
    assert "cannot keep anything in" in err


def test_something_else_in_the_place_of_the_folder_is_called_so(processes: Processes, tmp_path: Path) -> None:
    taken = tmp_path / "a file"
    taken.write_text("not ours", "utf-8")
    full = tmp_path / "data"
    (full / folder_lock.NAME).mkdir(parents=True)
    for folder in (taken, full):
        code, out, err = processes.run("--data-dir", str(folder), LC_ALL="C.UTF-8")
        assert (code, out) == (1, "")
        assert "omething else is in the place of" in err
    assert taken.read_text("utf-8") == "not ours"


def test_a_database_that_is_damaged_is_told_to_each_who_starts(processes: Processes, data_dir: Path) -> None:
    data_dir.mkdir()
    with sqlite3.connect(data_dir / DATABASE) as connection:
        connection.execute("CREATE TABLE somebody_elses (name TEXT)")
    connection.close()
    for _ in range(2):
        code, _, err = processes.run("--data-dir", str(data_dir), LC_ALL="C.UTF-8")
        assert code == 1
        assert "is damaged" in err
    assert not (data_dir / folder_lock.NAME).exists()
