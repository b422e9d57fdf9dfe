"""The search for the earlier send whose place a new one takes, by the names that both carry."""

import sqlite3
from datetime import datetime
from typing import Final

from scoro_desktop import wire
from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.scorocode.account import Account
from scoro_desktop.storage.database import read_rows
from scoro_desktop.storage.history_rows import SEND_COLUMNS, Send, send_of
from scoro_desktop.wire import JsonObject

MOST_READ: Final = 20
"""Sends that are read to the end: those found by their text have the name, if not always where it counts. Ours."""


def newest_replaced(
    connection: sqlite3.Connection, account: Account, channel: str, request: JsonObject, since: datetime
) -> Send | None:
    """The newest send since a moment (UTC) that this request would replace on devices that still show it.

    It went out through the same application, or may have. None where there is none, or the request has no names.
    Raises StorageFailed.
    """
    code = known(channel)
    names = () if code is None else CHANNELS[code].names(request)
    wanted = [each for each in names if each]
    if code is None or not wanted:
        return None
    holds = " OR ".join("instr(request, ?)" for _ in wanted)
    sql = f"""
        SELECT {SEND_COLUMNS} FROM sends WHERE created_at >= ? AND channel = ? AND application_id = ?
            AND outcome IN ('sent', 'unknown', 'sending') AND ({holds}) ORDER BY id DESC LIMIT {MOST_READ}
        """  # noqa: S608
    texts = [wire.compact(each).decode("utf-8") for each in wanted]
    values = (since.isoformat(), channel, account.application_id, *texts)
    for row in read_rows(connection, sql, values):
        send = send_of(row)
        theirs = CHANNELS[code].names(send.request)
        if any(name and name == other for name, other in zip(names, theirs, strict=True)):
            return send
    return None
