"""All that the database holds, by its tables, over one connection."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from scoro_desktop.storage.beside import SETTING, made_for, marks
from scoro_desktop.storage.database import Place, StorageFailed, place_of, read_rows

if TYPE_CHECKING:  # loaded when a table is first used: the start of the app uses two of them
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.storage.accounts import AccountStore
    from scoro_desktop.storage.audiences import Audiences
    from scoro_desktop.storage.campaigns.campaigns import Campaigns
    from scoro_desktop.storage.do_not_send import DoNotSend
    from scoro_desktop.storage.erasing import Eraser, Steps
    from scoro_desktop.storage.history import History, Send
    from scoro_desktop.storage.history_views import HistoryViews
    from scoro_desktop.storage.planned import Planned
    from scoro_desktop.storage.saved_drafts import SavedDrafts
    from scoro_desktop.storage.settings import Settings
    from scoro_desktop.storage.templates import Templates


_STANDING = """
    SELECT 1 FROM campaigns WHERE wish = 'pause'
    OR (wish = 'ready' AND id NOT IN (SELECT campaign_id FROM planned WHERE campaign_id IS NOT NULL)) LIMIT 1
    """
"""A campaign that is to start at a time, or was, is asked about by its plan."""


class Begun:
    """All that is known at the start.

    `ended`: sends that were held or on their way when the app ended; `has_standing`: a campaign stands still that could
    go on, or one was to start and did not; `is_another`: the database is not the one that was used last here.
    """

    settings: dict[str, object]
    accounts: list[Account]
    ended: list[Send]
    has_standing: bool
    is_another: bool


class Stores:
    """The tables, for the one thread that opened the connection: SQLite refuses every other."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.place: Place = place_of(connection)

    @classmethod
    def over(cls, connection: sqlite3.Connection) -> Stores:
        """The tables over a connection of the calling thread, which `open_database` gave, or `connect` with a place."""
        return cls(connection)

    def begin(self, machine: bytes) -> Begun:
        """Settles what was on its way when the app ended, and reads what is known at the start.

        `machine`: what tells this computer from others. What is not over asks in a database that is another.
        """
        begun = Begun()
        begun.settings = self.settings.all()
        begun.is_another = self.is_another(begun.settings.get(SETTING), machine)
        if begun.is_another:
            from scoro_desktop.storage import lineage

            lineage.doubt_held(self._connection)
        begun.ended = self.history.close_open_sends() if self.has_open_sends() else []
        if self.has_open_campaigns():
            self.campaigns.at_start()
        if begun.is_another:
            lineage.doubt_plans(self._connection)
        begun.accounts = self.accounts.all()
        begun.has_standing = self.has_standing_campaigns()
        return begun

    def is_another(self, mark: object, machine: bytes) -> bool:
        """Tells whether it is another database than the one that was used last in its folder, on this computer.

        `mark`: the one among its settings, None for none. One in which nothing was sent or planned yet is no other.
        """
        beside = marks(self.place.path.parent)
        if mark is not None:
            return made_for(str(mark), machine) not in beside
        if not beside:
            return False
        tables = " OR ".join(f"EXISTS (SELECT 1 FROM {each})" for each in ("sends", "planned", "campaigns"))  # noqa: S608
        try:
            return bool(read_rows(self._connection, f"SELECT {tables}")[0][0])
        except StorageFailed:  # damaged, which is said
            return False

    def renew_mark(self, machine: bytes) -> None:
        """Gives the database a mark that no copy of it has; see `lineage.renew`."""
        from scoro_desktop.storage import lineage

        lineage.renew(self._connection, self.place.path.parent, machine)

    def has_open_sends(self) -> bool:
        """Tells whether a send may have been on its way when the app ended, without loading the history."""
        try:
            sql = "SELECT 1 FROM sends WHERE outcome IN ('sending', 'held') AND campaign_id IS NULL LIMIT 1"
            return bool(read_rows(self._connection, sql))
        except StorageFailed:  # damaged: the history knows its way around that
            return True

    def has_open_campaigns(self) -> bool:
        """Tells whether a campaign may have run when the app ended, without loading the ledger."""
        sql = (
            "SELECT 1 FROM campaigns WHERE wish = 'run' AND ended_at IS NULL "
            "UNION ALL SELECT 1 FROM campaign_sends WHERE state = 'sending' LIMIT 1"
        )
        try:
            return bool(read_rows(self._connection, sql))
        except StorageFailed:  # damaged: the ledger knows its way around that
            return True

    def giving_up(self) -> Steps:
        """The steps that give up what is left of campaigns that were being stopped as the app ended."""
        sql = "SELECT id FROM campaigns WHERE wish = 'stop' AND ended_at IS NULL"
        for (campaign_id,) in read_rows(self._connection, sql):
            while self.campaigns.give_up(campaign_id):
                yield None

    def moving_texts(self) -> Steps:
        """The steps that put texts in their place that were decided on before the app ended."""
        for (campaign_id,) in read_rows(self._connection, "SELECT id FROM campaigns WHERE changing LIKE 'decided%'"):
            while self.campaigns.move_text(campaign_id):
                yield None

    def overdue(self) -> Steps:
        """The steps of all that waits since the last time: what was to be given up or to have another text, then what
        is to be erased.
        """
        yield from self.giving_up()
        yield from self.moving_texts()
        yield from self.erasing_due()

    def erasing(self) -> Steps:
        """The steps that erase what is marked; nothing is loaded where there is nothing. Raises StorageFailed."""
        sql = "SELECT 1 FROM to_erase UNION ALL SELECT 1 FROM gone_sends UNION ALL SELECT 1 FROM gone_refusals LIMIT 1"
        if read_rows(self._connection, sql):
            yield from self._eraser.steps()

    def erasing_due(self) -> Steps:
        """The same, and what is known of people of campaigns whose days are over; what is due stays due if it fails."""
        if read_rows(self._connection, "SELECT 1 FROM campaigns WHERE deleted_at IS NULL LIMIT 1"):
            due = self.campaigns.due_for_deletion()
            if due:
                self.campaigns.delete_values(*due)
        yield from self.erasing()

    @functools.cached_property
    def _eraser(self) -> Eraser:
        from scoro_desktop.storage.erasing import Eraser

        return Eraser(self._connection)

    def old_history(self, now: datetime) -> Iterator[int]:
        """Deletes what accounts do not keep any longer, step by step: see `history_retention.steps`."""
        if not read_rows(self._connection, "SELECT 1 FROM accounts WHERE history_days > 0 LIMIT 1"):
            return iter(())
        from scoro_desktop.storage.history_retention import steps

        return steps(self._connection, now)

    def has_standing_campaigns(self) -> bool:
        """Tells whether a campaign stands still that could go on, or was to start and did not, without loading the
        ledger.
        """
        try:
            return bool(read_rows(self._connection, _STANDING))
        except StorageFailed:  # damaged: it is seen in the list, as far as that can be read
            return False

    @functools.cached_property
    def accounts(self) -> AccountStore:
        """The accounts, without their secrets."""
        from scoro_desktop.storage.accounts import AccountStore

        return AccountStore(self._connection)

    @functools.cached_property
    def audiences(self) -> Audiences:
        """The saved audiences."""
        from scoro_desktop.storage.audiences import Audiences

        return Audiences(self._connection)

    @functools.cached_property
    def campaigns(self) -> Campaigns:
        """The ledger of campaigns."""
        from scoro_desktop.storage.campaigns.campaigns import Campaigns

        return Campaigns(self._connection)

    @functools.cached_property
    def do_not_send(self) -> DoNotSend:
        """The lists of people who are not to be sent to."""
        from scoro_desktop.storage.do_not_send import DoNotSend

        return DoNotSend(self._connection)

    @functools.cached_property
    def history(self) -> History:
        """The sends."""
        from scoro_desktop.storage.history import History

        return History(self._connection)

    @functools.cached_property
    def history_views(self) -> HistoryViews:
        """The views of the history."""
        from scoro_desktop.storage.history_views import HistoryViews

        return HistoryViews(self._connection)

    @functools.cached_property
    def planned(self) -> Planned:
        """The messages that are planned for later."""
        from scoro_desktop.storage.planned import Planned

        return Planned(self._connection)

    @functools.cached_property
    def saved_drafts(self) -> SavedDrafts:
        """The drafts with names, and what was put aside."""
        from scoro_desktop.storage.saved_drafts import SavedDrafts

        return SavedDrafts(self._connection)

    @functools.cached_property
    def settings(self) -> Settings:
        """The settings."""
        from scoro_desktop.storage.settings import Settings

        return Settings(self._connection)

    @functools.cached_property
    def templates(self) -> Templates:
        """The templates."""
        from scoro_desktop.storage.templates import Templates

        return Templates(self._connection)
