"""Kills the app at random around the time of planned campaigns, and looks at who was reached. A program; prints JSON.

`later_campaign_kills.py FOLDER TIMES SEED`: `kill -9` so many times, each over a campaign of its own that falls due
just after the start, as `later_kills.py` does with single sends. Then the app starts again, in time or too late.
"""

import contextlib
import json
import os
import sys
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from scoro_desktop import elapsed
from scoro_desktop.scorocode.client import Client
from scoro_desktop.sending.later.due import DueClock, in_zone, moment_of
from scoro_desktop.sending.later.frozen import Approved, Frozen, parts_of
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.planned import Planned
from scoro_desktop.storage.planned_types import AskCode, NewPlan, PlanState
from scoro_desktop.storage.threads import Storage
from scoro_desktop.ui.runtime.account_book import AccountBook
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.runtime.campaign_plans import CampaignPlans
from scoro_desktop.ui.runtime.campaign_runner import CampaignRunner
from scoro_desktop.ui.runtime.dispatch import Dispatch
from scoro_desktop.ui.runtime.later_runner import LaterRunner
from scoro_desktop.ui.runtime.plan_sender import PlanSender
from scoro_desktop.ui.runtime.sender import Sender
from scoro_desktop.ui.sending.plan_recount import recount
from tests.faults.later_kills import AGAIN, BEFORE, FIRST, Keyring, Rig, Server, kill_rounds
from tests.scorocode.socket_server import answer
from tests.storage.campaigns.samples import approved

PEOPLE = 6
LATE_CODES = {AskCode.LATE, AskCode.INTERRUPTED}


class PeopleServer(Server):
    """Counts the people whose ids it is asked for, and writes down each whom a message reaches before it answers."""

    def _answer(self, request: bytes) -> bytes:
        head, end, sent = request.partition(b"\r\n\r\n")
        if not end or not sent:
            return b""
        try:
            body = json.loads(sent)
        except ValueError:  # it was killed half way: not a request
            return b""
        persons = ids_in(body.get("query"))
        if b"data/count" in head.splitlines()[0]:
            return answer(b'{"error":false,"result":%d}' % len(persons))
        os.write(self._log, "".join(f"{each}\n" for each in persons).encode())
        return answer(b'{"error":false,"count":%d}' % len(persons))


def ids_in(query: object) -> list[str]:
    """The ids that a query names, however it is put together."""
    if isinstance(query, list):
        return [found for each in query for found in ids_in(each)]
    if not isinstance(query, dict):
        return []
    match query.get("_id"):
        case {"$in": list(ids)}:
            return ids
        case _:
            return [found for each in query.values() for found in ids_in(each)]


