"""A campaign that was approved: each request from planned to settled, and the people in it with it."""

import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import assert_never

from scoro_desktop.messages.request import ENVELOPE_KEYS
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.campaigns.preparing import add_requests, must_be
from scoro_desktop.storage.campaigns.rows import SEND_COLUMNS, json_text, moment_text, send_of
from scoro_desktop.storage.campaigns.states import PauseCode, PersonState, Why
from scoro_desktop.storage.campaigns.types import AlreadyBegun, CampaignSend, NewRequest, NotPossible
from scoro_desktop.storage.database import StorageFailed, failures, read_rows, storable, transaction
from scoro_desktop.storage.salvage import readable_ids
from scoro_desktop.wire import JsonObject

_OF_PEOPLE = "users"
"""The collection in which a document is a person; in any other it is a device."""
_OPEN = "state IN ('planned', 'not_sent', 'sending')"
_APPROVED = ("ready", "run", "pause", "stop")
_REST = "state IN ('planned', 'not_sent')"


def begin_send(connection: sqlite3.Connection, send_id: int, now: datetime) -> CampaignSend:
    """Writes down that a request leaves; it is on the disk when this returns.

    Raises AlreadyBegun for one that is neither planned nor proven not sent, and where its campaign does not run.
    """
    with transaction(connection):
        begun = connection.execute(
            f"UPDATE campaign_sends SET state = 'sending', began_at = ?, settled_at = NULL WHERE id = ? AND {_REST} "  # noqa: S608
            "AND EXISTS (SELECT 1 FROM campaigns WHERE id = campaign_id AND wish = 'run')",
            (moment_text(now), send_id),
        ).rowcount
        if not begun:
            raise AlreadyBegun(send_id)
        connection.execute(f"UPDATE campaign_people SET state = 'sending' WHERE send_id = ? AND {_REST}", (send_id,))  # noqa: S608
        return _existing(connection, send_id)


def settle_send(
    connection: sqlite3.Connection, send_id: int, reply: Sent | Failure, missed: Collection[str], now: datetime
) -> CampaignSend:
    """Writes down what came of a request, and of each person in it.

    `missed`: who did not match the clause any more when the server was asked again. Raises NotPossible for a request
    that is not on its way, KeyError where there is none.
    """
    with transaction(connection):
        before = _existing(connection, send_id)
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
        return _existing(connection, send_id)


def next_planned(connection: sqlite3.Connection, campaign_id: int, limit: int) -> list[CampaignSend]:
    """The requests that may leave next: those planned, then those that are proven not to have left."""
    with failures():
        rows = connection.execute(
            f"SELECT {SEND_COLUMNS} FROM campaign_sends WHERE campaign_id = ? AND {_REST} "  # noqa: S608
            "ORDER BY state = 'not_sent', id LIMIT ?",
            (campaign_id, limit),
        ).fetchall()
    return [send_of(row) for row in rows]


def pause(connection: sqlite3.Connection, campaign_id: int, code: str, detail: str) -> None:
    """A campaign that runs takes no further request; one that stands still already keeps its first reason."""
    with transaction(connection):
        connection.execute(
            "UPDATE campaigns SET wish = 'pause', pause = ?, pause_detail = ? WHERE id = ? AND wish = 'run'",
            (code, storable(detail), campaign_id),
        )


def go_on(connection: sqlite3.Connection, campaign_id: int, now: datetime) -> None:
    """A campaign that is ready or stands still runs. Raises NotPossible for others and for one with nothing left."""
    with transaction(connection):
        must_be(connection, campaign_id, "ready", "pause", "run")
        if not _has(connection, campaign_id, _OPEN):
            raise NotPossible(campaign_id, "nothing is left of it")
        connection.execute(
            "UPDATE campaigns SET wish = 'run', pause = '', pause_detail = '', ended_at = NULL, "
            "began_at = coalesce(began_at, ?) WHERE id = ?",
            (moment_text(now), campaign_id),
        )


def stop(connection: sqlite3.Connection, campaign_id: int, now: datetime) -> None:
    """Gives up all that has not left. What is under way ends as it ends."""
    with transaction(connection):
        must_be(connection, campaign_id, "ready", "pause", "run", "stop")
        connection.execute(
            "UPDATE campaigns SET wish = 'stop', pause = '', pause_detail = '' WHERE id = ?", (campaign_id,)
        )
        connection.execute(
            f"UPDATE campaign_people SET state = 'skipped', why = ? WHERE campaign_id = ? AND {_REST}",  # noqa: S608
            (Why.STOPPED, campaign_id),
        )
        connection.execute(
            f"UPDATE campaign_sends SET state = 'skipped' WHERE campaign_id = ? AND {_REST}",  # noqa: S608
            (campaign_id,),
        )
        end_if_done(connection, campaign_id, now)


def at_start(connection: sqlite3.Connection, now: datetime) -> list[int]:
    """What was on its way when the app ended is unknown, and what ran stands still. The ids of those campaigns."""
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


