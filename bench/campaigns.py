"""Campaigns against a server of their own process: requests a second, against a bare `requests.Session`.

`campaigns.py [--people N]`: both in turns, five times, with an answer after 20 ms; the ratio is what counts.
`campaigns.py --pace`: 200 requests at ten a second by the server's clock, and 20 single sends meanwhile.
`campaigns.py --long`: 20,000 single texts, unthrottled: memory, threads and descriptors before, on the way and after.
"""

import argparse
import contextlib
import json
import multiprocessing
import os
import re
import resource
import socket
import statistics
import struct
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import requests

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.limiter import Limits
from scoro_desktop.sending.campaigns.engine import Engine
from scoro_desktop.sending.campaigns.lane import Lane
from scoro_desktop.sending.campaigns.ledger import StoredLedger
from scoro_desktop.sending.campaigns.progress import Progress
from scoro_desktop.sending.campaigns.running_plan import RunningPlan
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import Judged, NewCampaign, NewPerson, NewRequest
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage

DELAY_S = 0.02
KEYS = Keys("c" * 32, "m" * 32)
ANSWER = b'{"error":false,"count":1}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(ANSWER)
LENGTH = re.compile(rb"(?i)content-length: *(\d+)")


def answer_all(connection: socket.socket, delay: float, arrivals: int) -> None:
    """Answers each request on a connection, after the delay; writes down when it came, and whether it is a single."""
    with connection, contextlib.suppress(OSError):
        data = b""
        while True:
            while b"\r\n\r\n" not in data:
                more = connection.recv(65536)
                if not more:
                    return
                data += more
            head, _, rest = data.partition(b"\r\n\r\n")
            found = LENGTH.search(head)
            length = int(found[1]) if found else 0
            while len(rest) < length:
                rest += connection.recv(65536)
            os.write(arrivals, struct.pack("<d?", time.monotonic(), b'"single"' in rest))
            data = rest[length:]
            time.sleep(delay)
            connection.sendall(HEAD + ANSWER)
            if b"close" in head.lower().split(b"connection:")[-1][:12]:
                return


def serve(listener: socket.socket, delay: float, arrivals: int) -> None:
    """The server, in a process of its own."""
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=answer_all, args=(connection, delay, arrivals), daemon=True).start()


def account(port: int, limit: int = 1000) -> Account:
    return Account(
        id="bench",
        name="Bench",
        environment=Environment.TEST,
        address=f"http://127.0.0.1:{port}/api/v1/",
        application_id="a" * 32,
        access_kind=AccessKind.MASTER,
        requests_per_second=limit,
    )


def approved(stores: Stores, people: int) -> int:
    campaigns = stores.campaigns
    campaign = campaigns.create(
        NewCampaign(
            "sms", "bench", "Bench", Environment.TEST, "http://127.0.0.1/", "a", "Bench", {"msg": {"text": "{{n}}"}}
        )
    )
    for start in range(0, people, 1000):
        rows = range(start, min(start + 1000, people))
        campaigns.add_rows(campaign, [NewPerson(row + 1, str(row), (str(row),)) for row in rows])
    after = 0
    while page := campaigns.rows(campaign, after=after, limit=1000):
        after = page[-1].id
        campaigns.judge(campaign, [Judged(each.id, PersonState.PLANNED, f"u{each.row}") for each in page])
    after, first = 0, True
    while page := campaigns.rows(campaign, after=after, limit=500):
        after = page[-1].id
        planned = [
            NewRequest(
                {
                    "coll": "users",
                    "query": {"_id": {"$in": [each.person]}},
                    "msg": {"text": f"Number {each.row}, come in: half price until Sunday, and coffee."},
                },
                (each.id,),
            )
            for each in page
        ]
        campaigns.plan(campaign, planned, anew=first)
        first = False
    campaigns.approve(campaign, total=people)
    return campaign


def run(
    folder: Path,
    port: int,
    people: int,
    look: Any = lambda _progress: None,
    pace: float = 1e6,
    limit: int = 1000,
    limits: Limits | None = None,
) -> float:
    """The requests a second of a campaign with a request for each of so many people."""
    storage = Storage(folder / f"{time.monotonic_ns()}" / "scoro.db")
    storage.counter()  # as the app has it
    campaign = storage.wait_for(lambda stores: approved(stores, people))
    ended = threading.Event()

    def told(progress: Progress) -> None:
        look(progress)
        if progress.state is CampaignState.FINISHED:
            ended.set()
        elif progress.pause:
            sys.exit(f"paused: {progress.pause} {progress.pause_detail}")

    client = Client(account(port, limit), KEYS, limits, gives_way=True)
    engine = Engine(StoredLedger(storage.wait_for, campaign), client, RunningPlan(pace=pace), told, lane=Lane())
    began = time.monotonic()
    engine.go_on()
    ended.wait()
    took = time.monotonic() - began
    engine.close(10)
    client.close()
    counts = storage.wait_for(lambda stores: stores.campaigns.existing(campaign).counts)
    assert counts == {"sent": people}, counts
    storage.close()
    return people / took


