"""Kills campaigns at random, and looks each time at who was reached. Run as a program; prints JSON.

`campaign_kills.py FOLDER TIMES SEED`: `kill -9` so many times, over one campaign of 500 people after another, each gone
on with until it is finished. The server, a process of its own, writes down whom each request reaches, and resets and
stalls some of them. Processes are forked from this one, which has one thread. While a campaign runs some of its people
come onto the do-not-send list: no request that begins later may name them.
"""

import contextlib
import json
import os
import random
import select
import signal
import socket
import sys
import threading
from collections import Counter
from datetime import datetime
from pathlib import Path

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.sending.campaigns.engine import Engine
from scoro_desktop.sending.campaigns.lane import WIDTH, Lane
from scoro_desktop.sending.campaigns.ledger import StoredLedger
from scoro_desktop.sending.campaigns.progress import Progress
from scoro_desktop.sending.campaigns.running_plan import RunningPlan
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import REFUSALS
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.do_not_send import NewRefusal
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage
from scoro_desktop.wire import JsonObject
from tests.faults.dying import fork
from tests.faults.killing import ServedRig
from tests.scorocode.socket_server import answer, receive, reset
from tests.storage.campaigns.samples import approved, body, email, phone

PEOPLE = 500
MOST_TOLD, MOST_MS = 120, 20
"""A process is killed so long after it told so much, at the latest."""
KEYS = Keys(client_key="c" * 32, access_key="a" * 32)
SYNC = b"SYNC"
NOBODY = b'{"error":false,"result":"BQAAAAA="}'
UNREAD, RESET, STALL = 0.01, 0.02, 0.02
"""Parts of the requests that are reset before they are read, after, and that get no answer."""
NEVER = 10**6
REFUSES = 0.02
"""The part of what a campaign tells after which somebody comes onto the do-not-send list."""
READ_S = 3.0
"""The seconds without an answer after which a request is in doubt; one only late, on a busy machine, must not be."""


class Server:
    """Writes down who is reached before it answers; what it breaks is written down too."""

    def __init__(self, listener: socket.socket, log: int, seed: int) -> None:
        self._listener = listener
        self._log = log
        self._chance = random.Random(seed)
        self._changed = threading.Condition()
        self._open = 0

    def serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with self._changed:
                self._open += 1
                fate = self._chance.random()
            threading.Thread(target=self._one, args=(connection, fate), daemon=True).start()

    def _one(self, connection: socket.socket, fate: float) -> None:
        try:
            with connection, contextlib.suppress(OSError):
                self._answer(connection, fate)
        finally:
            with self._changed:
                self._open -= 1
                self._changed.notify_all()

    def _answer(self, connection: socket.socket, fate: float) -> None:
        if connection.recv(4, socket.MSG_PEEK | socket.MSG_WAITALL) == SYNC:
            with self._changed:
                self._changed.wait_for(lambda: self._open == 1)
            connection.sendall(SYNC)
            return
        if b"/data/find" in connection.recv(64, socket.MSG_PEEK | socket.MSG_WAITALL):  # whose an e-mail is
            receive(connection)
            connection.sendall(answer(NOBODY))
            return
        persons = persons_of(receive(connection) if fate >= UNREAD else peek(connection))
        if persons is None:
            return  # it was killed half way: not a request
        faults = {UNREAD: "unread", UNREAD + RESET: "reset", UNREAD + RESET + STALL: "stall"}
        fault = next((fault for until, fault in faults.items() if fate < until), "reached")
        os.write(self._log, f"{fault} {' '.join(persons)}\n".encode())
        if fault == "stall":
            connection.recv(1)  # until the other end is gone
        elif fault == "reached":
            connection.sendall(answer(b'{"error":false,"count":%d}' % len(persons)))
        else:
            reset(connection)


def one_of(number: int, kind: KeyKind) -> NewRefusal:
    """One of the people of a campaign, for the list, by one of the keys that are known of them."""
    keys = {KeyKind.ID: f"u{number + 1:06}", KeyKind.PHONE: phone(number), KeyKind.EMAIL: email(number)}
    return NewRefusal(kind, keys[kind])


