"""Whatever the bytes of a file are: its rows come, or a code that there are words for; never anything else."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoro_desktop.recipients import sheet_process
from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import ENCODINGS, Source, UnreadableFileError
from tests.recipients.workbook import table, workbook

CODES = {
    "no_file", "not_there", "unreadable", "changed", "empty", "too_big", "line_too_long", "too_many_columns", "no_text",
    "other_letters", "cut_off", "quote_open", "no_such_row", "same_titles", "other_kind", "broken_sheet", "row_twice",
    "no_such_sheet", "no_sheet", "unpacks_too_far", "sheet_too_large", "took_too_long", "no_process",
    "bad_quotes", "lines_in_quotes",
}  # fmt: skip

SEEDS = [
    "Имя;Телефон\r\nАнна;8 (912) 345-67-89\r\n".encode("cp1251"),
    'a,b\n"x""y",1\n,\n'.encode("utf-16"),
    "Имя\tТелефон\nАнна\t79123456789\n".encode("utf-16-be"),
    b'sep=;\n"a";b\n;;\n',
]
changes = st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=3)), max_size=4)
raw = st.binary(max_size=60) | st.builds(
    bytes, st.lists(st.sampled_from(b'ab1;,"\n\r\t\x00\xff\xfe\xd0\xb0 @='), max_size=60)
)


def changed(data: bytes, where: list[tuple[int, bytes]]) -> bytes:
    for place, put in where:
        at = place % (len(data) + 1)
        data = data[:at] + put + data[at + len(put) :]
    return data


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files") / "people.csv"


def code_of(act: Callable[[], object]) -> str:
    """The code that something is refused with; empty where it is not."""
    try:
        act()
    except UnreadableFileError as error:
        return error.code
    return ""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    raw | st.builds(changed, st.sampled_from(SEEDS), changes), st.sampled_from(ENCODINGS), st.none() | st.integers(1, 3)
)
def test_texts(file: Path, data: bytes, encoding: str, header: int | None) -> None:
    if data.startswith(b"PK\x03\x04"):
        return
    file.write_bytes(data)

    def as_guessed() -> None:
        seen = look(file)
        for row in read(file, seen.source):
            assert len(row.cells) == len(seen.columns)

    def as_told() -> None:
        source = Source(look(file).source.kind, encoding, ";", header_row=header)
        list(read(file, source))

    assert {code_of(as_guessed), code_of(as_told)} <= {*CODES, ""}


BOOK = workbook(table(("Имя", "Телефон"), ("Анна", 79123456789), ("Борис", 2)))


@settings(max_examples=60, deadline=None)
@given(changes)
def test_sheets(where: list[tuple[int, bytes]]) -> None:
    for each in sheet_process.answers(io.BytesIO(changed(BOOK, where)), "", with_hidden=True):
        assert each.get("refused", "broken_sheet") in CODES


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.text('<>/"=rowcvt1A ', max_size=4).map(str.encode)), max_size=3))
def test_rows_of_sheets(where: list[tuple[int, bytes]]) -> None:
    rows = changed(table(("Имя", "Телефон"), ("Анна", 1)).encode(), where).decode("utf-8", "replace")
    for each in sheet_process.answers(io.BytesIO(workbook(rows)), "", with_hidden=True):
        assert each.get("refused", "broken_sheet") in CODES
