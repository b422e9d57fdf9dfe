"""Tests of where the parts of the choice of recipients stand, and of what they say while nobody is chosen."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.query import Query
from scoro_desktop.audience.schema import Field, FieldType
from scoro_desktop.composing.counts import Count, CountState
from scoro_desktop.ui.audience.audience_panel import AudiencePanel
from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.kit.eliding_button import ElidingButton

THREE = json.dumps({"deviceType": "android", "city": "Lisbon", "userId": {"$exists": True}})
FIELDS = [Field("deviceType", FieldType.STRING), Field("city", FieldType.STRING), Field("userId", FieldType.STRING)]


def rows(panel: AudiencePanel) -> list[ConditionRow]:
    return list(panel.conditions.builder.root.rows())


def tops(row: ConditionRow) -> set[int]:
    """The places of what can be seen of a row, from its top."""
    stops = [each for each in row.tab_stops() if each.isVisible()]
    return {round(each.mapTo(row, QPoint(0, 0)).y() / 10) for each in stops}


def is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def shown_words(panel: AudiencePanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisible() and each.text()]


@pytest.fixture
def three(panel: AudiencePanel) -> AudiencePanel:
    panel.conditions.set_fields(FIELDS)
    panel.editor.replace(THREE)
    return panel


def test_from_420_pixels_a_condition_is_a_line_and_below_it_wraps(qtbot: QtBot, three: AudiencePanel) -> None:
    three.resize(420, 600)
    qtbot.waitUntil(lambda: [len(tops(each)) for each in rows(three)] == [1, 1, 1])
    assert all(is_whole(each) for each in rows(three))
    for row in rows(three)[:2]:
        value = row.value.tab_stops()[1]
        assert row.field.x() < row.operator.x() < value.mapTo(row, QPoint(0, 0)).x() < row.remove.x()
        line = row.field.lineEdit()
        assert line is not None
        assert line.fontMetrics().horizontalAdvance("deviceType") < line.width()
    assert rows(three)[2].operator.geometry().right() > rows(three)[1].operator.geometry().right()
    three.resize(340, 600)
    qtbot.waitUntil(lambda: [len(tops(each)) for each in rows(three)] == [2, 2, 1])
    three.resize(420, 600)
    qtbot.waitUntil(lambda: [len(tops(each)) for each in rows(three)] == [1, 1, 1])


def test_dates_spans_and_two_values_are_a_line_from_420_pixels_too(qtbot: QtBot, panel: AudiencePanel) -> None:
    dates = ("last", "month", "day", "days")
    panel.conditions.set_fields([Field("level", FieldType.NUMBER), *(Field(each, FieldType.DATE) for each in dates)])
    panel.editor.replace(
        json.dumps(
            {
                "last": {"$gte": {"$relativeDate": {"days": -30}}},
                "month": {"$gte": {"$relativeDate": {"startOf": "month"}}},
                "day": {"$gte": "2026-03-01T09:30:00Z"},
                "level": {"$gte": 10, "$lte": 2026},
                "days": {"$gte": "2026-03-01T00:00:00Z", "$lte": "2026-04-01T00:00:00Z"},
                "odd": 5,
                "strange": {"$gte": 1, "$lte": 2},
            }
        )
    )
    panel.resize(420, 800)
    qtbot.waitUntil(lambda: [len(tops(each)) for each in rows(panel)] == [1, 1, 1, 1, 1, 1, 2])
    for row in rows(panel)[:-1]:
        assert row.field.geometry().right() < row.operator.x()
        assert row.operator.geometry().right() < row.value.x()
        assert row.value.geometry().right() < row.remove.x() + row.remove.width() / 2
        for stop in row.tab_stops():
            assert not stop.isVisible() or is_whole(stop), row.draft.field
    day, days = rows(panel)[2], rows(panel)[4]
    assert [each.text()[:3] for each in days.findChildren(ElidingButton)] == ["3/1", "4/1"]
    (button,) = day.findChildren(ElidingButton)
    assert "3/1/2026 9:30" in button.toolTip()
    panel.resize(700, 800)
    qtbot.waitUntil(lambda: len(tops(rows(panel)[-1])) == 1)
    qtbot.waitUntil(lambda: button.text().endswith("AM, UTC"))
    panel.resize(340, 800)
    qtbot.waitUntil(lambda: min(len(tops(each)) for each in rows(panel)) == 2)


def test_the_count_stands_above_all_and_never_scrolls_away(qtbot: QtBot, three: AudiencePanel) -> None:
    three.count.show_count(Count(CountState.KNOWN, 263, 5000, since=0.0), "devices")
    three.resize(420, 260)
    qtbot.waitUntil(lambda: three.area.verticalScrollBar().maximum() > 0)
    three.area.verticalScrollBar().setValue(three.area.verticalScrollBar().maximum())
    assert is_whole(three.count)
    assert is_whole(three.count.see)
    assert three.count.text().startswith("263 device")
    corner = three.count.mapTo(three, QPoint(0, 0)).y()
    assert corner < three.area.mapTo(three, QPoint(0, 0)).y()


def test_nothing_that_scrolls_stands_in_something_that_scrolls(panel: AudiencePanel) -> None:
    for mode in (panel.by_conditions, panel.by_query, panel.everyone):
        mode.click()
        for each in panel.findChildren(QScrollArea):
            assert each.findChildren(QScrollArea) == []


@pytest.mark.parametrize("collection", ["devices", "users", "roles"])
def test_while_nobody_is_chosen_one_sentence_and_one_example(
    qtbot: QtBot, panel: AudiencePanel, collection: str
) -> None:
    panel.load(collection, everyone=False, text="")
    assert panel.count.text() == "Choose who gets it to see how many there are."
    assert not {"—", "-", "?"}.intersection(shown_words(panel))
    assert not panel.count.refresh.isVisible()
    example = panel.conditions.example
    assert example.isVisible()
    assert example.text().startswith("Try: ")
    qtbot.waitUntil(lambda: not example.text().endswith("…"))  # it has the room that it asks for
    QTest.mouseClick(example, Qt.MouseButton.LeftButton)
    assert isinstance(panel.audience(), Query)
    assert len(rows(panel)) == 1
    assert not example.isVisible()
    QTest.mouseClick(rows(panel)[0].remove, Qt.MouseButton.LeftButton)
    assert panel.audience() is None
    assert example.isVisible()
    panel.conditions.builder.root.append_condition()
    assert not example.isVisible()


def test_an_example_is_taken_back_like_any_edit(panel: AudiencePanel) -> None:
    panel.conditions.example.click()
    assert panel.audience() is not None
    panel.editor.undo()
    assert panel.audience() is None
    assert panel.conditions.example.isVisible()


def test_no_example_is_offered_where_a_broken_query_waits_to_be_mended(panel: AudiencePanel) -> None:
    panel.by_query.click()
    panel.editor.replace('{"deviceType": ')
    panel.by_conditions.click()
    assert not panel.conditions.example.isVisible()
