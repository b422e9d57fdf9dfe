"""The first press of Campaign…: the page comes at once, what is on it in turns of the event loop."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.campaigns.step import StepMark
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.campaigns import Campaigner
from tests.journey.conftest import WAIT_MS


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def is_opening(window: MainWindow) -> bool:
    return window.campaigns.is_opening


def test_what_is_pressed_before_all_is_made_is_done_in_its_order(window: MainWindow, person: Campaigner) -> None:
    person.turn_to_sms(window)
    person.fill(window.tab.form.first(), "Hi {{name|friend}}")
    window.footer.campaign.click()
    assert window.pages.page is MainPage.CAMPAIGNS
    assert is_opening(window)
    window.turn_to(MainPage.COMPOSE)
    person.fill(window.tab.form.first(), "Bye {{name|friend}}")
    window.footer.campaign.click()
    assert is_opening(window), "nothing was made at once for it"
    person.qtbot.waitUntil(lambda: not window.campaigns.is_opening, timeout=WAIT_MS)
    assert not window.grab().isNull(), "with the second step half made"
    view = person.view(window)
    assert view._name.whole == "Bye {{name|friend}}"
    assert view.recipients.choice.file.isVisible()
    assert window.focusWidget() is view.recipients.choice.file


def test_a_step_that_is_opened_before_it_is_made_is_whole(window: MainWindow, person: Campaigner) -> None:
    person.turn_to_sms(window)
    person.fill(window.tab.form.first(), "Hi")
    window.footer.campaign.click()
    one = window.campaigns.one  # as whoever cannot wait asks for it
    assert is_opening(window)
    one.check.show_unchecked("Not checked", "Nothing is known.")
    one.open_step(1)
    person.settle()
    view = person.view(window)
    assert not is_opening(window)
    assert view.recipients.isVisible(), "what was pressed is done last"
    one.open_step(1)
    assert view.check.again.isVisible()
    assert view.check.doing.text() == "Not checked"


@pytest.mark.looks
def test_the_way_back_stands_above_the_numbers_of_the_steps(window: MainWindow, person: Campaigner) -> None:
    view = person.begin(window, "Hi {{name|friend}}")
    numbers = {each.mapTo(view, QPoint()).x() for each in view.findChildren(StepMark)}
    assert {view.back.mapTo(view, QPoint()).x()} == numbers
