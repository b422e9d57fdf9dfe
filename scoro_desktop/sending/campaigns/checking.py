"""The check of everyone who is ready: how each one's message will be, what all of them cost, how many requests.

Nothing of it is kept but which rows cannot be sent to. Texts that are equal are judged once.
"""

from __future__ import annotations

import collections
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Request
from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.sending.campaigns.merging import Merge, Missing
from scoro_desktop.sending.campaigns.needs import Checked, OperatorCost
from scoro_desktop.sending.campaigns.planning import Ready, plan_requests
from scoro_desktop.sending.campaigns.pricing import OTHERS, Pricing
from scoro_desktop.storage.campaigns.states import TAKEN_ON, PersonState, Why
from scoro_desktop.storage.campaigns.types import Judged

if TYPE_CHECKING:
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.ledger import Waits
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.wire import JsonObject

AT_ONCE: Final = 500
"""Rows that are read and judged between two looks whether they are still wanted."""
FIRST_ROWS: Final = 5
"""Rows that are named where a text does not suit some."""
_READY: Final = (PersonState.PLANNED,)
KEPT_TEXTS: Final = 2_000
"""Messages whose judgement is remembered: the texts of a campaign are few, or all different. Ours."""
Told: TypeAlias = Callable[[int, int], None]
"""Hears how many rows are done, and of how many."""


@dataclass(frozen=True)
class _Text:
    """One message, judged. `flaw`: the code of what forbids to send it, empty where nothing does."""

    body: JsonObject
    flaw: str
    length: int
    parts: int
    is_wide: bool


def check(
    wait_for: Waits, campaign: Campaign, account: Account, merge: Merge, *, told: Told, wanted: Callable[[], bool]
) -> Checked:
    """Judges the message of everyone who is ready, and leaves out those to whom it cannot be sent. Blocks.

    Raises NotWantedError once `wanted` says no.
    """
    checking = _Checking(wait_for, campaign, account, merge, told, wanted)
    channel = Channel(campaign.channel)
    collection = CHANNELS[channel].collections[0]
    requests = sum(1 for _ in plan_requests(checking.ready(), collection, campaign.chosen))
    return checking.result(requests)


def ready_people(wait_for: Waits, campaign_id: int, merge: Merge, *, wanted: Callable[[], bool]) -> Iterator[Ready]:
    """Yields everyone who is ready with the message filled in, page by page; raises ValueError for a field without a
    value, and NotWantedError.
    """
    for page in _pages(wait_for, campaign_id, wanted):
        for person in page:
            body = merge.merged(person.values)
            if isinstance(body, Missing):
                raise ValueError("a field has no value")  # noqa: TRY004  it had one when it was checked
            yield Ready(person.id, person.person, body, person.phone_key)


def _pages(
    wait_for: Waits, campaign_id: int, wanted: Callable[[], bool], states: tuple[PersonState, ...] = _READY
) -> Iterator[list[CampaignPerson]]:
    after = 0
    while True:
        if not wanted():
            raise NotWantedError
        page = wait_for(functools.partial(_page, campaign_id, states, after), reading=True)
        if not page:
            return
        yield page
        after = page[-1].id


def _page(campaign_id: int, states: tuple[PersonState, ...], after: int, stores: Stores) -> list[CampaignPerson]:
    return stores.campaigns.rows(campaign_id, states=states, after=after, limit=AT_ONCE)


class Rest:
    """Those of a campaign to whom nothing has left yet, with another message. `flawed`: how many it does not suit."""

    def __init__(
        self,
        wait_for: Waits,
        campaign: Campaign,
        account: Account,
        merge: Merge,
        told: Callable[[str, int, int], None],
        wanted: Callable[[], bool],
    ) -> None:
        self._wait_for = wait_for
        self._campaign = campaign
        self._judge = _Checking(wait_for, campaign, account, merge, lambda _done, _whole: None, wanted)
        self._told = told
        self._wanted = wanted
        self.flawed = 0
        self.rows: list[int] = []
        """The numbers of the first rows that it does not suit."""

    def ready(self) -> Iterator[Ready]:
        """Yields each of them with the message filled in; those whom it does not suit are counted."""
        done = 0
        for page in _pages(self._wait_for, self._campaign.id, self._wanted, TAKEN_ON):
            for person in page:
                body = self._judge.body_of(person)
                if body is None:
                    self.flawed += 1
                    self.rows += [person.row] * (len(self.rows) < FIRST_ROWS)
                else:
                    yield Ready(person.id, person.person, body, person.phone_key)
            done += len(page)
            self._told("check", done, 0)


