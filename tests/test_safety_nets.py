"""The safety nets in conftest.py hold: each of these tests has to be caught, and the last few let through."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = """
import os, socket, threading
import pytest
from PySide6.QtCore import QStandardPaths, qWarning
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QComboBox, QDialog, QMainWindow, QWidget

def test_caught_window_left_open(qtbot):
    test_caught_window_left_open.kept = QWidget()
    test_caught_window_left_open.kept.show()

def test_caught_window_left_hidden(qtbot):
    test_caught_window_left_hidden.kept = QDialog()

def test_caught_warning_of_qt(qtbot):
    qWarning("something is not right")

def test_caught_address_on_another_thread():
    def connect():
        with pytest.raises(OSError, match="tried to reach"):
            socket.create_connection(("192.0.2.1", 80), timeout=1)
    thread = threading.Thread(target=connect)
    thread.start()
    thread.join()

def test_caught_name():
    with pytest.raises(OSError, match="tried to reach"):
        socket.create_connection(("example.com", 80), timeout=1)

def test_fine_windows_that_go(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    box = QComboBox(window)
    box.addItem("one")
    window.setCentralWidget(box)
    window.show()
    box.showPopup()
    QDialog(window).show()
    circle = QWidget()
    circle.itself = circle

def test_fine_pointer_over_the_window(qapp):
    QCursor.setPos(70, 30)

def test_fine_pointer_of_the_test_before_is_gone(qapp):
    assert not qapp.primaryScreen().geometry().contains(QCursor.pos())

def test_fine_loopback():
    for name in ("127.0.0.1", "localhost"):
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection((name, server.getsockname()[1])).close()

def test_fine_name_that_does_not_exist():
    with pytest.raises(socket.gaierror):
        socket.create_connection(("nowhere.invalid", 80))

def test_fine_home():
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    assert data.startswith(os.environ["HOME"]) and os.environ["HOME"] != os.environ["REAL_HOME"]
"""


LONG = """
import pytest

@pytest.mark.long
def test_long():
    pass

def test_short():
    pass
"""


ONE_AFTER_THE_OTHER = "import json, sys, pytest; [pytest.main(options) for options in json.loads(sys.argv[1])]"
"""To start a program with all that pytest brings takes far longer than such a run."""


def run_pytest(folder: Path, text: str, *runs: list[str], umask: int = -1, **environment: str) -> str:
    """The output of pytest for a module of tests in a folder of its own, under these safety nets, run by run."""
    (folder / "conftest.py").write_text((Path(__file__).parent / "conftest.py").read_text("utf-8"), "utf-8")
    (folder / "test_nets.py").write_text(text, "utf-8")
    settings = Path(__file__).parents[1] / "pyproject.toml"
    always = ["-q", "-rfEp", "-c", str(settings), "--rootdir", str(folder)]
    run = subprocess.run(
        [sys.executable, "-c", ONE_AFTER_THE_OTHER, json.dumps([[*always, *options] for options in runs])],
        cwd=folder,
        env=os.environ | {"HOME": str(folder), "REAL_HOME": str(folder)} | environment,
        umask=umask,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return run.stdout


def test_what_must_be_caught_is_caught(tmp_path: Path) -> None:
    said = run_pytest(tmp_path, TESTS, [str(tmp_path)])
    caught = set(re.findall(r"^(?:FAILED|ERROR) test_nets\.py::(\w+)", said, re.MULTILINE))
    assert caught == set(re.findall(r"def (test_caught_\w+)", TESTS)), said
    passed = set(re.findall(r"^PASSED test_nets\.py::(test_fine_\w+)", said, re.MULTILINE))
    assert passed == set(re.findall(r"def (test_fine_\w+)", TESTS)), said


ENVIRONMENT = """
import json, os, subprocess, sys, time

def test_fine_environment():
    said = subprocess.run(["make", "-f", "told.mk"], capture_output=True, text=True, check=True).stdout
    assert said == "only this\\n"
    said = subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True, text=True, check=True)
    assert (said.stdout, said.stderr) == ("1\\n", "")
    assert time.strftime("%H", time.localtime(0)) == "00"
    with open("made", "w"):
        assert os.stat("made").st_mode & 0o777 == 0o644
    said = subprocess.run("cd made.d >there && ls no-such", shell=True, capture_output=True, text=True)
    assert "No such file" in said.stderr and not os.path.getsize("there")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no make, umask or shell on Windows")
def test_whoever_starts_the_tests_makes_no_difference(tmp_path: Path) -> None:
    (tmp_path / "told.mk").write_text("all:\n\t@echo only this\n", "ascii")
    (tmp_path / "made.d").mkdir()
    odd = {"MAKEFLAGS": "w", "MAKELEVEL": "2", "PYTHONVERBOSE": "1", "PYTHONSAFEPATH": "1", "TZ": "Asia/Kolkata"}
    odd |= {"LC_ALL": "ru_RU.UTF-8", "LANGUAGE": "ru", "CDPATH": f".:{tmp_path}"}
    said = run_pytest(tmp_path, ENVIRONMENT, ["."], umask=0o077, **odd)
    assert re.findall(r"^PASSED test_nets\.py::(\w+)", said, re.MULTILINE) == ["test_fine_environment"], said


RUNS: list[tuple[list[str], set[str]]] = [
    (["."], {"test_short"}),
    ([".", "-m", "not keyring"], {"test_short"}),
    ([".", "-m", "long or not long"], {"test_long", "test_short"}),
    (["test_nets.py::test_long"], {"test_long"}),
]


def test_long_tests_run_only_where_they_are_asked_for(tmp_path: Path) -> None:
    said = run_pytest(tmp_path, LONG, *(options for options, _ in RUNS))
    of_each = re.split(r"^\d passed.*$", said, flags=re.MULTILINE)[:-1]
    assert len(of_each) == len(RUNS), said
    for (options, run), part in zip(RUNS, of_each, strict=True):
        assert set(re.findall(r"^PASSED test_nets\.py::(\w+)", part, re.MULTILINE)) == run, (options, said)
    deselected = ["1 deselected" in line for line in re.findall(r"^\d passed.*$", said, re.MULTILINE)]
    assert deselected == [True, True, False, False]
