"""The one row of a campaign in the history, kept in step by the ledger in the transaction in which something changes.

It is written when the campaign begins. What each request changes is added to it, since to count 100,000 people anew for
each of their requests takes longer than the request; it is counted anew where a campaign ends.
"""

import contextlib
import dataclasses
import sqlite3
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Request
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.campaigns import paid
from scoro_desktop.storage.campaigns.reading import planned_for
from scoro_desktop.storage.campaigns.rows import (
    CAMPAIGN_COLUMNS,
    campaign_of,
    counted,
    has_send,
    json_text,
    known_state,
    moment_text,
)
from scoro_desktop.storage.campaigns.states import OPEN_STATES, CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import Campaign, CampaignSend
from scoro_desktop.storage.history_rows import OfCampaign
from scoro_desktop.storage.search import indexed

_FIGURES: Final = """
    UPDATE sends SET count = :count, all_parts = :all_parts, amount = :amount, open_amount = :open_amount,
        campaign = :campaign, outcome = :outcome, settled_at = :settled_at, expected = :expected
    WHERE id = :id
    """
_HANDLED: Final = (
    "SELECT state, count(*) FROM campaign_people "
    "WHERE campaign_id = ? AND state IN ('sent', 'unknown', 'refused', 'skipped') GROUP BY state"
)
"""Those of whom something is said in the row: of a long list most are left out, or wait."""
_WISHES: Final = {CampaignState.RUNNING: "run", CampaignState.PAUSED: "pause", CampaignState.STOPPED: "stop"}


def begin(connection: sqlite3.Connection, campaign_id: int, now: datetime) -> None:
    """Writes the row of a campaign that runs from now on, or notes that in it; within a transaction."""
    if _history_id(connection, campaign_id) is None:
        campaign = _campaign(connection, campaign_id)
        history_id = _insert(connection, campaign, now)
        connection.execute("UPDATE campaigns SET history_id = ? WHERE id = ?", (history_id, campaign_id))
    elif _note(connection, campaign_id, CampaignState.RUNNING):
        return
    count_anew(connection, campaign_id)


def count_anew(connection: sqlite3.Connection, campaign_id: int) -> None:
    """Brings the row of a campaign up to date from all of its rows; within a transaction. Nothing where it has none."""
    history_id = _history_id(connection, campaign_id)
    if history_id is None:
        return
    campaign = _campaign(connection, campaign_id)
    sent, doubt = paid.sent_in_all(connection, campaign_id), paid.in_doubt(connection, campaign_id)
    _write(connection, history_id, campaign, sent, doubt.amount)


def settled(connection: sqlite3.Connection, send: CampaignSend) -> None:
    """Adds what came of a request; within the transaction in which it was settled."""
    row = connection.execute(
        "SELECT c.history_id, c.ended_at, s.count, s.campaign, s.all_parts, s.amount, s.open_amount "
        "FROM campaigns AS c JOIN sends AS s ON s.id = c.history_id WHERE c.id = ?",
        (send.campaign_id,),
    ).fetchone()
    if row is None:
        return
    history_id, ended_at, count, text, all_parts, amount, open_amount = row
    figures = _figures(text)
    if ended_at is not None or figures is None:
        count_anew(connection, send.campaign_id)
        return
    people = _people_of(connection, send)
    sent, doubt = (
        paid.Paid(all_parts, amount).plus(paid.sent_of(send)),
        paid.Paid(None, open_amount).plus(paid.doubt_of(send)),
    )
    figures = dataclasses.replace(
        figures,
        unknown=figures.unknown + people.get(PersonState.UNKNOWN, 0),
        refused=figures.refused + people.get(PersonState.REFUSED, 0),
        skipped=figures.skipped + people.get(PersonState.SKIPPED, 0),
    )
    connection.execute(
        "UPDATE sends SET count = ?, campaign = ?, all_parts = ?, amount = ?, open_amount = ? WHERE id = ?",
        (
            str(int(count or 0) + people.get(PersonState.SENT, 0)),
            json_text(dataclasses.asdict(figures)),
            sent.parts,
            sent.amount,
            doubt.amount,
            history_id,
        ),
    )


