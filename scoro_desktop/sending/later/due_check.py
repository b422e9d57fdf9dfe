"""The look at a plan that is due, beside the window: what is asked of the keyring and the server before it may go."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from scoro_desktop.audience.relative_dates import CannotWorkOutError, Instant
from scoro_desktop.messages.channels.channel import known
from scoro_desktop.scorocode.lookups import LooksUp
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.later import judging
from scoro_desktop.sending.later.frozen import CannotThawError, Frozen, thaw
from scoro_desktop.sending.later.key_mark import is_mark_of
from scoro_desktop.sending.later.people_now import NotFoundOut
from scoro_desktop.sending.outbox import Seen
from scoro_desktop.sending.overlap import MOST_COMPARED, Lately, lately, none_of, of_any, proof
from scoro_desktop.storage.planned_types import Ask, AskCode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from scoro_desktop.scorocode.account import Account, Keys
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.sending.later.judging import Recount
    from scoro_desktop.sending.later.people_now import PeopleNow
    from scoro_desktop.storage.campaigns.states import Why
    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.wire import JsonObject


class Client(LooksUp, Protocol):
    """The part of `client.Client` that is needed here."""

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        """Counts the documents that match."""

    def close(self) -> None:
        """Lets its connections go."""


C = TypeVar("C", bound=Client)


@dataclass(frozen=True)
class NotNow:
    """Nothing can be found out at the moment: no connection came to be. It is tried again until it is late."""

    reason: str


@dataclass(frozen=True)
class Ready(Generic[C]):
    """A plan against which nothing speaks. `draft`: with its relative dates worked out; None for a campaign, of which
    the rows in `out` are left out. `expected`: the number in the history; `seen`: what it was held against.
    """

    frozen: Frozen
    draft: Draft | None
    account: Account
    make_client: Callable[[], C]
    expected: int | None
    out: Mapping[int, Why] = field(default_factory=dict)
    seen: Seen = field(default_factory=Seen)


@dataclass(frozen=True)
class Tools(Generic[C]):
    """The means of finding out. `keys_of` gives the keys of an account, None where there are none, and may raise what
    the keyring raises (`code`); `recount` counts anew, `people` looks at those of a campaign, and both block.
    """

    keys_of: Callable[[Account], Keys | None]
    client: Callable[[Account, Keys], C]
    recount: Callable[[Callable[[], C], Draft, Sequence[str]], Recount | Ask | NotNow]
    people: Callable[[C, Plan, Instant], PeopleNow | Ask | NotFoundOut]
    now: Callable[[], datetime]
    zone: Callable[[], str]


def look(plan: Plan, account: Account | None, tools: Tools[C], *, is_built_in: bool) -> Ready[C] | Ask | NotNow:
    """Looks whether a plan may go now; blocks. What comes first is asked about: account, clock, message, keys, count.

    `is_built_in`: its account lives as long as the app runs, and has other keys with each start.
    """
    try:
        channel = known(plan.channel)
        if channel is None:
            return Ask(AskCode.DAMAGED)
        frozen = thaw(channel, plan.content)
    except CannotThawError:
        return Ask(AskCode.DAMAGED)
    ask = judging.by_the_account(frozen, account, is_built_in=is_built_in)
    if ask is not None or account is None:
        return ask or Ask(AskCode.ACCOUNT_GONE)
    now = tools.now()
    ask = judging.by_the_clock(plan.when, frozen, account, now) or judging.by_the_message(frozen, now)
    if ask is not None:
        return ask
    keys = _keys(account, frozen, tools, is_built_in=is_built_in)
    if isinstance(keys, Ask):
        return keys
    make_client = partial(tools.client, account, keys)
    if frozen.draft is None:
        return _look_at_people(plan, Ready(frozen, None, account, make_client, plan.expected), tools)
    try:
        draft = frozen.draft.at(Instant(tools.now(), tools.zone()))
    except CannotWorkOutError:
        return Ask(AskCode.NO_DATES)
    found = tools.recount(make_client, draft, frozen.approved.unchecked)
    if isinstance(found, Ask | NotNow):
        return found
    ask = judging.by_the_count(frozen, account, found)
    return ask or Ready(frozen, draft, account, make_client, frozen.approved.expected)


def _look_at_people(plan: Plan, ready: Ready[C], tools: Tools[C]) -> Ready[C] | Ask | NotNow:
    """Finds out who of a campaign is still there; it goes to nobody else."""
    client = ready.make_client()
    try:
        people = tools.people(client, plan, Instant(tools.now(), tools.zone()))
    finally:
        client.close()
    if isinstance(people, NotFoundOut):
        return Ask(AskCode.NOT_COUNTED, {"reason": people.reason}) if people.has_left else NotNow(people.reason)
    if isinstance(people, Ask):
        return people
    ask = judging.by_the_people(ready.frozen, ready.account, people)
    return ask or dataclasses.replace(ready, out=people.out)


def last_look(plan: Plan, ready: Ready[C], stores: Stores, now: datetime) -> Ask | Lately:
    """Looks into the tables, after every write that was asked for before: the template, the same message, and whom the
    last sends went to, where the account wants to know. For the thread that owns them.
    """
    template = ready.frozen.template
    if template is not None:
        stored = stores.templates.get(template.id)
        ask = judging.by_the_template(template, None if stored is None else stored.template)
        if ask is not None:
            return ask
    if ready.draft is None:
        return Lately()
    from scoro_desktop.sending.outbox import Outbox

    draft = ready.draft
    chosen = draft.query() if draft.has_rules else None
    same = Outbox(stores.history).sent_before(ready.account, plan.channel, draft.request().to_wire(), chosen)
    if same is not None and same.id != ready.frozen.approved.seen_send:
        return Ask(AskCode.SAME_SENT, {"send": same.id})
    hours = ready.account.lately_hours
    if not hours:
        return Lately()
    from scoro_desktop.storage.earlier_sends import earlier_sends

    since = now - timedelta(hours=hours)
    found = lately(
        earlier_sends(stores.history.connection, ready.account, since, MOST_COMPARED), draft.collection, since
    )
    if ready.frozen.approved.leaves_out:
        return found
    agreed = ready.frozen.approved.seen_lately
    return dataclasses.replace(found, sends=tuple(each for each in found.sends if each.id not in agreed))


def by_the_last_sends(ready: Ready[C], found: Lately, tools: Tools[C]) -> Ready[C] | Ask | NotNow:
    """Leaves out whom the last sends went to, where that was chosen; asks where it was not, or cannot be; blocks."""
    draft = ready.draft
    if draft is None or (found.is_whole and not found.sends):
        return ready
    hours = ready.account.lately_hours
    if not found.is_whole:
        return Ask(AskCode.LATELY, {"now": -1, "hours": hours})
    if ready.frozen.approved.leaves_out:
        narrowed = dataclasses.replace(draft, left_out=none_of(found.queries()))
        return _without_them(dataclasses.replace(ready, draft=narrowed), narrowed, found.queries(), tools)
    client = ready.make_client()
    try:
        answer = of_any(client, draft.collection, draft.outgoing_query(), found.queries())
    finally:
        client.close()
    count = -1 if isinstance(answer, Failure) else answer
    return Ask(AskCode.LATELY, {"now": count, "hours": hours}) if count else ready


def _without_them(
    ready: Ready[C], draft: Draft, queries: Sequence[JsonObject], tools: Tools[C]
) -> Ready[C] | Ask | NotNow:
    """Proves that the server leaves them out, and counts who is left."""
    client = ready.make_client()
    try:
        left = proof(client, draft.collection, draft.outgoing_query(), queries)
    finally:
        client.close()
    if isinstance(left, Failure) and left.outcome is Outcome.NOT_SENT:
        return NotNow(left.reason)
    if left != 0:
        return Ask(AskCode.LATELY, {"now": -1, "hours": ready.account.lately_hours})
    rest = tools.recount(ready.make_client, draft, ())
    if isinstance(rest, Ask | NotNow):
        return rest
    if rest.count is None:
        return Ask(AskCode.NOT_COUNTED, {"reason": rest.reason})
    if not rest.count or rest.reach == 0:
        return Ask(AskCode.NOBODY)
    return dataclasses.replace(ready, expected=rest.count)


def _keys(account: Account, frozen: Frozen, tools: Tools[C], *, is_built_in: bool) -> Keys | Ask:
    try:
        keys = tools.keys_of(account)
    except Exception as error:  # noqa: BLE001  whatever the keyring raises, nothing is sent without keys
        code = str(getattr(error, "code", "failed"))
        return Ask(AskCode.KEYS_CHANGED if code == "elsewhere" else AskCode.NO_KEYS, {"keyring": code})
    if keys is None:
        return Ask(AskCode.NO_KEYS)
    return keys if is_built_in or is_mark_of(frozen.keys, keys) else Ask(AskCode.KEYS_CHANGED)
