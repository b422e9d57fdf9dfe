"""A send as a row of the history: what is known before it leaves, the line of a list, and the whole."""

import dataclasses
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP
from typing import TYPE_CHECKING, Any, Final, Self

from scoro_desktop import late, wire
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import UNREADABLE, StorageFailed
from scoro_desktop.wire import JsonObject

if TYPE_CHECKING:
    from scoro_desktop.audience.relative_dates import Instant
    from scoro_desktop.scorocode.cost import Cost


@late.dataclass(frozen=True)
class NewSend:
    """A send before it leaves.

    `channel`: its code. `query_text`: the audience's query to the letter, empty for everyone. `request`: the
    exact request less its keys. `summary`: one line of the message. `expected`: the number of recipients that was
    confirmed, None if it was unknown. `words`: the text that the search finds the row by. `is_test`: sent to the
    audience for tests. Where the query has relative dates: `chosen`, the request's query with these as they stand, by
    which the same message is known again, and `instant`, what they were worked out for. `cost`: what the confirmation
    knew of it, where the channel is paid by the part. `planned_for`: the time that it was planned for, as
    `When.written` gives it.
    """

    channel: str
    account_id: str
    account_name: str
    environment: Environment
    address: str
    application_id: str
    collection: str
    everyone: bool
    query_text: str
    request: JsonObject
    summary: str
    expected: int | None
    words: str
    is_test: bool = False
    chosen: JsonObject | None = None
    instant: "Instant | None" = None
    cost: "Cost | None" = None
    planned_for: str | None = None


