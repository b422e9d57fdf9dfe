"""Tests of what the table of a sample shows of documents, and of what it never shows."""

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.schema import Field, FieldType, without
from scoro_desktop.ui.audience.sample_model import CELL, TIP, SampleModel

DOCUMENT: dict[str, Any] = {
    "_id": "a" * 10,
    "username": "ira",
    "pin": "1234",
    "wallet": {"pin": "9876", "sum": 9007199254740993},
    "born": datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC),
}


def cells(model: SampleModel, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> dict[str, str | None]:
    return {field: model.data(model.index(0, column), role) for column, field in enumerate(model.fields)}


def test_fields_of_a_secret_type_are_not_shown_whatever_their_name(qtbot: QtBot) -> None:
    fields = [Field("pin", FieldType.PASSWORD), Field("wallet.pin", FieldType.PASSWORD), Field("username")]
    model = SampleModel([DOCUMENT], {each.name for each in fields if each.is_secret})
    assert "pin" not in model.fields
    shown = cells(model)
    assert shown["wallet"] == '{"sum": 9007199254740993}'
    assert "1234" not in str(shown)
    assert "9876" not in str(shown)
    assert DOCUMENT["pin"] == "1234"


def test_a_secret_within_a_list_of_objects_is_not_shown_either() -> None:
    assert without({"a": [1, {"pin": 2, "x": [{"pin": 3}]}], "b": 2}, {"a.pin"}) == {
        "a": [1, {"x": [{"pin": 3}]}],
        "b": 2,
    }


def test_a_date_is_on_the_clock_here_and_exact_in_its_tool_tip(qtbot: QtBot) -> None:
    model = SampleModel([DOCUMENT])
    assert "1/2/26" in str(cells(model)["born"])
    assert "\\u" not in str(cells(model)["born"])
    assert cells(model, Qt.ItemDataRole.ToolTipRole)["born"] == "2026-01-02 03:04:05.678+00:00"


def test_what_was_asked_stands_first(qtbot: QtBot) -> None:
    assert SampleModel([DOCUMENT], (), ["wallet.sum", "_id", "nothing"]).fields[:2] == ("username", "wallet")
    assert SampleModel([DOCUMENT], (), ["_id"]).fields[-1] == "_id"


def test_a_long_value_is_cut_where_it_is_shown() -> None:
    text = "x" * 500_000
    model = SampleModel([{"note": text, "n" * 60_000: 1, "list": [text]}])
    shown, tips = cells(model), cells(model, Qt.ItemDataRole.ToolTipRole)
    assert shown["note"] == "x" * (CELL - 1) + "…"
    assert tips["note"] == "x" * (TIP - 1) + "…"
    assert len(shown["list"] or "") == CELL
    titles = [model.headerData(section, Qt.Orientation.Horizontal) for section in range(model.columnCount())]
    assert "n" * (CELL - 1) + "…" in titles


def test_a_value_of_many_lines_stands_in_one_and_keeps_them_in_its_tip() -> None:
    model = SampleModel([{"note": "one\ntwo"}])
    assert cells(model) == {"note": "one two"}
    assert cells(model, Qt.ItemDataRole.ToolTipRole) == {"note": "one\ntwo"}


def test_what_turns_the_text_beside_it_is_written_out() -> None:
    model = SampleModel([{"na\u202eme": "a\u202eb\u200bc"}])
    assert list(cells(model).values()) == ["a\\u202eb\\u200bc"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "na\\u202eme"
