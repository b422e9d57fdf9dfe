"""A planned campaign at the moment of its start: what a person, or an error, does meanwhile has the last word."""

import threading
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState
from scoro_desktop.storage.do_not_send import NewRefusal
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.planned_types import AskCode, Plan, PlanState, When
from tests.journey.campaigns import WITH_PHONE, Campaigner, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.journey.later import Hand
from tests.journey.stored import at_rest, stored
from tests.journey.test_later_campaign import plan


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


class Moment:
    """The end of a call on the thread of the storage, which waits there until the window has done something."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, of: type, name: str) -> None:
        self._reached, self._over = threading.Event(), threading.Event()
        call = getattr(of, name)

        def waiting(*given: Any, **named: Any) -> object:
            result = call(*given, **named)
            self._reached.set()
            assert self._over.wait(WAIT_MS / 1000)
            return result

        monkeypatch.setattr(of, name, waiting)

    def wait(self, person: Person) -> None:
        """Waits for it while the window goes on."""
        person.qtbot.waitUntil(self._reached.is_set, timeout=WAIT_MS)

    def end(self) -> None:
        self._over.set()


@pytest.fixture
def due(start: Start, person: Campaigner, tmp_path: Path) -> tuple[Application, Hand, Plan]:
    """The app a minute before a campaign is to start; one of its people came onto the do-not-send list."""
    application = start()
    application.window.commands["view.history"].setChecked(False)
    hand = Hand(application)
    _, made = plan(person, application.window, tmp_path / "list.csv", "Hi {{Имя|friend}}")
    hand.move_to("12-02 05:59")
    new = NewRefusal(KeyKind.PHONE, WITH_PHONE[0]["phone"].lstrip("+"))
    account = application.window.current.account
    assert account is not None
    stored(application).do_not_send.add(account.id, [new], by="Ann")
    return application, hand, made


def look(hand: Hand, text: str) -> None:
    """Has the app look at the clock, and waits for nothing."""
    hand.now = hand.now.replace(hour=int(text[:2]), minute=int(text[3:]))
    hand.runner.look()


TOMORROW = When.read("2026-12-03T09:00 Europe/Moscow")


def test_moved_to_another_day_while_it_is_made_ready_it_waits_for_that_day(
    due: tuple[Application, Hand, Plan], person: Campaigner, monkeypatch: pytest.MonkeyPatch
) -> None:
    application, hand, made = due
    moment = Moment(monkeypatch, Campaigns, "skip")
    look(hand, "06:00")
    moment.wait(person)
    hand.runner.move(made.id, TOMORROW)
    moment.end()
    at_rest()
    person.qtbot.waitUntil(lambda: [each.when for each in hand.runner.plans] == [TOMORROW], timeout=WAIT_MS)
    at_rest()
    assert reached(application) == {}
    (waits,) = stored(application).planned.open()
    assert (waits.state, waits.when) == (PlanState.PLANNED, TOMORROW)
    # It starts then, for those who are left.
    hand.move_to("12-03 06:00")
    person.qtbot.waitUntil(lambda: len(reached(application)) == 19, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not application.services.campaigns.at_work, timeout=WAIT_MS)
    at_rest()
    assert reached(application) == {each["_id"]: 1 for each in WITH_PHONE[1:20]}


@pytest.mark.parametrize(("of", "name"), [(Campaigns, "skip"), (Planned, "claim_campaign")])
def test_after_an_error_of_the_app_it_does_not_start_and_a_person_is_asked(
    due: tuple[Application, Hand, Plan], person: Campaigner, monkeypatch: pytest.MonkeyPatch, of: type, name: str
) -> None:
    application, hand, made = due
    moment = Moment(monkeypatch, of, name)
    look(hand, "06:00")
    moment.wait(person)
    application.window.doubt()
    moment.end()
    at_rest()
    person.qtbot.waitUntil(lambda: bool(hand.runner.waiting), timeout=WAIT_MS)
    at_rest()
    assert reached(application) == {}
    (asked,) = stored(application).planned.open()
    assert (asked.id, asked.ask is not None and asked.ask.code) == (made.id, AskCode.ERROR)
    assert made.campaign_id is not None
    assert stored(application).campaigns.existing(made.campaign_id).state is CampaignState.READY


def test_started_by_hand_before_its_time_it_leaves_out_the_same_people(
    due: tuple[Application, Hand, Plan], person: Campaigner
) -> None:
    application, _hand, _made = due
    view = person.view(application.window)
    person.click(view.running.go_on)
    person.wait_for_end(view)
    at_rest()
    assert reached(application) == {each["_id"]: 1 for each in WITH_PHONE[1:20]}
    assert stored(application).planned.open() == []


def test_who_came_onto_the_list_between_the_check_and_the_press_of_start_gets_nothing(
    start: Start, person: Campaigner, tmp_path: Path
) -> None:
    application = start()
    application.window.commands["view.history"].setChecked(False)
    view = person.begin(application.window, "Hi {{Имя|friend}}")
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 20))
    person.check(view)
    account = application.window.current.account
    assert account is not None
    stored(application).do_not_send.add(account.id, [NewRefusal(KeyKind.ID, WITH_PHONE[4]["_id"])], by="Ann")
    person.start(view, 20)
    person.wait_for_end(view)
    at_rest()
    assert reached(application) == {each["_id"]: 1 for each in WITH_PHONE[:20] if each is not WITH_PHONE[4]}
