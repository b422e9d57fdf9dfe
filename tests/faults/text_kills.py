"""Kills a change of a campaign's text at random, and looks each time at what the next start makes of it.

Run as a program; prints JSON. `text_kills.py FOLDER TIMES SEED`. Processes are forked from it: it has one thread.
"""

import contextlib
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PauseCode, PersonState
from scoro_desktop.storage.campaigns.types import NewRequest
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage
from tests.faults.killing import Findings, kill_steps, wait_to_be_killed
from tests.storage.campaigns.samples import body, running
from tests.storage.steps import go_through

PEOPLE, SENT, STEP = 30, 2, 3
OLD, NEW = "come in", "tomorrow"
MESSAGE: Any = {"msg": {"text": NEW}}
WRITTEN = -(-(PEOPLE - SENT) // 2)  # requests with the new text, of two people each
STEPS = 2 * -(-WRITTEN // STEP) + 2


def change(path: Path, campaign: int, told: int) -> None:
    """Runs what is killed, and tells each step."""
    storage = Storage(path)

    def step(act: Callable[[Campaigns], Any]) -> Any:
        done = storage.wait_for(lambda stores: act(stores.campaigns))
        os.write(told, b".")
        return done

    states = (PersonState.PLANNED,)
    rows = storage.wait_for(lambda stores: stores.campaigns.rows(campaign, states=states, limit=PEOPLE))[::-1]
    parts = [rows[at : at + 2] for at in range(0, len(rows), 2)]
    requests = [NewRequest(body([row.person for row in part], NEW), tuple(row.id for row in part)) for part in parts]
    step(lambda campaigns: campaigns.begin_text(campaign))
    for at in range(0, len(requests), STEP):
        some = requests[at : at + STEP]
        step(lambda campaigns, some=some: campaigns.add_text(campaign, some))  # type: ignore[misc]
    seen = storage.wait_for(lambda stores: stores.campaigns.look_at_text(campaign), reading=True)
    step(lambda campaigns: campaigns.decide_text(campaign, MESSAGE, seen))
    while step(lambda campaigns: campaigns.move_text(campaign, STEP)):
        pass
    wait_to_be_killed()


def begin(path: Path, number: int) -> int:
    """A campaign that stands still, of which two were sent to."""
    with contextlib.closing(open_database(path)) as connection:
        campaigns = Campaigns(connection)
        campaign = running(campaigns, PEOPLE, name=f"Autumn {number}")
        for send in campaigns.next_planned(campaign, SENT):
            campaigns.settle_send(campaigns.begin_send(send.id).id, Sent(1))
        campaigns.pause(campaign, PauseCode.BY_PERSON)
        return campaign


def texts(campaigns: Campaigns, campaign: int) -> Counter[str]:
    """Counts the people who will get each text. Raises where a request does not name those in it."""
    found: Counter[str] = Counter()
    for send in campaigns.sends(campaign, limit=1000):
        if send.state is PersonState.PLANNED:
            people = campaigns.rows(campaign, send_id=send.id, limit=PEOPLE)
            if len(people) != send.people:
                raise AssertionError(f"a request of {send.people} has {len(people)}")
            named: Any = send.body["query"]
            if not {each.person for each in people} <= set(named["_id"]["$in"]):
                raise AssertionError("a request does not name who is in it")
            message: Any = send.body["msg"]
            found[NEW if message["text"] == NEW else OLD] += len(people)
    return found


def check(findings: Findings, path: Path, campaign: int, steps: int) -> str:
    """Tells what is wrong, and which text was there by then."""
    wrong = findings.wrong
    left = PEOPLE - SENT
    with contextlib.closing(open_database(path)) as connection:
        stores = Stores.over(connection)
        campaigns = stores.campaigns
        (decided,) = connection.execute("SELECT changing LIKE 'd%' FROM campaigns WHERE id = ?", (campaign,)).fetchone()
        before = texts(campaigns, campaign)
        found = campaigns.existing(campaign)
        is_new = found.message == MESSAGE
        if before.total() != left or found.counts != {PersonState.SENT: SENT, PersonState.PLANNED: left}:
            wrong.append(f"after {steps} steps: {dict(before)}, {dict(found.counts)}")
        if not is_new and set(before) != {OLD}:
            wrong.append(f"after {steps} steps some have a text that was not decided on")
        if stores.has_open_campaigns():
            campaigns.at_start()
        go_through(stores.overdue())
        after = texts(campaigns, campaign)
        if after != {NEW if is_new else OLD: left}:
            wrong.append(f"after {steps} steps and the next start: {dict(after)}")
        reached: Counter[str] = Counter()
        campaigns.go_on(campaign)
        while planned := campaigns.next_planned(campaign, 1):
            send = campaigns.begin_send(planned[0].id)
            query: Any = send.body["query"]
            reached.update(query["_id"]["$in"])
            campaigns.settle_send(send.id, Sent(send.people))
        found = campaigns.existing(campaign)
        if (found.state, found.counts) != (CampaignState.FINISHED, {PersonState.SENT: PEOPLE}):
            wrong.append(f"after {steps} steps it ended as {found.state}, {dict(found.counts)}")
        if len(reached) != left or reached.total() != left:
            wrong.append(f"after {steps} steps {reached.total()} were sent to, {len(reached)} of them others")
        findings.expect_whole(connection, f"after {steps} steps")
        return "half way" if decided else "new text" if is_new else "old text"


if __name__ == "__main__":
    kill_steps(sys.argv[1:], STEPS + 1, begin, change, check)
