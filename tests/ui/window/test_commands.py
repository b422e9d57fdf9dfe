"""Every command of the registry can be pressed by its id, stands in the menu bar, and has keys of its own."""

import itertools
from collections.abc import Callable
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QMessageBox

from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.audience.person_finder import PersonFinder
from scoro_desktop.ui.campaigns.do_not_send_dialog import DoNotSendDialog
from scoro_desktop.ui.campaigns.person_dialog import PersonDialog
from scoro_desktop.ui.curl.import_dialog import ImportDialog
from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.history.note_dialog import NoteDialog
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.kit.commands import Command, Commands
from scoro_desktop.ui.later.later_dialog import LaterDialog
from scoro_desktop.ui.later.plans_dialog import PlansDialog
from scoro_desktop.ui.library.audiences import SavedAudiences
from scoro_desktop.ui.library.drafts import DraftsDialog
from scoro_desktop.ui.library.templates import TemplatesDialog
from scoro_desktop.ui.sandbox.sandbox_view import SandboxView
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.templates.fill_dialog import FillDialog
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.ui.window.palette import Palette
from scoro_desktop.ui.window.shortcuts_dialog import ShortcutsDialog
from tests.journey.conftest import Person

IOS = '{"deviceType": "ios"}'


def opens(window: MainWindow, name: str, kind: type[QDialog]) -> None:
    """Presses a command and closes the one dialog of a kind that it opens."""
    window.commands[name].trigger()
    (dialog,) = [each for each in QApplication.allWidgets() if isinstance(each, kind) and each.isVisible()]
    dialog.close()


@pytest.fixture
def sent(window: MainWindow, person: Person) -> MainWindow:
    """A window with one push in its history, selected."""
    person.write_push(window, "Great match!", IOS)
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    person.select_row(window)
    return window


DIALOGS: dict[str, type[QDialog]] = {
    "drafts.open": DraftsDialog,
    "templates.open": TemplatesDialog,
    "audiences.open": SavedAudiences,
    "audiences.person": PersonFinder,
    "curl.import": ImportDialog,
    "drafts.save": NameDialog,
    "templates.save": SaveDialog,
    "message.fill_in": FillDialog,
    "message.send": ConfirmDialog,
    "message.later": LaterDialog,
    "later.show": PlansDialog,
    "accounts.manage": AccountsDialog,
    "campaign.do_not_send": DoNotSendDialog,
    "history.person": PersonDialog,
    "sandbox.arrived": SandboxView,
    "help.palette": Palette,
    "help.keys": ShortcutsDialog,
    "help.about": QMessageBox,
    "history.details": SendDetails,
}


def test_a_command_opens_its_dialog(sent: MainWindow, person: Person) -> None:
    for name, kind in DIALOGS.items():
        if name == "message.fill_in":
            person.fill(sent.tab.form.first(), "Hi {{name}}")
        else:
            person.fill(sent.tab.form.first(), "Another match")
        person.wait_for_count(sent)
        if name.startswith("history."):
            person.select_row(sent)
        opens(sent, name, kind)


def test_a_command_writes_anew_undoes_and_redoes(window: MainWindow, person: Person) -> None:
    person.fill(window.tab.form.first(), "One")
    window.commands["edit.undo"].trigger()
    assert window.tab.draft().message.summary() == ""
    window.commands["edit.redo"].trigger()
    assert window.tab.draft().message.summary() == "One"
    window.commands["message.new"].trigger()
    assert window.tab.draft().message.summary() == ""


def test_a_command_turns_to_a_tab_and_folds_the_preview(window: MainWindow) -> None:
    window.commands["view.sms"].trigger()
    assert window.tab.channel == "sms"
    window.commands["view.push"].trigger()
    assert window.tab.channel == "push"
    was = window.tab.preview.isVisible()
    window.commands["view.preview"].trigger()
    assert window.tab.preview.isVisible() is not was
    assert window.tools.preview.isChecked() is not was