class CampaignRig(Rig):
    """The same with a campaign for each round."""

    server_kind = PeopleServer

    def plan_campaign(self, number: int, moment: datetime) -> tuple[int, int]:
        """A campaign that was approved, and its plan; their ids."""
        with contextlib.closing(open_database(self.path)) as connection:
            account = self.account
            campaign = approved(
                Campaigns(connection),
                PEOPLE,
                size=1 + number % 2,
                account_id=account.id,
                account_name=account.name,
                address=account.address,
                application_id=account.application_id,
            )
            content = Frozen(None, Approved(PEOPLE), parts_of(account), self.mark).to_json()
            when = in_zone(moment, "Europe/Moscow")
            new = NewPlan(
                when, "sms", account.id, account.name, account.environment, "Autumn", PEOPLE, content, campaign
            )
            return campaign, Planned(connection).add(new).id

    def run(self, told: int, start: datetime, is_last: bool) -> None:
        qt = QCoreApplication([])
        storage = Storage(self.path)
        storage.writer.wait_for(lambda stores: (stores.history.close_open_sends(), stores.campaigns.at_start()))
        asked, background = AsyncStorage(storage), Background()
        dispatch = Dispatch(asked, Sender())
        book = AccountBook(asked, [self.account])
        sender = PlanSender(asked, dispatch, background, book, Keyring(), Client, recount)
        begun = elapsed.seconds()
        runner = LaterRunner(asked, sender, DueClock(lambda: start + timedelta(seconds=elapsed.seconds() - begun)))
        campaigns = CampaignRunner(asked, background, book, Keyring(), Client)
        sender.campaigns = CampaignPlans(asked, background, sender, runner, campaigns)
        tick = QTimer(interval=5)

        def look() -> None:
            now = runner.clock.now()
            due = [each for each in runner.plans if each.state is PlanState.PLANNED and moment_of(each.when) <= now]
            is_idle = not (due or campaigns.at_work or campaigns._beginning or runner._busy or asked._waiting)
            if runner.is_read and is_idle:
                qt.quit()

        if is_last:
            tick.timeout.connect(look)
            tick.start()
        campaigns.progressed.connect(lambda _progress: os.write(told, b"c"))
        runner.changed.connect(lambda: os.write(told, b"p"))
        runner.begin()
        os.write(told, b"r")
        qt.exec()
        runner.close()
        campaigns.close()
        dispatch.close()
        storage.close()

    def round(self, number: int) -> None:
        moment = FIRST + timedelta(days=7 * number)
        campaign, plan = self.plan_campaign(number, moment)
        before = len(self.log.read_text("utf-8").splitlines())
        self.kill_one(moment - BEFORE)
        with contextlib.closing(open_database(self.path)) as connection:
            found = Planned(connection).get(plan)
            state = "gone" if found is None else found.state.value
            self.figures[f"killed while {state}, {Campaigns(connection).existing(campaign).state.value}"] += 1
        again = self.chance.choice(AGAIN)
        self.run_again(number, moment + again)
        reached = Counter(self.log.read_text("utf-8").splitlines()[before:])
        self._check_campaign(number, campaign, plan, reached, again)

    def _check_campaign(
        self, number: int, campaign_id: int, plan_id: int, reached: Counter[str], again: timedelta
    ) -> None:
        with contextlib.closing(open_database(self.path)) as connection:
            plan, campaigns = Planned(connection).get(plan_id), Campaigns(connection)
            campaign, rows = campaigns.existing(campaign_id), campaigns.rows(campaign_id, limit=PEOPLE + 1)
            self.expect_whole(connection, number)
            if plan is not None and plan.state is not PlanState.FIRED:
                Planned(connection).cancel(plan_id)
        twice = [person for person, times in reached.items() if times > 1]
        self.figures["campaigns"] += 1
        self.figures["people"] += len(rows)
        self.figures["twice"] += len(twice)
        self.expect(not twice, number, f"{twice} were reached twice")
        self.expect(len(rows) == PEOPLE, number, "people are lost from the ledger")
        people: dict[PersonState, set[str]] = {state: set() for state in PersonState}
        for row in rows:
            people[row.state].add(row.person)
        if plan is not None and plan.state is PlanState.ASKED:
            self.figures[f"asked: {plan.ask and plan.ask.code.value}"] += 1
            is_wanted = plan.ask is not None and plan.ask.code in LATE_CODES
            is_late = plan.ask is None or plan.ask.code is not AskCode.LATE or again > timedelta(minutes=10)
            self.expect(is_wanted and is_late, number, f"it asks: {plan.ask}")
            self.expect(not reached and campaign.state is CampaignState.READY, number, "it asks, and was begun")
            return
        is_forgotten = plan is None or plan.state is PlanState.PLANNED or campaign.state is CampaignState.READY
        self.figures["forgotten"] += is_forgotten
        self.expect(not is_forgotten, number, f"it is {plan and plan.state}, and {campaign.state}")
        self.figures[campaign.state.value] += 1
        self.figures["in doubt"] += len(people[PersonState.UNKNOWN])
        waiting = people[PersonState.PLANNED] | people[PersonState.NOT_SENT]
        self.expect(waiting.isdisjoint(reached), number, "somebody who was reached will be sent to again")
        self.expect(people[PersonState.SENT] <= set(reached), number, "somebody is said to be sent to who was not")
        if campaign.state is CampaignState.FINISHED:
            lost = {row.person for row in rows} - set(reached) - people[PersonState.UNKNOWN]
            self.figures["lost"] += len(lost)
            self.expect(not lost, number, f"{lost} are lost")


if __name__ == "__main__":
    kill_rounds(CampaignRig(Path(sys.argv[1]), int(sys.argv[3])), int(sys.argv[2]))
