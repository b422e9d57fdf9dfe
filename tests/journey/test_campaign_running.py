"""A campaign that runs: paused, gone on with, stopped, with another text, doubted, and found again after a restart."""

import dataclasses
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.ui.campaigns.campaign_view import RUNNING, CampaignView
from scoro_desktop.ui.kit.completions import Completions
from scoro_desktop.ui.runtime.current_account import ApiClient
from scoro_desktop.ui.sending.demand_question import DemandQuestion
from tests.journey.campaigns import WITH_PHONE, Campaigner, Gate, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start, shown
from tests.journey.sight import sums_in
from tests.journey.stored import at_rest, stored

TEXT = "{{Имя|друг}}, ваш код {{код}}"
ALL = {each["_id"]: 1 for each in WITH_PHONE[:12]}


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start) -> Application:
    return start()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return out_of_excel(tmp_path / "list.csv", 12)


def built_in(app: Application) -> Sandbox:
    assert isinstance(app.sandbox, Sandbox)
    return app.sandbox


def held_up(app: Application, person: Campaigner, path: Path) -> tuple[CampaignView, Gate]:
    """A campaign of which two requests were sent, and the others wait for their answers."""
    gate = Gate(built_in(app), after=2)
    view = person.run(app.window, path, TEXT, 12)
    person.qtbot.waitUntil(gate.reached.is_set, timeout=WAIT_MS)
    return view, gate


def test_it_pauses_goes_on_and_nobody_gets_it_twice(app: Application, person: Campaigner, path: Path) -> None:
    view, gate = held_up(app, person, path)
    assert view._state.text() == "Running"
    person.click(view.running.pause)
    gate.open()
    person.wait_for_pause(view)
    assert view._state.text() == "Paused"
    assert view.running.why.text() == "Paused by you"
    assert len(reached(app)) < 12
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert reached(app) == ALL
    assert view.running.count.text() == "12"


def test_why_it_stands_still_is_read_whole_in_a_low_window(app: Application, person: Campaigner, path: Path) -> None:
    """As a screen of 1280 x 800 has room for at 144 dots per inch, with a notice below the page."""
    window = app.window
    window.setMinimumSize(837, 485)
    built_in(app).lose_answer(after=2)
    view = person.run(window, path, TEXT, 12)
    person.wait_for_pause(view)
    window.notice.offer("Your previous message is in Drafts.", "Bring it back", lambda: None)
    window.resize(837, 485)
    running = view.running

    def are_whole() -> bool:
        texts = (running.why, running.what_to_do, running.detail)
        return all(each.isVisible() and each.visibleRegion().boundingRect() == each.rect() for each in texts) and all(
            each.height() >= each.heightForWidth(each.width()) for each in texts if each.wordWrap()
        )

    person.qtbot.waitUntil(are_whole, timeout=WAIT_MS)
    assert window.height() == 485
    assert running.go_on.visibleRegion().boundingRect() == running.go_on.rect()


def test_a_lost_answer_puts_its_person_in_doubt_and_the_rest_waits(
    app: Application, person: Campaigner, path: Path
) -> None:
    built_in(app).lose_answer(after=2)
    view = person.run(app.window, path, TEXT, 12)
    person.wait_for_pause(view)
    assert view.running.why.text() == "A request got no clear answer"
    assert "In doubt 1" in sums_in(view.running.sums)
    assert view.running.few.isVisible()
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert reached(app) == ALL, "the one in doubt did not get it again"
    assert view.running.count.text() == "11"
    assert view._state.text() == "Finished"


def test_the_rest_is_given_up_only_after_a_question(app: Application, person: Campaigner, path: Path) -> None:
    view, gate = held_up(app, person, path)
    person.click(view.running.pause)
    gate.open()
    person.wait_for_pause(view)
    sent = len(reached(app))
    with person.answering(QMessageBox, lambda box: person.press(box, "Keep the campaign")):
        view.running.stop.click()
    assert view._state.text() == "Paused"
    with person.answering(QMessageBox, lambda box: person.press(box, "Stop for good")):
        view.running.stop.click()
    person.wait_for_end(view)
    assert view._state.text() == "Stopped"
    assert f"Skipped {12 - sent}" in sums_in(view.running.sums)
    assert len(reached(app)) == sent


