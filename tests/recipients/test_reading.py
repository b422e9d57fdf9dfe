"""Rows of people out of the bytes of files: each is there, or is named."""

import csv
import io
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoro_desktop.recipients import delimited
from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import Kind, Row, Source


def test_a_file_of_excel_in_russian_is_guessed_and_read(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes("Имя;Телефон\r\nАнна;8 (912) 345-67-89\r\n;8 (912) 345-67-90\r\n".encode("cp1251"))
    seen = look(file)
    assert seen.source == Source(Kind.CSV, "cp1251", ";", header_row=1)
    assert [each.title for each in seen.columns] == ["Имя", "Телефон"]
    assert seen.guesses.key == 1
    assert list(read(file, seen.source)) == [
        Row(2, ("Анна", "8 (912) 345-67-89")),
        Row(3, ("", "8 (912) 345-67-90")),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_pasted_cells_are_parted_by_any_delimiter(delimiter: str) -> None:
    text = "name,phone\nAnna,79123456789\nBoris,79123456788".replace(",", delimiter)
    seen = look(text)
    assert seen.source == Source(Kind.PASTED, delimiter=delimiter, header_row=1)
    assert [row.cells for row in read(text, seen.source)] == [("Anna", "79123456789"), ("Boris", "79123456788")]


cells = st.text(st.sampled_from("ab;,\" \n\r'=ё1") | st.characters(blacklist_categories=["Cs"]), max_size=6)
tables = st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=12)


def without_guard(cell: str) -> str:
    """A text that a sheet must not change is written as a formula of it."""
    inner = cell[2:-1]
    return inner if len(cell) > 2 and cell == f'="{inner}"' and '"' not in inner else cell


@settings(max_examples=150, deadline=None)
@given(tables, st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_whatever_is_written_as_csv_is_read_as_python_reads_it(
    rows: list[list[str]], quoting: Literal[0, 1], line: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", quoting=quoting, lineterminator=line).writerows(rows)
    written = text.getvalue()
    rows_of_python = csv.reader(io.StringIO(written, newline=""), delimiter=";", strict=True)
    oracle = [list(map(without_guard, row)) for row in rows_of_python]
    batches = delimited.batches_of_text("first;line\n" + written, Source(Kind.PASTED, delimiter=";"), lambda: True)
    found = [row for batch in batches for row in batch.rows][1:]
    assert [row or [""] for row in found] == [row or [""] for row in oracle]
