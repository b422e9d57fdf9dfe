"""Audiences with names, and tests that go to one of them."""

import pytest
from PySide6.QtWidgets import QLabel

from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.audience.person_finder import PersonFinder
from scoro_desktop.ui.library.audiences import SavedAudiences
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.sight import problem_of
from tests.journey.stored import execute, stored

QUERY = '{"deviceType": "ios", "userId": {"$exists": true}}'


def open_saved(window: MainWindow, person: Person) -> SavedAudiences:
    person.click(window.tab.audience.saved)
    return window.findChildren(SavedAudiences)[-1]


def save(window: MainWindow, person: Person, monkeypatch: pytest.MonkeyPatch, name: str) -> SavedAudiences:
    monkeypatch.setattr(SavedAudiences, "ask_name", lambda *_: name)
    dialog = open_saved(window, person)
    person.click(dialog.save)
    return dialog


def test_save_use_rename_delete_and_bring_back(
    window: MainWindow, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.type_into(window.tab.audience.editor, QUERY)
    counted = person.wait_for_count(window)
    dialog = save(window, person, monkeypatch, "iPhones of users")
    item = dialog.list.item(0)
    assert item.text().startswith("iPhones of users")
    assert f"{counted:,}" in item.text()
    monkeypatch.setattr(SavedAudiences, "ask_name", lambda *_: "Apple")
    person.click(dialog.rename)
    assert dialog.list.item(0).text().startswith("Apple")
    person.click(dialog.delete)
    assert dialog.list.count() == 0
    person.click(dialog.notice.action)
    assert dialog.list.item(0).text().startswith("Apple")
    dialog.close()

    window.tab.audience.editor.clear()
    dialog = open_saved(window, person)
    dialog.list.setCurrentRow(0)
    person.click(dialog.use)
    assert window.tab.audience.text() == QUERY
    person.wait_for_count(window, counted)


def test_bringing_one_back_takes_nothing_else_away(
    window: MainWindow, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.type_into(window.tab.audience.editor, QUERY)
    dialog = save(window, person, monkeypatch, "One")
    person.click(dialog.delete)
    monkeypatch.setattr(SavedAudiences, "ask_name", lambda *_: "Two")
    person.click(dialog.save)
    person.click(dialog.notice.action)
    assert [dialog.list.item(row).text().split("\n")[0] for row in range(dialog.list.count())] == ["One", "Two"]
    dialog.close()


def test_a_query_is_saved_with_no_other_querys_count(
    window: MainWindow, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.type_into(window.tab.audience.editor, '{"deviceType": "android"}')
    other = person.wait_for_count(window)
    window.tab.audience.editor.replace(QUERY)
    dialog = save(window, person, monkeypatch, "iPhones of users")
    assert f"{other:,}" not in dialog.list.item(0).text()
    dialog.close()


def test_what_cannot_be_written_is_said(start: Start, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.audience.editor, QUERY)
    person.wait_for_count(window)
    dialog = save(window, person, monkeypatch, "Ours")
    for button in (dialog.for_tests, dialog.save, dialog.rename, dialog.delete):
        monkeypatch.setattr(SavedAudiences, "ask_name", lambda *_: "Others")
        execute(application, "PRAGMA query_only = ON")
        person.click(button)
        execute(application, "PRAGMA query_only = OFF")
        assert "could not be saved" in problem_of(dialog)
        assert not dialog.for_tests.isChecked()
        assert dialog.list.item(0).text().startswith("Ours")
        assert dialog.list.count() == 1
    person.click(dialog.for_tests)
    assert not problem_of(dialog)
    assert dialog.for_tests.isChecked()
    dialog.close()


def test_a_name_that_is_taken_is_said(window: MainWindow, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    person.type_into(window.tab.audience.editor, QUERY)
    dialog = save(window, person, monkeypatch, "One")
    person.click(dialog.save)
    assert "One" in problem_of(dialog)
    assert dialog.list.count() == 1
    dialog.close()


def test_a_test_goes_to_its_audience_and_is_marked(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Hello")
    person.click(window.footer.test)
    person.press(shown(window, PersonFinder), "Choose a saved audience…")
    dialog = window.findChildren(SavedAudiences)[-1]
    assert "Send trial" in dialog.notice.text()
    said = [each.text() for each in dialog.library.findChildren(QLabel) if each.isVisible()]
    assert any("Add conditions in the window first" in words for words in said)
    dialog.close()

    person.type_into(window.tab.audience.editor, QUERY)
    dialog = save(window, person, monkeypatch, "Ours")
    person.click(dialog.for_tests)
    assert dialog.focusWidget() is dialog.for_tests
    dialog.close()
    window.tab.audience.editor.clear()
    person.type_into(window.tab.audience.editor, '{"deviceType": "android"}')

    for _ in range(2):
        person.click(window.footer.test)
        confirmation = window.findChild(ConfirmDialog)
        assert isinstance(confirmation, ConfirmDialog), window.footer.text()
        person.qtbot.waitUntil(lambda dialog=confirmation: dialog.count is not None, timeout=WAIT_MS)  # type: ignore[misc]
        assert confirmation.send_button.isEnabled()
        assert any("audience for trials" in label.text() for label in confirmation.findChildren(QLabel))
        person.confirm(window, confirmation)
    rows = stored(application).history.page(HistoryFilter(), 0, 5)
    assert [row.is_test for row in rows] == [True, True]
    sent = stored(application).history.get(rows[0].id)
    assert sent is not None
    assert sent.query_text == QUERY
    assert window.tab.audience.text() == '{"deviceType": "android"}'
    assert stored(application).history.count(HistoryFilter(hide_tests=True)) == 0


def test_recent_queries_are_offered(start: Start, person: Person) -> None:
    window = start().window
    person.type_into(window.tab.form.first(), "Hello")
    person.type_into(window.tab.audience.editor, QUERY)
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    window.tab.audience.editor.clear()
    dialog = open_saved(window, person)
    dialog.lists.setCurrentIndex(1)
    words, query = dialog.recent.item(0).text().split("\n")
    assert words == "deviceType is “ios” · userId exists"  # people read conditions, not JSON
    assert query == QUERY
    dialog.recent.setCurrentRow(0)
    person.click(dialog.use)
    assert window.tab.audience.text() == QUERY
