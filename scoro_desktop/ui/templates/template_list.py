"""The templates as a list that is searched by words and narrowed down by a tag."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.messages.searching import plain
from scoro_desktop.messages.template import matches
from scoro_desktop.storage.templates import StoredTemplate
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.templates import template_words

LATEST: Final = "latest"
BY_NAME: Final = "name"


class TemplateList(QWidget):
    """`selected`: another selection, or the same of templates that changed.

    `used`: Enter, in the search too, or a double click.
    """

    selected = Signal()
    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[StoredTemplate] = []
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by any word"))
        self.search.setAccessibleName(self.tr("Search the templates"))
        self.search.setToolTip(self.tr("Words of the name, the tags, the text or the query; all of them must be there"))
        self.search.setClearButtonEnabled(True)
        self.tag = ElidingComboBox(self)
        self.tag.setAccessibleName(self.tr("Show templates with this tag"))
        self.order = ElidingComboBox(self, as_wide_as_words=True)
        self.order.setAccessibleName(self.tr("Order of the list"))
        self.order.addItem(self.tr("Latest first"), LATEST)
        self.order.addItem(self.tr("By name"), BY_NAME)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.setProperty("role", "lines")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.unknown = QLabel(self)
        self.unknown.setProperty("role", "help")
        self.unknown.setTextFormat(Qt.TextFormat.PlainText)
        self.unknown.setWordWrap(True)
        self.unknown.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tag, 1)
        row.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.unknown)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.used)
        self.tag.activated.connect(self._fill)
        self.order.activated.connect(self._fill)
        self.list.itemActivated.connect(lambda _item: self.used.emit())
        self.list.itemSelectionChanged.connect(self.selected)

    def show_templates(self, templates: Sequence[StoredTemplate], keep: Iterable[int] | None = None) -> None:
        """Shows these, the latest first; `keep`: which are selected then, those that are now unless it is given."""
        self._all = list(templates)
        chosen = self.tag.currentData()
        tags = sorted({tag for each in templates for tag in each.template.tags}, key=plain)
        self.tag.clear()
        self.tag.addItem(self.tr("All tags"), "")
        for tag in tags:
            self.tag.addItem(tag, tag)
        self.tag.setCurrentIndex(max(self.tag.findData(chosen), 0))
        self.tag.setEnabled(bool(tags))
        self._fill(keep=keep)

    def reveal(self, templates: Sequence[StoredTemplate], keep: Iterable[int]) -> None:
        """Shows these, and selects some whatever was looked for."""
        blocker = QSignalBlocker(self.search)
        self.search.clear()
        blocker.unblock()
        self.tag.setCurrentIndex(0)
        self.show_templates(templates, keep)

    def show_unknown(self, others: Sequence[tuple[str, str]]) -> None:
        """Tells of templates (name, code) whose channels have no form here: nothing can be done with them."""
        self.unknown.setText(template_words.of_unknown_channels(others) if others else "")
        self.unknown.setVisible(bool(others))

    def chosen(self) -> list[StoredTemplate]:
        """Returns the selected templates, in the order of the list."""
        rows = sorted(self.list.row(each) for each in self.list.selectedItems())
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]

    def is_empty(self) -> bool:
        """Tells whether there is no template at all, looked for or not."""
        return not self._all and self.unknown.isHidden()

    def tags(self) -> list[str]:
        """Every tag that a template has."""
        return [str(self.tag.itemData(index)) for index in range(1, self.tag.count())]

    def _fill(self, _text: object = None, *, keep: Iterable[int] | None = None) -> None:
        kept = {each.id for each in self.chosen()} if keep is None else set(keep)
        wanted, tag = self.search.text(), str(self.tag.currentData() or "")
        shown = [each for each in self._all if matches(each.template, wanted, tag)]
        if self.order.currentData() == BY_NAME:
            shown.sort(key=lambda each: plain(each.template.name))
        # A list that is empty for a moment would switch off the button that was pressed, and it the keyboard with it.
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for stored in shown:
            item = QListWidgetItem(f"{stored.template.name}\n{template_words.line(stored.template)}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, stored)
            item.setSizeHint(
                QSize(1, self.list.fontMetrics().lineSpacing() * 2 + 10)
            )  # longer lines end in an ellipsis
            item.setToolTip(tip(stored.template.name))
            item.setSelected(stored.id in kept)
        if not self.list.selectedItems() and self.list.count():
            self.list.item(0).setSelected(True)
        if items := self.list.selectedItems():
            self.list.setCurrentItem(items[0], self.list.selectionModel().SelectionFlag.NoUpdate)
        blocker.unblock()
        self.selected.emit()
