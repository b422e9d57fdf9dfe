"""From the press of Send to the settled row: checks, confirmation, record, send, settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.audience.relative_dates import CannotWorkOutError
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.scorocode.sms_reach import PEOPLE
from scoro_desktop.sending import checks
from scoro_desktop.sending.outbox import SentMeanwhile
from scoro_desktop.ui.audience.live_count import Counted
from scoro_desktop.ui.kit.plain_box import PlainBox
from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.open_send import Composed
from scoro_desktop.ui.runtime.send_once import send_with
from scoro_desktop.ui.sending import looked_for
from scoro_desktop.ui.sending.last_count import count_to_confirm, first_absent
from scoro_desktop.ui.words import disk_words, wording
from scoro_desktop.ui.words.outcome_words import outcome_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.sending.outbox import Outbox
    from scoro_desktop.storage.history import Send
    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.ui.kit.appearance import Appearance
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.current_account import ApiClient, CurrentAccount
    from scoro_desktop.ui.runtime.dispatch import Dispatch
    from scoro_desktop.ui.sending.approval import Approval
    from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
    from scoro_desktop.ui.sending.overlap_flow import OverlapFlow
    from scoro_desktop.wire import JsonObject


class SendFlow(QObject):
    """Leads one draft at a time through its confirmation to the dispatch, and says what the disk would not take.

    `row_changed(Send)`: a row was written or settled. `taken_back(Composed)`: a message was taken back at closing.
    `doubted`: something went wrong in the app, and what a confirmation asks about may not be so.
    """

    row_changed = Signal(object)
    taken_back = Signal(object)
    doubted = Signal()

    def __init__(
        self,
        storage: AsyncStorage,
        dispatch: Dispatch,
        current: CurrentAccount,
        background: Background,
        appearance: Appearance,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._storage = storage
        self._dispatch = dispatch
        self._current = current
        self._background = background
        self._appearance = appearance
        self._close: Callable[[], object] | None = None  # wanted once what was sent at closing is answered
        dispatch.row_changed.connect(self.row_changed)
        dispatch.row_changed.connect(self._close_if_sent)
        dispatch.not_recorded.connect(self._say_not_recorded)
        dispatch.not_settled.connect(self._say_not_settled)

    def confirm(
        self,
        draft: Draft,
        unchecked: Sequence[str] = (),
        reach_of: Callable[[int], Reach] = Reach,
        state: Callable[[], JsonObject] = dict,
        more: Sequence[tuple[str, Draft]] = (),
        look: Callable[[], bool] | None = None,
    ) -> ConfirmDialog | None:
        """Opens the confirmation of a draft that nothing forbids to send; None where something does.

        A test may be sent again and again. `unchecked`: fields of its query that must be there or it reaches too many,
        and that are looked up now. `reach_of`: what is known of an audience of so many, for the cost of an SMS.
        Relative dates are worked out here, once: what is counted for the confirmation is what goes out.
        `state`: of the tab that it was composed in, to be shown there again if it is taken back. `more`: other messages
        for the same audience, each with what it is called, which are confirmed with it and sent after it. `look`: what
        is left to be looked at on the screen before it can be confirmed (`ScreenLook`).
        """
        problems = self._current.problems(draft)
        account, make_client = self._current.account, self._current.client()
        if checks.stops(problems) or account is None or make_client is None:
            return None
        try:
            instant = here.instant()
            draft = draft.at(instant)
            more = [(name, each.at(instant)) for name, each in more]
        except CannotWorkOutError:
            self._say_no_dates()
            return None
        from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog

        colours = self._appearance.colours
        if more:
            from scoro_desktop.ui.sending.trials_dialog import TrialsDialog

            trials = TrialsDialog(draft, account, problems, colours, self._window, reach_of, more=more, look=look)
            trials.approved_too.connect(lambda each, approval: self.send(each, account, make_client, approval))
            dialog: ConfirmDialog = trials
        else:
            looks = not draft.is_test
            dialog = ConfirmDialog(draft, account, problems, colours, self._window, reach_of, looks=looks, look=look)
        dialog.approved.connect(lambda approval: self.send(dialog.draft, account, make_client, approval, state))
        if more:
            dialog.approved.connect(trials.approve_more)  # after the one above: they leave in this order
        self.ask(dialog, account, make_client, unchecked)
        return dialog

    def ask(
        self,
        dialog: ConfirmDialog,
        account: Account,
        make_client: Callable[[], ApiClient],
        unchecked: Sequence[str],
        *,
        then: datetime | None = None,
    ) -> OverlapFlow:
        """Opens a confirmation, and finds out what it asks for: the count, the same message, the one it replaces.

        `then`: the moment (aware) at which it is to go out; None: now. Gives what tells of the last sends.
        """
        from scoro_desktop.ui.sending.overlap_flow import OverlapFlow

        self._close, draft = None, dialog.draft  # whoever confirms more works on
        dialog.count_wanted.connect(lambda: self._count(dialog, dialog.draft, make_client, unchecked))
        beside = OverlapFlow(dialog, account, make_client, self._storage, self._background, then)
        self.doubted.connect(dialog.reject)
        dialog.open()
        looked_for.begin(self._storage, dialog, account, draft, beside.begin)
        return beside

    def may_close(self, close: Callable[[], object]) -> bool:
        """Asks about what is held or under way. `close` is called later where it is to be sent first."""
        from scoro_desktop.ui.kit import questions

        if self._dispatch.holds:
            self._dispatch.pause()
            answer = questions.close_while_held(self._window)
            held = [each.send.id for each in self._dispatch.holds]
            match answer:
                case questions.Held.STAY:
                    self._dispatch.go_on()
                    return False
                case questions.Held.SEND:
                    self._close = close if held else None  # all of it may have been called off while that was asked
                    for send_id in held:
                        self._dispatch.release(send_id)
                    return False
                case questions.Held.TAKE_BACK:
                    for send_id in held:
                        if (composed := self._dispatch.take_back(send_id)) is not None:
                            self.taken_back.emit(composed)
                case _:
                    assert_never(answer)
        return not self._dispatch.under_way or questions.leave_while_sending(self._window)

    def _close_if_sent(self, send: Send) -> None:
        """Closes once all that was to be sent at closing went out; anything else is there to be read."""
        if self._close is None or send.outcome is Outcome.SENDING:
            return
        if send.outcome is Outcome.SENT and (self._dispatch.under_way or self._dispatch.holds):
            return
        close, self._close = self._close, None
        if send.outcome is Outcome.SENT:
            soon(self, close)

    def retire(self) -> None:
        """Leaves what is under way to another flow over the same dispatch."""
        self._dispatch.write_again()
        self._dispatch.row_changed.disconnect(self.row_changed)
        self._dispatch.row_changed.disconnect(self._close_if_sent)
        self._dispatch.not_recorded.disconnect(self._say_not_recorded)
        self._dispatch.not_settled.disconnect(self._say_not_settled)

    def _count(
        self, dialog: ConfirmDialog, draft: Draft, make_client: Callable[[], ApiClient], unchecked: Sequence[str]
    ) -> None:
        collection, query, is_open = draft.collection, draft.outgoing_query(), True
        needs_phone = CHANNELS[draft.channel].needs_phone and collection == PEOPLE

        def job() -> Counted | Failure | FieldFinding:
            absent = first_absent(make_client, collection, unchecked)
            return absent or count_to_confirm(make_client, collection, query, needs_phone=needs_phone)

        def closed() -> None:
            nonlocal is_open
            is_open = False

        def answered(answer: Counted | Failure | FieldFinding) -> None:
            if not is_open or dialog.draft is not draft:  # somebody is left out of it since, or no longer
                return
            if isinstance(answer, FieldFinding):
                dialog.show_stopped(checks.of_finding(answer))
            else:
                dialog.show_count(answer)

        def failed(error: Exception) -> None:
            answered(Failure(Outcome.UNKNOWN, "unreadable", detail=type(error).__name__))

        dialog.finished.connect(closed)
        self._background.submit(job, answered, failed)

    def send(
        self,
        draft: Draft,
        account: Account,
        make_client: Callable[[], ApiClient],
        approval: Approval,
        state: Callable[[], JsonObject] = dict,
        plan: Plan | None = None,
        told: Callable[[Send], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Sends what was approved. `plan`: what it was planned as, which ends with it; the rest as for the dispatch."""
        hold = checks.hold_seconds(account, is_test=draft.is_test)
        request = draft.request()
        body, kept = request.to_wire(), request if draft.kept is None else draft.as_kept().request()

        def record(outbox: Outbox) -> Send:
            return outbox.record(
                account,
                draft.channel.value,
                body if kept is request else kept.to_wire(),
                everyone=draft.everyone,
                query_text=draft.audience_text,
                expected=approval.expected,
                summary=kept.summary(),
                words=kept.words(),
                is_test=draft.is_test,
                chosen=looked_for.chosen(draft),
                instant=draft.instant,
                cost=approval.cost,
                held=bool(hold),
                left_out=draft.left_out,
                plan=plan,
                seen=None if draft.is_test else approval.seen,
            )

        def not_recorded(error: Exception) -> None:
            if isinstance(error, SentMeanwhile):
                self._say_sent_meanwhile(error)
            else:
                (failed or self._dispatch.not_recorded.emit)(error)

        composed = Composed(draft.as_kept(), state()) if hold else None
        job = lambda: send_with(make_client, draft.channel, body)  # noqa: E731
        self._dispatch.send(record, job, hold=hold, composed=composed, told=told, failed=not_recorded)

    def _say_not_settled(self, reply: Sent | Failure) -> None:
        box = PlainBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("The outcome could not be saved"))
        if isinstance(reply, Sent):
            said = self.tr("The server took the message and sent it: %Ln.", "", min(reply.count, wording.C_INT_MAX))
        else:
            said = self.tr("Outcome: {outcome}.").format(outcome=outcome_word(reply.outcome))
        box.setText(said)
        box.setInformativeText(
            self.tr(
                "The history could not be saved: is the disk full? The app tries again every few seconds. If it "
                "closes before that, this message will show as “Unknown” at the next start."
            )
        )
        box.open()

    def _say_sent_meanwhile(self, error: SentMeanwhile) -> None:
        box = PlainBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(self.tr("Nothing was sent"))
        if error.is_same:
            box.setText(self.tr("The same message went out while you were being asked, so nothing was sent."))
        else:
            box.setText(self.tr("Another message went out while you were being asked, so nothing was sent."))
        box.setInformativeText(self.tr("Press Send again: you are then asked about that one too."))
        box.open()

    def _say_no_dates(self) -> None:
        box = PlainBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(self.tr("Nothing was sent"))
        box.setText(self.tr("The relative dates of the audience cannot be worked out, so nothing was sent."))
        box.setInformativeText(self.tr("Is the clock of this computer right? Set it, then send again."))
        box.open()

    def _say_not_recorded(self, error: Exception) -> None:
        box = PlainBox(self._window)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(self.tr("Nothing was sent"))
        box.setText(self.tr("The send could not be written into the history, so nothing was sent."))
        box.setInformativeText(
            self.tr("{reason} When that is fixed, send again.").format(reason=disk_words.reason(error))
        )
        box.setDetailedText(disk_words.said(error))
        box.open()
