"""The content of the screen, frozen: a message and who is to get it."""

import dataclasses
import functools
from dataclasses import dataclass
from typing import Final

from scoro_desktop import wire
from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.audience.query import Audience, Everyone, Query
from scoro_desktop.audience.relative_dates import Instant, holds_rules, may_hold_rules, work_out
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.wire import JsonObject, JsonValue

LONG: Final = 20_000
"""Characters of a query of which fetching and comparing the text takes more than a tenth of a millisecond. Ours."""


@dataclass(frozen=True)
class Draft:
    """A message with its audience, whole or not yet.

    `message`: the request without collection and query. `audience` is None until one is chosen and can be read;
    `audience_text` is the query as typed; `input_problems` are those of fields whose content cannot be read at all;
    `locked` is the account's own condition, which every query is narrowed by; `field_findings` tell of fields in the
    query that the collection does not have; `is_test`: it goes to the audience for tests;
    `unfinished`: a condition was begun that says nothing yet; `being_read`: the query is long, and its text is fetched
    and read once the typing pauses: until then neither is here; `in_doubt`: something went wrong in the app, and nobody
    is chosen for it; `suffix`: what the account adds to messages (of an SMS alone);
    `as_they_stand`: names of variables that the message is sent with as `{{name}}`, for the app on the device to read;
    `instant`: what relative dates in the query are worked out for, once they are (`at`);
    `left_out`: a clause that leaves out whoever may have been messaged lately; the confirmation alone sets it;
    `kept`: the message that is written down and given back in the place of this one: of a row of a campaign the one
    with its fields, since what is known of people stands with their campaign alone, and is deleted there.
    """

    message: Request
    collection: str
    audience: Audience | None
    audience_text: str = ""
    audience_problems: tuple[QueryProblem, ...] = ()
    input_problems: tuple[Problem, ...] = ()
    field_findings: tuple[FieldFinding, ...] = ()
    locked: JsonObject | None = None
    is_test: bool = False
    unfinished: bool = False
    being_read: bool = False
    in_doubt: bool = False
    suffix: str = ""
    as_they_stand: frozenset[str] = frozenset()
    instant: Instant | None = None
    left_out: JsonObject | None = None
    kept: Request | None = None

    @property
    def channel(self) -> Channel:
        """By which call it is sent."""
        return self.message.channel

    @property
    def everyone(self) -> bool:
        """Tells whether it goes to the whole collection, by choice."""
        return isinstance(self.audience, Everyone)

    @property
    def has_long_query(self) -> bool:
        """Tells whether its query is so long that going through the text has a turn of the event loop of its own."""
        return isinstance(self.audience, Query) and len(self.audience_text) > LONG

    def query(self) -> JsonObject:
        """The query as it was chosen, with the account's locked clause; everyone is `{}` without one.

        Relative dates stand in it as they are: this is what is compared, and `outgoing_query` what leaves. Raises
        ValueError while no audience is chosen.
        """
        if self.audience is None:
            raise ValueError("no audience is chosen")
        return self._query

    @functools.cached_property
    def _query(self) -> JsonObject:
        """The same object each time: what was found out about it is kept with it."""
        if self.audience is None or isinstance(self.audience, Everyone):
            return {} if self.locked is None else self.locked
        return self.audience.value if self.locked is None else {"$and": [self.audience.value, self.locked]}

    @functools.cached_property
    def has_rules(self) -> bool:
        """Tells whether there are relative dates in the query."""
        if isinstance(self.audience, Query) and not may_hold_rules(self.audience.text):
            return self.locked is not None and holds_rules(self.locked)  # a query of 1 MB need not be gone through
        return self.audience is not None and holds_rules(self._query)

    def at(self, instant: Instant) -> "Draft":
        """Returns the same with its relative dates worked out for an instant, from then on; itself where it has none.

        Raises CannotWorkOutError where one has no date then.
        """
        if not self.has_rules:
            return self
        frozen = dataclasses.replace(self, instant=instant)
        frozen.outgoing_query()
        return frozen

    def outgoing_query(self) -> JsonObject:
        """The query as it leaves, every relative date worked out. Always the same object.

        Raises ValueError while no audience is chosen, and where relative dates were not worked out.
        """
        if not self.has_rules and self.left_out is None:
            return self.query()
        return self._worked_out

    @functools.cached_property
    def _worked_out(self) -> JsonObject:
        query = self.query()
        if self.has_rules:
            if self.instant is None:
                raise ValueError("relative dates were not worked out")
            query = work_out(query, self.instant)
        return narrowed(query, self.left_out)

    def outgoing(self) -> Request:
        """The message as it is sent: with what the account adds to one of its channel. No audience yet."""
        return self._outgoing if self.suffix else self.message

    @functools.cached_property
    def _outgoing(self) -> Request:
        message = self.message.message
        if not self.suffix or message is None:
            return self.message
        whole = self.message.entry.with_account_text(message, self.suffix)
        return self.message if whole is message else dataclasses.replace(self.message, message=whole)

    def so_far(self) -> JsonObject:
        """The body as far as it stands: without a query while no audience is chosen. Raises ValueError as `request`."""
        if self.audience is None:
            return {"coll": self.collection, **self.outgoing().to_wire()}
        return self.request().to_wire()

    def as_kept(self) -> "Draft":
        """The same with the message that is written down and given back (`kept`); itself where that is this one."""
        return self if self.kept is None else dataclasses.replace(self, message=self.kept, kept=None)

    def request(self) -> Request:
        """The whole request less its keys, relative dates worked out. Raises ValueError as `outgoing_query`."""
        return dataclasses.replace(self.outgoing(), collection=self.collection, query=self.outgoing_query())


