"""The history on its page, when it is first looked at."""

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.history.page_head import PageHead
from scoro_desktop.ui.window.main_pages import MainPage
from tests.journey.conftest import Start


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.number += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_the_first_look_is_painted_in_a_turn_of_its_own(start: Start, qtbot: QtBot) -> None:
    """Making the page, laying it out and painting it held the window up in one piece."""
    window = start().window
    qtbot.waitUntil(lambda: window.is_complete)
    paints = Paints()
    window.history.installEventFilter(paints)
    window.turn_to(MainPage.HISTORY)
    assert window.history.head is not None
    assert not window.pages.updatesEnabled()
    qtbot.waitUntil(window.pages.updatesEnabled)
    qtbot.waitUntil(lambda: bool(paints.number))
    window.turn_to(MainPage.COMPOSE)
    window.turn_to(MainPage.HISTORY)
    assert window.pages.updatesEnabled()


def test_the_head_is_made_in_turns_behind_the_one_that_shows_the_page(start: Start, qtbot: QtBot) -> None:
    """In one piece it held the window up for a frame and more."""
    window = start().window
    qtbot.waitUntil(lambda: window.is_complete)
    window.turn_to(MainPage.HISTORY)
    assert window.history.isVisible()
    assert not window.history.findChildren(PageHead)
    qtbot.waitUntil(window.pages.updatesEnabled)
    (head,) = window.history.findChildren(PageHead)
    assert head.isVisible()
    assert head is window.history.head


def broken(_head: PageHead) -> None:
    raise LookupError


def test_a_head_that_cannot_be_made_leaves_the_rows_to_be_seen(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    qtbot.waitUntil(lambda: window.is_complete)
    monkeypatch.setattr(PageHead, "_show_kept", broken)
    with qtbot.captureExceptions() as raised:
        window.turn_to(MainPage.HISTORY)
        qtbot.waitUntil(window.pages.updatesEnabled)
    assert len(raised) == 1
    assert window.history.isVisible()
    monkeypatch.undo()
    window.turn_to(MainPage.COMPOSE)
    window.turn_to(MainPage.HISTORY)
    assert window.history.head is not None
    qtbot.waitUntil(window.pages.updatesEnabled)


def test_who_turns_away_at_once_sees_where_they_went(start: Start, qtbot: QtBot) -> None:
    window = start().window
    qtbot.waitUntil(lambda: window.is_complete)
    window.turn_to(MainPage.HISTORY)
    window.turn_to(MainPage.COMPOSE)
    qtbot.waitUntil(window.pages.updatesEnabled)
    assert window.tab.isVisible()
