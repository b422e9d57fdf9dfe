"""A clock with its zone gives the offset that the zone has on the day that is chosen, not the one of today."""

import pytest
from PySide6.QtCore import QDate, QTime
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.moments.clock_and_zone import ClockAndZone


@pytest.mark.parametrize(
    ("zone", "july", "november"),
    [
        ("Europe/Moscow", "+03:00", "+03:00"),
        ("Europe/Berlin", "+02:00", "+01:00"),
        ("America/New_York", "-04:00", "-05:00"),  # its clocks go back on 1 November 2026
        ("Australia/Sydney", "+10:00", "+11:00"),
        ("Asia/Kolkata", "+05:30", "+05:30"),
    ],
)
def test_5_november_is_chosen_in_july(qtbot: QtBot, zone: str, july: str, november: str) -> None:
    when = ClockAndZone()
    qtbot.addWidget(when)
    when.show_here(QDate(2026, 7, 5), QTime(17, 0))
    when.zone.show_zone(zone)
    assert when.moment().isoformat() == f"2026-07-05T17:00:00{july}"
    when.clock.setDate(QDate(2026, 11, 5))
    assert when.moment().isoformat() == f"2026-11-05T17:00:00{november}"
