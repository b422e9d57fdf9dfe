"""Columns of cells as texts: those of one type without a call for each cell, and the same as cell by cell."""

import datetime as dt
import math

import pytest

from scoro_desktop.recipients import sheet_values
from scoro_desktop.recipients.sheet_messages import as_bytes, from_bytes
from scoro_desktop.recipients.sheet_values import EXACT, as_text, as_texts

COLUMNS: list[list[object]] = [
    ["Anna", "", "7.0"],
    [79123456789.0, -5.0, 0.0, -0.0],
    [1.5, 2.0],
    [EXACT, 1.0],
    [-EXACT, 1.0],
    [math.nan, 1.0],
    [math.inf, 1.0],
    [7.9e10, "x", True, None, 3, dt.date(2026, 11, 29)],
    [True, False],
]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_is_its_cells(column: list[object]) -> None:
    assert as_texts(column) == [as_text(each) for each in column]


def test_no_call_of_ours_for_each_cell_of_one_type(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(_value: object) -> str:
        raise AssertionError("a call for a cell")

    monkeypatch.setattr(sheet_values, "as_text", called)
    assert as_texts([float(number) for number in range(1000)])[-1] == "999"
    assert as_texts(["a"] * 1000) == ["a"] * 1000


@pytest.mark.parametrize(
    "columns",
    [
        [["Имя", "Anna"], ["", "🎉"]],
        [["\ud800", "a\x1fb"], ["c\x1ed", ""]],  # half a character; what stands between cells is no text of anybody
        [["one"]],
    ],
)
def test_columns_come_over_as_rows(columns: list[list[str]]) -> None:
    clean = [[each.replace("\x1f", "").replace("\x1e", "") for each in column] for column in columns]
    assert from_bytes(as_bytes(columns)) == list(zip(*clean, strict=True))
