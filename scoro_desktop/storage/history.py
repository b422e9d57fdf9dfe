"""The history: one row per send, on disk before the request leaves and settled once, by what came of it."""

import collections
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from scoro_desktop import elapsed, wire
from scoro_desktop.messages.channels.channel import known
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import read_rows, storable, transaction
from scoro_desktop.storage.history_filter import HistoryFilter
from scoro_desktop.storage.history_list import HistoryList
from scoro_desktop.storage.history_rows import (
    SEND_COLUMNS,
    LostSend,
    NewSend,
    Send,
    SendLine,
    as_chosen,
    cost_values,
    decimal,
    instant_text,
    send_of,
)
from scoro_desktop.storage.search import indexed
from scoro_desktop.storage.sent_before import newest_alike
from scoro_desktop.wire import JsonObject

__all__ = ["AlreadySettled", "History", "HistoryFilter", "LostSend", "NewSend", "Send", "SendLine", "as_chosen"]

_MAY_SETTLE: Final = """
    outcome = 'sending' OR (outcome = 'held' AND :outcome = 'not_sent')
    OR (outcome = 'unknown' AND reason IN ('app_closed', 'stopped_waiting'))
    """
"""The rows that may still be settled. A settled one stays as it is, unless nobody waited for its answer and that came
after all: it is the server's own word on this very request, and nothing is sent by it.
"""


class AlreadySettled(Exception):  # noqa: N818 - the name says what is the matter
    """A send was to be settled a second time: the first outcome stands."""

    def __init__(self, send_id: int) -> None:
        super().__init__(f"send {send_id} is settled already")
        self.send_id = send_id


