"""Tests of what is made and loaded before the first frame: it is counted, since time cannot be in a test."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

MOST_WIDGETS: Final = 188
MOST_MODULES: Final = 144
"""Of ours. Each takes about 0.4 ms on the two cores of 2026-11."""
TOO_EARLY: Final = (
    *("requests", "urllib3", "keyring", "bson", "regex", "idna", "encodings.idna", "tree_sitter", "tree_sitter_json"),
    *("http", "http.client", "http.server", "email", "ssl", "html", "secrets", "zoneinfo", "subprocess"),
    *("scoro_desktop.audience", "scoro_desktop.composing", "scoro_desktop.jsontext", "scoro_desktop.sending"),
    *("scoro_desktop.curl.reading", "scoro_desktop.messages.channels.registry", "scoro_desktop.messages.request"),
    *("scoro_desktop.sandbox.sample", "scoro_desktop.sandbox.web", "scoro_desktop.scorocode.client"),
    *("scoro_desktop.scorocode.scrubbing", "scoro_desktop.storage.history", "scoro_desktop.storage.saved_drafts"),
    *("scoro_desktop.storage.campaigns", "scoro_desktop.recipients"),
    *("scoro_desktop.ui.accounts", "scoro_desktop.ui.audience", "scoro_desktop.ui.history", "scoro_desktop.ui.preview"),
    *("scoro_desktop.ui.library", "scoro_desktop.ui.templates", "scoro_desktop.ui.compose.key_values"),
    *("scoro_desktop.ui.editor.json_pane", "scoro_desktop.ui.sending.confirm_dialog", "scoro_desktop.ui.smoke"),
    *("scoro_desktop.ui.channels.sms.sms_form", "scoro_desktop.ui.phone"),
)
"""Modules, and packages with all that is in them, of which the first frame shows nothing."""
TOO_EARLY_FOR_ALL: Final = (
    *("requests", "urllib3", "keyring", "bson", "tree_sitter", "tree_sitter_json", "hashlib", "secrets", "uuid"),
    *("zoneinfo", "ssl", "scoro_desktop.scorocode.client", "scoro_desktop.scorocode.lookups"),
    *("scoro_desktop.sandbox.sample", "scoro_desktop.ui.audience.builder.value_area"),
    *("scoro_desktop.ui.audience.editor.proposals", "scoro_desktop.ui.history.history_pane"),
)
"""The same of the whole window, in which nothing is chosen yet."""
LOOK: Final = """
import json, sys
from PySide6.QtWidgets import QApplication
from scoro_desktop.app import Application

def show(application):
    print(json.dumps([len(QApplication.allWidgets()), sorted(sys.modules)]), flush=True)
    raise SystemExit(0)

Application.show = show
from scoro_desktop.command import run
run(["--data-dir", sys.argv[1]])
"""
LOOK_AT_ALL: Final = """
import json, sys
import PySide6.QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from scoro_desktop.app import Application

def look():
    print(json.dumps(sorted({*sys.modules, *vars(PySide6.QtWidgets)})), flush=True)
    raise SystemExit(0)

def show(application):
    window = application.window
    getattr(window, sys.argv[2]).connect(look)
    window.show()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_W)

Application.show = show
from scoro_desktop.command import run
run(["--data-dir", sys.argv[1]])
"""


def seen(look: str, folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[3])}
    for _ in range(2):  # the first start makes the database
        found = subprocess.run(
            [sys.executable, "-c", look, str(folder), *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert found.stdout, found.stderr
    return found.stdout


@pytest.fixture(scope="module")
def first_frame(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[str]]:
    """The number of widgets, and the modules, when a window over an ordinary folder is about to be shown."""
    widgets, modules = json.loads(seen(LOOK, tmp_path_factory.mktemp("data")))
    return widgets, modules


def test_few_widgets_are_made_before_the_first_frame(first_frame: tuple[int, list[str]]) -> None:
    assert first_frame[0] <= MOST_WIDGETS


def test_few_modules_are_loaded_before_the_first_frame(first_frame: tuple[int, list[str]]) -> None:
    ours = [name for name in first_frame[1] if name.startswith("scoro_desktop")]
    assert len(ours) <= MOST_MODULES, ours


def test_what_the_first_frame_does_not_show_is_not_loaded(first_frame: tuple[int, list[str]]) -> None:
    early = [name for name in first_frame[1] if any(name == each or name.startswith(f"{each}.") for each in TOO_EARLY)]
    packages = {"scoro_desktop.audience", "scoro_desktop.sending", "scoro_desktop.composing"}
    assert [name for name in early if name not in packages] == []


def test_the_whole_window_is_there_before_what_it_does_not_show(tmp_path: Path) -> None:
    """A letter is typed meanwhile, for which a field says that something is missing."""
    names = set(json.loads(seen(LOOK_AT_ALL, tmp_path, "whole")))
    assert names & set(TOO_EARLY_FOR_ALL) == set()
    assert "QComboBox" in names  # as any class of Qt that was named
    assert "QStyle" not in names  # hundreds of names, for what is painted by hand


def test_what_nobody_wanted_yet_takes_no_memory(tmp_path: Path) -> None:
    """The system's cryptography alone is 3 MB, the configuration of Python, which zones bring along, is one."""
    names = set(json.loads(seen(LOOK_AT_ALL, tmp_path, "complete")))
    assert [name for name in TOO_EARLY_FOR_ALL if name in names and not name.startswith("scoro_desktop.")] == []
    assert "scoro_desktop.ui.window.presenters" in names