def paused(connection: sqlite3.Connection, campaign_id: int) -> None:
    """Notes that a campaign stands still, and why; within a transaction. None of its people is read for it."""
    _note(connection, campaign_id, CampaignState.PAUSED)


def given_up(connection: sqlite3.Connection, campaign_id: int, people: int) -> None:
    """Notes that a campaign is stopped, and so many more people given up; within a transaction, as `paused`."""
    _note(connection, campaign_id, CampaignState.STOPPED, people)


def left_out(connection: sqlite3.Connection, campaign_id: int, people: int) -> None:
    """Notes that so many more people get nothing of a campaign that runs; within a transaction, as `paused`."""
    if not _note(connection, campaign_id, CampaignState.RUNNING, people):
        count_anew(connection, campaign_id)


def _note(connection: sqlite3.Connection, campaign_id: int, state: CampaignState, skipped: int = 0) -> bool:
    """Notes the state of a campaign that has not ended, where it is what a person wants of it. Tells whether it did."""
    row = connection.execute(
        "SELECT s.id, c.pause, s.campaign FROM campaigns AS c JOIN sends AS s ON s.id = c.history_id "
        "WHERE c.id = ? AND c.wish = ? AND c.ended_at IS NULL",
        (campaign_id, _WISHES[state]),
    ).fetchone()
    figures = None if row is None else _figures(row[2])
    if row is None or figures is None:
        return False
    figures = dataclasses.replace(figures, state=state, pause=row[1], skipped=figures.skipped + skipped)
    values = (json_text(dataclasses.asdict(figures)), row[0])
    connection.execute("UPDATE sends SET campaign = ? WHERE id = ?", values)
    return True


def planned_again(connection: sqlite3.Connection, campaign_id: int, out: dict[int, int]) -> None:
    """Takes people who are planned once more, so many of each request, out of those in doubt; within a transaction."""
    row = connection.execute(
        "SELECT s.id, c.pause, s.campaign, s.open_amount FROM campaigns AS c JOIN sends AS s ON s.id = c.history_id "
        "WHERE c.id = ?",
        (campaign_id,),
    ).fetchone()
    figures = None if row is None else _figures(row[2])
    if row is None or figures is None:
        count_anew(connection, campaign_id)
        return
    unknown = figures.unknown - sum(out.values())
    figures = dataclasses.replace(figures, state=CampaignState.PAUSED, pause=row[1], unknown=unknown)
    amount = None if row[3] is None else row[3] - paid.no_longer_in_doubt(connection, out)
    connection.execute(
        "UPDATE sends SET campaign = ?, open_amount = ?, outcome = ?, settled_at = NULL WHERE id = ?",
        (json_text(dataclasses.asdict(figures)), amount, Outcome.SENDING, row[0]),
    )


def missed(connection: sqlite3.Connection, campaign_id: int, number: int) -> None:
    """Moves people from those who were sent to to those who got nothing; within a transaction."""
    history_id = _history_id(connection, campaign_id)
    row = connection.execute("SELECT count, campaign FROM sends WHERE id = ?", (history_id,)).fetchone()
    if row is None:
        return
    figures = _figures(row[1])
    if figures is None:
        count_anew(connection, campaign_id)
        return
    figures = dataclasses.replace(figures, skipped=figures.skipped + number)
    connection.execute(
        "UPDATE sends SET count = ?, campaign = ? WHERE id = ?",
        (str(max(0, int(row[0]) - number)), json_text(dataclasses.asdict(figures)), history_id),
    )


def _people_of(connection: sqlite3.Connection, send: CampaignSend) -> Mapping[PersonState, int]:
    """The people of a request by state; of one that names nobody all have its own."""
    sql = "SELECT state, count(*) FROM campaign_people WHERE send_id = ? GROUP BY state"
    found = {PersonState(state): number for state, number in connection.execute(sql, (send.id,))}
    if found:
        return found
    state = PersonState.SKIPPED if send.state is PersonState.SENT and not send.count else send.state
    return {state: send.people}


