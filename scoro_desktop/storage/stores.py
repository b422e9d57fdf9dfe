"""All that the database holds, by its tables, over one connection."""

import sqlite3
from dataclasses import dataclass

from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.audiences import Audiences
from scoro_desktop.storage.database import Place, place_of
from scoro_desktop.storage.history import History
from scoro_desktop.storage.saved_drafts import SavedDrafts
from scoro_desktop.storage.settings import Settings
from scoro_desktop.storage.templates import Templates


@dataclass(frozen=True)
class Stores:
    """The tables, for the one thread that opened the connection: SQLite refuses every other."""

    place: Place
    accounts: AccountStore
    audiences: Audiences
    history: History
    saved_drafts: SavedDrafts
    settings: Settings
    templates: Templates

    @classmethod
    def over(cls, connection: sqlite3.Connection) -> "Stores":
        """The tables over a connection of the calling thread, which `open_database` gave, or `connect` with a place."""
        return cls(
            place=place_of(connection),
            accounts=AccountStore(connection),
            audiences=Audiences(connection),
            history=History(connection),
            saved_drafts=SavedDrafts(connection),
            settings=Settings(connection),
            templates=Templates(connection),
        )
