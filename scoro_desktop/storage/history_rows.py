"""A send as a row of the history: what is known before it leaves, the line of a list, and the whole."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from scoro_desktop import wire
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import UNREADABLE, StorageFailed
from scoro_desktop.wire import JsonObject


@dataclass(frozen=True)
class NewSend:
    """A send before it leaves.

    `channel`: its code. `query_text`: the audience's query to the letter, empty for everyone. `request`: the
    exact request less its keys. `summary`: one line of the message. `expected`: the number of recipients that was
    confirmed, None if it was unknown. `words`: the text that the search finds the row by. `is_test`: sent to the
    audience for tests.
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


@dataclass(frozen=True)
class SendLine:
    """A send as a list shows it: all but the long texts. Times are UTC; `count` is set if it was sent.

    `took`: seconds until it was settled, by a clock that nobody sets; None where no such clock ran.
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


@dataclass(frozen=True)
class Send(SendLine):
    """A send, whole: the line, the exact request less its keys, the query to the letter, and the server's answer."""

    query_text: str
    request: JsonObject
    answer: str
    detail: str


@dataclass(frozen=True)
class LostSend:
    """A send of which nothing can be read: the file is damaged there."""

    id: int


def _columns(kind: type[SendLine]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


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
    for name in ("count", "expected"):
        values[name] = None if values[name] is None else int(values[name])
    values["created_at"] = datetime.fromisoformat(values["created_at"])
    values["settled_at"] = values["settled_at"] and datetime.fromisoformat(values["settled_at"])
    return values
