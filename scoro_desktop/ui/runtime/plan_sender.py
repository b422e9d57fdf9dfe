"""The sending of one plan: looked at beside the window and in the tables, recorded, and handed to the dispatch."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scoro_desktop.sending.draft import narrowed
from scoro_desktop.sending.later import judging
from scoro_desktop.sending.later.due import CannotTellError, Timing, timing
from scoro_desktop.sending.later.due_check import NotNow, Ready, Tools, by_the_last_sends, last_look, look
from scoro_desktop.sending.outbox import Seen, SentMeanwhile
from scoro_desktop.sending.overlap import Lately
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.planned_types import AlreadyDecided, Ask, AskCode
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.send_once import send_with

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from scoro_desktop.audience.relative_dates import Instant
    from scoro_desktop.scorocode.account import Account, Keys
    from scoro_desktop.scorocode.replies import Failure, Sent
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.sending.later.due import DueClock
    from scoro_desktop.sending.later.judging import Recount
    from scoro_desktop.sending.later.people_now import NotFoundOut, PeopleNow
    from scoro_desktop.sending.outbox import Outbox
    from scoro_desktop.storage.history import Send
    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.ui.runtime.account_book import AccountBook
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.campaign_plans import CampaignPlans
    from scoro_desktop.ui.runtime.current_account import ApiClient, ClientFactory, KeySource
    from scoro_desktop.ui.runtime.dispatch import Dispatch
    from scoro_desktop.wire import JsonObject

    Answer = Ask | int | None
    MakeClient = Callable[[], ApiClient]


class PlanSender(QObject):
    """Leads plans out, each once."""

    def __init__(
        self,
        storage: AsyncStorage,
        dispatch: Dispatch,
        background: Background,
        accounts: AccountBook,
        vault: KeySource,
        client_factory: ClientFactory,
        recount: Callable[[MakeClient, Draft, Sequence[str]], Recount | Ask | NotNow],
        built_in: tuple[Account | None, Keys | None] = (None, None),
        parent: QObject | None = None,
    ) -> None:
        """`recount`: counts anew, on a thread. `built_in`: the account of the sandbox, with its keys."""
        super().__init__(parent)
        self._storage = storage
        self._dispatch = dispatch
        self._background = background
        self._accounts = accounts
        self._vault = vault
        self._client_factory = client_factory
        self._recount = recount
        self._built_in = built_in
        self.campaigns: CampaignPlans | None = None
        """The starter of plans that are campaigns."""

    def account_of(self, plan: Plan) -> Account | None:
        """The account of a plan as it is now; None where it was deleted."""
        own = self._built_in[0]
        return own if own is not None and own.id == plan.account_id else self._accounts.of(plan.account_id)

    def place_of(self, plan: Plan) -> tuple[str, str]:
        """Tells whose people it goes to: a server and an application there, which two accounts may share."""
        from scoro_desktop.scorocode.hosts import as_address

        account = self.account_of(plan)
        return (plan.account_id, "") if account is None else (as_address(account.address), account.application_id)

    def keys_of(self, account: Account) -> Keys | None:
        """The keys of an account; blocks. Raises VaultError."""
        own, keys = self._built_in
        return keys if account is own else self._vault.load(account)

    def is_built_in(self, account: Account) -> bool:
        """Tells whether it is the sandbox's, whose keys are others with each start."""
        return account is self._built_in[0]

    def account_changed(self, plan: Plan) -> Ask | None:
        """Tells what became of the account of a plan since it was approved, its keys left aside."""
        from scoro_desktop.sending.later.frozen import approved_account

        account = self.account_of(plan)
        return judging.by_the_parts(approved_account(plan.content), account, is_built_in=account is self._built_in[0])

    def send(
        self, plan: Plan, clock: DueClock, is_wanted: Callable[[], bool], ended: Callable[[Answer], object]
    ) -> None:
        """Sends a plan that is due. `ended` is given the id of the send, what to ask a person, or None: not now.

        `is_wanted`: whether it is still to be sent, asked before each step that leads out.
        """
        account = self.account_of(plan)
        is_built_in = account is not None and account is self._built_in[0]

        def people(client: ApiClient, due: Plan, instant: Instant) -> PeopleNow | Ask | NotFoundOut:
            from scoro_desktop.sending.later.people_now import people_now

            wait_for = self._storage.wait_for
            return people_now(wait_for, client, due.campaign_id or 0, due.expected, instant, is_wanted)

        tools = Tools(self.keys_of, self._client_factory, self._recount, people, clock.now, here.zone)

        def looked(found: Ready[ApiClient] | Ask | NotNow) -> None:
            if not is_wanted() or isinstance(found, NotNow):
                ended(None)
            elif isinstance(found, Ask):
                ended(found)
            else:
                self._look_up(plan, found, tools, is_wanted, ended)

        def failed(error: Exception) -> None:
            ended(Ask(AskCode.ERROR))
            raise error

        self._background.submit(lambda: look(plan, account, tools, is_built_in=is_built_in), looked, failed)

    def _look_up(
        self,
        plan: Plan,
        ready: Ready[ApiClient],
        tools: Tools[ApiClient],
        is_wanted: Callable[[], bool],
        ended: Callable[[Answer], object],
    ) -> None:
        def looked(found: Ask | Lately) -> None:
            nonlocal ready
            if isinstance(found, Lately):
                hours = ready.account.lately_hours
                seen = Seen(ready.frozen.approved.seen_send, found.until if hours else None)
                ready = dataclasses.replace(ready, seen=seen)
            if isinstance(found, Lately) and is_wanted() and (found.sends or not found.is_whole):
                self._background.submit(lambda: by_the_last_sends(ready, found, tools), counted, failed)
            else:
                counted(found if isinstance(found, Ask) else ready)

        def counted(found: Ready[ApiClient] | Ask | NotNow) -> None:
            if not is_wanted() or isinstance(found, NotNow):
                ended(None)
                return
            ask = found if isinstance(found, Ask) else None
            if ask is None and self.account_of(plan) != ready.account:
                ask = Ask(AskCode.ACCOUNT_CHANGED, {"what": ""})
            # The count may have taken long, or the computer slept meanwhile.
            ask = ask or judging.by_the_clock(plan.when, ready.frozen, ready.account, tools.now())
            if ask is not None or isinstance(found, Ask):
                ended(ask)
            elif found.draft is not None:
                self._hand_over(plan, found, found.draft, tools.now, ended)
            elif self.campaigns is not None:
                quiet = found.frozen.approved.in_quiet_hours
                self.campaigns.start(plan, found.out, is_wanted, ended, in_quiet_hours=quiet)

        def failed(error: Exception) -> None:
            ended(Ask(AskCode.NOT_WRITTEN if isinstance(error, StorageError) else AskCode.ERROR))
            if not isinstance(error, StorageError):
                raise error

        self._storage.look(self, lambda stores: last_look(plan, ready, stores, tools.now()), looked, failed)

    def _hand_over(
        self,
        plan: Plan,
        ready: Ready[ApiClient],
        draft: Draft,
        now: Callable[[], datetime],
        ended: Callable[[Answer], object],
    ) -> None:
        request = draft.request()
        body = request.to_wire()

        def record(outbox: Outbox) -> Send:
            return outbox.record(
                ready.account,
                plan.channel,
                body,
                everyone=draft.everyone,
                query_text=draft.audience_text,
                expected=ready.expected,
                summary=request.summary(),
                words=request.words(),
                chosen=narrowed(draft.query(), draft.left_out) if draft.has_rules else None,
                instant=draft.instant,
                cost=ready.frozen.approved.cost,
                left_out=draft.left_out,
                plan=plan,
                seen=ready.seen,
            )

        def job() -> Sent | Failure:
            return send_in_time(plan, now, ready.make_client, draft, body)

        def failed(error: Exception) -> None:
            ended(_why_not(error, ready.account))

        self._dispatch.send(record, job, told=lambda send: ended(send.id), failed=failed)


def _why_not(error: Exception, account: Account) -> Ask | None:
    """The question about a plan that was not recorded; None where somebody decided about it."""
    match error:
        case AlreadyDecided():
            return None
        case SentMeanwhile(is_same=True):
            return Ask(AskCode.SAME_SENT, {"send": error.send_id})
        case SentMeanwhile():
            return Ask(AskCode.LATELY, {"now": -1, "hours": account.lately_hours})
        case _:
            return Ask(AskCode.NOT_WRITTEN)


def send_in_time(
    plan: Plan, now: Callable[[], datetime], make_client: MakeClient, draft: Draft, body: JsonObject
) -> Sent | Failure:
    """Sends once, on the thread that sends; not if its time has passed by too much since it was recorded: the computer
    may have slept, or another send may have taken long.
    """
    from scoro_desktop.scorocode.replies import Failure, Outcome

    try:
        is_late = timing(plan.when, now()) is Timing.LATE
    except CannotTellError:
        is_late = True
    if is_late:
        return Failure(Outcome.NOT_SENT, "too_late")
    return send_with(make_client, draft.channel, body)
