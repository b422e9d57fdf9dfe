"""A stop, and what was planned before, are done in steps: others write between two, and a full disk only delays it."""

import dataclasses
import threading
from collections.abc import Callable
from typing import TypeVar

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.sending.campaigns import engine as engine_module
from scoro_desktop.sending.campaigns import preparing
from scoro_desktop.sending.campaigns.ledger import StoredLedger
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState
from scoro_desktop.storage.stores import Stores
from scoro_desktop.wire import JsonObject
from tests.sending.campaigns.rig import Rig
from tests.sending.campaigns.test_disk import FullDisk
from tests.sending.campaigns.test_preparing import always, nothing
from tests.storage.campaigns import samples

T = TypeVar("T")
STEP = 3
ACCOUNT = Account("acme", "Acme", Environment.TEST, "https://api.example/api/v1/", "app", AccessKind.MASTER)


class Counting:
    """The way to the ledger; counts the rows that each job changes. Somebody else asks for a write beside the first."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig
        self.changes: list[int] = []
        self.others: list[int] = []

    def __call__(self, job: Callable[[Stores], T], /, *, reading: bool = False) -> T:
        if reading:
            return self._rig.wait_for(job, reading=True)

        def on_the_thread(stores: Stores) -> T:
            connection = stores._connection
            before = connection.total_changes
            if not self.changes:
                self._rig._thread.ask(lambda _stores: self.others.append(len(self.changes)), print, print)
            try:
                return job(stores)
            finally:
                self.changes.append(connection.total_changes - before)

        return self._rig.wait_for(on_the_thread)


@pytest.fixture(autouse=True)
def steps_of_three(monkeypatch: pytest.MonkeyPatch) -> None:
    for each in (Campaigns.give_up, Campaigns.drop_requests, Campaigns.move_text, Campaigns.drop_text):
        monkeypatch.setattr(each, "__defaults__", (STEP,))
    monkeypatch.setattr(preparing, "REQUESTS_AT_ONCE", STEP)


def test_a_stop_lets_others_write_between_its_steps(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign = rig.approved(20)
    counting = Counting(rig)
    monkeypatch.setattr(rig, "ledger_of", lambda number: StoredLedger(counting, number))
    rig.engine(campaign).stop()
    told = rig.until(lambda each: each.state is CampaignState.STOPPED)
    assert told.counts == {"skipped": 20}
    assert max(counting.changes) <= 2 * STEP + 2
    assert len(counting.changes) >= 20 // STEP
    assert counting.others == [1]  # right after the job in which it was asked


def test_a_stop_that_the_disk_does_not_take_is_gone_on_with_by_itself(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = rig.approved(20)
    disk = FullDisk(rig)
    monkeypatch.setattr(rig, "ledger_of", lambda number: StoredLedger(disk, number))
    engine = rig.engine(campaign)
    disk.is_full(3)  # the wish to stop and two steps are written
    waits: list[float | None] = []
    wait = rig.clock.wait

    def waiting(changed: threading.Condition, seconds: float | None) -> None:
        waits.append(seconds)
        if waits.count(engine_module.WRITE_AGAIN_S) == 2:
            disk.is_cleared()
        wait(changed, seconds)

    monkeypatch.setattr(rig.clock, "wait", waiting)
    engine.stop()
    assert rig.until(lambda each: each.counts == {"skipped": 20}).state is CampaignState.STOPPED
    with rig.lane.changed:
        assert rig.lane.changed.wait_for(lambda: not engine.is_at_work, 20)
    assert rig.campaign(campaign).ended_at is not None
    assert rig.script.bodies == []


@pytest.mark.parametrize("is_approved", [False, True])
def test_what_was_planned_before_is_dropped_in_steps(is_approved: bool, rig: Rig) -> None:
    def plan(stores: Stores) -> int:
        number = samples.filled(stores.campaigns, 20, message={"msg": {"text": "come in"}})
        stores.campaigns.plan(number, samples.requests(stores.campaigns, number))
        return number

    campaign = rig.wait_for(plan)
    counting = Counting(rig)
    if is_approved:
        preparing.approve(counting, rig.campaign(campaign), ACCOUNT, 20, told=nothing, wanted=always)
    else:
        preparing.recheck(counting, campaign, ACCOUNT, told=nothing, wanted=always)
    dropped = counting.changes[: 20 // STEP + 1]
    assert sum(dropped) == 2 * 20
    assert max(dropped) == 2 * STEP
    assert rig.ledger(lambda campaigns: campaigns.sums(campaign)).ready == 20


def test_no_row_is_counted_by_the_thread_that_writes(rig: Rig) -> None:
    campaign = rig.ledger(lambda campaigns: samples.filled(campaigns, 40, message={"msg": {"text": "come in"}}))
    said: list[str] = []
    rig.wait_for(lambda stores: stores._connection.set_trace_callback(said.append))
    preparing.recheck(rig.wait_for, campaign, ACCOUNT, told=nothing, wanted=always)
    found = rig.wait_for(lambda stores: stores.campaigns.existing(campaign), reading=True)
    approved = preparing.approve(rig.wait_for, found, ACCOUNT, 40, told=nothing, wanted=always)
    rig.wait_for(lambda stores: stores._connection.set_trace_callback(None))
    assert approved.total == 40
    assert any("wish = 'ready'" in each for each in said)
    assert [each for each in said if "count(*)" in each or "sum(people)" in each] == []


def test_another_text_is_changed_in_short_writes(rig: Rig) -> None:
    campaign = rig.approved(20, message={"msg": {"text": "come in"}})
    before = rig.campaign(campaign)
    counting = Counting(rig)
    other: JsonObject = {"msg": {"text": "{{Name}}, tomorrow"}}
    found = preparing.change_text(counting, before, ACCOUNT, other, told=nothing, wanted=always)
    assert found == dataclasses.replace(before, message=other)
    assert max(counting.changes) <= 5 * STEP  # a request and its person, out of the one before; and what was written
    assert len(counting.changes) >= 20 // STEP
    sent = rig.ledger(lambda campaigns: [each.body["msg"] for each in campaigns.sends(campaign)])
    assert sent == [{"text": f"{samples.name(number)}, tomorrow"} for number in range(20)]
