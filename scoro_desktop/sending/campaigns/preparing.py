"""A campaign until it is approved: its list is read into the ledger, everyone in it looked up and checked. Blocks.

Whatever is written here is written by the thread that has the tables; what reads the file and asks the server runs on
the thread that calls.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.variables import written
from scoro_desktop.recipients.columns import columns_of, find
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.scorocode.lookups import LooksUp
from scoro_desktop.sending.campaigns import checking, excluded, said_no
from scoro_desktop.sending.campaigns.audience import AudienceReading
from scoro_desktop.sending.campaigns.keys import Refusals
from scoro_desktop.sending.campaigns.merging import Merge, fields_of
from scoro_desktop.sending.campaigns.of_account import must_be_of
from scoro_desktop.sending.campaigns.planning import plan_requests
from scoro_desktop.sending.campaigns.pricing import Pricing
from scoro_desktop.storage.campaigns.looking_back import LIST
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import CAME, CHECKED, COUNT, READ, REFUSALS, NewPerson

if TYPE_CHECKING:
    from pathlib import Path

    from scoro_desktop.recipients.source import Row, Source
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.ledger import Waits
    from scoro_desktop.sending.campaigns.needs import Checked
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson, Judged, NewCampaign, NewRequest
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.wire import JsonObject

ROWS_AT_ONCE: Final = 500
REQUESTS_AT_ONCE: Final = 100
JUDGED_AT_ONCE: Final = 250
"""The rows of one write: a send that waits for it waits no longer than a blink. Ours."""

Wanted: TypeAlias = Callable[[], bool]
Told: TypeAlias = Callable[[str, int, int], None]
"""Hears what is being done ("read", "join", "check", "plan"), how much of it, and of how much; 0: nobody knows."""
Join: TypeAlias = Callable[[Iterable["CampaignPerson"], Wanted], Iterator["Judged"]]
"""Finds out who rows are; each is judged once, in any order."""


@dataclass(frozen=True)
class List:
    """A list of people: where it is and how it is read. `key`: the column that says who it is."""

    place: Path | str = field(repr=False)
    source: Source
    key: int


@dataclass(frozen=True)
class Audience:
    """The people whom a query selects, as a list with fields of theirs as its columns (`audience.AudienceReading`)."""

    make_client: Callable[[], AudienceClient]
    collection: str
    query: JsonObject = field(repr=False)
    fields: tuple[str, ...] = ()


class AudienceClient(LooksUp, Protocol):
    """The part of `client.Client` by which an audience is read."""

    def close(self) -> None:
        """Lets its connections go."""


def read_list(wait_for: Waits, new: NewCampaign, people: List | Audience, *, told: Told, wanted: Wanted) -> int:
    """Reads a list into a campaign of the ledger, whose id it gives; where the list cannot be read, nothing stays.

    Raises UnreadableFileError, LookUpFailedError, NotWantedError and what the ledger raises.
    """
    if isinstance(people, List):
        tell = lambda progress: told("read", progress.done, progress.whole)  # noqa: E731
        rows = read(people.place, people.source, columns=new.columns, wanted=wanted, told=tell)
        return _kept(wait_for, new, (_person(row, people.key) for row in rows))
    client = people.make_client()
    try:
        reading = AudienceReading(client, people.collection, people.query, people.fields, wanted)
        return read_audience(wait_for, new, reading, told=told)
    finally:
        client.close()


def read_audience(wait_for: Waits, new: NewCampaign, people: AudienceReading, *, told: Told) -> int:
    """Reads the people of an audience into a campaign of the ledger, whose id it gives; as `read_list` otherwise.

    `new.columns` are the fields that were read; its mapping joins by `_id`. Raises LookUpFailedError.
    """
    return _kept(wait_for, new, _telling(people, told), lambda: {COUNT: people.count, CAME: people.read})


def _telling(people: AudienceReading, told: Told) -> Iterator[NewPerson]:
    for each in people.rows():
        yield each
        told("read", people.read, people.count or 0)


def _kept(
    wait_for: Waits, new: NewCampaign, rows: Iterator[NewPerson], counted: Callable[[], JsonObject] = dict
) -> int:
    """Writes rows into a new campaign, some at a time, with a sum by which the same list is known again.

    `counted`: what its mapping has of the server's count of an audience, asked once all of it was read.
    """
    campaign_id = wait_for(lambda stores: stores.campaigns.create(new))
    import hashlib  # brings the system's cryptography along: 3 MB

    summed = hashlib.sha256()
    try:
        while part := list(itertools.islice(rows, ROWS_AT_ONCE)):
            wait_for(functools.partial(_add, campaign_id, part))
            cells = "\x1e".join("\x1f".join((each.key, *each.values)) for each in part)
            summed.update(cells.encode("utf-8", "surrogatepass") + b"\x1e")
        mapping: JsonObject = {**new.mapping, **counted(), READ: True, LIST: summed.hexdigest()}
        wait_for(lambda stores: stores.campaigns.change(campaign_id, mapping=mapping))
    except BaseException:
        wait_for(lambda stores: stores.campaigns.discard(campaign_id))
        raise
    return campaign_id


def check_all(
    wait_for: Waits, campaign_id: int, account: Account, join: Join, *, told: Told, wanted: Wanted
) -> tuple[Campaign, Checked]:
    """Finds out who the rows of a campaign are, and judges what each would get; judgements of before are taken back."""
    campaign = wait_for(lambda stores: stores.campaigns.existing(campaign_id), reading=True)
    if campaign.mapping.get(READ) is not True:
        raise ValueError("the list was not read to its end")
    must_be_of(campaign, account)
    _drop_requests(wait_for, campaign_id)
    wait_for(functools.partial(_note_marks, campaign))
    while wait_for(lambda stores: stores.campaigns.judge_anew(campaign_id, JUDGED_AT_ONCE)):
        if not wanted():
            raise NotWantedError
    whole = wait_for(lambda stores: stores.campaigns.sums(campaign_id), reading=True).unread
    unread = _unread(wait_for, campaign_id, wanted)
    judged, done = excluded.judged_with_them(wait_for, campaign_id, join, unread, wanted), 0
    while part := list(itertools.islice(judged, JUDGED_AT_ONCE)):
        wait_for(functools.partial(_judge, campaign_id, part))
        done += len(part)
        told("join", min(done, whole), whole)
    if Refusals.of(campaign.mapping) is not None:
        said_no.leave_out(wait_for, campaign_id)
    return recheck(wait_for, campaign_id, account, told=told, wanted=wanted)


def recheck(
    wait_for: Waits, campaign_id: int, account: Account, *, told: Told, wanted: Wanted
) -> tuple[Campaign, Checked]:
    """Judges what each would get once more, of those who are ready; nobody is looked up for it."""
    _drop_requests(wait_for, campaign_id)
    campaign = wait_for(lambda stores: stores.campaigns.existing(campaign_id), reading=True)
    checked = checking.check(
        wait_for,
        campaign,
        account,
        merge_of(campaign, account),
        told=lambda done, whole: told("check", done, whole),
        wanted=wanted,
    )
    return wait_for(lambda stores: stores.campaigns.existing(campaign_id), reading=True), checked


def approve(
    wait_for: Waits, campaign: Campaign, account: Account, total: int, *, told: Told, wanted: Wanted
) -> Campaign:
    """Puts everyone who is ready into requests, and freezes the campaign. Raises NotPossible for another `total`.

    Whatever raises, it is not approved, and nothing can leave.
    """
    must_be_of(campaign, account)
    _drop_requests(wait_for, campaign.id)
    people = checking.ready_people(wait_for, campaign.id, merge_of(campaign, account), wanted=wanted)
    channel = Channel(campaign.channel)
    pricing = Pricing(channel, account)
    requests = plan_requests(people, CHANNELS[channel].collections[0], campaign.chosen, pricing)
    done, anew = 0, True
    while part := list(itertools.islice(requests, REQUESTS_AT_ONCE)):
        wait_for(functools.partial(_plan, campaign.id, part, anew))
        anew = False
        done += sum(each.size for each in part)
        told("plan", done, total)
    currency = pricing.currency
    seen = wait_for(lambda stores: stores.campaigns.look_at_plan(campaign.id, total), reading=True)
    wait_for(lambda stores: stores.campaigns.approve(campaign.id, total=total, currency=currency, seen=seen))
    return wait_for(lambda stores: stores.campaigns.existing(campaign.id), reading=True)


def _drop_requests(wait_for: Waits, campaign_id: int) -> None:
    """Drops what was planned before, some at a time: what follows would drop all of it in one write."""
    while wait_for(lambda stores: stores.campaigns.drop_requests(campaign_id)):
        pass


def merge_of(campaign: Campaign, account: Account, message: JsonObject | None = None) -> Merge:
    """Returns what fills a campaign's message (or another in its place) for its people, by the columns that its mapping
    names for each field, else by their titles.
    """
    whole = campaign.message if message is None else message
    return Merge(Channel(campaign.channel), whole, _places(campaign, whole), account.sms_suffix)


def _places(campaign: Campaign, message: JsonObject) -> dict[str, int]:
    """The column of each name in a message that has one."""
    fields = campaign.mapping.get("fields")
    chosen = fields if isinstance(fields, dict) else {}
    columns = columns_of(campaign.columns)
    places: dict[str, int] = {}
    for name in dict.fromkeys(each.name for each in fields_of(message)):
        at, column = chosen.get(name), find(columns, name)
        if isinstance(at, int) and not isinstance(at, bool) and 0 <= at < len(columns):
            places[name] = at
        elif column is not None:
            places[name] = column.at
    return places


@dataclass(frozen=True)
class NoText:
    """A reason not to use another text for the rest: the fields that nothing fills, or the rows it does not suit."""

    fields: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    count: int = 0


def change_text(
    wait_for: Waits, campaign: Campaign, account: Account, message: JsonObject, *, told: Told, wanted: Wanted
) -> Campaign | NoText:
    """Uses another text for all of a campaign that has not left; it must stand still. Blocks.

    Where somebody of the rest would get none, nothing is changed. Raises NotPossible, NotWantedError and what the
    ledger raises.
    """
    places = _places(campaign, message)
    nothing = dict.fromkeys(written(each.name) for each in fields_of(message) if each.name not in places)
    if nothing:
        return NoText(fields=tuple(nothing))
    rest = checking.Rest(wait_for, campaign, account, merge_of(campaign, account, message), told, wanted)
    channel = Channel(campaign.channel)
    pricing = Pricing(channel, account)
    requests = plan_requests(rest.ready(), CHANNELS[channel].collections[0], campaign.chosen, pricing)
    _drop_text(wait_for, campaign.id)
    wait_for(lambda stores: stores.campaigns.begin_text(campaign.id))
    try:
        while part := list(itertools.islice(requests, REQUESTS_AT_ONCE)):
            if not rest.flawed:
                wait_for(functools.partial(_add_text, campaign.id, part))
        if rest.flawed:
            return NoText(rows=tuple(rest.rows), count=rest.flawed)
        seen = wait_for(lambda stores: stores.campaigns.look_at_text(campaign.id), reading=True)
        wait_for(lambda stores: stores.campaigns.decide_text(campaign.id, message, seen))
    finally:
        _drop_text(wait_for, campaign.id)
    while wait_for(lambda stores: stores.campaigns.move_text(campaign.id)):
        pass
    return wait_for(lambda stores: stores.campaigns.existing(campaign.id), reading=True)


def _drop_text(wait_for: Waits, campaign_id: int) -> None:
    """Drops what was written of a text that was not decided on; nothing of one that was."""
    while wait_for(lambda stores: stores.campaigns.drop_text(campaign_id)):
        pass


def _unread(wait_for: Waits, campaign_id: int, wanted: Wanted) -> Iterator[CampaignPerson]:
    after = 0
    while page := wait_for(functools.partial(_page, campaign_id, after), reading=True):
        if not wanted():
            raise NotWantedError
        yield from page
        after = page[-1].id


def _note_marks(campaign: Campaign, stores: Stores) -> None:
    """Notes how far the do-not-send list goes, and the time, before people are held against it and what was sent."""
    marks: JsonObject = {REFUSALS: stores.do_not_send.last(), CHECKED: datetime.now(UTC).isoformat()}
    stores.campaigns.change(campaign.id, mapping={**campaign.mapping, **marks})


def _page(campaign_id: int, after: int, stores: Stores) -> list[CampaignPerson]:
    return stores.campaigns.rows(campaign_id, states=(PersonState.READ,), after=after, limit=ROWS_AT_ONCE)


def _person(row: Row, key: int) -> NewPerson:
    if row.bad:
        return NewPerson(row.number, "", row.cells, state=PersonState.LEFT_OUT, why=Why.BAD_ROW, detail=row.bad)
    return NewPerson(row.number, row.cells[key] if key < len(row.cells) else "", row.cells)


def _add(campaign_id: int, rows: list[NewPerson], stores: Stores) -> None:
    stores.campaigns.add_rows(campaign_id, rows)


def _judge(campaign_id: int, judged: list[Judged], stores: Stores) -> None:
    stores.campaigns.judge(campaign_id, judged)


def _add_text(campaign_id: int, requests: list[NewRequest], stores: Stores) -> None:
    stores.campaigns.add_text(campaign_id, requests)


def _plan(campaign_id: int, requests: list[NewRequest], anew: bool, stores: Stores) -> None:
    stores.campaigns.plan(campaign_id, requests, anew=anew)
