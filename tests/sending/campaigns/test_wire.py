"""A campaign over real sockets: what arrives, what a broken line means, and the others who send meanwhile."""

import dataclasses
import json
import socket
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.limiter import Limits
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.sending.campaigns.engine import Engine
from scoro_desktop.sending.campaigns.planning import Ready, plan_requests
from scoro_desktop.sending.campaigns.progress import Progress
from scoro_desktop.sending.campaigns.running_plan import RunningPlan
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import NewRequest
from tests.scorocode.accounts import KEYS, an_account
from tests.scorocode.socket_server import SocketServer, answer, receive, reset, reset_unread
from tests.sending.campaigns.rig import WAIT_S, Rig
from tests.storage.campaigns import samples


class Recording(SocketServer):
    """Answers with the number of people in each request, and remembers all of them.

    `fault`: of the first. The others are answered once the app has told that one is in doubt: were that one the last to
    end, there would be nothing left to pause for.
    """

    def __init__(self, fault: Any = None) -> None:
        super().__init__(self._serve_one)
        self._fault = fault
        self._lock = threading.Lock()
        self._may_answer = threading.Event()
        if fault is None:
            self._may_answer.set()
        self.requests: list[dict[str, Any]] = []

    def _serve_one(self, connection: socket.socket) -> None:
        with self._lock:
            fault, self._fault = self._fault, None
        if fault is not None:
            fault(connection)
            return
        head, _, sent = receive(connection).partition(b"\r\n\r\n")
        request = json.loads(sent) | {"path": head.split()[1].decode()}
        with self._lock:
            self.requests.append(request)
        self._may_answer.wait(WAIT_S)
        count = len(request["query"]["_id"]["$in"])
        connection.sendall(answer(b'{"count":%d,"error":false}' % count))

    def hears(self, progress: Progress) -> None:
        if progress.counts.get(PersonState.UNKNOWN):
            self._may_answer.set()

    @property
    def reached(self) -> Counter[str]:
        return Counter(person for each in self.requests for person in each["query"]["_id"]["$in"])


def engine_to(
    rig: Rig, campaign: int, client: Client, pace: float = 1e6, heard: Callable[[Progress], None] | None = None
) -> Engine:
    def told(progress: Progress) -> None:
        if heard is not None:
            heard(progress)
        rig.told.put(progress)

    engine = Engine(rig.ledger_of(campaign), client, RunningPlan(pace=pace), told, lane=rig.lane)
    rig.close_at_the_end(engine)
    return engine


def test_ten_thousand_people_in_thirty_cities_are_sixty_requests_at_the_server(rig: Rig) -> None:
    campaign = rig.ledger(lambda campaigns: samples.filled(campaigns, 10_000))

    def plan(campaigns: Campaigns) -> list[NewRequest]:
        rows = campaigns.rows(campaign, limit=10_000)
        people = (Ready(each.id, each.person, {"msg": {"text": f"Привет, {each.row % 30}"}}) for each in rows)
        return list(plan_requests(people, "users"))

    planned = rig.ledger(plan)
    rig.ledger(lambda campaigns: campaigns.approve(campaign, total=10_000, requests=planned))
    with Recording() as server:
        account = an_account(address=server.address, requests_per_second=1000)
        ended = rig.run(engine_to(rig, campaign, Client(account, KEYS, gives_way=True)))
    assert ended.counts == {"sent": 10_000}
    assert 50 <= len(server.requests) <= 80
    assert {each["path"] for each in server.requests} == {"/api/v1/sendsms"}
    assert set(server.reached.values()) == {1}
    assert len(server.reached) == 10_000


def reset_read(connection: socket.socket) -> None:
    receive(connection)
    reset(connection)


@pytest.mark.parametrize("fault", [reset_unread, reset_read])
def test_a_reset_is_in_doubt_and_nobody_else_is(fault: Any, rig: Rig) -> None:
    campaign = rig.approved(rig.lane.width + 2)  # two are left to pause for, whatever ends last
    with Recording(fault) as server:
        account = an_account(address=server.address, requests_per_second=1000)
        engine = engine_to(rig, campaign, Client(account, KEYS, gives_way=True), heard=server.hears)
        assert rig.run(engine).pause == "unknown"
        rig.run(engine)
    assert sorted(rig.states(campaign)) == ["sent"] * (rig.lane.width + 1) + ["unknown"]
    in_doubt = f"u{rig.states(campaign).index('unknown') + 1:06}"
    assert server.reached == Counter(f"u{each:06}" for each in range(1, rig.lane.width + 3)) - Counter([in_doubt])


def test_where_nothing_listens_nothing_left(rig: Rig) -> None:
    campaign = rig.approved(6)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    account = an_account(address=f"http://127.0.0.1:{port}/api/v1/", requests_per_second=1000)
    assert rig.run(engine_to(rig, campaign, Client(account, KEYS, gives_way=True))).pause == "no_connection"
    assert {"not_sent"} <= set(rig.states(campaign)) <= {"planned", "not_sent"}  # so many as were open at once
    with Recording() as server:
        there = dataclasses.replace(account, address=server.address)
        ended = rig.run(engine_to(rig, campaign, Client(there, KEYS, gives_way=True)))
    assert ended.counts == {"sent": 6}
    assert set(server.reached.values()) == {1}


def test_a_single_send_leaves_while_eight_of_a_campaign_wait_for_their_answers(rig: Rig) -> None:
    """It waits neither for the lane nor for an answer: the server sees it while eight others stand open."""
    campaign = rig.approved(20)
    stalled, let_go = threading.Semaphore(0), threading.Event()

    class Stalling(Recording):
        def _serve_one(self, connection: socket.socket) -> None:
            request = receive(connection)
            if b'"_id"' in request:
                stalled.release()
                assert let_go.wait(20)
                connection.sendall(answer(b'{"count":1,"error":false}'))
            else:
                connection.sendall(answer(b'{"count":77,"error":false}'))

    limits = Limits()
    with Stalling() as server:
        account = an_account(address=server.address, requests_per_second=20)
        engine = engine_to(rig, campaign, Client(account, KEYS, limits, gives_way=True))
        engine.go_on()
        for _ in range(8):
            assert stalled.acquire(timeout=20)
        body = {"coll": "users", "query": {"city": "Пермь"}, "msg": {"text": "x"}}
        reply = Client(account, KEYS, limits).send(Channel.SMS, body)  # type: ignore[arg-type]
        assert isinstance(reply, Sent)
        assert reply.count == 77
        assert rig.states(campaign).count("sending") == 8
        engine.pause()
        let_go.set()
        rig.until(lambda each: each.state is CampaignState.PAUSED and not each.open)