def test_stopped_while_it_runs_it_says_when_once_what_was_under_way_has_ended(
    app: Application, person: Campaigner, path: Path
) -> None:
    app.window.commands["view.history"].setChecked(False)
    view, gate = held_up(app, person, path)
    with person.answering(QMessageBox, lambda box: person.press(box, "Stop for good")):
        view.running.stop.click()
    running = view.running
    person.qtbot.waitUntil(running.repeat.isVisible, timeout=WAIT_MS)

    def is_whole(part: QWidget) -> bool:
        return part.visibleRegion().boundingRect() == part.rect()

    person.qtbot.waitUntil(lambda: is_whole(running.bar), timeout=WAIT_MS)  # how far it came
    gate.open()
    person.qtbot.waitUntil(lambda: running.speed.text().startswith("Stopped "), timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: is_whole(running.speed), timeout=WAIT_MS)


def test_the_text_is_changed_for_the_rest(app: Application, person: Campaigner, path: Path) -> None:
    view, gate = held_up(app, person, path)
    person.click(view.running.pause)
    gate.open()
    person.wait_for_pause(view)
    sent = len(reached(app))
    window = app.window
    person.click(view.running.text)
    assert window.pages.page == "compose"
    assert window.tab.form.first().toPlainText() == TEXT  # type: ignore[attr-defined]
    assert window.notice.text().startswith("Change the text")
    person.fill(window.tab.form.first(), "Code: {{")
    (names,) = [each for each in window.findChildren(Completions) if each.isVisible()]
    assert [names.item(row).text() for row in range(2)] == ["Телефон   column of the list", "Имя   column of the list"]
    person.fill(window.tab.form.first(), "Code: {{nothing}}")
    person.click(window.footer.campaign)
    assert view.open == RUNNING
    assert window.notice.text() == ""
    assert not view.running.go_on.isEnabled(), "which text goes is open"
    assert not view.running.notice.isVisible()
    person.click(view.running.new_text.use)
    person.qtbot.waitUntil(view.running.new_text.problem.isVisible, timeout=WAIT_MS)
    assert view.running.new_text.problem.text().startswith("The list has nothing for {{nothing}}.")
    person.click(view.running.text)
    person.fill(window.tab.form.first(), "Code: {{Код}}")
    person.click(window.footer.campaign)
    person.click(view.running.new_text.use)
    person.qtbot.waitUntil(view.running.new_text.isHidden, timeout=WAIT_MS)
    assert view.running.why.isVisible()
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert reached(app) == ALL
    texts = built_in(app).last_texts("sms").values()
    assert sum(each.startswith("Code: K") for each in texts) == 12 - sent


def test_another_text_waits_for_the_requests_under_way(app: Application, person: Campaigner, path: Path) -> None:
    """One that proves not to have left would go with the text before."""
    view, gate = held_up(app, person, path)
    person.click(view.running.pause)
    person.qtbot.waitUntil(view.running.text.isVisible, timeout=WAIT_MS)
    person.click(view.running.text)
    person.fill(app.window.tab.form.first(), "Code: {{Код}}")
    person.click(app.window.footer.campaign)
    person.click(view.running.new_text.use)
    person.qtbot.waitUntil(view.running.new_text.problem.isVisible, timeout=WAIT_MS)
    assert view.running.new_text.problem.text() == (
        "The text is not used yet. A request is still under way. Wait until it has ended, then try again."
    )
    gate.open()
    runner = app.window._services.campaigns
    person.qtbot.waitUntil(lambda: not runner.at_work, timeout=WAIT_MS)
    person.click(view.running.new_text.use)
    person.qtbot.waitUntil(view.running.new_text.isHidden, timeout=WAIT_MS)
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert reached(app) == ALL


def test_closing_asks_and_pauses_and_it_goes_on_after_the_next_start(
    start: Start, app: Application, person: Campaigner, path: Path
) -> None:
    _view, gate = held_up(app, person, path)
    with person.answering(QMessageBox, lambda box: person.press(box, "Let it run")):
        app.window.close()
    assert app.window.isVisible()
    with person.answering(QMessageBox, lambda box: person.press(box, "Pause and close")):
        app.window.close()
    assert app.window.isVisible(), "what is under way is waited for"
    gate.open()
    person.qtbot.waitUntil(lambda: not app.window.isVisible(), timeout=WAIT_MS)
    sent = len(reached(app))
    again = start()
    person.qtbot.waitUntil(lambda: bool(again.window.notice.text()), timeout=WAIT_MS)
    assert again.window.notice.text() == f"The campaign is paused: The app was closed. Sent: {sent}."
    again.window.commands["page.campaigns"].trigger()
    person.settle()
    table = person.page(again.window).list.table
    assert [table.model().index(0, column).data() for column in range(4, 8)] == [
        "Paused: see why",
        str(sent),
        "0",
        "1",
    ]
    person.page(again.window).list.open_it.click()
    person.settle()
    view = person.view(again.window)
    assert again.window.notice.isVisible()
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert not again.window.notice.isVisible(), "it is not paused any more"
    assert view.running.count.text() == "12"
    assert len(reached(again)) == 12 - sent


