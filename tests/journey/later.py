"""Hands for what is planned: a clock that a test moves, and the way to a plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QTimeZone
from PySide6.QtWidgets import QApplication

from scoro_desktop import elapsed
from scoro_desktop.sending.campaigns.clock import SystemClock
from scoro_desktop.sending.later.due import DueClock
from scoro_desktop.storage.planned_types import Plan
from scoro_desktop.ui.later.later_dialog import LaterDialog
from scoro_desktop.ui.sending.later_confirm import LaterConfirmDialog
from tests.journey.conftest import WAIT_MS
from tests.journey.sight import words_in
from tests.journey.stored import at_rest

if TYPE_CHECKING:
    import pytest

    from scoro_desktop.app import Application
    from scoro_desktop.ui.window.main_window import MainWindow
    from tests.journey.conftest import Person

DAY = datetime(2026, 12, 1, 12, tzinfo=UTC)
"""The moment at which these journeys begin: a Tuesday, 12:00 on the clocks of tests."""


class Hand:
    """The clock of an application, moved by a test."""

    def __init__(self, application: Application, now: datetime = DAY) -> None:
        self.now = now
        self.runner = application.services.later
        self.runner.clock = DueClock(lambda: self.now)

    def move_to(self, text: str) -> None:
        """Moves it to a moment of UTC, "12-02 09:00", and has the app look at it."""
        self.now = datetime.fromisoformat(f"2026-{text}Z")
        self.runner.look()
        at_rest()

    def tell_campaigns(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Has campaigns tell the time by it too, in which their quiet hours are; it goes on by itself meanwhile."""
        begun = elapsed.seconds()
        now = lambda _clock: self.now + timedelta(seconds=elapsed.seconds() - begun)  # noqa: E731
        monkeypatch.setattr(SystemClock, "now", now)


def ask_when(window: MainWindow) -> LaterDialog:
    """Presses "Later…" for the message in front."""
    window.commands["message.later"].trigger()
    return time_dialog()


def time_dialog() -> LaterDialog:
    """The dialog that asks for a time."""
    at_rest()
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, LaterDialog) and each.isVisible()]
    return dialog


def choose(dialog: LaterDialog, text: str, zone: str | int = "Europe/Moscow") -> None:
    """Sets a clock, "2026-12-02 09:00", of a zone, and takes it."""
    dialog.time.zone.show_zone(zone)
    shown = QDateTime.fromString(text, "yyyy-MM-dd HH:mm")
    dialog.time.clock.setDateTime(QDateTime(shown.date(), shown.time(), QTimeZone.utc()))
    assert dialog.take.isEnabled(), words_in(dialog)
    dialog.take.click()
    at_rest()


def confirmation(person: Person, window: MainWindow) -> LaterConfirmDialog:
    """The confirmation for a time, once it has counted."""
    (dialog,) = [each for each in window.findChildren(LaterConfirmDialog) if each.isVisible()]
    person.qtbot.waitUntil(lambda: dialog.count is not None or dialog.again_button.isVisible(), timeout=WAIT_MS)
    person.settle()
    return dialog


def plan(person: Person, window: MainWindow, text: str = "2026-12-02 09:00", zone: str | int = "Europe/Moscow") -> Plan:
    """Plans the message in front, and waits until it is on the disk."""
    choose(ask_when(window), text, zone)
    return approve(person, window, confirmation(person, window))


def approve(person: Person, window: MainWindow, dialog: LaterConfirmDialog) -> Plan:
    with person.qtbot.waitSignal(window._services.later.kept, timeout=WAIT_MS) as planned:
        person.click(dialog.send_button)
    person.settle()
    made = (planned.args or [None])[0]
    assert isinstance(made, Plan)
    return made
