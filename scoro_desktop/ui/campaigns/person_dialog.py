"""The dialog that says what campaigns did with one person: sent, in doubt, left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.invisible import escaped
from scoro_desktop.recipients.countries import COUNTRIES
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns import campaign_words, row_words
from scoro_desktop.ui.campaigns.refusal_words import computer_user
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.list_lines import KeptColours
from scoro_desktop.ui.kit.one_line import LineEdit, without_breaks
from scoro_desktop.ui.kit.pauses import Pause
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.words import account_lines, disk_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.storage.campaigns.types import Did
    from scoro_desktop.storage.do_not_send import NewRefusal
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

PAUSE_MS: Final = 250
SHOWN: Final = 100
_OUTCOME: Final = 2
"""The column that says what became of it."""
_NAME: Final = 200
"""Characters of the name of a campaign that stand in the table. Ours."""


class PersonDialog(QDialog):
    """`found`: what was asked for is shown. `opened(int)`: a campaign is to be opened. `refused`: whoever was asked for
    is on the list of an account now.

    `account`: whose do-not-send list somebody can be put on from here, by its id and its name; None for none.
    """

    found = Signal()
    opened = Signal(int)
    refused = Signal()

    def __init__(
        self,
        storage: AsyncStorage,
        colours: Colours,
        account: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What a person got"))
        self.resize(680, 420)
        self._storage = storage
        self._colours = colours
        self._account = account
        self._asked = ""
        self._campaigns: list[int] = []
        self.who = LineEdit(self)
        self.who.setPlaceholderText(self.tr("Phone, e-mail or user id"))
        self.who.setAccessibleName(self.tr("Phone, e-mail or user id of the person"))
        self.who.setClearButtonEnabled(True)
        self.table = QTableWidget(0, 3, self)
        plain_table.set_up(self.table, self.tr("Campaigns that this person was in"))
        self.table.setItemDelegate(KeptColours(self.table))
        self.table.setHorizontalHeaderLabels([self.tr("When"), self.tr("Campaign"), self.tr("Outcome")])
        self.said = wrapped(self, "help")
        self.refuse = QPushButton(self.tr("Do not send to them again"), self)
        self.refuse.setVisible(account is not None)
        self.refuse.clicked.connect(self._refuse)
        self.open_it = QPushButton(self.tr("Open the campaign"), self)
        self.close_it = QPushButton(self.tr("Close"), self)
        self._lay_out()
        self._pause = Pause(self, PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.who.textChanged.connect(self._typed)
        self.table.itemSelectionChanged.connect(lambda: self.open_it.setEnabled(self.table.currentRow() >= 0))
        self.table.itemActivated.connect(lambda _: self._open())
        self.open_it.clicked.connect(self._open)
        self.close_it.clicked.connect(self.reject)
        self._show([])

    def ask(self, key: str) -> None:
        """Looks for somebody."""
        self.who.setText(key)
        self._ask()

    def _typed(self) -> None:
        self.refuse.setEnabled(False)  # until it is known who that is: the answer would take the words of it away
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        text = self.who.text().strip()
        self._asked = text
        if not text:
            self._show([])
            return

        def done(did: list[Did]) -> None:
            if text == self._asked:
                self._show(did)
                self.found.emit()

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            self.said.setText(disk_words.technical(error))

        self._storage.read(
            self,
            lambda stores: stores.campaigns.about(*_keys(text, _country()), limit=SHOWN),
            done,
            failed,
            wanted=lambda: text == self._asked,
        )

    def _show(self, did: Sequence[Did]) -> None:
        self._campaigns = [each.campaign_id for each in did]
        self.table.setRowCount(len(did))
        for row, each in enumerate(did):
            when = "" if each.at is None else campaign_words.when(each.at)
            became = row_words.why_word(each.why) if each.why else campaign_words.person_word(each.state)
            became = row_words.may_have(became) if each.may_have else became
            for column, words in enumerate((when, escaped(without_breaks(each.campaign[:_NAME])), became)):
                item = QTableWidgetItem(words)
                item.setToolTip(tip(words))
                if column == _OUTCOME:
                    item.setForeground(QColor(campaign_words.person_colour(each.state, self._colours)))
                self.table.setItem(row, column, item)
        self.open_it.setEnabled(False)
        self.refuse.setEnabled(_refusal(self.who.text().strip(), _country()) is not None)
        self.said.setText(self._words(len(did)))

    def _words(self, found: int) -> str:
        note = self.tr(
            "Single sends go to a whole audience, and the server tells how many got them, not who: they cannot be "
            "listed here. Where the phones of a campaign were deleted, a person is found by the user id alone."
        )
        if not self.who.text().strip():
            return note
        if not found:
            return f"{self.tr('No campaign knows this person.')} {note}"
        return note if found < SHOWN else f"{self.tr('Only the newest are shown.')} {note}"

    def _refuse(self) -> None:
        """Puts whoever was asked for on the list of the account."""
        refusal = _refusal(self.who.text().strip(), _country())
        if self._account is None or refusal is None:
            return
        account_id, name = self._account
        by, origin = computer_user(), self.tr("History")

        def done(new: int) -> None:
            words = self.tr(
                "Is on the do-not-send list of “{account}” now. Campaigns leave them out, running ones too."
            )
            if not new:
                words = self.tr("Was on the do-not-send list of “{account}” already.")
            self.said.setText(words.format(account=account_lines.name_in_history(account_id, name)))
            self.refuse.setEnabled(False)
            self.refused.emit()

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            self.said.setText(disk_words.technical(error))

        self._storage.write(
            self, lambda stores: stores.do_not_send.add(account_id, [refusal], by=by, origin=origin), done, failed
        )

    def _open(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._campaigns):
            self.opened.emit(self._campaigns[row])
            self.accept()

    def _lay_out(self) -> None:
        table = self.table
        header = table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, 150)
        header.resizeSection(2, 210)
        for button in (self.refuse, self.open_it, self.close_it):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.refuse)
        buttons.addStretch()
        buttons.addWidget(self.open_it)
        buttons.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.who)
        column.addWidget(table, 1)
        column.addWidget(self.said)
        column.addLayout(buttons)


def _country() -> str:
    """The country of phones without one: the first of the list, as on the page."""
    return next(iter(COUNTRIES))


def _refusal(text: str, country: str) -> NewRefusal | None:
    """The key that a typed text puts on a do-not-send list; None where it is none."""
    from scoro_desktop.recipients.list_keys import ListKey, list_key
    from scoro_desktop.storage.do_not_send import NewRefusal

    key = list_key(text, country)
    return NewRefusal(key.kind, key.key, key.written) if isinstance(key, ListKey) else None


def _keys(text: str, country: str) -> list[str]:
    """Lists what somebody may be known by: as it was typed, and as keys are compared."""
    from scoro_desktop.recipients.list_keys import ListKey, list_key

    key = list_key(text, country)
    return list(dict.fromkeys((text, key.key) if isinstance(key, ListKey) else (text,)))
