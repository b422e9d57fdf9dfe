"""A campaign that was approved: each request from planned to settled, and the people in it with it."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from scoro_desktop.storage.campaigns import history_row, next_text
from scoro_desktop.storage.campaigns.leaving_out import leave_out_now
from scoro_desktop.storage.campaigns.preparing import add_requests, must_be
from scoro_desktop.storage.campaigns.rows import SEND_COLUMNS, has_send, moment_text, send_of
from scoro_desktop.storage.campaigns.settling import OPEN, REST, RUNS, end_if_done, existing_send
from scoro_desktop.storage.campaigns.states import PauseCode, Why
from scoro_desktop.storage.campaigns.types import DOUBTED, AlreadyBegun, CampaignSend, NewRequest, NotPossible
from scoro_desktop.storage.database import failures, storable, transaction


def begin_send(connection: sqlite3.Connection, send_id: int, now: datetime) -> CampaignSend:
    """Writes down that a request leaves; it is on the disk when this returns.

    Whoever is on the do-not-send list, or got another campaign within the hours of this one, is not in it any more;
    where that is all, it is SKIPPED.
    Raises AlreadyBegun for one that is neither planned nor proven not sent, and where its campaign does not run.
    """
    with transaction(connection):
        if leave_out_now(connection, send_id, now):
            return existing_send(connection, send_id)
        begun = connection.execute(
            f"UPDATE campaign_sends SET state = 'sending', began_at = ?, settled_at = NULL WHERE id = ? AND {REST} "  # noqa: S608
            f"AND EXISTS (SELECT 1 FROM campaigns WHERE id = campaign_id AND {RUNS})",
            (moment_text(now), send_id),
        ).rowcount
        if not begun:
            raise AlreadyBegun(send_id)
        connection.execute(f"UPDATE campaign_people SET state = 'sending' WHERE send_id = ? AND {REST}", (send_id,))  # noqa: S608
        return existing_send(connection, send_id)


def next_planned(connection: sqlite3.Connection, campaign_id: int, limit: int) -> list[CampaignSend]:
    """The requests that may leave next: those planned, then those that are proven not to have left."""
    rows: list[tuple[Any, ...]] = []
    with failures():
        for state in ("planned", "not_sent"):  # each by itself, in the order of the index: nothing is sorted
            sql = f"SELECT {SEND_COLUMNS} FROM campaign_sends WHERE campaign_id = ? AND state = ? ORDER BY id LIMIT ?"  # noqa: S608
            rows += connection.execute(sql, (campaign_id, state, limit - len(rows))).fetchall()
    return [send_of(row) for row in rows]


def pause(connection: sqlite3.Connection, campaign_id: int, code: str, detail: str) -> None:
    """A campaign that runs takes no further request; one that stands still already keeps its first reason."""
    with transaction(connection):
        connection.execute(
            "UPDATE campaigns SET wish = 'pause', pause = ?, pause_detail = ? WHERE id = ? AND wish = 'run'",
            (code, storable(detail), campaign_id),
        )
        history_row.paused(connection, campaign_id)


def go_on(connection: sqlite3.Connection, campaign_id: int, now: datetime) -> None:
    """A campaign that is ready or stands still runs. Raises NotPossible for others and for one with nothing left.

    Another text that was being written for its rest is not used any more; one that was decided is in its place first.
    """
    with transaction(connection):
        must_be(connection, campaign_id, "ready", "pause", "run")
        if next_text.is_decided(connection, campaign_id):
            raise NotPossible(campaign_id, "its text is being changed")
        next_text.call_off(connection, campaign_id)
        if not has_send(connection, campaign_id, OPEN):
            raise NotPossible(campaign_id, "nothing is left of it")
        connection.execute(
            "UPDATE campaigns SET wish = 'run', pause = '', pause_detail = '', ended_at = NULL, "
            "began_at = coalesce(began_at, ?) WHERE id = ?",
            (moment_text(now), campaign_id),
        )
        history_row.begin(connection, campaign_id, now)


def set_pace(connection: sqlite3.Connection, campaign_id: int, pace: float) -> None:
    """Another pace, in requests a second."""
    with transaction(connection):
        connection.execute("UPDATE campaigns SET pace = ? WHERE id = ?", (pace, campaign_id))


def begin_stop(connection: sqlite3.Connection, campaign_id: int) -> None:
    """From now on nothing of a campaign leaves; what has not left is given up by `give_up`. What is under way ends.

    One whose last request has its outcome meanwhile is finished, and stays that.
    """
    with transaction(connection):
        must_be(connection, campaign_id, "ready", "pause", "run", "stop")
        if not has_send(connection, campaign_id, OPEN):
            return
        connection.execute(
            "UPDATE campaigns SET wish = 'stop', pause = '', pause_detail = '' WHERE id = ?", (campaign_id,)
        )
        next_text.call_off(connection, campaign_id)
        history_row.given_up(connection, campaign_id, 0)


def give_up(connection: sqlite3.Connection, campaign_id: int, limit: int, now: datetime) -> bool:
    """Gives up so many requests of a campaign that is stopped; tells whether there are more.

    All of 20,000 at once held up everybody else for half a second. One that is stopped and has not ended stays what it
    is until nothing is left: where the app ends between two calls, the next start goes on (`Stores.giving_up`).
    """
    with transaction(connection):
        if must_be(connection, campaign_id, "ready", "pause", "run", "stop") != "stop":
            return False
        sql = f"SELECT id FROM campaign_sends WHERE campaign_id = ? AND {REST} LIMIT ?"  # noqa: S608
        ids = connection.execute(sql, (campaign_id, limit)).fetchall()
        people = connection.executemany(
            f"UPDATE campaign_people SET state = 'skipped', why = '{Why.STOPPED}' WHERE send_id = ? AND {REST}",  # noqa: S608
            ids,
        ).rowcount
        connection.executemany("UPDATE campaign_sends SET state = 'skipped' WHERE id = ?", ids)
        if has_send(connection, campaign_id, REST) or next_text.take_out(connection, campaign_id, limit) == limit:
            history_row.given_up(connection, campaign_id, people)
            return True
        end_if_done(connection, campaign_id, now)
        history_row.count_anew(connection, campaign_id)
        return False


def send_again(connection: sqlite3.Connection, campaign_id: int, after: int, limit: int, now: datetime) -> int | None:
    """Plans those in doubt of so many requests once more, each with the request that they were in.

    Gives the id of the last of those requests, after which the next ones come; None where these were all. A process
    that ends in between leaves the others in doubt, as they were. Raises NotPossible where nobody is in doubt, where
    the campaign runs, and once its values are deleted.
    """
    with failures():
        sql = (
            "SELECT id FROM campaign_sends WHERE campaign_id = ? AND state = 'unknown' AND id > ? AND EXISTS "
            "(SELECT 1 FROM campaign_people WHERE send_id = campaign_sends.id AND state = 'unknown') "
            "ORDER BY id LIMIT ?"
        )
        found = connection.execute(sql, (campaign_id, after, limit)).fetchall()
        sends = [existing_send(connection, send_id) for (send_id,) in found]
        sql = "SELECT id FROM campaign_people WHERE send_id = ? AND state = 'unknown' ORDER BY id"
        people = {send.id: tuple(each for (each,) in connection.execute(sql, (send.id,))) for send in sends}
    if not sends and after:
        return None
    if not all(send.body for send in sends):
        raise NotPossible(campaign_id, "its texts are deleted")
    requests = [
        NewRequest(
            send.body,
            people[send.id],
            parts=send.share(send.parts, len(people[send.id])),
            amount=send.share(send.amount, len(people[send.id])),
        )
        for send in sends
    ]
    plan_again(connection, campaign_id, requests, now)
    return sends[-1].id if len(sends) == limit else None


def plan_again(connection: sqlite3.Connection, campaign_id: int, requests: Iterable[NewRequest], now: datetime) -> None:
    """Plans people in doubt once more: an act of a person's own, counted and confirmed. The campaign must stand still.

    Their first requests stay what they are, and that those may have reached them stays with the people: some of them
    may be skipped or refused this time. Raises NotPossible where somebody in them is not in doubt.
    """
    with transaction(connection):
        if must_be(connection, campaign_id, "pause", "run") == "run" and has_send(connection, campaign_id, OPEN):
            raise NotPossible(campaign_id, "it runs")
        listed = list(requests)
        ids = [each for request in listed for each in request.ids]
        out: dict[int, int] = {}
        for each in ids:
            sql = "SELECT send_id FROM campaign_people WHERE id = ? AND send_id IS NOT NULL"
            for (send_id,) in connection.execute(sql, (each,)):
                out[send_id] = out.get(send_id, 0) + 1
        freed = connection.executemany(
            f"UPDATE campaign_people SET send_id = NULL, state = 'planned', why = '', detail = '{DOUBTED}' "  # noqa: S608
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
        history_row.planned_again(connection, campaign_id, out)
