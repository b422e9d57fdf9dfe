"""Tables as CSV: read back they are the same cells, and nothing in them runs or loses a digit in a sheet."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.recipients.writing import Form, free_title, guarded, write_table
from tests.recipients.unguarded import unguarded

ANY = st.text(max_size=12) | st.text("=+-@'\t\r\n\"0123456789eE.,;", max_size=8)


def read_back(path: Path, form: Form) -> list[list[str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") is (form is Form.EXCEL)
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if form is Form.EXCEL else ","))


@pytest.mark.parametrize("form", Form)
def test_what_is_read_back_are_the_same_cells(tmp_path: Path, form: Form) -> None:
    rows = [
        ["8 (912) 345-67-89", 'Анна "Аня"; Лис', "a,b", ""],
        ["", "", "", ""],
        ["two\nlines", "two\r\nlines", "one\rline", "👨‍👩‍👧\u200b"],
        ["'quoted'", ' blanks ', "NULL\0", "a\tb"],
    ]  # fmt: skip
    assert write_table(tmp_path / "x.csv", ["Phone", "Имя", "x", "ID"], rows, form) == 4
    assert read_back(tmp_path / "x.csv", form) == [["Phone", "Имя", "x", "ID"], *rows]
    assert [each.name for each in tmp_path.iterdir()] == ["x.csv"]


@given(st.lists(st.lists(ANY, min_size=3, max_size=3), max_size=4), st.sampled_from(Form))
def test_whatever_the_cells_are(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], form: Form) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    write_table(path, ["a", "b", "c"], rows, form)
    assert [[unguarded(cell) for cell in row] for row in read_back(path, form)[1:]] == rows


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        '=HYPERLINK("http://example.com";"x")',
        "=cmd|'/C calc'!A0",
        "+1+cmd",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "-",
        "+7 912 345",
        '="79123456789"',
        "'=1",
    ],
)
def test_no_formula_runs(form: Form, formula: str) -> None:
    assert guarded(formula, form) == f"'{formula}"
    assert unguarded(guarded(formula, form)) == formula


@pytest.mark.parametrize(
    "number",
    ["79123456789", "+79123456789", "007", "0", "0912", "123456789012345678", "5E10", "12e5", "1.5E+7", "-0123", "9e5"],
)
def test_no_digit_is_lost_in_a_sheet(number: str) -> None:
    kept = number if number == "0" else f'="{number}"'
    assert guarded(number, Form.EXCEL) == kept
    assert guarded(number, Form.PLAIN) == number
    assert unguarded(kept) == number


@pytest.mark.parametrize(
    "cell",
    ["", "Anna", "12", "3.5", "-5", "2026-11-29", "8 (912) 345-67-89", "a=b", "O'Brien", "12345678", "1e", "é", "'a"],
)
def test_everything_else_stands_as_it_is(cell: str) -> None:
    assert guarded(cell, Form.EXCEL) == guarded(cell, Form.PLAIN) == cell == unguarded(cell)


def test_excel_takes_no_file_for_one_of_another_kind(tmp_path: Path) -> None:
    """SYLK begins with the letters ID; Excel goes by them before it looks at the name of the file."""
    write_table(tmp_path / "x.csv", ["ID", "=x"], [], Form.PLAIN)
    assert (tmp_path / "x.csv").read_bytes() == b'"ID","\'=x"\r\n'


@pytest.mark.parametrize("form", Form)
def test_what_is_written_can_be_read_as_recipients_again(tmp_path: Path, form: Form) -> None:
    rows = [[f"7912{number:07}", f"Имя {number}; «x»", "Отправлено"] for number in range(60)]
    write_table(tmp_path / "x.csv", ["Телефон", "Имя", "Состояние"], rows, form)
    found = look(tmp_path / "x.csv")
    assert [column.title for column in found.columns] == ["Телефон", "Имя", "Состояние"]
    read_again = [[unguarded(cell) for cell in row.cells] for row in read(tmp_path / "x.csv", found.source)]
    assert read_again == rows


def test_what_stood_there_stays_until_the_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("before")

    def broken() -> Iterator[list[str]]:
        yield ["1"]
        raise OSError("the disk")

    with pytest.raises(OSError, match="the disk"):
        write_table(path, ["a"], broken(), Form.EXCEL)
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["x.csv"]


def test_it_tells_how_far_it_is_and_stops_when_it_is_not_wanted_any_more(tmp_path: Path) -> None:
    told: list[int] = []
    assert write_table(tmp_path / "x.csv", ["a"], [["1"]] * 2_500, Form.EXCEL, told=told.append) == 2_500
    assert told == [0, 1_000, 2_000, 2_500]
    with pytest.raises(NotWantedError):
        write_table(
            tmp_path / "y.csv", ["a"], [["1"]] * 2_500, Form.EXCEL, told=told.append, wanted=lambda: told[-1] != 1_000
        )
    assert told[4:] == [0, 1_000]
    assert not (tmp_path / "y.csv").exists()


def test_half_of_a_pair_is_no_reason_to_lose_the_file(tmp_path: Path) -> None:
    write_table(tmp_path / "x.csv", ["a"], [["x\ud83d"]], Form.PLAIN)
    assert read_back(tmp_path / "x.csv", Form.PLAIN) == [["a"], ["x?"]]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ([], "Status"),
        (["Phone"], "Status"),
        (["status"], "Status (2)"),
        (["STATUS ", "Status_2", "status (2)"], "Status (3)"),
    ],
)
def test_a_title_is_no_other_columns(titles: list[str], expected: str) -> None:
    assert free_title("Status", titles) == expected
