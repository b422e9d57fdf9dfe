"""The app is killed at random around the time of what is planned: each is sent once, in doubt once, or asked about."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


@pytest.mark.parametrize("times", [5, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_sent_once_or_asked(times: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.later_kills", str(tmp_path / "data"), str(times), "20261202"]
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=3500, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    sys.stdout.write(f"{report}\n")
    assert report["wrong"] == []
    assert (report["died"], report["plans"], report["twice"]) == (times, 2 * times, 0)
    assert "forgotten" not in report
    if times > 100:  # each state was met
        assert min(report[f"killed while {state}"] for state in ("planned", "sending", "sent")) > 0
        assert min(report[state] for state in ("asked", "in doubt", "sent")) > 0
