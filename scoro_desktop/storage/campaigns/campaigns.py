"""The table of campaigns with their people and requests: all that the rest of the app asks of the ledger."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.storage.campaigns import leaving_out, next_text, preparing, running, scrubbing, settling
from scoro_desktop.storage.campaigns.looking import CampaignsRead
from scoro_desktop.storage.campaigns.states import Why
from scoro_desktop.storage.campaigns.types import (
    Campaign,
    CampaignSend,
    Judged,
    NewCampaign,
    NewPerson,
    NewRequest,
    NotPossible,
    Seen,
)
from scoro_desktop.storage.database import transaction
from scoro_desktop.storage.erasing import Steps, What, mark
from scoro_desktop.wire import JsonObject


class Campaigns(CampaignsRead):
    """The ledger. Every method raises StorageFailed when the disk or the database does not do its part.

    What a method writes is on the disk when it returns. Those that need a campaign in a certain state raise NotPossible
    for another, and KeyError where there is none.
    """

    def __init__(
        self, connection: sqlite3.Connection, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__(connection)
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

    def moving(
        self, campaign_id: int, ids: Sequence[int], *, leave_out: bool, stay: Callable[[int], object] | None = None
    ) -> Steps:
        """The steps that drop what was planned, and then leave rows out or take them in.

        `stay`: is told how many are not taken in, for a row that is ready.
        """
        while self.drop_requests(campaign_id):
            yield None
        if leave_out:
            self.leave_out(campaign_id, ids)
            return
        stays = self.take_in(campaign_id, ids)
        if stay is not None:
            stay(stays)

    def leave_out(self, campaign_id: int, ids: Iterable[int]) -> None:
        """Leaves rows out by hand."""
        preparing.leave_out(self._connection, campaign_id, ids)

    def take_in(self, campaign_id: int, ids: Iterable[int]) -> int:
        """Takes in again what was left out by hand, as a double, or as messaged lately, but for who is ready by another
        row, or on the do-not-send list. Tells how many stay left out for another row.
        """
        from scoro_desktop.storage.campaigns import taking_in  # with all that reads phones: once it is wanted

        return taking_in.take_in(self._connection, campaign_id, ids)

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
        seen: Seen | None = None,
    ) -> None:
        """Freezes a campaign. `requests`: planned first, in the place of all before; None: `plan` has them.

        `currency`: what its requests are paid in; None where they are not paid by the part. `seen`: by `look_at_plan`;
        else all of them are gone through here.

        Raises NotPossible where they are not for exactly the `total` people who are ready.
        """
        if requests is not None:
            self.plan(campaign_id, requests, anew=True)
        preparing.approve(self._connection, campaign_id, total, self._clock(), currency, seen)

    def drop_requests(self, campaign_id: int, limit: int = preparing.AT_ONCE) -> bool:
        """Drops so many of the requests that were planned, before what would drop all of them at once; more?"""
        return preparing.drop_requests(self._connection, campaign_id, limit)

    def discard(self, campaign_id: int) -> None:
        """Marks one that was never approved: it is in no list any more, and `Stores.erasing` erases it."""
        with transaction(self._connection):
            preparing.must_be(self._connection, campaign_id, "prepare")
            mark(self._connection, What.CAMPAIGN, (campaign_id,))

    def skip(self, campaign_id: int, out: Mapping[int, Why], wish: str = "ready") -> int:
        """Takes people, by their rows, out of one that is ready, or that runs: they must not be written to any more."""
        return leaving_out.leave_out(self._connection, campaign_id, out, self._clock(), wish)

    # While it runs.

    def begin_send(self, send_id: int) -> CampaignSend:
        """A request leaves: only after this returns may a byte of it. Raises AlreadyBegun for one that must not.

        It names nobody any more who is on the do-not-send list, or got another campaign within the hours of its own;
        SKIPPED, where nobody is left.
        """
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
        """Another text for all that has not left, of a campaign that stands still; in all the steps that it takes."""
        while self.drop_text(campaign_id):
            pass
        self.begin_text(campaign_id)
        try:
            self.add_text(campaign_id, requests)
            self.decide_text(campaign_id, message, self.look_at_text(campaign_id))
        finally:
            while self.drop_text(campaign_id):
                pass
        while self.move_text(campaign_id):
            pass

    def begin_text(self, campaign_id: int) -> None:
        """Begins to write another text down for all that has not left; `drop_text` drops what is left of one before."""
        next_text.begin(self._connection, campaign_id)

    def add_text(self, campaign_id: int, requests: Iterable[NewRequest]) -> None:
        """Writes requests with it down, some hundred at a time; nothing of the campaign changes by that."""
        next_text.add(self._connection, campaign_id, requests)

    def decide_text(self, campaign_id: int, message: JsonObject, seen: Seen) -> None:
        """Makes it what goes. `seen`: by `look_at_text`. `move_text` follows, until nothing is left to move."""
        next_text.decide(self._connection, campaign_id, message, seen)

    def move_text(self, campaign_id: int, limit: int = preparing.AT_ONCE) -> bool:
        """Has so many requests with the text that was decided take the place of those before; are there more?"""
        return next_text.move(self._connection, campaign_id, limit, self._clock())

    def drop_text(self, campaign_id: int, limit: int = preparing.AT_ONCE) -> bool:
        """Drops so many requests with a text that was not decided; are there more?"""
        return next_text.drop(self._connection, campaign_id, limit)

    def sending_again(self, campaign_id: int, limit: int = preparing.AT_ONCE) -> Steps:
        """The steps that plan everybody in doubt once more, each with the request they were in. It goes on by `go_on`.

        An act of a person's own, counted and confirmed: who was reached the first time gets it twice.
        """
        after = running.send_again(self._connection, campaign_id, 0, limit, self._clock())
        while after is not None:
            yield None
            after = running.send_again(self._connection, campaign_id, after, limit, self._clock())

    def plan_again(self, campaign_id: int, requests: Iterable[NewRequest]) -> None:
        """Plans people in doubt once more: an act of a person's own, counted and confirmed."""
        running.plan_again(self._connection, campaign_id, requests, self._clock())

    def doubt_open(self, campaign_id: int) -> None:
        """For whoever has nothing of it open: what is on its way all the same is in doubt."""
        settling.doubt_open(self._connection, campaign_id, self._clock())

    def at_start(self) -> list[Campaign]:
        """For the start of the app: what was on its way is unknown, what ran stands still. Returns those campaigns."""
        return [self.existing(each) for each in settling.at_start(self._connection, self._clock())]

    # The end.

    def delete_values(self, *ids: int) -> None:
        """Marks campaigns whose phones, names, values and bodies are to go, here and in every copy.

        Those never approved go whole. `Stores.erasing` does it, which the thread of the tables sees to.

        Raises NotPossible where something of one may still leave: it is stopped first.
        """
        with transaction(self._connection):
            sql = "SELECT approved_at, ended_at FROM campaigns WHERE id = ?"
            for each in ids:
                found = self._connection.execute(sql, (each,)).fetchone()
                if found is None:
                    raise KeyError(each)
                approved_at, ended_at = found
                if approved_at is not None and ended_at is None:
                    raise NotPossible(each, "something of it may still leave")
                mark(self._connection, What.CAMPAIGN if approved_at is None else What.VALUES, (each,))

    def due_for_deletion(self, now: datetime | None = None) -> list[int]:
        """The campaigns whose values are to be deleted by now."""
        return scrubbing.due(self._connection, now or self._clock())
