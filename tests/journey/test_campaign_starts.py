"""A campaign whose start was confirmed starts, whatever is looked at while its requests are written down."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDateTime, QTimeZone
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.sending.campaigns import planning, preparing
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.types import Campaign, NewRequest
from scoro_desktop.storage.database import StorageFailed
from scoro_desktop.storage.planned_types import When
from scoro_desktop.ui.campaigns import campaign_questions
from scoro_desktop.ui.campaigns.campaign_view import CHECK, RUNNING, CampaignView
from scoro_desktop.ui.later.later_dialog import LaterDialog
from scoro_desktop.ui.runtime.campaign_runner import CampaignRunner
from tests.journey.campaigns import Campaigner, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.later import time_dialog
from tests.journey.sight import words_in
from tests.journey.stored import at_rest, no_room, stored
from tests.journey.test_later_started import Moment
from tests.ui.window.test_main_window import english_again, menu_action

__all__ = ["english_again"]

TEXT = "{{Имя|Друг}}, {{Код}}"
WRITING = "Writing the requests down…"


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start) -> Application:
    return start()


@pytest.fixture
def view(app: Application, person: Campaigner, tmp_path: Path) -> CampaignView:
    """A campaign to twelve people that was checked."""
    view = person.begin(app.window, TEXT)
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 12))
    person.check(view)
    return view


class Writing:
    """The writing of requests, which waits on its thread until the window has done something; the disk does not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._reached, self._over = threading.Event(), threading.Event()
        planned = planning.plan_requests

        def waiting(*given: Any) -> Iterator[NewRequest]:
            self._reached.set()
            assert self._over.wait(WAIT_MS / 1000)
            return planned(*given)

        monkeypatch.setattr(preparing, "plan_requests", waiting)

    def wait(self, person: Campaigner) -> None:
        """Waits until it has begun, while the window goes on."""
        person.qtbot.waitUntil(self._reached.is_set, timeout=WAIT_MS)

    def end(self) -> None:
        self._over.set()


def press_start(view: CampaignView, total: int) -> None:
    """Types the total and presses Start; waits for nothing."""
    view.check.demand.typed.setText(str(total))
    assert view.check.start.isEnabled()
    view.check.start.click()
    assert view.check.why_not.text() == WRITING


def set_time(dialog: LaterDialog, text: str) -> None:
    """Sets a clock of Moscow, "2031-12-02 09:00", and waits for nothing."""
    dialog.time.zone.show_zone("Europe/Moscow")
    shown = QDateTime.fromString(text, "yyyy-MM-dd HH:mm")
    dialog.time.clock.setDateTime(QDateTime(shown.date(), shown.time(), QTimeZone.utc()))
    assert dialog.take.isEnabled(), words_in(dialog)


def full_disk(*_given: object, **_named: object) -> object:
    raise StorageFailed("SQLITE_FULL", "database or disk is full")


def wait_until_reached(app: Application, person: Campaigner, people: int) -> None:
    person.qtbot.waitUntil(lambda: len(reached(app)) == people, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not app.services.campaigns.at_work, timeout=WAIT_MS)
    at_rest()
    assert set(reached(app).values()) == {1}


