"""Way 4: a campaign is repeated. Found by a word of its text, used again, changed, sent: a second row, nothing lost."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from scoro_desktop.messages.channels.push.correction import as_read
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.sight import row_of, rows
from tests.journey.stored import stored

MESSAGES = ("Летняя распродажа: всё за полцены", "Winter is coming", "Ёлки уже в продаже")


def send(person: Person, window: MainWindow, text: str, query: str = '{"deviceType": "ios"}') -> None:
    person.write_push(window, text, query)
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))


def search(person: Person, window: MainWindow, words: str, found: int) -> None:
    """Goes to the search with its keys and types what is looked for."""
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    person.fill(shown(window.history, QLineEdit), words)
    person.qtbot.waitUntil(lambda: rows(window) == found, timeout=WAIT_MS)


def test_a_message_is_found_by_words_of_its_text(window: MainWindow, person: Person) -> None:
    """In any order, in any case, by the beginning of a word, and with е for ё."""
    for message in MESSAGES:
        send(person, window, message)
    summer, winter, trees = MESSAGES
    for words, text in (
        ("распродажа", summer),
        ("РАСПРОД", summer),
        ("пол летн", summer),
        ("елки", trees),
        ("ЁЛ", trees),
        ("WINTER", winter),
        ("com win", winter),
    ):
        search(person, window, words, 1)
        assert row_of(window)["message"] == text
        search(person, window, words + "qqq", 0)
    assert any(label.isVisible() and label.text() == "Nothing found" for label in window.history.findChildren(QLabel))
    person.press(window.history, "Clear search and filters")
    assert rows(window) == len(MESSAGES)


def test_a_campaign_is_repeated_with_another_text(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    send(person, window, MESSAGES[0], '{"deviceType": "android"}')
    send(person, window, MESSAGES[1])
    person.click(window.tools.new)
    person.write_push(window, "Half written", '{"deviceType": ')

    search(person, window, "распродажа", 1)
    person.select_row(window)
    person.press(window.history, "Use again")
    assert window.tab.draft().message.summary() == MESSAGES[0]
    assert window.tab.audience.text() == '{"deviceType": "android"}'
    assert "is in Drafts" in window.notice.text()
    person.fill(window.tab.form.first(), "Осенняя распродажа")
    counted = person.wait_for_count(window)
    person.confirm(window, person.press_send(window))

    # The new row shows, although the search would have hidden it.
    assert rows(window) == 3
    assert [row_of(window, row)["message"] for row in range(3)] == ["Осенняя распродажа", MESSAGES[1], MESSAGES[0]]
    newest, _, oldest = stored(application).history.page(HistoryFilter(), 0, 10)
    assert (newest.count, newest.expected) == (counted, counted)
    again, first = stored(application).history.get(newest.id), stored(application).history.get(oldest.id)
    assert again is not None
    assert first is not None
    assert again.query_text == first.query_text == '{"deviceType": "android"}'
    assert again.request["query"] == {"deviceType": "android"}
    assert again.request["msg"] != first.request["msg"]

    # What stood in the form before comes back whole, half a query included.
    person.click(window.notice.action)
    assert window.tab.draft().message.summary() == "Half written"
    assert window.tab.audience.text() == '{"deviceType": '
    assert window.tab.draft().audience is None


def test_everyone_used_again_is_still_confirmed_by_number(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "To all")
    person.click(window.tab.audience.everyone)
    counted = person.wait_for_count(window)
    dialog = person.press_send(window)
    person.fill(dialog.typed, str(counted))
    person.confirm(window, dialog)
    person.click(window.tools.new)
    assert window.tab.draft().audience is None
    person.select_row(window)
    person.press(window.history, "Use again")
    assert window.tab.audience.everyone.isChecked()
    person.fill(window.tab.form.first(), "To all, again")
    person.wait_for_count(window, counted)
    dialog = person.press_send(window)
    assert dialog.typed.isVisible()
    assert not dialog.send_button.isEnabled()
    dialog.reject()
    assert rows(window) == 1


def test_bringing_back_what_was_put_aside_loses_nothing_either(window: MainWindow, person: Person) -> None:
    person.fill(window.tab.form.first(), "First")
    person.click(window.tools.new)
    person.fill(window.tab.form.first(), "Second")
    window.tabs.setCurrentIndex(1)
    for text in ("First", "Second", "First"):
        person.click(window.notice.action)
        assert window.tabs.currentIndex() == 0
        assert window.tab.draft().message.summary() == text


def test_a_message_that_can_be_corrected_stays_one(start: Start, person: Person) -> None:
    """Through a restart as a draft, through sending, and when it is used again."""
    window = start().window
    person.write_push(window, MESSAGES[1], '{"deviceType": "ios"}')
    assert isinstance(window.tab.form, PushForm)
    message = window.tab.draft().message.to_wire()

    application = start()
    window = application.window
    assert isinstance(window.tab.form, PushForm)
    assert window.tab.form.replaceable.box.isChecked()
    assert window.tab.draft().message.to_wire() == message
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    person.click(window.tools.new)
    assert window.tab.is_blank()
    person.select_row(window)
    person.press(window.history, "Use again")
    assert window.tab.form.replaceable.box.isChecked()
    again = window.tab.draft().message.to_wire()
    assert again["msg"] != message["msg"]  # by a name of its own: it takes no other's place
    assert as_read(again) == as_read(message)


@pytest.mark.parametrize("another", ["new", "opened"])
def test_another_message_is_seen_from_its_beginning(window: MainWindow, person: Person, another: str) -> None:
    form = window.tab.form
    assert isinstance(form, PushForm)
    person.write_push(window, "The first", '{"deviceType": "android"}')
    form.android.more.setChecked(True)
    form.iphone.more.setChecked(True)
    window.tab.go_to(("msg", "data", "apns", "collapseId"))
    person.qtbot.waitUntil(lambda: form.first().visibleRegion().isEmpty(), timeout=WAIT_MS)
    if another == "new":
        person.click(window.tools.new)
    else:
        request = Request.from_wire(Channel.PUSH, {"msg": {"data": {"gcm": {"notification": {"title": "Sale"}}}}})
        window.messages.open(request, everyone=False, query_text="")
    assert form.first().hasFocus()
    assert form.first().visibleRegion().boundingRect().height() == form.first().height()
    assert not form.android.switch.visibleRegion().isEmpty(), "the form shows from its top"


def test_what_was_sent_through_another_account_says_so(
    start: Start, person: Person, have_account: HaveAccount, server: Sandbox
) -> None:
    window = start().window
    send(person, window, "Spring sale")
    shop = Account("shop", "Shop", Environment.PRODUCTION, server.address, server.application_id, AccessKind.MASTER)
    have_account(shop, Keys(server.client_key, server.master_key))
    window = start().window
    person.wait_for_keys(window)
    assert window.current.account == dataclasses.replace(shop, hold_seconds=0)
    person.select_row(window)
    person.press(window.history, "Use again")
    words = "It was sent through Sandbox — SANDBOX. From here it goes out through Shop — PRODUCTION."
    assert words in window.notice.text()
    person.wait_for_count(window)
    send(person, window, "Spring sale of the shop")
    person.fill(window.tab.form.first(), "")
    person.select_row(window)
    person.press(window.history, "Use again")
    assert "It was sent through" not in window.notice.text()
