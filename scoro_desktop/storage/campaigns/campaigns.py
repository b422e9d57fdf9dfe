"""The table of campaigns with their people and requests: all that the rest of the app asks of the ledger."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.storage.campaigns import leaving_out, looking_back, preparing, reading, running, scrubbing, settling
from scoro_desktop.storage.campaigns.export import Outcome, outcomes
from scoro_desktop.storage.campaigns.rows import CAMPAIGN_COLUMNS, SEND_COLUMNS, send_of
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import (
    Alike,
    Campaign,
    CampaignPerson,
    CampaignSend,
    Did,
    Judged,
    NewCampaign,
    NewPerson,
    NewRequest,
    NotPossible,
    Sums,
)
from scoro_desktop.storage.database import read_rows, transaction
from scoro_desktop.storage.erasing import Steps, What, mark
from scoro_desktop.wire import JsonObject


class Campaigns:
    """The ledger. Every method raises StorageFailed when the disk or the database does not do its part.

    What a method writes is on the disk when it returns. Those that need a campaign in a certain state raise NotPossible
    for another, and KeyError where there is none.
    """

    def __init__(
        self, connection: sqlite3.Connection, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._connection = connection
        self._clock = clock

    # Before it is approved.

    def create(self, new: NewCampaign) -> int:
        """Begins a campaign, to be prepared. Raises ValueError for a message that carries keys."""
        return preparing.create(self._connection, new, self._clock())

    def change(
        self,
        campaign_id: int,
        *,
        name: str | None = None,
        message: JsonObject | None = None,
        chosen: JsonObject | None = None,
        source: JsonObject | None = None,
        columns: Sequence[str] | None = None,
        mapping: JsonObject | None = None,
        pace: float | None = None,
        keep_days: int | None = None,
    ) -> None:
        """Changes what is given, while it is prepared. Another source or other columns leave it without rows."""
        given: JsonObject = {
            "name": name,
            "message": message,
            "chosen": chosen,
            "source": source,
            "columns": None if columns is None else list(columns),
            "mapping": mapping,
            "pace": pace,
            "keep_days": keep_days,
        }
        preparing.change(self._connection, campaign_id, {key: each for key, each in given.items() if each is not None})

    def add_rows(self, campaign_id: int, rows: Sequence[NewPerson]) -> None:
        """Adds rows as they were read, all of them or none; some thousand at a time."""
        preparing.add_rows(self._connection, campaign_id, rows)

    def judge(self, campaign_id: int, judged: Iterable[Judged]) -> None:
        """Writes down the judgement of rows. A second row of a person that is ready already is left out as that."""
        preparing.judge(self._connection, campaign_id, judged)

    def judge_anew(self, campaign_id: int, limit: int = 1_000_000_000) -> bool:
        """Takes judgements of so many rows back, but for bad ones and those left out by hand; are there more?"""
        return preparing.judge_anew(self._connection, campaign_id, limit)

    def moving(self, campaign_id: int, ids: Sequence[int], *, leave_out: bool) -> Steps:
        """The steps that drop what was planned, and then leave rows out or take them in."""
        while self.drop_requests(campaign_id):
            yield None
        (self.leave_out if leave_out else self.take_in)(campaign_id, ids)

    def leave_out(self, campaign_id: int, ids: Iterable[int]) -> None:
        """Leaves rows out by hand."""
        preparing.leave_out(self._connection, campaign_id, ids)

    def take_in(self, campaign_id: int, ids: Iterable[int]) -> None:
        """Takes in again what was left out by hand, as a double, or as messaged lately; a double person stays out."""
        preparing.take_in(self._connection, campaign_id, ids)

    def sums(self, campaign_id: int) -> Sums:
        """The rows of a campaign, counted."""
        return preparing.sums(self._connection, campaign_id)

    def plan(self, campaign_id: int, requests: Iterable[NewRequest], *, anew: bool = False) -> None:
        """Plans requests; some hundred at a time, so that others can write between. `anew`: the first of them."""
        preparing.plan(self._connection, campaign_id, requests, self._clock(), anew=anew)

    def approve(
        self,
        campaign_id: int,
        *,
        total: int,
        requests: Iterable[NewRequest] | None = None,
        currency: str | None = None,
    ) -> Campaign:
        """Freezes a campaign. `requests`: planned first, in the place of all before; None: `plan` has them.

        `currency`: what its requests are paid in; None where they are not paid by the part.

        Raises NotPossible where they are not for exactly the `total` people who are ready.
        """
        if requests is not None:
            self.plan(campaign_id, requests, anew=True)
        preparing.approve(self._connection, campaign_id, total, self._clock(), currency)
        return self.existing(campaign_id)

    def drop_requests(self, campaign_id: int, limit: int = preparing.AT_ONCE) -> bool:
        """Drops so many of the requests that were planned, before what would drop all of them at once; more?"""
        return preparing.drop_requests(self._connection, campaign_id, limit)

    def discard(self, campaign_id: int) -> None:
        """Marks one that was never approved: it is in no list any more, and `Stores.erasing` erases it."""
        if self.existing(campaign_id).approved_at is not None:
            raise NotPossible(campaign_id, "was approved")
        with transaction(self._connection):
            mark(self._connection, What.CAMPAIGN, (campaign_id,))

    def skip(self, campaign_id: int, out: Mapping[int, Why], wish: str = "ready") -> int:
        """Takes people, by their rows, out of one that is ready, or that runs: they must not be written to any more."""
        return leaving_out.leave_out(self._connection, campaign_id, out, self._clock(), wish)

    # While it runs.

    def begin_send(self, send_id: int) -> CampaignSend:
        """A request leaves: only after this returns may a byte of it. Raises AlreadyBegun for one that must not."""
        return running.begin_send(self._connection, send_id, self._clock())

    def settle_send(self, send_id: int, reply: Sent | Failure, missed: Collection[str] = ()) -> CampaignSend:
        """A request has its outcome. `missed`: the `_id`s of people who did not match its clause any more."""
        return settling.settle_send(self._connection, send_id, reply, missed, self._clock())

    def note_missed(self, send_id: int, missed: Collection[str]) -> None:
        """Notes who did not match the clause of a request that was sent; nobody where the numbers do not agree."""
        settling.note_missed(self._connection, send_id, missed)

    def next_planned(self, campaign_id: int, limit: int) -> list[CampaignSend]:
        """The requests that may leave next."""
        return running.next_planned(self._connection, campaign_id, limit)

    def pause(self, campaign_id: int, code: str, detail: str = "") -> None:
        """A campaign that runs stands still from now on; the first reason stays."""
        running.pause(self._connection, campaign_id, code, detail)

    def go_on(self, campaign_id: int) -> None:
        """A campaign that is ready or stands still runs from now on."""
        running.go_on(self._connection, campaign_id, self._clock())

    def set_pace(self, campaign_id: int, pace: float) -> None:
        """Another pace from now on, in requests a second."""
        running.set_pace(self._connection, campaign_id, pace)

    def begin_stop(self, campaign_id: int) -> None:
        """Has nothing of a campaign leave any more; `give_up` follows, until it says that nothing is left."""
        running.begin_stop(self._connection, campaign_id)

    def give_up(self, campaign_id: int, limit: int = preparing.AT_ONCE) -> bool:
        """Gives up so many requests of a campaign that is stopped; are there more?"""
        return running.give_up(self._connection, campaign_id, limit, self._clock())

    def change_text(self, campaign_id: int, message: JsonObject, requests: Iterable[NewRequest]) -> None:
        """Another text for all that has not left, of a campaign that stands still."""
        running.change_text(self._connection, campaign_id, message, requests, self._clock())

    def send_again(self, campaign_id: int) -> int:
        """Plans everybody in doubt once more, with the request they were in; how many. It goes on by `go_on`.

        An act of a person's own, counted and confirmed: who was reached the first time gets it twice.
        """
        return running.send_again(self._connection, campaign_id, self._clock())

    def plan_again(self, campaign_id: int, requests: Iterable[NewRequest]) -> None:
        """Plans people in doubt once more: an act of a person's own, counted and confirmed."""
        running.plan_again(self._connection, campaign_id, requests, self._clock())

    def doubt_open(self, campaign_id: int) -> None:
        """For whoever has nothing of it open: what is on its way all the same is in doubt."""
        settling.doubt_open(self._connection, campaign_id, self._clock())

    def at_start(self) -> list[Campaign]:
        """For the start of the app: what was on its way is unknown, what ran stands still. Returns those campaigns."""
        return [self.existing(each) for each in settling.at_start(self._connection, self._clock())]

    # What is read.

    def get(self, campaign_id: int) -> Campaign | None:
        """The campaign with this id, if there is one. Raises StorageFailed also for one that is damaged."""
        rows = read_rows(self._connection, f"SELECT {CAMPAIGN_COLUMNS} FROM campaigns WHERE id = ?", (campaign_id,))  # noqa: S608
        return reading.whole(self._connection, rows[0]) if rows else None

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

    def person(self, person_id: int) -> CampaignPerson | None:
        """The row with this id, if there is one."""
        return next(iter(reading.people(self._connection, (person_id,))), None)

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
        self, application_id: str, address: str, persons: Iterable[str], since: datetime
    ) -> dict[str, datetime]:
        """Finds who of these people was sent to by campaigns of an application since then, or may have been."""
        return looking_back.messaged_since(self._connection, application_id, address, persons, since)

    def alike(self, campaign_id: int) -> list[Alike]:
        """Campaigns of the same application and channel with the list or the text of this one, the newest first."""
        return looking_back.alike(self._connection, campaign_id)

    # The end.

    def delete_values(self, *ids: int) -> None:
        """Marks campaigns whose phones, names, values and bodies are to go, here and in every copy.

        Those never approved go whole. `Stores.erasing` does it, which the thread of the tables sees to.

        Raises NotPossible where something of one may still leave: it is stopped first.
        """
        found = [self.existing(each) for each in ids]
        for each in found:
            if each.approved_at is not None and each.ended_at is None:
                raise NotPossible(each.id, "something of it may still leave")
        with transaction(self._connection):
            mark(self._connection, What.VALUES, (each.id for each in found if each.approved_at is not None))
            mark(self._connection, What.CAMPAIGN, (each.id for each in found if each.approved_at is None))

    def due_for_deletion(self, now: datetime | None = None) -> list[int]:
        """The campaigns whose values are to be deleted by now."""
        return scrubbing.due(self._connection, now or self._clock())