def test_going_on_after_pausing_to_close_keeps_the_window_open(
    app: Application, person: Campaigner, path: Path
) -> None:
    view, gate = held_up(app, person, path)
    with person.answering(QMessageBox, lambda box: person.press(box, "Pause and close")):
        app.window.close()
    assert "The app closes once" in app.window.notice.text()
    person.qtbot.waitUntil(view.running.go_on.isVisible, timeout=WAIT_MS)
    person.click(view.running.go_on)
    assert "The app closes once" not in app.window.notice.text()
    with person.answering(QMessageBox, lambda box: person.press(box, "Let it run")):
        app.window.close()
    gate.open()
    person.wait_for_end(view)
    person.qtbot.waitUntil(lambda: not app.services.campaigns.at_work, timeout=WAIT_MS)
    assert not app.window.campaigns.closing.is_waiting, "nothing is left that would close it"
    assert app.window.isVisible()
    assert len(reached(app)) == 12


def test_what_was_under_way_at_the_end_of_the_app_is_in_doubt_and_is_said_at_the_next_start(
    start: Start, app: Application, person: Campaigner, path: Path
) -> None:
    _view, gate = held_up(app, person, path)
    again = start()
    gate.open()
    person.qtbot.waitUntil(lambda: bool(again.window.notice.text()), timeout=WAIT_MS)
    assert again.window.notice.text().startswith("The campaign is paused: The app was closed. Sent: ")
    again.window.notice.action.click()
    person.settle()
    view = person.view(again.window)
    assert view.running.why.text() == "The app was closed"
    assert "sends the rest; nobody gets it twice" in view.running.what_to_do.text()
    doubts = view.running.sums.line("In doubt").count
    assert doubts >= 1
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert view.running.sums.line("In doubt").count == doubts


def test_an_error_of_the_app_has_it_stand_still(app: Application, person: Campaigner, path: Path) -> None:
    view, gate = held_up(app, person, path)
    app.doubt()
    gate.open()
    person.wait_for_pause(view)
    assert view.running.why.text() == "Something went wrong in the app"
    assert view._state.text() == "Paused: see why"


@pytest.mark.parametrize(
    ("act", "why"), [("pause", "Paused by you"), ("error", "Something went wrong in the app"), ("stop", "")]
)
def test_one_whose_keys_are_still_being_read_does_not_begin_any_more(
    app: Application, person: Campaigner, path: Path, monkeypatch: pytest.MonkeyPatch, act: str, why: str
) -> None:
    runner, given = app.services.campaigns, threading.Event()
    make = runner._client_factory

    def slow(account: Account, keys: Keys) -> ApiClient:
        given.wait(WAIT_MS / 1000)
        return make(account, keys)

    monkeypatch.setattr(runner, "_client_factory", slow)
    view = person.run(app.window, path, TEXT, 12)
    person.qtbot.waitUntil(view.running.pause.isVisible, timeout=WAIT_MS)
    if act == "pause":
        person.click(view.running.pause)
    elif act == "error":
        app.doubt()
    else:
        with person.answering(QMessageBox, lambda box: person.press(box, "Stop for good")):
            view.running.stop.click()
    given.set()
    if act == "stop":
        person.wait_for_end(view)
        assert reached(app) == {}
        assert view._state.text() == "Stopped"
        return
    person.qtbot.waitUntil(view.running.go_on.isVisible, timeout=WAIT_MS)
    assert view.running.why.text() == why
    person.settle()
    at_rest()
    assert reached(app) == {}
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert reached(app) == ALL


def test_an_error_before_the_press_of_start_asks_for_the_total_again(
    app: Application, person: Campaigner, path: Path
) -> None:
    view = person.begin(app.window, TEXT)
    person.take_list(view, path)
    person.check(view)
    QTest.keyClicks(shown(view, DemandQuestion).typed, "12")
    assert view.check.start.isEnabled()
    app.doubt()
    assert not view.check.start.isEnabled()
    assert shown(view, DemandQuestion).typed.text() == ""
    person.start(view, 12)
    person.wait_for_end(view)
    assert reached(app) == ALL


