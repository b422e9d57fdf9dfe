"""The app is killed at random around the time of what is planned: each is sent once, in doubt once, or asked about."""

import sys
from pathlib import Path

import pytest

from tests.faults.killing import report_of

SEED = "20261202"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


OFTEN = pytest.mark.parametrize("times", [5, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])


@OFTEN
def test_a_campaign_starts_once_or_asks(times: int, tmp_path: Path) -> None:
    report = report_of("later_campaign_kills", times, tmp_path, SEED)
    assert (report["died"], report["campaigns"], report["twice"], report["forgotten"]) == (times, times, 0, 0)
    assert report.get("lost", 0) == 0
    if times > 100:  # each state was met
        found = [report[f"killed while {state}"] for state in ("planned, ready", "fired, running", "fired, finished")]
        assert min(found) > 0
        assert min(report["asked: late"], report["paused"], report["finished"], report["in doubt"]) > 0


@OFTEN
def test_sent_once_or_asked(times: int, tmp_path: Path) -> None:
    report = report_of("later_kills", times, tmp_path, SEED)
    assert (report["died"], report["plans"], report["twice"]) == (times, 2 * times, 0)
    assert "forgotten" not in report
    if times > 100:  # each state was met
        assert min(report[f"killed while {state}"] for state in ("planned", "sending", "sent")) > 0
        assert min(report[state] for state in ("asked", "in doubt", "sent")) > 0


@OFTEN
def test_what_is_edited_is_on_the_plan_or_in_the_form(times: int, tmp_path: Path) -> None:
    report = report_of("edit_kills", times, tmp_path, SEED)
    assert report["killed"] == times
    if times > 100:
        assert report["killed between"] > times / 2