def refusals(stores: Stores) -> dict[str, datetime]:
    """The people of a campaign who are on the list, and since when."""
    numbers = {
        key: f"u{each + 1:06}" for each in range(PEOPLE) for key in (f"u{each + 1:06}", phone(each), email(each))
    }
    found: dict[str, datetime] = {}
    for each in stores.do_not_send.all("acme"):
        person = numbers[each.key]
        found[person] = min(found.get(person, each.added_at), each.added_at)
    return found


def persons_of(request: bytes) -> list[str] | None:
    """The people that a request is for; None for one that did not come whole."""
    head, end, sent = request.partition(b"\r\n\r\n")
    if not end:
        return None
    length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.startswith(b"Content-Le")), -1)
    return list(json.loads(sent)["query"]["_id"]["$in"]) if len(sent) == length else None


def peek(connection: socket.socket) -> bytes:
    """A whole request that is left unread, or what came of it before the other end was gone."""
    size, data = 1, b""
    while persons_of(data) is None:
        data = connection.recv(size, socket.MSG_PEEK | socket.MSG_WAITALL)
        if len(data) < size:
            break
        size += 1
    return data


class Rig(ServedRig):
    """The folder, the server, and what was found."""

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder, lambda listener, log: Server(listener, log, seed).serve)
        # Imports what sends, for all that are forked.
        self.client(1).send(Channel.SMS, body(["nobody"], "nobody listens there"))
        self.campaign = 0
        self.begun = 0  # lines of the log before this campaign
        self.open_at_kills: set[str] = set()

    def client(self, port: int) -> Client:
        account = Account(
            id="a1",
            name="Shop",
            environment=Environment.TEST,
            address=f"http://127.0.0.1:{port}/api/v1/",
            application_id="db8a1b41",
            access_kind=AccessKind.MASTER,
            read_timeout=READ_S,
            requests_per_second=1000,
        )
        return Client(account, KEYS, gives_way=True)

    def next_campaign(self, number: int) -> None:
        self.begun = len(self.lines())
        self.open_at_kills.clear()
        with contextlib.closing(open_database(self.path)) as connection:
            stores = Stores.over(connection)
            stores.do_not_send.remove("acme", [each.id for each in stores.do_not_send.all("acme")])
            mapping: JsonObject = {"key": 0, REFUSALS: stores.do_not_send.last()}
            self.campaign = approved(stores.campaigns, PEOPLE, size=1 + number % 3, mapping=mapping)

    def lines(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines()

    def go_on(self, told: int) -> None:
        """Runs what is killed: the app's way out, gone on with after each pause."""
        storage = Storage(self.path)
        storage.wait_for(lambda stores: stores.campaigns.at_start())
        finished = threading.Event()
        chance = random.Random(os.getpid())

        def tell(progress: Progress) -> None:
            os.write(told, b".")
            if chance.random() < REFUSES:
                refusal = one_of(chance.randrange(PEOPLE), chance.choice((KeyKind.ID, KeyKind.PHONE, KeyKind.EMAIL)))
                storage.wait_for(lambda stores: stores.do_not_send.add("acme", [refusal], by="Ann"))
            if progress.state is CampaignState.FINISHED:
                finished.set()
            elif progress.state is CampaignState.PAUSED and not progress.open:
                engine.go_on(after_doubts=NEVER)

        ledger = StoredLedger(storage.wait_for, self.campaign)
        engine = Engine(ledger, self.client(self.port), RunningPlan(pace=1e6), tell, lane=Lane())
        engine.go_on(after_doubts=NEVER)
        finished.wait()
        engine.close(20)
        storage.close()

    def settle_down(self) -> None:
        """Returns when the server has written down all that reached it."""
        with socket.create_connection(("127.0.0.1", self.port)) as line:
            line.sendall(SYNC)
            line.recv(4)

    def check(self, after: str) -> bool:
        """Looks at the ledger as it was left, and at who was reached; tells whether the campaign is finished."""
        self.settle_down()
        lines = [line.split() for line in self.lines()[self.begun :]]
        reached = Counter(person for fault, *persons in lines for person in persons if fault != "unread")
        broken = {person for fault, *persons in lines for person in persons if fault != "reached"}
        with contextlib.closing(open_database(self.path)) as connection:
            campaigns = Campaigns(connection)
            rows = campaigns.rows(self.campaign, limit=PEOPLE + 1)
            opened = {row.person for row in rows if row.state is PersonState.SENDING}
            requests = campaigns.existing(self.campaign).requests.get(PersonState.SENDING, 0)
            self.expect(requests <= WIDTH, after, f"{requests} requests were open")
            self.figures["most open at a kill"] = max(self.figures["most open at a kill"], requests)
            self.open_at_kills |= opened
            campaigns.at_start()
            rows = campaigns.rows(self.campaign, limit=PEOPLE + 1)
            self.expect(len(rows) == PEOPLE, after, "people are lost from the ledger")
            people: dict[PersonState, set[str]] = {state: set() for state in PersonState}
            for row in rows:
                people[row.state].add(row.person)
            twice = [person for person, times in reached.items() if times > 1]
            self.figures["twice"] += len(twice)
            self.expect(not twice, after, f"{len(twice)} people twice")
            self.expect(people[PersonState.SENT] <= set(reached), after, "somebody is said to be sent to who was not")
            waiting = people[PersonState.PLANNED] | people[PersonState.NOT_SENT]
            self.expect(waiting.isdisjoint(reached), after, "somebody who was reached will be sent to again")
            in_doubt = people[PersonState.UNKNOWN]
            may_be = self.open_at_kills | broken
            odd = [row for row in rows if row.person in in_doubt - may_be]
            reasons = {send.reason for row in odd if (send := campaigns.send(row.send_id or 0)) is not None}
            self.expect(not odd, after, f"{len(odd)} in doubt whose request was not open: {reasons}")
            out, refused = people[PersonState.SKIPPED], refusals(Stores.over(connection))
            self.expect(out <= set(refused), after, "somebody was left out who is not on the list")
            self.expect(out.isdisjoint(reached), after, "somebody was reached who was left out")
            begun = {each.id: each.began_at for each in campaigns.sends(self.campaign, limit=PEOPLE + 1)}
            late = [
                row
                for row in rows
                if row.state in {PersonState.SENT, PersonState.UNKNOWN}
                and row.person in refused
                and (begun[row.send_id or 0] or refused[row.person]) > refused[row.person]
            ]
            self.expect(not late, after, f"{len(late)} were in a request that began when they were on the list")
            others = set().union(*people.values()) - waiting - in_doubt - people[PersonState.SENT] - out
            self.expect(not others, after, f"{len(others)} in other states")
            self.expect_whole(connection, after)
            finished = campaigns.existing(self.campaign).state is CampaignState.FINISHED
            if finished:
                lost = {row.person for row in rows} - set(reached) - in_doubt - out
                self.figures["lost"] += len(lost)
                self.expect(not lost and not waiting, after, f"{len(lost)} people lost")
                self.figures["people"] += len(rows)
                self.figures["reached"] += len(reached)
                self.figures["left out by the list"] += len(out)
                self.figures["in doubt"] += len(in_doubt)
                self.figures["in doubt by a kill"] += len(in_doubt & self.open_at_kills)
                self.figures["campaigns"] += 1
                self.figures["in doubt by a fault of the line"] += len(in_doubt & broken)
        return finished


def kill(rig: Rig, times: int, chance: random.Random) -> int:
    """Kills so many times, and then lets the last campaign come to its end; how often it killed."""
    died, campaign, finished = 0, 0, True
    while died < times or not finished:
        if finished:
            rig.next_campaign(campaign)
            campaign += 1
        read, write = os.pipe()

        def work(write: int = write) -> None:
            rig.go_on(write)

        process = fork(work)
        os.close(write)
        with os.fdopen(read, "rb", buffering=0) as told:
            if died < times:
                left = chance.randrange(MOST_TOLD + 1)
                while left > 0 and (got := told.read(left)):
                    left -= len(got)
                select.select([], [], [], chance.uniform(0, MOST_MS) / 1000)
                os.kill(process, signal.SIGKILL)
            while told.read(4096):
                pass
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        died += code == -signal.SIGKILL
        if code not in {0, -signal.SIGKILL}:
            rig.wrong.append(f"kill {died}: exit code {code}")
            return died
        finished = rig.check(f"kill {died}")
    return died


def main(folder: str, times: str, seed: str) -> None:
    rig = Rig(Path(folder), int(seed))
    died = 0
    try:
        died = kill(rig, int(times), random.Random(int(seed)))
    finally:
        rig.tell(died=died, faults=Counter(line.split()[0] for line in rig.lines()))


if __name__ == "__main__":
    main(*sys.argv[1:])
