"""The list of people of an account who are not to be sent to: look for them, add some, take some off, export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns.add_refusals import AddRefusals
from scoro_desktop.ui.campaigns.refusal_words import computer_user, key_text
from scoro_desktop.ui.campaigns.refusals_model import BY, ORIGIN, WHO, RefusalsModel
from scoro_desktop.ui.history.export_file import ExportFile, tables
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.pauses import Pause
from scoro_desktop.ui.kit.room import begin_with
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.words import account_lines, disk_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoro_desktop.recipients.batches import Wanted
    from scoro_desktop.recipients.list_keys import ListKey
    from scoro_desktop.storage.do_not_send import HeldBack, Refusal
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.history.export_file import Told
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.background import Background

PAUSE_MS: Final = 200
_NOTHING, _LIST = range(2)


class DoNotSendDialog(QDialog):
    """Nobody on the list gets a campaign of the account; a single send does not look at it."""

    def __init__(
        self,
        storage: AsyncStorage,
        background: Background,
        account_id: str,
        account_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = account_lines.name_in_history(account_id, account_name)
        self.setWindowTitle(self.tr("Do not send — {account}").format(account=name))
        begin_with(self, 760, 520)
        self._storage = storage
        self._background = background
        self._account_id = account_id
        self.model = RefusalsModel(storage, account_id, self)
        self.search = LineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the list"))
        self.search.setClearButtonEnabled(True)
        self.add = QPushButton(self.tr("Add…"), self)
        self.add.setProperty("role", "primary")
        self.export = QPushButton(self.tr("Export…"), self)
        self.remove = QPushButton(self.tr("Remove from the list"), self)
        self.done_button = QPushButton(self.tr("Close"), self)
        self.table = self._make_table()
        self.empty = EmptyState(
            "people",
            self.tr("Nobody is on the list"),
            self.tr(
                "Add the phones, e-mails or user ids of people who want no more messages. Campaigns of this account "
                "leave them out, those that are running too, and say how many they were."
            ),
            self,
        )
        self.pages = Stack(self)
        self.pages.insertWidget(_NOTHING, self.empty)
        self.pages.insertWidget(_LIST, self.table)
        self.count = wrapped(self, "help")
        self.held_back = wrapped(self, "help")
        self.notice = NoticeBar(self)
        self.file = ExportFile(storage, self)
        self.file.said.connect(self.notice.say)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Reads the list anew, and what campaigns held back."""
        self.model.refresh()
        account = self._account_id
        self._storage.read(
            self, lambda stores: stores.do_not_send.held_back(account), self._show_held_back, self._trouble
        )

    def open_adding(self) -> AddRefusals:
        """Opens the dialog in which people are added."""
        dialog = AddRefusals(self._background, self)
        dialog.chosen.connect(self._add)
        dialog.open()
        return dialog

    def take_off(self) -> None:
        """Takes those who are selected off the list; they can be put back."""
        selection = self.table.selectionModel().selection()
        ranges = [(selection.at(n).top(), selection.at(n).bottom()) for n in range(selection.count())]
        account, search, count = self._account_id, self.model.search, self.model.count

        def job(stores: Stores) -> list[Refusal] | None:
            refusals = stores.do_not_send
            if refusals.count(account, search) != count:
                return None  # the rows are others than those on the screen
            ids = {
                each.id
                for top, bottom in ranges
                for each in refusals.page(account, search=search, offset=top, limit=bottom - top + 1)
            }
            return refusals.remove(account, ids)

        self._storage.write(self, job, self._taken_off, self._trouble)

    def choose_export(self) -> None:
        """Asks where and in which form, and writes the whole list there."""
        chosen = None if self.file.is_busy else self.file.ask(self.tr("Export the list"), "do-not-send.csv", tables())
        if chosen is None:
            return
        path, form = chosen
        account = self._account_id
        titles = (self.tr("Who"), self.tr("Written as"), self.tr("Added"), self.tr("By"), self.tr("From"))

        def write(stores: Stores, wanted: Wanted, told: Told) -> int:
            from scoro_desktop.recipients.writing import Form, write_table

            total = stores.do_not_send.count(account)
            rows = map(_cells, stores.do_not_send.all(account))
            tell: Callable[[int], None] = lambda number: told(number, total)  # noqa: E731
            return write_table(path, titles, rows, form or Form.EXCEL, wanted=wanted, told=tell)

        self.file.write(path, write)

    def _add(self, keys: Sequence[ListKey], origin: str) -> None:
        account, by = self._account_id, computer_user()

        def job(stores: Stores) -> int:  # a list may have a hundred thousand: none of it is made on the GUI thread
            from scoro_desktop.storage.do_not_send import NewRefusal

            new = (NewRefusal(each.kind, each.key, each.written) for each in keys)
            return stores.do_not_send.add(account, new, by=by, origin=origin)

        def added(number: int) -> None:
            words = self.tr("%Ln added.", "", number)
            if there := len(keys) - number:
                words = f"{words} {self.tr('%Ln stood on the list already.', '', there)}"
            self.notice.say(words)
            self.refresh()

        self._storage.write(self, job, added, self._trouble)

    def _taken_off(self, removed: list[Refusal] | None) -> None:
        self.refresh()
        if removed is None:
            self.notice.say(self.tr("The list has changed meanwhile. Nobody was removed; choose again."))
        elif removed:
            words = self.tr("%Ln removed from the list. Campaigns may send to them again.", "", len(removed))
            self.notice.offer(words, self.tr("Undo"), lambda: self._put_back(removed))

    def _put_back(self, removed: list[Refusal]) -> None:
        account = self._account_id
        self._storage.write(
            self, lambda stores: stores.do_not_send.put_back(account, removed), lambda _: self.refresh(), self._trouble
        )

    def _trouble(self, error: Exception) -> None:
        if isinstance(error, StorageError):
            self.notice.say(self.tr("It could not be saved or read: {why}").format(why=disk_words.technical(error)))
        else:
            raise error

    def _show(self) -> None:
        model = self.model
        self.pages.setCurrentIndex(_LIST if model.whole else _NOTHING)
        self.search.setEnabled(bool(model.whole))
        self.export.setEnabled(bool(model.whole))
        words = self.tr("%Ln on the list", "", model.whole) if model.whole else ""
        if model.search.strip() and model.whole:
            words = self.tr("%Ln found", "", model.count)
        self.count.setText(words)
        self._show_selection()

    def _show_selection(self) -> None:
        self.remove.setEnabled(self.table.selectionModel().hasSelection())

    def _show_held_back(self, found: Sequence[HeldBack]) -> None:
        if not isValid(self):
            return
        people = sum(each.people for each in found)
        words = ", ".join(f"{each.campaign}: {each.people}" for each in found[:3]) + (", …" if len(found) > 3 else "")
        text = self.tr("Campaigns left out so far: %Ln", "", people)
        self.held_back.setText(f"{text} ({words})" if people else "")
        self.held_back.setVisible(bool(people))

    def _connect(self) -> None:
        pause = Pause(self, PAUSE_MS)
        pause.timeout.connect(lambda: self.model.refresh(self.search.text()))
        self.search.textChanged.connect(lambda _: pause.start())
        self.add.clicked.connect(self.open_adding)
        self.export.clicked.connect(self.choose_export)
        self.remove.clicked.connect(self.take_off)
        self.done_button.clicked.connect(self.reject)
        self.model.taken.connect(self._show)
        self.model.failed.connect(
            lambda why: self.notice.say(self.tr("It could not be saved or read: {why}").format(why=why))
        )
        self.table.selectionModel().selectionChanged.connect(self._show_selection)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.take_off)

    def _lay_out(self) -> None:
        for button in (self.add, self.export, self.remove, self.done_button):
            button.setAutoDefault(False)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.search, 1)
        above.addWidget(self.export)
        above.addWidget(self.add)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.count, 1)
        below.addWidget(self.remove)
        below.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(above)
        column.addWidget(self.pages, 1)
        column.addWidget(self.held_back)
        column.addWidget(self.notice)
        column.addLayout(below)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        plain_table.set_up(table, self.tr("People who are not to be sent to"), chooses_several=True)
        table.setModel(self.model)
        header = table.horizontalHeader()
        header.setSectionResizeMode(WHO, QHeaderView.ResizeMode.Stretch)
        for section, width in ((1, 150), (BY, 110), (ORIGIN, 180)):
            header.resizeSection(section, width)
        return table


def _cells(refusal: Refusal) -> Sequence[str]:
    """The cells of somebody on the list."""
    at = f"{refusal.added_at.astimezone():%Y-%m-%d %H:%M}"
    return (key_text(refusal.kind, refusal.key), refusal.written, at, refusal.added_by, refusal.origin)
