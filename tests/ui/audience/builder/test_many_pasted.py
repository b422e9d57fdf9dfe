"""A column of a sheet pasted where one value stands: it becomes a list."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder
from scoro_desktop.ui.audience.builder.many_values import IN_ROW
from tests.ui.audience.builder.by_hand import choose, list_of, row_at


def line_of(row: ConditionRow) -> QLineEdit:
    (line,) = (each for each in row.value.findChildren(QLineEdit) if not each.isHidden())
    return line


def paste(row: ConditionRow, text: str) -> None:
    QApplication.clipboard().setText(text)
    line_of(row).setFocus()
    line_of(row).selectAll()
    line_of(row).paste()
    QApplication.processEvents()


@pytest.mark.parametrize(("comparison", "sister"), [("is", "$in"), ("is not", "$nin")])
def test_several_lines_become_a_list(builder: ConditionsBuilder, qtbot: QtBot, comparison: str, sister: str) -> None:
    builder.load({"phone": "7900"})
    row = row_at(builder, 0)
    choose(qtbot, row.operator, comparison)
    paste(row, "7901\r\n7902\n\n7903\n")
    assert builder.query() == {"phone": {sister: ["7901", "7902", "7903"]}}
    assert list_of(row).hasFocus()


def test_a_long_list_can_be_opened_at_once(builder: ConditionsBuilder) -> None:
    builder.load({"phone": "7900"})
    row = row_at(builder, 0)
    numbers = [str(number) for number in range(7900, 7900 + IN_ROW + 1)]
    paste(row, "\n".join(numbers))
    assert builder.query() == {"phone": {"$in": numbers}}


def test_numbers_stay_numbers(builder: ConditionsBuilder) -> None:
    builder.load({"age": 18})
    paste(row_at(builder, 0), "19\n20")
    assert builder.query() == {"age": {"$in": [19, 20]}}


@pytest.mark.parametrize(
    ("query", "text", "wanted"),
    [
        ({"phone": "7900"}, "7901\n", {"phone": "7901"}),
        ({"phone": {"$regex": "1", "$options": "i"}}, "79\n01", {"phone": {"$regex": "79 01", "$options": "i"}}),
        ({"phone": "7900"}, "7901, 7902", {"phone": "7901, 7902"}),
    ],
)
def test_what_is_no_column_or_has_no_list_stays_one_value(
    builder: ConditionsBuilder, query: dict[str, object], text: str, wanted: dict[str, object]
) -> None:
    builder.load(query)  # type: ignore[arg-type]
    paste(row_at(builder, 0), text)
    assert builder.query() == wanted


def test_a_break_within_what_stands_there_is_a_blank(builder: ConditionsBuilder) -> None:
    builder.load({"city": "Nizhny"})
    row = row_at(builder, 0)
    line = line_of(row)
    QApplication.clipboard().setText("\nNovgorod")
    line.setFocus()
    line.end(False)
    line.paste()
    QApplication.processEvents()
    assert builder.query() == {"city": "Nizhny Novgorod"}
