"""The words that a row of the history is found by, changed later: a note is found by its own, a deleted row by none.

The index has no copy of the text (FTS5, "Contentless Tables"), so a word is taken out by naming it again. One that a
note shares with its message goes out with the note; the words of the message are put in again then, which changes
nothing for those that are there.
"""

import sqlite3

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.request import Request
from scoro_desktop.storage.history_rows import Send
from scoro_desktop.storage.search import indexed

_OUT = "INSERT INTO sends_words (sends_words, rowid, words) VALUES ('delete', ?, ?)"
_IN = "INSERT INTO sends_words (rowid, words) VALUES (?, ?)"


def words_of(send: Send) -> str:
    """The words of its message, and of the name of a campaign; those of its note are not among them."""
    channel = known(send.channel)
    words = "" if channel is None else Request.from_wire(channel, send.request).words()
    return indexed(words if send.campaign_id is None else f"{send.summary} {words}")


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
