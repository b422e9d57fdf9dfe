"""A campaign is killed at random and gone on with: nobody twice, nobody lost, in doubt only whose request was open."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


def run(module: str, times: int, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", f"tests.faults.{module}", str(folder / "data"), str(times), "20261129"]
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=3500, check=False)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    sys.stdout.write(f"{report}\n")
    return report


@pytest.mark.parametrize("times", [12, pytest.param(1000, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_nobody_twice_nobody_lost(times: int, tmp_path: Path) -> None:
    report = run("campaign_kills", times, tmp_path)
    assert report["wrong"] == []
    assert (report["died"], report["twice"], report["lost"]) == (times, 0, 0)
    assert report["people"] == 500 * report["campaigns"]
    assert report["in doubt by a kill"] > 0
    assert set(report["faults"]) == {"reached", "unread", "reset", "stall"}


@pytest.mark.parametrize("times", [6, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_a_stop_that_was_killed_ends_as_it_would_have(times: int, tmp_path: Path) -> None:
    report = run("stop_kills", times, tmp_path)
    assert report["wrong"] == []
    assert report["killed"] == times
    assert report["half way"] > 0


@pytest.mark.parametrize("times", [12, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_a_change_of_the_text_that_was_killed_is_whole_or_none(times: int, tmp_path: Path) -> None:
    report = run("text_kills", times, tmp_path)
    assert report["wrong"] == []
    assert report["killed"] == times
    assert min(report["old text"], report["new text"], report["half way"]) > 0


@pytest.mark.parametrize("times", [6, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_sending_again_that_was_killed_has_nobody_twice_in_it(times: int, tmp_path: Path) -> None:
    report = run("again_kills", times, tmp_path)
    assert report["wrong"] == []
    assert report["killed"] == times
    assert report["half way"] > 0
