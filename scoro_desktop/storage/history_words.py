"""The words that a row of the history is found by, changed later: a note is found by its own, a deleted row by none.

The index has no copy of the text (FTS5, "Contentless Tables"), so a word is taken out by naming it again. One that a
note shares with its message goes out with the note; the words of the message are put in again then, which changes
nothing for those that are there.
"""

import contextlib
import sqlite3

from scoro_desktop import wire
from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.request import Request
from scoro_desktop.storage.history_rows import Send
from scoro_desktop.storage.search import indexed
from scoro_desktop.wire import JsonObject

_OUT = "INSERT INTO sends_words (sends_words, rowid, words) VALUES ('delete', ?, ?)"
_IN = "INSERT INTO sends_words (rowid, words) VALUES (?, ?)"


def words_of(send: Send) -> str:
    """The words of its message, and of the name of a campaign; those of its note are not among them."""
    return _words(send.channel, send.request, send.summary if send.campaign_id is not None else "")


def change_note(connection: sqlite3.Connection, send: Send, note: str) -> None:
    """Has a send be found by another note than the one it has; within a transaction."""
    before, after = indexed(send.note), indexed(note)
    if before:
        connection.execute(_OUT, (send.id, before))
        connection.execute(_IN, (send.id, words_of(send)))
    if after:
        connection.execute(_IN, (send.id, after))


def forget(connection: sqlite3.Connection, send: Send) -> None:
    """Has a send be found by nothing any more; within a transaction."""
    connection.execute(_OUT, (send.id, f"{words_of(send)} {indexed(send.note)}"))


def forget_row(connection: sqlite3.Connection, send_id: int) -> None:
    """The same in a database of any version: what cannot be read of the row, or was not in it yet, has no words."""
    there = {name for _, name, *_ in connection.execute("PRAGMA table_info(sends)")}
    name = "CASE WHEN campaign_id IS NULL THEN '' ELSE summary END" if "campaign_id" in there else "''"
    note = "note" if "note" in there else "''"
    sql = f"SELECT channel, request, {name}, {note} FROM sends WHERE id = ?"  # noqa: S608
    for channel, request, campaign, noted in connection.execute(sql, (send_id,)).fetchall():
        body: object = None
        with contextlib.suppress(ValueError):
            body = wire.read(request)
        words = _words(channel, body, campaign) if isinstance(body, dict) else ""
        connection.execute(_OUT, (send_id, f"{words} {indexed(noted)}"))


def _words(channel: str, request: JsonObject, campaign: str) -> str:
    code = known(channel)
    words = "" if code is None else Request.from_wire(code, request).words()
    return indexed(f"{campaign} {words}" if campaign else words)
