"""The times on offer in the dialog that asks when, on a night in which clocks are put back."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.sending.later.due import DueClock, moment_of
from scoro_desktop.ui.later.later_dialog import LaterDialog
from scoro_desktop.ui.runtime import here
from tests.journey.sight import words_in


@pytest.mark.parametrize(
    ("now", "moment", "zone"),
    [
        ("2026-10-24T22:15Z", "2026-10-24T23:15Z", "Europe/Berlin"),
        ("2026-10-24T23:15Z", "2026-10-25T00:15Z", "Europe/Berlin"),  # 02:15, the first time that clocks show it
        ("2026-10-25T00:15Z", "2026-10-25T01:15Z", "UTC+01:00"),  # 02:15 once more
        ("2026-10-25T01:15Z", "2026-10-25T02:15Z", "Europe/Berlin"),
        ("2026-10-25T00:15Z", "2026-10-25T01:15Z", "UTC+00:00"),  # in London
    ],
)
def test_in_an_hour_is_an_hour_from_now_whatever_clocks_show(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, now: str, moment: str, zone: str
) -> None:
    monkeypatch.setattr(here, "zone", lambda: "Europe/London" if zone == "UTC+00:00" else "Europe/Berlin")
    dialog = LaterDialog(DueClock(lambda: datetime.fromisoformat(now).astimezone(UTC)), None)
    qtbot.addWidget(dialog)
    (button,) = [each for each in dialog.findChildren(QPushButton) if each.text() == "In an hour"]
    button.click()
    assert moment_of(dialog.when()) == datetime.fromisoformat(moment)
    assert dialog.when().zone == zone
    assert dialog.take.isEnabled()
    assert "in 1 h" in words_in(dialog)
