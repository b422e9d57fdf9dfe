"""Kills at random while plans go into a tab to be edited, and looks each time where their messages are; prints JSON.

`edit_kills.py FOLDER TIMES SEED`: `kill -9` so many times. What is killed edits one plan after the other, each in the
place of the one before, which is put aside. After each kill every message is on the plan or in the form or aside: the
disk has each at least once, and none both on the plan and elsewhere.
"""

import contextlib
import json
import os
import random
import signal
import sys
from pathlib import Path

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.database import open_database, place_of, read_rows
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.planned_types import NewPlan, When
from scoro_desktop.storage.saved_drafts import Content
from scoro_desktop.wire import JsonObject
from tests.faults.killing import Findings, killed_after, wait_to_be_killed

PLANS = 12
WHEN = When.read("2026-12-02T09:00 Europe/Moscow")


def state_of(title: str) -> JsonObject:
    """Returns the state of a tab with a message."""
    return {"form": {"title": title, "body": "x" * 2000}}


def begin(path: Path) -> dict[int, str]:
    """Makes plans anew, and empties what was kept; gives their titles."""
    with contextlib.closing(open_database(path)) as connection:
        for table in ("planned", "drafts", "saved_drafts"):
            connection.execute(f"DELETE FROM {table}")
        planned, ids = Planned(connection), dict[int, str]()
        for number in range(PLANS):
            title = f"message {number}"
            new = NewPlan(WHEN, "push", "a1", "Shop", Environment.TEST, title, 7, {"message": {}})
            ids[planned.add(new).id] = title
        return ids


def work(path: Path, plans: dict[int, str], told: int) -> None:
    """Edits one after the other, as fast as a hand never would, and tells of each that is on the disk."""
    with contextlib.closing(open_database(path)) as connection:
        drafts, before = Drafts(place_of(connection)), ""

        def done(error: Exception | None) -> None:
            if error is not None:
                os._exit(4)
            os.write(told, b".")

        for plan_id, title in plans.items():
            if before:
                drafts.put_aside("push", Content(state_of(before), before, before), lambda _error: None)
            drafts.keep("push", state_of(title), done, plan=plan_id)
            drafts.flush()
            before = title
        wait_to_be_killed()


def check(findings: Findings, path: Path, plans: dict[int, str], number: int) -> str:
    """Looks where each message is; returns the name of a figure."""
    with contextlib.closing(open_database(path)) as connection:
        planned = {title for (title,) in read_rows(connection, "SELECT summary FROM planned")}
        elsewhere = {
            json.loads(state)["form"]["title"]
            for (state,) in read_rows(connection, "SELECT state FROM drafts UNION ALL SELECT state FROM saved_drafts")
        }
        findings.expect(planned | elsewhere == set(plans.values()), number, "a message is lost")
        findings.expect(not planned & elsewhere, number, "a message is on the plan and in the form")
        findings.expect_whole(connection, number)
    return "killed between" if planned and elsewhere else "killed at an end"


if __name__ == "__main__":
    folder, times, seed = sys.argv[1:]
    path, chance, findings = Path(folder) / "scoro.db", random.Random(int(seed)), Findings()
    path.parent.mkdir(parents=True)
    for number in range(int(times)):
        plans = begin(path)
        _, code = killed_after(
            lambda told, plans=plans: work(path, plans, told),  # type: ignore[misc]
            chance.randrange(PLANS),
            chance,
        )
        findings.expect(code == -signal.SIGKILL, number, f"exit code {code}")
        findings.figures[check(findings, path, plans, number)] += 1
    findings.tell(killed=int(times))
