"""Tests of errors in the app itself: they are said in the window and written down, and the app goes on."""

import json
import re
from pathlib import Path

import pytest

from scoro_desktop import app, command
from scoro_desktop.storage import error_log
from tests.journey.processes import Processes

KEY = re.compile(r"[0-9a-f]{32}")
"""The form of the sandbox's keys."""


def test_what_nobody_caught_is_shown_once_and_written_down_without_keys(processes: Processes, data_dir: Path) -> None:
    first = processes.hands(data_dir, "stumble")
    shown = json.loads(processes.told(first))
    assert shown["bar"] == (
        "Something went wrong in the app; it keeps running. No message is on its way; what was sent is in History."
    )
    technical = shown["technical"]
    for kind in ("RuntimeError", "OverflowError", "LookupError"):
        assert technical.count(f"builtins.{kind}") == 1
    for words in ("Great Match", "GREAT MATCH", "builtins.LookupError:"):
        assert words not in technical, "an exception's words may quote what somebody wrote, or a recipient"
    assert "in in_a_slot" in technical
    assert not KEY.search(technical)
    assert processes.run("--data-dir", str(data_dir)) == (0, "", "")  # it goes on
    first.terminate()
    _, err = first.communicate()
    log = data_dir / error_log.NAME
    assert log.stat().st_mode & 0o777 == 0o600
    written = log.read_text("utf-8")
    for text in (written, err):
        assert "in in_a_slot" in text
        assert "builtins.RuntimeError" in text
        assert "builtins.OverflowError" in text
        assert not KEY.search(text)
        assert "great match" not in text.lower().replace('"great match"', "")  # but for the line of the code
    assert written.count("builtins.RuntimeError") == 1
    assert written.count("10 times now: RuntimeError") == 1


def test_an_app_that_cannot_even_start_says_so(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **_named: object) -> None:
        raise ZeroDivisionError("secret".upper())

    monkeypatch.setattr(app, "Application", broken)
    assert command.run(["--data-dir", str(data_dir)]) == 1
    err = capsys.readouterr().err
    log = data_dir / error_log.NAME
    assert "Scoro Desktop could not start: something went wrong in the app. Nothing was sent." in err
    assert str(log) in err
    assert "builtins.ZeroDivisionError" in log.read_text("utf-8")
    assert "SECRET" not in err + log.read_text("utf-8")
    assert [path.name for path in data_dir.iterdir()] == [error_log.NAME]
