"""Way 1: a fresh machine, no account, no network. Compose, choose, see how many, confirm, send, read the count."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from scoro_desktop.messages.channels.push.correction import as_read
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.journey.sight import problem_of
from tests.journey.stored import stored

pytestmark = pytest.mark.looks


def test_the_sandbox_is_selected_and_says_that_nothing_leaves(window: MainWindow) -> None:
    assert window.bar.accounts.currentText() == "Sandbox"
    assert "SANDBOX" in window.band.text()
    assert "Nothing leaves" in window.band.text()
    assert "Sandbox" in window.windowTitle()


def test_a_push_is_composed_counted_confirmed_sent_and_read_in_the_history(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Great match!")
    person.type_into(window.tab.audience.editor, '{"deviceType": "android"}')
    counted = person.wait_for_count(window)
    assert 0 < counted < 5600
    assert f"{counted:,}" in window.tab.audience.count.text()

    dialog = person.press_send(window)
    assert dialog.count == counted
    assert f"{counted:,}" in dialog.send_button.text()
    person.confirm(window, dialog)

    row = stored(application).history.page(HistoryFilter(), 0, 10)[0]
    assert (row.outcome, row.count, row.summary, row.expected) == (Outcome.SENT, counted, "Great match!", counted)
    sent = stored(application).history.get(row.id)
    assert sent is not None
    assert as_read(sent.request) == {
        "coll": "devices",
        "query": {"deviceType": "android"},
        "msg": {
            "data": {
                "gcm": {"notification": {"title": "Great match!"}},
                "apns": {"aps": {"alert": {"title": "Great match!"}}},
            }
        },
    }


def test_an_example_fills_the_editor(window: MainWindow, person: Person) -> None:
    menu = window.tab.audience.findChildren(QAction)
    example = next(action for action in menu if action.text() == "iPhones")
    example.trigger()
    assert window.tab.audience.text() == '{"deviceType": "ios"}'
    person.wait_for_count(window)


def test_ctrl_enter_opens_the_confirmation_and_enter_alone_does_not_send(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Hello")
    person.type_into(window.tab.audience.editor, '{"deviceType": "ios"}')
    person.wait_for_count(window)
    window.activateWindow()
    dialog = window.send()
    assert dialog is not None
    person.qtbot.waitUntil(lambda: dialog.count is not None)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert stored(application).history.count(HistoryFilter()) == 0


def test_an_untouched_form_is_not_scolded_but_the_footer_says_what_is_missing(window: MainWindow) -> None:
    assert all(not problem_of(field) for field in window.tab.form.fields())
    assert "message" in window.footer.text() or "title" in window.footer.text()


def test_send_without_an_audience_goes_to_the_query(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Hello")
    person.click(window.footer.send)
    assert "Choose who gets it" in window.footer.text()
    assert window.focusWidget() is window.tab.audience.conditions.builder.root.add_condition
    person.click(window.tab.audience.by_query)
    person.click(window.footer.send)
    assert window.focusWidget() is window.tab.audience.editor


def test_everyone_is_confirmed_by_typing_the_number(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Hello")
    person.click(window.tab.audience.everyone)
    counted = person.wait_for_count(window)
    dialog = person.press_send(window)
    assert not dialog.send_button.isEnabled()
    person.type_into(dialog.typed, str(counted - 1))
    assert not dialog.send_button.isEnabled()
    dialog.typed.clear()
    person.type_into(dialog.typed, str(counted))
    assert dialog.send_button.isEnabled()
    person.confirm(window, dialog)
    row = stored(application).history.page(HistoryFilter(), 0, 1)[0]
    assert row.everyone
    sent = stored(application).history.get(row.id)
    assert sent is not None
    assert sent.request["query"] == {}


def test_nobody_matching_stops_the_send(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Hello")
    person.type_into(window.tab.audience.editor, '{"deviceType": "toaster"}')
    person.wait_for_count(window, 0)
    dialog = person.press_send(window)
    assert not dialog.send_button.isEnabled()
    dialog.reject()


def test_a_broken_query_is_marked_and_never_turns_into_everyone(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Hello")
    person.type_into(window.tab.audience.editor, '{"deviceType": "android",}')
    assert window.tab.draft().audience is None
    assert window.tab.audience.editor.extraSelections()
    assert window.send() is None
    window.tab.audience.editor.clear()
    assert window.tab.draft().audience is None
    assert window.tab.live_count.count.value is None


def test_the_same_message_to_the_same_audience_is_asked_about_within_a_day(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Hello")
    person.type_into(window.tab.audience.editor, '{"deviceType": "ios"}')
    counted = person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    dialog = person.press_send(window)
    assert not dialog.send_button.isEnabled()
    assert any(f"{counted:,} device" in label.text() for label in dialog.findChildren(QLabel))
    person.click(dialog.again)
    assert dialog.send_button.isEnabled()
    dialog.reject()
    person.type_into(window.tab.form.first(), "!")
    dialog = person.press_send(window)
    assert dialog.send_button.isEnabled()
    dialog.reject()
    assert stored(application).history.count(HistoryFilter()) == 1


def test_a_query_that_leaves_nobody_out_is_confirmed_like_everyone(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Hello")
    person.type_into(window.tab.audience.editor, '{"deviceType": {"$ne": "toaster"}}')
    counted = person.wait_for_count(window)
    assert "EVERYONE" in window.tab.audience.count.text()
    dialog = person.press_send(window)
    assert not dialog.send_button.isEnabled()
    person.type_into(dialog.typed, str(counted))
    assert dialog.send_button.isEnabled()
    dialog.reject()


def test_nothing_is_called_a_problem_before_a_key_was_pressed(window: MainWindow, person: Person) -> None:
    person.wait_for_keys(window)
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        person.qtbot.waitUntil(
            lambda: window.footer.text() == "Write a message, then choose who gets it.", timeout=WAIT_MS
        )
        assert not window.footer.has_problem
        assert not window.footer.list_button.isVisible()
        assert window.send() is None  # and leads to what is missing, which is named from then on
        assert window.footer.has_problem
    window.tabs.setCurrentIndex(0)
    person.fill(window.tab.form.first(), "Great match!")
    assert window.footer.text().startswith("Choose who gets it")