class _Checking:
    """One way through all who are ready."""

    def __init__(
        self,
        wait_for: Waits,
        campaign: Campaign,
        account: Account,
        merge: Merge,
        told: Told,
        wanted: Callable[[], bool],
    ) -> None:
        self._wait_for = wait_for
        self._campaign = campaign
        self._channel = Channel(campaign.channel)
        self._entry = CHANNELS[self._channel]
        self._account = account
        self._merge = merge
        self._told = told
        self._wanted = wanted
        self._texts: dict[tuple[str, ...], _Text] = {}
        self._parts: collections.Counter[int] = collections.Counter()
        self._wide = 0
        self._people: collections.Counter[int] = collections.Counter()  # by operator, or OTHERS
        self._paid: collections.Counter[int] = collections.Counter()
        self._count = 0
        self._longest: tuple[int, int] | None = None  # length, and which of those who are ready
        self._shortest: tuple[int, int] | None = None
        self._pricing = Pricing(self._channel, account)

    def ready(self) -> Iterator[Ready]:
        """Yields those whose message can be sent; the others are written down as left out."""
        whole = self._wait_for(lambda stores: stores.campaigns.sums(self._campaign.id), reading=True).ready
        done = 0
        for page in _pages(self._wait_for, self._campaign.id, self._wanted):
            judged: list[Judged] = []
            for person in page:
                values = self._merge.texts(person.values)
                if isinstance(values, Missing):
                    names = ", ".join((*values.names, *values.errors))
                    judged.append(_left_out(person, Why.BAD_VALUE, names))
                    continue
                text = self._text(values)
                if text.flaw:
                    judged.append(_left_out(person, Why.BAD_MESSAGE, text.flaw))
                    continue
                self._take(person, text)
                yield Ready(person.id, person.person, text.body, person.phone_key)
            if judged:
                self._wait_for(functools.partial(_judge, self._campaign.id, judged))
            done += len(page)
            self._told(done, whole)

    def body_of(self, person: CampaignPerson) -> JsonObject | None:
        """The message of somebody; None where a field has no value, or it cannot be sent."""
        values = self._merge.texts(person.values)
        if isinstance(values, Missing):
            return None
        text = self._text(values)
        return None if text.flaw else text.body

    def result(self, requests: int) -> Checked:
        """Returns what came of all of them."""
        sums = self._wait_for(lambda stores: stores.campaigns.sums(self._campaign.id), reading=True)
        alike = self._wait_for(lambda stores: stores.campaigns.alike(self._campaign.id), reading=True)
        return Checked(
            sums,
            requests,
            dict(sorted(self._parts.items())),
            self._wide,
            tuple(self._costs()),
            None if self._longest is None else self._longest[1],
            None if self._shortest is None else self._shortest[1],
            tuple(alike),
            _counted(self._campaign.mapping),
        )

    def _text(self, values: tuple[str, ...]) -> _Text:
        found = self._texts.get(values)
        if found is None:
            found = self._judged(self._merge.body(values))
            if len(self._texts) >= KEPT_TEXTS:
                del self._texts[next(iter(self._texts))]
            self._texts[values] = found
        return found

    def _judged(self, body: JsonObject) -> _Text:
        request = Request.from_wire(self._channel, {**body, "coll": self._entry.collections[0]})
        message = request.message
        flaw = next((each.code for each in request.problems() if each.stops), "")
        if message is None:
            return _Text(body, flaw or "no_message", 0, 0, False)
        length = sum(map(len, message.shown_texts()))
        return _Text(body, flaw, length, self._entry.paid_parts(message), self._entry.is_wide(message))

    def _take(self, person: CampaignPerson, text: _Text) -> None:
        at = self._count
        self._count += 1
        if self._longest is None or text.length > self._longest[0]:
            self._longest = (text.length, at)
        if self._shortest is None or text.length < self._shortest[0]:
            self._shortest = (text.length, at)
        if not text.parts:
            return
        self._parts[text.parts] += 1
        self._wide += text.is_wide
        operator = self._pricing.operator(person.phone_key)
        self._people[operator] += 1
        self._paid[operator] += text.parts

    def _costs(self) -> Iterator[OperatorCost]:
        for at, each in enumerate(self._account.operator_prices):
            if self._people[at]:
                yield OperatorCost(each.name, self._people[at], self._paid[at], each.price)
        if self._people[OTHERS]:
            yield OperatorCost("", self._people[OTHERS], self._paid[OTHERS], self._account.sms_price)


def _counted(mapping: JsonObject) -> tuple[int, int] | None:
    match mapping:
        case {"count": int(count), "came": int(came)} if count != came:
            return count, came
        case _:
            return None


def _left_out(person: CampaignPerson, why: Why, detail: str) -> Judged:
    return Judged(person.id, PersonState.LEFT_OUT, person.person, person.phone_key, why, detail, person.email_key)


def _judge(campaign_id: int, judged: list[Judged], stores: Stores) -> None:
    stores.campaigns.judge(campaign_id, judged)
