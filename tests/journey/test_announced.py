"""Tests of what a screen reader is given to say while the keyboard is elsewhere."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The announcements, as they are handed to the system's accessibility, which there is none of here."""
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def test_counts_problems_and_outcomes_are_said(window: MainWindow, person: Person, said: list[str]) -> None:
    person.write_push(window, "Great match!", '{"deviceType": "ios"}')
    person.wait_for_count(window)
    person.qtbot.waitUntil(lambda: any("2,137 devices match" in each for each in said), timeout=WAIT_MS)
    person.fill(window.tab.audience.editor, '{"deviceType": ')
    person.qtbot.waitUntil(lambda: window.footer.text() in said, timeout=WAIT_MS)
    before = list(said)
    assert len(before) == len(dict.fromkeys(before)), "nothing is said twice"
    person.fill(window.tab.audience.editor, '{"deviceType": "android"}')
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    person.qtbot.waitUntil(lambda: any("Sent" in each for each in said), timeout=WAIT_MS)
    assert not any("Great match!" in each for each in said), "outcomes and counts, not what was typed"
