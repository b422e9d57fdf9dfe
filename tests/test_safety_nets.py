"""The safety nets in conftest.py hold: each of these tests has to be caught, and the last few let through."""

import os
import re
import subprocess
import sys
from pathlib import Path

TESTS = """
import os, socket, threading
import pytest
from PySide6.QtCore import QStandardPaths, qWarning
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


def test_what_must_be_caught_is_caught(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text((Path(__file__).parent / "conftest.py").read_text("utf-8"), "utf-8")
    (tmp_path / "test_nets.py").write_text(TESTS, "utf-8")
    settings = Path(__file__).parents[1] / "pyproject.toml"
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rfEp", "-c", str(settings), "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=tmp_path,
        env=os.environ | {"HOME": str(tmp_path), "REAL_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    caught = set(re.findall(r"^(?:FAILED|ERROR) test_nets\.py::(\w+)", run.stdout, re.MULTILINE))
    assert caught == set(re.findall(r"def (test_caught_\w+)", TESTS)), run.stdout
    passed = set(re.findall(r"^PASSED test_nets\.py::(test_fine_\w+)", run.stdout, re.MULTILINE))
    assert passed == set(re.findall(r"def (test_fine_\w+)", TESTS)), run.stdout