@late.dataclass(frozen=True)
class OfCampaign:
    """The part of a campaign's line that no single send has: its state, why it stands still, its people by outcome."""

    state: str
    pause: str = ""
    unknown: int = 0
    refused: int = 0
    skipped: int = 0

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Reads what was written of it as an object. Raises ValueError for anything else."""
        match wire.read(text):
            case {
                "state": str(state),
                "pause": str(pause),
                "unknown": int(unknown),
                "refused": int(refused),
                "skipped": int(skipped),
            }:
                return cls(state, pause, unknown, refused, skipped)
            case _:
                raise ValueError("this is no campaign")


@dataclass(frozen=True)
class SendLine:
    """A send as a list shows it: all but the long texts. Times are UTC; `count` is set if it was sent.

    `took`: seconds until it was settled, by a clock that nobody sets; None where no such clock ran. Where it is paid by
    the part: `parts` of each message, and `amount` in millionths of `currency` for all whose price was known when it
    was confirmed; None where that was nobody. `note`: what a person wrote beside it. A campaign is a line, too: `count`
    are the people whose request was sent, also where its outcome is another, and `all_parts` and `amount` are theirs;
    `open_amount` is what may have gone out.
    """

    id: int
    channel: str
    account_id: str
    account_name: str
    environment: Environment
    address: str
    application_id: str
    collection: str
    everyone: bool
    summary: str
    expected: int | None
    outcome: Outcome
    count: int | None
    reason: str
    error_code: str
    error_message: str
    http_status: int | None
    created_at: datetime
    settled_at: datetime | None
    is_test: bool
    took: float | None
    parts: int | None = None
    currency: str | None = None
    amount: int | None = None
    is_pinned: bool = False
    note: str = ""
    planned_for: str | None = None
    campaign_id: int | None = None
    campaign: "OfCampaign | None" = None
    all_parts: int | None = None
    open_amount: int | None = None


@dataclass(frozen=True, kw_only=True)
class Send(SendLine):
    """A send, whole: the line, the exact request less its keys, the query to the letter, and the server's answer.

    `instant`: what relative dates in `query_text` were worked out for; None where it has none.
    """

    query_text: str
    request: JsonObject
    answer: str
    detail: str
    instant: "Instant | None" = None
    cost: "Cost | None" = None


@late.dataclass(frozen=True)
class LostSend:
    """A send of which nothing can be read: the file is damaged there."""

    id: int


def _columns(kind: type[SendLine]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


_MILLIONTHS: Final = 1_000_000
LARGEST_AMOUNT: Final = 10**18
"""Millionths: a thousand billions of a currency. SQLite adds up 64 bits, and a million of them must fit."""
LINE_COLUMNS: Final = ", ".join(_columns(SendLine))
SEND_COLUMNS: Final = ", ".join(_columns(Send))


def line_of(row: tuple[Any, ...]) -> SendLine:
    """The line that a row of `LINE_COLUMNS` is. Raises StorageFailed (`UNREADABLE`) if it is none."""
    try:
        return SendLine(**_values(_columns(SendLine), row))
    except (ValueError, TypeError) as error:
        raise StorageFailed(UNREADABLE, f"send {row[0]}") from error


def send_of(row: tuple[Any, ...]) -> Send:
    """The send that a row of `SEND_COLUMNS` is. Raises StorageFailed (`UNREADABLE`) if it is none."""
    try:
        values = _values(_columns(Send), row)
        values["request"] = _object(values["request"])
        return Send(**values)
    except (ValueError, TypeError) as error:
        raise StorageFailed(UNREADABLE, f"send {row[0]}") from error


def decimal(number: int | None) -> str | None:
    """A number of any size as it is stored."""
    return None if number is None else str(number)


def as_chosen(request: JsonObject, chosen: JsonObject | None) -> JsonObject:
    """A request with its query as it was chosen, relative dates and all; itself where that is no other one."""
    return request if chosen is None else {**request, "query": chosen}


def instant_text(instant: "Instant | None") -> str | None:
    """An instant as it is stored: the moment in UTC and, after a blank, the zone."""
    return None if instant is None else f"{instant.at.astimezone(UTC).isoformat(timespec='seconds')} {instant.zone}"


def cost_values(cost: "Cost | None") -> dict[str, object]:
    """The stored part of a cost: the whole, and what sums are made of."""
    if cost is None:
        return {"cost": None, "parts": None, "currency": None, "amount": None}
    total = cost.total()
    amount = None if total is None else int((total * _MILLIONTHS).to_integral_value(ROUND_HALF_UP))
    if amount is not None and amount > LARGEST_AMOUNT:
        amount = None
    text = wire.compact(cost.to_json()).decode("utf-8")
    return {"cost": text, "parts": cost.parts, "currency": cost.currency, "amount": amount}


def _cost(text: str) -> "Cost | None":
    """The cost that was kept; None where it cannot be read: nothing else hangs on it."""
    from scoro_desktop.scorocode.cost import Cost

    try:
        return Cost.from_json(_object(text))
    except (ValueError, TypeError, KeyError):
        return None


def _instant(text: str) -> "Instant":
    from scoro_desktop.audience.relative_dates import Instant  # seldom wanted, and not before the first frame

    moment, _, zone = text.partition(" ")
    return Instant(datetime.fromisoformat(moment), zone)


def _object(text: str) -> JsonObject:
    value = wire.read(text)
    if not isinstance(value, dict):
        raise TypeError("a request is an object")
    return value


def _values(names: tuple[str, ...], row: tuple[Any, ...]) -> dict[str, Any]:
    values: dict[str, Any] = dict(zip(names, row, strict=True))
    values["environment"] = Environment(values["environment"])
    values["outcome"] = Outcome(values["outcome"])
    values["everyone"] = bool(values["everyone"])
    values["is_test"] = bool(values["is_test"])
    values["is_pinned"] = bool(values["is_pinned"])
    for name in ("count", "expected"):
        values[name] = None if values[name] is None else int(values[name])
    values["created_at"] = datetime.fromisoformat(values["created_at"])
    values["settled_at"] = values["settled_at"] and datetime.fromisoformat(values["settled_at"])
    if values["campaign"] is not None:
        values["campaign"] = OfCampaign.from_json(values["campaign"])
    if values.get("cost") is not None:
        values["cost"] = _cost(values["cost"])
    if values.get("instant") is not None:
        values["instant"] = _instant(values["instant"])
    return values