def narrowed(query: JsonObject, left_out: JsonObject | None) -> JsonObject:
    """A query less those whom a clause leaves out. The clause stands first, so that it is known again (`parted`)."""
    if left_out is None:
        return query
    return {"$and": [left_out, query]} if query else {"$and": [left_out]}


def parted(
    query: JsonValue, text: str, instant: Instant | None = None, *, everyone: bool
) -> tuple[JsonValue, JsonObject | None]:
    """Undoes `narrowed` in a query that was sent: what was narrowed, and the clause; None where there was none.

    The rest as in `locked_in`.
    """
    parts = query.get("$and") if isinstance(query, dict) and len(query) == 1 else None
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2 or not isinstance(parts[0], dict):
        return query, None
    base = parts[1] if len(parts) == 2 else {}
    if parts[0].keys() != {"$nor"} or (not everyone and locked_in(query, text, instant, everyone=False) is not None):
        return query, None
    is_ours = everyone or base == _as_typed(text, instant) or locked_in(base, text, instant, everyone=False) is not None
    return (base, parts[0]) if is_ours else (query, None)


def _as_typed(text: str, instant: Instant | None) -> JsonValue:
    try:
        chosen = wire.read(text)
        return work_out(chosen, instant) if instant is not None and isinstance(chosen, dict) else chosen
    except ValueError:
        return None


def locked_in(query: JsonValue, text: str, instant: Instant | None = None, *, everyone: bool) -> JsonObject | None:
    """The account's own condition in a query that was sent, by the audience that was chosen; None where it had none.

    `text`: the query as it was typed; `instant`: what its relative dates were worked out for. It undoes what
    `Draft.outgoing_query` does.
    """
    if not isinstance(query, dict):
        return None
    if everyone:
        return query or None
    parts = query.get("$and")
    if len(query) != 1 or not isinstance(parts, list) or len(parts) != 2 or not isinstance(parts[1], dict):
        return None  # most often so, and then a text of 1 MB need not be read
    chosen = _as_typed(text, instant)
    return None if query == chosen or parts[0] != chosen else parts[1]
