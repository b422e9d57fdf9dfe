"""The people of a request who are on the do-not-send list, by anything that is known of them."""

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.phones import ways_on_list
from scoro_desktop.storage import do_not_send


class Known(NamedTuple):
    """A row of a campaign by what its person is known by: `_id`, phone and e-mail as those are compared."""

    id: int
    person: str
    phone_key: str
    email_key: str


def refused(connection: sqlite3.Connection, account_id: str, people: Collection[Known]) -> set[int]:
    """Tells, by the ids of their rows, who of these is on the list of an account; within a transaction."""

    def held(kind: KeyKind, keys: Collection[str]) -> set[str]:
        return do_not_send.held(connection, account_id, kind, keys) if keys else set()

    ids = held(KeyKind.ID, [each.person for each in people])
    phones = held(KeyKind.PHONE, [way for each in people for way in ways_on_list(each.phone_key)])
    emails = held(KeyKind.EMAIL, [each.email_key for each in people if each.email_key])
    return {
        each.id
        for each in people
        if each.person in ids or each.email_key in emails or not phones.isdisjoint(ways_on_list(each.phone_key))
    }