class History(HistoryList):
    """The table of sends. Every method raises StorageFailed when the disk or the database does not do its part."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        stopwatch: Callable[[], float] = elapsed.seconds,
    ) -> None:
        super().__init__(connection)
        self._clock = clock
        self._stopwatch = stopwatch
        self._begun: dict[int, float] = {}
        self._recorded: collections.deque[tuple[float, int]] = collections.deque()  # when, by a clock nobody sets

    def record(self, new: NewSend, *, held: bool = False, within: Callable[[int], object] | None = None) -> Send:
        """Write down what is about to be sent; it is on the disk when this returns. `held`: not before `begin`.

        `within`: done with the id in the same transaction; where it raises, nothing is written.

        Raises ValueError for a request that carries a key or that JSON cannot carry, and for a channel that is none.
        """
        from scoro_desktop.messages.request import ENVELOPE_KEYS
        from scoro_desktop.storage.fingerprint import fingerprint

        if carried := new.request.keys() & set(ENVELOPE_KEYS):
            raise ValueError(f"a stored request must not carry {', '.join(sorted(carried))}")
        if known(new.channel) is None:
            raise ValueError("a send goes by a channel that is known")
        values: dict[str, object] = dict(vars(new))
        words = values.pop("words")
        del values["chosen"]
        values |= {
            "request": wire.compact_in_turns(new.request).decode("utf-8"),
            "expected": decimal(new.expected),
            "outcome": Outcome.HELD if held else Outcome.SENDING,
            "created_at": self._clock().astimezone(UTC).isoformat(),
            "reason": "",
            "error_code": "",
            "error_message": "",
            "answer": "",
            "detail": "",
            "fingerprint": fingerprint(new.channel, as_chosen(new.request, new.chosen)),
            "instant": instant_text(new.instant),
            **cost_values(new.cost),
        }
        names = ", ".join(values)
        places = ", ".join(f":{name}" for name in values)
        with transaction(self._connection):
            cursor = self._connection.execute(f"INSERT INTO sends ({names}) VALUES ({places})", values)  # noqa: S608
            send_id = cursor.lastrowid
            self._connection.execute(
                "INSERT INTO sends_words (rowid, words) VALUES (?, ?)", (send_id, indexed(str(words)))
            )
            if within is not None and send_id is not None:
                within(send_id)
            # Read before the commit: a row that cannot be handed back is not left behind.
            send = self.existing(send_id)
        now = self._stopwatch()
        if not held:
            self._begun[send.id] = now
        self._recorded.append((now, send.id))
        return send

    def begin(self, send_id: int) -> Send:
        """Write down that a send which was held is about to leave; it is on the disk when this returns.

        Raises AlreadySettled for a row that is not held, KeyError for one that is not there.
        """
        with transaction(self._connection):
            sql = "UPDATE sends SET outcome = 'sending' WHERE id = ? AND outcome = 'held'"
            cursor = self._connection.execute(sql, (send_id,))
            send = self.existing(send_id)
        if not cursor.rowcount:
            raise AlreadySettled(send_id)
        self._begun[send_id] = self._stopwatch()
        return send

    def settle(self, send_id: int, reply: Sent | Failure) -> Send:
        """Write down what came of a send; it is on the disk when this returns.

        A row that is unknown because nobody waited for its answer any more takes the answer that comes after all. One
        that is held can only become not sent. Raises AlreadySettled for a row that has its outcome, KeyError for a row
        that is not there, ValueError for a failure that calls itself sent, sending or held.
        """
        if isinstance(reply, Failure) and reply.outcome in {Outcome.SENT, Outcome.SENDING, Outcome.HELD}:
            raise ValueError(f"a failure cannot be {reply.outcome}")
        begun = self._begun.get(send_id)
        is_awaited = isinstance(reply, Failure) and reply.reason == "stopped_waiting"
        failure = reply if isinstance(reply, Failure) else Failure(Outcome.SENT, reason="", answer=reply.answer)
        values: dict[str, object] = {
            "id": send_id,
            "outcome": failure.outcome,
            "count": decimal(reply.count) if isinstance(reply, Sent) else None,
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
                f"""
                UPDATE sends SET outcome = :outcome, count = :count, reason = :reason, error_code = :error_code,
                    error_message = :error_message, http_status = :http_status, answer = :answer, detail = :detail,
                    settled_at = :settled_at, took = :took
                WHERE id = :id AND ({_MAY_SETTLE})
                """,  # noqa: S608
                values,
            )
            settled = self.existing(send_id)
        if not cursor.rowcount:
            raise AlreadySettled(send_id)
        if not is_awaited:
            self._begun.pop(send_id, None)
        return settled

    def close_open_sends(self) -> list[Send]:
        """Settles what was held or on its way when the app ended; for the start of the app. Returns those sends."""
        from scoro_desktop.storage.open_sends import settle_open

        ids = settle_open(self._connection, self._clock().astimezone(UTC).isoformat(), self._ids)
        return [self.existing(send_id) for send_id in ids]

    def get(self, send_id: int) -> Send | None:
        """The send with this id, if there is one. Raises StorageFailed also for one that is damaged."""
        rows = read_rows(self._connection, f"SELECT {SEND_COLUMNS} FROM sends WHERE id = ?", (send_id,))  # noqa: S608
        return send_of(rows[0]) if rows else None

    def annotate(self, send_id: int, *, note: str | None = None, pinned: bool | None = None) -> Send:
        """Keeps a note beside a send, or pins it; None leaves it as it is. Raises KeyError where the send is gone."""
        from scoro_desktop.storage.history_words import change_note

        with transaction(self._connection):
            if note is not None:
                change_note(self._connection, self.existing(send_id), storable(note))
                self._connection.execute("UPDATE sends SET note = ? WHERE id = ?", (storable(note), send_id))
            if pinned is not None:
                self._connection.execute("UPDATE sends SET is_pinned = ? WHERE id = ?", (pinned, send_id))
            return self.existing(send_id)

    def sent_before(self, account: Account, channel: str, request: JsonObject, within: timedelta) -> Send | None:
        """The newest send within a time that its readers cannot tell from this one, and that went out or may have.

        Through this account, or another of the same application at the same address: people get it twice either way.
        The clock may have been set meanwhile: what was recorded after a send of that time is of that time too, and so
        is what this run of the app recorded not longer ago. Raises StorageFailed also where damage leaves it open.
        """
        now = self._stopwatch()
        while self._recorded and now - self._recorded[0][0] > within.total_seconds():
            self._recorded.popleft()
        of_this_run = self._recorded[0][1] if self._recorded else None
        since = (self._clock() - within).astimezone(UTC).isoformat()
        return newest_alike(self._connection, account, channel, request, since, of_this_run)

    def almost_sent(self, account: Account, channel: str, request: JsonObject, within: timedelta) -> Send | None:
        """The newest send within a time that may have gone out and that readers would take for this one, edited."""
        from scoro_desktop.storage.almost_sent import newest_almost

        since = (self._clock() - within).astimezone(UTC).isoformat()
        return newest_almost(self._connection, account, channel, request, since)

    def replaced(self, account: Account, channel: str, request: JsonObject, within: timedelta) -> Send | None:
        """The newest send within a time whose place this one takes on devices that still show it."""
        from scoro_desktop.storage.replaced import newest_replaced

        return newest_replaced(self._connection, account, channel, request, (self._clock() - within).astimezone(UTC))

    def existing(self, send_id: int | None) -> Send:
        """The send with this id. Raises KeyError where there is none, StorageFailed also for one that is damaged."""
        send = None if send_id is None else self.get(send_id)
        if send is None:
            raise KeyError(send_id)
        return send
