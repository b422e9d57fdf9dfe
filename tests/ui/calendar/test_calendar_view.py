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


def test_the_day_has_its_share_of_a_wide_window(qtbot: QtBot) -> None:
    view = CalendarView(LIGHT)
    qtbot.addWidget(view)
    side = view.more.parentWidget()
    assert side is not None
    with qtbot.waitExposed(view):
        view.show()
    for width, wanted in ((1000, 380), (1280, 380), (1920, 538)):
        view.resize(width, 700)
        qtbot.waitUntil(lambda wanted=wanted: side.width() == wanted)  # type: ignore[misc]
        assert view.grid.width() > side.width()
