"""An engine over a real ledger on its own thread, with a clock that is told and a server that is a script."""

import contextlib
import queue
import threading
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.sending.campaigns.engine import Engine
from scoro_desktop.sending.campaigns.lane import Lane
from scoro_desktop.sending.campaigns.ledger import StoredLedger
from scoro_desktop.sending.campaigns.progress import Progress
from scoro_desktop.sending.campaigns.running_plan import RunningPlan
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState
from scoro_desktop.storage.campaigns.types import Campaign
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage
from scoro_desktop.wire import JsonObject
from tests.storage.campaigns import samples

T = TypeVar("T")
LOST = Failure(Outcome.UNKNOWN, "read_timeout")
NO_ROUTE = Failure(Outcome.NOT_SENT, "no_route")
START = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
WAIT_S = 20


class ToldClock:
    """Goes on only where somebody waits for a moment; what waits for somebody else really waits."""

    def __init__(self) -> None:
        self.at = 1000.0
        self.wall = START

    def seconds(self) -> float:
        return self.at

    def now(self) -> datetime:
        return self.wall + timedelta(seconds=self.at - 1000.0)

    def wait(self, changed: threading.Condition, seconds: float | None) -> None:
        if seconds is None:
            assert changed.wait(WAIT_S)
        else:
            self.at += seconds


def refusal(code: str) -> Failure:
    return Failure(Outcome.REFUSED, "server_said_no", code, "no", 200)


def persons_of(body: Any) -> list[str]:
    clause = body["query"].get("$and", [body["query"]])[0]
    return list(next(iter(clause.values()))["$in"])


class Script:
    """Answers as it is told: `reply` for each request. Remembers who was sent to, when, and how many were open."""

    def __init__(self, clock: ToldClock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self.reply: Callable[[JsonObject], Sent | Failure] = lambda body: Sent(len(persons_of(body)))
        self.matching: Callable[[JsonObject], JsonObject | Failure] = lambda body: LOST
        self.asked: list[JsonObject] = []
        self.bodies: list[JsonObject] = []
        self.at: list[float] = []
        self.open = self.most_open = 0
        self.channels: set[Channel] = set()

    def send(self, channel: Channel, body: JsonObject) -> Sent | Failure:
        with self._lock:
            self.channels.add(channel)
            self.bodies.append(body)
            self.at.append(self._clock.seconds())
            self.open += 1
            self.most_open = max(self.most_open, self.open)
        try:
            return self.reply(body)
        finally:
            with self._lock:
                self.open -= 1

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        assert (path, keep) == ("data/find", False)
        self.asked.append(body)
        return self.matching(body)

    @property
    def reached(self) -> Counter[str]:
        return Counter(person for body in self.bodies for person in persons_of(body))


class Gates:
    """Holds every request until it is let go, with an answer."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[queue.Queue[Sent | Failure]] = queue.Queue()

    def __call__(self, _body: JsonObject) -> Sent | Failure:
        answer: queue.Queue[Sent | Failure] = queue.Queue()
        self._waiting.put(answer)
        return answer.get(timeout=WAIT_S)

    def arrived(self, number: int) -> list["queue.Queue[Sent | Failure]"]:
        return [self._waiting.get(timeout=WAIT_S) for _ in range(number)]


class Rig:
    def __init__(self, path: Path) -> None:
        self._storage = Storage(path)
        self._thread = self._storage.writer
        self._storage.counter()  # the threads of the storage are those of the app
        self.clock = ToldClock()
        self.script = Script(self.clock)
        self.lane = Lane()
        self.told: queue.Queue[Progress] = queue.Queue()
        self.seen: list[Progress] = []
        self._engines: list[Engine] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for engine in self._engines:
            assert engine.close(WAIT_S) or kind is not None
        assert self.lane.open == 0 or kind is not None
        assert self._storage.close()

    def wait_for(self, job: Callable[[Stores], T], /, *, reading: bool = False) -> T:
        return self._storage.wait_for(job, reading=reading)

    def ledger(self, job: Callable[[Campaigns], T]) -> T:
        return self.wait_for(lambda stores: job(stores.campaigns))

    def approved(self, people: int, size: int = 1, collection: str = "users", **changes: object) -> int:
        return self.ledger(lambda campaigns: samples.approved(campaigns, people, size, collection, **changes))

    def ledger_of(self, campaign: int) -> StoredLedger:
        return StoredLedger(self.wait_for, campaign)

    def engine(self, campaign: int, **plan: Any) -> Engine:
        engine = Engine(
            self.ledger_of(campaign),
            self.script,
            RunningPlan(**({"pace": 10.0} | plan)),
            self.told.put,
            lane=self.lane,
            clock=self.clock,
        )
        self._engines.append(engine)
        return engine

    def close_at_the_end(self, engine: Engine) -> None:
        self._engines.append(engine)

    def until(self, holds: Callable[[Progress], bool]) -> Progress:
        while True:
            progress = self.told.get(timeout=WAIT_S)
            self.seen.append(progress)
            if holds(progress):
                return progress

    def until_it_stands(self) -> Progress:
        """Waits until nothing runs and nothing is open."""
        return self.until(lambda each: each.state is not CampaignState.RUNNING and not each.open)

    def run(self, engine: Engine, **how: Any) -> Progress:
        """Goes on, to the end or to a pause, and until the threads have ended."""
        engine.go_on(**how)
        found = self.until_it_stands()
        with self.lane.changed:
            assert self.lane.changed.wait_for(lambda: not engine.is_at_work, WAIT_S)
        with contextlib.suppress(queue.Empty):
            while True:
                found = self.told.get_nowait()
        return found

    def campaign(self, campaign: int) -> Campaign:
        return self.ledger(lambda campaigns: campaigns.existing(campaign))

    def states(self, campaign: int) -> list[str]:
        rows = self.ledger(lambda campaigns: campaigns.rows(campaign, limit=100_000))
        return [f"{each.state} {each.why}".strip() for each in rows]
