"""A disk that takes nothing more, at any step: nobody twice, no outcome lost while the app runs, and it is said."""

import sqlite3
import threading
from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.sending.campaigns import engine as engine_module
from scoro_desktop.sending.campaigns.ledger import StoredLedger
from scoro_desktop.storage.campaigns.states import CampaignState
from scoro_desktop.storage.campaigns.types import Campaign, CampaignSend
from scoro_desktop.storage.database import StorageFailed
from scoro_desktop.storage.stores import Stores
from scoro_desktop.wire import JsonObject
from tests.sending.campaigns.rig import Rig, persons_of

T = TypeVar("T")


class FullDisk:
    """The way to the ledger, which fails from the moment at which it is told to, until it is told otherwise."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig
        self._lock = threading.Lock()
        self.writes = 0
        self.fails_from = 10**9
        self.failed = threading.Event()

    def __call__(self, job: Callable[[Stores], T], /, *, reading: bool = False) -> T:
        def on_the_thread(stores: Stores) -> T:
            connection: sqlite3.Connection = stores._connection
            with self._lock:
                connection.set_authorizer(self._judge if self.writes >= self.fails_from else None)
            before = connection.total_changes
            try:
                return job(stores)
            except StorageFailed:
                self.failed.set()
                raise StorageFailed("SQLITE_FULL", "database or disk is full") from None
            finally:
                with self._lock:
                    self.writes += connection.total_changes > before

        return self._rig.wait_for(on_the_thread, reading=reading)

    @staticmethod
    def _judge(action: int, *_: Any) -> int:
        return sqlite3.SQLITE_DENY if action in {sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_INSERT} else sqlite3.SQLITE_OK

    def is_full(self, writes: int) -> None:
        with self._lock:
            self.fails_from = self.writes + writes

    def is_cleared(self) -> None:
        with self._lock:
            self.fails_from = 10**9
            self.failed.clear()


@pytest.mark.parametrize("writes", range(9))
def test_full_at_each_step(writes: int, rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign = rig.approved(12)  # more than are ever open: one is always left to stand still for
    disk = FullDisk(rig)
    monkeypatch.setattr(rig, "ledger_of", lambda number: StoredLedger(disk, number))
    engine = rig.engine(campaign)
    disk.is_full(writes)
    engine.go_on()
    rig.until(lambda each: (each.pause == "disk_full" and not each.open) or disk.failed.is_set())
    disk.is_cleared()
    # The outcomes that are known are written as soon as the disk takes them, without anybody going on.
    with rig.lane.changed:
        assert rig.lane.changed.wait_for(lambda: not engine.is_at_work, 20)
    assert "sending" not in rig.states(campaign)
    assert rig.campaign(campaign).state in {CampaignState.PAUSED, CampaignState.READY}
    reached = rig.script.reached
    assert rig.states(campaign).count("sent") == len(reached)
    ended = rig.run(engine)
    assert (ended.state, ended.counts) == (CampaignState.FINISHED, {"sent": 12})
    assert set(rig.script.reached.values()) == {1}


def test_one_that_cannot_even_be_read_says_so(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign = rig.approved(1)

    class Torn(StoredLedger):
        def campaign(self) -> Campaign:
            raise StorageFailed("SQLITE_CORRUPT", "database disk image is malformed")

    monkeypatch.setattr(rig, "ledger_of", lambda number: Torn(rig.wait_for, number))
    rig.engine(campaign).go_on()
    told = rig.until(lambda each: each.state is CampaignState.PAUSED)
    assert (told.campaign_id, told.pause, told.pause_detail) == (campaign, "error", "SQLITE_CORRUPT")
    assert rig.script.bodies == []


def test_a_write_that_failed_and_was_done_all_the_same_is_in_doubt(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign = rig.approved(3)
    fails = [True]

    class Odd(StoredLedger):
        def begin_send(self, send_id: int) -> CampaignSend:
            send = super().begin_send(send_id)
            if fails.pop() if fails else False:
                raise StorageFailed("SQLITE_IOERR", "the disk says no, and has it")
            return send

    monkeypatch.setattr(rig, "ledger_of", lambda number: Odd(rig.wait_for, number))
    engine = rig.engine(campaign)
    engine.go_on()
    assert rig.until(lambda each: each.state is CampaignState.PAUSED).pause_detail == "SQLITE_IOERR"
    assert rig.script.bodies == []
    with rig.lane.changed:
        assert rig.lane.changed.wait_for(lambda: not engine.is_at_work, 20)
    ended = rig.run(engine)
    assert (ended.state, ended.counts) == (CampaignState.FINISHED, {"sent": 2, "unknown": 1})
    assert len(rig.script.reached) == 2


def test_an_outcome_waits_for_the_disk(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign = rig.approved(1)
    disk = FullDisk(rig)
    monkeypatch.setattr(rig, "ledger_of", lambda number: StoredLedger(disk, number))
    engine = rig.engine(campaign)

    def reply(body: JsonObject) -> Sent:
        disk.is_full(0)
        return Sent(len(persons_of(body)))

    rig.script.reply = reply
    waits: list[float | None] = []
    wait = rig.clock.wait

    def waiting(changed: threading.Condition, seconds: float | None) -> None:
        waits.append(seconds)
        if waits.count(engine_module.WRITE_AGAIN_S) == 3:
            disk.is_cleared()
        wait(changed, seconds)

    monkeypatch.setattr(rig.clock, "wait", waiting)
    engine.go_on()
    assert rig.until(lambda each: each.state is CampaignState.FINISHED).counts == {"sent": 1}
    assert rig.states(campaign) == ["sent"]
