"""Kills the planning of those in doubt once more at random, and looks each time at who is planned and who in doubt.

Run as a program; prints JSON. `again_kills.py FOLDER TIMES SEED`. Processes are forked from it: it has one thread.
"""

import contextlib
import os
import sys
from pathlib import Path
from typing import Any

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.threads import StorageThread
from tests.faults.killing import Findings, kill_steps, wait_to_be_killed
from tests.storage.campaigns.samples import running

PEOPLE, SENT, STEP = 30, 2, 2
STEPS = (PEOPLE - SENT) // STEP


def again(path: Path, campaign: int, told: int) -> None:
    """Runs what is killed, and tells each step."""
    thread = StorageThread("storage", lambda: open_database(path))
    steps = thread.wait_for(lambda stores: stores.campaigns.sending_again(campaign, STEP))
    while thread.wait_for(lambda _stores: next(steps, 0)) is None:
        os.write(told, b".")
    wait_to_be_killed()


def begin(path: Path, number: int) -> int:
    """A campaign that came to its end, with two who were sent to and all others in doubt."""
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        campaign = running(campaigns, PEOPLE, name=f"Autumn {number}")
        for at, send in enumerate(campaigns.next_planned(campaign, PEOPLE)):
            reply = Sent(1) if at < SENT else Failure(Outcome.UNKNOWN, "read_timeout")
            campaigns.settle_send(campaigns.begin_send(send.id).id, reply)
        return campaign


def check(findings: Findings, path: Path, campaign: int, steps: int) -> str:
    """Tells what is wrong, and whether some were planned once more and others not."""
    wrong = findings.wrong
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        found = campaigns.existing(campaign)
        planned = found.counts.get(PersonState.PLANNED, 0)
        doubt = found.counts.get(PersonState.UNKNOWN, 0)
        if planned + doubt != PEOPLE - SENT or planned < STEP * steps or planned % STEP:
            wrong.append(f"after {steps} steps: {dict(found.counts)}")
        if found.state is not (CampaignState.PAUSED if planned else CampaignState.FINISHED):
            wrong.append(f"after {steps} steps: {found.state}")
        (line, *_) = History(connection).page(HistoryFilter(campaigns=True), 0, 1)
        if line.campaign is None or (line.campaign.unknown, line.count) != (doubt, SENT):
            wrong.append(f"after {steps} steps the history says {line.campaign}")
        campaigns.at_start()
        named: list[str] = []
        if planned:
            campaigns.go_on(campaign)
        while waiting := campaigns.next_planned(campaign, 1):
            send = campaigns.begin_send(waiting[0].id)
            query: Any = send.body["query"]
            named += query["_id"]["$in"]
            campaigns.settle_send(send.id, Sent(1))
        if len(named) != planned or len(set(named)) != planned:
            wrong.append(f"after {steps} steps {planned} were planned, and {len(named)} sent to")
        ends = {PersonState.SENT: SENT + planned, PersonState.UNKNOWN: doubt}
        if campaigns.existing(campaign).counts != {state: number for state, number in ends.items() if number}:
            wrong.append(f"after {steps} steps it ended with {dict(campaigns.existing(campaign).counts)}")
        return "half way" if 0 < planned < PEOPLE - SENT else "at an end"


if __name__ == "__main__":
    kill_steps(sys.argv[1:], STEPS, begin, again, check)
