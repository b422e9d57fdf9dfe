"""Known values in the builder: offered, and never put in the place of what was typed unasked."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.known_values import Values, known_values
from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder
from scoro_desktop.ui.audience.builder.offering_line import OfferingLine
from scoro_desktop.wire import JsonObject
from tests.ui.audience.builder.by_hand import lines_of, list_of, row_at

SAMPLE: Values = {
    "firstName": (("Anna", 1312), ("Annabel", 27), ("Boris", 2)),
    "age": ((33, 1), (330, 1), (9_007_199_254_740_993, 1)),
    "tags": (("new", 1), ("vip", 1)),
    "note": (("7", 1), (7, 1), ({"$date": "2026-09-01T09:00:00Z"}, 1), ({"$oid": "5a0000000000000000000001"}, 1)),
}


@pytest.fixture(autouse=True)
def known(builder: ConditionsBuilder) -> None:
    builder.offer_values(lambda name: known_values(name, SAMPLE))


def line_in(builder: ConditionsBuilder, query: JsonObject) -> OfferingLine:
    """The line in which the value of the one condition is typed, with the keyboard."""
    builder.load(query)
    (line,) = lines_of(row_at(builder, 0))
    assert isinstance(line, OfferingLine)
    line.setFocus()
    line.selectAll()
    return line


def popup() -> QListView | None:
    found = QApplication.activePopupWidget()
    return found if isinstance(found, QListView) else None


def offered() -> list[str]:
    shown = popup()
    if shown is None:
        return []
    return [str(shown.model().index(row, 0).data()) for row in range(shown.model().rowCount())]


def test_what_contains_the_typed_text_is_offered_with_where_it_is_from(builder: ConditionsBuilder) -> None:
    line = line_in(builder, {"firstName": "x"})
    QTest.keyClicks(line, "ann")
    assert offered() == ["Anna", "Annabel"]
    shown = popup()
    assert shown is not None
    said = [shown.model().index(row, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in range(2)]
    assert said == ["1,312 in the sample", "27 in the sample"]
    assert builder.query() == {"firstName": "ann"}
    QTest.keyClick(shown, Qt.Key.Key_Escape)


def test_what_is_counted_is_drawn_once_and_each_number(builder: ConditionsBuilder) -> None:
    QTest.keyClicks(line_in(builder, {"firstName": "x"}), "ann")
    shown = popup()
    assert shown is not None
    whole = shown.viewport().rect()
    row, other = (shown.visualRect(shown.model().index(row, 0)).intersected(whole) for row in range(2))
    image = shown.viewport().grab().toImage()

    def columns(area: QRect) -> int:
        """The distance from the right end of a line to what is drawn farthest to the left."""
        part = image.copy(area.adjusted(120, 3, -4, -3))  # beside the names
        ground = part.pixel(0, 0)
        drawn = [x for x in range(part.width()) for y in range(part.height()) if part.pixel(x, y) != ground]
        return part.width() - min(drawn, default=part.width())

    metrics = shown.fontMetrics()
    assert columns(row) >= metrics.horizontalAdvance("1,312 in the sample")
    assert 0 < columns(other) <= metrics.horizontalAdvance("27") + 8


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape])
def test_no_key_that_ends_the_typing_puts_a_known_value_in_its_place(builder: ConditionsBuilder, key: Qt.Key) -> None:
    line = line_in(builder, {"firstName": "x"})
    QTest.keyClicks(line, "Ann")
    shown = popup()
    assert shown is not None
    QTest.keyClick(shown, key)
    assert popup() is None
    assert line.text() == "Ann"
    assert len(builder.root.widgets()) == (2 if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} else 1)
    (condition,) = row_at(builder, 0).items() or ()
    assert condition.value == "Ann"


def test_leaving_the_line_keeps_what_was_typed(builder: ConditionsBuilder) -> None:
    line = line_in(builder, {"firstName": "x"})
    QTest.keyClicks(line, "anna")
    builder.root.add_condition.setFocus()
    assert line.text() == "anna"
    assert builder.query() == {"firstName": "anna"}


def test_one_is_chosen_by_keyboard_and_can_be_taken_back(builder: ConditionsBuilder) -> None:
    line = line_in(builder, {"firstName": "x"})
    QTest.keyClicks(line, "Ann")
    for _ in range(2):
        shown = popup()
        assert shown is not None
        QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown is not None
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert popup() is None
    assert builder.query() == {"firstName": "Annabel"}
    assert len(builder.root.widgets()) == 1  # that Enter was to choose: it ends no row
    line.undo()
    assert line.text() == "Ann"


def test_one_is_chosen_by_mouse(qtbot: QtBot, builder: ConditionsBuilder) -> None:
    line = line_in(builder, {"firstName": "x"})
    QTest.mouseClick(line.arrow, Qt.MouseButton.LeftButton)
    assert offered() == ["Anna", "Annabel", "Boris"]
    shown = popup()
    assert shown is not None
    place = shown.visualRect(shown.model().index(2, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert builder.query() == {"firstName": "Boris"}
    assert line.hasFocus()


def test_down_opens_them_and_chooses_none(builder: ConditionsBuilder) -> None:
    line = line_in(builder, {"firstName": "Boris"})
    QTest.keyClick(line, Qt.Key.Key_Down)
    shown = popup()
    assert offered() == ["Anna", "Annabel", "Boris"]
    assert shown is not None
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert line.text() == "Boris"


def test_numbers_are_offered_to_the_last_digit_and_stay_numbers(builder: ConditionsBuilder) -> None:
    line = line_in(builder, {"age": 1})
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert offered() == ["33", "330", "9007199254740993"]
    for _ in range(3):
        shown = popup()
        assert shown is not None
        QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown is not None
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert builder.query() == {"age": 9_007_199_254_740_993}


@pytest.mark.parametrize(("value", "expected"), [("x", ["7"]), (1, ["7"])])
def test_only_what_the_editor_gives_back_as_it_is_is_offered(
    builder: ConditionsBuilder, value: str | int, expected: list[str]
) -> None:
    """A date or an id as a text would be another value, and find nobody."""
    line = line_in(builder, {"note": value})
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert offered() == expected
    shown = popup()
    assert shown is not None
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert builder.query() == {"note": type(value)("7")}


def test_where_nothing_is_known_there_is_nothing_to_open(builder: ConditionsBuilder) -> None:
    line = line_in(builder, {"lastName": "x"})
    assert not line.arrow.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert popup() is None


def test_the_arrow_comes_once_something_is_known(builder: ConditionsBuilder) -> None:
    line = line_in(builder, {"lastName": "x"})
    builder.offer_values(lambda name: known_values(name, {"lastName": (("Ivanova", 1),)}))
    for row in builder.root.rows():
        row.show_types()
    assert line.arrow.isVisible()


def known_button(row: ConditionRow) -> QPushButton:
    (button,) = (each for each in row.findChildren(QPushButton) if each.text() == "Choose…")
    return button


def test_a_list_takes_known_values_line_by_line(builder: ConditionsBuilder) -> None:
    builder.load({"firstName": {"$in": ["Anna", "x"]}})
    row = row_at(builder, 0)
    editor = list_of(row)
    editor.setFocus()
    QTest.keyClicks(editor, "\rbor")
    assert offered() == ["Boris"]
    shown = popup()
    assert shown is not None
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert editor.toPlainText() == "Anna\nx\nbor\n"  # nothing was chosen: a line ends
    QTest.keyClicks(editor, "bor")
    shown = popup()
    assert shown is not None
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert builder.query() == {"firstName": {"$in": ["Anna", "x", "bor", "Boris"]}}
    QTest.mouseClick(known_button(row), Qt.MouseButton.LeftButton)
    assert offered() == ["Anna", "Annabel", "Boris"]
    shown = popup()
    assert shown is not None
    place = shown.visualRect(shown.model().index(1, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert builder.query() == {"firstName": {"$in": ["Anna", "x", "bor", "Boris", "Annabel"]}}
