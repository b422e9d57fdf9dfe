"""Tests that what goes out while a question is open, or a plan is looked at, is seen by what is confirmed after it."""

import dataclasses

from PySide6.QtWidgets import QMessageBox

from scoro_desktop.scorocode.account import LatelyRule
from scoro_desktop.scorocode.replies import Outcome, Sent
from scoro_desktop.storage.planned_types import AskCode
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.later import Hand, plan
from tests.journey.stored import at_rest
from tests.journey.test_later import KEYS, MOSCOW, SHOP, arrived, asked, sends, write
from tests.journey.test_later import server as server
from tests.ui.servers import Server


def let_it_go(person: Person, hand: Hand, server: Server) -> None:
    """Moves the clock to the time of the plan, and waits until it went out."""
    hand.move_to("12-02 06:00:00")
    arrived(person, server)
    person.qtbot.waitUntil(lambda: not hand.runner.plans, timeout=WAIT_MS)
    at_rest()


def confirm(person: Person, dialog: ConfirmDialog) -> None:
    with person.qtbot.waitSignal(dialog.finished, timeout=WAIT_MS):
        person.click(dialog.send_button)
    at_rest()


def test_a_plan_that_goes_out_while_the_same_message_is_asked_about(
    start: Start, person: Person, server: Server
) -> None:
    server.always("push", Sent(7))
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    plan(person, window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    let_it_go(person, hand, server)
    confirm(person, dialog)
    box = shown(window, QMessageBox)
    assert box.text() == "The same message went out while you were being asked, so nothing was sent."
    assert box.informativeText() == "Press Send again: you are then asked about that one too."
    box.accept()
    assert len(server.of("push")) == 1
    assert [each.outcome for each in sends(application)] == [Outcome.SENT]

    again = person.press_send(window)
    person.qtbot.waitUntil(again.again.isVisible, timeout=WAIT_MS)
    person.click(again.again)
    confirm(person, again)
    arrived(person, server, 2)


def test_a_plan_that_goes_out_to_others_of_them_while_a_message_is_asked_about(
    start: Start, person: Person, server: Server, have_account: HaveAccount
) -> None:
    """The account wants to know who was messaged within the hours, and was told that nobody was."""
    have_account(dataclasses.replace(SHOP, id="asks", lately_hours=24, lately_rule=LatelyRule.WARN), KEYS)
    server.always("push", Sent(7))
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    plan(person, window)
    write(person, window, "Another", MOSCOW)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    let_it_go(person, hand, server)
    confirm(person, dialog)
    box = shown(window, QMessageBox)
    assert box.text() == "Another message went out while you were being asked, so nothing was sent."
    box.accept()
    assert len(server.of("push")) == 1


def test_a_message_that_goes_out_while_a_plan_is_looked_at(start: Start, person: Person, server: Server) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    plan(person, window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    server.always("push", Sent(7))
    recorded = application.services.dispatch.send

    def first_the_person(*given: object, **named: object) -> None:
        """The plan has looked at the last sends, and is about to be recorded: the person's is recorded before it."""
        application.services.dispatch.send = recorded  # type: ignore[method-assign]
        confirm(person, dialog)
        recorded(*given, **named)  # type: ignore[arg-type]

    application.services.dispatch.send = first_the_person  # type: ignore[method-assign]
    hand.move_to("12-02 06:00:00")
    assert asked(person, application) is AskCode.SAME_SENT
    assert len(server.of("push")) == 1
    assert [each.planned_for for each in sends(application)] == [None]


def test_two_accounts_of_one_application_send_one_after_the_other(
    start: Start, person: Person, server: Server, have_account: HaveAccount
) -> None:
    """Or each of the two would be looked at before the other is in the history."""
    have_account(dataclasses.replace(SHOP, id="again", name="Shop again"), KEYS)
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    plan(person, window)
    window.bar.account_chosen.emit("shop")
    person.wait_for_keys(window)
    person.wait_for_count(window)
    plan(person, window)
    assert {each.account_id for each in hand.runner.plans} == {"shop", "again"}
    server.never("count")
    before = len(server.of("count"))
    hand.move_to("12-02 06:00:00")
    person.qtbot.waitUntil(lambda: len(server.of("count")) > before, timeout=WAIT_MS)
    at_rest()
    assert len(server.of("count")) == before + 1
    server.always("push", Sent(7))
    server.always("count", 7)
    server.of("count")[-1].answer(7)
    assert asked(person, application) is AskCode.SAME_SENT
    assert len(server.of("push")) == 1
