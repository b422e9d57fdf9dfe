"""The app is killed at random around the time of what is planned: each is sent once, in doubt once, or asked about."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


OFTEN = pytest.mark.parametrize("times", [5, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])


def killed(program: str, times: int, folder: Path) -> dict[str, Any]:
    """The report of a program that kills the app so many times."""
    command = [sys.executable, "-m", f"tests.faults.{program}", str(folder / "data"), str(times), "20261202"]
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=3500, check=False)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    sys.stdout.write(f"{report}\n")
    assert report["wrong"] == []
    return report


@OFTEN
def test_a_campaign_starts_once_or_asks(times: int, tmp_path: Path) -> None:
    report = killed("later_campaign_kills", times, tmp_path)
    assert (report["died"], report["campaigns"], report["twice"], report["forgotten"]) == (times, times, 0, 0)
    assert report.get("lost", 0) == 0
    if times > 100:  # each state was met
        found = [report[f"killed while {state}"] for state in ("planned, ready", "fired, running", "fired, finished")]
        assert min(found) > 0
        assert min(report["asked: late"], report["paused"], report["finished"], report["in doubt"]) > 0


@OFTEN
def test_sent_once_or_asked(times: int, tmp_path: Path) -> None:
    report = killed("later_kills", times, tmp_path)
    assert (report["died"], report["plans"], report["twice"]) == (times, 2 * times, 0)
    assert "forgotten" not in report
    if times > 100:  # each state was met
        assert min(report[f"killed while {state}"] for state in ("planned", "sending", "sent")) > 0
        assert min(report[state] for state in ("asked", "in doubt", "sent")) > 0
