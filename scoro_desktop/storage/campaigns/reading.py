"""Reads campaigns: whole where the file is, and all that can be read where it is damaged."""

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from scoro_desktop.storage.campaigns.rows import (
    CAMPAIGN_COLUMNS,
    PERSON_COLUMNS,
    SEND_COLUMNS,
    campaign_of,
    counted,
    person_of,
    send_of,
)
from scoro_desktop.storage.campaigns.states import SET_ASIDE, PersonState, Why
from scoro_desktop.storage.campaigns.types import SAID_NO, Campaign, CampaignPerson, CampaignSend, Sums
from scoro_desktop.storage.database import StorageFailed, failures, read_rows
from scoro_desktop.storage.salvage import readable_ids, row_of


def newest(connection: sqlite3.Connection, limit: int, offset: int) -> list[Campaign]:
    """The campaigns, the newest first."""
    sql = (
        f"SELECT {CAMPAIGN_COLUMNS} FROM campaigns "  # noqa: S608
        "WHERE id NOT IN (SELECT campaign_id FROM to_erase WHERE what = 'campaign') ORDER BY id DESC LIMIT ? OFFSET ?"
    )
    try:
        return [whole(connection, row) for row in read_rows(connection, sql, (limit, offset))]
    except StorageFailed as error:
        if not error.is_damage:
            raise
    found = (_readable(connection, each) for each in readable_ids(connection, "campaigns"))
    return [each for each in found if each is not None][offset : offset + limit]


