"""Another text for the rest of a campaign, while another campaign is looked at, or the person thinks better of it."""

import threading
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sending.campaigns import preparing
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.ui.campaigns.campaign_view import RUNNING, CampaignView
from tests.journey.campaigns import Campaigner, Gate, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.stored import at_rest, stored
from tests.journey.test_campaign_starts import Writing, full_disk
from tests.ui.window.test_main_window import english_again, menu_action

__all__ = ["english_again"]

TEXT = "{{Имя|Друг}}, {{Код}}"


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start) -> Application:
    return start()


@pytest.fixture
def view(app: Application, person: Campaigner, tmp_path: Path) -> CampaignView:
    """A campaign that has ended, and one that stands still, which is on the page with another text for its rest."""
    view = person.run(app.window, out_of_excel(tmp_path / "first.csv", 5), TEXT, 5)
    person.wait_for_end(view)
    assert app.sandbox is not None
    gate = Gate(app.sandbox, after=2)
    app.window.commands["page.compose"].trigger()
    person.click(app.window.footer.campaign)
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 12))
    person.check(view)
    person.start(view, 12)
    person.qtbot.waitUntil(gate.reached.is_set, timeout=WAIT_MS)
    person.click(view.running.pause)
    gate.open()
    person.wait_for_pause(view)
    person.click(view.running.text)
    person.fill(app.window.tab.form.first(), "Code: {{Код}}")
    person.click(app.window.footer.campaign)
    assert view.running.new_text.isVisible()
    return view


def ids(app: Application) -> tuple[int, int]:
    first, second = sorted(each.id for each in stored(app).campaigns.newest())
    return first, second


def turn_to(app: Application, person: Campaigner, campaign_id: int) -> None:
    app.window.campaigns.show(campaign_id)
    person.qtbot.waitUntil(lambda: app.window.campaigns.shown == campaign_id, timeout=WAIT_MS)
    at_rest()


def test_the_campaign_that_is_looked_at_stays_on_the_page(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = ids(app)
    moment = Writing(monkeypatch)
    view.running.new_text.use.click()
    moment.wait(person)
    turn_to(app, person, first)
    moment.end()
    person.qtbot.waitUntil(lambda: "Code: {{" in str(stored(app).campaigns.existing(second).message), timeout=WAIT_MS)
    at_rest()
    assert (view.open, app.window.campaigns.shown) == (RUNNING, first)
    # The rest of the other gets the text that was used.
    turn_to(app, person, second)
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert set(reached(app).values()) <= {1, 2}


def test_why_it_was_not_used_is_said_over_another_campaign_with_the_name_of_its_own(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = ids(app)
    moment = Writing(monkeypatch)
    view.running.new_text.use.click()
    moment.wait(person)
    turn_to(app, person, first)
    monkeypatch.setattr(Campaigns, "decide_text", full_disk)
    moment.end()
    person.qtbot.waitUntil(view.notice.isVisible, timeout=WAIT_MS)
    assert view.notice.text().startswith("The text of another campaign was not changed.")
    assert "disk" in view.notice.text()
    assert app.window.campaigns.shown == first


def test_while_it_is_filled_in_nothing_else_can_be_chosen(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text that was chosen last is the one that goes."""
    moment = Writing(monkeypatch)
    view.running.new_text.use.click()
    moment.wait(person)
    new_text = view.running.new_text
    assert not new_text.use.isEnabled()
    assert not new_text.keep.isEnabled()
    assert not view.running.text.isEnabled()
    moment.end()
    person.qtbot.waitUntil(new_text.isHidden, timeout=WAIT_MS)
    person.click(view.running.text)
    app.window.footer.campaign.click()
    assert new_text.use.isEnabled()
    assert new_text.keep.isEnabled()


def test_it_is_still_filled_in_when_one_returns(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The earlier text must not go to people for whom another one was confirmed."""
    first, second = ids(app)
    moment = Writing(monkeypatch)
    running, new_text = view.running, view.running.new_text
    new_text.use.click()
    moment.wait(person)
    turn_to(app, person, first)
    assert new_text.isHidden()
    turn_to(app, person, second)
    assert new_text.isVisible()
    for button in (running.go_on, running.text, new_text.use, new_text.keep):
        assert not button.isEnabled()
    moment.end()
    person.qtbot.waitUntil(new_text.isHidden, timeout=WAIT_MS)
    assert "Code: {{" in str(stored(app).campaigns.existing(second).message)
    assert running.go_on.isEnabled()
    assert running.text.isEnabled()


def test_who_returns_before_it_failed_is_told_in_its_place(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = ids(app)
    moment = Writing(monkeypatch)
    new_text = view.running.new_text
    new_text.use.click()
    moment.wait(person)
    turn_to(app, person, first)
    turn_to(app, person, second)
    monkeypatch.setattr(Campaigns, "decide_text", full_disk)
    moment.end()
    person.qtbot.waitUntil(new_text.problem.isVisible, timeout=WAIT_MS)
    assert "disk" in new_text.problem.text()
    assert new_text.use.isEnabled()
    assert new_text.keep.isEnabled()


@pytest.mark.usefixtures("english_again")
def test_another_language_asks_again_which_text_goes(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both answers are on the screen then, so neither may have been given already."""
    _, second = ids(app)
    moment, ended, change_text = Writing(monkeypatch), threading.Event(), preparing.change_text

    def change(*given: Any, **named: Any) -> object:
        try:
            return change_text(*given, **named)
        finally:
            ended.set()

    monkeypatch.setattr(preparing, "change_text", change)
    view.running.new_text.use.click()
    moment.wait(person)
    menu_action(app.window, "ru").trigger()
    person.qtbot.waitUntil(lambda: app.window.is_complete, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not app.window.campaigns.is_opening, timeout=WAIT_MS)
    moment.end()
    person.qtbot.waitUntil(ended.is_set, timeout=WAIT_MS)
    view = person.view(app.window)
    person.qtbot.waitUntil(view.running.new_text.keep.isVisible, timeout=WAIT_MS)
    person.click(view.running.new_text.keep)
    at_rest()
    assert "Code: {{" not in str(stored(app).campaigns.existing(second).message)


def test_a_text_for_the_rest_of_one_is_not_offered_for_that_of_another(
    app: Application, person: Campaigner, view: CampaignView, tmp_path: Path
) -> None:
    window = app.window
    person.click(view.running.new_text.keep)
    window.commands["page.compose"].trigger()
    person.click(window.footer.campaign)
    person.take_list(view, out_of_excel(tmp_path / "third.csv", 12))
    person.check(view)
    assert app.sandbox is not None
    gate = Gate(app.sandbox, after=1)
    person.start(view, 12)
    person.qtbot.waitUntil(gate.reached.is_set, timeout=WAIT_MS)
    person.click(view.running.pause)
    gate.open()
    person.wait_for_pause(view)
    _, second, third = sorted(each.id for each in stored(app).campaigns.newest())
    open_one(app, person, second)
    person.click(view.running.text)
    open_one(app, person, third)
    assert not view.running.new_text.isVisible()
    window.commands["page.compose"].trigger()
    person.click(window.footer.campaign)
    assert not view.running.new_text.isVisible()
    assert app.window.campaigns.one.kept is None, "another campaign is prepared with it"


def open_one(app: Application, person: Campaigner, campaign: int) -> None:
    def is_opened() -> bool:
        opened = app.window.campaigns.one.running.campaign
        return opened is not None and opened.id == campaign

    app.window.campaigns.show(campaign)
    person.qtbot.waitUntil(is_opened, timeout=WAIT_MS)
