"""The outcome of a request and of everybody in it, and what becomes of those whose outcome nobody heard of."""

import sqlite3
from collections.abc import Callable, Collection
from datetime import datetime
from typing import assert_never

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.campaigns import history_row
from scoro_desktop.storage.campaigns.preparing import must_be
from scoro_desktop.storage.campaigns.rows import SEND_COLUMNS, has_send, moment_text, send_of
from scoro_desktop.storage.campaigns.states import PauseCode, PersonState, Why
from scoro_desktop.storage.campaigns.types import CampaignSend, NotPossible
from scoro_desktop.storage.database import StorageFailed, read_rows, storable, transaction
from scoro_desktop.storage.salvage import readable_ids

OPEN = "state IN ('planned', 'not_sent', 'sending')"
REST = "state IN ('planned', 'not_sent')"
RUNS = "wish = 'run' AND changing NOT LIKE 'decided%'"
"""Of the campaign of a request: it may leave."""
_OF_PEOPLE = "users"
"""The collection in which a document is a person; in any other it is a device."""
_APPROVED = ("ready", "run", "pause", "stop")


def settle_send(
    connection: sqlite3.Connection, send_id: int, reply: Sent | Failure, missed: Collection[str], now: datetime
) -> CampaignSend:
    """Writes down what came of a request, and of each person in it.

    `missed`: who did not match the clause any more when the server was asked again. Raises NotPossible for a request
    that is not on its way, KeyError where there is none.
    """
    with transaction(connection):
        before = existing_send(connection, send_id)
        if before.state is not PersonState.SENDING:
            raise NotPossible(before.campaign_id, f"request {send_id} is settled already")
        state, why = _state_after(reply), ""
        if state is PersonState.NOT_SENT and must_be(connection, before.campaign_id, *_APPROVED) == "stop":
            state, why = PersonState.SKIPPED, Why.STOPPED
        failure = reply if isinstance(reply, Failure) else Failure(Outcome.SENT, "")
        detail = " ".join(filter(None, (failure.error_code, failure.error_message, failure.detail)))
        connection.execute(
            "UPDATE campaign_sends SET state = ?, count = ?, reason = ?, http_status = ?, detail = ?, settled_at = ? "
            "WHERE id = ?",
            (
                state,
                str(reply.count) if isinstance(reply, Sent) else None,
                failure.reason,
                failure.http_status,
                storable(detail),
                moment_text(now),
                send_id,
            ),
        )
        _settle_people(connection, before, reply, (state, why), missed)
        end_if_done(connection, before.campaign_id, now)
        settled = existing_send(connection, send_id)
        history_row.settled(connection, settled)
        return settled


def note_missed(connection: sqlite3.Connection, send_id: int, missed: Collection[str]) -> None:
    """Notes who did not match the clause of a request that was sent, found out after it was settled.

    Where their number is not what the server left out, nothing is proven, and nothing changes.
    """
    with transaction(connection):
        send = existing_send(connection, send_id)
        if send.state is not PersonState.SENT or send.count is None or send.people - send.count != len(missed):
            return
        out = connection.executemany(
            "UPDATE campaign_people SET state = 'skipped', why = ? WHERE send_id = ? AND state = 'sent' AND person = ?",
            ((Why.NO_LONGER, send_id, person) for person in missed),
        ).rowcount
        history_row.missed(connection, send.campaign_id, max(0, out))
        state, why = _of_the_rest(send, send.count, len(missed))
        connection.execute(
            "UPDATE campaign_people SET state = ?, why = ? WHERE send_id = ? AND state = 'sent'", (state, why, send_id)
        )


def state_of_people(send: CampaignSend) -> PersonState:
    """The state of those in a request of whom nothing else is known."""
    return PersonState.SKIPPED if send.state is PersonState.SENT and not send.count else send.state


def at_start(connection: sqlite3.Connection, now: datetime) -> list[int]:
    """Puts in doubt what was on its way when the app ended, and pauses what ran. Returns the ids of those campaigns."""
    sql = (
        "SELECT id FROM campaigns WHERE (wish = 'run' AND ended_at IS NULL) "
        "OR EXISTS (SELECT 1 FROM campaign_sends WHERE campaign_id = campaigns.id AND state = 'sending')"
    )
    try:
        ids = [campaign_id for (campaign_id,) in read_rows(connection, sql)]
    except StorageFailed as error:
        if not error.is_damage:
            raise
        ids = readable_ids(connection, "campaigns")
    return [campaign_id for campaign_id in ids if _settle_at_start(connection, campaign_id, now)]


def doubt_open(connection: sqlite3.Connection, campaign_id: int, now: datetime) -> None:
    """Puts in doubt what is on its way by the ledger and nobody has open: a write that failed may have been done."""

    def doubt() -> bool:
        if not _doubt(connection, campaign_id, "not_begun", now):
            return False
        end_if_done(connection, campaign_id, now)
        return True

    _and_count(connection, campaign_id, doubt)