def test_an_error_while_it_is_approved_lets_it_not_begin(
    app: Application, person: Campaigner, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved, heard = threading.Event(), threading.Event()
    approve = Campaigns.approve

    def slow(*given: Any, **named: Any) -> Any:
        result = approve(*given, **named)
        approved.set()
        assert heard.wait(WAIT_MS / 1000)
        return result

    monkeypatch.setattr(Campaigns, "approve", slow)
    person.run(app.window, path, TEXT, 12)
    person.qtbot.waitUntil(approved.is_set, timeout=WAIT_MS)
    app.doubt()
    heard.set()
    person.qtbot.waitUntil(lambda: not [each for each in threading.enumerate() if each.name == "background"])
    person.settle()  # what came of it is heard, or is not
    assert not app.services.campaigns._beginning
    assert not app.services.campaigns._engines
    assert reached(app) == {}
    (campaign,) = stored(app).campaigns.newest()
    assert campaign.state is CampaignState.READY


@pytest.mark.parametrize("then", ["nothing", "go on", "error", "closing"])
def test_a_stop_waits_for_no_keys_and_nothing_takes_it_back(
    app: Application, person: Campaigner, path: Path, monkeypatch: pytest.MonkeyPatch, then: str
) -> None:
    runner, given = app.services.campaigns, threading.Event()
    make = runner._client_factory

    def slow(account: Account, keys: Keys) -> ApiClient:
        given.wait(WAIT_MS / 1000)
        return make(account, keys)

    monkeypatch.setattr(runner, "_client_factory", slow)
    view = person.run(app.window, path, TEXT, 12)
    person.qtbot.waitUntil(view.running.pause.isVisible, timeout=WAIT_MS)
    (campaign,) = stored(app).campaigns.newest()
    with person.answering(QMessageBox, lambda box: person.press(box, "Stop for good")):
        view.running.stop.click()
    if then == "go on":
        runner.go_on(campaign)  # as a plan does whose time has come
    elif then == "error":
        runner.doubt()
    elif then == "closing":
        runner.pause_all()
    person.wait_for_end(view)
    assert view._state.text() == "Stopped"
    given.set()
    person.settle()
    at_rest()
    assert reached(app) == {}
    assert stored(app).campaigns.existing(campaign.id).state is CampaignState.STOPPED


def test_one_whose_account_is_gone_can_be_stopped(
    app: Application, person: Campaigner, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, gate = held_up(app, person, path)
    person.click(view.running.pause)
    gate.open()
    person.wait_for_pause(view)
    runner = app.services.campaigns
    runner._engines.clear()  # as after another start
    runner._of.clear()
    monkeypatch.setattr(runner, "account_of", lambda _campaign: None)
    with person.answering(QMessageBox, lambda box: person.press(box, "Stop for good")):
        view.running.stop.click()
    person.wait_for_end(view)
    assert view._state.text() == "Stopped"


def test_an_account_with_another_address_has_it_stand_still_at_once(
    app: Application, person: Campaigner, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, gate = held_up(app, person, path)
    runner = app.services.campaigns
    account = app.services.sandbox_account
    assert account is not None
    another = dataclasses.replace(account, address="https://elsewhere.example/api/v1/")
    monkeypatch.setattr(runner, "account_of", lambda _campaign: another)
    app.window.accounts.changed.emit()
    gate.open()
    person.wait_for_pause(view)
    assert view.running.why.text() == "The account has changed"


def test_its_phones_and_texts_are_deleted_after_a_question(app: Application, person: Campaigner, path: Path) -> None:
    view = person.run(app.window, path, TEXT, 12)
    person.wait_for_end(view)
    with person.answering(QMessageBox, lambda box: person.press(box, "Delete them")):
        view.running.delete.click()
    person.qtbot.waitUntil(view.running.delete.isHidden, timeout=WAIT_MS)
    assert view.running.heading.text() == "Phones and texts were deleted"
    assert view.steps[0].said() == "13 rows"
    assert view.running.sums.line("Sent").count == 12
    assert view.running.sums.line("Sent").state is PersonState.SENT


def test_it_is_begun_again_with_another_list(app: Application, person: Campaigner, path: Path, tmp_path: Path) -> None:
    view = person.run(app.window, path, TEXT, 12)
    person.wait_for_end(view)
    person.click(view.running.repeat)
    assert view.recipients.choice.isVisible()
    person.take_list(view, out_of_excel(tmp_path / "next.csv", 14))
    person.check(view)
    assert view.check.sums.line("Get the message").count == 14
