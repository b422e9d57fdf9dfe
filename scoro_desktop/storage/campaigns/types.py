"""A campaign as it stands in the ledger: the campaign, its people, its requests. Nothing of a person is in a `repr`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from scoro_desktop.scorocode.account import DEFAULT_KEEP_DAYS, Environment
from scoro_desktop.storage.campaigns.states import SAYS_NO, CampaignState, PersonState
from scoro_desktop.wire import JsonObject

PACE = 10.0
"""Requests a second, at most, where nobody said otherwise."""
READ = "read"
"""The key of a campaign's mapping that tells that its list was read to its end: of any other nothing is checked."""
HOURS = "hours"
"""The key of a mapping under which the hours stand within which nobody is sent to twice; 0: it is not looked at."""
LOCKED = "locked"
"""The key of a campaign's mapping under which the account's own condition stands, as it was when it was prepared."""
TEMPLATE = "template"
"""The key of a mapping under which the template stands that the message was made of, as it was then."""
REFUSALS = "refusals"
"""The key of a mapping under which the highest id of a do-not-send list stands that people were held against."""
CHECKED = "checked"
"""The key of a mapping under which stands when it began to be found out who its people are: ISO 8601, UTC."""
SAID_NO = "list"
"""The detail of a row that is left out since a column of its own list says no, or another row of that person's does."""
DOUBTED = "again"
"""The detail of somebody who was in doubt and is planned once more: an earlier request may have reached them."""
COUNT = "count"
"""The key of a mapping under which stands what the server counted of an audience as it was read."""
CAME = "came"
"""The key of a mapping under which stands how many of those it gave."""


@dataclass(frozen=True)
class NewCampaign:
    """A campaign that is begun: its people follow.

    `message`: the body less keys, collection and query, with its `{{fields}}`; `chosen`: the clause that goes with
    each request's own (the locked clause, and the audience's where the people are an audience's); `source`: the file
    as it was read, or {"kind": "audience"} with its collection (`coll`) and `query`, dates as written; `columns`: their
    titles; `mapping`: key column, country, fields.
    """

    channel: str
    account_id: str
    account_name: str
    environment: Environment
    address: str
    application_id: str
    name: str
    message: JsonObject = field(repr=False)
    chosen: JsonObject | None = field(default=None, repr=False)
    source: JsonObject = field(default_factory=dict, repr=False)
    columns: tuple[str, ...] = field(default=(), repr=False)
    mapping: JsonObject = field(default_factory=dict, repr=False)
    pace: float = PACE
    keep_days: int = DEFAULT_KEEP_DAYS


@dataclass(frozen=True)
class Campaign:
    """A campaign of the ledger; times are UTC. `total`: the people that were approved; `counts`: people per state.

    `pause`: the code of why it stands still, empty if it does not; `deleted_at`: when phones and values were deleted.
    """

    id: int
    created_at: datetime
    channel: str
    account_id: str
    account_name: str
    environment: Environment
    address: str
    application_id: str
    name: str
    message: JsonObject = field(repr=False)
    chosen: JsonObject | None = field(repr=False)
    source: JsonObject = field(repr=False)
    columns: tuple[str, ...] = field(repr=False)
    mapping: JsonObject = field(repr=False)
    state: CampaignState
    pause: str
    pause_detail: str = field(repr=False)
    total: int
    pace: float
    counts: Mapping[PersonState, int]
    requests: Mapping[PersonState, int]
    approved_at: datetime | None
    began_at: datetime | None
    ended_at: datetime | None
    keep_days: int
    deleted_at: datetime | None


@dataclass(frozen=True)
class NewPerson:
    """A row as it was read. `row`: its number in the sheet, from 1; 0 for one of an audience, which has no sheet.

    `state` and `why`: LEFT_OUT and a reason for a row that is bad as it stands.
    """

    row: int
    key: str = field(repr=False)
    values: tuple[str, ...] = field(repr=False)
    person: str = field(default="", repr=False)
    state: PersonState = PersonState.READ
    why: str = ""
    detail: str = field(default="", repr=False)


@dataclass(frozen=True)
class Judged:
    """The judgement of a row that was read: PLANNED for one that is ready, or LEFT_OUT with a reason.

    `person`: the `_id` of the user; `phone_key` and `email_key`: phone and e-mail as those are compared.
    """

    id: int
    state: PersonState
    person: str = field(default="", repr=False)
    phone_key: str = field(default="", repr=False)
    why: str = ""
    detail: str = field(default="", repr=False)
    email_key: str = field(default="", repr=False)


