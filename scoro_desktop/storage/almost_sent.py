"""The search for a send of which nobody knows what came of it, and that readers would take for the same message."""

import difflib
import sqlite3
from typing import Final

from scoro_desktop import wire
from scoro_desktop.messages.channels.channel import Channel, known
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Request
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.hosts import as_address
from scoro_desktop.storage.database import read_rows
from scoro_desktop.storage.history_rows import SEND_COLUMNS, Send, send_of
from scoro_desktop.wire import JsonObject

ALIKE: Final = 0.8
"""From this ratio of `difflib` on two texts are one message that was edited. Ours: a word or two of a short text."""
COMPARED: Final = 400
"""Characters of a text that are compared: of two that differ, it takes the square of that."""
SLIP: Final = 4
"""Characters that are there, or missing, where a query was mistyped: two letters for two others. Ours."""
MOST_READ: Final = 20
"""Sends that are compared: it is rare that nobody knows of even one. Ours."""


def newest_almost(
    connection: sqlite3.Connection, account: Account, channel: str, request: JsonObject, since: str
) -> Send | None:
    """The newest send since a moment that may have gone out, and differs by little in text and in audience.

    It is unknown, on its way or held, and went through this account or the same application. Raises StorageFailed.
    """
    code = known(channel)
    if code is None:
        return None
    sql = f"""
        SELECT {SEND_COLUMNS} FROM sends WHERE outcome IN ('unknown', 'sending', 'held') AND created_at >= ?
            AND campaign_id IS NULL AND channel = ? AND (account_id = ? OR application_id = ?)
            ORDER BY id DESC LIMIT {MOST_READ}
        """  # noqa: S608
    rows = read_rows(connection, sql, (since, channel, account.id, account.application_id))
    if not rows:
        return None
    words = _words(code, request)
    for row in rows:
        send = send_of(row)
        here = send.account_id == account.id or as_address(send.address) == as_address(account.address)
        if here and may_overlap(send.request, request) and is_alike(_words(code, send.request), words):
            return send
    return None


def _words(code: Channel, request: JsonObject) -> str:
    """Every text of a message that its readers see: not the names by which a push is replaced, new for each."""
    return Request.from_wire(code, CHANNELS[code].as_read(request)).words()


def is_alike(one: str, other: str) -> bool:
    """Tells whether a person would take two texts for one that was edited. Only their beginnings are compared."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > max(len(one), len(other)) * (1 - ALIKE):
        return False
    matcher = difflib.SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def may_overlap(one: JsonObject, other: JsonObject) -> bool:
    """Tells whether two requests may reach the same people, as far as that is plain.

    So it is where one audience has every condition of the other, as everyone has none, or where they differ by a slip
    of the keyboard.
    """
    if one.get("coll") != other.get("coll"):
        return False
    first, second = one.get("query"), other.get("query")
    if isinstance(first, dict) and isinstance(second, dict):
        few, many = sorted((first, second), key=len)
        if all(key in many and many[key] == value for key, value in few.items()):
            return True
    a, b = (wire.compact(each).decode("utf-8") for each in (first, second))
    if abs(len(a) - len(b)) > SLIP or max(len(a), len(b)) > COMPARED:
        return False
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return len(a) + len(b) - 2 * sum(block.size for block in matcher.get_matching_blocks()) <= SLIP