def bare(port: int, people: int) -> float:
    """The requests a second of a loop over one session, which keeps its connection."""
    began = time.monotonic()
    with requests.Session() as session:
        session.trust_env = False
        for number in range(people):
            body = {
                "app": "a" * 32,
                "cli": "c" * 32,
                "acc": "m" * 32,
                "coll": "users",
                "query": {"_id": {"$in": [f"u{number}"]}},
                "msg": {"text": f"Number {number}, come in: half price until Sunday, and coffee."},
            }
            session.post(f"http://127.0.0.1:{port}/api/v1/sendsms", data=json.dumps(body).encode()).json()
    return people / (time.monotonic() - began)


def beside(folder: Path, port: int, arrivals: int) -> None:
    """The pace as the server has it, and how soon single sends are there."""
    limits, ended, began = Limits(), threading.Event(), []

    def singles() -> None:
        client = Client(account(port, 20), KEYS, limits)
        body: Any = {"coll": "users", "query": {"_id": "single"}, "msg": {"text": "x"}}
        while not ended.wait(1.03) and len(began) < 20:
            began.append(time.monotonic())
            client.send(Channel.SMS, body)

    thread = threading.Thread(target=singles)
    thread.start()
    run(folder, port, 200, pace=10.0, limit=20, limits=limits)
    ended.set()
    thread.join()
    size = struct.calcsize("<d?")
    data = os.read(arrivals, size * 1000)
    found = [struct.unpack_from("<d?", data, at) for at in range(0, len(data), size)]
    paced = sorted(at for at, single in found if not single)
    waits = [at - asked for at, asked in zip(sorted(at for at, single in found if single), began, strict=True)]
    rate = (len(paced) - 1) / (paced[-1] - paced[0])
    print(f"{rate:.2f} requests a second by the server's clock, where 10 are wanted: {rate * 10 - 100:+.1f} %")
    middle, most = statistics.median(waits) * 1000, max(waits) * 1000
    print(f"{len(waits)} single sends were there after {middle:.0f} ms, {most:.0f} at most")
    if abs(rate / 10 - 1) > 0.05 or max(waits) > 0.1:
        sys.exit("missed")


def held() -> tuple[float, int, int]:
    """Megabytes of this process, its threads and its open files and sockets."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6, threading.active_count(), len(os.listdir("/proc/self/fd"))  # noqa: PTH208


def long_life(folder: Path, port: int, people: int) -> None:
    run(folder, port, 500)
    before, found = held(), []

    def look(progress: Progress) -> None:
        if progress.done % 1000 == 0 and progress.done and (not found or found[-1][0] != progress.done):
            found.append((progress.done, held()[0]))

    rate = run(folder, port, people, look)
    after = held()
    early = max(size for done, size in found if done <= people // 10)
    late = max(size for done, size in found)
    print(f"{people:,} single texts, {rate:.0f} a second")
    print(f"before  {before[0]:6.1f} MB {before[1]} threads {before[2]} files and sockets")
    print(f"on the way: {early:.1f} MB in the first tenth, {late:.1f} MB at most: {late - early:+.1f} MB")
    print(f"after   {after[0]:6.1f} MB {after[1]} threads {after[2]} files and sockets")
    if late - early > 10 or after[1:] != before[1:]:
        sys.exit("not flat")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=300)
    arguments.add_argument("--pace", action="store_true")
    arguments.add_argument("--long", action="store_true")
    given = arguments.parse_args()
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    port = listener.getsockname()[1]
    delay = 0.0 if given.long else DELAY_S
    read, write = os.pipe()
    if not given.pace:  # nobody reads it
        write = os.open(os.devnull, os.O_WRONLY)
    server = multiprocessing.get_context("fork").Process(target=serve, args=(listener, delay, write), daemon=True)
    server.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            if given.long:
                long_life(Path(folder), port, 20_000)
                return
            if given.pace:
                beside(Path(folder), port, read)
                return
            ratios = []
            for _ in range(5):
                floor = bare(port, given.people)
                ours = run(Path(folder), port, given.people)
                ratios.append(ours / floor)
                print(f"bare session {floor:6.1f} a second, campaign {ours:6.1f}: {ratios[-1]:.2f}")
            print(f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
            if statistics.median(ratios) < 0.8:
                sys.exit("missed")
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
