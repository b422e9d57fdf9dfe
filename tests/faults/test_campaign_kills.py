"""A campaign is killed at random and gone on with: nobody twice, nobody lost, in doubt only whose request was open."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


@pytest.mark.parametrize("times", [12, pytest.param(1000, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_nobody_twice_nobody_lost(times: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.campaign_kills", str(tmp_path / "data"), str(times), "20261129"]
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=3500, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    sys.stdout.write(f"{report}\n")
    assert report["wrong"] == []
    assert (report["died"], report["twice"], report["lost"]) == (times, 0, 0)
    assert report["people"] == 500 * report["campaigns"]
    assert report["in doubt by a kill"] > 0
    assert set(report["faults"]) == {"reached", "unread", "reset", "stall"}
