"""Lines beside the count of a confirmation: the overlap with the last sends, who is left out, the pushes left."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from scoro_desktop.scorocode.account import LatelyRule
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending import overlap, quota
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.earlier_sends import Earlier, earlier_sends
from scoro_desktop.ui.kit.pauses import Pause
from scoro_desktop.ui.runtime.background import LatestTask
from scoro_desktop.ui.words import overlap_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.earlier_sends import EarlierSend
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.current_account import ApiClient
    from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
    from scoro_desktop.ui.sending.lately_question import LatelyQuestion


BESIDE_MS: Final = 1500
"""After the count: nobody reads it sooner, and whoever confirms at once need not share the server with it. Ours."""


class OverlapFlow(QObject):
    """Belongs to one confirmation, and ends with it. What it tells comes after the count; only what the account demands
    (warn or leave out) is waited for.

    `begin` asks for the count, too: where people are left out, the audience that is counted is the one without them.

    `leaves_out`: that was chosen; `left_out`: how many those are, None while nobody can say; `seen`: the ids of the
    sends that were warned of.
    """

    def __init__(
        self,
        dialog: ConfirmDialog,
        account: Account,
        make_client: Callable[[], ApiClient],
        storage: AsyncStorage,
        background: Background,
        then: datetime | None = None,
    ) -> None:
        """`then`: the moment (aware) at which it is to go out; None: now."""
        super().__init__(dialog)
        self._then = then
        self._dialog = dialog
        self._account = account
        self._make_client = make_client
        self._storage = storage
        self._whole = dialog.draft
        self._hours = 0 if dialog.draft.is_test else account.lately_hours
        self._question = dialog.ask_lately() if self._hours else None
        self._leaves_out, self._obeys = False, True
        self.left_out: int | None = 0
        self._is_warned = False
        self._earlier: Earlier | None = None
        self._lately = overlap.Lately()
        self._asked_of: Draft | None = None
        self._demanded, self._told = LatestTask(background, 0, self), LatestTask(background, 0, self)
        self._pause = Pause(self, BESIDE_MS)
        self._pause.timeout.connect(self._look_beside)
        dialog.counted.connect(self._counted)
        dialog.finished.connect(self._demanded.forget)
        dialog.finished.connect(self._told.forget)
        dialog.finished.connect(self._pause.stop)

    @property
    def leaves_out(self) -> bool:
        """Tells whether those are left out whom the last sends went to."""
        return self._leaves_out

    @property
    def seen(self) -> tuple[int, ...]:
        """Lists the sends whose people get it all the same, as a person was told and agreed to."""
        return tuple(each.id for each in self._lately.sends) if self._is_warned else ()

    def begin(self) -> None:
        """Reads what was sent, and has the audience counted: at once, unless it hangs on that who is counted."""
        if self._question is not None:
            self._question.leaves_out.connect(self._choose)
            self._question.wait(overlap_words.checking(self._hours))
            self._read(self._storage.look, self._found)
        if self._question is None or self._account.lately_rule is LatelyRule.WARN:
            self._dialog.ask_count()

    # --- what was sent before --------------------------------------------------------------------------------

    def _read(self, ask: Callable[..., None], found: Callable[[Earlier], None]) -> None:
        """Reads the last sends: of the hours of the account, and of the days that are told of."""
        account, now = self._account, datetime.now(UTC)
        self._since = (self._then or now) - timedelta(hours=self._hours)
        since = min(self._since, now - overlap.SHOWN_WITHIN)
        most = overlap.MOST_COMPARED if self._hours else overlap.MOST_SHOWN

        def read(stores: Stores) -> Earlier:
            return earlier_sends(stores.history.connection, account, since, most)

        ask(self._dialog, read, found, self._not_found)

    def _found(self, earlier: Earlier) -> None:
        question = self._question
        if question is None:
            return
        self._earlier = earlier
        question.until = earlier.until
        self._lately = overlap.lately(earlier, self._whole.collection, self._since)
        leaves_out = self._account.lately_rule is LatelyRule.LEAVE_OUT
        if not self._lately.is_whole:
            question.warn(overlap_words.not_whole(self._hours), self.tr("Send anyway"))
        elif not self._lately.sends:
            self._ask_nobody(question, leaves_out=leaves_out)
        elif leaves_out:
            self._choose(leaves_out=True)
            return
        if leaves_out:
            self._dialog.ask_count()
        else:
            self._counted()

    def _ask_nobody(self, question: LatelyQuestion, *, leaves_out: bool) -> None:
        """Nothing went out within the hours by now; what is planned may find something when its time comes."""
        if self._then is None:
            question.clear()
        elif leaves_out:
            self._leaves_out = True
            question.choose(
                overlap_words.left_out_then(self._hours),
                overlap_words.leave_box(self._hours),
                leaves_out=True,
                is_met=True,
            )
        else:
            question.tell(overlap_words.warned_then(self._hours))

    def _not_found(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self._dialog.show_overlap([overlap_words.unread()])
        if self._question is not None:
            self._question.warn(overlap_words.unknown(self._hours), self.tr("Send anyway"))
            if self._account.lately_rule is LatelyRule.LEAVE_OUT:
                self._dialog.ask_count()

    def _choose(self, leaves_out: bool) -> None:
        """Leaves people out, or takes them in again: another audience, which is shown and counted anew."""
        question = self._question
        if question is None:
            return
        self._leaves_out, self.left_out = leaves_out, 0
        box = overlap_words.leave_box(self._hours)
        if not self._lately.sends:  # none by now, and what is planned asks again when its time comes
            words = overlap_words.left_out_then(self._hours) if leaves_out else overlap_words.warned_then(self._hours)
            question.choose(words, box, leaves_out=leaves_out, is_met=True)
            return
        if leaves_out:
            self.left_out = None
            clause = overlap.none_of(self._lately.queries())
            draft = dataclasses.replace(self._whole, left_out=clause)
            self._dialog.show_audience(draft, overlap_words.left_out(self._lately, self._hours))
            question.choose(overlap_words.proving(), box, leaves_out=True, is_met=False)
        else:
            self._dialog.show_audience(self._whole, "")
            question.choose(overlap_words.checking(self._hours), box, leaves_out=False, is_met=True)
        self._dialog.ask_count()

    # --- after the count -------------------------------------------------------------------------------------

    def _counted(self) -> None:
        """Asks what hangs on the audience, once for each that was counted."""
        dialog, draft = self._dialog, self._dialog.draft
        if self._whole.is_test or (self._question is not None and self._earlier is None):
            return
        compares = self._question is not None and bool(self._lately.sends)
        if compares and dialog.count is None and dialog.is_counted:
            self._say_unknown()
        if dialog.count is None or draft is self._asked_of:
            return
        self._asked_of = draft
        if compares and self._lately.is_whole and self._obeys:
            self._ask_lately(draft)
        self._pause.start()

    def _look_beside(self) -> None:
        if self._earlier is None:
            self._read(self._storage.read, self._found_beside)
        else:
            self._found_beside(self._earlier)

    def _found_beside(self, earlier: Earlier) -> None:
        self._earlier = earlier
        count = self._dialog.count
        if count is not None and not self._dialog.is_letting_go:
            self._ask_beside(self._dialog.draft, count)

    def _say_unknown(self) -> None:
        question = self._question
        if question is None or not self._lately.is_whole or not self._obeys:
            return
        if self._leaves_out:
            box = overlap_words.leave_box(self._hours)
            question.choose(overlap_words.unproven(), box, leaves_out=True, is_met=False)
        elif self._account.lately_rule is LatelyRule.WARN:
            question.warn(overlap_words.unknown(self._hours), self.tr("Send anyway"))

    def _ask_lately(self, draft: Draft) -> None:
        collection, queries, whole = draft.collection, self._lately.queries(), self._whole.outgoing_query()
        make_client, proves = self._make_client, self._leaves_out

        def job() -> tuple[int | Failure, int | Failure]:
            client = make_client()
            try:
                left = overlap.proof(client, collection, draft.outgoing_query(), queries) if proves else 0
                return left, overlap.of_any(client, collection, whole, queries)
            finally:
                client.close()

        self._demanded.ask(job, lambda counts: self._say_lately(*counts), self._lately_failed)

    def _lately_failed(self, error: Exception) -> None:
        failure = Failure(Outcome.UNKNOWN, "unreadable", detail=type(error).__name__)
        self._say_lately(failure, failure)

    def _say_lately(self, left: int | Failure, count: int | Failure) -> None:
        question, hours = self._question, self._hours
        if question is None or self._dialog.is_letting_go:
            return
        box = overlap_words.leave_box(hours)
        self._is_warned = not self._leaves_out and not isinstance(count, Failure) and count > 0
        if self._leaves_out and left == 0:
            self.left_out = None if isinstance(count, Failure) else count
            question.choose(overlap_words.proven(count, self._lately), box, leaves_out=True, is_met=True)
        elif self._leaves_out and isinstance(left, Failure):
            question.choose(overlap_words.unproven(), box, leaves_out=True, is_met=False)
        elif self._leaves_out:  # the server counts people whom it was told to leave out
            self._leaves_out = self._obeys = False
            self.left_out = 0
            self._dialog.show_audience(self._whole, "")
            self._is_warned = True
            question.warn(overlap_words.not_obeyed(), self.tr("Send to them anyway"))
            self._dialog.ask_count()
        elif self._account.lately_rule is LatelyRule.LEAVE_OUT:
            words = overlap_words.unknown(hours) if isinstance(count, Failure) else ""
            if count and not isinstance(count, Failure):
                words = overlap_words.warning(count, self._lately, hours)
            question.choose(words, box, leaves_out=False, is_met=True)
        elif isinstance(count, Failure):
            question.warn(overlap_words.unknown(hours), self.tr("Send anyway"))
        elif count:
            question.warn(overlap_words.warning(count, self._lately, hours), self.tr("Send to them anyway"))
        else:
            question.clear()

    def _ask_beside(self, draft: Draft, count: int) -> None:
        """Asks what need not be waited for."""
        sends, elsewhere = self._compared(draft)
        asks_quota = quota.is_told(self._account, draft.channel)
        if not sends and not asks_quota:
            self._tell_beside(([], None), count, elsewhere)
            return
        make_client, query = self._make_client, draft.outgoing_query()

        def job() -> tuple[list[tuple[EarlierSend, int | Failure]], int | None]:
            client = make_client()
            try:
                left = quota.pushes_left(client) if asks_quota else None
                return overlap.overlaps(client, draft.collection, query, sends), left
            finally:
                client.close()

        def failed(error: Exception) -> None:
            failure = Failure(Outcome.UNKNOWN, "unreadable", detail=type(error).__name__)
            self._tell_beside(([(each, failure) for each in sends], None), count, elsewhere)

        self._told.ask(job, lambda told: self._tell_beside(told, count, elsewhere), failed)

    def _compared(self, draft: Draft) -> tuple[list[EarlierSend], int]:
        """The last sends that the audience is held against, and how many of the last went elsewhere."""
        if self._earlier is None:
            return [], 0
        since = datetime.now(UTC) - overlap.SHOWN_WITHIN
        left_out = {each.id for each in self._lately.sends} if draft.left_out is not None else set()
        campaigns = overlap.campaigns_as_sends(self._earlier.campaigns, draft.collection)
        every = sorted((*self._earlier.sends, *campaigns), key=lambda each: each.created_at, reverse=True)
        last = [each for each in every if each.created_at >= since and each.id not in left_out]
        here = [each for each in last if each.collection == draft.collection and each.query is not None]
        return here[: overlap.MOST_SHOWN], sum(each.collection != draft.collection for each in last)

    def _tell_beside(
        self, told: tuple[list[tuple[EarlierSend, int | Failure]], int | None], count: int, elsewhere: int
    ) -> None:
        compared, left = told
        lines = [overlap_words.line(send, of_these) for send, of_these in compared]
        if lines:
            lines.append(overlap_words.basis())
        if elsewhere and lines:
            lines.append(overlap_words.elsewhere(elsewhere))
        self._dialog.show_overlap(lines)
        if left is not None:
            self._dialog.show_quota(overlap_words.quota(count, left), is_too_much=count > left)
