"""Copies beside the database: none that tells more than the newer ones is removed."""

import contextlib
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scoro_desktop.storage import copies
from scoro_desktop.storage.copies import Copies
from scoro_desktop.storage.database import open_database, place_of


def day(path: Path, number: int, size: int) -> Path:
    copy = path.with_name(f"scoro.2026-01-0{number}.db")
    copy.write_bytes(bytes(size))
    return copy


def days_kept(path: Path) -> list[str]:
    return sorted(each.path.name.split(".")[1] for each in copies.kept(path))[:-1]  # less the one of today


@pytest.mark.parametrize(
    ("sizes", "kept"),
    [
        ([9, 9, 9], ["2026-01-03"]),
        ([900, 900, 1], ["2026-01-02", "2026-01-03"]),
        ([900, 900, 1, 1, 1], ["2026-01-02", "2026-01-05"]),
        ([900, 800, 1, 700], ["2026-01-04"]),
        ([900, 1], ["2026-01-01", "2026-01-02"]),
        ([], []),
    ],
)
def test_a_database_begun_anew_takes_no_place_of_a_good_copy(
    sizes: list[int], kept: list[str], path: Path, connection: sqlite3.Connection
) -> None:
    for number, size in enumerate(sizes, start=1):
        day(path, number, size * 4096)
    assert Copies(place_of(connection)).keep_daily()
    assert days_kept(path) == kept


def test_the_first_copy_of_a_damaged_database_stays(path: Path) -> None:
    made = []
    for _ in range(copies.DAMAGED + 3):
        with contextlib.closing(open_database(path)) as connection:
            made.append(Copies(place_of(connection)).keep_damaged())
    left = sorted(path.parent.glob("scoro.damaged-*.db"))
    assert left == [made[0], *made[-copies.DAMAGED :]]


@pytest.mark.skipif(sys.platform == "win32", reason="no links for everybody on Windows")
def test_a_link_in_the_place_of_the_copy_of_today_is_no_copy(
    connection: sqlite3.Connection, path: Path, tmp_path: Path
) -> None:
    """Whoever may write to the folder could else keep all copies from being made, without a word."""
    other = tmp_path / "another"
    other.write_bytes(b"somebody's")
    copy = path.with_name(f"{path.stem}.{datetime.now(UTC):%Y-%m-%d}{path.suffix}")
    copy.symlink_to(other)
    assert Copies(place_of(connection)).keep_daily()
    assert [each.path for each in copies.kept(path)] == [copy]
    assert other.read_bytes() == b"somebody's"