def test_a_command_goes_from_problem_to_problem(window: MainWindow, person: Person) -> None:
    person.fill(window.tab.form.first(), "x")
    person.fill(window.tab.form.first(), "")
    window.commands["problems.next"].trigger()
    first = window.focusWidget()
    window.commands["problems.next"].trigger()
    assert window.focusWidget() is not first
    window.commands["problems.previous"].trigger()
    assert window.focusWidget() is first


def test_a_command_acts_on_the_selected_send(sent: MainWindow, person: Person) -> None:
    person.click(sent.tools.new)
    person.select_row(sent)
    sent.commands["history.use_again"].trigger()
    assert sent.tab.draft().message.summary() == "Great match!"
    sent.commands["history.correct"].trigger()
    assert "it takes its place" in sent.notice.text()
    assert not sent.commands["history.count_again"].isVisible()
    sent.commands["history.pin"].trigger()
    sent.commands["history.note"].trigger()
    person.settle()
    (note,) = sent.history.findChildren(NoteDialog)
    note.close()
    assert sent.commands["history.pin"].isChecked()
    assert not sent.commands["history.export"].isEnabled()
    sent.turn_to(MainPage.HISTORY)
    person.settle()
    with patch.object(QFileDialog, "getSaveFileName", return_value=("", "")) as asked:
        sent.commands["history.export"].trigger()
    asked.assert_called_once()
    sent.turn_to(MainPage.COMPOSE)
    assert not sent.commands["history.compare"].isEnabled()  # two are selected for it
    sent.commands["history.find"].trigger()
    assert sent.history.isAncestorOf(sent.focusWidget())


def test_an_export_as_soon_as_the_page_is_turned_to_is_not_lost(sent: MainWindow) -> None:
    with patch.object(QFileDialog, "getSaveFileName", return_value=("", "")) as asked:
        sent.turn_to(MainPage.HISTORY)
        sent.commands["history.export"].trigger()  # before what stands above the rows is made
    asked.assert_called_once()
    sent.turn_to(MainPage.COMPOSE)
    assert not sent.commands["history.export"].isEnabled()
    with patch.object(QFileDialog, "getSaveFileName", return_value=("", "")) as asked:
        sent.turn_to(MainPage.HISTORY)
        sent.commands["history.export"].trigger()
    asked.assert_called_once()


def test_a_command_asks_for_an_audience_for_tests(window: MainWindow, person: Person) -> None:
    person.write_push(window, "A test", IOS)
    window.commands["message.test"].trigger()
    person.settle()
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    dialog.close()


def test_a_command_opens_the_folder_of_the_log(window: MainWindow) -> None:
    with patch.object(QDesktopServices, "openUrl", return_value=True) as opened:
        window.commands["help.log"].trigger()
    opened.assert_called_once()


def test_a_command_turns_to_a_page_and_nothing_of_the_message_can_be_done_there(
    window: MainWindow, person: Person
) -> None:
    person.write_push(window, "Great match!", IOS)
    person.wait_for_count(window)
    for name in ("page.campaigns", "page.history", "page.library"):
        window.commands[name].trigger()
        person.settle()
        assert [each.text() for each in window.bar.pages if each.isChecked()] == [window.commands[name].text()]
        assert not window.tab.isVisible()
        assert not window.footer.isVisible()
        assert not window.commands["message.send"].isEnabled()
        assert window.send() is None
        assert not window.commands["edit.undo"].isEnabled()
        window.undo.undo()  # nothing changes in a message that nobody sees
        assert window.tab.draft().message.summary() == "Great match!"
        window.send_test()
        person.settle()
        assert [each for each in window.findChildren(QDialog) if each.isVisible() and each.isWindow()] == []
    window.commands["page.compose"].trigger()
    assert window.tab.isVisible()
    assert window.commands["edit.undo"].isEnabled()
    assert window.footer.send.text() == "Send to 2,137…"
    assert window.focusWidget() is window.tab.form.first()


def test_f8_opens_the_rows_below_the_message_and_closes_them(window: MainWindow) -> None:
    was = window.history.isVisible()
    window.commands["view.history"].trigger()
    assert window.history.isVisible() is not was
    window.commands["view.history"].trigger()
    assert window.history.isVisible() is was


