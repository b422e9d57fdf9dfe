import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.moments import moment
from scoro_desktop.ui.compose.moment_field import MomentField
from scoro_desktop.ui.kit.appearance import LIGHT, stylesheet
from scoro_desktop.ui.kit.page_scroll_area import PageScrollArea
from scoro_desktop.ui.moments.zone_dialog import ZoneDialog
from scoro_desktop.wire import JsonValue
from tests.journey.sight import problem_of

NOW = dt.datetime(2026, 11, 25, 15, 0, 20, tzinfo=dt.UTC)
MOSCOW = "2026-11-25T21:00:00+03:00"
LETTERS = (
    *("2006-01-02T15:04:05Z07:00", "soon", " ", "2026-11-25T18:00:00.123456789Z", "2016-12-31T23:59:60Z"),
    *("2026-11-25T18:00:00+00:00", "2026-11-25T18:00:00-00:00", "0001-01-01T00:00:00Z"),
)


@pytest.fixture
def field(qtbot: QtBot) -> MomentField:
    made = MomentField("Expires", "Help.", ((1, "hours", "in an hour"), (1, "weeks", "in a week")), now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(QSize(420, 200))
    made.show()
    return made


def pick(field: MomentField, words: str) -> None:
    (action,) = [each for each in field.soon.menu().actions() if each.text() == words]
    action.trigger()


def when(value: JsonValue) -> dt.datetime:
    assert isinstance(value, str)
    found = moment(value)
    assert found is not None
    return found


@pytest.mark.parametrize("text", LETTERS)
def test_what_the_clock_cannot_show_to_the_letter_is_edited_as_text(field: MomentField, text: str) -> None:
    assert field.load(text)
    assert field.value() == text
    assert field.edit() is field.line
    assert field.line.text() == text
    assert not field.when.isVisible()


@pytest.mark.parametrize(
    "text",
    [MOSCOW, "2026-11-25T18:00:00Z", "2026-11-25T18:00:07-09:30", "0100-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59"],
)
def test_a_plain_moment_is_on_the_clock_and_stays_as_it_came(qtbot: QtBot, field: MomentField, text: str) -> None:
    with qtbot.assertNotEmitted(field.changed):
        assert field.load(text)
    assert field.value() == text
    assert field.edit() is field.when.clock
    assert not field.line.isVisible()


@pytest.mark.parametrize("value", [5, "", "a\nb", ["x"], {}, True])
def test_what_is_no_line_of_text_is_not_taken(field: MomentField, value: JsonValue) -> None:
    field.load(MOSCOW)
    assert not field.load(value)


def test_the_clock_edits_the_moment_in_its_zone(qtbot: QtBot, field: MomentField) -> None:
    field.load(MOSCOW)
    field.when.clock.setFocus()
    field.when.clock.setSelectedSection(field.when.clock.Section.DaySection)
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field.when.clock, Qt.Key.Key_Up)
    assert field.value() == "2026-11-26T21:00:00+03:00"


def test_nothing_is_set_until_a_date_is_chosen_and_it_can_be_taken_away(qtbot: QtBot, field: MomentField) -> None:
    assert field.value() is None
    assert not field.none.isVisible()
    with qtbot.waitSignal(field.changed):
        QTest.mouseClick(field.choose, Qt.MouseButton.LeftButton)
    assert dt.timedelta(hours=24) < when(field.value()) - NOW <= dt.timedelta(hours=25)
    with qtbot.waitSignal(field.changed):
        QTest.mouseClick(field.none, Qt.MouseButton.LeftButton)
    assert field.value() is None
    assert field.edit() is field.choose
    assert field.meaning.text() == ""


def test_choosing_a_date_begins_at_the_moment_that_stands_there(field: MomentField) -> None:
    field.load("2026-11-25T18:00:00.5Z")
    field.choose.click()
    assert field.value() == "2026-11-25T18:00:00Z"


def test_so_long_from_now(qtbot: QtBot, field: MomentField) -> None:
    pick(field, "in a week")
    assert when(field.value()) == dt.datetime(2026, 12, 2, 15, 1, tzinfo=dt.UTC)
    pick(field, "another number…")
    assert field.span.isVisible()
    field.span.number.selectAll()
    QTest.keyClicks(field.span.number, "36")
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field.span.number, Qt.Key.Key_Return)
    assert when(field.value()) == dt.datetime(2026, 11, 27, 3, 1, tzinfo=dt.UTC)
    assert not field.span.isVisible()


