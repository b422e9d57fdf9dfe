"""A campaign is approved and starts at a time; started by hand before, or changed, it is not started twice."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.template import Template
from scoro_desktop.sending.later.frozen import TemplateMark
from scoro_desktop.sending.later.judging import template_mark
from scoro_desktop.storage.campaigns.states import CampaignState
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.storage.planned_types import AskCode, Plan, PlanState
from scoro_desktop.ui.campaigns.campaign_view import RUNNING, CampaignView
from scoro_desktop.ui.campaigns.list_model import STATE
from scoro_desktop.ui.sending.demand_question import DemandQuestion
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.campaigns import WITH_PHONE, Campaigner, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start, shown
from tests.journey.later import Hand, choose, time_dialog
from tests.journey.stored import at_rest, stored


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def plan(
    person: Campaigner, window: MainWindow, path: Path, text: str, time: str = "2026-12-02 09:00"
) -> tuple[CampaignView, Plan]:
    """Prepares a campaign for twenty people, and plans its start."""
    view = person.begin(window, text)
    person.take_list(view, out_of_excel(path, 20))
    person.check(view)
    assert not view.check.later.isEnabled(), "the total is typed first"
    QTest.keyClicks(shown(view, DemandQuestion).typed, "20")
    person.click(view.check.later)
    dialog = time_dialog()
    assert dialog.take.text() == "Start at this time"
    with person.qtbot.waitSignal(window._services.later.kept, timeout=WAIT_MS) as kept:
        choose(dialog, time)
    at_rest()
    made = (kept.args or [None])[0]
    assert isinstance(made, Plan)
    return view, made


def test_it_starts_at_its_time_once_or_asks(start: Start, person: Campaigner, tmp_path: Path) -> None:
    application = start()
    application.window.commands["view.history"].setChecked(False)
    window, hand = application.window, Hand(application)
    view, made = plan(person, window, tmp_path / "list.csv", "Hi {{Имя|friend}}")
    assert (made.expected, made.campaign_id is not None, made.summary) == (20, True, "Hi {{Имя|friend}}")
    assert view.open == RUNNING
    assert view.running.why.text() == "Planned"
    assert "Wed, Dec 2, 2026, 9:00\u202fAM · Europe/Moscow (UTC+03:00) · in 18 h" in view.running.what_to_do.text()
    assert "is planned: Wed, Dec 2" in window.notice.text()
    hand.move_to("12-02 05:59")
    assert reached(application) == {}
    page = person.page(window)
    page.show_list()
    model = page.list.table.model()
    person.qtbot.waitUntil(lambda: str(model.index(0, STATE).data()).startswith("Planned "), timeout=WAIT_MS)

    # The app is closed over the time: it asks, and a person starts it on its page.
    application = start()
    application.window.commands["view.history"].setChecked(False)
    window, hand = application.window, Hand(application)
    person.qtbot.waitUntil(lambda: hand.runner.is_read, timeout=WAIT_MS)
    hand.move_to("12-02 07:00")
    (asked,) = stored(application).planned.open()
    assert (asked.state, asked.ask is not None and asked.ask.code) == (PlanState.ASKED, AskCode.LATE)
    assert window.later_bar.text().startswith("The campaign “Hi {{Имя|friend}}”, planned for Wed, Dec 2, 2026")
    assert reached(application) == {}
    # Another time answers that; then it starts by itself.
    person.click(window.later_bar.move_button)
    choose(time_dialog(), "2026-12-02 12:00")
    hand.move_to("12-02 09:00")
    person.qtbot.waitUntil(lambda: len(reached(application)) == 20, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not application.services.campaigns.at_work, timeout=WAIT_MS)
    at_rest()
    assert reached(application) == {each["_id"]: 1 for each in WITH_PHONE[:20]}
    assert stored(application).planned.open() == []
    (line,) = stored(application).history.page(HistoryFilter(), 0, 2)
    assert line.planned_for == "2026-12-02T12:00 Europe/Moscow"
    hand.move_to("12-02 09:05")

    # A second one, made from a template that is changed since, asks. It is started by hand: it is off the plan, and not
    # started once more.
    template = Template("Sale", Channel.SMS, {"msg": {"text": "Bye {{Имя|friend}}"}})
    kept = application.storage.writer.wait_for(lambda stores: stores.templates.add(template))
    person.turn_to_sms(window)
    tab = window.tab
    person.qtbot.waitUntil(lambda: tab.is_built, timeout=WAIT_MS)
    tab.made_of = TemplateMark(kept.id, "Sale", template_mark(template))
    view, second = plan(person, window, tmp_path / "list.csv", "Bye {{Имя|friend}}", "2026-12-03 09:00")
    changed = dataclasses.replace(template, message={"msg": {"text": "Good-bye"}})
    application.storage.writer.wait_for(lambda stores: stores.templates.update(kept.id, changed))
    hand.move_to("12-03 06:00")
    words = "The template “Sale” was changed since it was planned."
    person.qtbot.waitUntil(lambda: view.running.what_to_do.text() == words, timeout=WAIT_MS)
    person.click(view.running.go_on)
    person.wait_for_end(view)
    at_rest()
    assert second.campaign_id is not None
    campaign = stored(application).campaigns.existing(second.campaign_id)
    assert campaign.state is CampaignState.FINISHED
    assert stored(application).planned.open() == []
    hand.move_to("12-03 06:00")
    assert max(reached(application).values()) == 2
