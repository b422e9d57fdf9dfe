"""Rows of the tables into what they are, and back."""

import contextlib
import dataclasses
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from scoro_desktop import wire
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.campaigns.states import OPEN_STATES, CampaignState, PauseCode, PersonState
from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson, CampaignSend
from scoro_desktop.storage.database import UNREADABLE, StorageFailed, storable
from scoro_desktop.wire import JsonObject, JsonValue

CAMPAIGN_COLUMNS: Final = (
    "id, created_at, channel, account_id, account_name, environment, address, application_id, name, wish, pause, "
    "pause_detail, total, pace, approved_at, began_at, ended_at, keep_days, deleted_at, columns, mapping, source, "
    "chosen, message"
)
SEND_COLUMNS: Final = (
    "id, campaign_id, state, people, count, reason, http_status, created_at, began_at, settled_at, detail, body, "
    "parts, amount"
)
DAMAGED: Final = "damaged"
"""The detail of a campaign that stands still since its rows are damaged."""
PERSON_COLUMNS: Final = "id, row, key, person, phone_key, cells, state, why, detail, send_id, email_key"


def json_text(value: JsonValue) -> str:
    """JSON as it is stored; lone surrogates, which no UTF-8 carries, become U+FFFD."""
    try:
        return wire.compact(value).decode("utf-8")
    except UnicodeEncodeError:
        return storable(wire.pretty(value))


def cells_text(cells: Sequence[str]) -> str:
    """The cells of a row as they are stored."""
    return json_text(list(cells))


def moment_text(moment: datetime) -> str:
    """A time as it is stored."""
    return moment.astimezone(UTC).isoformat()


def campaign_of(
    row: tuple[Any, ...],
    counts: dict[PersonState, int],
    requests: dict[PersonState, int],
    *,
    is_damaged: bool = False,
) -> Campaign:
    """The campaign that a row of `CAMPAIGN_COLUMNS` is. Raises StorageFailed (`UNREADABLE`) if it is none.

    `is_damaged`: not all of its rows could be counted, so that nobody can say whether it is finished.
    """
    try:
        found = _campaign(row, counts, requests)
    except (ValueError, TypeError, KeyError):
        found = None
    if found is None:
        raise StorageFailed(UNREADABLE, f"campaign {row[0]}")  # without the error before it, which may quote the row
    if is_damaged and found.state in {CampaignState.RUNNING, CampaignState.FINISHED, CampaignState.PAUSED}:
        return dataclasses.replace(found, state=CampaignState.PAUSED, pause=PauseCode.ERROR, pause_detail=DAMAGED)
    return found


def send_of(row: tuple[Any, ...]) -> CampaignSend:
    """The request that a row of `SEND_COLUMNS` is. Raises StorageFailed (`UNREADABLE`) if it is none."""
    try:
        return CampaignSend(
            id=row[0],
            campaign_id=row[1],
            state=PersonState(row[2]),
            people=row[3],
            count=None if row[4] is None else int(row[4]),
            reason=row[5],
            http_status=row[6],
            created_at=datetime.fromisoformat(row[7]),
            began_at=_moment(row[8]),
            settled_at=_moment(row[9]),
            detail=row[10],
            body=_object(row[11]),
            parts=row[12],
            amount=row[13],
        )
    except (ValueError, TypeError, KeyError):
        pass
    raise StorageFailed(UNREADABLE, f"request {row[0]} of a campaign")


def person_of(row: tuple[Any, ...]) -> CampaignPerson:
    """The person that a row of `PERSON_COLUMNS` is. Raises StorageFailed (`UNREADABLE`) if it is none."""
    try:
        return CampaignPerson(
            id=row[0],
            row=row[1],
            key=row[2],
            person=row[3],
            phone_key=row[4],
            values=_texts(row[5]),
            state=PersonState(row[6]),
            why=row[7],
            detail=row[8],
            send_id=row[9],
            email_key=row[10],
        )
    except (ValueError, TypeError, KeyError):
        pass
    raise StorageFailed(UNREADABLE, f"person {row[0]} of a campaign")


def counted(connection: sqlite3.Connection, table: str, number: str, campaign_id: int) -> dict[PersonState, int]:
    """The rows of a campaign in a table, counted per state; within `failures` or a transaction."""
    sql = f"SELECT state, {number} FROM {table} WHERE campaign_id = ? GROUP BY state"  # noqa: S608
    return {known_state(state): count for state, count in connection.execute(sql, (campaign_id,))}


def has_send(connection: sqlite3.Connection, campaign_id: int, states: str) -> bool:
    """Tells whether a campaign has a request in one of these states."""
    sql = f"SELECT 1 FROM campaign_sends WHERE campaign_id = ? AND {states} LIMIT 1"  # noqa: S608
    return connection.execute(sql, (campaign_id,)).fetchone() is not None


def moment_of(text: str | None) -> datetime | None:
    """The time that stands in a row. Raises StorageFailed (`UNREADABLE`) if it is none."""
    with contextlib.suppress(ValueError, TypeError):
        return _moment(text)
    raise StorageFailed(UNREADABLE, "a time of a campaign")


def known_state(text: str) -> PersonState:
    """The state that stands in a row. Raises StorageFailed (`UNREADABLE`) if it is none."""
    with contextlib.suppress(ValueError):
        return PersonState(text)
    raise StorageFailed(UNREADABLE, "a state of a campaign")


def state_of(wish: str, requests: dict[PersonState, int]) -> CampaignState:
    """The state of a campaign, from what a person wants of it and from its requests."""
    match wish:
        case "prepare":
            return CampaignState.PREPARING
        case "stop":
            return CampaignState.STOPPED
        case "ready":
            return CampaignState.READY
        case _ if not any(requests.get(state) for state in OPEN_STATES):
            return CampaignState.FINISHED
        case "run":
            return CampaignState.RUNNING
        case _:
            return CampaignState.PAUSED


def _campaign(row: tuple[Any, ...], counts: dict[PersonState, int], requests: dict[PersonState, int]) -> Campaign:
    state = state_of(row[9], requests)
    return Campaign(
        id=row[0],
        created_at=datetime.fromisoformat(row[1]),
        channel=row[2],
        account_id=row[3],
        account_name=row[4],
        environment=Environment(row[5]),
        address=row[6],
        application_id=row[7],
        name=row[8],
        state=state,
        pause=row[10] if state is CampaignState.PAUSED else "",
        pause_detail=row[11] if state is CampaignState.PAUSED else "",
        total=row[12],
        pace=row[13],
        approved_at=_moment(row[14]),
        began_at=_moment(row[15]),
        ended_at=_moment(row[16]),
        keep_days=row[17],
        deleted_at=_moment(row[18]),
        columns=_texts(row[19]),
        mapping=_object(row[20]),
        source=_object(row[21]),
        chosen=None if row[22] is None else _object(row[22]),
        message=_object(row[23]),
        counts=counts,
        requests=requests,
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _object(text: str) -> JsonObject:
    value = wire.read(text)
    if not isinstance(value, dict):
        raise TypeError("an object was written there")
    return value


def _texts(text: str) -> tuple[str, ...]:
    value = wire.read(text)
    if not isinstance(value, list):
        raise TypeError("a list was written there")
    return tuple(str(each) for each in value)
