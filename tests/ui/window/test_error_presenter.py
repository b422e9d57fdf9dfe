"""Tests of what the window says of errors in the app, and of the way to the log."""

import base64
import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import Keys
from scoro_desktop.storage.error_log import ErrorLog
from scoro_desktop.ui.runtime.exception_hook import ExceptionHook
from scoro_desktop.ui.window.error_dialog import ErrorDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import HaveAccount, Person, Start, shown
from tests.journey.servers import account_at
from tests.journey.sight import words_in

VERSIONS = re.compile(r"Scoro Desktop [\d.]+ · Python 3[\d.]+\S* · Qt 6[\d.]+ · \S.*\n\n")
PHONE = "+79161234567"
KEYS = Keys("CLIENT-word-1", "ACCESS-word-2", "SESSION-word-3")


def after_versions(text: str) -> str:
    """The technical text, less the versions that stand before it."""
    found = VERSIONS.match(text)
    assert found is not None, text
    return text[found.end() :]


def press_menu(window: MainWindow, text: str) -> None:
    menu = window.bar.menu.menu()
    (action,) = [each for each in menu.actions() if each.text() == text]
    action.trigger()


def test_it_is_said_in_a_bar_and_the_rest_is_one_click_away(
    window: MainWindow, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.current, "keys", KEYS)
    window.notice.offer("Deleted.", "Undo", lambda: None)
    window.trouble.show(f"RuntimeError: {KEYS.access_key} and {KEYS.session}\n")
    assert window.trouble_bar.text().startswith("Something went wrong in the app; it keeps running.")
    assert window.notice.text() == "Deleted."  # what is on offer stays
    assert not window.findChildren(ErrorDialog)
    person.press(window.trouble_bar, "Details")
    dialog = shown(window, ErrorDialog)
    assert after_versions(dialog.text.toPlainText()) == "RuntimeError: ••• and •••"
    person.press(dialog, "Copy details")
    assert after_versions(QGuiApplication.clipboard().text()) == "RuntimeError: ••• and •••"
    window.trouble.show("KeyError: 'another'")
    assert after_versions(dialog.text.toPlainText()) == "RuntimeError: ••• and •••\n\nKeyError: 'another'"
    person.press(dialog, "Close")
    assert dialog.isHidden()


def test_before_a_dialog_it_is_said_there(window: MainWindow, person: Person) -> None:
    accounts = person.open_accounts(window)
    person.press(accounts, "Add")
    person.fill(accounts.form.access_key, "just-typed-key")
    window.trouble.show("ValueError: just-typed-key")
    assert QApplication.activeModalWidget() is shown(accounts, ErrorDialog)
    dialog = shown(accounts, ErrorDialog)
    assert after_versions(dialog.text.toPlainText()) == "ValueError: •••"
    person.press(dialog, "Close")
    accounts.revert()
    accounts.close()


def test_keys_that_are_in_use_no_longer_are_taken_out_too(
    start: Start, have_account: HaveAccount, person: Person
) -> None:
    """Of the account that was chosen before, and however an exception writes them."""
    have_account(account_at("http://127.0.0.1:9/"), KEYS)
    window = start().window
    person.wait_for_keys(window)
    assert window.current.keys == KEYS
    person.choose(window.bar.accounts, "Sandbox")
    assert window.current.keys != KEYS
    body = json.dumps({"cli": KEYS.client_key, "acc": KEYS.access_key, "sess": KEYS.session})
    basic = base64.b64encode(f"bob:{KEYS.access_key}".encode()).decode()
    window.trouble.show(f"ValueError: {body!r} {json.dumps(body)} {KEYS.session.encode().hex()} {basic}")
    technical = window.trouble.technical()
    assert technical.count("•••") == 8
    assert "word" not in technical.lower()
    assert basic[-12:-2] not in technical


def test_keys_of_a_pasted_command_are_taken_out(window: MainWindow, person: Person) -> None:
    dialog = window.curl.show_import()
    person.paste(dialog.editor, """curl -d '{"app":"a","cli":"pasted-1","acc":"pasted-2","coll":"users","msg":{}}'""")
    person.press(dialog, "Cancel")
    window.trouble.show("ValueError: pasted-1, pasted%2d2")
    assert after_versions(window.trouble.technical()) == "ValueError: •••, •••"


def test_keys_of_a_pasted_command_that_is_none_are_taken_out(window: MainWindow, person: Person) -> None:
    """As where reading it is what went wrong."""
    dialog = window.curl.show_import()
    person.paste(dialog.editor, """curl -d '{"app":"a","cli":"pasted-1","acc":"pasted-2""")
    window.trouble.show("RecursionError: pasted-1, pasted-2")
    assert after_versions(window.trouble.technical()) == "RecursionError: •••, •••"
    person.press(shown(dialog, ErrorDialog), "Close")
    person.press(dialog, "Cancel")


def test_it_is_still_said_after_the_dialog_that_it_was_said_before_went_by_itself(
    window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    """As the confirmation goes once its last count is there."""
    asking = QDialog(window)
    asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asking.open()
    window.trouble.show("ValueError: one")
    assert shown(asking, ErrorDialog).isVisible()
    with qtbot.waitSignal(asking.destroyed):
        asking.accept()
    window.trouble.show("KeyError: two")
    person.press(window.trouble_bar, "Details")
    dialog = shown(window, ErrorDialog)
    assert after_versions(dialog.text.toPlainText()) == "ValueError: one\n\nKeyError: two"
    person.press(dialog, "Close")


def test_it_says_where_and_nothing_of_what_an_exception_says(window: MainWindow, tmp_path: Path) -> None:
    hook = ExceptionHook(ErrorLog(tmp_path))
    hook.troubled.connect(window.trouble.show)
    with pytest.raises(KeyError) as caught:
        raise KeyError(PHONE)
    caught.value.add_note("Anna Ivanova")
    hook.report(caught.value)
    window.trouble.show_details()
    dialog = shown(window, ErrorDialog)
    assert "builtins.KeyError" in dialog.text.toPlainText()
    assert 'File "tests/ui/window/test_error_presenter.py", line ' in dialog.text.toPlainText()
    seen = words_in(dialog) + dialog.text.toPlainText()
    assert PHONE not in seen
    assert "Ivanova" not in seen
    assert str(Path.home()) not in seen
    assert "What you wrote stays in the form" in seen
    assert "copy the details and send them to whoever looks after the app" in seen
    dialog.accept()


def test_messages_on_their_way_are_told_of(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window.trouble, "_under_way", lambda: 2)
    window.trouble.show("RuntimeError")
    assert window.trouble_bar.text().endswith("2 messages on the way: History will say what became of them.")


def test_the_menu_opens_the_folder_of_the_log(
    window: MainWindow, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    press_menu(window, "Open the log folder")
    assert opened == [str(data_dir)]
    assert not window.findChildren(QMessageBox)


def test_without_a_file_manager_it_says_where_the_folder_is(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, data_dir: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    press_menu(window, "Open the log folder")
    box = shown(window, QMessageBox)
    assert str(data_dir) in box.informativeText()
    box.close()
