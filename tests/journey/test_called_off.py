"""Tests that a confirmed send that has not left never leaves once the app went wrong, or its account is another."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel

from scoro_desktop.app import Application
from scoro_desktop.scorocode.replies import Outcome, Sent
from scoro_desktop.storage.error_log import ErrorLog
from scoro_desktop.ui.accounts.account_questions import DeleteQuestion
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.history import history_model
from scoro_desktop.ui.runtime.exception_hook import ExceptionHook
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.later import ask_when, choose, confirmation
from tests.journey.sight import row_of
from tests.journey.stored import rest
from tests.journey.test_hold import HELD, KEYS, QUERY, hold, rows, settled
from tests.journey.test_hold import server as server
from tests.ui.servers import Server

ANOTHER = dataclasses.replace(HELD, id="other", name="Another", application_id="b2")


@pytest.fixture
def hook(tmp_path: Path) -> Iterator[ExceptionHook]:
    escaped = ExceptionHook(ErrorLog(tmp_path))
    escaped.install()
    yield escaped
    escaped.close()


def listen(hook: ExceptionHook, application: Application) -> None:
    """As the command does it."""
    hook.arose.connect(application.doubt)
    hook.troubled.connect(application.show_trouble)


class Stumbling(QObject):
    """Raises in a slot, as soon as it is told to."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told.connect(self._fail)

    def _fail(self) -> None:
        raise LookupError("in a slot")


def go_wrong() -> None:
    stumbling = Stumbling()  # it has to live while it tells
    stumbling.told.emit()


def test_an_error_of_the_app_takes_back_all_that_is_held(
    start: Start, person: Person, server: Server, hook: ExceptionHook
) -> None:
    application = start()
    listen(hook, application)
    window = application.window
    hold(person, window, "One")
    hold(person, window, "Two")
    go_wrong()
    assert window._services.dispatch.holds == []
    settled(person, application)
    assert {(each.summary, each.outcome, each.reason) for each in rows(application)} == {
        ("One", Outcome.NOT_SENT, "doubt"),
        ("Two", Outcome.NOT_SENT, "doubt"),
    }
    assert server.of("push") == []
    person.qtbot.waitUntil(lambda: "1 more unread" in window.outcome.text(), timeout=WAIT_MS)
    said = window.outcome.text()
    assert "Not sent. The app met an error of its own before the message left. Nothing was sent." in said
    assert "It is in the form again: check the audience, then send it." in said
    assert said.endswith("(And 1 more unread.)")
    assert window.outcome.dismiss.isVisible(), "it stays until it is read"
    assert row_of(window)["result"] == "App error before it left"
    assert window.trouble_bar.text().startswith("Something went wrong in the app; it keeps running. No message is on")

    # It is there to be sent once somebody has looked at the audience again.
    window.history.use_again.emit(rows(application)[0])
    person.fill(window.tab.audience.editor, "")
    person.paste(window.tab.audience.editor, QUERY)
    person.wait_for_count(window, 7)
    server.always("push", Sent(7))
    dialog = person.press_send(window)
    assert not dialog.again.isVisible(), "nobody got it"
    person.click(dialog.send_button)
    person.qtbot.waitUntil(lambda: len(window._services.dispatch.holds) == 1, timeout=WAIT_MS)


@pytest.mark.parametrize("later", [False, True])
def test_an_error_of_the_app_closes_the_question_that_is_open(
    start: Start, person: Person, server: Server, hook: ExceptionHook, later: bool
) -> None:
    server.always("push", Sent(7))
    application = start()
    listen(hook, application)
    window = application.window
    person.write_push(window, "One", QUERY)
    person.wait_for_count(window, 7)
    if later:
        choose(ask_when(window), "2030-12-02 09:00")
        dialog: ConfirmDialog = confirmation(person, window)
    else:
        dialog = person.press_send(window)
    assert dialog.send_button.isEnabled()
    go_wrong()
    assert not dialog.isVisible()
    dialog.send_button.click()
    person.settle()
    assert server.of("push") == []
    assert rows(application) == []
    assert window._services.later.plans == ()
    assert window.send() is None, "nobody is chosen"


