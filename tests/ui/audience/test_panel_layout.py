"""Where the parts of the choice of recipients stand, and what they say while nobody is chosen."""

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


def test_a_value_of_more_than_one_editor_wraps_until_there_is_room(qtbot: QtBot, panel: AudiencePanel) -> None:
    panel.conditions.set_fields([Field("level", FieldType.NUMBER), Field("seen", FieldType.DATE)])
    panel.editor.replace('{"level": {"$gte": 1, "$lte": 2}, "seen": {"$gte": "2026-03-01T00:00:00Z"}, "odd": 5}')
    panel.resize(430, 600)
    qtbot.waitUntil(lambda: min(len(tops(each)) for each in rows(panel)) > 1)
    panel.resize(700, 600)
    qtbot.waitUntil(lambda: len(tops(rows(panel)[0])) == 1)


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
def test_while_nobody_is_chosen_one_sentence_and_one_example(panel: AudiencePanel, collection: str) -> None:
    panel.load(collection, everyone=False, text="")
    assert panel.count.text() == "Choose who gets it to see how many there are."
    assert not {"—", "-", "?"}.intersection(shown_words(panel))
    assert not panel.count.refresh.isVisible()
    example = panel.conditions.example
    assert example.isVisible()
    assert example.text().startswith("Try: ")
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
