"""The app dies, at each of its statements and at random: nothing lost, nothing twice, and it goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


def die(folder: Path, *how: str) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.faults.dying", how[0], str(folder), *how[1:]]
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=1500, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert isinstance(report, dict)
    sys.stdout.write(f"{' '.join(how)}: {report}\n")
    assert report["wrong"] == [], done.stderr
    return report


def test_it_dies_before_each_of_its_statements(tmp_path: Path) -> None:
    report = die(tmp_path / "data", "crash")
    assert isinstance(report["died"], int)
    assert report["died"] > 20
    assert isinstance(report["outcomes"], dict)
    assert set(report["outcomes"]) == {"sent", "unknown", "not_sent"}  # the last of those that died while they held it


@pytest.mark.parametrize("times", [50, pytest.param(1000, marks=[pytest.mark.long, pytest.mark.timeout(1800)])])
def test_it_is_killed_at_random(tmp_path: Path, times: int) -> None:
    report = die(tmp_path / "data", "kill", str(times), "20261128")
    assert report["died"] == times
    assert isinstance(report["arrived"], int)
    assert report["arrived"] > times / 2