def test_a_time_that_is_chosen_after_an_error_leads_to_no_confirmation(
    start: Start, person: Person, server: Server, hook: ExceptionHook
) -> None:
    server.always("push", Sent(7))
    application = start()
    listen(hook, application)
    window = application.window
    person.write_push(window, "One", QUERY)
    person.wait_for_count(window, 7)
    dialog = ask_when(window)
    go_wrong()
    choose(dialog, "2030-12-02 09:00")
    person.settle()
    assert not [each for each in window.findChildren(ConfirmDialog) if each.isVisible()]
    assert window.tab.draft().audience is None


def test_what_an_error_called_off_is_in_the_form_again_unless_something_else_is(
    start: Start, person: Person, server: Server, hook: ExceptionHook
) -> None:
    application = start()
    listen(hook, application)
    window = application.window
    hold(person, window, "One")
    window.commands["message.new"].trigger()
    assert window.tab.is_blank()
    go_wrong()
    person.qtbot.waitUntil(lambda: window.tab.draft().message.summary() == "One", timeout=WAIT_MS)
    said = "Nothing was sent. It is in the form again: check the audience, then send it."
    person.qtbot.waitUntil(lambda: said in window.outcome.text(), timeout=WAIT_MS)
    assert window.tab.draft().audience is None, "nobody is chosen until a person looks at it"
    assert window.tab.audience.editor.text() == QUERY
    assert window.footer.has_problem
    person.click(window.outcome.dismiss)

    person.fill(window.tab.audience.editor, "")
    hold(person, window, "Two")
    window.commands["message.new"].trigger()
    person.fill(window.tab.form.first(), "Three")
    go_wrong()
    settled(person, application)
    person.qtbot.waitUntil(
        lambda: "“Use again” in History puts it into the form." in window.outcome.text(), timeout=WAIT_MS
    )
    assert "in the form again" not in window.outcome.text()
    assert window.tab.draft().message.summary() == "Three"
    assert server.of("push") == []


def test_what_is_on_its_way_to_the_disk_does_not_leave_either(
    start: Start, person: Person, server: Server, hook: ExceptionHook
) -> None:
    application = start()
    listen(hook, application)
    window = application.window
    dispatch = window._services.dispatch
    person.wait_for_keys(window)
    person.write_push(window, "Spring sale", QUERY)
    person.wait_for_count(window, 7)
    dialog = person.press_send(window)
    seen: list[tuple[int, int]] = []

    def stumble() -> None:
        dispatch.changed.disconnect(stumble)
        seen.append((dispatch.recording, len(dispatch.holds)))
        go_wrong()

    dispatch.changed.connect(stumble)
    person.click(dialog.send_button)
    person.qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    assert seen == [(1, 0)]
    row = settled(person, application)
    assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "doubt")
    assert (dispatch.recording, dispatch.holds) == (0, [])

    hold(person, window, "Another")
    for each in dispatch.holds:
        dispatch.release(each.send.id)
    assert (dispatch.recording, dispatch.holds) == (1, [])
    go_wrong()
    row = settled(person, application)
    assert (row.summary, row.outcome, row.reason) == ("Another", Outcome.NOT_SENT, "doubt")
    assert server.of("push") == []


def test_what_waits_behind_another_send_does_not_leave_and_the_one_that_left_keeps_its_answer(
    start: Start, person: Person, server: Server, hook: ExceptionHook
) -> None:
    application = start()
    listen(hook, application)
    window = application.window
    dispatch = window._services.dispatch
    for title in ("One", "Two"):
        hold(person, window, title)
        dispatch.release(dispatch.holds[0].send.id)
        rest(application.services.storage)
    person.qtbot.waitUntil(lambda: bool(server.of("push")), timeout=WAIT_MS)
    go_wrong()
    (question,) = server.of("push")
    question.answer(Sent(7))
    settled(person, application)
    assert {each.summary: (each.outcome, each.reason) for each in rows(application)} == {
        "One": (Outcome.SENT, ""),
        "Two": (Outcome.NOT_SENT, "doubt"),
    }
    assert len(server.of("push")) == 1