def test_what_is_opened_is_scrolled_to(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addSpacing(300)
    field = MomentField("Expires", "Help.", ((1, "hours", "in an hour"),), now=lambda: NOW)
    column.addWidget(field)
    window = QWidget()
    qtbot.addWidget(window)
    area = PageScrollArea(page, window)
    area.resize(420, 360)
    with qtbot.waitExposed(window):
        window.show()
    opened: QWidget
    for opened in (field.span, field.when):
        area.verticalScrollBar().setValue(0)
        if opened is field.span:
            pick(field, "another number…")
        else:
            field.choose.click()
        seen = QRect(opened.mapTo(area.viewport(), QPoint()), opened.size())
        assert area.viewport().rect().contains(seen), seen


def test_it_is_said_in_words(field: MomentField) -> None:
    field.load(MOSCOW)
    assert field.meaning.text().startswith("In 3 hour(s): November 25, ")
    field.load("2026-11-25T15:00:00Z")
    assert "minute(s) ago" in field.meaning.text()
    field.load("2027-02-01T15:00:00.5Z")
    assert "In 68 day(s): " in field.meaning.text()
    assert " 2027, " in field.meaning.text()
    field.load("soon")
    assert not field.meaning.isVisible()


def test_another_zone_moves_no_hand(qtbot: QtBot, field: MomentField) -> None:
    field.load(MOSCOW)
    shown = field.when.clock.text()
    field.when.zone.setFocus()
    field.when.zone.setCurrentIndex(field.when.zone.count() - 1)
    field.when.zone.activated.emit(field.when.zone.currentIndex())
    (dialog,) = field.findChildren(ZoneDialog)
    QTest.keyClicks(dialog.search, "tokyo")
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert field.value() == "2026-11-25T21:00:00+09:00"
    assert field.when.clock.text() == shown
    assert field.when.zone.currentText().startswith("Asia/Tokyo")


def test_the_state_keeps_zone_text_and_half_typed_span(field: MomentField) -> None:
    field.load("2026-11-25T21:00:00+09:00")
    field.when.zone.show_zone("Asia/Tokyo")
    pick(field, "another number…")
    field.span.number.setValue(77)
    field.span.unit.setCurrentIndex(field.span.unit.findData("weeks"))
    state = field.state()
    field.load(None)
    assert field.state() is None
    field.restore(state)
    assert field.state() == state
    assert field.value() == "2026-11-25T21:00:00+09:00"
    assert field.when.zone.zone() == "Asia/Tokyo"
    assert field.span.isVisible()
    assert field.span.state() == [77, "weeks"]


def test_a_text_that_is_being_typed_stays_in_its_line(qtbot: QtBot, field: MomentField) -> None:
    field.load("2026-11-25T21:00:00+03:0")
    QTest.keyClick(field.line, Qt.Key.Key_End)
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field.line, "0")
    assert field.value() == MOSCOW
    state = field.state()
    field.load(None)
    field.restore(state)
    assert field.edit() is field.line
    assert field.value() == MOSCOW


@pytest.mark.parametrize("state", [MOSCOW, "soon", None, 5, [], {"text": 5}, {"text": "x", "span": 3, "zone": []}])
def test_any_state_can_be_put_back(field: MomentField, state: JsonValue) -> None:
    field.restore(state)
    expected = state if isinstance(state, str) else ("x" if isinstance(state, dict) and "span" in state else None)
    assert field.value() == expected


def test_the_wheel_changes_nothing(field: MomentField) -> None:
    field.load(MOSCOW)
    pick(field, "another number…")
    before = field.state()
    parts: list[QWidget] = [field.when.clock, field.when.zone, field.span.number, field.span.unit]
    for part in parts:
        part.setFocus()
        turn = QWheelEvent(
            QPointF(5, 5),
            QPointF(part.mapToGlobal(QPoint(5, 5))),
            QPoint(0, -240),
            QPoint(0, -240),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(part, turn)
    assert field.state() == before


def test_an_error_is_marked_on_what_is_edited(field: MomentField) -> None:
    field.load("soon")
    field.show_problem("no date")
    assert field.line.property("invalid")
    assert problem_of(field) == "no date"


def left_of_words(button: QWidget) -> int:
    """The column of the field in which the words of a link begin."""
    picture = button.grab().toImage()
    background = picture.pixel(0, picture.height() // 2)
    inked = (
        x for x in range(picture.width()) if any(picture.pixel(x, y) != background for y in range(picture.height() - 3))
    )
    return button.x() + next(inked)


def test_the_links_of_each_state_begin_in_one_column(field: MomentField) -> None:
    field.setStyleSheet(stylesheet(LIGHT))
    field.choose.setText(field.soon.text())  # letters have margins of their own
    begins = left_of_words(field.choose)
    assert field.load(MOSCOW)
    field.soon.style().polish(field.soon)
    QApplication.processEvents()
    assert not field.choose.isVisible()
    assert abs(left_of_words(field.soon) - begins) <= 1
