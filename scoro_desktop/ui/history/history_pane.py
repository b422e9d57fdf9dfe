"""The history pane: find a send, see what came of it, use it again."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.curl.reading import Shell
from scoro_desktop.messages.channels.registry import can_be_corrected, replaceable_on
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history import History, HistoryFilter, Send
from scoro_desktop.ui.curl.copy_menu import CopyMenu
from scoro_desktop.ui.history.history_model import HistoryModel
from scoro_desktop.ui.history.history_table import HistoryTable
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.commands import Commands
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import disk_words, wording
from scoro_desktop.ui.words.outcome_words import outcome_word

SEARCH_DELAY_MS: Final = 150
HISTORY: Final = "history"
"""The menu of what can be done with a send."""


class HistoryPane(QWidget):
    """All sends, searched by words and filtered by outcome and account.

    `use_again(Send)`, `correct(Send)`, `count_again(Send)` and `copy_wanted(Send, Shell, bool)` (with the keys or
    without) say what the person wants done with one.
    """

    use_again = Signal(object)
    count_again = Signal(object)
    correct = Signal(object)
    copy_wanted = Signal(object, object, bool)

    def __init__(self, history: History, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._open_details: dict[int, SendDetails] = {}
        self._model = HistoryModel(history, colours, self)
        self._model.failed.connect(self._say_failed)

        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search the messages"))
        self._search.setAccessibleName(self.tr("Search the history by words of the message"))
        self._search.setClearButtonEnabled(True)
        self._search_delay = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._search_delay.timeout.connect(self._apply_filter)
        self._search.textChanged.connect(self._search_delay.start)
        self._search.returnPressed.connect(self._apply_filter)

        self._outcome = QComboBox(self)
        self._outcome.setAccessibleName(self.tr("Show only this outcome"))
        self._outcome.addItem(self.tr("Any outcome"), None)
        for outcome in (Outcome.SENT, Outcome.REFUSED, Outcome.NOT_SENT, Outcome.UNKNOWN, Outcome.SENDING):
            self._outcome.addItem(outcome_word(outcome), outcome.value)
        self._outcome.currentIndexChanged.connect(self._apply_filter)
        self._account = QComboBox(self)
        self._account.setAccessibleName(self.tr("Show only this account"))
        self._account.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._account.setMinimumContentsLength(14)
        self._account.addItem(self.tr("Any account"), None)
        self._account.currentIndexChanged.connect(self._apply_filter)

        self._hide_tests = QCheckBox(self.tr("Hide tests"), self)
        self._hide_tests.toggled.connect(self._apply_filter)
        self._table = HistoryTable(self._model, self)
        self._table.opened.connect(self._open)
        self._table.selectionModel().selectionChanged.connect(self._selection_changed)
        self._make_actions()
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._nothing_sent = EmptyState(
            "inbox",
            self.tr("Nothing sent yet"),
            self.tr(
                "Every push and SMS that you send will stand here: to whom it went, what came of it, and ready to be "
                "found by a word of its text and used again."
            ),
        )
        self._nothing_found = EmptyState(
            "inbox", self.tr("Nothing found"), self.tr("No message that was sent matches what you look for.")
        )
        clear = self._nothing_found.add_button(self.tr("Clear search and filters"))
        clear.clicked.connect(self.clear_filters)
        self._arrange()
        self.refresh()

    @property
    def table(self) -> HistoryTable:
        """The table, for the focus order of the window."""
        return self._table

    def set_colours(self, colours: Colours) -> None:
        """Draws itself in the colours of another scheme."""
        self._model.set_colours(colours)

    def sends_changed(self, send: Send) -> None:
        """Shows a send that was just recorded, and selects it, or one that was settled."""
        self._problem.hide()
        self._model.row_changed(send)
        self._list_accounts()
        self._show_state()
        if send.outcome is Outcome.SENDING and (row := self._model.row_of(send.id)) is not None:
            self._table.selectRow(row)
        self._selection_changed()
        if details := self._open_details.get(send.id):
            details.show_send(send)

    def refresh(self) -> None:
        """Reads everything anew."""
        self._apply_filter()
        self._list_accounts()

    def register(self, commands: Commands) -> None:
        """Registers what can be done with a send, and the search, in the menu of the history."""
        for name, action in (
            ("history.find", self._find_action),
            ("history.details", self._details_action),
            ("history.use_again", self._use_action),
            ("history.correct", self._correct_action),
            ("history.count_again", self._count_action),
        ):
            commands.adopt(name, HISTORY, action)
        commands.add_menu(HISTORY, self._copy_menu)

    def refresh_actions(self) -> None:
        """Brings the actions up to date with the selected row."""
        self._selection_changed()

    def clear_filters(self) -> None:
        """Shows every send."""
        self._search.clear()
        self._outcome.setCurrentIndex(0)
        self._account.setCurrentIndex(0)
        self._hide_tests.setChecked(False)
        self._apply_filter()

    def _make_actions(self) -> None:
        self._find_action = find = QAction(self.tr("Search the history"), self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self._focus_search)
        self.addAction(find)
        self._details_action = QAction(self.tr("Details"), self)
        self._details_action.triggered.connect(self._open)
        self._use_action = QAction(self.tr("Use again"), self)
        self._use_action.setToolTip(self.tr("Puts the message and its audience into the form; nothing is sent"))
        self._use_action.triggered.connect(lambda: self._hand_over(self.use_again))
        self._correct_action = QAction(self.tr("Correct it…"), self)
        self._correct_action.triggered.connect(lambda: self._hand_over(self.correct))
        self._count_action = QAction(self.tr("Count again"), self)
        self._count_action.setToolTip(self.tr("Asks how many the audience has now; nothing is sent"))
        self._count_action.triggered.connect(lambda: self._hand_over(self.count_again))
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._copy_menu = CopyMenu(keys=True, parent=self)
        self._copy_menu.wanted.connect(self._copy)
        actions = [self._details_action, self._use_action, self._correct_action, self._count_action]
        self._table.addActions([*actions, self._copy_menu.menuAction()])

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._search, 1)
        bar.addWidget(self._outcome)
        bar.addWidget(self._account)
        bar.addWidget(self._hide_tests)
        bar.addSpacing(8)
        self._buttons: list[tuple[QPushButton, QAction]] = []
        for action in (self._details_action, self._use_action):
            button = QPushButton(action.text(), self)
            button.setToolTip(tip(action.toolTip()))
            button.clicked.connect(action.trigger)
            self._buttons.append((button, action))
            bar.addWidget(button)
        self._stack = QStackedLayout()
        for page in (self._table, self._nothing_sent, self._nothing_found):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._problem)
        column.addLayout(self._stack, 1)

    def _apply_filter(self) -> None:
        self._search_delay.stop()
        self._problem.hide()
        outcome = self._outcome.currentData()
        selected = self._selected_id()
        self._model.set_filter(
            HistoryFilter(
                self._search.text(),
                Outcome(outcome) if outcome else None,
                self._account.currentData(),
                self._hide_tests.isChecked(),
            )
        )
        row = None if selected is None else self._model.row_of(selected)
        if row is not None:
            self._table.selectRow(row)
        self._show_state()
        self._selection_changed()

    def _list_accounts(self) -> None:
        try:
            accounts = [(each, wording.name_in_history(each, name)) for each, name in self._history.accounts()]
        except StorageError as error:
            self._say_failed(disk_words.technical(error))
            return
        listed = [(self._account.itemData(n), self._account.itemText(n)) for n in range(1, self._account.count())]
        if listed == accounts:
            return
        chosen = self._account.currentData()
        self._account.blockSignals(True)
        while self._account.count() > 1:
            self._account.removeItem(1)
        for account_id, name in accounts:
            self._account.addItem(name, account_id)
        self._account.setCurrentIndex(max(self._account.findData(chosen), 0))
        self._account.blockSignals(False)

    def _show_state(self) -> None:
        wanted = self._model.filter
        page: QWidget = self._table
        if not self._model.rowCount() and self._problem.isHidden():
            page = self._nothing_sent if wanted == HistoryFilter() else self._nothing_found
        self._stack.setCurrentWidget(page)

    def _selected_id(self) -> int | None:
        rows = self._table.selectionModel().selectedRows()
        line = self._model.send_at(rows[0].row()) if rows else None
        return None if line is None else line.id

    def _selection_changed(self) -> None:
        rows = self._table.selectionModel().selectedRows()
        line = self._model.send_at(rows[0].row()) if rows else None
        for action in (self._details_action, self._use_action, self._copy_menu.menuAction()):
            action.setEnabled(line is not None)
        unknown = line is not None and line.outcome is Outcome.UNKNOWN
        self._count_action.setEnabled(unknown)
        self._count_action.setVisible(unknown)
        send = self._selected_send() if line is not None and can_be_corrected(line.channel) else None
        self._correct_action.setVisible(send is not None and bool(replaceable_on(send.channel, send.request)))
        for button, action in self._buttons:
            button.setEnabled(action.isEnabled())

    def _selected_send(self) -> Send | None:
        send_id = self._selected_id()
        try:
            return None if send_id is None else self._history.get(send_id)
        except StorageError as error:
            self._say_failed(disk_words.technical(error))
            return None

    def _hand_over(self, signal: SignalInstance) -> None:
        send = self._selected_send()
        if send is not None:
            signal.emit(send)

    def _copy(self, shell: Shell, with_keys: bool) -> None:
        send = self._selected_send()
        if send is not None:
            self.copy_wanted.emit(send, shell, with_keys)

    def _open(self) -> None:
        send = self._selected_send()
        if send is None:
            return
        details = self._open_details.get(send.id)
        if details is None:
            details = SendDetails(send, self)
            details.use_again.connect(self.use_again)
            details.count_again.connect(self.count_again)
            details.correct.connect(self.correct)
            details.copy_wanted.connect(self.copy_wanted)
            details.finished.connect(lambda _, send_id=send.id: self._open_details.pop(send_id, None))
            self._open_details[send.id] = details
        details.show()
        details.raise_()
        details.activateWindow()

    def _focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _say_failed(self, detail: str) -> None:
        text = self.tr("The history cannot be read from the disk: {detail}")
        self._problem.setText(text.format(detail=detail))
        self._problem.show()
