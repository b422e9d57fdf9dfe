"""A data folder with a history of a million sends, made by SQL in a minute or two; kept for the next run."""

import contextlib
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from scoro_desktop.storage.database import DATABASE, open_database

OF_THE_DAY: Final = 4_000
"""So many of them are of the last day."""
RARE: Final = "giraffe"
COMMON: Final = "sale"

_SENDS: Final = """
    INSERT INTO sends (
        id, channel, account_id, outcome, count, expected, everyone, created_at, settled_at, account_name, environment,
        address, application_id, collection, reason, error_code, error_message, http_status, summary, detail, answer,
        query_text, request, is_test, took, fingerprint
    )
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :rows)
    SELECT
        n, iif(n % 3, 'push', 'sms'), 'account-' || (n % 7), iif(n % 11, 'sent', 'refused'),
        iif(n % 11, n % 5000, NULL), n % 5000, 0, at, at, 'Shop ' || (n % 7), iif(n % 2, 'test', 'production'), 'https://api.example.com/api/v1/',
        'app-' || (n % 7), iif(n % 3, 'devices', 'users'), iif(n % 11, '', 'refused'), '', '', 200,
        'Sale number ' || n, '', '{"result": 1}', '{"city": "Perm"}',
        '{"coll":"devices","query":{"city":"Perm"},"msg":{"data":{"gcm":{"notification":{"title":"Sale number ' || n ||
        '","body":"Half price until Sunday, and everybody who comes early gets a coffee."}}}}}',
        n % 13 = 0, 0.05, hex(randomblob(32))
    FROM (
        SELECT n, strftime(
            '%Y-%m-%dT%H:%M:%S+00:00',
            :now - iif(n > :rows - :day, (:rows - n) * 80000 / :day, 90000 + (:rows - n) * :apart), 'unixepoch'
        ) AS at
        FROM numbers
    )
    """
_WORDS: Final = """
    INSERT INTO sends_words (rowid, words)
    SELECT id, 'sale number ' || id || ' half price until sunday coffee' || iif(id % 9973, '', ' giraffe') FROM sends
    """


def make(folder: Path, rows: int, apart_s: float = 30) -> Path:
    """The path of a database with so many sends, made anew where it is not of this day; so many seconds apart."""
    path = folder / DATABASE
    done = folder / f"{rows}-{apart_s:g}.done"
    if done.exists() and time.time() - done.stat().st_mtime < 3600 * 2:
        return path
    for each in folder.glob(f"{DATABASE}*"):
        each.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    with contextlib.closing(open_database(path)) as connection:
        for pragma in ("synchronous = OFF", "cache_size = -500000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        connection.execute(
            _SENDS, {"rows": rows, "day": OF_THE_DAY, "apart": apart_s, "now": int(datetime.now(UTC).timestamp())}
        )
        connection.execute(_WORDS)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    done.touch()
    sys.stderr.write(f"{rows} sends made in {time.monotonic() - begun:.0f} s, {path.stat().st_size / 1e6:.0f} MB\n")
    return path
