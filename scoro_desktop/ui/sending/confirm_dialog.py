"""The last question before a send: what, to whom, how many, where."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.problems import Problem
from scoro_desktop.scorocode.account import Account, Environment
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.scorocode.sms_reach import PEOPLE
from scoro_desktop.sending.checks import Asked, Demand, demand
from scoro_desktop.sending.draft import Draft
from scoro_desktop.sending.outbox import Seen
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.audience.live_count import Counted
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.sending import last_count
from scoro_desktop.ui.sending.approval import Approval
from scoro_desktop.ui.sending.confirm_size import fit
from scoro_desktop.ui.sending.cost_line import CostLine
from scoro_desktop.ui.sending.demand_question import DemandQuestion
from scoro_desktop.ui.sending.environment_band import EnvironmentBand
from scoro_desktop.ui.sending.last_count import has_moved
from scoro_desktop.ui.sending.lately_question import LatelyQuestion
from scoro_desktop.ui.sending.message_shown import MessageShown
from scoro_desktop.ui.sending.quiet_question import QuietQuestion
from scoro_desktop.ui.sending.recipients_line import RecipientsLine
from scoro_desktop.ui.sending.same_question import SameQuestion
from scoro_desktop.ui.sending.screen_look import ScreenLook
from scoro_desktop.ui.sending.send_summary import SendSummary
from scoro_desktop.ui.sending.why_line import WhyLine
from scoro_desktop.ui.words import reach_words, replaced_words, wording


class ConfirmDialog(QDialog):
    """Counts as it opens, asks, and counts once more before it lets go. Enter alone never sends.

    The keyboard is on Cancel at first. Where the last count says something else than what was confirmed, it asks anew.
    `looks`: the same message of the last day is being looked for; nothing is sent before `show_sent_before` was called,
    nor before `look` has found what is asked about on the screen (`ScreenLook`).

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
        look: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send this trial?") if draft.is_test else self.tr("Send this message?"))
        self.setModal(True)
        self.draft = draft
        self._account = account
        self._needs_phone = CHANNELS[draft.channel].needs_phone and draft.collection == PEOPLE
        self._count: int | None = None
        self._reach: int | None = None
        self._band = EnvironmentBand(colours, self)
        self._band.show_account(account)
        self._band.setWordWrap(True)
        self._message = MessageShown(draft, colours, self)
        self._recipients = RecipientsLine(draft.collection, needs_phone=self._needs_phone, parent=self)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        place = self._busy.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # nothing moves under the mouse when the count comes
        self._busy.setSizePolicy(place)
        self._why = WhyLine(self)
        self._question = DemandQuestion(self)
        self.typed, self.acknowledged = self._question.typed, self._question.acknowledged
        self._quiet = QuietQuestion(account, self)
        self.quiet = self._quiet.box
        self.is_letting_go = False
        self._lately: LatelyQuestion | None = None
        self._same = SameQuestion(looks=looks, parent=self)
        self.again = self._same.box
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.again_button = QPushButton(self.tr("Count again"), self)
        self.send_button = QPushButton(self.tr("Send"), self)
        self.send_button.setProperty("role", "primary")
        for button in (self.cancel_button, self.again_button, self.send_button):
            button.setAutoDefault(False)  # keyPressEvent decides what Enter does
        self._cost = CostLine(draft, account, reach_of, self)
        self._summary = SendSummary(draft, account, warnings, self._cost, self)
        self._lay_out()
        fit(self, (self.again_button, self.cancel_button, self.send_button))
        self.cancel_button.clicked.connect(self.reject)
        self.send_button.clicked.connect(self._send_clicked)
        self.again_button.clicked.connect(self.ask_count)
        self._seen = ScreenLook(look, self)
        for changed in (self._question.changed, self._same.changed, self._quiet.changed, self._seen.changed):
            changed.connect(self._update)
        self._seen.changed.connect(self._tell_counted)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_waiting()

    def ask_count(self) -> None:
        """Counts anew; until the answer is there nothing can be confirmed."""
        self.is_letting_go = False
        self._show_waiting()
        self.count_wanted.emit()

    def show_count(self, answer: Counted | Failure) -> None:
        """Shows how many, and what must be done to confirm; after the press of Send, lets go or asks anew."""
        self._busy.hide()
        moved = ""
        if self.is_letting_go:
            self.is_letting_go = False
            if not self._moved_too_far(answer) and self._quiet.refresh():
                counted, reach = (answer.count, answer.reach) if isinstance(answer, Counted) else (None, None)
                seen = Seen(self._same.seen, None if self._lately is None else self._lately.until)
                self.approved.emit(Approval(counted, self._cost.cost(counted, reach), seen))
                self.accept()
                return
            if self._moved_too_far(answer):
                moved = last_count.moved(answer, count=self._count, reach=self._reach)
            self._show_waiting()
            self._busy.hide()
        self._quiet.refresh()
        self._count = answer.count if isinstance(answer, Counted) else None
        self._reach = answer.reach if isinstance(answer, Counted) else None
        by_choice = self.draft.everyone and self.draft.left_out is None
        is_everyone = by_choice or (isinstance(answer, Counted) and answer.is_everyone)
        if isinstance(answer, Failure):
            self._recipients.show_unknown()
        else:
            self._recipients.show_count(answer, is_everyone=is_everyone)
        self._why.show_answer(answer, moved)
        self.again_button.setVisible(isinstance(answer, Failure) or self._count == 0)
        may_be_everyone = self.draft.everyone or is_everyone or (isinstance(answer, Counted) and answer.may_be_everyone)
        self._cost.show_count(self._count, self._reach)
        if self._reach == 0 and self._count:
            self._question.ask(Demand(Asked.STOPPED), reach_words.nobody())
        else:
            asked = demand(self._account, self._count, is_everyone=may_be_everyone)
            self._question.ask(asked, self.tr("Nobody matches, so there is nothing to send."))
        self._update()
        self._tell_counted()

    def show_stopped(self, problem: Problem) -> None:
        """Shows what forbids to send after all: nothing but Cancel is left."""
        self._busy.hide()
        self.is_letting_go = False
        self._question.clear()
        self._recipients.show_stopped(wording.problem(problem))
        self._update()
        self._tell_counted()

    def show_sent_before(self, found: Send | StorageError | None, is_same: bool = True) -> None:
        """Shows the same message of the last day, or why nobody can say; then it can be sent once that is ticked.

        `is_same`: to the letter, rather than one that was edited since and of which nobody knows whether it went out.
        """
        self._same.show_found(found, is_same=is_same)
        self._tell_counted()

    def ask_lately(self) -> LatelyQuestion:
        """Makes the place of the question about those who may have been messaged lately."""
        self._lately = LatelyQuestion(self)
        self._asked.addWidget(self._lately)
        self._lately.changed.connect(self._update)
        return self._lately

    def show_audience(self, draft: Draft, left_out: str) -> None:
        """Shows another audience of the same message, `left_out`: who is left out of it. `ask_count` counts it."""
        self.draft = draft
        self._summary.show_left_out(draft, left_out)

    def show_overlap(self, lines: Sequence[str]) -> None:
        """Shows how far the audience overlaps with the last sends."""
        self._summary.show_overlap(lines)

    def show_quota(self, words: str, *, is_too_much: bool) -> None:
        """Shows how much it uses of what is left."""
        self._summary.show_quota(words, is_too_much=is_too_much)

    @property
    def is_counted(self) -> bool:
        """Tells whether no count is waited for."""
        return self._busy.isHidden()

    def show_replaced(self, found: Send | StorageError | None) -> None:
        """Shows the earlier message that this one takes the place of, or that nobody can say which."""
        if found is not None:
            self._summary.show_replaced(replaced_words.replaced(found))

    @property
    def count(self) -> int | None:
        """Returns how many match, None while that is not known."""
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

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(24, 16, 24, 16)
        body.setSpacing(8)
        facts = QVBoxLayout()
        facts.setSpacing(8)
        for line in (self._recipients, self._busy, self._why):
            facts.addWidget(line)
        facts.addWidget(self._summary, 1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self._message, 1)
        columns.addLayout(facts, 1)
        body.addLayout(columns, 1)
        between = QFrame(self)
        between.setProperty("role", "line")
        body.addWidget(between)
        self._asked = QVBoxLayout()
        for widget in (self._question, self._same, self._quiet):
            self._asked.addWidget(widget)
        body.addLayout(self._asked)
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
        if not self._busy.isHidden():
            return
        announce(self, self._recipients.spoken())
        if not self._same.is_looking and self._seen.is_met:
            self.counted.emit()

    def _show_waiting(self) -> None:
        self._count = self._reach = None
        self._question.clear()
        self._set_boxes_enabled(True)
        self._recipients.show_waiting()
        self._busy.show()
        self._why.hide()
        self.again_button.hide()
        self._update()

    def _set_boxes_enabled(self, enabled: bool) -> None:
        for widget in (*self._question.boxes(), self.again, self.quiet):
            widget.setEnabled(enabled)
        if self._lately is not None:
            self._lately.setEnabled(enabled)

    def _update(self) -> None:
        met = self._question.is_met and self._same.is_met and self._quiet.is_met
        met = met and self._seen.is_met and (self._lately is None or self._lately.is_met)
        self.send_button.setEnabled(met and not self.is_letting_go)
        words = self.tr("Send")
        if self._count and self._reach != 0:
            words = reach_words.send_to_some(
                self.draft.collection, self._count, self._reach, needs_phone=self._needs_phone
            )
        self.send_button.setText(words)
        if self._account.environment is Environment.PRODUCTION:
            self.send_button.setAccessibleDescription(self.tr("Production: real people will get it"))

    def _send_clicked(self) -> None:
        if not self.send_button.isEnabled() or self.isHidden():  # it was closed meanwhile
            return
        if not self._quiet.refresh():  # they began while it was being confirmed
            self._update()
            return
        self.is_letting_go = True
        self.send_button.setEnabled(False)
        self.again_button.hide()  # of two counts under way the older one might pass for the last one
        self._set_boxes_enabled(False)
        self._busy.show()
        self._why.show_letting_go()
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.count_wanted.emit()

    def _moved_too_far(self, answer: Counted | Failure) -> bool:
        return has_moved(
            self._account, self.draft, answer, count=self._count, reach=self._reach, was=self._question.demand
        )
