"""Tests of when a send must be confirmed anew, by what it was and what it is now; and of when it is quiet."""

import dataclasses
from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.sending.checks import Asked, asks_again, demand, quiet_now

SHOP = Account("a", "Shop", Environment.TEST, "https://api.example.com/", "id", AccessKind.MASTER, ceiling=1000)


def again(confirmed: int | None, now: int | None, *, was_everyone: bool = False, everyone: bool = False) -> bool:
    was = demand(SHOP, confirmed, is_everyone=was_everyone)
    return asks_again(SHOP, confirmed, now, was=was, is_everyone=everyone)


@pytest.mark.parametrize(
    ("confirmed", "now", "expected"),
    [
        (100, 100, False),
        (100, 105, False),
        (100, 95, False),
        (100, 106, True),
        (100, 94, True),
        (100, 0, True),
        (1, 1, False),
        (1, 2, True),
        (100, None, True),
        (None, None, False),
        (None, 7, False),
        (None, 0, True),
        (None, 1001, True),
        (999, 1001, True),  # above the ceiling now
        (1001, 999, False),
        (1001, 1002, False),
    ],
)
def test_a_count_that_moved(confirmed: int | None, now: int | None, expected: bool) -> None:
    assert again(confirmed, now) is expected


def test_an_audience_that_has_become_everyone() -> None:
    assert again(100, 100, everyone=True)
    assert not again(100, 100, was_everyone=True, everyone=True)
    assert again(None, None, everyone=True)
    assert not again(None, None, was_everyone=True, everyone=True)


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.floats(0, 100))
def test_nothing_that_moved_by_more_than_the_tolerance_goes_out(confirmed: int, now: int, tolerance: float) -> None:
    account = dataclasses.replace(SHOP, tolerance=tolerance)
    was = demand(account, confirmed, is_everyone=False)
    if not asks_again(account, confirmed, now, was=was, is_everyone=False):
        assert now > 0
        assert abs(now - confirmed) * 100 <= tolerance * confirmed
        assert demand(account, now, is_everyone=False).asked in {Asked.NOTHING, was.asked}


def test_quiet_is_what_the_account_says() -> None:
    night = datetime(2026, 6, 1, 23, 0, tzinfo=UTC)
    hours = QuietHours(time(22), time(9), "UTC")
    assert quiet_now(SHOP, night) is None
    assert quiet_now(dataclasses.replace(SHOP, quiet_hours=hours), night) == hours
    assert quiet_now(dataclasses.replace(SHOP, quiet_hours=hours), night.replace(hour=12)) is None
    nowhere = dataclasses.replace(hours, zone="Mars/Olympus")
    assert quiet_now(dataclasses.replace(SHOP, quiet_hours=nowhere), night) is None