def test_it_starts_while_another_message_is_begun(
    app: Application, person: Campaigner, view: CampaignView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = Writing(monkeypatch)
    press_start(view, 12)
    moment.wait(person)
    app.window.commands["page.compose"].trigger()
    person.fill(app.window.tab.form.first(), "Another, {{Код}}")
    app.window.footer.campaign.click()
    moment.end()
    person.settle()
    wait_until_reached(app, person, 12)
    # What is prepared now is another one.
    view = person.view(app.window)
    assert view.open != RUNNING
    person.check(view)
    assert [each.state for each in stored(app).campaigns.newest()] == ["preparing", "finished"]


def one_ended_one_checked(app: Application, person: Campaigner, view: CampaignView, folder: Path) -> tuple[int, int]:
    """Runs the campaign of a view to its end, and checks another one to fifteen people; returns the ids of both."""
    person.start(view, 12)
    person.wait_for_end(view)
    app.window.commands["page.compose"].trigger()
    person.click(app.window.footer.campaign)
    person.take_list(view, out_of_excel(folder / "other.csv", 15))
    person.check(view)
    first, second = sorted(each.id for each in stored(app).campaigns.newest())
    return first, second


def test_it_starts_while_another_campaign_is_opened(
    app: Application, person: Campaigner, view: CampaignView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = one_ended_one_checked(app, person, view, tmp_path)
    moment = Writing(monkeypatch)
    press_start(view, 15)
    moment.wait(person)
    app.window.campaigns.show(first)
    person.qtbot.waitUntil(lambda: view.open == RUNNING, timeout=WAIT_MS)
    # It can be looked at meanwhile, and nothing of it can be pressed twice.
    app.window.campaigns.show(second)
    person.qtbot.waitUntil(lambda: view.open == CHECK and view.check.is_checked, timeout=WAIT_MS)
    assert view.check.why_not.text() == WRITING
    view.check.demand.typed.setText("15")
    assert not view.check.start.isEnabled()
    app.window.campaigns.show(first)
    person.qtbot.waitUntil(lambda: view.open == RUNNING, timeout=WAIT_MS)
    moment.end()
    person.qtbot.waitUntil(lambda: sum(reached(app).values()) == 27, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not app.services.campaigns.at_work, timeout=WAIT_MS)
    assert app.window.campaigns.shown == first


@pytest.mark.usefixtures("english_again")
def test_it_starts_in_another_language(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = Writing(monkeypatch)
    press_start(view, 12)
    moment.wait(person)
    menu_action(app.window, "ru").trigger()
    moment.end()
    person.qtbot.waitUntil(lambda: app.window.is_complete, timeout=WAIT_MS)
    wait_until_reached(app, person, 12)
    view = person.view(app.window)
    person.qtbot.waitUntil(view.running.repeat.isVisible, timeout=WAIT_MS)


def test_what_is_to_start_later_is_planned_while_another_message_is_begun(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = Writing(monkeypatch)
    view.check.demand.typed.setText("12")
    view.check.later.click()
    dialog = time_dialog()
    with person.qtbot.waitSignal(app.services.later.kept, timeout=WAIT_MS) as planned:
        set_time(dialog, "2031-12-02 09:00")
        dialog.take.click()
        moment.wait(person)
        app.window.commands["page.compose"].trigger()
        person.fill(app.window.tab.form.first(), "Another, {{Код}}")
        app.window.footer.campaign.click()
        moment.end()
    at_rest()
    (plan,) = app.services.later.plans
    assert planned.args == [plan]
    assert plan.when == When.read("2031-12-02T09:00 Europe/Moscow")
    assert reached(app) == {}


def test_a_time_that_came_to_nothing_is_no_time_for_the_next_start(
    app: Application, person: Campaigner, view: CampaignView
) -> None:
    view.check.demand.typed.setText("12")
    view.check.later.click()
    dialog = time_dialog()
    with no_room(app):
        set_time(dialog, "2031-12-02 09:00")
        dialog.take.click()
        person.qtbot.waitUntil(view.check.again.isVisible, timeout=WAIT_MS)
    person.click(view.check.again)
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    person.settle()
    person.start(view, 12)
    person.wait_for_end(view)
    assert set(reached(app).values()) == {1}
    assert app.services.later.plans == ()


def test_the_choice_of_another_account_keeps_nothing_that_was_confirmed_from_starting(
    app: Application,
    person: Campaigner,
    view: CampaignView,
    server: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moment = Writing(monkeypatch)
    press_start(view, 12)
    moment.wait(person)
    other = Account("other", "Other", Environment.TEST, server.address, server.application_id, AccessKind.MASTER)
    app.services.accounts._take(other)
    app.window.accounts.fill()
    app.window.bar.account_chosen.emit("other")
    person.click(view.check.preview.trial)
    assert view.notice.text() == "The trial was not sent: choose the account of the campaign first."
    moment.end()
    wait_until_reached(app, person, 12)
    assert server.deliveries_per_person("sms") == {}


def test_what_cannot_be_started_is_said_wherever_a_person_is(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = Writing(monkeypatch)
    press_start(view, 12)
    moment.wait(person)
    app.window.commands["page.compose"].trigger()
    monkeypatch.setattr(Campaigns, "look_at_plan", full_disk)
    moment.end()
    person.qtbot.waitUntil(lambda: "could not be started" in app.window.notice.text(), timeout=WAIT_MS)
    assert "disk" in app.window.notice.text()
    assert reached(app) == {}
    person.click(app.window.notice.action)
    view = person.view(app.window)
    assert view.open == CHECK


def test_closing_asks_about_what_is_about_to_start(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    answers = [False, True]

    def ask(_parent: object, number: int) -> bool:
        asked.append(number)
        return answers.pop(0)

    monkeypatch.setattr(campaign_questions, "close_while_running", ask)
    moment = Writing(monkeypatch)
    press_start(view, 12)
    moment.wait(person)
    assert not app.window.close()
    assert not app.window.close()
    moment.end()
    person.qtbot.waitUntil(lambda: not app.window.isVisible(), timeout=WAIT_MS)
    assert asked == [1, 1]
    assert reached(app) == {}


def test_one_that_was_checked_is_opened_again_after_another_one(
    app: Application, person: Campaigner, view: CampaignView, tmp_path: Path
) -> None:
    first, second = one_ended_one_checked(app, person, view, tmp_path)
    app.window.campaigns.show(first)
    person.qtbot.waitUntil(lambda: view.open == RUNNING, timeout=WAIT_MS)
    app.window.campaigns.show(second)
    person.settle()
    assert (view.open, view.check.is_checked) == (CHECK, True)
    person.start(view, 15)
    person.qtbot.waitUntil(lambda: sum(reached(app).values()) == 27, timeout=WAIT_MS)


def test_one_that_did_not_begin_before_the_app_ended_is_told_of_at_the_next_start(
    start: Start, app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(CampaignRunner, "go_on", lambda *_given, **_named: None)  # the keyring asks, say
        press_start(view, 12)
        person.qtbot.waitUntil(lambda: view.open == RUNNING, timeout=WAIT_MS)
        again = start()
    person.qtbot.waitUntil(lambda: bool(again.window.notice.text()), timeout=WAIT_MS)
    assert again.window.notice.text() == "A campaign is ready and has not started. Nothing of it was sent."
    person.click(again.window.notice.action)
    view = person.view(again.window)
    person.qtbot.waitUntil(view.running.go_on.isVisible, timeout=WAIT_MS)
    assert view.running.go_on.text() == "Start"
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert set(reached(again).values()) == {1}
    assert start().window.notice.text() == ""


def test_that_it_has_not_started_is_said_no_more_once_it_has(
    start: Start, app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(CampaignRunner, "go_on", lambda *_given, **_named: None)
        press_start(view, 12)
        person.qtbot.waitUntil(lambda: view.open == RUNNING, timeout=WAIT_MS)
        again = start()
    notice = again.window.notice
    person.qtbot.waitUntil(lambda: "has not started" in notice.text(), timeout=WAIT_MS)
    again.window.campaigns.show(stored(again).campaigns.newest()[0].id)  # in the list, not by the notice
    view = person.view(again.window)
    person.qtbot.waitUntil(view.running.go_on.isVisible, timeout=WAIT_MS)
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert notice.isHidden()


def test_that_it_could_not_be_started_is_said_no_more_once_it_has(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = Writing(monkeypatch)
    press_start(view, 12)
    moment.wait(person)
    app.window.commands["page.compose"].trigger()
    with monkeypatch.context() as patched:
        patched.setattr(Campaigns, "look_at_plan", full_disk)
        moment.end()
        person.qtbot.waitUntil(lambda: "could not be started" in app.window.notice.text(), timeout=WAIT_MS)
    app.window.commands["page.campaigns"].trigger()
    person.click(view.check.again)
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    person.start(view, 12)
    person.wait_for_end(view)
    assert app.window.notice.isHidden()


def test_one_that_was_written_down_as_a_row_was_excluded_stands_ready(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row came too late, and the start was called off: it can be neither checked nor changed any more."""
    written, over = threading.Event(), threading.Event()
    approve = preparing.approve

    def slow(*given: Any, **named: Any) -> Campaign:
        approved = approve(*given, **named)
        written.set()
        assert over.wait(WAIT_MS / 1000)
        return approved

    monkeypatch.setattr(preparing, "approve", slow)
    press_start(view, 12)
    person.qtbot.waitUntil(written.is_set, timeout=WAIT_MS)
    view.check.table.selectRow(0)
    person.click(view.check.leave_out)
    person.qtbot.waitUntil(lambda: not view.check.is_checked, timeout=WAIT_MS)
    over.set()
    person.qtbot.waitUntil(lambda: view.open == RUNNING, timeout=WAIT_MS)
    assert view.running.go_on.text() == "Start"
    at_rest()
    assert reached(app) == {}
    person.click(view.running.go_on)
    wait_until_reached(app, person, 12)


def test_one_that_waits_for_its_time_is_no_news_at_the_next_start(
    start: Start, app: Application, person: Campaigner, view: CampaignView
) -> None:
    view.check.demand.typed.setText("12")
    view.check.later.click()
    dialog = time_dialog()
    with person.qtbot.waitSignal(app.services.later.kept, timeout=WAIT_MS):
        set_time(dialog, "2031-12-02 09:00")
        dialog.take.click()
    again = start()
    person.qtbot.waitUntil(lambda: again.services.later.is_read, timeout=WAIT_MS)
    at_rest()
    assert again.window.notice.text() == ""


def test_closing_asks_about_one_whose_keys_are_being_read(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def ask(_parent: object, number: int) -> bool:
        asked.append(number)
        return False

    monkeypatch.setattr(campaign_questions, "close_while_running", ask)
    reading, over = threading.Event(), threading.Event()
    client_of = CampaignRunner._client_of

    def slow(*given: Any) -> object:
        reading.set()
        assert over.wait(WAIT_MS / 1000)
        return client_of(*given)

    monkeypatch.setattr(CampaignRunner, "_client_of", slow)
    press_start(view, 12)
    person.qtbot.waitUntil(reading.is_set, timeout=WAIT_MS)
    assert not app.window.close()
    over.set()
    wait_until_reached(app, person, 12)
    assert asked == [1]


def test_it_says_how_far_it_is(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some thousand texts that differ take seconds to be written down."""
    monkeypatch.setattr(preparing, "REQUESTS_AT_ONCE", 5)
    moment = Moment(monkeypatch, Campaigns, "look_at_plan")
    press_start(view, 12)
    moment.wait(person)
    person.qtbot.waitUntil(lambda: view.check.why_not.text() == f"{WRITING} 12 of 12", timeout=WAIT_MS)
    moment.end()
    wait_until_reached(app, person, 12)