def _settle_at_start(connection: sqlite3.Connection, campaign_id: int, now: datetime) -> bool:
    """Tells whether something was changed. A campaign whose rows are damaged stays as it is, and cannot go on."""
    try:
        with transaction(connection):
            connection.execute(
                "UPDATE campaign_people SET state = 'unknown' WHERE campaign_id = ? AND state = 'sending'",
                (campaign_id,),
            )
            settled = connection.execute(
                "UPDATE campaign_sends SET state = 'unknown', reason = 'app_closed', settled_at = ? "
                "WHERE campaign_id = ? AND state = 'sending'",
                (moment_text(now), campaign_id),
            ).rowcount
            paused = 0
            if _has(connection, campaign_id, _REST):
                sql = "UPDATE campaigns SET wish = 'pause', pause = ?, pause_detail = '' WHERE id = ? AND wish = 'run'"
                paused = connection.execute(sql, (PauseCode.APP_CLOSED, campaign_id)).rowcount
            if settled or paused:
                end_if_done(connection, campaign_id, now)
    except StorageFailed as error:
        if not error.is_damage:
            raise
        return False
    return bool(settled or paused)


def change_text(
    connection: sqlite3.Connection,
    campaign_id: int,
    message: JsonObject,
    requests: Iterable[NewRequest],
    now: datetime,
) -> None:
    """Another text for all that has not left: new requests take the place of those, with the same people.

    Raises NotPossible for a campaign that runs, and where the new requests are not for the people of the old ones.
    """
    if message.keys() & set(ENVELOPE_KEYS):
        raise ValueError("a stored message must not carry keys")
    with transaction(connection):
        must_be(connection, campaign_id, "ready", "pause")
        before = _people_of(connection, campaign_id)
        connection.execute(
            f"UPDATE campaign_people SET send_id = NULL, state = 'planned', why = '' WHERE campaign_id = ? AND {_REST}",  # noqa: S608
            (campaign_id,),
        )
        connection.execute(f"DELETE FROM campaign_sends WHERE campaign_id = ? AND {_REST}", (campaign_id,))  # noqa: S608
        add_requests(connection, campaign_id, requests, now)
        if _people_of(connection, campaign_id) != before or _has_homeless(connection, campaign_id):
            raise NotPossible(campaign_id, "not the people of the rest")
        connection.execute("UPDATE campaigns SET message = ? WHERE id = ?", (json_text(message), campaign_id))


def plan_again(connection: sqlite3.Connection, campaign_id: int, requests: Iterable[NewRequest], now: datetime) -> None:
    """Plans people in doubt once more: an act of a person's own, counted and confirmed. The campaign must stand still.

    Their first requests stay what they are. Raises NotPossible where somebody in them is not in doubt.
    """
    with transaction(connection):
        if must_be(connection, campaign_id, "pause", "run") == "run" and _has(connection, campaign_id, _OPEN):
            raise NotPossible(campaign_id, "it runs")
        listed = list(requests)
        ids = [each for request in listed for each in request.ids]
        freed = connection.executemany(
            "UPDATE campaign_people SET send_id = NULL, state = 'planned', why = '' "
            "WHERE id = ? AND campaign_id = ? AND state = 'unknown'",
            ((each, campaign_id) for each in ids),
        ).rowcount
        if not ids or freed != len(ids):
            raise NotPossible(campaign_id, "somebody is not in doubt")
        add_requests(connection, campaign_id, listed, now)
        connection.execute(
            "UPDATE campaigns SET wish = 'pause', ended_at = NULL, pause = CASE pause WHEN '' THEN ? ELSE pause END "
            "WHERE id = ?",
            (PauseCode.BY_PERSON, campaign_id),
        )


def end_if_done(connection: sqlite3.Connection, campaign_id: int, now: datetime) -> None:
    """Notes the end of a campaign of which nothing is open any more; within a transaction."""
    if not _has(connection, campaign_id, _OPEN):
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


def _existing(connection: sqlite3.Connection, send_id: int) -> CampaignSend:
    row = connection.execute(f"SELECT {SEND_COLUMNS} FROM campaign_sends WHERE id = ?", (send_id,)).fetchone()  # noqa: S608
    if row is None:
        raise KeyError(send_id)
    return send_of(row)


def _has(connection: sqlite3.Connection, campaign_id: int, states: str) -> bool:
    sql = f"SELECT 1 FROM campaign_sends WHERE campaign_id = ? AND {states} LIMIT 1"  # noqa: S608
    return connection.execute(sql, (campaign_id,)).fetchone() is not None


def _has_homeless(connection: sqlite3.Connection, campaign_id: int) -> bool:
    sql = "SELECT 1 FROM campaign_people WHERE campaign_id = ? AND state = 'planned' AND send_id IS NULL LIMIT 1"
    return connection.execute(sql, (campaign_id,)).fetchone() is not None


def _people_of(connection: sqlite3.Connection, campaign_id: int) -> int:
    """The number of people whose requests have not left."""
    sql = f"SELECT coalesce(sum(people), 0) FROM campaign_sends WHERE campaign_id = ? AND {_REST}"  # noqa: S608
    (number,) = connection.execute(sql, (campaign_id,)).fetchone()
    return int(number)
