"""The way out: a send is on disk before its request leaves, and settled by what comes back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scoro_desktop import late
from scoro_desktop.audience.relative_dates import Instant, holds_rules, work_out
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.cost import Cost
from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.sending.draft import narrowed
from scoro_desktop.storage.history import History, NewSend, Send, as_chosen
from scoro_desktop.wire import JsonObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.storage.planned import Planned
    from scoro_desktop.storage.planned_types import Plan

SAME_WITHIN: Final = timedelta(hours=24)
"""Within this time the same message to the same audience is taken for a mistake unless it is confirmed. Ours."""

REPLACED_WITHIN: Final = timedelta(days=30)
"""Within this time the message is looked for that a corrected one replaces: devices show none for longer. Ours."""


@late.dataclass(frozen=True)
class Seen:
    """The earlier sends that a person, or a plan, was asked about.

    `same`: the id of the same message, 0 for none; None where nobody could say and that was agreed to. `until`: the id
    of the last send that was looked at for who was messaged lately; None where the account does not ask that.
    """

    same: int | None = 0
    until: int | None = None


class SentMeanwhile(ValueError):  # noqa: N818 - the name says what is the matter
    """Raised where a message went out after the earlier ones were asked about, so that this one must be asked anew.

    `is_same`: it is the same message; otherwise people of this one may have got it, which the account wants to know.
    """

    def __init__(self, send_id: int, *, is_same: bool) -> None:
        super().__init__(f"send {send_id} was recorded meanwhile")
        self.send_id = send_id
        self.is_same = is_same


class Outbox:
    """Writes each send down, first as on its way and then as settled; for the thread that owns the history.

    `planned`: gives the table of plans, where one of them may be sent.
    """

    def __init__(self, history: History, planned: Callable[[], Planned] | None = None) -> None:
        self._history = history
        self._planned = planned

    def record(
        self,
        account: Account,
        channel: str,
        body: JsonObject,
        *,
        everyone: bool,
        query_text: str,
        expected: int | None,
        summary: str,
        words: str,
        is_test: bool = False,
        chosen: JsonObject | None = None,
        instant: Instant | None = None,
        cost: Cost | None = None,
        held: bool = False,
        plan: Plan | None = None,
        left_out: JsonObject | None = None,
        seen: Seen | None = None,
    ) -> Send:
        """Write down what is about to leave. Only after this returns may a byte of it go out; `held`: after `begin`.

        `channel` is the code of one; `body` the exact request less its keys; `left_out` the clause in its query that is
        no part of the audience (`draft.narrowed`); the rest as in `NewSend`. `plan`: what is sent by it, in the same
        transaction: AlreadyDecided is raised for one that was sent or cancelled. `seen`: what it was held against, None
        for what may go out again and again; SentMeanwhile is raised where there is more by now. Raises
        StorageFailed if it could not be written (nothing may be sent then), ValueError for a body that carries a key,
        names no collection, or has a relative date left in its query, and for an everyone that has a query beside the
        account's locked clause.
        """
        collection = body.get("coll")
        if not isinstance(collection, str) or not collection:
            raise ValueError("the request names no collection")
        if holds_rules(body.get("query")):
            raise ValueError("a relative date was not worked out")
        locked = account.locked_query()
        if locked is not None and instant is not None:
            locked = work_out(locked, instant)
        if left_out is not None:
            locked = narrowed(locked or {}, left_out)
        if everyone and (query_text or (body.get("query") or None) != locked):
            raise ValueError("a send to everyone has no query of its own")
        if seen is not None:
            self._hold_against(seen, account, channel, body, chosen)
        return self._history.record(
            NewSend(
                channel=channel,
                account_id=account.id,
                account_name=account.name,
                environment=account.environment,
                address=account.address,
                application_id=account.application_id,
                collection=collection,
                everyone=everyone,
                query_text=query_text,
                request=body,
                summary=summary,
                expected=expected,
                words=words,
                is_test=is_test,
                chosen=chosen,
                instant=instant,
                cost=cost,
                planned_for=None if plan is None else plan.when.written(),
            ),
            held=held,
            within=None if plan is None else self._claim(plan),
        )

    def _hold_against(
        self, seen: Seen, account: Account, channel: str, body: JsonObject, chosen: JsonObject | None
    ) -> None:
        """Raises SentMeanwhile where the earlier sends are not those that were asked about."""
        if seen.same is not None:
            same = self.sent_before(account, channel, body, chosen)
            if same is not None and same.id > seen.same:
                raise SentMeanwhile(same.id, is_same=True)
        if seen.until is not None:
            from scoro_desktop.storage.earlier_sends import newest_since

            newer = newest_since(self._history.connection, account, str(body["coll"]), seen.until)
            if newer:
                raise SentMeanwhile(newer, is_same=False)

    def _claim(self, plan: Plan) -> Callable[[int], None]:
        """Returns what turns a plan into a send of an id."""
        if self._planned is None:
            raise ValueError("no plan can be sent without the table of plans")
        planned = self._planned()
        return lambda send_id: planned.claim(plan.id, send_id)

    def begin(self, send_id: int) -> Send:
        """Write down that what was held leaves now. Raises AlreadySettled, KeyError and StorageFailed."""
        return self._history.begin(send_id)

    def sent_before(
        self, account: Account, channel: str, body: JsonObject, chosen: JsonObject | None = None
    ) -> Send | None:
        """The newest send of the same message to the same audience within `SAME_WITHIN`, if it may have gone out.

        The same is what people would get twice, by whatever name it is replaced on their devices. `chosen` as in
        `NewSend`.
        """
        return self._history.sent_before(account, channel, as_chosen(body, chosen), SAME_WITHIN)

    def almost_sent(self, account: Account, channel: str, body: JsonObject) -> Send | None:
        """The newest send within `SAME_WITHIN` that may have gone out, and of which this one is an edited version."""
        return self._history.almost_sent(account, channel, body, SAME_WITHIN)

    def replaced(self, account: Account, channel: str, body: JsonObject) -> Send | None:
        """The newest send within `REPLACED_WITHIN` whose place this one takes on devices that still show it."""
        return self._history.replaced(account, channel, body, REPLACED_WITHIN)

    def settle(self, send_id: int, reply: Sent | Failure) -> Send:
        """Write down what came of it. Raises AlreadySettled, KeyError and StorageFailed, as `History.settle` does."""
        return self._history.settle(send_id, reply)
