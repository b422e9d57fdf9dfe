"""Kills a stop at random between and within its steps, and looks each time at what the next start makes of it.

Run as a program; prints JSON. `stop_kills.py FOLDER TIMES SEED`. Processes are forked from it: it has one thread.
"""

import contextlib
import os
import sys
from pathlib import Path

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import StorageThread
from tests.faults.killing import Findings, kill_steps, wait_to_be_killed
from tests.storage.campaigns.samples import running
from tests.storage.steps import go_through

PEOPLE, SENT, STEP = 30, 2, 2
STEPS = (PEOPLE - SENT) // STEP + 1


def stop(path: Path, campaign: int, told: int) -> None:
    """Runs what is killed, and tells each step."""
    thread = StorageThread("storage", lambda: open_database(path))
    thread.wait_for(lambda stores: stores.campaigns.begin_stop(campaign))
    os.write(told, b".")
    while thread.wait_for(lambda stores: stores.campaigns.give_up(campaign, STEP)):
        os.write(told, b".")
    os.write(told, b".")
    wait_to_be_killed()


def begin(path: Path, number: int) -> int:
    """A campaign that runs, of which two were sent to."""
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        campaign = running(campaigns, PEOPLE, name=f"Autumn {number}")
        for send in campaigns.next_planned(campaign, SENT):
            campaigns.settle_send(campaigns.begin_send(send.id).id, Sent(1))
        return campaign


def check(findings: Findings, path: Path, campaign: int, steps: int) -> str:
    """Tells what is wrong, and whether some people were given up by then and others not."""
    wrong = findings.wrong
    with contextlib.closing(open_database(path)) as connection:
        stores = Stores.over(connection)
        left = stores.campaigns.existing(campaign)
        begun = bool(steps) or left.state is CampaignState.STOPPED
        given_up = left.counts.get(PersonState.SKIPPED, 0)
        if given_up < min(PEOPLE - SENT, STEP * (steps - 1)):
            wrong.append(f"after {steps} steps: {given_up} given up")
        if begun and left.state is not CampaignState.STOPPED:
            wrong.append(f"after {steps} steps: {left.state}")
        if stores.has_open_campaigns():
            stores.campaigns.at_start()
        go_through(stores.overdue())
        found = stores.campaigns.existing(campaign)
        ends = {PersonState.SENT: SENT, PersonState.SKIPPED if begun else PersonState.PLANNED: PEOPLE - SENT}
        state = CampaignState.STOPPED if begun else CampaignState.PAUSED
        if (found.state, dict(found.counts), found.ended_at is not None) != (state, ends, begun):
            wrong.append(f"after {steps} steps and the next start: {found.state}, {dict(found.counts)}")
        (line, *_) = History(connection).page(HistoryFilter(campaigns=True), 0, 1)
        shown = line.campaign
        if shown is None or (shown.state, shown.skipped, line.count) != (state, (PEOPLE - SENT) * begun, SENT):
            wrong.append(f"after {steps} steps the history says {shown}")
        findings.expect_whole(connection, f"after {steps} steps")
        return "half way" if 0 < given_up < PEOPLE - SENT else "at an end"


if __name__ == "__main__":
    kill_steps(sys.argv[1:], STEPS + 1, begin, stop, check)
