"""The filters of the history: words of the message, outcome, account, with tests or without."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QWidget

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.pauses import Pause
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import wording
from scoro_desktop.ui.words.outcome_words import outcome_word

SEARCH_DELAY_MS: Final = 150
FRAME: Final = 60
"""Pixels beside the words of the search: its frame and the button that clears it."""
LEAST_CHOICE: Final = 12
"""Letters of a choice, its frame included, fewer than which say nothing. Ours."""
LEAST_LINES: Final = 12
"""Lines of text as high as the whole history, from which on there is room for a second row of filters. Ours."""
WIDEST_ACCOUNT: Final = 180
"""In pixels; a longer name is shortened."""


class FilterBar(QWidget):
    """`changed`: another filter was chosen, or was typed a moment ago."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.knows_no_account = False
        """Tells whether nothing was ever sent, by any account, once that was read."""
        self._search = LineEdit(self)
        self._search.setPlaceholderText(self.tr("Search messages and notes"))
        self._search.setAccessibleName(self.tr("Search the history by words of a message or a note"))
        self._search.setToolTip(tip(self._search.accessibleName()))
        self._search.setClearButtonEnabled(True)
        self._words = self._search.fontMetrics().horizontalAdvance(self._search.placeholderText())
        self._search.setMinimumWidth(self._words + FRAME)
        self._search_delay = Pause(self, SEARCH_DELAY_MS)
        self._search_delay.timeout.connect(self.changed)
        self._search.textChanged.connect(self._search_delay.start)
        self._search.returnPressed.connect(self._choose)
        self._outcome = ElidingComboBox(self, as_wide_as_words=True)
        self._outcome.setAccessibleName(self.tr("Show only this outcome"))
        self._outcome.addItem(self.tr("Any outcome"), None)
        for outcome in (
            *(Outcome.SENT, Outcome.REFUSED, Outcome.NOT_SENT, Outcome.UNKNOWN),
            *(Outcome.SENDING, Outcome.HELD),
        ):
            self._outcome.addItem(outcome_word(outcome), outcome.value)
        self._outcome.currentIndexChanged.connect(self._choose)
        self._account = ElidingComboBox(self, as_wide_as_words=True)
        self._account.setAccessibleName(self.tr("Show only this account"))
        self._account.setMaximumWidth(WIDEST_ACCOUNT)
        self._account.addItem(self.tr("Any account"), None)
        self._account.currentIndexChanged.connect(self._choose)
        self._hide_tests = QCheckBox(self.tr("Hide trials"), self)
        self._hide_tests.toggled.connect(self._choose)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(8)
        for widget in (self._outcome, self._account, self._hide_tests):
            self._choices.addWidget(widget)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._search, 1)
        self._row.addLayout(self._choices)

    def minimumSizeHint(self) -> QSize:
        """Room for one of the two lines that it can stand in."""
        choices = self._choices.minimumSize().width()
        return QSize(max(self._words + FRAME, choices), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the search another place."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Puts the search above the choices where those would be nothing but their beginnings; where there is no room
        for that either, the search is short, and trials are hidden on the page History alone.
        """
        letters = self.fontMetrics().averageCharWidth() * LEAST_CHOICE
        shown = sum(not each.isHidden() for each in (self._outcome, self._account))
        needed = self._words + FRAME + self._hide_tests.sizeHint().width() + shown * letters + 24
        around = self.parentWidget()
        is_high = around is None or around.height() > self.fontMetrics().lineSpacing() * LEAST_LINES
        is_narrow = self.width() < needed and is_high
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        is_tight = self.width() < needed and not is_high
        self._search.setMinimumWidth(letters if is_tight else self._words + FRAME)
        left = self.width() - letters - shown * letters - 24
        self._hide_tests.setVisible(
            not is_tight or self._hide_tests.isChecked() or left >= self._hide_tests.sizeHint().width()
        )

    def filter(self) -> HistoryFilter:
        """The filter as it is chosen."""
        self._search_delay.stop()
        outcome, account = self._outcome.currentData(), self._account.currentData()
        return HistoryFilter(
            self._search.text(),
            frozenset({Outcome(outcome)}) if outcome else frozenset(),
            frozenset({account}) if account else frozenset(),
            self._hide_tests.isChecked(),
        )

    def narrows(self) -> bool:
        """Tells whether it leaves out any send."""
        chosen = self._outcome.currentIndex() > 0 or self._account.currentIndex() > 0
        return chosen or self._hide_tests.isChecked() or bool(self._search.text())

    @property
    def search(self) -> LineEdit:
        """The field of the words, which is the first of the bar."""
        return self._search

    def show_choices(self, shown: bool) -> None:
        """Shows the choices of an outcome and an account, or not: on a page of its own, chips have them."""
        self._outcome.setVisible(shown)
        self._account.setVisible(shown)

    def show_words(self, wanted: HistoryFilter) -> None:
        """Takes the words and the trials of a filter, without a word."""
        with QSignalBlocker(self):
            self._search.setText(wanted.text)
            self._hide_tests.setChecked(wanted.hide_tests)
            self._search_delay.stop()

    def clear(self) -> None:
        """Lets every send through, without a word."""
        with QSignalBlocker(self):
            self._search.clear()
            self._outcome.setCurrentIndex(0)
            self._account.setCurrentIndex(0)
            self._hide_tests.setChecked(False)
            self._search_delay.stop()

    def show_accounts(self, found: list[tuple[str, str]]) -> None:
        """Offers these accounts, by the id and the name of each."""
        self.knows_no_account = not found
        accounts = [(each, wording.name_in_history(each, name)) for each, name in found]
        listed = [(self._account.itemData(n), self._account.itemText(n)) for n in range(1, self._account.count())]
        if listed == accounts:
            return
        chosen = self._account.currentData()
        with QSignalBlocker(self._account):
            while self._account.count() > 1:
                self._account.removeItem(1)
            for account_id, name in accounts:
                self._account.addItem(name, account_id)
            self._account.setCurrentIndex(max(self._account.findData(chosen), 0))

    def focus_search(self) -> None:
        """Puts the keyboard into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _choose(self) -> None:
        self._search_delay.stop()
        self.changed.emit()
