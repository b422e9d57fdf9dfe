"""The calendar before and after its day was read."""

from pytestqt.qtbot import QtBot

from scoro_desktop.ui.calendar.calendar_view import CalendarView
from scoro_desktop.ui.kit.appearance import LIGHT


def test_nothing_is_said_of_a_day_that_was_not_read(qtbot: QtBot) -> None:
    view = CalendarView(LIGHT)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    assert not view.empty.isVisible()
    assert not view.more.isVisible(), "a link without words"
    view.show_day([], 0)
    assert view.empty.isVisible()
    assert not view.more.isVisible()
    view.show_day([], 3)
    assert view.more.text() == "3 more: show this day in the history"
    assert view.more.isVisible()
