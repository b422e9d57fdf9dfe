"""The clock for ages and durations."""

import time

import pytest

from scoro_desktop import elapsed


def test_it_has_nothing_to_do_with_the_clock_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    before = elapsed.seconds()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert 0.0 <= elapsed.seconds() - before < 3600.0


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="the clock that counts sleep, as Linux has it")
def test_it_counts_the_time_that_a_laptop_sleeps() -> None:
    assert elapsed.seconds() >= time.clock_gettime(time.CLOCK_BOOTTIME) - 60.0
    assert elapsed._CLOCK == time.CLOCK_BOOTTIME
