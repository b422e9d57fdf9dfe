"""The count of matches above the audience: the largest number on the screen, always in sight."""

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from scoro_desktop import elapsed
from scoro_desktop.composing.counts import Count, CountState
from scoro_desktop.ui.kit.still_label import StillLabel
from scoro_desktop.ui.words import wording


class CountStrip(QWidget):
    """Shows a count with its age, or why there is none.

    `again`: the person wants a fresh one. `sample`: the person wants to see some of those who match. `keyring_wanted`:
    it is to be asked for the keys once more.
    """

    again = Signal()
    sample = Signal()
    keyring_wanted = Signal()

    def __init__(self, refresh_icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Count(CountState.NONE)
        self._collection = ""
        self._has_number = True
        self._number = QLabel(self)
        self._number.setTextFormat(Qt.TextFormat.PlainText)
        self._number.setProperty("role", "count")
        self._number.setProperty("stale", "false")
        self._number.setAccessibleName(self.tr("How many match"))
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setProperty("everyone", False)
        # A line of its own: beside what is counted it would wrap and not wrap with each letter.
        self._age_words = QLabel(self)
        self._age_words.setTextFormat(Qt.TextFormat.PlainText)
        self._age_words.setProperty("role", "help")
        self._age_words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._has_age = True
        self._why = QLabel(self)
        self._why.setProperty("role", "help")
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self.refresh = QToolButton(self)
        self.refresh.setIcon(refresh_icon)
        self.refresh.setProperty("role", "quiet")
        self.refresh.setToolTip(self.tr("Count again"))
        self.refresh.setAccessibleName(self.tr("Count again"))
        self.refresh.clicked.connect(self.again)
        self.see = QPushButton(self.tr("See who…"), self)
        self.see.setProperty("role", "link")
        self.see.setAccessibleName(self.tr("Show recipients…"))  # seen, it stands behind their number
        self.see.setToolTip(self.tr("Shows up to a hundred of those who match"))
        self.see.clicked.connect(self.sample)
        self._without_keys, self._can_ask = "", False
        self.keyring = QPushButton(self)
        self.keyring.setProperty("role", "link")
        self.keyring.clicked.connect(self.keyring_wanted)
        self.keyring.hide()
        self._age = QTimer(self)
        self._age.setInterval(15_000)
        self._age.timeout.connect(lambda: self.show_count(self._shown, self._collection))
        self._lay_out()
        self.show_count(self._shown, "")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._places = (StillLabel(self._number, self), StillLabel(self._words, self))
        self._place_of_age = StillLabel(self._age_words, self)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch()
        said.addWidget(self._places[1])
        said.addWidget(self._place_of_age)
        said.addStretch()
        row.addWidget(self._places[0])
        row.addLayout(said, 1)
        row.addWidget(self.keyring)
        row.addWidget(self.see)
        row.addWidget(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._why)

    def text(self) -> str:
        """Returns the number and the words that are shown."""
        words = self._words.text()
        if self._has_age:
            words = self.tr("{what} · {age}").format(what=words, age=self._age_words.text())
        return f"{self._number.text()} {words}".strip()

    def spoken(self) -> str:
        """Returns what a screen reader says of a count that has come: nothing while it is counted."""
        if self._shown.state in {CountState.KNOWN, CountState.UNKNOWN}:
            return " ".join(filter(None, (self.text(), self.why())))
        return ""

    def why(self) -> str:
        """Explains why there is no count, empty when there is one."""
        return self._why.text()

    def show_keys(self, *, are_read: bool, trouble: str, are_elsewhere: bool) -> None:
        """Takes why nobody could be asked: the keys are being read, or the keyring did not give them.

        `trouble`: as `CurrentAccount.trouble`; `are_elsewhere`: it did, and they are of another server or application.
        """
        is_locked = trouble == "locked"
        if are_read:
            words = self.tr("Reading this account's keys…")
        elif are_elsewhere:
            words = self.tr("Say in Accounts where this account's keys belong.")
        elif is_locked:
            words = self.tr("The keyring is locked: unlock it to count recipients.")
        elif trouble:
            words = self.tr("The keyring did not give this account's keys, so nobody can be counted.")
        else:
            words = self.tr("Enter this account's keys to count recipients.")
        self._without_keys = words
        self._can_ask = bool(trouble) and not are_elsewhere
        self.keyring.setText(self.tr("Unlock…") if is_locked else self.tr("Ask again"))
        self.keyring.setToolTip(self.tr("Asks the keyring once more. It may ask you for its password."))
        self.show_count(self._shown, self._collection, is_broken=self._is_broken, is_in_doubt=self._is_in_doubt)

    def show_count(self, count: Count, collection: str, *, is_broken: bool = False, is_in_doubt: bool = False) -> None:
        """Shows a count of a collection, or that there is none. An unknown count is never a number.

        `is_broken`: there is none since the query cannot be read; `is_in_doubt`: since something went wrong in the app.
        """
        self._shown, self._collection = count, collection
        self._is_broken, self._is_in_doubt = is_broken, is_in_doubt
        state = count.state
        before = (self._number.text(), self._words.text())
        everyone = count.value is not None and count.total is not None and count.value >= count.total > 0
        if self._words.property("everyone") != everyone:
            self._words.setProperty("everyone", everyone)
            self._words.style().polish(self._words)
        if count.value is not None and state in {CountState.KNOWN, CountState.COUNTING}:
            self._number.setText(QLocale().toString(count.value))
            self._words.setText(wording.matching(collection, count.value, is_everyone=everyone))
            self._age_words.setText(self.tr("counting…") if state is CountState.COUNTING else _age_words(count))
            has_age = True
        else:
            self._show_none(state)
            has_age = False
        if has_age != self._has_age:
            self._has_age = has_age
            self._place_of_age.setVisible(has_age)
        stale = "true" if state is CountState.COUNTING else "false"
        if self._number.property("stale") != stale:
            self._number.setProperty("stale", stale)
            self._number.style().polish(self._number)  # not by `restyle`: it comes with letters
        self._why.setText(wording.count_failure(count.failure) if count.failure is not None else "")
        self._why.setVisible(count.failure is not None)
        self.keyring.setVisible(state is CountState.NO_KEYS and self._can_ask)
        self.see.setVisible(state not in {CountState.NONE, CountState.NO_KEYS} and count.value != 0)
        self.refresh.setEnabled(state in {CountState.KNOWN, CountState.UNKNOWN})
        self.refresh.setVisible(state not in {CountState.NONE, CountState.NO_KEYS})
        if before != (self._number.text(), self._words.text()):
            for place in self._places:
                place.settle()
        if (has_number := bool(self._number.text())) != self._has_number:
            self._has_number = has_number
            self._places[0].setVisible(has_number)
        if state is CountState.KNOWN:
            self._age.start()
        else:
            self._age.stop()

    def _show_none(self, state: CountState) -> None:
        words = {
            CountState.COUNTING: self.tr("counting…"),
            CountState.UNKNOWN: self.tr("How many match is unknown."),
            CountState.NO_KEYS: self._without_keys,
        }
        self._number.setText("?" if state is CountState.UNKNOWN else "")
        none = self.tr("Choose who gets it to see how many there are.")
        if self._is_in_doubt:
            none = self.tr("Read the audience again to count.")
        elif self._is_broken:
            none = self.tr("Fix the query to count.")
        self._words.setText(words.get(state, none))


def _age_words(count: Count) -> str:
    return wording.age(0.0 if count.since is None else elapsed.seconds() - count.since)