@dataclass(frozen=True)
class CampaignPerson:
    """A row of a campaign, and what became of it. `values`: the cells in the order of the columns."""

    id: int
    row: int
    key: str = field(repr=False)
    person: str = field(repr=False)
    phone_key: str = field(repr=False)
    values: tuple[str, ...] = field(repr=False)
    state: PersonState
    why: str
    detail: str = field(repr=False)
    send_id: int | None
    email_key: str = field(default="", repr=False)

    @property
    def may_have(self) -> bool:
        """Tells whether they may have got it by an earlier request, whatever became of the one that they are in now."""
        return may_have(self.state, self.detail)


def may_have(state: PersonState, detail: str) -> bool:
    """Tells whether somebody in a state that says no may have got it all the same, by an earlier request."""
    return detail == DOUBTED and state in SAYS_NO


@dataclass(frozen=True)
class NewRequest:
    """A request that is planned: the body less its keys, and the ids of the people (rows of the ledger) in it.

    A request over a clause of fields names nobody: `ids` is empty then, and `people` how many are expected. `parts` and
    `amount`: of all in it, as a history keeps them (`history_rows.SendLine`); None where it is not paid by the part.
    """

    body: JsonObject = field(repr=False)
    ids: tuple[int, ...] = ()
    people: int = 0
    parts: int | None = None
    amount: int | None = None

    @property
    def size(self) -> int:
        """The number of people in it."""
        return len(self.ids) or self.people


@dataclass(frozen=True)
class CampaignSend:
    """A request of a campaign. `count`: the server's, where it was sent; `people`: how many are in it."""

    id: int
    campaign_id: int
    body: JsonObject = field(repr=False)
    people: int
    state: PersonState
    count: int | None
    reason: str
    http_status: int | None
    detail: str = field(repr=False)
    created_at: datetime
    began_at: datetime | None
    settled_at: datetime | None
    parts: int | None = None
    amount: int | None = None

    def share(self, number: int | None, people: int) -> int | None:
        """The part of a number of all in it (`parts`, `amount`) that so many of its people have."""
        return share(number, self.people, people)


def share(number: int | None, people: int, some: int) -> int | None:
    """The part of a number of so many people that some of them have."""
    if number is None or some == people:
        return number
    return number * min(max(some, 0), people) // people


@dataclass(frozen=True)
class Sums:
    """The rows of a campaign, counted: rows = unread + left out + all the others."""

    rows: int
    states: Mapping[PersonState, int]
    left_out: Mapping[str, int]

    @property
    def ready(self) -> int:
        """The rows that will be sent to."""
        return self.states.get(PersonState.PLANNED, 0)

    @property
    def unread(self) -> int:
        """The rows that nobody has judged yet."""
        return self.states.get(PersonState.READ, 0)


class Seen(NamedTuple):
    """A mark of what was looked at before it is decided on: the ids of the first and the last request that were
    written for it, and how many others there were beside. Each write since then changes one of them.
    """

    first: int | None
    last: int | None
    beside: int = 0


@dataclass(frozen=True)
class Did:
    """A thing that a person was in: which campaign, the state there, and when that came about (UTC).

    `may_have`: they were in doubt before, and whatever the state says now, may have got it.
    """

    campaign_id: int
    campaign: str
    person_id: int
    send_id: int | None
    state: PersonState
    why: str
    at: datetime | None
    may_have: bool = False


@dataclass(frozen=True)
class Alike:
    """A campaign of before that this one repeats: its list, its text, or both. `at`: when it was approved (UTC)."""

    campaign_id: int
    campaign: str
    at: datetime
    same_list: bool
    same_text: bool


class AlreadyBegun(Exception):  # noqa: N818 - the name says what is the matter
    """A request was to leave that has left, or must not: what is planned of a campaign that runs, nothing else."""

    def __init__(self, send_id: int) -> None:
        super().__init__(f"request {send_id} of a campaign must not begin")
        self.send_id = send_id


class NotPossible(Exception):  # noqa: N818
    """A campaign is in a state in which this cannot be done, or what is asked for does not fit its rows."""

    def __init__(self, campaign_id: int, code: str) -> None:
        super().__init__(f"campaign {campaign_id}: {code}")
        self.campaign_id = campaign_id
        self.code = code