def test_a_held_send_does_not_leave_with_an_account_that_was_changed_or_deleted(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    window = application.window
    said = "The account of the message was changed or deleted before the message left. Nothing was sent."
    changes: dict[str, Callable[[AccountsDialog], object]] = {
        "address": lambda dialog: person.fill(dialog.form.address, "https://other.invalid/api/v1/"),
        "application": lambda dialog: person.fill(dialog.form.application_id, "b9"),
        "key": lambda dialog: person.fill(dialog.form.client_key, "d" * 32),
        "session": lambda dialog: person.fill(dialog.form.session, "e" * 32),
        "environment": lambda dialog: person.choose(dialog.form.environment, "Production"),
        "lock": lambda dialog: person.fill(dialog.form.limits.locked_clause, '{"city": "Moscow"}'),
        "delete": lambda dialog: delete(person, dialog),
    }
    for name, change in changes.items():
        hold(person, window, name)
        dialog = person.open_accounts(window)
        change(dialog)
        if name != "delete":
            assert window._services.dispatch.holds, "nothing was saved yet"
            person.save_account(dialog)
        assert window._services.dispatch.holds == [], name
        dialog.reject()
        row = settled(person, application)
        assert (row.summary, row.outcome, row.reason) == (name, Outcome.NOT_SENT, "account_changed")
        person.qtbot.waitUntil(lambda: said in window.outcome.text(), timeout=WAIT_MS)
        assert "It is in the form again: check the account, then send it." in window.outcome.text()
        assert row_of(window)["result"] == "Account changed before it left"
        person.click(window.outcome.dismiss)
    assert server.of("push") == []


def delete(person: Person, dialog: AccountsDialog) -> None:
    with person.answering(DeleteQuestion, lambda box: person.press(box, "Delete account")):
        person.click(dialog.delete_button)
    person.wait_until_free(dialog)


def test_another_account_and_what_reaches_nobody_else_leave_it_alone(
    start: Start, person: Person, server: Server, have_account: HaveAccount
) -> None:
    have_account(ANOTHER, KEYS)
    application = start()
    window = application.window
    hold(person, window)  # from Another, which was chosen last
    (held,) = window._services.dispatch.holds
    assert held.send.account_name == "Another"
    dialog = person.open_accounts(window)
    person.fill(dialog.form.name, "Still another")
    person.fill(dialog.form.limits.ceiling, "STOP")
    person.save_account(dialog)
    assert [each.send.id for each in window._services.dispatch.holds] == [held.send.id]
    dialog.select(HELD.id)
    person.wait_until_free(dialog)
    person.fill(dialog.form.client_key, "d" * 32)
    person.save_account(dialog)
    delete(person, dialog)
    assert [each.send.id for each in window._services.dispatch.holds] == [held.send.id]
    dialog.reject()


def test_a_history_line_of_what_was_taken_back_is_no_failure(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    hold(person, window)
    person.click(window.outcome.action)
    settled(person, application)
    rest(application.services.storage)
    (label,) = [each for each in window.history_line._labels if each.isVisible()]
    assert label.text().endswith("Not sent: Taken back")
    assert label.property("role") == "muted"
    colours = window._appearance.colours
    cell = window.history.table.model().index(0, history_model.OUTCOME)
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name().upper() == colours.muted
    details = person.open_details(window)
    details.opening.finish()
    assert {each.property("role") for each in details.findChildren(QLabel) if each.text() == "Not sent"} == {"muted"}
    details.reject()
