"""Conditions in a panel of 420 pixels: each on one line, and none that cannot be told from another."""

import json

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import WAIT_MS, Person, Start

PANEL = 420
MONTH: JsonObject = {"$gte": {"$date": "2026-01-01T00:00:00Z"}, "$lte": {"$date": "2026-02-01T00:00:00Z"}}
ROWS: JsonObject = {
    "unknownNumbers": {"$gte": 1, "$lte": 99},
    "unknownTexts": {"$gte": "a", "$lte": "k"},
    "unknown": "x",
    "unknownNumber": {"$gt": 5},
    "unknownDate": {"$lt": {"$date": "2026-02-01T00:00:00Z"}},
    "createdAt": MONTH,
    "unknownDates": MONTH,
    "lastSeenAt": {"$gte": {"$relativeDate": {"days": -30}}},
    "name": {"$regex": "^a"},
    "deviceType": "android",
    "city": {"$in": ["Moscow"]},
}
BELOW = {"city"}
"""A list of values has lines of its own."""
AROUND_WORDS = 36
"""Pixels of a list to choose from that are frame, padding and arrow, as resources/style.qss has them."""
CURSOR = 5
"""Pixels of a line that Qt leaves beside its letters: two on each side, and one for the cursor."""


def top(widget: QWidget, row: ConditionRow) -> int:
    return widget.mapTo(row, QPoint(0, 0)).y()


def stands_below(row: ConditionRow) -> bool:
    """Tells whether an editor of the value has another line than the comparison, or lies outside its row."""
    stops = [each for each in row.value.tab_stops() if each.isVisible()]
    assert stops, row.draft.field
    within = row.rect().adjusted(-1, -1, 1, 1)
    places = [each.rect().translated(each.mapTo(row, QPoint(0, 0))) for each in stops]
    return any(abs(top(each, row) - top(row.operator, row)) > 9 for each in stops) or not all(
        within.contains(place) for place in places
    )


def reads_whole(row: ConditionRow) -> bool:
    """Tells whether the name of the field is in sight to its last letter."""
    line = row.field.lineEdit()
    return line is not None and line.width() >= line.fontMetrics().horizontalAdvance(line.text()) + CURSOR


def fit(window: MainWindow, person: Person, panel: int) -> list[ConditionRow]:
    """Makes the window so wide that the audience has this width, and waits until the rows stand."""
    builder = window.tab.audience.conditions.builder
    window.resize(window.width() + 3 * (panel - window.tab.audience.width()), 900)
    person.qtbot.waitUntil(lambda: abs(window.tab.audience.width() - panel) <= 5, timeout=WAIT_MS)
    person.settle()
    return [each for each in builder.findChildren(ConditionRow) if each.isVisible()]


def test_conditions_stand_on_one_line_each(start: Start, person: Person) -> None:
    window = start().window
    person.wait_for_keys(window)
    window.resize(1280, 900)
    panel = window.tab.audience
    panel.by_query.click()
    person.fill(panel.editor, json.dumps(ROWS))
    panel.by_conditions.click()
    person.wait_for_count(window)
    rows = fit(window, person, PANEL)
    assert [each.draft.field for each in rows] == list(ROWS)
    person.qtbot.waitUntil(lambda: {each.draft.field for each in rows if stands_below(each)} == BELOW, timeout=WAIT_MS)
    for row in rows:
        words = row.operator.fontMetrics().horizontalAdvance(row.operator.currentText())
        # Few comparisons begin alike: "is before" and "is between", of which the latter has two ends beside it
        assert row.value.is_range() or row.operator.width() - AROUND_WORDS >= words - 1, row.draft.field
    assert reads_whole(next(each for each in rows if each.draft.field == "lastSeenAt"))

    kind = rows[0].value.kind
    sign = kind.width()
    assert sign < 50
    assert kind.toolTip() == "Kind of value: number"
    assert QAccessible.queryAccessibleInterface(kind).text(QAccessible.Text.Value) == "number"
    fit(window, person, 560)
    person.qtbot.waitUntil(lambda: kind.width() > sign + 20, timeout=WAIT_MS)
    assert kind.toolTip() == ""
    assert json.loads(panel.text()) == ROWS
