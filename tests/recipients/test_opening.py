"""Files of people are opened so that none can hold the app up, and read within bounds."""

import functools
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from scoro_desktop.recipients.batches import Progress
from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import Kind, NotWantedError, Row, Source, UnreadableFileError

SOURCE = Source(Kind.CSV, "utf-8", ";", header_row=1)
ROW = "Анна Петровна;79123456789;anna@example.com;Санкт-Петербург\n"
TITLES = "Имя;Телефон;Почта;Город\n"


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        act()
    return caught.value.code


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    for path, code in (
        (tmp_path, "no_file"),
        (pipe, "no_file"),
        (Path(os.devnull), "no_file"),
        (tmp_path / "none.csv", "not_there"),
        (loop, "unreadable"),
    ):
        assert refused(functools.partial(look, path)) == code, path
        assert refused(functools.partial(next, read(path, SOURCE))) == code, path


def test_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    big = tmp_path / "big.csv"
    with big.open("wb") as file:
        file.truncate(1_000_000_000)  # sparse: it takes no room
    assert refused(lambda: look(big)) == "too_big"
    assert refused(lambda: list(read(big, SOURCE))) == "too_big"
    with big.open("r+b") as file:
        file.write(b"PK\x03\x04")
    assert refused(lambda: list(read(big, Source(Kind.XLSX)))) == "too_big"


def test_a_file_that_is_being_written_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(TITLES + ROW * 5_000, "utf-8")
    rows = read(file, SOURCE)
    next(rows)
    with file.open("a", encoding="utf-8") as more:
        more.write(ROW)
    assert refused(lambda: list(rows)) == "changed"


def test_progress_is_told_and_the_reading_is_stopped(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(TITLES + (ROW * 999 + "\n") * 10, "utf-8")
    told: list[Progress] = []
    assert sum(1 for _ in read(file, SOURCE, told=told.append)) == 9_990
    assert (told[-1].rows, told[-1].blank) == (9_990, 10)
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert told[-1].done == told[-1].whole == file.stat().st_size
    rows: list[Row] = []
    with pytest.raises(NotWantedError):
        rows.extend(read(file, SOURCE, wanted=lambda: len(rows) < 2_000))
    assert 2_000 <= len(rows) <= 3_000
    with pytest.raises(NotWantedError):
        look(file, wanted=lambda: False)


def test_a_cell_far_below_is_told_of(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(TITLES + ROW + "\n" * 60 + "итого;;;\n", "utf-8")
    told: list[Progress] = []
    assert [row.number for row in read(file, SOURCE, told=told.append)] == [2]
    assert told[-1].stray == (63,)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for rows in (12_000, 36_000):
        file = tmp_path / f"{rows}.csv"
        file.write_text(TITLES + ROW * rows, "utf-8")
        tracemalloc.start()
        for _ in read(file, SOURCE):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


def test_no_error_quotes_a_path_or_a_cell(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        look(tmp_path / "Анна 79123456789.csv")
    assert "79123456789" not in f"{caught.value!r} {caught.value.params}"