def whole(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Campaign:
    """The campaign of a row, with its counts. One whose requests cannot all be counted stands still, and says so."""
    campaign_id = row[0]
    try:
        with failures():
            people = counted(connection, "campaign_people", "count(*)", campaign_id)
            requests = counted(connection, "campaign_sends", "count(*)", campaign_id)
            people = people or counted(connection, "campaign_sends", "sum(people)", campaign_id)
    except StorageFailed as error:
        if not error.is_damage:
            raise
        people, requests = (
            _readable_states(connection, table, campaign_id) for table in ("campaign_people", "campaign_sends")
        )
        return campaign_of(row, people, requests, is_damaged=True)
    return campaign_of(row, people, requests)


def said_no(connection: sqlite3.Connection, campaign_id: int) -> list[int]:
    """Lists the rows of people of whom another row of the list says no: those that are ready, or could be taken in."""
    no = "FROM campaign_people WHERE campaign_id = :id AND state = 'left_out' AND why = :no AND detail = :said"
    same = " OR ".join(
        f"({each} != '' AND {each} IN (SELECT {each} {no}))" for each in ("person", "phone_key", "email_key", "key")
    )
    sql = f"""
        SELECT id FROM campaign_people WHERE campaign_id = :id AND state = 'planned' AND ({same})
        UNION ALL SELECT id FROM campaign_people WHERE campaign_id = :id AND state = 'left_out'
        AND why IN (SELECT value FROM json_each(:may_be)) AND ({same}) ORDER BY id
    """  # noqa: S608
    values = {"id": campaign_id, "no": Why.DO_NOT_SEND, "said": SAID_NO, "may_be": json.dumps(SET_ASIDE)}
    with failures():
        return [row_id for (row_id,) in connection.execute(sql, values)]


def sums(connection: sqlite3.Connection, campaign_id: int) -> Sums:
    """The rows of a campaign, counted."""
    with failures():
        states = counted(connection, "campaign_people", "count(*)", campaign_id)
        why = connection.execute(
            "SELECT why, count(*) FROM campaign_people WHERE campaign_id = ? AND state = 'left_out' GROUP BY why",
            (campaign_id,),
        ).fetchall()
    return Sums(sum(states.values()), states, dict(why))


def requests(
    connection: sqlite3.Connection, campaign_id: int, states: Collection[PersonState], offset: int, limit: int
) -> list[CampaignSend]:
    """Requests in their order, with an empty object in the place of each body: one of 200 people is long."""
    columns = SEND_COLUMNS.replace("body", "'{}'")
    sql = f"SELECT {columns} FROM campaign_sends WHERE {_of_states(states)} ORDER BY id LIMIT ? OFFSET ?"  # noqa: S608
    return [send_of(row) for row in read_rows(connection, sql, (campaign_id, *states, limit, offset))]


def count_requests(connection: sqlite3.Connection, campaign_id: int, states: Collection[PersonState]) -> int:
    """Counts them."""
    sql = f"SELECT count(*) FROM campaign_sends WHERE {_of_states(states)}"  # noqa: S608
    return int(read_rows(connection, sql, (campaign_id, *states))[0][0])


def sends(connection: sqlite3.Connection, campaign_id: int, after: int, limit: int) -> list[CampaignSend]:
    """Requests in their order, whole."""
    sql = f"SELECT {SEND_COLUMNS} FROM campaign_sends WHERE campaign_id = ? AND id > ? ORDER BY id LIMIT ?"  # noqa: S608
    return [send_of(row) for row in read_rows(connection, sql, (campaign_id, after, limit))]


def people(connection: sqlite3.Connection, ids: tuple[int, ...]) -> list[CampaignPerson]:
    """The rows with these ids, in the order of the file."""
    sql = f"SELECT {PERSON_COLUMNS} FROM campaign_people WHERE id IN ({', '.join('?' * len(ids))}) ORDER BY id"  # noqa: S608
    return [person_of(row) for row in read_rows(connection, sql, ids)]


def _of_states(states: Collection[PersonState]) -> str:
    return "campaign_id = ?" + (f" AND state IN ({', '.join('?' * len(states))})" if states else "")


@dataclass(frozen=True)
class Selection:
    """People of a campaign, by state, reason and request."""

    campaign_id: int
    states: Collection[PersonState] = ()
    why: str | None = None
    send_id: int | None = None

    def rows(self, connection: sqlite3.Connection, after: int, offset: int, limit: int) -> list[CampaignPerson]:
        """Those with ids above `after`, in the order of the file, less the first `offset`."""
        where, values = self._where()
        sql = f"SELECT {PERSON_COLUMNS} FROM campaign_people WHERE {where} AND id > ? ORDER BY id LIMIT ? OFFSET ?"  # noqa: S608
        try:
            return [person_of(row) for row in read_rows(connection, sql, (*values, after, limit, offset))]
        except StorageFailed as error:
            if not error.is_damage:
                raise
        return [each for each in self._readable(connection) if each.id > after][offset : offset + limit]

    def count(self, connection: sqlite3.Connection) -> int:
        """Counts them."""
        where, values = self._where()
        sql = f"SELECT count(*) FROM campaign_people WHERE {where}"  # noqa: S608
        try:
            ((number,),) = read_rows(connection, sql, values)
        except StorageFailed as error:
            if not error.is_damage:
                raise
            return sum(1 for _ in self._readable(connection))
        return int(number)

    def _where(self) -> tuple[str, tuple[object, ...]]:
        where = ["campaign_id = ?"]
        values: list[object] = [self.campaign_id, *self.states]
        if self.states:
            where.append(f"state IN ({', '.join('?' * len(self.states))})")
        for column, wanted in (("why", self.why), ("send_id", self.send_id)):
            if wanted is not None:
                where.append(f"{column} = ?")
                values.append(wanted)
        return " AND ".join(where), tuple(values)

    def _readable(self, connection: sqlite3.Connection) -> Iterator[CampaignPerson]:
        """Yields them row by row, without an index; what is damaged is stepped over."""
        where, values = self._where()
        sql = f"SELECT {PERSON_COLUMNS} FROM campaign_people NOT INDEXED WHERE id = ? AND {where}"  # noqa: S608
        for number in reversed(readable_ids(connection, "campaign_people")):
            row = row_of(connection, sql, (number, *values))
            if row is not None:
                try:
                    yield person_of(row)
                except StorageFailed:
                    continue


def _readable(connection: sqlite3.Connection, campaign_id: int) -> Campaign | None:
    row = row_of(connection, f"SELECT {CAMPAIGN_COLUMNS} FROM campaigns WHERE id = ?", (campaign_id,))  # noqa: S608
    try:
        return None if row is None else whole(connection, row)
    except StorageFailed as error:
        if not error.is_damage:
            raise
        return None


def _readable_states(connection: sqlite3.Connection, table: str, campaign_id: int) -> dict[PersonState, int]:
    sql = f"SELECT state FROM {table} NOT INDEXED WHERE id = ? AND campaign_id = ?"  # noqa: S608
    found = (row_of(connection, sql, (number, campaign_id)) for number in readable_ids(connection, table))
    known = set(PersonState)
    return dict(Counter(PersonState(row[0]) for row in found if row is not None and row[0] in known))


def planned_for(connection: sqlite3.Connection, campaign_id: int) -> str | None:
    """The time that a campaign was planned for, where it starts by that (`planned_types.When.written`)."""
    sql = "SELECT clock || ' ' || zone FROM planned WHERE campaign_id = ? AND state = 'fired' ORDER BY id DESC LIMIT 1"
    row = connection.execute(sql, (campaign_id,)).fetchone()
    return None if row is None else row[0]