def _insert(connection: sqlite3.Connection, campaign: Campaign, now: datetime) -> int:
    """Writes the row as it is before anything left."""
    channel = known(campaign.channel)
    collection = "" if channel is None else CHANNELS[channel].collections[0]
    request = {"coll": collection, **campaign.message}
    (currency,) = connection.execute("SELECT currency FROM campaigns WHERE id = ?", (campaign.id,)).fetchone()
    values: dict[str, object] = {
        "channel": campaign.channel,
        "account_id": campaign.account_id,
        "account_name": campaign.account_name,
        "environment": campaign.environment,
        "address": campaign.address,
        "application_id": campaign.application_id,
        "collection": collection,
        "everyone": False,
        "query_text": "",
        "request": json_text(request),
        "summary": campaign.name,
        "outcome": Outcome.SENDING,
        "count": "0",
        "created_at": moment_text(now),
        **dict.fromkeys(("reason", "error_code", "error_message", "answer", "detail", "fingerprint"), ""),
        "currency": currency,
        "campaign_id": campaign.id,
        "planned_for": planned_for(connection, campaign.id),
    }
    names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
    history_id = connection.execute(f"INSERT INTO sends ({names}) VALUES ({places})", values).lastrowid  # noqa: S608
    if history_id is None:
        raise TypeError("a row without a number")
    # A campaign of a channel that this version does not know has no words of a message that could be found.
    words = campaign.name if channel is None else f"{campaign.name} {Request.from_wire(channel, request).words()}"
    connection.execute("INSERT INTO sends_words (rowid, words) VALUES (?, ?)", (history_id, indexed(words)))
    return history_id


def _write(
    connection: sqlite3.Connection, history_id: int, campaign: Campaign, sent: paid.Paid, open_amount: int | None
) -> None:
    people = Counter(campaign.counts)
    figures = OfCampaign(
        campaign.state,
        campaign.pause,
        people[PersonState.UNKNOWN],
        people[PersonState.REFUSED],
        people[PersonState.SKIPPED],
    )
    is_open = campaign.ended_at is None
    connection.execute(
        _FIGURES,
        {
            "id": history_id,
            "count": str(people[PersonState.SENT]),
            "all_parts": sent.parts,
            "amount": sent.amount,
            "open_amount": open_amount,
            "campaign": json_text(dataclasses.asdict(figures)),
            "outcome": Outcome.SENDING if is_open else _outcome(people),
            "settled_at": None if campaign.ended_at is None else moment_text(campaign.ended_at),
            "expected": str(campaign.total),
        },
    )


def _outcome(people: Mapping[PersonState, int]) -> Outcome:
    """The outcome of a campaign that is over: in doubt where somebody is, else the best that came of it."""
    for state, outcome in (
        (PersonState.UNKNOWN, Outcome.UNKNOWN),
        (PersonState.SENT, Outcome.SENT),
        (PersonState.REFUSED, Outcome.REFUSED),
    ):
        if people.get(state):
            return outcome
    return Outcome.NOT_SENT


def _history_id(connection: sqlite3.Connection, campaign_id: int) -> int | None:
    row = connection.execute("SELECT history_id FROM campaigns WHERE id = ?", (campaign_id,)).fetchone()
    return None if row is None else row[0]


def _campaign(connection: sqlite3.Connection, campaign_id: int) -> Campaign:
    row = connection.execute(f"SELECT {CAMPAIGN_COLUMNS} FROM campaigns WHERE id = ?", (campaign_id,)).fetchone()  # noqa: S608
    if row is None:
        raise KeyError(campaign_id)
    people = dict(connection.execute(_HANDLED, (campaign_id,)).fetchall())
    if not people:  # nothing left yet, or nobody is named
        sql = "SELECT 1 FROM campaign_people WHERE campaign_id = ? LIMIT 1"
        if connection.execute(sql, (campaign_id,)).fetchone() is None:
            people = counted(connection, "campaign_sends", "sum(people)", campaign_id)
    requests = {each: 1 for each in OPEN_STATES if has_send(connection, campaign_id, f"state = '{each}'")}
    return campaign_of(row, {known_state(state): number for state, number in people.items()}, requests)


def _figures(text: str | None) -> OfCampaign | None:
    """The figures that stand in the row; None where they cannot be read: what is settled is settled all the same."""
    with contextlib.suppress(ValueError):
        return None if text is None else OfCampaign.from_json(text)
    return None
