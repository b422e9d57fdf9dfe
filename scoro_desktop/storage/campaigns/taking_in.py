"""Rows that a person takes in again: those who may be, and nobody who gets it by another row or must not get it."""

import json
import sqlite3
from collections.abc import Iterable

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.storage.campaigns.preparing import drop_all_requests, must_be
from scoro_desktop.storage.campaigns.refused import Known, refused
from scoro_desktop.storage.campaigns.states import LEFT_OUT_WHYS, SET_ASIDE, Why
from scoro_desktop.storage.database import transaction


def take_in(connection: sqlite3.Connection, campaign_id: int, ids: Iterable[int]) -> int:
    """Takes rows in again that were left out by hand, or for another row of the same person or phone.

    Tells how many stay left out for a row that is ready.

    One whose person or, where the message goes to phones, whose phone is ready by another row stays left out: that one
    is left out first. Whoever is on the do-not-send list by now is left out as that: rows that were left out by hand
    are judged by no later check. A row that was left out by hand, and of which the check found something else since,
    is left out for that (`detail` has it).
    """
    places = ", ".join("?" * len(SET_ASIDE))
    with transaction(connection):
        must_be(connection, campaign_id, "prepare")
        drop_all_requests(connection, campaign_id)
        sql = f"""
            SELECT id, person, phone_key, email_key FROM campaign_people
            WHERE id IN (SELECT value FROM json_each(?)) AND campaign_id = ? AND state = 'left_out'
            AND why IN ({places}) ORDER BY id
        """  # noqa: S608
        rows = connection.execute(sql, (json.dumps([*ids]), campaign_id, *SET_ASIDE))
        wanted = [Known(*row) for row in rows]
        account_id, channel = connection.execute(
            "SELECT account_id, channel FROM campaigns WHERE id = ?", (campaign_id,)
        ).fetchone()
        out = refused(connection, account_id, wanted)
        connection.executemany(
            "UPDATE campaign_people SET why = ?, detail = '' WHERE id = ?",
            ((Why.DO_NOT_SEND, each) for each in out),
        )
        wanted = [each for each in wanted if each.id not in out]
        found = connection.execute(
            "SELECT id, detail FROM campaign_people WHERE id IN (SELECT value FROM json_each(?)) AND why = ?",
            (json.dumps([each.id for each in wanted]), Why.BY_HAND),
        )
        others = {row_id: detail for row_id, detail in found if detail in LEFT_OUT_WHYS}
        connection.executemany(
            "UPDATE campaign_people SET why = ?, detail = '' WHERE id = ?",
            ((detail, row_id) for row_id, detail in others.items()),
        )
        wanted = [each for each in wanted if each.id not in others]
        may = len(wanted)
        if CHANNELS[Channel(channel)].needs_phone:
            wanted = _of_other_phones(connection, campaign_id, wanted)
        taken = connection.executemany(
            "UPDATE OR IGNORE campaign_people SET why = '', "
            "state = CASE WHEN person = '' THEN 'read' ELSE 'planned' END WHERE id = ?",
            ((each.id,) for each in wanted),
        )
        return may - max(0, taken.rowcount)  # of no row at all it is -1


def _of_other_phones(connection: sqlite3.Connection, campaign_id: int, wanted: list[Known]) -> list[Known]:
    """Those of these whose phone no row has that is ready, nor one before them here; reads the ready ones once."""
    phones = json.dumps([each.phone_key for each in wanted if each.phone_key])
    sql = (
        "SELECT phone_key FROM campaign_people WHERE campaign_id = ? AND state = 'planned' "
        "AND phone_key IN (SELECT value FROM json_each(?))"
    )
    taken = {phone for (phone,) in connection.execute(sql, (campaign_id, phones))} if phones != "[]" else set()
    left = []
    for each in wanted:
        if each.phone_key not in taken:
            left.append(each)
            taken |= {each.phone_key} - {""}
    return left
