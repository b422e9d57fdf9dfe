"""The registry of commands: one QAction each, from which menu bar, buttons, context menus and the list of keys come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu, QMenuBar


class Command(NamedTuple):
    """A command. `id`: its stable name; `menu`: the name of the menu that it stands in; `keys`: portable key sequences.

    `tip`: a sentence that says more than `words`. `repeats`: whether holding its keys down does it again and again.
    """

    id: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    repeats: bool = False
    checkable: bool = False


class Commands(QObject):
    """Makes and keeps the action of each command. An action is enabled or not by whoever knows when it can be done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, list[QAction | None]] = {}

    def __getitem__(self, name: str) -> QAction:
        """Returns the action of a command. Raises KeyError for an id that is not registered."""
        return self._actions[name]

    def add(self, command: Command, does: Callable[[], object]) -> QAction:
        """Registers a command at the end of its menu. Raises ValueError for an id that is taken."""
        action = QAction(command.words, self._window)
        action.setCheckable(command.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setAutoRepeat(command.repeats)
        if command.tip:
            action.setToolTip(command.tip)
        action.triggered.connect(lambda: does())
        self._window.addAction(action)  # its keys work wherever the keyboard is in the window
        self.adopt(command.id, command.menu, action)
        return action

    def adopt(self, name: str, menu: str, action: QAction) -> None:
        """Registers an action that a part of the window made. Raises ValueError for an id that is taken."""
        if name in self._actions:
            raise ValueError(f"a command {name} is registered already")
        self._actions[name] = action
        self._menus.setdefault(menu, []).append(action)

    def add_menu(self, menu: str, inner: QMenu) -> None:
        """Puts a menu at the end of another; what stands in it is not registered."""
        self._menus.setdefault(menu, []).append(inner.menuAction())

    def separate(self, menu: str) -> None:
        """Puts a line at the end of a menu."""
        self._menus.setdefault(menu, []).append(None)

    def of_menu(self, menu: str) -> list[QAction]:
        """Lists what stands in a menu, in its order: actions of commands, and those of menus within it."""
        return [action for action in self._menus.get(menu, []) if action is not None]

    def begin(self, bar: QMenuBar, titles: Mapping[str, str]) -> dict[str, QMenu]:
        """Makes the menus of a menu bar, empty as yet, in the order of `titles`: the words by the name of the menu."""
        menus = {name: bar.addMenu(title) for name, title in titles.items()}
        for menu in menus.values():
            menu.setToolTipsVisible(True)
        return menus

    def fill(self, menus: Mapping[str, QMenu]) -> None:
        """Puts what is registered for it into each of the menus that `begin` gave."""
        for name, menu in menus.items():
            for action in self._menus.get(name, []):
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)

    def with_keys(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Lists (menu, words, keys as this system writes them) of each command that has keys, by menus."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (name, action.text().replace("&", ""), tuple(keys.toString(native) for keys in action.shortcuts()))
            for name, actions in self._menus.items()
            for action in actions
            if action is not None and action.shortcuts()
        ]


def push_button_of(action: QAction, parent: QWidget) -> QPushButton:
    """Makes a button with the words and the tool tip of a command."""
    button = QPushButton(action.text(), parent)
    button.setToolTip(action.toolTip())
    follow(button, action)
    return button


def follow(button: QAbstractButton, action: QAction) -> None:
    """Has a button do what a command does from now on."""
    button.setCheckable(action.isCheckable())

    def show_state() -> None:
        button.setEnabled(action.isEnabled())
        if action.isCheckable():
            button.setChecked(action.isChecked())

    button.clicked.connect(action.trigger)
    action.changed.connect(show_state)
    show_state()
