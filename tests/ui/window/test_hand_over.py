"""Another language, chosen in the middle of something: the window that speaks it is where the one before was."""

import pytest

from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person, Start
from tests.ui.window.test_main_window import english_again, menu_action

__all__ = ["english_again"]
pytestmark = pytest.mark.usefixtures("english_again")


def in_russian(start: Start, person: Person, page: MainPage, tab: str) -> MainWindow:
    """Goes to a tab and a page, has the app speak Russian there, and returns the window once it is complete."""
    application = start()
    old = application.window
    person.qtbot.waitUntil(lambda: old.is_complete)
    old.commands[f"view.{tab}"].trigger()
    old.commands[f"page.{page.value}"].trigger()
    menu_action(old, "ru").trigger()
    window = application.window
    assert window is not old
    person.qtbot.waitUntil(lambda: window.is_complete)
    return window


@pytest.mark.parametrize("page", MainPage)
def test_the_page_that_is_seen_stays(start: Start, person: Person, page: MainPage) -> None:
    window = in_russian(start, person, page, "push")
    assert window.pages.page is page
    assert window.pages.currentWidget() is window.pages.place_of(page)
    assert window.commands[f"page.{page.value}"].isChecked()
    assert window.footer.isVisible() is (page is MainPage.COMPOSE)


def test_the_tab_in_front_stays_and_can_be_typed_in(start: Start, person: Person) -> None:
    window = in_russian(start, person, MainPage.COMPOSE, "sms")
    front = window.tabs.in_front()
    assert front is not None
    assert front.key == "sms"
    person.qtbot.waitUntil(lambda: front.isAncestorOf(window.focusWidget()))


def test_somebody_who_goes_elsewhere_meanwhile_is_left_there(start: Start, person: Person) -> None:
    application = start()
    old = application.window
    person.qtbot.waitUntil(lambda: old.is_complete)
    old.commands["page.library"].trigger()
    menu_action(old, "ru").trigger()
    application.window.commands["page.history"].trigger()
    window = application.window
    person.qtbot.waitUntil(lambda: window.is_complete)
    assert window.pages.page is MainPage.HISTORY
