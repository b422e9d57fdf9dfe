"""The history: one row per send, on disk before the request leaves and settled once, by what came of it."""

import dataclasses
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from scoro_desktop import elapsed, wire
from scoro_desktop.messages.correction import as_read
from scoro_desktop.messages.request import ENVELOPE_KEYS
from scoro_desktop.scorocode.account import Account, Environment
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import read_rows, storable, transaction
from scoro_desktop.storage.search import indexed, match_expression
from scoro_desktop.wire import JsonObject

APP_CLOSED: Final = "app_closed"
_NAMES_LENGTH: Final = 1000
"""By less than so many characters the names of one message make it longer: others need not be read to tell. Ours."""


@dataclass(frozen=True)
class NewSend:
    """What is known of a send before it leaves.

    `channel`: "push" or "sms". `query_text`: the audience's query to the letter, empty for everyone. `request`: the
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
    """What a list shows of a send: all of it but the long texts. Times are UTC; `count` is set if it was sent.

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
class HistoryFilter:
    """Which sends a list shows. Every word of `text` must begin a word of the message; None is "any".

    `hide_tests` leaves out what was sent to the audience for tests.
    """

    text: str = ""
    outcome: Outcome | None = None
    account_id: str | None = None
    hide_tests: bool = False


class AlreadySettled(Exception):  # noqa: N818 - the name says what is the matter
    """A send was to be settled a second time: the first outcome stands."""

    def __init__(self, send_id: int) -> None:
        super().__init__(f"send {send_id} is settled already")
        self.send_id = send_id