def test_f6_goes_round_the_parts_of_the_window(window: MainWindow) -> None:
    window.tab.form.first().setFocus()
    parts = [window.tab.audience, window.tab.preview, window.footer, window.history_line, window.history, window.bar]
    for part in (*parts, window.tab.form):
        window.commands["view.next_region"].trigger()
        focus = window.focusWidget()
        assert focus is not None
        assert part.isAncestorOf(focus), part
    for part in (*reversed(parts), window.tab.form):
        window.commands["view.previous_region"].trigger()
        focus = window.focusWidget()
        assert focus is not None
        assert part.isAncestorOf(focus), part


def test_a_command_closes_the_window(window: MainWindow) -> None:
    window.commands["window.close"].trigger()
    assert not window.isVisible()


PRESSED = {
    *DIALOGS,
    *("edit.undo", "edit.redo", "message.new", "view.sms", "view.push", "view.preview", "problems.next"),
    *("problems.previous", "history.use_again", "history.correct", "history.count_again", "history.find"),
    *("history.note", "history.pin", "history.export", "history.compare", "history.calendar"),
    *("message.test", "help.log", "window.close", "page.close", "page.compose", "page.history", "page.library"),
    *("page.campaigns", "message.campaign"),
    *("view.history", "view.next_region", "view.previous_region", "view.notify", "view.autostart", "view.tray"),
}
"""Pages have tests of their own (test_pages.py)."""


def test_every_command_is_pressed_above_and_stands_in_the_menu_bar(window: MainWindow) -> None:
    assert set(window.commands._actions) == PRESSED
    in_menus = [action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
    assert [name for name in window.commands._actions if window.commands[name] not in in_menus] == []


def test_no_more_commands_stand_together_than_are_seen_at_a_glance(window: MainWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        lines = "".join("|" if action.isSeparator() else "." for action in menu.actions())
        assert max(map(len, lines.split("|"))) <= 6, (menu.title(), lines)
        assert not lines.startswith("|"), menu.title()
        assert not lines.endswith("|"), menu.title()
        assert "||" not in lines, menu.title()


def test_no_two_commands_have_the_same_keys(window: MainWindow) -> None:
    keys = [each for _, _, all_keys in window.commands.with_keys() for each in all_keys]
    assert len(keys) == len(set(keys))


def test_the_list_of_keys_names_each_command_that_has_some(window: MainWindow) -> None:
    window.commands["help.keys"].trigger()
    (dialog,) = window.findChildren(ShortcutsDialog)
    model = dialog.list.model()
    menus = [model.index(place, 0) for place in range(model.rowCount())]
    rows = [(menu, place) for menu in menus for place in range(model.rowCount(menu))]
    shown = {model.index(row, 0, menu).data(): model.index(row, 1, menu).data() for menu, row in rows}
    assert shown["New"] == "Ctrl+N"
    assert shown["Send"] == "Ctrl+Enter"
    assert len([keys for keys in shown.values() if keys]) == len(window.commands.with_keys())
    dialog.close()


def test_menus_and_their_entries_have_letters_of_their_own(window: MainWindow) -> None:
    letters = [title[title.index("&") + 1].casefold() for title in window.commands.titles().values()]
    assert [one for one, other in itertools.pairwise(sorted(letters)) if one == other] == []


def test_an_id_is_given_once(window: MainWindow) -> None:
    commands = Commands(window)
    does: Callable[[], object] = list
    commands.add(Command("a", "menu", "A"), does)
    with pytest.raises(ValueError, match="a command a is registered already"):
        commands.add(Command("a", "menu", "A again"), does)


def test_redo_is_said_with_the_key_of_the_system_in_every_menu_and_both_keys_redo(window: MainWindow) -> None:
    action = window.commands["edit.redo"]
    field = QLineEdit()
    menu = field.createStandardContextMenu()
    (own,) = [each for each in menu.actions() if each.text().startswith("&Redo")]
    shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    assert own.text().partition("\t")[2] == shown
    assert {each.toString() for each in action.shortcuts()} == {"Ctrl+Shift+Z", "Ctrl+Y"}
