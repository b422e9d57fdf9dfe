"""A disk that is full at each statement, a file that is damaged on each page: what is said, and what still works."""

import contextlib
import os
import random
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from scoro_desktop.scorocode.replies import Outcome, Sent
from scoro_desktop.storage.database import BrokenDatabase, NewerDatabase, StorageError, StorageFailed
from scoro_desktop.wire import JsonObject
from tests.faults.disk_work import ALL, DATABASE, account, fill, look_at_everything, once, send_again, start, ticking

Damage = Callable[[Path, int, int], None]


class Full:
    """From one statement on, or for that one alone, the disk takes nothing: what writes fails as it does in SQLite."""

    def __init__(self, point: int, *, stays: bool) -> None:
        self._left = point
        self._stays = stays
        self.came = False

    @property
    def is_past(self) -> bool:
        """Tells whether all was done before that statement."""
        return self._left > 0

    def __call__(self, sql: str) -> None:
        self._left -= 1
        if self._left == 0 or (self._left < 0 and self._stays):
            if sql.lstrip().startswith(("SELECT", "ROLLBACK")):
                return
            self.came = True
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error


@pytest.mark.parametrize("stays", [False, True])
def test_a_disk_that_is_full_at_each_statement(stays: bool, tmp_path: Path) -> None:
    left_the_app: list[str] = []

    def send_out(request: JsonObject) -> Sent:
        left_the_app.append(str(request["msg"]))
        return Sent(5)

    points = 0
    for point in range(1, 200):
        full = Full(point, stays=stays)
        before = len(left_the_app)
        failed: StorageError | None = None
        with ticking(full):
            try:
                once(tmp_path, f"{point:06}", send_out, account(), lambda _text: None)
            except StorageError as error:
                failed = error
        points += full.came
        connection, history = start(tmp_path)  # there is room again
        with contextlib.closing(connection):
            rows = history.page(ALL, 0, 1000)
            recorded = [row.summary for row in rows]
            assert all(any(f"'{title}'" in text for title in recorded) for text in left_the_app), point
            assert len(left_the_app) - before <= 1
            assert all(row.outcome in {Outcome.SENT, Outcome.UNKNOWN, Outcome.NOT_SENT} for row in rows), point
            held = [row.summary for row in rows if row.outcome is Outcome.NOT_SENT]
            assert not any(f"'{title}'" in text for title in held for text in left_the_app), point
            assert len(recorded) == len(set(recorded))
        send_again_counted(tmp_path, left_the_app)
        if full.is_past:
            break
        if failed is not None:
            assert isinstance(failed, StorageFailed)
            assert failed.code == "SQLITE_FULL", point
    assert points > 15
    sys.stdout.write(f"full disk, stays={stays}: {points} points, {len(left_the_app)} left\n")


def send_again_counted(folder: Path, left_the_app: list[str]) -> None:
    send_again(folder)
    connection, _ = start(folder)
    with contextlib.closing(connection), connection:  # so that every round finds its own send alone
        connection.execute("DELETE FROM sends WHERE summary = 'Afterwards'")
    assert left_the_app == list(dict.fromkeys(left_the_app))


def test_a_disk_that_runs_full_page_by_page(tmp_path: Path) -> None:
    """SQLite's own limit of pages stands for the disk: at some write there is no room for another page."""
    fill(tmp_path, 3)
    refused = written = 0
    for room in range(40):
        connection, history = start(tmp_path)
        with contextlib.closing(connection):
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages + room}")
            number = history.count(ALL)
            try:
                once_recorded(history, 20_000)
                written += 1
            except StorageFailed as error:
                assert error.code == "SQLITE_FULL"  # noqa: PT017
                refused += 1
                assert history.count(ALL) == number
    assert refused > 3
    assert written > 3
    send_again(tmp_path)


def once_recorded(history: object, length: int) -> None:
    from scoro_desktop.sending.outbox import Outbox
    from tests.faults.disk_work import record

    record(Outbox(history), "Long", account(), length)  # type: ignore[arg-type]


def zero(path: Path, page: int, size: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * size)
        file.write(bytes(size))


def flip(path: Path, page: int, size: int) -> None:
    chance = random.Random(page)
    with path.open("r+b") as file:
        for _ in range(8):
            place = page * size + chance.randrange(size)
            file.seek(place)
            byte = file.read(1)[0] ^ (1 << chance.randrange(8))
            file.seek(place)
            file.write(bytes([byte]))


def noise(path: Path, page: int, size: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * size)
        file.write(random.Random(page).randbytes(size))


def cut(path: Path, page: int, size: int) -> None:
    os.truncate(path, page * size)


def cut_within(path: Path, page: int, size: int) -> None:
    os.truncate(path, page * size + size // 3)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    fill(folder, 40)
    return folder / DATABASE


@pytest.mark.parametrize(
    "damage",
    [zero, flip, cut, pytest.param(noise, marks=pytest.mark.long), pytest.param(cut_within, marks=pytest.mark.long)],
)
def test_every_page_is_damaged_in_turn(damage: Damage, filled: Path, tmp_path: Path) -> None:
    size, came = 4096, Counter[str]()
    pages = filled.stat().st_size // size
    assert pages > 30
    for page in range(pages):
        shutil.rmtree(tmp_path / "data", ignore_errors=True)
        (tmp_path / "data").mkdir()
        path = Path(shutil.copy(filled, tmp_path / "data"))
        damage(path, page, size)
        damaged = path.read_bytes()
        try:
            shown, lost = look_at_everything(path.parent)
        except (BrokenDatabase, NewerDatabase):
            came["said at the start"] += 1
            assert path.read_bytes()[100:] == damaged[100:], page  # left alone, to be copied or mended
            continue
        except StorageFailed as error:
            assert error.is_damage, (page, error)  # noqa: PT017
            came["said in the window"] += 1
        else:
            came["all is shown" if not lost and shown == 40 else "some is lost, and said"] += 1
        try:
            send_again(path.parent)
            came["sends again"] += 1
        except StorageFailed as error:
            assert error.is_damage, (page, error)  # noqa: PT017
            came["says why it cannot send"] += 1
    sys.stdout.write(f"{damage.__name__}: {pages} pages, {dict(came)}\n")
    assert came["sends again"] > pages / 3 or damage in {
        cut,
        cut_within,
    }  # SQLite reads nothing of a file that is short
