"""A copy of the data that was put back does not know what was sent since: nothing of it goes out by itself."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.replies import Outcome, Sent
from scoro_desktop.storage.copies import kept
from scoro_desktop.storage.database import BESIDE, DATABASE
from scoro_desktop.storage.planned_types import AskCode
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.campaigns import Campaigner, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.later import Hand, plan
from tests.journey.stored import at_rest
from tests.journey.test_hold import hold, rows
from tests.journey.test_hold import server as holding
from tests.journey.test_later import arrived, asked, write
from tests.journey.test_later import server as leading
from tests.journey.test_later_campaign import plan as plan_campaign
from tests.ui.servers import Server

__all__ = ["holding", "leading"]
SAID = (
    "The data of the app were put back from a copy, or come from another computer. What was sent since they were "
    "copied is not in the history. Nothing that is planned goes out, and no campaign goes on, before you say so."
)


def look(person: Person, application: Application) -> None:
    """The look at the disk that the app takes a moment after its start, with the copy of the day."""
    disk = application.window.disk
    with person.qtbot.waitSignal(disk.looked, timeout=WAIT_MS):
        disk.look()
    at_rest()


def put_back(data_dir: Path, copy: Path) -> None:
    """As the app tells people to do it."""
    database = data_dir / DATABASE
    for added in BESIDE:
        database.with_name(database.name + added).unlink(missing_ok=True)
    database.unlink()
    copy.rename(database)


def is_said(window: MainWindow) -> bool:
    return window.disk.bar.isVisible() and window.disk.bar.text() == SAID


def end(application: Application) -> None:
    application.close()


def test_a_plan_that_went_out_since_the_copy_asks(
    start: Start, person: Person, leading: Server, data_dir: Path
) -> None:
    leading.always("push", Sent(7))
    application = start()
    Hand(application)
    write(person, application.window)
    plan(person, application.window)
    look(person, application)
    assert not application.window.disk.bar.isVisible()
    hand = Hand(application)
    hand.move_to("12-02 06:00:00")
    arrived(person, leading)
    person.qtbot.waitUntil(lambda: not hand.runner.plans, timeout=WAIT_MS)
    end(application)
    (copy,) = kept(data_dir / DATABASE)
    put_back(data_dir, copy.path)

    application = start()
    hand = Hand(application)
    hand.move_to("12-02 06:00:01")
    assert asked(person, application) is AskCode.PUT_BACK
    assert is_said(application.window)
    assert application.window.later_bar.text() == (
        "“Spring sale”, planned for Wed, Dec 2, 2026, 9:00\u202fAM, waits for your answer. The data of the app were "
        "put back from a copy, or come from another computer: it may have gone out since they were copied."
    )
    assert len(leading.of("push")) == 1

    # Whoever knows that it did not go out sends it, with the usual question.
    person.click(application.window.later_bar.send_button)
    person.qtbot.waitUntil(lambda: bool(application.window.findChildren(ConfirmDialog)), timeout=WAIT_MS)
    (dialog,) = application.window.findChildren(ConfirmDialog)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    person.click(dialog.send_button)
    arrived(person, leading, 2)
    look(person, application)
    application = start()
    assert not application.window.disk.bar.isVisible(), "it is said once"


@pytest.mark.parametrize("restarts", [1, 3])
def test_a_start_over_its_own_data_says_nothing(start: Start, person: Person, leading: Server, restarts: int) -> None:
    application = start()
    Hand(application)
    write(person, application.window)
    plan(person, application.window)
    for _ in range(restarts):
        look(person, application)
        application = start()
        Hand(application)
        person.qtbot.waitUntil(lambda: application.services.later.is_read, timeout=WAIT_MS)  # noqa: B023
        assert not application.window.disk.bar.isVisible()
        assert application.services.later.waiting == ()


def test_a_folder_that_was_copied_to_another_computer_asks_there(
    start: Start, person: Person, leading: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    Hand(application)
    write(person, application.window)
    plan(person, application.window)
    look(person, application)
    end(application)
    monkeypatch.setattr("scoro_desktop.app.machine_id", lambda: b"another")
    application = start()
    hand = Hand(application)
    hand.move_to("12-02 06:00:00")
    assert asked(person, application) is AskCode.PUT_BACK
    assert is_said(application.window)
    assert leading.of("push") == []


def test_a_backup_of_the_file_alone_asks(
    start: Start, person: Person, leading: Server, data_dir: Path, tmp_path: Path
) -> None:
    leading.always("push", Sent(7))
    application = start()
    Hand(application)
    write(person, application.window)
    plan(person, application.window)
    look(person, application)
    end(application)
    shutil.copy(data_dir / DATABASE, tmp_path / "backup")
    application = start()
    look(person, application)
    end(application)
    put_back(data_dir, tmp_path / "backup")
    application = start()
    hand = Hand(application)
    hand.move_to("12-02 06:00:00")
    assert asked(person, application) is AskCode.PUT_BACK


def test_what_was_held_as_the_copy_was_made_may_have_gone_out(
    start: Start, person: Person, holding: Server, data_dir: Path
) -> None:
    application = start()
    window = application.window
    hold(person, window)
    look(person, application)
    end(application)
    (copy,) = kept(data_dir / DATABASE)
    put_back(data_dir, copy.path)
    application = start()
    (row,) = rows(application)
    assert row.outcome is Outcome.UNKNOWN


@pytest.fixture
def campaigner(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.mark.parametrize("sends_all_the_same", [False, True])
def test_a_campaign_that_went_on_since_the_copy_asks(
    start: Start,
    campaigner: Campaigner,
    server: Sandbox,
    have_account: HaveAccount,
    data_dir: Path,
    tmp_path: Path,
    sends_all_the_same: bool,
) -> None:
    person = campaigner
    account = Account("a1", "Shop", Environment.TEST, server.address, server.application_id, AccessKind.MASTER)
    have_account(account, Keys(server.client_key, server.master_key))
    application = start()
    window = application.window
    person.wait_for_keys(window)
    server.lose_answer(after=2)
    view = person.run(window, out_of_excel(tmp_path / "list.csv", 12), "{{Имя|friend}}", 12)
    person.wait_for_pause(view)
    look(person, application)
    person.click(view.running.go_on)
    person.wait_for_end(view)
    once = dict(server.deliveries_per_person("sms"))
    assert set(once.values()) == {1}
    end(application)
    (copy,) = kept(data_dir / DATABASE)
    put_back(data_dir, copy.path)

    application = start()
    window = application.window
    assert is_said(window)
    window.commands["page.campaigns"].trigger()
    person.settle()
    person.click(person.page(window).list.open_it)
    view = person.view(window)
    assert view.running.why.text() == "The data were put back from a copy"
    answer = "Send to them" if sends_all_the_same else "Leave it"
    with person.answering(QMessageBox, lambda box: person.press(box, answer)):
        person.click(view.running.go_on)
    if sends_all_the_same:
        person.wait_for_end(view)
        assert max(server.deliveries_per_person("sms").values()) == 2
    else:
        person.settle()
        assert view.running.go_on.isVisible()
        assert server.deliveries_per_person("sms") == once


def test_a_campaign_that_was_to_start_later_asks_before_it_starts(
    start: Start, campaigner: Campaigner, data_dir: Path, tmp_path: Path
) -> None:
    person = campaigner
    application = start()
    hand = Hand(application)
    plan_campaign(person, application.window, tmp_path / "list.csv", "Hi {{Имя|friend}}")
    look(person, application)
    hand.move_to("12-02 06:00:00")
    person.qtbot.waitUntil(lambda: not hand.runner.plans, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: bool(reached(application)), timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not application.services.campaigns.at_work, timeout=WAIT_MS)
    end(application)
    (copy,) = kept(data_dir / DATABASE)
    put_back(data_dir, copy.path)

    application = start()
    window, hand = application.window, Hand(application)
    hand.move_to("12-02 06:00:01")
    assert asked(person, application) is AskCode.PUT_BACK
    person.click(window.later_bar.send_button)
    person.settle()
    view = person.view(window)
    assert view.running.why.text() == "The data were put back from a copy"
    with person.answering(QMessageBox, lambda box: person.press(box, "Leave it")):
        person.click(view.running.go_on)
    person.settle()
    assert reached(application) == {}, "the sandbox is another with each start"
    with person.answering(QMessageBox, lambda box: person.press(box, "Send to them")):
        person.click(view.running.go_on)
    person.wait_for_end(view)
    assert reached(application)
