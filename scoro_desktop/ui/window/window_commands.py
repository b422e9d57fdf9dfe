"""The commands of the main window: their words, keys and places in the menu bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.kit.commands import Command, Commands
from scoro_desktop.ui.kit.undo_shortcuts import redo_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

MESSAGE: Final = "message"
EDIT: Final = "edit"
VIEW: Final = "view"
HISTORY: Final = "history"
ACCOUNT: Final = "account"
HELP: Final = "help"

OF_A_MESSAGE: Final = (
    *("message.new", "drafts.save", "templates.save", "problems.next", "problems.previous", "message.fill_in"),
    *(
        "message.test",
        "message.send",
        "message.later",
        "message.campaign",
        "view.preview",
        "audiences.open",
        "audiences.person",
    ),
)
"""Commands for a message alone, which are off while a page of another kind is in front."""


class WindowCommands(Commands):
    """Registers every command that belongs to the window as a whole.

    `acts`: what each does, by its id. Raises KeyError where one is missing.
    """

    def __init__(self, window: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        for menu, commands in (
            *((MESSAGE, self._message()), (EDIT, self._edit()), (VIEW, self._view())),
            *((HISTORY, self._history()), (ACCOUNT, self._account()), (HELP, self._help())),
        ):
            for command in commands:
                if command is None:
                    self.separate(menu)
                else:
                    self.add(command, acts[command.id])

    def titles(self) -> dict[str, str]:
        """Returns the words on the menu bar, in its order."""
        return {
            MESSAGE: self.tr("&Message"),
            EDIT: self.tr("&Edit"),
            VIEW: self.tr("&View"),
            HISTORY: self.tr("H&istory"),
            ACCOUNT: self.tr("&Account"),
            HELP: self.tr("&Help"),
        }

    def _message(self) -> list[Command | None]:
        return [
            Command(
                "message.new",
                MESSAGE,
                self.tr("New"),
                ("Ctrl+N",),
                self.tr("Empties the form of this tab (Ctrl+N)"),
            ),
            Command("drafts.open", MESSAGE, self.tr("Drafts…"), ("Ctrl+O",)),
            Command("templates.open", MESSAGE, self.tr("Templates…"), ("Ctrl+T",)),
            Command("audiences.open", MESSAGE, self.tr("Saved audiences…")),
            Command("audiences.person", MESSAGE, self.tr("Find a person…"), ("Ctrl+Shift+F",)),
            Command("curl.import", MESSAGE, self.tr("Import curl…"), ("Ctrl+I",)),
            None,
            Command("drafts.save", MESSAGE, self.tr("Save draft as…"), ("Ctrl+S",)),
            Command("templates.save", MESSAGE, self.tr("Save as template…"), ("Ctrl+Shift+S",)),
            None,
            Command("problems.next", MESSAGE, self.tr("Next problem"), ("F4",), repeats=True),
            Command("problems.previous", MESSAGE, self.tr("Previous problem"), ("Shift+F4",), repeats=True),
            Command("message.fill_in", MESSAGE, self.tr("Fill in variables…")),
            None,
            Command(
                "message.test",
                MESSAGE,
                self.tr("Send trial"),
                tip=self.tr("Sends this message to the audience for trials"),
            ),
            Command(
                "message.send",
                MESSAGE,
                self.tr("Send…"),
                ("Ctrl+Enter", "Ctrl+Return"),
                self.tr("Shows who gets it and asks once more (Ctrl+Enter)"),
            ),
            Command(
                "message.later",
                MESSAGE,
                self.tr("Later…"),
                ("Ctrl+L",),
                self.tr("Asks when this message is to be sent, and plans it (Ctrl+L)"),
            ),
            Command("later.show", MESSAGE, self.tr("Planned…"), ("Ctrl+Shift+L",)),
            Command(
                "message.campaign",
                MESSAGE,
                self.tr("Campaign…"),
                ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
                self.tr("Sends this message to the people of a file, with each one's own text (Ctrl+Shift+Enter)"),
            ),
            None,
            Command("window.close", MESSAGE, self.tr("Quit"), ("Ctrl+Q",)),
        ]

    def _edit(self) -> list[Command | None]:
        return [
            Command("edit.undo", EDIT, self.tr("Undo"), ("Ctrl+Z",), repeats=True),
            Command("edit.redo", EDIT, self.tr("Redo"), redo_keys(), repeats=True),
        ]

    def _view(self) -> list[Command | None]:
        return [
            Command("page.compose", VIEW, self.tr("Compose"), ("Alt+1",), checkable=True),
            Command("page.campaigns", VIEW, self.tr("Campaigns"), ("Alt+2",), checkable=True),
            Command("page.history", VIEW, self.tr("History"), ("Alt+3",), checkable=True),
            Command("page.library", VIEW, self.tr("Library"), ("Alt+4",), checkable=True),
            None,
            *(
                Command(f"view.{channel.value}", VIEW, view.name(), (f"Ctrl+{number}",))
                for number, (channel, view) in enumerate(VIEWS.items(), 1)
            ),
            Command("page.close", VIEW, self.tr("Close page"), ("Ctrl+W",)),
            None,
            Command("view.preview", VIEW, self.tr("Preview"), ("Ctrl+P",), checkable=True),
            Command("view.history", VIEW, self.tr("History below the message"), ("F8",), checkable=True),
            Command("view.next_region", VIEW, self.tr("Next part of the window"), ("F6",), repeats=True),
            Command("view.previous_region", VIEW, self.tr("Previous part of the window"), ("Shift+F6",), repeats=True),
            None,
            Command("view.autostart", VIEW, self.tr("Start with the computer"), checkable=True),
            Command("view.tray", VIEW, self.tr("Stay in the tray when closed"), checkable=True),
            Command("view.notify", VIEW, self.tr("Notify me while I am in another program"), checkable=True),
        ]

    def _history(self) -> list[Command | None]:
        return [
            Command("history.find", HISTORY, self.tr("Search the history"), ("Ctrl+F",)),
            Command(
                "history.calendar",
                HISTORY,
                self.tr("Calendar"),
                ("F9",),
                self.tr("Shows what went and what is planned, by day"),
            ),
            Command("history.person", HISTORY, self.tr("What a person got…")),
        ]

    def _account(self) -> list[Command | None]:
        return [
            Command("accounts.manage", ACCOUNT, self.tr("Accounts…")),
            Command("campaign.do_not_send", ACCOUNT, self.tr("Do-not-send list…")),
            Command("sandbox.arrived", ACCOUNT, self.tr("Sandbox: what arrived")),
        ]

    def _help(self) -> list[Command | None]:
        return [
            Command("help.palette", HELP, self.tr("Find a command…"), ("Ctrl+K",)),
            Command("help.keys", HELP, self.tr("Keyboard shortcuts"), ("Ctrl+/",)),
            None,
            Command("help.log", HELP, self.tr("Open the log folder")),
            Command("help.about", HELP, self.tr("About Scoro Desktop")),
        ]
