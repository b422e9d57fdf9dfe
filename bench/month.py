"""Measures how soon the calendar knows a month with a million sends in it.

    python bench/month.py FOLDER [--rows N]

FOLDER keeps the million sends for the next run (bench/many_sends.py): two seconds apart, in some 23 days. Processor
time of the reading thread in milliseconds, the middle of five in turns with the yardstick: that SQLite counts all of
them by the index of their times. "shown": the number of each day with its first sends, which the window shows at once;
"came to": what each day came to, which it adds after. Ends with 1 where the former takes more than three times the
yardstick's.
"""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Final

from many_sends import make

from scoro_desktop.storage import month
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage

TIMES: Final = 5
LIMIT: Final = 3.0


def took(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


def measure(stores: Stores) -> list[tuple[float, float, float]]:
    last = datetime.now(UTC).date() + timedelta(days=1)
    first = last - timedelta(days=41)
    found = []
    sql = "SELECT count(*) FROM sends INDEXED BY sends_by_created_at WHERE created_at > '2'"
    for _ in range(TIMES):
        bare = took(lambda: stores.history.connection.execute(sql).fetchall())
        shown = took(lambda: month.month_sends(stores.history, first, last, UTC))
        sends = month.month_sends(stores.history, first, last, UTC)
        counted = took(lambda: month.with_counts(stores.history, sends, first, last, UTC))  # noqa: B023
        found.append((bare, shown, counted))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    asked = parser.parse_args()
    storage = Storage(make(asked.folder, asked.rows, apart_s=2))
    found = storage.reader.wait_for(measure)
    storage.close()
    bare, shown, counted = (median(each) for each in zip(*found, strict=True))
    print(f"yardstick {bare:.0f} ms, shown {shown:.0f} ms ({shown / bare:.1f} times), came to {counted:.0f} ms")
    return int(shown > LIMIT * bare)


if __name__ == "__main__":
    sys.exit(main())
