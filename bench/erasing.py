"""Measures for how long a send waits while what is known of the people of a campaign is erased.

    python bench/erasing.py FOLDER [--sends N] [--people N]

FOLDER keeps a history of a million sends for the next run (bench/many_sends.py), as bench/gaps.py does; it is copied
for this. A campaign of so many people, with a request each, is written into it. Then its values are deleted, and
meanwhile a send is recorded and settled, and the next one 20 ms later, over and over: what each of these writes waits
and takes, in milliseconds, beside the same writes before. Ends with 1 where one took longer than 100 ms more than the
longest before.
"""

import argparse
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from many_sends import make

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.campaigns.types import CampaignPerson, Judged, NewCampaign, NewPerson, NewRequest
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage
from scoro_desktop.wire import JsonObject
from tests.storage.campaigns.samples import stop
from tests.storage.sends import new_send

LIMIT_MS: Final = 100.0
PAUSE_S: Final = 0.02
AT_ONCE: Final = 1_000
BODY: Final[JsonObject] = {"coll": "users", "msg": {"text": "Come in"}}


def make_campaign(storage: Storage, people: int) -> int:
    """A campaign that was approved and stopped, of so many people."""
    wait_for = storage.writer.wait_for
    new = NewCampaign(
        "sms", "acme", "Acme", Environment.SANDBOX, "http://127.0.0.1", "app", "Names", {"msg": {"text": "{{name}}"}},
        columns=("phone", "name", "city"),
    )  # fmt: skip
    campaign = wait_for(lambda stores: stores.campaigns.create(new))
    for start in range(0, people, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, people))
        rows = [NewPerson(n, f"+7912{n:07}", (f"+7912{n:07}", f"Имя {n} Фамилия", f"Город {n % 30}")) for n in numbers]
        wait_for(lambda stores, rows=rows: stores.campaigns.add_rows(campaign, rows))  # type: ignore[misc]
    for page in pages(storage, campaign):  # who they are, of all of them first: it drops what was planned
        judged = [Judged(each.id, PersonState.PLANNED, f"{each.id:024x}", each.key[1:]) for each in page]
        wait_for(lambda stores, judged=judged: stores.campaigns.judge(campaign, judged))  # type: ignore[misc]
    for page in pages(storage, campaign):
        requests = [
            NewRequest({**BODY, "query": {"_id": each.person}, "name": each.values[1]}, (each.id,)) for each in page
        ]
        wait_for(lambda stores, requests=requests: stores.campaigns.plan(campaign, requests))  # type: ignore[misc]
    wait_for(lambda stores: stores.campaigns.approve(campaign, total=people))
    wait_for(lambda stores: stop(stores.campaigns, campaign))
    return campaign


def pages(storage: Storage, campaign: int) -> Iterator[list[CampaignPerson]]:
    after = 0
    while True:
        page = storage.writer.wait_for(lambda stores: stores.campaigns.rows(campaign, after=after, limit=AT_ONCE))  # noqa: B023
        if not page:
            return
        yield page
        after = page[-1].id


def send_once(storage: Storage, took: list[float]) -> None:
    """A send is recorded and settled, each a write that waits for its turn."""
    begun = time.perf_counter()
    send = storage.writer.wait_for(lambda stores: stores.history.record(new_send()))
    took.append((time.perf_counter() - begun) * 1000)
    begun = time.perf_counter()
    storage.writer.wait_for(lambda stores: stores.history.settle(send.id, Sent(1)))
    took.append((time.perf_counter() - begun) * 1000)


def in_files(folder: Path) -> int:
    """The number of files in which a name of the campaign stands."""
    name = "Имя 77 Фамилия".encode()
    return sum(name in each.read_bytes() for each in folder.iterdir())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sends", type=int, default=1_000_000)
    parser.add_argument("--people", type=int, default=100_000)
    asked = parser.parse_args()
    source = make(asked.folder, asked.sends)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        path = Path(folder) / DATABASE
        shutil.copy(source, path)
        storage = Storage(path)
        campaign = make_campaign(storage, asked.people)
        before: list[float] = []
        for _ in range(100):
            send_once(storage, before)
            time.sleep(PAUSE_S)
        ended = threading.Event()
        errors: list[Exception] = []

        def failed(error: Exception) -> None:
            errors.append(error)
            ended.set()

        def erase(stores: Stores) -> object:
            stores.campaigns.delete_values(campaign)
            return stores.erasing()

        begun = time.perf_counter()
        storage.writer.go_through(erase, lambda _done: ended.set(), failed)  # type: ignore[arg-type]
        during: list[float] = []
        while not ended.is_set():
            send_once(storage, during)
            time.sleep(PAUSE_S)
        took = time.perf_counter() - begun
        for name, times in (("before", before), ("meanwhile", during)):
            listed = sorted(times)
            print(
                f"{name:10} {len(times):5} writes: middle {listed[len(listed) // 2]:.0f} ms, "
                f"99 in 100 under {listed[len(listed) * 99 // 100]:.0f} ms, longest {listed[-1]:.0f} ms"
            )
        print(f"{asked.people} people were erased in {took:.1f} s; {errors or 'no error'}; ", end="")
        storage.close()
        print(f"a name stands in {in_files(Path(folder))} files")
    return int(bool(errors) or max(during) > max(before) + LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
