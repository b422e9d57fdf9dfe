"""A condition that an account adds to every audience: shown, counted, sent and remembered; changed only in Accounts."""

import pytest
from PySide6.QtWidgets import QLabel

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import HaveAccount, Person, Start
from tests.journey.sight import words_in
from tests.journey.stored import stored

CLAUSE = '{"deviceType": "ios"}'
IN_WORDS = "deviceType is “ios”"
PADLOCKED = "🔒 " + IN_WORDS


@pytest.fixture
def narrowed(have_account: HaveAccount, server: Sandbox) -> None:
    account = Account(
        "shop",
        "Shop",
        Environment.TEST,
        server.address,
        server.application_id,
        AccessKind.MASTER,
        locked_clause=CLAUSE,
    )
    have_account(account, Keys(server.client_key, server.master_key))


def write(window: MainWindow, person: Person) -> None:
    person.wait_for_keys(window)
    person.type_into(window.tab.form.first(), "Hello")


@pytest.mark.usefixtures("narrowed")
def test_a_query_is_narrowed_counted_sent_and_used_again(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    write(window, person)
    assert [label.isVisible() for label in window.tab.audience.findChildren(QLabel) if IN_WORDS in label.text()] == [
        True
    ]
    person.type_into(window.tab.audience.editor, '{"userId": {"$exists": true}}')
    counted = person.wait_for_count(window)
    dialog = person.press_send(window)
    assert PADLOCKED in [label.text() for label in dialog.findChildren(QLabel)]
    person.confirm(window, dialog)
    line = stored(application).history.page(HistoryFilter(), 0, 5)[0]
    sent = stored(application).history.get(line.id)
    assert sent is not None
    assert (sent.count, sent.query_text) == (counted, '{"userId": {"$exists": true}}')
    assert sent.request["query"] == {"$and": [{"userId": {"$exists": True}}, {"deviceType": "ios"}]}

    details = person.open_details(window)
    assert PADLOCKED in words_in(details)
    details.close()

    window.messages.use_again(sent)
    assert window.tab.audience.text() == '{"userId": {"$exists": true}}'
    assert window.tab.draft().query() == sent.request["query"]


@pytest.mark.usefixtures("narrowed")
def test_everyone_is_everyone_that_the_clause_lets_through(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    write(window, person)
    person.click(window.tab.audience.everyone)
    counted = person.wait_for_count(window)
    assert 0 < counted < 5600
    dialog = person.press_send(window)
    assert not dialog.send_button.isEnabled()
    assert PADLOCKED in [label.text() for label in dialog.findChildren(QLabel)]
    person.type_into(dialog.typed, str(counted))
    person.confirm(window, dialog)
    line = stored(application).history.page(HistoryFilter(), 0, 5)[0]
    sent = stored(application).history.get(line.id)
    assert sent is not None
    assert sent.everyone
    assert sent.request["query"] == {"deviceType": "ios"}
    assert sent.count == counted


@pytest.mark.usefixtures("narrowed")
def test_the_conditions_do_not_show_it_and_cannot_take_it_away(start: Start, person: Person) -> None:
    window = start().window
    write(window, person)
    builder = window.tab.audience.conditions.builder
    assert not builder.root.widgets()
    assert window.tab.draft().audience is None
    person.type_into(window.tab.audience.editor, '{"deviceType": "android"}')
    person.wait_for_count(window, 0)
    person.click(window.tab.audience.by_conditions)
    assert len(builder.root.widgets()) == 1
    assert builder.query() == {"deviceType": "android"}
