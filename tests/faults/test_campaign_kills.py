"""A campaign is killed at random and gone on with: nobody twice, nobody lost, in doubt only whose request was open."""

import sys
from pathlib import Path

import pytest

from tests.faults.killing import report_of

SEED = "20261129"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


@pytest.mark.parametrize("times", [12, pytest.param(1000, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_nobody_twice_nobody_lost(times: int, tmp_path: Path) -> None:
    report = report_of("campaign_kills", times, tmp_path, SEED)
    assert (report["died"], report["twice"], report["lost"]) == (times, 0, 0)
    assert report["people"] == 500 * report["campaigns"]
    assert report["in doubt by a kill"] > 0
    assert set(report["faults"]) == {"reached", "unread", "reset", "stall"}


@pytest.mark.parametrize("times", [6, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_a_stop_that_was_killed_ends_as_it_would_have(times: int, tmp_path: Path) -> None:
    report = report_of("stop_kills", times, tmp_path, SEED)
    assert report["killed"] == times
    assert report["half way"] > 0


@pytest.mark.parametrize("times", [12, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_a_change_of_the_text_that_was_killed_is_whole_or_none(times: int, tmp_path: Path) -> None:
    report = report_of("text_kills", times, tmp_path, SEED)
    assert report["killed"] == times
    assert min(report["old text"], report["new text"], report["half way"]) > 0


@pytest.mark.parametrize("times", [6, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_sending_again_that_was_killed_has_nobody_twice_in_it(times: int, tmp_path: Path) -> None:
    report = report_of("again_kills", times, tmp_path, SEED)
    assert report["killed"] == times
    assert report["half way"] > 0
