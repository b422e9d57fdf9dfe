"""The acts of the main window's commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.ui.window.main_window import MainWindow


def acts_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Returns what each command does, by its id. The parts that do it may be built later than the commands."""
    return {
        "message.new": lambda: window.messages.clear(),
        "drafts.open": lambda: window.drafts.show(),
        "templates.open": lambda: window.templates.show(),
        "audiences.open": lambda: window.saved.show(window.tab),
        "audiences.person": lambda: window.people.find(window.tab),
        "curl.import": lambda: window.curl.show_import(),
        "drafts.save": lambda: window.drafts.keep(window.tab),
        "templates.save": lambda: window.templates.keep(),
        "problems.next": lambda: window.problems.step(1),
        "problems.previous": lambda: window.problems.step(-1),
        "message.fill_in": lambda: window.templates.fill_in(),
        "message.test": window.send_test,
        "message.send": window.send,
        "message.later": lambda: window.later.plan(),
        "later.show": lambda: window.later.show(),
        "message.campaign": lambda: window.campaigns.begin(),
        "window.close": lambda: quit_from(window),
        "edit.undo": lambda: window.undo.undo(),
        "edit.redo": lambda: window.undo.redo(),
        **{f"page.{each.value}": _turning(window, each) for each in MainPage},
        "view.history": lambda: window.show_rows(window.commands["view.history"].isChecked()),
        "view.next_region": lambda: step(window, 1),
        "view.previous_region": lambda: step(window, -1),
        "history.find": lambda: window.dock.find(),
        "history.calendar": lambda: window.calendar.show(),
        "history.person": lambda: window.campaigns.find_person(),
        **{f"view.{each.value}": _showing(window, each) for each in Channel},
        "page.close": lambda: window.tabs.close_front(),
        "view.preview": lambda: window.show_preview(window.commands["view.preview"].isChecked()),
        "view.autostart": lambda: window.staying.start_with_computer(window.commands["view.autostart"].isChecked()),
        "view.tray": lambda: window.staying.keep_in_tray(window.commands["view.tray"].isChecked()),
        "view.notify": lambda: window.notify(window.commands["view.notify"].isChecked()),
        "accounts.manage": lambda: window.accounts.show(),
        "campaign.do_not_send": lambda: window.accounts.show_do_not_send(),
        "sandbox.arrived": window.show_sandbox,
        "help.palette": lambda: show_palette(window),
        "help.keys": lambda: show_shortcuts(window),
        "help.log": lambda: window.trouble.open_folder(),
        "help.about": lambda: show_about(window),
    }


def _showing(window: MainWindow, channel: Channel) -> Callable[[], object]:
    return lambda: window.messages.show(channel)


def _turning(window: MainWindow, page: MainPage) -> Callable[[], object]:
    return lambda: window.turn_to(page)


def quit_from(window: MainWindow) -> None:
    """Quits; a window whose parts are not there yet is closed as it is."""
    if window.is_complete:
        window.staying.quit()
    else:
        window.close()


def step(window: MainWindow, by: int) -> None:
    """Goes to the next part of the window, or the one before."""
    from scoro_desktop.ui.window import regions

    regions.step(window, by)


def show_palette(window: MainWindow) -> None:
    """Opens the search among the commands."""
    from scoro_desktop.ui.window.palette import Palette

    Palette(window.commands, window.commands.titles(), window).open()


def show_about(window: MainWindow) -> None:
    """Says what this app is."""
    from scoro_desktop.ui.window import about

    about.show(window)


def show_shortcuts(window: MainWindow) -> None:
    """Opens the list of keys."""
    from scoro_desktop.ui.window.shortcuts_dialog import ShortcutsDialog

    ShortcutsDialog(window.commands, window.commands.titles(), window).open()
