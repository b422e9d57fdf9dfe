"""The looks of a window of the library: the lists on the left, what is selected beside them, and the buttons."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.kit.reveal import Reveal
from scoro_desktop.ui.kit.room import begin_with
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.kit.tab_order import follow_layout
from scoro_desktop.ui.library.kind import Kind, Section
from scoro_desktop.ui.library.library_details import LibraryDetails
from scoro_desktop.ui.library.library_list import LibraryList

LIST_WIDTH: Final = 300
"""In pixels, at least: a name of some words, and the two choices above the list."""


class LibraryView(QDialog):
    """The widgets of the window, laid out; what they do is `LibraryDialog`'s. In a page it is a part of that.

    `beside_use`: the buttons of the kind that belong to using it; `beside_tags`: those that change what is selected.
    """

    def __init__(self, kind: Kind[Any], sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = kind.words()
        self.setWindowTitle(words.title)
        if parent is not None and not parent.isWindow():
            self.setWindowFlags(Qt.WindowType.Widget)  # before anything is in it, which would be given its style twice
        else:
            begin_with(self, 960, 560)
        # Everything is made in its place: Qt looks the style sheet up again for whatever moves, with all that is in it.
        self._content = QWidget(self)
        self._right = Stack(self._content)
        self.library = LibraryList(kind, sections, self._content)
        self.search = self.library.search
        self.lists = self.library.tabs
        self.details = LibraryDetails(self._right)
        self.not_found = self._middle("")
        self._several = self._middle("")
        self._problem = QLabel(self._content)
        self._problem.setProperty("role", "problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.notice = NoticeBar(self)
        self.use = self._button(words.use)
        self.use.setProperty("role", "primary")
        self.use.setDefault(True)  # of Enter elsewhere; on a button it is that button's
        self.rename = self._button(words.rename)
        self.tag_it = self._button(self.tr("Tags…"))
        self.duplicate = self._button(self.tr("Duplicate"))
        self.delete = self._button(self.tr("Delete"))
        self.delete.setProperty("role", "danger")
        self.import_it = self._button(self.tr("Import…"))
        self.export = self._button(self.tr("Export…"))
        menu = QMenu(self.export)
        self.export_all = menu.addAction(words.export_all)
        self.export_chosen = menu.addAction(self.tr("Only the selected…"))
        self.export.setMenu(menu)
        self.close_it = self._button(self.tr("Close"))
        self._lay_out()

    def beside_use(self) -> list[QPushButton]:
        """Makes the buttons that stand below the first one."""
        return []

    def beside_tags(self) -> list[QPushButton]:
        """Makes the buttons that stand below that of tags."""
        return []

    def _button(self, text: str) -> QPushButton:
        return QPushButton(text, self._content)

    def _middle(self, text: str) -> QLabel:
        """Makes the page in the place of the details while there are none."""
        label = QLabel(text, self._right)
        label.setProperty("role", "muted")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _lay_out(self) -> None:
        for page in (self.details, self._several, self.not_found):
            self._right.addWidget(page)
        side = QVBoxLayout()
        side.setSpacing(8)
        self.about_it = [*self.beside_use(), self.rename, self.tag_it, *self.beside_tags(), self.duplicate, self.delete]
        for button in (self.use, *self.about_it):
            side.addWidget(button)
        side.addStretch()
        for button in (self.import_it, self.export, self.close_it):
            side.addWidget(button)
        self.library.setMinimumWidth(LIST_WIDTH)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(self.library, 3)
        halves.addWidget(self._right, 4)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(halves, 1)
        left.addWidget(self._problem)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._content, 1)
        column.addWidget(self.notice)
        follow_layout(self)
        self.opening = Reveal(self._content)

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()
