"""Numbers as they are pasted into spin boxes and lines: understood, or refused with the reason at the place."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QSpinBox, QToolTip
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.compose.value_fields import NumberField
from scoro_desktop.ui.kit.digits import Wrong, read_number
from scoro_desktop.ui.kit.no_wheel_spin import NoWheelDoubleSpinBox, NoWheelSpinBox

Box = TypeVar("Box", NoWheelSpinBox, NoWheelDoubleSpinBox)


@pytest.fixture(params=["en_US", "ru_RU", "de_CH"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def silence() -> Iterator[None]:
    QToolTip.hideText()
    yield
    QToolTip.hideText()


def whole(qtbot: QtBot, least: int = 0, most: int = 1_000_000, *, groups: bool = False) -> NoWheelSpinBox:
    box = NoWheelSpinBox()
    box.setRange(least, most)
    box.setGroupSeparatorShown(groups)
    return put(qtbot, box)


def fraction(qtbot: QtBot, decimals: int = 2) -> NoWheelDoubleSpinBox:
    box = NoWheelDoubleSpinBox()
    box.setDecimals(decimals)
    box.setRange(0, 1_000_000)
    box.setSuffix(" s")
    return put(qtbot, box)


def put(qtbot: QtBot, box: Box) -> Box:
    box.setValue(3)
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    return box


def paste(box: QSpinBox | QDoubleSpinBox, text: str) -> float:
    QApplication.clipboard().setText(text)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box, Qt.Key.Key_Enter)
    return box.value()


UNDERSTOOD = [
    *[("7", 7), (" 7 ", 7), ("7\n", 7), ("7\u200b", 7), ("007", 7), ("+7", 7), ("٧", 7), ("७", 7), ("5.0", 5)],
    *[("5 000", 5000), ("5\u00a0000", 5000), ("5\u202f000", 5000), ("5'000", 5000), ("5’000", 5000), ("5,00", 5)],
    *[("123,456,7", None), ("123,456,789", None), ("123.456.789", None), ("1,234.00", 1234), ("1.234,00", 1234)],
]
REFUSED = [
    *[("5,000", "5000 or 5."), ("5.000", "5000 or 5."), ("12,5", "whole"), ("7.5", "whole"), ("-7", "negative")],
    *[("\u22127", "negative"), ("abc", "not a number"), ("1e3", "not a number"), ("5 ₽", "not a number")],
    *[("½", "not a number"), ("5²", "not a number"), ("0x10", "not a number"), ("1-2", "not a number")],
    *[("1000001", "largest number here is 1000000"), ("123,456,789", "largest"), ("1,2,3", "not a number")],
]


@pytest.mark.parametrize("groups", [False, True], ids=["plain", "groups"])
def test_whole_numbers_of_a_spin_box(qtbot: QtBot, locale: str, groups: bool) -> None:
    for text, number in UNDERSTOOD:
        box = whole(qtbot, groups=groups)
        if number is not None:
            assert (paste(box, text), QToolTip.text()) == (number, ""), text
    for text, words in REFUSED:
        box = whole(qtbot, groups=groups)
        if groups and text in {"5,000", "5.000"} and QLocale(locale).groupSeparator() in text:
            continue  # it is how the box itself writes five thousand
        assert paste(box, text) == 3, text
        assert words.replace("1000000", box.textFromValue(1_000_000)) in QToolTip.text(), text
        QToolTip.hideText()


def test_groups_that_a_box_shows_itself_can_be_edited(qtbot: QtBot) -> None:
    box = whole(qtbot, groups=True)
    assert paste(box, "12,345") == 12345
    assert box.text() == "12,345"
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClicks(box, "67")
    QTest.keyClick(box, Qt.Key.Key_Enter)
    assert (box.value(), box.text()) == (123467, "123,467")
    assert paste(box, "7") == 7
    QTest.keyClicks(box, ",5")
    assert box.value() != 75
    assert "was not entered" in QToolTip.text()


@pytest.mark.parametrize(
    ("text", "number"),
    [("7.5", 7.5), ("7,5", 7.5), ("7,50", 7.5), ("0,500", 0.5), ("1 234,5", 1234.5), ("1.234,5", 1234.5), ("8", 8)],
)
def test_a_comma_is_a_point_in_any_language(qtbot: QtBot, locale: str, text: str, number: float) -> None:
    assert paste(fraction(qtbot), text) == number
    assert QToolTip.text() == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [("1,500", "1500 or 1.5."), ("1.500", "1500 or 1.5."), ("7.555", "7555 or 7.555."), ("0.125", "at most 2 digit")],
)
def test_a_fraction_that_does_not_fit_is_said(qtbot: QtBot, text: str, words: str) -> None:
    assert paste(fraction(qtbot), text) == 3
    assert words in QToolTip.text()


def test_a_typed_fraction(qtbot: QtBot, locale: str) -> None:
    for sign in ",.":
        box = fraction(qtbot)
        box.selectAll()
        QTest.keyClicks(box, f"7{sign}5")
        QTest.keyClick(box, Qt.Key.Key_Enter)
        assert box.value() == 7.5
    assert QToolTip.text() == ""


def test_what_is_below_the_smallest_number_is_said_as_it_is_left(qtbot: QtBot) -> None:
    box = whole(qtbot, 1, 48)
    assert paste(box, "0") == 3
    assert "the smallest number here is 1" in QToolTip.text()


def test_a_number_of_a_form_says_why_it_was_refused(qtbot: QtBot) -> None:
    field = NumberField("Badge")
    qtbot.addWidget(field)
    field.show()
    assert field.load(3)
    for text, words in (("5,000", "5000 or 5."), ("1234567890", "too many digits"), ("<b>7</b>", "<b>7</b>")):
        QApplication.clipboard().setText(text)
        field.edit().selectAll()
        QTest.keyClick(field.edit(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.value() == 3
        assert words.replace("<", "&lt;").replace(">", "&gt;") in QToolTip.text()


def test_half_a_number_is_read_as_far_as_it_is_typed() -> None:
    assert [read_number(each, 2) for each in ("", "7", "7,", "7,5", ",5")] == ["", "7", "7.", "7.5", ".5"]
    assert [read_number(each) for each in ("7,", "--7", "7-")] == [Wrong.FRACTION, Wrong.NO_NUMBER, Wrong.NO_NUMBER]
