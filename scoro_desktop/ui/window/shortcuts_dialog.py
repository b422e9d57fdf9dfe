"""The list of keyboard shortcuts, as the registry of commands has them."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.commands import Commands
from scoro_desktop.ui.kit.room import begin_with

ROW: Final = QSize(0, 28)
"""The height of a row, in pixels."""
WIDTH: Final = 480
HEIGHT: Final = 520
"""The size where the words ask for no more, in pixels. Ours."""
AROUND: Final = 136
"""In pixels: margins, indentation, padding and the scroll bar beside the words of a row."""


class ShortcutsDialog(QDialog):
    """Every command that has keys, below the menu that it stands in. `titles`: the words of menus, by name."""

    def __init__(self, commands: Commands, titles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Shortcut")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        found = commands.with_keys()
        for name, title in titles.items():
            rows = [(words, keys) for menu, words, keys in found if menu == name]
            if not rows:
                continue
            heading = QTreeWidgetItem(self.list, [title.replace("&", "")])
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            heading.setSizeHint(0, ROW)
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for words, keys in rows:
                QTreeWidgetItem(heading, [words.rstrip("…"), ", ".join(_told(keys))]).setSizeHint(0, ROW)
        self.list.expandAll()
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.list)
        column.addWidget(buttons)
        advance = self.fontMetrics().horizontalAdvance
        keys_wide = max(advance(", ".join(_told(keys))) for *_, keys in found)
        needed = max(advance(name) for _, name, _ in found) + keys_wide + AROUND
        begin_with(self, min(max(WIDTH, needed), parent.width()), HEIGHT)


def _told(keys: Sequence[str]) -> list[str]:
    """The keys, less Return where Enter does the same: both are labelled so, and mostly it is one key."""
    return [each for each in keys if "Return" not in each or each.replace("Return", "Enter") not in keys]
