"""What the window says of what went wrong in the app, and the way to the log."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import Keys
from scoro_desktop.ui.main_window import MainWindow
from scoro_desktop.ui.trouble_dialog import TroubleDialog
from tests.journey.conftest import Person, shown

KEYS = Keys("CLIENT-word-1", "ACCESS-word-2", "SESSION-word-3")


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
    assert window.trouble_bar.text().startswith("Something went wrong in the app; it goes on.")
    assert window.notice.text() == "Deleted."  # what is on offer stays
    assert not window.findChildren(TroubleDialog)
    person.press(window.trouble_bar, "Details")
    dialog = shown(window, TroubleDialog)
    assert dialog.text.toPlainText() == "RuntimeError: ••• and •••"
    person.press(dialog, "Copy")
    assert QGuiApplication.clipboard().text() == "RuntimeError: ••• and •••"
    window.trouble.show("KeyError: 'another'")
    assert dialog.text.toPlainText() == "RuntimeError: ••• and •••\n\nKeyError: 'another'"
    person.press(dialog, "Close")
    assert dialog.isHidden()


def test_before_a_dialog_it_is_said_there(window: MainWindow, person: Person) -> None:
    accounts = person.open_accounts(window)
    person.press(accounts, "Add")
    person.fill(accounts.form.access_key, "just-typed-key")
    window.trouble.show("ValueError: just-typed-key")
    assert QApplication.activeModalWidget() is shown(accounts, TroubleDialog)
    dialog = shown(accounts, TroubleDialog)
    assert dialog.text.toPlainText() == "ValueError: •••"
    person.press(dialog, "Close")
    accounts.revert()
    accounts.close()


def test_it_is_still_said_after_the_dialog_that_it_was_said_before_went_by_itself(
    window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    """As the confirmation goes once its last count is there."""
    asking = QDialog(window)
    asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asking.open()
    window.trouble.show("ValueError: one")
    assert shown(asking, TroubleDialog).isVisible()
    with qtbot.waitSignal(asking.destroyed):
        asking.accept()
    window.trouble.show("KeyError: two")
    person.press(window.trouble_bar, "Details")
    dialog = shown(window, TroubleDialog)
    assert dialog.text.toPlainText() == "ValueError: one\n\nKeyError: two"
    person.press(dialog, "Close")


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
