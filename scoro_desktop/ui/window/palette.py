"""The palette: every command of the window, found by a few letters and done with Enter."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.storage.search import folded
from scoro_desktop.ui.kit.commands import Commands
from scoro_desktop.ui.kit.one_line import LineEdit

SIZE: Final = QSize(520, 420)
ROW: Final = QSize(0, 32)
"""The height of a row, in pixels."""
_FOR_THE_LIST: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


@dataclass(frozen=True)
class _Entry:
    """A command that can be done now. `words`: with the menu that it stands in, as a person reads and finds it."""

    words: str
    action: QAction


class Palette(QDialog):
    """A field, and below it the commands whose words have all that is typed there. Closes with the one that is done."""

    def __init__(self, commands: Commands, titles: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find a command"))
        self.resize(SIZE)
        self._entries = _entries(commands, titles)
        self.search = LineEdit(self, clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("What do you want to do?"))
        self.search.setAccessibleName(self.windowTitle())
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QTreeWidget(self)
        self.list.setProperty("role", "commands")
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # typing goes on in the field whatever is clicked
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._do)
        self.nothing = QLabel(self.tr("There is no such command, or it is not available now."), self)
        self.nothing.setProperty("role", "help")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Moves the choice with the arrows, and does it with Enter, while the keyboard is in the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _FOR_THE_LIST:
                self.list.event(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._do(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        wanted = folded(typed).split()
        self.list.clear()
        for entry in self._entries:
            if all(word in folded(entry.words) for word in wanted):
                keys = entry.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QTreeWidgetItem(self.list, [entry.words, keys])
                item.setData(0, Qt.ItemDataRole.UserRole, entry.action)
                item.setSizeHint(0, ROW)
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first = self.list.topLevelItem(0)
        self.nothing.setVisible(first is None)
        if first is not None:
            self.list.setCurrentItem(first)

    def _do(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            action = item.data(0, Qt.ItemDataRole.UserRole)
            self.accept()  # first: what the command opens belongs to the window, not to the palette
            action.trigger()


def _entries(commands: Commands, titles: dict[str, str]) -> list[_Entry]:
    """Lists the commands that can be done now, in the order of the menus; those of a menu within one too."""
    found = []
    for name, title in titles.items():
        for action in commands.of_menu(name):
            inner = action.menu()
            above = [title] if not isinstance(inner, QWidget) else [title, action.text()]
            for each in [action] if not isinstance(inner, QWidget) else inner.actions():
                if each.isEnabled() and each.isVisible() and not each.isSeparator():
                    words = " › ".join([*above, each.text()]).replace("&", "")
                    found.append(_Entry(words.rstrip("…"), each))
    return found