def _and_count(connection: sqlite3.Connection, campaign_id: int, change: Callable[[], bool]) -> bool:
    """Changes a campaign, and its row of the history with it; where all of its rows cannot be read, the former alone.

    After a read of a damaged page SQLite writes nothing more in a transaction.
    """
    try:
        with transaction(connection):
            is_changed = change()
            if is_changed:
                history_row.count_anew(connection, campaign_id)
            return is_changed
    except StorageFailed as error:
        if not error.is_damage:
            raise
    with transaction(connection):
        return change()


def _doubt(connection: sqlite3.Connection, campaign_id: int, reason: str, now: datetime) -> int:
    connection.execute(
        "UPDATE campaign_people SET state = 'unknown' WHERE campaign_id = ? AND state = 'sending'", (campaign_id,)
    )
    return connection.execute(
        "UPDATE campaign_sends SET state = 'unknown', reason = ?, settled_at = ? "
        "WHERE campaign_id = ? AND state = 'sending'",
        (reason, moment_text(now), campaign_id),
    ).rowcount


def _settle_at_start(connection: sqlite3.Connection, campaign_id: int, now: datetime) -> bool:
    """Tells whether something was changed. Of a campaign that is damaged each part is settled that can be: a row of it
    that has to grow beside a torn page cannot be written. The rest stays as it is, and cannot go on.
    """

    def doubt() -> int:
        return _doubt(connection, campaign_id, "app_closed", now)

    def pause() -> int:
        if not has_send(connection, campaign_id, REST):
            return 0
        sql = "UPDATE campaigns SET wish = 'pause', pause = ?, pause_detail = '' WHERE id = ? AND wish = 'run'"
        return connection.execute(sql, (PauseCode.APP_CLOSED, campaign_id)).rowcount

    def settle() -> bool:
        settled, paused = doubt(), pause()
        if settled or paused:
            end_if_done(connection, campaign_id, now)
        return bool(settled or paused)

    try:
        return _and_count(connection, campaign_id, settle)
    except StorageFailed as error:
        if not error.is_damage:
            raise
    is_changed = False
    for part in (doubt, pause):
        try:
            with transaction(connection):
                is_changed = bool(part()) or is_changed
        except StorageFailed as error:
            if not error.is_damage:
                raise
    return is_changed


def end_if_done(connection: sqlite3.Connection, campaign_id: int, now: datetime) -> None:
    """Notes the end of a campaign of which nothing is open any more; within a transaction."""
    if not has_send(connection, campaign_id, OPEN):
        connection.execute(
            "UPDATE campaigns SET ended_at = coalesce(ended_at, ?) WHERE id = ?", (moment_text(now), campaign_id)
        )


def _settle_people(
    connection: sqlite3.Connection,
    send: CampaignSend,
    reply: Sent | Failure,
    after: tuple[PersonState, str],
    missed: Collection[str],
) -> None:
    state, why = after
    if isinstance(reply, Sent):
        state, why = _of_the_rest(send, reply.count, len(missed))
        connection.executemany(
            "UPDATE campaign_people SET state = 'skipped', why = ? "
            "WHERE send_id = ? AND state = 'sending' AND person = ?",
            ((Why.NO_LONGER, send.id, person) for person in missed),
        )
    connection.execute(
        "UPDATE campaign_people SET state = ?, why = ? WHERE send_id = ? AND state = 'sending'", (state, why, send.id)
    )


def _of_the_rest(send: CampaignSend, count: int, missed: int) -> tuple[PersonState, str]:
    """The state of those in a request that was sent who were not missed, and whether that is proven.

    A count names nobody: of a push it is a number of devices, and a person may have several.
    """
    if not count:
        return PersonState.SKIPPED, Why.NOBODY
    people = send.people - missed
    is_proven = count == people if send.body.get("coll") == _OF_PEOPLE else people == 1
    return PersonState.SENT, "" if is_proven else Why.IN_REQUEST


def _state_after(reply: Sent | Failure) -> PersonState:
    match reply.outcome:
        case Outcome.SENT:
            if isinstance(reply, Failure):
                raise ValueError("a failure cannot be sent")  # noqa: TRY004
            return PersonState.SENT
        case Outcome.REFUSED:
            return PersonState.REFUSED
        case Outcome.NOT_SENT:
            return PersonState.NOT_SENT
        case Outcome.UNKNOWN:
            return PersonState.UNKNOWN
        case Outcome.SENDING | Outcome.HELD:
            raise ValueError(f"a failure cannot be {reply.outcome}")
        case _:
            assert_never(reply.outcome)


def existing_send(connection: sqlite3.Connection, send_id: int) -> CampaignSend:
    """The request with this id. Raises KeyError where there is none."""
    row = connection.execute(f"SELECT {SEND_COLUMNS} FROM campaign_sends WHERE id = ?", (send_id,)).fetchone()  # noqa: S608
    if row is None:
        raise KeyError(send_id)
    return send_of(row)
