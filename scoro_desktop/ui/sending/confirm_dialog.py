"""The last question before a send: who, how many, where, what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.messages.problems import Problem
from scoro_desktop.scorocode.account import Account, Environment
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.sending.checks import Asked, Demand, asks_again, demand, meets
from scoro_desktop.sending.draft import Draft
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.audience.live_count import Counted
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.sending.cost_line import CostLine
from scoro_desktop.ui.sending.environment_band import EnvironmentBand
from scoro_desktop.ui.sending.quiet_question import QuietQuestion
from scoro_desktop.ui.sending.same_question import SameQuestion
from scoro_desktop.ui.sending.send_summary import SendSummary, wrapped
from scoro_desktop.ui.words import recount_words, wording

WIDTH: Final = 560


@dataclass(frozen=True)
class Approval:
    """The approval of a send. `expected`: the count that was shown, None where it was unknown and acknowledged."""

    expected: int | None


class ConfirmDialog(QDialog):
    """Counts as it opens, asks, and counts once more before it lets go. Enter alone never sends.

    The keyboard is on Cancel at first. Where the last count says something else than what was confirmed, it asks anew.
    `looks`: the same message of the last day is being looked for; nothing is sent before `show_sent_before` was called.

    `approved` carries the `Approval`; `count_wanted` asks for the count, which `show_count` answers; `counted` tells
    that it was, and that nothing else is waited for.
    """

    approved = Signal(object)
    count_wanted = Signal()
    counted = Signal()

    def __init__(
        self,
        draft: Draft,
        account: Account,
        warnings: Sequence[Problem],
        colours: Colours,
        parent: QWidget | None = None,
        reach_of: Callable[[int], Reach] = Reach,
        *,
        looks: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send this test?") if draft.is_test else self.tr("Send this message?"))
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        self._draft = draft
        self._account = account
        self._count: int | None = None
        self._demand = Demand(Asked.STOPPED)
        self._band = EnvironmentBand(colours, self)
        self._band.show_account(account)
        self._number = QLabel("…", self)
        self._number.setTextFormat(Qt.TextFormat.PlainText)
        self._number.setProperty("role", "count")
        self._who = wrapped(self)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._why = wrapped(self, "help")
        self._ask = wrapped(self)
        self.typed = QLineEdit(self)
        self.typed.setMaximumWidth(240)
        self.acknowledged = QCheckBox(self.tr("I know that nobody can say how many will get this"), self)
        self._quiet = QuietQuestion(account, self)
        self.quiet = self._quiet.box
        self._letting_go = False
        self._same = SameQuestion(looks=looks, parent=self)
        self.again = self._same.box
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setAutoDefault(False)  # keyPressEvent decides what Enter does
        self.again_button = QPushButton(self.tr("Count again"), self)
        self.send_button = QPushButton(self.tr("Send"), self)
        self.send_button.setProperty("role", "primary")
        self.send_button.setAutoDefault(False)
        self.again_button.setAutoDefault(False)
        self._cost = CostLine(draft, account, reach_of, self)
        self._lay_out(warnings)
        self.cancel_button.clicked.connect(self.reject)
        self.send_button.clicked.connect(self._send_clicked)
        self.again_button.clicked.connect(self.ask_count)
        self.typed.textChanged.connect(self._update)
        self.acknowledged.toggled.connect(self._update)
        self._same.changed.connect(self._update)
        self._quiet.changed.connect(self._update)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_waiting()

    def ask_count(self) -> None:
        """Counts anew; until the answer is there nothing can be confirmed."""
        self._letting_go = False
        self._show_waiting()
        self.count_wanted.emit()

    def show_count(self, answer: Counted | Failure) -> None:
        """Shows how many, and what must be done to confirm; after the press of Send, lets go or asks anew."""
        self._busy.hide()
        moved = ""
        if self._letting_go:
            self._letting_go = False
            if not self._asks_again(answer) and self._quiet.refresh():
                self.approved.emit(Approval(answer.count if isinstance(answer, Counted) else None))
                self.accept()
                return
            if self._asks_again(answer):
                moved = recount_words.moved(self._count, answer.count if isinstance(answer, Counted) else None)
            self._show_waiting()
            self._busy.hide()
        self._quiet.refresh()
        self._count = answer.count if isinstance(answer, Counted) else None
        is_everyone = self._draft.everyone or (isinstance(answer, Counted) and answer.is_everyone)
        collection = self._draft.collection
        self._number.setText("?" if self._count is None else QLocale().toString(self._count))
        if isinstance(answer, Failure):
            self._who.setText(self.tr("How many will get this is unknown."))
            self._why.setText(wording.count_failure(answer))
            self._why.setMaximumHeight(self._why.fontMetrics().lineSpacing() * 4)  # a server may say a great deal
            self._why.setToolTip(tip(self._why.text()))
        else:
            words = wording.recipients(collection, answer.count)
            everyone = self.tr("{what} — EVERYONE in this collection").format(what=words)
            self._who.setText(everyone if is_everyone else words)
        if moved:
            said = self._why.text() if isinstance(answer, Failure) else ""
            self._why.setText("\n".join(filter(None, (moved, said))))
        self._say_why("warning" if moved else "help", visible=isinstance(answer, Failure) or bool(moved))
        self.again_button.setVisible(isinstance(answer, Failure) or self._count == 0)
        may_be_everyone = is_everyone or (isinstance(answer, Counted) and answer.may_be_everyone)
        self._demand = demand(self._account, self._count, is_everyone=may_be_everyone)
        self._cost.show_count(self._count)
        self._show_demand()
        self._update()
        self._tell_counted()

    def show_stopped(self, problem: Problem) -> None:
        """Shows what forbids to send after all: nothing but Cancel is left."""
        self._busy.hide()
        self._letting_go = False
        self._demand = Demand(Asked.STOPPED)
        self._ask.hide()
        self._number.setText("—")
        self._who.setText(wording.problem(problem))
        self._update()
        self._tell_counted()

    def show_sent_before(self, found: Send | StorageError | None) -> None:
        """Shows the same message of the last day, or why nobody can say; then it can be sent once that is ticked."""
        self._same.show_found(found)
        if self._busy.isHidden():
            self._tell_counted()

    @property
    def count(self) -> int | None:
        """Returns how many it would reach, None while that is not known."""
        return self._count

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, once; anywhere else it does nothing.

        Ctrl+Enter opened the dialog: held a little too long, or pressed twice, it must not send as well.
        """
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            button = self.focusWidget()
            if isinstance(button, QPushButton):
                button.click()

    def _lay_out(self, warnings: Sequence[Problem]) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(24, 16, 24, 16)
        body.setSpacing(8)
        counted = QHBoxLayout()
        counted.setSpacing(12)
        counted.addWidget(self._number)
        counted.addWidget(self._who, 1)
        body.addLayout(counted)
        body.addWidget(self._busy)
        body.addWidget(self._why)
        body.addWidget(self._cost)
        body.addWidget(self._line())
        body.addWidget(SendSummary(self._draft, self._account, warnings, WIDTH - 48, self), 1)
        body.addWidget(self._line())
        body.addWidget(self._ask)
        body.addWidget(self.typed)
        body.addWidget(self.acknowledged, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._same)
        body.addWidget(self._quiet)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.again_button)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.send_button)
        body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band)
        column.addLayout(body)

    def _tell_counted(self) -> None:
        if not self._same.is_looking:
            self.counted.emit()

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("role", "line")
        return line

    def _show_waiting(self) -> None:
        self._count = None
        self._demand = Demand(Asked.STOPPED)
        for widget in (self.typed, self.acknowledged, self.again, self.quiet):
            widget.setEnabled(True)
        self._number.setText("…")
        self._who.setText(self.tr("Counting who will get it…"))
        self._busy.show()
        self._why.hide()
        self._ask.hide()
        self.typed.hide()
        self.typed.clear()
        self.acknowledged.hide()
        self.acknowledged.setChecked(False)
        self.again_button.hide()
        self._update()

    def _show_demand(self) -> None:
        asked = self._demand.asked
        texts = {
            Asked.NOTHING: "",
            Asked.ACKNOWLEDGE: "",
            Asked.STOPPED: self.tr("Nobody matches, so there is nothing to send."),
            Asked.TYPE: self.tr("To send it to all of them, type {text} here:").format(text=self._demand.text),
        }
        self._ask.setText(texts[asked])
        self._ask.setVisible(bool(texts[asked]))
        self.typed.setVisible(asked is Asked.TYPE)
        self.typed.setAccessibleName(texts[Asked.TYPE])
        self.acknowledged.setVisible(asked is Asked.ACKNOWLEDGE)
        if asked is Asked.TYPE:
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _update(self) -> None:
        met = meets(self._demand, self.typed.text(), self.acknowledged.isChecked())
        ticked = self._same.is_met and self._quiet.is_met
        self.send_button.setEnabled(met and ticked and not self._letting_go)
        if self._count:
            self.send_button.setText(wording.send_to(self._draft.collection, self._count))
        else:
            self.send_button.setText(self.tr("Send"))
        if self._account.environment is Environment.PRODUCTION:
            self.send_button.setAccessibleDescription(self.tr("Production: real people will get it"))

    def _send_clicked(self) -> None:
        if not self.send_button.isEnabled():
            return
        if not self._quiet.refresh():  # they began while it was being confirmed
            self._update()
            return
        self._letting_go = True
        self.send_button.setEnabled(False)
        self.again_button.hide()  # of two counts under way the older one might pass for the last one
        for widget in (self.typed, self.acknowledged, self.again, self.quiet):
            widget.setEnabled(False)
        self._busy.show()
        self._why.setText(self.tr("Counting once more before it goes out. Until then Cancel stops it."))
        self._say_why("help", visible=True)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.count_wanted.emit()

    def _say_why(self, role: str, *, visible: bool) -> None:
        self._why.setVisible(visible)
        if self._why.property("role") != role:
            self._why.setProperty("role", role)
            self._why.style().polish(self._why)

    def _asks_again(self, answer: Counted | Failure) -> bool:
        now = answer.count if isinstance(answer, Counted) else None
        may_be_everyone = self._draft.everyone or (
            isinstance(answer, Counted) and (answer.is_everyone or answer.may_be_everyone)
        )
        return asks_again(self._account, self._count, now, was=self._demand, is_everyone=may_be_everyone)