def _columns(kind: type[SendLine]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


_LINE_COLUMNS: Final = _columns(SendLine)
_SEND_COLUMNS: Final = _columns(Send)
_NEWEST_FIRST: Final = " ORDER BY id DESC LIMIT ? OFFSET ?"


class History:
    """The table of sends. Every method raises StorageFailed when the disk or the database does not do its part."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        stopwatch: Callable[[], float] = elapsed.seconds,
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._stopwatch = stopwatch
        self._begun: dict[int, float] = {}

    def record(self, new: NewSend) -> Send:
        """Write down what is about to be sent; it is on the disk when this returns.

        Raises ValueError for a request that carries a key or that JSON cannot carry.
        """
        if carried := new.request.keys() & set(ENVELOPE_KEYS):
            raise ValueError(f"a stored request must not carry {', '.join(sorted(carried))}")
        values: dict[str, object] = dict(vars(new))
        words = values.pop("words")
        values |= {
            "request": wire.compact(new.request).decode("utf-8"),
            "expected": _decimal(new.expected),
            "outcome": Outcome.SENDING,
            "created_at": self._clock().astimezone(UTC).isoformat(),
            "reason": "",
            "error_code": "",
            "error_message": "",
            "answer": "",
            "detail": "",
        }
        names = ", ".join(values)
        places = ", ".join(f":{name}" for name in values)
        with transaction(self._connection):
            cursor = self._connection.execute(f"INSERT INTO sends ({names}) VALUES ({places})", values)  # noqa: S608
            send_id = cursor.lastrowid
            self._connection.execute(
                "INSERT INTO sends_words (rowid, words) VALUES (?, ?)", (send_id, indexed(str(words)))
            )
            # Read before the commit: a row that cannot be handed back is not left behind.
            send = self._existing(send_id)
        self._begun[send.id] = self._stopwatch()
        return send

    def settle(self, send_id: int, reply: Sent | Failure) -> Send:
        """Write down what came of a send; it is on the disk when this returns.

        A row that a start of the app has called unknown, because nobody seemed to wait for its answer any more, takes
        the answer that comes after all (a second window on the same folder). Raises AlreadySettled for a row that has
        its outcome, KeyError for a row that is not there, ValueError for a failure that calls itself sent or sending.
        """
        if isinstance(reply, Failure) and reply.outcome in {Outcome.SENT, Outcome.SENDING}:
            raise ValueError(f"a failure cannot be {reply.outcome}")
        begun = self._begun.get(send_id)
        failure = reply if isinstance(reply, Failure) else Failure(Outcome.SENT, reason="", answer=reply.answer)
        values: dict[str, object] = {
            "id": send_id,
            "outcome": failure.outcome,
            "count": _decimal(reply.count) if isinstance(reply, Sent) else None,
            "reason": failure.reason,
            "error_code": storable(failure.error_code),
            "error_message": storable(failure.error_message),
            "http_status": failure.http_status,
            "answer": storable(failure.answer),
            "detail": storable(failure.detail),
            "settled_at": self._clock().astimezone(UTC).isoformat(),
            "took": None if begun is None else self._stopwatch() - begun,
        }
        with transaction(self._connection):
            cursor = self._connection.execute(
                """
                UPDATE sends SET outcome = :outcome, count = :count, reason = :reason, error_code = :error_code,
                    error_message = :error_message, http_status = :http_status, answer = :answer, detail = :detail,
                    settled_at = :settled_at, took = :took
                WHERE id = :id AND (outcome = 'sending' OR (outcome = 'unknown' AND reason = 'app_closed'))
                """,
                values,
            )
            settled = self._existing(send_id)
        if not cursor.rowcount:
            raise AlreadySettled(send_id)
        self._begun.pop(send_id, None)
        return settled

    def close_open_sends(self) -> list[Send]:
        """Call unknown what was on its way when the app ended; for the start of the app. Returns those sends."""
        values = (APP_CLOSED, self._clock().astimezone(UTC).isoformat())
        with transaction(self._connection):
            rows = self._connection.execute(
                """
                UPDATE sends SET outcome = 'unknown', reason = ?, settled_at = ? WHERE outcome = 'sending' RETURNING id
                """,
                values,
            ).fetchall()
        return [self._existing(send_id) for (send_id,) in sorted(rows)]

    def get(self, send_id: int) -> Send | None:
        """The send with this id, if there is one."""
        sql = f"SELECT {', '.join(_SEND_COLUMNS)} FROM sends WHERE id = ?"  # noqa: S608
        for row in read_rows(self._connection, sql, (send_id,)):
            values = _values(_SEND_COLUMNS, row)
            values["request"] = wire.read(values["request"])
            return Send(**values)
        return None

    def count(self, wanted: HistoryFilter) -> int:
        """How many sends the filter lets through."""
        source, parameters = _selection(wanted)
        ((count,),) = read_rows(self._connection, f"SELECT count(*) FROM {source}", parameters)  # noqa: S608
        return int(count)

    def page(self, wanted: HistoryFilter, offset: int, limit: int) -> list[SendLine]:
        """At most `limit` sends that the filter lets through, newest first, after the first `offset` of them."""
        source, parameters = _selection(wanted)
        sql = (
            f"SELECT {', '.join(_LINE_COLUMNS)} FROM sends"  # noqa: S608
            f" WHERE id IN (SELECT id FROM {source}{_NEWEST_FIRST}) ORDER BY id DESC"
        )
        rows = read_rows(self._connection, sql, (*parameters, limit, offset))
        return [SendLine(**_values(_LINE_COLUMNS, row)) for row in rows]

    def place(self, wanted: HistoryFilter, send_id: int) -> tuple[int, bool]:
        """How many sends that the filter lets through are newer than this one, and whether it lets this one through."""
        source, parameters = _selection(wanted)
        sql = f"SELECT count(*) FILTER (WHERE id > ?), count(*) FILTER (WHERE id = ?) FROM {source}"  # noqa: S608
        ((newer, itself),) = read_rows(self._connection, sql, (send_id, send_id, *parameters))
        return int(newer), bool(itself)

    def sent_before(self, account: Account, channel: str, request: JsonObject, since: datetime) -> Send | None:
        """The newest send since a moment that its readers cannot tell from this one, and that went out or may have.

        Through this account, or another of the same application at the same address: people get it twice either way.
        """
        rows = read_rows(
            self._connection,
            """
            SELECT id FROM sends
            WHERE created_at >= ? AND (account_id = ? OR (application_id = ? AND address = ?)) AND channel = ?
                AND outcome IN ('sent', 'unknown', 'sending') AND abs(length(request) - ?) < ?
            ORDER BY id DESC
            """,
            (
                since.astimezone(UTC).isoformat(),
                *(account.id, account.application_id, account.address, channel),
                *(len(wire.compact(request).decode("utf-8")), _NAMES_LENGTH),
            ),
        )
        read = as_read(request)
        sends = (self.get(row[0]) for row in rows)
        return next((each for each in sends if each is not None and as_read(each.request) == read), None)

    def accounts(self) -> list[tuple[str, str]]:
        """The accounts that appear, by name: the id of each and the name it had in its newest send."""
        rows = read_rows(
            self._connection,
            """
            SELECT account_id, account_name FROM sends
            WHERE id IN (SELECT max(id) FROM sends GROUP BY account_id)
            """,
        )
        return sorted(rows, key=lambda row: (row[1].casefold(), row[0]))

    def _existing(self, send_id: int | None) -> Send:
        send = None if send_id is None else self.get(send_id)
        if send is None:
            raise KeyError(send_id)
        return send


def _selection(wanted: HistoryFilter) -> tuple[str, list[object]]:
    """The part of a query from its FROM on, and its parameters. Each ends in rows that have an `id`."""
    conditions: list[str] = []
    parameters: list[object] = []
    expression = match_expression(wanted.text)
    if expression:
        conditions.append("sends_words MATCH ?")
        parameters.append(expression)
    if wanted.outcome is not None:
        conditions.append("outcome = ?")
        parameters.append(wanted.outcome)
    if wanted.account_id is not None:
        conditions.append("account_id = ?")
        parameters.append(wanted.account_id)
    if wanted.hide_tests:
        conditions.append("is_test = 0")
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    if not expression:
        index = " INDEXED BY sends_by_id" if not conditions else ""
        return f"sends{index}{where}", parameters
    if len(conditions) == 1:
        return f"(SELECT rowid AS id FROM sends_words{where})", parameters  # noqa: S608
    # CROSS keeps the order: rows come out of the search by rowid, so the newest are had without sorting all of them.
    source = "sends_words CROSS JOIN sends ON sends.id = sends_words.rowid"
    return f"(SELECT sends_words.rowid AS id FROM {source}{where})", parameters  # noqa: S608


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


def _decimal(number: int | None) -> str | None:
    return None if number is None else str(number)
