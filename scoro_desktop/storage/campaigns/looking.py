"""The table of campaigns as it is looked at: a connection that writes nothing will do."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from scoro_desktop.storage.campaigns import looking_back, next_text, preparing, reading
from scoro_desktop.storage.campaigns.export import Outcome, outcomes
from scoro_desktop.storage.campaigns.rows import CAMPAIGN_COLUMNS, SEND_COLUMNS, send_of
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.campaigns.types import Alike, Campaign, CampaignPerson, CampaignSend, Did, Seen, Sums
from scoro_desktop.storage.database import read_rows


class CampaignsRead:
    """The ledger, read. What counts all rows of a campaign takes 200 ms for a million, and no thread that writes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, campaign_id: int) -> Campaign | None:
        """The campaign with this id, if there is one. Raises StorageFailed also for one that is damaged."""
        rows = read_rows(self._connection, f"SELECT {CAMPAIGN_COLUMNS} FROM campaigns WHERE id = ?", (campaign_id,))  # noqa: S608
        return reading.whole(self._connection, rows[0]) if rows else None

    def is_ready(self, campaign_id: int, total: int | None) -> bool:
        """Tells whether a campaign is approved for so many people, and was never begun; none of them is read for it."""
        sql = "SELECT 1 FROM campaigns WHERE id = ? AND wish = 'ready' AND total = ?"
        return bool(read_rows(self._connection, sql, (campaign_id, total)))

    def existing(self, campaign_id: int) -> Campaign:
        """The campaign with this id. Raises KeyError where there is none."""
        found = self.get(campaign_id)
        if found is None:
            raise KeyError(campaign_id)
        return found

    def newest(self, *, limit: int = 1000, offset: int = 0) -> list[Campaign]:
        """The campaigns, the newest first; where the file is damaged, all that can be read."""
        return reading.newest(self._connection, limit, offset)

    def rows(
        self,
        campaign_id: int,
        *,
        states: Collection[PersonState] = (),
        why: str | None = None,
        send_id: int | None = None,
        after: int = 0,
        offset: int = 0,
        limit: int = 100,
    ) -> list[CampaignPerson]:
        """People of a campaign in the order of the file, with ids above `after`; of a damaged file all it gives."""
        return reading.Selection(campaign_id, states, why, send_id).rows(self._connection, after, offset, limit)

    def count(
        self,
        campaign_id: int,
        *,
        states: Collection[PersonState] = (),
        why: str | None = None,
        send_id: int | None = None,
    ) -> int:
        """Counts the people that `rows` would give."""
        return reading.Selection(campaign_id, states, why, send_id).count(self._connection)

    def outcomes(
        self, campaign_id: int, *, states: Collection[PersonState] = (), why: str | None = None
    ) -> Iterator[Outcome]:
        """The rows of a campaign in the order of the file, each with the time of its outcome; for `export`."""
        return outcomes(self._connection, campaign_id, states, why)

    def said_no(self, campaign_id: int) -> list[int]:
        """Lists rows, by their ids, of people of whom another row of the list says no; all rows are gone through."""
        return reading.said_no(self._connection, campaign_id)

    def people(self, ids: Collection[int]) -> list[CampaignPerson]:
        """The rows with these ids, some hundred at most, in the order of the file."""
        return reading.people(self._connection, tuple(ids))

    def sends(self, campaign_id: int, *, after: int = 0, limit: int = 100) -> list[CampaignSend]:
        """The requests of a campaign, in the order in which they were planned."""
        return reading.sends(self._connection, campaign_id, after, limit)

    def requests(
        self, campaign_id: int, *, states: Collection[PersonState] = (), offset: int = 0, limit: int = 100
    ) -> list[CampaignSend]:
        """The requests of a campaign in the order in which they were planned, each without its body (empty here)."""
        return reading.requests(self._connection, campaign_id, states, offset, limit)

    def count_requests(self, campaign_id: int, *, states: Collection[PersonState] = ()) -> int:
        """Counts the requests that `requests` would give."""
        return reading.count_requests(self._connection, campaign_id, states)

    def send(self, send_id: int) -> CampaignSend | None:
        """The request with this id, if there is one."""
        rows = read_rows(self._connection, f"SELECT {SEND_COLUMNS} FROM campaign_sends WHERE id = ?", (send_id,))  # noqa: S608
        return send_of(rows[0]) if rows else None

    def what_did(self, person: str, *, limit: int = 100) -> list[Did]:
        """The campaigns that a person (`_id`) was planned for, the newest first."""
        return looking_back.what_did(self._connection, person, limit)

    def about(self, *keys: str, limit: int = 100) -> list[Did]:
        """Lists what campaigns did with who has one of these keys, the newest first; who was left out is among them."""
        return looking_back.about(self._connection, keys, limit)

    def messaged_since(
        self, application_id: str, address: str, persons: Iterable[str], since: datetime, but: int = 0
    ) -> dict[str, datetime]:
        """Finds who of these people was sent to by campaigns of an application since then, or may have been.

        `but`: a campaign that does not count, the one that asks.
        """
        return looking_back.messaged_since(self._connection, application_id, address, persons, since, but)

    def alike(self, campaign_id: int) -> list[Alike]:
        """Campaigns of the same application and channel with the list or the text of this one, the newest first."""
        return looking_back.alike(self._connection, campaign_id)

    def sums(self, campaign_id: int) -> Sums:
        """The rows of a campaign, counted."""
        return reading.sums(self._connection, campaign_id)

    def look_at_plan(self, campaign_id: int, total: int) -> Seen:
        """Looks whether everybody who is ready is in a request, `total` people in all, for `approve`.

        Raises NotPossible where it is not so.
        """
        return preparing.look_at_plan(self._connection, campaign_id, total)

    def look_at_text(self, campaign_id: int) -> Seen:
        """Looks whether the requests that were written with another text are for the people of the rest, for
        `decide_text`. Raises NotPossible where they are not.
        """
        return next_text.look(self._connection, campaign_id)
